// A server's side of an RTMP connection: handshake, chunks, commands.
#include "engine/protocol/rtmpsession.h"
#include "tests/fuzz/cutintwo.h"

using namespace engine;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  if (size < 1) return 0;
  const bool publishes = data[0] & 1, greets = data[0] & 2;
  return cutInTwo(data + 1, size - 1, [=](std::string_view bytes, size_t cut) {
    RtmpTarget target;
    target.parse("/live/film");
    target.publishes = publishes;
    RtmpSession session(target, 1);
    std::string outline;
    if (!greets) { // nobody finds 3,073 bytes by chance
      const std::string hello = '\x03' + std::string(3072, 's');
      std::string_view rest = hello;
      session.next(rest);
    }
    for (std::string_view part : {bytes.substr(0, cut), bytes.substr(cut)})
      while (session.next(part)) {
        const FlvTag &tag = session.tag();
        outline += std::to_string(int(tag.kind)) + ":" + std::to_string(tag.timestamp) + ":" + std::to_string(tag.size) + ":"
            + std::to_string(tag.frame.isKeyFrame) + std::to_string(tag.frame.isHeader) + ";";
      }
    if (session.stage() == RtmpSession::Running && publishes) session.send(FlvKind::Video, 40, "picture");
    session.finish();
    return outline + std::to_string(int(session.stage())) + session.problem();
  });
}
