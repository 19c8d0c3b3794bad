// Starting a task through the API really runs it on the engine, against the embedded demo target; its reports fit
// openapi.json and say what the run did.
#include "app/services/demoservice.h"
#include "tests/support/apifixture.h"

#include <numeric>

using namespace Qt::StringLiterals;

class ApiRunsTest : public QObject
{
    Q_OBJECT

    services::DemoService m_demo;

    static QJsonObject status(int number)
    {
        return {{u"cluster_id"_s, 0}, {u"cluster_type"_s, u"shared-cluster-internet"_s}, {u"without_package"_s, 0},
                {u"network_info"_s, QJsonObject{{u"network_type"_s, u"internet"_s}}}, {u"status"_s, number}};
    }

    /// A task of one case that asks the demo target `count` times (0: goes on for a minute).
    int newTask(ApiFixture &api, int suite, int count, const QString &path = u"/json"_s, const QJsonObject &more = {})
    {
        QJsonObject content{{u"name"_s, u"Home"_s}, {u"method"_s, u"GET"_s}, {u"url"_s, m_demo.url() + path}, {u"protocol_type"_s, 1}};
        for (auto member = more.begin(); member != more.end(); ++member)
            content[member.key()] = member.value();
        const QJsonObject message{{u"content_type"_s, 2}, {u"content"_s, content}};
        QJsonObject stage{{u"name"_s, u"s"_s}, {u"pressure_mode"_s, 0}, {u"issue_num"_s, 2}, {u"time"_s, 60}, {u"operate_mode"_s, count ? 1 : 0},
                          {u"count"_s, count}};
        const QJsonObject body{{u"name"_s, u"Browse"_s}, {u"project_id"_s, suite}, {u"stages"_s, QJsonArray{stage}},
                               {u"contents"_s, QJsonArray{QJsonObject{{u"data_type"_s, 0}, {u"content"_s, QJsonArray{message}}}}}};
        m_case = api.call("POST", u"/v2/{p}/test-cases"_s, body).json["json"_L1]["test_case_id"_L1].toInt();
        const QJsonObject task{{u"name"_s, u"smoke"_s}, {u"parallel"_s, false}, {u"project_id"_s, suite}, {u"operate_mode"_s, 2},
                               {u"case_id_list"_s, QJsonArray{m_case}}};
        return api.call("POST", u"/v3/{p}/tasks"_s, task).json["task_id"_L1].toInt();
    }

    static int statusOf(ApiFixture &api, int task)
    {
        return api.call("GET", u"/v1/{p}/tasks/%1"_s.arg(task)).json["taskInfo"_L1]["run_status"_L1].toInt();
    }

    int m_case = 0;

    static void bothWays()
    {
        QTest::addColumn<bool>("socket");
        QTest::newRow("without a socket") << false;
        QTest::newRow("over a socket") << true;
    }

private slots:
    void initTestCase() { QVERIFY(m_demo.start().has_value()); }
    void cleanup() { ApiFixture::overSocket = false; }

