#include "engine/protocol/rtmpcodec.h"

#include "engine/protocol/carry.h"

#include <algorithm>

namespace engine {

namespace {

constexpr size_t packetSize = 1536; ///< C1, C2, S1, S2
constexpr uint32_t wholeTime = 0xffffff; ///< in place of a time that does not fit: it follows in four bytes
constexpr uint32_t mostChunk = 0x7fffffff;
constexpr size_t looked = 8; ///< bytes of audio and video that tell what they are
constexpr size_t headerSizes[] = {11, 7, 3, 0};

void appendNumber(std::string &out, uint32_t value, int bytes)
{
  for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8) out += char(value >> shift & 0xff);
}

bool isKept(RtmpType type) { return type != RtmpType::Audio && type != RtmpType::Video; }

} // namespace

// ---- handshake

std::string RtmpHandshake::begin(uint64_t seed)
{
  std::string out(1, '\x03');
  out.reserve(1 + packetSize);
  appendNumber(out, 0, 4); // time
  appendNumber(out, 0, 4); // a version of 0 asks for the plain handshake
  while (out.size() < 1 + packetSize) {
    seed = seed * 6364136223846793005u + 1442695040888963407u;
    out += char(seed >> 56);
  }
  return out;
}

bool RtmpHandshake::feed(std::string_view &bytes)
{
  if (m_problem || bytes.empty()) return false;
  if (m_taken == 0) {
    if (bytes[0] != '\x03') m_problem = "it does not begin with version 3 of RTMP";
    if (m_problem) return false;
    bytes.remove_prefix(1);
    m_taken = 1;
  }
  if (m_taken < 1 + packetSize) {
    const size_t count = std::min(bytes.size(), 1 + packetSize - m_taken);
    m_answer += bytes.substr(0, count); // C2 is S1
    bytes.remove_prefix(count);
    m_taken += count;
  }
  // S2 should echo C1; servers differ in what they really send.
  const size_t count = std::min(bytes.size(), 1 + 2 * packetSize - m_taken);
  bytes.remove_prefix(count);
  m_taken += count;
  return m_taken == 1 + 2 * packetSize;
}

// ---- reading

bool RtmpReader::broken(const char *why)
{
  if (!m_problem) m_problem = why;
  return false;
}

bool RtmpReader::next(std::string_view &bytes)
{
  if (m_problem) return false;
  if (!m_aggregate.empty() && nextOfAggregate()) return true;
  while (!m_problem) {
    switch (m_state) {
    case Basic: {
      if (m_carry.empty() && !fillUp(m_carry, bytes, 1)) return false;
      const int low = m_carry[0] & 0x3f;
      if (!fillUp(m_carry, bytes, low == 0 ? 2 : low == 1 ? 3 : 1)) return false;
      if (!basicHeader()) return false;
      break;
    }
    case Header:
      if (!fillUp(m_carry, bytes, headerSizes[m_format])) return false;
      if (!messageHeader()) return false;
      break;
    case Extended:
      if (!fillUp(m_carry, bytes, 4)) return false;
      m_headerField = bigEndian(m_carry);
      m_carry.clear();
      if (!beginMessage()) return false;
      break;
    case Payload:
      if (!payload(bytes)) return false;
      if (complete()) return true;
      break;
    }
  }
  return false;
}

bool RtmpReader::basicHeader()
{
  const uint8_t first = uint8_t(m_carry[0]);
  uint32_t id = first & 0x3f;
  if (id == 0) id = 64 + uint8_t(m_carry[1]);
  else if (id == 1) id = 64 + uint8_t(m_carry[1]) + uint32_t(uint8_t(m_carry[2])) * 256;
  m_carry.clear();
  m_format = first >> 6;
  const auto found = std::ranges::find(m_channels, id, &Channel::id);
  m_channel = size_t(found - m_channels.begin());
  if (found == m_channels.end()) {
    if (m_format != 0) return broken("a chunk goes on with a message that never began");
    if (m_channels.size() >= mostChannels) return broken("it uses too many chunk streams");
    m_channels.emplace_back().id = id;
  }
  if (m_format != 3 && m_channels[m_channel].isUnderWay) return broken("a message begins within another one");
  m_state = Header;
  return true;
}

