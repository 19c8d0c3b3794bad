#include "engine/protocol/httpmessage.h"

#include <algorithm>

namespace engine {

bool HttpPlace::parse(std::string_view url, HttpPlace &place)
{
  const size_t colon = url.find("://");
  if (colon == url.npos) return false;
  bool isOdd = false; // without a branch, so that many characters are looked at at once
  for (const char c : url) isOdd |= ((unsigned char)(c) <= ' ') | (c == 127);
  if (isOdd) return false;
  const std::string_view scheme = url.substr(0, colon);
  const bool tls = equalsIgnoringCase(scheme, "https");
  if (!tls && !equalsIgnoringCase(scheme, "http")) return false;

  std::string_view rest = url.substr(colon + 3);
  rest = rest.substr(0, rest.find('#'));
  size_t authorityEnd = 0;
  while (authorityEnd < rest.size() && rest[authorityEnd] != '/' && rest[authorityEnd] != '?') ++authorityEnd;
  std::string_view host = rest.substr(0, authorityEnd);
  const std::string_view target = rest.substr(authorityEnd);
  if (const size_t at = host.rfind('@'); at != host.npos) host.remove_prefix(at + 1);

  std::string_view port;
  if (host.starts_with('[')) {
    const size_t bracket = host.find(']');
    if (bracket == host.npos) return false;
    port = host.substr(bracket + 1);
    host = host.substr(1, bracket - 1);
  } else if (const size_t end = host.find(':'); end != host.npos) {
    port = host.substr(end);
    host = host.substr(0, end);
  }
  unsigned number = tls ? 443 : 80;
  if (port.size() > 1) { // "host:" alone means the usual port
    number = 0;
    for (char c : port.substr(1)) {
      if (c < '0' || c > '9' || number > 65535) return false;
      number = number * 10 + unsigned(c - '0');
    }
  }
  if (host.empty() || number == 0 || number > 65535 || (!port.empty() && port[0] != ':')) return false;
  place = {tls ? "https" : "http", host, uint16_t(number), target.empty() ? "/" : target};
  return true;
}

std::string HttpPlace::authority() const
{
  std::string text;
  if (host.find(':') != host.npos) text.append(1, '[').append(host).append(1, ']');
  else text = host;
  if (port != (isTls() ? 443 : 80)) text.append(1, ':').append(std::to_string(port));
  return text;
}

} // namespace engine
