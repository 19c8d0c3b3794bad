#include "engine/run/worker.h"

#include "engine/run/controller.h"

#include <pthread.h>
#include <string>

namespace engine {

Worker::Worker(int index, int workers, Controller &controller, StatsMailbox &mailbox, GeneratorHealth &health)
    : m_index(index), m_workers(workers), m_controller(controller), m_mailbox(mailbox), m_health(health)
{}

void Worker::start(std::span<const std::unique_ptr<SharedCase>> cases)
{
  m_thread = std::thread([this, cases] { run(cases); });
}

void Worker::run(std::span<const std::unique_ptr<SharedCase>> cases)
{
  pthread_setname_np(pthread_self(), ("load " + std::to_string(m_index)).c_str());
  m_network.emplace(m_reactor);
  for (size_t i = 0; i < cases.size(); ++i) m_cases.push_back(std::make_unique<CaseWorker>(*this, *cases[i], int(i)));
  watch().detach();
  m_reactor.run();
  m_cases.clear();
  m_network.reset();
  FramePool::release();
  m_controller.workerLeft();
}

void Worker::post(int caseIndex, std::function<void(CaseWorker &)> work)
{
  m_reactor.post([this, caseIndex, work = std::move(work)] { work(*m_cases[size_t(caseIndex)]); });
}

void Worker::quit()
{
  m_reactor.post([this] {
    m_quits = true;
    m_watch.cancel();
  });
}

Task<> Worker::watch()
{
  const int64_t start = m_reactor.readClock();
  int64_t since = start;
  double cpu = m_reactor.cpuSeconds();
  for (int second = 0; !m_quits; ++second) {
    co_await m_watch.until(start + (second + 1) * oneSecond);
    report(second, cpu, since);
    if (second % 4 == 3) FramePool::trim(); // what a burst of users needed
  }
  m_reactor.stop();
}

void Worker::report(int second, double &cpu, int64_t &since)
{
  const int64_t now = m_reactor.readClock();
  const double used = m_reactor.cpuSeconds();
  const double percent = now > since ? (used - cpu) / (double(now - since) / 1e9) * 100 : 0;
  // The rest of a second at the end is too short to judge the processor by, but its starts were as late as they were.
  m_health.report(m_index, second, now - since > oneSecond / 2 ? percent : 0, m_lateness, m_lag);
  m_lateness.clear();
  m_lag.clear();
  cpu = used;
  since = now;
}

} // namespace engine
