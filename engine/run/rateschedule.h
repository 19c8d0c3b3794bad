// The starts of an arrival-rate stage that fall to one worker: start i is due at stage start + startTime(i) whatever
// happened before, and goes to the worker of user i mod users. Single-threaded.
#pragma once

#include "engine/load/loadshape.h"

#include <cstdint>

namespace engine {

class RateSchedule
{
public:
  static constexpr int64_t never = INT64_MAX;

  RateSchedule() = default; ///< has no starts
  RateSchedule(const Stage &stage, int64_t stageStart, int worker, int workers);

  int64_t due() const { return m_due; } ///< ns of nowNs() of the next start, or never
  void advance();
  void stop() { m_due = never; }

private:
  void find();

  Stage m_stage;
  int64_t m_start = 0, m_due = never;
  uint64_t m_index = 0, m_users = 1;
  unsigned m_worker = 0, m_workers = 1;
};

} // namespace engine
