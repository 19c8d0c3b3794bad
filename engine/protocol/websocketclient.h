// WebSocket of one virtual user: one connection that stays open from card to card. Between operations it goes on reading, so
// that pings are answered and messages kept. Belongs to the thread of its network; must outlive its operation under way.
#pragma once

#include "engine/io/background.h"
#include "engine/protocol/connection.h"
#include "engine/protocol/websocketcodec.h"
#include "engine/protocol/websocketupgrade.h"

#include <cstdint>
#include <vector>

namespace engine {

/// Views must stay valid until the operation has ended.
struct WebSocketExchange
{
  enum Method : uint8_t {
    Connect,    ///< opens the connection anew
    ReadWrite,  ///< sends, then takes the next message; what came before is forgotten
    ReadOnly,   ///< takes the oldest message that came, or waits for one
    WriteOnly,  ///< sends
    Disconnect  ///< the closing handshake
  } method = Connect;
  Endpoint endpoint;
  std::string_view target = "/", headers; ///< of the upgrade; headers are whole lines
  std::string_view payload;
  bool isBinary = false;
  bool offersDeflate = false; ///< Connect: permessage-deflate
  size_t fragmentSize = 0;    ///< payload bytes a frame; 0: all in one
  int64_t connectTimeout = 5'000'000'000;  ///< ns, for look-up, connect and TLS
  int64_t responseTimeout = 5'000'000'000; ///< ns without any byte moving; for Connect, of the upgrade
};

class WebSocketClient final : IdleListener
{
public:
  static constexpr size_t mostWaiting = 1000, mostWaitingBytes = 4'000'000; ///< messages kept unread; then reading pauses

  explicit WebSocketClient(Network &network);
  ~WebSocketClient();
  WebSocketClient(const WebSocketClient &) = delete;
  WebSocketClient &operator=(const WebSocketClient &) = delete;

  /// An operation that fails closes the connection. Sample::status is that of the upgrade, for Connect only.
  Task<ExchangeResult> run(const WebSocketExchange &exchange);
  void cancel() { m_connection.cancel(); }
  bool isOpen() const { return m_connection.isOpen(); }
  void close(); ///< without the closing handshake; only while no operation is under way

  const std::string &answer() const { return m_answer; } ///< the message taken last, until the next operation
  bool answerIsBinary() const { return m_answerIsBinary; }
  const std::string &upgradeHead() const { return m_upgradeHead; } ///< head of the answer to the last Connect
  void forgetAnswer();
  bool isCompressed() const { return m_deflater != nullptr; }
  uint64_t pingsAnswered() const { return m_pings; }

private:
  struct Message
  {
    std::string text;
    bool isBinary;
  };

  BackgroundTask watch();
  void becameReadable() override { m_watch = watch(); }
  void stopWatching();
  Task<int64_t> connect(const WebSocketExchange &exchange);
  Task<int64_t> readOnce();
  Task<int64_t> flush();
  Task<int64_t> takeMessage(int64_t responseTimeout);
  Task<int64_t> disconnect();
  void absorb(std::string_view bytes);
  void keepMessage();
  void sayMessage(const WebSocketExchange &exchange);
  void forgetOut();
  void say(WebSocketOpcode opcode, std::string_view payload);
  uint64_t random();
  bool isFull() const { return m_inbox.size() >= mostWaiting || m_waitingBytes >= mostWaitingBytes; }
  std::string notOpen(const WebSocketExchange &exchange) const;

  Connection m_connection;
  WebSocketReader m_reader{WebSocketRole::Client};
  std::unique_ptr<WebSocketDeflater> m_deflater;
  std::vector<Message> m_inbox;
  size_t m_waitingBytes = 0;
  std::string m_out;     ///< frames to be sent
  std::string m_answer, m_upgradeHead;
  std::string m_problem; ///< of the operation under way
  std::string m_lost;    ///< why the connection went while nobody looked
  BackgroundTask m_watch;
  uint64_t m_random, m_pings = 0;
  bool m_answerIsBinary = false, m_awaits = false; ///< the next message is the answer
  bool m_closed = false, m_saidClose = false, m_flushing = false;
};

} // namespace engine
