// What all fuzz targets do: the first bytes of the input choose a cut, and the outline of the rest must not depend on it.
#pragma once

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

/// `outlineOf(bytes, cut)` answers what a codec made of the bytes, given to it in two pieces.
template<class Outline>
int cutInTwo(const uint8_t *data, size_t size, Outline outlineOf)
{
  if (size < 2) return 0;
  const size_t choice = size_t(data[0]) << 8 | data[1];
  const std::string_view bytes(reinterpret_cast<const char *>(data + 2), size - 2);
  const std::string whole = outlineOf(bytes, bytes.size());
  const std::string cut = outlineOf(bytes, bytes.empty() ? 0 : choice % bytes.size());
  if (whole == cut) return 0;
  std::fprintf(stderr, "whole: %s\n\ncut:   %s\n", whole.c_str(), cut.c_str());
  std::abort();
}
