// A TCP connection, plain or TLS, full duplex: one coroutine may read while another writes. Results are int64_t: bytes,
// 0 for the end of the stream, or a negative IoError / -errno. An operation that can finish does so without suspending.
//
//   stream.setDeadline(reactor.now() + oneSecond);
//   if (int64_t r = co_await stream.connect(address); r < 0) …
//
// Belongs to its reactor's thread. Neither movable nor to be destroyed by anyone while its own coroutine waits on it,
// unless that coroutine's frame goes too.
#pragma once

#include "engine/io/address.h"
#include "engine/io/ioerror.h"
#include "engine/io/reactor.h"

#include <coroutine>
#include <cstdint>
#include <string>
#include <string_view>

using SSL = struct ssl_st;

namespace engine {

class TlsContext;

/// Told once that a stream which nobody reads may be read again: bytes came, or its end.
class IdleListener
{
public:
  virtual void becameReadable() = 0;

protected:
  ~IdleListener() = default;
};

class Stream final : Pollable, Deadline
{
public:
  explicit Stream(Reactor &reactor) : m_reactor(reactor) {}
  ~Stream();
  Stream(const Stream &) = delete;
  Stream &operator=(const Stream &) = delete;

  class Wait;
  /// Opens a socket and connects it; a previous connection is closed, the deadline stays. 1 when connected.
  [[nodiscard]] Wait connect(const Address &address);
  /// As client; `host` for SNI and verification ("" or a literal address: no SNI), `alpn` in wire form
  /// ("\x02h2\x08http/1.1") or empty. 1 when done. The context must outlive the stream's use of it.
  [[nodiscard]] Wait handshake(const TlsContext &context, std::string_view host, std::string_view alpn = {});
  [[nodiscard]] Wait accept(const TlsContext &context); ///< the server's side of the handshake
  [[nodiscard]] Wait read(char *to, size_t size);       ///< up to `size` bytes, at least one
  [[nodiscard]] Wait write(std::string_view bytes);     ///< all of them; answers how many. The bytes must stay till then

  int adopt(int fd); ///< an accepted socket; 0 or -errno (then it is closed)
  /// Closes at once and clears the deadline. Waiting coroutines get IoCancelled on the next turn.
  void close();
  void closeWithReset(); ///< as close(), but sends RST
  void shutdownWrites(); ///< FIN (and close_notify); reading goes on
  /// Both waiters, and operations begun later, get IoCancelled on the next turn, until close().
  void cancel();
  /// Whoever waits is about to be destroyed and is not resumed. After a write that was under way, only close() is left.
  void forgetWaiters() { m_reading.waiter = m_writing.waiter = {}; }

  /// Between operations, instead of a coroutine that reads on. Null: nobody. True: it may be read already, and nobody is told.
  bool listenIdle(IdleListener *listener);
  /// Each part of a write that the socket takes proves life: while more is to go, the deadline is so many ns from then. 0: as set.
  void setWritePatience(int64_t ns) { m_writePatience = ns; }
  size_t written() const { return m_writing.done; } ///< bytes of the last write that went

  /// Operations fail with IoTimedOut from `at` (ns of nowNs()) on. Up to 16 ms late.
  void setDeadline(int64_t at) { m_reactor.deadlines().set(*this, at); }
  void clearDeadline() { Deadlines::clear(*this); }

  bool isOpen() const { return m_fd >= 0; }
  bool peerClosed() const { return m_hangup; } ///< the other side sent FIN or RST; bytes may still be unread
  bool isTls() const { return m_ssl != nullptr; }
  std::string_view protocol() const; ///< what ALPN chose, or empty
  const std::string &tlsProblem() const { return m_tlsProblem; } ///< end of a sentence, after a TLS failure
  Reactor &reactor() const { return m_reactor; }

private:
  enum class Operation : uint8_t { None, Read, Write, Connect, Handshake };
  struct Slot
  {
    Operation operation = Operation::None;
    char *bytes = nullptr;
    size_t size = 0, done = 0;
    int64_t result = 0;
    std::coroutine_handle<> waiter;
  };
  static constexpr int64_t again = INT64_MIN; ///< not ready yet

public:
  /// The awaitable of all operations.
  class Wait
  {
  public:
    bool await_ready() { return (m_slot.result = m_stream.attempt(m_slot)) != again; }
    void await_suspend(std::coroutine_handle<> waiter) { m_slot.waiter = waiter; }
    int64_t await_resume() const { return m_slot.result; }

  private:
    friend class Stream;
    Wait(Stream &stream, Slot &slot) : m_stream(stream), m_slot(slot) {}
    Stream &m_stream;
    Slot &m_slot;
  };

private:
  friend struct StreamBio;

  void onEvents(uint32_t events) override;
  void onDeadline() override;
  Wait begin(Slot &slot, Operation operation, char *bytes = nullptr, size_t size = 0);
  int64_t attempt(Slot &slot);
  int64_t connectResult();
  int64_t handshakeResult();
  int64_t tlsFailure();
  int64_t writeAll(Slot &slot);
  int64_t receive(char *to, size_t size);
  int64_t send(const char *from, size_t size);
  int64_t tlsResult(int returned);
  bool retry(Slot &slot);  ///< false: this is gone
  bool resume(Slot &slot); ///< the same
  int startTls(const TlsContext &context);
  bool isWaiting() const { return m_reading.waiter || m_writing.waiter; }
  void release();

  Reactor &m_reactor;
  int m_fd = -1;
  int m_failure = 0; ///< what every operation answers from now on
  int m_transport = 0; ///< what the socket last answered to TLS, when that was no bytes
  bool m_readable = false, m_writable = false, m_hangup = false;
  IdleListener *m_idle = nullptr;
  int64_t m_writePatience = 0;
  bool *m_destroyed = nullptr; ///< told when we die while resuming a waiter
  SSL *m_ssl = nullptr;
  Slot m_reading, m_writing;
  std::string m_tlsProblem;
};

} // namespace engine
