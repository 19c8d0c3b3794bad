#include "engine/io/sleeper.h"

#include "engine/io/reactor.h"

#include <algorithm>
#include <utility>

namespace engine {

Sleeper::~Sleeper()
{
  if (isAsleep()) m_reactor.sleepers().remove(*this);
}

void Sleeper::cancel()
{
  if (!isAsleep()) return;
  m_cancelled = true;
  m_reactor.sleepers().wakeSoon(*this);
}

bool Sleeper::Sleep::await_ready()
{
  m_sleeper.m_cancelled = false;
  Reactor &reactor = m_sleeper.m_reactor;
  return m_at <= reactor.now() || m_at <= reactor.readClock();
}

void Sleeper::Sleep::await_suspend(std::coroutine_handle<> waiter)
{
  m_sleeper.m_waiter = waiter;
  m_sleeper.m_reactor.sleepers().add(m_sleeper, m_at);
}

/// Due at once, but later than the time for which the loop wakes sleepers now.
void Sleeper::Turn::await_suspend(std::coroutine_handle<> waiter)
{
  sleeper.m_cancelled = false;
  sleeper.m_waiter = waiter;
  sleeper.m_reactor.sleepers().add(sleeper, sleeper.m_reactor.readClock());
}

void SleepHeap::add(Sleeper &sleeper, int64_t at)
{
  sleeper.m_at = at;
  m_heap.push_back(&sleeper);
  place(m_heap.size() - 1, &sleeper);
  rise(m_heap.size() - 1);
}

void SleepHeap::remove(Sleeper &sleeper)
{
  if (sleeper.m_index < Sleeper::woken) return leaveHeap(sleeper);
  m_woken[std::exchange(sleeper.m_index, Sleeper::awake) - Sleeper::woken] = nullptr;
}

void SleepHeap::leaveHeap(Sleeper &sleeper)
{
  const size_t index = std::exchange(sleeper.m_index, Sleeper::awake);
  Sleeper *last = m_heap.back();
  m_heap.pop_back();
  if (last == &sleeper) return;
  place(index, last);
  rise(index);
  sink(last->m_index);
}

void SleepHeap::wakeSoon(Sleeper &sleeper)
{
  if (sleeper.m_index >= Sleeper::woken) return;
  leaveHeap(sleeper);
  sleeper.m_index = Sleeper::woken + m_woken.size();
  m_woken.push_back(&sleeper);
}

/// The next of them; false: there is none.
bool SleepHeap::resumeWoken()
{
  while (m_nextWoken < m_woken.size()) {
    Sleeper *const sleeper = m_woken[m_nextWoken++];
    if (!sleeper) continue;
    sleeper->m_index = Sleeper::awake;
    std::exchange(sleeper->m_waiter, {}).resume(); // may destroy it
    return true;
  }
  m_woken.clear();
  m_nextWoken = 0;
  return false;
}

void SleepHeap::resumeDue(int64_t now)
{
  for (;;) {
    if (resumeWoken()) continue;
    if (m_heap.empty() || m_heap.front()->m_at > now) break;
    Sleeper &sleeper = *m_heap.front();
    remove(sleeper);
    std::exchange(sleeper.m_waiter, {}).resume(); // may destroy it
  }
}

void SleepHeap::place(size_t index, Sleeper *sleeper)
{
  m_heap[index] = sleeper;
  sleeper->m_index = index;
}

void SleepHeap::rise(size_t index)
{
  Sleeper *sleeper = m_heap[index];
  while (index > 0) {
    const size_t parent = (index - 1) / 2;
    if (m_heap[parent]->m_at <= sleeper->m_at) break;
    place(index, m_heap[parent]);
    index = parent;
  }
  place(index, sleeper);
}

void SleepHeap::sink(size_t index)
{
  Sleeper *sleeper = m_heap[index];
  for (;;) {
    size_t child = 2 * index + 1;
    if (child >= m_heap.size()) break;
    if (child + 1 < m_heap.size() && m_heap[child + 1]->m_at < m_heap[child]->m_at) ++child;
    if (sleeper->m_at <= m_heap[child]->m_at) break;
    place(index, m_heap[child]);
    index = child;
  }
  place(index, sleeper);
}

} // namespace engine
