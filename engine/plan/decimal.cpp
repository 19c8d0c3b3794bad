#include "engine/plan/decimal.h"

#include <algorithm>

namespace engine {

namespace {

__extension__ typedef unsigned __int128 UnsignedWide;

bool scaleUp(Wide &digits, int places)
{
  for (; places > 0; --places)
    if (__builtin_mul_overflow(digits, Wide(10), &digits)) return false;
  return true;
}

Wide roundedQuotient(Wide numerator, Wide divisor, Rounding rounding)
{
  if (divisor < 0) numerator = -numerator, divisor = -divisor;
  Wide quotient = numerator / divisor;
  const Wide rest = numerator % divisor, size = rest < 0 ? -rest : rest;
  if (!size) return quotient;
  const bool negative = numerator < 0;
  const Wide other = divisor - size; // compared instead of 2 × size, which could overflow
  bool away = false;
  switch (rounding) {
  case Rounding::Up: away = true; break;
  case Rounding::Down: break;
  case Rounding::Ceiling: away = !negative; break;
  case Rounding::Floor: away = negative; break;
  case Rounding::HalfUp: away = size >= other; break;
  case Rounding::HalfDown: away = size > other; break;
  case Rounding::HalfEven: away = size > other || (size == other && quotient % 2 != 0); break;
  }
  if (away) quotient += negative ? -1 : 1;
  return quotient;
}

std::optional<Decimal> toScale(Decimal value, int scale, Rounding rounding)
{
  if (scale >= value.scale) {
    if (!scaleUp(value.digits, scale - value.scale)) return std::nullopt;
    return Decimal{value.digits, scale};
  }
  Wide divisor = 1;
  if (!scaleUp(divisor, value.scale - scale)) return Decimal{0, scale};
  return Decimal{roundedQuotient(value.digits, divisor, rounding), scale};
}

std::optional<Decimal> divide(Decimal left, Decimal right, std::optional<int> scale, Rounding rounding)
{
  constexpr int places = 10;
  if (right.digits == 0) return std::nullopt;
  const int wanted = scale.value_or(places);
  // left / 10^ls ÷ right / 10^rs, at `wanted` places
  const int shift = wanted + right.scale - left.scale;
  if (!scaleUp(shift >= 0 ? left.digits : right.digits, std::abs(shift))) return std::nullopt;
  Decimal result{roundedQuotient(left.digits, right.digits, rounding), wanted};
  while (!scale && result.scale > 0 && result.digits % 10 == 0) result.digits /= 10, --result.scale;
  return result;
}

} // namespace

std::optional<Rounding> roundingFrom(std::string_view name)
{
  constexpr std::string_view names[] = {"UP", "DOWN", "CEILING", "FLOOR", "HALF_UP", "HALF_DOWN", "HALF_EVEN"};
  const auto found = std::ranges::find(names, name);
  if (found == std::end(names)) return std::nullopt;
  return Rounding(found - std::begin(names));
}

std::optional<Decimal> Decimal::parse(std::string_view text)
{
  constexpr int mostDigits = 36;
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  const bool negative = text.starts_with('-');
  if (negative || text.starts_with('+')) text.remove_prefix(1);
  Decimal value;
  int count = 0;
  bool point = false;
  for (const char c : text) {
    if (c == '.' && !point) {
      point = true;
      continue;
    }
    if (c < '0' || c > '9' || ++count > mostDigits) return std::nullopt;
    value.digits = value.digits * 10 + (c - '0');
    value.scale += point;
  }
  if (!count) return std::nullopt;
  if (negative) value.digits = -value.digits;
  return value;
}

void Decimal::appendTo(std::string &out) const
{
  char reversed[48];
  int size = 0;
  UnsignedWide rest = digits < 0 ? -UnsignedWide(digits) : UnsignedWide(digits);
  for (; rest || size <= scale; rest /= 10) {
    if (size == int(sizeof reversed)) break;
    reversed[size++] = char('0' + int(rest % 10));
  }
  if (digits < 0) out += '-';
  while (size > 0) {
    out += reversed[--size];
    if (size == scale && size > 0) out += '.';
  }
}

std::optional<Decimal> calculate(char operation, Decimal left, Decimal right, std::optional<int> scale, Rounding rounding)
{
  if (scale && (*scale < 0 || *scale > 30)) return std::nullopt;
  if (operation == '/') return divide(left, right, scale, rounding);
  Decimal result;
  if (operation == '*') {
    if (__builtin_mul_overflow(left.digits, right.digits, &result.digits)) return std::nullopt;
    result.scale = left.scale + right.scale;
  } else {
    result.scale = std::max(left.scale, right.scale);
    if (!scaleUp(left.digits, result.scale - left.scale) || !scaleUp(right.digits, result.scale - right.scale))
      return std::nullopt;
    const bool overflows = operation == '+' ? __builtin_add_overflow(left.digits, right.digits, &result.digits)
                                            : __builtin_sub_overflow(left.digits, right.digits, &result.digits);
    if (overflows) return std::nullopt;
  }
  if (!scale && result.scale > 36) scale = 36;
  return scale ? toScale(result, *scale, rounding) : std::optional(result);
}

} // namespace engine