    void theChartsOfAStreamCountItsPacketsAndFailures()
    {
        ApiFixture api;
        const int suite = api.newSuite();
        for (const auto &[path, failed] : {std::pair(u"/live.flv"_s, 0), {u"/no/such.flv"_s, 4}}) {
            const QJsonObject play{{u"protocol_type"_s, 10}, {u"flv_url"_s, m_demo.url() + path}, {u"duration"_s, 1}};
            const int task = newTask(api, suite, 4, path, play);
            const auto started = api.call("POST", u"/v1/{p}/test-suites/%1/tasks/%2"_s.arg(suite).arg(task), status(9));
            EXPECT_ANSWER(started, 200);
            QTRY_COMPARE_WITH_TIMEOUT(statusOf(api, task), 2, 20000);
            const int run = started.json["result"_L1]["task_run_id"_L1].toInt();
            const auto cases = api.call("GET", u"/v2/{p}/task-run-infos/%1/cases"_s.arg(run));
            const QJsonValue aw = cases.json["result"_L1]["case_aw_info_list"_L1][0];
            const QString base = u"/v2/{p}/task-run-infos/%1/case-run-infos/%2/detail"_s.arg(run).arg(aw["case_uri_i"_L1].toString());
            const auto detail = api.call("GET", base);
            EXPECT_ANSWER(detail, 200);
            const QJsonValue media = detail.json["result"_L1]["detail"_L1]["detailDatas"_L1][0]["streamingMediaVo"_L1];
            QCOMPARE(media["streamingPlayTimes"_L1].toInt(), 4);
            QCOMPARE(media["streamingErrorTimes"_L1].toInt(), failed);
            for (const QString &id : {aw["id"_L1].toString(), aw["aw"_L1][0]["id"_L1].toString()}) {
                const auto chart = api.call("GET", base + u"/%1/chart"_s.arg(id));
                EXPECT_ANSWER(chart, 200);
                const QJsonValue list = chart.json["result"_L1]["broken_list"_L1];
                const auto sum = [&](const QJsonValue &series) {
                    const QJsonArray values = series.toArray();
                    return values.size() != list["commonTimestamps"_L1].toArray().size()
                        ? -1.0 : std::accumulate(values.begin(), values.end(), 0.0, [](double all, const QJsonValue &value) { return all + value.toDouble(); });
                };
                QCOMPARE(sum(list["rtmp_brokens"_L1]["rtmpReceivedPackets"_L1]), media["recvPackets"_L1].toDouble());
                QCOMPARE(sum(list["rtmp_brokens"_L1]["videoRecBytes"_L1]), media["videoRecBytes"_L1].toDouble());
                QCOMPARE(media["videoRecBytes"_L1].toDouble() > 0, failed == 0);
                double errors = 0;
                const QJsonObject kinds = list["streaming_error_brokens"_L1].toObject();
                QCOMPARE(kinds.size(), 9);
                for (auto kind = kinds.begin(); kind != kinds.end(); ++kind) {
                    QCOMPARE(sum(kind.value()), media[kind.key()].toDouble());
                    errors += sum(kind.value());
                }
                QCOMPARE(errors, double(failed));
            }
        }
    }

    void aTaskRunsAndItsReportsSayWhatItDid_data() { bothWays(); }

