// The drawn curve is the engine's own, and what it adds up to is right by hand.
#include "app/services/loadcurve.h"
#include "app/services/plancompiler.h"
#include "app/services/stagecompiler.h"
#include "engine/load/loadshape.h"

#include <QTest>

using namespace Qt::StringLiterals;
using domain::PressureMode;
using domain::Stage;

class LoadCurveTest : public QObject
{
    Q_OBJECT

    static Stage stage(PressureMode mode, int seconds)
    {
        Stage stage;
        stage.mode = mode;
        stage.seconds = seconds;
        stage.users = 40;
        stage.tps = 20;
        stage.startUsers = 10;
        stage.startTps = 5;
        stage.minimum = 4;
        stage.maximum = 36;
        stage.loopCount = 2;
        stage.maxDuration = seconds / 6;
        stage.rampUp = seconds / 2;
        stage.stepSize = 8;
        stage.stepDuration = seconds / 5;
        return stage;
    }

private slots:
    void everyModeIsDrawnFromTheEnginesFunction_data()
    {
        QTest::addColumn<int>("mode");
        for (int mode = 0; mode < 8; ++mode)
            QTest::addRow("%d", mode) << mode;
    }
    void everyModeIsDrawnFromTheEnginesFunction()
    {
        QFETCH(int, mode);
        const Stage first = stage(PressureMode(mode), 60);
        const auto curve = services::loadCurve({first, first}, 600);
        const auto &points = first.isRate() ? curve.rate : curve.users;
        QCOMPARE(curve.seconds, 120.0);
        QCOMPARE(curve.boundaries, (QVector<double>{0, 60, 120}));
        const engine::Stage shape = services::engineStage(first);
        int looked = 0;
        for (const QPointF &point : points) {
            if (point.x() >= 60)
                break;
            QCOMPARE(point.y(), engine::targetAt(shape, int64_t(point.x() * 1e9)));
            ++looked;
        }
        QVERIFY(looked >= 250);
    }

    void onlyTwoModesEndByCountOrAreLedByHand()
    {
        for (int mode = 0; mode < 8; ++mode) {
            Stage given = stage(PressureMode(mode), 60);
            given.byCount = given.manual = true;
            given.count = 500;
            QCOMPARE(services::engineStage(given).byCount, mode < 2);
            QVERIFY(!services::engineStage(given).manual); // by count there is nothing to lead
            given.byCount = false;
            QCOMPARE(services::engineStage(given).manual, mode < 2);
        }
    }

    void theExpectedLoadIsWhatTheStagesAddUpTo()
    {
        Stage rate = stage(PressureMode::Tps, 100);
        rate.startTps = 0;
        const auto load = services::expectedLoad({rate}, 1.5);
        QCOMPARE(load.starts, 2000.0);
        QCOMPARE(load.peakRate, 20.0);
        QCOMPARE(load.usersNeeded, 30); // 20 a second × 1.5 s
        QCOMPARE(load.ceiling, 40);
        QCOMPARE(load.seconds, 100.0);

        const auto surge = services::expectedLoad({stage(PressureMode::SurgeTps, 60)}, 1);
        QCOMPARE(surge.starts, 2 * (4.0 * 20 + 36 * 10));
        QCOMPARE(surge.usersNeeded, 36);

        Stage counted = stage(PressureMode::Concurrency, 60);
        counted.byCount = true;
        counted.count = 700;
        const auto open = services::expectedLoad({counted}, 1);
        QVERIFY(open.openEnded);
        QCOMPARE(open.starts, 700.0);
        QCOMPARE(open.mostUsers, 40);
        QCOMPARE(open.ceiling, 0);
    }

    void aThousandStagesAreDrawn()
    {
        const auto curve = services::loadCurve(QVector<Stage>(1000, stage(PressureMode::Concurrency, 60)));
        QCOMPARE(curve.boundaries.size(), 1001);
        QCOMPARE(curve.seconds, 60'000.0);
    }

    void theGradientComesFirst()
    {
        domain::TestCase testCase;
        testCase.stages = {stage(PressureMode::Tps, 60)};
        services::putGradient(testCase, services::GradientSetting{10, 100, 25, 30, 0});
        const auto stages = services::stagesOf(testCase);
        QCOMPARE(stages.size(), 6);
        QVector<int> users;
        for (const Stage &each : stages.mid(0, 5))
            users << each.users;
        QCOMPARE(users, (QVector<int>{10, 35, 60, 85, 110}));
        QCOMPARE(stages.last(), testCase.stages.first());
    }
};

QTEST_GUILESS_MAIN(LoadCurveTest)
#include "tst_loadcurve.moc"
