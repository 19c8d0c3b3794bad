// A UDP socket that talks to one address. Results are int64_t: bytes, or a negative IoError / -errno; an empty datagram
// is 0 bytes. Belongs to its reactor's thread; neither movable nor to be destroyed while another coroutine than the one
// that goes with it waits.
#pragma once

#include "engine/io/address.h"
#include "engine/io/ioerror.h"
#include "engine/io/reactor.h"

#include <coroutine>
#include <cstdint>
#include <string_view>

namespace engine {

class Datagram final : Pollable, Deadline
{
public:
  static constexpr size_t mostBytes = 65507; ///< of a payload over IPv4

  explicit Datagram(Reactor &reactor) : m_reactor(reactor) {}
  ~Datagram();
  Datagram(const Datagram &) = delete;
  Datagram &operator=(const Datagram &) = delete;

  int connect(const Address &address); ///< from a fresh local port; 1, or -errno
  int bind(const Address &address);    ///< for servers: not connected, answers by sendTo(); 1, or -errno
  uint16_t port() const;               ///< the local one, 0 when not open

  class Wait;
  [[nodiscard]] Wait send(std::string_view bytes);    ///< a datagram; the bytes must stay till then
  [[nodiscard]] Wait receive(char *to, size_t size);  ///< the next datagram, cut to `size`
  const Address &from() const { return m_from; }      ///< who sent what was received last, after bind()
  int64_t sendTo(const Address &to, std::string_view bytes); ///< at once or not at all
  void discardPending(); ///< forgets what has arrived and was not read

  void close(); ///< clears the deadline; a waiting coroutine gets IoCancelled on the next turn
  void cancel(); ///< the waiter, and operations begun later, get IoCancelled on the next turn, until close()
  void forgetWaiter() { m_waiter = {}; } ///< it is about to be destroyed, or was
  void setDeadline(int64_t at) { m_reactor.deadlines().set(*this, at); } ///< IoTimedOut from `at` on, up to 16 ms late
  void clearDeadline() { Deadlines::clear(*this); }
  bool isOpen() const { return m_fd >= 0; }
  Reactor &reactor() const { return m_reactor; }

  class Wait
  {
  public:
    bool await_ready() { return m_datagram.attempt(); }
    void await_suspend(std::coroutine_handle<> waiter) { m_datagram.m_waiter = waiter; }
    int64_t await_resume() const { return m_datagram.m_result; }

  private:
    friend class Datagram;
    explicit Wait(Datagram &datagram) : m_datagram(datagram) {}
    Datagram &m_datagram;
  };

private:
  void onEvents(uint32_t events) override;
  void onDeadline() override;
  int open(int family);
  bool attempt(); ///< true: m_result is known
  void wake();

  Reactor &m_reactor;
  int m_fd = -1, m_failure = 0;
  bool m_sending = false, m_readable = false, m_writable = false;
  char *m_bytes = nullptr;
  size_t m_size = 0;
  int64_t m_result = 0;
  Address m_from;
  std::coroutine_handle<> m_waiter;
};

} // namespace engine
