// The answer to a WebSocket upgrade, the request a server reads, and the terms of compression.
#include "engine/protocol/http1parser.h"
#include "engine/protocol/websockethandshake.h"
#include "tests/fuzz/cutintwo.h"

using namespace engine;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  const std::string_view text(reinterpret_cast<const char *>(data), size);
  std::optional<DeflateTerms> deflate;
  acceptUpgrade(text, deflate);
  DeflateTerms::fromAnswer(text);
  return cutInTwo(data, size, [](std::string_view bytes, size_t cut) {
    HttpReply reply;
    Http1Parser parser;
    parser.reset(reply, false, true, true);
    const size_t used = parser.feed(bytes.substr(0, cut));
    if (used == cut) parser.feed(bytes.substr(cut));
    if (!parser.isDone()) return std::string(parser.isBroken() ? "broken" : "more");
    WebSocketUpgrade asked;
    asked.key = "dGhlIHNhbXBsZSBub25jZQ==";
    asked.offersDeflate = true;
    return std::to_string(reply.status) + readUpgradeAnswer(reply, asked).problem + reply.body.substr(0, 1000);
  });
}
