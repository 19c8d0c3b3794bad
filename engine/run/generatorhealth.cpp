#include "engine/run/generatorhealth.h"

#include "engine/io/descriptors.h"
#include "engine/io/localports.h"

#include <algorithm>

namespace engine {

void GeneratorHealth::report(int worker, int second, double cpuPercent, const Histogram &lateness, const Histogram &lag)
{
  const std::scoped_lock lock(m_mutex);
  Second &entry = m_seconds[second];
  entry.health.cpuPercentMax = std::max(entry.health.cpuPercentMax, cpuPercent);
  entry.health.cpuPercent.resize(size_t(m_workers));
  entry.health.cpuPercent[size_t(worker)] = cpuPercent;
  entry.health.lateness.merge(lateness);
  entry.health.lag.merge(lag);
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
  health.takenPorts = takenPorts();
  m_mailbox.deliver(std::move(health));
}

} // namespace engine
