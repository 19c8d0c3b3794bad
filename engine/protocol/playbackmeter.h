// Watches one play or publication: what a player with one second of buffer would go through. Knows no sockets and no clock.
#pragma once

#include "engine/protocol/flvcodec.h"
#include "engine/stats/streamfigures.h"

#include <cstdint>

namespace engine {

class PlaybackMeter
{
public:
  static constexpr int64_t buffer = 1'000'000'000; ///< ns of media a player gathers before it begins

  void begin(int64_t now); ///< ns, when the play begins
  /// One packet came, or was sent. `now` in ns.
  void received(int64_t now, const FlvTag &tag);
  void sent(int64_t now, const FlvTag &tag);
  /// So much media came at once, as a segment does.
  void receivedMedia(int64_t now, int64_t duration);
  void stopped(int64_t now); ///< the play ends while more such media is awaited
  bool hasFrames() const { return m_firstAt != 0; }
  int64_t firstFrameAt() const { return m_firstAt; } ///< ns, 0: none came yet

  const StreamFigures &figures() const { return m_figures; }
  StreamFigures &figures() { return m_figures; }

private:
  int64_t lateness(int64_t now, uint32_t timestamp);
  void stall(int64_t now, int64_t due);

  StreamFigures m_figures;
  int64_t m_begin = 0, m_firstAt = 0;
  int64_t m_media = 0; ///< ns of media since the first frame, by timestamps or durations
  int64_t m_shift = 0; ///< ns that stalls have put the playing off
  int64_t m_lateness = 0;
  uint32_t m_lastTimestamp = 0;
};

} // namespace engine
