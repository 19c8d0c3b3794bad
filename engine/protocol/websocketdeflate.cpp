#include "engine/protocol/websocketdeflate.h"

#include "engine/protocol/http1framing.h"
#include "engine/protocol/websocketcodec.h"

#include <algorithm>
#include <charconv>
#include <utility>
#include <zlib.h>

namespace engine {

namespace {

constexpr std::string_view extensionName = "permessage-deflate";

std::string_view trimmed(std::string_view text)
{
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

/// Takes up to `separator` from the front.
std::string_view taken(std::string_view &rest, char separator)
{
  const size_t at = rest.find(separator);
  const std::string_view part = trimmed(rest.substr(0, at));
  rest = at == rest.npos ? std::string_view() : rest.substr(at + 1);
  return part;
}

/// 8 to 15; nothing when the text is no such number.
std::optional<int> windowBits(std::string_view text)
{
  if (text.size() >= 2 && text.front() == '"' && text.back() == '"') text = text.substr(1, text.size() - 2);
  int bits = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), bits);
  if (error != std::errc() || end != text.data() + text.size() || bits < 8 || bits > 15) return {};
  return bits;
}

/// Parameters of one extension: each at most once, known, with a value where one belongs.
struct Parameters
{
  bool isValid = true, noServerTakeover = false, noClientTakeover = false;
  std::optional<int> serverBits, clientBits;
  bool clientBitsWithoutValue = false;

  explicit Parameters(std::string_view rest)
  {
    while (!rest.empty()) {
      std::string_view value = taken(rest, ';');
      const bool hasValue = value.find('=') != value.npos;
      const std::string_view name = taken(value, '=');
      const auto once = [&](bool &flag) { isValid = isValid && !hasValue && !std::exchange(flag, true); };
      const auto bits = [&](std::optional<int> &place) {
        const std::optional<int> number = windowBits(value);
        isValid = isValid && number && !place;
        place = number;
      };
      if (name == "server_no_context_takeover") once(noServerTakeover);
      else if (name == "client_no_context_takeover") once(noClientTakeover);
      else if (name == "server_max_window_bits") bits(serverBits);
      else if (name == "client_max_window_bits" && !hasValue) clientBitsWithoutValue = true;
      else if (name == "client_max_window_bits") bits(clientBits);
      else isValid = false;
    }
  }
};

constexpr std::string_view blockEnd("\x00\x00\xff\xff", 4); // what a sender leaves away

} // namespace

std::string_view DeflateTerms::offer() { return "permessage-deflate; client_max_window_bits"; }

std::optional<DeflateTerms> DeflateTerms::fromAnswer(std::string_view header)
{
  if (header.find(',') != header.npos) return {}; // more than was asked for
  std::string_view rest = header;
  if (taken(rest, ';') != extensionName) return {};
  const Parameters parameters(rest);
  if (!parameters.isValid || parameters.clientBitsWithoutValue) return {};
  if (parameters.clientBits == 8) return {}; // zlib cannot send with so small a window
  DeflateTerms terms;
  terms.serverTakesOver = !parameters.noServerTakeover;
  terms.clientTakesOver = !parameters.noClientTakeover;
  terms.serverWindow = std::max(parameters.serverBits.value_or(15), 9); // inflating with a larger one does no harm
  terms.clientWindow = parameters.clientBits.value_or(15);
  return terms;
}

std::optional<DeflateTerms> DeflateTerms::fromOffer(std::string_view header, std::string &answer)
{
  while (!header.empty()) {
    std::string_view rest = taken(header, ',');
    if (taken(rest, ';') != extensionName) continue;
    const Parameters parameters(rest);
    if (!parameters.isValid || parameters.serverBits == 8) continue;
    DeflateTerms terms;
    answer = extensionName;
    if (parameters.noServerTakeover) terms.serverTakesOver = false, answer += "; server_no_context_takeover";
    if (parameters.noClientTakeover) terms.clientTakesOver = false, answer += "; client_no_context_takeover";
    if (parameters.serverBits) {
      terms.serverWindow = *parameters.serverBits;
      answer.append("; server_max_window_bits=").append(std::to_string(terms.serverWindow));
    }
    return terms;
  }
  return {};
}

