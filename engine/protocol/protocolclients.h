// The clients of one virtual user for all protocols but HTTP: one for each place it talks to, made when first used. One
// operation at a time. Belongs to the thread of its network; must outlive its operation under way.
#pragma once

#include "engine/plan/protocolrequest.h"
#include "engine/protocol/flvclient.h"
#include "engine/protocol/hlsclient.h"
#include "engine/protocol/mqttclient.h"
#include "engine/protocol/protocolplace.h"
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
  std::string_view address() const { return m_address.text; } ///< as sent
  std::string_view head() const;                         ///< of a WebSocket upgrade
  std::string_view body() const;                         ///< the answer
  std::string sentHead() const;                          ///< address and "Name: value" lines about what was sent, for people
  std::string answerHead() const;                        ///< head(), or the address and lines about what came; empty: nothing to tell
  std::string sentText(size_t limit) const;              ///< what was sent, for people: text, or hexadecimal digits
  std::string receivedText(size_t limit) const;
  const StreamFigures *figures() const; ///< of a play or publication, else null
  void forgetAnswer();

private:
  /// A text of the request under way: where it is literal its own, else what it expands to.
  struct Text
  {
    void set(const Template &from, ExpansionContext &context);
    void clear() { text = {}; }
    bool fromHex(); ///< false: it is not made of hexadecimal digits
    void forget();  ///< frees much memory

    std::string_view text;
    std::string expanded;
  };

  /// A client, where it leads, and the exchange it has there: of that only what a request changes is set anew.
  template<class Client, class Exchange> struct Kept
  {
    explicit Kept(Network &network) : client(network) {}

    std::string address, key; ///< as last written; what tells its connection from others
    ProtocolPlace place;
    Exchange exchange;
    Client client;
    uint64_t lastUse = 0;
  };
  template<class Client, class Exchange> using Clients = std::vector<std::unique_ptr<Kept<Client, Exchange>>>;

  struct MqttTexts ///< of a Connect
  {
    Text user, password, willTopic, willPayload;
    MqttWill will;
  };

  /// The client for m_address; null when that is no address.
  template<class Client, class Exchange>
  Kept<Client, Exchange> *clientFor(Clients<Client, Exchange> &clients, std::span<const AddressScheme> schemes, bool verifyTls);
  template<class Client, class Exchange> Kept<Client, Exchange> *use(Kept<Client, Exchange> *kept);
  Task<ExchangeResult> talk(const SocketRequest &request, ExpansionContext &context);
  Task<ExchangeResult> talk(const WebSocketRequest &request, ExpansionContext &context);
  Task<ExchangeResult> talk(const MqttRequest &request, ExpansionContext &context);
  Task<ExchangeResult> talk(const StreamRequest &request, ExpansionContext &context);
  std::string greet(const MqttRequest &request, ExpansionContext &context, MqttConnect &connect);

  Network &m_network;
  Clients<TcpClient, TcpExchange> m_tcp;
  Clients<UdpClient, UdpExchange> m_udp;
  Clients<WebSocketClient, WebSocketExchange> m_webSocket;
  Clients<MqttClient, MqttExchange> m_mqtt;
  std::unique_ptr<FlvClient> m_flv; ///< plays keep no connection, so one does for all places
  std::unique_ptr<HlsClient> m_hls;
  std::unique_ptr<RtmpClient> m_rtmp;
  std::variant<std::monostate, TcpClient *, UdpClient *, WebSocketClient *, MqttClient *, FlvClient *, HlsClient *, RtmpClient *> m_current;
  Text m_address, m_sent, m_mark, m_topic, m_clientId;
  std::unique_ptr<MqttTexts> m_mqttTexts;
  std::string m_headers;
  const ProtocolRequest *m_request = nullptr; ///< the last one
  uint64_t m_uses = 0;
};

} // namespace engine
