#include "engine/protocol/http2memory.h"

#include "engine/io/framepool.h"

#include <cstdint>
#include <cstring>

namespace engine {

namespace {

/// Before each piece: how large it is with this, which the pool asks for and nghttp2 does not know.
struct alignas(16) Header
{
  size_t size;
};

void *take(size_t size, void *)
{
  if (size > SIZE_MAX - sizeof(Header)) return nullptr;
  try {
    const size_t whole = size + sizeof(Header);
    return new (FramePool::take(whole)) Header{whole} + 1;
  } catch (const std::bad_alloc &) {
    return nullptr; // nghttp2 says so
  }
}

void give(void *piece, void *)
{
  if (!piece) return;
  Header *const header = static_cast<Header *>(piece) - 1;
  FramePool::give(header, header->size);
}

void *takeZeros(size_t count, size_t size, void *user)
{
  if (size != 0 && count > SIZE_MAX / size) return nullptr;
  void *const piece = take(count * size, user);
  if (piece) std::memset(piece, 0, count * size);
  return piece;
}

void *resize(void *piece, size_t size, void *user)
{
  if (!piece) return take(size, user);
  const size_t held = (static_cast<Header *>(piece) - 1)->size - sizeof(Header);
  if (size <= held && size >= held / 2) return piece;
  void *const other = take(size, user);
  if (!other) return nullptr;
  std::memcpy(other, piece, size < held ? size : held);
  give(piece, user);
  return other;
}

} // namespace

nghttp2_mem *http2Memory()
{
  static nghttp2_mem memory{nullptr, take, give, takeZeros, resize};
  return FramePool::pooled ? &memory : nullptr;
}

} // namespace engine
