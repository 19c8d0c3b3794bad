// When a run may be believed (contract: Verdict).
#include "app/report/verdict.h"

#include <QTest>

using namespace Qt::StringLiterals;

class VerdictTest : public QObject
{
    Q_OBJECT

    static domain::RunRecord quiet(domain::PressureMode mode = domain::PressureMode::Concurrency)
    {
        domain::RunRecord run;
        domain::CaseRecord record;
        domain::Stage stage;
        stage.mode = mode;
        record.stages = {stage};
        domain::CasePoint point;
        point.starts = 10;
        record.seconds = {point, point};
        run.cases = {record};
        run.health = {{20, 30, 0, 0}, {25, 34, 0, 0}};
        return run;
    }

private slots:
    void aQuietRunIsTrustworthyAndCountsItsStarts()
    {
        const auto verdict = report::verdictOf(quiet());
        QVERIFY(verdict.trustworthy);
        QVERIFY(verdict.reasons.isEmpty());
        QCOMPARE(verdict.startsPlanned, quint64(20));
        QCOMPARE(verdict.cpuPercentMax, 25.0);
        QCOMPARE(verdict.fdPeak, 34);
    }

    void threeBusySecondsSpoilARateRunOnly()
    {
        for (const auto mode : {domain::PressureMode::Tps, domain::PressureMode::Concurrency}) {
            auto run = quiet(mode);
            run.health = {{95, 1, 0, 0}, {95, 1, 0, 0}};
            QVERIFY(report::verdictOf(run).reasons.isEmpty());
            run.health.append({95, 1, 0, 0});
            const auto verdict = report::verdictOf(run);
            QCOMPARE(verdict.trustworthy, mode == domain::PressureMode::Concurrency);
            QCOMPARE(verdict.reasons.size(), 1);
        }
    }

    void onlyOneWorkerBusyAllTheTimeIsALimit()
    {
        auto run = quiet(domain::PressureMode::Tps);
        run.health.clear();
        for (int second = 0; second < 6; ++second)
            run.health.append({95, 1, 0, 0, 0, 0, second % 2 ? QVector<double>{95, 20} : QVector<double>{20, 95}});
        QVERIFY(report::verdictOf(run).trustworthy);
        for (int second = 0; second < 3; ++second)
            run.health.append({95, 1, 0, 0, 0, 0, {20, 95}});
        const auto verdict = report::verdictOf(run);
        QVERIFY(!verdict.trustworthy);
        QCOMPARE(verdict.cpuPercent, (QVector<double>{95, 95}));
    }

    void whatWasSeenBeforeTheStartIsAReason()
    {
        auto run = quiet();
        run.warnings = {u"Too few ports."_s};
        run.descriptorLimit = 1024;
        run.portLimit = 28232;
        run.health.last().takenPorts = 77;
        run.health.last().lagP99 = 2'500'000;
        const auto verdict = report::verdictOf(run);
        QVERIFY(verdict.trustworthy);
        QCOMPARE(verdict.reasons.size(), 1);
        QVERIFY(verdict.reasons[0].contains(u"Too few ports."_s));
        QCOMPARE(verdict.fdLimit, 1024);
        QCOMPARE(verdict.portsPeak, 77);
        QCOMPARE(verdict.portsLimit, 28232);
        QCOMPARE(verdict.loopLagP99us, 2500.0);
    }

    void lateStartsSpoilIt()
    {
        auto run = quiet(domain::PressureMode::Tps);
        for (int i = 0; i < 100; ++i)
            run.lateness.record(11'000'000);
        QVERIFY(!report::verdictOf(run).trustworthy);
    }

    void dropsSpoilItOnlyWhileUsersWereFree()
    {
        auto run = quiet(domain::PressureMode::Tps);
        run.cases[0].seconds[0].dropped = 5;
        auto verdict = report::verdictOf(run);
        QVERIFY(verdict.trustworthy);
        QCOMPARE(verdict.reasons.size(), 1);
        QCOMPARE(verdict.startsDropped, quint64(5));
        run.cases[0].seconds[1].droppedWhileFree = 1;
        QVERIFY(!report::verdictOf(run).trustworthy);
    }

    void anErrorOfThisComputerSpoilsIt()
    {
        auto run = quiet();
        domain::ErrorRecord error;
        error.side = u"this_computer"_s;
        error.count = 1;
        run.cases[0].errors = {error};
        QVERIFY(!report::verdictOf(run).trustworthy);
        run.cases[0].errors[0].side = u"server"_s;
        QVERIFY(report::verdictOf(run).trustworthy);
    }
};

QTEST_GUILESS_MAIN(VerdictTest)
#include "tst_verdict.moc"
