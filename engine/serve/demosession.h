// One connection to the demo target, and what all of them share.
#pragma once

#include "engine/io/clock.h"
#include "engine/io/ioerror.h"
#include "engine/io/stream.h"
#include "engine/io/task.h"
#include "engine/protocol/http1request.h"
#include "engine/serve/mqtthub.h"

#include <array>
#include <atomic>
#include <cstdint>
#include <string>
#include <string_view>

namespace engine {

/// Counters of the whole target; written by its thread only, `requests` read by any.
struct DemoSite
{
  std::atomic<uint64_t> requests{0}; ///< heads received
  uint64_t answers = 0, resets = 0, closes = 0, stalls = 0;
  std::array<uint64_t, 6> byStatus{}; ///< answers by first digit
  std::atomic<uint64_t> echoes{0};    ///< pieces, datagrams and WebSocket messages sent back
  uint64_t streams = 0;               ///< of HTTP-FLV and RTMP, begun
  MqttHub hub;
  int64_t begin = nowNs();            ///< of the live source
};

/// Speaks HTTP, WebSocket, MQTT, RTMP or plain TCP, as the other side begins, until it leaves. Belongs to the target's thread.
class DemoSession
{
public:
  DemoSession(Reactor &reactor, DemoSite &site) : m_site(site), m_stream(reactor), m_sleeper(reactor) {}

  int adopt(int fd) { return m_stream.adopt(fd); }
  Task<> run();
  void cancel();

private:
  Task<bool> awaitSpeech(); ///< m_early is then enough to know it
  Task<> answerRequests();
  Task<bool> nextRequest();
  Task<bool> answer();
  Task<bool> answerBytes(uint64_t count);
  Task<bool> stall();
  Task<bool> answerFlv();
  Task<bool> answerHls(std::string_view name);
  Task<bool> reply(int status, std::string_view type, std::string_view body);
  void writeHead(int status, std::string_view type, uint64_t length);
  std::string countsAsJson() const;

  DemoSite &m_site;
  Stream m_stream;
  Sleeper m_sleeper;
  Http1Request m_request;
  std::string m_early; ///< bytes that came before anybody asked for them
  std::string m_out;
  bool m_cancelled = false;
};

} // namespace engine
