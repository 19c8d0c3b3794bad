// Lua's string patterns, and the functions over them, with a bound: Lua's own find, match, gmatch and gsub can look for
// hours in one instruction, where no hook reaches them.
#pragma once

#include <cstdint>

struct lua_State;

namespace engine {

/// Puts string.find, match, gmatch and gsub of the library on top of the stack in place of Lua's own. They count each step
/// of looking down in `*left`; `exhausted` is called when it falls below zero, and must raise an error.
void installPatterns(lua_State *lua, int64_t *left, void (*exhausted)(lua_State *));

} // namespace engine
