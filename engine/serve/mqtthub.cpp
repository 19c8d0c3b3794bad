#include "engine/serve/mqtthub.h"

#include "engine/protocol/websockethandshake.h"

#include <algorithm>
#include <utility>

namespace engine {

void MqttHub::publish(std::string_view topic, std::string_view payload, bool retain)
{
  messages.fetch_add(1, std::memory_order_relaxed);
  if (retain) {
    const auto found = m_retained.find(topic);
    if (found != m_retained.end()) {
      m_retainedBytes -= found->second.size();
      m_retained.erase(found);
    }
    if (!payload.empty() && m_retained.size() < mostRetained && m_retainedBytes + payload.size() <= mostRetainedBytes) {
      m_retainedBytes += payload.size();
      m_retained.emplace(topic, payload);
    }
  }
  for (MqttSession *session : m_sessions)
    if (session->wants(topic)) session->deliver(topic, payload, false);
}

void MqttHub::sendRetained(MqttSession &session, std::string_view filter) const
{
  for (const auto &[topic, payload] : m_retained)
    if (mqttMatches(filter, topic)) session.deliver(topic, payload, true);
}

MqttSession::~MqttSession()
{
  if (m_flushing.isWaiting()) m_stream.forgetWaiters();
  m_hub.remove(*this);
}

Task<> MqttSession::run(std::string early)
{
  m_hub.add(*this);
  bool goesOn = absorb(early);
  while (goesOn) {
    const std::span<char> buffer = m_stream.reactor().readBuffer();
    const int64_t got = co_await m_stream.read(buffer.data(), buffer.size());
    goesOn = got > 0 && absorb({buffer.data(), size_t(got)});
  }
  if (m_hasWill) m_hub.publish(m_willTopic, m_willPayload, m_willRetain);
}

Task<bool> MqttSession::runOverWebSocket(std::string head, std::string early)
{
  const std::string_view protocol = offeredSubprotocol(head, {"mqtt", "mqttv3.1"});
  if (protocol.empty()) co_return false;
  std::optional<DeflateTerms> terms;
  const std::string answer = acceptUpgrade(head, terms, protocol);
  if (answer.empty()) co_return false;
  m_frames = std::make_unique<WebSocketReader>(WebSocketRole::Server);
  if (terms) m_frames->useDeflate(*terms);
  const int64_t sent = co_await m_stream.write(answer);
  if (sent > 0) co_await run(std::move(early));
  co_return true;
}

bool MqttSession::absorb(std::string_view bytes)
{
  if (!m_frames) return absorbPackets(bytes);
  while (m_frames->next(bytes)) {
    switch (m_frames->kind()) {
    case WebSocketReader::Binary:
      if (!absorbPackets(m_frames->payload())) return false;
      break;
    case WebSocketReader::Ping: say(WebSocketOpcode::Pong, m_frames->payload()); break;
    case WebSocketReader::Pong: break;
    case WebSocketReader::Text: return false; // MQTT 6: binary alone
    case WebSocketReader::Close: say(WebSocketOpcode::Close, m_frames->payload().substr(0, 2)); return false;
    }
  }
  return !m_frames->isBroken();
}

bool MqttSession::absorbPackets(std::string_view bytes)
{
  while (m_reader.next(bytes))
    if (!take(m_reader.packet())) return false;
  return !m_reader.isBroken();
}

bool MqttSession::wants(std::string_view topic) const
{
  return std::ranges::any_of(m_filters, [&](const std::string &filter) { return mqttMatches(filter, topic); });
}

void MqttSession::deliver(std::string_view topic, std::string_view payload, bool retained)
{
  if (m_out.size() > mostWaiting) return;
  MqttPublish message;
  message.topic = topic;
  message.payload = payload;
  message.retain = retained;
  std::string packet;
  appendMqttPublish(packet, m_version, message);
  say(packet);
}

void MqttSession::say(std::string_view packets)
{
  if (m_frames) return say(WebSocketOpcode::Binary, packets);
  m_out += packets;
  if (!m_flushing.isWaiting()) m_flushing = flush();
}

void MqttSession::say(WebSocketOpcode opcode, std::string_view payload)
{
  appendWebSocketFrame(m_out, WebSocketRole::Server, opcode, payload, 0);
  if (!m_flushing.isWaiting()) m_flushing = flush();
}

BackgroundTask MqttSession::flush()
{
  while (!m_out.empty()) {
    const std::string out = std::exchange(m_out, {});
    const int64_t sent = co_await m_stream.write(out);
    if (sent < 0) co_return;
  }
}

bool MqttSession::take(const MqttPacket &packet)
{
  if (packet.type == MqttType::Connect) {
    MqttConnect connect;
    MqttWill will;
    if (m_isConnected || readMqttConnect(packet, connect, will)) return false;
    m_isConnected = true;
    m_version = connect.version;
    m_hasWill = connect.will && !mqttTopicProblem(will.topic);
    m_willTopic = will.topic;
    m_willPayload = will.payload;
    m_willRetain = will.retain;
    std::string out;
    appendMqttConnAck(out, m_version, 0, false);
    say(out);
    return true;
  }
  if (!m_isConnected) return false;
  std::string out;
  switch (packet.type) {
  case MqttType::Publish: {
    MqttPublish message;
    if (readMqttPublish(packet, m_version, message)) return false;
    const bool isDouble = message.qos == 2 && std::ranges::find(m_received, message.id) != m_received.end();
    if (message.qos == 2 && !isDouble) m_received.push_back(message.id);
    if (message.qos) appendMqttAck(out, message.qos == 1 ? MqttType::PubAck : MqttType::PubRec, message.id);
    if (!out.empty()) say(out);
    if (!isDouble) m_hub.publish(message.topic, message.payload, message.retain);
    return true;
  }
  case MqttType::PubRel: {
    MqttAck ack;
    if (readMqttAck(packet, m_version, ack)) return false;
    std::erase(m_received, ack.id);
    appendMqttAck(out, MqttType::PubComp, ack.id);
    break;
  }
  case MqttType::Subscribe: case MqttType::Unsubscribe: {
    MqttSubscription asked;
    if (readMqttSubscription(packet, m_version, asked)) return false;
    takeSubscription(packet);
    return true;
  }
  case MqttType::PingReq: appendMqttEmpty(out, MqttType::PingResp); break;
  case MqttType::Disconnect: m_hasWill = false; return false;
  case MqttType::PubAck: case MqttType::PubRec: case MqttType::PubComp: return true; // nothing is sent that needs them
  default: return false;
  }
  say(out);
  return true;
}

void MqttSession::takeSubscription(const MqttPacket &packet)
{
  MqttSubscription asked;
  readMqttSubscription(packet, m_version, asked);
  const bool adds = packet.type == MqttType::Subscribe;
  std::vector<uint8_t> codes;
  for (const auto &[filter, qos] : asked.filters) {
    const auto found = std::ranges::find(m_filters, filter);
    const bool isFull = adds && found == m_filters.end() && m_filters.size() >= mostFilters;
    if (adds && found == m_filters.end() && !isFull) m_filters.emplace_back(filter);
    if (!adds && found != m_filters.end()) m_filters.erase(found);
    codes.push_back(isFull ? 0x80 : !adds && found == m_filters.end() && m_version == MqttVersion::V5 ? 0x11 : 0);
  }
  std::string out;
  appendMqttSubAck(out, adds ? MqttType::SubAck : MqttType::UnsubAck, m_version, asked.id, codes);
  say(out);
  if (!adds) return;
  for (const auto &[filter, qos] : asked.filters) m_hub.sendRetained(*this, filter);
}

} // namespace engine
