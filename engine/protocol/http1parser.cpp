#include "engine/protocol/http1parser.h"

#include <algorithm>
#include <bit>
#include <cstring>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace engine {

namespace {

constexpr size_t locationLength = 8, setCookieLength = 10, contentEncodingLength = 16;

/// Whether a name of this length may say something to us; most others are told apart without a call.
constexpr bool mayTell(size_t nameLength)
{
  constexpr uint32_t lengths = 1u << locationLength | 1u << setCookieLength | 1u << 14 | 1u << contentEncodingLength | 1u << 17;
  static_assert(mayFrame(setCookieLength) && mayFrame(14) && mayFrame(17)); // and none else, see there
  return nameLength < 32 && (lengths >> nameLength & 1);
}

#ifdef __SSE2__
/// Which of 16 bytes are `c`, a bit each, the first byte's the lowest.
inline uint32_t equalBytes(const char *at, char c)
{
  const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i *>(at));
  return uint32_t(_mm_movemask_epi8(_mm_cmpeq_epi8(bytes, _mm_set1_epi8(c))));
}
#else
inline uint32_t equalBytes(const char *at, char c)
{
  uint32_t bits = 0;
  for (int i = 0; i < 16; ++i) bits |= uint32_t(at[i] == c) << i;
  return bits;
}
#endif

inline bool isVisible(char c) { return uint8_t(c) > ' '; }

/// How long the name of a header line of this length is if it has fewer than 16 characters and begins and ends as a name does, else 0.
/// 16 bytes may be read.
inline size_t shortName(const char *line, size_t length)
{
  const auto name = size_t(std::countr_zero(equalBytes(line, ':') | 1u << 16)); // 16 without one
  return name - 1 < 15 && name < length && isVisible(line[0]) && isVisible(line[name - 1]) ? name : 0;
}

} // namespace

void HttpReply::clear()
{
  constexpr size_t keptCapacity = 16384;
  status = 0;
  truncated = false;
  location.clear();
  setCookies.clear();
  contentEncoding.clear();
  for (std::string *text : {&head, &body}) {
    if (text->empty()) continue;
    text->clear();
    if (text->capacity() > keptCapacity) text->shrink_to_fit();
  }
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
  if (m_state < Body) feedHead(bytes);
  while (m_state == Body && !bytes.empty()) feedBody(bytes);
  return given - bytes.size();
}

void Http1Parser::feedHead(std::string_view &bytes)
{
  while (!bytes.empty() && m_state < Body) {
    if (m_lines.isEmpty()) wholeLines(bytes);
    if (!bytes.empty() && m_state < Body) splitLine(bytes);
  }
}

void Http1Parser::header(std::string_view line)
{
  const char *const begin = line.data();
  const auto *const colon = static_cast<const char *>(std::memchr(begin, ':', line.size()));
  if (!colon || colon == begin || !isVisible(*begin) || !isVisible(colon[-1])) return oddHeader(line);
  named(line, size_t(colon - begin));
}

inline void Http1Parser::named(std::string_view line, size_t name)
{
  m_lastWasFraming = false;
  if (mayTell(name)) tellingHeader(line, name);
}

void Http1Parser::tellingHeader(std::string_view line, size_t colon)
{
  if (colon == locationLength) return location(line);
  m_lastWasFraming = mayFrame(colon) && m_framing.header(line, colon);
  if (!m_lastWasFraming) cookieOrEncoding(line, colon);
  else if (m_framing.problem) broken(m_framing.problem);
}

void Http1Parser::headLine(std::string_view raw, std::string_view line)
{
  m_headBytes += raw.size();
  if (line.size() > lineLimit || m_headBytes > headLimit) return broken("its headers are too long");
  if (m_keepHead) m_reply->head.append(raw);
  if (m_state == StatusLine) statusLine(line);
  else if (line.empty()) headEnded();
  else header(line);
}

/// Nearly every head comes in one piece: its lines are read where they lie.
void Http1Parser::wholeLines(std::string_view &bytes)
{
  const char *const end = bytes.data() + bytes.size();
  while (m_state < Body) {
    if (m_state == Headers && !m_keepHead) plainHeaders(bytes);
    const char *const at = bytes.data();
    const char *const lf = m_state < Body ? static_cast<const char *>(std::memchr(at, '\n', bytes.size())) : nullptr;
    if (!lf) return;
    const size_t size = size_t(lf - at);
    bytes = {lf + 1, size_t(end - lf) - 1};
    headLine({at, size + 1}, {at, size - (size && lf[-1] == '\r')});
  }
}

