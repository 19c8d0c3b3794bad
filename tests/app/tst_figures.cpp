#include "app/report/figures.h"
#include "app/report/figuresjson.h"
#include "tests/support/samplerun.h"

#include <QJsonArray>
#include <QTest>
#include <numeric>

using namespace Qt::StringLiterals;
using namespace report;

namespace {

/// The counts a second of the reference's sample of 4.6.1: 62 points, the first and last without traffic.
const std::vector<int> referenceTps = {
    0, 34, 35, 40, 54, 47, 35, 36, 48, 53, 42, 35, 32, 54, 56, 36, 36, 25, 54, 50, 34, 35, 35, 54, 48, 36, 35, 40, 54, 41, 34,
    33, 41, 50, 42, 34, 35, 40, 53, 42, 35, 35, 49, 58, 33, 34, 34, 52, 52, 33, 34, 33, 56, 48, 35, 35, 40, 53, 44, 34, 33, 0};

domain::RunRecord runOf(domain::CaseRecord record)
{
    domain::RunRecord run;
    run.started = QDateTime(QDate(2022, 9, 16), QTime(19, 18, 15), QTimeZone(8 * 3600));
    run.cases.append(std::move(record));
    return run;
}

domain::CasePoint users(int count)
{
    domain::CasePoint point;
    point.users = count;
    return point;
}

} // namespace

class FiguresTest : public QObject
{
    Q_OBJECT

private slots:
    void the_2022_sample_of_the_reference_is_reproduced();
    void the_2023_sample_of_the_reference_is_reproduced();
    void sums_of_the_curves_equal_the_counts();
    void all_curves_are_equally_long();
    void seconds_of_streams_add_up_to_their_totals();
    void what_is_no_stream_has_no_curves_of_one();
    void answers_after_the_last_issuing_second_do_not_lengthen_the_divisor();
    void a_case_without_traffic_has_zeros_and_no_division();
    void response_time_ranges_are_half_open_and_add_up();
    void success_rate_is_truncated();
    void a_peak_stage_has_a_peak_and_others_none();
    void smart_peak_is_the_step_before_the_knee();
    void rate_modes_show_times_from_schedule();
    void metrics_have_the_names_of_rules();
    void whole_times_are_integers_as_in_the_reference();
};

void FiguresTest::the_2022_sample_of_the_reference_is_reproduced()
{
    auto item = samplerun::steady(u"Msg-40123"_s, referenceTps, 12.5, 53, 10472);
    item.total.successes -= 1; // one refused to come back
    item.total.failed[4] = 1;
    item.total.status[1] -= 1;
    domain::CaseRecord record;
    record.items = {samplerun::pass(), item};
    record.items[0].total = item.total;
    record.items[0].seconds = item.seconds;
    record.seconds.fill(users(1), qsizetype(referenceTps.size()));
    const CaseFigures figures = figuresOf(runOf(record), 0);
    QCOMPARE(figures.performance.requests, 2478u);
    QCOMPARE(figures.performance.successCount, 2477u);
    QCOMPARE(figures.performance.errorCount, 1u);
    QCOMPARE(figures.performance.successRate, 99.95);
    QCOMPARE(figures.performance.rawSuccessRate, 99.95964487489911);
    QCOMPARE(figures.performance.tps, 41.3);
    QCOMPARE(figures.performance.tranTps, 41.3);
    QCOMPARE(figures.requests.first().tps, 41.3);
    QCOMPARE(figures.performance.avgSentBytes, 53.0);
    QCOMPARE(figures.performance.maxRps, 58u);
    QCOMPARE(figures.performance.maxUsers, 1);
}

