// HTTP/1.1 and HTTP/2 of one virtual user: kept connections, one for each scheme, host and port. One request at a time.
//
//   HttpClient client(network);
//   HttpResult result = co_await client.send(request);
//   if (client.reply().status == 200) …
//
// Belongs to the thread of its network. Must outlive its request under way. Idle, it holds no buffers but reply().
#pragma once

#include "engine/io/network.h"
#include "engine/io/stream.h"
#include "engine/io/task.h"
#include "engine/protocol/httpmessage.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace engine {

class HttpClient
{
public:
  static constexpr int mostRedirects = 10;

  explicit HttpClient(Network &network);
  ~HttpClient();
  HttpClient(const HttpClient &) = delete;
  HttpClient &operator=(const HttpClient &) = delete;

  /// Response time runs from the first act (look-up, connect, TLS, when a connection must be opened) to the last byte.
  Task<HttpResult> send(const OutgoingRequest &request) { return request.http2 ? sendHttp2(request) : sendHttp1(request); }
  /// The request under way ends on the next turn of the loop, with `cutOff`. Without one, does nothing.
  void cancel();
  bool isBusy() const { return m_busy; }

  /// Told of the redirects of requests that name no listener of their own; the head is not kept for it.
  void setRedirectListener(RedirectListener *listener) { m_listener = listener; }
  void closeConnections(); ///< only while not busy
  size_t openConnections() const;

  const HttpReply &reply() const { return m_reply; } ///< the last one, until the next send()
  void forgetReply() { m_reply.clear(); }            ///< frees large bodies early

private:
  struct Connection;
  struct Exchange;
  struct Call; // of HTTP/2
  struct Line;
  struct Lines;

  Task<HttpResult> sendHttp1(const OutgoingRequest &request);
  Task<HttpResult> sendHttp2(const OutgoingRequest &request); // http2client.cpp
  Task<int64_t> converse(Connection &connection, Exchange &exchange, Call &call);
  Task<int64_t> openHttp2(Connection &connection, Exchange &exchange);
  Task<int64_t> converse(Line &line, Exchange &exchange, Call &call); // http2line.cpp
  Task<int64_t> openLine(Line &line, Exchange &exchange);
  Line &lineTo(const HttpPlace &place, const OutgoingRequest &request);
  Connection &connectionTo(const HttpPlace &place, const OutgoingRequest &request);
  Task<Resolved> lookUp(const Connection &connection, const OutgoingRequest &request, int64_t deadline, LookupTicket &ticket);
  Task<int64_t> tunnel(Connection &connection, const Exchange &exchange); ///< asks a proxy to connect further
  Task<int> open(Connection &connection, Exchange &exchange);
  std::string_view prepare(const Exchange &exchange);
  void fail(Exchange &exchange, int64_t error) const;
  static bool mayRepeat(const Exchange &exchange, int64_t error);

  Network &m_network;
  HttpReply m_reply;
  Http1Parser m_parser;
  std::vector<std::unique_ptr<Connection>> m_connections;
  std::string m_out; ///< the request being sent, when it did not come as `wire`
  Connection *m_current = nullptr; ///< of the request under way
  Line *m_line = nullptr;       ///< the shared one it used last
  Sleeper *m_waiting = nullptr; ///< for an answer on a shared one, or for its opening
  LookupTicket *m_lookup = nullptr;
  RedirectListener *m_listener = nullptr;
  unsigned m_turn = 0; ///< of the addresses a host is bound to
  int m_proxyStatus = 0; ///< how a proxy answered CONNECT
  bool m_busy = false, m_cancelled = false;
};

} // namespace engine
