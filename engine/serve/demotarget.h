// The embedded target, on the engine's own core; one port for all, by what a connection begins with:
// - HTTP: / (plain), /json, /echo, /delay/MS, /status/N, /bytes/N, /login (POST, answers {"token":…}), /close, /reset,
//   /stall, /count (what it has answered, as JSON)
// - streams of a generated film: /live.flv (HTTP-FLV), /hls/master.m3u8, /hls/live.m3u8 and /hls/vod.m3u8
// - WebSocket: every path echoes messages
// - MQTT: a small broker
// - RTMP: every application and stream name plays the film; publications are taken and forgotten
// - anything else over TCP, and all over UDP: comes back as it is
#pragma once

#include <cstdint>
#include <memory>
#include <string>

namespace engine {

class DemoTarget
{
public:
    /// Listens on 127.0.0.1:port (0: a free one) on a thread of its own. Null and a sentence in `why` when it cannot.
    static std::unique_ptr<DemoTarget> start(uint16_t port, std::string &why);
    ~DemoTarget();

    uint16_t port() const;
    uint64_t requests() const; ///< request heads received so far

private:
    struct Parts;
    explicit DemoTarget(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> m_parts;
};

} // namespace engine