    void aTaskRunsAndItsReportsSayWhatItDid()
    {
        QFETCH(bool, socket);
        ApiFixture::overSocket = socket;
        ApiFixture api;
        const int suite = api.newSuite(), task = newTask(api, suite, 40);
        QCOMPARE(statusOf(api, task), 9);
        const auto started = api.call("POST", u"/v1/{p}/test-suites/%1/tasks/%2"_s.arg(suite).arg(task), status(9));
        EXPECT_ANSWER(started, 200);
        const int run = started.json["result"_L1]["task_run_id"_L1].toInt();
        QVERIFY(run > 0);
        QTRY_COMPARE_WITH_TIMEOUT(statusOf(api, task), 2, 20000);

        QJsonObject stop = api.example(u"BatchUpdateTaskStatus"_s, u"request"_s, u"example0"_s).toObject();
        stop["status"_L1] = 2;
        stop["task_id_list"_L1] = QJsonArray{task};
        const auto stopped = api.call("POST", u"/v1/{p}/test-suites/%1/tasks/batch-update-task-status"_s.arg(suite), stop);
        EXPECT_ANSWER(stopped, 200);
        QCOMPARE(stopped.json["result"_L1][0]["task_run_id"_L1].toInt(), run); // over already

        const auto shown = api.call("GET", u"/v1/{p}/tasks/%1"_s.arg(task));
        EXPECT_ANSWER(shown, 200);
        const QJsonValue running = shown.json["taskInfo"_L1]["related_temp_running_data"_L1][0];
        QCOMPARE(running["task_run_info_id"_L1].toInt(), run);
        const int caseRun = running["related_temp_running_id"_L1].toInt();
        QVERIFY(caseRun > 0);
        const auto cases = api.call("GET", u"/v2/{p}/task-run-infos/%1/cases"_s.arg(run));
        EXPECT_ANSWER(cases, 200);
        const QJsonValue aw = cases.json["result"_L1]["case_aw_info_list"_L1][0];
        QCOMPARE(aw["case_uri_i"_L1].toString(), QString::number(caseRun));
        QCOMPARE(aw["aw"_L1][0]["name"_L1].toString(), u"Home"_s);

        const QString base = u"/task-run-infos/%1/case-run-infos/%2"_s.arg(run).arg(caseRun);
        const auto detail = api.call("GET", u"/v2/{p}"_s + base + u"/detail"_s);
        EXPECT_ANSWER(detail, 200);
        const QJsonValue figures = detail.json["result"_L1]["detail"_L1];
        QCOMPARE(figures["performance"_L1]["requests"_L1].toInt(), 40);
        QCOMPARE(figures["detailDatas"_L1][0]["requests"_L1].toInt(), 40);
        QCOMPARE(figures["detailDatas"_L1][0]["sum2xx"_L1].toInt(), 40);
        QCOMPARE(figures["performance"_L1]["taskStatus"_L1].toInt(), 6);

        for (const QString &id : {aw["id"_L1].toString(), aw["aw"_L1][0]["id"_L1].toString()}) {
            const auto chart = api.call("GET", u"/v2/{p}"_s + base + u"/detail/%1/chart"_s.arg(id));
            EXPECT_ANSWER(chart, 200);
            double requests = 0;
            for (const QJsonValue &point : chart.json["result"_L1]["broken_list"_L1]["tps_brokens"_L1]["tps"_L1].toArray())
                requests += point.toDouble();
            QCOMPARE(requests, 40.0);
            QCOMPARE(chart.json["result"_L1]["resp_time_range"_L1].toObject().size(), 9);
        }
        EXPECT_ANSWER(api.call("GET", u"/v2/{p}"_s + base + u"/detail/1/chart"_s), 404);

        const auto report = api.call("GET", u"/v1/{p}"_s + base + u"/reports?brokens_limit_count=1"_s);
        EXPECT_ANSWER(report, 200);
        QCOMPARE(report.json["result"_L1]["brokens"_L1]["commonTimestamps"_L1].toArray().size(), 1);
        QCOMPARE(report.json["result"_L1]["details"_L1]["data"_L1][0]["performance"_L1]["requests"_L1].toInt(), 40);
        QCOMPARE(report.json["result"_L1]["outline"_L1]["taskStatus"_L1].toInt(), 6);
        EXPECT_ANSWER(api.call("GET", u"/v1/{p}"_s + base + u"/reports"_s), 400);

        const auto outline = api.call("GET", u"/v2/{p}/task-run-infos/%1/reports/log-outline"_s.arg(run));
        EXPECT_ANSWER(outline, 200);
        QCOMPARE(outline.json["result"_L1]["outline"_L1]["core_index"_L1]["request_count"_L1].toInt(), 40);
        const auto history = api.call("GET", u"/v1/{p}/tasks/history-run-list/%1"_s.arg(task));
        EXPECT_ANSWER(history, 200);
        QCOMPARE(history.json["log_list"_L1].toArray().size(), 1);
        QCOMPARE(history.json["log_list"_L1][0]["run_id"_L1].toInt(), run);
        QCOMPARE(history.json["log_list"_L1][0]["temp_names"_L1][0]["name"_L1].toString(), u"Browse"_s);

        for (const QString &path : {u"/v2/{p}/task-run-infos/9999/cases"_s, u"/v2/{p}/task-run-infos/%1/case-run-infos/9999/detail"_s.arg(run),
                                    u"/v1/{p}/tasks/history-run-list/9999"_s})
            EXPECT_ANSWER(api.call("GET", path), 404);

        // The task goes, its report stays; the suite goes, and so does the report.
        EXPECT_ANSWER(api.call("DELETE", u"/v3/{p}/tasks/%1"_s.arg(task)), 204);
        EXPECT_ANSWER(api.call("GET", u"/v2/{p}"_s + base + u"/detail"_s), 200);
        EXPECT_ANSWER(api.call("DELETE", u"/v1/{p}/test-suites/%1"_s.arg(suite)), 204);
        EXPECT_ANSWER(api.call("GET", u"/v2/{p}"_s + base + u"/detail"_s), 404);
        EXPECT_ANSWER(api.call("GET", u"/v2/{p}/task-run-infos/%1/cases"_s.arg(run)), 404);
    }

