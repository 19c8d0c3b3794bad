// Peaks by hand: curves of a few seconds whose peak and knee can be read off them.
#include "app/report/jsonreport.h"
#include "app/report/peak.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using domain::PressureMode;

class PeakTest : public QObject
{
    Q_OBJECT

    /// A second: requests, of them failed, their mean time in ms.
    struct Second
    {
        uint32_t requests, failed;
        double ms;
    };

    static domain::CaseRecord recordOf(const domain::Stage &stage, const QVector<Second> &seconds)
    {
        domain::CaseRecord record;
        record.name = u"case"_s;
        record.stages = {stage};
        record.stageRecords = {{u"peak"_s, stage.mode, 0, double(seconds.size()), 0, 0}};
        record.items.resize(2);
        record.items[0].kind = domain::ItemRecord::Pass;
        int users = 0;
        for (const Second &second : seconds) {
            domain::ItemPoint point;
            point.requests = second.requests;
            point.successes = second.requests - second.failed;
            point.sumTime = int64_t(second.ms * 1e6 * second.requests);
            record.items[0].seconds.append(point);
            record.items[1].seconds.append(point);
            domain::CasePoint casePoint;
            casePoint.users = ++users;
            record.seconds.append(casePoint);
        }
        return record;
    }

    static domain::Stage peak(double mostMs)
    {
        domain::Stage stage;
        stage.mode = PressureMode::Peak;
        stage.kpiResponseTime = domain::PeakKpi{u"<="_s, mostMs};
        return stage;
    }

    static domain::Stage smart(int stepSeconds)
    {
        domain::Stage stage;
        stage.mode = PressureMode::SmartPeak;
        stage.stepDuration = stepSeconds;
        return stage;
    }

    static std::optional<report::PeakFigures> peakOf(const domain::CaseRecord &record)
    {
        return report::peakOf(record, report::curvesOf(record, 0), QDateTime::fromSecsSinceEpoch(1000));
    }

    static QVector<Second> steps(const QVector<Second> &each, int length)
    {
        QVector<Second> seconds;
        for (const Second &second : each)
            seconds += QVector<Second>(length, second);
        return seconds;
    }

private slots:
    void sixMissesInARowAreThePeak()
    {
        QVector<Second> seconds(4, {50, 0, 80});
        seconds += QVector<Second>(5, {60, 0, 150}); // only five in a row
        seconds += {{55, 0, 90}};
        seconds += QVector<Second>(6, {70, 7, 160});
        seconds += QVector<Second>(3, {99, 0, 90}); // more requests later do not matter
        const auto found = peakOf(recordOf(peak(100), seconds));
        QVERIFY(found);
        QCOMPARE(found->second, 10);
        QCOMPARE(found->users, 11);
        QCOMPARE(found->rps, 70.0);
        QCOMPARE(found->averageMs, 160.0);
        QCOMPARE(found->successRate, 90.0);
        QCOMPARE(found->time, QDateTime::fromSecsSinceEpoch(1010));
    }

    void neverMissedTheBusiestSecondIsThePeak()
    {
        const auto found = peakOf(recordOf(peak(100), {{10, 0, 5}, {40, 0, 9}, {90, 0, 30}, {80, 0, 30}}));
        QVERIFY(found);
        QCOMPARE(found->second, 2);
        QCOMPARE(found->rps, 90.0);
    }

    void theSuccessRateIsALimitToo()
    {
        domain::Stage stage = peak(1000);
        stage.kpiSuccessRate = domain::PeakKpi{u">="_s, 95};
        QVector<Second> seconds(3, {100, 0, 10});
        seconds += QVector<Second>(6, {100, 6, 10});
        QCOMPARE(peakOf(recordOf(stage, seconds))->second, 3);
        QVector<Second> held(3, {100, 0, 10});
        held += QVector<Second>(6, {101, 5, 10});
        QCOMPARE(peakOf(recordOf(stage, held))->rps, 101.0);
    }

    void aStepThatBringsLessIsAKnee()
    {
        // 100, 200, 290, 280 requests a second: the last is 97 % of the third less a little.
        const auto found = peakOf(recordOf(smart(5), steps({{100, 0, 10}, {200, 0, 10}, {290, 0, 12}, {281, 0, 40}}, 5)));
        QVERIFY(found);
        QCOMPARE(found->second, 10);
        QCOMPARE(found->rps, 290.0);
        QCOMPARE(found->users, 15);
    }

