#include "engine/protocol/contentdecoder.h"

#include "engine/protocol/http1framing.h"

#include <algorithm>
#include <brotli/decode.h>
#include <memory>
#include <vector>
#include <zlib.h>

namespace engine {

namespace {

constexpr size_t piece = 65536;

std::optional<std::string> inflated(std::string_view body, int windowBits, size_t limit)
{
  z_stream stream{};
  if (inflateInit2(&stream, windowBits) != Z_OK) return std::nullopt;
  stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(body.data()));
  stream.avail_in = uInt(std::min<size_t>(body.size(), UINT32_MAX));
  std::string out;
  int status = Z_OK;
  bool isOff = false;
  while (out.size() < limit) {
    const size_t before = out.size();
    out.resize(std::min(limit, before + piece));
    stream.next_out = reinterpret_cast<Bytef *>(out.data() + before);
    stream.avail_out = uInt(out.size() - before);
    status = inflate(&stream, Z_NO_FLUSH);
    out.resize(out.size() - stream.avail_out);
    // A gzip file may have several members (RFC 1952 2.2).
    if (status == Z_STREAM_END && windowBits > MAX_WBITS && stream.avail_in > 2 && stream.next_in[0] == 0x1f && stream.next_in[1] == 0x8b) {
      if (inflateReset(&stream) != Z_OK) break;
      continue;
    }
    isOff = status != Z_OK && status != Z_STREAM_END && status != Z_BUF_ERROR;
    if (status != Z_OK) break;
  }
  inflateEnd(&stream);
  if (isOff && out.empty()) return std::nullopt;
  return out;
}

std::optional<std::string> unbrotlied(std::string_view body, size_t limit)
{
  const std::unique_ptr<BrotliDecoderState, decltype(&BrotliDecoderDestroyInstance)> state(
      BrotliDecoderCreateInstance(nullptr, nullptr, nullptr), BrotliDecoderDestroyInstance);
  if (!state) return std::nullopt;
  size_t left = body.size();
  auto next = reinterpret_cast<const uint8_t *>(body.data());
  std::string out;
  BrotliDecoderResult status = BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT;
  while (status == BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT && out.size() < limit) {
    const size_t before = out.size();
    out.resize(std::min(limit, before + piece));
    size_t room = out.size() - before;
    auto to = reinterpret_cast<uint8_t *>(out.data() + before);
    status = BrotliDecoderDecompressStream(state.get(), &left, &next, &room, &to, nullptr);
    out.resize(out.size() - room);
  }
  if (status == BROTLI_DECODER_RESULT_ERROR && out.empty()) return std::nullopt;
  return out;
}

std::optional<std::string> decodeOne(std::string_view encoding, std::string_view body, size_t limit)
{
  if (equalsIgnoringCase(encoding, "gzip") || equalsIgnoringCase(encoding, "x-gzip")) return inflated(body, 16 + MAX_WBITS, limit);
  if (equalsIgnoringCase(encoding, "br")) return unbrotlied(body, limit);
  if (!equalsIgnoringCase(encoding, "deflate")) return std::nullopt;
  auto out = inflated(body, MAX_WBITS, limit);
  return out ? out : inflated(body, -MAX_WBITS, limit); // some servers leave the zlib wrapping out (RFC 9110 8.4.1.2)
}

} // namespace

std::optional<std::string> decodeBody(std::string_view encodings, std::string_view body, size_t limit)
{
  constexpr size_t mostEncodings = 4;
  std::vector<std::string_view> names;
  while (!encodings.empty()) {
    std::string_view name = encodings.substr(0, std::min(encodings.find(','), encodings.size()));
    encodings.remove_prefix(std::min(name.size() + 1, encodings.size()));
    while (name.starts_with(' ') || name.starts_with('\t')) name.remove_prefix(1);
    while (name.ends_with(' ') || name.ends_with('\t')) name.remove_suffix(1);
    if (!name.empty() && !equalsIgnoringCase(name, "identity")) names.push_back(name);
  }
  if (names.size() > mostEncodings) return std::nullopt;
  std::string out(body.substr(0, names.empty() ? limit : 0));
  for (bool isFirst = true; !names.empty(); names.pop_back(), isFirst = false) {
    auto decoded = decodeOne(names.back(), isFirst ? body : std::string_view(out), limit);
    if (!decoded) return std::nullopt;
    out = std::move(*decoded);
  }
  return out;
}

} // namespace engine
