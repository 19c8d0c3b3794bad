// An IPv4 or IPv6 address with its port.
#pragma once

#include <cstdint>
#include <netinet/in.h>
#include <optional>
#include <string>
#include <string_view>
#include <sys/socket.h>

namespace engine {

class Address
{
public:
  Address() = default;
  static Address from(const sockaddr *address); ///< AF_INET or AF_INET6
  static Address loopback(uint16_t port);       ///< 127.0.0.1
  /// "10.0.0.1", "::1" or "[::1]"; nothing when it is a name.
  static std::optional<Address> literal(std::string_view text, uint16_t port);

  const sockaddr *data() const { return &m_any; }
  socklen_t size() const { return family() == AF_INET6 ? sizeof m_six : sizeof m_four; }
  int family() const { return m_any.sa_family; }
  uint16_t port() const { return ntohs(m_four.sin_port); } // at the same place in both
  Address withPort(uint16_t port) const;
  std::string text() const; ///< "127.0.0.1:80", "[::1]:80"
  bool operator==(const Address &other) const;

private:
  union {
    sockaddr m_any;
    sockaddr_in m_four;
    sockaddr_in6 m_six{};
  };
};

} // namespace engine
