// Incremental parser of HTTP/1.x replies: interim 1xx, Content-Length, chunked with trailers, until close, and replies
// without a body (HEAD, 204, 304). Sans-io: bytes in, state out, whatever the split.
#pragma once

#include "engine/protocol/http1framing.h"

#include <cstdint>

namespace engine {

/// What is kept of a reply. Strings keep their capacity between replies.
struct HttpReply
{
  static constexpr size_t bodyLimit = 10'000'000;

  int status = 0;
  std::string head;     ///< status line and headers as received, with the empty line; only when asked for
  std::string body;     ///< as received, chunks joined, not decompressed; only when asked for
  std::string location; ///< of a 3xx, always
  std::string setCookies; ///< values of Set-Cookie, each with a line feed, always
  std::string contentEncoding; ///< always
  bool truncated = false; ///< the body went on beyond bodyLimit

  void clear(); ///< gives large buffers back
};

class Http1Parser
{
public:
  static constexpr size_t headLimit = 65536, lineLimit = 32768; ///< bytes; the head counts all interim replies too

  /// Before each reply. `reply` is filled as asked; it must outlive the parsing.
  void reset(HttpReply &reply, bool toHead, bool keepHead, bool keepBody);
  /// Answers how many bytes belong to this reply; fewer than given only when isDone() or isBroken().
  size_t feed(std::string_view bytes);
  void end(); ///< the stream ended: done if the reply runs until close, else broken

  bool isDone() const { return m_state == Done; }
  bool isBroken() const { return m_state == Broken; }
  const char *problem() const { return m_problem; } ///< end of a sentence
  bool keepsAlive() const { return m_framing.keepAlive; }

private:
  enum State : uint8_t { StatusLine, Headers, Body, Done, Broken };

  void feedHead(std::string_view &bytes);
  void wholeLines(std::string_view &bytes);
  void plainHeaders(std::string_view &bytes);
  void splitLine(std::string_view &bytes);
  void feedBody(std::string_view &bytes);
  void headLine(std::string_view raw, std::string_view line); ///< `raw`: with its end, as far as it came now
  void statusLine(std::string_view line);
  void header(std::string_view line);
  void named(std::string_view line, size_t name); ///< `name`: its length, the colon behind it
  void tellingHeader(std::string_view line, size_t colon);
  void oddHeader(std::string_view line);
  void location(std::string_view line);
  void cookieOrEncoding(std::string_view line, size_t name);
  void headEnded();
  void broken(const char *problem);

  HttpReply *m_reply = nullptr;
  const char *m_problem = nullptr;
  size_t m_headBytes = 0;
  BodyFraming m_framing;
  BodyReader m_body;
  LineCollector m_lines;
  State m_state = Done;
  bool m_toHead = false, m_keepHead = false, m_keepBody = false, m_lastWasFraming = false;
};

} // namespace engine
