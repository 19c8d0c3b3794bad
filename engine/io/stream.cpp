#include "engine/io/stream.h"

#include "engine/io/socketcalls.h"
#include "engine/io/streambio.h"
#include "engine/io/tlscontext.h"

#include <algorithm>
#include <cassert>
#include <cerrno>
#include <netinet/tcp.h>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>
#include <sys/epoll.h>
#include <unistd.h>
#include <utility>

namespace engine {

namespace {

constexpr size_t mostOfTls = 1 << 18; ///< bytes given to TLS at once, which tells of progress only when all of them went
constexpr uint32_t allEvents = EPOLLIN | EPOLLOUT | EPOLLRDHUP;

void sendAtOnce(int fd)
{
  const int on = 1;
  setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
}

} // namespace

// ---- operations

Stream::Wait Stream::begin(Slot &slot, Operation operation, char *bytes, size_t size)
{
  assert(!slot.waiter); // one reader and one writer
  slot.operation = operation;
  slot.bytes = bytes;
  slot.size = size;
  slot.done = 0;
  return Wait(*this, slot);
}

Stream::Wait Stream::read(char *to, size_t size) { return begin(m_reading, Operation::Read, to, size); }

Stream::Wait Stream::write(std::string_view bytes)
{
  return begin(m_writing, Operation::Write, const_cast<char *>(bytes.data()), bytes.size()); // only read from
}

Stream::Wait Stream::connect(const Address &address)
{
  assert(!isWaiting());
  release();
  if (m_failure != IoCancelled) m_failure = 0;
  Wait wait = begin(m_writing, Operation::Connect);
  int error = 0;
  m_fd = ::socket(address.family(), SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
  if (m_fd < 0) {
    error = -errno;
  } else {
    sendAtOnce(m_fd);
    if (::connect(m_fd, address.data(), address.size()) == 0) m_writable = true;
    else if (errno != EINPROGRESS) error = -errno;
    if (!error) error = m_reactor.watch(m_fd, allEvents, *this);
  }
  if (error) {
    release();
    m_writing.operation = Operation::None;
    m_writing.result = error;
  }
  return wait;
}

int Stream::adopt(int fd)
{
  close();
  m_fd = fd;
  sendAtOnce(fd);
  const int error = m_reactor.watch(fd, allEvents, *this);
  if (error) release();
  return error;
}

Stream::Wait Stream::handshake(const TlsContext &context, std::string_view host, std::string_view alpn)
{
  Wait wait = begin(m_writing, Operation::Handshake);
  if (int error = startTls(context)) {
    m_writing.operation = Operation::None;
    m_writing.result = error;
    return wait;
  }
  SSL_set_connect_state(m_ssl);
  const std::string name(host);
  const bool isLiteral = Address::literal(host, 0).has_value();
  if (!name.empty() && !isLiteral) SSL_set_tlsext_host_name(m_ssl, name.c_str());
  if (context.verifies()) {
    if (isLiteral) X509_VERIFY_PARAM_set1_ip_asc(SSL_get0_param(m_ssl), name.c_str());
    else SSL_set1_host(m_ssl, name.c_str());
  }
  if (!alpn.empty())
    SSL_set_alpn_protos(m_ssl, reinterpret_cast<const unsigned char *>(alpn.data()), unsigned(alpn.size()));
  return wait;
}

Stream::Wait Stream::accept(const TlsContext &context)
{
  Wait wait = begin(m_writing, Operation::Handshake);
  if (int error = startTls(context)) {
    m_writing.operation = Operation::None;
    m_writing.result = error;
  } else {
    SSL_set_accept_state(m_ssl);
  }
  return wait;
}

int Stream::startTls(const TlsContext &context)
{
  m_tlsProblem.clear();
  m_transport = 0;
  m_ssl = context.isValid() ? SSL_new(context.handle()) : nullptr;
  BIO *bio = m_ssl ? StreamBio::make(*this) : nullptr;
  if (!bio) {
    m_tlsProblem = context.problem();
    ERR_clear_error();
    return m_tlsProblem.empty() ? -ENOMEM : int(IoTlsFailed);
  }
  SSL_set_bio(m_ssl, bio, bio);
  SSL_set_read_ahead(m_ssl, 1); // one recv for several records: half the system calls
  return 0;
}

// ---- attempts

int64_t Stream::attempt(Slot &slot)
{
  if (m_failure) return m_failure;
  if (slot.operation == Operation::None) return slot.result;
  if (m_fd < 0) return -ENOTCONN;
  switch (slot.operation) {
  case Operation::Read: return m_ssl ? tlsResult(SSL_read(m_ssl, slot.bytes, int(slot.size))) : receive(slot.bytes, slot.size);
  case Operation::Write: return writeAll(slot);
  case Operation::Connect: return connectResult();
  case Operation::Handshake: return handshakeResult();
  case Operation::None: break;
  }
  return -EINVAL;
}

int64_t Stream::connectResult()
{
  if (!m_writable) return again;
  int error = 0;
  socklen_t size = sizeof error;
  getsockopt(m_fd, SOL_SOCKET, SO_ERROR, &error, &size);
  return error ? -error : 1;
}

int64_t Stream::handshakeResult()
{
  const int64_t result = tlsResult(SSL_do_handshake(m_ssl));
  return result == 0 ? -ECONNRESET : result; // an end here is a connection that broke
}

int64_t Stream::writeAll(Slot &slot)
{
  while (slot.done < slot.size) {
    const char *from = slot.bytes + slot.done;
    const size_t size = slot.size - slot.done;
    const int64_t sent = m_ssl ? tlsResult(SSL_write(m_ssl, from, int(std::min(size, mostOfTls)))) : send(from, size);
    if (sent <= 0) return sent == 0 ? -EPIPE : sent;
    slot.done += size_t(sent);
    if (slot.done < slot.size && m_writePatience) setDeadline(m_reactor.now() + m_writePatience);
  }
  return int64_t(slot.size);
}

int64_t Stream::receive(char *to, size_t size)
{
  if (!m_readable) return again;
  const ssize_t got = receiveNow(m_fd, to, size);
  if (got < 0) {
    if (errno == EINTR) return receive(to, size);
    if (errno != EAGAIN) return -errno;
    m_readable = false;
    return again;
  }
  // A short read drained the socket, so no probe for EAGAIN is needed; but after a hang-up no further edge will come
  // and the end of the stream must still be read.
  if (size_t(got) < size && !m_hangup) m_readable = false;
  return got;
}

int64_t Stream::send(const char *from, size_t size)
{
  if (!m_writable) return again;
  const ssize_t sent = sendNow(m_fd, from, size);
  if (sent >= 0) return sent;
  if (errno == EINTR) return send(from, size);
  if (errno != EAGAIN) return -errno;
  m_writable = false;
  return again;
}

int64_t Stream::tlsResult(int returned)
{
  if (returned > 0) return returned;
  switch (SSL_get_error(m_ssl, returned)) {
  case SSL_ERROR_WANT_READ: case SSL_ERROR_WANT_WRITE: return again;
  case SSL_ERROR_ZERO_RETURN: return 0;
  case SSL_ERROR_SYSCALL: ERR_clear_error(); return m_transport;
  default: return tlsFailure();
  }
}

int64_t Stream::tlsFailure()
{
  const unsigned long error = ERR_peek_error();
  const int reason = ERR_GET_REASON(error);
  const char *text = ERR_reason_error_string(error);
  m_tlsProblem = text ? text : "unknown TLS failure";
  ERR_clear_error(); // the queue is the thread's: the next stream must not find our error
  if (reason == SSL_R_CERTIFICATE_VERIFY_FAILED) {
    m_tlsProblem = X509_verify_cert_error_string(SSL_get_verify_result(m_ssl));
    return IoCertificateRejected;
  }
  const bool foreign = reason == SSL_R_WRONG_VERSION_NUMBER || reason == SSL_R_HTTP_REQUEST
      || reason == SSL_R_PACKET_LENGTH_TOO_LONG || reason == SSL_R_UNKNOWN_PROTOCOL;
  return foreign && SSL_in_init(m_ssl) ? IoNotTls : IoTlsFailed;
}

// ---- events

inline bool Stream::retry(Slot &slot)
{
  slot.result = attempt(slot);
  return slot.result == again || resume(slot);
}

void Stream::onEvents(uint32_t events)
{
  if (events & (EPOLLRDHUP | EPOLLHUP | EPOLLERR)) m_hangup = true;
  if (events & (EPOLLIN | EPOLLRDHUP | EPOLLHUP | EPOLLERR)) m_readable = true;
  if (events & (EPOLLOUT | EPOLLHUP | EPOLLERR)) m_writable = true;
  // Both are tried whatever happened, because TLS may have to read in order to write and the other way round.
  if (m_writing.waiter && !retry(m_writing)) return;
  if (m_reading.waiter) retry(m_reading);
  else if (m_idle && m_readable) std::exchange(m_idle, nullptr)->becameReadable();
}

bool Stream::listenIdle(IdleListener *listener)
{
  const bool mayRead = m_readable || m_ssl; // TLS may hold bytes that the socket no longer tells of
  m_idle = mayRead ? nullptr : listener;
  return mayRead;
}

void Stream::onDeadline()
{
  if (!m_failure) m_failure = IoTimedOut;
  const int failure = m_failure;
  for (Slot *slot : {&m_writing, &m_reading}) {
    if (!slot->waiter) continue;
    slot->result = failure;
    if (!resume(*slot)) return;
  }
}

bool Stream::resume(Slot &slot)
{
  bool destroyed = false;
  bool *const outer = std::exchange(m_destroyed, &destroyed);
  std::exchange(slot.waiter, {}).resume();
  if (destroyed) {
    if (outer) *outer = true;
    return false;
  }
  m_destroyed = outer;
  return true;
}

void Stream::cancel()
{
  m_failure = IoCancelled;
  if (isWaiting()) m_reactor.deadlines().setDueNow(*this);
}

// ---- ends

void Stream::shutdownWrites()
{
  if (m_ssl && !SSL_in_init(m_ssl)) SSL_shutdown(m_ssl);
  ERR_clear_error();
  if (m_fd >= 0) ::shutdown(m_fd, SHUT_WR);
}

Stream::~Stream()
{
  m_reading.waiter = m_writing.waiter = {}; // whoever waits goes with us
  close();
  if (m_destroyed) *m_destroyed = true;
}

void Stream::close()
{
  if (m_ssl && !m_failure && !m_hangup && m_tlsProblem.empty() && !SSL_in_init(m_ssl)) {
    SSL_shutdown(m_ssl); // close_notify, as far as the socket takes it
    ERR_clear_error();
  }
  release();
  Deadlines::remove(*this);
  m_failure = 0;
  if (isWaiting()) cancel();
}

void Stream::closeWithReset()
{
  const linger now{1, 0};
  if (m_fd >= 0) setsockopt(m_fd, SOL_SOCKET, SO_LINGER, &now, sizeof now);
  close();
}

void Stream::release()
{
  if (m_ssl) SSL_free(std::exchange(m_ssl, nullptr));
  if (m_fd >= 0) {
    m_reactor.forget(*this);
    ::close(std::exchange(m_fd, -1));
  }
  m_readable = m_writable = m_hangup = false;
  m_idle = nullptr;
}

std::string_view Stream::protocol() const
{
  const unsigned char *name = nullptr;
  unsigned size = 0;
  if (m_ssl) SSL_get0_alpn_selected(m_ssl, &name, &size);
  return {reinterpret_cast<const char *>(name), size};
}

} // namespace engine
