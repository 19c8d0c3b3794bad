// Bytes over TCP (or TLS): sends a payload, collects the answer to its end. One connection, reused or closed after each
// exchange. Belongs to the thread of its network; must outlive its exchange under way.
#pragma once

#include "engine/protocol/connection.h"
#include "engine/protocol/payload.h"

#include <cstdint>

namespace engine {

/// Views must stay valid until the exchange has ended.
struct TcpExchange
{
  Endpoint endpoint;
  std::string_view payload; ///< may be empty: then only an answer is awaited
  AnswerEnd end;
  int64_t connectTimeout = 5'000'000'000;  ///< ns, look-up, connect and TLS together
  int64_t responseTimeout = 5'000'000'000; ///< ns without any byte moving
  bool closeAfter = false;
};

class TcpClient
{
public:
  explicit TcpClient(Network &network) : m_connection(network) {}

  /// What came after the end of an answer, in the same read, is dropped: an answer cannot come before its request.
  Task<ExchangeResult> send(const TcpExchange &exchange);
  void cancel() { m_connection.cancel(); }
  const std::string &answer() const { return m_answer; } ///< until the next send()
  void forgetAnswer();
  bool isOpen() const { return m_connection.isOpen(); }
  void close() { m_connection.close(); } ///< only while no exchange is under way

private:
  Connection m_connection;
  AnswerReader m_reader;
  std::string m_answer;
};

} // namespace engine
