#include "engine/run/caseledger.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace engine {

CaseLedger::CaseLedger(int worker, int caseIndex, size_t items, StatsMailbox &mailbox, std::function<void(CaseSecond &)> fill)
    : m_worker(worker), m_case(caseIndex), m_items(items), m_mailbox(mailbox), m_fill(std::move(fill))
{}

void CaseLedger::begin(int64_t caseStart)
{
  m_start = caseStart;
  m_end = caseStart + oneSecond;
  m_open.caseIndex = m_case;
  m_open.items.resize(m_items);
}

void CaseLedger::closeUpTo(int64_t now)
{
  while (now >= m_end) close();
}

void CaseLedger::close()
{
  m_fill(m_open);
  const int second = m_open.second;
  CaseSecond next;
  next.caseIndex = m_case;
  next.second = second + 1;
  next.items.resize(m_items);
  m_mailbox.deliver(std::exchange(m_open, std::move(next)));
  m_mailbox.closed(m_worker, m_case, second + 1);
  m_end += oneSecond;
}

void CaseLedger::finish()
{
  const bool hasContent = m_open.second == 0 || m_open.starts || m_open.dropped || m_open.cutOff || m_open.retried
      || m_open.redirectHops || std::ranges::any_of(m_open.items, [](const Tally &tally) { return !tally.isEmpty(); });
  if (hasContent) close();
  m_mailbox.closed(m_worker, m_case, std::numeric_limits<int>::max());
}

} // namespace engine
