#include "ui/run/livecharts.h"
#include "app/services/loadcurve.h"
#include "ui/run/livecards.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/chartcard.h"

using namespace Qt::StringLiterals;

namespace ui {

using theme::tk;
using Point = services::LiveStats::Point;

namespace {

template <class Get> QVector<QPointF> pointsOf(const services::LiveStats &stats, Get get)
{
    QVector<QPointF> points;
    points.reserve(stats.points().size());
    for (const Point &point : stats.points())
        points.append({point.second, get(point)});
    return points;
}

/// Marks of all cases on the clock of the run; the same text at the same moment stands once.
QVector<ChartMarker> marksOf(const domain::RunRecord &run, const QStringList &alarms)
{
    QVector<ChartMarker> marks;
    for (const domain::CaseRecord &record : run.cases) {
        for (const domain::EventRecord &event : record.events) {
            const ChartMarker mark{record.startOffset + event.at, event.text, alarms.contains(event.text) ? tk().bad : tk().text2};
            const bool known = std::any_of(marks.cbegin(), marks.cend(), [&](const ChartMarker &other) {
                return other.label == mark.label && std::abs(other.x - mark.x) < 0.5;
            });
            if (!known)
                marks.append(mark);
        }
    }
    std::stable_sort(marks.begin(), marks.end(), [](const ChartMarker &a, const ChartMarker &b) { return a.x < b.x; });
    return marks;
}

} // namespace

double plannedSeconds(const domain::RunRecord &run)
{
    double longest = 0;
    for (const domain::CaseRecord &record : run.cases) {
        double length = run.parallel ? 0 : longest;
        for (const domain::Stage &stage : record.stages)
            length += stage.byCount ? 0 : services::stageSeconds(stage);
        longest = std::max(longest, length);
    }
    return longest;
}

LiveCharts::LiveCharts()
{
    m_tps = new ChartCard(u"liveChartTps"_s);
    m_times = new ChartCard(u"liveChartTimes"_s);
    m_codes = new ChartCard(u"liveChartCodes"_s);
    m_users = new ChartCard(u"liveChartUsers"_s);
    auto *grid = new QGridLayout;
    grid->setContentsMargins({});
    grid->setSpacing(sp::s);
    grid->addWidget(m_tps, 0, 0);
    grid->addWidget(m_times, 0, 1);
    grid->addWidget(m_codes, 1, 0);
    grid->addWidget(m_users, 1, 1);
    for (int i = 0; i < 2; ++i) {
        grid->setRowStretch(i, 1);
        grid->setColumnStretch(i, 1);
    }
    setLayout(grid);
    ChartCard::link({m_tps, m_times, m_codes, m_users});
    retranslate();
}

void LiveCharts::retranslate()
{
    m_tps->setHeading(tr("Transactions per second"));
    m_times->setHeading(tr("Response time"));
    m_codes->setHeading(tr("Answers"));
    m_users->setHeading(tr("Virtual users"));
}

void LiveCharts::show(const domain::RunRecord &run, const services::LiveStats &stats, const View &view)
{
    ChartContent base;
    base.x1 = std::max({10.0, view.seconds, double(stats.totals().seconds)});
    bool rate = false;
    if (!run.cases.isEmpty()) {
        double at = run.cases.first().startOffset;
        const auto &stages = run.cases.first().stages;
        for (const domain::Stage &stage : stages) {
            const double to = stage.byCount ? base.x1 : at + services::stageSeconds(stage);
            base.bands.append({at, to, {}, stats.totals().seconds >= at && stats.totals().seconds < to && stages.size() > 1});
            at = to;
        }
        for (const domain::CaseRecord &record : run.cases)
            rate |= std::any_of(record.stages.cbegin(), record.stages.cend(), [](const domain::Stage &stage) { return stage.isRate(); });
    }
    for (const domain::CaseRecord &record : run.cases) // what no figure counts
        if (record.warmUp > 0)
            base.bands.append({record.startOffset, record.startOffset + record.warmUp, {}, false, tk().text3});
    base.markers = marksOf(run, view.alarms);
    ChartContent tps = base;
    tps.unit = u"/s"_s;
    if (rate)
        tps.series.append({u"target"_s, tr("Target"), tk().text3, pointsOf(stats, [](const Point &p) { return p.target; }), true, false, 1.3});
    tps.series.append({u"achieved"_s, tr("Achieved"), tk().series[0], pointsOf(stats, [](const Point &p) { return p.transactions; }), false, true, 1.8});
    m_tps->setContent(tps);

    ChartContent times = base;
    times.unit = tr("ms");
    times.least = 0.1;
    double Point::*const members[] = {&Point::p50, &Point::p90, &Point::p95, &Point::p99};
    const QColor colors[] = {tk().p50, tk().p95, tk().p95, tk().p99};
    for (int i = 0; i < 4; ++i) {
        const bool picked = i == view.percentile, middle = i == 1 || i == 2;
        if (middle && !picked && !(i == 2 && view.percentile != 1))
            continue; // three lines: the lowest, the picked (or p95), the highest
        const QString key = u"p%1"_s.arg(percentiles[i]);
        times.series.append({key, key, colors[i], pointsOf(stats, [&](const Point &p) { return p.*members[i]; }), false, false, picked ? 2.0 : 1.3});
    }
    if (view.limit)
        times.levels.append({*view.limit, {}, tk().bad});
    m_times->setContent(times);

    ChartContent codes = base;
    codes.stacked = true;
    codes.unit = u"/s"_s;
    const auto status = [&](size_t i) { return pointsOf(stats, [i](const Point &p) { return p.status[i]; }); };
    codes.series = {{u"none"_s, tr("none"), tk().cnet, pointsOf(stats, [](const Point &p) { return p.noAnswer; })},
                    {u"5xx"_s, u"5xx"_s, tk().c5xx, status(4)},
                    {u"4xx"_s, u"4xx"_s, tk().c4xx, status(3)},
                    {u"3xx"_s, u"3xx"_s, tk().c3xx, status(2)},
                    {u"2xx"_s, u"2xx"_s, tk().c2xx, status(1)}};
    m_codes->setContent(codes);

    ChartContent users = base;
    users.decimals = 0;
    if (!rate)
        users.series.append({u"target"_s, tr("Target"), tk().text3, pointsOf(stats, [](const Point &p) { return p.target; }), true, false, 1.3});
    users.series.append({u"active"_s, tr("Active"), tk().series[2], pointsOf(stats, [](const Point &p) { return p.users; }), false, true, 1.8});
    m_users->setContent(users);
}

} // namespace ui
