#include "app/report/chartdata.h"

#include <QJsonArray>
#include <cmath>

namespace report {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostPoints = 1200;

QJsonArray thinned(const QVector<double> &values, qsizetype every, bool highest = false, double scale = 1)
{
    QJsonArray array;
    for (qsizetype from = 0; from < values.size(); from += every) {
        const qsizetype to = std::min(from + every, values.size());
        double sum = 0, most = 0;
        for (qsizetype i = from; i < to; ++i) {
            sum += values[i];
            most = std::max(most, values[i]);
        }
        array.append(std::round((highest ? most : sum / double(to - from)) * scale * 1000) / 1000);
    }
    return array;
}

QJsonObject itemTimes(const Curves &curves, const QString &name, qsizetype every)
{
    return {{u"name"_s, name}, {u"average"_s, thinned(curves.average, every)}, {u"p50"_s, thinned(curves.p50, every, true)},
            {u"p95"_s, thinned(curves.p95, every, true)}, {u"p99"_s, thinned(curves.p99, every, true)}};
}

/// Mean response time of the requests of each point; null where there were none.
QJsonArray meanTimes(const Curves &curves, qsizetype every)
{
    QJsonArray array;
    for (qsizetype from = 0; from < curves.rps.size(); from += every) {
        double requests = 0, sum = 0;
        for (qsizetype i = from; i < std::min(from + every, curves.rps.size()); ++i) {
            requests += curves.rps[i];
            sum += curves.rps[i] * curves.average[i];
        }
        array.append(requests > 0 ? QJsonValue(std::round(sum / requests * 1000) / 1000) : QJsonValue());
    }
    return array;
}

QJsonArray stagesJson(const domain::CaseRecord &record)
{
    QJsonArray stages;
    for (const auto &stage : record.stageRecords)
        stages.append(QJsonObject{{u"name"_s, stage.name}, {u"start"_s, stage.start}, {u"end"_s, stage.end}});
    return stages;
}

/// A limit of the case is about its requests: it is drawn only where the curve is that of the one request.
double p95Limit(const domain::RunRecord &run)
{
    for (const auto &result : run.rules)
        if (result.rule.target.isEmpty() && result.rule.metric == "p95"_L1 && result.rule.comparison.startsWith(u'<'))
            return result.rule.value;
    return 0;
}

} // namespace

/// The pass's own mean beside the pass's percentiles: those of its requests would be another quantity.
Curves passTimes(Curves curves, const domain::CaseRecord &record)
{
    if (record.items.isEmpty())
        return curves;
    const auto &pass = record.items.first();
    for (qsizetype second = 0; second < pass.seconds.size(); ++second) {
        const auto &point = pass.seconds[second];
        curves.average[second] = point.requests ? double(point.sumTime) / point.requests / 1e6 : 0;
    }
    return curves;
}

HealthCurves healthOf(const domain::RunRecord &run, const domain::CaseRecord &record)
{
    HealthCurves curves;
    const auto from = qsizetype(std::clamp(record.startOffset, 0.0, double(run.health.size())));
    for (const domain::HealthPoint &point : run.health.mid(from, record.seconds.size())) {
        curves.cpu.append(point.cpuPercentMax);
        curves.lateness.append(double(point.latenessP99) / 1e6);
    }
    return curves;
}

QPair<QVector<double>, QVector<double>> percentileCurve(const engine::Histogram &histogram)
{
    QVector<double> places, heights;
    constexpr int steps = 80;
    const double end = std::log10(1 / (1 - 0.9999));
    for (int i = 0; i <= steps; ++i) {
        const double percent = 100 * (1 - std::pow(10, -end * i / steps));
        places.append(std::round(percent * 1000) / 1000);
        heights.append(std::round(double(histogram.percentile(percent)) / 1e3) / 1e3);
    }
    return {places, heights};
}

QJsonObject chartData(const domain::RunRecord &run, const CaseFigures &figures)
{
    const auto &record = run.cases[figures.index];
    const Curves &curves = figures.curves;
    const qsizetype every = std::max<qsizetype>(1, (curves.rps.size() + mostPoints - 1) / mostPoints);
    QJsonArray items{itemTimes(passTimes(curves, record), {}, every)};
    for (const auto *rows : {&figures.transactions, &figures.requests})
        for (const auto &row : *rows)
            items.append(itemTimes(curvesOf(record, row.item), row.name, every));
    QJsonArray status, failed, sides, events, labels, counts, percents, x, y;
    for (const auto &series : curves.status)
        status.append(thinned(series, every));
    for (const int place : {1, 2, 3, 0, 4}) // check, timeout, refused, parsed, others: as the page stacks them
        failed.append(thinned(curves.failed[size_t(place)], every));
    for (const auto &series : curves.sides)
        sides.append(thinned(series, every));
    for (const auto &event : record.events)
        events.append(QJsonObject{{u"at"_s, event.at}, {u"text"_s, event.text}});
    static const char *const shortLabels[] = {"50", "200", "500", "1 s", "2 s", "3 s", "4 s", "5 s", "> 5"};
    const auto ranges = rangesOf(figures.total.times);
    for (qsizetype i = 0; i < ranges.size(); ++i) {
        labels.append(QString::fromLatin1(shortLabels[i]));
        counts.append(qint64(ranges[i].count));
        percents.append(std::round(ranges[i].percent * 10) / 10);
    }
    const auto [places, heights] = percentileCurve(figures.total.times);
    for (qsizetype i = 0; i < places.size(); ++i) {
        x.append(places[i]);
        y.append(heights[i]);
    }
    const HealthCurves health = healthOf(run, record);
    return {{u"every"_s, qint64(every)}, {u"rate"_s, figures.rate}, {u"limit"_s, figures.requests.size() == 1 ? p95Limit(run) : 0.0},
            {u"first"_s, figures.requests.size() == 1 && items.size() == 2 ? 1 : 0}, {u"items"_s, items},
            {u"stages"_s, stagesJson(record)}, {u"events"_s, events}, {u"rps"_s, thinned(curves.rps, every)},
            {u"transactions"_s, thinned(curves.transactions, every)}, {u"target"_s, thinned(curves.target, every)},
            {u"users"_s, thinned(curves.users, every)}, {u"status"_s, status}, {u"none"_s, thinned(curves.noAnswer, every)},
            {u"failed"_s, failed}, {u"sides"_s, sides}, {u"mean"_s, meanTimes(curves, every)}, {u"sent"_s, thinned(curves.sentBytes, every, false, 1e-3)},
            {u"received"_s, thinned(curves.receivedBytes, every, false, 1e-3)}, {u"cpu"_s, thinned(health.cpu, every)},
            {u"lateness"_s, thinned(health.lateness, every, true)},
            {u"curveX"_s, x}, {u"curveY"_s, y}, {u"rangeLabels"_s, labels}, {u"rangeCounts"_s, counts},
            {u"rangePercents"_s, percents}};
}

} // namespace report
