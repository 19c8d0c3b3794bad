// A listening TCP socket.
#pragma once

#include "engine/io/address.h"
#include "engine/io/reactor.h"

#include <coroutine>
#include <cstdint>

namespace engine {

/// Belongs to its reactor's thread.
class Listener final : Pollable
{
public:
  explicit Listener(Reactor &reactor) : m_reactor(reactor) {}
  ~Listener();
  Listener(const Listener &) = delete;
  Listener &operator=(const Listener &) = delete;

  int listen(const Address &address); ///< port 0: a free one. 0 or -errno
  uint16_t port() const;
  void close(); ///< a waiting accept() answers IoCancelled at once

  /// A connected descriptor, or -errno / IoCancelled. After -EMFILE and its like, wait a little before the next.
  class Accept
  {
  public:
    bool await_ready();
    void await_suspend(std::coroutine_handle<> waiter) { m_listener.m_waiter = waiter; }
    int await_resume() const { return m_listener.m_result; }

  private:
    friend class Listener;
    explicit Accept(Listener &listener) : m_listener(listener) {}
    Listener &m_listener;
  };
  [[nodiscard]] Accept accept() { return Accept(*this); }

private:
  void onEvents(uint32_t events) override;
  bool attempt(); ///< false: nobody waits at the door

  Reactor &m_reactor;
  int m_fd = -1, m_result = 0;
  std::coroutine_handle<> m_waiter;
};

} // namespace engine
