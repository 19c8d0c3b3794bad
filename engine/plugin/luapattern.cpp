#include "engine/plugin/luapattern.h"

#include <lua.hpp>

#include <cctype>
#include <cstring>

// The language and its results are those of lstrlib.c (Lua 5.4, MIT licence); the counting is ours. Lua leaves C functions
// by longjmp, so nothing here has a destructor.

namespace engine {

namespace {

constexpr int deepest = 200; ///< of recursion, as Lua's own
constexpr int mostCaptures = 32; ///< as Lua's own
constexpr char escape = '%';

struct Budget
{
  int64_t *left;
  void (*exhausted)(lua_State *);
};

class Matcher
{
public:
  Matcher(lua_State *lua, const Budget &budget, const char *subject, size_t size, const char *pattern, size_t patternSize)
      : m_lua(lua), m_budget(budget), m_begin(subject), m_end(subject + size), m_patternEnd(pattern + patternSize)
  {
  }

  /// End of the match of the pattern at `s`; null: none.
  const char *match(const char *s, const char *p)
  {
    m_level = 0;
    m_depth = 0;
    return look(s, p);
  }
  int captures() const { return m_level; }

  void push(int i, const char *s, const char *e)
  {
    if (i >= m_level) {
      if (i != 0) luaL_error(m_lua, "invalid capture index %%%d", i + 1);
      lua_pushlstring(m_lua, s, size_t(e - s));
      return;
    }
    const Capture &capture = m_captures[i];
    if (capture.size == isOpen) luaL_error(m_lua, "unfinished capture");
    if (capture.size == isPosition) lua_pushinteger(m_lua, capture.begin - m_begin + 1);
    else lua_pushlstring(m_lua, capture.begin, size_t(capture.size));
  }
  /// All captures, or the whole match when there are none and `s` is given; how many values.
  int pushAll(const char *s, const char *e)
  {
    const int count = m_level == 0 && s ? 1 : m_level;
    luaL_checkstack(m_lua, count, "too many captures");
    for (int i = 0; i < count; ++i) push(i, s, e);
    return count;
  }

private:
  static constexpr ptrdiff_t isOpen = -1, isPosition = -2;

  struct Capture
  {
    const char *begin;
    ptrdiff_t size;
  };

  void count()
  {
    if (--*m_budget.left < 0) m_budget.exhausted(m_lua);
  }

  const char *classEnd(const char *p)
  {
    if (p == m_patternEnd) luaL_error(m_lua, "malformed pattern (ends with '%%')");
    const char first = *p++;
    if (first == escape) {
      if (p == m_patternEnd) luaL_error(m_lua, "malformed pattern (ends with '%%')");
      return p + 1;
    }
    if (first != '[') return p;
    if (p != m_patternEnd && *p == '^') ++p;
    do {
      if (p == m_patternEnd) luaL_error(m_lua, "malformed pattern (missing ']')");
      if (*p++ == escape) {
        if (p == m_patternEnd) luaL_error(m_lua, "malformed pattern (missing ']')");
        ++p;
      }
    } while (p == m_patternEnd || *p != ']');
    return p + 1;
  }

  static bool isOfClass(int c, int letter)
  {
    bool is = false;
    switch (tolower(letter)) {
    case 'a': is = isalpha(c); break;
    case 'c': is = iscntrl(c); break;
    case 'd': is = isdigit(c); break;
    case 'g': is = isgraph(c); break;
    case 'l': is = islower(c); break;
    case 'p': is = ispunct(c); break;
    case 's': is = isspace(c); break;
    case 'u': is = isupper(c); break;
    case 'w': is = isalnum(c); break;
    case 'x': is = isxdigit(c); break;
    case 'z': is = c == 0; break; // of Lua 5.1, kept by 5.4
    default: return letter == c;
    }
    return isupper(letter) ? !is : is;
  }

  /// `p` at the [, `close` at the ].
  bool isInSet(int c, const char *p, const char *close)
  {
    bool found = true;
    if (p[1] == '^') {
      found = false;
      ++p;
    }
    while (++p < close) {
      count();
      if (*p == escape) {
        if (isOfClass(c, byte(++p))) return found;
      } else if (p[1] == '-' && p + 2 < close) {
        p += 2;
        if (byte(p - 2) <= c && c <= byte(p)) return found;
      } else if (byte(p) == c) return found;
    }
    return !found;
  }

