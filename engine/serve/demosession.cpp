#include "engine/serve/demosession.h"

#include "engine/serve/echo.h"
#include "engine/serve/livemedia.h"
#include "engine/serve/rtmphost.h"
#include "engine/serve/sniff.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace engine {

namespace {

constexpr std::string_view plain = "text/plain; charset=utf-8", json = "application/json";
constexpr std::string_view greeting = "Hello from the Crescendo demo target.\n";
constexpr std::string_view sampleJson =
  R"({"id":42,"name":"crescendo","price":19.9,"tags":["load","test"],"nested":{"items":[{"sku":"A-1","count":3},{"sku":"B-2","count":5}]}})"
  "\n";
constexpr uint64_t mostBytes = uint64_t(1) << 30, mostDelay = 600'000; ///< a body, ms

std::string_view reason(int status)
{
  switch (status) {
  case 200: return "OK";
  case 201: return "Created";
  case 204: return "No Content";
  case 301: return "Moved Permanently";
  case 302: return "Found";
  case 304: return "Not Modified";
  case 400: return "Bad Request";
  case 401: return "Unauthorized";
  case 403: return "Forbidden";
  case 404: return "Not Found";
  case 405: return "Method Not Allowed";
  case 413: return "Content Too Large";
  case 429: return "Too Many Requests";
  case 431: return "Request Header Fields Too Large";
  case 500: return "Internal Server Error";
  case 501: return "Not Implemented";
  case 503: return "Service Unavailable";
  case 505: return "HTTP Version Not Supported";
  default: return "Status";
  }
}

/// The number after `prefix`, when `path` is just that.
std::optional<uint64_t> numberAfter(std::string_view path, std::string_view prefix)
{
  if (!path.starts_with(prefix)) return {};
  path.remove_prefix(prefix.size());
  uint64_t number = 0;
  const auto [end, error] = std::from_chars(path.data(), path.data() + path.size(), number);
  if (error != std::errc() || end != path.data() + path.size()) return {};
  return number;
}

} // namespace

void DemoSession::cancel()
{
  m_cancelled = true;
  m_stream.cancel();
  m_sleeper.cancel();
}

Task<> DemoSession::run()
{
  const bool hasBegun = co_await awaitSpeech();
  if (hasBegun) {
    switch (sniff(m_early)) {
    case Speech::Http: case Speech::Unknown: co_await answerRequests(); break;
    case Speech::Mqtt: {
      MqttSession session(m_stream, m_site.hub);
      co_await session.run(std::move(m_early));
      break;
    }
    case Speech::Rtmp: {
      ++m_site.streams;
      RtmpHost host(m_stream);
      co_await host.run(std::move(m_early));
      break;
    }
    case Speech::Echo: co_await echoBytes(m_stream, std::move(m_early), m_site.echoes); break;
    }
  }
  m_stream.close();
}

Task<bool> DemoSession::awaitSpeech()
{
  while (sniff(m_early) == Speech::Unknown) {
    const std::span<char> buffer = m_stream.reactor().readBuffer();
    const int64_t got = co_await m_stream.read(buffer.data(), buffer.size());
    if (got <= 0) co_return false;
    m_early.append(buffer.data(), size_t(got));
  }
  co_return true;
}

Task<> DemoSession::answerRequests()
{
  bool goesOn = true;
  while (goesOn && !m_cancelled) {
    goesOn = co_await nextRequest();
    if (goesOn) goesOn = co_await answer();
  }
}

