// Memory of coroutine frames: free lists a thread, by size, so that a nested co_await costs no malloc in steady state.
#pragma once

#include <array>
#include <cstddef>
#include <cstdlib>
#include <new>
#include <utility>

namespace engine {

class FramePool
{
public:
  static void *take(size_t size)
  {
    const size_t sizeClass = classOf(size);
    if (pooled && sizeClass < classes && lists()[sizeClass]) {
      Node *node = lists()[sizeClass];
      lists()[sizeClass] = node->next;
      return node;
    }
    if (void *fresh = std::malloc(sizeClass * step)) return fresh;
    throw std::bad_alloc();
  }

  static void give(void *frame, size_t size) noexcept
  {
    const size_t sizeClass = classOf(size);
    if (!pooled || sizeClass >= classes) return std::free(frame);
    lists()[sizeClass] = new (frame) Node{lists()[sizeClass]};
  }

  /// Gives this thread's free frames back to the system; called when a reactor leaves its loop.
  static void release() noexcept
  {
    for (Node *&list : lists())
      while (list) std::free(std::exchange(list, list->next));
  }

private:
  struct Node
  {
    Node *next;
  };

#if defined(__SANITIZE_ADDRESS__)
  static constexpr bool pooled = false; // a pooled frame would hide its use after free
#else
  static constexpr bool pooled = true;
#endif
  static constexpr size_t step = 64, classes = 64;

  static size_t classOf(size_t size) { return (size + step - 1) / step; }

  static std::array<Node *, classes> &lists() noexcept
  {
    static thread_local constinit std::array<Node *, classes> lists{};
    return lists;
  }
};

} // namespace engine
