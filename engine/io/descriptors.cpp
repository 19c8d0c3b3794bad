#include "engine/io/descriptors.h"

#include <dirent.h>
#include <sys/resource.h>
#include <sys/stat.h>

namespace engine {

long raiseDescriptorLimit()
{
  rlimit limit{};
  if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return -1;
  if (limit.rlim_cur < limit.rlim_max) {
    const rlimit raised{limit.rlim_max, limit.rlim_max};
    if (setrlimit(RLIMIT_NOFILE, &raised) == 0) limit = raised;
  }
  return long(limit.rlim_cur);
}

int openDescriptors()
{
  struct stat status{};
  if (stat("/proc/self/fd", &status) == 0 && status.st_size > 0) return int(status.st_size); // Linux 6.2 and later
  DIR *folder = opendir("/proc/self/fd");
  if (!folder) return -1;
  int count = -3; // ".", ".." and the folder itself
  while (readdir(folder)) ++count;
  closedir(folder);
  return count;
}

} // namespace engine
