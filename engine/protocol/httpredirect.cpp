#include "engine/protocol/httpredirect.h"

#include <algorithm>
#include <array>
#include <vector>

namespace engine {

namespace {

std::string encoded(std::string_view text)
{
  constexpr char digits[] = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    const auto byte = (unsigned char)(c);
    if (byte > ' ' && byte < 127) out += c;
    else out.append(1, '%').append(1, digits[byte >> 4]).append(1, digits[byte & 15]);
  }
  return out;
}

/// RFC 3986 5.2.4 on the path; the query stays.
std::string withoutDots(std::string_view target)
{
  const size_t question = std::min(target.find('?'), target.size());
  std::string_view path = target.substr(0, question);
  std::vector<std::string_view> kept;
  bool endsInSlash = false;
  while (!path.empty()) {
    path.remove_prefix(1); // the slash
    const std::string_view segment = path.substr(0, path.find('/'));
    path.remove_prefix(segment.size());
    endsInSlash = segment == "." || segment == "..";
    if (segment == ".." && !kept.empty()) kept.pop_back();
    else if (!endsInSlash) kept.push_back(segment);
  }
  std::string out;
  for (std::string_view segment : kept) out.append(1, '/').append(segment);
  if (endsInSlash || out.empty()) out += '/';
  return out.append(target.substr(question));
}

bool isAnyOf(std::string_view name, std::initializer_list<std::string_view> names)
{
  return std::ranges::any_of(names, [name](std::string_view each) { return equalsIgnoringCase(name, each); });
}

size_t headEnd(std::string_view wire)
{
  return std::min(wire.find("\r\n\r\n"), wire.size());
}

} // namespace

bool isRedirect(int status)
{
  return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

std::string_view methodAfter(int status, std::string_view method)
{
  if (status == 303 && method != "HEAD") return "GET";
  if ((status == 301 || status == 302) && method == "POST") return "GET";
  return method;
}

std::string redirectTarget(const HttpPlace &from, std::string_view location)
{
  location = location.substr(0, location.find('#'));
  const std::string scheme(from.scheme), origin = scheme + "://" + from.authority();
  const std::string to = encoded(location);
  std::string url;
  const size_t colon = to.find(':');
  if (colon != to.npos && to.find_first_of("/?") > colon) { // it has a scheme
    url = to;
  } else if (to.starts_with("//")) {
    url = scheme + ":" + to;
  } else {
    std::string target = from.target.starts_with('/') ? std::string(from.target) : "/" + std::string(from.target);
    const std::string path = target.substr(0, target.find('?'));
    if (to.empty()) url = origin + target;
    else if (to.starts_with('/')) url = origin + withoutDots(to);
    else if (to.starts_with('?')) url = origin + path + to;
    else url = origin + withoutDots(path.substr(0, path.rfind('/') + 1) + to);
  }
  HttpPlace place;
  return HttpPlace::parse(url, place) ? url : std::string();
}

std::string_view headersOf(std::string_view wire)
{
  const size_t lineEnd = wire.find("\r\n"), end = headEnd(wire);
  if (lineEnd == wire.npos || lineEnd >= end) return {};
  return wire.substr(lineEnd + 2, end - lineEnd); // with the last line's end
}

std::string_view bodyOf(std::string_view wire)
{
  return wire.substr(std::min(headEnd(wire) + 4, wire.size()));
}

std::string headersAfter(std::string_view headers, bool keepBody, bool sameHost)
{
  std::string out;
  while (!headers.empty()) {
    const size_t end = std::min(headers.find("\r\n"), headers.size());
    const std::string_view line = headers.substr(0, end), name = line.substr(0, line.find(':'));
    headers.remove_prefix(std::min(end + 2, headers.size()));
    if (line.empty() || isAnyOf(name, {"host", "content-length"})) continue;
    if (!keepBody && isAnyOf(name, {"content-type", "content-encoding", "transfer-encoding", "expect"})) continue;
    if (!sameHost && isAnyOf(name, {"authorization", "cookie", "origin"})) continue;
    out.append(line).append("\r\n");
  }
  return out;
}

} // namespace engine
