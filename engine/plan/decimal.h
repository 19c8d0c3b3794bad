// Decimal arithmetic for ${__add} and its sisters: exact on up to 36 digits, never a binary fraction.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace engine {

enum class Rounding { Up, Down, Ceiling, Floor, HalfUp, HalfDown, HalfEven };

/// "UP" … "HALF_EVEN"
std::optional<Rounding> roundingFrom(std::string_view name);

__extension__ typedef __int128 Wide; ///< 38 digits

struct Decimal
{
  Wide digits = 0;
  int scale = 0; ///< value = digits / 10^scale

  static std::optional<Decimal> parse(std::string_view text); ///< "-12.50"; blanks around are allowed
  void appendTo(std::string &out) const;
};

/// `operation` is one of + - * /. Without a scale: as many places as exact, a quotient at most ten, zeros at its end cut.
/// Nothing on overflow and on division by zero.
std::optional<Decimal> calculate(char operation, Decimal left, Decimal right, std::optional<int> scale, Rounding rounding);

} // namespace engine
