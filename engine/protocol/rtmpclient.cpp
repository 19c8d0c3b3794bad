#include "engine/protocol/rtmpclient.h"

#include "engine/protocol/generatedstream.h"
#include "engine/protocol/protocolplace.h"

#include <algorithm>

namespace engine {

namespace {

constexpr AddressScheme schemes[] = {{"rtmp", 1935, false}, {"rtmps", 443, true}};
constexpr int64_t farewell = 1'000 * oneMs; ///< for the other side to read to the end of a publication

/// Where an operation that did not come further than `stage` failed.
StreamFailure failureAt(RtmpSession::Stage stage, bool publishes)
{
  switch (stage) {
  case RtmpSession::HandShake: return StreamFailure::HandShake;
  case RtmpSession::Connect: return StreamFailure::RtmpConnect;
  case RtmpSession::CreateStream: return StreamFailure::CreateStream;
  case RtmpSession::Start: case RtmpSession::Running: case RtmpSession::Ended: break;
  }
  return publishes ? StreamFailure::Publish : StreamFailure::Play;
}

const char *whatWasRefused(RtmpSession::Stage stage, bool publishes)
{
  switch (stage) {
  case RtmpSession::HandShake: case RtmpSession::Connect: return "the connection to its application";
  case RtmpSession::CreateStream: return "to create a stream";
  case RtmpSession::Start: case RtmpSession::Running: case RtmpSession::Ended: break;
  }
  return publishes ? "the publication" : "the play";
}

/// The tags of an FLV file in memory, again and again, with times that go on.
class MediaTags
{
public:
  explicit MediaTags(const std::string &file) : m_file(file), m_rest(file) {}

  /// False: problem().
  bool next()
  {
    for (;;) {
      if (m_reader.next(m_rest)) {
        const FlvTag &read = m_reader.tag();
        const size_t end = m_file.size() - m_rest.size(); // what it takes last is the payload
        m_payload = std::string_view(m_file).substr(end - read.size, read.size);
        m_tag = read;
        if (read.kind == FlvKind::Script || read.frame.isHeader) {
          m_tag.timestamp = m_base;
          return true;
        }
        if (!m_hasFrames) m_first = read.timestamp;
        m_hasFrames = true;
        m_tag.timestamp = m_base + (read.timestamp - m_first);
        if (read.kind == FlvKind::Video) m_gap = std::clamp<uint32_t>(m_tag.timestamp - m_lastVideo, 1, 1000), m_lastVideo = m_tag.timestamp;
        m_last = std::max(m_last, m_tag.timestamp);
        return true;
      }
      if (m_reader.isBroken()) return problemIs(m_reader.problem());
      if (m_reader.isWithinTag()) return problemIs("it ends within a tag");
      if (!m_hasFrames) return problemIs("it holds no frames");
      // Again: as if a picture more had passed.
      m_base = std::max(m_last + 1, m_lastVideo + m_gap);
      m_rest = m_file;
      m_reader.reset();
      m_hasFrames = false;
    }
  }
  const FlvTag &tag() const { return m_tag; }
  std::string_view payload() const { return m_payload; }
  const char *problem() const { return m_problem; }

private:
  bool problemIs(const char *why)
  {
    m_problem = why;
    return false;
  }

