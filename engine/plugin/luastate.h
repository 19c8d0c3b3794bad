// One Lua interpreter with its limits. Belongs to one thread; one call at a time, which may wait for a reply in between.
#pragma once

#include "engine/plan/plugin.h"

#include <cstdint>
#include <string>

struct lua_State;

namespace engine {

struct LuaCall
{
  std::string_view function;
  Plugin::Kind kind = Plugin::Request;
  std::span<const PluginArgument> arguments;
  PluginMessage *message = nullptr; ///< null: http.request is refused
  const PluginReply *reply = nullptr;
  PluginAnswer *answer = nullptr;
};

class LuaState
{
public:
  static constexpr int64_t timeLimit = 1'000'000'000; ///< ns of processor time, of a call between two waits

  explicit LuaState(size_t memoryLimit) : m_limit(memoryLimit) {}
  ~LuaState();
  LuaState(const LuaState &) = delete;
  LuaState &operator=(const LuaState &) = delete;

  std::string load(const std::string &script, int64_t instructions); ///< a sentence when the script fails
  bool has(const std::string &function);
  /// Calls the function; true when it waits for the reply to `call.message`, else `call.answer` is filled.
  bool begin(LuaCall &call);
  bool resume(LuaCall &call);
  bool isWaiting() const { return m_isWaiting; }
  bool isGood() const { return !m_hasFailed && !m_isWaiting; }

private:
  friend struct LuaEntry;

  static void *allocate(void *owner, void *block, size_t oldSize, size_t newSize);
  void grant(); ///< all that a call may use up
  bool finish(LuaCall &call, int status);

  lua_State *m_lua = nullptr, *m_thread = nullptr; ///< the thread is anchored in the registry
  size_t m_used = 0, m_limit;
  int64_t m_instructions = 0, m_left = 0, m_sinceClock = 0;
  int64_t m_deadline = 0; ///< of processor time
  bool m_isLate = false;
  LuaCall *m_call = nullptr; ///< under way
  bool m_hasFailed = false, m_isWaiting = false;
};

} // namespace engine