void FiguresTest::the_2023_sample_of_the_reference_is_reproduced()
{
    // Two requests a pass, 1,442 passes; the first ends a second before the second does.
    std::vector<int> first(60, 24), second(61, 23);
    first[10] = 25;
    first[11] += 1;
    std::fill(second.begin(), second.begin() + 38, 24);
    second[10] = 25;
    first[59] = 1442 - std::accumulate(first.begin(), first.end() - 1, 0);
    second[60] = 1442 - std::accumulate(second.begin(), second.end() - 1, 0);
    domain::CaseRecord record;
    record.items = {samplerun::pass(), samplerun::steady(u"Msg-74326"_s, first, 20, 56, 97),
                    samplerun::steady(u"请求示例"_s, second, 20, 56, 97)};
    record.items[0].total = samplerun::steady({}, second, 40.01, 0, 0).total;
    record.seconds.fill(users(1), 61);
    const CaseFigures figures = figuresOf(runOf(record), 0);
    QCOMPARE(figures.requests[0].duration, 59);
    QCOMPARE(figures.requests[0].tps, 24.03);
    QCOMPARE(figures.requests[1].duration, 60);
    QCOMPARE(figures.requests[1].tps, 23.64);
    QCOMPARE(figures.requests[0].avgNetworkTraffic, 3.6771);
    QCOMPARE(figures.requests[1].avgNetworkTraffic, 3.6771);
    QCOMPARE(figures.requests[0].maxSentBytes, 1400u);
    QCOMPARE(figures.requests[0].maxRecBytes, 2425u);
    QCOMPARE(figures.requests[0].maxNetworkTraffic, 3825u);
    QCOMPARE(figures.performance.requests, 2884u);
    QCOMPARE(figures.performance.tps, 47.28);
    QCOMPARE(figures.performance.tranTps, 23.64);
    QCOMPARE(figures.performance.avgNetworkTraffic, 7.3542);
    QCOMPARE(figures.performance.avgSentBytes, 56.0);
    QCOMPARE(qRound(figures.performance.avgTranRespTime * 100), 4001);
    QCOMPARE(figures.performance.vum, 2u);
}

void FiguresTest::sums_of_the_curves_equal_the_counts()
{
    const auto run = samplerun::run(60);
    for (const auto &figures : figuresOf(run)) {
        const auto sum = [](const QVector<double> &values) { return quint64(std::accumulate(values.begin(), values.end(), 0.0)); };
        QCOMPARE(sum(figures.curves.rps), figures.performance.requests);
        QCOMPARE(sum(figures.curves.success), figures.performance.successCount);
        QCOMPARE(sum(figures.curves.error), figures.performance.errorCount);
        QCOMPARE(sum(figures.curves.transactions), figures.performance.transactions);
        QCOMPARE(sum(figures.curves.sentBytes), figures.performance.sentBytes);
        for (size_t i = 0; i < 5; ++i)
            QCOMPARE(sum(figures.curves.status[i]), figures.performance.status[i]);
        quint64 requests = 0;
        for (const auto &request : figures.requests)
            requests += request.requests;
        QCOMPARE(requests, figures.performance.requests);
    }
}

void FiguresTest::all_curves_are_equally_long()
{
    auto run = samplerun::run(30);
    run.cases[0].items[3].seconds.resize(20); // an item that stopped early
    const QJsonObject chart = chartJson(figuresOf(run, 0).curves, run.started);
    QStringList lengths{u"commonTimestamps %1"_s.arg(chart[u"commonTimestamps"_s].toArray().size())};
    for (const auto &group : {u"brand_brokens"_s, u"respcode_brokens"_s, u"tps_brokens"_s, u"vusers_brokens"_s}) {
        const QJsonObject object = chart[group].toObject();
        QVERIFY(!object.isEmpty());
        for (auto series = object.begin(); series != object.end(); ++series)
            QCOMPARE(series.value().toArray().size(), 30);
    }
    QCOMPARE(lengths, QStringList{u"commonTimestamps 30"_s});
    QCOMPARE(chartJson(figuresOf(run, 0).curves, run.started, 7)[u"commonTimestamps"_s].toArray().size(), 6);
}

