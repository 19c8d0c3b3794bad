// Loads a plugin by its JSON descriptor. A `.lua` file is a script, anything else a shared library.
#pragma once

#include "engine/plan/plugin.h"

namespace engine {

/// Null and a sentence when descriptor, script or library is wrong. The path of the code is relative to the descriptor.
std::shared_ptr<const Plugin> loadPlugin(const std::string &descriptorPath, std::string &problem);

} // namespace engine