Task<bool> DemoSession::nextRequest()
{
  m_request.reset();
  if (m_out.capacity() > 65536) std::string().swap(m_out);
  bool counted = false, continued = false;
  std::string early = std::move(m_early);
  m_early.clear();
  for (bool first = true;; first = false) {
    std::string_view bytes = early;
    if (!first || early.empty()) {
      const std::span<char> buffer = m_stream.reactor().readBuffer();
      const int64_t got = co_await m_stream.read(buffer.data(), buffer.size());
      if (got <= 0) co_return false;
      bytes = {buffer.data(), size_t(got)};
    }
    const size_t used = m_request.feed(bytes);
    if (m_request.headDone() && !counted) {
      counted = true;
      m_site.requests.fetch_add(1, std::memory_order_relaxed);
    }
    if (m_request.isDone() || m_request.isBroken()) {
      m_early = bytes.substr(used);
      co_return true;
    }
    if (m_request.headDone() && m_request.expectsContinue() && !continued) {
      continued = true;
      if (co_await m_stream.write("HTTP/1.1 100 Continue\r\n\r\n") < 0) co_return false;
    }
  }
}

Task<bool> DemoSession::answer()
{
  if (m_request.isBroken()) {
    co_await reply(m_request.errorStatus(), plain, "This is not a request the demo target can serve.\n");
    m_stream.shutdownWrites();
    co_return false;
  }
  const std::string_view path = m_request.path();
  if (!headerValue(m_request.head, "upgrade").empty()) {
    MqttSession session(m_stream, m_site.hub);
    const bool isMqtt = co_await session.runOverWebSocket(m_request.head, m_early);
    if (isMqtt) co_return false;
    const bool isUpgrade = co_await echoWebSocket(m_stream, m_request.head, std::move(m_early), m_site.echoes);
    if (isUpgrade) co_return false;
  }
  if (path == "/") co_return co_await reply(200, plain, greeting);
  if (path == "/json") co_return co_await reply(200, json, sampleJson);
  if (path == "/count") co_return co_await reply(200, json, countsAsJson());
  if (path == "/echo") co_return co_await reply(200, "application/octet-stream", m_request.body);
  if (path == "/login") {
    if (m_request.method != "POST") co_return co_await reply(405, json, "{\"error\":\"use POST\"}\n");
    const std::string token = "{\"token\":\"demo-" + std::to_string(m_site.requests.load()) + "\",\"expires_in\":3600}\n";
    co_return co_await reply(200, json, token);
  }
  if (path == "/close" || path == "/reset") {
    ++(path == "/close" ? m_site.closes : m_site.resets);
    if (path == "/reset") m_stream.closeWithReset();
    co_return false;
  }
  if (path == "/stall") co_return co_await stall();
  if (path == "/live.flv") co_return co_await answerFlv();
  if (path.starts_with("/hls/")) co_return co_await answerHls(path.substr(5));
  if (const auto delay = numberAfter(path, "/delay/")) {
    Reactor &reactor = m_stream.reactor();
    co_await m_sleeper.until(reactor.readClock() + int64_t(std::min(*delay, mostDelay)) * oneMs);
    co_return co_await reply(200, plain, greeting);
  }
  if (const auto status = numberAfter(path, "/status/"); status && *status >= 200 && *status <= 599)
    co_return co_await reply(int(*status), plain, std::string(reason(int(*status))) + "\n");
  if (const auto count = numberAfter(path, "/bytes/"); count && *count <= mostBytes) co_return co_await answerBytes(*count);
  co_return co_await reply(404, plain, "The demo target has no such page.\n");
}

/// Never answers; ends when the client gives up.
Task<bool> DemoSession::stall()
{
  ++m_site.stalls;
  for (;;) {
    const std::span<char> buffer = m_stream.reactor().readBuffer();
    if (co_await m_stream.read(buffer.data(), buffer.size()) <= 0) co_return false;
  }
}

/// The live stream from its begin, in time, until the client leaves.
Task<bool> DemoSession::answerFlv()
{
  ++m_site.answers;
  ++m_site.byStatus[2];
  ++m_site.streams;
  m_out = "HTTP/1.1 200 OK\r\nServer: crescendo-demo\r\nContent-Type: video/x-flv\r\nCache-Control: no-store\r\n"
          "Connection: close\r\n\r\n";
  Reactor &reactor = m_stream.reactor();
  const int64_t begin = reactor.readClock();
  LiveFlv stream;
  LiveFlv::begin(m_out);
  while (m_request.method != "HEAD" && !m_cancelled) {
    stream.upTo((reactor.readClock() - begin) / oneMs, m_out);
    if (co_await m_stream.write(m_out) < 0) break;
    m_out.clear();
    co_await m_sleeper.until(begin + stream.nextAt() * oneMs);
  }
  if (m_request.method == "HEAD") co_await m_stream.write(std::string_view(m_out).substr(0, m_out.find("FLV")));
  m_stream.shutdownWrites();
  co_return false;
}

