// The load a stage asks for as a pure function of time (semantics.md 1.2), for the engine and for the drawn curve alike.
#pragma once

#include "engine/load/stage.h"

#include <cstdint>

namespace engine {

/// Target users, or iterations a second in a rate mode, `t` ns into the stage; t is clipped to the stage.
double targetAt(const Stage &stage, int64_t t);
/// The largest targetAt() of the whole stage.
double highestTarget(const Stage &stage);
/// Number of users (rounded to nearest, at least 0) for user modes; most users for rate modes.
int usersAt(const Stage &stage, int64_t t);
/// Length in ns as planned: smart peak with time 0 computes its own; -1 when the stage ends by count.
int64_t lengthOf(const Stage &stage);
/// Starts planned from 0 to t ns: the integral of the rate, floor(∫ + 1) starts have index < it. Rate modes only.
double startsUntil(const Stage &stage, int64_t t);
/// When start number `index` (from 0) of a rate stage is due, ns into the stage; -1 when it lies beyond the end.
/// For a constant rate exactly index × 10^9 / rate, rounded to nearest, without accumulated error.
int64_t startTime(const Stage &stage, uint64_t index);

} // namespace engine
