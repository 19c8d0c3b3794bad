#include "app/report/peak.h"

#include <cmath>

namespace report {

using domain::PressureMode;

namespace {

bool misses(const std::optional<domain::PeakKpi> &kpi, double actual)
{
    return kpi && !holds(actual, kpi->comparison, kpi->value);
}

/// Means over seconds [first, end) of the curves.
PeakFigures meanOf(const Curves &curves, qsizetype first, qsizetype end, const QDateTime &caseStart)
{
    double requests = 0, successes = 0, time = 0, users = 0;
    end = std::min(end, curves.rps.size());
    for (qsizetype second = first; second < end; ++second) {
        requests += curves.rps[second];
        successes += curves.success[second];
        time += curves.average[second] * curves.rps[second];
        users = std::max(users, curves.users[second]);
    }
    PeakFigures peak;
    peak.second = int(first);
    peak.time = caseStart.addSecs(first);
    peak.users = int(users);
    if (end > first)
        peak.rps = std::round(requests / double(end - first) * 100) / 100;
    if (requests > 0) {
        peak.averageMs = time / requests;
        peak.successRate = std::floor(successes / requests * 10000) / 100;
    }
    return peak;
}

PeakFigures plainPeak(const domain::Stage &stage, const Curves &curves, qsizetype from, qsizetype to, const QDateTime &start)
{
    constexpr int windowSeconds = 6;
    int missed = 0;
    qsizetype best = from;
    for (qsizetype second = from; second < to; ++second) {
        const double rps = curves.rps[second];
        if (rps > curves.rps[best])
            best = second;
        const double success = rps > 0 ? 100 * curves.success[second] / rps : 100;
        const bool miss = rps > 0 && (misses(stage.kpiResponseTime, curves.average[second]) || misses(stage.kpiSuccessRate, success));
        missed = miss ? missed + 1 : 0;
        if (missed == windowSeconds)
            return meanOf(curves, second - windowSeconds + 1, second - windowSeconds + 2, start);
    }
    return meanOf(curves, best, best + 1, start);
}

PeakFigures smartPeak(const domain::Stage &stage, const Curves &curves, qsizetype from, qsizetype to, const QDateTime &start)
{
    constexpr double flat = 0.97;
    const qsizetype step = std::max(1, stage.stepDuration);
    std::optional<PeakFigures> before;
    for (qsizetype first = from; first < to; first += step) {
        const qsizetype end = std::min(first + step, to);
        PeakFigures now = meanOf(curves, first + (end - first) / 5, end, start);
        now.second = int(first);
        now.time = start.addSecs(first);
        const bool failing = stage.kpiSuccessRate ? misses(stage.kpiSuccessRate, now.successRate) : now.successRate < 100;
        if (before && (failing || misses(stage.kpiResponseTime, now.averageMs) || now.rps < flat * before->rps))
            return *before;
        before = now;
    }
    return before.value_or(PeakFigures{});
}

} // namespace

std::optional<PeakFigures> peakOf(const domain::CaseRecord &record, const Curves &curves, const QDateTime &caseStart)
{
    for (qsizetype index = 0; index < record.stages.size(); ++index) {
        const auto &stage = record.stages[index];
        if (stage.mode != PressureMode::Peak && stage.mode != PressureMode::SmartPeak)
            continue;
        qsizetype from = 0, to = curves.rps.size();
        if (index < record.stageRecords.size()) {
            from = qsizetype(std::max(0.0, record.stageRecords[index].start));
            to = std::min(to, qsizetype(std::ceil(std::clamp(record.stageRecords[index].end, 0.0, 1e9))));
        }
        if (from >= to)
            return std::nullopt;
        return stage.mode == PressureMode::Peak ? plainPeak(stage, curves, from, to, caseStart)
                                                : smartPeak(stage, curves, from, to, caseStart);
    }
    return std::nullopt;
}

} // namespace report
