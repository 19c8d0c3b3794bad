#include "engine/run/preflight.h"

#include "engine/io/descriptors.h"
#include "engine/io/localports.h"
#include "engine/load/loadshape.h"

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <memory>
#include <set>
#include <thread>

namespace engine {

namespace {

constexpr double ownDescriptors = 64;       ///< loops, files, the store
constexpr double closingSeconds = 60;       ///< TIME-WAIT holds a port so long (Linux)
constexpr double plainUser = 8 * 1024.0, tlsUser = 64 * 1024.0; ///< bytes of a user under way, buffers included
constexpr double workerBytes = 16 * 1048576.0;

/// What one pass of a case asks for.
struct Pass
{
  double requests = 0, newConnections = 0;
  std::set<std::string> hosts; ///< as typed, up to the path
  bool tls = false;
};

std::string hostIn(const Template &url, bool &tls)
{
  if (url.pieces().empty() || url.pieces().front().kind != Piece::Literal) return "${}";
  const std::string &text = url.pieces().front().text;
  const size_t scheme = text.find("://");
  tls = tls || text.starts_with("https:") || text.starts_with("HTTPS:");
  const size_t begin = scheme == std::string::npos ? 0 : scheme + 3;
  return text.substr(0, text.find_first_of("/?#", begin));
}

double timesOf(const Template &count)
{
  if (!count.isLiteral() || count.pieces().empty()) return 1;
  const std::string &text = count.pieces().front().text;
  double times = 1;
  std::from_chars(text.data(), text.data() + text.size(), times);
  return std::clamp(times, 0.0, 100'000.0);
}

void add(Pass &pass, const std::shared_ptr<const Steps> &steps, double times);

struct Adder
{
  Pass &pass;
  double times;

  void operator()(const RequestStep &step) const
  {
    pass.requests += times;
    if (!std::holds_alternative<std::monostate>(step.protocol)) {
      pass.hosts.insert("of another protocol");
      return;
    }
    if (step.request.newConnection) pass.newConnections += times;
    pass.hosts.insert(hostIn(step.request.url, pass.tls));
  }
  void operator()(const PluginStep &) const { pass.requests += times; }
  void operator()(const LoopStep &step) const { add(pass, step.steps, times * timesOf(step.count)); }
  void operator()(const TransactionStep &step) const { add(pass, step.steps, times); }
  void operator()(const ThroughputStep &step) const { add(pass, step.steps, times); }
  void operator()(const ConditionStep &step) const
  {
    Pass other = pass; // only one of the two is run: the one that asks for more
    add(pass, step.steps, times);
    add(other, step.otherwise, times);
    pass.requests = std::max(pass.requests, other.requests);
    pass.newConnections = std::max(pass.newConnections, other.newConnections);
    pass.hosts.merge(other.hosts);
    pass.tls = pass.tls || other.tls;
  }
  void operator()(const ShareStep &step) const
  {
    double whole = 0;
    for (const auto &branch : step.branches) whole += branch.weight;
    for (const auto &branch : step.branches) add(pass, branch.steps, whole > 0 ? times * branch.weight / whole : 0);
  }
  void operator()(const DataStep &) const {}
  void operator()(const RendezvousStep &) const {}
};

void add(Pass &pass, const Steps &steps, double times)
{
  for (const Step &step : steps) std::visit(Adder{pass, times}, step.what);
}

void add(Pass &pass, const std::shared_ptr<const Steps> &steps, double times)
{
  if (steps) add(pass, *steps, times);
}

LoadWish wishOf(const CasePlan &plan)
{
  Pass pass, setup;
  add(pass, plan.steps, 1);
  add(setup, plan.setup, 1);
  pass.hosts.merge(setup.hosts);
  LoadWish wish;
  double starts = 0;
  for (const Stage &stage : plan.stages) {
    wish.users = std::max(wish.users, stage.isRate() ? double(stage.users) : highestTarget(stage));
    if (stage.isRate()) starts = std::max(starts, highestTarget(stage));
  }
  wish.connectionsToOne = wish.users;
  wish.connections = wish.users * double(std::max<size_t>(1, pass.hosts.size()));
  wish.connectionsASecond = starts * pass.newConnections;
  wish.requestsASecond = starts * pass.requests;
  wish.bytes = wish.connections * (pass.tls || setup.tls ? tlsUser : plainUser);
  return wish;
}

/// A number of kB of /proc/meminfo, in bytes; 0: not known.
double memoryFree()
{
  const std::unique_ptr<FILE, int (*)(FILE *)> file(std::fopen("/proc/meminfo", "re"), [](FILE *f) { return f ? std::fclose(f) : 0; });
  char line[256];
  long kilobytes = 0;
  while (file && std::fgets(line, sizeof line, file.get()))
    if (std::sscanf(line, "MemAvailable: %ld kB", &kilobytes) == 1) return double(kilobytes) * 1024;
  return 0;
}

} // namespace

LoadWish wishOf(const Plan &plan)
{
  LoadWish whole;
  const auto put = [&](double LoadWish::*member, double value) {
    whole.*member = plan.parallel ? whole.*member + value : std::max(whole.*member, value);
  };
  for (const CasePlan &each : plan.cases) {
    const LoadWish wish = wishOf(each);
    for (const auto member : {&LoadWish::users, &LoadWish::connections, &LoadWish::connectionsToOne, &LoadWish::connectionsASecond,
                              &LoadWish::requestsASecond, &LoadWish::bytes})
      put(member, wish.*member);
  }
  whole.threads = std::max(1, plan.threads);
  whole.bytes += whole.threads * workerBytes;
  return whole;
}

Machine thisMachine()
{
  Machine machine;
  machine.descriptors = double(std::max(0L, raiseDescriptorLimit()));
  machine.ports = localPorts();
  machine.bytes = memoryFree();
  machine.cores = int(std::thread::hardware_concurrency());
  return machine;
}

std::vector<Shortage> shortages(const LoadWish &wish, const Machine &machine)
{
  std::vector<Shortage> found;
  const auto judge = [&found](Shortage::Kind kind, double wished, double available, bool isKnown) {
    if (isKnown && wished > available) found.push_back({kind, wished, available});
  };
  judge(Shortage::Descriptors, wish.connections, std::max(0.0, machine.descriptors - ownDescriptors), machine.descriptors > 0);
  judge(Shortage::Ports, wish.connectionsToOne, machine.ports, machine.ports > 0);
  judge(Shortage::PortsOverTime, wish.connectionsASecond, machine.ports / closingSeconds, machine.ports > 0);
  judge(Shortage::Memory, wish.bytes, machine.bytes, machine.bytes > 0);
  const int together = machine.cores > 0 ? std::min(wish.threads, machine.cores) : wish.threads;
  judge(Shortage::Rate, wish.requestsASecond, machine.requestsASecond * together, machine.requestsASecond > 0);
  return found;
}

} // namespace engine
