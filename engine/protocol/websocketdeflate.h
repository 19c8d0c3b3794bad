// The compression of permessage-deflate (RFC 7692) and what two sides agree on.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace engine {

enum class WebSocketRole : uint8_t;

struct DeflateTerms
{
  bool serverTakesOver = true, clientTakesOver = true; ///< context is kept from message to message
  int serverWindow = 15, clientWindow = 15;            ///< bits, 9..15

  /// What this client offers: "permessage-deflate; client_max_window_bits".
  static std::string_view offer();
  /// Reads the server's answer (the value of Sec-WebSocket-Extensions) to that offer; nothing when it is none to it.
  static std::optional<DeflateTerms> fromAnswer(std::string_view header);
  /// A server's choice from an offer, and the header it answers; nothing when permessage-deflate is not offered.
  static std::optional<DeflateTerms> fromOffer(std::string_view header, std::string &answer);
};

/// Unpacks the messages of the other side.
class WebSocketInflater
{
public:
  WebSocketInflater(WebSocketRole reader, const DeflateTerms &terms);
  ~WebSocketInflater();
  WebSocketInflater(const WebSocketInflater &) = delete;
  WebSocketInflater &operator=(const WebSocketInflater &) = delete;

  /// Replaces `message` by what it unpacks to. Null, or what is wrong (end of a sentence); "…too large" beyond `limit`.
  const char *unpack(std::string &message, uint64_t limit);
  bool wasTooLarge() const { return m_tooLarge; }

private:
  struct State;
  std::unique_ptr<State> m_state;
  bool m_tooLarge = false;
};

/// Packs our own messages.
class WebSocketDeflater
{
public:
  WebSocketDeflater(WebSocketRole writer, const DeflateTerms &terms);
  ~WebSocketDeflater();
  WebSocketDeflater(const WebSocketDeflater &) = delete;
  WebSocketDeflater &operator=(const WebSocketDeflater &) = delete;

  std::string pack(std::string_view message); ///< empty when there is no memory

private:
  struct State;
  std::unique_ptr<State> m_state;
};

} // namespace engine
