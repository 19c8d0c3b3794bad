// A run as it is stored and reported: counts a second, whole-run histograms, errors, events, health.
#pragma once

#include "engine/stats/statsmailbox.h"
#include "models/domain/project.h"
#include <QDateTime>
#include <cstdint>
#include <optional>

namespace domain {

/// run_status of the reference.
enum class RunStatus { Running = 0, Paused = 1, Finished = 2, Aborted = 3, Stopped = 4, Stopping = 5, Waiting = 9 };

/// One second of one item; times in ns.
struct ItemPoint
{
    uint32_t requests = 0, successes = 0;
    std::array<uint32_t, engine::failureClasses> failed{};
    std::array<uint32_t, 3> sides{}; ///< failures by side: server, network, this computer
    std::array<uint32_t, 5> status{};
    uint64_t sentBytes = 0, receivedBytes = 0;
    int64_t sumTime = 0, minTime = 0, maxTime = 0, p50 = 0, p90 = 0, p95 = 0, p99 = 0;

    bool operator==(const ItemPoint &) const = default;
};

/// One second of one item that plays or publishes streams: all of a play counts in the second of its end.
struct StreamPoint
{
    uint32_t plays = 0;                                    ///< plays and publications that ended, failed ones too
    std::array<uint32_t, engine::streamFailures> failed{}; ///< by engine::StreamFailure; [None] stays 0
    uint32_t sentPackets = 0, receivedPackets = 0;
    uint64_t audioSentBytes = 0, audioReceivedBytes = 0, videoSentBytes = 0, videoReceivedBytes = 0;

    bool operator==(const StreamPoint &) const = default;
};

/// A request, a transaction, or (item 0) the whole pass of a case.
struct ItemRecord
{
    enum Kind { Pass, Request, Transaction } kind = Request;
    QString name, method, address;
    bool setup = false;
    engine::Tally total;
    QVector<ItemPoint> seconds; ///< one a second from the case's start, all items equally long
    QVector<StreamPoint> streams; ///< as long as `seconds` of a stream, else empty

    bool operator==(const ItemRecord &) const = default;
};

/// Requests of one case in one second beyond the items.
struct CasePoint
{
    int users = 0;
    double target = 0;
    uint32_t starts = 0, dropped = 0, droppedWhileFree = 0, cutOff = 0, retried = 0, redirectHops = 0;

    bool operator==(const CasePoint &) const = default;
};

struct ErrorRecord
{
    QString side; ///< server | network | this_computer
    QString kind; ///< timeout | refused | parsed | assert | others | status code as text
    QString request, message, sample;
    quint64 count = 0;
    double firstSeen = 0, lastSeen = 0; ///< seconds from the case's start

    bool operator==(const ErrorRecord &) const = default;
};

struct StageRecord
{
    QString name;
    PressureMode mode = PressureMode::Concurrency;
    double start = 0, end = 0;     ///< seconds from the case's start
    double target = 0, achieved = 0; ///< mean users, or starts a second

    bool operator==(const StageRecord &) const = default;
};

struct EventRecord
{
    double at = 0; ///< seconds from the case's start
    QString text;

    bool operator==(const EventRecord &) const = default;
};

/// One exchange of the request log; which ones are kept, services/requestlog.h says. Of a case that logs by pass, `item` is 0
/// and `exchange` holds all requests of the pass.
struct LogRecord
{
    quint64 number = 0; ///< ascending in its case; stays the same while others go
    int item = 0;       ///< index in CaseRecord::items
    double at = 0;      ///< its end, seconds from the case's start
    int status = 0;     ///< 0: no answer
    engine::Outcome outcome = engine::Outcome::Ok;
    qint64 time = 0;    ///< ns
    quint64 sentBytes = 0, receivedBytes = 0;
    bool sampled = false;
    QString message;    ///< why it failed
    QString exchange;   ///< request, an empty line, the answer as far as it was kept

    bool operator==(const LogRecord &) const = default;
};

struct CaseRecord
{
    QString name;
    CaseId testCase;
    int caseRunId = 0;
    double startOffset = 0; ///< seconds from the run's start
    int warmUp = 0;         ///< its first seconds, drawn but in no figure: `total` of the items is without them
    QVector<Stage> stages;
    QVector<ItemRecord> items; ///< [0] is the pass
    QVector<CasePoint> seconds;
    QVector<ErrorRecord> errors;
    QVector<StageRecord> stageRecords;
    QVector<EventRecord> events;
    QVector<LogRecord> log; ///< by number

    bool operator==(const CaseRecord &) const = default;
};

struct HealthPoint
{
    double cpuPercentMax = 0;
    int openDescriptors = 0;
    int64_t latenessP50 = 0, latenessP99 = 0; ///< ns
    int64_t lagP99 = 0;      ///< ns, of the workers' loops
    int takenPorts = -1;     ///< local TCP ports of this computer; -1: not known
    QVector<double> cpuPercent; ///< by worker; empty: not known

    bool operator==(const HealthPoint &) const = default;
};

/// A window in which a rule broke.
struct RuleEvent
{
    int caseIndex = 0;
    double at = 0, value = 0; ///< end of the window in seconds from the case's start; the figure of the window

    bool operator==(const RuleEvent &) const = default;
};

struct RuleResult
{
    SlaRule rule;
    double actual = 0;
    bool passed = true;
    bool judged = true; ///< false: there was nothing to judge, so nothing broke; `actual` means nothing
    quint64 triggers = 0;      ///< windows that broke it
    QVector<RuleEvent> events; ///< the first hundred of them

    bool operator==(const RuleResult &) const = default;
};

struct RunRecord
{
    RunId id;
    ProjectId project;
    TaskId task;
    QString projectName, taskName, environment;
    QDateTime started, ended;
    RunStatus status = RunStatus::Waiting;
    bool parallel = true;
    int threads = 1;
    int descriptorLimit = 0, portLimit = 0; ///< of this computer; 0: not known
    QStringList warnings; ///< of the check before the start: what this computer may not be able to do
    QVector<CaseRecord> cases;
    QVector<HealthPoint> health;
    engine::Histogram lateness;
    QVector<RuleResult> rules;

    bool operator==(const RunRecord &) const = default;
};

} // namespace domain
