// How well the generator itself is doing: puts together what the workers measured in each wall second. Thread-safe.
#pragma once

#include "engine/stats/statsmailbox.h"

namespace engine {

class GeneratorHealth
{
public:
  GeneratorHealth(int workers, StatsMailbox &mailbox) : m_workers(workers), m_mailbox(mailbox) {}

  /// One worker's second; the last worker to report one completes it.
  void report(int worker, int second, double cpuPercent, const Histogram &lateness, const Histogram &lag);
  void finish(); ///< delivers what is incomplete

private:
  struct Second
  {
    int reports = 0;
    HealthSecond health;
  };
  void deliver(HealthSecond &&health);

  int m_workers;
  StatsMailbox &m_mailbox;
  std::mutex m_mutex;
  std::map<int, Second> m_seconds;
};

} // namespace engine
