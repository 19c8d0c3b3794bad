#include "engine/protocol/hlsplaylist.h"

#include "engine/protocol/payload.h"

#include <algorithm>
#include <charconv>

namespace engine {

namespace {

constexpr int64_t oneSecondNs = 1'000'000'000, mostDuration = 3600 * oneSecondNs;

std::string_view trimmed(std::string_view text)
{
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\r')) text.remove_suffix(1);
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  return text;
}

/// The value after `tag`, when the line is that tag.
std::optional<std::string_view> after(std::string_view line, std::string_view tag)
{
  if (!line.starts_with(tag)) return {};
  line.remove_prefix(tag.size());
  if (line.empty()) return line;
  if (line.front() != ':') return {};
  return line.substr(1);
}

/// The value of `name` in an attribute list: NAME=value,NAME="value, with commas".
std::optional<std::string_view> attribute(std::string_view list, std::string_view name)
{
  while (!list.empty()) {
    const size_t equals = list.find('=');
    if (equals == list.npos) return {};
    const std::string_view key = trimmed(list.substr(0, equals));
    list.remove_prefix(equals + 1);
    std::string_view value;
    if (list.starts_with('"')) {
      const size_t end = list.find('"', 1);
      if (end == list.npos) return {};
      value = list.substr(1, end - 1);
      list.remove_prefix(end + 1);
    } else {
      value = trimmed(list.substr(0, list.find(',')));
    }
    if (key == name) return value;
    const size_t comma = list.find(',');
    list = comma == list.npos ? std::string_view() : list.substr(comma + 1);
  }
  return {};
}

template<class Number>
std::optional<Number> number(std::string_view text)
{
  Number value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return {};
  return value;
}

/// "6", "5.005", "5.005,title", in ns.
std::optional<int64_t> seconds(std::string_view text)
{
  const std::optional<double> value = number<double>(trimmed(text.substr(0, text.find(','))));
  if (!value || !(*value >= 0) || *value * double(oneSecondNs) > double(mostDuration)) return {};
  return int64_t(*value * double(oneSecondNs));
}

/// "LENGTH" or "LENGTH@OFFSET"; without an offset it begins at `next`.
std::optional<HlsRange> byteRange(std::string_view text, uint64_t next)
{
  const size_t at = text.find('@');
  const std::optional<uint64_t> length = number<uint64_t>(trimmed(text.substr(0, at)));
  const std::optional<uint64_t> offset = at == text.npos ? next : number<uint64_t>(trimmed(text.substr(at + 1)));
  if (!length || !offset || *length == 0 || *length > UINT64_MAX / 2 || *offset > UINT64_MAX / 2) return {};
  return HlsRange{*offset, *length};
}

/// "0x…" of up to 32 digits, filled from the left.
std::optional<std::string> initVector(std::string_view text)
{
  if (!text.starts_with("0x") && !text.starts_with("0X")) return {};
  text.remove_prefix(2);
  if (text.empty() || text.size() > 32) return {};
  return bytesFromHex(std::string(32 - text.size(), '0').append(text));
}

template<class T>
int placeOf(std::vector<T> &list, T value)
{
  const auto found = std::ranges::find(list, value);
  if (found != list.end()) return int(found - list.begin());
  list.push_back(std::move(value));
  return int(list.size()) - 1;
}

struct Parsing
{
  HlsPlaylist &list;
  std::optional<uint64_t> bandwidth; ///< of a variant whose URI follows
  std::optional<int64_t> duration;   ///< of a segment whose URI follows
  std::optional<HlsRange> range;
  uint64_t sequence = 0, nextOffset = 0;
  int key = -1, map = -1;

