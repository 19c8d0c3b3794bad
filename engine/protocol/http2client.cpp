// HTTP/2 of HttpClient.
#include "engine/protocol/httpexchange.h"
#include "engine/protocol/httpredirect.h"

#include <cerrno>
#include <utility>

namespace engine {

namespace {

/// What a server refused unread may be sent again as often as one likes (RFC 9113 8.7); one that says goodbye after few
/// requests refuses some of those who share its connections several times in a row.
constexpr int mostRefusals = 8;

} // namespace

Task<HttpResult> HttpClient::sendHttp2(const OutgoingRequest &request)
{
  Reactor &reactor = m_network.reactor;
  Exchange exchange(request);
  HttpResult &result = exchange.result;
  m_busy = true;
  m_cancelled = false;
  const int64_t start = reactor.readClock();
  int refusals = 0;
  bool repeated = false;

  for (;;) {
    if (exchange.place.host.empty()) {
      fail(exchange, noAddress);
      break;
    }
    const bool isShared = request.sharedStreams > 0 && !request.newConnection;
    Connection *own = isShared ? nullptr : &connectionTo(exchange.place, request);
    m_reply.clear();
    exchange.result.error.clear();
    Call call;
    call.method = exchange.method;
    call.scheme = exchange.place.scheme;
    if (request.fields && !exchange.wire.empty()) {
      call.fields = request.fields;
      call.body = request.fields->body();
    } else {
      call.authority = exchange.place.authority();
      call.target = exchange.place.target;
      call.headers = exchange.wire.empty() ? exchange.headers : headersOf(exchange.wire);
      call.body = exchange.wire.empty() ? exchange.body : bodyOf(exchange.wire);
    }
    call.reply = &m_reply;
    call.keepHead = request.keepHead || request.redirects;
    call.keepBody = request.keepBody;

    int64_t status;
    if (own) status = co_await converse(*own, exchange, call);
    else status = co_await converse(lineTo(exchange.place, request), exchange, call);
    result.sample.sentBytes += call.sentBytes;
    result.sample.receivedBytes += call.receivedBytes;
    if (call.sentBytes > 0) ++result.sends;
    const bool isLast = status <= 0 || request.newConnection || m_cancelled; // a cut-off that came too late left its mark
    if (own && (isLast || own->session->isOver())) {
      own->stream.close();
      own->session.reset();
      call.session = nullptr;
    } else if (own) {
      own->stream.clearDeadline();
    }
    if (status <= 0) {
      const bool mayGoAgain = call.isUnprocessed ? refusals++ < mostRefusals
                                                 : !std::exchange(repeated, true) && call.receivedBytes == 0 && mayRepeat(exchange, status);
      if (!m_cancelled && mayGoAgain) {
        result.retried += call.sentBytes > 0;
        continue;
      }
      fail(exchange, status);
      break;
    }
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

  result.sample.responseTime = reactor.now() - start;
  if (result.sample.outcome == Outcome::Ok) result.sample.status = m_reply.status;
  m_current = nullptr;
  m_busy = false;
  co_return std::move(result);
}

/// One call on a connection of its own: > 0 when answered, else what failed.
Task<int64_t> HttpClient::converse(Connection &connection, Exchange &exchange, Call &call)
{
  m_current = &connection;
  Reactor &reactor = m_network.reactor;
  Stream &stream = connection.stream;
  const OutgoingRequest &request = exchange.request;
  if (request.newConnection || !connection.isUsable() || !connection.session || connection.session->isOver()) stream.close();
  exchange.fresh = !stream.isOpen();
  if (exchange.fresh) {
    const int64_t opened = co_await openHttp2(connection, exchange);
    if (opened <= 0) co_return opened;
  }
  Http2Session &session = *connection.session;
  call.session = &session;
  session.submit(call);
  exchange.phase = Exchange::Sending;
  const int64_t sentAt = reactor.readClock();
  int64_t progressAt = sentAt, status = 1;
  uint64_t moved = 0;
  int64_t lost = 0; // what a write met with: what the server said before may still be read
  while (!call.isDone && status > 0) {
    stream.setDeadline(progressAt + request.responseTimeout);
    if (const std::string_view out = lost ? std::string_view() : session.out(); !out.empty()) {
      const int64_t sent = co_await stream.write(out);
      if (sent == -EPIPE || sent == -ECONNRESET) lost = sent;
      else status = sent;
    } else if (!call.isDone) {
      if (exchange.phase == Exchange::Sending) exchange.phase = Exchange::Waiting;
      const std::span<char> buffer = reactor.readBuffer();
      status = co_await stream.read(buffer.data(), buffer.size());
      if (status > 0) {
        const bool isFirst = call.receivedBytes == 0;
        session.feed({buffer.data(), size_t(status)});
        const int64_t now = reactor.readClock();
        if (isFirst && call.receivedBytes > 0) exchange.result.timing.firstByte = now - sentAt;
        if (call.receivedBytes > 0) exchange.phase = Exchange::Receiving;
      } else if (lost) {
        status = lost;
      }
    }
    if (call.sentBytes + call.receivedBytes != moved) {
      moved = call.sentBytes + call.receivedBytes;
      progressAt = reactor.now();
    }
  }
  exchange.result.timing.download = reactor.now() - sentAt - exchange.result.timing.firstByte;
  co_return call.isDone ? exchange.outcomeOf(call) : status;
}

Task<int64_t> HttpClient::openHttp2(Connection &connection, Exchange &exchange)
{
  const int64_t opened = co_await open(connection, exchange);
  if (opened <= 0) co_return opened;
  exchange.phase = Exchange::Sending;
  const Stream &stream = connection.stream;
  if (stream.isTls() && stream.protocol() != "h2") {
    exchange.result.error = stream.protocol().empty() ? "it does not speak HTTP/2" : "it chose " + std::string(stream.protocol()) + " and not HTTP/2";
    co_return notHttp;
  }
  connection.session = std::make_unique<Http2Session>();
  co_return 1;
}

int64_t HttpClient::Exchange::outcomeOf(const Http2Call &call)
{
  result.error = call.problem;
  return result.error.empty() ? 1 : call.isBroken ? notHttp : wasReset;
}

} // namespace engine
