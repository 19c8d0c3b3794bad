// Frames and messages of WebSocket (RFC 6455) with permessage-deflate (RFC 7692). Sans-io, for both sides; every byte that
// comes is foreign.
#pragma once

#include "engine/protocol/websocketdeflate.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace engine {

enum class WebSocketOpcode : uint8_t { Continuation = 0, Text = 1, Binary = 2, Close = 8, Ping = 9, Pong = 10 };
enum class WebSocketRole : uint8_t { Client, Server };

/// Appends one frame. A client's frames are masked by `mask`, a server's are not.
void appendWebSocketFrame(std::string &out, WebSocketRole role, WebSocketOpcode opcode, std::string_view payload, uint32_t mask,
                          bool isFinal = true, bool isCompressed = false);
/// The payload of a Close frame; reasons are cut to what fits.
std::string webSocketClosePayload(uint16_t code, std::string_view reason);
bool isUtf8(std::string_view text);

/// Puts messages together from frames.
class WebSocketReader
{
public:
  static constexpr uint64_t mostBytes = 16'000'000; ///< of a message, before and after unpacking

  enum Kind : uint8_t { Text, Binary, Ping, Pong, Close };

  explicit WebSocketReader(WebSocketRole role) : m_role(role) {} ///< `role`: who reads
  void reset();                                                  ///< for a new connection, without compression
  void useDeflate(const DeflateTerms &terms) { m_inflater = std::make_unique<WebSocketInflater>(m_role, terms); }

  /// Takes from the front of `bytes`. True: a message, ping, pong or close is there; call again for more. False: more bytes
  /// are needed, or isBroken().
  bool next(std::string_view &bytes);
  Kind kind() const { return m_kind; }
  std::string_view payload() const { return m_isControl ? std::string_view(m_control) : std::string_view(m_message); } ///< until next()
  /// Puts the message that is there into `to`, whose memory the next one gets. Payload() is empty then.
  void swapMessage(std::string &to) { m_message.swap(to), m_message.clear(); }
  uint16_t closeCode() const { return m_closeCode; } ///< after Close; 1005 when none was given
  bool isWithinMessage() const { return m_inMessage || m_inPayload; }
  uint64_t frames() const { return m_frames; }

  bool isBroken() const { return m_problem != nullptr; }
  const char *problem() const { return m_problem ? m_problem : ""; } ///< end of a sentence
  uint16_t problemCode() const { return m_problemCode; }             ///< what to close with

private:
  bool header(std::string_view &bytes);
  bool headerComplete();
  void payloadPiece(std::string_view &bytes);
  bool frameEnded();
  bool controlEnded();
  bool messageEnded();
  bool broken(const char *problem, uint16_t code = 1002);

  std::string m_message, m_control;
  std::unique_ptr<WebSocketInflater> m_inflater;
  const char *m_problem = nullptr;
  uint64_t m_length = 0, m_taken = 0, m_frames = 0;
  uint8_t m_header[14] = {};
  uint8_t m_mask[4] = {};
  uint8_t m_headerSize = 0;
  uint16_t m_problemCode = 0, m_closeCode = 0;
  WebSocketRole m_role;
  WebSocketOpcode m_opcode = WebSocketOpcode::Continuation;
  Kind m_kind = Text;
  bool m_inPayload = false, m_isControl = false, m_isFinal = false, m_delivered = false;
  bool m_inMessage = false, m_messageIsText = false, m_messageIsCompressed = false;
};

} // namespace engine
