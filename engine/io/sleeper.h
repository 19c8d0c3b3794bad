// Precise sleeps: a binary heap over one absolute timerfd (about 70 us late at the median, never early).
//
//   Sleeper sleeper(reactor);
//   bool slept = co_await sleeper.until(at);   // false: cancel() was called meanwhile
#pragma once

#include <coroutine>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace engine {

class Reactor;

/// One sleep at a time; may be used again and again. Destroying it while asleep forgets the sleeping coroutine.
class Sleeper
{
public:
  explicit Sleeper(Reactor &reactor) : m_reactor(reactor) {}
  Sleeper(const Sleeper &) = delete;
  Sleeper &operator=(const Sleeper &) = delete;
  ~Sleeper();

  class Sleep
  {
  public:
    bool await_ready();
    void await_suspend(std::coroutine_handle<> waiter);
    bool await_resume() const { return !m_sleeper.m_cancelled; } ///< true: slept to the end

  private:
    friend class Sleeper;
    Sleep(Sleeper &sleeper, int64_t at) : m_sleeper(sleeper), m_at(at) {}
    Sleeper &m_sleeper;
    int64_t m_at;
  };

  /// Until the loop has come to everything else that is due; until(now) would not suspend.
  struct Turn
  {
    Sleeper &sleeper;
    bool await_ready() const { return false; }
    void await_suspend(std::coroutine_handle<> waiter);
    void await_resume() const {}
  };
  [[nodiscard]] Turn nextTurn() { return {*this}; }

  /// ns of nowNs(); does not suspend when that has passed.
  [[nodiscard]] Sleep until(int64_t at) { return Sleep(*this, at); }
  /// Wakes a sleep under way on the next turn of the loop (so it is safe while walking over users); else does nothing.
  void cancel();
  bool isAsleep() const { return m_index != awake; }

private:
  friend class SleepHeap;
  static constexpr size_t awake = size_t(-1);
  static constexpr size_t woken = size_t(1) << 62; ///< from here on: place among those woken before their time

  Reactor &m_reactor;
  std::coroutine_handle<> m_waiter;
  int64_t m_at = 0;
  size_t m_index = awake; ///< place in the heap, or as above
  bool m_cancelled = false;
};

/// The sleepers of one reactor, earliest first; before them those who were woken before their time, in order. Those stand in a
/// row of their own: to bring each to the top of the heap and down again costs more than what many are woken for.
class SleepHeap
{
public:
  void add(Sleeper &sleeper, int64_t at);
  void remove(Sleeper &sleeper);
  void wakeSoon(Sleeper &sleeper);
  bool isEmpty() const { return m_heap.empty() && m_woken.empty(); }
  int64_t earliest() const { return m_woken.empty() ? m_heap.front()->m_at : 0; }
  void resumeDue(int64_t now);

private:
  void place(size_t index, Sleeper *sleeper);
  void rise(size_t index);
  void sink(size_t index);

  void leaveHeap(Sleeper &sleeper);
  bool resumeWoken();

  std::vector<Sleeper *> m_heap, m_woken; ///< the latter: null who died meanwhile
  size_t m_nextWoken = 0;
};

/// A sleep that nobody cancels, for `co_await reactor.sleepUntil(at)`.
class PlainSleep
{
public:
  PlainSleep(Reactor &reactor, int64_t at) : m_sleeper(reactor), m_sleep(m_sleeper.until(at)) {}
  bool await_ready() { return m_sleep.await_ready(); }
  void await_suspend(std::coroutine_handle<> waiter) { m_sleep.await_suspend(waiter); }
  void await_resume() const {}

private:
  Sleeper m_sleeper;
  Sleeper::Sleep m_sleep;
};

} // namespace engine
