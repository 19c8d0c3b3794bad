// Tags of a stream, and what they do to the figures of a play.
#include "engine/protocol/flvcodec.h"
#include "engine/protocol/playbackmeter.h"
#include "tests/fuzz/cutintwo.h"

using namespace engine;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  if (size < 1) return 0;
  const bool keeps = data[0] & 1;
  return cutInTwo(data + 1, size - 1, [keeps](std::string_view bytes, size_t cut) {
    FlvReader reader(keeps);
    PlaybackMeter meter;
    meter.begin(1);
    std::string outline;
    int64_t now = 1;
    for (std::string_view part : {bytes.substr(0, cut), bytes.substr(cut)})
      while (reader.next(part)) {
        const FlvTag &tag = reader.tag();
        meter.received(now += 40'000'000, tag);
        outline += std::to_string(int(tag.kind)) + ":" + std::to_string(tag.timestamp) + ":" + std::to_string(tag.size) + ":"
            + std::to_string(tag.frame.isKeyFrame) + std::to_string(tag.frame.isHeader) + ";";
        if (keeps && reader.payload().size() != tag.size) std::abort();
      }
    return outline + reader.problem() + std::to_string(meter.figures().stallTime);
  });
}
