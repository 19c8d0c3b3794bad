// Payloads of socket cards: text as typed, or bytes written as hexadecimal digits; and where an answer ends.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace engine {

/// Two digits of either case a byte; blanks and line breaks between bytes are allowed. Nothing when `digits` is not that.
std::optional<std::string> bytesFromHex(std::string_view digits);
/// Lower-case digits without blanks.
std::string hexFromBytes(std::string_view bytes);

/// How the end of an answer is known.
struct AnswerEnd
{
  enum Kind : uint8_t {
    FirstBytes, ///< whatever arrives first is the answer
    Length,     ///< after `length` bytes
    Mark,       ///< with the first `mark`
    Close,      ///< when the other side closes; over UDP as FirstBytes
    NoAnswer    ///< none is awaited
  } kind = FirstBytes;
  uint64_t length = 0;
  std::string_view mark;
};

/// Collects one answer. Sans-io: bytes in, whatever the split.
class AnswerReader
{
public:
  static constexpr size_t mostKept = 10'000'000; ///< bytes; an answer that goes on beyond is broken

  /// `end` and `answer` must outlive the reading; `answer` is filled.
  void begin(const AnswerEnd &end, std::string &answer);
  /// Answers how many of the bytes belong to this answer; fewer than given only when isDone() or isBroken().
  size_t feed(std::string_view bytes);
  void streamEnded(); ///< done if the answer runs until then, else broken (when any of it came)

  bool isDone() const { return m_done; }
  bool isBroken() const { return m_problem != nullptr; }
  const char *problem() const { return m_problem ? m_problem : ""; } ///< end of a sentence

private:
  size_t keep(std::string_view bytes);

  const AnswerEnd *m_end = nullptr;
  std::string *m_answer = nullptr;
  const char *m_problem = nullptr;
  bool m_done = false;
};

} // namespace engine
