// Live series stay short and lose no request.
#include "app/services/livestats.h"

#include <QTest>
#include <cmath>

using services::LiveStats;

class LiveStatsTest : public QObject
{
    Q_OBJECT

    static void addSeconds(domain::RunRecord &run, int seconds, uint32_t requests)
    {
        auto &record = run.cases[0];
        for (int i = 0; i < seconds; ++i) {
            domain::CasePoint point;
            point.users = 4;
            record.seconds.append(point);
            domain::ItemPoint item;
            item.requests = item.successes = requests;
            item.status[1] = requests;
            item.sumTime = int64_t(requests) * 2'000'000;
            item.p95 = 3'000'000;
            record.items[0].seconds.append(item);
            record.items[1].seconds.append(item);
        }
    }

    static domain::RunRecord emptyRun()
    {
        domain::RunRecord run;
        domain::CaseRecord record;
        record.items.resize(2);
        record.items[0].kind = domain::ItemRecord::Pass;
        run.cases = {record};
        return run;
    }

private slots:
    void aSecondIsAPoint()
    {
        auto run = emptyRun();
        addSeconds(run, 3, 10);
        LiveStats stats;
        stats.append(run);
        stats.append(run); // nothing new
        QCOMPARE(stats.points().size(), 3);
        const auto &point = stats.points().last();
        QCOMPARE(point.second, 2.5);
        QCOMPARE(point.rps, 10.0);
        QCOMPARE(point.transactions, 10.0);
        QCOMPARE(point.average, 2.0);
        QCOMPARE(point.p95, 3.0);
        QCOMPARE(point.status[1], 10.0);
        QCOMPARE(point.users, 4.0);
    }

    void aSecondWithoutAnswersHasNoTimes()
    {
        auto run = emptyRun();
        addSeconds(run, 1, 10);
        addSeconds(run, 1, 0);
        addSeconds(run, 1, 10);
        LiveStats stats;
        stats.append(run);
        QVERIFY(std::isnan(stats.points()[1].p95));
        QVERIFY(std::isnan(stats.points()[1].average));
        QCOMPARE(stats.points()[1].rps, 0.0);
        QCOMPARE(stats.points()[2].p95, 3.0);
    }

    void aDayStaysWithinTheBoundAndKeepsTheMean()
    {
        auto run = emptyRun();
        LiveStats stats;
        for (int hour = 0; hour < 24; ++hour) {
            addSeconds(run, 3600, uint32_t(hour + 1));
            stats.append(run);
            QVERIFY(stats.points().size() <= LiveStats::mostPoints);
        }
        QVERIFY(stats.secondsPerPoint() >= 86400 / LiveStats::mostPoints);
        QVERIFY(stats.points().first().second < stats.secondsPerPoint());
        QCOMPARE(stats.points().first().rps, 1.0);
        QCOMPARE(stats.points().last().rps, 24.0);
        QCOMPARE(stats.totals().seconds, 86400);
    }
};

QTEST_GUILESS_MAIN(LiveStatsTest)
#include "tst_livestats.moc"
