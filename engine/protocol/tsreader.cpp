#include "engine/protocol/tsreader.h"

#include <algorithm>
#include <cstring>

namespace engine {

namespace {

/// stream_type of ISO/IEC 13818-1 table 2-34 and its extensions.
bool isVideo(unsigned type)
{
  return type == 0x01 || type == 0x02 || type == 0x10 || type == 0x1b || type == 0x20 || type == 0x24 || type == 0x33 || type == 0xea;
}
bool isAudio(unsigned type)
{
  return type == 0x03 || type == 0x04 || type == 0x0f || type == 0x11 || type == 0x81 || type == 0x87;
}

} // namespace

void TsReader::feed(std::string_view bytes)
{
  const auto *at = reinterpret_cast<const uint8_t *>(bytes.data());
  size_t left = bytes.size();
  while (left > 0 && !m_problem) {
    if (m_carried == 0 && left >= size) {
      packet(at);
      at += size;
      left -= size;
      continue;
    }
    const size_t count = std::min(left, size - m_carried);
    std::memcpy(m_carry.data() + m_carried, at, count);
    m_carried += count;
    at += count;
    left -= count;
    if (m_carry[0] != 0x47) m_problem = "a segment is no transport stream";
    if (m_carried < size) continue;
    m_carried = 0;
    packet(m_carry.data());
  }
}

void TsReader::end()
{
  if (m_problem) return;
  if (m_carried > 0) m_problem = "a segment ends within a packet";
  else if (m_packets == 0) m_problem = "a segment is empty";
}

void TsReader::packet(const uint8_t *bytes)
{
  if (bytes[0] != 0x47) {
    m_problem = "a segment is no transport stream";
    return;
  }
  ++m_packets;
  const unsigned pid = unsigned(bytes[1] & 0x1f) << 8 | bytes[2];
  const bool begins = bytes[1] & 0x40, hasPayload = bytes[3] & 0x10, hasAdaptation = bytes[3] & 0x20;
  size_t at = 4;
  bool isKey = false;
  if (hasAdaptation) {
    const size_t length = bytes[4];
    isKey = length > 0 && bytes[5] & 0x40; // random_access_indicator
    at += 1 + length;
  }
  if (at > size) {
    m_problem = "a packet of a segment is broken";
    return;
  }
  if (!hasPayload || at == size) return;
  const Kind kind = pid == 0 ? Tables : kindOf(pid);
  if (kind == Audio) m_audio += size - at;
  if (kind == Video) {
    m_video += size - at;
    m_keyFrames += isKey && begins;
  }
  if (kind != Tables || !begins) return;
  // A section that does not fit into its first packet is not looked at: tables are small.
  at += 1 + bytes[at];
  if (at + 3 > size) return;
  const size_t length = size_t(bytes[at + 1] & 0x0f) << 8 | bytes[at + 2];
  const uint8_t *section = bytes + at + 3;
  if (at + 3 + length > size || length < 4) return;
  if (bytes[at] == 0) programs(section, length - 4); // without its checksum
  else if (bytes[at] == 2) streams(section, length - 4);
}

void TsReader::programs(const uint8_t *section, size_t length)
{
  for (size_t at = 5; at + 4 <= length; at += 4) {
    const unsigned program = unsigned(section[at]) << 8 | section[at + 1];
    if (program != 0) note(unsigned(section[at + 2] & 0x1f) << 8 | section[at + 3], Tables);
  }
}

void TsReader::streams(const uint8_t *section, size_t length)
{
  if (length < 9) return;
  size_t at = 9 + (size_t(section[7] & 0x0f) << 8 | section[8]);
  while (at + 5 <= length) {
    const unsigned type = section[at], pid = unsigned(section[at + 1] & 0x1f) << 8 | section[at + 2];
    note(pid, isVideo(type) ? Video : isAudio(type) ? Audio : Other);
    at += 5 + (size_t(section[at + 3] & 0x0f) << 8 | section[at + 4]);
  }
}

void TsReader::note(unsigned number, Kind kind)
{
  if (kindOf(number) != Other || kind == Other || m_pids.size() == mostPids) return;
  m_pids.push_back({uint16_t(number), kind});
}

TsReader::Kind TsReader::kindOf(unsigned number) const
{
  const auto found = std::ranges::find(m_pids, number, &Pid::number);
  return found == m_pids.end() ? Other : found->kind;
}

} // namespace engine
