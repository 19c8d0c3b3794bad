// Incremental parser of HTTP/1.x requests, for the small servers. Sans-io. Stricter than the reply parser: a server
// that guesses invites request smuggling.
#pragma once

#include "engine/protocol/http1framing.h"

#include <cstdint>

namespace engine {

class Http1Request
{
public:
  static constexpr size_t headLimit = 65536, lineLimit = 32768; ///< bytes

  explicit Http1Request(uint64_t bodyLimit = 16'000'000) : m_bodyLimit(bodyLimit) {}

  void reset();
  size_t feed(std::string_view bytes); ///< how many belong to this request; the rest is the next one
  bool headDone() const { return m_state == Body || m_state == Done; }
  bool isDone() const { return m_state == Done; }
  bool isBroken() const { return m_state == Broken; }
  bool hasBegun() const { return m_headBytes > 0; }
  int errorStatus() const { return m_errorStatus; } ///< what to answer when broken: 400, 413, 431, 501, 505

  std::string method, target, head, body; ///< head: request line and headers as received
  bool keepAlive() const { return m_framing.keepAlive; }
  bool expectsContinue() const { return m_expectsContinue; } ///< and its body is not yet complete
  std::string_view path() const; ///< target without query

private:
  enum State : uint8_t { RequestLine, Headers, Body, Done, Broken };

  void requestLine(std::string_view line);
  void header(std::string_view line);
  void headEnded();
  void broken(int status);

  uint64_t m_bodyLimit;
  size_t m_headBytes = 0;
  int m_errorStatus = 0;
  BodyFraming m_framing;
  BodyReader m_body;
  LineCollector m_lines;
  State m_state = RequestLine;
  bool m_expectsContinue = false, m_hasHost = false, m_isOld = false;
};

} // namespace engine
