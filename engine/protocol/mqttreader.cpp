#include "engine/protocol/mqttcodec.h"

#include "engine/protocol/websocketcodec.h"

#include <algorithm>
#include <optional>

namespace engine {

namespace {

/// Takes fields from the front of a body; `isBroken` once one is not there.
struct Fields
{
  std::string_view rest;
  bool isBroken = false;

  std::string_view bytes(size_t count)
  {
    if (count > rest.size()) isBroken = true, count = 0;
    const std::string_view taken = rest.substr(0, count);
    rest.remove_prefix(count);
    return taken;
  }
  uint32_t number(size_t size)
  {
    uint32_t value = 0;
    for (const char c : bytes(size)) value = value << 8 | uint8_t(c);
    return value;
  }
  std::string_view data() { return bytes(number(2)); }
  std::string_view text()
  {
    const std::string_view value = data();
    if (!isUtf8(value) || value.find('\0') != value.npos) isBroken = true;
    return value;
  }
  uint32_t variable()
  {
    uint32_t value = 0;
    for (int shift = 0; shift <= 21; shift += 7) {
      const uint32_t digit = number(1);
      value |= (digit & 0x7f) << shift;
      if (!(digit & 0x80)) return value;
    }
    isBroken = true;
    return 0;
  }
};

/// Properties of MQTT 5 that matter here; all are walked, so that a wrong one is found.
struct Properties
{
  std::string_view reason, assignedId;
  std::optional<uint32_t> keepAlive, topicAlias;
  bool isBroken = false;

