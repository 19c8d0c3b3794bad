// What was counted of one item (a request, a transaction, or a whole pass of a case) in one second or over a run.
// Single-threaded; merged by addition.
#pragma once

#include "engine/stats/histogram.h"
#include "engine/stats/sample.h"
#include "engine/stats/streamfigures.h"

#include <cstdint>

namespace engine {

struct Tally
{
    uint64_t requests = 0, successes = 0;
    std::array<uint64_t, failureClasses> failed{}; ///< by Outcome - 1: parsed, assert, timeout, refused, others
    std::array<uint64_t, 3> sides{};               ///< failures by Side - 1: server, network, this computer
    std::array<uint64_t, 5> status{};              ///< answers 1xx..5xx
    uint64_t sentBytes = 0, receivedBytes = 0;
    Histogram times;         ///< ns, all requests
    Histogram failedTimes;   ///< ns, failed requests alone: without them times are those of successes
    Histogram fromSchedule;  ///< ns, rate modes, whole passes only: intended start to end

    StreamTally stream;      ///< of plays and publications of media

    void add(const Sample &sample);
    Tally &operator+=(const Tally &other);
    void clear();
    bool isEmpty() const { return requests == 0 && fromSchedule.count() == 0; }
    bool operator==(const Tally &) const = default;
};

} // namespace engine
