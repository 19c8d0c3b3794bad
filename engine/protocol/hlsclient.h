// Plays HLS for some seconds as a player does: play lists, the variant by rule, segments at playing speed with at most ten
// seconds of media ahead. Belongs to the thread of its network; must outlive its play under way.
#pragma once

#include "engine/protocol/hlsplaylist.h"
#include "engine/protocol/mediafetch.h"
#include "engine/protocol/playbackmeter.h"

#include <cstdint>

namespace engine {

struct HlsPlay
{
  std::string_view url; ///< http or https
  bool verifyTls = false;
  int64_t duration = 10'000'000'000; ///< ns, from the first segment on
  int bitrate = 0;                   ///< see hlsChoice()
  int64_t retryDelay = 1'000'000'000; ///< ns between two askings for what is not there yet
  int retryTimes = 3;                ///< such askings in a row, then the play fails
  int64_t connectTimeout = 5'000'000'000, responseTimeout = 5'000'000'000; ///< ns
};

class HlsClient
{
public:
  static constexpr int64_t mostAhead = 10 * oneSecond; ///< media fetched and not yet played
  static constexpr size_t liveEdge = 3;                ///< a live play begins so many segments before the end (RFC 8216 6.3.3)

  explicit HlsClient(Network &network);

  /// Done is: the time is over or the list is ended and played, and at least one segment came.
  Task<ExchangeResult> play(const HlsPlay &play);
  void cancel();
  const StreamFigures &figures() const { return m_meter.figures(); } ///< of the last play
  uint64_t segments() const { return m_segments; }
  const std::string &variantUrl() const { return m_listUrl; } ///< the media play list that was played

private:
  Task<int64_t> playList(const HlsPlay &play);
  Task<int64_t> fetchList(const HlsPlay &play, std::string url);
  Task<int64_t> fetchSegment(const HlsPlay &play, const HlsSegment &segment);
  Task<int64_t> fetchKey(const HlsPlay &play, const HlsKey &key);
  Task<bool> wait(int64_t until); ///< false: cut off
  int64_t broken(std::string problem, StreamFailure failure);
  int64_t fetchFailed(int64_t status);
  std::string resolved(const std::string &uri) const;
  int64_t playEnd(const HlsPlay &play) const; ///< ns of nowNs(); INT64_MAX before the first segment
  int64_t due(const HlsPlay &play) const;     ///< ns, when an answer must have come
  int64_t ended(const HlsPlay &play, int64_t status); ///< 1 when the play was over while something was awaited

  MediaFetch m_fetch;
  Sleeper m_sleeper;
  PlaybackMeter m_meter;
  HlsPlaylist m_list;
  std::string m_listUrl, m_problem, m_key, m_keyUrl, m_mapUrl;
  int64_t m_mediaEnd = 0; ///< ns of nowNs(), until when what was fetched plays
  uint64_t m_random, m_segments = 0;
  StreamFailure m_failure = StreamFailure::None;
  bool m_playing = false, m_cancelled = false;
};

} // namespace engine