/// The header lines that need not be kept, up to the empty one or the last few bytes, counted together. Line feeds are
/// found in one pass: a call for each line costs more than all else here.
inline void Http1Parser::plainHeaders(std::string_view &bytes)
{
  if (bytes.size() > lineLimit) return; // among fewer bytes no line is too long
  constexpr std::ptrdiff_t block = 64, readable = block + 16; // a name at the end of the block is read past it
  const char *line = bytes.data();
  const char *const end = line + bytes.size();
  bool goesOn = true;
  for (const char *at = line; goesOn && end - at >= readable; at += block) {
    const uint64_t low = equalBytes(at, '\n') | equalBytes(at + 16, '\n') << 16;
    const uint64_t high = equalBytes(at + 32, '\n') | equalBytes(at + 48, '\n') << 16;
    for (uint64_t feeds = low | high << 32; feeds; feeds &= feeds - 1) {
      const char *const lf = at + size_t(std::countr_zero(feeds));
      const size_t size = size_t(lf - line);
      goesOn = size > 1 || (size == 1 && *line != '\r');
      if (!goesOn) break;
      if (const size_t name = shortName(line, size); name && !mayTell(name)) {
        m_lastWasFraming = false;
      } else {
        const std::string_view text(line, size - (lf[-1] == '\r'));
        if (name) tellingHeader(text, name);
        else header(text);
        goesOn = m_state == Headers;
      }
      line = lf + 1;
      if (!goesOn) break;
    }
  }
  m_headBytes += size_t(line - bytes.data());
  bytes = {line, size_t(end - line)};
  if (m_headBytes > headLimit && m_state != Broken) broken("its headers are too long");
}

void Http1Parser::splitLine(std::string_view &bytes)
{
  const std::string_view before = bytes;
  std::string_view line;
  const LineCollector::Found found = m_lines.take(bytes, line, lineLimit);
  const std::string_view raw = before.substr(0, before.size() - bytes.size());
  if (found == LineCollector::Line) return headLine(raw, line);
  m_headBytes += raw.size();
  if (found == LineCollector::TooLong || m_headBytes > headLimit) return broken("its headers are too long");
  if (m_keepHead) m_reply->head.append(raw);
}

void Http1Parser::feedBody(std::string_view &bytes)
{
  std::string_view part;
  m_body.take(bytes, part, m_lines);
  if (m_keepBody && !part.empty()) {
    const size_t room = HttpReply::bodyLimit - m_reply->body.size();
    m_reply->body.append(part.substr(0, room));
    m_reply->truncated |= part.size() > room;
  }
  if (m_body.problem()) broken(m_body.problem());
  else if (m_body.isDone()) m_state = Done;
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

void Http1Parser::oddHeader(std::string_view line)
{
  const size_t colon = line.find(':');
  if (line[0] == ' ' || line[0] == '\t') {
    // A folded line continues a value (RFC 9112 5.2). That may hide a length from us and show it to others.
    if (m_lastWasFraming) broken("a header that frames its body is folded");
  } else if (colon == 0 || colon == line.npos) broken("a header line has no name");
  else broken("a header name begins or ends in a space or a control character");
}

void Http1Parser::location(std::string_view line)
{
  const bool redirects = m_reply->status >= 300 && m_reply->status < 400;
  if (!redirects || !equalsIgnoringCase(line.substr(0, locationLength), "location")) return;
  line.remove_prefix(locationLength + 1);
  const size_t first = std::min(line.find_first_not_of(" \t"), line.size());
  m_reply->location = line.substr(first, line.find_last_not_of(" \t") + 1 - first);
}

void Http1Parser::cookieOrEncoding(std::string_view line, size_t name)
{
  const bool isCookie = name == setCookieLength;
  if (!equalsIgnoringCase(line.substr(0, name), isCookie ? "set-cookie" : "content-encoding")) return;
  line.remove_prefix(name + 1);
  const size_t first = std::min(line.find_first_not_of(" \t"), line.size());
  const std::string_view value = line.substr(first, line.find_last_not_of(" \t") + 1 - first);
  if (isCookie) m_reply->setCookies.append(value).append(1, '\n');
  else m_reply->contentEncoding.append(m_reply->contentEncoding.empty() ? "" : ",").append(value);
}

void Http1Parser::headEnded()
{
  const int status = m_reply->status;
  if (status < 200 && status != 101) { // an interim reply; the real one follows
    m_reply->status = 0;
    m_reply->head.clear();
    m_reply->setCookies.clear();
    m_reply->contentEncoding.clear();
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
