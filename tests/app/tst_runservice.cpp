// Runs through the service: states of a task, stops, benchmark concurrency, live control, warm-up, compiling once.
#include "app/report/figures.h"
#include "app/services/demoservice.h"
#include "app/services/preflight.h"
#include "app/services/runservice.h"

#include <QElapsedTimer>
#include <QFile>
#include <QLocale>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using domain::RunStatus;

class RunServiceTest : public QObject
{
    Q_OBJECT

    services::DemoService m_demo;

    static domain::Stage users(int count, int seconds)
    {
        domain::Stage stage;
        stage.name = u"steady"_s;
        stage.users = count;
        stage.seconds = seconds;
        return stage;
    }

    domain::TestCase caseOf(int id, const QString &name, const QString &path, const domain::Stage &stage) const
    {
        domain::TestCase testCase;
        testCase.id = {id};
        testCase.name = name;
        domain::Step step;
        step.id = {id};
        step.message.name = u"ask"_s;
        step.message.url = m_demo.url() + path;
        testCase.steps = {step};
        testCase.stages = {stage};
        return testCase;
    }

    static services::RunRequest requestOf(const QVector<domain::TestCase> &cases, bool parallel = true)
    {
        services::RunRequest request;
        request.project.name = u"p"_s;
        request.project.cases = cases;
        domain::Task task;
        task.id = {1};
        task.name = u"t"_s;
        task.parallel = parallel;
        for (const auto &each : cases)
            task.cases.append(each.id);
        request.project.tasks = {task};
        request.task = task.id;
        request.threads = 2;
        return request;
    }

    /// Every status the run had, in order, each once.
    static QVector<RunStatus> watched(services::RunSession &session)
    {
        QVector<RunStatus> seen{session.record().status};
        connect(&session, &services::RunSession::updated, &session, [&] {
            if (seen.last() != session.record().status)
                seen.append(session.record().status);
        });
        QSignalSpy ended(&session, &services::RunSession::ended);
        if (!session.isEnded())
            ended.wait(30'000);
        disconnect(&session, &services::RunSession::updated, &session, nullptr);
        return seen;
    }

private slots:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        QVERIFY(m_demo.start());
    }

    void aRunWaitsRunsAndFinishes()
    {
        services::RunService runs;
        const auto session = runs.start(requestOf({caseOf(1, u"a"_s, u"/"_s, users(2, 1))}));
        QVERIFY2(session, qPrintable(session ? QString() : session.error().message));
        QCOMPARE(watched(**session), (QVector<RunStatus>{RunStatus::Waiting, RunStatus::Running, RunStatus::Finished}));
        QVERIFY(!runs.start(services::RunRequest{})); // nothing to run
    }

    void aStopIsAcceptedAtOnceAndEndsWithinTwoSeconds()
    {
        services::RunService runs;
        const auto session = runs.start(requestOf({caseOf(1, u"a"_s, u"/stall"_s, users(4, 60))}));
        QVERIFY(session);
        QElapsedTimer since;
        connect((*session), &services::RunSession::updated, this, [&, asked = false]() mutable {
            if (asked || (*session)->record().status != RunStatus::Running || (*session)->elapsed() < 0.4)
                return;
            asked = true;
            since.start();
            (*session)->stop();
            QCOMPARE((*session)->record().status, RunStatus::Stopping);
        });
        const auto seen = watched(**session);
        QCOMPARE(seen, (QVector<RunStatus>{RunStatus::Waiting, RunStatus::Running, RunStatus::Stopping, RunStatus::Stopped}));
        QVERIFY2(since.elapsed() <= 2300, qPrintable(QString::number(since.elapsed()))); // and a turn of the timer
        QVERIFY(since.elapsed() > 1000); // the requests under way had their time
        QCOMPARE(report::figuresOf((*session)->record(), 0).performance.cutOff, quint64(4));
    }

    void aSecondStopEndsAtOnce()
    {
        services::RunService runs;
        const auto session = runs.start(requestOf({caseOf(1, u"a"_s, u"/stall"_s, users(4, 60))}));
        QVERIFY(session);
        QTRY_COMPARE((*session)->record().status, RunStatus::Running);
        QElapsedTimer since;
        since.start();
        (*session)->stop();
        (*session)->stop();
        QTRY_VERIFY((*session)->isEnded());
        QVERIFY2(since.elapsed() < 1500, qPrintable(QString::number(since.elapsed()))); // a single stop takes longer here
        QCOMPARE((*session)->record().status, RunStatus::Stopped);
        (*session)->stop(); // after the end: nothing
        QCOMPARE((*session)->record().status, RunStatus::Stopped);
    }

