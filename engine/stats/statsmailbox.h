// The one crossing from workers up: seconds of tallies, errors and health. A reader that is slow costs resolution of
// time, never memory of samples: seconds not yet collected are merged per (case, second).
#pragma once

#include "engine/stats/tally.h"

#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <vector>

namespace engine {

/// One second of one case, counted from the case's start; `items` is indexed like CasePlan::items.
struct CaseSecond
{
    int caseIndex = 0;
    int second = 0; ///< ≥ 0
    std::vector<Tally> items;
    int users = 0;           ///< running virtual users at its end, all workers
    double target = 0;       ///< target users, or starts a second, at its end
    uint64_t starts = 0;     ///< iterations begun
    uint64_t dropped = 0;    ///< arrivals that found no free user for one second
    uint64_t droppedWhileFree = 0; ///< … though users were free: this computer's fault
    uint64_t cutOff = 0, retried = 0, redirectHops = 0;

    CaseSecond &operator+=(const CaseSecond &other);
};

/// Errors of one kind, first and last seen in ms of the case, with one sampled exchange.
struct ErrorGroup
{
    int caseIndex = 0, itemIndex = 0;
    Side side = Side::Server;
    Outcome outcome = Outcome::Others;
    int status = 0;
    std::string message; ///< one sentence, e.g. "Connection refused by 127.0.0.1:81"
    uint64_t count = 0;
    int64_t firstSeenMs = 0, lastSeenMs = 0;
    std::string sample; ///< request head and what came back, at most 4 KB
};

/// One exchange of the request log (semantics.md 7), chosen by the worker.
struct LoggedRequest
{
    int caseIndex = 0, itemIndex = 0;
    int64_t atMs = 0; ///< its end, since the case's start
    Sample sample;
    uint64_t ordinal = 0; ///< of the even sample: how many requests its worker had begun by then; 0: kept for its code or failure
    std::string message;  ///< why it failed; empty when it did not
    std::string exchange; ///< request, an empty line, answer as far as kept; at most 2 KB
};

/// Health of the generator in one wall second.
struct HealthSecond
{
    double cpuPercentMax = 0; ///< of the busiest worker
    std::vector<double> cpuPercent; ///< of a core, by worker
    Histogram lateness;       ///< ns, actual start minus intended start; empty in concurrency modes
    Histogram lag;            ///< ns, how late the workers' loops came to their own timers
    int openDescriptors = 0;
    int takenPorts = -1;      ///< local ports of TCP connections of this computer, closing ones too; -1: not known
};

/// What happened beside the samples, for charts and report.
struct RunEvent
{
    enum Kind { CaseStarted, StageStarted, CaseEnded, LoadChanged, Note } kind = Note;
    int caseIndex = 0, stage = 0;
    int64_t atMs = 0; ///< since the case's start; CaseStarted: since the run's start
    double value = 0;
    std::string text;
};

struct Delivery
{
    std::vector<CaseSecond> seconds; ///< complete ones only, ascending a case
    std::vector<ErrorGroup> errors;  ///< counts since the last delivery
    std::vector<HealthSecond> health;
    std::vector<RunEvent> events;
    std::vector<LoggedRequest> log;
    bool ended = false; ///< nothing follows
};

/// Thread-safe.
class StatsMailbox
{
public:
    static constexpr size_t mostLogged = 4000;

    explicit StatsMailbox(int workers) : m_workers(workers) {}

    void deliver(CaseSecond second);
    void deliver(ErrorGroup error);
    void deliver(HealthSecond health);
    void deliver(RunEvent event);
    void deliver(LoggedRequest request); ///< dropped when mostLogged wait: the log is a sample, memory is not
    /// Worker `worker` will deliver nothing more for seconds before `second` of `caseIndex`.
    void closed(int worker, int caseIndex, int second);
    void end();

    Delivery collect(); ///< complete seconds since the last call; after end(), everything left

private:
    std::mutex m_mutex;
    int m_workers;
    std::map<std::pair<int, int>, CaseSecond> m_seconds;
    std::map<int, std::vector<int>> m_closed; ///< case → per worker first open second
    Delivery m_other;
    bool m_ended = false;
};

} // namespace engine
