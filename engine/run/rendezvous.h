// Where users of a case wait for each other, whichever workers they belong to: until enough have come, too much time has
// passed since the first, the stage changes or the run stops. Then it begins anew. Thread-safe. It has a lock, held for a few
// ns while arriving: nothing of it is on the way of a request.
#pragma once

#include <cstdint>
#include <functional>
#include <mutex>
#include <vector>

namespace engine {

class Rendezvous
{
public:
  /// `count`: how many to wait for, 0: all that are active. `timeout`: ns, 0: without end.
  Rendezvous(int count, int64_t timeout) : m_count(count), m_timeout(timeout) {}

  /// Called from any thread when those of meeting `number` (and earlier) shall go on.
  using Open = std::function<void(uint64_t number)>;
  void listen(Open open); ///< one a worker, before the first arrival

  struct Place
  {
    uint64_t number = 0;      ///< of the meeting
    int64_t until = INT64_MAX; ///< ns
    bool goesOn = false;      ///< it was the last one that was missing: do not wait
  };
  /// A user has come; `active` is how many there are now.
  Place arrive(int64_t now, int active);
  void timedOut(uint64_t number); ///< told by a user that has waited to the end
  void fewer(int active);         ///< a user has left, or rests
  void stageChanged(int stage);   ///< told by each worker; the first one counts

private:
  void open(std::unique_lock<std::mutex> &lock); ///< unlocks
  bool isFull(int active) const { return m_arrived > 0 && m_arrived >= (m_count > 0 ? m_count : active); }

  const int m_count;
  const int64_t m_timeout;
  std::mutex m_mutex;
  std::vector<Open> m_listeners;
  uint64_t m_number = 1;
  int m_arrived = 0, m_stage = -1;
  int64_t m_until = INT64_MAX;
};

} // namespace engine
