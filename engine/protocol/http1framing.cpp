#include "engine/protocol/http1framing.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <strings.h>

namespace engine {

namespace {

constexpr uint64_t mostBytes = uint64_t(1) << 59;

std::string_view trimmed(std::string_view text)
{
  const auto isBlank = [](char c) { return c == ' ' || c == '\t'; };
  while (!text.empty() && isBlank(text.front())) text.remove_prefix(1);
  while (!text.empty() && isBlank(text.back())) text.remove_suffix(1);
  return text;
}

/// A name of 8 to 24 characters in lower case, compared eight letters at a time: these stand in every reply.
class FieldName
{
public:
  constexpr explicit FieldName(std::string_view name)
      : m_size(name.size()), m_words{Word(name), Word(name.substr(name.size() / 2 - 4)), Word(name.substr(name.size() - 8))}
  {}
  constexpr size_t size() const { return m_size; }
  /// Whether `text` begins with it, in any case; `text` has at least size() characters.
  bool begins(const char *text) const
  {
    return m_words[0].is(text) && m_words[1].is(text + m_size / 2 - 4) && m_words[2].is(text + m_size - 8);
  }

private:
  struct Word
  {
    constexpr explicit Word(std::string_view text)
    {
      std::array<char, 8> letters{}, cases{};
      for (size_t i = 0; i < 8; ++i) {
        letters[i] = text[i];
        cases[i] = text[i] >= 'a' && text[i] <= 'z' ? 0x20 : 0;
      }
      bytes = std::bit_cast<uint64_t>(letters);
      lowering = std::bit_cast<uint64_t>(cases);
    }
    bool is(const char *text) const
    {
      uint64_t word;
      std::memcpy(&word, text, sizeof word);
      return (word | lowering) == bytes;
    }
    uint64_t bytes, lowering; ///< lowering: the bit that makes a capital letter a small one, where there is a letter
  };
  size_t m_size;
  Word m_words[3];
};

constexpr FieldName connectionField("connection"), lengthField("content-length"), encodingField("transfer-encoding");
static_assert(mayFrame(connectionField.size()) && mayFrame(lengthField.size()) && mayFrame(encodingField.size()));

/// The value when `line` is the header `name`.
bool isHeader(std::string_view line, std::string_view name, std::string_view &value)
{
  if (line.size() <= name.size() || line[name.size()] != ':' || !equalsIgnoringCase(line.substr(0, name.size()), name))
    return false;
  value = trimmed(line.substr(name.size() + 1));
  return true;
}

/// Takes the next element of a comma-separated list.
std::string_view nextOf(std::string_view &list)
{
  const size_t comma = list.find(',');
  const std::string_view element = trimmed(list.substr(0, comma));
  list = comma == list.npos ? std::string_view() : list.substr(comma + 1);
  return element;
}

int hexDigit(char c)
{
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

} // namespace

bool equalsIgnoringCase(std::string_view a, std::string_view b)
{
  return a.size() == b.size() && strncasecmp(a.data(), b.data(), a.size()) == 0;
}

std::string_view headerValue(std::string_view head, std::string_view name)
{
  std::string_view value;
  while (!head.empty()) {
    const size_t end = head.find('\n');
    std::string_view line = head.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (isHeader(line, name, value)) return value;
    head = end == head.npos ? std::string_view() : head.substr(end + 1);
  }
  return {};
}

// ---- lines

LineCollector::Found LineCollector::take(std::string_view &bytes, std::string_view &line, size_t limit)
{
  if (m_delivered) reset();
  const size_t end = bytes.find('\n');
  const std::string_view piece = bytes.substr(0, end);
  if (m_carry.size() + piece.size() > limit) return TooLong;
  if (end == bytes.npos) {
    m_carry.append(piece);
    bytes = {};
    return Partial;
  }
  bytes.remove_prefix(end + 1);
  line = piece;
  if (!m_carry.empty()) {
    line = m_carry.append(piece);
    m_delivered = true;
  }
  if (line.ends_with('\r')) line.remove_suffix(1);
  return Line;
}

// ---- framing

bool BodyFraming::header(std::string_view line, size_t colon)
{
  const auto is = [&](const FieldName &name) { return colon == name.size() && name.begins(line.data()); };
  if (is(lengthField)) return contentLength(trimmed(line.substr(colon + 1)));
  if (is(connectionField)) return connection(trimmed(line.substr(colon + 1)));
  return is(encodingField) && transferEncoding(trimmed(line.substr(colon + 1)));
}

bool BodyFraming::connection(std::string_view value)
{
  if (value == "keep-alive") { // as most servers write it
    keepAlive = !closes;
    return true;
  }
  while (!value.empty()) {
    const std::string_view option = nextOf(value);
    if (equalsIgnoringCase(option, "close")) closes = true;
    else if (equalsIgnoringCase(option, "keep-alive")) keepAlive = true;
  }
  if (closes) keepAlive = false;
  return true;
}

bool BodyFraming::contentLength(std::string_view value)
{
  uint64_t bytes = 0;
  for (char c : value) {
    if (c < '0' || c > '9' || bytes > mostBytes / 10) value = {};
    else bytes = bytes * 10 + uint64_t(c - '0');
    if (value.empty()) break;
  }
  if (value.empty()) problem = "its Content-Length is not a number";
  else if (hasLength && bytes != length) problem = "it has two different Content-Lengths";
  hasLength = true;
  length = bytes;
  return true;
}

bool BodyFraming::transferEncoding(std::string_view value)
{
  transferEncoded = true;
  while (!value.empty()) {
    if (chunked) problem = "a coding follows chunked in its Transfer-Encoding";
    chunked = equalsIgnoringCase(nextOf(value), "chunked");
  }
  return true;
}

// ---- bodies

void BodyReader::start(Kind kind, uint64_t length)
{
  m_left = length;
  m_trailers = 0;
  m_problem = nullptr;
  switch (kind) {
  case None: m_state = Done; break;
  case Length: m_state = length ? Counted : Done; break;
  case Chunked: m_state = ChunkSize; break;
  case UntilClose: m_state = Open; break;
  }
}

void BodyReader::take(std::string_view &bytes, std::string_view &payload, LineCollector &lines)
{
  payload = {};
  switch (m_state) {
  case Done: return;
  case Open:
    payload = bytes;
    bytes = {};
    return;
  case Counted: case ChunkData:
    payload = bytes.substr(0, size_t(std::min<uint64_t>(m_left, bytes.size())));
    bytes.remove_prefix(payload.size());
    m_left -= payload.size();
    if (m_left == 0) m_state = m_state == Counted ? Done : ChunkEnd;
    return;
  case ChunkSize: case ChunkEnd: case Trailer: break;
  }
  const size_t before = bytes.size();
  std::string_view line;
  const LineCollector::Found found = lines.take(bytes, line, chunkLineLimit);
  if (m_state == Trailer) m_trailers += before - bytes.size();
  if (found == LineCollector::TooLong) m_problem = "a line between its chunks is too long";
  else if (m_trailers > trailerLimit) m_problem = "its trailers are too long";
  else if (found == LineCollector::Line) chunkLine(line);
}

void BodyReader::chunkLine(std::string_view line)
{
  if (m_state == ChunkEnd) {
    if (line.empty()) m_state = ChunkSize;
    else m_problem = "a chunk is longer than it says";
    return;
  }
  if (m_state == Trailer) {
    if (line.empty()) m_state = Done;
    return;
  }
  uint64_t size = 0;
  size_t digits = 0;
  for (; digits < line.size() && hexDigit(line[digits]) >= 0; ++digits) {
    if (size > mostBytes / 16) {
      m_problem = "a chunk is too large";
      return;
    }
    size = size * 16 + uint64_t(hexDigit(line[digits]));
  }
  const bool endsWell = digits == line.size() || line[digits] == ';' || line[digits] == ' ' || line[digits] == '\t';
  if (digits == 0 || !endsWell) {
    m_problem = "a chunk has no valid size";
    return;
  }
  m_left = size;
  m_state = size ? ChunkData : Trailer;
}

void BodyReader::end()
{
  if (m_state == Open) m_state = Done;
  else if (m_state != Done) m_problem = "the connection ended before its body did";
}

} // namespace engine