Task<bool> DemoSession::answerHls(std::string_view name)
{
  constexpr std::string_view list = "application/vnd.apple.mpegurl";
  if (name == "master.m3u8") co_return co_await reply(200, list, masterPlaylist());
  if (name == "vod.m3u8") co_return co_await reply(200, list, vodPlaylist());
  const int64_t now = (m_stream.reactor().readClock() - m_site.begin) / oneMs;
  if (name == "live.m3u8") co_return co_await reply(200, list, livePlaylist(now));
  if (name.ends_with(".ts"))
    if (const auto number = numberAfter(name.substr(0, name.size() - 3), ""); number && *number < uint64_t(1) << 32)
      co_return co_await reply(200, "video/mp2t", transportSegment(*number));
  co_return co_await reply(404, plain, "The demo target has no such page.\n");
}

Task<bool> DemoSession::answerBytes(uint64_t count)
{
  writeHead(200, "application/octet-stream", count);
  if (m_request.method == "HEAD") count = 0;
  static const std::string block(65536, 'x');
  const uint64_t first = std::min<uint64_t>(count, 16384); // small bodies go with the head
  m_out.append(block, 0, size_t(first));
  count -= first;
  if (co_await m_stream.write(m_out) < 0) co_return false;
  while (count > 0) {
    const size_t part = size_t(std::min<uint64_t>(count, block.size()));
    if (co_await m_stream.write({block.data(), part}) < 0) co_return false;
    count -= part;
  }
  co_return m_request.keepAlive();
}

Task<bool> DemoSession::reply(int status, std::string_view type, std::string_view body)
{
  const bool bodiless = status == 204 || status == 304;
  writeHead(status, type, body.size());
  if (!bodiless && m_request.method != "HEAD") m_out.append(body);
  if (co_await m_stream.write(m_out) < 0) co_return false;
  co_return m_request.keepAlive() && !m_request.isBroken();
}

void DemoSession::writeHead(int status, std::string_view type, uint64_t length)
{
  ++m_site.answers;
  ++m_site.byStatus[size_t(status / 100)];
  m_out.assign("HTTP/1.1 ").append(std::to_string(status)).append(1, ' ').append(reason(status));
  m_out.append("\r\nServer: crescendo-demo\r\nContent-Type: ").append(type).append("\r\n");
  if (status != 204 && status != 304) m_out.append("Content-Length: ").append(std::to_string(length)).append("\r\n");
  if (status >= 300 && status < 400 && status != 304) m_out.append("Location: /\r\n");
  if (!m_request.keepAlive() || m_request.isBroken()) m_out.append("Connection: close\r\n");
  m_out.append("\r\n");
}

std::string DemoSession::countsAsJson() const
{
  std::string out = "{\"requests\":" + std::to_string(m_site.requests.load());
  const auto add = [&out](std::string_view name, uint64_t value) {
    out.append(",\"").append(name).append("\":").append(std::to_string(value));
  };
  add("answers", m_site.answers);
  add("closed", m_site.closes);
  add("reset", m_site.resets);
  add("stalled", m_site.stalls);
  for (size_t digit = 2; digit < m_site.byStatus.size(); ++digit)
    add(std::to_string(digit) + "xx", m_site.byStatus[digit]);
  add("echoes", m_site.echoes.load());
  add("messages", m_site.hub.messages.load());
  add("streams", m_site.streams);
  return out + "}\n";
}

} // namespace engine
