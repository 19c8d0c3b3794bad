#include "engine/protocol/mqttcodec.h"

#include <algorithm>

namespace engine {

namespace {

void appendNumber(std::string &out, uint16_t number)
{
  out += char(number >> 8);
  out += char(number & 0xff);
}

void appendText(std::string &out, std::string_view text)
{
  text = text.substr(0, mqttMostText);
  appendNumber(out, uint16_t(text.size()));
  out += text;
}

size_t sizeOf(std::string_view text) { return 2 + std::min(text.size(), mqttMostText); }

/// Fixed header; the length of what follows as a variable byte integer.
void appendHeader(std::string &out, MqttType type, int flags, size_t length)
{
  out += char(int(type) << 4 | flags);
  do {
    const int digit = int(length & 0x7f);
    length >>= 7;
    out += char(length ? digit | 0x80 : digit);
  } while (length);
}

void appendSubscription(std::string &out, MqttType type, MqttVersion version, uint16_t id, std::string_view topic, int qos)
{
  const bool is5 = version == MqttVersion::V5, isSubscribe = type == MqttType::Subscribe;
  appendHeader(out, type, 2, 2 + size_t(is5) + sizeOf(topic) + size_t(isSubscribe));
  appendNumber(out, id);
  if (is5) out += '\0'; // no properties
  appendText(out, topic);
  if (isSubscribe) out += char(qos & 3);
}

} // namespace

void appendMqttConnect(std::string &out, const MqttConnect &connect)
{
  const bool is5 = connect.version == MqttVersion::V5;
  const std::string_view name = connect.version == MqttVersion::V31 ? "MQIsdp" : "MQTT";
  const bool hasExpiry = is5 && connect.sessionExpiry != 0;
  // A password without a user is possible in MQTT 5 only.
  const bool hasPassword = connect.hasPassword && (connect.hasUser || is5);
  const MqttWill *const will = connect.will;
  size_t length = sizeOf(name) + 4 + sizeOf(connect.clientId);
  if (is5) length += 1 + (hasExpiry ? 5 : 0);
  if (will) length += sizeOf(will->topic) + sizeOf(will->payload) + (is5 ? 1 : 0);
  if (connect.hasUser) length += sizeOf(connect.user);
  if (hasPassword) length += sizeOf(connect.password);

  appendHeader(out, MqttType::Connect, 0, length);
  appendText(out, name);
  out += char(connect.version);
  int flags = (connect.cleanSession ? 2 : 0) | (connect.hasUser ? 0x80 : 0) | (hasPassword ? 0x40 : 0);
  if (will) flags |= 4 | (will->qos & 3) << 3 | (will->retain ? 0x20 : 0);
  out += char(flags);
  appendNumber(out, connect.keepAlive);
  if (is5) {
    out += char(hasExpiry ? 5 : 0);
    if (hasExpiry) {
      out += char(0x11);
      for (int shift = 24; shift >= 0; shift -= 8) out += char(connect.sessionExpiry >> shift & 0xff);
    }
  }
  appendText(out, connect.clientId);
  if (will) {
    if (is5) out += '\0';
    appendText(out, will->topic);
    appendText(out, will->payload);
  }
  if (connect.hasUser) appendText(out, connect.user);
  if (hasPassword) appendText(out, connect.password);
}

void appendMqttPublish(std::string &out, MqttVersion version, const MqttPublish &publish)
{
  const bool is5 = version == MqttVersion::V5;
  const int flags = (publish.duplicate ? 8 : 0) | (publish.qos & 3) << 1 | (publish.retain ? 1 : 0);
  appendHeader(out, MqttType::Publish, flags, sizeOf(publish.topic) + (publish.qos ? 2 : 0) + size_t(is5) + publish.payload.size());
  appendText(out, publish.topic);
  if (publish.qos) appendNumber(out, publish.id);
  if (is5) out += '\0';
  out += publish.payload;
}

void appendMqttSubscribe(std::string &out, MqttVersion version, uint16_t id, std::string_view topic, int qos)
{
  appendSubscription(out, MqttType::Subscribe, version, id, topic, qos);
}

void appendMqttUnsubscribe(std::string &out, MqttVersion version, uint16_t id, std::string_view topic)
{
  appendSubscription(out, MqttType::Unsubscribe, version, id, topic, 0);
}

void appendMqttAck(std::string &out, MqttType type, uint16_t id)
{
  appendHeader(out, type, type == MqttType::PubRel ? 2 : 0, 2); // in MQTT 5 that means reason 0
  appendNumber(out, id);
}

void appendMqttEmpty(std::string &out, MqttType type) { appendHeader(out, type, 0, 0); }

void appendMqttConnAck(std::string &out, MqttVersion version, uint8_t code, bool sessionPresent)
{
  const bool is5 = version == MqttVersion::V5;
  appendHeader(out, MqttType::ConnAck, 0, is5 ? 3 : 2);
  out += char(sessionPresent && version != MqttVersion::V31);
  out += char(code);
  if (is5) out += '\0';
}

void appendMqttSubAck(std::string &out, MqttType type, MqttVersion version, uint16_t id, const std::vector<uint8_t> &codes)
{
  const bool is5 = version == MqttVersion::V5, hasCodes = type == MqttType::SubAck || is5;
  appendHeader(out, type, 0, 2 + size_t(is5) + (hasCodes ? codes.size() : 0));
  appendNumber(out, id);
  if (is5) out += '\0';
  if (hasCodes) out.append(codes.begin(), codes.end());
}

} // namespace engine
