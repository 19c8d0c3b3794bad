// One side of an RTMP connection, as a client that plays or publishes one stream: handshake, connect, createStream, play or
// publish, then media. Sans-io: bytes in, media packets and bytes to send out.
#pragma once

#include "engine/protocol/amf0.h"
#include "engine/protocol/rtmpcodec.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace engine {

struct RtmpTarget
{
  std::string app, stream, url; ///< url: "rtmp://host:port/app"
  bool publishes = false;

  /// Splits path and query of an address: the first part is the application, or the first two of three or more; false when
  /// one of both is missing.
  bool parse(std::string_view path);
};

class RtmpSession
{
public:
  enum Stage : uint8_t { HandShake, Connect, CreateStream, Start, Running, Ended };

  RtmpSession(RtmpTarget target, uint64_t seed); ///< its first bytes are in takeOut()

  /// Takes from the front of `bytes`. True: tag() is a media packet; call again for more. False: more bytes are needed, or
  /// hasFailed().
  bool next(std::string_view &bytes);
  const FlvTag &tag() const { return m_tag; }

  Stage stage() const { return m_stage; }
  bool publishes() const { return m_target.publishes; }
  bool hasFailed() const { return !m_problem.empty(); }
  bool isRefused() const { return m_refused; } ///< the other side said no, and problem() is what it said; else it broke the protocol
  const std::string &problem() const { return m_problem; } ///< end of a sentence

  /// Only when Running and publishing. `payload`: of an FLV tag.
  void send(FlvKind kind, uint32_t timestamp, std::string_view payload);
  void finish(); ///< says that this was all
  bool hasOut() const { return !m_out.empty(); }
  std::string takeOut() { return std::exchange(m_out, {}); }

private:
  bool take(const RtmpMessage &message); ///< true: it is media
  void userControl(std::string_view payload);
  void command(std::string_view payload);
  void answer(bool isGood, const AmfValue &first, const AmfValue &second);
  void status(const AmfValue &info);
  void connect();
  void createStream();
  void start();
  std::string called(std::string_view name, double transaction, bool hasNull = true);
  void call(uint32_t channel, const std::string &command, uint32_t streamId = 0);
  void refuse(const AmfValue &info, std::string_view instead);
  void acknowledge();

  RtmpTarget m_target;
  RtmpHandshake m_handshake;
  RtmpReader m_reader;
  RtmpWriter m_writer;
  std::string m_out, m_problem;
  FlvTag m_tag;
  uint64_t m_received = 0, m_acknowledged = 0;
  uint32_t m_window = 0, m_streamId = 0;
  Stage m_stage = HandShake;
  bool m_refused = false, m_hasGreeted = false;
};

} // namespace engine
