// A plugin in a shared library with the C ABI of crescendo_plugin.h. What it does is in its own hands: it shares the process.
#pragma once

#include "engine/plan/plugin.h"
#include "engine/plugin/crescendo_plugin.h"

namespace engine {

class LibraryPlugin final : public Plugin
{
public:
  static std::shared_ptr<LibraryPlugin> open(const std::string &path, std::string &problem);
  ~LibraryPlugin() override;

  std::string bind(); ///< finds each of `functions`; a sentence when one is missing
  PluginAnswer call(int function, std::span<const PluginArgument> arguments) const override;
  std::unique_ptr<PluginCall> begin(int function, std::span<const PluginArgument> arguments) const override;

private:
  void *m_library = nullptr;
  std::vector<crescendo_function> m_entries; ///< as `functions`
};

} // namespace engine
