// Small plans against the demo target, run to their end, with everything that was delivered added up.
#pragma once

#include "engine/io/clock.h"
#include "engine/run/run.h"
#include "engine/serve/demotarget.h"

#include <QtTest>

#include <algorithm>
#include <cstdint>
#include <functional>
#include <stdexcept>
#include <thread>

namespace engine {

inline RequestStep requestTo(const std::string &url, int item = 1)
{
  RequestStep step;
  step.item = item;
  step.request.url = Template(url);
  return step;
}

class Target
{
public:
  Target()
  {
    std::string why;
    m_target = DemoTarget::start(0, why);
    if (!m_target) throw std::runtime_error(why);
  }
  std::string url(const std::string &path) const { return "http://127.0.0.1:" + std::to_string(m_target->port()) + path; }
  RequestStep get(const std::string &path, int item = 1) const { return requestTo(url(path), item); }
  uint64_t requests() const { return m_target->requests(); }

private:
  std::unique_ptr<DemoTarget> m_target;
};

inline int64_t ns(double seconds) { return int64_t(seconds * 1e9); }

inline Stage users(int count, double seconds)
{
  Stage stage;
  stage.users = count;
  stage.duration = ns(seconds);
  return stage;
}

inline Stage byCount(int users, uint64_t count)
{
  Stage stage;
  stage.users = users;
  stage.byCount = true;
  stage.count = count;
  return stage;
}

inline Stage rate(double perSecond, int users, double seconds)
{
  Stage stage;
  stage.mode = PressureMode::Tps;
  stage.rate = perSecond;
  stage.users = users;
  stage.duration = ns(seconds);
  return stage;
}

/// A case of the given steps; items are made for the highest index that a step names.
inline CasePlan caseOf(Steps steps, std::vector<Stage> stages, int items = 1)
{
  CasePlan plan;
  plan.name = "case";
  plan.stages = std::move(stages);
  plan.steps = std::move(steps);
  plan.items.push_back({Item::Pass, "case", "", "", false});
  for (int i = 0; i < items; ++i) plan.items.push_back({Item::Request, "request", "GET", "", false});
  return plan;
}

inline std::shared_ptr<Plan> planOf(RequestStep step, std::vector<Stage> stages, int threads = 1)
{
  auto plan = std::make_shared<Plan>();
  plan->cases.push_back(caseOf({{std::move(step)}}, std::move(stages)));
  plan->threads = threads;
  return plan;
}

struct Totals
{
  uint64_t passes = 0, requests = 0, successes = 0, starts = 0, dropped = 0, droppedWhileFree = 0, cutOff = 0, retried = 0,
           redirectHops = 0;
  std::vector<Tally> items; ///< of case 0
  std::vector<CaseSecond> seconds;
  std::vector<ErrorGroup> errors;
  std::vector<RunEvent> events;
  std::vector<HealthSecond> health;
  std::vector<LoggedRequest> log;
  int64_t elapsedMs = 0;
  bool ended = false;

  uint64_t seenByServer() const { return requests + cutOff + retried + redirectHops; }

  void add(Delivery &&delivery, const Plan &plan)
  {
    for (CaseSecond &second : delivery.seconds) {
      starts += second.starts;
      dropped += second.dropped;
      droppedWhileFree += second.droppedWhileFree;
      cutOff += second.cutOff;
      retried += second.retried;
      redirectHops += second.redirectHops;
      const auto &kinds = plan.cases[size_t(second.caseIndex)].items;
      for (size_t i = 0; i < second.items.size(); ++i) {
        const Tally &tally = second.items[i];
        if (i == 0) passes += tally.requests;
        else if (kinds[i].kind == Item::Request) requests += tally.requests, successes += tally.successes;
        if (second.caseIndex != 0) continue;
        if (items.size() <= i) items.resize(i + 1);
        items[i] += tally;
      }
      seconds.push_back(std::move(second));
    }
    for (ErrorGroup &error : delivery.errors) errors.push_back(std::move(error));
    for (RunEvent &event : delivery.events) events.push_back(std::move(event));
    for (HealthSecond &second : delivery.health) health.push_back(std::move(second));
    for (LoggedRequest &request : delivery.log) log.push_back(std::move(request));
    ended = delivery.ended;
  }
};

/// Runs the plan; `during` is called every few ms with the run and the ms since its start.
inline Totals runToEnd(const std::shared_ptr<const Plan> &plan, const std::function<void(Run &, int64_t)> &during = {},
                       int64_t longestMs = 60'000)
{
  Totals totals;
  std::string why;
  const int64_t start = nowNs();
  const auto run = Run::start(plan, why);
  if (!run) throw std::runtime_error(why);
  while (!run->ended()) {
    totals.elapsedMs = (nowNs() - start) / oneMs;
    if (totals.elapsedMs > longestMs) break;
    if (during) during(*run, totals.elapsedMs);
    totals.add(run->mailbox().collect(), *plan);
    QTest::qWait(2);
  }
  totals.elapsedMs = (nowNs() - start) / oneMs;
  totals.add(run->mailbox().collect(), *plan);
  return totals;
}

} // namespace engine
