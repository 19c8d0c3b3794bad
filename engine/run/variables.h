// The variables of one virtual user: values by slot, fetched once an iteration when first used (semantics.md 3.3).
#pragma once

#include "engine/plan/plan.h"
#include "engine/run/cursors.h"

#include <cstdint>
#include <span>

namespace engine {

class Variables
{
public:
  Variables(const CasePlan &plan, Cursors &cursors);

  void beginIteration() { ++m_iteration; }
  /// Makes the values of `sources` those of this iteration. False when a list that stops at its end is used up.
  bool fetch(std::span<const int> sources, uint64_t &random);
  std::vector<std::string> &values() { return m_values; }

private:
  bool fetch(size_t source, uint64_t &random);

  const CasePlan &m_plan;
  Cursors &m_cursors;
  std::vector<std::string> m_values;
  std::vector<uint64_t> m_fetchedIn; ///< iteration, by source
  std::vector<uint64_t> m_own;       ///< position, by source with a copy a user
  uint64_t m_iteration = 1;
};

} // namespace engine
