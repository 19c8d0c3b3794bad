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
// A result lives in the Task, not in the child's frame: so the frame can free itself at its end, which spares the request
// path a call a coroutine. What a coroutine takes by value may therefore die a little after its awaiter has gone on.
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
struct TaskResult
{
  std::optional<T> value;
  T take() { return std::move(*value); }
};

template<>
struct TaskResult<void>
{
  void take() noexcept {}
};

/// What the coroutine's end has to say goes to the task that awaits it.
template<class Promise, class T>
struct TaskReturn
{
  template<class U> void return_value(U &&result)
  {
    if (auto *task = static_cast<Promise *>(this)->task) task->m_result.value.emplace(std::forward<U>(result));
  }
};

template<class Promise>
struct TaskReturn<Promise, void>
{
  void return_void() noexcept {}
};

template<class T = void>
class [[nodiscard]] Task
{
public:
  struct promise_type;
  using Handle = std::coroutine_handle<promise_type>;

  struct Finish
  {
    promise_type &promise;
    bool await_ready() const noexcept ///< true: the frame frees itself
    {
      if (Task *task = promise.task) {
        task->m_handle = {};
        if (!promise.startedByAwaiter) promise.awaiter.resume(); // may destroy the task
      }
      return true;
    }
    void await_suspend(std::coroutine_handle<>) const noexcept {}
    void await_resume() const noexcept {}
  };

  struct promise_type : TaskReturn<promise_type, T>
  {
    Task *task = nullptr; ///< that awaits it; none: detached
    std::coroutine_handle<> awaiter;
    bool startedByAwaiter = false; ///< the awaiter is below us on the stack and goes on by itself

    Task get_return_object() { return Task(Handle::from_promise(*this)); }
    std::suspend_always initial_suspend() const noexcept { return {}; }
    Finish final_suspend() noexcept { return {*this}; }
    void unhandled_exception()
    {
      if (!task) std::terminate(); // nobody is left who could be told
      task->m_exception = std::current_exception();
    }
    static void *operator new(size_t size) { return FramePool::take(size); }
    static void operator delete(void *frame, size_t size) noexcept { FramePool::give(frame, size); }
  };

  Task(Task &&other) noexcept : m_handle(std::exchange(other.m_handle, {})) {} ///< only before it starts
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
    promise.task = this;
    promise.awaiter = awaiter;
    promise.startedByAwaiter = true;
    m_handle.resume();
    if (!m_handle) return false;
    promise.startedByAwaiter = false;
    return true;
  }
  T await_resume()
  {
    if (m_exception) std::rethrow_exception(m_exception);
    return m_result.take();
  }

  /// Starts it; its frame frees itself at the end. An exception that leaves a detached task ends the program.
  void detach() && { std::exchange(m_handle, {}).resume(); }

private:
  friend promise_type;
  template<class Promise, class Result> friend struct TaskReturn;
  explicit Task(Handle handle) : m_handle(handle) {}

  Handle m_handle; ///< none: ended, or moved away
  TaskResult<T> m_result;
  std::exception_ptr m_exception;
};

} // namespace engine
