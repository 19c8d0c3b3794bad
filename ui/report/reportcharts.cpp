#include "ui/report/reportcharts.h"
#include "app/report/chartdata.h"
#include "ui/report/reportmarks.h"
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

/// Times of seconds without any answer are no times.
QVector<double> gapped(QVector<double> values, const QVector<double> &counts)
{
    for (qsizetype i = 0; i < values.size() && i < counts.size(); ++i) {
        if (counts[i] <= 0)
            values[i] = qQNaN();
    }
    return values;
}

ChartContent timeContent(const domain::RunRecord &run, const domain::CaseRecord &record)
{
    ChartContent content;
    content.x1 = std::max(1, int(record.seconds.size()));
    double highest = 0;
    for (const domain::StageRecord &stage : record.stageRecords)
        highest = std::max(highest, stage.target);
    for (const domain::StageRecord &stage : record.stageRecords)
        content.bands.append({stage.start, stage.end, {}, record.stageRecords.size() > 1 && stage.target == highest});
    if (record.warmUp > 0) // drawn, but in no figure
        content.bands.append({0, double(record.warmUp), {}, false, tk().text3});
    content.markers = marksOf(run, record);
    return content;
}

void nameBands(ChartContent &content, const domain::CaseRecord &record)
{
    for (qsizetype i = 0; i < record.stageRecords.size(); ++i)
        content.bands[i].label = record.stageRecords.size() > 1 ? record.stageRecords[i].name : QString();
}

} // namespace

ReportCharts::ReportCharts(QWidget *parent) : QWidget(parent)
{
    const auto make = [](const QString &name) { return new ChartCard(name); };
    m_tps = make(u"chartTps"_s);
    m_times = make(u"chartTimes"_s);
    m_percentiles = make(u"chartPercentiles"_s);
    m_ranges = make(u"chartRanges"_s);
    m_codes = make(u"chartCodes"_s);
    m_users = make(u"chartUsers"_s);
    m_bandwidth = make(u"chartBandwidth"_s);
    m_sides = make(u"chartSides"_s);
    m_causes = make(u"chartErrors"_s);
    m_against = make(u"chartAgainst"_s);
    m_cpu = make(u"chartCpu"_s);
    m_lateness = make(u"chartLateness"_s);
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
    ChartCard *cards[] = {m_codes, m_users, m_sides, m_causes, m_bandwidth, m_against, m_cpu, m_lateness};
    for (int i = 0; i < 8; ++i) {
        cards[i]->setFixedHeight(180);
        grid->addWidget(cards[i], i / 2, i % 2);
        cards[i]->holdBack();
        m_below.append(cards[i]);
    }
    connect(&m_idle, &QTimer::timeout, this, &ReportCharts::drawNext);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    ChartCard::link({m_tps, m_times, m_codes, m_users, m_bandwidth, m_sides, m_causes, m_cpu, m_lateness});
    retranslate();
}

void ReportCharts::retranslate()
{
    m_percentiles->setHeading(tr("Percentile curve"));
    m_ranges->setHeading(tr("Response times"), tr("% of requests up to, ms"));
    m_codes->setHeading(tr("Answers"));
    m_users->setHeading(tr("Virtual users"));
    m_bandwidth->setHeading(tr("Bandwidth"));
    m_sides->setHeading(tr("Errors by side"));
    m_causes->setHeading(tr("Errors by cause"));
    m_against->setHeading(tr("Response time against throughput"), tr("a dot a second"));
    m_cpu->setHeading(tr("This computer: CPU of the busiest worker"));
    m_lateness->setHeading(tr("This computer: lateness of starts"));
    m_sides->setEmptyText(tr("No request failed."));
    m_causes->setEmptyText(tr("No request failed."));
    m_against->setEmptyText(tr("No request was answered."));
    m_times->setEmptyText(tr("No request was answered."));
    m_percentiles->setEmptyText(tr("No request was answered."));
    m_cpu->setEmptyText(tr("The health of this computer is not part of this run."));
    m_lateness->setEmptyText(tr("The health of this computer is not part of this run."));
}

void ReportCharts::show(const report::CaseFigures &figures, const domain::RunRecord &run, int item)
{
    const domain::CaseRecord &record = run.cases[figures.index];
    ChartContent base = timeContent(run, record);
    showAnswers(base, figures.curves);
    showErrors(base, figures.curves);
    showLoad(base, figures);
    showAgainst(figures.curves);
    showHealth(base, run, record);
    showSpread(item > 0 && item < record.items.size() ? record.items[item].total.times : figures.total.times);
    nameBands(base, record);
    base.bands += brokenWindows(run, figures.index);
    showTps(base, figures, record, item);
    showTimes(base, figures, run, item);
    if (!m_below.isEmpty())
        m_idle.start(0);
}

void ReportCharts::drawNext()
{
    m_below.takeFirst()->draw();
    if (m_below.isEmpty())
        m_idle.stop();
}

