// Plays or publishes a stream over RTMP or RTMPS for some seconds. Belongs to the thread of its network; must outlive its
// operation under way.
#pragma once

#include "engine/io/background.h"
#include "engine/io/sleeper.h"
#include "engine/protocol/connection.h"
#include "engine/protocol/playbackmeter.h"
#include "engine/protocol/rtmpsession.h"

#include <cstdint>
#include <memory>

namespace engine {

/// All views and pointers must stay valid until the operation has ended. ns.
struct RtmpExchange
{
  std::string_view url; ///< rtmp://host[:1935]/application/stream or rtmps://host[:443]/…
  bool publishes = false, verifyTls = false;
  int64_t duration = 10'000'000'000; ///< played: from the first frame on; published: from the begin, the media again and again
  int64_t connectTimeout = 5'000'000'000;
  int64_t responseTimeout = 5'000'000'000; ///< for each answer, and without any frame
  const std::string *media = nullptr; ///< what is published, an FLV file; null: generatedFlv()
};

class RtmpClient
{
public:
  explicit RtmpClient(Network &network) : m_connection(network), m_sleeper(network.reactor) {}
  ~RtmpClient() { release(); }

  /// A play is done when its time is over, or the stream ended, and at least one frame came. A publication is done when its
  /// time is over and all could be sent.
  Task<ExchangeResult> run(const RtmpExchange &exchange);
  void cancel();
  const StreamFigures &figures() const { return m_meter.figures(); } ///< of the last operation

private:
  Task<int64_t> begin(const RtmpExchange &exchange);
  Task<int64_t> play(const RtmpExchange &exchange);
  Task<int64_t> publish(const RtmpExchange &exchange);
  Task<int64_t> say(); ///< what the session has to say
  BackgroundTask listen();
  int64_t absorb(std::string_view bytes); ///< 1, or what failed
  int64_t ended();
  int64_t unreadable(std::string_view why);
  void stopListening();
  void release();

  Connection m_connection;
  PlaybackMeter m_meter;
  Sleeper m_sleeper;
  std::unique_ptr<RtmpSession> m_session;
  BackgroundTask m_listener; ///< while publishing
  std::string m_problem;
  int64_t m_lost = 1;       ///< what the listener met with, when not > 0
  int64_t m_progressAt = 0; ///< ns, when the session last got on
  StreamFailure m_failure = StreamFailure::None;
};

} // namespace engine
