#include "engine/protocol/generatedstream.h"

#include "engine/protocol/amf0.h"
#include "engine/protocol/flvcodec.h"

#include <bit>

namespace engine {

namespace {

// In macroblocks of 16 × 16 pixels.
constexpr int width = 16, height = 9;
constexpr int picturesASecond = 25, seconds = generatedLength / 1000;
constexpr int audioFrames = seconds * 48000 / 1024; ///< exactly 375

/// Bits of an H.264 parameter set or slice (ITU-T H.264 7.2, 9.1).
class Bits
{
public:
  Bits &u(int count, uint32_t value)
  {
    for (int i = count - 1; i >= 0; --i) bit(value >> i & 1);
    return *this;
  }
  Bits &ue(uint32_t value) ///< Exp-Golomb
  {
    const int length = std::bit_width(value + 1);
    return u(length - 1, 0).u(length, value + 1);
  }
  Bits &align()
  {
    while (m_count % 8) bit(0);
    return *this;
  }
  Bits &bytes(size_t count, char value) ///< where aligned
  {
    m_out.append(count, value);
    return *this;
  }
  std::string end() ///< with the trailing bits
  {
    bit(1);
    align();
    return std::move(m_out);
  }

private:
  void bit(uint32_t value)
  {
    if (m_count % 8 == 0) m_out += '\0';
    if (value) m_out.back() = char(uint8_t(m_out.back()) | 0x80 >> m_count % 8);
    m_count = (m_count + 1) % 8;
  }
  std::string m_out;
  int m_count = 0;
};

/// A NAL unit; no byte of it may look like a start code.
std::string unit(uint8_t header, const std::string &payload)
{
  std::string out(1, char(header));
  int zeros = 0;
  for (const char c : payload) {
    if (zeros >= 2 && uint8_t(c) <= 3) {
      out += '\x03';
      zeros = 0;
    }
    out += c;
    zeros = c == 0 ? zeros + 1 : 0;
  }
  return out;
}

std::string sequenceParameters()
{
  Bits bits;
  bits.u(8, 66).u(8, 0xc0).u(8, 30); // baseline, level 3
  bits.ue(0).ue(0).ue(2).ue(1);      // id, 16 frame numbers, shown in order, one reference
  bits.u(1, 0).ue(width - 1).ue(height - 1).u(1, 1).u(1, 1).u(1, 0).u(1, 0);
  return unit(0x67, bits.end());
}

std::string pictureParameters()
{
  Bits bits;
  bits.ue(0).ue(0).u(1, 0).u(1, 0).ue(0).ue(0).ue(0).u(1, 0).u(2, 0); // no slice groups, no weights
  bits.ue(0).ue(0).ue(0).u(1, 1).u(1, 0).u(1, 0);                     // quantizers of 26, deblocking told by the slice
  return unit(0x68, bits.end());
}

/// Blocks of plain samples: a diagonal of grey that wanders from key frame to key frame.
std::string keyFrame(int number)
{
  Bits bits;
  bits.ue(0).ue(7).ue(0).u(4, 0).ue(uint32_t(number & 1)); // an I slice with its frame number and IDR number
  bits.u(1, 0).u(1, 0).ue(0).ue(1);                        // no quantizer change, no deblocking
  for (int y = 0; y < height; ++y)
    for (int x = 0; x < width; ++x) {
      bits.ue(25).align(); // I_PCM
      bits.bytes(256, char(32 + (x * 12 + y * 20 + number * 24) % 192)).bytes(64, char(96 + y * 8)).bytes(64, char(96 + x * 4));
    }
  return unit(0x65, bits.end());
}

/// All macroblocks are as in the picture before.
std::string standstill(int number)
{
  Bits bits;
  bits.ue(0).ue(5).ue(0).u(4, uint32_t(number % 16));
  bits.u(1, 0).u(1, 0).u(1, 0).ue(0).ue(1).ue(width * height);
  return unit(0x41, bits.end());
}

std::string sized(const std::string &bytes, int sizeBytes)
{
  std::string out;
  for (int shift = 8 * (sizeBytes - 1); shift >= 0; shift -= 8) out += char(bytes.size() >> shift & 0xff);
  return out + bytes;
}

std::string metaData()
{
  std::string out;
  appendAmf(out, "onMetaData");
  appendAmfObjectBegin(out);
  const std::pair<const char *, double> facts[] = {{"width", width * 16}, {"height", height * 16}, {"framerate", picturesASecond},
                                                   {"videocodecid", 7},   {"audiocodecid", 10},    {"audiosamplerate", 48000}};
  for (const auto &[name, value] : facts) {
    appendAmfName(out, name);
    appendAmf(out, value);
  }
  appendAmfObjectEnd(out);
  return out;
}

std::string make()
{
  const std::string sps = sequenceParameters(), pps = pictureParameters();
  std::string settings("\x17\0\0\0\0\x01", 6);
  settings += sps.substr(1, 3) + "\xff\xe1" + sized(sps, 2) + '\x01' + sized(pps, 2);
  const std::string silence("\xaf\x01\x00\xc8\x00\x80\x23\x80", 8); // 1,024 samples of one channel

  std::string out;
  appendFlvHeader(out, true, true);
  appendFlvTag(out, FlvKind::Script, 0, metaData());
  appendFlvTag(out, FlvKind::Video, 0, settings);
  appendFlvTag(out, FlvKind::Audio, 0, std::string_view("\xaf\x00\x11\x88", 4)); // AAC-LC, 48 kHz, one channel
  int audio = 0;
  for (int picture = 0; picture < seconds * picturesASecond; ++picture) {
    const int time = picture * 1000 / picturesASecond, second = picture / picturesASecond, within = picture % picturesASecond;
    for (; audio < audioFrames && audio * 64 / 3 <= time; ++audio) appendFlvTag(out, FlvKind::Audio, uint32_t(audio * 64 / 3), silence);
    const std::string frame = sized(within == 0 ? keyFrame(second) : standstill(within), 4);
    appendFlvTag(out, FlvKind::Video, uint32_t(time), std::string(within == 0 ? "\x17" : "\x27").append("\x01\0\0\0", 4) + frame);
  }
  for (; audio < audioFrames; ++audio) appendFlvTag(out, FlvKind::Audio, uint32_t(audio * 64 / 3), silence);
  return out;
}

} // namespace

const std::string &generatedFlv()
{
  static const std::string stream = make();
  return stream;
}

} // namespace engine