  const char *tag(std::string_view line);
  const char *uri(std::string_view line);
  const char *keyTag(std::string_view attributes);
};

const char *Parsing::keyTag(std::string_view attributes)
{
  const std::string_view method = attribute(attributes, "METHOD").value_or("");
  key = -1;
  if (method == "NONE") return nullptr;
  if (method != "AES-128") return "its segments are encrypted by another method than AES-128";
  const auto uri = attribute(attributes, "URI"), iv = attribute(attributes, "IV");
  if (!uri || uri->empty()) return "the key of its segments has no address";
  HlsKey one{std::string(*uri), {}};
  if (iv) {
    one.iv = initVector(*iv);
    if (!one.iv) return "the IV of its segments makes no sense";
  }
  key = placeOf(list.keys, std::move(one));
  return nullptr;
}

const char *Parsing::tag(std::string_view line)
{
  if (const auto stream = after(line, "#EXT-X-STREAM-INF")) {
    list.isMaster = true;
    bandwidth = number<uint64_t>(attribute(*stream, "BANDWIDTH").value_or("")).value_or(0);
  } else if (const auto length = after(line, "#EXTINF")) {
    duration = seconds(*length);
    if (!duration) return "the duration of a segment makes no sense";
  } else if (const auto target = after(line, "#EXT-X-TARGETDURATION")) {
    const auto value = seconds(*target);
    if (!value) return "its target duration makes no sense";
    list.targetDuration = *value;
  } else if (const auto first = after(line, "#EXT-X-MEDIA-SEQUENCE")) {
    const auto value = number<uint64_t>(trimmed(*first));
    if (!value || *value > UINT64_MAX / 2) return "its media sequence makes no sense";
    sequence = *value;
  } else if (const auto part = after(line, "#EXT-X-BYTERANGE")) {
    range = byteRange(*part, nextOffset);
    if (!range) return "a byte range makes no sense";
  } else if (const auto keyAttributes = after(line, "#EXT-X-KEY")) {
    return keyTag(*keyAttributes);
  } else if (const auto init = after(line, "#EXT-X-MAP")) {
    HlsMap one{std::string(attribute(*init, "URI").value_or("")), {}};
    if (one.uri.empty()) return "its initialization section has no address";
    if (const auto rangeText = attribute(*init, "BYTERANGE")) {
      const auto value = byteRange(*rangeText, 0);
      if (!value) return "a byte range makes no sense";
      one.range = *value;
    }
    map = placeOf(list.maps, std::move(one));
  } else if (line == "#EXT-X-ENDLIST") {
    list.isEnded = true;
  }
  return nullptr;
}

const char *Parsing::uri(std::string_view line)
{
  if (bandwidth) {
    if (list.variants.size() == HlsPlaylist::mostSegments) return "it lists more than 100,000 variants";
    list.variants.push_back({std::string(line), *bandwidth});
    bandwidth.reset();
    return nullptr;
  }
  if (!duration) return "an address stands in it without its duration";
  if (list.segments.size() == HlsPlaylist::mostSegments) return "it lists more than 100,000 segments";
  HlsSegment segment;
  segment.uri = line;
  segment.duration = *duration;
  segment.sequence = sequence++;
  segment.key = key;
  segment.map = map;
  if (range) {
    segment.range = *range;
    nextOffset = range->offset + range->length;
  }
  list.segments.push_back(std::move(segment));
  duration.reset();
  range.reset();
  return nullptr;
}

} // namespace

const char *HlsPlaylist::parse(std::string_view text)
{
  *this = HlsPlaylist();
  if (text.size() > mostBytes) return "it is larger than 4 MB";
  if (text.starts_with("\xef\xbb\xbf")) text.remove_prefix(3);
  Parsing parsing{*this, {}, {}, {}};
  bool isFirst = true;
  while (!text.empty()) {
    const size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = trimmed(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    if (isFirst && line != "#EXTM3U") return "it does not begin with #EXTM3U";
    isFirst = false;
    if (line.empty()) continue;
    if (const char *wrong = line.starts_with('#') ? parsing.tag(line) : parsing.uri(line)) return wrong;
  }
  if (isFirst) return "it is empty";
  if (isMaster && !segments.empty()) return "it is a list of variants and of segments at once";
  if (isMaster && variants.empty()) return "it lists no variant";
  return nullptr;
}

size_t hlsChoice(const std::vector<HlsVariant> &variants, int rule, uint64_t random)
{
  const auto less = [](const HlsVariant &a, const HlsVariant &b) { return a.bandwidth < b.bandwidth; };
  if (variants.empty() || rule == 0) return 0;
  if (rule == 1) return size_t(std::ranges::max_element(variants, less) - variants.begin());
  if (rule == 2) return size_t(std::ranges::min_element(variants, less) - variants.begin());
  return size_t(random % variants.size());
}

} // namespace engine
