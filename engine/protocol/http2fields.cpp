#include "engine/protocol/http2fields.h"

#include <charconv>

namespace engine {

namespace {

constexpr size_t mostDigits = 20;

/// Headers of HTTP/1.1 that say something about the connection are none of HTTP/2 (RFC 9113 8.2.2).
bool isOfConnection(std::string_view name, std::string_view value)
{
  for (const std::string_view each : {"connection", "keep-alive", "proxy-connection", "transfer-encoding", "upgrade", "http2-settings"})
    if (name == each) return true;
  return name == "te" && value != "trailers";
}

/// Calls `each(name, value)` for every header line.
template<class Each>
void forHeaders(std::string_view lines, Each each)
{
  while (!lines.empty()) {
    const size_t end = lines.find("\r\n");
    const std::string_view line = lines.substr(0, end);
    lines.remove_prefix(end == lines.npos ? lines.size() : end + 2);
    const size_t colon = line.find(':');
    if (colon == line.npos || colon == 0) continue;
    std::string_view value = line.substr(colon + 1);
    while (value.starts_with(' ') || value.starts_with('\t')) value.remove_prefix(1);
    while (value.ends_with(' ') || value.ends_with('\t')) value.remove_suffix(1);
    each(line.substr(0, colon), value);
  }
}

} // namespace

void Http2Fields::set(std::string_view method, std::string_view scheme, std::string_view authority, std::string_view target,
                      std::string_view headers, std::string_view body)
{
  m_body = body;
  m_text.clear();
  m_text.reserve(1 + target.size() + headers.size() + mostDigits); // never beyond it, so the views stay
  const auto added = [this](size_t at) { return std::string_view(m_text).substr(at); };
  m_text.append(target.starts_with('/') || target == "*" ? "" : "/").append(target);
  m_all.clear();
  m_all.insert(m_all.end(), {{":method", method}, {":scheme", scheme}, {":authority", authority}, {":path", added(0)}});
  bool hasLength = false;
  forHeaders(headers, [&](std::string_view name, std::string_view value) {
    const size_t at = m_text.size();
    for (const char c : name) m_text += c >= 'A' && c <= 'Z' ? char(c + 32) : c;
    const std::string_view key = added(at);
    if (key == "host") m_all[2].value = value;
    if (key == "host" || isOfConnection(key, value)) return;
    hasLength |= key == "content-length";
    m_all.push_back({key, value});
  });
  const bool expectsBody = method == "POST" || method == "PUT" || method == "PATCH";
  if (hasLength || (!expectsBody && body.empty())) return;
  char digits[mostDigits];
  const size_t at = m_text.size();
  m_text.append(digits, std::to_chars(digits, digits + mostDigits, body.size()).ptr);
  m_all.push_back({"content-length", added(at)});
}

} // namespace engine
