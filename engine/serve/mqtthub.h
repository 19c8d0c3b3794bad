// A small MQTT broker for trying things out: all three versions, over TCP or WebSocket, wildcards, retained messages and wills; messages are taken
// with QoS 0 to 2 and handed on with QoS 0. Belongs to the thread of its reactor.
#pragma once

#include "engine/io/background.h"
#include "engine/io/stream.h"
#include "engine/io/task.h"
#include "engine/protocol/mqttcodec.h"
#include "engine/protocol/websocketcodec.h"

#include <atomic>
#include <cstdint>
#include <list>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace engine {

class MqttSession;

/// What the sessions of one broker share.
class MqttHub
{
public:
  static constexpr size_t mostRetained = 10'000, mostRetainedBytes = 50'000'000;

  void add(MqttSession &session) { m_sessions.push_back(&session); }
  void remove(MqttSession &session) { m_sessions.remove(&session); }
  void publish(std::string_view topic, std::string_view payload, bool retain);
  void sendRetained(MqttSession &session, std::string_view filter) const;
  std::atomic<uint64_t> messages{0}; ///< taken so far

private:
  std::list<MqttSession *> m_sessions;
  std::map<std::string, std::string, std::less<>> m_retained;
  size_t m_retainedBytes = 0;
};

/// One client of the broker.
class MqttSession
{
public:
  static constexpr size_t mostWaiting = 4'000'000, mostFilters = 1000; ///< bytes not yet read by the client; then messages drop

  MqttSession(Stream &stream, MqttHub &hub) : m_stream(stream), m_hub(hub) {}
  ~MqttSession();
  MqttSession(const MqttSession &) = delete;
  MqttSession &operator=(const MqttSession &) = delete;

  Task<> run(std::string early); ///< until the client leaves
  /// The same within WebSocket messages, when the request `head` asks for that; else false.
  Task<bool> runOverWebSocket(std::string head, std::string early);
  void deliver(std::string_view topic, std::string_view payload, bool retained);
  bool wants(std::string_view topic) const;

private:
  bool absorb(std::string_view bytes);        ///< what came; false: the connection ends
  bool absorbPackets(std::string_view bytes);
  bool take(const MqttPacket &packet);
  void takeSubscription(const MqttPacket &packet);
  void say(std::string_view packets);
  void say(WebSocketOpcode opcode, std::string_view payload);
  BackgroundTask flush();

  Stream &m_stream;
  MqttHub &m_hub;
  MqttReader m_reader;
  std::unique_ptr<WebSocketReader> m_frames; ///< when over WebSocket
  MqttVersion m_version = MqttVersion::V311;
  std::vector<std::string> m_filters;
  std::vector<uint16_t> m_received; ///< QoS 2 messages whose PUBREL has not come
  std::string m_out, m_willTopic, m_willPayload;
  BackgroundTask m_flushing;
  bool m_isConnected = false, m_hasWill = false, m_willRetain = false;
};

} // namespace engine
