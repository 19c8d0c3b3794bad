// The pace of a throughput controller: one token every so many ns for all users of a case, none saved up. Thread-safe; one of
// the shared pieces.
#pragma once

#include <algorithm>
#include <atomic>
#include <cmath>
#include <cstdint>

namespace engine {

class RateBucket
{
public:
  /// `rate` tokens a second. The interval is rounded up, so that the rate is never passed.
  explicit RateBucket(double rate) : m_interval(std::max<int64_t>(1, int64_t(std::ceil(1e9 / rate)))) {}

  /// Takes the next token; ns from which on it may be used, not before `now`.
  int64_t take(int64_t now)
  {
    int64_t next = m_next.load(std::memory_order_relaxed);
    int64_t mine = 0;
    do mine = std::max(next, now);
    while (!m_next.compare_exchange_weak(next, mine + m_interval, std::memory_order_relaxed));
    return mine;
  }
  int64_t interval() const { return m_interval; } ///< ns

private:
  const int64_t m_interval;
  alignas(64) std::atomic<int64_t> m_next{INT64_MIN / 2};
};

} // namespace engine
