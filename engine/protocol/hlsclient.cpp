#include "engine/protocol/hlsclient.h"

#include "engine/protocol/httpredirect.h"
#include "engine/protocol/tsreader.h"

#include <algorithm>
#include <memory>
#include <openssl/evp.h>

namespace engine {

namespace {

/// Gathers a small body.
struct TextSink final : BodySink
{
  TextSink(size_t m, int64_t d) : most(m), dueAt(d) {}
  bool take(std::string_view piece) override
  {
    text.append(piece.substr(0, most + 1 - std::min(most + 1, text.size())));
    return text.size() <= most;
  }
  int64_t due() const override { return dueAt; }
  size_t most;
  int64_t dueAt;
  std::string text;
};

/// AES-128-CBC with PKCS 7, piece by piece.
class Decipher
{
public:
  Decipher(const std::string &key, const std::string &iv) : m_context(EVP_CIPHER_CTX_new(), EVP_CIPHER_CTX_free)
  {
    EVP_DecryptInit_ex(m_context.get(), EVP_aes_128_cbc(), nullptr, reinterpret_cast<const unsigned char *>(key.data()),
                       reinterpret_cast<const unsigned char *>(iv.data()));
  }
  std::string update(std::string_view bytes)
  {
    std::string out(bytes.size() + 16, '\0');
    int size = 0;
    EVP_DecryptUpdate(m_context.get(), reinterpret_cast<unsigned char *>(out.data()), &size,
                      reinterpret_cast<const unsigned char *>(bytes.data()), int(bytes.size()));
    out.resize(size_t(size));
    return out;
  }
  bool finish(std::string &out)
  {
    out.assign(32, '\0');
    int size = 0;
    const bool isRight = EVP_DecryptFinal_ex(m_context.get(), reinterpret_cast<unsigned char *>(out.data()), &size) == 1;
    out.resize(isRight ? size_t(size) : 0);
    return isRight;
  }

private:
  std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)> m_context;
};

/// Counts a segment as it comes: transport stream, or the boxes of fragmented MP4.
struct SegmentSink final : BodySink
{
  bool take(std::string_view piece) override
  {
    if (!decipher) return look(piece);
    while (!piece.empty()) { // a piece may be as large as a chunk
      const std::string_view part = piece.substr(0, 65536);
      piece.remove_prefix(part.size());
      if (!look(decipher->update(part))) return false;
    }
    return true;
  }
  bool look(std::string_view piece)
  {
    if (isMp4) bytes += piece.size();
    else ts.feed(piece);
    if (isMp4 && first.size() < 8) first.append(piece.substr(0, 8 - first.size()));
    return !ts.isBroken();
  }
  int64_t until() const override { return enough; }
  int64_t due() const override { return dueAt; }
  /// Null, or what is wrong.
  const char *end()
  {
    std::string rest;
    if (decipher && !decipher->finish(rest)) return "a segment cannot be decrypted";
    if (!rest.empty()) look(rest);
    if (!isMp4) {
      if (!ts.isBroken()) ts.end();
      return ts.isBroken() ? ts.problem() : nullptr;
    }
    static constexpr std::string_view boxes[] = {"ftyp", "styp", "moof", "sidx", "prft", "emsg", "moov"};
    const bool isBox = first.size() == 8 && std::ranges::find(boxes, std::string_view(first).substr(4)) != std::end(boxes);
    return isBox ? nullptr : "a segment is no fragment of MP4";
  }

  std::unique_ptr<Decipher> decipher;
  TsReader ts;
  bool isMp4 = false;
  uint64_t bytes = 0;
  int64_t enough = INT64_MAX; ///< ns of nowNs(), when the play is over
  int64_t dueAt = INT64_MAX;
  std::string first;
};

std::string rangeHeader(const HlsRange &range)
{
  if (range.length == 0) return {};
  return "Range: bytes=" + std::to_string(range.offset) + "-" + std::to_string(range.offset + range.length - 1) + "\r\n";
}

} // namespace

HlsClient::HlsClient(Network &network)
  : m_fetch(network), m_sleeper(network.reactor), m_random(uint64_t(nowNs()) ^ uint64_t(reinterpret_cast<uintptr_t>(this)))
{
}

void HlsClient::cancel()
{
  if (!m_playing) return;
  m_cancelled = true;
  m_sleeper.cancel();
  m_fetch.cancel();
}

int64_t HlsClient::broken(std::string problem, StreamFailure failure)
{
  m_problem = std::move(problem);
  m_failure = failure;
  return ProtocolBroken;
}

int64_t HlsClient::fetchFailed(int64_t status)
{
  m_problem = m_fetch.problem();
  switch (m_fetch.failure()) {
  case MediaFetch::BadAddress: m_failure = StreamFailure::IllegalUrl; break;
  case MediaFetch::Connecting: m_failure = StreamFailure::TcpConnect; break;
  case MediaFetch::TimedOut: m_failure = StreamFailure::HttpTimeout; break;
  case MediaFetch::BadStatus: m_failure = StreamFailure::Play; break;
  case MediaFetch::BadAnswer: case MediaFetch::Lost: case MediaFetch::None: m_failure = StreamFailure::Unknown; break;
  }
  return status;
}

