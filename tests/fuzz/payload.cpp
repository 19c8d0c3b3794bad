// Hexadecimal payloads, and answers by length and by mark.
#include "engine/protocol/payload.h"
#include "tests/fuzz/cutintwo.h"

using namespace engine;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  const std::string_view text(reinterpret_cast<const char *>(data), size);
  if (const auto bytes = bytesFromHex(text))
    if (bytesFromHex(hexFromBytes(*bytes)) != bytes) std::abort();
  if (size < 4) return 0;
  const std::string mark(reinterpret_cast<const char *>(data), 1 + data[3] % 3);
  return cutInTwo(data, size, [&](std::string_view bytes, size_t cut) {
    std::string outline;
    for (const AnswerEnd &end : {AnswerEnd{AnswerEnd::Mark, 0, mark}, AnswerEnd{AnswerEnd::Length, data[2], {}}}) {
      AnswerReader reader;
      std::string answer;
      reader.begin(end, answer);
      reader.feed(bytes.substr(0, cut));
      reader.feed(bytes.substr(cut));
      reader.streamEnded();
      outline += answer + (reader.isDone() ? "|done;" : "|not;");
    }
    return outline;
  });
}
