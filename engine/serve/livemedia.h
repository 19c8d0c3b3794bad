// The generated stream as a live source: FLV tags in time, and HLS play lists with segments of 2 s. Thread-safe but for
// LiveFlv, which belongs to one viewer.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace engine {

/// The stream from its begin, again and again, with timestamps that go on.
class LiveFlv
{
public:
  void begin(std::string &out) const;          ///< file header, metadata and decoder settings
  void upTo(int64_t ms, std::string &out);     ///< all tags of that time and before which were not given yet
  int64_t nextAt() const;                      ///< ms, of the first tag not given yet

private:
  int64_t m_turn = 0; ///< ms that the turns before have taken
  size_t m_next = 0;  ///< place of the tag that comes next
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
