// Plans with control instructions, run to their end with every exchange kept.
#pragma once

#include "tests/engine/runfixture.h"

#include <map>
#include <mutex>
#include <set>

namespace engine {

class Witness final : public ExchangeObserver
{
public:
  void exchanged(ObservedExchange exchange) override
  {
    const std::scoped_lock lock(m_mutex);
    seen.push_back(std::move(exchange));
  }
  std::vector<std::string> paths() const ///< of the requests, after host and port
  {
    std::vector<std::string> all;
    for (const ObservedExchange &each : seen) all.push_back(each.url.substr(std::min(each.url.find('/', 8), each.url.size())));
    return all;
  }

  std::vector<ObservedExchange> seen;

private:
  std::mutex m_mutex;
};

using Steps_ = std::shared_ptr<const Steps>;
inline Steps_ stepsOf(Steps steps) { return std::make_shared<const Steps>(std::move(steps)); }

/// Texts with ${name} of the slots named in order.
class Slots
{
public:
  explicit Slots(std::vector<std::string> names) : names(std::move(names)) {}
  Template text(const std::string &text) const
  {
    return Template::parse(text, [this](std::string_view name) {
      const auto found = std::ranges::find(names, name);
      return found == names.end() ? -1 : int(found - names.begin());
    });
  }
  Condition condition(bool all, const std::vector<std::tuple<std::string, CheckItem::Comparison, std::string>> &items) const
  {
    Condition made{all, {}};
    for (const auto &[left, comparison, right] : items) made.items.push_back({text(left), comparison, text(right)});
    return made;
  }
  RequestStep get(const Target &target, const std::string &path, int item = 1) const
  {
    RequestStep step = target.get("/", item);
    step.request.url = text(target.url(path));
    return step;
  }

  std::vector<std::string> names;
};

inline std::shared_ptr<Plan> planWith(Steps steps, const Slots &slotsUsed, std::vector<Stage> stages, std::shared_ptr<ExchangeObserver> witness = {},
                                      int items = 1, int threads = 1)
{
  auto plan = std::make_shared<Plan>();
  CasePlan made = caseOf(std::move(steps), std::move(stages), items);
  made.slotNames = slotsUsed.names;
  made.slotCount = int(slotsUsed.names.size());
  plan->cases.push_back(std::move(made));
  plan->threads = threads;
  plan->observer = std::move(witness);
  return plan;
}

} // namespace engine
