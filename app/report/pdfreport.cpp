#include "app/report/pdfreport.h"

#include "app/report/chartdata.h"
#include "app/report/pdfpage.h"
#include "app/report/text.h"
#include "app/report/verdict.h"

#include <QCoreApplication>
#include <QIODevice>
#include <QPageSize>

namespace report {

using namespace Qt::StringLiterals;

namespace {

/// What lupdate takes the texts of this file under.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(report::PdfReport)
};

const QFont &heading()
{
    static const QFont font = PdfPage::font(10, QFont::DemiBold);
    return font;
}

void title(PdfPage &page, const domain::RunRecord &run)
{
    page.text(QRectF(0, page.y(), page.width(), 20), run.taskName.isEmpty() ? run.projectName : run.taskName,
              PdfPage::font(15, QFont::DemiBold), ink::text);
    page.skip(21);
    QStringList facts{run.started.toString(u"yyyy-MM-dd HH:mm:ss"_s) + (run.ended.isValid() ? run.ended.toString(u" – HH:mm:ss"_s) : QString())};
    for (const QString &fact : {run.projectName, run.environment})
        if (!fact.isEmpty())
            facts += fact;
    facts += Words::tr("%1 worker threads").arg(run.threads);
    page.text(QRectF(0, page.y(), page.width(), 12), facts.join(u" · "_s), PdfPage::font(8.5), ink::text3);
    page.skip(20);
}

void verdictBox(PdfPage &page, const QRectF &box, const QString &what, const QStringList &why, const QColor &colour, const QColor &wash)
{
    QColor edge = colour;
    edge.setAlphaF(0.4f);
    page.card(box, wash, edge);
    page.text(QRectF(box.left() + 10, box.top() + 7, box.width() - 20, 15), what, PdfPage::font(11, QFont::DemiBold), colour);
    double y = box.top() + 24;
    for (const auto &line : why) {
        page.text(QRectF(box.left() + 10, y, box.width() - 20, 11), line, PdfPage::font(8), ink::text2);
        y += 11;
    }
}

void verdicts(PdfPage &page, const domain::RunRecord &run)
{
    QStringList missed;
    for (const auto &result : run.rules)
        if (!result.passed)
            missed += u"%1%2: %3"_s.arg(result.rule.target.isEmpty() ? QString() : result.rule.target + u' ', ruleText(result.rule),
                                        actualText(result));
    const Verdict verdict = verdictOf(run);
    QStringList trust = verdict.reasons.mid(0, 2);
    if (trust.isEmpty())
        trust += Words::tr("This computer was never the limit.");
    trust += Words::tr("Top CPU %1 %, lateness p99 %2 ms, %3 starts dropped")
                 .arg(QString::number(verdict.cpuPercentMax, 'f', 0), timeText(verdict.latenessP99us / 1000), countText(verdict.startsDropped));
    const double height = 30 + 11.0 * double(std::max<qsizetype>({1, std::min<qsizetype>(3, missed.size()), trust.size()}));
    page.need(height);
    const double half = (page.width() - 10) / 2;
    const QRectF first(0, page.y(), half, height), second(half + 10, page.y(), half, height);
    if (run.rules.isEmpty())
        verdictBox(page, first, Words::tr("No limits were set"), {Words::tr("Nothing was asked of this run.")}, ink::text2, ink::sunken);
    else if (missed.isEmpty())
        verdictBox(page, first, Words::tr("All limits kept"), {Words::tr("Every rule and threshold held.")}, ink::ok, ink::okWash);
    else
        verdictBox(page, first, Words::tr("%1 of %2 limits missed").arg(missed.size()).arg(run.rules.size()), missed.mid(0, 3), ink::bad, ink::badWash);
    verdictBox(page, second, verdict.trustworthy ? Words::tr("The figures can be trusted") : Words::tr("The figures cannot be trusted"), trust,
               verdict.trustworthy ? ink::ok : ink::warn, verdict.trustworthy ? ink::okWash : ink::warnWash);
    page.skip(height + 10);
}

void tiles(PdfPage &page, const ItemFigures &all)
{
    struct Tile
    {
        QString label, value, note;
        bool bad = false;
    };
    const Tile list[] = {
        {Words::tr("Requests"), countText(all.requests), Words::tr("%1 a second").arg(rateText(all.tps))},
        {Words::tr("Transactions"), rateText(all.tranTps) + u" TPS"_s, countText(all.transactions)},
        {Words::tr("p50"), timeText(all.times.tp50) + u" ms"_s, Words::tr("mean %1").arg(timeText(all.times.average))},
        {Words::tr("p95"), timeText(all.times.tp95) + u" ms"_s, Words::tr("p90 %1").arg(timeText(all.times.tp90))},
        {Words::tr("p99"), timeText(all.times.tp99) + u" ms"_s, Words::tr("max %1").arg(timeText(all.times.max))},
        {Words::tr("Success"), QString::number(all.successRate, 'f', 2) + u" %"_s, Words::tr("%1 failed").arg(countText(all.errorCount)), all.errorCount > 0},
        {Words::tr("Most users"), countText(quint64(all.maxUsers)), Words::tr("%1 user minutes").arg(countText(all.vum))}};
    page.need(48);
    const double wide = (page.width() - 6 * 6) / 7;
    double x = 0;
    for (const auto &tile : list) {
        page.card(QRectF(x, page.y(), wide, 46), Qt::white, ink::border);
        page.text(QRectF(x + 6, page.y() + 4, wide - 10, 11), tile.label, PdfPage::font(7.5), ink::text2);
        page.text(QRectF(x + 6, page.y() + 15, wide - 8, 17), tile.value, PdfPage::font(11.5, QFont::DemiBold), ink::text);
        page.text(QRectF(x + 6, page.y() + 32, wide - 10, 10), tile.note, PdfPage::font(7.5), tile.bad ? ink::bad : ink::text3);
        x += wide + 6;
    }
    page.skip(56);
}

ChartSpec chart(const QString &name, const QString &unit, QVector<ChartSeries> series, bool stacked = false)
{
    ChartSpec spec;
    spec.title = name;
    spec.unit = unit;
    spec.series = std::move(series);
    spec.stacked = stacked;
    return spec;
}

QVector<double> kilo(QVector<double> values)
{
    for (double &value : values)
        value /= 1000;
    return values;
}

void charts(PdfPage &page, const domain::RunRecord &run, const CaseFigures &figures)
{
    const Curves &c = figures.curves;
    const auto colour = [](const QColor &value) { return value.name(); };
    ChartSpec ranges = chart(Words::tr("Response times, % of requests up to, ms"), u"%"_s, {{QString(), colour(ink::s1), {}}});
    ranges.xLabels = {u"50"_s, u"200"_s, u"500"_s, u"1 s"_s, u"2 s"_s, u"3 s"_s, u"4 s"_s, u"5 s"_s, u"> 5"_s};
    for (const auto &range : rangesOf(figures.total.times))
        ranges.series[0].values.append(range.percent);
    QVector<ChartSeries> tps{{Words::tr("achieved"), colour(ink::s1), c.transactions, false, true}};
    QVector<ChartSeries> users{{Words::tr("users"), colour(ink::s1), c.users, false, true}};
    (figures.rate ? tps : users).prepend({Words::tr("target"), colour(ink::text3), c.target, true});
    QVector<ChartSpec> specs{
        chart(Words::tr("Transactions per second"), u"/s"_s, tps),
        chart(Words::tr("Time of a whole pass"), u"ms"_s,
              {{u"p50"_s, colour(ink::p50), c.p50}, {u"p95"_s, colour(ink::p95), c.p95}, {u"p99"_s, colour(ink::s2), c.p99}}),
        chart(Words::tr("Answers per second"), u"/s"_s,
              {{Words::tr("none"), colour(ink::c0), c.noAnswer}, {u"5xx"_s, colour(ink::c5), c.status[4]}, {u"4xx"_s, colour(ink::c4), c.status[3]},
               {u"3xx"_s, colour(ink::c3), c.status[2]}, {u"2xx"_s, colour(ink::c2), c.status[1]}}, true),
        chart(Words::tr("Virtual users"), {}, users),
        chart(Words::tr("Bandwidth"), u"kB/s"_s,
              {{Words::tr("received"), colour(ink::s1), kilo(c.receivedBytes)}, {Words::tr("sent"), colour(ink::s2), kilo(c.sentBytes)}}),
        ranges};
    if (figures.performance.errorCount) {
        const auto &f = c.failed;
        specs.append(chart(Words::tr("Errors by side"), u"/s"_s,
                           {{Words::tr("server"), colour(ink::c5), c.sides[0]}, {Words::tr("network"), colour(ink::c0), c.sides[1]},
                            {Words::tr("this computer"), colour(ink::s1), c.sides[2]}}, true));
        specs.append(chart(Words::tr("Errors by cause"), u"/s"_s,
                           {{Words::tr("check failed"), colour(ink::c5), f[1]}, {Words::tr("timed out"), colour(ink::c4), f[2]},
                            {Words::tr("refused"), colour(ink::s1), f[3]}, {Words::tr("unreadable"), colour(ink::c3), f[0]},
                            {Words::tr("other"), colour(ink::c0), f[4]}}, true));
    }
    if (const auto [cpu, lateness] = healthOf(run, run.cases[figures.index]); !cpu.isEmpty()) {
        specs.append(chart(Words::tr("This computer: CPU of the busiest worker"), u"%"_s, {{Words::tr("CPU"), colour(ink::s1), cpu, false, true}}));
        specs.append(chart(Words::tr("This computer: lateness of starts"), u"ms"_s, {{u"p99"_s, colour(ink::s2), lateness}}));
    }
    constexpr double height = 132;
    const double half = (page.width() - 8) / 2;
    for (qsizetype i = 0; i < specs.size(); i += 2) { // always in pairs
        page.need(height);
        drawChart(page, QRectF(0, page.y(), half, height), specs[i]);
        drawChart(page, QRectF(half + 8, page.y(), half, height), specs[i + 1]);
        page.skip(height + 8);
    }
    page.skip(4);
}

/// Rows under heads that come again on each page; the first column takes what the others leave.
void table(PdfPage &page, const QString &name, const QStringList &heads, const QVector<QStringList> &rows, const QVector<double> &widths)
{
    constexpr double line = 16;
    const auto row = [&](const QStringList &cells, const QFont &font, const QColor &colour) {
        double x = page.width();
        for (qsizetype column = cells.size() - 1; column >= 0; --column) {
            const double wide = column ? widths[column] : x;
            x -= wide;
            page.text(QRectF(x, page.y(), wide - 4, line), cells[column], font, colour, column ? Qt::AlignRight : Qt::AlignLeft);
        }
        page.skip(line);
        page.painter().setPen(QPen(ink::border, 0.5));
        page.painter().drawLine(QPointF(0, page.y()), QPointF(page.width(), page.y()));
    };
    page.need(20 + 3 * line);
    page.text(QRectF(0, page.y(), page.width(), 14), name, heading(), ink::text);
    page.skip(17);
    row(heads, PdfPage::font(7.5, QFont::Medium), ink::text3);
    for (const auto &cells : rows) {
        if (!page.fits(line)) {
            page.need(2 * line);
            row(heads, PdfPage::font(7.5, QFont::Medium), ink::text3);
        }
        row(cells, PdfPage::font(8), ink::text);
    }
    page.skip(12);
}

QStringList statisticsRow(const ItemFigures &item, const QString &indent)
{
    const auto &t = item.times;
    const QString name = item.method.isEmpty() ? item.name : item.method + u"  "_s + item.name;
    return {indent + name, countText(item.requests), countText(item.errorCount), rateText(item.tps), timeText(t.average), timeText(t.tp50),
            timeText(t.tp90), timeText(t.tp95), timeText(t.tp99), timeText(t.max), rateText(item.avgNetworkTraffic)};
}

void statistics(PdfPage &page, const CaseFigures &figures)
{
    QVector<QStringList> rows{statisticsRow(figures.performance, {})};
    for (const auto *items : {&figures.transactions, &figures.requests})
        for (const auto &item : *items)
            rows += statisticsRow(item, u"    "_s);
    table(page, Words::tr("Statistics"), {Words::tr("Case, transaction, request"), Words::tr("Count"), Words::tr("Failed"), Words::tr("/s"), Words::tr("Mean ms"), u"p50"_s, u"p90"_s,
                                   u"p95"_s, u"p99"_s, Words::tr("Max"), Words::tr("kB/s")}, rows, {0, 44, 38, 36, 40, 36, 36, 36, 36, 40, 40});
}

QString bytesText(quint64 bytes) { return rateText(double(bytes) / 1000); }

/// Requests that play or publish media: what they moved, how late it came, and where they failed.
void streams(PdfPage &page, const CaseFigures &figures)
{
    const QString failures[] = {{}, Words::tr("connecting"), Words::tr("handshake"), Words::tr("RTMP connect"), Words::tr("creating the stream"),
                                Words::tr("play"), Words::tr("publish"), Words::tr("no new data"), Words::tr("file"), Words::tr("address"),
                                Words::tr("FLV header"), Words::tr("time-out"), Words::tr("FLV data"), Words::tr("other")};
    static_assert(std::size(failures) == engine::streamFailures);
    QVector<QStringList> moved, late, failed;
    for (const auto &item : figures.requests) {
        if (!item.streaming)
            continue;
        const engine::StreamFigures &s = *item.streaming;
        const double seconds = std::max(1, item.trafficSeconds);
        moved += {item.name, countText(s.plays), countText(s.errors()),
                  QString::number(truncatedPercent(s.plays, s.plays - std::min(s.plays, s.errors())), 'f', 2), countText(s.stalls),
                  timeText(double(s.stallTime) / 1e6), u"%1 / %2"_s.arg(rateText(double(s.sentPackets) / seconds), rateText(double(s.receivedPackets) / seconds)),
                  u"%1 / %2"_s.arg(countText(s.sentPackets), countText(s.receivedPackets)),
                  u"%1 / %2"_s.arg(bytesText(s.audioSentBytes), bytesText(s.audioReceivedBytes)),
                  u"%1 / %2"_s.arg(bytesText(s.videoSentBytes), bytesText(s.videoReceivedBytes))};
        const auto delay = [&](const QString &what, const engine::StreamDelay &given) {
            if (given.count)
                late += {u"%1 — %2"_s.arg(item.name, what), countText(given.count), timeText(double(given.sum) / double(given.count) / 1e6),
                         timeText(double(given.min) / 1e6), timeText(double(given.max) / 1e6), timeText(double(given.sum) / 1e6)};
        };
        delay(Words::tr("first frame"), s.firstFrame);
        delay(Words::tr("key frames received late"), s.receivedKeyFrames);
        delay(Words::tr("key frames sent late"), s.sentKeyFrames);
        for (size_t i = 1; i < engine::streamFailures; ++i)
            if (s.failed[i])
                failed += {u"%1 — %2"_s.arg(item.name, failures[i]), countText(s.failed[i])};
    }
    if (moved.isEmpty())
        return;
    table(page, Words::tr("Streams"), {Words::tr("Request"), Words::tr("Plays"), Words::tr("Failed"), Words::tr("Success %"), Words::tr("Stalls"),
                                       Words::tr("Still ms"), Words::tr("Packets/s out / in"), Words::tr("Packets out / in"),
                                       Words::tr("Audio kB out / in"), Words::tr("Video kB out / in")},
          moved, {0, 32, 32, 40, 32, 36, 66, 66, 70, 76});
    if (!late.isEmpty())
        table(page, Words::tr("Delays of streams"), {Words::tr("Request"), Words::tr("Count"), Words::tr("Mean ms"), Words::tr("Min"), Words::tr("Max"),
                                                     Words::tr("Sum")}, late, {0, 50, 50, 50, 50, 60});
    if (!failed.isEmpty())
        table(page, Words::tr("Failures of streams"), {Words::tr("Request"), Words::tr("Count")}, failed, {0, 50});
}

void errors(PdfPage &page, const domain::CaseRecord &record)
{
    if (record.errors.isEmpty())
        return;
    QVector<QStringList> rows;
    for (const auto &error : record.errors) {
        const QString side = error.side == "this_computer"_L1 ? Words::tr("this computer") : error.side == "network"_L1 ? Words::tr("network") : Words::tr("server");
        rows += {error.request.isEmpty() ? error.message : u"%1 — %2"_s.arg(error.message, error.request), side, countText(error.count),
                 clockText(error.firstSeen), clockText(error.lastSeen)};
    }
    table(page, Words::tr("Errors"), {Words::tr("Cause"), Words::tr("Side"), Words::tr("Count"), Words::tr("First"), Words::tr("Last")}, rows, {0, 70, 50, 44, 44});
}

void stages(PdfPage &page, const domain::CaseRecord &record)
{
    if (record.stageRecords.isEmpty())
        return;
    QVector<QStringList> rows;
    for (const auto &stage : record.stageRecords)
        rows += {stage.name, clockText(stage.start), clockText(stage.end), rateText(stage.target), rateText(stage.achieved)};
    table(page, Words::tr("Stages"), {Words::tr("Stage"), Words::tr("From"), Words::tr("To"), Words::tr("Target"), Words::tr("Achieved")}, rows, {0, 50, 50, 60, 60});
}

void limits(PdfPage &page, const domain::RunRecord &run)
{
    if (run.rules.isEmpty())
        return;
    QVector<QStringList> rows;
    for (const auto &result : run.rules)
        rows += {ruleText(result.rule), result.rule.target, u"%1 %2"_s.arg(actualText(result), unitOf(result.rule.metric)),
                 result.passed ? Words::tr("kept") : Words::tr("missed")};
    table(page, Words::tr("Limits"), {Words::tr("Rule"), Words::tr("Where"), Words::tr("Actual"), Words::tr("Result")}, rows, {0, 150, 80, 60});
}

} // namespace

