// Positions in the value lists that all users of a case share. Thread-safe; one of the four shared pieces.
#pragma once

#include <atomic>
#include <cstdint>
#include <deque>

namespace engine {

class Cursors
{
public:
  explicit Cursors(size_t sources) : m_positions(sources) {}

  /// The next position of a source, from 0 on without end.
  uint64_t advance(size_t source) { return m_positions[source].next.fetch_add(1, std::memory_order_relaxed); }

private:
  struct alignas(64) Position // a cache line of its own: different lists do not disturb each other
  {
    std::atomic<uint64_t> next{0};
  };
  std::deque<Position> m_positions;
};

} // namespace engine
