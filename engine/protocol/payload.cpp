#include "engine/protocol/payload.h"

#include <algorithm>

namespace engine {

namespace {

int digitOf(char c)
{
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

bool isBlank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

} // namespace

std::optional<std::string> bytesFromHex(std::string_view digits)
{
  std::string bytes;
  bytes.reserve(digits.size() / 2);
  for (size_t at = 0; at < digits.size();) {
    if (isBlank(digits[at])) {
      ++at;
      continue;
    }
    const int high = digitOf(digits[at]);
    const int low = at + 1 < digits.size() ? digitOf(digits[at + 1]) : -1;
    if (high < 0 || low < 0) return {};
    bytes += char(high << 4 | low);
    at += 2;
  }
  return bytes;
}

std::string hexFromBytes(std::string_view bytes)
{
  std::string digits;
  digits.reserve(2 * bytes.size());
  for (const char c : bytes) {
    digits += "0123456789abcdef"[uint8_t(c) >> 4];
    digits += "0123456789abcdef"[uint8_t(c) & 15];
  }
  return digits;
}

void AnswerReader::begin(const AnswerEnd &end, std::string &answer)
{
  m_end = &end;
  m_answer = &answer;
  answer.clear();
  m_problem = nullptr;
  m_done = end.kind == AnswerEnd::NoAnswer || (end.kind == AnswerEnd::Length && end.length == 0);
}

size_t AnswerReader::feed(std::string_view bytes)
{
  if (m_done || m_problem || bytes.empty()) return 0;
  switch (m_end->kind) {
  case AnswerEnd::NoAnswer: return 0;
  case AnswerEnd::FirstBytes: m_done = true; return keep(bytes);
  case AnswerEnd::Close: return keep(bytes);
  case AnswerEnd::Length: {
    const uint64_t missing = m_end->length - m_answer->size();
    const size_t used = keep(bytes.substr(0, size_t(std::min<uint64_t>(missing, bytes.size()))));
    m_done = m_answer->size() == m_end->length;
    return used;
  }
  case AnswerEnd::Mark: {
    // The mark may have begun in an earlier piece.
    const size_t before = m_answer->size();
    const size_t overlap = std::min(before, m_end->mark.size() - (m_end->mark.empty() ? 0 : 1));
    const size_t used = keep(bytes);
    const size_t at = m_answer->find(m_end->mark, before - overlap);
    if (at == std::string::npos) return used;
    m_problem = nullptr;
    m_done = true;
    m_answer->resize(at + m_end->mark.size());
    return m_answer->size() - before;
  }
  }
  return 0;
}

size_t AnswerReader::keep(std::string_view bytes)
{
  const size_t room = mostKept - m_answer->size();
  if (bytes.size() > room) {
    m_problem = "it goes on beyond 10 MB";
    m_done = false;
  }
  const std::string_view kept = bytes.substr(0, room);
  m_answer->append(kept);
  return kept.size();
}

void AnswerReader::streamEnded()
{
  if (m_done || m_problem) return;
  if (m_end->kind == AnswerEnd::Close) m_done = true;
  else m_problem = m_end->kind == AnswerEnd::Length ? "the connection was closed before its whole length had come"
                                                    : "the connection was closed before its end mark had come";
}

} // namespace engine
