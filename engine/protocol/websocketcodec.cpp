#include "engine/protocol/websocketcodec.h"

#include <algorithm>
#include <cstring>

namespace engine {

namespace {

void applyMask(char *bytes, size_t size, const uint8_t (&mask)[4], uint64_t offset)
{
  uint8_t turned[4];
  for (size_t i = 0; i < 4; ++i) turned[i] = mask[(offset + i) & 3];
  uint64_t wide;
  std::memcpy(&wide, turned, 4);
  std::memcpy(reinterpret_cast<char *>(&wide) + 4, turned, 4);
  size_t at = 0;
  for (; at + 8 <= size; at += 8) {
    uint64_t block;
    std::memcpy(&block, bytes + at, 8);
    block ^= wide;
    std::memcpy(bytes + at, &block, 8);
  }
  for (; at < size; ++at) bytes[at] = char(uint8_t(bytes[at]) ^ turned[at & 3]);
}

bool isSendableCloseCode(unsigned code)
{
  return (code >= 1000 && code <= 1003) || (code >= 1007 && code <= 1014) || (code >= 3000 && code <= 4999);
}

} // namespace

void appendWebSocketFrame(std::string &out, WebSocketRole role, WebSocketOpcode opcode, std::string_view payload, uint32_t mask,
                          bool isFinal, bool isCompressed)
{
  const bool masked = role == WebSocketRole::Client;
  const uint64_t size = payload.size();
  char header[14];
  size_t length = 2;
  header[0] = char((isFinal ? 0x80 : 0) | (isCompressed ? 0x40 : 0) | int(opcode));
  const int lengthBytes = size < 126 ? 0 : size < 65536 ? 2 : 8;
  header[1] = char((masked ? 0x80 : 0) | (lengthBytes == 0 ? int(size) : lengthBytes == 2 ? 126 : 127));
  for (int shift = 8 * (lengthBytes - 1); shift >= 0; shift -= 8) header[length++] = char(size >> shift & 0xff);
  uint8_t key[4];
  std::memcpy(key, &mask, 4);
  if (masked) {
    std::memcpy(header + length, key, 4);
    length += 4;
  }
  out.append(header, length);
  const size_t at = out.size();
  out += payload;
  if (masked) applyMask(out.data() + at, payload.size(), key, 0);
}

std::string webSocketClosePayload(uint16_t code, std::string_view reason)
{
  std::string payload{char(code >> 8), char(code & 0xff)};
  size_t size = std::min<size_t>(reason.size(), 123);
  while (size < reason.size() && size > 0 && (uint8_t(reason[size]) & 0xc0) == 0x80) --size; // not within a character
  return payload.append(reason.substr(0, size));
}

bool isUtf8(std::string_view text)
{
  const auto *at = reinterpret_cast<const uint8_t *>(text.data());
  const uint8_t *const end = at + text.size();
  while (at < end) {
    uint64_t block[4];
    if (end - at >= 32 && (std::memcpy(block, at, 32), !((block[0] | block[1] | block[2] | block[3]) & 0x8080808080808080u))) {
      at += 32;
      continue;
    }
    if (end - at >= 8 && (std::memcpy(block, at, 8), !(block[0] & 0x8080808080808080u))) {
      at += 8;
      continue;
    }
    const uint8_t first = *at++;
    if (first < 0x80) continue;
    // Number of continuation bytes, and what the first of them may be (Unicode 3.9, table 3-7).
    int more;
    uint8_t low = 0x80, high = 0xbf;
    if (first >= 0xc2 && first <= 0xdf) more = 1;
    else if (first >= 0xe0 && first <= 0xef) more = 2, low = first == 0xe0 ? 0xa0 : 0x80, high = first == 0xed ? 0x9f : 0xbf;
    else if (first >= 0xf0 && first <= 0xf4) more = 3, low = first == 0xf0 ? 0x90 : 0x80, high = first == 0xf4 ? 0x8f : 0xbf;
    else return false;
    for (; more > 0; --more, low = 0x80, high = 0xbf)
      if (at == end || *at < low || *at++ > high) return false;
  }
  return true;
}

void WebSocketReader::reset()
{
  const WebSocketRole role = m_role;
  std::string message = std::move(m_message);
  message.clear();
  if (message.capacity() > 4096) std::string().swap(message);
  *this = WebSocketReader(role);
  m_message = std::move(message);
}

bool WebSocketReader::broken(const char *problem, uint16_t code)
{
  m_problem = problem;
  m_problemCode = code;
  return false;
}

bool WebSocketReader::next(std::string_view &bytes)
{
  if (m_problem) return false;
  if (m_delivered) {
    m_delivered = false;
    if (!m_isControl) {
      m_message.clear();
      if (m_message.capacity() > 65536) std::string().swap(m_message);
    }
    m_control.clear();
  }
  for (;;) {
    if (!m_inPayload && !header(bytes)) return false;
    payloadPiece(bytes);
    if (m_taken < m_length) return false;
    m_inPayload = false;
    m_headerSize = 0;
    ++m_frames;
    if (frameEnded()) {
      m_delivered = true;
      return true;
    }
    if (m_problem) return false;
  }
}

/// Collects the header; true when it is whole and fine.
bool WebSocketReader::header(std::string_view &bytes)
{
  for (;;) {
    size_t needed = 2;
    if (m_headerSize >= 2) {
      const int code = m_header[1] & 0x7f;
      needed += (code == 126 ? 2 : code == 127 ? 8 : 0) + (m_header[1] & 0x80 ? 4 : 0);
    }
    if (m_headerSize == needed) return headerComplete();
    if (bytes.empty()) return false;
    const size_t count = std::min(bytes.size(), needed - m_headerSize);
    std::memcpy(m_header + m_headerSize, bytes.data(), count);
    m_headerSize = uint8_t(m_headerSize + count);
    bytes.remove_prefix(count);
  }
}

bool WebSocketReader::headerComplete()
{
  const uint8_t first = m_header[0], second = m_header[1];
  const int opcode = first & 0x0f;
  const bool masked = second & 0x80, compressed = first & 0x40;
  m_isFinal = first & 0x80;
  m_isControl = opcode >= 8;
  if (first & 0x30) return broken("a frame has reserved bits set");
  if ((opcode > 2 && opcode < 8) || opcode > 10) return broken("a frame has an unknown opcode");
  if (masked != (m_role == WebSocketRole::Server))
    return broken(masked ? "a frame of the server is masked" : "a frame of the client is not masked");
  m_opcode = WebSocketOpcode(opcode);

  m_length = second & 0x7f;
  size_t at = 2;
  if (m_length == 126) {
    m_length = uint64_t(m_header[2]) << 8 | m_header[3];
    if (m_length < 126) return broken("the length of a frame is written longer than need be");
    at = 4;
  } else if (m_length == 127) {
    m_length = 0;
    for (size_t i = 2; i < 10; ++i) m_length = m_length << 8 | m_header[i];
    if (m_length >> 63) return broken("the length of a frame has its highest bit set");
    if (m_length < 65536) return broken("the length of a frame is written longer than need be");
    at = 10;
  }
  if (masked) std::memcpy(m_mask, m_header + at, 4);

  if (m_isControl) {
    if (!m_isFinal) return broken("a control frame is fragmented");
    if (m_length > 125) return broken("a control frame is longer than 125 bytes");
    if (compressed) return broken("a control frame is marked as compressed");
    m_control.clear();
  } else if (m_opcode == WebSocketOpcode::Continuation) {
    if (!m_inMessage) return broken("a continuation frame without a beginning");
    if (compressed) return broken("a continuation frame is marked as compressed");
  } else {
    if (m_inMessage) return broken("a new message begins within another one");
    if (compressed && !m_inflater) return broken("a compressed frame although no compression was agreed on");
    m_inMessage = true;
    m_messageIsText = m_opcode == WebSocketOpcode::Text;
    m_messageIsCompressed = compressed;
    m_message.clear();
  }
  if (!m_isControl && m_length > mostBytes - m_message.size()) return broken("a message is larger than 16 MB", 1009);
  m_inPayload = true;
  m_taken = 0;
  return true;
}

void WebSocketReader::payloadPiece(std::string_view &bytes)
{
  const size_t count = size_t(std::min<uint64_t>(bytes.size(), m_length - m_taken));
  std::string &target = m_isControl ? m_control : m_message;
  const size_t at = target.size();
  target.append(bytes.substr(0, count));
  if (m_role == WebSocketRole::Server) applyMask(target.data() + at, count, m_mask, m_taken);
  m_taken += count;
  bytes.remove_prefix(count);
}

bool WebSocketReader::frameEnded()
{
  if (m_isControl) return controlEnded();
  if (!m_isFinal) return false;
  return messageEnded();
}

bool WebSocketReader::controlEnded()
{
  if (m_opcode == WebSocketOpcode::Ping) m_kind = Ping;
  else if (m_opcode == WebSocketOpcode::Pong) m_kind = Pong;
  else {
    m_kind = Close;
    m_closeCode = 1005;
    if (m_control.size() == 1) return broken("a close frame with half a code");
    if (m_control.size() >= 2) {
      m_closeCode = uint16_t(uint8_t(m_control[0]) << 8 | uint8_t(m_control[1]));
      if (!isSendableCloseCode(m_closeCode)) return broken("a close frame with a code that may not be sent");
      if (!isUtf8(std::string_view(m_control).substr(2))) return broken("the reason of a close frame is not UTF-8", 1007);
    }
  }
  return true;
}

bool WebSocketReader::messageEnded()
{
  m_inMessage = false;
  if (m_messageIsCompressed) {
    if (const char *wrong = m_inflater->unpack(m_message, mostBytes))
      return broken(wrong, m_inflater->wasTooLarge() ? 1009 : 1007);
  }
  if (m_messageIsText && !isUtf8(m_message)) return broken("a text message is not UTF-8", 1007);
  m_kind = m_messageIsText ? Text : Binary;
  return true;
}

} // namespace engine