    void aRunUnderWayIsReportedAndReallyStops()
    {
        ApiFixture api;
        const int suite = api.newSuite(), task = newTask(api, suite, 0, u"/delay/5"_s);
        const QString path = u"/v1/{p}/test-suites/%1/tasks/%2"_s.arg(suite).arg(task);
        const auto idle = api.call("POST", path, api.example(u"UpdateTaskStatus"_s, u"request"_s, u"example1"_s).toObject());
        EXPECT_ANSWER(idle, 200);
        QCOMPARE(idle.json["result"_L1]["task_run_id"_L1].toInt(), 0);
        const auto started = api.call("POST", path, api.example(u"UpdateTaskStatus"_s, u"request"_s, u"example0"_s).toObject());
        EXPECT_ANSWER(started, 200);
        const int run = started.json["result"_L1]["task_run_id"_L1].toInt();
        QCOMPARE(statusOf(api, task), 0);
        EXPECT_ANSWER(api.call("POST", path, status(9)), 409);
        EXPECT_ANSWER(api.call("DELETE", u"/v3/{p}/tasks/%1"_s.arg(task)), 409);
        EXPECT_ANSWER(api.call("DELETE", u"/v1/{p}/test-suites/%1"_s.arg(suite)), 409);
        const auto outline = [&] { return api.call("GET", u"/v2/{p}/task-run-infos/%1/reports/log-outline"_s.arg(run)); };
        QTRY_VERIFY_WITH_TIMEOUT(outline().json["result"_L1]["outline"_L1]["core_index"_L1]["request_count"_L1].toInt() > 0, 20000);
        EXPECT_ANSWER(outline(), 200);
        QCOMPARE(api.call("GET", u"/v1/{p}/tasks/history-run-list/%1"_s.arg(task)).json["log_list"_L1].toArray().size(), 0);
        const auto stopped = api.call("POST", path, status(2));
        EXPECT_ANSWER(stopped, 200);
        QCOMPARE(stopped.json["result"_L1]["task_run_id"_L1].toInt(), run);
        QVERIFY(statusOf(api, task) == 5 || statusOf(api, task) == 4);
        QTRY_COMPARE_WITH_TIMEOUT(statusOf(api, task), 4, 20000);
        QCOMPARE(outline().json["result"_L1]["outline"_L1]["task_basic_execution_data"_L1]["task_status"_L1].toInt(), 4);
    }

    void tasksStartedTogetherRunOneAfterAnother()
    {
        ApiFixture api;
        const int suite = api.newSuite(), first = newTask(api, suite, 10), second = newTask(api, suite, 10);
        const QString path = u"/v1/{p}/test-suites/%1/tasks/batch-update-task-status"_s.arg(suite);
        QJsonObject body = api.example(u"BatchUpdateTaskStatus"_s, u"request"_s, u"example0"_s).toObject();
        body["task_id_list"_L1] = QJsonArray{first, second, 99999};
        EXPECT_ANSWER(api.call("POST", path, body), 404);
        QCOMPARE(statusOf(api, first), 9); // nothing was started
        body["task_id_list"_L1] = QJsonArray{first, second};
        const auto started = api.call("POST", path, body);
        EXPECT_ANSWER(started, 200);
        QCOMPARE(statusOf(api, first), 0);
        QCOMPARE(statusOf(api, second), 9);
        const int run = started.json["result"_L1][1]["task_run_id"_L1].toInt();
        QTRY_COMPARE_WITH_TIMEOUT(statusOf(api, second), 2, 30000);
        QCOMPARE(statusOf(api, first), 2);
        const QJsonObject past = api.call("GET", u"/v1/{p}/tasks/history-run-list/%1"_s.arg(second)).json["log_list"_L1][0].toObject();
        QCOMPARE(past["run_id"_L1].toInt(), run);
        QCOMPARE(past["parallel"_L1].toBool(true), false); // as newTask() makes it
    }

