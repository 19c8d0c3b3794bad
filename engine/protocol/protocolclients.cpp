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

Task<ExchangeResult> unsendable(std::string why)
{
  ExchangeResult result;
  ExchangeFailure failure;
  failure.problem = why;
  describeFailure(result, CannotSend, failure);
  co_return std::move(result);
}

std::string noAddress(std::string_view text, const char *form)
{
  return "“" + std::string(text.substr(0, 200)) + "” is no address of the form " + form + ".";
}

constexpr const char *noHexPayload = "The payload is not made of pairs of hexadecimal digits.";

/// As it is when people can read it, else as hexadecimal digits.
std::string forPeople(std::string_view bytes, size_t limit)
{
  const std::string_view part = bytes.substr(0, limit);
  const bool isText = isUtf8(part) || isUtf8(part.substr(0, part.size() - std::min<size_t>(3, part.size())));
  const bool isPlain = std::ranges::none_of(part, [](char c) { return uint8_t(c) < ' ' && c != '\n' && c != '\r' && c != '\t'; });
  return isText && isPlain ? std::string(part) : hexFromBytes(part.substr(0, limit / 2));
}

} // namespace

void ProtocolClients::Text::set(const Template &from, ExpansionContext &context)
{
  const std::vector<Piece> &pieces = from.pieces();
  if (pieces.size() == 1 && pieces.front().kind == Piece::Literal) {
    text = pieces.front().text;
    return;
  }
  expanded.clear();
  expand(from, context, expanded);
  text = expanded;
}

bool ProtocolClients::Text::fromHex()
{
  std::optional<std::string> bytes = bytesFromHex(text);
  if (!bytes) return false;
  expanded = std::move(*bytes);
  text = expanded;
  return true;
}

void ProtocolClients::Text::forget()
{
  if (expanded.capacity() <= 4096) return;
  clear();
  std::string().swap(expanded);
}

ProtocolClients::ProtocolClients(Network &network) : m_network(network) {}
ProtocolClients::~ProtocolClients() = default;

/// Addresses are split when they are new: of most users each card has one and keeps it.
template<class Client, class Exchange>
ProtocolClients::Kept<Client, Exchange> *ProtocolClients::clientFor(Clients<Client, Exchange> &clients, std::span<const AddressScheme> schemes,
                                                                   bool verifyTls)
{
  using Entry = Kept<Client, Exchange>;
  for (const auto &each : clients)
    if (each->address == m_address.text && each->exchange.endpoint.verifyTls == verifyTls) return each.get();

  ProtocolPlace place;
  if (!parseProtocolAddress(m_address.text, schemes, place)) return nullptr;
  place.endpoint.verifyTls = verifyTls;
  const Endpoint &endpoint = place.endpoint;
  const std::string key = endpoint.text() + (endpoint.tls ? verifyTls ? " verified" : " tls" : "") + place.target;
  auto found = std::ranges::find_if(clients, [&](const auto &each) { return each->key == key; });
  if (found == clients.end()) {
    if (clients.size() >= mostClients) clients.erase(std::ranges::min_element(clients, {}, [](const auto &each) { return each->lastUse; }));
    clients.push_back(std::make_unique<Entry>(m_network));
    found = clients.end() - 1;
  }
  Entry &entry = **found;
  entry.address = m_address.text;
  entry.key = key;
  entry.place = std::move(place);
  entry.exchange.endpoint = entry.place.endpoint;
  return &entry;
}

template<class Client, class Exchange>
ProtocolClients::Kept<Client, Exchange> *ProtocolClients::use(Kept<Client, Exchange> *kept)
{
  kept->lastUse = ++m_uses;
  m_current = &kept->client;
  return kept;
}

// What follows is no coroutine: one more would cost each message some hundred instructions.