bool RtmpReader::messageHeader()
{
  Channel &channel = m_channels[m_channel];
  const std::string_view header(m_carry);
  if (m_format == 3) {
    m_headerField = channel.field;
  } else {
    m_headerField = bigEndian(header.substr(0, 3));
    channel.isExtended = m_headerField == wholeTime;
  }
  if (m_format < 2) {
    channel.size = bigEndian(header.substr(3, 3));
    channel.type = RtmpType(header[6]);
  }
  if (m_format == 0) // the one number that is little-endian
    channel.streamId = uint32_t(uint8_t(header[7])) | uint32_t(uint8_t(header[8])) << 8 | uint32_t(uint8_t(header[9])) << 16
        | uint32_t(uint8_t(header[10])) << 24;
  m_carry.clear();
  if (!channel.isExtended) return beginMessage();
  m_state = Extended;
  return true;
}

bool RtmpReader::beginMessage()
{
  Channel &channel = m_channels[m_channel];
  if (!channel.isUnderWay) {
    if (isKept(channel.type)) {
      uint64_t kept = channel.size;
      for (const Channel &each : m_channels)
        if (each.isUnderWay && isKept(each.type)) kept += each.size;
      if (kept > mostKept) return broken("its messages are larger than 4 MB");
    }
    channel.field = m_headerField;
    channel.timestamp = m_format == 0 ? m_headerField : channel.timestamp + m_headerField;
    channel.left = channel.size;
    channel.isUnderWay = true;
    channel.payload.clear();
  }
  m_chunkLeft = std::min(channel.left, m_chunkSize);
  m_state = Payload;
  return true;
}

bool RtmpReader::payload(std::string_view &bytes)
{
  Channel &channel = m_channels[m_channel];
  const uint32_t count = uint32_t(std::min<size_t>(bytes.size(), m_chunkLeft));
  const size_t wanted = isKept(channel.type) ? count : std::min<size_t>(count, looked - std::min(looked, channel.payload.size()));
  channel.payload.append(bytes.substr(0, wanted));
  bytes.remove_prefix(count);
  m_chunkLeft -= count;
  channel.left -= count;
  if (m_chunkLeft > 0) return false;
  m_state = Basic;
  return true;
}

/// True: m_message is one for the client.
bool RtmpReader::complete()
{
  Channel &channel = m_channels[m_channel];
  if (channel.left > 0) return false;
  channel.isUnderWay = false;
  m_whole.swap(channel.payload);
  channel.payload.clear();
  if (channel.payload.capacity() > 4096) std::string().swap(channel.payload);
  m_message = {channel.type, channel.streamId, channel.timestamp, channel.size, m_whole};
  if (m_message.type == RtmpType::SetChunkSize || m_message.type == RtmpType::Abort) return control();
  if (m_message.type != RtmpType::Aggregate) return true;
  m_aggregate.swap(m_whole);
  m_aggregateAt = 0;
  m_aggregateTime = m_message.timestamp;
  m_aggregateStream = m_message.streamId;
  return nextOfAggregate();
}

/// What changes the reading itself. Never true.
bool RtmpReader::control()
{
  if (m_whole.size() < 4) return broken("a control message is cut short");
  const uint32_t value = bigEndian(std::string_view(m_whole).substr(0, 4));
  if (m_message.type == RtmpType::SetChunkSize) {
    if (value == 0 || value > mostChunk) return broken("it sets a chunk size that makes no sense");
    m_chunkSize = value;
    return false;
  }
  const auto found = std::ranges::find(m_channels, value, &Channel::id);
  if (found != m_channels.end()) found->isUnderWay = false;
  return false;
}

