// The gradient increase of a case (`increase_setting`): a staircase of plain concurrency stages (semantics.md 1.1).
#pragma once

#include "engine/load/stage.h"

#include <cstdint>
#include <vector>

namespace engine {

struct Gradient
{
  int startUsers = 0, increaseUsers = 0; ///< the last step has their sum
  double percent = 10;                   ///< of increaseUsers that each step adds, (0, 100]
  int64_t stepDuration = 0, totalDuration = 0; ///< ns; a total of 0 gives every step its duration
};

/// Step k has startUsers + k × increaseUsers × percent users, at most start + increase. The last step takes what is left
/// of the total; steps beyond it are left out. At most 1,000 steps; none when a field makes no sense.
std::vector<Stage> stagesOf(const Gradient &gradient);

} // namespace engine
