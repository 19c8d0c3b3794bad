// Conditions and data instructions over the values of one user. Pure but for those values.
#pragma once

#include "engine/check/evaluate.h"

namespace engine {

/// True without items. Numbers are compared where both sides are numbers, else text; an empty left side does not exist.
bool holds(const Condition &condition, ExpansionContext &context);
/// Writes the values in order, so that a later one may use an earlier one.
void assign(const DataStep &data, ExpansionContext &context);

} // namespace engine
