// What requests and replies of HTTP/1.1 have in common: lines that arrive in pieces, and bodies by length or by chunks
// (RFC 9112). Sans-io; every byte is foreign.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace engine {

/// Puts lines together from pieces. A line that arrives whole is not copied.
class LineCollector
{
public:
  enum Found { Line, Partial, TooLong };

  /// Takes from the front of `bytes` up to and with the next LF. `line` has neither CR nor LF and is valid until the
  /// next call or until the bytes go. Lines over `limit` are refused.
  Found take(std::string_view &bytes, std::string_view &line, size_t limit);
  bool isEmpty() const { return m_carry.empty(); } ///< no piece of a line is kept
  void reset()
  {
    if (m_carry.capacity() > mostKept) std::string().swap(m_carry);
    m_carry.clear();
    m_delivered = false;
  }

private:
  static constexpr size_t mostKept = 1024; ///< bytes; thousands of users share the memory

  std::string m_carry; ///< the line so far, when it came in pieces
  bool m_delivered = false;
};

/// Framing that header fields declare. `problem` is null while they make sense.
struct BodyFraming
{
  bool chunked = false, hasLength = false, keepAlive = true, transferEncoded = false;
  uint64_t length = 0;
  bool closes = false; ///< "close" was said; it wins over "keep-alive"
  const char *problem = nullptr;

  /// Reads one header line "Name: value", its colon at `colon`; false when it does not concern framing.
  bool header(std::string_view line, size_t colon);

private:
  bool connection(std::string_view value);
  bool contentLength(std::string_view value);
  bool transferEncoding(std::string_view value);
};

/// Headers that concern framing have names of these lengths: no need to look closer at most others.
constexpr bool mayFrame(size_t nameLength) { return nameLength == 10 || nameLength == 14 || nameLength == 17; }

/// Reads a body as framed; gives back the payload.
class BodyReader
{
public:
  enum Kind : uint8_t { None, Length, Chunked, UntilClose };
  static constexpr size_t trailerLimit = 65536, chunkLineLimit = 4096;

  void start(Kind kind, uint64_t length = 0);
  /// Takes from the front of `bytes`; `payload` is a part of them (may be empty). Call until bytes are used up or
  /// isDone() or problem(). `lines` is the collector of the message.
  void take(std::string_view &bytes, std::string_view &payload, LineCollector &lines);
  void end(); ///< the stream ended
  bool isDone() const { return m_state == Done; }
  const char *problem() const { return m_problem; }

private:
  enum State : uint8_t { Counted, Open, ChunkSize, ChunkData, ChunkEnd, Trailer, Done };
  void chunkLine(std::string_view line);

  State m_state = Done;
  uint64_t m_left = 0;
  size_t m_trailers = 0;
  const char *m_problem = nullptr;
};

/// The value of header `name` (any case) in a raw head, trimmed; empty when absent. The first of several.
std::string_view headerValue(std::string_view head, std::string_view name);
bool equalsIgnoringCase(std::string_view a, std::string_view b);

} // namespace engine
