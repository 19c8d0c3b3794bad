// RTMP (Adobe's Real-Time Messaging Protocol specification 1.0): handshake, chunks and the messages made of them.
// Sans-io; every byte is foreign.
#pragma once

#include "engine/protocol/flvcodec.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace engine {

enum class RtmpType : uint8_t {
  SetChunkSize = 1, Abort = 2, Acknowledgement = 3, UserControl = 4, WindowSize = 5, PeerBandwidth = 6, Audio = 8, Video = 9,
  Data3 = 15, Command3 = 17, Data = 18, Command = 20, Aggregate = 22
};

enum class RtmpEvent : uint16_t { StreamBegin = 0, StreamEnd = 1, StreamDry = 2, SetBufferLength = 3, PingRequest = 6, PingResponse = 7 };

struct RtmpMessage
{
  RtmpType type = RtmpType::Command;
  uint32_t streamId = 0;
  uint32_t timestamp = 0; ///< ms
  uint32_t size = 0;      ///< bytes of the payload
  std::string_view payload; ///< whole, or of audio and video the first bytes; until next()
};

constexpr uint32_t rtmpFirstChunkSize = 128;

/// The client's side: C0 and C1 go out, S0, S1 and S2 come in, C2 answers S1.
class RtmpHandshake
{
public:
  /// C0 and C1. What C1 is filled with nobody looks at but those who echo it.
  static std::string begin(uint64_t seed);

  /// Takes from the front of `bytes`. True: done, and answer() is C2. False: more bytes are needed, or isBroken().
  bool feed(std::string_view &bytes);
  bool isBroken() const { return m_problem != nullptr; }
  const char *problem() const { return m_problem ? m_problem : ""; } ///< end of a sentence
  std::string takeAnswer() { return std::move(m_answer); }

private:
  std::string m_answer;
  size_t m_taken = 0;
  const char *m_problem = nullptr;
};

/// Messages out of chunks. Of audio and video it keeps the first bytes only, so a player holds no frames.
class RtmpReader
{
public:
  static constexpr size_t mostChannels = 64;        ///< chunk streams with a message under way or before
  static constexpr uint32_t mostKept = 4'000'000;   ///< bytes of the messages under way that are kept whole

  bool next(std::string_view &bytes); ///< as FlvReader::next()
  const RtmpMessage &message() const { return m_message; }
  bool isBroken() const { return m_problem != nullptr; }
  const char *problem() const { return m_problem ? m_problem : ""; } ///< end of a sentence
  uint32_t chunkSize() const { return m_chunkSize; }

private:
  enum State : uint8_t { Basic, Header, Extended, Payload };
  struct Channel
  {
    uint32_t id = 0;
    uint32_t field = 0;     ///< the time of the last header: absolute, or since the message before
    uint32_t timestamp = 0, size = 0, streamId = 0;
    uint32_t left = 0;      ///< bytes of the message under way
    RtmpType type = RtmpType::Command;
    bool isExtended = false, isUnderWay = false;
    std::string payload;
  };

  bool basicHeader();
  bool messageHeader();
  bool beginMessage();
  bool payload(std::string_view &bytes);
  bool complete();
  bool control();
  bool nextOfAggregate();
  bool broken(const char *why);

  std::string m_carry;
  std::vector<Channel> m_channels;
  std::string m_whole, m_aggregate;
  size_t m_aggregateAt = 0;
  uint32_t m_aggregateTime = 0, m_aggregateFirst = 0, m_aggregateStream = 0;
  RtmpMessage m_message;
  const char *m_problem = nullptr;
  size_t m_channel = 0; ///< of the chunk under way
  uint32_t m_chunkSize = rtmpFirstChunkSize, m_chunkLeft = 0, m_headerField = 0;
  uint8_t m_format = 0;
  State m_state = Basic;
};

/// Chunks out of messages, each with the shortest header that says it.
class RtmpWriter
{
public:
  /// Also says so to the other side.
  void setChunkSize(std::string &out, uint32_t size);
  void append(std::string &out, uint32_t channel, RtmpType type, uint32_t streamId, uint32_t timestamp, std::string_view payload);

private:
  struct Channel
  {
    uint32_t id = 0, timestamp = 0, delta = 0, size = 0, streamId = 0;
    RtmpType type = RtmpType::Command;
    bool hasDelta = false;
  };

  std::vector<Channel> m_channels;
  uint32_t m_chunkSize = rtmpFirstChunkSize;
};

/// Payloads of control messages.
std::string rtmpNumber(uint32_t value);
std::string rtmpEvent(RtmpEvent event, uint32_t first);
std::string rtmpEvent(RtmpEvent event, uint32_t first, uint32_t second);

} // namespace engine