std::string HlsClient::resolved(const std::string &uri) const
{
  HttpPlace from;
  if (!HttpPlace::parse(m_listUrl, from)) return {};
  return redirectTarget(from, uri);
}

int64_t HlsClient::playEnd(const HlsPlay &play) const
{
  return m_meter.hasFrames() ? m_meter.firstFrameAt() + play.duration : INT64_MAX;
}

/// Before the first segment: as much time as it may take to get there and to play.
int64_t HlsClient::due(const HlsPlay &play) const
{
  return m_meter.hasFrames() ? playEnd(play) : m_fetch.connection().startedAt() + play.connectTimeout + play.responseTimeout + play.duration;
}

int64_t HlsClient::ended(const HlsPlay &play, int64_t status)
{
  if (status != IoTimedOut || m_fetch.connection().reactor().now() < playEnd(play)) return status;
  m_problem.clear();
  m_failure = StreamFailure::None;
  return 1;
}

Task<bool> HlsClient::wait(int64_t until)
{
  m_fetch.connection().stream().clearDeadline(); // that of the last answer; the next one sets its own
  const bool slept = co_await m_sleeper.until(until);
  co_return slept && !m_cancelled;
}

Task<ExchangeResult> HlsClient::play(const HlsPlay &play)
{
  m_fetch.close();
  m_fetch.begin(play.connectTimeout, play.responseTimeout);
  m_meter.begin(m_fetch.connection().startedAt());
  m_problem.clear();
  m_failure = StreamFailure::None;
  m_key.clear();
  m_keyUrl.clear();
  m_mapUrl.clear();
  m_segments = 0;
  m_mediaEnd = 0;
  m_playing = true;
  m_cancelled = false;

  int64_t status = co_await fetchList(play, std::string(play.url));
  if (status > 0 && m_list.isMaster) {
    m_random = m_random * 6364136223846793005u + 1442695040888963407u;
    const std::string url = resolved(m_list.variants[hlsChoice(m_list.variants, play.bitrate, m_random >> 33)].uri);
    status = co_await fetchList(play, url);
    if (status > 0 && m_list.isMaster) status = broken("a list of variants leads to another one", StreamFailure::ParseFile);
  }
  if (status > 0) status = co_await playList(play);
  if (m_cancelled && status > 0) status = IoCancelled;

  ExchangeResult result = m_fetch.finish(status, m_problem);
  m_fetch.close();
  m_playing = false;
  m_list = HlsPlaylist();
  if (result.cutOff) m_meter.begin(0); // not a play at all
  else {
    ++m_meter.figures().plays;
    if (status <= 0) ++m_meter.figures().failed[size_t(m_failure == StreamFailure::None ? StreamFailure::Unknown : m_failure)];
  }
  co_return std::move(result);
}

Task<int64_t> HlsClient::fetchList(const HlsPlay &play, std::string url)
{
  TextSink sink(HlsPlaylist::mostBytes, due(play));
  const int64_t status = co_await m_fetch.get(std::move(url), play.verifyTls, sink);
  if (status <= 0) co_return fetchFailed(status);
  m_listUrl = m_fetch.url();
  if (const char *wrong = m_list.parse(sink.text)) co_return broken(std::string("the play list: ") + wrong, StreamFailure::ParseFile);
  co_return 1;
}

Task<int64_t> HlsClient::playList(const HlsPlay &play)
{
  Reactor &reactor = m_fetch.connection().reactor();
  const bool isLive = !m_list.isEnded;
  const size_t skipped = isLive && m_list.segments.size() > liveEdge ? m_list.segments.size() - liveEdge : 0;
  uint64_t next = m_list.segments.empty() ? 0 : m_list.segments[skipped].sequence;
  int64_t listAt = reactor.now();
  int tries = 0;        // askings for what is not there, in a row
  bool isStale = false; // the list was asked for when it was due, and had nothing new
  for (;;) {
    const int64_t end = playEnd(play);
    if (reactor.readClock() >= end) co_return 1;
    const auto found = std::ranges::find_if(m_list.segments, [&](const HlsSegment &each) { return each.sequence >= next; });
    int64_t askAgain = 0;
    if (found != m_list.segments.end()) {
      // Ahead enough: what is there is played first.
      if (m_mediaEnd - reactor.now() > mostAhead) {
        const bool goesOn = co_await wait(std::min(end, m_mediaEnd - mostAhead));
        if (!goesOn) co_return IoCancelled;
        continue;
      }
      const HlsSegment segment = *found;
      const int64_t status = co_await fetchSegment(play, segment);
      if (status > 0) {
        next = segment.sequence + 1;
        tries = 0;
        isStale = false;
        continue;
      }
      const bool mayCome = isLive && m_failure == StreamFailure::Play && !m_cancelled; // not there yet, or not any more
      if (!mayCome || ++tries > play.retryTimes) co_return ended(play, status);
      askAgain = reactor.readClock() + play.retryDelay;
    } else if (m_list.isEnded) {
      if (!m_meter.hasFrames()) co_return broken("the play list holds no segment", StreamFailure::ParseFile);
      const bool goesOn = co_await wait(std::min(end, m_mediaEnd));
      co_return goesOn ? 1 : int64_t(IoCancelled);
    } else if (!isStale) { // the next segment is due after one target duration; only what is asked beyond that is a retry
      askAgain = listAt + m_list.targetDuration;
    } else if (++tries > play.retryTimes) {
      m_problem = m_fetch.connection().endpoint().text() + " had no new segment after " + std::to_string(play.retryTimes) + " retries.";
      m_failure = StreamFailure::Retry;
      co_return TurnedDown;
    } else {
      askAgain = reactor.readClock() + play.retryDelay;
    }
    const bool goesOn = co_await wait(std::min(end, askAgain));
    if (!goesOn) co_return IoCancelled;
    if (reactor.readClock() >= end) co_return 1;

    const uint64_t known = m_list.segments.empty() ? 0 : m_list.segments.back().sequence + 1;
    const int64_t status = co_await fetchList(play, m_listUrl);
    if (status <= 0) co_return ended(play, status);
    if (m_list.isMaster) co_return broken("a list of segments became one of variants", StreamFailure::ParseFile);
    listAt = reactor.now();
    const uint64_t last = m_list.segments.empty() ? 0 : m_list.segments.back().sequence + 1;
    if (last < known) next = m_list.segments.empty() ? 0 : m_list.segments.front().sequence; // the stream began anew
    isStale = last <= next;
  }
}

