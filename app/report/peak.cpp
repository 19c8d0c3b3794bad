#include "app/report/peak.h"

#include <algorithm>
#include <cmath>

namespace report {

using domain::PressureMode;

namespace {

/// Seconds of the case, [from, to).
struct Span
{
    qsizetype from = 0, to = 0;
};

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

PeakFigures plainPeak(const domain::Stage &stage, const Curves &curves, Span span, const QDateTime &start)
{
    constexpr int windowSeconds = 6;
    int missed = 0;
    qsizetype best = span.from;
    for (qsizetype second = span.from; second < span.to; ++second) {
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

/// Means of each step that begins in [from, to); those of the warm-up are left out.
QVector<PeakFigures> stepsOf(const domain::Stage &stage, const Curves &curves, Span span, int warmUp, const QDateTime &start)
{
    QVector<PeakFigures> steps;
    const qsizetype length = std::max(1, stage.stepDuration);
    for (qsizetype first = span.from; first < span.to; first += length) {
        if (first < warmUp)
            continue;
        const qsizetype end = std::min(first + length, span.to);
        PeakFigures step = meanOf(curves, first + (end - first) / 5, end, start);
        step.second = int(first);
        step.time = start.addSecs(first);
        steps.append(step);
    }
    return steps;
}

/// Index of the first step that shows a knee, or -1.
qsizetype kneeOf(const domain::Stage &stage, const QVector<PeakFigures> &steps)
{
    constexpr double flat = 0.97;
    for (qsizetype i = 1; i < steps.size(); ++i) {
        const auto &now = steps[i];
        const bool failing = stage.kpiSuccessRate ? misses(stage.kpiSuccessRate, now.successRate) : now.successRate < 100;
        if (failing || misses(stage.kpiResponseTime, now.averageMs) || now.rps < flat * steps[i - 1].rps)
            return i;
    }
    return -1;
}

/// Seconds of a stage, as far as the curves reach. A stage's end is noticed a few ms late.
Span spanOf(const domain::CaseRecord &record, qsizetype stage, qsizetype length)
{
    if (stage >= record.stageRecords.size())
        return stage == 0 ? Span{0, length} : Span{};
    const auto &row = record.stageRecords[stage];
    const double end = row.end > row.start ? row.end : double(length);
    return {qsizetype(std::max(0.0, row.start)), std::min(length, qsizetype(std::ceil(std::clamp(end, 0.0, 1e9) - 0.1)))};
}

/// Index of the first stage of one of these modes, or -1.
qsizetype stageOf(const domain::CaseRecord &record, std::initializer_list<PressureMode> modes)
{
    const auto found = std::ranges::find_if(record.stages, [&](const domain::Stage &stage) { return std::ranges::find(modes, stage.mode) != modes.end(); });
    return found == record.stages.end() ? -1 : found - record.stages.begin();
}

} // namespace

std::optional<PeakFigures> peakOf(const domain::CaseRecord &record, const Curves &curves, const QDateTime &caseStart)
{
    const qsizetype index = stageOf(record, {PressureMode::Peak, PressureMode::SmartPeak});
    if (index < 0)
        return std::nullopt;
    const auto &stage = record.stages[index];
    Span span = spanOf(record, index, curves.rps.size());
    if (stage.mode == PressureMode::Peak) {
        span.from = std::max<qsizetype>(span.from, record.warmUp);
        return span.from < span.to ? std::optional(plainPeak(stage, curves, span, caseStart)) : std::nullopt;
    }
    const auto steps = stepsOf(stage, curves, span, record.warmUp, caseStart);
    if (steps.isEmpty())
        return std::nullopt;
    const qsizetype knee = kneeOf(stage, steps);
    return knee > 0 ? steps[knee - 1] : steps.last();
}

QVector<PeakFigures> peakStepsOf(const domain::CaseRecord &record, const Curves &curves, const QDateTime &caseStart)
{
    const qsizetype index = stageOf(record, {PressureMode::SmartPeak});
    if (index < 0)
        return {};
    return stepsOf(record.stages[index], curves, spanOf(record, index, curves.rps.size()), record.warmUp, caseStart);
}

bool kneeShows(const domain::CaseRecord &record, qsizetype stage)
{
    if (stage < 0 || stage >= record.stages.size() || record.stages[stage].mode != PressureMode::SmartPeak)
        return false;
    const Curves curves = curvesOf(record, 0);
    Span span = spanOf(record, stage, curves.rps.size());
    const qsizetype step = std::max(1, record.stages[stage].stepDuration);
    span.to -= std::max<qsizetype>(0, span.to - span.from) % step;
    return kneeOf(record.stages[stage], stepsOf(record.stages[stage], curves, span, record.warmUp, {})) > 0;
}

} // namespace report
