#include "engine/serve/tsmuxer.h"

#include <algorithm>

namespace engine {

namespace {

constexpr size_t packetSize = 188;
constexpr unsigned tablePid = 0x1000, videoPid = 0x100, audioPid = 0x101;
constexpr int64_t presented = 126'000, clockBefore = 63'000; ///< 90 kHz: time stamps begin there, the clock runs so much ahead

void number(std::string &out, uint64_t value, int bytes)
{
  for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8) out += char(value >> shift & 0xff);
}

/// CRC-32 of MPEG-2, annex A.
uint32_t checksum(std::string_view bytes)
{
  uint32_t sum = 0xffffffff;
  for (const char byte : bytes) {
    sum ^= uint32_t(uint8_t(byte)) << 24;
    for (int bit = 0; bit < 8; ++bit) sum = sum << 1 ^ (sum & 0x80000000 ? 0x04c11db7 : 0);
  }
  return sum;
}

uint64_t stamp(int64_t ms) { return uint64_t(ms * 90 + presented) & 0x1'ffff'ffff; }

/// The begin of a packetized elementary stream packet with a presentation time (2.4.3.6).
std::string head(uint8_t stream, size_t length, int64_t ms)
{
  std::string out("\0\0\1", 3);
  number(out, stream, 1);
  number(out, length, 2);
  out.append("\x80\x80\x05");
  const uint64_t time = stamp(ms);
  number(out, 0x21 | (time >> 30 & 7) << 1, 1);
  number(out, (time >> 15 & 0x7fff) << 1 | 1, 2);
  number(out, (time & 0x7fff) << 1 | 1, 2);
  return out;
}

} // namespace

void TsMuxer::tables()
{
  std::string programs;
  number(programs, 1, 2); // the stream's number
  programs.append("\xc1\0\0", 3);
  number(programs, 1, 2);
  number(programs, 0xe000 | tablePid, 2);
  table(0, std::string(1, '\0') + programs);

  std::string tracks;
  number(tracks, 1, 2);
  tracks.append("\xc1\0\0", 3);
  number(tracks, 0xe000 | videoPid, 2); // carries the clock
  number(tracks, 0xf000, 2);
  for (const auto &[type, pid] : {std::pair(0x1b, videoPid), std::pair(0x0f, audioPid)}) {
    number(tracks, uint64_t(type), 1);
    number(tracks, 0xe000 | pid, 2);
    number(tracks, 0xf000, 2);
  }
  table(tablePid, std::string(1, '\2') + tracks);
  m_counters.tables = (m_counters.tables + 1) % 16;
}

/// `section`: its table number, then what follows its length.
void TsMuxer::table(unsigned pid, std::string section)
{
  std::string whole(1, section.front());
  number(whole, 0xb000 | (section.size() - 1 + 4), 2);
  whole.append(section, 1);
  number(whole, checksum(whole), 4);
  number(m_out, 0x47, 1);
  number(m_out, 0x4000 | pid, 2);
  number(m_out, 0x10 | m_counters.tables, 1);
  m_out += '\0'; // the section begins at once
  m_out += whole;
  m_out.append(packetSize - 5 - whole.size(), '\xff');
}

void TsMuxer::video(int64_t ms, std::string_view accessUnit, bool isKeyFrame)
{
  std::string adaptation(1, isKeyFrame ? '\x50' : '\x10');
  const uint64_t clock = (stamp(ms) - clockBefore) & 0x1'ffff'ffff;
  number(adaptation, clock << 15 | 0x7e00, 6);
  packets(videoPid, m_counters.video, head(0xe0, 0, ms).append(accessUnit), adaptation);
}

void TsMuxer::audio(int64_t ms, std::string_view adtsFrames)
{
  packets(audioPid, m_counters.audio, head(0xc0, adtsFrames.size() + 8, ms).append(adtsFrames), {});
}

/// `firstAdaptation`: flags and fields of the first packet's adaptation field, without its length.
void TsMuxer::packets(unsigned pid, unsigned &counter, std::string_view payload, const std::string &firstAdaptation)
{
  for (bool isFirst = true; !payload.empty(); isFirst = false) {
    std::string adaptation = isFirst ? firstAdaptation : std::string();
    bool hasAdaptation = !adaptation.empty();
    const size_t room = packetSize - 4 - (hasAdaptation ? 1 + adaptation.size() : 0);
    if (payload.size() < room) { // filled up within the adaptation field
      size_t filler = room - payload.size();
      if (!hasAdaptation) --filler; // its length
      if (!hasAdaptation && filler > 0) {
        adaptation += '\0';
        --filler;
      }
      hasAdaptation = true;
      adaptation.append(filler, '\xff');
    }
    number(m_out, 0x47, 1);
    number(m_out, (isFirst ? 0x4000 : 0) | pid, 2);
    number(m_out, (hasAdaptation ? 0x30u : 0x10u) | counter, 1);
    counter = (counter + 1) % 16;
    if (hasAdaptation) number(m_out, adaptation.size(), 1);
    m_out += adaptation;
    const size_t part = std::min(payload.size(), packetSize - 4 - (hasAdaptation ? 1 + adaptation.size() : 0));
    m_out += payload.substr(0, part);
    payload.remove_prefix(part);
  }
}

} // namespace engine
