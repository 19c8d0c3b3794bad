// The generated stream as a live source: FLV tags in time, and HLS play lists with segments of 2 s. Thread-safe but for
// LiveFlv, which belongs to one viewer.
#pragma once

#include "engine/protocol/flvcodec.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace engine {

struct LiveTag
{
  FlvKind kind = FlvKind::Video;
  uint32_t time = 0;        ///< ms
  std::string_view payload; ///< for ever
};

/// The stream from its begin, again and again, with timestamps that go on.
class LiveFlv
{
public:
  static const std::vector<LiveTag> &settings(); ///< metadata and decoder settings, which come first
  bool next(int64_t ms, LiveTag &tag);           ///< the next one of that time or before; false: none yet
  int64_t nextAt() const;                        ///< ms, of the next one

  static void begin(std::string &out);           ///< a file's header and the settings
  void upTo(int64_t ms, std::string &out);       ///< all next() ones

private:
  int64_t m_turn = 0; ///< ms that the turns before have taken
  size_t m_next = 0;
};

constexpr int64_t segmentLength = 2000; ///< ms

std::string masterPlaylist();
/// The last three segments of a source that has run for `ms`.
std::string livePlaylist(int64_t ms);
/// 10 s that end.
std::string vodPlaylist();
/// The segment of that number (from 0) as an MPEG transport stream; counters and times go on from segment to segment.
std::string transportSegment(uint64_t number);

} // namespace engine