void ReportCharts::showTps(const ChartContent &base, const report::CaseFigures &figures, const domain::CaseRecord &record, int item)
{
    ChartContent tps = base;
    tps.unit = u"/s"_s;
    if (item > 0) {
        m_tps->setHeading(tr("Requests per second"), record.items[item].name);
        tps.series.append({u"requests"_s, tr("Requests"), tk().series[0], thinned(report::curvesOf(record, item).rps), false, true, 1.8});
        m_tps->setContent(tps);
        return;
    }
    m_tps->setHeading(tr("Transactions per second"));
    if (figures.rate)
        tps.series.append({u"target"_s, tr("Target"), tk().text3, thinned(figures.curves.target), true, false, 1.3});
    tps.series.append({u"achieved"_s, tr("Achieved"), tk().series[0], thinned(figures.curves.transactions), false, true, 1.8});
    m_tps->setContent(tps);
}

void ReportCharts::showTimes(const ChartContent &base, const report::CaseFigures &figures, const domain::RunRecord &run, int item)
{
    const domain::CaseRecord &record = run.cases[figures.index];
    const bool single = item == 0 && figures.requests.size() == 1;
    if (single)
        item = figures.requests.first().item; // the request and the pass are one
    const report::Curves curves = item > 0 ? report::curvesOf(record, item) : report::passTimes(figures.curves, record);
    const QVector<double> &counts = item > 0 ? curves.rps : curves.transactions;
    m_times->setHeading(item > 0 || figures.requests.isEmpty() ? tr("Response time") : tr("Time of a whole pass"),
                        item > 0 && !single ? record.items[item].name : QString());
    ChartContent times = base;
    times.unit = tr("ms");
    times.least = 0.1;
    const auto line = [&](const QString &key, const QString &name, const QColor &color, const QVector<double> &values, double width, bool largest) {
        return ChartSeries{key, name, color, thinned(gapped(values, counts), 600, largest), false, false, width};
    };
    times.series = {line(u"mean"_s, tr("mean"), tk().text3, curves.average, 1.3, false), line(u"p50"_s, u"p50"_s, tk().p50, curves.p50, 1.4, true),
                    line(u"p95"_s, u"p95"_s, tk().p95, curves.p95, 1.8, true), line(u"p99"_s, u"p99"_s, tk().p99, curves.p99, 1.4, true)};
    if (counts.isEmpty() || std::all_of(counts.cbegin(), counts.cend(), [](double n) { return n <= 0; })) {
        for (ChartSeries &series : times.series)
            series.points.clear();
    }
    // A limit of the case is about its requests: it belongs only where the curve is that of the one request.
    for (const domain::RuleResult &result : run.rules) {
        const bool about = item > 0 && (result.rule.scope == u"case"_s ? single : result.rule.target == record.items[item].name);
        if (about && result.rule.metric == u"p95"_s)
            times.levels.append({result.rule.value, {}, tk().bad});
    }
    m_times->setContent(times);
}

void ReportCharts::showSpread(const engine::Histogram &histogram)
{
    ChartContent curve;
    curve.isTime = false;
    curve.logX = true;
    curve.x0 = 1;
    curve.x1 = 10'000;
    curve.unit = tr("ms");
    curve.least = 0.1;
    curve.xText = [](double x) { return u"p"_s + QString::number(100 * (1 - 1 / x), 'g', x < 100 ? 3 : x < 1000 ? 4 : 5); };
    for (const double share : {50., 90., 99., 99.9, 99.99})
        curve.ticks.append({100 / (100 - share), u'p' + QString::number(share)});
    ChartSeries line{u"run"_s, tr("This run"), tk().series[0], {}, false, false, 2};
    if (histogram.count() > 0) {
        const auto [places, heights] = report::percentileCurve(histogram);
        for (qsizetype i = 0; i < places.size(); ++i)
            line.points.append({100 / (100 - places[i]), heights[i]});
    }
    curve.series = {line};
    m_percentiles->setContent(curve);

    ChartContent ranges;
    ranges.isTime = false;
    ranges.unit = u"%"_s;
    static const QString labels[] = {u"50"_s, u"200"_s, u"500"_s, u"1 s"_s, u"2 s"_s, u"3 s"_s, u"4 s"_s, u"5 s"_s, u"> 5"_s};
    const auto shares = report::rangesOf(histogram);
    double most = 0;
    for (qsizetype i = 0; i < shares.size(); ++i) {
        ranges.bars.append({labels[i], format::number(shares[i].percent, 1), shares[i].percent});
        most = std::max(most, shares[i].percent);
    }
    if (most > 65) // with room for the number above it a bar would reach an axis beyond all
        ranges.exactTop = 100;
    m_ranges->setContent(ranges);
}

