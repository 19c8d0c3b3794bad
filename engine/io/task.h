// A coroutine that starts when awaited and resumes its awaiter when it ends.
//
//   Task<int> length(Stream &stream) { …; co_return n; }
//   int n = co_await length(stream);   // within another Task
//   serve(stream).detach();            // starts now, owns itself
//
// Single-threaded. g++ 12 makes a tail call of symmetric transfer only when optimizing, so a million synchronous awaits in
// a loop would overflow the stack at -O0 or under sanitizers. Hence the trampoline: the awaiting side resumes the child
// itself, and a child that ends within that call resumes nobody.
//
// Do not write `a && co_await task()`: g++ 12 then destroys the task while it is suspended. Await into a variable first.
#pragma once

#include "engine/io/framepool.h"

#include <coroutine>
#include <exception>
#include <optional>
#include <utility>

namespace engine {

template<class T>
struct TaskValue
{
  std::optional<T> value;
  template<class U> void return_value(U &&result) { value.emplace(std::forward<U>(result)); }
  T take() { return std::move(*value); }
};

template<>
struct TaskValue<void>
{
  void return_void() noexcept {}
  void take() noexcept {}
};

template<class T = void>
class [[nodiscard]] Task
{
public:
  struct promise_type;
  using Handle = std::coroutine_handle<promise_type>;

  struct Finish
  {
    bool await_ready() const noexcept { return false; }
    void await_suspend(Handle finished) const noexcept
    {
      promise_type &promise = finished.promise();
      if (promise.detached) return finished.destroy();
      if (!promise.startedByAwaiter) promise.awaiter.resume();
    }
    void await_resume() const noexcept {}
  };

  struct promise_type : TaskValue<T>
  {
    std::coroutine_handle<> awaiter;
    std::exception_ptr exception;
    bool detached = false;
    bool startedByAwaiter = false; ///< the awaiter is below us on the stack and goes on by itself

    Task get_return_object() { return Task(Handle::from_promise(*this)); }
    std::suspend_always initial_suspend() const noexcept { return {}; }
    Finish final_suspend() const noexcept { return {}; }
    void unhandled_exception()
    {
      if (detached) std::terminate(); // nobody is left who could be told
      exception = std::current_exception();
    }
    static void *operator new(size_t size) { return FramePool::take(size); }
    static void operator delete(void *frame, size_t size) noexcept { FramePool::give(frame, size); }
  };

  Task(Task &&other) noexcept : m_handle(std::exchange(other.m_handle, {})) {}
  Task(const Task &) = delete;
  Task &operator=(const Task &) = delete;
  Task &operator=(Task &&) = delete;
  ~Task()
  {
    if (m_handle) m_handle.destroy();
  }

  bool await_ready() const noexcept { return false; }
  bool await_suspend(std::coroutine_handle<> awaiter)
  {
    promise_type &promise = m_handle.promise();
    promise.awaiter = awaiter;
    promise.startedByAwaiter = true;
    m_handle.resume();
    if (m_handle.done()) return false;
    promise.startedByAwaiter = false;
    return true;
  }
  T await_resume()
  {
    promise_type &promise = m_handle.promise();
    if (promise.exception) std::rethrow_exception(promise.exception);
    return promise.take();
  }

  /// Starts it; its frame frees itself at the end. An exception that leaves a detached task ends the program.
  void detach() &&
  {
    m_handle.promise().detached = true;
    std::exchange(m_handle, {}).resume();
  }

private:
  explicit Task(Handle handle) : m_handle(handle) {}
  Handle m_handle;
};

} // namespace engine
