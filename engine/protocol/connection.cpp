#include "engine/protocol/connection.h"

#include <algorithm>
#include <cerrno>
#include <utility>

namespace engine {

std::string Endpoint::text() const
{
  const std::string number = ":" + std::to_string(port);
  return host.find(':') == std::string::npos ? host + number : "[" + host + "]" + number;
}

Task<int64_t> connectToFirst(Stream &stream, const std::vector<Address> &addresses, int64_t deadline, const bool &isCancelled)
{
  int64_t result = 0, reported = 0;
  for (const Address &address : addresses) {
    stream.setDeadline(deadline);
    result = co_await stream.connect(address);
    if (result > 0 || result == IoTimedOut || isCancelled) break;
    stream.close();
    // An address family this computer has no way to is not worth a report when another address says more.
    const bool noWay = reported == -ENETUNREACH || reported == -EAFNOSUPPORT;
    if (reported == 0 || noWay) reported = result;
    if (result == -EMFILE || result == -ENFILE) break;
  }
  co_return result > 0 || result == IoTimedOut || !reported ? result : reported;
}

void Connection::begin(int64_t connectTimeout, int64_t responseTimeout)
{
  m_result = {};
  m_connectTimeout = connectTimeout;
  m_responseTimeout = responseTimeout;
  m_start = m_last = m_sentAt = reactor().readClock();
  m_phase = m_stream.isOpen() ? ExchangePhase::Sending : ExchangePhase::LookUp;
  m_busy = true;
  m_cancelled = false;
  m_stream.setWritePatience(responseTimeout);
  if (m_stream.isOpen()) m_stream.setDeadline(m_start + responseTimeout);
}

Task<int> Connection::open(const Endpoint &endpoint, std::string_view alpn)
{
  m_stream.close();
  m_endpoint = endpoint;
  int64_t mark = reactor().readClock();
  const int64_t deadline = mark + m_connectTimeout;
  ExchangeTiming &timing = m_result.timing;
  const auto lap = [&](int64_t &phase) {
    m_last = reactor().readClock();
    phase += m_last - std::exchange(mark, m_last);
  };

  m_phase = ExchangePhase::LookUp;
  LookupTicket ticket;
  m_lookup = &ticket;
  const Resolved found = co_await m_network.resolver.resolve(m_endpoint.host, m_endpoint.port, deadline, &ticket);
  m_lookup = nullptr;
  lap(timing.dns);
  if (m_cancelled) co_return IoCancelled;
  if (found.error) co_return found.error;

  m_phase = ExchangePhase::Connect;
  int64_t result = co_await connectToFirst(m_stream, found.addresses, deadline, m_cancelled);
  lap(timing.connect);
  if (m_cancelled) co_return IoCancelled;
  if (result <= 0) co_return int(result);

  if (m_endpoint.tls) {
    m_phase = ExchangePhase::Tls;
    result = co_await m_stream.handshake(m_network.tls(m_endpoint.verifyTls), m_endpoint.host, alpn);
    lap(timing.tls);
    if (result <= 0) co_return result == 0 ? -ECONNRESET : int(result);
  }
  m_phase = ExchangePhase::Sending;
  m_sentAt = m_last;
  m_stream.setDeadline(m_last + m_responseTimeout);
  co_return 1;
}

int64_t Connection::written(int64_t result)
{
  m_result.sample.sentBytes += m_stream.written();
  if (result < 0) return result;
  m_last = reactor().now();
  m_stream.setDeadline(m_last + m_responseTimeout);
  return 1;
}

void Connection::noteReceived(uint64_t bytes)
{
  m_last = reactor().readClock();
  if (!hasReceived()) m_result.timing.firstByte = m_last - m_sentAt;
  m_result.sample.receivedBytes += bytes;
  m_phase = ExchangePhase::Receiving;
  m_stream.setDeadline(m_last + m_responseTimeout);
}

ExchangeResult Connection::finish(int64_t status, std::string_view problem, bool stays)
{
  if (status > 0) {
    m_stream.clearDeadline();
    if (hasReceived()) m_result.timing.download = m_last - m_sentAt - m_result.timing.firstByte;
    // A cut-off that came too late left its mark on the stream all the same.
    if (m_cancelled) m_stream.close();
  } else {
    m_last = reactor().readClock();
    ExchangeFailure failure;
    const std::string where = m_endpoint.text();
    const std::string tlsProblem = m_stream.tlsProblem();
    failure.phase = m_phase;
    failure.where = where;
    failure.host = m_endpoint.host;
    failure.connectTimeout = m_connectTimeout;
    failure.responseTimeout = m_responseTimeout;
    failure.tlsProblem = tlsProblem;
    failure.problem = problem;
    failure.cancelled = m_cancelled;
    describeFailure(m_result, status, failure);
    if (stays && !m_cancelled) m_stream.clearDeadline();
    else m_stream.close();
  }
  m_result.sample.responseTime = m_last - m_start;
  m_busy = false;
  return std::move(m_result);
}

void Connection::cancel()
{
  if (!m_busy) return;
  m_cancelled = true;
  if (m_lookup) m_lookup->cancel();
  m_stream.cancel();
}

} // namespace engine