Task<int64_t> HlsClient::fetchKey(const HlsPlay &play, const HlsKey &key)
{
  const std::string url = resolved(key.uri);
  if (url == m_keyUrl) co_return 1;
  TextSink sink(1024, due(play));
  const int64_t status = co_await m_fetch.get(url, play.verifyTls, sink);
  if (status <= 0) co_return fetchFailed(status);
  if (sink.text.size() != 16) co_return broken("the key of the segments is not 16 bytes long", StreamFailure::ParseFile);
  m_key = std::move(sink.text);
  m_keyUrl = url;
  co_return 1;
}

Task<int64_t> HlsClient::fetchSegment(const HlsPlay &play, const HlsSegment &segment)
{
  SegmentSink sink;
  sink.isMp4 = segment.map >= 0;
  sink.enough = playEnd(play);
  sink.dueAt = due(play);
  if (segment.key >= 0) {
    const HlsKey key = m_list.keys[size_t(segment.key)];
    const int64_t status = co_await fetchKey(play, key);
    if (status <= 0) co_return status;
    std::string iv = key.iv.value_or(std::string(16, '\0'));
    if (!key.iv)
      for (size_t i = 0; i < 8; ++i) iv[15 - i] = char(segment.sequence >> (8 * i) & 0xff);
    sink.decipher = std::make_unique<Decipher>(m_key, iv);
  }
  if (sink.isMp4) {
    const HlsMap map = m_list.maps[size_t(segment.map)];
    const std::string url = resolved(map.uri), range = rangeHeader(map.range);
    if (url + range != m_mapUrl) {
      SegmentSink header;
      header.isMp4 = true;
      header.dueAt = due(play);
      const int64_t status = co_await m_fetch.get(url, play.verifyTls, header, range);
      if (status <= 0) co_return fetchFailed(status);
      if (const char *wrong = header.end()) co_return broken(wrong, StreamFailure::ParseFile);
      m_mapUrl = url + range;
    }
  }
  const std::string range = rangeHeader(segment.range);
  const int64_t status = co_await m_fetch.get(resolved(segment.uri), play.verifyTls, sink, range);
  if (sink.ts.isBroken()) co_return broken(sink.ts.problem(), StreamFailure::ParseFile);
  if (status <= 0) co_return fetchFailed(status);
  if (m_fetch.wasCutShort()) { // the play ends within it
    m_meter.stopped(m_fetch.connection().reactor().readClock());
    co_return 1;
  }
  if (const char *wrong = sink.end()) co_return broken(wrong, StreamFailure::ParseFile);

  const int64_t now = m_fetch.connection().reactor().readClock();
  StreamFigures &figures = m_meter.figures();
  m_meter.receivedMedia(now, segment.duration);
  figures.receivedPackets += sink.isMp4 ? 0 : sink.ts.packets() - 1;
  figures.audioReceivedBytes += sink.ts.audioBytes();
  figures.videoReceivedBytes += sink.isMp4 ? sink.bytes : sink.ts.videoBytes();
  // A key frame is as late as its segment is behind the end of what came before.
  const int64_t late = m_mediaEnd ? std::max<int64_t>(now - m_mediaEnd, 0) : 0;
  for (uint64_t i = 0; i < (sink.isMp4 ? 1 : sink.ts.keyFrames()); ++i) figures.receivedKeyFrames.add(late);
  m_mediaEnd = std::max(m_mediaEnd, now) + segment.duration;
  ++m_segments;
  co_return 1;
}

} // namespace engine
