#include "app/services/livestats.h"

#include "app/report/figures.h"

#include <cmath>

namespace services {

namespace {

constexpr double nsPerMs = 1e6;

/// Two neighbours as one: rates are means, percentiles the larger, the average weighted by requests.
LiveStats::Point merged(const LiveStats::Point &a, const LiveStats::Point &b, double weightA, double weightB)
{
    const double whole = weightA + weightB;
    const auto mean = [&](double x, double y) { return (x * weightA + y * weightB) / whole; };
    LiveStats::Point point;
    point.second = mean(a.second, b.second);
    point.users = mean(a.users, b.users);
    point.target = mean(a.target, b.target);
    point.rps = mean(a.rps, b.rps);
    point.transactions = mean(a.transactions, b.transactions);
    const double ofA = std::isnan(a.average) ? 0 : a.rps * weightA, ofB = std::isnan(b.average) ? 0 : b.rps * weightB;
    point.average = ofA + ofB > 0 ? ((ofA > 0 ? a.average * ofA : 0) + (ofB > 0 ? b.average * ofB : 0)) / (ofA + ofB) : qQNaN();
    point.p50 = std::fmax(a.p50, b.p50); // of a number and NaN the number
    point.p90 = std::fmax(a.p90, b.p90);
    point.p95 = std::fmax(a.p95, b.p95);
    point.p99 = std::fmax(a.p99, b.p99);
    for (size_t i = 0; i < point.status.size(); ++i)
        point.status[i] = mean(a.status[i], b.status[i]);
    point.failed = mean(a.failed, b.failed);
    point.noAnswer = mean(a.noAnswer, b.noAnswer);
    return point;
}

/// Seconds of the run that every case which has begun, and not ended, has delivered.
int completeSeconds(const domain::RunRecord &run, int caseIndex)
{
    int complete = 0;
    for (int i = 0; i < run.cases.size(); ++i)
        if (caseIndex < 0 || caseIndex == i)
            complete = std::max(complete, int(run.cases[i].startOffset) + int(run.cases[i].seconds.size()));
    return complete;
}

} // namespace

LiveStats::Point LiveStats::pointOf(const domain::RunRecord &run, int second) const
{
    Point point;
    point.second = second + 0.5;
    double sum = 0;
    for (int i = 0; i < run.cases.size(); ++i) {
        const auto &record = run.cases[i];
        const int at = second - int(record.startOffset);
        if ((m_case >= 0 && m_case != i) || at < 0 || at >= record.seconds.size())
            continue;
        point.users += record.seconds[at].users;
        point.target += record.seconds[at].target;
        for (const auto &item : record.items) {
            const auto &tally = item.seconds[at];
            if (item.kind == domain::ItemRecord::Pass)
                point.transactions += tally.requests;
            if (item.kind != domain::ItemRecord::Request)
                continue;
            point.rps += tally.requests;
            point.failed += tally.requests - tally.successes;
            sum += double(tally.sumTime);
            double answered = 0;
            for (size_t s = 0; s < point.status.size(); ++s) {
                point.status[s] += tally.status[s];
                answered += tally.status[s];
            }
            point.noAnswer += std::max(0.0, tally.requests - answered);
            point.p50 = std::max(point.p50, double(tally.p50) / nsPerMs);
            point.p90 = std::max(point.p90, double(tally.p90) / nsPerMs);
            point.p95 = std::max(point.p95, double(tally.p95) / nsPerMs);
            point.p99 = std::max(point.p99, double(tally.p99) / nsPerMs);
        }
    }
    if (point.rps > 0)
        point.average = sum / point.rps / nsPerMs;
    else
        point.average = point.p50 = point.p90 = point.p95 = point.p99 = qQNaN();
    return point;
}

void LiveStats::append(const domain::RunRecord &run)
{
    const int complete = completeSeconds(run, m_case);
    for (; m_taken < complete; ++m_taken) {
        const Point point = pointOf(run, m_taken);
        if (m_inLast > 0 && m_inLast < m_merge) {
            m_points.last() = merged(m_points.last(), point, m_inLast, 1);
            ++m_inLast;
        } else {
            if (m_points.size() == mostPoints)
                thin();
            m_points.append(point);
            m_inLast = 1;
        }
        m_totals.rps = point.rps;
        m_totals.users = int(point.users);
    }
    m_totals.seconds = m_taken;

    m_totals.requests = m_totals.failed = m_totals.passes = m_totals.dropped = m_totals.starts = 0;
    engine::Histogram times;
    for (int i = 0; i < run.cases.size(); ++i) {
        if (m_case >= 0 && m_case != i)
            continue;
        for (const auto &item : run.cases[i].items) {
            if (item.kind == domain::ItemRecord::Pass)
                m_totals.passes += item.total.requests;
            if (item.kind != domain::ItemRecord::Request)
                continue;
            m_totals.requests += item.total.requests;
            m_totals.failed += item.total.requests - item.total.successes;
            times.merge(item.total.times);
        }
        for (const auto &second : run.cases[i].seconds.mid(run.cases[i].warmUp)) {
            m_totals.dropped += second.dropped + second.droppedWhileFree;
            m_totals.starts += second.starts;
        }
    }
    m_totals.successPercent = report::successPercent(m_totals.requests, m_totals.requests - m_totals.failed);
    m_totals.averageMs = times.mean() / nsPerMs;
    m_totals.p50Ms = double(times.percentile(50)) / nsPerMs;
    m_totals.p90Ms = double(times.percentile(90)) / nsPerMs;
    m_totals.p95Ms = double(times.percentile(95)) / nsPerMs;
    m_totals.p99Ms = double(times.percentile(99)) / nsPerMs;
    if (!run.health.isEmpty()) {
        m_totals.cpuPercent = run.health.last().cpuPercentMax;
        m_totals.latenessP99us = double(run.health.last().latenessP99) / 1e3;
    }
}

/// Merges pairs: half the points, each of twice as many seconds.
void LiveStats::thin()
{
    QVector<Point> half;
    half.reserve(mostPoints);
    for (qsizetype i = 0; i + 1 < m_points.size(); i += 2)
        half.append(merged(m_points[i], m_points[i + 1], 1, 1));
    m_points = std::move(half);
    m_merge *= 2;
    m_inLast = m_merge;
}

} // namespace services
