#include "engine/plugin/libraryplugin.h"

#include <dlfcn.h>

struct crescendo_result
{
  engine::PluginAnswer answer;
};

namespace engine {

namespace {

std::string_view textOf(const char *text, size_t size) { return text ? std::string_view(text, size) : std::string_view(); }

const crescendo_host host{
    CRESCENDO_PLUGIN_ABI,
    [](crescendo_result *result, const char *text, size_t size) { result->answer.text = textOf(text, size); },
    [](crescendo_result *result, const char *why, size_t size) {
      result->answer.isOk = false;
      result->answer.text = textOf(why, size);
    },
    [](crescendo_result *result, int status) { result->answer.status = status; },
    [](crescendo_result *result, uint64_t sent, uint64_t received) {
      result->answer.sentBytes = sent;
      result->answer.receivedBytes = received;
    }};

/// A library answers at once.
class Done final : public PluginCall
{
public:
  explicit Done(PluginAnswer given) { answer = std::move(given); }
  bool run(const PluginReply *) override { return false; }
};

} // namespace

std::shared_ptr<LibraryPlugin> LibraryPlugin::open(const std::string &path, std::string &problem)
{
  auto plugin = std::make_shared<LibraryPlugin>();
  plugin->m_library = dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL);
  if (!plugin->m_library) {
    const char *why = dlerror();
    problem = "The library cannot be loaded: " + std::string(why ? why : path) + ".";
    return nullptr;
  }
  const auto abi = reinterpret_cast<uint32_t (*)()>(dlsym(plugin->m_library, "crescendo_plugin_abi"));
  if (!abi) problem = "The library exports no crescendo_plugin_abi.";
  else if (const uint32_t version = abi(); version != CRESCENDO_PLUGIN_ABI)
    problem = "The library is made for version " + std::to_string(version) + " of the plugin header; this program has version "
        + std::to_string(CRESCENDO_PLUGIN_ABI) + ".";
  return problem.empty() ? plugin : nullptr;
}

LibraryPlugin::~LibraryPlugin()
{
  if (m_library) dlclose(m_library);
}

std::string LibraryPlugin::bind()
{
  for (const Entry &entry : functions) {
    const auto function = reinterpret_cast<crescendo_function>(dlsym(m_library, entry.name.c_str()));
    if (!function) return "The library exports no function “" + entry.name + "”.";
    m_entries.push_back(function);
  }
  return {};
}

PluginAnswer LibraryPlugin::call(int function, std::span<const PluginArgument> arguments) const
{
  std::vector<std::string> texts; // with the zero bytes that C expects
  texts.reserve(arguments.size() * 2);
  std::vector<crescendo_argument> given;
  for (const PluginArgument &argument : arguments) {
    const std::string &name = texts.emplace_back(argument.name), &value = texts.emplace_back(argument.value);
    given.push_back({name.c_str(), value.c_str(), value.size()});
  }
  crescendo_result result;
  m_entries[size_t(function)](&host, given.data(), given.size(), &result);
  return std::move(result.answer);
}

std::unique_ptr<PluginCall> LibraryPlugin::begin(int function, std::span<const PluginArgument> arguments) const
{
  return std::make_unique<Done>(call(function, arguments));
}

} // namespace engine
