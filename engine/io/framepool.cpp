#include "engine/io/framepool.h"

#include <algorithm>
#include <cstdint>
#include <sys/mman.h>
#include <utility>

namespace engine {

namespace {

/// Memory at a multiple of its size; null when there is none.
void *mapAligned(size_t size)
{
  void *const mapped = mmap(nullptr, 2 * size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (mapped == MAP_FAILED) return nullptr;
  char *const begin = static_cast<char *>(mapped);
  const size_t before = (size - reinterpret_cast<uintptr_t>(mapped) % size) % size;
  if (before) munmap(begin, before);
  munmap(begin + before + size, size - before);
  return begin + before;
}

} // namespace

/// Stands at the begin of its memory; the frames follow.
struct FramePool::Slab
{
  const void *owner; ///< the pool of the thread that took it, which alone counts and gives back
  size_t frames;     ///< it holds
  size_t free;       ///< of them; counted only while slabs are given back
  bool isUnused() const { return free == frames; }

  static Slab *of(Node *frame) { return reinterpret_cast<Slab *>(reinterpret_cast<uintptr_t>(frame) & ~(slabSize - 1)); }
};

void *FramePool::large(size_t size)
{
  if (void *fresh = std::malloc(size)) return fresh;
  throw std::bad_alloc();
}

void FramePool::refill(size_t sizeClass)
{
  void *const memory = mapAligned(slabSize);
  if (!memory) throw std::bad_alloc();
  const size_t size = sizeClass * step;
  Slab *const slab = new (memory) Slab{&pool(), (slabSize - step) / size, 0};
  static_assert(sizeof(Slab) <= step);
  Node *list = nullptr;
  for (size_t i = slab->frames; i > 0; --i) list = new (static_cast<char *>(memory) + step + (i - 1) * size) Node{list};
  pool().free[sizeClass] = list;
  ++pool().slabs;
}

void FramePool::giveBack(size_t sizeClass, size_t most) noexcept
{
  Node *const all = pool().free[sizeClass];
  const auto isOurs = [](const Slab *slab) { return slab->owner == &pool(); };
  for (Node *node = all; node; node = node->next)
    if (Slab *const slab = Slab::of(node); isOurs(slab)) slab->free = 0;
  for (Node *node = all; node; node = node->next)
    if (Slab *const slab = Slab::of(node); isOurs(slab)) ++slab->free;

  // First out of the list with the frames of what goes, then away with the slabs.
  Node *kept = nullptr, *gone = nullptr;
  size_t unused = 0;
  for (Node *node = all, *next = nullptr; node; node = next) {
    next = node->next;
    Slab *const slab = Slab::of(node);
    const bool isFirst = reinterpret_cast<char *>(node) == reinterpret_cast<char *>(slab) + step;
    const bool isUnused = isOurs(slab) && slab->isUnused();
    unused += isUnused && isFirst;
    if (!isUnused) node->next = std::exchange(kept, node);
    else if (isFirst) node->next = std::exchange(gone, node); // one frame stands for its slab
  }
  pool().unused[sizeClass] = unused;
  for (size_t given = 0; gone; ++given) {
    Slab *const slab = Slab::of(gone);
    gone = gone->next;
    if (given < most) {
      munmap(slab, slabSize);
      --pool().slabs;
      --pool().unused[sizeClass];
      continue;
    }
    for (size_t i = 0; i < slab->frames; ++i)
      kept = new (reinterpret_cast<char *>(slab) + step + i * sizeClass * step) Node{kept};
  }
  pool().free[sizeClass] = kept;
}

void FramePool::trim() noexcept
{
  for (size_t sizeClass = 1; sizeClass < classes; ++sizeClass) {
    const size_t reserve = 1; // a slab a size is kept: it costs less than to come and go
    const size_t before = pool().unused[sizeClass];
    giveBack(sizeClass, before - std::min(before, reserve));
  }
}

void FramePool::release() noexcept
{
  for (size_t sizeClass = 1; sizeClass < classes; ++sizeClass) giveBack(sizeClass, SIZE_MAX);
}

} // namespace engine
