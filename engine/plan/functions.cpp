#include "engine/plan/functions.h"

#include "engine/plan/decimal.h"
#include "engine/plan/plugin.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <ctime>
#include <limits>
#include <openssl/evp.h>

namespace engine {

namespace {

__extension__ typedef unsigned __int128 UnsignedWide;
using Evaluate = bool (*)(const FunctionCall &, ExpansionContext &, std::string &);

std::optional<int64_t> integer(std::string_view text)
{
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

void appendNumber(std::string &out, int64_t value, int width = 1)
{
  char digits[24];
  const auto end = std::to_chars(digits, digits + sizeof digits, value).ptr;
  for (auto size = end - digits; size < width; ++size) out += '0';
  out.append(digits, end);
}

uint64_t random(ExpansionContext &context)
{
  static thread_local uint64_t spare = 0x9e3779b97f4a7c15;
  return nextRandom(context.random ? *context.random : spare);
}

/// 0 ≤ value < bound; bound 0 means all 64 bits. The bias is below 2^-64 × bound.
uint64_t below(ExpansionContext &context, uint64_t bound)
{
  const uint64_t value = random(context);
  return bound ? uint64_t(UnsignedWide(value) * bound >> 64) : value;
}

bool randomNumber(const FunctionCall &call, ExpansionContext &context, std::string &out)
{
  if (call.count != 2) return false;
  const auto a = integer(call.arguments[0]), b = integer(call.arguments[1]);
  if (!a || !b) return false;
  const int64_t low = std::min(*a, *b), high = std::max(*a, *b);
  appendNumber(out, int64_t(uint64_t(low) + below(context, uint64_t(high) - uint64_t(low) + 1)));
  return true;
}

bool randomText(const FunctionCall &call, ExpansionContext &context, std::string &out)
{
  const auto length = integer(call.arguments[0]);
  if (call.count != 1 || !length || *length < 1 || *length > 32) return false;
  for (int64_t i = 0; i < *length; ++i) out += "abcdefghijklmnopqrstuvwxyz0123456789"[below(context, 36)];
  return true;
}

/// GB 11643: area, date of birth, sequence, check digit by ISO 7064 MOD 11-2.
bool idCard(const FunctionCall &, ExpansionContext &context, std::string &out)
{
  constexpr std::string_view areas[] = {"110101", "120101", "310101", "320102", "330102", "350102",
                                        "370102", "420102", "430102", "440103", "500101", "510104"};
  constexpr int weights[] = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  const size_t begin = out.size();
  out += areas[below(context, std::size(areas))];
  appendNumber(out, int64_t(1955 + below(context, 50)), 4);
  appendNumber(out, int64_t(1 + below(context, 12)), 2);
  appendNumber(out, int64_t(1 + below(context, 28)), 2);
  appendNumber(out, int64_t(1 + below(context, 999)), 3);
  int sum = 0;
  for (size_t i = 0; i < std::size(weights); ++i) sum += (out[begin + i] - '0') * weights[i];
  out += "10X98765432"[sum % 11];
  return true;
}

bool mobile(const FunctionCall &, ExpansionContext &context, std::string &out)
{
  constexpr std::string_view prefixes[] = {"130", "131", "133", "135", "136", "137", "138", "139", "150", "151",
                                           "153", "158", "159", "176", "177", "180", "186", "187", "188", "189"};
  out += prefixes[below(context, std::size(prefixes))];
  appendNumber(out, int64_t(below(context, 100'000'000)), 8);
  return true;
}

bool uuid(const FunctionCall &, ExpansionContext &context, std::string &out)
{
  for (int half = 0; half < 2; ++half)
    for (uint64_t bits = random(context), i = 0; i < 16; ++i, bits >>= 4) out += "0123456789abcdef"[bits & 15];
  out[out.size() - 20] = '4'; // version and variant, as in a random UUID with dashes
  out[out.size() - 16] = "89ab"[uint8_t(out[out.size() - 16]) & 3];
  return true;
}

int64_t wallMs()
{
  return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::system_clock::now().time_since_epoch()).count();
}

bool timestamp(const FunctionCall &call, ExpansionContext &, std::string &out)
{
  const std::string_view unit = call.arguments[0];
  if (call.count > 1 || (unit != "s" && unit != "ms" && !unit.empty())) return false;
  appendNumber(out, unit == "s" ? wallMs() / 1000 : wallMs());
  return true;
}

bool appendTimeField(std::string_view field, const tm &time, int ms, std::string &out)
{
  const int hour12 = time.tm_hour % 12 ? time.tm_hour % 12 : 12;
  if (field == "yyyy") appendNumber(out, time.tm_year + 1900, 4);
  else if (field == "yy") appendNumber(out, (time.tm_year + 1900) % 100, 2);
  else if (field == "MM") appendNumber(out, time.tm_mon + 1, 2);
  else if (field == "M") appendNumber(out, time.tm_mon + 1);
  else if (field == "dd") appendNumber(out, time.tm_mday, 2);
  else if (field == "d") appendNumber(out, time.tm_mday);
  else if (field == "HH" || field == "H") appendNumber(out, time.tm_hour, 2);
  else if (field == "hh") appendNumber(out, hour12, 2);
  else if (field == "h") appendNumber(out, hour12);
  else if (field == "mm") appendNumber(out, time.tm_min, 2);
  else if (field == "m") appendNumber(out, time.tm_min);
  else if (field == "ss") appendNumber(out, time.tm_sec, 2);
  else if (field == "s") appendNumber(out, time.tm_sec);
  else if (field == "SSS") appendNumber(out, ms, 3);
  else return false;
  return true;
}

bool formattedTime(const FunctionCall &call, ExpansionContext &, std::string &out)
{
  std::string_view pattern = call.whole;
  int64_t offset = 0;
  if (call.count > 1)
    if (const auto last = integer(call.arguments[call.count - 1])) {
      offset = std::clamp<int64_t>(*last, -100'000'000'000, 100'000'000'000);
      pattern.remove_suffix(call.arguments[call.count - 1].size() + 1);
    }
  if (pattern.empty()) pattern = "yyyy-MM-dd HH:mm:ss";
  const int64_t now = wallMs();
  const time_t seconds = now / 1000 + offset;
  tm time{};
  if (!localtime_r(&seconds, &time)) return false;
  for (size_t at = 0; at < pattern.size();) {
    if (pattern[at] == '\'') { // quoted text stands for itself
      const size_t close = std::min(pattern.find('\'', at + 1), pattern.size());
      out += pattern.substr(at + 1, close - at - 1);
      at = close + 1;
      continue;
    }
    const size_t end = std::min(pattern.find_first_not_of(pattern[at], at), pattern.size());
    const std::string_view field = pattern.substr(at, end - at);
    if (!appendTimeField(field, time, int(now % 1000), out)) out += field;
    at = end;
  }
  return true;
}

void appendBase64(std::string_view bytes, std::string &out)
{
  const size_t begin = out.size();
  out.resize(begin + (bytes.size() + 2) / 3 * 4 + 1); // and the terminating zero that OpenSSL writes
  const int written = EVP_EncodeBlock(reinterpret_cast<unsigned char *>(out.data() + begin),
                                      reinterpret_cast<const unsigned char *>(bytes.data()), int(bytes.size()));
  out.resize(begin + size_t(written));
}

bool digest(const EVP_MD *kind, std::string_view text, bool asBase64, std::string &out)
{
  unsigned char hash[EVP_MAX_MD_SIZE];
  unsigned int size = 0;
  if (!EVP_Digest(text.data(), text.size(), hash, &size, kind, nullptr)) return false;
  if (asBase64) {
    appendBase64({reinterpret_cast<const char *>(hash), size}, out);
    return true;
  }
  for (unsigned int i = 0; i < size; ++i) (out += "0123456789abcdef"[hash[i] >> 4]) += "0123456789abcdef"[hash[i] & 15];
  return true;
}

template<const EVP_MD *(*kind)(), bool asBase64>
bool hashed(const FunctionCall &call, ExpansionContext &, std::string &out)
{
  return call.count && digest(kind(), call.whole, asBase64, out);
}

bool toBase64(const FunctionCall &call, ExpansionContext &, std::string &out)
{
  if (!call.count || call.whole.size() > size_t(std::numeric_limits<int>::max()) / 2) return false;
  appendBase64(call.whole, out);
  return true;
}

bool fromBase64(const FunctionCall &call, ExpansionContext &, std::string &out)
{
  uint32_t bits = 0;
  int held = 0;
  std::string_view text = call.whole;
  while (text.ends_with('=')) text.remove_suffix(1);
  for (const char c : text) {
    int value = -1;
    if (c >= 'A' && c <= 'Z') value = c - 'A';
    else if (c >= 'a' && c <= 'z') value = c - 'a' + 26;
    else if (c >= '0' && c <= '9') value = c - '0' + 52;
    else if (c == '+' || c == '-') value = 62;
    else if (c == '/' || c == '_') value = 63;
    if (value < 0) return false;
    bits = bits << 6 | uint32_t(value);
    held += 6;
    if (held >= 8) out += char(bits >> (held -= 8) & 255);
  }
  return call.count && text.size() % 4 != 1;
}

/// The last two arguments of a calculation: how many places, and how to come to them.
bool roundingOf(const FunctionCall &call, size_t at, std::optional<int> &scale, Rounding &rounding)
{
  if (call.count > at) {
    const auto places = integer(call.arguments[at]);
    if (!places || *places < 0 || *places > 30) return false;
    scale = int(*places);
  }
  if (call.count > at + 1) {
    std::string_view name = call.arguments[at + 1];
    while (name.starts_with(' ')) name.remove_prefix(1);
    while (name.ends_with(' ')) name.remove_suffix(1);
    const auto named = roundingFrom(name);
    if (!named) return false;
    rounding = *named;
  }
  return true;
}

template<char operation>
bool arithmetic(const FunctionCall &call, ExpansionContext &, std::string &out)
{
  if (call.count < 2 || call.count > 4) return false;
  const auto left = Decimal::parse(call.arguments[0]), right = Decimal::parse(call.arguments[1]);
  if (!left || !right) return false;
  std::optional<int> scale;
  Rounding rounding = Rounding::HalfUp;
  if (!roundingOf(call, 2, scale, rounding)) return false;
  const auto result = calculate(operation, *left, *right, scale, rounding);
  if (result) result->appendTo(out);
  return result.has_value();
}

bool rounded(const FunctionCall &call, ExpansionContext &, std::string &out)
{
  const auto value = Decimal::parse(call.arguments[0]);
  std::optional<int> scale = 0;
  Rounding rounding = Rounding::HalfUp;
  if (!value || call.count > 3 || !roundingOf(call, 1, scale, rounding)) return false;
  const auto result = calculate('+', *value, {}, scale, rounding);
  if (result) result->appendTo(out);
  return result.has_value();
}

/// ${__plugin(PLUGIN.FUNCTION,value,…)}: the values are its parameters in the order of the descriptor.
bool plugin(const FunctionCall &call, ExpansionContext &context, std::string &out)
{
  const PluginFunction *function = context.plugins ? context.plugins->find(call.arguments[0]) : nullptr;
  if (!function || function->entry().kind != Plugin::Function) return false;
  const auto &parameters = function->entry().parameters;
  std::array<PluginArgument, mostArguments> arguments;
  const size_t count = std::min(parameters.size(), mostArguments);
  for (size_t i = 0; i < count; ++i)
    arguments[i] = {parameters[i].name, i + 1 < call.count ? call.arguments[i + 1] : std::string_view(parameters[i].fallback)};
  const PluginAnswer answer = function->plugin->call(function->index, {arguments.data(), count});
  if (answer.isOk) out += answer.text;
  return answer.isOk;
}

template<auto member>
bool counter(const FunctionCall &, ExpansionContext &context, std::string &out)
{
  appendNumber(out, int64_t(context.*member));
  return true;
}

bool caseName(const FunctionCall &, ExpansionContext &context, std::string &out)
{
  out += context.caseName;
  return true;
}

constexpr std::string_view names[] = {
    "idcard", "mobile", "random", "randomStr", "timestamp", "time", "uuid", "md5", "md5Base64", "sha1", "sha224",
    "sha256", "sha384", "sha512", "base64", "base64Decode", "add", "sub", "mul", "div", "round", "vu",
    "iter", "case", "loop", "plugin"};
constexpr Evaluate functions[] = {
    idCard, mobile, randomNumber, randomText, timestamp, formattedTime, uuid, hashed<EVP_md5, false>,
    hashed<EVP_md5, true>, hashed<EVP_sha1, false>, hashed<EVP_sha224, false>, hashed<EVP_sha256, false>,
    hashed<EVP_sha384, false>, hashed<EVP_sha512, false>, toBase64, fromBase64, arithmetic<'+'>, arithmetic<'-'>,
    arithmetic<'*'>, arithmetic<'/'>, rounded, counter<&ExpansionContext::user>, counter<&ExpansionContext::iteration>, caseName,
    counter<&ExpansionContext::loop>, plugin};
static_assert(std::size(names) == std::size(functions));

} // namespace

int functionIndex(std::string_view name)
{
  const auto found = std::ranges::find(names, name);
  return found == std::end(names) ? -1 : int(found - std::begin(names));
}

std::span<const std::string_view> functionNames() { return names; }

bool evaluate(int function, const FunctionCall &call, ExpansionContext &context, std::string &out)
{
  return functions[function](call, context, out);
}

uint64_t nextRandom(uint64_t &state)
{
  uint64_t z = state += 0x9e3779b97f4a7c15;
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
  z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
  return z ^ (z >> 31);
}

} // namespace engine
