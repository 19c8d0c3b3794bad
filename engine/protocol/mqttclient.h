// MQTT of one virtual user: one connection that stays open from card to card, over TCP, TLS or WebSocket. Between operations
// it goes on reading, acknowledges messages and keeps the connection alive. Belongs to the thread of its network; must
// outlive its operation under way.
#pragma once

#include "engine/io/background.h"
#include "engine/io/sleeper.h"
#include "engine/protocol/connection.h"
#include "engine/protocol/mqttcodec.h"
#include "engine/protocol/websocketcodec.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace engine {

/// Views must stay valid until the operation has ended.
struct MqttExchange
{
  enum Method : uint8_t { Connect, Publish, Subscribe, Unsubscribe, Disconnect } method = Connect;
  Endpoint endpoint;
  bool overWebSocket = false;
  std::string_view target = "/mqtt", headers; ///< of the WebSocket upgrade
  MqttConnect connect;                        ///< Connect; its version holds for the connection
  std::string_view topic, payload;
  int qos = 0;
  bool retain = false;
  uint32_t awaitedMessages = 0;               ///< Subscribe: it is done when so many messages came after the SUBACK
  int64_t connectTimeout = 5'000'000'000;     ///< ns, for look-up, connect and TLS
  int64_t responseTimeout = 5'000'000'000;    ///< ns without any byte moving
};

class MqttClient final : IdleListener
{
public:
  explicit MqttClient(Network &network);
  ~MqttClient();
  MqttClient(const MqttClient &) = delete;
  MqttClient &operator=(const MqttClient &) = delete;

  /// Done is: accepted (Connect), written (Publish with QoS 0, Disconnect), acknowledged to the end (QoS 1 and 2,
  /// Subscribe, Unsubscribe). An operation that breaks the protocol, times out or loses the connection closes it; one that
  /// the broker turns down does so for Connect only.
  Task<ExchangeResult> run(const MqttExchange &exchange);
  void cancel() { m_connection.cancel(); }
  bool isOpen() const { return m_connection.isOpen(); }
  void close(); ///< without DISCONNECT; only while no operation is under way

  const std::string &answer() const { return m_message; } ///< payload of the last message that came, at most 10 MB
  const std::string &answerTopic() const { return m_messageTopic; }
  void forgetAnswer();
  uint64_t messages() const { return m_messages; }   ///< that came since Connect, doubles of QoS 2 not counted
  bool sessionPresent() const { return m_sessionPresent; }
  uint64_t pings() const { return m_pings; }         ///< sent to keep the connection alive

private:
  struct Awaited ///< the acknowledgement an operation waits for
  {
    MqttType type{};
    uint16_t id = 0;
    bool isThere = false;
    MqttAck ack;
    std::string reason;
  };

  BackgroundTask watch();
  void becameReadable() override { m_watch = watch(); }
  BackgroundTask keepAlive();
  void stopWatching();
  Task<int64_t> connect(const MqttExchange &exchange);
  void sayMessage(const MqttExchange &exchange, uint16_t id);
  Task<int64_t> acknowledged(int qos, uint16_t id);
  Task<int64_t> subscribe(const MqttExchange &exchange);
  Task<int64_t> await(MqttType type, uint16_t id);
  Task<int64_t> readOnce();
  Task<int64_t> flush();
  bool hasOut() const { return !m_out.empty() || !m_pong.empty(); }
  std::string_view wire();
  void forgetOut();
  void absorb(std::string_view bytes);
  void absorbFrames(std::string_view bytes);
  void take(const MqttPacket &packet);
  void takeMessage(const MqttPacket &packet);
  void broken(const char *problem);
  int64_t turnedDown(const std::string &what, uint8_t code, std::string_view reason);
  uint16_t nextId();
  uint64_t random();
  std::string notOpen(const MqttExchange &exchange) const;

  Connection m_connection;
  MqttReader m_reader;
  std::unique_ptr<WebSocketReader> m_frames; ///< when over WebSocket
  MqttVersion m_version = MqttVersion::V311;
  std::string m_out, m_pong; ///< packets to be sent; a frame ready for the wire
  std::string m_problem, m_lost, m_message, m_messageTopic;
  Awaited m_awaited;
  MqttConnAck m_connAck;
  std::vector<uint16_t> m_received; ///< ids of QoS 2 messages whose PUBREL has not come
  BackgroundTask m_watch, m_alive;
  int64_t m_keepAlive = 0, m_lastSent = 0; ///< ns
  uint64_t m_random, m_messages = 0, m_pings = 0;
  uint16_t m_id = 0;
  bool m_over = false; ///< no more can be said on this connection
  bool m_brokenByPeer = false, m_connAckThere = false, m_sessionPresent = false;
  bool m_writing = false, m_flushing = false, m_pinging = false, m_pingOpen = false;
};

} // namespace engine