    void aRuleThatStopsAborts()
    {
        auto testCase = caseOf(1, u"a"_s, u"/status/500"_s, users(1, 60));
        domain::SlaRule rule;
        rule.name = u"answers"_s;
        rule.metric = u"success_rate"_s;
        rule.comparison = u">"_s;
        rule.value = 99;
        rule.stop = true;
        testCase.slaRules = {rule};
        services::RunService runs;
        const auto session = runs.start(requestOf({testCase}));
        QVERIFY(session);
        QSignalSpy alarms(*session, &services::RunSession::alarmed);
        const auto seen = watched(**session);
        QCOMPARE(seen, (QVector<RunStatus>{RunStatus::Waiting, RunStatus::Running, RunStatus::Stopping, RunStatus::Aborted}));
        QCOMPARE(alarms.size(), 1);
        QVERIFY((*session)->brokeRule());
        QVERIFY((*session)->elapsed() < 12);
        const auto &events = (*session)->record().cases[0].events;
        QVERIFY(std::ranges::any_of(events, [](const auto &event) { return event.text.contains(u"answers"_s) && event.at == 6; }));
    }

    void casesRunTogetherOrOneAfterAnother()
    {
        for (const bool parallel : {true, false}) {
            services::RunService runs;
            const auto session = runs.start(requestOf({caseOf(1, u"a"_s, u"/"_s, users(1, 1)), caseOf(2, u"b"_s, u"/"_s, users(1, 1))}, parallel));
            QVERIFY(session);
            watched(**session);
            const auto &cases = (*session)->record().cases;
            QCOMPARE(cases[1].startOffset >= 0.95, !parallel);
            for (const auto &each : cases)
                QVERIFY(report::figuresOf((*session)->record(), int(&each - cases.data())).performance.requests > 0);
        }
    }

    void benchmarkConcurrencyScalesOnlyWhereTheTaskSaysSo()
    {
        for (const bool scales : {true, false}) {
            auto request = requestOf({caseOf(1, u"a"_s, u"/delay/10"_s, users(10, 1))});
            request.project.tasks[0].benchConcurrent = 300;
            request.project.tasks[0].scaleByBench = scales;
            services::RunService runs;
            const auto session = runs.start(request);
            QVERIFY(session);
            watched(**session);
            QCOMPARE((*session)->record().cases[0].seconds.at(0).users, scales ? 30 : 10);
        }
    }

    void aChangeByHandIsMarked()
    {
        auto stage = users(50, 3);
        stage.manual = true;
        stage.startUsers = 2;
        services::RunService runs;
        const auto session = runs.start(requestOf({caseOf(1, u"a"_s, u"/delay/10"_s, stage)}));
        QVERIFY(session);
        connect((*session), &services::RunSession::updated, this, [&, changed = false]() mutable {
            if (!changed && (*session)->elapsed() > 0.6) {
                changed = true;
                (*session)->setUsers(-1, 7);
                (*session)->note(u"now seven"_s);
            }
        });
        watched(**session);
        const auto &record = (*session)->record().cases[0];
        QCOMPARE(record.seconds.at(1).users, 7);
        const auto at = [&](const QString &text) {
            const auto found = std::ranges::find_if(record.events, [&](const auto &event) { return event.text.contains(text); });
            return found == record.events.end() ? -1.0 : found->at;
        };
        QVERIFY(at(u"Load set to 7"_s) > 0.5);
        QVERIFY(at(u"now seven"_s) > 0.5);
    }

    void theWarmUpIsDrawnAndNotCounted()
    {
        auto testCase = caseOf(1, u"a"_s, u"/delay/10"_s, users(3, 3));
        testCase.warmUp = 2;
        services::RunService runs;
        const auto session = runs.start(requestOf({testCase}));
        QVERIFY(session);
        watched(**session);
        const auto &run = (*session)->record();
        const auto figures = report::figuresOf(run, 0);
        const auto &rps = figures.curves.rps;
        QVERIFY(rps.size() >= 3 && rps[0] > 0 && rps[1] > 0);
        double counted = 0;
        for (qsizetype second = 2; second < rps.size(); ++second)
            counted += rps[second];
        QCOMPARE(double(figures.performance.requests), counted);
        QCOMPARE(figures.performance.firstSecond, 2);
        QCOMPARE(figures.performance.times.max > 0, true);
        QCOMPARE(figures.performance.transactions, figures.performance.requests);
        QVERIFY(std::ranges::any_of(run.cases[0].events, [](const auto &event) { return event.at == 2; }));
    }

    void theRequestsWarmUpReplacesTheCases()
    {
        auto testCase = caseOf(1, u"a"_s, u"/delay/10"_s, users(3, 1));
        testCase.warmUp = 1;
        auto request = requestOf({testCase});
        request.warmUp = 0;
        services::RunService runs;
        const auto session = runs.start(request);
        QVERIFY(session);
        watched(**session);
        QVERIFY(report::figuresOf((*session)->record(), 0).performance.requests > 0);
    }