  explicit Properties(Fields &fields)
  {
    Fields list{fields.bytes(fields.variable())};
    while (!list.rest.empty() && !list.isBroken) one(list);
    isBroken = list.isBroken || fields.isBroken;
  }
  void one(Fields &list)
  {
    switch (list.number(1)) {
    case 0x01: case 0x17: case 0x19: case 0x24: case 0x25: case 0x28: case 0x29: case 0x2a: list.number(1); break;
    case 0x13: keepAlive = list.number(2); break;
    case 0x23: topicAlias = list.number(2); break;
    case 0x21: case 0x22: list.number(2); break;
    case 0x02: case 0x11: case 0x18: case 0x27: list.number(4); break;
    case 0x0b: list.variable(); break;
    case 0x12: assignedId = list.text(); break;
    case 0x1f: reason = list.text(); break;
    case 0x03: case 0x08: case 0x15: case 0x1a: case 0x1c: list.text(); break;
    case 0x09: case 0x16: list.data(); break;
    case 0x26: list.text(), list.text(); break;
    default: list.isBroken = true;
    }
  }
};

constexpr const char *cut = "a packet is shorter than its fields";

} // namespace

void MqttReader::reset()
{
  if (m_body.capacity() > 4096) std::string().swap(m_body);
  std::string body = std::move(m_body);
  body.clear();
  *this = MqttReader();
  m_body = std::move(body);
}

bool MqttReader::broken(const char *problem)
{
  m_problem = problem;
  return false;
}

bool MqttReader::next(std::string_view &bytes)
{
  if (m_problem) return false;
  if (m_delivered) {
    m_delivered = false;
    m_state = Type;
    m_body.clear();
    if (m_body.capacity() > 65536) std::string().swap(m_body);
  }
  while (!bytes.empty() || (m_state == Body && m_body.size() == m_length)) {
    if (m_state == Body) {
      // A packet that lies there whole is not copied.
      if (m_body.empty() && bytes.size() >= m_length) {
        m_packet.body = bytes.substr(0, m_length);
        bytes.remove_prefix(m_length);
      } else {
        const size_t count = std::min<size_t>(bytes.size(), m_length - m_body.size());
        m_body.append(bytes.substr(0, count));
        bytes.remove_prefix(count);
        if (m_body.size() < m_length) return false;
        m_packet.body = m_body;
      }
      m_delivered = true;
      return true;
    }
    const uint8_t byte = uint8_t(bytes.front());
    bytes.remove_prefix(1);
    if (m_state == Type) {
      const int type = byte >> 4;
      m_packet.type = MqttType(type);
      m_packet.flags = byte & 15;
      if (type == 0) return broken("a packet of the reserved type 0");
      const int fixed = type == 6 || type == 8 || type == 10 ? 2 : 0;
      if (type != 3 && m_packet.flags != fixed) return broken("a packet with reserved flags");
      if (type == 3 && (m_packet.flags >> 1 & 3) == 3) return broken("a message with QoS 3");
      m_state = Length;
      m_length = 0;
      m_shift = 0;
    } else {
      m_length |= uint32_t(byte & 0x7f) << m_shift;
      m_shift = uint8_t(m_shift + 7);
      if (byte & 0x80) {
        if (m_shift == 28) return broken("the length of a packet has more than four bytes");
        continue;
      }
      if (m_length > mostBytes) return broken("a packet is larger than 16 MB");
      m_state = Body;
    }
  }
  return false;
}

bool MqttAck::isFailure() const
{
  return std::ranges::any_of(codes, [](uint8_t code) { return code >= 0x80; });
}

const char *readMqttConnAck(const MqttPacket &packet, MqttVersion version, MqttConnAck &ack)
{
  Fields fields{packet.body};
  const uint32_t flags = fields.number(1);
  ack.code = uint8_t(fields.number(1));
  ack.sessionPresent = flags & 1;
  if (version != MqttVersion::V31 && (flags & 0xfe)) return "a CONNACK with reserved flags";
  if (version == MqttVersion::V5 && !fields.rest.empty()) {
    const Properties properties(fields);
    if (properties.isBroken) return "a CONNACK with properties that make no sense";
    ack.reason = properties.reason;
    ack.assignedId = properties.assignedId;
    ack.hasKeepAlive = properties.keepAlive.has_value();
    ack.keepAlive = uint16_t(properties.keepAlive.value_or(0));
  }
  if (fields.isBroken) return cut;
  return fields.rest.empty() ? nullptr : "a CONNACK that is too long";
}

const char *readMqttPublish(const MqttPacket &packet, MqttVersion version, MqttPublish &publish)
{
  Fields fields{packet.body};
  publish.qos = packet.flags >> 1 & 3;
  publish.retain = packet.flags & 1;
  publish.duplicate = packet.flags & 8;
  publish.topic = fields.text();
  publish.id = publish.qos ? uint16_t(fields.number(2)) : 0;
  if (fields.isBroken) return "a message whose topic makes no sense";
  if (publish.qos && publish.id == 0) return "a message with the packet id 0";
  if (publish.topic.find_first_of("+#") != publish.topic.npos) return "a message to a topic with wildcards";
  if (version == MqttVersion::V5) {
    const Properties properties(fields);
    if (properties.isBroken) return "a message with properties that make no sense";
    if (properties.topicAlias) return "a message with a topic alias although none was allowed";
  }
  if (publish.topic.empty()) return "a message without a topic";
  publish.payload = fields.rest;
  return nullptr;
}

const char *readMqttAck(const MqttPacket &packet, MqttVersion version, MqttAck &ack)
{
  Fields fields{packet.body};
  const bool is5 = version == MqttVersion::V5;
  ack.codes.clear();
  ack.reason = {};
  ack.id = packet.type == MqttType::Disconnect ? 0 : uint16_t(fields.number(2));
  if (fields.isBroken) return cut;
  if (packet.type != MqttType::Disconnect && ack.id == 0) return "an acknowledgement of the packet id 0";
  const bool isList = packet.type == MqttType::SubAck || packet.type == MqttType::UnsubAck;
  if (is5 && !isList && !fields.rest.empty()) ack.codes.push_back(uint8_t(fields.number(1)));
  if (is5 && !fields.rest.empty()) {
    const Properties properties(fields);
    if (properties.isBroken) return "an acknowledgement with properties that make no sense";
    ack.reason = properties.reason;
  }
  if (isList) ack.codes.assign(fields.rest.begin(), fields.rest.end());
  else if (!fields.rest.empty()) return "an acknowledgement that is too long";
  if (packet.type == MqttType::SubAck && ack.codes.empty()) return "a SUBACK without an answer";
  return nullptr;
}

const char *readMqttConnect(const MqttPacket &packet, MqttConnect &connect, MqttWill &will)
{
  Fields fields{packet.body};
  const std::string_view name = fields.text();
  const uint32_t level = fields.number(1), flags = fields.number(1);
  connect.keepAlive = uint16_t(fields.number(2));
  if (fields.isBroken) return cut;
  if (!(name == "MQIsdp" && level == 3) && !(name == "MQTT" && (level == 4 || level == 5))) return "an unknown protocol version";
  if (flags & 1) return "a CONNECT with a reserved flag";
  connect.version = MqttVersion(level);
  connect.cleanSession = flags & 2;
  connect.hasUser = flags & 0x80;
  connect.hasPassword = flags & 0x40;
  const bool is5 = connect.version == MqttVersion::V5, hasWill = flags & 4;
  if ((flags >> 3 & 3) == 3 || (!hasWill && (flags & 0x38))) return "a CONNECT with a will that makes no sense";
  if (is5 && Properties(fields).isBroken) return "a CONNECT with properties that make no sense";
  connect.clientId = fields.text();
  if (hasWill) {
    if (is5 && Properties(fields).isBroken) return "a will with properties that make no sense";
    will.topic = fields.text();
    will.payload = fields.data();
    will.qos = int(flags >> 3 & 3);
    will.retain = flags & 0x20;
    connect.will = &will;
  }
  if (connect.hasUser) connect.user = fields.text();
  if (connect.hasPassword) connect.password = fields.data();
  if (fields.isBroken) return cut;
  return fields.rest.empty() ? nullptr : "a CONNECT that is too long";
}

const char *readMqttSubscription(const MqttPacket &packet, MqttVersion version, MqttSubscription &subscription)
{
  Fields fields{packet.body};
  subscription.id = uint16_t(fields.number(2));
  subscription.filters.clear();
  if (version == MqttVersion::V5 && Properties(fields).isBroken) return "a subscription with properties that make no sense";
  while (!fields.rest.empty() && !fields.isBroken) {
    const std::string_view filter = fields.text();
    const uint32_t options = packet.type == MqttType::Subscribe ? fields.number(1) : 0;
    if (mqttFilterProblem(filter) || (options & 3) == 3) return "a subscription that makes no sense";
    subscription.filters.emplace_back(filter, int(options & 3));
  }
  if (fields.isBroken || subscription.id == 0) return cut;
  return subscription.filters.empty() ? "a subscription to nothing" : nullptr;
}

const char *mqttTopicProblem(std::string_view topic)
{
  if (topic.empty()) return "the topic is empty";
  if (topic.size() > mqttMostText) return "the topic is longer than 65,535 bytes";
  if (!isUtf8(topic) || topic.find('\0') != topic.npos) return "the topic is not UTF-8";
  return topic.find_first_of("+#") == topic.npos ? nullptr : "the topic holds a wildcard";
}

const char *mqttFilterProblem(std::string_view filter)
{
  if (filter.empty()) return "the topic is empty";
  if (filter.size() > mqttMostText) return "the topic is longer than 65,535 bytes";
  if (!isUtf8(filter) || filter.find('\0') != filter.npos) return "the topic is not UTF-8";
  for (size_t i = 0; i < filter.size(); ++i) {
    const bool begins = i == 0 || filter[i - 1] == '/', ends = i + 1 == filter.size();
    if (filter[i] == '#' && !(begins && ends)) return "a # may only stand alone at the end";
    if (filter[i] == '+' && !(begins && (ends || filter[i + 1] == '/'))) return "a + may only stand alone between slashes";
  }
  return nullptr;
}

bool mqttMatches(std::string_view filter, std::string_view topic)
{
  // Wildcards at the beginning do not see the broker's own topics (4.7.2).
  if (topic.starts_with('$') != filter.starts_with('$')) return false;
  for (;;) {
    const size_t filterEnd = filter.find('/'), topicEnd = topic.find('/');
    const std::string_view part = filter.substr(0, filterEnd);
    if (part == "#") return true;
    if (part != "+" && part != topic.substr(0, topicEnd)) return false;
    if (topicEnd == topic.npos) // "a/#" is about "a" too
      return filterEnd == filter.npos || filter.substr(filterEnd) == "/#";
    if (filterEnd == filter.npos) return false;
    filter.remove_prefix(filterEnd + 1);
    topic.remove_prefix(topicEnd + 1);
  }
}

std::string mqttReasonText(MqttVersion version, uint8_t code)
{
  const char *text = nullptr;
  switch (version == MqttVersion::V5 ? int(code) : int(code) - 1000) {
  case 1 - 1000: text = "unacceptable protocol version"; break;
  case 2 - 1000: text = "client id rejected"; break;
  case 3 - 1000: text = "server unavailable"; break;
  case 4 - 1000: text = "bad user name or password"; break;
  case 5 - 1000: text = "not authorized"; break;
  case 0x80 - 1000: text = "refused"; break;
  case 0x00: text = "normal"; break;
  case 0x80: text = "unspecified error"; break;
  case 0x81: text = "malformed packet"; break;
  case 0x82: text = "protocol error"; break;
  case 0x83: text = "implementation specific error"; break;
  case 0x84: text = "unsupported protocol version"; break;
  case 0x85: text = "client id not valid"; break;
  case 0x86: text = "bad user name or password"; break;
  case 0x87: text = "not authorized"; break;
  case 0x88: text = "server unavailable"; break;
  case 0x89: text = "server busy"; break;
  case 0x8a: text = "banned"; break;
  case 0x8b: text = "server shutting down"; break;
  case 0x8d: text = "keep alive timeout"; break;
  case 0x8e: text = "session taken over"; break;
  case 0x8f: text = "topic filter invalid"; break;
  case 0x90: text = "topic name invalid"; break;
  case 0x91: text = "packet id in use"; break;
  case 0x93: text = "receive maximum exceeded"; break;
  case 0x95: text = "packet too large"; break;
  case 0x96: text = "message rate too high"; break;
  case 0x97: text = "quota exceeded"; break;
  case 0x99: text = "payload format invalid"; break;
  case 0x9a: text = "retain not supported"; break;
  case 0x9b: text = "QoS not supported"; break;
  case 0x9c: text = "use another server"; break;
  case 0x9d: text = "server moved"; break;
  case 0x9f: text = "connection rate exceeded"; break;
  case 0xa2: text = "wildcard subscriptions not supported"; break;
  default: break;
  }
  const std::string number = std::to_string(int(code));
  return text ? std::string(text) + " (" + number + ")" : "reason " + number;
}

} // namespace engine
