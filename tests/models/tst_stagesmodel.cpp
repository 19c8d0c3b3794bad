#include "models/items/stagesmodel.h"
#include "tests/models/outline.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Qt::StringLiterals;
using domain::PressureMode;
using domain::Stage;
using items::StagesModel;
using Mode = QAbstractItemModelTester::FailureReportingMode;

class StagesModelTest : public QObject
{
    Q_OBJECT

    static Stage stage(const QString &name, PressureMode mode = PressureMode::Concurrency)
    {
        Stage stage;
        stage.name = name;
        stage.mode = mode;
        return stage;
    }

private slots:
    void loadIsReadFromTheMemberOfTheMode_data()
    {
        QTest::addColumn<PressureMode>("mode");
        QTest::addColumn<QString>("shown");
        QTest::newRow("concurrency") << PressureMode::Concurrency << u"11 users"_s;
        QTest::newRow("tps") << PressureMode::Tps << u"22.50 a second"_s;
        QTest::newRow("peak") << PressureMode::Peak << u"11 users"_s;
        QTest::newRow("surge users") << PressureMode::SurgeUsers << u"1 peaks of 0 s, 0 to 33 users"_s;
        QTest::newRow("surge tps") << PressureMode::SurgeTps << u"1 peaks of 0 s, 0 to 33 a second"_s;
        QTest::newRow("oscillation users") << PressureMode::OscillationUsers << u"1 waves, 0 to 33 users"_s;
        QTest::newRow("oscillation tps") << PressureMode::OscillationTps << u"1 waves, 0 to 33 a second"_s;
        QTest::newRow("smart peak") << PressureMode::SmartPeak << u"0 users, +0 each 00:00, up to 33"_s;
    }

    void loadIsReadFromTheMemberOfTheMode()
    {
        QFETCH(PressureMode, mode);
        QFETCH(QString, shown);
        SampleProject sample;
        Stage one = stage(u"s"_s, mode);
        one.users = 11;
        one.tps = 22.5;
        one.maximum = 33;
        StagesModel model(sample.document);
        model.setCase(sample.cart);
        model.addStage(one);
        const QModelIndex load = model.index(0, StagesModel::LoadColumn);
        QCOMPARE(load.data().toString(), shown);
        QVERIFY(model.setData(load, 44));
        QCOMPARE(load.data(Qt::EditRole).toInt(), 44);
        QVERIFY(!model.setData(load, 0));
        QVERIFY(!model.setData(load, -1));
        QVERIFY(!model.setData(load, u"many"_s));
    }

    void stagesAreAddedMovedAndDeletedByCommands()
    {
        SampleProject sample;
        StagesModel model(sample.document);
        QAbstractItemModelTester tester(&model, Mode::QtTest);
        model.setCase(sample.cart);
        for (const QString &name : {u"a"_s, u"b"_s, u"c"_s})
            model.addStage(stage(name));
        model.moveStage(0, 2);
        QCOMPARE(outline(model), QStringList({u"b"_s, u"c"_s, u"a"_s}));
        QVERIFY(model.removeRows(1, 1));
        QVERIFY(!model.removeRows(1, 2));
        QCOMPARE(outline(model), QStringList({u"b"_s, u"a"_s}));
        QCOMPARE(sample.document.undoStack().count(), 5);
        while (sample.document.undoStack().canUndo())
            sample.document.undoStack().undo();
        QCOMPARE(outline(model), QStringList());
        while (sample.document.undoStack().canRedo())
            sample.document.undoStack().redo();
        QCOMPARE(outline(model), QStringList({u"b"_s, u"a"_s}));
    }

    void cellsShowWhatTheStageDoes()
    {
        SampleProject sample;
        StagesModel model(sample.document);
        QAbstractItemModelTester tester(&model, Mode::QtTest);
        model.setCase(sample.cart);
        model.addStage(stage({}));
        QCOMPARE(cells(model), QStringList{u"Stage 1 | Concurrency | 10 users | 00:00 | 01:00"_s});
        QVERIFY(model.setData(model.index(0, StagesModel::LengthColumn), 90));
        QVERIFY(model.setData(model.index(0, 0), true, StagesModel::ByCountRole));
        QVERIFY(model.setData(model.index(0, StagesModel::LengthColumn), 500));
        QCOMPARE(cells(model), QStringList{u"Stage 1 | Concurrency | 10 users | 00:00 | 500 passes"_s});
        QVERIFY(model.setData(model.index(0, StagesModel::ModeColumn), int(PressureMode::Peak)));
        QCOMPARE(cells(model), QStringList{u"Stage 1 | Peak | 10 users | 00:00 | 01:30"_s});
        QVERIFY(!model.setData(model.index(0, 0), true, StagesModel::ByCountRole));
        QVERIFY(!model.setData(model.index(0, StagesModel::ModeColumn), 8));
    }

    void aLengthMayBeTypedAsATime()
    {
        SampleProject sample;
        StagesModel model(sample.document);
        model.setCase(sample.cart);
        model.addStage(stage(u"a"_s));
        model.addStage(stage(u"b"_s));
        QVERIFY(model.setData(model.index(0, StagesModel::LengthColumn), u"1:02:03"_s));
        QCOMPARE(sample.document.testCase(sample.cart)->stages[0].seconds, 3723);
        QCOMPARE(model.index(1, StagesModel::BeginsColumn).data().toString(), u"1:02:03"_s);
        QVERIFY(!model.setData(model.index(0, StagesModel::LengthColumn), u"1:2"_s));
        QVERIFY(!model.setData(model.index(0, StagesModel::BeginsColumn), 5));
    }

    void aRemovedCaseLeavesItEmpty()
    {
        SampleProject sample;
        StagesModel model(sample.document);
        model.setCase(sample.cart);
        model.addStage(stage(u"a"_s));
        QAbstractItemModelTester tester(&model, Mode::QtTest);
        sample.document.remove(sample.api);
        QCOMPARE(model.rowCount(), 0);
    }
};

QTEST_GUILESS_MAIN(StagesModelTest)
#include "tst_stagesmodel.moc"
