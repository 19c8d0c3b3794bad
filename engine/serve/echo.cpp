#include "engine/serve/echo.h"

#include "engine/protocol/websocketcodec.h"
#include "engine/protocol/websockethandshake.h"

#include <cerrno>
#include <optional>
#include <utility>

namespace engine {

Task<> echoBytes(Stream &stream, std::string early, std::atomic<uint64_t> &exchanges)
{
  std::string bytes = std::move(early);
  for (;;) {
    if (!bytes.empty()) {
      exchanges.fetch_add(1, std::memory_order_relaxed);
      if (co_await stream.write(bytes) < 0) co_return;
    }
    const std::span<char> buffer = stream.reactor().readBuffer();
    const int64_t got = co_await stream.read(buffer.data(), buffer.size());
    if (got <= 0) co_return;
    bytes.assign(buffer.data(), size_t(got));
  }
}

Task<bool> echoWebSocket(Stream &stream, std::string head, std::string early, std::atomic<uint64_t> &exchanges)
{
  std::optional<DeflateTerms> terms;
  std::string out = acceptUpgrade(head, terms);
  if (out.empty()) co_return false;
  WebSocketReader reader(WebSocketRole::Server);
  std::optional<WebSocketDeflater> deflater;
  if (terms) {
    reader.useDeflate(*terms);
    deflater.emplace(WebSocketRole::Server, *terms);
  }
  bool isOver = false;
  for (std::string_view bytes = early;;) {
    while (!isOver && reader.next(bytes)) {
      WebSocketOpcode opcode = WebSocketOpcode::Pong;
      switch (reader.kind()) {
      case WebSocketReader::Text: opcode = WebSocketOpcode::Text; break;
      case WebSocketReader::Binary: opcode = WebSocketOpcode::Binary; break;
      case WebSocketReader::Ping: break;
      case WebSocketReader::Pong: continue;
      case WebSocketReader::Close:
        opcode = WebSocketOpcode::Close;
        isOver = true;
      }
      const bool isMessage = opcode == WebSocketOpcode::Text || opcode == WebSocketOpcode::Binary;
      if (isMessage) exchanges.fetch_add(1, std::memory_order_relaxed);
      const bool packs = isMessage && deflater.has_value();
      const std::string packed = packs ? deflater->pack(reader.payload()) : std::string();
      const std::string_view payload = packs ? std::string_view(packed) : reader.payload();
      appendWebSocketFrame(out, WebSocketRole::Server, opcode, opcode == WebSocketOpcode::Close ? payload.substr(0, 2) : payload, 0,
                           true, packs);
      if (out.size() > 1 << 20 && co_await stream.write(std::exchange(out, {})) < 0) co_return true;
    }
    if (reader.isBroken()) {
      isOver = true;
      appendWebSocketFrame(out, WebSocketRole::Server, WebSocketOpcode::Close,
                           webSocketClosePayload(reader.problemCode(), reader.problem()), 0);
    }
    if (!out.empty()) {
      const int64_t sent = co_await stream.write(out);
      if (sent < 0) co_return true;
      out.clear();
    }
    if (isOver) break;
    const std::span<char> buffer = stream.reactor().readBuffer();
    const int64_t got = co_await stream.read(buffer.data(), buffer.size());
    if (got <= 0) co_return true;
    bytes = {buffer.data(), size_t(got)};
  }
  stream.shutdownWrites();
  co_return true;
}

int UdpEcho::start(const Address &address)
{
  const int error = m_socket.bind(address);
  if (error <= 0) return error;
  m_serving = serve();
  return 0;
}

void UdpEcho::stop()
{
  m_serving.end();
  m_socket.forgetWaiter();
  m_socket.close();
}

BackgroundTask UdpEcho::serve()
{
  for (;;) {
    const std::span<char> buffer = m_socket.reactor().readBuffer();
    const int64_t got = co_await m_socket.receive(buffer.data(), buffer.size());
    if (got == IoCancelled || got == -ENOTCONN) co_return;
    if (got < 0) continue; // the refusal of an answer sent before; it is taken by being read
    m_exchanges.fetch_add(1, std::memory_order_relaxed);
    m_socket.sendTo(m_socket.from(), {buffer.data(), size_t(got)});
  }
}

} // namespace engine
