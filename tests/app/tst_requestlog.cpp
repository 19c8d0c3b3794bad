// The request log of a run: what of the exchanges sent by the workers is kept, and that it is there in the stored run.
#include "app/services/demoservice.h"
#include "app/services/requestlog.h"
#include "app/services/runservice.h"
#include "app/services/workspaceservice.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using services::RequestLog;

namespace {

engine::LoggedRequest exchange(int status, uint64_t ordinal = 0, engine::Outcome outcome = engine::Outcome::Ok)
{
    engine::LoggedRequest request;
    request.itemIndex = 1;
    request.sample.status = status;
    request.sample.outcome = outcome;
    request.ordinal = ordinal;
    return request;
}

domain::CaseRecord caseOfOne()
{
    domain::CaseRecord record;
    record.items.resize(2);
    return record;
}

} // namespace

class RequestLogTest : public QObject
{
    Q_OBJECT

private slots:
    void tenOfAStatusAreKeptHoweverManyWorkersSendThem()
    {
        auto record = caseOfOne();
        RequestLog log;
        for (int i = 0; i < 40; ++i)
            log.take(exchange(i % 2 ? 200 : 304), record);
        QCOMPARE(record.log.size(), 20);
        QVERIFY(std::none_of(record.log.begin(), record.log.end(), [](const auto &entry) { return entry.sampled; }));
    }

    void failuresAreBounded()
    {
        auto record = caseOfOne();
        RequestLog log;
        for (int i = 0; i < 3000; ++i)
            log.take(exchange(500, i % 100 == 0 ? 100 + i : 0, engine::Outcome::Assert), record);
        QCOMPARE(record.log.size(), RequestLog::mostFailures);
    }

    void theSampleStaysEvenAndBounded()
    {
        auto record = caseOfOne();
        RequestLog log;
        constexpr int workers = 3, last = 500'000;
        for (uint64_t ordinal = 100; ordinal <= last; ordinal += 100)
            for (int worker = 0; worker < workers; ++worker) {
                auto sampled = exchange(200, ordinal);
                sampled.atMs = int64_t(ordinal) * 10;
                log.take(sampled, record);
            }
        QVERIFY(record.log.size() <= RequestLog::mostSampled);
        QVERIFY2(record.log.size() > RequestLog::mostSampled / 3, qPrintable(QString::number(record.log.size())));
        // Even: no quarter of the run has many more than another.
        int quarters[4]{};
        for (const auto &entry : record.log)
            ++quarters[std::min(3, int(entry.at * 4 / 5000))];
        QVERIFY(*std::max_element(quarters, quarters + 4) < 2 * record.log.size() / 4 + 10);
    }

    void anExchangeOfNoKnownRequestIsDropped()
    {
        auto record = caseOfOne();
        auto wrong = exchange(200);
        wrong.itemIndex = 2;
        RequestLog().take(wrong, record);
        QVERIFY(record.log.isEmpty());
    }

    void aStoredRunHasItsLog()
    {
        services::DemoService demo;
        QVERIFY(demo.start());
        QTemporaryDir folder;
        services::WorkspaceService workspace;
        QVERIFY(workspace.open(folder.filePath(u"w.crescendo"_s)));
        domain::Project project;
        domain::TestCase testCase;
        testCase.id.value = 1;
        testCase.name = u"Log"_s;
        domain::Stage stage;
        stage.users = 2;
        stage.byCount = true;
        stage.count = 300;
        testCase.stages = {stage};
        for (const QString &path : {u"/"_s, u"/status/503"_s})
            testCase.steps.append(domain::newRequest(path, u"GET"_s, demo.url() + path));
        project.cases = {testCase};
        services::RunService runs(&workspace);
        services::RunRequest request;
        request.project = project;
        request.cases = {testCase.id};
        request.threads = 1;
        const auto session = runs.start(request);
        QVERIFY2(session, qPrintable(session ? QString() : session.error().message));
        QSignalSpy ended(*session, &services::RunSession::ended);
        QVERIFY(ended.wait(60'000));
        const auto stored = workspace.loadRun((*session)->record().id);
        QVERIFY(stored);
        const auto &log = stored->cases[0].log;
        QCOMPARE(log, (*session)->record().cases[0].log);
        const auto count = [&](int status) { return std::count_if(log.begin(), log.end(), [&](const auto &entry) { return entry.status == status; }); };
        QCOMPARE(count(503), 300); // all failures
        QVERIFY2(count(200) >= 10 && count(200) <= 13, qPrintable(QString::number(count(200)))); // ten, and one in a hundred requests
        for (const auto &entry : log) {
            QVERIFY(entry.exchange.startsWith(u"GET /"_s));
            QCOMPARE(entry.message, entry.status == 503 ? u"HTTP status 503."_s : QString());
            QVERIFY(entry.at >= 0 && entry.time > 0);
        }
        QVERIFY(std::any_of(log.begin(), log.end(), [](const auto &entry) { return entry.exchange.contains(u"HTTP/1.1 200"_s); }));
    }
};

QTEST_GUILESS_MAIN(RequestLogTest)
#include "tst_requestlog.moc"
