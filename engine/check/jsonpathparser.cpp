// The grammar of RFC 9535, section 2, top down.
#include "engine/check/iregexp.h"
#include "engine/check/jsonpathquery.h"

#include <re2/re2.h>

#include <charconv>

namespace engine::jsonpath {

namespace {

constexpr int deepest = 32;
constexpr int64_t largestInteger = (int64_t(1) << 53) - 1;

void appendUtf8(uint32_t code, std::string &out)
{
  if (code < 0x80) out += char(code);
  else if (code < 0x800) out.append(1, char(0xC0 | code >> 6)).append(1, char(0x80 | (code & 63)));
  else if (code < 0x10000)
    out.append(1, char(0xE0 | code >> 12)).append(1, char(0x80 | (code >> 6 & 63))).append(1, char(0x80 | (code & 63)));
  else
    out.append(1, char(0xF0 | code >> 18)).append(1, char(0x80 | (code >> 12 & 63)))
        .append(1, char(0x80 | (code >> 6 & 63))).append(1, char(0x80 | (code & 63)));
}

bool isAlpha(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool isDigit(char c) { return c >= '0' && c <= '9'; }
bool isNameFirst(char c) { return isAlpha(c) || c == '_' || (uint8_t(c) & 0x80); }

class Parser
{
public:
  explicit Parser(std::string_view text) : m_text(text) {}

  std::shared_ptr<const Query> all(std::string &error)
  {
    std::shared_ptr<const Query> path;
    if (take("$")) path = query(false, 0);
    else fail("it must begin with $");
    if (m_error.empty() && m_at != m_text.size()) fail("what follows is not expected");
    if (m_error.empty()) return path;
    error = "The JSONPath “" + std::string(m_text.substr(0, 200)) + "” is wrong at character " + std::to_string(m_errorAt + 1)
        + ": " + m_error + ".";
    return nullptr;
  }

private:
  bool ok() const { return m_error.empty(); }
  void fail(const char *why)
  {
    if (!m_error.empty()) return;
    m_error = why;
    m_errorAt = m_at;
  }
  char next(size_t ahead = 0) const { return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : '\0'; }
  bool take(std::string_view wanted)
  {
    if (!m_text.substr(m_at).starts_with(wanted)) return false;
    m_at += wanted.size();
    return true;
  }
  void blanks()
  {
    while (m_at < m_text.size() && std::string_view(" \t\n\r").find(next()) != std::string_view::npos) ++m_at;
  }

  /// After $ or @.
  std::shared_ptr<const Query> query(bool relative, int depth)
  {
    auto made = std::make_shared<Query>();
    made->relative = relative;
    while (ok()) {
      const size_t before = m_at;
      blanks();
      if (next() == '[' || next() == '.') made->segments.push_back(segment(depth));
      else {
        m_at = before; // blanks may stand only before another segment
        break;
      }
    }
    return made;
  }

  Segment segment(int depth)
  {
    Segment made;
    if (take("..")) made.descendant = true;
    else if (next() == '.') ++m_at;
    else return bracketed({}, depth);
    if (take("*")) made.selectors.emplace_back();
    else if (isNameFirst(next())) {
      Selector &selector = made.selectors.emplace_back();
      selector.kind = Selector::Name;
      while (isNameFirst(next()) || isDigit(next())) selector.name += m_text[m_at++];
    } else if (made.descendant && next() == '[') return bracketed(std::move(made), depth);
    else fail("a name or * must follow");
    return made;
  }

  Segment bracketed(Segment made, int depth)
  {
    ++m_at;
    do {
      blanks();
      made.selectors.push_back(selector(depth));
      blanks();
    } while (ok() && take(","));
    if (ok() && !take("]")) fail("] is missing");
    return made;
  }

  Selector selector(int depth)
  {
    Selector made;
    if (take("*")) return made;
    if (next() == '\'' || next() == '"') {
      made.kind = Selector::Name;
      made.name = quoted();
    } else if (take("?")) {
      made.kind = Selector::Filter;
      blanks();
      made.filter = std::make_shared<const Logical>(alternatives(depth + 1));
    } else if (next() == ':' || next() == '-' || isDigit(next())) {
      if (next() != ':') made.index = integer();
      const size_t before = m_at;
      const bool hasStart = before > 0 && isDigit(m_text[before - 1]) && ok();
      blanks();
      if (next() == ':') slice(made, hasStart);
      else {
        m_at = before;
        made.kind = Selector::Index;
      }
    } else fail("a name in quotes, a number, *, : or ? must stand here");
    return made;
  }

  void slice(Selector &made, bool hasStart)
  {
    made.kind = Selector::Slice;
    if (hasStart) made.start = made.index;
    ++m_at;
    blanks();
    const auto isNumber = [this] { return next() == '-' || isDigit(next()); };
    if (isNumber()) {
      made.end = integer();
      blanks();
    }
    if (!take(":")) return;
    const size_t before = m_at;
    blanks();
    if (isNumber()) made.step = integer();
    else m_at = before;
  }

  int64_t integer()
  {
    const size_t begin = m_at;
    if (next() == '-') ++m_at;
    const size_t digits = m_at;
    while (isDigit(next())) ++m_at;
    const std::string_view text = m_text.substr(begin, m_at - begin);
    int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool hasZero = m_text[digits < m_text.size() ? digits : begin] == '0' && (m_at - digits > 1 || begin != digits);
    if (error != std::errc() || end != text.data() + text.size() || hasZero || value > largestInteger || value < -largestInteger)
      fail("this is no whole number of JSONPath");
    return value;
  }

  std::string quoted()
  {
    const char quote = m_text[m_at++];
    std::string made;
    while (ok()) {
      if (m_at >= m_text.size()) fail("the text is not closed");
      else if (next() == quote) {
        ++m_at;
        break;
      } else if (next() == '\\') escape(quote, made);
      else if (uint8_t(next()) < 0x20) fail("a control character must be written as an escape");
      else made += m_text[m_at++];
    }
    return made;
  }

  void escape(char quote, std::string &made)
  {
    ++m_at;
    const char c = next();
    constexpr std::string_view letters = "bfnrt/\\", meant = "\b\f\n\r\t/\\";
    if (c == quote) made += c;
    else if (const size_t found = letters.find(c); c && found != letters.npos) made += meant[found];
    else if (c == 'u') {
      ++m_at;
      uint32_t code = hex();
      if (code >= 0xD800 && code < 0xDC00 && take("\\u")) {
        const uint32_t low = hex();
        if (low < 0xDC00 || low > 0xDFFF) fail("a surrogate stands alone");
        code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
      } else if (code >= 0xD800 && code <= 0xDFFF) fail("a surrogate stands alone");
      appendUtf8(code, made);
      return;
    } else fail("this escape does not exist");
    ++m_at;
  }

  uint32_t hex()
  {
    uint32_t value = 0;
    const std::string_view digits = m_text.substr(std::min(m_at, m_text.size()), 4);
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
    if (digits.size() != 4 || error != std::errc() || end != digits.data() + 4) fail("\\u needs four hexadecimal digits");
    m_at += digits.size();
    return value;
  }

  Logical alternatives(int depth)
  {
    if (depth > deepest) {
      fail("it is nested too deep");
      return {};
    }
    Logical made{Logical::Or, {}, {both(depth)}, {}, {}};
    for (size_t before = m_at; ok(); before = m_at) {
      blanks();
      if (!take("||")) {
        m_at = before;
        break;
      }
      blanks();
      made.parts.push_back(both(depth));
    }
    return made.parts.size() == 1 ? std::move(made.parts[0]) : made;
  }

  Logical both(int depth)
  {
    Logical made{Logical::And, {}, {basic(depth)}, {}, {}};
    for (size_t before = m_at; ok(); before = m_at) {
      blanks();
      if (!take("&&")) {
        m_at = before;
        break;
      }
      blanks();
      made.parts.push_back(basic(depth));
    }
    return made.parts.size() == 1 ? std::move(made.parts[0]) : made;
  }

  static Logical negated(Logical inner, bool isNegated)
  {
    if (!isNegated) return inner;
    Logical made{Logical::Not, {}, {}, {}, {}};
    made.parts.push_back(std::move(inner));
    return made;
  }

  Logical basic(int depth)
  {
    const bool isNegated = next() == '!';
    if (isNegated) ++m_at, blanks();
    if (take("(")) {
      blanks();
      Logical inner = alternatives(depth + 1);
      blanks();
      if (!take(")")) fail(") is missing");
      return negated(std::move(inner), isNegated);
    }
    Operand left = operand(depth);
    const size_t before = m_at;
    blanks();
    Logical made;
    if (!isNegated && comparison(made.comparison)) {
      blanks();
      made.kind = Logical::Compare;
      mustHaveValue(left);
      made.left = std::move(left);
      made.right = operand(depth);
      mustHaveValue(made.right);
      return made;
    }
    m_at = before;
    if (!ok()) return made;
    if (std::holds_alternative<Literal>(left)) fail("a value alone is no test: it must be compared");
    else if (const auto *call = std::get_if<std::shared_ptr<const Call>>(&left)) {
      made.kind = Logical::Test;
      if (!(*call)->isLogical()) fail("the value of this function must be compared");
    } else made.kind = Logical::Exists;
    made.left = std::move(left);
    return negated(std::move(made), isNegated);
  }

  bool comparison(Logical::Comparison &found)
  {
    constexpr std::pair<std::string_view, Logical::Comparison> all[] = {
        {"==", Logical::Equal}, {"!=", Logical::NotEqual}, {"<=", Logical::LessEqual},
        {">=", Logical::GreaterEqual}, {"<", Logical::Less}, {">", Logical::Greater}};
    for (const auto &[text, kind] : all)
      if (take(text)) {
        found = kind;
        return true;
      }
    return false;
  }

  void mustHaveValue(const Operand &operand)
  {
    if (const auto *call = std::get_if<std::shared_ptr<const Call>>(&operand); call && *call && (*call)->isLogical())
      fail("match and search are tests: they cannot be compared");
    if (const auto *path = std::get_if<std::shared_ptr<const Query>>(&operand); path && *path && !(*path)->isSingular())
      fail("only a path to one value can be compared");
  }

  Operand operand(int depth)
  {
    const char c = next();
    if (c == '@' || c == '$') {
      ++m_at;
      return query(c == '@', depth);
    }
    if (c == '\'' || c == '"') return Literal(quoted());
    if (c == '-' || isDigit(c)) return number();
    if (c < 'a' || c > 'z') {
      fail("a value, a path or a function must stand here");
      return Literal();
    }
    const size_t begin = m_at;
    while (isAlpha(next()) || isDigit(next()) || next() == '_') ++m_at;
    const std::string_view word = m_text.substr(begin, m_at - begin);
    if (next() == '(') return call(word, begin, depth);
    if (word == "true" || word == "false") return Literal(word == "true");
    if (word == "null") return Literal(Null());
    m_at = begin;
    fail("this word is not known");
    return Literal();
  }

  Operand number()
  {
    const size_t begin = m_at;
    if (next() == '-') ++m_at;
    const size_t digits = m_at;
    while (isDigit(next())) ++m_at;
    if (m_at == digits || (m_text[digits] == '0' && m_at - digits > 1)) fail("this is no number");
    bool isWhole = true;
    if (next() == '.' && isDigit(next(1))) {
      isWhole = false;
      ++m_at;
      while (isDigit(next())) ++m_at;
    }
    const size_t sign = next(1) == '+' || next(1) == '-' ? 2 : 1;
    if ((next() == 'e' || next() == 'E') && isDigit(next(sign))) {
      isWhole = false;
      m_at += sign;
      while (isDigit(next())) ++m_at;
    }
    const char *first = m_text.data() + begin, *last = m_text.data() + m_at;
    int64_t integer = 0;
    if (isWhole && std::from_chars(first, last, integer).ec == std::errc()) return Literal(integer);
    double value = 0;
    std::from_chars(first, last, value);
    return Literal(value);
  }

  Operand call(std::string_view name, size_t begin, int depth)
  {
    constexpr std::string_view names[] = {"length", "count", "match", "search", "value"};
    auto made = std::make_shared<Call>();
    size_t which = 0;
    while (which < std::size(names) && names[which] != name) ++which;
    if (which == std::size(names)) {
      m_at = begin;
      fail("this function is not known");
    }
    if (depth >= deepest) fail("it is nested too deep");
    made->function = Call::Function(which);
    ++m_at;
    blanks();
    while (ok() && next() != ')') {
      made->arguments.push_back(operand(depth + 1));
      blanks();
      if (!take(",")) break;
      blanks();
      if (next() == ')') fail("a value must follow the comma");
    }
    if (ok() && !take(")")) fail(") is missing");
    if (ok()) settle(*made);
    return std::shared_ptr<const Call>(std::move(made));
  }

  /// Number and types of the arguments.
  void settle(Call &call)
  {
    const size_t wanted = call.isLogical() ? 2 : 1;
    if (call.arguments.size() != wanted) return fail(wanted == 1 ? "the function takes one value" : "the function takes two values");
    if (call.function == Call::Count || call.function == Call::Value) {
      if (!std::holds_alternative<std::shared_ptr<const Query>>(call.arguments[0])) fail("the function takes a path");
      return;
    }
    for (const Operand &argument : call.arguments) mustHaveValue(argument);
    if (!call.isLogical()) return;
    if (const auto *literal = std::get_if<Literal>(&call.arguments[1])) {
      const auto *text = std::get_if<std::string>(literal);
      call.pattern = text ? compile(*text) : nullptr;
      call.hasBadPattern = !call.pattern;
    }
  }

  std::string_view m_text;
  std::string m_error;
  size_t m_at = 0, m_errorAt = 0;
};

} // namespace

bool Query::isSingular() const
{
  for (const Segment &segment : segments) {
    if (segment.descendant || segment.selectors.size() != 1) return false;
    const Selector::Kind kind = segment.selectors[0].kind;
    if (kind != Selector::Name && kind != Selector::Index) return false;
  }
  return true;
}

std::shared_ptr<const Query> parse(std::string_view text, std::string &error) { return Parser(text).all(error); }

std::shared_ptr<const re2::RE2> compile(std::string_view iregexp)
{
  const auto text = re2FromIRegexp(iregexp);
  if (!text) return nullptr;
  re2::RE2::Options options;
  options.set_log_errors(false);
  options.set_max_mem(4 << 20);
  auto pattern = std::make_shared<re2::RE2>(*text, options);
  return pattern->ok() ? pattern : nullptr;
}

} // namespace engine::jsonpath
