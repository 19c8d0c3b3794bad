#include "engine/plugin/luastate.h"

#include "engine/plugin/luapattern.h"

#include <lua.hpp>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <ctime>

// What a script may use up: instructions and calls are counted by the hook, steps of looking through texts by the patterns
// (luapattern.h), memory by the allocator. What is left, such as joining or comparing large texts in one instruction, is
// bounded by the memory and by the processor time, which the hook looks at too.
// Lua leaves its C functions by longjmp: between a call that can fail and the end of a function no object with a destructor
// may live. All that allocates in Lua runs inside lua_pcall or lua_resume.

namespace engine {

struct LuaEntry
{
  static constexpr int hookEvery = 1000; ///< instructions

  static LuaState &self(lua_State *lua)
  {
    void *owner = nullptr;
    lua_getallocf(lua, &owner);
    return *static_cast<LuaState *>(owner);
  }

  static void hook(lua_State *lua, lua_Debug *event)
  {
    constexpr int ofCall = 10; // in C code that calls without end no instruction is counted
    LuaState &state = self(lua);
    const int cost = event->event == LUA_HOOKCOUNT ? hookEvery : ofCall;
    state.m_left -= cost;
    state.m_sinceClock += cost;
    if (state.m_sinceClock >= hookEvery) {
      state.m_sinceClock = 0;
      state.m_isLate = state.m_isLate || processorTime() > state.m_deadline;
    }
    if (state.m_left <= 0 || state.m_isLate) exhausted(lua);
  }