domain::Result<> writePdf(const domain::RunRecord &run, QIODevice *device)
{
    QPdfWriter writer(device);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins(QMarginsF(14, 14, 14, 12), QPageLayout::Millimeter);
    writer.setTitle(run.taskName);
    writer.setCreator(QStringLiteral("Crescendo " CRESCENDO_VERSION));
    PdfPage page(writer, u"Crescendo · %1 · %2"_s.arg(run.taskName, run.started.toString(u"yyyy-MM-dd HH:mm"_s)));
    if (!page.isActive())
        return domain::fail(Words::tr("The PDF cannot be drawn."));
    title(page, run);
    verdicts(page, run);
    for (const auto &figures : figuresOf(run)) {
        if (run.cases.size() > 1) {
            page.need(90);
            page.text(QRectF(0, page.y(), page.width(), 16), figures.name, PdfPage::font(12, QFont::DemiBold), ink::text);
            page.skip(20);
        }
        tiles(page, figures.performance);
        charts(page, run, figures);
        statistics(page, figures);
        streams(page, figures);
        stages(page, run.cases[figures.index]);
        errors(page, run.cases[figures.index]);
    }
    limits(page, run);
    page.need(60);
    page.text(QRectF(0, page.y(), page.width(), 14), Words::tr("How to read this"), heading(), ink::text);
    page.skip(17);
    page.paragraph(Words::tr("Response time runs from the first act of an exchange to the last byte of the answer; failed requests are in averages "
                      "and percentiles. pN: N % of the requests were answered at least this fast. A transaction is one full pass through the "
                      "steps of a case. Rates are divided by the seconds with traffic."),
                   PdfPage::font(8), ink::text2);
    page.finish();
    return {};
}

} // namespace report
