#include "engine/protocol/mqttclient.h"

#include "engine/protocol/websocketupgrade.h"

#include <algorithm>
#include <utility>

namespace engine {

namespace {

constexpr size_t mostMessage = 10'000'000;      ///< bytes kept of a message
constexpr size_t mostReceived = 65'535;         ///< ids of QoS 2 under way; there are no more

} // namespace

MqttClient::MqttClient(Network &network)
  : m_connection(network),
    m_random(uint64_t(nowNs()) ^ uint64_t(reinterpret_cast<uintptr_t>(this)) << 20)
{
}

MqttClient::~MqttClient() { close(); }

uint64_t MqttClient::random()
{
  uint64_t z = m_random += 0x9e3779b97f4a7c15;
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
  return z ^ (z >> 31);
}

uint16_t MqttClient::nextId()
{
  if (++m_id == 0) m_id = 1;
  return m_id;
}

void MqttClient::close()
{
  stopWatching();
  m_alive.end();
  m_connection.close();
}

void MqttClient::forgetAnswer()
{
  if (m_message.capacity() > 4096) std::string().swap(m_message);
  else m_message.clear();
  m_messageTopic.clear();
}

// ---- between operations

BackgroundTask MqttClient::watch()
{
  Stream &stream = m_connection.stream();
  for (;;) {
    const std::span<char> buffer = m_connection.reactor().readBuffer();
    const int64_t got = co_await stream.read(buffer.data(), buffer.size());
    if (got > 0) absorb({buffer.data(), size_t(got)});
    else if (m_lost.empty()) m_lost = got == 0 ? "The broker closed it." : "It broke: " + errorText(int(got)) + ".";
    if (hasOut() && got > 0 && !m_pinging) {
      m_flushing = true;
      const int64_t sent = co_await stream.write(wire());
      m_flushing = false;
      forgetOut();
      m_lastSent = m_connection.reactor().now();
      if (sent <= 0 && m_lost.empty()) m_lost = "It broke: " + errorText(int(sent)) + ".";
    }
    if (m_over && m_lost.empty()) m_lost = m_brokenByPeer ? "The broker broke the protocol: " + m_problem + "." : m_problem;
    if (!m_lost.empty()) {
      stream.close();
      co_return;
    }
  }
}

/// A PINGREQ whenever nothing was sent for the time agreed on. Runs during operations too.
BackgroundTask MqttClient::keepAlive()
{
  Stream &stream = m_connection.stream();
  Sleeper sleeper(m_connection.reactor()); // goes with the frame
  for (;;) {
    co_await sleeper.until(m_lastSent + m_keepAlive);
    if (!stream.isOpen()) co_return;
    if (m_lastSent + m_keepAlive > m_connection.reactor().now()) continue;
    if (m_pingOpen) { // a whole interval without the answer
      m_lost = "The broker did not answer a ping.";
      if (m_connection.isBusy()) stream.cancel();
      else stream.close();
      co_return;
    }
    m_lastSent = m_connection.reactor().now();
    if (m_writing || m_flushing) continue; // that is a sign of life as well
    std::string ping, frame;
    appendMqttEmpty(ping, MqttType::PingReq);
    if (m_frames) appendWebSocketFrame(frame, WebSocketRole::Client, WebSocketOpcode::Binary, ping, uint32_t(random()));
    ++m_pings;
    m_pingOpen = m_pinging = true;
    const int64_t sent = co_await stream.write(m_frames ? frame : ping);
    m_pinging = false;
    if (sent <= 0) co_return; // whoever reads is told as well
  }
}

void MqttClient::stopWatching()
{
  m_connection.stream().listenIdle(nullptr);
  if (!m_watch.isWaiting() && !m_pinging) return m_watch.end();
  const bool midWrite = m_flushing || m_pinging;
  m_connection.stream().forgetWaiters();
  m_watch.end();
  m_flushing = false;
  if (!midWrite) return;
  m_alive.end();
  m_pinging = false;
  m_connection.close();
  m_lost = "The broker has read nothing for so long that it could not be answered.";
}

// ---- what comes

void MqttClient::absorb(std::string_view bytes)
{
  if (m_frames) return absorbFrames(bytes);
  while (!m_over && m_reader.next(bytes)) take(m_reader.packet());
  if (m_reader.isBroken() && !m_over) broken(m_reader.problem());
}

/// Packets are a stream: they may begin and end anywhere in the frames (MQTT 6).
void MqttClient::absorbFrames(std::string_view bytes)
{
  while (!m_over && m_frames->next(bytes)) {
    std::string_view payload = m_frames->payload();
    switch (m_frames->kind()) {
    case WebSocketReader::Text: return broken("a text message, where MQTT is binary");
    case WebSocketReader::Binary:
      while (!m_over && m_reader.next(payload)) take(m_reader.packet());
      if (m_reader.isBroken() && !m_over) broken(m_reader.problem());
      break;
    case WebSocketReader::Close:
      m_over = true;
      m_problem = "The broker closed the WebSocket connection (" + std::to_string(m_frames->closeCode()) + ").";
      break;
    case WebSocketReader::Ping:
      m_pong.clear(); // only the latest need be answered
      appendWebSocketFrame(m_pong, WebSocketRole::Client, WebSocketOpcode::Pong, payload, uint32_t(random()));
      break;
    case WebSocketReader::Pong: break;
    }
  }
  if (m_frames->isBroken() && !m_over) broken(m_frames->problem());
}

void MqttClient::broken(const char *problem)
{
  m_over = m_brokenByPeer = true;
  m_problem = problem;
}

void MqttClient::take(const MqttPacket &packet)
{
  const MqttType type = packet.type;
  if (type == MqttType::ConnAck) {
    if (m_connAckThere) return broken("a second CONNACK");
    MqttConnAck ack;
    if (const char *wrong = readMqttConnAck(packet, m_version, ack)) return broken(wrong);
    m_connAckThere = true;
    m_sessionPresent = ack.sessionPresent;
    m_awaited.reason = ack.reason;
    m_connAck = ack;
    m_connAck.reason = m_connAck.assignedId = {}; // they go with the packet
    return;
  }
  if (!m_connAckThere) return broken("the first packet is no CONNACK");
  switch (type) {
  case MqttType::Publish: return takeMessage(packet);
  case MqttType::PingResp: m_pingOpen = false; return;
  case MqttType::PubAck: case MqttType::PubRec: case MqttType::PubComp: case MqttType::SubAck: case MqttType::UnsubAck:
  case MqttType::PubRel: case MqttType::Disconnect: break;
  default: return broken("a packet that only clients send");
  }
  MqttAck ack;
  if (const char *wrong = readMqttAck(packet, m_version, ack)) return broken(wrong);
  if (type == MqttType::PubRel) {
    std::erase(m_received, ack.id);
    return appendMqttAck(m_out, MqttType::PubComp, ack.id);
  }
  if (type == MqttType::Disconnect) {
    if (m_version != MqttVersion::V5) return broken("a DISCONNECT of the broker, which MQTT 3 does not know");
    const uint8_t code = ack.codes.empty() ? 0 : ack.codes.front();
    m_over = true;
    m_problem = "The broker ended the connection: " + mqttReasonText(m_version, code) + ".";
    return;
  }
  // An acknowledgement of something else is one that an earlier operation did not wait for.
  if (type != m_awaited.type || ack.id != m_awaited.id || m_awaited.isThere) return;
  m_awaited.isThere = true;
  m_awaited.reason = ack.reason;
  m_awaited.ack = std::move(ack);
}

void MqttClient::takeMessage(const MqttPacket &packet)
{
  MqttPublish message;
  if (const char *wrong = readMqttPublish(packet, m_version, message)) return broken(wrong);
  bool isDouble = false;
  if (message.qos == 2) {
    isDouble = std::ranges::find(m_received, message.id) != m_received.end();
    if (!isDouble && m_received.size() < mostReceived) m_received.push_back(message.id);
  }
  if (message.qos) appendMqttAck(m_out, message.qos == 1 ? MqttType::PubAck : MqttType::PubRec, message.id);
  if (isDouble) return;
  ++m_messages;
  m_message.assign(message.payload.substr(0, mostMessage));
  m_messageTopic.assign(message.topic);
}

// ---- operations

/// All that is to be said, ready for the wire; stays until forgetOut().
std::string_view MqttClient::wire()
{
  if (!m_frames) return m_out;
  if (!m_out.empty()) {
    appendWebSocketFrame(m_pong, WebSocketRole::Client, WebSocketOpcode::Binary, m_out, uint32_t(random()));
    m_out.clear();
  }
  return m_pong;
}

void MqttClient::forgetOut()
{
  for (std::string *each : {&m_out, &m_pong}) {
    each->clear();
    if (each->capacity() > 4096) std::string().swap(*each);
  }
}

/// Sends what is to be said. Nothing else is read or said meanwhile, but for a ping, which holds back.
Task<int64_t> MqttClient::flush()
{
  if (m_pinging) co_return IoTimedOut; // a ping has been waiting all the while for the broker to read
  m_writing = true;
  const int64_t status = co_await m_connection.write(wire());
  m_writing = false;
  forgetOut();
  m_lastSent = m_connection.reactor().now();
  co_return status;
}

Task<int64_t> MqttClient::readOnce()
{
  const Received got = co_await m_connection.read();
  if (got.status <= 0) co_return got.status;
  absorb(got.bytes);
  if (!hasOut() || m_over) co_return 1;
  co_return co_await flush();
}

Task<int64_t> MqttClient::await(MqttType type, uint16_t id)
{
  m_awaited.type = type;
  m_awaited.id = id;
  m_awaited.isThere = false;
  m_connection.expectAnswer();
  const int64_t deadline = m_connection.reactor().now() + m_connection.responseTimeout();
  while (!m_awaited.isThere && !m_over) {
    const int64_t status = co_await readOnce();
    if (status <= 0) co_return status;
    // Other people's messages are no answer, however many come.
    if (!m_reader.isWithinPacket()) m_connection.stream().setDeadline(deadline);
  }
  co_return m_awaited.isThere ? 1 : int64_t(NotConnected);
}

int64_t MqttClient::turnedDown(const std::string &what, uint8_t code, std::string_view reason)
{
  m_problem = m_connection.endpoint().text() + " refused " + what + ": " + mqttReasonText(m_version, code);
  if (!reason.empty()) m_problem.append(", “").append(reason.substr(0, 200)).append("”");
  m_problem += '.';
  return TurnedDown;
}

Task<ExchangeResult> MqttClient::run(const MqttExchange &exchange)
{
  using Method = MqttExchange;
  stopWatching();
  m_problem.clear();
  if (exchange.method == Method::Connect) close();
  m_connection.begin(exchange.connectTimeout, exchange.responseTimeout);

  int64_t status = 1;
  const char *wrong = nullptr;
  if (exchange.method == Method::Publish) wrong = mqttTopicProblem(exchange.topic);
  else if (exchange.method == Method::Subscribe || exchange.method == Method::Unsubscribe) wrong = mqttFilterProblem(exchange.topic);
  if (exchange.method == Method::Publish && exchange.payload.size() > MqttReader::mostBytes) wrong = "the message is larger than 16 MB";

  const bool isOpen = exchange.method == Method::Connect || m_connection.isOpen();
  bool stays = false; // the connection outlives the failure
  if (exchange.method == Method::Connect) {
    status = co_await connect(exchange);
  } else if (!m_connection.isOpen()) {
    status = NotConnected;
    m_problem = notOpen(exchange);
  } else if (wrong) {
    status = CannotSend;
    m_problem = std::string("The card cannot be sent: ") + wrong + ".";
    stays = true;
  } else if (exchange.method == Method::Publish) {
    const uint16_t id = exchange.qos ? nextId() : uint16_t(0);
    sayMessage(exchange, id);
    status = co_await flush();
    if (status > 0 && exchange.qos) status = co_await acknowledged(exchange.qos, id);
    stays = status == TurnedDown;
  } else if (exchange.method == Method::Subscribe) {
    status = co_await subscribe(exchange);
    stays = status == TurnedDown;
  } else if (exchange.method == Method::Unsubscribe) {
    const uint16_t id = nextId();
    appendMqttUnsubscribe(m_out, m_version, id, exchange.topic);
    status = co_await flush();
    if (status > 0) status = co_await await(MqttType::UnsubAck, id);
    if (status > 0 && m_awaited.ack.isFailure()) {
      status = turnedDown("to end the subscription", m_awaited.ack.codes.front(), m_awaited.reason);
      stays = true;
    }
  } else {
    appendMqttEmpty(m_out, MqttType::Disconnect);
    status = co_await flush();
  }

  if (status <= 0 && isOpen && m_brokenByPeer) status = ProtocolBroken;
  else if (status <= 0 && isOpen && m_over && status != TurnedDown) status = NotConnected;
  else if (status == IoCancelled && !m_connection.isCancelled()) { // by the watch over the connection
    status = NotConnected;
    m_problem = "The MQTT connection to " + exchange.endpoint.text() + " is gone. " + m_lost;
  }
  const bool brokerEnded = isOpen && status == NotConnected && m_over;
  ExchangeResult result = m_connection.finish(status, m_problem, stays);
  if (brokerEnded) result.sample.side = Side::Server;
  if (m_over && m_connection.isOpen()) { // it was done, but nothing more can be
    m_lost = m_brokenByPeer ? "The broker broke the protocol: " + m_problem + "." : m_problem;
    close();
  }
  if (exchange.method == Method::Disconnect) close();
  if (m_connection.isOpen() && m_connection.stream().listenIdle(this)) m_watch = watch();
  co_return std::move(result);
}

std::string MqttClient::notOpen(const MqttExchange &exchange) const
{
  const std::string where = exchange.endpoint.text();
  if (!m_lost.empty()) return "The MQTT connection to " + where + " is gone. " + m_lost;
  return "No MQTT connection to " + where + " is open; a Connect must succeed first.";
}

Task<int64_t> MqttClient::connect(const MqttExchange &exchange)
{
  m_reader.reset();
  m_frames.reset();
  m_out.clear();
  m_pong.clear();
  m_lost.clear();
  m_received.clear();
  forgetAnswer();
  m_messages = 0;
  m_over = m_brokenByPeer = m_connAckThere = m_sessionPresent = m_pingOpen = false;
  m_version = exchange.connect.version;
  const std::string_view alpn = exchange.endpoint.tls && exchange.overWebSocket ? "\x08http/1.1" : "";
  int64_t status = co_await m_connection.open(exchange.endpoint, alpn);
  if (status <= 0) co_return status;

  if (exchange.overWebSocket) {
    const uint64_t bytes[2] = {random(), random()};
    std::string headers = "Sec-WebSocket-Protocol: ";
    headers += m_version == MqttVersion::V31 ? "mqttv3.1\r\n" : "mqtt\r\n";
    headers += exchange.headers;
    UpgradeOutcome outcome;
    status = co_await upgradeToWebSocket(m_connection, exchange.target, headers, false, bytes, outcome);
    m_problem = std::move(outcome.problem);
    if (status <= 0) co_return status;
    m_frames = std::make_unique<WebSocketReader>(WebSocketRole::Client);
    absorb(outcome.early);
  }

  appendMqttConnect(m_out, exchange.connect);
  status = co_await flush();
  m_connection.expectAnswer();
  while (status > 0 && !m_connAckThere && !m_over) status = co_await readOnce();
  if (status <= 0) co_return status;
  if (!m_connAckThere) co_return NotConnected;
  if (m_connAck.code) co_return turnedDown("the MQTT connection", m_connAck.code, m_awaited.reason);

  const uint16_t seconds = m_connAck.hasKeepAlive ? m_connAck.keepAlive : exchange.connect.keepAlive;
  m_keepAlive = int64_t(seconds) * oneSecond * 3 / 4; // in time for the broker whatever the way takes
  if (seconds) m_alive = keepAlive();
  co_return 1;
}

void MqttClient::sayMessage(const MqttExchange &exchange, uint16_t id)
{
  MqttPublish message;
  message.topic = exchange.topic;
  message.payload = exchange.payload;
  message.qos = exchange.qos;
  message.retain = exchange.retain;
  message.id = id;
  appendMqttPublish(m_out, m_version, message);
}

/// Waits until a message is acknowledged to the end.
Task<int64_t> MqttClient::acknowledged(int qos, uint16_t id)
{
  int64_t status = co_await await(qos == 1 ? MqttType::PubAck : MqttType::PubRec, id);
  if (status > 0 && m_awaited.ack.isFailure())
    co_return turnedDown("the message", m_awaited.ack.codes.front(), m_awaited.reason);
  if (status <= 0 || qos == 1) co_return status;

  appendMqttAck(m_out, MqttType::PubRel, id);
  status = co_await flush();
  if (status > 0) status = co_await await(MqttType::PubComp, id);
  if (status > 0 && m_awaited.ack.isFailure())
    co_return turnedDown("the message", m_awaited.ack.codes.front(), m_awaited.reason);
  co_return status;
}

Task<int64_t> MqttClient::subscribe(const MqttExchange &exchange)
{
  const uint16_t id = nextId();
  appendMqttSubscribe(m_out, m_version, id, exchange.topic, exchange.qos);
  const uint64_t before = m_messages;
  int64_t status = co_await flush();
  if (status > 0) status = co_await await(MqttType::SubAck, id);
  if (status > 0 && m_awaited.ack.isFailure())
    co_return turnedDown("the subscription", m_awaited.ack.codes.front(), m_awaited.reason);
  while (status > 0 && m_messages - before < exchange.awaitedMessages) {
    if (m_over) co_return NotConnected;
    status = co_await readOnce();
  }
  co_return status;
}

} // namespace engine
