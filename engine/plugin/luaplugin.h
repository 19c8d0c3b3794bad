// A plugin in Lua 5.4. Each call under way has an interpreter of its own, taken from the thread's stock, with 16 MB of memory
// and ten million instructions: a script that asks for more, throws or never ends fails its own call. Scripts have the base,
// string, table, math and utf8 libraries and os.time, os.clock and os.date; nothing that reaches files or other code.
#pragma once

#include "engine/plan/plugin.h"

#include <cstdint>

namespace engine {

class LuaState;

class LuaPlugin final : public Plugin
{
public:
  static constexpr size_t memoryLimit = 16'000'000; ///< bytes
  static constexpr int64_t instructionLimit = 10'000'000;

  explicit LuaPlugin(std::string script);

  std::string problem() const; ///< a sentence when the script does not run, or a function is not in it
  PluginAnswer call(int function, std::span<const PluginArgument> arguments) const override;
  std::unique_ptr<PluginCall> begin(int function, std::span<const PluginArgument> arguments) const override;

private:
  class Request;

  std::unique_ptr<LuaState> take(std::string &problem) const; ///< from the thread's stock, or a new one
  void give(std::unique_ptr<LuaState> state) const;           ///< back, unless it has failed

  const std::string m_script;
  const uint64_t m_number; ///< never used twice in a process
};

} // namespace engine
