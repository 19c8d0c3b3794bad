// The one connection of a protocol client, with the course of the operation under way: look-up, connect and TLS, deadlines,
// times and byte counts, cutting off, and the result at the end.
//
//   m_connection.begin(request.connectTimeout, request.responseTimeout);
//   int64_t status = m_connection.isUsable() ? 1 : co_await m_connection.open(endpoint);
//   if (status > 0) status = co_await m_connection.write(bytes);
//   …
//   co_return m_connection.finish(status, problem);
//
// Belongs to the thread of its network; must outlive its operation.
#pragma once

#include "engine/io/network.h"
#include "engine/io/stream.h"
#include "engine/io/task.h"
#include "engine/protocol/exchange.h"

#include <cstdint>
#include <span>
#include <vector>

namespace engine {

/// Where a connection leads. Host without brackets.
struct Endpoint
{
  std::string host;
  uint16_t port = 0;
  bool tls = false, verifyTls = false;

  std::string text() const; ///< "host:80", "[::1]:80"
  bool operator==(const Endpoint &) const = default;
};

/// Connects to the first address that takes it before the deadline (ns of nowNs()). > 0, or what says most of why none did.
/// `isCancelled` is looked at between two of them; Stream::cancel() ends the one under way.
Task<int64_t> connectToFirst(Stream &stream, const std::vector<Address> &addresses, int64_t deadline, const bool &isCancelled);

class Connection
{
public:
  explicit Connection(Network &network) : m_network(network), m_stream(network.reactor) {}

  /// Begins an operation; ns. Its clock starts here.
  void begin(int64_t connectTimeout, int64_t responseTimeout);
  /// Look-up, connect, TLS; an open connection is closed first. 1, or what failed.
  Task<int> open(const Endpoint &endpoint, std::string_view alpn = {});
  class Write;
  class Read;
  /// All bytes; each part that goes proves life. > 0, or what failed. The bytes must stay till then.
  [[nodiscard]] Write write(std::string_view bytes);
  /// Up to 64 KB. What came is noted; the bytes must be used before anything else is awaited.
  [[nodiscard]] Read read();
  /// Notes bytes that came, moves the response deadline, keeps the time of the last byte.
  void noteReceived(uint64_t bytes);
  void noteStatus(int status) { m_result.sample.status = status; } ///< of HTTP, where a protocol begins with it
  void noteTime() { m_last = reactor().readClock(); } ///< the operation lasts until now, whenever the last byte was
  void expectAnswer() { m_phase = ExchangePhase::Waiting; }
  /// Ends the operation. `status` > 0: done; else the failure is described and the connection closed, unless it `stays`.
  ExchangeResult finish(int64_t status, std::string_view problem = {}, bool stays = false);

  void cancel(); ///< the operation under way ends on the next turn of the loop
  bool isBusy() const { return m_busy; }
  bool isCancelled() const { return m_cancelled; }
  bool isOpen() const { return m_stream.isOpen(); }
  bool isUsable() const { return m_stream.isOpen() && !m_stream.peerClosed(); }
  void close() { m_stream.close(); }

  Stream &stream() { return m_stream; }
  Network &network() { return m_network; }
  Reactor &reactor() { return m_network.reactor; }
  const Endpoint &endpoint() const { return m_endpoint; }
  int64_t responseTimeout() const { return m_responseTimeout; }
  ExchangePhase phase() const { return m_phase; }
  const ExchangeTiming &timing() const { return m_result.timing; }
  int64_t startedAt() const { return m_start; }
  bool hasReceived() const { return m_result.sample.receivedBytes > 0; }

private:
  int64_t written(int64_t result);

  Network &m_network;
  Stream m_stream;
  Endpoint m_endpoint;
  ExchangeResult m_result; ///< of the operation under way
  ExchangePhase m_phase = ExchangePhase::LookUp;
  LookupTicket *m_lookup = nullptr;
  int64_t m_connectTimeout = 0, m_responseTimeout = 0, m_start = 0, m_last = 0, m_sentAt = 0;
  bool m_busy = false, m_cancelled = false;
};

class Connection::Write
{
public:
  bool await_ready() { return m_wait.await_ready(); }
  void await_suspend(std::coroutine_handle<> waiter) { m_wait.await_suspend(waiter); }
  int64_t await_resume() { return m_connection.written(m_wait.await_resume()); }

private:
  friend class Connection;
  Write(Connection &connection, std::string_view bytes) : m_connection(connection), m_wait(connection.m_stream.write(bytes)) {}
  Connection &m_connection;
  Stream::Wait m_wait;
};

/// What a read answers: > 0 and bytes, or what ended it.
struct Received
{
  int64_t status;
  std::string_view bytes;
};

class Connection::Read
{
public:
  bool await_ready() { return m_wait.await_ready(); }
  void await_suspend(std::coroutine_handle<> waiter) { m_wait.await_suspend(waiter); }
  Received await_resume()
  {
    const int64_t got = m_wait.await_resume();
    if (got <= 0) return {got, {}};
    m_connection.noteReceived(uint64_t(got));
    return {got, {m_buffer.data(), size_t(got)}};
  }

private:
  friend class Connection;
  Read(Connection &connection, std::span<char> buffer)
    : m_connection(connection), m_buffer(buffer), m_wait(connection.m_stream.read(buffer.data(), buffer.size()))
  {
  }
  Connection &m_connection;
  std::span<char> m_buffer;
  Stream::Wait m_wait;
};

inline Connection::Write Connection::write(std::string_view bytes) { return Write(*this, bytes); }
inline Connection::Read Connection::read() { return Read(*this, reactor().readBuffer()); }

} // namespace engine
