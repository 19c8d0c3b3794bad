// Hides the values of sensitive variables where something is shown or stored.
#pragma once

#include <string>
#include <vector>

namespace engine {

/// `text` with each of `secrets` as ***, and each run of base64 that holds one.
std::string masked(std::string text, const std::vector<std::string> &secrets);

} // namespace engine
