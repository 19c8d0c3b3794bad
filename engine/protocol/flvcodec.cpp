#include "engine/protocol/flvcodec.h"

#include "engine/protocol/carry.h"

#include <algorithm>

namespace engine {

namespace {

constexpr size_t fileHeaderSize = 9, tagHeaderSize = 11, mostSkipped = 4096;
constexpr size_t looked = 5; ///< bytes of a payload that tell what it is

void appendNumber(std::string &out, uint32_t value, int bytes)
{
  for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8) out += char(value >> shift & 0xff);
}

} // namespace

FlvFrame flvFrame(FlvKind kind, std::string_view payload)
{
  FlvFrame frame;
  if (payload.empty()) return frame;
  const uint8_t first = uint8_t(payload[0]), second = payload.size() > 1 ? uint8_t(payload[1]) : 0xff;
  if (kind == FlvKind::Audio) {
    frame.isHeader = first >> 4 == 10 && second == 0; // AAC
  } else if (kind == FlvKind::Video && first & 0x80) { // enhanced: a four-character code follows
    frame.isKeyFrame = (first >> 4 & 7) == 1;
    frame.isHeader = (first & 0x0f) == 0;
  } else if (kind == FlvKind::Video) {
    frame.isKeyFrame = first >> 4 == 1;
    const int codec = first & 0x0f;
    frame.isHeader = (codec == 7 || codec == 12) && second != 1; // AVC and HEVC: settings, or end of sequence
    frame.isHeader = frame.isHeader || first >> 4 == 5;           // a command frame
  }
  frame.isKeyFrame = frame.isKeyFrame && !frame.isHeader;
  return frame;
}

bool FlvReader::next(std::string_view &bytes)
{
  if (m_problem) return false;
  for (;;) {
    switch (m_state) {
    case Header:
      if (!fillUp(m_carry, bytes, fileHeaderSize)) {
        if (!std::string_view("FLV").starts_with(std::string_view(m_carry).substr(0, 3))) m_problem = "it does not begin with FLV";
        return false;
      }
      if (!fileHeader()) return false;
      break;
    case Skip: { // the size of the tag before, and whatever a longer file header holds
      const size_t count = std::min<size_t>(bytes.size(), m_left);
      bytes.remove_prefix(count);
      m_left -= uint32_t(count);
      if (m_left > 0) return false;
      m_state = TagHeader;
      break;
    }
    case TagHeader:
      if (!fillUp(m_carry, bytes, tagHeaderSize) || !tagHeader()) return false;
      break;
    case Payload: {
      const size_t count = std::min<size_t>(bytes.size(), m_left);
      const size_t wanted = m_keeps ? count : std::min(count, looked - std::min(looked, m_payload.size()));
      m_payload.append(bytes.substr(0, wanted));
      bytes.remove_prefix(count);
      m_left -= uint32_t(count);
      if (m_left > 0) return false;
      m_tag.frame = flvFrame(m_tag.kind, m_payload);
      m_state = Skip;
      m_left = 4;
      return true;
    }
    }
  }
}

bool FlvReader::fileHeader()
{
  const std::string_view header(m_carry);
  const uint32_t offset = bigEndian(header.substr(5, 4));
  if (!header.starts_with("FLV")) m_problem = "it does not begin with FLV";
  else if (header[3] != 1) m_problem = "it is of an unknown version of FLV";
  else if (header[4] & 0xfa) m_problem = "the flags of its FLV header make no sense";
  else if (offset < fileHeaderSize || offset > mostSkipped) m_problem = "the size of its FLV header makes no sense";
  m_left = offset - uint32_t(fileHeaderSize) + 4;
  m_state = m_problem ? Header : Skip;
  m_carry.clear();
  return !m_problem;
}

bool FlvReader::tagHeader()
{
  const std::string_view header(m_carry);
  const uint8_t type = uint8_t(header[0]);
  m_tag.kind = FlvKind(type & 0x1f);
  m_tag.size = m_left = bigEndian(header.substr(1, 3));
  m_tag.timestamp = bigEndian(header.substr(4, 3)) | uint32_t(uint8_t(header[7])) << 24;
  if (type & 0xc0 || (m_tag.kind != FlvKind::Audio && m_tag.kind != FlvKind::Video && m_tag.kind != FlvKind::Script))
    m_problem = "a tag is of an unknown kind";
  else if (type & 0x20) m_problem = "a tag is encrypted";
  else if (bigEndian(header.substr(8, 3)) != 0) m_problem = "a tag is of another stream";
  m_carry.clear();
  m_payload.clear();
  if (m_payload.capacity() > 1 << 20) std::string().swap(m_payload);
  m_state = Payload;
  return !m_problem;
}

void appendFlvHeader(std::string &out, bool hasAudio, bool hasVideo)
{
  out.append("FLV\x01");
  out += char((hasAudio ? 4 : 0) | (hasVideo ? 1 : 0));
  appendNumber(out, fileHeaderSize, 4);
  appendNumber(out, 0, 4);
}

void appendFlvTag(std::string &out, FlvKind kind, uint32_t timestamp, std::string_view payload)
{
  payload = payload.substr(0, 0xffffff);
  out += char(kind);
  appendNumber(out, uint32_t(payload.size()), 3);
  appendNumber(out, timestamp & 0xffffff, 3);
  out += char(timestamp >> 24);
  appendNumber(out, 0, 3);
  out += payload;
  appendNumber(out, uint32_t(tagHeaderSize + payload.size()), 4);
}

} // namespace engine