  static void exhausted(lua_State *lua)
  {
    LuaState &state = self(lua);
    // From now on at each instruction: a script that catches the error in a loop would go on for ever.
    lua_sethook(lua, hook, LUA_MASKCOUNT | LUA_MASKCALL, 1);
    state.m_left = std::min<int64_t>(state.m_left, 0);
    if (state.m_isLate) luaL_error(lua, "it ran for more than %d s", int(LuaState::timeLimit / 1'000'000'000));
    luaL_error(lua, "it ran for more than %d million instructions", int(state.m_instructions / 1'000'000));
  }

  /// Of this thread, in ns.
  static int64_t processorTime()
  {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return int64_t(now.tv_sec) * 1'000'000'000 + now.tv_nsec;
  }

  static void pushText(lua_State *lua, std::string_view text) { lua_pushlstring(lua, text.data(), text.size()); }
  static void setText(lua_State *lua, const char *name, std::string_view text)
  {
    pushText(lua, text);
    lua_setfield(lua, -2, name);
  }

  /// string.rep of nothing would loop in C for as long as it is told.
  static int repeat(lua_State *lua)
  {
    size_t size = 0, gap = 0;
    luaL_checklstring(lua, 1, &size);
    luaL_optlstring(lua, 3, "", &gap);
    if (size + gap == 0) {
      lua_pushliteral(lua, "");
      return 1;
    }
    lua_pushvalue(lua, lua_upvalueindex(1));
    lua_insert(lua, 1);
    lua_call(lua, lua_gettop(lua) - 1, 1);
    return 1;
  }

  /// The functions over lists trust `#`, which a metatable answers as it likes.
  static int ofPlainList(lua_State *lua)
  {
    if (luaL_getmetafield(lua, 1, "__len") != LUA_TNIL) return luaL_error(lua, "a table with __len is no list here");
    lua_pushvalue(lua, lua_upvalueindex(1));
    lua_insert(lua, 1);
    lua_call(lua, lua_gettop(lua) - 1, LUA_MULTRET);
    return lua_gettop(lua);
  }

  /// Finalizers run where no limit reaches them, so there are none.
  static int setMetatable(lua_State *lua)
  {
    luaL_checktype(lua, 1, LUA_TTABLE);
    luaL_argexpected(lua, lua_isnoneornil(lua, 2) || lua_istable(lua, 2), 2, "nil or table");
    if (lua_istable(lua, 2)) {
      lua_pushliteral(lua, "__gc");
      if (lua_rawget(lua, 2) != LUA_TNIL) return luaL_error(lua, "__gc is not available");
      lua_pop(lua, 1);
    }
    if (luaL_getmetafield(lua, 1, "__metatable") != LUA_TNIL) return luaL_error(lua, "cannot change a protected metatable");
    lua_settop(lua, 2);
    lua_setmetatable(lua, 1);
    return 1;
  }

  static void openLibraries(lua_State *lua)
  {
    const luaL_Reg libraries[] = {{LUA_GNAME, luaopen_base}, {LUA_STRLIBNAME, luaopen_string}, {LUA_TABLIBNAME, luaopen_table},
                                  {LUA_MATHLIBNAME, luaopen_math}, {LUA_UTF8LIBNAME, luaopen_utf8}, {LUA_OSLIBNAME, luaopen_os}};
    for (const luaL_Reg &library : libraries) {
      luaL_requiref(lua, library.name, library.func, 1);
      lua_pop(lua, 1);
    }
    for (const char *name : {"dofile", "loadfile", "load", "collectgarbage", "print", "warn"}) {
      lua_pushnil(lua);
      lua_setglobal(lua, name);
    }
    lua_pushcfunction(lua, setMetatable);
    lua_setglobal(lua, "setmetatable");
    lua_getglobal(lua, LUA_OSLIBNAME);
    for (const char *name : {"execute", "exit", "getenv", "remove", "rename", "setlocale", "tmpname"}) {
      lua_pushnil(lua);
      lua_setfield(lua, -2, name);
    }
    lua_getglobal(lua, LUA_TABLIBNAME);
    lua_pushnil(lua);
    lua_setfield(lua, -2, "move"); // loops in C over any range
    for (const char *name : {"insert", "remove", "sort", "concat"}) {
      lua_getfield(lua, -1, name);
      lua_pushcclosure(lua, ofPlainList, 1);
      lua_setfield(lua, -2, name);
    }
    lua_getglobal(lua, LUA_STRLIBNAME);
    lua_pushnil(lua);
    lua_setfield(lua, -2, "dump");
    lua_getfield(lua, -1, "rep");
    lua_pushcclosure(lua, repeat, 1);
    lua_setfield(lua, -2, "rep");
    installPatterns(lua, &self(lua).m_left, exhausted);
    lua_newtable(lua);
    lua_pushcfunction(lua, request);
    lua_setfield(lua, -2, "request");
    lua_setglobal(lua, "http");
    lua_settop(lua, 0);
  }

  /// Under lua_pcall: libraries, the thread for calls, the script. Argument: the script as a light pointer.
  static int setUp(lua_State *lua)
  {
    LuaState &state = self(lua);
    const auto *script = static_cast<const std::string *>(lua_touserdata(lua, 1));
    openLibraries(lua);
    state.m_thread = lua_newthread(lua);
    lua_rawsetp(lua, LUA_REGISTRYINDEX, &state);
    lua_sethook(state.m_thread, hook, LUA_MASKCOUNT | LUA_MASKCALL, hookEvery);
    lua_sethook(lua, hook, LUA_MASKCOUNT | LUA_MASKCALL, hookEvery);
    if (luaL_loadbufferx(lua, script->data(), script->size(), "=script", "t") != LUA_OK) return lua_error(lua);
    lua_call(lua, 0, 0);
    return 0;
  }

  static int look(lua_State *lua)
  {
    lua_getglobal(lua, static_cast<const char *>(lua_touserdata(lua, 1)));
    lua_pushboolean(lua, lua_isfunction(lua, -1));
    return 1;
  }

  static int start(lua_State *lua)
  {
    const LuaCall &call = *self(lua).m_call;
    pushText(lua, call.function);
    lua_rawgeti(lua, LUA_REGISTRYINDEX, LUA_RIDX_GLOBALS);
    lua_insert(lua, -2);
    lua_rawget(lua, -2);
    lua_createtable(lua, 0, int(call.arguments.size()));
    for (const PluginArgument &argument : call.arguments) {
      pushText(lua, argument.name);
      pushText(lua, argument.value);
      lua_rawset(lua, -3);
    }
    lua_callk(lua, 1, 2, 0, ended);
    return ended(lua, LUA_OK, 0);
  }

  /// The results are on top: up to two.
  static int ended(lua_State *lua, int, lua_KContext)
  {
    const LuaCall &call = *self(lua).m_call;
    PluginAnswer &answer = *call.answer;
    const int first = lua_gettop(lua) - 1;
    const auto text = [&](int index) {
      size_t size = 0;
      const char *bytes = luaL_tolstring(lua, index, &size);
      answer.text.assign(bytes, size);
      lua_pop(lua, 1);
    };
    if (call.kind == Plugin::Function) {
      if (!lua_isnil(lua, first)) text(first);
    } else if (lua_isboolean(lua, first)) {
      answer.isOk = lua_toboolean(lua, first);
      if (!lua_isnil(lua, first + 1)) text(first + 1);
    } else if (lua_isstring(lua, first)) { // "" passes
      text(first);
      answer.isOk = answer.text.empty();
    } else if (lua_istable(lua, first)) {
      fill(lua, first, answer);
    }
    return 0;
  }

  static void fill(lua_State *lua, int table, PluginAnswer &answer)
  {
    const auto number = [&](const char *name) {
      lua_pushstring(lua, name);
      lua_rawget(lua, table);
      const lua_Number value = lua_tonumber(lua, -1);
      lua_pop(lua, 1);
      return value > 0 && value < 9e15 ? uint64_t(value) : 0;
    };
    lua_pushliteral(lua, "ok");
    if (lua_rawget(lua, table) == LUA_TBOOLEAN) answer.isOk = lua_toboolean(lua, -1);
    lua_pushliteral(lua, "message");
    if (lua_rawget(lua, table) == LUA_TSTRING) answer.text = lua_tostring(lua, -1);
    lua_pop(lua, 2);
    answer.status = int(std::min<uint64_t>(number("status"), 999));
    answer.sentBytes = number("sent");
    answer.receivedBytes = number("received");
  }

  /// http.request{method=, url=, headers={}, body=, verify=}
  static int request(lua_State *lua)
  {
    const LuaCall &call = *self(lua).m_call;
    if (!call.message) return luaL_error(lua, "only a function of the type req may send requests");
    luaL_checktype(lua, 1, LUA_TTABLE);
    PluginMessage &message = *call.message;
    message.headers.clear();
    copyText(lua, "method", message.method, "GET");
    copyText(lua, "url", message.url, "");
    copyText(lua, "body", message.body, "");
    lua_pushliteral(lua, "verify");
    lua_rawget(lua, 1);
    message.verifyTls = lua_toboolean(lua, -1);
    lua_pop(lua, 1);
    lua_pushliteral(lua, "headers");
    if (lua_rawget(lua, 1) == LUA_TTABLE) {
      for (lua_pushnil(lua); lua_next(lua, -2); lua_pop(lua, 1)) {
        if (lua_type(lua, -2) != LUA_TSTRING || !lua_isstring(lua, -1)) return luaL_error(lua, "headers must be texts by name");
        const char *name = lua_tostring(lua, -2), *value = lua_tostring(lua, -1);
        if (strpbrk(name, "\r\n: ") || strpbrk(value, "\r\n")) return luaL_error(lua, "a header must not hold a line break");
        message.headers.append(name).append(": ").append(value).append("\r\n");
      }
    }
    lua_settop(lua, 0);
    return lua_yieldk(lua, 0, 0, answered);
  }

  static void copyText(lua_State *lua, const char *name, std::string &to, const char *absent)
  {
    lua_pushstring(lua, name);
    lua_rawget(lua, 1);
    size_t size = 0;
    const char *text = lua_type(lua, -1) == LUA_TSTRING ? lua_tolstring(lua, -1, &size) : nullptr;
    if (text) to.assign(text, size);
    else to = absent;
    lua_pop(lua, 1);
  }

  static int answered(lua_State *lua, int, lua_KContext)
  {
    const PluginReply *reply = self(lua).m_call->reply;
    lua_settop(lua, 0);
    lua_newtable(lua);
    lua_pushinteger(lua, reply ? reply->status : 0);
    lua_setfield(lua, -2, "status");
    setText(lua, "headers", reply ? reply->head : std::string_view());
    setText(lua, "body", reply ? reply->body : std::string_view());
    setText(lua, "error", reply ? reply->error : std::string_view());
    return 1;
  }
};

void *LuaState::allocate(void *owner, void *block, size_t oldSize, size_t newSize)
{
  LuaState &state = *static_cast<LuaState *>(owner);
  if (!block) oldSize = 0; // Lua tells the kind of the object there
  if (newSize == 0) {
    state.m_used -= oldSize;
    free(block);
    return nullptr;
  }
  if (newSize > oldSize && state.m_used + (newSize - oldSize) > state.m_limit) return nullptr;
  void *moved = realloc(block, newSize);
  if (moved) state.m_used += newSize - oldSize;
  return moved;
}

LuaState::~LuaState()
{
  if (m_lua) lua_close(m_lua);
}

std::string LuaState::load(const std::string &script, int64_t instructions)
{
  m_instructions = instructions;
  grant();
  m_lua = lua_newstate(allocate, this);
  if (!m_lua) return "There is no memory left for the script.";
  lua_pushcfunction(m_lua, LuaEntry::setUp);
  lua_pushlightuserdata(m_lua, const_cast<std::string *>(&script));
  std::string problem;
  if (lua_pcall(m_lua, 1, 0, 0) != LUA_OK) {
    const char *why = lua_type(m_lua, -1) == LUA_TSTRING ? lua_tostring(m_lua, -1) : "it threw";
    problem = "The script fails: " + std::string(why) + ".";
  }
  lua_settop(m_lua, 0);
  return problem;
}

void LuaState::grant()
{
  m_left = m_instructions;
  m_sinceClock = 0;
  m_isLate = false;
  m_deadline = LuaEntry::processorTime() + timeLimit;
}

bool LuaState::has(const std::string &function)
{
  lua_pushcfunction(m_lua, LuaEntry::look);
  lua_pushlightuserdata(m_lua, const_cast<char *>(function.c_str()));
  const bool found = lua_pcall(m_lua, 1, 1, 0) == LUA_OK && lua_toboolean(m_lua, -1);
  lua_settop(m_lua, 0);
  return found;
}

bool LuaState::begin(LuaCall &call)
{
  m_call = &call;
  grant();
  lua_settop(m_thread, 0);
  lua_pushcfunction(m_thread, LuaEntry::start);
  int results = 0;
  return finish(call, lua_resume(m_thread, nullptr, 0, &results));
}

bool LuaState::resume(LuaCall &call)
{
  m_call = &call;
  m_deadline = LuaEntry::processorTime() + timeLimit; // waiting for a reply cost this script nothing, but others used the thread
  int results = 0;
  return finish(call, lua_resume(m_thread, nullptr, 0, &results));
}

bool LuaState::finish(LuaCall &call, int status)
{
  m_isWaiting = status == LUA_YIELD;
  m_call = nullptr;
  if (status == LUA_YIELD || status == LUA_OK) return m_isWaiting;
  m_hasFailed = true; // nobody knows in which state a script was left: it gets a new interpreter next time
  const char *why = lua_type(m_thread, -1) == LUA_TSTRING ? lua_tostring(m_thread, -1) : nullptr;
  std::string reason = why ? why : "it threw something that is no text";
  if (status == LUA_ERRMEM) reason = "it asked for more than " + std::to_string(m_limit / 1'000'000) + " MB";
  *call.answer = {false, "The script failed: " + reason + "."};
  return false;
}

} // namespace engine
