#include "engine/run/masked.h"

#include <cstdint>
#include <string_view>

namespace engine {

namespace {

/// One character of base64 in `text` at `at`, also of the alphabet for URLs, and percent-encoded as queries have it.
struct Digit
{
  int value = -1; ///< 0 to 63; 64: padding; -1: no base64
  size_t length = 1;
};

Digit digitAt(std::string_view text, size_t at)
{
  const char c = text[at];
  if (c >= 'A' && c <= 'Z') return {c - 'A'};
  if (c >= 'a' && c <= 'z') return {c - 'a' + 26};
  if (c >= '0' && c <= '9') return {c - '0' + 52};
  if (c == '+' || c == '-') return {62};
  if (c == '/' || c == '_') return {63};
  if (c == '=') return {64};
  if (c != '%') return {};
  const std::string_view code = text.substr(at, 3);
  if (code == "%2B" || code == "%2b") return {62, 3};
  if (code == "%2F" || code == "%2f") return {63, 3};
  if (code == "%3D" || code == "%3d") return {64, 3};
  return {};
}

bool holdsAny(std::string_view text, const std::vector<std::string> &secrets)
{
  for (const std::string &secret : secrets)
    if (text.find(secret) != text.npos) return true;
  return false;
}

/// What digits from the one at `from` on stand for.
void decode(std::string_view digits, size_t from, std::string &out)
{
  out.clear();
  uint32_t bits = 0;
  int count = 0;
  for (const char digit : digits.substr(from)) {
    bits = bits << 6 | uint32_t(uint8_t(digit));
    if ((count += 6) >= 8) out += char(bits >> (count -= 8) & 0xff);
  }
}

/// Hides each run of base64 that holds a secret, wherever in it that begins: who encodes `user:secret` may know the user
/// only while running, so the encoded text is not known beforehand.
std::string withoutEncoded(std::string text, const std::vector<std::string> &secrets)
{
  constexpr size_t groups = 4; // of 6 bits until bytes begin alike
  std::string shown, digits, bytes;
  size_t kept = 0; // of `text` that is in `shown`
  for (size_t at = 0; at < text.size();) {
    const size_t begin = at;
    digits.clear();
    for (Digit digit; at < text.size() && (digit = digitAt(text, at)).value >= 0 && digit.value < 64; at += digit.length) digits += char(digit.value);
    bool isSecret = false;
    for (size_t from = 0; from < groups && from + 2 <= digits.size() && !isSecret; ++from) {
      decode(digits, from, bytes);
      isSecret = holdsAny(bytes, secrets);
    }
    if (isSecret) {
      shown.append(text, kept, begin - kept).append("***");
      for (Digit digit; at < text.size() && (digit = digitAt(text, at)).value == 64; at += digit.length) {}
      kept = at;
    }
    if (at == begin) ++at;
  }
  return kept ? shown.append(text, kept) : text;
}

} // namespace

std::string masked(std::string text, const std::vector<std::string> &secrets)
{
  if (secrets.empty()) return text;
  for (const std::string &secret : secrets)
    for (size_t at = text.find(secret); at != text.npos; at = text.find(secret, at + 3)) text.replace(at, secret.size(), "***");
  return withoutEncoded(std::move(text), secrets);
}

} // namespace engine