  static int byte(const char *p) { return static_cast<unsigned char>(*p); }

  bool fits(const char *s, const char *p, const char *end)
  {
    if (s >= m_end) return false;
    const int c = byte(s);
    switch (*p) {
    case '.': return true;
    case escape: return isOfClass(c, byte(p + 1));
    case '[': return isInSet(c, p, end - 1);
    default: return byte(p) == c;
    }
  }

  const char *balance(const char *s, const char *p)
  {
    if (p + 1 >= m_patternEnd) luaL_error(m_lua, "malformed pattern (missing arguments to '%%b')");
    if (s >= m_end || *s != *p) return nullptr;
    const char open = *p, close = p[1];
    for (int depth = 1; ++s < m_end;) {
      count();
      if (*s == close) {
        if (--depth == 0) return s + 1;
      } else if (*s == open) ++depth;
    }
    return nullptr;
  }

  const char *most(const char *s, const char *p, const char *end)
  {
    ptrdiff_t i = 0;
    for (; fits(s + i, p, end); ++i) count();
    for (; i >= 0; --i)
      if (const char *found = look(s + i, end + 1)) return found;
    return nullptr;
  }

  const char *least(const char *s, const char *p, const char *end)
  {
    for (;; ++s) {
      if (const char *found = look(s, end + 1)) return found;
      if (!fits(s, p, end)) return nullptr;
    }
  }

  const char *open(const char *s, const char *p, ptrdiff_t what)
  {
    if (m_level >= mostCaptures) luaL_error(m_lua, "too many captures");
    m_captures[m_level] = {s, what};
    ++m_level;
    const char *found = look(s, p);
    if (!found) --m_level;
    return found;
  }

  const char *close(const char *s, const char *p)
  {
    int level = m_level - 1;
    while (level >= 0 && m_captures[level].size != isOpen) --level;
    if (level < 0) luaL_error(m_lua, "invalid pattern capture");
    m_captures[level].size = s - m_captures[level].begin;
    const char *found = look(s, p);
    if (!found) m_captures[level].size = isOpen;
    return found;
  }

  const char *again(const char *s, int digit)
  {
    const int level = digit - '1';
    if (level < 0 || level >= m_level || m_captures[level].size == isOpen) luaL_error(m_lua, "invalid capture index %%%d", level + 1);
    const auto size = size_t(m_captures[level].size);
    *m_budget.left -= int64_t(size / 64);
    if (m_captures[level].size < 0 || size_t(m_end - s) < size || memcmp(m_captures[level].begin, s, size) != 0) return nullptr;
    return s + size;
  }

  const char *look(const char *s, const char *p)
  {
    if (++m_depth > deepest) luaL_error(m_lua, "pattern too complex");
    const char *found = walk(s, p);
    --m_depth;
    return found;
  }

  const char *walk(const char *s, const char *p)
  {
    while (p != m_patternEnd) {
      count();
      if (*p == '(') return p + 1 != m_patternEnd && p[1] == ')' ? open(s, p + 2, isPosition) : open(s, p + 1, isOpen);
      if (*p == ')') return close(s, p + 1);
      if (*p == '$' && p + 1 == m_patternEnd) return s == m_end ? s : nullptr;
      if (*p == escape && p + 1 != m_patternEnd) {
        if (p[1] == 'b') {
          s = balance(s, p + 2);
          if (!s) return nullptr;
          p += 4;
          continue;
        }
        if (p[1] == 'f') {
          p += 2;
          if (p == m_patternEnd || *p != '[') luaL_error(m_lua, "missing '[' after '%%f' in pattern");
          const char *end = classEnd(p);
          const int before = s == m_begin ? 0 : byte(s - 1), here = s == m_end ? 0 : byte(s);
          if (isInSet(before, p, end - 1) || !isInSet(here, p, end - 1)) return nullptr;
          p = end;
          continue;
        }
        if (isdigit(byte(p + 1))) {
          s = again(s, byte(p + 1));
          if (!s) return nullptr;
          p += 2;
          continue;
        }
      }
      const char *end = classEnd(p);
      const char quantifier = end == m_patternEnd ? '\0' : *end;
      if (quantifier == '*') return most(s, p, end);
      if (quantifier == '-') return least(s, p, end);
      const bool fit = fits(s, p, end);
      if (quantifier == '+') return fit ? most(s + 1, p, end) : nullptr;
      if (quantifier == '?') {
        if (fit)
          if (const char *found = look(s + 1, end + 1)) return found;
        p = end + 1;
        continue;
      }
      if (!fit) return nullptr;
      ++s;
      p = end;
    }
    return s;
  }

