#include "engine/plugin/loader.h"

#include "engine/plugin/libraryplugin.h"
#include "engine/plugin/luaplugin.h"

#include <simdjson.h>

#include <fstream>
#include <sstream>

namespace engine {

namespace {

constexpr size_t mostDescriptor = 1'000'000, mostScript = 10'000'000; ///< bytes

std::optional<std::string> readFile(const std::string &path, size_t most)
{
  std::ifstream file(path, std::ios::binary);
  if (!file) return std::nullopt;
  std::string text(most + 1, '\0');
  file.read(text.data(), std::streamsize(text.size()));
  text.resize(size_t(file.gcount()));
  if (text.size() > most || file.bad()) return std::nullopt;
  return text;
}

std::string textOf(const simdjson::dom::element &json, std::string_view key)
{
  std::string_view text;
  return json.at_key(key).get(text) == simdjson::SUCCESS ? std::string(text) : std::string();
}

std::vector<Plugin::Parameter> parametersOf(const simdjson::dom::element &function)
{
  std::vector<Plugin::Parameter> parameters;
  simdjson::dom::array list;
  if (function.at_key("params").get(list) != simdjson::SUCCESS) return parameters;
  for (const simdjson::dom::element each : list) {
    Plugin::Parameter parameter{textOf(each, "name"), textOf(each, "default"), false};
    if (bool required = false; each.at_key("required").get(required) == simdjson::SUCCESS) parameter.isRequired = required;
    if (!parameter.name.empty()) parameters.push_back(std::move(parameter));
  }
  return parameters;
}

/// Fills in what the descriptor says; a sentence when it is wrong.
std::string describe(const std::string &text, Plugin &plugin, std::string &code)
{
  simdjson::dom::parser parser;
  simdjson::dom::element json;
  if (parser.parse(text).get(json) != simdjson::SUCCESS || !json.is_object()) return "The descriptor is not JSON.";
  plugin.name = textOf(json, "name");
  plugin.description = textOf(json, "desc");
  code = textOf(json, "plugin");
  if (plugin.name.empty() || code.empty()) return "The descriptor needs the members “name” and “plugin”.";
  simdjson::dom::array functions;
  if (json.at_key("funcs").get(functions) != simdjson::SUCCESS) return "The descriptor lists no functions in “funcs”.";
  for (const simdjson::dom::element each : functions) {
    Plugin::Entry entry{textOf(each, "name"), Plugin::Request, textOf(each, "desc"), parametersOf(each)};
    const std::string type = textOf(each, "type");
    if (type == "func") entry.kind = Plugin::Function;
    else if (type == "check") entry.kind = Plugin::Check;
    else if (type != "req") return "The type of the function “" + entry.name + "” must be req, func or check.";
    if (entry.name.empty()) return "A function of the descriptor has no name.";
    plugin.functions.push_back(std::move(entry));
  }
  return plugin.functions.empty() ? "The descriptor lists no functions in “funcs”." : std::string();
}

} // namespace

std::shared_ptr<const Plugin> loadPlugin(const std::string &path, std::string &problem)
{
  const auto text = readFile(path, mostDescriptor);
  if (!text) {
    problem = "The descriptor “" + path + "” cannot be read.";
    return nullptr;
  }
  struct Description : Plugin
  {
    PluginAnswer call(int, std::span<const PluginArgument>) const override { return {}; }
    std::unique_ptr<PluginCall> begin(int, std::span<const PluginArgument>) const override { return nullptr; }
  } described;
  std::string code;
  problem = describe(*text, described, code);
  if (!problem.empty()) return nullptr;
  if (!code.starts_with('/')) code = path.substr(0, path.rfind('/') + 1) + code;

  std::shared_ptr<Plugin> plugin;
  if (code.ends_with(".lua")) {
    auto script = readFile(code, mostScript);
    if (script) plugin = std::make_shared<LuaPlugin>(std::move(*script));
    else problem = "The script “" + code + "” cannot be read.";
  } else {
    plugin = LibraryPlugin::open(code, problem);
  }
  if (!plugin) return nullptr;
  plugin->name = described.name;
  plugin->description = described.description;
  plugin->functions = described.functions;
  problem = code.ends_with(".lua") ? static_cast<LuaPlugin &>(*plugin).problem() : static_cast<LibraryPlugin &>(*plugin).bind();
  return problem.empty() ? plugin : nullptr;
}

} // namespace engine
