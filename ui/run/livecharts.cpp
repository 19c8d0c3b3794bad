#include "ui/run/livecharts.h"
#include "ui/run/livetiles.h"
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

} // namespace

double plannedSeconds(const domain::RunRecord &run)
{
    double longest = 0;
    for (const domain::CaseRecord &record : run.cases) {
        double length = run.parallel ? 0 : longest;
        for (const domain::Stage &stage : record.stages)
            length += stage.byCount ? 0 : stage.seconds;
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

void LiveCharts::show(const domain::RunRecord &run, const services::LiveStats &stats, double seconds)
{
    ChartContent base;
    base.x1 = std::max({10.0, seconds, double(stats.totals().seconds)});
    bool rate = false;
    if (!run.cases.isEmpty()) {
        double at = run.cases.first().startOffset;
        for (const domain::Stage &stage : run.cases.first().stages) {
            const double to = stage.byCount ? base.x1 : at + stage.seconds;
            base.bands.append({at, to, {}, stats.totals().seconds >= at && stats.totals().seconds < to && run.cases.first().stages.size() > 1});
            at = to;
        }
        for (const domain::CaseRecord &record : run.cases) {
            for (const domain::Stage &stage : record.stages)
                rate |= stage.isRate();
        }
    }
    ChartContent tps = base;
    tps.unit = u"/s"_s;
    tps.decimals = 1;
    if (rate)
        tps.series.append({u"target"_s, tr("Target"), tk().text3, pointsOf(stats, [](const Point &p) { return p.target; }), true, false, 1.3});
    tps.series.append({u"achieved"_s, tr("Achieved"), tk().series[0], pointsOf(stats, [](const Point &p) { return p.transactions; }), false, true, 1.8});
    m_tps->setContent(tps);

    ChartContent times = base;
    times.unit = tr("ms");
    times.series = {{u"p50"_s, u"p50"_s, tk().p50, pointsOf(stats, [](const Point &p) { return p.p50; }), false, false, 1.4},
                    {u"p95"_s, u"p95"_s, tk().p95, pointsOf(stats, [](const Point &p) { return p.p95; }), false, false, 1.8},
                    {u"p99"_s, u"p99"_s, tk().p99, pointsOf(stats, [](const Point &p) { return p.p99; }), false, false, 1.4}};
    if (const auto limit = limitOf(run, u"p95"_s))
        times.levels.append({*limit, {}, tk().bad});
    m_times->setContent(times);

    ChartContent codes = base;
    codes.stacked = true;
    codes.unit = u"/s"_s;
    codes.decimals = 1;
    const auto status = [&](size_t i) { return pointsOf(stats, [i](const Point &p) { return p.status[i]; }); };
    codes.series = {{u"none"_s, tr("none"), tk().cnet, pointsOf(stats, [](const Point &p) { return p.noAnswer; })},
                    {u"5xx"_s, u"5xx"_s, tk().c5xx, status(4)},
                    {u"4xx"_s, u"4xx"_s, tk().c4xx, status(3)},
                    {u"3xx"_s, u"3xx"_s, tk().c3xx, status(2)},
                    {u"2xx"_s, u"2xx"_s, tk().c2xx, status(1)}};
    m_codes->setContent(codes);

    ChartContent users = base;
    users.series = {{u"active"_s, tr("Active"), tk().series[2], pointsOf(stats, [](const Point &p) { return p.users; }), false, true, 1.8}};
    m_users->setContent(users);
}

} // namespace ui
