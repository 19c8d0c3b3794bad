// A pressure stage as the engine runs it; fields as in models/domain/stage.h and semantics.md 1.2.
#pragma once

#include <cstdint>
#include <string>

namespace engine {

enum class PressureMode : uint8_t { Concurrency, Tps, Peak, SurgeUsers, SurgeTps, OscillationUsers, OscillationTps, SmartPeak };

struct Stage
{
    std::string name;
    PressureMode mode = PressureMode::Concurrency;
    bool byCount = false;
    bool manual = false;
    int64_t duration = 0;  ///< ns; not used when byCount
    uint64_t count = 0;    ///< iterations in all, when byCount
    int users = 1;         ///< most users (issue_num)
    double rate = 0;       ///< iterations a second (tps_value)
    int startUsers = 0;
    double startRate = 0;
    double minimum = 0, maximum = 0;
    int loops = 1;
    int64_t maxDuration = 0, rampUp = 0, stepDuration = 0; ///< ns
    int stepSize = 0;

    bool isRate() const
    {
        return mode == PressureMode::Tps || mode == PressureMode::SurgeTps || mode == PressureMode::OscillationTps;
    }
};

} // namespace engine
