#include "engine/io/localports.h"

#include <cstdio>
#include <cstring>
#include <memory>

namespace engine {

namespace {

std::unique_ptr<FILE, int (*)(FILE *)> readable(const char *path) { return {std::fopen(path, "re"), [](FILE *file) { return file ? std::fclose(file) : 0; }}; }

/// "TCP: inuse 5 orphan 0 tw 12 alloc 10 mem 3", and of the other family "TCP6: inuse 2".
int socketsIn(const char *path, const char *family)
{
  const auto file = readable(path);
  if (!file) return -1;
  char line[256];
  while (std::fgets(line, sizeof line, file.get())) {
    if (std::strncmp(line, family, std::strlen(family)) != 0) continue;
    int inUse = 0, closing = 0;
    std::sscanf(line + std::strlen(family), " inuse %d", &inUse);
    if (const char *tw = std::strstr(line, " tw ")) std::sscanf(tw, " tw %d", &closing);
    return inUse + closing;
  }
  return -1;
}

} // namespace

int localPorts()
{
  const auto file = readable("/proc/sys/net/ipv4/ip_local_port_range");
  int first = 0, last = 0;
  if (!file || std::fscanf(file.get(), "%d %d", &first, &last) != 2 || last < first) return 0;
  return last - first + 1;
}

int takenPorts()
{
  const int four = socketsIn("/proc/net/sockstat", "TCP:"), six = socketsIn("/proc/net/sockstat6", "TCP6:");
  return four < 0 ? six : four + (six > 0 ? six : 0);
}

} // namespace engine
