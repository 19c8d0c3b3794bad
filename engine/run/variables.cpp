#include "engine/run/variables.h"

#include "engine/plan/functions.h"

#include <charconv>

namespace engine {

namespace {

/// Number of entries; 0 stands for none, and for a range over all 64 bits.
uint64_t sizeOf(const VariableSource &source)
{
  switch (source.kind) {
  case VariableSource::Range: return source.high < source.low ? 0 : uint64_t(source.high) - uint64_t(source.low) + 1;
  case VariableSource::Rows:
    if (source.rows) return source.rows->rows();
    return source.columns > 0 ? source.values.size() / size_t(source.columns) : 0;
  default: return source.values.size();
  }
}

void assign(std::string &value, int64_t number)
{
  char digits[24];
  value.assign(digits, std::to_chars(digits, digits + sizeof digits, number).ptr);
}

} // namespace

Variables::Variables(const CasePlan &plan, Cursors &cursors) : m_plan(plan), m_cursors(cursors)
{
  m_values.resize(size_t(plan.slotCount));
  m_fetchedIn.resize(plan.variables.size());
  m_own.resize(plan.variables.size());
}

bool Variables::fetch(std::span<const int> sources, uint64_t &random)
{
  for (const int source : sources) {
    if (m_fetchedIn[size_t(source)] == m_iteration) continue;
    if (!fetch(size_t(source), random)) return false;
    m_fetchedIn[size_t(source)] = m_iteration;
  }
  return true;
}

bool Variables::fetch(size_t index, uint64_t &random)
{
  const VariableSource &source = m_plan.variables[index];
  const uint64_t size = sizeOf(source);
  if (!size) return true;

  uint64_t position = 0;
  if (source.random) position = nextRandom(random) % size;
  else if (source.kind != VariableSource::Fixed) {
    position = source.perUser ? m_own[index]++ : m_cursors.advance(index);
    if (source.stopAtEnd && position >= size) return false;
    position %= size;
  }
  if (source.rows) {
    static thread_local std::vector<std::string> cells; // their capacity is kept
    source.rows->read(position, cells);
    for (size_t column = 0; column < source.slotIndexes.size() && column < cells.size(); ++column) {
      const int slot = source.slotIndexes[column];
      if (slot >= 0 && size_t(slot) < m_values.size()) m_values[size_t(slot)] = cells[column];
    }
    return true;
  }
  for (size_t column = 0; column < source.slotIndexes.size(); ++column) {
    const int slot = source.slotIndexes[column];
    if (slot < 0 || size_t(slot) >= m_values.size()) continue;
    std::string &value = m_values[size_t(slot)];
    if (source.kind == VariableSource::Range) assign(value, int64_t(uint64_t(source.low) + position));
    else if (source.kind != VariableSource::Rows) value = source.values[position];
    else if (column < size_t(source.columns)) value = source.values[position * size_t(source.columns) + column];
  }
  return true;
}

} // namespace engine