  lua_State *m_lua;
  const Budget &m_budget;
  const char *m_begin, *m_end, *m_patternEnd;
  int m_level = 0, m_depth = 0;
  Capture m_captures[mostCaptures];
};

const Budget &budgetOf(lua_State *lua) { return *static_cast<const Budget *>(lua_touserdata(lua, lua_upvalueindex(1))); }

size_t startOf(lua_Integer position, size_t size)
{
  if (position > 0) return size_t(position);
  if (position == 0 || position < -lua_Integer(size)) return 1;
  return size + size_t(position) + 1;
}

bool isPlain(const char *pattern, size_t size)
{
  for (size_t i = 0; i < size; ++i)
    if (strchr("^$*+?.([%-", pattern[i]) && pattern[i]) return false;
  return true;
}

int search(lua_State *lua, bool isFind)
{
  size_t size = 0, patternSize = 0;
  const char *subject = luaL_checklstring(lua, 1, &size), *pattern = luaL_checklstring(lua, 2, &patternSize);
  const size_t start = startOf(luaL_optinteger(lua, 3, 1), size) - 1;
  if (start > size) {
    luaL_pushfail(lua);
    return 1;
  }
  const Budget &budget = budgetOf(lua);
  if (isFind && (lua_toboolean(lua, 4) || isPlain(pattern, patternSize))) {
    *budget.left -= int64_t(size / 64);
    const void *found = patternSize ? memmem(subject + start, size - start, pattern, patternSize) : subject + start;
    if (found) {
      const auto at = static_cast<const char *>(found) - subject;
      lua_pushinteger(lua, at + 1);
      lua_pushinteger(lua, at + lua_Integer(patternSize));
      return 2;
    }
  } else {
    const bool isAnchored = patternSize && *pattern == '^';
    Matcher matcher(lua, budget, subject, size, pattern, patternSize);
    pattern += isAnchored;
    for (const char *s = subject + start; s <= subject + size; ++s) {
      if (const char *end = matcher.match(s, pattern)) {
        if (!isFind) return matcher.pushAll(s, end);
        lua_pushinteger(lua, s - subject + 1);
        lua_pushinteger(lua, end - subject);
        return matcher.pushAll(nullptr, nullptr) + 2;
      }
      if (isAnchored) break;
    }
  }
  luaL_pushfail(lua);
  return 1;
}

int find(lua_State *lua) { return search(lua, true); }

int match(lua_State *lua) { return search(lua, false); }

/// Upvalues: budget, subject, pattern, where to go on, end of the last match.
int nextMatch(lua_State *lua)
{
  size_t size = 0, patternSize = 0;
  const char *subject = lua_tolstring(lua, lua_upvalueindex(2), &size), *pattern = lua_tolstring(lua, lua_upvalueindex(3), &patternSize);
  const lua_Integer last = lua_tointeger(lua, lua_upvalueindex(5));
  Matcher matcher(lua, budgetOf(lua), subject, size, pattern, patternSize);
  for (const char *s = subject + lua_tointeger(lua, lua_upvalueindex(4)); s <= subject + size; ++s) {
    const char *end = matcher.match(s, pattern);
    if (!end || end - subject == last) continue;
    lua_pushinteger(lua, end - subject);
    lua_copy(lua, -1, lua_upvalueindex(4));
    lua_replace(lua, lua_upvalueindex(5));
    return matcher.pushAll(s, end);
  }
  return 0;
}

int matches(lua_State *lua)
{
  size_t size = 0;
  luaL_checklstring(lua, 1, &size);
  luaL_checkstring(lua, 2);
  const size_t start = startOf(luaL_optinteger(lua, 3, 1), size) - 1;
  lua_pushvalue(lua, lua_upvalueindex(1));
  lua_pushvalue(lua, 1);
  lua_pushvalue(lua, 2);
  lua_pushinteger(lua, lua_Integer(start > size ? size + 1 : start));
  lua_pushinteger(lua, -1);
  lua_pushcclosure(lua, nextMatch, 5);
  return 1;
}

/// The text that takes the place of a match, by the text in argument 3.
void addText(lua_State *lua, Matcher &matcher, luaL_Buffer &out, const char *s, const char *e)
{
  size_t size = 0;
  const char *by = lua_tolstring(lua, 3, &size);
  for (size_t i = 0; i < size; ++i) {
    if (by[i] != escape) {
      luaL_addchar(&out, by[i]);
      continue;
    }
    if (++i < size && by[i] == escape) luaL_addchar(&out, escape);
    else if (i < size && by[i] == '0') luaL_addlstring(&out, s, size_t(e - s));
    else if (i < size && isdigit(static_cast<unsigned char>(by[i]))) {
      matcher.push(by[i] - '1', s, e);
      luaL_tolstring(lua, -1, nullptr);
      lua_remove(lua, -2);
      luaL_addvalue(&out);
    } else luaL_error(lua, "invalid use of '%%' in replacement string");
  }
}

/// As addText(), by text, table or function; true when something changed.
bool addValue(lua_State *lua, Matcher &matcher, luaL_Buffer &out, const char *s, const char *e, int kind)
{
  if (kind == LUA_TFUNCTION) {
    lua_pushvalue(lua, 3);
    lua_call(lua, matcher.pushAll(s, e), 1);
  } else if (kind == LUA_TTABLE) {
    matcher.push(0, s, e);
    lua_gettable(lua, 3);
  } else {
    addText(lua, matcher, out, s, e);
    return true;
  }
  if (!lua_toboolean(lua, -1)) {
    lua_pop(lua, 1);
    luaL_addlstring(&out, s, size_t(e - s));
    return false;
  }
  if (!lua_isstring(lua, -1)) luaL_error(lua, "invalid replacement value (a %s)", luaL_typename(lua, -1));
  luaL_addvalue(&out);
  return true;
}

int replace(lua_State *lua)
{
  size_t size = 0, patternSize = 0;
  const char *s = luaL_checklstring(lua, 1, &size), *pattern = luaL_checklstring(lua, 2, &patternSize), *last = nullptr;
  const char *const subject = s, *const end = s + size;
  const int kind = lua_type(lua, 3);
  const lua_Integer most = luaL_optinteger(lua, 4, lua_Integer(size) + 1);
  luaL_argexpected(lua, kind == LUA_TNUMBER || kind == LUA_TSTRING || kind == LUA_TFUNCTION || kind == LUA_TTABLE, 3, "string/function/table");
  const bool isAnchored = patternSize && *pattern == '^';
  Matcher matcher(lua, budgetOf(lua), subject, size, pattern, patternSize);
  pattern += isAnchored;
  luaL_Buffer out;
  luaL_buffinit(lua, &out);
  lua_Integer count = 0;
  bool changed = false;
  while (count < most) {
    const char *found = matcher.match(s, pattern);
    if (found && found != last) {
      ++count;
      changed = addValue(lua, matcher, out, s, found, kind) || changed;
      s = last = found;
    } else if (s < end) luaL_addchar(&out, *s++);
    else break;
    if (isAnchored) break;
  }
  if (!changed) lua_pushvalue(lua, 1);
  else {
    luaL_addlstring(&out, s, size_t(end - s));
    luaL_pushresult(&out);
  }
  lua_pushinteger(lua, count);
  return 2;
}

} // namespace

void installPatterns(lua_State *lua, int64_t *left, void (*exhausted)(lua_State *))
{
  auto *budget = static_cast<Budget *>(lua_newuserdatauv(lua, sizeof(Budget), 0));
  *budget = {left, exhausted};
  const luaL_Reg functions[] = {{"find", find}, {"match", match}, {"gmatch", matches}, {"gsub", replace}};
  for (const luaL_Reg &function : functions) {
    lua_pushvalue(lua, -1);
    lua_pushcclosure(lua, function.func, 1);
    lua_setfield(lua, -3, function.name);
  }
  lua_pop(lua, 1);
}

} // namespace engine
