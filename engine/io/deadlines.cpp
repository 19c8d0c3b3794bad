#include "engine/io/deadlines.h"

#include <algorithm>

namespace engine {

void Deadlines::file(Deadline &deadline)
{
  // The spoke is looked at once its whole tick has passed, so a deadline is never early. One farther away than a
  // revolution waits in the last spoke and is filed again from there.
  const int64_t due = std::clamp(deadline.m_at / tick + 1, m_tick + 1, m_tick + spokes - 1);
  if (deadline.isLinked()) deadline.unlink();
  deadline.append(m_wheel[size_t(due % spokes)]);
  deadline.m_lookedAt = due * tick;
  m_mayHold = true;
}

void Deadlines::remove(Deadline &deadline)
{
  deadline.m_at = 0;
  if (deadline.isLinked()) deadline.unlink();
}

void Deadlines::setDueNow(Deadline &deadline)
{
  if (deadline.isLinked()) deadline.unlink();
  deadline.m_at = deadline.m_lookedAt = 1;
  deadline.append(m_due);
}

void Deadlines::runDue(int64_t now)
{
  const int64_t current = now / tick;
  m_tick = std::max(m_tick, current - spokes); // after a long sleep one revolution sees every spoke
  while (m_tick < current) {
    ++m_tick;
    lookAt(m_wheel[size_t(m_tick % spokes)], now);
    if (m_tick % spokes == 0) m_mayHold = std::ranges::any_of(m_wheel, &Link::isLinked);
  }
  fireDue();
}

void Deadlines::lookAt(Link &spoke, int64_t now)
{
  Link batch; // a deadline that fires may set, clear or destroy any other, also one of this batch
  while (spoke.isLinked()) {
    Link *link = spoke.next;
    link->unlink();
    link->append(batch);
  }
  while (batch.isLinked()) {
    auto &deadline = static_cast<Deadline &>(*batch.next);
    deadline.unlink();
    if (deadline.m_at > now) {
      file(deadline);
    } else if (deadline.m_at != 0) {
      deadline.m_at = 0;
      deadline.onDeadline();
    }
  }
}

void Deadlines::fireDue()
{
  Link batch; // so that those made due meanwhile wait for the next turn
  while (m_due.isLinked()) {
    Link *link = m_due.next;
    link->unlink();
    link->append(batch);
  }
  while (batch.isLinked()) {
    auto &deadline = static_cast<Deadline &>(*batch.next);
    deadline.unlink();
    deadline.m_at = 0;
    deadline.onDeadline();
  }
}

int Deadlines::patience() const
{
  if (m_due.isLinked()) return 0;
  return m_mayHold ? int(tick / oneMs) : -1;
}

} // namespace engine
