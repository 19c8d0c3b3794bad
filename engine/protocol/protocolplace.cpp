#include "engine/protocol/protocolplace.h"

#include "engine/protocol/http1framing.h"

#include <algorithm>

namespace engine {

bool parseProtocolAddress(std::string_view address, std::span<const AddressScheme> schemes, ProtocolPlace &place)
{
  const auto isOdd = [](char c) { return uint8_t(c) <= ' ' || c == 127; };
  while (!address.empty() && isOdd(address.front())) address.remove_prefix(1);
  while (!address.empty() && isOdd(address.back())) address.remove_suffix(1);
  if (std::ranges::any_of(address, isOdd)) return false;

  const AddressScheme *scheme = &schemes.front();
  if (const size_t colon = address.find("://"); colon != address.npos) {
    const std::string_view name = address.substr(0, colon);
    const auto found = std::ranges::find_if(schemes, [&](const AddressScheme &each) { return equalsIgnoringCase(each.name, name); });
    if (found == schemes.end()) return false;
    scheme = &*found;
    address.remove_prefix(colon + 3);
  }
  address = address.substr(0, address.find('#'));
  const size_t authorityEnd = std::min(address.find_first_of("/?"), address.size());
  std::string_view host = address.substr(0, authorityEnd), port;
  const std::string_view target = address.substr(authorityEnd);
  if (const size_t at = host.rfind('@'); at != host.npos) host.remove_prefix(at + 1);
  if (host.starts_with('[')) {
    const size_t bracket = host.find(']');
    if (bracket == host.npos) return false;
    port = host.substr(bracket + 1);
    host = host.substr(1, bracket - 1);
  } else if (const size_t colon = host.find(':'); colon != host.npos) {
    port = host.substr(colon);
    host = host.substr(0, colon);
  }
  unsigned number = scheme->port;
  if (!port.empty()) {
    if (port.front() != ':' || port.size() > 6) return false;
    number = 0;
    for (const char c : port.substr(1)) {
      if (c < '0' || c > '9') return false;
      number = number * 10 + unsigned(c - '0');
    }
  }
  if (host.empty() || number == 0 || number > 65535) return false;
  place.scheme = scheme->name;
  place.endpoint.host = host;
  place.endpoint.port = uint16_t(number);
  place.endpoint.tls = scheme->tls;
  place.target = target;
  if (!target.starts_with('/')) place.target.insert(0, 1, '/');
  return true;
}

} // namespace engine
