// Frames and messages, as client and as server, plain and compressed.
#include "engine/protocol/websocketcodec.h"
#include "tests/fuzz/cutintwo.h"

using namespace engine;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  if (size < 1) return 0;
  const int mode = data[0];
  return cutInTwo(data + 1, size - 1, [mode](std::string_view bytes, size_t cut) {
    WebSocketReader reader(mode & 1 ? WebSocketRole::Server : WebSocketRole::Client);
    if (mode & 2) reader.useDeflate({!(mode & 4), !(mode & 4), 15, 15});
    std::string outline;
    for (std::string_view part : {bytes.substr(0, cut), bytes.substr(cut)})
      while (reader.next(part)) {
        outline += std::to_string(reader.kind()) + ":";
        outline.append(reader.payload().substr(0, 1000)).append(";");
      }
    return outline + reader.problem();
  });
}
