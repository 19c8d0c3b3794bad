// Which protocol a connection speaks, by what comes first: the demo target serves all of them on one port.
#pragma once

#include <cstdint>
#include <string_view>

namespace engine {

enum class Speech : uint8_t { Unknown, Http, Mqtt, Rtmp, Echo }; ///< Unknown: more bytes are needed

/// Echo is whatever is none of the others.
Speech sniff(std::string_view first);

} // namespace engine
