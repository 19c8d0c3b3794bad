#include "engine/serve/livemedia.h"

#include "engine/protocol/generatedstream.h"
#include "engine/serve/tsmuxer.h"

#include <algorithm>
#include <array>

namespace engine {

namespace {

constexpr size_t tagHead = 11, sizeAfter = 4;

/// The stream, taken apart once.
struct Source
{
  struct Piece : LiveTag
  {
    bool isKeyFrame = false;
  };

  std::vector<LiveTag> settings;
  std::string parameters; ///< sequence and picture parameter sets, with start codes
  std::vector<Piece> pieces;

  Source()
  {
    const std::string &bytes = generatedFlv();
    std::string head;
    appendFlvHeader(head, true, true);
    const auto number = [&bytes](size_t at, size_t count) {
      uint32_t value = 0;
      for (size_t i = 0; i < count; ++i) value = value << 8 | uint8_t(bytes[at + i]);
      return value;
    };
    for (size_t at = head.size(); at < bytes.size();) {
      const uint32_t size = number(at + 1, 3);
      const LiveTag tag{FlvKind(bytes[at]), number(at + 4, 3), std::string_view(bytes).substr(at + tagHead, size)};
      const FlvFrame frame = flvFrame(tag.kind, tag.payload);
      if (tag.kind == FlvKind::Script || frame.isHeader) settings.push_back(tag); // all of them come first
      else pieces.push_back({tag, frame.isKeyFrame});
      if (tag.kind == FlvKind::Video && frame.isHeader) readParameters(tag.payload.substr(5));
      at += tagHead + size + sizeAfter;
    }
  }
  void readParameters(std::string_view record) ///< AVCDecoderConfigurationRecord with one set of each
  {
    const auto unit = [&](size_t at) {
      const size_t size = size_t(uint8_t(record[at])) << 8 | uint8_t(record[at + 1]);
      parameters.append("\0\0\0\1", 4).append(record.substr(at + 2, size));
      return at + 2 + size;
    };
    unit(unit(6) + 1);
  }
};

const Source &source()
{
  static const Source it;
  return it;
}

std::string accessUnit(const Source::Piece &picture)
{
  std::string out("\0\0\0\1\x09\xf0", 6); // the delimiter
  if (picture.isKeyFrame) out += source().parameters;
  for (std::string_view rest = picture.payload.substr(5); rest.size() > 4;) {
    size_t size = 0;
    for (int i = 0; i < 4; ++i) size = size << 8 | uint8_t(rest[size_t(i)]);
    out.append("\0\0\0\1", 4).append(rest.substr(4, size));
    rest.remove_prefix(std::min(rest.size(), 4 + size));
  }
  return out;
}

/// AAC-LC of 48 kHz, one channel, as ADTS (ISO/IEC 13818-7, 6.2).
std::string adts(std::string_view frame)
{
  const size_t size = frame.size() + 7;
  std::string out("\xff\xf1\x4c", 3);
  for (const size_t byte : {size_t(0x40) | size >> 11, size >> 3 & 0xff, (size & 7) << 5 | 0x1f, size_t(0xfc)}) out += char(byte);
  return out.append(frame);
}

constexpr uint64_t segmentsATurn = generatedLength / segmentLength;

void mux(TsMuxer &muxer, uint64_t number)
{
  const int64_t turn = int64_t(number / segmentsATurn) * generatedLength, from = int64_t(number % segmentsATurn) * segmentLength;
  muxer.tables();
  for (const Source::Piece &piece : source().pieces) {
    if (int64_t(piece.time) < from || int64_t(piece.time) >= from + segmentLength) continue;
    if (piece.kind == FlvKind::Video) muxer.video(turn + piece.time, accessUnit(piece), piece.isKeyFrame);
    else if (piece.kind == FlvKind::Audio) muxer.audio(turn + piece.time, adts(piece.payload.substr(2)));
  }
}

/// What each segment of a turn leaves the counters at, when the turn begins with zeros.
const std::array<TsMuxer::Counters, segmentsATurn + 1> &countersOfATurn()
{
  static const auto all = [] {
    std::array<TsMuxer::Counters, segmentsATurn + 1> made;
    TsMuxer muxer;
    for (uint64_t i = 0; i < segmentsATurn; ++i) {
      mux(muxer, i);
      muxer.take();
      made[size_t(i) + 1] = muxer.counters();
    }
    return made;
  }();
  return all;
}

std::string playlist(uint64_t first, uint64_t count, bool ends)
{
  std::string out = "#EXTM3U\n#EXT-X-VERSION:3\n#EXT-X-TARGETDURATION:2\n#EXT-X-MEDIA-SEQUENCE:" + std::to_string(first) + "\n";
  if (ends) out += "#EXT-X-PLAYLIST-TYPE:VOD\n";
  for (uint64_t number = first; number < first + count; ++number) out += "#EXTINF:2.000,\n" + std::to_string(number) + ".ts\n";
  return ends ? out + "#EXT-X-ENDLIST\n" : out;
}

} // namespace

const std::vector<LiveTag> &LiveFlv::settings() { return source().settings; }

int64_t LiveFlv::nextAt() const { return m_turn + source().pieces[m_next].time; }

bool LiveFlv::next(int64_t ms, LiveTag &tag)
{
  const int64_t at = nextAt();
  if (at > ms) return false;
  tag = source().pieces[m_next];
  tag.time = uint32_t(at);
  if (++m_next == source().pieces.size()) {
    m_next = 0;
    m_turn += generatedLength;
  }
  return true;
}

void LiveFlv::begin(std::string &out)
{
  appendFlvHeader(out, true, true);
  for (const LiveTag &tag : settings()) appendFlvTag(out, tag.kind, tag.time, tag.payload);
}

void LiveFlv::upTo(int64_t ms, std::string &out)
{
  for (LiveTag tag; next(ms, tag);) appendFlvTag(out, tag.kind, tag.time, tag.payload);
}

std::string masterPlaylist()
{
  return "#EXTM3U\n#EXT-X-VERSION:3\n"
         "#EXT-X-STREAM-INF:BANDWIDTH=600000,RESOLUTION=256x144,CODECS=\"avc1.42c01e,mp4a.40.2\"\nlive.m3u8\n";
}

std::string livePlaylist(int64_t ms)
{
  const uint64_t ready = uint64_t(ms / segmentLength) + 3; // a source that has just started has a past as well
  return playlist(ready - 3, 3, false);
}

std::string vodPlaylist() { return playlist(0, 5, true); }

std::string transportSegment(uint64_t number)
{
  const auto &before = countersOfATurn();
  const uint64_t turns = number / segmentsATurn;
  const auto at = [&](unsigned TsMuxer::Counters::*which) {
    return unsigned((turns * (before.back().*which) + before[size_t(number % segmentsATurn)].*which) % 16);
  };
  TsMuxer muxer({at(&TsMuxer::Counters::tables), at(&TsMuxer::Counters::video), at(&TsMuxer::Counters::audio)});
  mux(muxer, number);
  return muxer.take();
}

} // namespace engine
