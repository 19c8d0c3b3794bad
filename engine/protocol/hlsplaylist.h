// Play lists of HLS (RFC 8216): text in, values out. Every byte is foreign.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace engine {

struct HlsVariant
{
  std::string uri; ///< as written
  uint64_t bandwidth = 0; ///< bit/s
};

struct HlsKey
{
  std::string uri;
  std::optional<std::string> iv; ///< 16 bytes; without one the sequence number is it
  bool operator==(const HlsKey &) const = default;
};

/// A part of a resource; length 0: all of it.
struct HlsRange
{
  uint64_t offset = 0, length = 0;
};

struct HlsSegment
{
  std::string uri;
  int64_t duration = 0; ///< ns
  uint64_t sequence = 0;
  HlsRange range;
  int key = -1, map = -1; ///< in the lists of the play list; -1: none
};

struct HlsMap
{
  std::string uri;
  HlsRange range;
  bool operator==(const HlsMap &other) const { return uri == other.uri && range.offset == other.range.offset && range.length == other.range.length; }
};

struct HlsPlaylist
{
  static constexpr size_t mostBytes = 4'000'000, mostSegments = 100'000;

  bool isMaster = false;
  std::vector<HlsVariant> variants;
  std::vector<HlsSegment> segments;
  std::vector<HlsKey> keys;
  std::vector<HlsMap> maps;
  int64_t targetDuration = 0; ///< ns
  bool isEnded = false;       ///< nothing will be added

  /// Null, or what is wrong (end of a sentence).
  const char *parse(std::string_view text);
};

/// Place of the variant to play, by `rule`: 0 the first, 1 the highest, 2 the lowest bandwidth, 3 any (by `random`).
size_t hlsChoice(const std::vector<HlsVariant> &variants, int rule, uint64_t random);

} // namespace engine
