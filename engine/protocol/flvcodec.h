// Tags of FLV (Adobe Flash Video File Format 10.1, annex E): a stream of them in HTTP-FLV and in files, their payloads alone
// in RTMP. Sans-io; every byte is foreign.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace engine {

enum class FlvKind : uint8_t { Audio = 8, Video = 9, Script = 18 };

/// What the first bytes of a payload tell.
struct FlvFrame
{
  bool isKeyFrame = false;
  bool isHeader = false; ///< decoder settings, no picture or sound
};
FlvFrame flvFrame(FlvKind kind, std::string_view payload);

/// One tag; payloads are told by their size and first bytes only, so a player holds none of them.
struct FlvTag
{
  FlvKind kind = FlvKind::Script;
  uint32_t timestamp = 0; ///< ms
  uint32_t size = 0;      ///< bytes of the payload
  FlvFrame frame;
};

class FlvReader
{
public:
  /// With `keepPayloads`, payload() is the whole payload of a tag; else only its size is known.
  explicit FlvReader(bool keepPayloads = false) : m_keeps(keepPayloads) {}
  void reset() { *this = FlvReader(m_keeps); }

  /// Takes from the front of `bytes`. True: tag() is complete; call again for more. False: more bytes are needed, or
  /// isBroken().
  bool next(std::string_view &bytes);
  const FlvTag &tag() const { return m_tag; }
  const std::string &payload() const { return m_payload; } ///< until next()

  bool hasHeader() const { return m_state != Header; } ///< the file header was read and right
  bool isWithinTag() const { return m_state == Payload || (m_state == TagHeader && !m_carry.empty()); }
  bool isBroken() const { return m_problem != nullptr; }
  const char *problem() const { return m_problem ? m_problem : ""; } ///< end of a sentence

private:
  enum State : uint8_t { Header, Skip, TagHeader, Payload };

  bool fileHeader();
  bool tagHeader();

  std::string m_carry, m_payload;
  const char *m_problem = nullptr;
  FlvTag m_tag;
  uint32_t m_left = 0;
  State m_state = Header;
  bool m_keeps;
};

void appendFlvHeader(std::string &out, bool hasAudio, bool hasVideo);
/// A whole tag, with the size that follows it.
void appendFlvTag(std::string &out, FlvKind kind, uint32_t timestamp, std::string_view payload);

} // namespace engine
