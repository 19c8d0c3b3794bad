#include "engine/run/generatorhealth.h"

#include "engine/io/descriptors.h"

#include <algorithm>

namespace engine {

void GeneratorHealth::report(int second, double cpuPercent, const Histogram &lateness)
{
  const std::scoped_lock lock(m_mutex);
  Second &entry = m_seconds[second];
  entry.health.cpuPercentMax = std::max(entry.health.cpuPercentMax, cpuPercent);
  entry.health.lateness.merge(lateness);
  if (++entry.reports < m_workers) return;
  deliver(std::move(entry.health));
  m_seconds.erase(second);
}

void GeneratorHealth::finish()
{
  const std::scoped_lock lock(m_mutex);
  for (auto &[second, entry] : m_seconds) deliver(std::move(entry.health));
  m_seconds.clear();
}

void GeneratorHealth::deliver(HealthSecond &&health)
{
  health.openDescriptors = openDescriptors();
  m_mailbox.deliver(std::move(health));
}

} // namespace engine
