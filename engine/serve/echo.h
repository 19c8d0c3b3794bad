// Servers that send back what comes: TCP, WebSocket and UDP. Each belongs to the thread of its reactor.
#pragma once

#include "engine/io/background.h"
#include "engine/io/datagram.h"
#include "engine/io/stream.h"
#include "engine/io/task.h"

#include <atomic>
#include <cstdint>
#include <string>

namespace engine {

/// Until the other side leaves. `early`: bytes that came already.
Task<> echoBytes(Stream &stream, std::string early, std::atomic<uint64_t> &exchanges);

/// Answers the upgrade whose request `head` is given, then echoes messages, pings and the close. False when it is no upgrade.
Task<bool> echoWebSocket(Stream &stream, std::string head, std::string early, std::atomic<uint64_t> &exchanges);

/// Answers each datagram with itself.
class UdpEcho
{
public:
  UdpEcho(Reactor &reactor, std::atomic<uint64_t> &exchanges) : m_socket(reactor), m_exchanges(exchanges) {}

  int start(const Address &address); ///< 0 or -errno
  uint16_t port() const { return m_socket.port(); }
  void stop(); ///< from outside its own coroutine

private:
  BackgroundTask serve();

  Datagram m_socket;
  BackgroundTask m_serving;
  std::atomic<uint64_t> &m_exchanges;
};

} // namespace engine