    void aStepWithinThreePercentIsNone()
    {
        const auto found = peakOf(recordOf(smart(5), steps({{100, 0, 10}, {200, 0, 10}, {195, 0, 12}, {300, 0, 40}}, 5)));
        QCOMPARE(found->second, 15);
    }

    void aFailureIsAKneeUnlessALimitAllowsIt()
    {
        domain::Stage stage = smart(5);
        const auto seconds = steps({{100, 0, 10}, {200, 1, 10}, {300, 2, 10}}, 5);
        QCOMPARE(peakOf(recordOf(stage, seconds))->second, 0);
        stage.kpiSuccessRate = domain::PeakKpi{u">="_s, 99};
        QCOMPARE(peakOf(recordOf(stage, seconds))->second, 10);
    }

    void theFirstFifthOfAStepIsLeftOut()
    {
        QVector<Second> seconds = steps({{100, 0, 10}}, 5);
        seconds += QVector<Second>{{20, 20, 900}, {150, 0, 10}, {150, 0, 10}, {150, 0, 10}, {150, 0, 10}};
        const auto rows = report::peakStepsOf(recordOf(smart(5), seconds), report::curvesOf(recordOf(smart(5), seconds), 0), {});
        QCOMPARE(rows.size(), 2);
        QCOMPARE(rows[1].rps, 150.0);
        QCOMPARE(rows[1].successRate, 100.0);
        QCOMPARE(rows[1].averageMs, 10.0);
    }

    void anEndNoticedLateIsNoStepOfItsOwn()
    {
        auto record = recordOf(smart(5), steps({{100, 0, 10}, {200, 0, 10}}, 5) + QVector<Second>{{3, 0, 10}});
        record.stageRecords[0].end = 10.03;
        QCOMPARE(report::peakStepsOf(record, report::curvesOf(record, 0), {}).size(), 2);
        QCOMPARE(peakOf(record)->rps, 200.0);
    }

    void aKneeShowsWhenItsStepIsComplete()
    {
        const auto seconds = steps({{100, 0, 10}, {200, 0, 10}, {150, 0, 40}}, 5);
        for (int have = 0; have <= seconds.size(); ++have) {
            auto record = recordOf(smart(5), seconds.mid(0, have));
            record.stageRecords[0].end = 0; // under way
            QCOMPARE(report::kneeShows(record, 0), have == seconds.size());
        }
        QVERIFY(!report::kneeShows(recordOf(peak(1), seconds), 0));
    }

    void stepsOfTheWarmUpAreLeftOut()
    {
        auto record = recordOf(smart(5), steps({{100, 50, 900}, {200, 0, 10}, {300, 0, 10}}, 5));
        record.warmUp = 5;
        QCOMPARE(report::peakStepsOf(record, report::curvesOf(record, 0), {}).size(), 2);
        QCOMPARE(peakOf(record)->rps, 300.0);
        auto plain = recordOf(peak(100), {{500, 0, 5}, {40, 0, 9}, {90, 0, 30}});
        plain.warmUp = 1;
        QCOMPARE(peakOf(plain)->second, 2);
    }

    void theRunFileHasPeakAndSteps()
    {
        domain::RunRecord run;
        run.started = QDateTime::fromSecsSinceEpoch(1000);
        run.ended = run.started.addSecs(15);
        run.cases = {recordOf(smart(5), steps({{100, 0, 10}, {200, 0, 10}, {150, 0, 40}}, 5))};
        const auto json = QJsonDocument::fromJson(report::toRunFile(run)).object()["cases"_L1].toArray().at(0).toObject();
        QCOMPARE(json["peak_steps"_L1].toArray().size(), 3);
        QCOMPARE(json["peak_steps"_L1][1]["rps"_L1].toDouble(), 200.0);
        QCOMPARE(json["detail"_L1]["performance"_L1]["peakMetric"_L1]["rps"_L1].toDouble(), 200.0);
    }
};

QTEST_GUILESS_MAIN(PeakTest)
#include "tst_peak.moc"
