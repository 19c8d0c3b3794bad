// Packets of MQTT 3.1, 3.1.1 (OASIS 2014) and 5 (OASIS 2019). Sans-io; every byte that comes is foreign.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace engine {

enum class MqttVersion : uint8_t { V31 = 3, V311 = 4, V5 = 5 };
enum class MqttType : uint8_t {
  Connect = 1, ConnAck, Publish, PubAck, PubRec, PubRel, PubComp, Subscribe, SubAck, Unsubscribe, UnsubAck, PingReq, PingResp,
  Disconnect, Auth
};

// ---- what is sent

struct MqttWill
{
  std::string_view topic, payload;
  int qos = 0; ///< 0..2
  bool retain = false;
};

struct MqttConnect
{
  MqttVersion version = MqttVersion::V311;
  std::string_view clientId, user, password;
  bool hasUser = false, hasPassword = false;
  bool cleanSession = true;
  uint16_t keepAlive = 300;  ///< s, 0: none
  uint32_t sessionExpiry = 0; ///< s, MQTT 5
  const MqttWill *will = nullptr;
};

struct MqttPublish
{
  std::string_view topic, payload;
  int qos = 0;
  bool retain = false, duplicate = false;
  uint16_t id = 0; ///< of QoS 1 and 2
};

/// Longest text of a packet in bytes; longer ones are cut by the writers.
constexpr size_t mqttMostText = 65535;

void appendMqttConnect(std::string &out, const MqttConnect &connect);
void appendMqttPublish(std::string &out, MqttVersion version, const MqttPublish &publish);
void appendMqttSubscribe(std::string &out, MqttVersion version, uint16_t id, std::string_view topic, int qos);
void appendMqttUnsubscribe(std::string &out, MqttVersion version, uint16_t id, std::string_view topic);
/// PubAck, PubRec, PubRel, PubComp.
void appendMqttAck(std::string &out, MqttType type, uint16_t id);
void appendMqttEmpty(std::string &out, MqttType type); ///< PingReq, PingResp, Disconnect

/// Null when a client may publish to it / subscribe to it; else end of a sentence.
const char *mqttTopicProblem(std::string_view topic);
const char *mqttFilterProblem(std::string_view filter);
bool mqttMatches(std::string_view filter, std::string_view topic);

// ---- what comes

/// Views live until the reader's next().
struct MqttPacket
{
  MqttType type = MqttType::Connect;
  uint8_t flags = 0;
  std::string_view body;
};

/// Puts packets together.
class MqttReader
{
public:
  static constexpr size_t mostBytes = 16'000'000; ///< of a packet

  void reset();
  /// Takes from the front of `bytes`. True: packet() is there; call again for more. False: more bytes are needed, or
  /// isBroken().
  bool next(std::string_view &bytes);
  const MqttPacket &packet() const { return m_packet; }
  bool isBroken() const { return m_problem != nullptr; }
  bool isWithinPacket() const { return m_state != Type && !m_delivered; }
  const char *problem() const { return m_problem ? m_problem : ""; } ///< end of a sentence

private:
  enum State : uint8_t { Type, Length, Body };

  bool broken(const char *problem);

  std::string m_body;
  MqttPacket m_packet;
  const char *m_problem = nullptr;
  uint32_t m_length = 0;
  uint8_t m_shift = 0;
  State m_state = Type;
  bool m_delivered = false;
};

struct MqttConnAck
{
  uint8_t code = 0; ///< 0: accepted
  bool sessionPresent = false;
  uint16_t keepAlive = 0; ///< MQTT 5: what the broker wants instead
  bool hasKeepAlive = false;
  std::string_view reason, assignedId; ///< MQTT 5
};

struct MqttAck ///< of Publish, Subscribe, Unsubscribe and Disconnect
{
  uint16_t id = 0;
  std::vector<uint8_t> codes; ///< reasons: 0x80 and above are failures
  std::string_view reason;    ///< MQTT 5, may be empty
  bool isFailure() const;
};

/// Each answers null, or what is wrong with the packet (end of a sentence).
const char *readMqttConnAck(const MqttPacket &packet, MqttVersion version, MqttConnAck &ack);
const char *readMqttPublish(const MqttPacket &packet, MqttVersion version, MqttPublish &publish);
const char *readMqttAck(const MqttPacket &packet, MqttVersion version, MqttAck &ack);

/// What a broker reads.
struct MqttSubscription
{
  uint16_t id = 0;
  std::vector<std::pair<std::string_view, int>> filters; ///< with QoS; 0 for Unsubscribe
};
const char *readMqttConnect(const MqttPacket &packet, MqttConnect &connect, MqttWill &will);
const char *readMqttSubscription(const MqttPacket &packet, MqttVersion version, MqttSubscription &subscription);
void appendMqttConnAck(std::string &out, MqttVersion version, uint8_t code, bool sessionPresent);
void appendMqttSubAck(std::string &out, MqttType type, MqttVersion version, uint16_t id, const std::vector<uint8_t> &codes);

/// "not authorized (5)" for a ConnAck of 3.x, "not authorized (135)" for any code of 5.
std::string mqttReasonText(MqttVersion version, uint8_t code);

} // namespace engine