void FiguresTest::seconds_of_streams_add_up_to_their_totals()
{
    domain::CaseRecord record;
    record.items = {samplerun::pass(), samplerun::watched(u"Film"_s, {0, 4, 2}), samplerun::watched(u"News"_s, {1, 1, 0}),
                    samplerun::steady(u"Page"_s, {3, 3, 3}, 5, 1, 1)};
    const auto run = runOf(record);
    const auto figures = figuresOf(run, 0);
    const QJsonObject chart = chartJson(figures.curves, run.started);
    const QJsonObject packets = chart[u"rtmp_brokens"_s].toObject(), errors = chart[u"streaming_error_brokens"_s].toObject();
    QCOMPARE(packets.keys(), (QStringList{u"audioRecBytes"_s, u"audioSentBytes"_s, u"rtmpReceivedPackets"_s, u"rtmpSentPackets"_s,
                                          u"videoRecBytes"_s, u"videoSentBytes"_s}));
    QCOMPARE(errors.keys(), (QStringList{u"createStreamFailed"_s, u"handShakeFailed"_s, u"parseFileFailed"_s, u"parseFlvFileFailed"_s,
                                         u"playFailed"_s, u"publishFailed"_s, u"retryFailed"_s, u"rtmpConnectFailed"_s, u"tcpConnectFailed"_s}));
    const auto sum = [](const QJsonValue &series) {
        double all = 0;
        for (const QJsonValue &value : series.toArray())
            all += value.toDouble();
        return all;
    };
    const QJsonObject media = toJson(figures.performance)[u"streamingMediaVo"_s].toObject();
    QCOMPARE(media[u"streamingPlayTimes"_s].toInt(), 8);
    QCOMPARE(std::accumulate(figures.curves.streams->plays.begin(), figures.curves.streams->plays.end(), 0.0), 8.0);
    for (const auto &[curve, total] : {std::pair(u"audioRecBytes"_s, u"audioRecBytes"_s), {u"videoRecBytes"_s, u"videoRecBytes"_s},
                                       {u"videoSentBytes"_s, u"videoSentBytes"_s}, {u"rtmpReceivedPackets"_s, u"recvPackets"_s},
                                       {u"rtmpSentPackets"_s, u"sendPackets"_s}}) {
        QCOMPARE(packets[curve].toArray().size(), 3);
        QCOMPARE(sum(packets[curve]), media[total].toDouble());
    }
    QVERIFY(sum(packets[u"videoRecBytes"_s]) > 0);
    for (auto kind = errors.begin(); kind != errors.end(); ++kind)
        QCOMPARE(sum(kind.value()), media[kind.key()].toDouble());
    QCOMPARE(errors[u"playFailed"_s].toArray(), (QJsonArray{1, 2, 1})); // one a second and stream that was watched
    QCOMPARE(chartJson(curvesOf(record, 2), run.started)[u"streaming_error_brokens"_s][u"playFailed"_s].toArray(), (QJsonArray{1, 1, 0}));
}

void FiguresTest::what_is_no_stream_has_no_curves_of_one()
{
    domain::CaseRecord record;
    record.items = {samplerun::pass(), samplerun::watched(u"Film"_s, {4}), samplerun::steady(u"Page"_s, {3}, 5, 1, 1)};
    const QJsonObject chart = chartJson(curvesOf(record, 2), {});
    QVERIFY(chart[u"rtmp_brokens"_s].isNull() && chart[u"streaming_error_brokens"_s].isNull());
}

void FiguresTest::answers_after_the_last_issuing_second_do_not_lengthen_the_divisor()
{
    domain::CaseRecord record;
    record.items = {samplerun::pass(), samplerun::steady(u"late"_s, {10, 10, 10, 0, 2}, 5, 1, 1)};
    record.stageRecords.append({u"three"_s, domain::PressureMode::Concurrency, 0, 3, 1, 1});
    const auto figures = figuresOf(runOf(record), 0);
    QCOMPARE(figures.performance.requests, 32u);
    QCOMPARE(figures.performance.trafficSeconds, 3);
    QCOMPARE(figures.performance.tps, 10.67);
}

void FiguresTest::a_case_without_traffic_has_zeros_and_no_division()
{
    domain::CaseRecord record;
    record.items = {samplerun::pass(), domain::ItemRecord{}};
    const auto figures = figuresOf(runOf(record), 0);
    QCOMPARE(figures.performance.tps, 0.0);
    QCOMPARE(figures.performance.successRate, 0.0);
    QCOMPARE(figures.performance.trafficSeconds, 0);
    QCOMPARE(toJson(figures.performance)[u"avgSentBytes"_s].toDouble(-1), 0.0);
}

void FiguresTest::response_time_ranges_are_half_open_and_add_up()
{
    engine::Histogram histogram;
    for (const double ms : {0.0, 49.0, 50.1, 199.0, 201.0, 700.0, 1500.0, 2500.0, 3500.0, 4500.0, 5001.0, 60000.0})
        histogram.record(int64_t(ms * 1e6));
    QStringList ranges;
    for (const auto &range : rangesOf(histogram))
        ranges.append(u"%1 %2"_s.arg(range.range).arg(range.count));
    QCOMPARE(ranges, (QStringList{u"0~50ms 2"_s, u"50~200ms 2"_s, u"200~500ms 1"_s, u"500ms~1s 1"_s, u"1~2s 1"_s, u"2~3s 1"_s,
                                  u"3~4s 1"_s, u"4~5s 1"_s, u">5s 2"_s}));
    QCOMPARE(rangesJson(histogram)[u">5s"_s].toString(), u"16.7%(2)"_s);
}

