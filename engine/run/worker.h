// One thread with its loop, its users, its counters. Nothing in it is shared with another worker on the request path.
#pragma once

#include "engine/run/caseworker.h"
#include "engine/run/generatorhealth.h"

#include <cstdint>
#include <thread>

namespace engine {

class alignas(64) Worker
{
public:
  Worker(int index, int workers, Controller &controller, StatsMailbox &mailbox, GeneratorHealth &health);
  Worker(const Worker &) = delete;
  Worker &operator=(const Worker &) = delete;

  bool isValid() const { return m_reactor.isValid(); } ///< false: no descriptors left for its loop
  void start(std::span<const std::unique_ptr<SharedCase>> cases); ///< its thread; `cases` must outlive it
  void join() { m_thread.join(); }

  /// Any thread: does `work` with the case in the worker's own thread.
  void post(int caseIndex, std::function<void(CaseWorker &)> work);
  void quit(); ///< any thread; all cases have been left

  int index() const { return m_index; }
  int workers() const { return m_workers; }
  Reactor &reactor() { return m_reactor; }
  Network &network() { return *m_network; }
  Controller &controller() { return m_controller; }
  StatsMailbox &mailbox() { return m_mailbox; }
  Histogram &lateness() { return m_lateness; } ///< of starts, in this wall second
  Histogram &lag() { return m_lag; }           ///< of the loop behind its timers, in this wall second

private:
  void run(std::span<const std::unique_ptr<SharedCase>> cases);
  Task<> watch();
  void report(int second, double &cpu, int64_t &since);

  const int m_index, m_workers;
  Controller &m_controller;
  StatsMailbox &m_mailbox;
  GeneratorHealth &m_health;
  Reactor m_reactor;
  std::optional<Network> m_network;
  std::vector<std::unique_ptr<CaseWorker>> m_cases;
  Histogram m_lateness, m_lag;
  Sleeper m_watch{m_reactor};
  bool m_quits = false;
  std::thread m_thread;
};

} // namespace engine
