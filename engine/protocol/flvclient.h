// Plays HTTP-FLV for some seconds. Belongs to the thread of its network; must outlive its play under way.
#pragma once

#include "engine/protocol/mediafetch.h"
#include "engine/protocol/playbackmeter.h"

#include <cstdint>

namespace engine {

struct FlvPlay
{
  std::string_view url; ///< http or https
  bool verifyTls = false;
  int64_t duration = 10'000'000'000; ///< ns, from the first frame on
  int64_t connectTimeout = 5'000'000'000, responseTimeout = 5'000'000'000; ///< ns
};

class FlvClient
{
public:
  explicit FlvClient(Network &network) : m_fetch(network) {}

  /// Done is: the time is over, or the stream ended between two tags, and at least one frame came.
  Task<ExchangeResult> play(const FlvPlay &play);
  void cancel() { m_fetch.cancel(); }
  const StreamFigures &figures() const { return m_meter.figures(); } ///< of the last play

private:
  MediaFetch m_fetch;
  PlaybackMeter m_meter;
};

} // namespace engine
