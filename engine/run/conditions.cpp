#include "engine/run/conditions.h"

#include "engine/plan/arithmetic.h"

namespace engine {

bool holds(const Condition &condition, ExpansionContext &context)
{
  bool any = condition.items.empty();
  for (const Comparison &item : condition.items) {
    std::string left, right;
    expand(item.left, context, left);
    expand(item.right, context, right);
    const bool isTrue = holds(item.comparison, left.empty() ? std::nullopt : std::optional(std::move(left)), right);
    if (isTrue && !condition.all) return true;
    if (!isTrue && condition.all) return false;
    any |= isTrue;
  }
  return any;
}

void assign(const DataStep &data, ExpansionContext &context)
{
  for (const DataStep::Assignment &each : data.assignments) {
    if (each.slot < 0 || !context.values || size_t(each.slot) >= context.values->size()) continue;
    std::string value; // not into the slot itself: the text may use what it held
    expand(each.value, context, value);
    std::optional<Decimal> number;
    if (each.isNumber) number = calculate(value);
    if (number && each.scale) number = calculate('+', *number, Decimal(), each.scale, each.rounding);
    if (number) {
      value.clear();
      number->appendTo(value);
    }
    (*context.values)[size_t(each.slot)] = std::move(value);
  }
}

} // namespace engine
