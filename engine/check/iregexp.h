// I-Regexp (RFC 9485), the regular expressions of JSONPath's match() and search(), as RE2.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace engine {

/// The same expression in RE2's syntax; nothing when it is no I-Regexp.
std::optional<std::string> re2FromIRegexp(std::string_view expression);

} // namespace engine
