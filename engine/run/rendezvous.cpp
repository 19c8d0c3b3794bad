#include "engine/run/rendezvous.h"

namespace engine {

void Rendezvous::listen(Open open)
{
  const std::scoped_lock lock(m_mutex);
  m_listeners.push_back(std::move(open));
}

void Rendezvous::open(std::unique_lock<std::mutex> &lock)
{
  const uint64_t number = m_number++;
  m_arrived = 0;
  m_until = INT64_MAX;
  const std::vector<Open> listeners = m_listeners;
  lock.unlock();
  for (const Open &each : listeners) each(number);
}

Rendezvous::Place Rendezvous::arrive(int64_t now, int active)
{
  std::unique_lock lock(m_mutex);
  if (m_arrived++ == 0 && m_timeout > 0) m_until = now + m_timeout;
  Place place{m_number, m_until, isFull(active)};
  if (place.goesOn) open(lock);
  return place;
}

void Rendezvous::timedOut(uint64_t number)
{
  std::unique_lock lock(m_mutex);
  if (number == m_number) open(lock);
}

void Rendezvous::fewer(int active)
{
  std::unique_lock lock(m_mutex);
  if (m_count == 0 && isFull(active)) open(lock);
}

void Rendezvous::stageChanged(int stage)
{
  std::unique_lock lock(m_mutex);
  if (stage <= m_stage) return;
  m_stage = stage;
  if (m_arrived > 0) open(lock);
}

} // namespace engine
