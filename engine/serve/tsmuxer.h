// Writes an MPEG transport stream (ISO/IEC 13818-1) of one H.264 and one AAC track.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace engine {

class TsMuxer
{
public:
  /// Continuity counters of the next packet of each kind, so that segments go on from each other.
  struct Counters
  {
    unsigned tables = 0, video = 0, audio = 0;
  };

  TsMuxer() = default;
  explicit TsMuxer(const Counters &counters) : m_counters(counters) {}

  void tables(); ///< which programme and tracks there are; at the begin of each segment
  /// One picture as an access unit with start codes; `ms` since the begin of the stream.
  void video(int64_t ms, std::string_view accessUnit, bool isKeyFrame);
  void audio(int64_t ms, std::string_view adtsFrames);

  const Counters &counters() const { return m_counters; }
  std::string take() { return std::move(m_out); }

private:
  void table(unsigned pid, std::string section);
  void packets(unsigned pid, unsigned &counter, std::string_view payload, const std::string &firstAdaptation);

  Counters m_counters;
  std::string m_out;
};

} // namespace engine
