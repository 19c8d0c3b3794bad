#include "engine/protocol/protocolclients.h"

#include "engine/protocol/protocolplace.h"

#include <algorithm>

namespace engine {

static_assert(int(SocketRequest::FirstBytes) == int(AnswerEnd::FirstBytes) && int(SocketRequest::NoAnswer) == int(AnswerEnd::NoAnswer));
static_assert(int(WebSocketRequest::Disconnect) == int(WebSocketExchange::Disconnect));
static_assert(int(MqttRequest::Disconnect) == int(MqttExchange::Disconnect));

namespace {

constexpr AddressScheme tcpSchemes[] = {{"tcp", 0, false}, {"ssl", 0, true}, {"tls", 0, true}};
constexpr AddressScheme udpSchemes[] = {{"udp", 0, false}};
constexpr AddressScheme webSocketSchemes[] = {{"ws", 80, false}, {"wss", 443, true}, {"http", 80, false}, {"https", 443, true}};
constexpr AddressScheme mqttSchemes[] = {{"mqtt", 1883, false}, {"tcp", 1883, false}, {"mqtts", 8883, true},
                                         {"ssl", 8883, true},   {"ws", 80, false},    {"wss", 443, true}};

ExchangeResult unsendable(std::string why)
{
  ExchangeResult result;
  ExchangeFailure failure;
  failure.problem = why;
  describeFailure(result, CannotSend, failure);
  return result;
}

/// As it is when people can read it, else as hexadecimal digits.
std::string forPeople(std::string_view bytes, size_t limit)
{
  const std::string_view part = bytes.substr(0, limit);
  const bool isText = isUtf8(part) || isUtf8(part.substr(0, part.size() - std::min<size_t>(3, part.size())));
  const bool isPlain = std::ranges::none_of(part, [](char c) { return uint8_t(c) < ' ' && c != '\n' && c != '\r' && c != '\t'; });
  return isText && isPlain ? std::string(part) : hexFromBytes(part.substr(0, limit / 2));
}

} // namespace

/// Where an operation goes, and what tells its connection from others.
struct ProtocolClients::Place : ProtocolPlace
{
  std::string key;

