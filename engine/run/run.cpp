#include "engine/run/run.h"

#include "engine/io/descriptors.h"
#include "engine/run/controller.h"

#include <algorithm>

namespace engine {

struct Run::Parts
{
  explicit Parts(std::shared_ptr<const Plan> given)
      : plan(std::move(given)), mailbox(std::max(1, plan->threads)), health(std::max(1, plan->threads), mailbox),
        controller(*plan, mailbox, health)
  {
    for (const CasePlan &each : plan->cases) cases.push_back(std::make_unique<SharedCase>(each));
  }

  std::shared_ptr<const Plan> plan;
  StatsMailbox mailbox;
  GeneratorHealth health;
  Controller controller;
  std::vector<std::unique_ptr<SharedCase>> cases;
  std::vector<std::unique_ptr<Worker>> workers;
};

std::unique_ptr<Run> Run::start(std::shared_ptr<const Plan> plan, std::string &why)
{
  raiseDescriptorLimit();
  auto parts = std::make_unique<Parts>(std::move(plan));
  const int threads = std::max(1, parts->plan->threads);
  for (int i = 0; i < threads; ++i) {
    parts->workers.push_back(
        std::make_unique<Worker>(i, threads, parts->controller, parts->mailbox, parts->health));
    if (parts->workers.back()->isValid()) continue;
    why = "The system has no file descriptor left for a worker of the run.";
    return nullptr;
  }
  for (const auto &worker : parts->workers) worker->start(parts->cases);
  parts->controller.begin(parts->workers);
  return std::unique_ptr<Run>(new Run(std::move(parts)));
}

Run::Run(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) {}

Run::~Run()
{
  stopNow();
  for (const auto &worker : m_parts->workers) worker->join();
}

StatsMailbox &Run::mailbox() { return m_parts->mailbox; }

void Run::stop()
{
  // Cut off a little early: closing connections and counting takes time too.
  m_parts->controller.stop(Controller::stopWithin - 150 * oneMs);
}

void Run::stopNow() { m_parts->controller.stop(0); }

void Run::setUsers(int caseIndex, int users) { m_parts->controller.changeUsers(caseIndex, users); }

void Run::setRate(int caseIndex, double rate) { m_parts->controller.changeRate(caseIndex, rate); }

void Run::endStage(int caseIndex, int stage) { m_parts->controller.stageFinished(caseIndex, stage, nowNs()); }

bool Run::ended() const { return m_parts->controller.ended(); }

bool Run::stopped() const { return m_parts->controller.stopped(); }

} // namespace engine
