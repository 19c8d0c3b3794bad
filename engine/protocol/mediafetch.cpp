#include "engine/protocol/mediafetch.h"

#include "engine/protocol/httpredirect.h"

#include <algorithm>
#include <cerrno>

namespace engine {

namespace {

/// Pieces of a body are used before anything is awaited, so all fetches of a thread share the memory for one. With memory of
/// its own, each of a thousand players would hold 64 KB.
class SharedBody
{
public:
  explicit SharedBody(HttpReply &reply) : m_reply(reply) { m_reply.body.swap(spare); }
  ~SharedBody()
  {
    m_reply.body.clear();
    m_reply.body.swap(spare);
  }
  SharedBody(const SharedBody &) = delete;
  SharedBody &operator=(const SharedBody &) = delete;

private:
  static thread_local std::string spare;
  HttpReply &m_reply;
};

thread_local std::string SharedBody::spare;

} // namespace

int64_t MediaFetch::failed(Failure failure, int64_t status, std::string problem)
{
  m_failure = failure;
  m_problem = std::move(problem);
  m_connection.close();
  return status;
}

Task<int64_t> MediaFetch::get(std::string url, bool verifyTls, BodySink &sink, std::string_view headers)
{
  m_url = std::move(url);
  m_failure = None;
  m_problem.clear();
  m_cutShort = false;
  for (int hop = 0;; ++hop) {
    int64_t status = co_await once(verifyTls, sink, headers);
    if (status <= 0) co_return status;
    if (!isRedirect(m_reply.status)) co_return 1;
    HttpPlace from;
    HttpPlace::parse(m_url, from);
    std::string next = m_reply.location.empty() ? std::string() : redirectTarget(from, m_reply.location);
    if (next.empty() || hop == mostRedirects)
      co_return failed(BadStatus, TurnedDown, "The redirects of " + m_url.substr(0, 200) + " lead nowhere.");
    m_url = std::move(next);
  }
}

Task<int64_t> MediaFetch::once(bool verifyTls, BodySink &sink, std::string_view headers)
{
  HttpPlace place;
  if (!HttpPlace::parse(m_url, place))
    co_return failed(BadAddress, CannotSend, "“" + m_url.substr(0, 200) + "” is no address of the form http://host/path.");
  const Endpoint endpoint{std::string(place.host), place.port, place.isTls(), verifyTls};
  Stream &stream = m_connection.stream();
  Reactor &reactor = m_connection.reactor();
  std::string request = "GET ";
  if (!place.target.starts_with('/')) request += '/';
  request.append(place.target).append(" HTTP/1.1\r\nHost: ").append(place.authority()).append("\r\nAccept: */*\r\n");
  request.append(headers).append("\r\n");

  for (bool again = true;;) {
    const bool reuses = m_connection.isUsable() && m_connection.endpoint() == endpoint;
    if (!reuses) {
      const int64_t opened = co_await m_connection.open(endpoint, endpoint.tls ? "\x08http/1.1" : "");
      if (opened <= 0) co_return failed(Connecting, opened);
    }
    m_parser.reset(m_reply, false, false, true);
    int64_t status = co_await m_connection.write(request);
    if (status > 0) m_connection.expectAnswer();
    bool wanted = true, hasAnswer = false;
    while (status > 0 && wanted && !m_parser.isDone()) {
      stream.setDeadline(std::min({sink.until(), sink.due(), reactor.now() + m_connection.responseTimeout()}));
      const std::span<char> buffer = reactor.readBuffer();
      const int64_t got = co_await stream.read(buffer.data(), buffer.size());
      const SharedBody body(m_reply);
      if (got > 0) {
        hasAnswer = true;
        m_connection.noteReceived(uint64_t(got));
        m_parser.feed({buffer.data(), size_t(got)});
        if (m_parser.isBroken()) co_return failed(BadAnswer, ProtocolBroken, m_parser.problem());
      } else if (got == 0 && hasAnswer) {
        m_parser.end();
        if (m_parser.isBroken()) co_return failed(Lost, ProtocolBroken, m_parser.problem());
      } else {
        status = got;
        break;
      }
      if (m_reply.status / 100 == 2) wanted = sink.take(m_reply.body);
      if (reactor.now() >= sink.until()) break;
      if (wanted && !m_parser.isDone() && reactor.now() >= sink.due()) status = IoTimedOut;
    }
    if (status == IoTimedOut && reactor.readClock() >= sink.until() && !m_connection.isCancelled()) status = 1;
    else if (status <= 0 && reuses && again && !hasAnswer && status != IoTimedOut && !m_connection.isCancelled()) {
      again = false; // the server had closed it meanwhile
      continue;
    }
    if (status == IoTimedOut && reactor.now() >= sink.due()) {
      const int64_t waited = sink.due() - m_connection.startedAt();
      co_return failed(TimedOut, status, "The answer of " + endpoint.text() + " had not come to its end after " + secondsText(waited) + ".");
    }
    if (status <= 0) co_return failed(status == IoTimedOut ? TimedOut : Lost, status);
    m_cutShort = wanted && !m_parser.isDone();
    // What is left of a body would be taken for the next answer.
    if (!m_parser.isDone() || !m_parser.keepsAlive()) m_connection.close();
    if (m_reply.status / 100 == 2 || isRedirect(m_reply.status) || m_cutShort) co_return 1;
    m_connection.noteStatus(m_reply.status);
    co_return failed(BadStatus, TurnedDown,
                     endpoint.text() + " answered " + m_url.substr(0, 200) + " with HTTP status " + std::to_string(m_reply.status) + ".");
  }
}

ExchangeResult MediaFetch::finish(int64_t status, std::string_view problem)
{
  m_connection.noteTime(); // a play lasts as long as it plays
  ExchangeResult result = m_connection.finish(status, problem.empty() ? std::string_view(m_problem) : problem);
  if (m_reply.body.capacity() > 4096) m_reply.clear();
  return result;
}

} // namespace engine
