// Names to addresses without blocking, by c-ares in the reactor. Literal addresses and localhost are answered at once,
// found names are kept 60 s, so that a request never waits for a name twice. Belongs to its reactor's thread.
#pragma once

#include "engine/io/address.h"
#include "engine/io/reactor.h"
#include "engine/io/task.h"

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace engine {

struct Resolved
{
  int error = 0; ///< 0, or IoNameNotFound, IoNameLookupFailed, IoTimedOut, IoCancelled
  std::vector<Address> addresses; ///< in the order to try them; not empty when error is 0
};

/// Lets a waiter leave a lookup early.
class LookupTicket
{
public:
  void cancel() ///< resolve() answers IoTimedOut on the next turn; without one under way, does nothing
  {
    if (m_waiter) m_reactor->deadlines().setDueNow(*m_waiter);
  }

private:
  friend class Resolver;
  Reactor *m_reactor = nullptr;
  Deadline *m_waiter = nullptr;
};

class Resolver
{
public:
  static constexpr int64_t keptFor = 60 * oneSecond;

  explicit Resolver(Reactor &reactor);
  ~Resolver(); ///< lookups under way answer IoCancelled
  Resolver(const Resolver &) = delete;
  Resolver &operator=(const Resolver &) = delete;

  /// Answers within ~16 ms of `deadline` (ns of nowNs()) at the latest. Users asking for the same name share one lookup.
  Task<Resolved> resolve(std::string host, uint16_t port, int64_t deadline, LookupTicket *ticket = nullptr);

  /// For tests and for private name servers: "127.0.0.1:5353", comma-separated. False when c-ares rejects it.
  bool useServers(const std::string &servers);

private:
  struct Lookup;
  struct Channel;
  struct Waiter;

  std::shared_ptr<Lookup> lookupOf(const std::string &host);

  Reactor &m_reactor;
  std::unique_ptr<Channel> m_channel;
  std::map<std::string, std::shared_ptr<Lookup>, std::less<>> m_lookups;
};

} // namespace engine
