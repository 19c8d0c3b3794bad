// Headers of binary protocols, whose bytes come in pieces.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>

namespace engine {

/// Takes from the front of `bytes` until `carry` has `size` of them; false: more must come.
inline bool fillUp(std::string &carry, std::string_view &bytes, size_t size)
{
  const size_t count = std::min(bytes.size(), size - carry.size());
  carry.append(bytes.substr(0, count));
  bytes.remove_prefix(count);
  return carry.size() == size;
}

/// Of the first four bytes, or of fewer; the highest first.
inline uint32_t bigEndian(std::string_view bytes)
{
  uint32_t value = 0;
  for (const char c : bytes.substr(0, 4)) value = value << 8 | uint8_t(c);
  return value;
}

} // namespace engine
