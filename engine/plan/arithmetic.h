// Expressions of decimal numbers: + - * / with the usual precedence, signs and parentheses, as data instructions hold them.
#pragma once

#include "engine/plan/decimal.h"

namespace engine {

/// Nothing when the text is no expression, is nested deeper than 32 levels, divides by zero or overflows 36 digits.
std::optional<Decimal> calculate(std::string_view expression);

} // namespace engine
