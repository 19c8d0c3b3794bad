#include "engine/io/address.h"

#include <arpa/inet.h>
#include <cstring>

namespace engine {

Address Address::from(const sockaddr *address)
{
  Address result;
  if (address->sa_family == AF_INET6) std::memcpy(&result.m_six, address, sizeof result.m_six);
  else std::memcpy(&result.m_four, address, sizeof result.m_four);
  return result;
}

Address Address::loopback(uint16_t port) { return *literal("127.0.0.1", port); }

std::optional<Address> Address::literal(std::string_view text, uint16_t port)
{
  if (text.size() > 2 && text.front() == '[' && text.back() == ']') text = text.substr(1, text.size() - 2);
  char terminated[INET6_ADDRSTRLEN + 1];
  if (text.empty() || text.size() >= sizeof terminated) return {};
  terminated[text.copy(terminated, text.size())] = 0;
  Address address;
  if (inet_pton(AF_INET, terminated, &address.m_four.sin_addr) == 1) address.m_four.sin_family = AF_INET;
  else if (inet_pton(AF_INET6, terminated, &address.m_six.sin6_addr) == 1) address.m_six.sin6_family = AF_INET6;
  else return {};
  return address.withPort(port);
}

Address Address::withPort(uint16_t port) const
{
  Address address = *this;
  address.m_four.sin_port = htons(port);
  return address;
}

std::string Address::text() const
{
  char buffer[INET6_ADDRSTRLEN];
  const bool six = family() == AF_INET6;
  inet_ntop(family(), six ? static_cast<const void *>(&m_six.sin6_addr) : &m_four.sin_addr, buffer, sizeof buffer);
  return (six ? "[" + std::string(buffer) + "]" : std::string(buffer)) + ":" + std::to_string(port());
}

bool Address::operator==(const Address &other) const
{
  if (family() != other.family() || port() != other.port()) return false;
  if (family() == AF_INET6) return std::memcmp(&m_six.sin6_addr, &other.m_six.sin6_addr, sizeof m_six.sin6_addr) == 0;
  return m_four.sin_addr.s_addr == other.m_four.sin_addr.s_addr;
}

} // namespace engine
