#include "app/report/jsonreport.h"
#include "tests/support/samplerun.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace report;

class JsonReportTest : public QObject
{
    Q_OBJECT

private slots:
    void a_run_is_read_back_without_loss();
    void the_file_has_every_member_of_the_contract();
    void truncated_files_are_refused();
    void foreign_and_newer_files_are_refused();
    void damaged_counts_are_refused_by_name();
};

void JsonReportTest::a_run_is_read_back_without_loss()
{
    auto run = samplerun::run(30);
    run.cases[0].warmUp = 4;
    run.cases[0].stages[0].stopAtKnee = true;
    run.health.last() = {61, 40, 1000, 2000, 3000, 512, {61, 20.5}};
    run.descriptorLimit = 65536;
    run.portLimit = 28232;
    run.warnings = {u"Too few ports."_s};
    const QByteArray bytes = toRunFile(run);
    const auto again = runFromFile(bytes, u"run.json"_s);
    QVERIFY2(again, again ? "" : qPrintable(again.error().message));
    QVERIFY(*again == run);
    QCOMPARE(toRunFile(*again), bytes);
}

void JsonReportTest::the_file_has_every_member_of_the_contract()
{
    const QJsonObject file = QJsonDocument::fromJson(toRunFile(samplerun::run(20))).object();
    QCOMPARE(file.keys(), (QStringList{u"cases"_s, u"data"_s, u"format"_s, u"task"_s, u"thresholds"_s, u"verdict"_s, u"version"_s}));
    const QJsonObject first = file[u"cases"_s].toArray()[0].toObject();
    for (const auto &member : {u"name"_s, u"case_run_id"_s, u"detail"_s, u"chart"_s, u"details"_s, u"stages"_s, u"errors"_s})
        QVERIFY2(first.contains(member), qPrintable(member));
    const QJsonObject performance = first[u"detail"_s][u"performance"_s].toObject();
    for (const char *member : {"name", "requests", "successCount", "errorCount", "failedParsed", "failedAssert", "failedTimeout",
                               "failedRefused", "failedOthers", "successRate", "sum1xx", "sum5xx", "averageRespTime", "min", "max", "tp50",
                               "tp75", "tp85", "tp90", "tp95", "tp99", "tp999", "tp9999", "tps", "maxRps", "avgSentBytes", "maxRecBytes",
                               "avgNetworkTraffic", "maxNetworkTraffic", "currentThreadNum", "duration", "startTime", "endTime", "datumType",
                               "isAW", "vum", "transactions", "transactionSuccess", "tranTPS", "avgTranRespTime", "maxTranRespTime",
                               "from_schedule", "cut_off", "retried", "redirect_hops"})
        QVERIFY2(performance.contains(QLatin1StringView(member)), member);
    QCOMPARE(file[u"verdict"_s][u"generator"_s].toObject().keys(),
             (QStringList{u"cpu_percent_max"_s, u"cpu_percent_workers"_s, u"fd_limit"_s, u"fd_peak"_s, u"lateness_us_p50"_s,
                          u"lateness_us_p99"_s, u"loop_lag_us_p99"_s, u"ports_limit"_s, u"ports_peak"_s, u"starts_dropped"_s,
                          u"starts_planned"_s}));
}

void JsonReportTest::truncated_files_are_refused()
{
    const QByteArray bytes = toRunFile(samplerun::run(10));
    for (const qsizetype length : {qsizetype(0), qsizetype(1), bytes.size() / 2, bytes.size() - 3}) {
        const auto run = runFromFile(bytes.left(length), u"cut.json"_s);
        QVERIFY(!run);
        QVERIFY(run.error().message.startsWith(u"cut.json is not a complete run file"_s));
    }
}

void JsonReportTest::foreign_and_newer_files_are_refused()
{
    QCOMPARE(runFromFile("{\"format\":\"har\"}", u"a"_s).error().message, u"a is not a run file of Crescendo."_s);
    QCOMPARE(runFromFile("[]", u"a"_s).error().message, u"a is not a run file of Crescendo."_s);
    QCOMPARE(runFromFile("{\"format\":\"crescendo-run\",\"version\":2}", u"a"_s).error().message,
             u"a was written by a newer Crescendo (run file version 2; this one reads version 1)."_s);
}

void JsonReportTest::damaged_counts_are_refused_by_name()
{
    const QJsonObject good = QJsonDocument::fromJson(toRunFile(samplerun::run(5))).object();
    const auto wrong = [&](const QString &key, const QJsonValue &value) {
        QJsonObject file = good, data = good[u"data"_s].toObject();
        data[key] = value;
        file[u"data"_s] = data;
        const auto run = runFromFile(QJsonDocument(file).toJson(), u"x"_s);
        return run ? QString() : run.error().message;
    };
    QCOMPARE(wrong(u"status"_s, 99), u"x is damaged: its member “status” is missing or wrong."_s);
    QCOMPARE(wrong(u"cases"_s, 1), u"x is damaged: its member “cases” is missing or wrong."_s);
    QCOMPARE(wrong(u"lateness"_s, QJsonObject{{u"buckets"_s, QJsonArray{1 << 30, 1}}, {u"sum"_s, 1}, {u"min"_s, 1}, {u"max"_s, 1}}),
             u"x is damaged: its member “buckets” is missing or wrong."_s);
    QCOMPARE(wrong(u"lateness"_s, QJsonObject{{u"buckets"_s, QJsonArray{5, -1}}, {u"sum"_s, 1}, {u"min"_s, 1}, {u"max"_s, 1}}),
             u"x is damaged: its member “buckets” is missing or wrong."_s);
}

QTEST_GUILESS_MAIN(JsonReportTest)
#include "tst_jsonreport.moc"
