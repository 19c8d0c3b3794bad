// A server's side of an HTTP/2 connection, after a plausible beginning or without it.
#include "engine/protocol/http2session.h"
#include "tests/fuzz/cutintwo.h"

using namespace engine;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  if (size < 1) return 0;
  const bool greets = data[0] & 1, posts = data[0] & 2;
  return cutInTwo(data + 1, size - 1, [=](std::string_view bytes, size_t cut) {
    Http2Session session;
    HttpReply replies[2];
    Http2Call calls[2];
    for (int i = 0; i < 2; ++i) {
      calls[i].method = posts ? "POST" : "GET";
      calls[i].scheme = "http";
      calls[i].authority = "host";
      calls[i].target = "/";
      calls[i].headers = "Accept: */*\r\n";
      calls[i].body = posts ? "body" : "";
      calls[i].reply = &replies[i];
      calls[i].keepHead = calls[i].keepBody = true;
      session.submit(calls[i]);
    }
    const auto answer = [&] {
      while (!session.out().empty()) {}
    };
    answer();
    if (greets) session.feed(std::string_view("\0\0\0\4\0\0\0\0\0", 9)); // SETTINGS
    for (const std::string_view part : {bytes.substr(0, cut), bytes.substr(cut)}) session.feed(part);
    answer();
    std::string outline = std::to_string(session.isOver()) + session.problem();
    for (int i = 0; i < 2; ++i)
      outline += "|" + std::to_string(calls[i].isDone) + std::to_string(calls[i].isBroken) + std::to_string(calls[i].isUnprocessed) + calls[i].problem
          + std::to_string(calls[i].receivedBytes) + replies[i].head + replies[i].body + replies[i].setCookies + replies[i].location;
    for (Http2Call &call : calls)
      if (!call.isDone) session.forget(call);
    return outline;
  });
}
