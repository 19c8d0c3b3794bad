#include "engine/io/reactor.h"

#include "engine/io/framepool.h"

#include <array>
#include <cerrno>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/timerfd.h>
#include <unistd.h>

namespace engine {

Reactor::Reactor()
  : m_epoll(epoll_create1(EPOLL_CLOEXEC)), m_timer(timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK | TFD_CLOEXEC)),
    m_bell(eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC))
{
  if (!isValid()) return;
  watch(m_timer, EPOLLIN, m_alarmEvents);
  watch(m_bell, EPOLLIN, m_bellEvents);
}

Reactor::~Reactor()
{
  for (int fd : {m_bell, m_timer, m_epoll})
    if (fd >= 0) ::close(fd);
}

void Reactor::run()
{
  std::array<epoll_event, 512> events;
  readClock();
  while (!m_stop.load(std::memory_order_acquire)) {
    m_sleepers.resumeDue(m_now);
    armTimer();
    const int count = epoll_wait(m_epoll, events.data(), int(events.size()), patience());
    readClock();
    ++m_turns;
    for (int i = 0; i < count; ++i) {
      m_pending = std::span(events).subspan(size_t(i + 1), size_t(count - i - 1));
      if (auto *owner = static_cast<Pollable *>(events[size_t(i)].data.ptr)) owner->onEvents(events[size_t(i)].events);
    }
    m_pending = {};
    readClock();
    m_deadlines.runDue(m_now);
  }
  m_stop.store(false, std::memory_order_release);
  FramePool::release();
}

void Reactor::stop()
{
  m_stop.store(true, std::memory_order_release);
  ring();
}

void Reactor::post(std::function<void()> work)
{
  {
    std::lock_guard lock(m_mutex);
    m_posted.push_back(std::move(work));
  }
  ring();
}

void Reactor::ring()
{
  const uint64_t one = 1;
  [[maybe_unused]] const ssize_t written = ::write(m_bell, &one, sizeof one); // full means it rings already
}

void Reactor::runPosted()
{
  uint64_t rung;
  [[maybe_unused]] const ssize_t got = ::read(m_bell, &rung, sizeof rung);
  std::vector<std::function<void()>> posted;
  {
    std::lock_guard lock(m_mutex);
    posted.swap(m_posted);
  }
  for (std::function<void()> &work : posted) work();
}

void Reactor::armTimer()
{
  // An alarm set too early only costs a wake-up, so it is moved only forward: fewer system calls.
  if (m_sleepers.isEmpty() || m_sleepers.earliest() >= m_armed || m_sleepers.earliest() <= m_now) return;
  m_armed = m_sleepers.earliest();
  itimerspec when{};
  when.it_value = {time_t(m_armed / oneSecond), long(m_armed % oneSecond)};
  timerfd_settime(m_timer, TFD_TIMER_ABSTIME, &when, nullptr);
}

int Reactor::patience() const
{
  if (!m_sleepers.isEmpty() && m_sleepers.earliest() <= m_now) return 0;
  return m_deadlines.patience();
}

int Reactor::watch(int fd, uint32_t events, Pollable &owner)
{
  epoll_event event{};
  event.events = events | EPOLLET;
  event.data.ptr = &owner;
  return epoll_ctl(m_epoll, EPOLL_CTL_ADD, fd, &event) == 0 ? 0 : -errno;
}

int Reactor::watchLevel(int fd, uint32_t events, Pollable &owner, bool change)
{
  epoll_event event{};
  event.events = events;
  event.data.ptr = &owner;
  return epoll_ctl(m_epoll, change ? EPOLL_CTL_MOD : EPOLL_CTL_ADD, fd, &event) == 0 ? 0 : -errno;
}

void Reactor::unwatch(int fd) { epoll_ctl(m_epoll, EPOLL_CTL_DEL, fd, nullptr); }

void Reactor::forget(const Pollable &owner)
{
  for (epoll_event &event : m_pending)
    if (event.data.ptr == &owner) event.data.ptr = nullptr;
}

double Reactor::cpuSeconds() const
{
  timespec t;
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
  return double(t.tv_sec) + double(t.tv_nsec) / 1e9;
}

} // namespace engine
