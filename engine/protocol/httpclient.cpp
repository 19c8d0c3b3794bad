#include "engine/protocol/httpclient.h"

#include "engine/protocol/connection.h"
#include "engine/protocol/httpexchange.h"
#include "engine/protocol/httpredirect.h"

#include <algorithm>
#include <cerrno>
#include <utility>

namespace engine {

namespace {

bool isIdempotent(std::string_view method)
{
  for (std::string_view each : {"GET", "HEAD", "PUT", "DELETE", "OPTIONS", "TRACE"})
    if (method == each) return true;
  return false;
}

} // namespace

HttpClient::HttpClient(Network &network) : m_network(network) {}
HttpClient::~HttpClient() = default;

void HttpClient::cancel()
{
  if (!m_busy) return;
  m_cancelled = true;
  if (m_lookup) m_lookup->cancel();
  if (m_waiting) m_waiting->cancel();
  else if (m_current) m_current->stream.cancel();
}

void HttpClient::closeConnections() { m_connections.clear(); }

size_t HttpClient::openConnections() const
{
  return size_t(std::ranges::count_if(m_connections, [](const auto &each) { return each->stream.isOpen(); }));
}

HttpClient::Connection &HttpClient::connectionTo(const HttpPlace &place, const OutgoingRequest &request)
{
  for (const auto &each : m_connections)
    if (each->leadsTo(place, request)) return *each;
  return *m_connections.emplace_back(std::make_unique<Connection>(m_network.reactor, place, request));
}

Task<HttpResult> HttpClient::sendHttp1(const OutgoingRequest &request)
{
  Reactor &reactor = m_network.reactor;
  Exchange exchange(request);
  HttpResult &result = exchange.result;
  m_busy = true;
  m_cancelled = false;
  const int64_t start = reactor.readClock();
  int64_t end = start;
  bool repeated = false;

  for (;;) {
    if (exchange.place.host.empty()) {
      fail(exchange, noAddress);
      break;
    }
    Connection &connection = connectionTo(exchange.place, request);
    Stream &stream = connection.stream;
    m_current = &connection;
    if (request.newConnection || !connection.isUsable()) stream.close();
    int64_t status = 1; // > 0: all is well so far
    exchange.fresh = !stream.isOpen();
    if (exchange.fresh) status = co_await open(connection, exchange);

    const int64_t sentAt = exchange.fresh ? reactor.readClock() : end;
    uint64_t received = 0;
    size_t beyond = 0; // bytes that came after the reply
    m_parser.reset(m_reply, exchange.method == "HEAD", request.keepHead || request.redirects, request.keepBody);
    if (status > 0) {
      exchange.phase = Exchange::Sending;
      const std::string_view head = exchange.wire.empty() ? prepare(exchange) : exchange.wire;
      stream.setDeadline(sentAt + request.responseTimeout);
      status = co_await stream.write(head);
      if (status > 0) result.sample.sentBytes += head.size(), ++result.sends;
      constexpr size_t piece = 1 << 18; // of a body; each piece that goes proves life
      for (size_t at = 0; exchange.wire.empty() && status > 0 && at < exchange.body.size(); at += piece) {
        const std::string_view part = exchange.body.substr(at, piece);
        stream.setDeadline(reactor.now() + request.responseTimeout);
        status = co_await stream.write(part);
        if (status > 0) result.sample.sentBytes += part.size();
      }
      // A server may answer and close before it has read everything; what it said counts, if it can still be read.
      const bool answeredEarly = status == -EPIPE || status == -ECONNRESET;
      if (status > 0) exchange.phase = Exchange::Waiting;
      while ((status > 0 || answeredEarly) && !m_parser.isDone()) {
        const std::span<char> buffer = reactor.readBuffer();
        const int64_t got = co_await stream.read(buffer.data(), buffer.size());
        if (got <= 0 && !answeredEarly) status = got;
        if (got <= 0) break;
        end = reactor.readClock();
        if (received == 0) result.timing.firstByte = end - sentAt;
        exchange.phase = Exchange::Receiving;
        received += uint64_t(got);
        const size_t used = m_parser.feed({buffer.data(), size_t(got)});
        beyond = size_t(got) - used;
        if (m_parser.isBroken()) break;
        stream.setDeadline(reactor.now() + request.responseTimeout);
      }
      if (status == 0 && received > 0) m_parser.end();
      if (m_parser.isDone()) status = 1;
      else if (m_parser.isBroken()) status = notHttp;
      result.sample.receivedBytes += received;
    }

    if (status <= 0) {
      stream.close();
      if (!m_cancelled && received == 0 && !repeated && mayRepeat(exchange, status)) {
        repeated = true;
        result.retried = exchange.phase >= Exchange::Waiting;
        end = reactor.readClock();
        continue;
      }
      end = reactor.readClock();
      fail(exchange, status);
      break;
    }
    // A cut-off that came too late left its mark on the stream all the same.
    const bool keep = m_parser.keepsAlive() && beyond == 0 && !request.newConnection && !m_cancelled;
    if (keep) stream.clearDeadline();
    else stream.close();
    result.timing.download = end - sentAt - result.timing.firstByte;

    if (!request.followRedirects || !isRedirect(m_reply.status) || result.redirectHops == mostRedirects) break;
    std::string target = m_reply.location.empty() ? std::string() : redirectTarget(exchange.place, m_reply.location);
    if (target.empty()) break;
    ++result.redirectHops;
    exchange.follow(m_reply, std::move(target), m_listener);
    if (m_cancelled) {
      fail(exchange, IoCancelled);
      break;
    }
  }

  result.sample.responseTime = end - start;
  if (result.sample.outcome == Outcome::Ok) result.sample.status = m_reply.status;
  m_current = nullptr;
  m_busy = false;
  if (m_out.capacity() > 4096) std::string().swap(m_out);
  co_return std::move(result);
}

Task<int> HttpClient::open(Connection &connection, Exchange &exchange)
{
  Reactor &reactor = m_network.reactor;
  Stream &stream = connection.stream;
  ExchangeTiming &timing = exchange.result.timing;
  int64_t mark = reactor.readClock();
  const int64_t deadline = mark + exchange.request.connectTimeout;
  const auto lap = [&](int64_t &phase) {
    const int64_t now = reactor.readClock();
    phase += now - std::exchange(mark, now);
  };

  exchange.phase = Exchange::LookUp;
  LookupTicket ticket;
  m_lookup = &ticket;
  const Resolved found = co_await lookUp(connection, exchange.request, deadline, ticket);
  m_lookup = nullptr;
  lap(timing.dns);
  if (m_cancelled) co_return IoCancelled;
  if (found.error) co_return found.error;

  exchange.phase = Exchange::Connect;
  int64_t result = co_await connectToFirst(stream, found.addresses, deadline, m_cancelled);
  lap(timing.connect);
  if (m_cancelled) co_return IoCancelled;
  if (result <= 0) co_return int(result);
  const bool isTunnelled = connection.proxy && (connection.tls || connection.isHttp2);
  if (!connection.tls && !isTunnelled) co_return 1;
  if (isTunnelled) {
    stream.setDeadline(deadline);
    result = co_await tunnel(connection, exchange);
    lap(timing.connect);
    if (m_cancelled) co_return IoCancelled;
    if (result <= 0 || !connection.tls) co_return int(result);
  }

  exchange.phase = Exchange::Tls;
  const ClientCertificate *own = connection.certificate;
  const TlsContext &context = own ? m_network.tls(connection.verify, own, own->certificate, own->key, own->password)
                                  : m_network.tls(connection.verify);
  result = co_await stream.handshake(context, connection.host, connection.isHttp2 ? "\x02h2\x08http/1.1" : "");
  lap(timing.tls);
  co_return int(result);
}

/// Bound hosts need no names; a proxy is looked up in place of the server.
Task<Resolved> HttpClient::lookUp(const Connection &connection, const OutgoingRequest &request, int64_t deadline, LookupTicket &ticket)
{
  if (request.hosts && !request.proxy)
    for (const HostBinding &binding : *request.hosts) {
      if (!equalsIgnoringCase(binding.host, connection.host)) continue;
      Resolved found;
      const size_t count = binding.addresses.size();
      for (size_t i = 0, first = m_turn++; i < count; ++i)
        if (const auto address = Address::literal(binding.addresses[(first + i) % count], connection.port)) found.addresses.push_back(*address);
      co_return found;
    }
  const Proxy *proxy = request.proxy;
  Resolved found = co_await m_network.resolver.resolve(proxy ? proxy->host : connection.host, proxy ? uint16_t(proxy->port) : connection.port,
                                                       deadline, &ticket);
  co_return found;
}

Task<int64_t> HttpClient::tunnel(Connection &connection, const Exchange &exchange)
{
  const std::string authority = (connection.host.find(':') == connection.host.npos ? connection.host : '[' + connection.host + ']') + ':'
      + std::to_string(connection.port);
  m_out = "CONNECT " + authority + " HTTP/1.1\r\nHost: " + authority + "\r\n";
  if (!exchange.request.proxy->authorization.empty()) m_out += "Proxy-Authorization: " + exchange.request.proxy->authorization + "\r\n";
  m_out += "\r\n";
  int64_t status = co_await connection.stream.write(m_out);
  HttpReply reply;
  Http1Parser parser;
  parser.reset(reply, true, false, false); // a 2xx to CONNECT has no body, and of a refusal the status is enough
  while (status > 0 && !parser.isDone() && !parser.isBroken()) {
    const std::span<char> buffer = m_network.reactor.readBuffer();
    status = co_await connection.stream.read(buffer.data(), buffer.size());
    if (status > 0) parser.feed({buffer.data(), size_t(status)});
  }
  if (!parser.isDone()) co_return parser.isBroken() ? notHttp : status;
  m_proxyStatus = reply.status;
  co_return reply.status / 100 == 2 ? 1 : noTunnel;
}

std::string_view HttpClient::prepare(const Exchange &exchange)
{
  const HttpPlace &place = exchange.place;
  m_out.assign(exchange.method).append(1, ' ');
  const Proxy *proxy = place.isTls() ? nullptr : exchange.request.proxy;
  if (proxy) m_out.append("http://").append(place.authority());
  if (!place.target.starts_with('/') && place.target != "*") m_out += '/';
  m_out.append(place.target).append(" HTTP/1.1\r\n");
  if (headerValue(exchange.headers, "host").empty()) m_out.append("Host: ").append(place.authority()).append("\r\n");
  if (proxy && !proxy->authorization.empty()) m_out.append("Proxy-Authorization: ").append(proxy->authorization).append("\r\n");
  m_out.append(exchange.headers);
  const bool expectsBody = exchange.method == "POST" || exchange.method == "PUT" || exchange.method == "PATCH";
  const bool framed = !headerValue(exchange.headers, "content-length").empty()
      || !headerValue(exchange.headers, "transfer-encoding").empty();
  if ((expectsBody || !exchange.body.empty()) && !framed)
    m_out.append("Content-Length: ").append(std::to_string(exchange.body.size())).append("\r\n");
  return m_out.append("\r\n");
}

void HttpClient::Exchange::follow(const HttpReply &reply, std::string target, RedirectListener *own)
{
  const std::string_view nextMethod = methodAfter(reply.status, method);
  const bool keepBody = nextMethod == method;
  if (!wire.empty()) {
    headers = headersOf(wire);
    body = bodyOf(wire);
    wire = {};
  }
  if (!keepBody) body = {};
  HttpPlace next;
  HttpPlace::parse(target, next);
  const bool sameHost = equalsIgnoringCase(next.host, place.host) && next.port == place.port;
  std::string nextHeaders = headersAfter(headers, keepBody, sameHost);
  if (RedirectListener *listener = request.redirects ? request.redirects : own) listener->redirected(reply, place, next, nextHeaders);
  method = nextMethod;
  ownHeaders = std::move(nextHeaders);
  headers = ownHeaders;
  url = std::move(target);
  HttpPlace::parse(url, place); // again: the string moved
}

bool HttpClient::mayRepeat(const Exchange &exchange, int64_t error)
{
  const bool wasClosed = error == 0 || error == -ECONNRESET || error == -EPIPE;
  return wasClosed && !exchange.fresh && exchange.phase >= Exchange::Sending && isIdempotent(exchange.method);
}

void HttpClient::fail(Exchange &exchange, int64_t error) const
{
  HttpResult &result = exchange.result;
  const std::string where = exchange.place.authority(), host(exchange.place.host);
  std::string problem = std::move(result.error);
  int64_t kind = CannotSend; // unless told otherwise
  if (error == noAddress) problem = "The address of the request is none of the form http://host/path.";
  else if (error == noTunnel)
    problem = "The proxy " + exchange.request.proxy->host + " refused to connect to " + where + " (status " + std::to_string(m_proxyStatus) + ").";
  else if (error == notHttp && exchange.phase < Exchange::Sending)
    problem = "The proxy " + exchange.request.proxy->host + " did not answer CONNECT like HTTP.";
  else if (error == wasReset) problem = where + " gave the request up: " + problem + ".";
  else {
    if (error == notHttp && problem.empty()) problem = m_parser.problem();
    kind = error == notHttp ? int64_t(ProtocolBroken) : error;
  }
  ExchangeFailure failure;
  failure.phase = exchange.phase;
  failure.where = where;
  failure.host = host;
  failure.connectTimeout = exchange.request.connectTimeout;
  failure.responseTimeout = exchange.request.responseTimeout;
  if (m_current) failure.tlsProblem = m_current->stream.tlsProblem();
  failure.problem = problem;
  failure.cancelled = m_cancelled;
  describeFailure(result, kind, failure);
  if (error == wasReset && !m_cancelled) result.sample.side = Side::Server;
}

} // namespace engine
