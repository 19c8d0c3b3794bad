#include "engine/protocol/websocketupgrade.h"

namespace engine {

namespace {

/// As in a Host header: without the usual port.
std::string authorityOf(const Endpoint &endpoint)
{
  std::string text = endpoint.text();
  if (endpoint.port == (endpoint.tls ? 443 : 80)) text.resize(text.rfind(':'));
  return text;
}

int64_t judge(Connection &connection, const HttpReply &reply, const WebSocketUpgrade &asked, UpgradeOutcome &outcome)
{
  const UpgradeAnswer answer = readUpgradeAnswer(reply, asked);
  outcome.status = reply.status;
  outcome.head = reply.head;
  outcome.problem = answer.problem;
  outcome.deflate = answer.deflate;
  connection.noteStatus(reply.status);
  if (answer.problem.empty()) return 1;
  if (!answer.isTurnedDown) return ProtocolBroken;
  outcome.problem = connection.endpoint().text() + " turned the WebSocket upgrade down: " + answer.problem + ".";
  return TurnedDown;
}

} // namespace

Task<int64_t> upgradeToWebSocket(Connection &connection, std::string_view target, std::string_view headers, bool offersDeflate,
                                 const uint64_t (&random)[2], UpgradeOutcome &outcome)
{
  const std::string key = webSocketKey(random), authority = authorityOf(connection.endpoint());
  WebSocketUpgrade upgrade;
  upgrade.authority = authority;
  upgrade.target = target;
  upgrade.headers = headers;
  upgrade.key = key;
  upgrade.offersDeflate = offersDeflate;
  const std::string request = upgrade.request();
  const int64_t sent = co_await connection.write(request);
  if (sent <= 0) co_return sent;

  HttpReply reply;
  Http1Parser parser;
  parser.reset(reply, false, true, false);
  connection.expectAnswer();
  while (!parser.isDone()) {
    const std::span<char> buffer = connection.reactor().readBuffer();
    const int64_t got = co_await connection.stream().read(buffer.data(), buffer.size());
    if (got > 0) {
      connection.noteReceived(uint64_t(got));
      const std::string_view bytes(buffer.data(), size_t(got));
      const size_t used = parser.feed(bytes);
      if (parser.isDone()) outcome.early = bytes.substr(used);
    } else if (got == 0 && connection.hasReceived()) {
      parser.end(); // an answer may run until the connection is closed
    } else {
      co_return got;
    }
    if (!parser.isBroken()) continue;
    outcome.problem = parser.problem();
    co_return ProtocolBroken;
  }
  co_return judge(connection, reply, upgrade, outcome);
}

} // namespace engine
