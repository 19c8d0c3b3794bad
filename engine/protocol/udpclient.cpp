#include "engine/protocol/udpclient.h"

#include <cerrno>
#include <utility>

namespace engine {

Task<ExchangeResult> UdpClient::send(const UdpExchange &exchange)
{
  Reactor &reactor = m_network.reactor;
  ExchangeResult result;
  ExchangeFailure failure;
  m_busy = true;
  m_cancelled = false;
  m_reader.begin(exchange.end, m_answer);
  const int64_t start = reactor.readClock();
  int64_t sentAt = start, last = start, status = 1;

  const bool awaits = exchange.end.kind != AnswerEnd::NoAnswer;
  if (!(m_endpoint == exchange.endpoint) || (awaits && m_expectsStrays)) m_socket.close();
  m_expectsStrays = !awaits;
  if (!m_socket.isOpen()) m_endpoint = exchange.endpoint;
  if (exchange.payload.size() > Datagram::mostBytes) status = CannotSend;
  if (status > 0 && m_socket.isOpen()) {
    m_socket.discardPending();
    failure.phase = ExchangePhase::Sending;
  } else if (status > 0) {
    LookupTicket ticket;
    m_lookup = &ticket;
    const int64_t deadline = start + exchange.connectTimeout;
    const Resolved found = co_await m_network.resolver.resolve(m_endpoint.host, m_endpoint.port, deadline, &ticket);
    m_lookup = nullptr;
    sentAt = reactor.readClock();
    result.timing.dns = sentAt - start;
    status = m_cancelled ? IoCancelled : found.error ? found.error : 0;
    if (status == 0) {
      failure.phase = ExchangePhase::Connect;
      for (const Address &address : found.addresses) {
        status = m_socket.connect(address);
        if (status > 0) break;
      }
    }
  }

  if (status > 0) {
    failure.phase = ExchangePhase::Sending;
    m_socket.setDeadline(sentAt + exchange.responseTimeout);
    status = co_await m_socket.send(exchange.payload);
    // The refusal of an earlier datagram may only now be known; it says nothing of this one.
    if (status == -ECONNREFUSED) status = co_await m_socket.send(exchange.payload);
    if (status >= 0) result.sample.sentBytes += exchange.payload.size(), status = 1;
    last = reactor.now();
  }
  if (status > 0) failure.phase = ExchangePhase::Waiting;
  while (status > 0 && !m_reader.isDone()) {
    const std::span<char> buffer = reactor.readBuffer();
    const int64_t got = co_await m_socket.receive(buffer.data(), buffer.size());
    if (got < 0) {
      status = got;
      break;
    }
    last = reactor.readClock();
    if (result.sample.receivedBytes == 0) result.timing.firstByte = last - sentAt;
    result.sample.receivedBytes += uint64_t(got);
    m_reader.feed({buffer.data(), size_t(got)});
    // An empty datagram is an answer too.
    if (exchange.end.kind == AnswerEnd::FirstBytes || exchange.end.kind == AnswerEnd::Close) break;
    if (m_reader.isBroken()) status = ProtocolBroken;
    m_socket.setDeadline(last + exchange.responseTimeout);
  }

  if (status > 0) {
    m_socket.clearDeadline();
    if (result.sample.receivedBytes > 0) result.timing.download = last - sentAt - result.timing.firstByte;
    if (exchange.closeAfter || m_cancelled) m_socket.close();
  } else {
    last = reactor.readClock();
    const std::string where = m_endpoint.text();
    failure.where = where;
    failure.host = m_endpoint.host;
    failure.connectTimeout = exchange.connectTimeout;
    failure.responseTimeout = exchange.responseTimeout;
    failure.problem = status == CannotSend ? "A datagram holds at most 65507 bytes." : m_reader.problem();
    failure.cancelled = m_cancelled;
    describeFailure(result, status, failure);
    if (status == IoTimedOut && failure.phase == ExchangePhase::Waiting && !m_cancelled) {
      ++m_lost;
      result.error = "No answer from " + where + " within " + secondsText(exchange.responseTimeout)
          + (result.sample.receivedBytes > 0 ? ": only a part came." : ": the datagram or its answer was lost.");
    }
    m_socket.close();
  }
  result.sample.responseTime = last - start;
  m_busy = false;
  co_return std::move(result);
}

void UdpClient::cancel()
{
  if (!m_busy) return;
  m_cancelled = true;
  if (m_lookup) m_lookup->cancel();
  m_socket.cancel();
}

void UdpClient::forgetAnswer()
{
  if (m_answer.capacity() > 4096) std::string().swap(m_answer);
  else m_answer.clear();
}

} // namespace engine
