// Every number shown anywhere about a run, derived in one place from the counts a RunRecord holds. Formulas are those of
// the API reference's own samples: rates are divided by (last second of traffic - first + 1), seconds counted from the
// case's start. Pure functions; thread-safe.
#pragma once

#include "models/domain/runrecord.h"
#include <optional>

namespace report {

/// Milliseconds, from a whole-run histogram.
struct TimeFigures
{
    double average = 0, min = 0, max = 0;
    double tp50 = 0, tp75 = 0, tp85 = 0, tp90 = 0, tp95 = 0, tp99 = 0, tp999 = 0, tp9999 = 0;

    bool operator==(const TimeFigures &) const = default;
};

/// PeakMetric of the reference; only cases with a peak stage have one.
struct PeakFigures
{
    int users = 0;
    double rps = 0, averageMs = 0, successRate = 0;
    int second = 0; ///< from the case's start
    QDateTime time;

    bool operator==(const PeakFigures &) const = default;
};

/// What a rule expects of one figure of a row: the reference's xxxCheckPoint and xxxCheckRes.
struct CheckPoint
{
    QString metric; ///< SlaRule::metric
    double expected = 0;
    bool passed = true;

    bool operator==(const CheckPoint &) const = default;
};

/// One row of `detailDatas` (a request), `customTransactions` (a transaction) or `performance` (the case).
struct ItemFigures
{
    enum Kind { Request = 0, Case = 1, Transaction = 2 } kind = Request; ///< datumType
    int item = 0; ///< index in CaseRecord::items; 0 for the case
    QString name, method, url, mode;
    bool setup = false;

    quint64 requests = 0, successCount = 0, errorCount = 0;
    std::array<quint64, engine::failureClasses> failed{}; ///< parsed, assert, timeout, refused, others
    std::array<quint64, 5> status{};                      ///< answers 1xx..5xx
    double successRate = 0;    ///< percent, truncated to two decimals
    double rawSuccessRate = 0; ///< percent
    TimeFigures times;
    TimeFigures successTimes;  ///< of the successful ones alone
    std::array<quint64, 3> sides{}; ///< failures by side: server, network, this computer
    std::optional<engine::StreamFigures> streaming; ///< streamingMediaVo
    QVector<CheckPoint> checkPoints;
    double tps = 0;            ///< requests a second (the reference calls it tps), two decimals
    quint64 maxRps = 0;        ///< best second
    double avgSentBytes = 0, avgRecBytes = 0; ///< bytes a request
    quint64 maxSentBytes = 0, maxRecBytes = 0; ///< bytes in the busiest second of each
    double avgNetworkTraffic = 0;              ///< kB/s (1000), up and down; four decimals
    quint64 maxNetworkTraffic = 0;             ///< B in the busiest second, up and down
    quint64 sentBytes = 0, receivedBytes = 0;  ///< in all
    int maxUsers = 0;
    int duration = 0;    ///< seconds: last second of traffic - first
    int firstSecond = 0; ///< of traffic, from the case's start
    int trafficSeconds = 0; ///< divisor of the rates; 0 when there was none
    QDateTime start, end;
    quint64 vum = 0;     ///< users × minutes, integrated and rounded up; at least 1

    // The case only
    quint64 transactions = 0, transactionSuccess = 0;
    double tranTps = 0, avgTranRespTime = 0, maxTranRespTime = 0; ///< 1/s, ms, ms
    std::optional<TimeFigures> fromSchedule; ///< rate modes: intended start of an iteration to its end
    std::optional<PeakFigures> peak;
    quint64 cutOff = 0, retried = 0, redirectHops = 0, dropped = 0, droppedWhileFree = 0;

    bool operator==(const ItemFigures &) const = default;
};

/// RtmpBrokens and StreamingErrorBrokens of the reference: one point a second, all of a play in the second of its end.
struct StreamCurves
{
    QVector<double> plays, sentPackets, receivedPackets, audioSentBytes, audioReceivedBytes, videoSentBytes, videoReceivedBytes;
    std::array<QVector<double>, engine::streamFailures> failed; ///< by engine::StreamFailure

    bool operator==(const StreamCurves &) const = default;
};

/// One point a second from the case's start; all series equally long.
struct Curves
{
    QVector<double> rps, transactions, average, users, target; ///< 1/s, 1/s, ms, users, users or starts a second
    QVector<double> p50, p95, p99;                             ///< ms; the case's are those of its passes
    QVector<double> success, error, sentBytes, receivedBytes;
    std::array<QVector<double>, engine::failureClasses> failed;
    std::array<QVector<double>, 3> sides; ///< failures of the server, the network, this computer
    std::array<QVector<double>, 5> status;
    QVector<double> noAnswer; ///< requests without a status
    std::optional<StreamCurves> streams; ///< where media was played or published

    bool operator==(const Curves &) const = default;
};

struct CaseFigures
{
    int index = 0; ///< in RunRecord::cases
    QString name;
    int caseRunId = 0;
    bool rate = false; ///< some stage is given in starts a second
    int warmUp = 0; ///< first seconds of the curves that no figure counts
    ItemFigures performance;
    QVector<ItemFigures> requests, transactions; ///< in the order of the case
    QVector<PeakFigures> peakSteps; ///< of a smart peak, one a step
    Curves curves;
    engine::Tally total; ///< all requests of the case

    bool operator==(const CaseFigures &) const = default;
};

/// Share of one bucket of response times, e.g. "50~200ms".
struct RangeFigure
{
    QString range;
    quint64 count = 0;
    double percent = 0;
};

QVector<CaseFigures> figuresOf(const domain::RunRecord &run);
CaseFigures figuresOf(const domain::RunRecord &run, int caseIndex);
Curves curvesOf(const domain::CaseRecord &record, int item); ///< item 0: the case
TimeFigures timesOf(const engine::Histogram &histogram);
TimeFigures successTimesOf(const engine::Tally &tally); ///< min and max to a thousandth, the rest exact as ever
ItemFigures countsOf(const domain::ItemRecord &item); ///< counts, shares and times of one row, without anything a second
double successPercent(quint64 requests, quint64 successes); ///< 0 without requests
double truncatedPercent(quint64 requests, quint64 successes); ///< as the reference shows it: cut to two decimals
double failedPercent(const ItemFigures &figures);           ///< 0 without requests
QVector<RangeFigure> rangesOf(const engine::Histogram &histogram); ///< the nine of the reference, half-open

/// Value of an SLA metric (domain::SlaRule::metric) of one row; ms, 1/s, %, count. nullopt: no such metric. `tps` of a
/// case is its passes a second, `rps` its requests a second.
std::optional<double> metricOf(const ItemFigures &figures, const QString &metric);
bool holds(double actual, const QString &comparison, double limit); ///< comparison: < <= > >= == =

} // namespace report