void ReportCharts::showAnswers(const ChartContent &base, const report::Curves &curves)
{
    ChartContent codes = base;
    codes.stacked = true;
    codes.unit = u"/s"_s;
    codes.series = {{u"none"_s, tr("none"), tk().cnet, thinned(curves.noAnswer)},
                    {u"5xx"_s, u"5xx"_s, tk().c5xx, thinned(curves.status[4])},
                    {u"4xx"_s, u"4xx"_s, tk().c4xx, thinned(curves.status[3])},
                    {u"3xx"_s, u"3xx"_s, tk().c3xx, thinned(curves.status[2])},
                    {u"2xx"_s, u"2xx"_s, tk().c2xx, thinned(curves.status[1])}};
    m_codes->setContent(codes);
    ChartContent bandwidth = base;
    bandwidth.unit = tr("kB/s");
    bandwidth.series = {{u"received"_s, tr("Received"), tk().series[0], thinned(scaled(curves.receivedBytes, 1e-3)), false, true, 1.6},
                        {u"sent"_s, tr("Sent"), tk().series[1], thinned(scaled(curves.sentBytes, 1e-3)), false, false, 1.6}};
    m_bandwidth->setContent(bandwidth);
}

void ReportCharts::showErrors(const ChartContent &base, const report::Curves &curves)
{
    const auto any = [](const QVector<double> &values) { return std::any_of(values.cbegin(), values.cend(), [](double v) { return v > 0; }); };
    ChartContent errors = base;
    errors.stacked = true;
    errors.unit = u"/s"_s;
    ChartContent sides = errors;
    const QString causeNames[] = {tr("Unreadable"), tr("Check failed"), tr("Timed out"), tr("Refused"), tr("Other")};
    const QString causeKeys[] = {u"parsed"_s, u"assert"_s, u"timeout"_s, u"refused"_s, u"others"_s};
    const QColor causeColors[] = {tk().series[3], tk().c5xx, tk().cnet, tk().series[1], tk().text3};
    for (size_t i = 0; i < engine::failureClasses; ++i) {
        if (any(curves.failed[i]))
            errors.series.append({causeKeys[i], causeNames[i], causeColors[i], thinned(curves.failed[i])});
    }
    m_causes->setContent(errors);
    const QString sideNames[] = {tr("Server"), tr("Network"), tr("This computer")};
    const QString sideKeys[] = {u"server"_s, u"network"_s, u"this_computer"_s};
    const QColor sideColors[] = {tk().c5xx, tk().cnet, tk().series[1]};
    for (size_t i = 0; i < curves.sides.size(); ++i) {
        if (any(curves.sides[i]))
            sides.series.append({sideKeys[i], sideNames[i], sideColors[i], thinned(curves.sides[i])});
    }
    m_sides->setContent(sides);
}

void ReportCharts::showLoad(const ChartContent &base, const report::CaseFigures &figures)
{
    ChartContent users = base;
    users.decimals = 0;
    if (!figures.rate)
        users.series.append({u"target"_s, tr("Target"), tk().text3, thinned(figures.curves.target), true, false, 1.3});
    users.series.append({u"active"_s, tr("Active"), tk().series[2], thinned(figures.curves.users), false, true, 1.8});
    m_users->setContent(users);
}

/// One dot a second (of a long run: of a few seconds); a bend upwards is where the server has had enough.
void ReportCharts::showAgainst(const report::Curves &curves)
{
    ChartContent against;
    against.isTime = false;
    against.unit = tr("ms");
    against.least = 0.1;
    against.xUnit = tr("req/s");
    ChartSeries dots{u"seconds"_s, tr("Mean of a second"), tk().series[0], {}, false, false, 1, ChartSeries::Dots};
    const QVector<QPointF> rate = thinned(curves.rps), mean = thinned(gapped(curves.average, curves.rps));
    double most = 0;
    for (qsizetype i = 0; i < rate.size() && i < mean.size(); ++i) {
        if (!std::isfinite(mean[i].y()))
            continue;
        dots.points.append({rate[i].y(), mean[i].y()});
        most = std::max(most, rate[i].y());
    }
    against.x1 = std::max(1.0, most * 1.05);
    against.series = {dots};
    m_against->setContent(against);
}

void ReportCharts::showHealth(const ChartContent &base, const domain::RunRecord &run, const domain::CaseRecord &record)
{
    const auto [cpu, lateness] = report::healthOf(run, record);
    ChartContent health = base;
    health.series = {{u"cpu"_s, tr("CPU"), tk().series[0], thinned(cpu, 600, true), false, true, 1.6}};
    health.unit = u"%"_s;
    health.exactTop = 100;
    m_cpu->setContent(health);
    health.exactTop = 0;
    health.series = {{u"p99"_s, u"p99"_s, tk().p99, thinned(lateness, 600, true), false, false, 1.6}};
    health.unit = tr("ms");
    health.least = 1;
    m_lateness->setContent(health);
}

} // namespace ui
