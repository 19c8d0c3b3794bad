// Addresses of protocols: "scheme://host:port/path?query".
#pragma once

#include "engine/protocol/connection.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace engine {

/// What may stand before "://", the port it has when none is given, and whether TLS is meant.
struct AddressScheme
{
  std::string_view name;
  uint16_t port; ///< 0: one must be given
  bool tls;
};

struct ProtocolPlace
{
  Endpoint endpoint;
  std::string_view scheme; ///< of the table; its first when none was given
  std::string target;      ///< path and query, at least "/"
};

/// False when `address` is none. Without a scheme it is read as the first one. `verifyTls` of the endpoint is left.
bool parseProtocolAddress(std::string_view address, std::span<const AddressScheme> schemes, ProtocolPlace &place);

} // namespace engine
