// What one finished exchange was: an outcome, never an error of the program.
#pragma once

#include <cstdint>

namespace engine {

/// Failure classes of the reference (semantics.md 5.2), in the order of `Tally::failed`.
enum class Outcome : uint8_t { Ok, Parsed, Assert, Timeout, Refused, Others };
constexpr int failureClasses = 5;

/// Whose failure it is.
enum class Side : uint8_t { None, Server, Network, ThisComputer };

struct Sample
{
    Outcome outcome = Outcome::Ok;
    Side side = Side::None;
    int status = 0;             ///< HTTP status, 0 when there was no answer
    int64_t responseTime = 0;   ///< ns: first act of the exchange (DNS, connect, TLS included) to the last byte
    uint64_t sentBytes = 0, receivedBytes = 0;
};

} // namespace engine
