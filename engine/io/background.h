// A coroutine that starts at once and goes with its owner: destroyed while it waits, its frame and all it awaits go too.
//
//   m_watch = watch();   // a BackgroundTask
//
// The object a coroutine waits on must forget it (Stream::forgetReader(), the destructor of Sleeper) or go as well. A task
// must never be destroyed by what it runs itself.
#pragma once

#include "engine/io/framepool.h"

#include <coroutine>
#include <exception>
#include <utility>

namespace engine {

class BackgroundTask
{
public:
  struct promise_type
  {
    BackgroundTask get_return_object()
    {
      return BackgroundTask(std::coroutine_handle<promise_type>::from_promise(*this));
    }
    std::suspend_never initial_suspend() const noexcept { return {}; }
    std::suspend_always final_suspend() const noexcept { return {}; }
    void return_void() const noexcept {}
    void unhandled_exception() const { std::terminate(); } // nobody is left who could be told
    static void *operator new(size_t size) { return FramePool::take(size); }
    static void operator delete(void *frame, size_t size) noexcept { FramePool::give(frame, size); }
  };

  BackgroundTask() = default;
  BackgroundTask(BackgroundTask &&other) noexcept : m_handle(std::exchange(other.m_handle, {})) {}
  BackgroundTask &operator=(BackgroundTask &&other) noexcept
  {
    std::swap(m_handle, other.m_handle);
    return *this;
  }
  BackgroundTask(const BackgroundTask &) = delete;
  BackgroundTask &operator=(const BackgroundTask &) = delete;
  ~BackgroundTask() { end(); }

  void end()
  {
    if (m_handle) std::exchange(m_handle, {}).destroy();
  }
  bool isWaiting() const { return m_handle && !m_handle.done(); }

private:
  explicit BackgroundTask(std::coroutine_handle<promise_type> handle) : m_handle(handle) {}
  std::coroutine_handle<promise_type> m_handle;
};

} // namespace engine
