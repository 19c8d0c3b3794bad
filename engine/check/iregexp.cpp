#include "engine/check/iregexp.h"

#include <charconv>
#include <cstdint>

namespace engine {

namespace {

/// Recursive descent over RFC 9485 section 3.1, which is close enough to RE2 to be copied with a few changes: `.` stops at
/// CR too, and ^ and $ are ordinary characters.
class Translation
{
public:
  explicit Translation(std::string_view text) : m_text(text) {}

  std::optional<std::string> all()
  {
    if (!alternatives(0) || m_at != m_text.size()) return std::nullopt;
    return std::move(m_out);
  }

private:
  static constexpr int deepest = 64, mostRepeats = 1000; ///< RE2 refuses more repeats

  bool atEnd() const { return m_at == m_text.size(); }
  char next() const { return atEnd() ? '\0' : m_text[m_at]; }
  bool take(char wanted)
  {
    if (atEnd() || m_text[m_at] != wanted) return false;
    ++m_at;
    return true;
  }

  bool alternatives(int depth)
  {
    if (depth > deepest) return false;
    for (;;) {
      while (!atEnd() && next() != '|' && next() != ')')
        if (!piece(depth)) return false;
      if (!take('|')) return true;
      m_out += '|';
    }
  }

  bool piece(int depth)
  {
    if (!atom(depth)) return false;
    if (!atEnd() && std::string_view("*+?").find(next()) != std::string_view::npos) {
      m_out += m_text[m_at++];
      return true;
    }
    return next() != '{' || quantity();
  }

  bool number(int &value)
  {
    const auto [end, error] = std::from_chars(m_text.data() + m_at, m_text.data() + m_text.size(), value);
    if (error != std::errc() || next() == '-' || value > mostRepeats) return false;
    m_at = size_t(end - m_text.data());
    return true;
  }

  bool quantity()
  {
    const size_t begin = m_at++;
    int low = 0, high = 0;
    if (!number(low)) return false;
    if (take(',') && next() != '}' && (!number(high) || high < low)) return false;
    if (!take('}')) return false;
    m_out += m_text.substr(begin, m_at - begin);
    return true;
  }

  bool atom(int depth)
  {
    const char c = m_text[m_at];
    if (c == '(') {
      ++m_at;
      m_out += "(?:";
      if (!alternatives(depth + 1) || !take(')')) return false;
      m_out += ')';
      return true;
    }
    if (c == '[') return characterClass();
    if (c == '\\') return escape();
    if (c == '.') m_out += "[^\\n\\r]";
    else if (c == '^' || c == '$') m_out.append(1, '\\').append(1, c);
    else if (std::string_view("*+?{}]").find(c) != std::string_view::npos) return false;
    else m_out += c;
    ++m_at;
    return true;
  }

  bool escape()
  {
    ++m_at;
    const char c = next();
    if (c == 'p' || c == 'P') return category();
    if (atEnd() || std::string_view("()*+-.?[\\]^nrt{|}").find(c) == std::string_view::npos) return false;
    m_out.append(1, '\\').append(1, c);
    ++m_at;
    return true;
  }

  bool category()
  {
    const size_t begin = m_at - 1, close = m_text.find('}', m_at);
    if (m_at + 1 >= m_text.size() || m_text[m_at + 1] != '{' || close == m_text.npos) return false;
    const std::string_view name = m_text.substr(m_at + 2, close - m_at - 2);
    constexpr std::string_view kinds = "LMNPZSC", seconds[] = {"lmotu", "cen", "dlo", "cdefios", "lps", "ckmo", "cfno"};
    if (name.empty() || name.size() > 2) return false;
    const size_t kind = kinds.find(name[0]);
    if (kind == kinds.npos || (name.size() == 2 && seconds[kind].find(name[1]) == std::string_view::npos)) return false;
    // RE2 does not know unassigned characters (Cn), and \p{C} without them would be a lie.
    if (name == "Cn" || name == "C") return false;
    m_out += m_text.substr(begin, close + 1 - begin);
    m_at = close + 1;
    return true;
  }

  bool characterClass()
  {
    m_out += m_text[m_at++];
    if (take('^')) m_out += '^';
    bool isEmpty = true;
    if (take('-')) m_out += "\\-", isEmpty = false;
    while (!atEnd() && next() != ']') {
      if (next() == '-') { // only at the very end
        ++m_at;
        if (next() != ']') return false;
        m_out += "\\-";
        isEmpty = false;
        break;
      }
      if (!classCharacter()) return false;
      isEmpty = false;
      if (next() == '-' && m_at + 1 < m_text.size() && m_text[m_at + 1] != ']') {
        m_out += m_text[m_at++];
        if (next() == '-' || !classCharacter()) return false;
      }
    }
    if (isEmpty || !take(']')) return false;
    m_out += ']';
    return true;
  }

  bool classCharacter()
  {
    const char c = m_text[m_at];
    if (c == '\\') return escape();
    if (c == '[' || c == ']') return false;
    if (c == '^') m_out += '\\';
    m_out += c;
    ++m_at;
    // The bytes of one character of several belong together.
    while (!atEnd() && (uint8_t(c) & 0x80) && (uint8_t(next()) & 0xC0) == 0x80) m_out += m_text[m_at++];
    return true;
  }

  std::string_view m_text;
  std::string m_out;
  size_t m_at = 0;
};

} // namespace

std::optional<std::string> re2FromIRegexp(std::string_view expression) { return Translation(expression).all(); }

} // namespace engine
