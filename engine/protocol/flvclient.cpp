#include "engine/protocol/flvclient.h"

namespace engine {

namespace {

/// Reads tags as they come, until the play is over.
struct TagSink final : BodySink
{
  TagSink(PlaybackMeter &m, Reactor &r, int64_t ns, int64_t d) : meter(m), reactor(r), duration(ns), firstFrameDue(d) {}

  bool take(std::string_view piece) override
  {
    const int64_t now = reactor.now();
    while (reader.next(piece)) meter.received(now, reader.tag());
    return !reader.isBroken() && now < until();
  }
  int64_t until() const override { return meter.hasFrames() ? meter.firstFrameAt() + duration : INT64_MAX; }
  int64_t due() const override { return meter.hasFrames() ? INT64_MAX : firstFrameDue; }

  PlaybackMeter &meter;
  Reactor &reactor;
  int64_t duration, firstFrameDue;
  FlvReader reader;
};

StreamFailure kindOf(MediaFetch::Failure failure)
{
  switch (failure) {
  case MediaFetch::BadAddress: return StreamFailure::IllegalUrl;
  case MediaFetch::Connecting: return StreamFailure::TcpConnect;
  case MediaFetch::TimedOut: return StreamFailure::HttpTimeout;
  case MediaFetch::BadStatus: return StreamFailure::Play;
  case MediaFetch::BadAnswer: case MediaFetch::Lost: case MediaFetch::None: break;
  }
  return StreamFailure::Unknown;
}

} // namespace

Task<ExchangeResult> FlvClient::play(const FlvPlay &play)
{
  Reactor &reactor = m_fetch.connection().reactor();
  m_fetch.close();
  m_fetch.begin(play.connectTimeout, play.responseTimeout);
  m_meter.begin(m_fetch.connection().startedAt());
  // Playing time counts from the first frame; without one the response timeout ends it, or as much time as it may take to get
  // there and to play.
  TagSink sink(m_meter, reactor, play.duration,
               m_fetch.connection().startedAt() + play.connectTimeout + play.responseTimeout + play.duration);
  int64_t status = co_await m_fetch.get(std::string(play.url), play.verifyTls, sink);
  const FlvReader &reader = sink.reader;

  std::string problem;
  StreamFailure failure = StreamFailure::None;
  if (reader.isBroken()) {
    status = ProtocolBroken;
    problem = reader.problem();
    failure = reader.hasHeader() ? StreamFailure::ParseFlvFile : StreamFailure::IllegalFlvHeader;
  } else if (status <= 0) {
    failure = kindOf(m_fetch.failure());
  } else if (!m_meter.hasFrames()) {
    status = ProtocolBroken;
    problem = "the stream ended before its first frame";
    failure = reader.hasHeader() ? StreamFailure::ParseFlvFile : StreamFailure::IllegalFlvHeader;
  } else if (reader.isWithinTag() && reactor.now() - m_meter.firstFrameAt() < play.duration) {
    status = ProtocolBroken;
    problem = "the stream ended within a tag";
    failure = StreamFailure::ParseFlvFile;
  }
  ExchangeResult result = m_fetch.finish(status, problem);
  m_fetch.close();
  if (result.cutOff) m_meter.begin(0); // not a play at all
  else {
    ++m_meter.figures().plays;
    if (failure != StreamFailure::None) ++m_meter.figures().failed[size_t(failure)];
  }
  co_return std::move(result);
}

} // namespace engine
