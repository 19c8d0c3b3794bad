// The loop of one worker thread: edge-triggered epoll, precise sleeps, coarse deadlines, and a door for other threads.
// All but post() and stop() belongs to the thread that calls run(). Objects that wait on a reactor must die before it.
#pragma once

#include "engine/io/deadlines.h"
#include "engine/io/sleeper.h"

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <vector>

struct epoll_event;

namespace engine {

/// Owner of a descriptor that the reactor watches.
class Pollable
{
public:
  virtual void onEvents(uint32_t events) = 0; ///< EPOLLIN, EPOLLOUT, … ; may destroy the object

protected:
  ~Pollable() = default;
};

class Reactor
{
public:
  Reactor();
  ~Reactor();
  Reactor(const Reactor &) = delete;
  Reactor &operator=(const Reactor &) = delete;

  /// False when the system refused a descriptor at construction; then nothing else may be called.
  bool isValid() const { return m_epoll >= 0 && m_timer >= 0 && m_bell >= 0; }

  void run();  ///< until stop()
  void stop(); ///< any thread; a stop before run() makes that run() end at once
  void post(std::function<void()> work); ///< any thread; runs in the loop, in order

  int64_t now() const { return m_now; }              ///< ns, as of the last wake-up; free
  uint32_t turns() const { return m_turns; }         ///< of the loop, so far; wraps around
  int64_t readClock() { return m_now = nowNs(); }    ///< ns, exact

  [[nodiscard]] PlainSleep sleepUntil(int64_t at) { return PlainSleep(*this, at); } ///< for a cancellable one: Sleeper
  SleepHeap &sleepers() { return m_sleepers; }
  Deadlines &deadlines() { return m_deadlines; }

  /// Watches `fd`, edge-triggered, for `events` (EPOLLET is added). 0 or -errno.
  int watch(int fd, uint32_t events, Pollable &owner);
  /// Level-triggered, for libraries that expect it. `change`: fd is watched already.
  int watchLevel(int fd, uint32_t events, Pollable &owner, bool change);
  void unwatch(int fd); ///< for descriptors that stay open; closing one ends its watch
  /// Forgets events of `owner` already fetched but not yet delivered. Call before it dies or changes its descriptor.
  void forget(const Pollable &owner);

  /// Scratch of 64 KB for reads. Valid until the next suspension: use the bytes before awaiting anything.
  std::span<char> readBuffer() { return {m_readBuffer.get(), readBufferSize}; }
  static constexpr size_t readBufferSize = 65536;

  double cpuSeconds() const; ///< CPU time of the calling thread so far

private:
  struct Bell final : Pollable
  {
    explicit Bell(Reactor &r) : reactor(r) {}
    void onEvents(uint32_t) override { reactor.runPosted(); }
    Reactor &reactor;
  };
  struct Alarm final : Pollable
  {
    explicit Alarm(Reactor &r) : reactor(r) {}
    void onEvents(uint32_t) override { reactor.m_armed = INT64_MAX; }
    Reactor &reactor;
  };

  void armTimer();
  int patience() const;
  void runPosted();
  void ring();

  int m_epoll, m_timer, m_bell;
  Bell m_bellEvents{*this};
  Alarm m_alarmEvents{*this};
  int64_t m_now = nowNs();
  uint32_t m_turns = 0;
  int64_t m_armed = INT64_MAX; ///< ns, when the timerfd fires
  SleepHeap m_sleepers;
  Deadlines m_deadlines;
  std::unique_ptr<char[]> m_readBuffer{new char[readBufferSize]};

  std::span<epoll_event> m_pending; ///< fetched, not yet delivered
  std::atomic<bool> m_stop{false};
  std::mutex m_mutex;
  std::vector<std::function<void()>> m_posted;
};

} // namespace engine
