// Rules over windows of six seconds and over the whole run, with figures made by hand.
#include "app/services/slawatch.h"

#include <QTest>

using namespace Qt::StringLiterals;
using services::SlaWatch;

class SlaWatchTest : public QObject
{
    Q_OBJECT

    static domain::SlaRule rule(const QString &metric, const QString &comparison, double value, int times = 1, bool stop = false)
    {
        domain::SlaRule rule;
        rule.name = u"r"_s;
        rule.scope = u"case"_s;
        rule.metric = metric;
        rule.comparison = comparison;
        rule.value = value;
        rule.times = times;
        rule.stop = stop;
        return rule;
    }

    /// A run of one case with one request, fed a second at a time.
    struct Feed
    {
        domain::RunRecord run;
        SlaWatch watch;
        QVector<SlaWatch::Alarm> alarms;

        explicit Feed(QVector<SlaWatch::Watched> rules, int warmUp = 0) : watch(std::move(rules))
        {
            domain::CaseRecord record;
            record.name = u"shop"_s;
            record.warmUp = warmUp;
            record.items.resize(2);
            record.items[0].kind = domain::ItemRecord::Pass;
            record.items[1].name = u"pay"_s;
            run.cases = {record};
        }

        void second(int requests, double ms, int failed = 0)
        {
            auto &record = run.cases[0];
            engine::CaseSecond second;
            second.second = int(record.seconds.size());
            second.items.resize(2);
            for (int i = 0; i < requests; ++i) {
                engine::Sample sample;
                sample.responseTime = int64_t(ms * 1e6);
                sample.status = i < failed ? 500 : 200;
                sample.outcome = i < failed ? engine::Outcome::Assert : engine::Outcome::Ok;
                second.items[0].add(sample);
                second.items[1].add(sample);
            }
            for (int i = 0; i < 2; ++i) {
                domain::ItemPoint point;
                point.requests = uint32_t(requests);
                point.successes = uint32_t(requests - failed);
                point.sumTime = second.items[size_t(i)].times.sum();
                record.items[i].seconds.append(point);
                if (second.second >= record.warmUp)
                    record.items[i].total += second.items[size_t(i)];
            }
            record.seconds.append(domain::CasePoint());
            watch.take(second);
            alarms += watch.look(run);
        }
        void seconds(int count, int requests, double ms, int failed = 0)
        {
            for (int i = 0; i < count; ++i)
                second(requests, ms, failed);
        }
    };

private slots:
    void aWindowThatBreaksRaisesOneAlarm()
    {
        Feed feed({{rule(u"p95"_s, u"<"_s, 100), {0}}});
        feed.seconds(6, 10, 50);
        QVERIFY(feed.alarms.isEmpty());
        feed.seconds(5, 10, 150);
        QVERIFY(feed.alarms.isEmpty()); // the window is not complete
        feed.second(10, 150);
        QCOMPARE(feed.alarms.size(), 1);
        QCOMPARE(feed.alarms[0].second, 12);
        QVERIFY(!feed.alarms[0].stop);
        QVERIFY2(feed.alarms[0].text.contains(u"from second 6 to 12"_s), qPrintable(feed.alarms[0].text));
        feed.seconds(6, 10, 150);
        QCOMPARE(feed.alarms.size(), 1); // told once, counted twice
        const auto results = feed.watch.finish(feed.run);
        QCOMPARE(results[0].triggers, quint64(2));
        QVERIFY(!results[0].passed);
    }

    void aRuleToStopSaysSo()
    {
        Feed feed({{rule(u"success_rate"_s, u">="_s, 99, 1, true), {0}}});
        feed.seconds(6, 10, 5, 1);
        QCOMPARE(feed.alarms.size(), 1);
        QVERIFY(feed.alarms[0].stop);
    }

    void onlySoManyWindowsInARowBreakIt()
    {
        Feed feed({{rule(u"avg"_s, u"<"_s, 100, 3), {0}}});
        for (const double ms : {150., 150., 50., 150., 150.})
            feed.seconds(6, 10, ms);
        QVERIFY(feed.alarms.isEmpty());
        feed.seconds(6, 10, 150);
        QCOMPARE(feed.alarms.size(), 1);
        QCOMPARE(feed.alarms[0].second, 36);
    }

    void aRateIsOverTheWholeWindow()
    {
        Feed feed({{rule(u"rps"_s, u">="_s, 5), {0}}});
        feed.seconds(3, 10, 5);
        feed.seconds(3, 0, 5); // 30 in 6 s is 5 a second
        QVERIFY(feed.alarms.isEmpty());
        feed.seconds(2, 10, 5);
        feed.seconds(4, 0, 5);
        QCOMPARE(feed.alarms.size(), 1);
    }

    void aWindowWithoutTrafficJudgesNoTimes()
    {
        Feed feed({{rule(u"p95"_s, u"<"_s, 100), {0}}});
        feed.seconds(12, 0, 0);
        QVERIFY(feed.alarms.isEmpty());
        const auto results = feed.watch.finish(feed.run);
        QVERIFY(results[0].passed);
        QVERIFY(!results[0].judged);
    }

    void theWholeRunIsJudgedAtItsEnd()
    {
        // Half of each window is slow: no window's p75 breaks 100 ms, nor does the run's; its p90 does.
        Feed feed({{rule(u"p90"_s, u"<"_s, 100), {0}, false}, {rule(u"p50"_s, u"<"_s, 100), {0}, false}});
        feed.seconds(4, 10, 50);
        feed.seconds(2, 10, 150);
        QVERIFY(feed.alarms.isEmpty()); // thresholds have no windows
        const auto results = feed.watch.finish(feed.run);
        QVERIFY(!results[0].passed);
        QCOMPARE(std::round(results[0].actual), 150.0);
        QVERIFY(results[1].passed);
    }

    void aRuleBrokenInAWindowStaysBroken()
    {
        Feed feed({{rule(u"max"_s, u"<"_s, 1000), {0}}, {rule(u"errors"_s, u"<="_s, 2), {0}}});
        feed.seconds(6, 10, 5, 1); // six errors
        feed.seconds(60, 10, 5);
        const auto results = feed.watch.finish(feed.run);
        QVERIFY(results[0].passed);
        QVERIFY(!results[1].passed);
        QCOMPARE(results[1].actual, 6.0);
    }

    void aRuleOfARequestLooksAtItsRow()
    {
        domain::SlaRule one = rule(u"avg"_s, u"<"_s, 100);
        one.scope = u"request"_s;
        one.target = u"pay"_s;
        domain::SlaRule other = one;
        other.target = u"nothing of that name"_s;
        Feed feed({{one, {0}}, {other, {0}}});
        feed.seconds(6, 10, 150);
        QCOMPARE(feed.alarms.size(), 1);
        const auto results = feed.watch.finish(feed.run);
        QVERIFY(!results[0].passed);
        QVERIFY(!results[1].judged);
    }

    void windowsOfTheWarmUpAreNotLookedAt()
    {
        Feed feed({{rule(u"p95"_s, u"<"_s, 100), {0}}}, 8);
        feed.seconds(8, 10, 900); // the second window begins in it
        feed.seconds(10, 10, 50);
        QVERIFY(feed.alarms.isEmpty());
        QVERIFY(feed.watch.finish(feed.run)[0].passed);
        feed.seconds(6, 10, 900);
        QCOMPARE(feed.alarms.size(), 1);
    }
};

QTEST_GUILESS_MAIN(SlaWatchTest)
#include "tst_slawatch.moc"
