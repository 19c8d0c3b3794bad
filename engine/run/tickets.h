// The shared count of a stage that ends by count: one ticket an iteration. Thread-safe; one of the four shared pieces.
#pragma once

#include <atomic>
#include <cstdint>

namespace engine {

class Tickets
{
public:
  explicit Tickets(uint64_t count) : m_count(count) {}

  /// False when all iterations have been started.
  bool take() { return m_taken.fetch_add(1, std::memory_order_relaxed) < m_count; }
  /// An iteration with a ticket has ended; true for the very last one.
  bool finish() { return m_finished.fetch_add(1, std::memory_order_acq_rel) + 1 == m_count; }

private:
  alignas(64) const uint64_t m_count;
  alignas(64) std::atomic<uint64_t> m_taken{0};
  alignas(64) std::atomic<uint64_t> m_finished{0};
};

} // namespace engine
