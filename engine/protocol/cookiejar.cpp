#include "engine/protocol/cookiejar.h"

#include <algorithm>
#include <charconv>
#include <ctime>
#include <optional>

namespace engine {

namespace {

std::string_view trimmed(std::string_view text)
{
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

std::string lower(std::string_view text)
{
  std::string out(text);
  for (char &c : out)
    if (c >= 'A' && c <= 'Z') c = char(c + 32);
  return out;
}

bool isAddress(std::string_view host)
{
  return host.find(':') != host.npos || host.find_first_not_of("0123456789.") == host.npos;
}

/// 5.1.3, both in lower case.
bool domainMatches(std::string_view host, std::string_view domain)
{
  if (host == domain) return true;
  return host.size() > domain.size() && host.ends_with(domain) && host[host.size() - domain.size() - 1] == '.' && !isAddress(host);
}

std::string_view pathOf(const HttpPlace &place)
{
  const std::string_view path = place.target.substr(0, place.target.find('?'));
  return path.starts_with('/') ? path : std::string_view("/");
}

/// 5.1.4
bool pathMatches(std::string_view path, std::string_view of)
{
  if (!path.starts_with(of)) return false;
  return path.size() == of.size() || of.ends_with('/') || path[of.size()] == '/';
}

std::optional<int> leadingNumber(std::string_view token, size_t least, size_t most)
{
  size_t digits = 0;
  while (digits < token.size() && token[digits] >= '0' && token[digits] <= '9') ++digits;
  if (digits < least || digits > most) return std::nullopt;
  int value = 0;
  std::from_chars(token.data(), token.data() + digits, value);
  return value;
}

bool readTime(std::string_view token, tm &time)
{
  int parts[3] = {};
  for (int &part : parts) {
    const auto number = leadingNumber(token, 1, 2);
    if (!number) return false;
    part = *number;
    token.remove_prefix(std::min(token.find_first_not_of("0123456789"), token.size()));
    if (&part != &parts[2]) {
      if (!token.starts_with(':')) return false;
      token.remove_prefix(1);
    }
  }
  time.tm_hour = parts[0];
  time.tm_min = parts[1];
  time.tm_sec = parts[2];
  return true;
}

int monthOf(std::string_view token)
{
  constexpr std::string_view months = "janfebmaraprmayjunjulaugsepoctnovdec";
  if (token.size() < 3) return -1;
  const size_t found = months.find(lower(token.substr(0, 3)));
  return found == months.npos || found % 3 ? -1 : int(found / 3);
}

} // namespace

int64_t cookieDate(std::string_view text)
{
  tm time{};
  bool hasTime = false;
  int day = -1, month = -1, year = -1;
  const auto isDelimiter = [](char c) {
    return c == '\t' || (c >= ' ' && c <= '/') || (c >= ';' && c <= '@') || (c >= '[' && c <= '`') || (c >= '{' && c <= '~');
  };
  for (size_t at = 0; at < text.size();) {
    if (isDelimiter(text[at])) {
      ++at;
      continue;
    }
    size_t end = at;
    while (end < text.size() && !isDelimiter(text[end])) ++end;
    const std::string_view token = text.substr(at, end - at);
    at = end;
    if (!hasTime && readTime(token, time)) hasTime = true;
    else if (const auto number = leadingNumber(token, 1, 2); day < 0 && number) day = *number;
    else if (const int found = monthOf(token); month < 0 && found >= 0) month = found;
    else if (const auto digits = leadingNumber(token, 2, 4); year < 0 && digits) year = *digits;
  }
  if (year >= 70 && year <= 99) year += 1900;
  else if (year >= 0 && year <= 69) year += 2000;
  if (!hasTime || day < 1 || day > 31 || month < 0 || year < 1601 || time.tm_hour > 23 || time.tm_min > 59 || time.tm_sec > 59) return -1;
  time.tm_mday = day;
  time.tm_mon = month;
  time.tm_year = year - 1900;
  return std::max<int64_t>(timegm(&time), 0);
}

void CookieJar::store(std::string_view setCookies, const HttpPlace &place, int64_t now)
{
  while (!setCookies.empty()) {
    const size_t end = std::min(setCookies.find('\n'), setCookies.size());
    storeOne(setCookies.substr(0, end), place, now);
    setCookies.remove_prefix(std::min(end + 1, setCookies.size()));
  }
}

void CookieJar::storeOne(std::string_view text, const HttpPlace &place, int64_t now)
{
  const size_t semicolon = std::min(text.find(';'), text.size());
  const std::string_view pair = text.substr(0, semicolon);
  const size_t equals = pair.find('=');
  if (equals == pair.npos) return;
  Cookie cookie;
  cookie.name = trimmed(pair.substr(0, equals));
  cookie.value = trimmed(pair.substr(equals + 1));
  if (cookie.name.empty() || cookie.name.size() + cookie.value.size() > mostBytes) return;
  if (cookie.value.find_first_of("\r\n") != std::string::npos) return;
  const std::string host = lower(place.host);
  cookie.domain = host;
  const std::string_view path = pathOf(place);
  cookie.path = path.rfind('/') == 0 ? "/" : path.substr(0, path.rfind('/'));

  bool hasMaxAge = false;
  for (std::string_view rest = text.substr(semicolon); !rest.empty();) {
    rest.remove_prefix(1);
    const std::string_view attribute = rest.substr(0, std::min(rest.find(';'), rest.size()));
    rest.remove_prefix(attribute.size());
    const size_t split = std::min(attribute.find('='), attribute.size());
    const std::string_view name = trimmed(attribute.substr(0, split));
    std::string_view value = trimmed(attribute.substr(std::min(split + 1, attribute.size())));
    if (equalsIgnoringCase(name, "max-age")) {
      int64_t seconds = 0;
      const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), seconds);
      if (value.empty() || end != value.data() + value.size()) continue;
      hasMaxAge = true;
      cookie.expires = error != std::errc() ? INT64_MAX : seconds <= 0 ? 0 : now + std::min<int64_t>(seconds, INT64_MAX / 4);
    } else if (equalsIgnoringCase(name, "expires")) {
      if (const int64_t at = cookieDate(value); at >= 0 && !hasMaxAge) cookie.expires = at;
    } else if (equalsIgnoringCase(name, "domain")) {
      if (value.starts_with('.')) value.remove_prefix(1);
      if (value.empty()) continue;
      cookie.domain = lower(value);
      cookie.hostOnly = false;
    } else if (equalsIgnoringCase(name, "path")) {
      if (value.starts_with('/')) cookie.path = value;
    } else if (equalsIgnoringCase(name, "secure")) cookie.secure = true;
  }
  if (!cookie.hostOnly) {
    const bool isSuffix = cookie.domain.find('.') == std::string::npos;
    if (!domainMatches(host, cookie.domain) || (isSuffix && cookie.domain != host)) return;
    cookie.hostOnly = isSuffix;
  }
  const auto same = std::ranges::find_if(m_cookies, [&](const Cookie &each) {
    return each.name == cookie.name && each.domain == cookie.domain && each.path == cookie.path;
  });
  if (cookie.expires <= now) {
    if (same != m_cookies.end()) m_cookies.erase(same);
  } else if (same != m_cookies.end()) {
    *same = std::move(cookie);
  } else {
    if (m_cookies.size() >= mostCookies) m_cookies.erase(m_cookies.begin());
    m_cookies.push_back(std::move(cookie));
  }
}

void CookieJar::appendFor(const HttpPlace &place, int64_t now, std::string &out) const
{
  const std::string host = lower(place.host);
  const std::string_view path = pathOf(place);
  std::vector<const Cookie *> found;
  for (const Cookie &cookie : m_cookies) {
    const bool isHere = cookie.hostOnly ? host == cookie.domain : domainMatches(host, cookie.domain);
    if (isHere && cookie.expires > now && (!cookie.secure || place.isTls()) && pathMatches(path, cookie.path)) found.push_back(&cookie);
  }
  // 5.4: longer paths first, older ones first
  std::ranges::stable_sort(found, [](const Cookie *a, const Cookie *b) { return a->path.size() > b->path.size(); });
  for (const Cookie *cookie : found) {
    if (cookie != found.front()) out += "; ";
    out.append(cookie->name).append(1, '=').append(cookie->value);
  }
}

} // namespace engine
