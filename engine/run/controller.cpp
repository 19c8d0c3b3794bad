#include "engine/run/controller.h"

namespace engine {

namespace {

constexpr int64_t headStart = 2 * oneMs; ///< so that all workers stand at the line when a case begins

}

void Controller::post(int caseIndex, const std::function<void(CaseWorker &)> &work)
{
  for (const auto &worker : m_workers) worker->post(caseIndex, work);
}

void Controller::begin(std::span<const std::unique_ptr<Worker>> workers)
{
  const std::scoped_lock lock(m_mutex);
  m_workers = workers;
  m_runStart = nowNs();
  m_starts.resize(m_plan.cases.size());
  const size_t first = m_plan.parallel ? m_plan.cases.size() : std::min<size_t>(1, m_plan.cases.size());
  while (m_begun < first) beginCase(int(m_begun++));
  quitIfDone();
}

void Controller::beginCase(int caseIndex)
{
  const int64_t start = nowNs() + headStart;
  m_starts[size_t(caseIndex)] = start;
  m_mailbox.deliver(RunEvent{RunEvent::CaseStarted, caseIndex, 0, (start - m_runStart) / oneMs, 0,
                             m_plan.cases[size_t(caseIndex)].name});
  post(caseIndex, [start](CaseWorker &worker) { worker.begin(start); });
}

void Controller::stop(int64_t patience)
{
  const std::scoped_lock lock(m_mutex);
  if (m_done == m_plan.cases.size()) return; // it has ended by itself
  m_stopped.store(true, std::memory_order_release);
  const int64_t now = nowNs();
  for (size_t i = 0; i < m_begun; ++i)
    post(int(i), [now, patience](CaseWorker &worker) { worker.end(now, now + patience); });
}

void Controller::changeUsers(int caseIndex, int users)
{
  const std::scoped_lock lock(m_mutex);
  for (int i = 0; i < int(m_begun); ++i)
    if (caseIndex < 0 || caseIndex == i)
      post(i, [users, now = nowNs()](CaseWorker &worker) { worker.changeUsers(users, now); });
}

void Controller::changeRate(int caseIndex, double rate)
{
  const std::scoped_lock lock(m_mutex);
  for (int i = 0; i < int(m_begun); ++i)
    if (caseIndex < 0 || caseIndex == i)
      post(i, [rate, now = nowNs()](CaseWorker &worker) { worker.changeRate(rate, now); });
}

void Controller::stageFinished(int caseIndex, int stage, int64_t at)
{
  const std::scoped_lock lock(m_mutex);
  post(caseIndex, [stage, at](CaseWorker &worker) { worker.stageFinished(stage, at); });
}

void Controller::caseExhausted(int caseIndex)
{
  const std::scoped_lock lock(m_mutex);
  post(caseIndex, [now = nowNs()](CaseWorker &worker) { worker.end(now, INT64_MAX); });
}

void Controller::caseLeft(int caseIndex)
{
  const std::scoped_lock lock(m_mutex);
  if (++m_left[size_t(caseIndex)] < int(m_workers.size())) return;
  m_mailbox.deliver(RunEvent{RunEvent::CaseEnded, caseIndex, 0, (nowNs() - m_starts[size_t(caseIndex)]) / oneMs, 0, {}});
  ++m_done;
  if (!m_plan.parallel && !stopped() && m_begun < m_plan.cases.size()) beginCase(int(m_begun++));
  quitIfDone();
}

void Controller::quitIfDone()
{
  const bool isDone = m_done == m_plan.cases.size() || (stopped() && m_done == m_begun);
  if (!isDone) return;
  for (const auto &worker : m_workers) worker->quit();
}

void Controller::workerLeft()
{
  const std::scoped_lock lock(m_mutex);
  if (++m_workersLeft < m_workers.size()) return;
  m_health.finish();
  m_mailbox.end();
  m_ended.store(true, std::memory_order_release);
}

} // namespace engine
