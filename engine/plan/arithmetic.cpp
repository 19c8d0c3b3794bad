#include "engine/plan/arithmetic.h"

namespace engine {

namespace {

class Reader
{
public:
  explicit Reader(std::string_view text) : m_text(text) {}

  std::optional<Decimal> all()
  {
    const auto value = sum(0);
    skipBlanks();
    return m_text.empty() ? value : std::nullopt;
  }

private:
  static constexpr int deepest = 32;

  void skipBlanks()
  {
    while (!m_text.empty() && (m_text.front() == ' ' || m_text.front() == '\t')) m_text.remove_prefix(1);
  }

  /// Takes the next character if it is one of `wanted`; 0 otherwise.
  char take(std::string_view wanted)
  {
    skipBlanks();
    if (m_text.empty() || wanted.find(m_text.front()) == wanted.npos) return 0;
    const char taken = m_text.front();
    m_text.remove_prefix(1);
    return taken;
  }

  std::optional<Decimal> sum(int depth)
  {
    auto left = product(depth);
    while (left) {
      const char sign = take("+-");
      if (!sign) break;
      const auto right = product(depth);
      left = right ? calculate(sign, *left, *right, std::nullopt, Rounding::HalfUp) : std::nullopt;
    }
    return left;
  }

  std::optional<Decimal> product(int depth)
  {
    auto left = factor(depth);
    while (left) {
      const char sign = take("*/");
      if (!sign) break;
      const auto right = factor(depth);
      left = right ? calculate(sign, *left, *right, std::nullopt, Rounding::HalfUp) : std::nullopt;
    }
    return left;
  }

  std::optional<Decimal> factor(int depth)
  {
    if (depth > deepest) return std::nullopt;
    if (const char sign = take("+-")) {
      const auto value = factor(depth + 1);
      return value ? calculate(sign, Decimal(), *value, std::nullopt, Rounding::HalfUp) : std::nullopt;
    }
    if (take("(")) {
      const auto value = sum(depth + 1);
      return take(")") ? value : std::nullopt;
    }
    skipBlanks();
    const size_t size = std::min(m_text.find_first_not_of("0123456789."), m_text.size());
    const auto value = Decimal::parse(m_text.substr(0, size));
    m_text.remove_prefix(size);
    return value;
  }

  std::string_view m_text;
};

} // namespace

std::optional<Decimal> calculate(std::string_view expression) { return Reader(expression).all(); }

} // namespace engine
