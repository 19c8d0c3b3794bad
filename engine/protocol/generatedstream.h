// A stream made by computation, for those who have no film at hand: H.264 of 256 × 144 at 25 pictures a second, a key frame
// each second, and AAC silence; some 450 kbit/s. 8 s long, made to be repeated.
#pragma once

#include <string>

namespace engine {

/// As an FLV file; made when first asked for. Thread-safe.
const std::string &generatedFlv();
/// ms from the begin of the stream to the begin of its repetition.
constexpr int generatedLength = 8000;

} // namespace engine
