// Series for the live charts of a run: at most 600 points each, thinned by merging neighbours, so an hour costs as much
// to draw as a minute. Fed by append(); cheap at 4 Hz. Belongs to one thread.
#pragma once

#include "models/domain/runrecord.h"
#include <QPointF>

namespace services {

class LiveStats
{
public:
    static constexpr int mostPoints = 600;

    /// One drawn point: one or more seconds merged.
    struct Point
    {
        double second = 0; ///< middle of what it stands for, from the run's start
        double users = 0, target = 0;
        double rps = 0, transactions = 0; ///< 1/s
        /// ms; of merged seconds, cases and requests the largest, averages weighted. NaN where nothing was answered.
        double average = 0, p50 = 0, p90 = 0, p95 = 0, p99 = 0;
        std::array<double, 5> status{};   ///< answers 1xx..5xx a second
        double failed = 0;                ///< failed requests a second
        double noAnswer = 0;              ///< requests without a status a second
    };

    struct Totals
    {
        quint64 requests = 0, failed = 0, passes = 0, dropped = 0, starts = 0;
        double successPercent = 0; ///< report::successPercent
        double averageMs = 0, p50Ms = 0, p90Ms = 0, p95Ms = 0, p99Ms = 0, rps = 0; ///< rps: of the last whole second
        int users = 0, seconds = 0;
        double cpuPercent = 0, latenessP99us = 0; ///< of the last health second
    };

    /// Takes the seconds of `run` that were not there before. `caseIndex` -1: all cases together.
    explicit LiveStats(int caseIndex = -1) : m_case(caseIndex) {}
    void append(const domain::RunRecord &run);

    const QVector<Point> &points() const { return m_points; }
    int secondsPerPoint() const { return m_merge; }
    const Totals &totals() const { return m_totals; }

private:
    Point pointOf(const domain::RunRecord &run, int second) const;
    void thin();

    int m_case = -1, m_taken = 0, m_merge = 1, m_inLast = 0;
    QVector<Point> m_points;
    Totals m_totals;
};

} // namespace services