Task<ExchangeResult> ProtocolClients::run(const ProtocolRequest &request, ExpansionContext &context)
{
  m_current = {};
  m_request = &request;
  for (Text *text : {&m_sent, &m_topic, &m_clientId}) text->clear();
  m_headers.clear();
  m_mqttTexts.reset();
  if (const auto *socket = std::get_if<SocketRequest>(&request)) return talk(*socket, context);
  if (const auto *webSocket = std::get_if<WebSocketRequest>(&request)) return talk(*webSocket, context);
  if (const auto *mqtt = std::get_if<MqttRequest>(&request)) return talk(*mqtt, context);
  if (const auto *stream = std::get_if<StreamRequest>(&request)) return talk(*stream, context);
  return unsendable("This request is none that can be sent.");
}

Task<ExchangeResult> ProtocolClients::talk(const SocketRequest &request, ExpansionContext &context)
{
  m_address.set(request.address, context);
  const bool verifyTls = request.limits.verifyTls;
  auto *tcp = request.isUdp ? nullptr : clientFor(m_tcp, tcpSchemes, verifyTls);
  auto *udp = request.isUdp ? clientFor(m_udp, udpSchemes, verifyTls) : nullptr;
  if (!tcp && !udp) return unsendable(noAddress(m_address.text, "host:port"));
  m_sent.set(request.payload, context);
  if (request.payloadIsHex && !m_sent.fromHex()) return unsendable(noHexPayload);
  m_mark.set(request.mark, context);
  if (request.markIsHex && !m_mark.fromHex()) return unsendable("The end mark is not made of pairs of hexadecimal digits.");
  if (request.end == SocketRequest::Mark && m_mark.text.empty()) return unsendable("The end mark is empty.");

  const auto prepare = [&](auto &exchange) {
    exchange.payload = m_sent.text;
    exchange.end = {AnswerEnd::Kind(request.end), request.length, m_mark.text};
    exchange.connectTimeout = request.limits.connectTimeout;
    exchange.responseTimeout = request.limits.responseTimeout;
    exchange.closeAfter = request.closeAfter;
  };
  if (tcp) {
    prepare(tcp->exchange);
    return use(tcp)->client.send(tcp->exchange);
  }
  prepare(udp->exchange);
  return use(udp)->client.send(udp->exchange);
}

Task<ExchangeResult> ProtocolClients::talk(const WebSocketRequest &request, ExpansionContext &context)
{
  m_address.set(request.address, context);
  auto *kept = clientFor(m_webSocket, webSocketSchemes, request.limits.verifyTls);
  if (!kept) return unsendable(noAddress(m_address.text, "ws://host/path"));
  m_sent.set(request.payload, context);
  if (request.payloadIsHex && !m_sent.fromHex()) return unsendable(noHexPayload);
  if (!request.payloadIsHex && !isUtf8(m_sent.text)) return unsendable("A text message must be UTF-8.");
  if (request.method == WebSocketRequest::Connect)
    for (const auto &[name, value] : request.headers) {
      m_headers.append(name).append(": ");
      const size_t begin = m_headers.size();
      expand(value, context, m_headers);
      if (m_headers.find_first_of("\r\n", begin) != m_headers.npos) return unsendable("The value of header " + name + " holds a line break.");
      m_headers.append("\r\n");
    }
  WebSocketExchange &exchange = kept->exchange;
  exchange.method = WebSocketExchange::Method(request.method);
  exchange.target = kept->place.target;
  exchange.headers = m_headers;
  exchange.payload = m_sent.text;
  exchange.isBinary = request.payloadIsHex;
  exchange.offersDeflate = request.offersDeflate;
  exchange.fragmentSize = request.fragmentSize;
  exchange.connectTimeout = request.limits.connectTimeout;
  exchange.responseTimeout = request.limits.responseTimeout;
  return use(kept)->client.run(exchange);
}

