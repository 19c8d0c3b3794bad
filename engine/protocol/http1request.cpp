#include "engine/protocol/http1request.h"

#include <algorithm>

namespace engine {

void Http1Request::reset()
{
  method.clear();
  target.clear();
  head.clear();
  body.clear();
  if (body.capacity() > 65536) body.shrink_to_fit();
  m_headBytes = 0;
  m_errorStatus = 0;
  m_framing = {};
  m_lines.reset();
  m_state = RequestLine;
  m_expectsContinue = m_hasHost = m_isOld = false;
}

size_t Http1Request::feed(std::string_view bytes)
{
  const size_t given = bytes.size();
  std::string_view part;
  while (!bytes.empty() && m_state < Done) {
    if (m_state == Body) {
      m_body.take(bytes, part, m_lines);
      if (body.size() + part.size() > m_bodyLimit) broken(413);
      else body.append(part);
      if (m_body.problem()) broken(400);
      else if (m_state == Body && m_body.isDone()) m_state = Done;
      continue;
    }
    const std::string_view before = bytes;
    const LineCollector::Found found = m_lines.take(bytes, part, lineLimit);
    const size_t taken = before.size() - bytes.size();
    m_headBytes += taken;
    if (found == LineCollector::TooLong || m_headBytes > headLimit) {
      broken(431);
      break;
    }
    head.append(before.substr(0, taken));
    if (found == LineCollector::Partial) break;
    if (m_state == RequestLine) requestLine(part);
    else if (part.empty()) headEnded();
    else header(part);
  }
  return given - bytes.size();
}

void Http1Request::requestLine(std::string_view line)
{
  if (line.empty()) { // a stray line end after the previous body (RFC 9112 2.2)
    head.clear();
    return;
  }
  const size_t first = line.find(' '), last = line.rfind(' ');
  if (first == line.npos || first == last || first == 0) return broken(400);
  const std::string_view version = line.substr(last + 1);
  method = line.substr(0, first);
  target = line.substr(first + 1, last - first - 1);
  const bool printable = std::ranges::none_of(target, [](char c) { return (unsigned char)(c) <= ' ' || c == 127; });
  if (target.empty() || !printable) return broken(400);
  if (version != "HTTP/1.1" && version != "HTTP/1.0") return broken(version.starts_with("HTTP/") ? 505 : 400);
  m_isOld = version == "HTTP/1.0";
  m_framing.keepAlive = !m_isOld;
  m_state = Headers;
}

void Http1Request::header(std::string_view line)
{
  const size_t colon = line.find(':');
  if (line[0] == ' ' || line[0] == '\t' || colon == line.npos || colon == 0) return broken(400);
  const std::string_view name = line.substr(0, colon);
  if (name.find_first_of(" \t") != name.npos) return broken(400);
  m_framing.header(line, colon);
  if (m_framing.problem) return broken(400);
  if (equalsIgnoringCase(name, "host")) {
    if (m_hasHost) return broken(400);
    m_hasHost = true;
  } else if (equalsIgnoringCase(name, "expect")) {
    m_expectsContinue = equalsIgnoringCase(headerValue(line, "expect"), "100-continue");
  }
}

void Http1Request::headEnded()
{
  if (!m_hasHost && !m_isOld) return broken(400);
  if (m_framing.transferEncoded && m_framing.hasLength) return broken(400); // two lengths: somebody would be fooled
  if (m_framing.transferEncoded && !m_framing.chunked) return broken(501);
  if (m_framing.length > m_bodyLimit) return broken(413);
  if (m_framing.chunked) m_body.start(BodyReader::Chunked);
  else m_body.start(m_framing.hasLength ? BodyReader::Length : BodyReader::None, m_framing.length);
  m_state = m_body.isDone() ? Done : Body;
  if (m_state == Done) m_expectsContinue = false;
}

std::string_view Http1Request::path() const
{
  return std::string_view(target).substr(0, target.find('?'));
}

void Http1Request::broken(int status)
{
  m_errorStatus = status;
  m_state = Broken;
}

} // namespace engine
