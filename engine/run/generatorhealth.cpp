#include "engine/run/generatorhealth.h"

#include <algorithm>
#include <dirent.h>
#include <sys/resource.h>
#include <sys/stat.h>

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

int openDescriptors()
{
  struct stat folder{};
  if (stat("/proc/self/fd", &folder) == 0 && folder.st_size > 0) return int(folder.st_size); // Linux 6.2 and later
  DIR *entries = opendir("/proc/self/fd");
  if (!entries) return 0;
  int count = -3; // ".", ".." and the folder's own
  while (readdir(entries)) ++count;
  closedir(entries);
  return count;
}

void raiseDescriptorLimit()
{
  rlimit limit{};
  if (getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur == limit.rlim_max) return;
  limit.rlim_cur = limit.rlim_max;
  setrlimit(RLIMIT_NOFILE, &limit);
}

} // namespace engine
