// Datagrams over UDP: sends one, awaits the answer or none. An answer that does not come in time is a loss: the local port
// is given up, so that a late answer is never taken for the next one. Belongs to the thread of its network.
#pragma once

#include "engine/io/datagram.h"
#include "engine/io/network.h"
#include "engine/io/task.h"
#include "engine/protocol/connection.h"
#include "engine/protocol/payload.h"

#include <cstdint>

namespace engine {

/// Views must stay valid until the exchange has ended.
struct UdpExchange
{
  Endpoint endpoint; ///< tls is not looked at
  std::string_view payload; ///< at most Datagram::mostBytes
  AnswerEnd end;            ///< several datagrams may make an answer when its end is a length or a mark
  int64_t connectTimeout = 5'000'000'000;  ///< ns, for the look-up
  int64_t responseTimeout = 5'000'000'000; ///< ns without a datagram
  bool closeAfter = false;
};

class UdpClient
{
public:
  explicit UdpClient(Network &network) : m_network(network), m_socket(network.reactor) {}

  Task<ExchangeResult> send(const UdpExchange &exchange);
  void cancel();
  const std::string &answer() const { return m_answer; } ///< until the next send()
  void forgetAnswer();
  bool isOpen() const { return m_socket.isOpen(); }
  void close() { m_socket.close(); } ///< only while no exchange is under way
  uint64_t lost() const { return m_lost; } ///< datagrams whose answer did not come in time, so far

private:
  Network &m_network;
  Datagram m_socket;
  Endpoint m_endpoint;
  AnswerReader m_reader;
  std::string m_answer;
  LookupTicket *m_lookup = nullptr;
  uint64_t m_lost = 0;
  bool m_expectsStrays = false; ///< answers that nobody awaited may still come to this port
  bool m_busy = false, m_cancelled = false;
};

} // namespace engine
