#include "engine/io/datagram.h"

#include <cassert>
#include <cerrno>
#include <sys/epoll.h>
#include <unistd.h>
#include <utility>

namespace engine {

Datagram::~Datagram()
{
  m_waiter = {}; // whoever waits goes with us
  close();
}

int Datagram::open(int family)
{
  close();
  m_fd = ::socket(family, SOCK_DGRAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
  if (m_fd < 0) return -errno;
  return m_reactor.watch(m_fd, EPOLLIN | EPOLLOUT, *this);
}

int Datagram::connect(const Address &address)
{
  int error = open(address.family());
  if (!error && ::connect(m_fd, address.data(), address.size()) < 0) error = -errno;
  if (error) close();
  m_writable = !error;
  return error ? error : 1;
}

int Datagram::bind(const Address &address)
{
  int error = open(address.family());
  if (!error && ::bind(m_fd, address.data(), address.size()) < 0) error = -errno;
  if (error) close();
  m_writable = !error;
  return error ? error : 1;
}

uint16_t Datagram::port() const
{
  sockaddr_storage storage{};
  socklen_t size = sizeof storage;
  auto *any = reinterpret_cast<sockaddr *>(&storage);
  if (m_fd < 0 || ::getsockname(m_fd, any, &size) < 0) return 0;
  return Address::from(any).port();
}

Datagram::Wait Datagram::send(std::string_view bytes)
{
  assert(!m_waiter);
  m_sending = true;
  m_bytes = const_cast<char *>(bytes.data()); // only read from
  m_size = bytes.size();
  return Wait(*this);
}

Datagram::Wait Datagram::receive(char *to, size_t size)
{
  assert(!m_waiter);
  m_sending = false;
  m_bytes = to;
  m_size = size;
  return Wait(*this);
}

bool Datagram::attempt()
{
  m_result = m_failure ? m_failure : m_fd < 0 ? -ENOTCONN : 0;
  if (m_result) return true;
  bool &ready = m_sending ? m_writable : m_readable;
  while (ready) {
    sockaddr_storage storage{};
    socklen_t size = sizeof storage;
    auto *any = reinterpret_cast<sockaddr *>(&storage);
    m_result = m_sending ? ::send(m_fd, m_bytes, m_size, MSG_NOSIGNAL) : ::recvfrom(m_fd, m_bytes, m_size, 0, any, &size);
    if (m_result >= 0) {
      if (!m_sending && size > 0) m_from = Address::from(any);
      return true;
    }
    if (errno == EINTR) continue;
    if (errno != EAGAIN) {
      m_result = -errno;
      return true;
    }
    ready = false;
  }
  return false;
}

int64_t Datagram::sendTo(const Address &to, std::string_view bytes)
{
  if (m_fd < 0) return -ENOTCONN;
  const ssize_t sent = ::sendto(m_fd, bytes.data(), bytes.size(), MSG_NOSIGNAL, to.data(), to.size());
  return sent < 0 ? -errno : sent;
}

void Datagram::discardPending()
{
  char byte;
  // Reading also takes an error that is waiting, such as the refusal of an earlier datagram.
  while (m_readable && m_fd >= 0) {
    const ssize_t got = ::recv(m_fd, &byte, sizeof byte, 0);
    if (got < 0 && errno == EAGAIN) m_readable = false;
  }
}

void Datagram::onEvents(uint32_t events)
{
  if (events & (EPOLLIN | EPOLLERR | EPOLLHUP)) m_readable = true;
  if (events & (EPOLLOUT | EPOLLERR | EPOLLHUP)) m_writable = true;
  if (m_waiter && attempt()) wake();
}

void Datagram::onDeadline()
{
  if (!m_failure) m_failure = IoTimedOut;
  m_result = m_failure;
  if (m_waiter) wake();
}

void Datagram::wake() { std::exchange(m_waiter, {}).resume(); } // may destroy this

void Datagram::cancel()
{
  m_failure = IoCancelled;
  if (m_waiter) m_reactor.deadlines().setDueNow(*this);
}

void Datagram::close()
{
  if (m_fd >= 0) {
    m_reactor.forget(*this);
    ::close(std::exchange(m_fd, -1));
  }
  Deadlines::remove(*this);
  m_readable = m_writable = false;
  m_failure = 0;
  if (m_waiter) cancel();
}

} // namespace engine
