#include "engine/load/gradient.h"

#include <algorithm>
#include <cmath>

namespace engine {

std::vector<Stage> stagesOf(const Gradient &gradient)
{
  constexpr int mostSteps = 1000;
  std::vector<Stage> stages;
  if (!(gradient.percent > 0) || gradient.stepDuration <= 0 || gradient.startUsers < 0 || gradient.increaseUsers < 0)
    return stages;
  const double steps = gradient.increaseUsers ? std::ceil(100.0 / std::min(100.0, gradient.percent) - 1e-9) : 0;
  const int last = int(std::min<double>(steps, mostSteps - 1));
  for (int k = 0; k <= last; ++k) {
    const int64_t begin = k * gradient.stepDuration;
    if (gradient.totalDuration > 0 && begin >= gradient.totalDuration) break;
    const double added = std::min(double(gradient.increaseUsers), k * gradient.increaseUsers * gradient.percent / 100);
    Stage stage;
    stage.users = gradient.startUsers + int(std::lround(k == last ? gradient.increaseUsers : added));
    stage.duration = gradient.stepDuration;
    if (const int64_t left = gradient.totalDuration - begin; gradient.totalDuration > 0 && (k == last || left < stage.duration))
      stage.duration = left;
    stages.push_back(stage);
  }
  return stages;
}

} // namespace engine