void FiguresTest::success_rate_is_truncated()
{
    domain::CaseRecord record;
    auto item = samplerun::steady(u"r"_s, {3}, 1, 0, 0);
    item.total.successes = 2;
    record.items = {samplerun::pass(), item};
    QCOMPARE(figuresOf(runOf(record), 0).performance.successRate, 66.66);
}

void FiguresTest::a_peak_stage_has_a_peak_and_others_none()
{
    domain::CaseRecord record;
    record.items = {samplerun::pass(), samplerun::steady(u"r"_s, {1, 5, 9, 4}, 2, 0, 0)};
    record.seconds = {users(1), users(2), users(3), users(4)};
    record.stages.resize(1);
    QVERIFY(!figuresOf(runOf(record), 0).performance.peak);
    QVERIFY(toJson(figuresOf(runOf(record), 0).performance)[u"peakMetric"_s].isNull());
    record.stages[0].mode = domain::PressureMode::Peak;
    const auto peak = figuresOf(runOf(record), 0).performance.peak;
    QVERIFY(peak);
    QCOMPARE(peak->rps, 9.0);
    QCOMPARE(peak->users, 3);
    QCOMPARE(peak->second, 2);
    QCOMPARE(peak->successRate, 100.0);
}

void FiguresTest::smart_peak_is_the_step_before_the_knee()
{
    domain::CaseRecord record;
    record.items = {samplerun::pass(),
                    samplerun::steady(u"r"_s, {10, 10, 20, 20, 30, 30, 29, 29, 40, 40}, 2, 0, 0)};
    for (int second = 0; second < 10; ++second)
        record.seconds.append(users(10 * (second / 2 + 1)));
    record.stages.resize(1);
    record.stages[0].mode = domain::PressureMode::SmartPeak;
    record.stages[0].stepDuration = 2;
    const auto peak = figuresOf(runOf(record), 0).performance.peak;
    QVERIFY(peak);
    QCOMPARE(peak->users, 30);
    QCOMPARE(peak->rps, 30.0);
    QCOMPARE(peak->second, 4);
}

void FiguresTest::rate_modes_show_times_from_schedule()
{
    const auto json = detailJson(figuresOf(samplerun::run(20), 0))[u"performance"_s].toObject();
    QCOMPARE(json[u"from_schedule"_s].toObject().keys(),
             (QStringList{u"avg"_s, u"max"_s, u"tp50"_s, u"tp90"_s, u"tp95"_s, u"tp99"_s, u"tp999"_s, u"tp9999"_s}));
    QVERIFY(json[u"from_schedule"_s][u"tp50"_s].toDouble() > json[u"tp50"_s].toDouble());
}

void FiguresTest::metrics_have_the_names_of_rules()
{
    const auto figures = figuresOf(samplerun::run(20), 0);
    QCOMPARE(metricOf(figures.performance, u"p95"_s), figures.performance.times.tp95);
    QCOMPARE(metricOf(figures.performance, u"tps"_s), figures.performance.tranTps);
    QCOMPARE(metricOf(figures.performance, u"rps"_s), figures.performance.tps);
    QCOMPARE(metricOf(figures.performance, u"errors"_s), double(figures.performance.errorCount));
    QVERIFY(!metricOf(figures.performance, u"p42"_s));
    QVERIFY(holds(3, u"<="_s, 3) && !holds(3, u"<"_s, 3) && holds(3, u"=="_s, 3) && !holds(2, u">="_s, 3));
}

void FiguresTest::whole_times_are_integers_as_in_the_reference()
{
    domain::CaseRecord record;
    record.items = {samplerun::pass(), samplerun::steady(u"r"_s, {4}, 0.0812, 0, 0)};
    const auto figures = figuresOf(runOf(record), 0);
    QCOMPARE(toJson(figures.requests[0], Times::Whole)[u"tp50"_s].toDouble(), 0.0);
    QCOMPARE(toJson(figures.requests[0])[u"max"_s].toDouble(), 0.081);
}

QTEST_GUILESS_MAIN(FiguresTest)
#include "tst_figures.moc"
