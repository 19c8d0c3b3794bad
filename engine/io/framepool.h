// Memory of coroutine frames: free lists a thread, by size, so that a nested co_await costs no malloc in steady state.
// Frames of a size share slabs, and what a peak needed can go back to the system once it is over: ten thousand users that
// connect in the same moment then wait in a third of the memory. A frame may die in another
// thread than it was born in; then its slab stays.
#pragma once

#include <array>
#include <cstddef>
#include <cstdlib>
#include <new>

namespace engine {

class FramePool
{
public:
  static void *take(size_t size)
  {
    const size_t sizeClass = classOf(size);
    if (!pooled || sizeClass >= classes) return large(size);
    Node *&list = pool().free[sizeClass];
    if (!list) refill(sizeClass);
    Node *node = list;
    list = node->next;
    return node;
  }

  static void give(void *frame, size_t size) noexcept
  {
    const size_t sizeClass = classOf(size);
    if (!pooled || sizeClass >= classes) return std::free(frame);
    Node *&list = pool().free[sizeClass];
    list = new (frame) Node{list};
  }

  /// Gives slabs of this thread back of which no frame was in use at the last call either. Looks at every free frame
  /// (some 50 ns each), so for now and then.
  static void trim() noexcept;
  /// Gives every slab back of which no frame is in use; at the end of a thread.
  static void release() noexcept;
  static size_t slabs() noexcept { return pool().slabs; } ///< that this thread took and did not give back

  static constexpr size_t slabSize = 65536; ///< bytes, and its alignment
#if defined(__SANITIZE_ADDRESS__)
#define CRESCENDO_PLAIN_FRAMES
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define CRESCENDO_PLAIN_FRAMES
#endif
#endif
#ifdef CRESCENDO_PLAIN_FRAMES
  static constexpr bool pooled = false; ///< a pooled frame would hide its use after free
#else
  static constexpr bool pooled = true;
#endif

private:
  struct Node
  {
    Node *next;
  };
  struct Slab;

  static constexpr size_t step = 64, classes = 64;

  struct Pool
  {
    std::array<Node *, classes> free{};
    std::array<size_t, classes> unused{}; ///< slabs without a frame in use, at the last trim
    size_t slabs = 0;
  };

  static size_t classOf(size_t size) { return (size + step - 1) / step; }
  static void *large(size_t size);
  static void refill(size_t sizeClass);
  static void giveBack(size_t sizeClass, size_t most) noexcept;

  static Pool &pool() noexcept
  {
    static thread_local constinit Pool pool{};
    return pool;
  }
};

} // namespace engine
