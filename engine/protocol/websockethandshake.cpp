#include "engine/protocol/websockethandshake.h"

#include <algorithm>
#include <openssl/evp.h>

namespace engine {

namespace {

std::string base64(const unsigned char *bytes, int size)
{
  std::string text(size_t(4 * ((size + 2) / 3)) + 1, '\0'); // EVP_EncodeBlock ends it with a zero
  text.resize(size_t(EVP_EncodeBlock(reinterpret_cast<unsigned char *>(text.data()), bytes, size)));
  return text;
}

/// True when `token` is in the comma-separated list.
bool lists(std::string_view list, std::string_view token)
{
  while (!list.empty()) {
    const size_t comma = list.find(',');
    std::string_view part = list.substr(0, comma);
    while (!part.empty() && (part.front() == ' ' || part.front() == '\t')) part.remove_prefix(1);
    while (!part.empty() && (part.back() == ' ' || part.back() == '\t')) part.remove_suffix(1);
    if (equalsIgnoringCase(part, token)) return true;
    list = comma == list.npos ? std::string_view() : list.substr(comma + 1);
  }
  return false;
}

} // namespace

std::string webSocketAccept(std::string_view key)
{
  const std::string text = std::string(key) + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
  unsigned char digest[EVP_MAX_MD_SIZE];
  unsigned size = 0;
  EVP_Digest(text.data(), text.size(), digest, &size, EVP_sha1(), nullptr);
  return base64(digest, int(size));
}

std::string webSocketKey(const uint64_t (&random)[2])
{
  return base64(reinterpret_cast<const unsigned char *>(random), sizeof random);
}

std::string WebSocketUpgrade::request() const
{
  std::string text("GET ");
  if (!target.starts_with('/')) text += '/';
  text.append(target).append(" HTTP/1.1\r\n");
  if (headerValue(headers, "host").empty()) text.append("Host: ").append(authority).append("\r\n");
  text.append("Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ").append(key);
  text += "\r\n";
  if (offersDeflate) text.append("Sec-WebSocket-Extensions: ").append(DeflateTerms::offer()).append("\r\n");
  return text.append(headers).append("\r\n");
}

UpgradeAnswer readUpgradeAnswer(const HttpReply &reply, const WebSocketUpgrade &asked)
{
  UpgradeAnswer answer;
  const std::string_view head = reply.head;
  const std::string_view protocol = headerValue(head, "sec-websocket-protocol");
  const std::string_view extensions = headerValue(head, "sec-websocket-extensions");
  if (reply.status != 101) {
    answer.isTurnedDown = true;
    answer.problem = "HTTP status " + std::to_string(reply.status);
  } else if (!lists(headerValue(head, "upgrade"), "websocket") || !lists(headerValue(head, "connection"), "upgrade")) {
    answer.problem = "it does not upgrade to WebSocket";
  } else if (headerValue(head, "sec-websocket-accept") != webSocketAccept(asked.key)) {
    answer.problem = "its Sec-WebSocket-Accept does not fit the key";
  } else if (!protocol.empty() && !lists(headerValue(asked.headers, "sec-websocket-protocol"), protocol)) {
    answer.problem = "it chose a subprotocol that was not offered";
  } else if (!extensions.empty()) {
    if (asked.offersDeflate) answer.deflate = DeflateTerms::fromAnswer(extensions);
    if (!answer.deflate) answer.problem = "it uses an extension that was not offered";
  }
  return answer;
}

std::string acceptUpgrade(std::string_view head, std::optional<DeflateTerms> &deflate, std::string_view subprotocol)
{
  const std::string_view key = headerValue(head, "sec-websocket-key");
  const bool asksFor = head.starts_with("GET ") && lists(headerValue(head, "upgrade"), "websocket")
      && lists(headerValue(head, "connection"), "upgrade") && headerValue(head, "sec-websocket-version") == "13";
  if (!asksFor || key.size() != 24) return {};
  std::string text = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: "
      + webSocketAccept(key) + "\r\n";
  std::string extensions;
  deflate = DeflateTerms::fromOffer(headerValue(head, "sec-websocket-extensions"), extensions);
  if (deflate) text += "Sec-WebSocket-Extensions: " + extensions + "\r\n";
  if (!subprotocol.empty()) text.append("Sec-WebSocket-Protocol: ").append(subprotocol).append("\r\n");
  return text + "\r\n";
}

std::string_view offeredSubprotocol(std::string_view head, std::initializer_list<std::string_view> known)
{
  const std::string_view offered = headerValue(head, "sec-websocket-protocol");
  const auto found = std::ranges::find_if(known, [&](std::string_view each) { return lists(offered, each); });
  return found == known.end() ? std::string_view() : *found;
}

} // namespace engine
