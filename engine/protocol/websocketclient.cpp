#include "engine/protocol/websocketclient.h"

#include <algorithm>
#include <cerrno>
#include <utility>

namespace engine {

WebSocketClient::WebSocketClient(Network &network)
  : m_connection(network), m_random(uint64_t(nowNs()) ^ uint64_t(reinterpret_cast<uintptr_t>(this)) << 20)
{
}

WebSocketClient::~WebSocketClient() { stopWatching(); }

/// Masks and keys need to differ, not to be secret: nobody attacks the proxies of a test through its own requests.
uint64_t WebSocketClient::random()
{
  uint64_t z = m_random += 0x9e3779b97f4a7c15;
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
  z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
  return z ^ (z >> 31);
}

void WebSocketClient::close()
{
  stopWatching();
  m_connection.close();
}

void WebSocketClient::forgetAnswer()
{
  if (m_answer.capacity() > 4096) std::string().swap(m_answer);
  else m_answer.clear();
}

/// Reads on while no operation does.
BackgroundTask WebSocketClient::watch()
{
  Stream &stream = m_connection.stream();
  while (!isFull()) {
    const std::span<char> buffer = m_connection.reactor().readBuffer();
    const int64_t got = co_await stream.read(buffer.data(), buffer.size());
    if (got > 0) absorb({buffer.data(), size_t(got)});
    else m_lost = got == 0 ? "The server closed it without a closing handshake." : "It broke: " + errorText(int(got)) + ".";
    if (!m_out.empty() && got > 0) {
      m_flushing = true;
      const int64_t sent = co_await stream.write(m_out);
      m_flushing = false;
      m_out.clear();
      if (sent <= 0 && m_lost.empty()) m_lost = "It broke: " + errorText(int(sent)) + ".";
    }
    if (m_closed && m_lost.empty()) m_lost = m_reader.isBroken() ? "The server broke the protocol: " + m_problem + "." : m_problem;
    if (!m_lost.empty()) {
      stream.close();
      co_return;
    }
  }
}

void WebSocketClient::stopWatching()
{
  m_connection.stream().listenIdle(nullptr);
  if (m_watch.isWaiting()) m_connection.stream().forgetWaiters();
  m_watch.end();
  if (!std::exchange(m_flushing, false)) return;
  m_connection.close();
  m_lost = "The server has read nothing for so long that its pings could not be answered.";
}

void WebSocketClient::say(WebSocketOpcode opcode, std::string_view payload)
{
  appendWebSocketFrame(m_out, WebSocketRole::Client, opcode, payload, uint32_t(random()));
}

/// Files messages, queues the answers to control frames; m_closed when the conversation is over, m_problem why.
void WebSocketClient::absorb(std::string_view bytes)
{
  while (!m_closed && m_reader.next(bytes)) {
    const std::string_view payload = m_reader.payload();
    switch (m_reader.kind()) {
    case WebSocketReader::Text: case WebSocketReader::Binary: keepMessage(); break;
    case WebSocketReader::Ping:
      ++m_pings;
      // Only the latest pong need be sent (RFC 6455 5.5.3), so pings in thousands cost no memory.
      m_out.clear();
      say(WebSocketOpcode::Pong, payload);
      break;
    case WebSocketReader::Pong: break;
    case WebSocketReader::Close:
      m_closed = true;
      m_problem = "The server closed the WebSocket connection (" + std::to_string(m_reader.closeCode());
      if (payload.size() > 2) m_problem.append(": ").append(payload.substr(2));
      m_problem += ").";
      if (!std::exchange(m_saidClose, true)) say(WebSocketOpcode::Close, payload.substr(0, 2));
      break;
    }
  }
  if (m_reader.isBroken()) {
    m_closed = true;
    m_problem = m_reader.problem();
    if (!std::exchange(m_saidClose, true)) say(WebSocketOpcode::Close, webSocketClosePayload(m_reader.problemCode(), {}));
  }
}

/// The answer goes from the reader to where it stays, without memory of its own; what nobody awaits yet is filed.
void WebSocketClient::keepMessage()
{
  const bool isBinary = m_reader.kind() == WebSocketReader::Binary;
  if (std::exchange(m_awaits, false)) {
    m_reader.swapMessage(m_answer);
    m_answerIsBinary = isBinary;
    return;
  }
  m_waitingBytes += m_reader.payload().size();
  m_inbox.push_back({std::string(m_reader.payload()), isBinary});
}

Task<ExchangeResult> WebSocketClient::run(const WebSocketExchange &exchange)
{
  using Method = WebSocketExchange;
  stopWatching();
  m_problem.clear();
  m_awaits = false;
  forgetAnswer();
  if (exchange.method == Method::Connect) m_connection.close();
  m_connection.begin(exchange.connectTimeout, exchange.responseTimeout);

  int64_t status = 1;
  const bool isOpen = exchange.method == Method::Connect || m_connection.isOpen();
  if (exchange.method == Method::Connect) {
    status = co_await connect(exchange);
  } else if (!isOpen && !(exchange.method == Method::ReadOnly && !m_inbox.empty())) { // what came before the end counts
    status = NotConnected;
    m_problem = notOpen(exchange);
  }
  const bool reads = exchange.method == Method::ReadWrite || exchange.method == Method::ReadOnly;
  if (status > 0 && (exchange.method == Method::ReadWrite || exchange.method == Method::WriteOnly)) {
    if (exchange.method == Method::ReadWrite) m_inbox.clear(), m_waitingBytes = 0;
    sayMessage(exchange);
    status = co_await m_connection.write(m_out);
    forgetOut();
  }
  if (status > 0 && reads) status = co_await takeMessage(exchange.responseTimeout);
  if (status > 0 && exchange.method == Method::Disconnect) status = co_await disconnect();

  // The other side said close: that is the reason, whatever the socket says now.
  if (status <= 0 && isOpen && m_reader.isBroken()) status = ProtocolBroken;
  else if (status <= 0 && isOpen && m_closed && status != TurnedDown) status = NotConnected;
  const bool serverClosed = isOpen && status == NotConnected && m_closed;
  ExchangeResult result = m_connection.finish(status, m_problem);
  if (serverClosed) result.sample.side = Side::Server;
  if (m_closed && m_connection.isOpen()) { // it was done, but nothing more can be
    m_lost = m_reader.isBroken() ? "The server broke the protocol: " + m_problem + "." : m_problem;
    m_connection.close();
  }
  if (m_connection.isOpen() && m_connection.stream().listenIdle(this)) m_watch = watch();
  co_return std::move(result);
}

std::string WebSocketClient::notOpen(const WebSocketExchange &exchange) const
{
  const std::string where = exchange.endpoint.text();
  if (!m_lost.empty()) return "The WebSocket connection to " + where + " is gone. " + m_lost;
  return "No WebSocket connection to " + where + " is open; a Connect must succeed first.";
}

Task<int64_t> WebSocketClient::connect(const WebSocketExchange &exchange)
{
  m_reader.reset();
  m_deflater.reset();
  m_inbox.clear();
  m_waitingBytes = 0;
  m_out.clear();
  m_lost.clear();
  m_closed = m_saidClose = false;
  m_upgradeHead.clear();
  int64_t status = co_await m_connection.open(exchange.endpoint, exchange.endpoint.tls ? "\x08http/1.1" : "");
  if (status <= 0) co_return status;

  const uint64_t bytes[2] = {random(), random()};
  UpgradeOutcome outcome;
  status = co_await upgradeToWebSocket(m_connection, exchange.target, exchange.headers, exchange.offersDeflate, bytes, outcome);
  m_upgradeHead = std::move(outcome.head);
  m_problem = std::move(outcome.problem);
  if (status <= 0) co_return status;
  if (outcome.deflate) {
    m_reader.useDeflate(*outcome.deflate);
    m_deflater = std::make_unique<WebSocketDeflater>(WebSocketRole::Client, *outcome.deflate);
  }
  absorb(outcome.early); // a server may speak at once
  if (m_closed) co_return NotConnected;
  co_return co_await flush();
}

/// Appends the frames of a message to what is to be sent.
void WebSocketClient::sayMessage(const WebSocketExchange &exchange)
{
  const WebSocketOpcode opcode = exchange.isBinary ? WebSocketOpcode::Binary : WebSocketOpcode::Text;
  std::string packed;
  std::string_view rest = exchange.payload;
  const bool isCompressed = m_deflater != nullptr;
  if (isCompressed) rest = packed = m_deflater->pack(exchange.payload);
  const size_t size = exchange.fragmentSize ? exchange.fragmentSize : std::max<size_t>(rest.size(), 1);
  for (bool first = true; first || !rest.empty(); first = false) {
    const std::string_view part = rest.substr(0, size);
    rest.remove_prefix(part.size());
    appendWebSocketFrame(m_out, WebSocketRole::Client, first ? opcode : WebSocketOpcode::Continuation, part, uint32_t(random()),
                         rest.empty(), first && isCompressed);
  }
}

void WebSocketClient::forgetOut()
{
  m_out.clear();
  if (m_out.capacity() > 4096) std::string().swap(m_out);
}

Task<int64_t> WebSocketClient::flush()
{
  if (m_out.empty()) co_return 1;
  const int64_t status = co_await m_connection.write(m_out);
  forgetOut();
  co_return status;
}

/// Takes what arrives next and answers pings. > 0, or why there is nothing more.
Task<int64_t> WebSocketClient::readOnce()
{
  const Received got = co_await m_connection.read();
  if (got.status <= 0) co_return got.status;
  absorb(got.bytes);
  if (m_out.empty()) co_return 1;
  const int64_t sent = co_await flush();
  co_return sent <= 0 && !m_closed ? sent : 1;
}

Task<int64_t> WebSocketClient::takeMessage(int64_t responseTimeout)
{
  if (m_inbox.empty()) {
    m_connection.expectAnswer();
    const int64_t deadline = m_connection.reactor().now() + responseTimeout;
    m_awaits = true;
    while (m_awaits && !m_closed) {
      const int64_t status = co_await readOnce();
      if (status <= 0) co_return status;
      // Pings are no answer, however many come.
      if (!m_reader.isWithinMessage()) m_connection.stream().setDeadline(deadline);
    }
    co_return m_awaits ? int64_t(NotConnected) : 1;
  }
  m_answer = std::move(m_inbox.front().text);
  m_answerIsBinary = m_inbox.front().isBinary;
  m_waitingBytes -= m_answer.size();
  m_inbox.erase(m_inbox.begin());
  co_return 1;
}

Task<int64_t> WebSocketClient::disconnect()
{
  m_out.clear();
  m_saidClose = true;
  say(WebSocketOpcode::Close, webSocketClosePayload(1000, {}));
  const std::string out = std::exchange(m_out, {});
  int64_t status = co_await m_connection.write(out);
  m_connection.expectAnswer();
  while (status > 0 && !m_closed) {
    status = co_await readOnce();
    m_inbox.clear();
    m_waitingBytes = 0;
  }
  // Gone without a word, after we asked for it, is gone all the same.
  const bool gone = m_closed ? !m_reader.isBroken() : status == 0 || status == -ECONNRESET || status == -EPIPE;
  if (!gone) co_return status > 0 ? int64_t(ProtocolBroken) : status;
  m_closed = false;
  m_connection.stream().close();
  co_return 1;
}

} // namespace engine
