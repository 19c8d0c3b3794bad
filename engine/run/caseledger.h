// What one worker counts of one case, second by second. Single-threaded; each closed second goes to the mailbox.
#pragma once

#include "engine/io/clock.h"
#include "engine/stats/statsmailbox.h"

#include <cstdint>
#include <functional>

namespace engine {

class CaseLedger
{
public:
  /// `fill` adds users and target to a second about to be closed.
  CaseLedger(int worker, int caseIndex, size_t items, StatsMailbox &mailbox, std::function<void(CaseSecond &)> fill);

  void begin(int64_t caseStart);
  /// The second that `now` belongs to; earlier ones are closed.
  CaseSecond &at(int64_t now)
  {
    if (now >= m_end) closeUpTo(now);
    return m_open;
  }
  void closeUpTo(int64_t now); ///< every second that has ended by then
  void finish();               ///< what is open too; nothing may follow
  int64_t msOf(int64_t now) const { return (now - m_start) / oneMs; }

private:
  void close();

  int m_worker, m_case;
  size_t m_items;
  StatsMailbox &m_mailbox;
  std::function<void(CaseSecond &)> m_fill;
  int64_t m_start = 0, m_end = INT64_MAX;
  CaseSecond m_open;
};

} // namespace engine
