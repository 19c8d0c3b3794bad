#include "engine/plugin/luaplugin.h"

#include "engine/plugin/luastate.h"

#include <atomic>
#include <unordered_map>

namespace engine {

namespace {

using Stock = std::unordered_map<uint64_t, std::vector<std::unique_ptr<LuaState>>>;

Stock &stock()
{
  static thread_local Stock all;
  return all;
}

uint64_t nextNumber()
{
  static std::atomic<uint64_t> last{0};
  return ++last;
}

} // namespace

class LuaPlugin::Request final : public PluginCall
{
public:
  Request(const LuaPlugin &plugin, int function, std::span<const PluginArgument> given) : m_plugin(plugin)
  {
    for (const PluginArgument &argument : given) m_texts.emplace_back(argument.name, argument.value);
    for (const auto &[name, value] : m_texts) m_arguments.push_back({name, value});
    m_call.function = plugin.functions[size_t(function)].name;
    m_call.kind = Plugin::Request;
    m_call.arguments = m_arguments;
    m_call.message = &message;
    m_call.answer = &answer;
  }
  ~Request() override
  {
    if (m_state && !m_state->isWaiting()) m_plugin.give(std::move(m_state));
  }

  bool run(const PluginReply *reply) override
  {
    if (!m_state) {
      std::string problem;
      m_state = m_plugin.take(problem);
      if (!m_state) {
        answer = {false, problem};
        return false;
      }
      return m_state->begin(m_call);
    }
    m_call.reply = reply;
    return m_state->resume(m_call);
  }

private:
  const LuaPlugin &m_plugin;
  std::vector<std::pair<std::string, std::string>> m_texts;
  std::vector<PluginArgument> m_arguments;
  LuaCall m_call;
  std::unique_ptr<LuaState> m_state;
};

LuaPlugin::LuaPlugin(std::string script) : m_script(std::move(script)), m_number(nextNumber()) {}

std::string LuaPlugin::problem() const
{
  std::string problem;
  auto state = take(problem);
  if (!state) return problem;
  for (const Entry &entry : functions)
    if (!state->has(entry.name)) return "The script has no function “" + entry.name + "”.";
  give(std::move(state));
  return {};
}

std::unique_ptr<LuaState> LuaPlugin::take(std::string &problem) const
{
  auto &free = stock()[m_number];
  if (!free.empty()) {
    auto state = std::move(free.back());
    free.pop_back();
    return state;
  }
  auto state = std::make_unique<LuaState>(memoryLimit);
  problem = state->load(m_script, instructionLimit);
  return problem.empty() ? std::move(state) : nullptr;
}

void LuaPlugin::give(std::unique_ptr<LuaState> state) const
{
  if (state->isGood()) stock()[m_number].push_back(std::move(state));
}

PluginAnswer LuaPlugin::call(int function, std::span<const PluginArgument> arguments) const
{
  PluginAnswer answer;
  std::string problem;
  auto state = take(problem);
  if (!state) return {false, problem};
  const Entry &entry = functions[size_t(function)];
  LuaCall call{entry.name, entry.kind, arguments, nullptr, nullptr, &answer};
  state->begin(call);
  give(std::move(state));
  return answer;
}

std::unique_ptr<PluginCall> LuaPlugin::begin(int function, std::span<const PluginArgument> arguments) const
{
  return std::make_unique<Request>(*this, function, arguments);
}

} // namespace engine