    void aWaitingTaskCanBeStopped()
    {
        ApiFixture api;
        const int suite = api.newSuite(), first = newTask(api, suite, 0, u"/delay/5"_s), second = newTask(api, suite, 10);
        const auto set = [&](int task, int number) {
            return api.call("POST", u"/v1/{p}/test-suites/%1/tasks/%2"_s.arg(suite).arg(task), status(number));
        };
        EXPECT_ANSWER(set(first, 9), 200);
        EXPECT_ANSWER(set(second, 9), 200);
        EXPECT_ANSWER(set(second, 9), 409);
        EXPECT_ANSWER(set(second, 2), 200);
        EXPECT_ANSWER(set(first, 2), 200);
        QTRY_COMPARE_WITH_TIMEOUT(statusOf(api, first), 4, 20000);
        QCOMPARE(statusOf(api, second), 9);
        QCOMPARE(api.call("GET", u"/v1/{p}/tasks/history-run-list/%1"_s.arg(second)).json["log_list"_L1].toArray().size(), 0);
    }

    void aTaskThatCannotRunSaysWhy()
    {
        ApiFixture api;
        const int suite = api.newSuite();
        const QJsonObject task{{u"name"_s, u"none"_s}, {u"parallel"_s, false}, {u"project_id"_s, suite}, {u"operate_mode"_s, 2},
                               {u"case_id_list"_s, QJsonArray()}};
        const int id = api.call("POST", u"/v3/{p}/tasks"_s, task).json["task_id"_L1].toInt();
        const auto refused = api.call("POST", u"/v1/{p}/test-suites/%1/tasks/%2"_s.arg(suite).arg(id), status(9));
        EXPECT_ANSWER(refused, 400);
        QVERIFY(refused.json["error_msg"_L1].toString().contains(u"none"_s));
    }

    void debuggingShowsEachExchange_data() { bothWays(); }

    void debuggingShowsEachExchange()
    {
        QFETCH(bool, socket);
        ApiFixture::overSocket = socket;
        ApiFixture api;
        const int suite = api.newSuite(), task = newTask(api, suite, 0);
        const QString path = u"/v1/{p}/test-suites/%1/tasks/%2/cases/%3/debug"_s.arg(suite);
        const QJsonObject body = api.example(u"DebugCase"_s, u"request"_s, u"example0"_s).toObject();
        for (const int with : {0, task}) {
            const auto shown = api.call("POST", path.arg(with).arg(m_case), body);
            EXPECT_ANSWER(shown, 200);
            const QJsonArray results = shown.json["result"_L1].toArray();
            QCOMPARE(results.size(), 1);
            QCOMPARE(results[0]["name"_L1].toString(), u"Home"_s);
            QCOMPARE(results[0]["result"_L1].toInt(), 1);
            QCOMPARE(results[0]["url"_L1].toString(), u"GET %1/json"_s.arg(m_demo.url()));
            QCOMPARE(results[0]["statusCode"_L1].toString(), u"200 OK"_s);
            QVERIFY(!results[0]["returnBody"_L1].toString().isEmpty());
            QVERIFY(results[0]["returnHeader"_L1].toObject().contains(u"Content-Length"_s));
            QVERIFY(results[0]["header"_L1].toObject().contains(u"Host"_s));
        }
        EXPECT_ANSWER(api.call("POST", path.arg(99999).arg(m_case), body), 404);
        EXPECT_ANSWER(api.call("POST", path.arg(0).arg(99999), body), 404);
        QCOMPARE(statusOf(api, task), 9); // debugging is no run of the task
    }
};

QTEST_GUILESS_MAIN(ApiRunsTest)
#include "tst_apiruns.moc"
