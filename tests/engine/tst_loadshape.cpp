// Each pressure mode against points computed by hand from semantics.md 1.2.
#include "engine/load/loadshape.h"

#include <QTest>
#include <cmath>

using namespace engine;

static constexpr int64_t s = 1'000'000'000;

class LoadShapeTest : public QObject
{
    Q_OBJECT

    static Stage wave(PressureMode mode)
    {
        Stage stage;
        stage.mode = mode;
        stage.duration = 60 * s;
        stage.loops = 3;
        stage.minimum = 10;
        stage.maximum = 100;
        stage.maxDuration = 5 * s;
        stage.users = 50;
        return stage;
    }

private slots:
    void concurrencyRampsFromItsStartToItsUsers()
    {
        Stage stage{.name = {}, .duration = 60 * s, .users = 100, .startUsers = 20, .rampUp = 40 * s};
        QCOMPARE(usersAt(stage, 0), 20);
        QCOMPARE(usersAt(stage, 10 * s), 40);
        QCOMPARE(usersAt(stage, 40 * s), 100);
        QCOMPARE(usersAt(stage, 99 * s), 100);
    }

    void equalStartAndUsersGiveAFlatLine()
    {
        Stage stage{.name = {}, .duration = 60 * s, .users = 10, .startUsers = 10, .rampUp = 30 * s};
        QCOMPARE(usersAt(stage, 0), 10);
        QCOMPARE(usersAt(stage, 15 * s), 10);
    }

    void manualStartsAtItsCurrentUsers()
    {
        Stage stage{.name = {}, .manual = true, .duration = 60 * s, .users = 100, .startUsers = 20, .rampUp = 40 * s};
        QCOMPARE(usersAt(stage, 30 * s), 20);
    }

    void surgeRunsLowFirstThenHigh()
    {
        const Stage stage = wave(PressureMode::SurgeUsers); // periods of 20 s, 5 s at the top
        QCOMPARE(usersAt(stage, 0), 10);
        QCOMPARE(usersAt(stage, 15 * s - 1), 10);
        QCOMPARE(usersAt(stage, 15 * s), 100);
        QCOMPARE(usersAt(stage, 20 * s), 10);
        QCOMPARE(usersAt(stage, 59 * s), 100);
    }

    void oscillationIsACosine()
    {
        const Stage stage = wave(PressureMode::OscillationUsers);
        QCOMPARE(usersAt(stage, 0), 10);
        QCOMPARE(usersAt(stage, 5 * s), 55);
        QCOMPARE(usersAt(stage, 10 * s), 100);
        QCOMPARE(usersAt(stage, 20 * s), 10);
    }

    void peakRampsThenHolds()
    {
        Stage stage{.name = {}, .mode = PressureMode::Peak, .duration = 100 * s, .users = 200, .startUsers = 100, .rampUp = 50 * s};
        QCOMPARE(usersAt(stage, 25 * s), 150);
        QCOMPARE(usersAt(stage, 80 * s), 200);
    }

    void smartPeakStepsAndKnowsItsLength()
    {
        Stage stage;
        stage.mode = PressureMode::SmartPeak;
        stage.minimum = 10;
        stage.maximum = 35;
        stage.stepSize = 10;
        stage.stepDuration = 30 * s;
        QCOMPARE(lengthOf(stage), 4 * 30 * s); // (ceil(25/10) + 1) steps
        QCOMPARE(usersAt(stage, 29 * s), 10);
        QCOMPARE(usersAt(stage, 30 * s), 20);
        QCOMPARE(usersAt(stage, 90 * s), 35);
    }

    void constantStartsLieOnWholePeriods()
    {
        Stage stage{.name = {}, .mode = PressureMode::Tps, .duration = 10 * s, .rate = 666};
        QCOMPARE(startTime(stage, 0), int64_t(0));
        QCOMPARE(startTime(stage, 1), int64_t(1'501'502)); // 1e9 / 666, rounded
        QCOMPARE(startTime(stage, 666), s);
        QCOMPARE(startTime(stage, 6659), int64_t(std::llround(6659e9 / 666)));
        QCOMPARE(startTime(stage, 6660), int64_t(-1));
    }

    void countedStartsGoOnSoThatADroppedOneIsMadeUp()
    {
        Stage stage{.name = {}, .mode = PressureMode::Tps, .byCount = true, .count = 3, .rate = 2};
        QCOMPARE(startTime(stage, 2), s);
        QCOMPARE(startTime(stage, 3), s + s / 2);
    }

    void theRampOfARateIntegratesToItsStarts()
    {
        Stage stage{.name = {}, .mode = PressureMode::Tps, .duration = 10 * s, .rate = 100, .startRate = 50, .rampUp = 10 * s};
        QCOMPARE(startsUntil(stage, 10 * s), 750.0);
        const int64_t at = startTime(stage, 375);
        QVERIFY(std::abs(startsUntil(stage, at) - 375) < 1e-6);
        QCOMPARE(startTime(stage, 750), int64_t(-1));
    }

    void surgeAndOscillationStartsMatchTheirIntegral()
    {
        QCOMPARE(startsUntil(wave(PressureMode::SurgeTps), 20 * s), 10.0 * 15 + 100 * 5);
        QCOMPARE(startsUntil(wave(PressureMode::SurgeTps), 60 * s), 3 * (10.0 * 15 + 100 * 5));
        QVERIFY(std::abs(startsUntil(wave(PressureMode::OscillationTps), 60 * s) - 55.0 * 60) < 1e-6);
        for (const PressureMode mode : {PressureMode::SurgeTps, PressureMode::OscillationTps}) {
            const Stage stage = wave(mode);
            int64_t before = -1;
            uint64_t index = 0;
            for (int64_t at = 0; (at = startTime(stage, index)) >= 0; ++index) {
                QVERIFY(at >= before);
                before = at;
            }
            QVERIFY(std::abs(double(index) - startsUntil(stage, 60 * s)) <= 1);
        }
    }
};

QTEST_GUILESS_MAIN(LoadShapeTest)
#include "tst_loadshape.moc"
