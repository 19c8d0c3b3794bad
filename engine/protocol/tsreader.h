// Packets of an MPEG transport stream (ISO/IEC 13818-1), as far as counting needs them: which bytes are picture and which are
// sound, and where key frames begin. Sans-io; every byte is foreign.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace engine {

class TsReader
{
public:
  void reset() { *this = TsReader(); }
  void feed(std::string_view bytes);
  void end(); ///< the segment is over: a packet begun is broken

  uint64_t packets() const { return m_packets; }
  uint64_t audioBytes() const { return m_audio; } ///< payloads of packets, headers of PES included
  uint64_t videoBytes() const { return m_video; }
  uint64_t keyFrames() const { return m_keyFrames; }
  bool isBroken() const { return m_problem != nullptr; }
  const char *problem() const { return m_problem ? m_problem : ""; } ///< end of a sentence

private:
  enum Kind : uint8_t { Other, Tables, Audio, Video };
  struct Pid
  {
    uint16_t number;
    Kind kind;
  };

  void packet(const uint8_t *bytes);
  void programs(const uint8_t *section, size_t size);
  void streams(const uint8_t *section, size_t size);
  void note(unsigned number, Kind kind);
  Kind kindOf(unsigned number) const;

  static constexpr size_t size = 188, mostPids = 64;
  std::array<uint8_t, size> m_carry{};
  size_t m_carried = 0;
  std::vector<Pid> m_pids;
  uint64_t m_packets = 0, m_audio = 0, m_video = 0, m_keyFrames = 0;
  const char *m_problem = nullptr;
};

} // namespace engine