  const std::string &m_file;
  std::string_view m_rest, m_payload;
  FlvReader m_reader;
  FlvTag m_tag;
  const char *m_problem = "";
  uint32_t m_base = 0, m_first = 0, m_last = 0, m_lastVideo = 0, m_gap = 1; ///< ms
  bool m_hasFrames = false;
};

} // namespace

void RtmpClient::cancel()
{
  m_connection.cancel();
  m_sleeper.cancel();
}

void RtmpClient::stopListening()
{
  m_connection.stream().forgetWaiters();
  m_listener.end();
}

void RtmpClient::release()
{
  stopListening();
  m_connection.close();
  m_session.reset();
}

Task<ExchangeResult> RtmpClient::run(const RtmpExchange &exchange)
{
  m_connection.close();
  m_connection.begin(exchange.connectTimeout, exchange.responseTimeout);
  m_meter.begin(m_connection.startedAt());
  m_problem.clear();
  m_failure = StreamFailure::None;
  m_lost = 1;

  int64_t status = co_await begin(exchange);
  if (status > 0 && exchange.publishes) status = co_await publish(exchange);
  else if (status > 0) status = co_await play(exchange);

  if (status <= 0 && m_failure == StreamFailure::None)
    m_failure = m_session ? failureAt(m_session->stage(), exchange.publishes) : StreamFailure::TcpConnect;
  stopListening();
  ExchangeResult result = m_connection.finish(status, m_problem);
  release();
  if (result.cutOff) m_meter.begin(0); // not a play at all
  else {
    ++m_meter.figures().plays;
    if (status <= 0) ++m_meter.figures().failed[size_t(m_failure)];
  }
  co_return std::move(result);
}

/// Until media may flow.
Task<int64_t> RtmpClient::begin(const RtmpExchange &exchange)
{
  ProtocolPlace place;
  RtmpTarget target;
  if (!parseProtocolAddress(exchange.url, schemes, place) || !target.parse(place.target)) {
    m_failure = StreamFailure::IllegalUrl;
    m_problem = "“" + std::string(exchange.url.substr(0, 200)) + "” is no address of the form rtmp://host/application/stream.";
    co_return CannotSend;
  }
  target.publishes = exchange.publishes;
  target.url = std::string(place.scheme) + "://" + place.endpoint.text() + "/" + target.app;
  place.endpoint.verifyTls = exchange.verifyTls;
  if (exchange.media) { // told before anybody is bothered
    MediaTags tags(*exchange.media);
    if (!tags.next()) co_return unreadable(tags.problem());
  }
  int64_t status = co_await m_connection.open(place.endpoint);
  if (status <= 0) co_return status;

  Reactor &reactor = m_connection.reactor();
  m_session = std::make_unique<RtmpSession>(std::move(target), uint64_t(reactor.now()));
  m_progressAt = reactor.now();
  status = co_await say();
  while (status > 0 && m_session->stage() < RtmpSession::Running) {
    const std::span<char> buffer = reactor.readBuffer();
    m_connection.stream().setDeadline(m_progressAt + exchange.responseTimeout);
    status = co_await m_connection.stream().read(buffer.data(), buffer.size());
    if (status <= 0) break;
    m_connection.noteReceived(uint64_t(status));
    status = absorb({buffer.data(), size_t(status)});
    if (status > 0) status = co_await say();
  }
  co_return status;
}

Task<int64_t> RtmpClient::say()
{
  if (!m_session->hasOut()) co_return 1;
  const std::string out = m_session->takeOut();
  const int64_t sent = co_await m_connection.write(out);
  co_return sent;
}

int64_t RtmpClient::absorb(std::string_view bytes)
{
  const RtmpSession::Stage before = m_session->stage();
  const int64_t now = m_connection.reactor().now();
  bool hasMedia = false;
  while (m_session->next(bytes)) {
    m_meter.received(now, m_session->tag());
    hasMedia = true;
  }
  if (hasMedia || m_session->stage() != before) m_progressAt = now;
  if (!m_session->hasFailed()) return 1;
  m_problem = m_session->problem();
  if (!m_session->isRefused()) return ProtocolBroken;
  m_problem = m_connection.endpoint().text() + " refused " + whatWasRefused(m_session->stage(), m_session->publishes()) + ": " + m_problem + ".";
  return TurnedDown;
}

int64_t RtmpClient::ended()
{
  m_problem = m_meter.hasFrames() ? "it closed the connection while the stream went on" : "the stream ended before its first frame";
  return ProtocolBroken;
}

int64_t RtmpClient::unreadable(std::string_view why)
{
  m_failure = StreamFailure::ParseFile;
  m_problem = "The media file cannot be published: ";
  m_problem.append(why).append(".");
  return CannotSend;
}

Task<int64_t> RtmpClient::play(const RtmpExchange &exchange)
{
  Stream &stream = m_connection.stream();
  Reactor &reactor = m_connection.reactor();
  const auto until = [&] { return m_meter.hasFrames() ? m_meter.firstFrameAt() + exchange.duration : INT64_MAX; };
  int64_t status = 1;
  while (status > 0 && m_session->stage() == RtmpSession::Running && reactor.now() < until()) {
    stream.setDeadline(std::min(until(), m_progressAt + exchange.responseTimeout));
    const std::span<char> buffer = reactor.readBuffer();
    status = co_await stream.read(buffer.data(), buffer.size());
    if (status > 0) {
      m_connection.noteReceived(uint64_t(status));
      status = absorb({buffer.data(), size_t(status)});
      if (status > 0) status = co_await say();
    } else if (status == 0) {
      co_return ended();
    }
  }
  if (m_connection.isCancelled()) co_return IoCancelled;
  m_connection.noteTime();
  if (status == IoTimedOut && reactor.now() >= until()) status = 1;
  if (status <= 0) co_return status;
  if (!m_meter.hasFrames()) co_return ended();
  stream.setDeadline(reactor.now() + exchange.responseTimeout);
  m_session->finish();
  co_await say(); // what becomes of it changes nothing any more
  co_return m_connection.isCancelled() ? IoCancelled : 1;
}

/// Answers and complaints while publishing; answers go out with the next packet.
BackgroundTask RtmpClient::listen()
{
  Stream &stream = m_connection.stream();
  while (m_lost > 0) {
    const std::span<char> buffer = m_connection.reactor().readBuffer();
    const int64_t got = co_await stream.read(buffer.data(), buffer.size());
    m_lost = got;
    if (got <= 0) break;
    m_connection.noteReceived(uint64_t(got));
    stream.clearDeadline(); // who publishes need not be answered
    m_lost = absorb({buffer.data(), size_t(got)});
  }
  m_sleeper.cancel();
}

Task<int64_t> RtmpClient::publish(const RtmpExchange &exchange)
{
  Stream &stream = m_connection.stream();
  Reactor &reactor = m_connection.reactor();
  MediaTags tags(exchange.media ? *exchange.media : generatedFlv());
  const int64_t begin = reactor.readClock(), end = begin + exchange.duration;
  stream.clearDeadline();
  m_listener = listen();

  int64_t status = 1;
  for (bool goesOn = true; goesOn && status > 0;) {
    if (!tags.next()) co_return unreadable(tags.problem());
    const int64_t due = std::min(end, begin + int64_t(tags.tag().timestamp) * oneMs);
    if (due > reactor.now()) co_await m_sleeper.until(due);
    if (m_connection.isCancelled()) co_return IoCancelled;
    status = m_lost;
    if (status <= 0) break;
    if (m_session->stage() != RtmpSession::Running) co_return ended();
    goesOn = reactor.now() < end;
    if (goesOn) {
      m_session->send(tags.tag().kind, tags.tag().timestamp, tags.payload());
      m_meter.sent(reactor.now(), tags.tag());
    } else {
      m_session->finish();
    }
    stream.setDeadline(reactor.now() + exchange.responseTimeout);
    status = co_await say();
    stream.clearDeadline();
  }
  if (m_connection.isCancelled()) co_return IoCancelled;
  m_connection.noteTime();
  if (status == 0) co_return ended();
  if (status < 0) co_return status;
  // Closing at once would reset what the other side has not read yet.
  stream.shutdownWrites();
  if (m_lost > 0) co_await m_sleeper.until(reactor.readClock() + farewell);
  co_return m_connection.isCancelled() ? IoCancelled : 1;
}

} // namespace engine
