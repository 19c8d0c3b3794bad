#include "ui/report/reportcharts.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/chartcard.h"
#include "ui/widgets/format.h"
#include <cmath>

using namespace Qt::StringLiterals;

namespace ui {

using theme::tk;

namespace {

QVector<double> scaled(QVector<double> values, double factor)
{
    for (double &value : values)
        value *= factor;
    return values;
}

ChartContent timeContent(const domain::CaseRecord &record, int seconds)
{
    ChartContent content;
    content.x1 = std::max(1, seconds);
    double highest = 0;
    for (const domain::StageRecord &stage : record.stageRecords)
        highest = std::max(highest, stage.target);
    for (const domain::StageRecord &stage : record.stageRecords)
        content.bands.append({stage.start, stage.end, stage.name, record.stageRecords.size() > 1 && stage.target == highest});
    return content;
}

} // namespace

ReportCharts::ReportCharts(QWidget *parent) : QWidget(parent)
{
    m_tps = new ChartCard(u"chartTps"_s);
    m_times = new ChartCard(u"chartTimes"_s);
    m_percentiles = new ChartCard(u"chartPercentiles"_s);
    m_ranges = new ChartCard(u"chartRanges"_s);
    m_codes = new ChartCard(u"chartCodes"_s);
    m_users = new ChartCard(u"chartUsers"_s);
    m_bandwidth = new ChartCard(u"chartBandwidth"_s);
    m_errors = new ChartCard(u"chartErrors"_s);
    m_cpu = new ChartCard(u"chartCpu"_s);
    m_lateness = new ChartCard(u"chartLateness"_s);
    auto *two = vbox(sp::s);
    two->addWidget(m_tps, 1);
    two->addWidget(m_times, 1);
    auto *upper = hbox(sp::s);
    upper->addLayout(two, 26);
    upper->addWidget(m_percentiles, 15);
    upper->addWidget(m_ranges, 15);
    setLayout(upper);
    setFixedHeight(332);
    m_lower = new QWidget;
    auto *grid = new QGridLayout(m_lower);
    grid->setContentsMargins({});
    grid->setSpacing(sp::s);
    ChartCard *cards[] = {m_codes, m_users, m_errors, m_bandwidth, m_cpu, m_lateness};
    for (int i = 0; i < 6; ++i) {
        cards[i]->setFixedHeight(180);
        grid->addWidget(cards[i], i / 2, i % 2);
    }
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    ChartCard::link({m_tps, m_times, m_codes, m_users, m_bandwidth, m_errors, m_cpu, m_lateness});
    retranslate();
}

void ReportCharts::retranslate()
{
    m_tps->setHeading(tr("Transactions per second"));
    m_times->setHeading(tr("Response time"));
    m_percentiles->setHeading(tr("Percentile curve"));
    m_ranges->setHeading(tr("Response times"), tr("% of requests up to"));
    m_codes->setHeading(tr("Answers"));
    m_users->setHeading(tr("Virtual users"));
    m_bandwidth->setHeading(tr("Bandwidth"));
    m_errors->setHeading(tr("Errors by cause"));
    m_cpu->setHeading(tr("This computer: CPU of the busiest worker"));
    m_lateness->setHeading(tr("This computer: lateness of starts"));
}

void ReportCharts::show(const report::CaseFigures &figures, const domain::RunRecord &run)
{
    showUpper(figures, run);
    showLower(figures, run);
}

void ReportCharts::showUpper(const report::CaseFigures &figures, const domain::RunRecord &run)
{
    const domain::CaseRecord &record = run.cases[figures.index];
    const report::Curves &curves = figures.curves;
    const ChartContent base = timeContent(record, int(curves.rps.size()));
    ChartContent tps = base;
    if (figures.rate)
        tps.series.append({u"target"_s, tr("Target"), tk().text3, thinned(curves.target), true, false, 1.3});
    tps.series.append({u"achieved"_s, tr("Achieved"), tk().series[0], thinned(curves.transactions), false, true, 1.8});
    tps.unit = u"/s"_s;
    tps.decimals = 1;
    m_tps->setContent(tps);

    ChartContent times = base;
    times.series = {{u"p50"_s, u"p50"_s, tk().p50, thinned(curves.p50), false, false, 1.4},
                    {u"p95"_s, u"p95"_s, tk().p95, thinned(curves.p95, 600, true), false, false, 1.8},
                    {u"p99"_s, u"p99"_s, tk().p99, thinned(curves.p99, 600, true), false, false, 1.4}};
    times.unit = tr("ms");
    for (const domain::RuleResult &result : run.rules) {
        if (result.rule.metric == u"p95"_s && result.rule.scope == u"case"_s)
            times.levels.append({result.rule.value, {}, tk().bad});
    }
    m_times->setContent(times);

    ChartContent percentiles;
    QVector<QPointF> points;
    const engine::Histogram &histogram = figures.total.times;
    if (histogram.count() > 0) {
        for (double x = 0; x <= 4.001; x += 0.05)
            points.append({x, double(histogram.percentile(100 * (1 - std::pow(10, -x)))) / 1e6});
    }
    percentiles.x1 = 4;
    percentiles.isTime = false;
    for (const double share : {50., 90., 99., 99.9, 99.99})
        percentiles.ticks.append({-std::log10(1 - share / 100), u'p' + QString::number(share)});
    percentiles.unit = tr("ms");
    percentiles.series = {{u"run"_s, tr("This run"), tk().series[0], points, false, false, 2}};
    m_percentiles->setContent(percentiles);

    ChartContent ranges;
    ranges.isTime = false;
    ranges.unit = u"%"_s;
    for (const report::RangeFigure &range : report::rangesOf(histogram)) {
        const QString upTo = range.range.section(u'~', -1);
        ranges.bars.append({upTo.endsWith(u"ms"_s) ? upTo.chopped(2) : upTo, format::number(range.percent, 1), range.percent});
    }
    m_ranges->setContent(ranges);
}

void ReportCharts::showLower(const report::CaseFigures &figures, const domain::RunRecord &run)
{
    const report::Curves &curves = figures.curves;
    const ChartContent base = timeContent(run.cases[figures.index], int(curves.rps.size()));
    ChartContent codes = base;
    codes.stacked = true;
    codes.unit = u"/s"_s;
    codes.decimals = 1;
    codes.series = {{u"none"_s, tr("none"), tk().cnet, thinned(curves.noAnswer)},
                    {u"5xx"_s, u"5xx"_s, tk().c5xx, thinned(curves.status[4])},
                    {u"4xx"_s, u"4xx"_s, tk().c4xx, thinned(curves.status[3])},
                    {u"3xx"_s, u"3xx"_s, tk().c3xx, thinned(curves.status[2])},
                    {u"2xx"_s, u"2xx"_s, tk().c2xx, thinned(curves.status[1])}};
    m_codes->setContent(codes);

    ChartContent users = base;
    users.series = {{u"active"_s, tr("Active"), tk().series[2], thinned(curves.users), false, true, 1.8}};
    for (const domain::EventRecord &event : run.cases[figures.index].events)
        users.markers.append({event.at, event.text, tk().text3});
    m_users->setContent(users);

    ChartContent bandwidth = base;
    bandwidth.unit = tr("kB/s");
    bandwidth.decimals = 1;
    bandwidth.series = {{u"received"_s, tr("Received"), tk().series[0], thinned(scaled(curves.receivedBytes, 1e-3)), false, true, 1.6},
                        {u"sent"_s, tr("Sent"), tk().series[1], thinned(scaled(curves.sentBytes, 1e-3)), false, false, 1.6}};
    m_bandwidth->setContent(bandwidth);

    ChartContent errors = base;
    errors.stacked = true;
    errors.unit = u"/s"_s;
    errors.decimals = 1;
    const QString names[] = {tr("Unreadable"), tr("Check failed"), tr("Timed out"), tr("Refused"), tr("Other")};
    const QString keys[] = {u"parsed"_s, u"assert"_s, u"timeout"_s, u"refused"_s, u"others"_s};
    const QColor colors[] = {tk().series[3], tk().c5xx, tk().cnet, tk().series[1], tk().text3};
    for (size_t i = 0; i < engine::failureClasses; ++i) {
        const QVector<double> &failed = curves.failed[i];
        if (std::any_of(failed.cbegin(), failed.cend(), [](double v) { return v > 0; }))
            errors.series.append({keys[i], names[i], colors[i], thinned(failed)});
    }
    m_errors->setContent(errors);

    QVector<double> cpu, lateness;
    for (const domain::HealthPoint &point : run.health) {
        cpu.append(point.cpuPercentMax);
        lateness.append(double(point.latenessP99) / 1e6);
    }
    ChartContent health;
    health.x1 = std::max(1, int(std::max(curves.rps.size(), run.health.size())));
    health.series = {{u"cpu"_s, tr("CPU"), tk().series[0], thinned(cpu, 600, true), false, true, 1.6}};
    health.unit = u"%"_s;
    health.least = 100 / 1.04;
    m_cpu->setContent(health);
    health.series = {{u"p99"_s, u"p99"_s, tk().p99, thinned(lateness, 600, true), false, false, 1.6}};
    health.unit = tr("ms");
    health.decimals = 2;
    health.least = 1;
    m_lateness->setContent(health);
}

} // namespace ui
