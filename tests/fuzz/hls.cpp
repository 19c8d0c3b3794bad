// Play lists and transport streams.
#include "engine/protocol/hlsplaylist.h"
#include "engine/protocol/tsreader.h"
#include "tests/fuzz/cutintwo.h"

using namespace engine;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  const std::string_view text(reinterpret_cast<const char *>(data), size);
  for (const std::string &each : {std::string(text), "#EXTM3U\n" + std::string(text)}) {
    HlsPlaylist list;
    if (list.parse(each)) continue;
    for (const HlsSegment &segment : list.segments)
      if (segment.key >= int(list.keys.size()) || segment.map >= int(list.maps.size()) || segment.duration < 0) std::abort();
    hlsChoice(list.variants, int(size % 4), size);
  }
  return cutInTwo(data, size, [](std::string_view bytes, size_t cut) {
    std::string packets; // each 187 bytes of input behind a sync byte, so that more than the first check is reached
    for (size_t at = 0; at < bytes.size(); at += 187) packets.append(1, '\x47').append(bytes.substr(at, 187));
    TsReader reader;
    cut = std::min(cut, packets.size());
    reader.feed(std::string_view(packets).substr(0, cut));
    reader.feed(std::string_view(packets).substr(cut));
    reader.end();
    return std::to_string(reader.packets()) + ":" + std::to_string(reader.audioBytes()) + ":" + std::to_string(reader.videoBytes()) + ":"
        + std::to_string(reader.keyFrames()) + reader.problem();
  });
}
