// The upgrade from HTTP/1.1 to WebSocket (RFC 6455 4), both sides of it. Text in, text out.
#pragma once

#include "engine/protocol/http1parser.h"
#include "engine/protocol/websocketdeflate.h"

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

namespace engine {

/// The value of Sec-WebSocket-Accept that belongs to a Sec-WebSocket-Key.
std::string webSocketAccept(std::string_view key);
/// A key of the 16 bytes of `random`.
std::string webSocketKey(const uint64_t (&random)[2]);

struct WebSocketUpgrade
{
  std::string_view authority, target = "/"; ///< as in a Host header; path and query
  std::string_view headers;                 ///< further lines "Name: value\r\n"
  std::string_view key;
  bool offersDeflate = false;

  std::string request() const;
};

/// What a server's answer to an upgrade comes to.
struct UpgradeAnswer
{
  bool isTurnedDown = false;  ///< a proper HTTP answer that is no 101
  std::string problem;        ///< empty: upgraded. End of a sentence
  std::optional<DeflateTerms> deflate;
};
UpgradeAnswer readUpgradeAnswer(const HttpReply &reply, const WebSocketUpgrade &asked);

/// A server's answer to the head of a request; empty when that is no upgrade it can serve. `subprotocol`: as offered, or none.
std::string acceptUpgrade(std::string_view head, std::optional<DeflateTerms> &deflate, std::string_view subprotocol = {});
/// The first of `known` that the head of a request offers; empty: none.
std::string_view offeredSubprotocol(std::string_view head, std::initializer_list<std::string_view> known);

} // namespace engine