  bool parse(const std::string &address, std::span<const AddressScheme> schemes, const RequestLimits &limits)
  {
    if (!parseProtocolAddress(address, schemes, *this)) return false;
    endpoint.verifyTls = limits.verifyTls;
    key = endpoint.text() + (endpoint.tls ? endpoint.verifyTls ? " verified" : " tls" : "") + target;
    return true;
  }
};

ProtocolClients::ProtocolClients(Network &network) : m_network(network) {}
ProtocolClients::~ProtocolClients() = default;

template<class Client>
Client &ProtocolClients::clientFor(Clients<Client> &clients, const Place &place)
{
  auto found = std::ranges::find(clients, place.key, &Kept<Client>::key);
  if (found == clients.end()) {
    if (clients.size() >= mostClients) clients.erase(std::ranges::min_element(clients, {}, &Kept<Client>::lastUse));
    clients.push_back({place.key, 0, std::make_unique<Client>(m_network)});
    found = clients.end() - 1;
  }
  found->lastUse = ++m_uses;
  m_current = found->client.get();
  return *found->client;
}

Task<ExchangeResult> ProtocolClients::run(const ProtocolRequest &request, ExpansionContext &context)
{
  m_current = {};
  m_request = &request;
  for (std::string *text : {&m_sent, &m_headers, &m_topic, &m_clientId}) text->clear();
  if (const auto *socket = std::get_if<SocketRequest>(&request)) co_return co_await talk(*socket, context);
  if (const auto *webSocket = std::get_if<WebSocketRequest>(&request)) co_return co_await talk(*webSocket, context);
  if (const auto *mqtt = std::get_if<MqttRequest>(&request)) co_return co_await talk(*mqtt, context);
  if (const auto *stream = std::get_if<StreamRequest>(&request)) co_return co_await talk(*stream, context);
  co_return unsendable("This request is none that can be sent.");
}

std::string ProtocolClients::expanded(const Template &text, ExpansionContext &context) const
{
  std::string out;
  expand(text, context, out);
  return out;
}

bool ProtocolClients::payload(const Template &text, bool isHex, ExpansionContext &context, ExchangeResult &result)
{
  m_sent = expanded(text, context);
  if (!isHex) return true;
  std::optional<std::string> bytes = bytesFromHex(m_sent);
  if (!bytes) {
    result = unsendable("The payload is not made of pairs of hexadecimal digits.");
    return false;
  }
  m_sent = std::move(*bytes);
  return true;
}

Task<ExchangeResult> ProtocolClients::talk(const SocketRequest &request, ExpansionContext &context)
{
  m_address = expanded(request.address, context);
  Place place;
  const bool isPlace = request.isUdp ? place.parse(m_address, udpSchemes, request.limits) : place.parse(m_address, tcpSchemes, request.limits);
  if (!isPlace) co_return unsendable("“" + m_address.substr(0, 200) + "” is no address of the form host:port.");
  ExchangeResult failed;
  if (!payload(request.payload, request.payloadIsHex, context, failed)) co_return failed;
  std::string mark = expanded(request.mark, context);
  if (request.markIsHex) {
    std::optional<std::string> bytes = bytesFromHex(mark);
    if (!bytes) co_return unsendable("The end mark is not made of pairs of hexadecimal digits.");
    mark = std::move(*bytes);
  }
  if (request.end == SocketRequest::Mark && mark.empty()) co_return unsendable("The end mark is empty.");
  AnswerEnd end;
  end.kind = AnswerEnd::Kind(request.end);
  end.length = request.length;
  end.mark = mark;

  if (request.isUdp) {
    UdpExchange exchange{place.endpoint, m_sent, end, request.limits.connectTimeout, request.limits.responseTimeout, request.closeAfter};
    co_return co_await clientFor(m_udp, place).send(exchange);
  }
  TcpExchange exchange{place.endpoint, m_sent, end, request.limits.connectTimeout, request.limits.responseTimeout, request.closeAfter};
  co_return co_await clientFor(m_tcp, place).send(exchange);
}

Task<ExchangeResult> ProtocolClients::talk(const WebSocketRequest &request, ExpansionContext &context)
{
  m_address = expanded(request.address, context);
  Place place;
  if (!place.parse(m_address, webSocketSchemes, request.limits))
    co_return unsendable("“" + m_address.substr(0, 200) + "” is no address of the form ws://host/path.");
  ExchangeResult failed;
  if (!payload(request.payload, request.payloadIsHex, context, failed)) co_return failed;
  if (!request.payloadIsHex && !isUtf8(m_sent)) co_return unsendable("A text message must be UTF-8.");
  std::string &headers = m_headers;
  for (const auto &[name, value] : request.headers) {
    const std::string text = expanded(value, context);
    if (text.find_first_of("\r\n") != text.npos) co_return unsendable("The value of header " + name + " holds a line break.");
    headers.append(name).append(": ").append(text).append("\r\n");
  }
  WebSocketExchange exchange;
  exchange.method = WebSocketExchange::Method(request.method);
  exchange.endpoint = place.endpoint;
  exchange.target = place.target;
  exchange.headers = headers;
  exchange.payload = m_sent;
  exchange.isBinary = request.payloadIsHex;
  exchange.offersDeflate = request.offersDeflate;
  exchange.fragmentSize = request.fragmentSize;
  exchange.connectTimeout = request.limits.connectTimeout;
  exchange.responseTimeout = request.limits.responseTimeout;
  co_return co_await clientFor(m_webSocket, place).run(exchange);
}

Task<ExchangeResult> ProtocolClients::talk(const MqttRequest &request, ExpansionContext &context)
{
  m_address = expanded(request.address, context);
  Place place;
  if (!place.parse(m_address, mqttSchemes, request.limits))
    co_return unsendable("“" + m_address.substr(0, 200) + "” is no address of the form mqtt://host:port.");
  ExchangeResult failed;
  if (!payload(request.payload, request.payloadIsHex, context, failed)) co_return failed;
  m_topic = expanded(request.topic, context);
  m_clientId = expanded(request.clientId, context);
  const std::string user = expanded(request.user, context), password = expanded(request.password, context),
                    willTopic = expanded(request.willTopic, context), willPayload = expanded(request.willPayload, context);
  MqttWill will;
  will.topic = willTopic;
  will.payload = willPayload;
  will.qos = request.willQos;
  will.retain = request.willRetain;
  if (request.hasWill && mqttTopicProblem(willTopic))
    co_return unsendable(std::string("The will cannot be sent: ") + mqttTopicProblem(willTopic) + ".");
  for (const std::string_view text : {std::string_view(m_clientId), std::string_view(user), std::string_view(password), std::string_view(willPayload)})
    if (text.size() > mqttMostText) co_return unsendable("A text of the MQTT connection is longer than 65,535 bytes.");

  MqttExchange exchange;
  exchange.method = MqttExchange::Method(request.method);
  exchange.endpoint = place.endpoint;
  exchange.overWebSocket = place.scheme.starts_with("ws");
  exchange.target = place.target;
  if (exchange.overWebSocket && place.target == "/") exchange.target = "/mqtt"; // what brokers listen on
  exchange.connect.version = MqttVersion(request.version);
  exchange.connect.clientId = m_clientId;
  exchange.connect.user = user;
  exchange.connect.password = password;
  exchange.connect.hasUser = request.hasUser;
  exchange.connect.hasPassword = request.hasPassword;
  exchange.connect.cleanSession = request.cleanSession;
  exchange.connect.keepAlive = uint16_t(request.keepAlive);
  exchange.connect.sessionExpiry = request.sessionExpiry;
  if (request.hasWill) exchange.connect.will = &will;
  exchange.topic = m_topic;
  exchange.payload = m_sent;
  exchange.qos = request.qos;
  exchange.retain = request.retain;
  exchange.awaitedMessages = request.awaitedMessages;
  exchange.connectTimeout = request.limits.connectTimeout;
  exchange.responseTimeout = request.limits.responseTimeout;
  co_return co_await clientFor(m_mqtt, place).run(exchange);
}

Task<ExchangeResult> ProtocolClients::talk(const StreamRequest &request, ExpansionContext &context)
{
  m_address = expanded(request.address, context);
  const RequestLimits &limits = request.limits;
  if (request.kind == StreamRequest::HttpFlv) {
    if (!m_flv) m_flv = std::make_unique<FlvClient>(m_network);
    m_current = m_flv.get();
    FlvPlay play{m_address, limits.verifyTls, request.duration, limits.connectTimeout, limits.responseTimeout};
    co_return co_await m_flv->play(play);
  }
  if (request.kind == StreamRequest::Hls) {
    if (!m_hls) m_hls = std::make_unique<HlsClient>(m_network);
    m_current = m_hls.get();
    HlsPlay play{m_address,          limits.verifyTls,   request.duration,      int(request.bitrate),
                 request.retryDelay, request.retryTimes, limits.connectTimeout, limits.responseTimeout};
    co_return co_await m_hls->play(play);
  }
  if (!m_rtmp) m_rtmp = std::make_unique<RtmpClient>(m_network);
  m_current = m_rtmp.get();
  RtmpExchange exchange{m_address,             request.kind == StreamRequest::RtmpPublish, limits.verifyTls,    request.duration,
                        limits.connectTimeout, limits.responseTimeout,                         request.media.get()};
  co_return co_await m_rtmp->run(exchange);
}

const StreamFigures *ProtocolClients::figures() const
{
  return std::visit([](auto current) -> const StreamFigures * {
    if constexpr (requires { current->figures(); }) return &current->figures();
    else return nullptr;
  }, m_current);
}

void ProtocolClients::cancel()
{
  std::visit([](auto current) {
    if constexpr (!std::is_same_v<decltype(current), std::monostate>) current->cancel();
  }, m_current);
}

std::string_view ProtocolClients::head() const
{
  const auto *client = std::get_if<WebSocketClient *>(&m_current);
  return client ? std::string_view((*client)->upgradeHead()) : std::string_view();
}

std::string_view ProtocolClients::body() const
{
  return std::visit([](auto current) -> std::string_view {
    if constexpr (requires { current->answer(); }) return current->answer();
    else return {};
  }, m_current);
}

std::string ProtocolClients::sentText(size_t limit) const { return forPeople(m_sent, limit); }
std::string ProtocolClients::receivedText(size_t limit) const { return forPeople(body(), limit); }

void ProtocolClients::forgetAnswer()
{
  if (m_sent.capacity() > 4096) std::string().swap(m_sent);
  std::visit([](auto current) {
    if constexpr (requires { current->forgetAnswer(); }) current->forgetAnswer();
  }, m_current);
}

} // namespace engine
