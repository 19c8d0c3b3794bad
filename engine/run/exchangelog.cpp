#include "engine/run/exchangelog.h"

#include <algorithm>

namespace engine {

LogTicket ExchangeLog::takeDue(int item)
{
  if (m_toSample > 0) {
    --m_firsts[size_t(item)].wanted;
    return forStatus;
  }
  m_begun += m_period;
  const uint64_t ordinal = m_begun;
  // Of a doubled period every second one before it belongs to the sample still, so half of them count.
  if (++m_ofThisPeriod >= mostOfAPeriod && m_begun % (2 * m_period) == 0) {
    m_ofThisPeriod /= 2;
    m_period *= 2;
  }
  m_toSample = int64_t(m_period);
  return ordinal;
}

bool ExchangeLog::isFirst(int item, int status)
{
  constexpr size_t mostStatuses = 100; // a server that makes them up fills no memory
  Firsts &firsts = m_firsts[size_t(item)];
  auto known = std::ranges::find(firsts.byStatus, status, &std::pair<int, int>::first);
  if (known == firsts.byStatus.end()) {
    if (firsts.byStatus.size() >= mostStatuses) return false;
    known = firsts.byStatus.insert(known, {status, 0});
  }
  if (known->second >= firstOfAStatus) {
    firsts.complete = status;
    return false;
  }
  ++known->second;
  return true;
}

void ExchangeLog::add(int item, int64_t atMs, const Sample &sample, LogTicket ticket, std::string message, std::string text)
{
  m_failures += sample.outcome != Outcome::Ok;
  if (text.size() > mostText) text.resize(mostText);
  m_mailbox.deliver(LoggedRequest{m_case, item, atMs, sample, ticket == forStatus ? none : ticket, std::move(message), std::move(text)});
}

} // namespace engine