Task<ExchangeResult> ProtocolClients::talk(const MqttRequest &request, ExpansionContext &context)
{
  m_address.set(request.address, context);
  auto *kept = clientFor(m_mqtt, mqttSchemes, request.limits.verifyTls);
  if (!kept) return unsendable(noAddress(m_address.text, "mqtt://host:port"));
  m_sent.set(request.payload, context);
  if (request.payloadIsHex && !m_sent.fromHex()) return unsendable(noHexPayload);
  m_topic.set(request.topic, context);

  MqttExchange &exchange = kept->exchange;
  if (request.method == MqttRequest::Connect)
    if (std::string problem = greet(request, context, exchange.connect); !problem.empty()) return unsendable(std::move(problem));
  exchange.method = MqttExchange::Method(request.method);
  exchange.overWebSocket = kept->place.scheme.starts_with("ws");
  exchange.target = kept->place.target;
  if (exchange.overWebSocket && exchange.target == "/") exchange.target = "/mqtt"; // what brokers listen on
  exchange.topic = m_topic.text;
  exchange.payload = m_sent.text;
  exchange.qos = request.qos;
  exchange.retain = request.retain;
  exchange.awaitedMessages = request.awaitedMessages;
  exchange.connectTimeout = request.limits.connectTimeout;
  exchange.responseTimeout = request.limits.responseTimeout;
  return use(kept)->client.run(exchange);
}

/// What a Connect says; the answer is empty, or why it cannot be sent.
std::string ProtocolClients::greet(const MqttRequest &request, ExpansionContext &context, MqttConnect &connect)
{
  m_mqttTexts = std::make_unique<MqttTexts>();
  auto &[user, password, willTopic, willPayload, will] = *m_mqttTexts;
  m_clientId.set(request.clientId, context);
  user.set(request.user, context);
  password.set(request.password, context);
  willTopic.set(request.willTopic, context);
  willPayload.set(request.willPayload, context);
  if (request.hasWill && mqttTopicProblem(willTopic.text))
    return std::string("The will cannot be sent: ") + mqttTopicProblem(willTopic.text) + ".";
  for (const Text *each : {&m_clientId, &user, &password, &willPayload})
    if (each->text.size() > mqttMostText) return "A text of the MQTT connection is longer than 65,535 bytes.";
  will.topic = willTopic.text;
  will.payload = willPayload.text;
  will.qos = request.willQos;
  will.retain = request.willRetain;
  connect.version = MqttVersion(request.version);
  connect.clientId = m_clientId.text;
  connect.user = user.text;
  connect.password = password.text;
  connect.hasUser = request.hasUser;
  connect.hasPassword = request.hasPassword;
  connect.cleanSession = request.cleanSession;
  connect.keepAlive = uint16_t(request.keepAlive);
  connect.sessionExpiry = request.sessionExpiry;
  connect.will = request.hasWill ? &will : nullptr;
  return {};
}

Task<ExchangeResult> ProtocolClients::talk(const StreamRequest &request, ExpansionContext &context)
{
  m_address.set(request.address, context);
  const RequestLimits &limits = request.limits;
  if (request.kind == StreamRequest::HttpFlv) {
    if (!m_flv) m_flv = std::make_unique<FlvClient>(m_network);
    m_current = m_flv.get();
    FlvPlay play{m_address.text, limits.verifyTls, request.duration, limits.connectTimeout, limits.responseTimeout};
    co_return co_await m_flv->play(play);
  }
  if (request.kind == StreamRequest::Hls) {
    if (!m_hls) m_hls = std::make_unique<HlsClient>(m_network);
    m_current = m_hls.get();
    HlsPlay play{m_address.text,     limits.verifyTls,   request.duration,      int(request.bitrate),
                 request.retryDelay, request.retryTimes, limits.connectTimeout, limits.responseTimeout};
    co_return co_await m_hls->play(play);
  }
  if (!m_rtmp) m_rtmp = std::make_unique<RtmpClient>(m_network);
  m_current = m_rtmp.get();
  RtmpExchange exchange{m_address.text,        request.kind == StreamRequest::RtmpPublish, limits.verifyTls,    request.duration,
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

std::string ProtocolClients::sentText(size_t limit) const { return forPeople(m_sent.text, limit); }
std::string ProtocolClients::receivedText(size_t limit) const { return forPeople(body(), limit); }

void ProtocolClients::forgetAnswer()
{
  m_sent.forget();
  std::visit([](auto current) {
    if constexpr (requires { current->forgetAnswer(); }) current->forgetAnswer();
  }, m_current);
}

} // namespace engine
