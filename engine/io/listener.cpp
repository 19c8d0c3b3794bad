#include "engine/io/listener.h"

#include "engine/io/ioerror.h"

#include <cerrno>
#include <sys/epoll.h>
#include <unistd.h>
#include <utility>

namespace engine {

Listener::~Listener()
{
  m_waiter = {};
  close();
}

int Listener::listen(const Address &address)
{
  close();
  m_fd = ::socket(address.family(), SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
  if (m_fd < 0) return -errno;
  const int on = 1;
  setsockopt(m_fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
  int error = 0;
  if (::bind(m_fd, address.data(), address.size()) < 0 || ::listen(m_fd, SOMAXCONN) < 0) error = -errno;
  if (!error) error = m_reactor.watch(m_fd, EPOLLIN, *this);
  if (error) close();
  return error;
}

uint16_t Listener::port() const
{
  sockaddr_storage own{};
  socklen_t size = sizeof own;
  if (m_fd < 0 || getsockname(m_fd, reinterpret_cast<sockaddr *>(&own), &size) < 0) return 0;
  return Address::from(reinterpret_cast<const sockaddr *>(&own)).port();
}

void Listener::close()
{
  if (m_fd < 0) return;
  m_reactor.forget(*this);
  ::close(std::exchange(m_fd, -1));
  m_result = IoCancelled;
  if (m_waiter) std::exchange(m_waiter, {}).resume();
}

bool Listener::attempt()
{
  if (m_fd < 0) {
    m_result = IoCancelled;
    return true;
  }
  do {
    m_result = ::accept4(m_fd, nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC);
    if (m_result < 0) m_result = -errno;
  } while (m_result == -EINTR || m_result == -ECONNABORTED);
  return m_result != -EAGAIN;
}

bool Listener::Accept::await_ready() { return m_listener.attempt(); }

void Listener::onEvents(uint32_t)
{
  if (m_waiter && attempt()) std::exchange(m_waiter, {}).resume();
}

} // namespace engine
