// The clients of one virtual user for all protocols but HTTP: one for each place it talks to, made when first used. One
// operation at a time. Belongs to the thread of its network; must outlive its operation under way.
#pragma once

#include "engine/plan/protocolrequest.h"
#include "engine/protocol/flvclient.h"
#include "engine/protocol/hlsclient.h"
#include "engine/protocol/mqttclient.h"
#include "engine/protocol/rtmpclient.h"
#include "engine/protocol/tcpclient.h"
#include "engine/protocol/udpclient.h"
#include "engine/protocol/websocketclient.h"

#include <cstdint>
#include <vector>

namespace engine {

class ProtocolClients
{
public:
  static constexpr size_t mostClients = 64; ///< of one protocol; of more the one used longest ago is closed

  explicit ProtocolClients(Network &network);
  ~ProtocolClients();
  ProtocolClients(const ProtocolClients &) = delete;
  ProtocolClients &operator=(const ProtocolClients &) = delete;

  /// Expands the texts of `request`, which must stay as long as it is asked about, and carries it out. Not for monostate.
  Task<ExchangeResult> run(const ProtocolRequest &request, ExpansionContext &context);
  void cancel(); ///< the operation under way

  /// Of the last operation, until the next.
  std::string_view address() const { return m_address; } ///< as sent
  std::string_view head() const;                         ///< of a WebSocket upgrade
  std::string_view body() const;                         ///< the answer
  std::string sentHead() const;                          ///< address and "Name: value" lines about what was sent, for people
  std::string answerHead() const;                        ///< head(), or the address and lines about what came; empty: nothing to tell
  std::string sentText(size_t limit) const;              ///< what was sent, for people: text, or hexadecimal digits
  std::string receivedText(size_t limit) const;
  const StreamFigures *figures() const; ///< of a play or publication, else null
  void forgetAnswer();

private:
  struct Place;
  template<class Client> struct Kept
  {
    std::string key;
    uint64_t lastUse = 0;
    std::unique_ptr<Client> client;
  };
  template<class Client> using Clients = std::vector<Kept<Client>>;

  template<class Client> Client &clientFor(Clients<Client> &clients, const Place &place);
  Task<ExchangeResult> talk(const SocketRequest &request, ExpansionContext &context);
  Task<ExchangeResult> talk(const WebSocketRequest &request, ExpansionContext &context);
  Task<ExchangeResult> talk(const MqttRequest &request, ExpansionContext &context);
  Task<ExchangeResult> talk(const StreamRequest &request, ExpansionContext &context);
  std::string expanded(const Template &text, ExpansionContext &context) const;
  /// The payload in m_sent, decoded when it is written as hexadecimal digits; false and a result when it is none.
  bool payload(const Template &text, bool isHex, ExpansionContext &context, ExchangeResult &result);

  Network &m_network;
  Clients<TcpClient> m_tcp;
  Clients<UdpClient> m_udp;
  Clients<WebSocketClient> m_webSocket;
  Clients<MqttClient> m_mqtt;
  std::unique_ptr<FlvClient> m_flv; ///< plays keep no connection, so one does for all places
  std::unique_ptr<HlsClient> m_hls;
  std::unique_ptr<RtmpClient> m_rtmp;
  std::variant<std::monostate, TcpClient *, UdpClient *, WebSocketClient *, MqttClient *, FlvClient *, HlsClient *, RtmpClient *> m_current;
  std::string m_address, m_sent, m_headers, m_topic, m_clientId;
  const ProtocolRequest *m_request = nullptr; ///< the last one
  uint64_t m_uses = 0;
};

} // namespace engine
