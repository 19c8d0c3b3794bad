// Unpacks bodies sent with Content-Encoding gzip, deflate or br, for checks. What comes out is bounded, however little went in.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace engine {

/// The unpacked body, at most `limit` bytes of it. Several encodings are undone from the last to the first (at most four).
/// A body that breaks off gives what could be unpacked. Nothing when an encoding is not known or the bytes are not of it.
std::optional<std::string> decodeBody(std::string_view encodings, std::string_view body, size_t limit);

} // namespace engine
