// Connections of HTTP/2 that clients share.
#include "engine/protocol/httpexchange.h"

#include <algorithm>

namespace engine {

namespace {

/// Lets all who were woken so far run first. Whoever is cancelled sleeps until 0, so 1 is behind them and before every
/// time of the clock: the same turn of the loop.
struct AfterTheWoken
{
  Sleeper &sleeper;
  bool await_ready() const { return false; }
  void await_suspend(std::coroutine_handle<> waiter) { sleeper.until(1).await_suspend(waiter); }
  void await_resume() const {}
};

} // namespace

void HttpClient::Line::start()
{
  lost = 0;
  connection.stream.clearDeadline(); // callers have deadlines of their own
  reading = read();
}

void HttpClient::Line::halt()
{
  connection.stream.forgetWaiters();
  reading.end();
  writing.end();
  isWriting = false;
  connection.stream.close();
  connection.session.reset();
}

void HttpClient::Line::wakeOpeners()
{
  isOpening = false;
  for (Sleeper *each : std::exchange(openers, {})) each->cancel();
}

BackgroundTask HttpClient::Line::read()
{
  Stream &stream = connection.stream;
  Http2Session &session = *connection.session;
  for (;;) {
    const std::span<char> buffer = stream.reactor().readBuffer();
    const int64_t got = co_await stream.read(buffer.data(), buffer.size());
    if (got <= 0) {
      lost = got;
      break;
    }
    session.feed({buffer.data(), size_t(got)});
    flush();
  }
  session.closed();
}

void HttpClient::Line::flush()
{
  if (!isWriting && connection.session && connection.stream.isOpen()) writing = write();
}

/// What a write meets with, the reader meets with too. One write takes what all callers have to say who were woken by the
/// same read: a system call each would cost more than HTTP/2 itself.
BackgroundTask HttpClient::Line::write()
{
  isWriting = true;
  Sleeper turn(connection.stream.reactor());
  co_await AfterTheWoken{turn};
  Http2Session &session = *connection.session;
  int64_t sent = 1;
  for (std::string_view out = session.out(); !out.empty() && sent > 0; out = session.out()) sent = co_await connection.stream.write(out);
  isWriting = false;
}

/// The one used last when it has room, else another with room, else a new one.
HttpClient::Line &HttpClient::lineTo(const HttpPlace &place, const OutgoingRequest &request)
{
  const auto fits = [&](const Line &line) { return line.connection.leadsTo(place, request) && line.hasRoom(request.sharedStreams); };
  if (m_line && fits(*m_line)) return *m_line;
  if (!m_network.shared) m_network.shared = std::make_unique<Lines>();
  auto &lines = static_cast<Lines &>(*m_network.shared).all;
  const auto found = std::ranges::find_if(lines, [&](const auto &each) { return fits(*each); });
  m_line = found != lines.end() ? found->get()
                                : lines.emplace_back(std::make_unique<Line>(m_network.reactor, place, request)).get();
  return *m_line;
}

Task<int64_t> HttpClient::openLine(Line &line, Exchange &exchange)
{
  struct Opening // others wait meanwhile, whatever becomes of this client
  {
    explicit Opening(Line &l) : line(l) { line.isOpening = true; }
    ~Opening() { line.wakeOpeners(); }
    Line &line;
  };
  const Opening opening(line);
  line.halt();
  exchange.fresh = true;
  m_current = &line.connection;
  const int64_t opened = co_await openHttp2(line.connection, exchange);
  if (opened > 0) line.start();
  else line.connection.stream.close();
  co_return m_cancelled && opened > 0 ? int64_t(IoCancelled) : opened;
}

Task<int64_t> HttpClient::converse(Line &line, Exchange &exchange, Call &call)
{
  struct Use
  {
    explicit Use(Line &l) : line(l) { ++line.calls; }
    ~Use() { --line.calls; }
    Line &line;
  };
  struct Waiting
  {
    Waiting(HttpClient &c, Sleeper &sleeper) : client(c) { client.m_waiting = &sleeper; }
    ~Waiting() { client.m_waiting = nullptr; }
    HttpClient &client;
  };
  struct Queued
  {
    Queued(Line &l, Sleeper &s) : line(l), sleeper(s) { line.openers.push_back(&sleeper); }
    ~Queued() { std::erase(line.openers, &sleeper); }
    Line &line;
    Sleeper &sleeper;
  };
  struct Waker final : Http2Listener
  {
    explicit Waker(Sleeper &s) : sleeper(s) {}
    void moved() override { sleeper.cancel(); }
    Sleeper &sleeper;
  };
  Reactor &reactor = m_network.reactor;
  const Use use(line);
  Sleeper sleeper(reactor);
  Waker waker(sleeper);
  m_current = &line.connection;
  exchange.fresh = false;

  const int64_t openedAt = reactor.readClock() + exchange.request.connectTimeout;
  while (!line.isReady()) {
    if (!line.isOpening) {
      if (line.connection.session && line.connection.session->callsUnderWay() > 0) { // it ends when those are answered
        call.isUnprocessed = true;
        exchange.result.error = "it ended the connection";
        co_return wasReset;
      }
      const int64_t opened = co_await openLine(line, exchange);
      if (opened <= 0) co_return opened;
      continue;
    }
    exchange.phase = Exchange::Connect;
    const Waiting waiting(*this, sleeper);
    const Queued queued(line, sleeper);
    const bool wasLate = co_await sleeper.until(openedAt);
    if (m_cancelled) co_return IoCancelled;
    if (wasLate) co_return IoTimedOut;
  }

  const Waiting waiting(*this, sleeper);
  exchange.phase = Exchange::Sending;
  call.listener = &waker;
  call.session = line.connection.session.get();
  call.session->submit(call);
  line.flush();
  const int64_t sentAt = reactor.readClock();
  int64_t progressAt = sentAt;
  uint64_t moved = 0;
  bool wasLate = false;
  while (!call.isDone && !wasLate && !m_cancelled) {
    wasLate = co_await sleeper.until(progressAt + exchange.request.responseTimeout);
    if (call.receivedBytes > 0 && exchange.phase != Exchange::Receiving) {
      exchange.phase = Exchange::Receiving;
      exchange.result.timing.firstByte = reactor.readClock() - sentAt;
    }
    if (call.sentBytes + call.receivedBytes == moved) continue;
    moved = call.sentBytes + call.receivedBytes;
    progressAt = reactor.now();
    wasLate = false;
  }
  exchange.result.timing.download = reactor.readClock() - sentAt - exchange.result.timing.firstByte;
  if (!call.isDone) { // the connection goes on without it
    call.session->forget(call);
    call.session = nullptr;
    line.flush();
    co_return m_cancelled ? IoCancelled : IoTimedOut;
  }
  call.session = nullptr;
  co_return call.isLost ? line.lost : exchange.outcomeOf(call);
}

} // namespace engine
