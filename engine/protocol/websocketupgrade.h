// Turns an open connection into a WebSocket: sends the upgrade, reads the answer. For WebSocket itself and for what runs over it.
#pragma once

#include "engine/protocol/connection.h"
#include "engine/protocol/websockethandshake.h"

#include <cstdint>

namespace engine {

struct UpgradeOutcome
{
  int status = 0;      ///< of HTTP, 0 when there was no answer
  std::string head;    ///< of the answer
  std::string early;   ///< bytes that came after it
  std::string problem; ///< for Connection::finish()
  std::optional<DeflateTerms> deflate;
};

/// `headers`: further lines. > 0, or what failed.
Task<int64_t> upgradeToWebSocket(Connection &connection, std::string_view target, std::string_view headers, bool offersDeflate,
                                 const uint64_t (&random)[2], UpgradeOutcome &outcome);

} // namespace engine
