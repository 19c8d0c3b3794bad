#include "engine/protocol/http1parser.h"

#include <algorithm>

namespace engine {

void HttpReply::clear()
{
  constexpr size_t keptCapacity = 16384;
  status = 0;
  truncated = false;
  head.clear();
  location.clear();
  body.clear();
  if (body.capacity() > keptCapacity) body.shrink_to_fit();
  if (head.capacity() > keptCapacity) head.shrink_to_fit();
}

void Http1Parser::reset(HttpReply &reply, bool toHead, bool keepHead, bool keepBody)
{
  reply.clear();
  m_reply = &reply;
  m_problem = nullptr;
  m_headBytes = 0;
  m_framing = {};
  m_lines.reset();
  m_state = StatusLine;
  m_toHead = toHead;
  m_keepHead = keepHead;
  m_keepBody = keepBody;
  m_lastWasFraming = false;
}

size_t Http1Parser::feed(std::string_view bytes)
{
  const size_t given = bytes.size();
  std::string_view part;
  while (!bytes.empty() && m_state < Done) {
    if (m_state == Body) {
      m_body.take(bytes, part, m_lines);
      if (m_keepBody && !part.empty()) {
        const size_t room = HttpReply::bodyLimit - m_reply->body.size();
        m_reply->body.append(part.substr(0, room));
        m_reply->truncated |= part.size() > room;
      }
      if (m_body.problem()) broken(m_body.problem());
      else if (m_body.isDone()) m_state = Done;
      continue;
    }
    const std::string_view before = bytes;
    const LineCollector::Found found = m_lines.take(bytes, part, lineLimit);
    const size_t taken = before.size() - bytes.size();
    m_headBytes += taken;
    if (found == LineCollector::TooLong || m_headBytes > headLimit) {
      broken("its headers are too long");
      break;
    }
    if (m_keepHead) m_reply->head.append(before.substr(0, taken));
    if (found == LineCollector::Partial) break;
    if (m_state == StatusLine) statusLine(part);
    else if (part.empty()) headEnded();
    else header(part);
  }
  return given - bytes.size();
}

void Http1Parser::statusLine(std::string_view line)
{
  const bool looksRight = line.size() >= 12 && line.starts_with("HTTP/1.") && (line[7] == '0' || line[7] == '1')
      && line[8] == ' ' && (line.size() == 12 || line[12] == ' ');
  int status = 0;
  for (size_t i = 9; looksRight && i < 12; ++i) {
    const unsigned digit = unsigned(line[i]) - '0';
    if (digit > 9) return broken("its status is not a number");
    status = status * 10 + int(digit);
  }
  if (!looksRight) return broken("it does not begin like HTTP/1.1");
  if (status < 100) return broken("its status is below 100");
  m_reply->status = status;
  m_framing.keepAlive = line[7] == '1';
  m_state = Headers;
}

void Http1Parser::header(std::string_view line)
{
  if (line[0] == ' ' || line[0] == '\t') {
    // A folded line continues a value (RFC 9112 5.2). That may hide a length from us and show it to others.
    if (m_lastWasFraming) broken("a header that frames its body is folded");
    return;
  }
  const size_t colon = line.find(':');
  if (colon == line.npos || colon == 0) return broken("a header line has no name");
  if (line[colon - 1] == ' ' || line[colon - 1] == '\t') return broken("a header name ends in a space");
  m_lastWasFraming = m_framing.header(line);
  if (m_framing.problem) return broken(m_framing.problem);
  const bool redirects = m_reply->status >= 300 && m_reply->status < 400;
  if (redirects && colon == 8 && equalsIgnoringCase(line.substr(0, 8), "location")) {
    line.remove_prefix(9);
    const size_t first = std::min(line.find_first_not_of(" \t"), line.size());
    m_reply->location = line.substr(first, line.find_last_not_of(" \t") + 1 - first);
  }
}

void Http1Parser::headEnded()
{
  const int status = m_reply->status;
  if (status < 200 && status != 101) { // an interim reply; the real one follows
    m_reply->status = 0;
    m_reply->head.clear();
    m_framing = {};
    m_lastWasFraming = false;
    m_state = StatusLine;
    return;
  }
  BodyReader::Kind kind = BodyReader::UntilClose;
  if (m_toHead || status == 204 || status == 304 || status == 101) kind = BodyReader::None;
  else if (m_framing.chunked) kind = BodyReader::Chunked; // it wins over a length
  else if (m_framing.hasLength && !m_framing.transferEncoded) kind = BodyReader::Length;
  if (kind == BodyReader::UntilClose || (m_framing.chunked && m_framing.hasLength)) m_framing.keepAlive = false;
  m_body.start(kind, m_framing.length);
  m_state = m_body.isDone() ? Done : Body;
}

void Http1Parser::end()
{
  if (m_state >= Done) return;
  if (m_state != Body) return broken("the connection ended before its headers did");
  m_body.end();
  if (m_body.problem()) broken(m_body.problem());
  else m_state = Done;
}

void Http1Parser::broken(const char *problem)
{
  m_problem = problem;
  m_state = Broken;
}

} // namespace engine
