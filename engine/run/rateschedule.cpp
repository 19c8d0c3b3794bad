#include "engine/run/rateschedule.h"

#include <algorithm>

namespace engine {

RateSchedule::RateSchedule(const Stage &stage, int64_t stageStart, int worker, int workers)
    : m_stage(stage), m_start(stageStart), m_users(uint64_t(std::max(1, stage.users))), m_worker(unsigned(worker)),
      m_workers(unsigned(workers))
{
  find();
}

void RateSchedule::advance()
{
  ++m_index;
  find();
}

void RateSchedule::find()
{
  // A worker without a user has no starts: user n, from 0, lives on worker n mod workers.
  if (m_worker >= m_users) return stop();
  while (m_index % m_users % m_workers != m_worker) ++m_index;
  const int64_t at = startTime(m_stage, m_index);
  m_due = at < 0 ? never : m_start + at;
}

} // namespace engine