struct WebSocketInflater::State
{
  z_stream stream{};
  bool isReady = false, takesOver = true;
};

WebSocketInflater::WebSocketInflater(WebSocketRole reader, const DeflateTerms &terms) : m_state(std::make_unique<State>())
{
  const bool fromServer = reader == WebSocketRole::Client;
  m_state->takesOver = fromServer ? terms.serverTakesOver : terms.clientTakesOver;
  m_state->isReady = inflateInit2(&m_state->stream, -(fromServer ? terms.serverWindow : terms.clientWindow)) == Z_OK;
}

WebSocketInflater::~WebSocketInflater()
{
  if (m_state->isReady) inflateEnd(&m_state->stream);
}

const char *WebSocketInflater::unpack(std::string &message, uint64_t limit)
{
  if (!m_state->isReady) return "there is no memory to unpack a message";
  z_stream &stream = m_state->stream;
  message += blockEnd;
  std::string unpacked;
  char buffer[16384];
  stream.next_in = reinterpret_cast<Bytef *>(message.data());
  stream.avail_in = uInt(message.size());
  m_tooLarge = false;
  for (;;) {
    stream.next_out = reinterpret_cast<Bytef *>(buffer);
    stream.avail_out = sizeof buffer;
    const int code = inflate(&stream, Z_SYNC_FLUSH);
    const size_t got = sizeof buffer - stream.avail_out;
    m_tooLarge = got > limit - unpacked.size();
    if (m_tooLarge) return "a message is larger than 16 MB when unpacked";
    unpacked.append(buffer, got);
    if (code == Z_STREAM_END) { // a final block is allowed, and the window outlives it
      if (inflateResetKeep(&stream) != Z_OK) return "a compressed message cannot be unpacked";
      if (stream.avail_in <= blockEnd.size()) break;
      continue;
    }
    if (code == Z_BUF_ERROR || (code == Z_OK && stream.avail_in == 0 && stream.avail_out > 0)) break;
    if (code != Z_OK) return "a compressed message cannot be unpacked";
  }
  if (!m_state->takesOver) inflateReset(&stream);
  message.swap(unpacked);
  return nullptr;
}

struct WebSocketDeflater::State
{
  z_stream stream{};
  bool isReady = false, takesOver = true;
};

WebSocketDeflater::WebSocketDeflater(WebSocketRole writer, const DeflateTerms &terms) : m_state(std::make_unique<State>())
{
  const bool asServer = writer == WebSocketRole::Server;
  m_state->takesOver = asServer ? terms.serverTakesOver : terms.clientTakesOver;
  const int window = asServer ? terms.serverWindow : terms.clientWindow;
  // Memory level 5 takes a fifth of zlib's usual 256 KB: thousands of users have one each.
  m_state->isReady = deflateInit2(&m_state->stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, -window, 5, Z_DEFAULT_STRATEGY) == Z_OK;
}

WebSocketDeflater::~WebSocketDeflater()
{
  if (m_state->isReady) deflateEnd(&m_state->stream);
}

std::string WebSocketDeflater::pack(std::string_view message)
{
  std::string packed;
  if (!m_state->isReady) return packed;
  z_stream &stream = m_state->stream;
  stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(message.data())); // only read from
  stream.avail_in = uInt(message.size());
  char buffer[16384];
  do {
    stream.next_out = reinterpret_cast<Bytef *>(buffer);
    stream.avail_out = sizeof buffer;
    deflate(&stream, Z_SYNC_FLUSH);
    packed.append(buffer, sizeof buffer - stream.avail_out);
  } while (stream.avail_out == 0);
  if (packed.ends_with(blockEnd)) packed.resize(packed.size() - blockEnd.size());
  if (packed.empty()) packed.assign(1, '\0'); // an empty message (RFC 7692 7.2.3.6)
  if (!m_state->takesOver) deflateReset(&stream);
  return packed;
}

} // namespace engine