    void aSmartPeakEndsWithItsKnee()
    {
        domain::Stage stage;
        stage.mode = domain::PressureMode::SmartPeak;
        stage.seconds = 0;
        stage.minimum = 1;
        stage.maximum = 60;
        stage.stepSize = 1;
        stage.stepDuration = 1;
        stage.stopAtKnee = true;
        stage.kpiResponseTime = domain::PeakKpi{u"<"_s, 0.000001}; // every step but the first misses it
        services::RunService runs;
        const auto session = runs.start(requestOf({caseOf(1, u"a"_s, u"/delay/20"_s, stage)}));
        QVERIFY(session);
        watched(**session);
        QCOMPARE((*session)->record().status, RunStatus::Finished);
        QVERIFY2((*session)->elapsed() < 10, qPrintable(QString::number((*session)->elapsed()))); // of 60 s
        const auto figures = report::figuresOf((*session)->record(), 0);
        QVERIFY(figures.performance.peak);
        QCOMPARE(figures.performance.peak->second, 0);
        QVERIFY(figures.peakSteps.size() >= 2);
        QVERIFY(std::ranges::any_of((*session)->record().cases[0].events, [](const auto &event) { return event.text.contains(u"knee"_s); }));
    }

    void aSmartPeakFindsAThrottledTargetsLimit()
    {
        // At most 40 requests a second pass the controller: the third step of 20, 40, 60 a second brings no more.
        domain::Stage stage;
        stage.mode = domain::PressureMode::SmartPeak;
        stage.seconds = 0;
        stage.minimum = 1;
        stage.maximum = 4;
        stage.stepSize = 1;
        stage.stepDuration = 2;
        auto testCase = caseOf(1, u"a"_s, u"/delay/50"_s, stage);
        domain::Step controller;
        controller.id = {9};
        controller.kind = domain::StepKind::Throughput;
        controller.data = QJsonObject{{u"rps"_s, 40}};
        controller.children = testCase.steps;
        testCase.steps = {controller};
        services::RunService runs;
        const auto session = runs.start(requestOf({testCase}));
        QVERIFY2(session, qPrintable(session ? QString() : session.error().message));
        watched(**session);
        const auto peak = report::figuresOf((*session)->record(), 0).performance.peak;
        QVERIFY(peak);
        QVERIFY2(peak->users >= 2 && peak->users <= 4, qPrintable(QString::number(peak->users)));
        QVERIFY2(peak->rps > 30 && peak->rps <= 41, qPrintable(QString::number(peak->rps)));
    }

    void whatWasPreparedIsNotReadAgain()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(u"users.csv"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("user\nann\n");
        file.close();
        auto request = requestOf({caseOf(1, u"a"_s, u"/bytes/${user}"_s, users(1, 1))});
        domain::Variable variable;
        variable.id = {1};
        variable.name = u"users"_s;
        variable.type = domain::VariableType::File;
        variable.values = {u"user"_s};
        variable.file = file.fileName();
        request.project.variables = {variable};
        auto prepared = services::RunService::prepare(request);
        QVERIFY2(prepared, qPrintable(prepared ? QString() : prepared.error().message));
        QVERIFY(file.remove());
        QVERIFY(!services::RunService::prepare(request));
        services::RunService runs;
        const auto session = runs.start(std::move(*prepared));
        QVERIFY(session);
        (*session)->stop();
        watched(**session);
    }

    void onlyOneRunAtATime()
    {
        services::RunService runs;
        const auto session = runs.start(requestOf({caseOf(1, u"a"_s, u"/"_s, users(1, 60))}));
        QVERIFY(session);
        QVERIFY(!runs.start(requestOf({caseOf(1, u"a"_s, u"/"_s, users(1, 1))})));
        (*session)->stop();
        watched(**session);
    }

    void whatThisComputerLacksIsSaidAndDoesNotBlock()
    {
        auto stage = users(4, 1);
        stage.mode = domain::PressureMode::Tps;
        stage.tps = 50'000'000;
        QVERIFY(services::localCeiling() > 100);
        services::RunService runs;
        const auto session = runs.start(requestOf({caseOf(1, u"a"_s, u"/delay/1000"_s, stage)}));
        QVERIFY(session);
        QCOMPARE((*session)->warnings().size(), 1);
        QVERIFY2((*session)->warnings()[0].contains(u"50,000,000"_s), qPrintable((*session)->warnings()[0]));
        QCOMPARE((*session)->record().warnings, (*session)->warnings());
        QVERIFY((*session)->record().descriptorLimit > 0 && (*session)->record().portLimit > 0);
        (*session)->stop();
        (*session)->stop();
        watched(**session);
    }

    void everyShortageHasASentenceOfItsOwn()
    {
        QSet<QString> sentences;
        using engine::Shortage;
        for (const auto kind : {Shortage::Descriptors, Shortage::Ports, Shortage::PortsOverTime, Shortage::Memory, Shortage::Rate}) {
            const QString sentence = services::sentenceOf({kind, 7'654'000'000, 1'234'000'000});
            QVERIFY(sentence.endsWith(u'.') && !sentence.contains(u"%1"_s) && !sentence.contains(u"%2"_s));
            QVERIFY2(sentence.contains(u"7,654"_s) && sentence.contains(u"1,234"_s), qPrintable(sentence));
            sentences.insert(sentence);
        }
        QCOMPARE(sentences.size(), 5);
    }
};

QTEST_GUILESS_MAIN(RunServiceTest)
#include "tst_runservice.moc"