/// An aggregate is a row of FLV tags whose times count from that of the first one (7.1.6).
bool RtmpReader::nextOfAggregate()
{
  constexpr size_t tagHeader = 11, tagEnd = 4;
  const std::string_view rest = std::string_view(m_aggregate).substr(m_aggregateAt);
  if (rest.empty()) {
    std::string().swap(m_aggregate);
    return false;
  }
  const size_t size = rest.size() < tagHeader ? 0 : bigEndian(rest.substr(1, 3));
  if (rest.size() < tagHeader + size) return broken("an aggregate message is cut short");
  const uint32_t time = bigEndian(rest.substr(4, 3)) | uint32_t(uint8_t(rest[7])) << 24;
  if (m_aggregateAt == 0) m_aggregateFirst = time;
  m_message = {RtmpType(rest[0]), m_aggregateStream, m_aggregateTime + (time - m_aggregateFirst), uint32_t(size), rest.substr(tagHeader, size)};
  if (m_message.type != RtmpType::Audio && m_message.type != RtmpType::Video && m_message.type != RtmpType::Data)
    return broken("an aggregate message holds what is no media");
  m_aggregateAt = std::min(m_aggregateAt + tagHeader + size + tagEnd, m_aggregate.size());
  return true;
}

// ---- writing

void RtmpWriter::setChunkSize(std::string &out, uint32_t size)
{
  append(out, 2, RtmpType::SetChunkSize, 0, 0, rtmpNumber(size));
  m_chunkSize = size;
}

void RtmpWriter::append(std::string &out, uint32_t id, RtmpType type, uint32_t streamId, uint32_t timestamp, std::string_view payload)
{
  const uint32_t size = uint32_t(payload.size());
  auto channel = std::ranges::find(m_channels, id, &Channel::id);
  int format = 0;
  uint32_t time = timestamp;
  bool follows = false; // a delta is known to the other side, whichever way it reads a bare header after an absolute time
  if (channel == m_channels.end()) {
    channel = m_channels.insert(m_channels.end(), Channel{id});
  } else if (channel->streamId == streamId && timestamp >= channel->timestamp) {
    time = timestamp - channel->timestamp;
    const bool isAlike = channel->size == size && channel->type == type;
    format = !isAlike ? 1 : channel->hasDelta && channel->delta == time ? 3 : 2;
    follows = true;
  }
  *channel = {id, timestamp, time, size, streamId, type, follows};

  const auto basic = [&](int fmt) {
    if (id < 64) return void(out += char(fmt << 6 | int(id)));
    const uint32_t beyond = id - 64;
    out += char(fmt << 6 | (beyond > 255));
    out += char(beyond & 0xff);
    if (beyond > 255) out += char(beyond >> 8);
  };
  basic(format);
  if (format < 3) appendNumber(out, std::min(time, wholeTime), 3);
  if (format < 2) {
    appendNumber(out, size, 3);
    out += char(type);
  }
  if (format == 0)
    for (int shift = 0; shift < 32; shift += 8) out += char(streamId >> shift & 0xff);
  if (time >= wholeTime) appendNumber(out, time, 4);
  for (size_t at = 0; at < payload.size(); at += m_chunkSize) {
    if (at > 0) basic(3);
    if (at > 0 && time >= wholeTime) appendNumber(out, time, 4);
    out += payload.substr(at, m_chunkSize);
  }
}

std::string rtmpNumber(uint32_t value)
{
  std::string out;
  appendNumber(out, value, 4);
  return out;
}

std::string rtmpEvent(RtmpEvent event, uint32_t first)
{
  std::string out;
  appendNumber(out, uint32_t(event), 2);
  appendNumber(out, first, 4);
  return out;
}

std::string rtmpEvent(RtmpEvent event, uint32_t first, uint32_t second)
{
  std::string out = rtmpEvent(event, first);
  appendNumber(out, second, 4);
  return out;
}

} // namespace engine
