// Leads the cases of a run through their lives: all at once or one after another, until every worker has left. Thread-safe;
// nothing of it is on the request path.
#pragma once

#include "engine/run/worker.h"

#include <atomic>
#include <cstdint>

namespace engine {

class Controller
{
public:
  static constexpr int64_t stopWithin = 2 * oneSecond;

  Controller(const Plan &plan, StatsMailbox &mailbox, GeneratorHealth &health)
      : m_plan(plan), m_mailbox(mailbox), m_health(health), m_left(plan.cases.size())
  {}

  void begin(std::span<const std::unique_ptr<Worker>> workers); ///< their threads run
  void stop(int64_t patience); ///< ns that requests under way still get
  void changeUsers(int caseIndex, int users); ///< -1: every case
  void changeRate(int caseIndex, double rate);
  ExchangeObserver *observer() const { return m_plan.observer.get(); }
  bool ended() const { return m_ended.load(std::memory_order_acquire); }
  bool stopped() const { return m_stopped.load(std::memory_order_acquire); }

  // told by workers
  void stageFinished(int caseIndex, int stage, int64_t at);
  void caseExhausted(int caseIndex);
  void caseLeft(int caseIndex);
  void workerLeft();

private:
  void beginCase(int caseIndex);
  void quitIfDone();
  void post(int caseIndex, const std::function<void(CaseWorker &)> &work);

  const Plan &m_plan;
  StatsMailbox &m_mailbox;
  GeneratorHealth &m_health;
  std::mutex m_mutex;
  std::span<const std::unique_ptr<Worker>> m_workers;
  std::vector<int> m_left; ///< workers that have left, by case
  std::vector<int64_t> m_starts;
  size_t m_begun = 0, m_done = 0, m_workersLeft = 0;
  int64_t m_runStart = 0;
  std::atomic<bool> m_ended{false}, m_stopped{false};
};

} // namespace engine
