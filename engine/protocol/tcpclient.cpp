#include "engine/protocol/tcpclient.h"

#include <cerrno>

namespace engine {

Task<ExchangeResult> TcpClient::send(const TcpExchange &exchange)
{
  Stream &stream = m_connection.stream();
  if (!m_connection.isUsable() || !(m_connection.endpoint() == exchange.endpoint)) stream.close();
  m_connection.begin(exchange.connectTimeout, exchange.responseTimeout);
  m_reader.begin(exchange.end, m_answer);

  int64_t status = 1;
  if (!stream.isOpen()) status = co_await m_connection.open(exchange.endpoint);
  if (status > 0 && !exchange.payload.empty()) status = co_await m_connection.write(exchange.payload);
  // A server may answer and close before it has read everything; what it said counts, if it can still be read.
  const bool answeredEarly = m_connection.phase() == ExchangePhase::Sending && (status == -EPIPE || status == -ECONNRESET);
  if (status > 0) m_connection.expectAnswer();
  while ((status > 0 || answeredEarly) && !m_reader.isDone()) {
    const Received got = co_await m_connection.read();
    if (got.status <= 0) {
      if (got.status == 0) m_reader.streamEnded();
      if (!answeredEarly) status = got.status;
      break;
    }
    m_reader.feed(got.bytes);
    if (m_reader.isBroken()) break;
  }
  const bool ended = status == 0;
  if (m_reader.isDone()) status = 1;
  else if (m_reader.isBroken() && (!ended || m_connection.hasReceived())) status = ProtocolBroken;

  ExchangeResult result = m_connection.finish(status, m_reader.problem());
  if (ended || exchange.closeAfter || exchange.end.kind == AnswerEnd::Close) stream.close();
  co_return std::move(result);
}

void TcpClient::forgetAnswer()
{
  if (m_answer.capacity() > 4096) std::string().swap(m_answer);
  else m_answer.clear();
}

} // namespace engine
