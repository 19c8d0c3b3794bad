#include "models/items/runhistorymodel.h"
#include "tests/models/outline.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using items::RunHistoryModel;
using items::RunSummary;
using Mode = QAbstractItemModelTester::FailureReportingMode;

class RunHistoryModelTest : public QObject
{
    Q_OBJECT

    static RunSummary run(int id)
    {
        RunSummary run;
        run.id = {id};
        run.taskName = u"run %1"_s.arg(id);
        run.status = domain::RunStatus::Finished;
        return run;
    }

private slots:
    void aRefreshKeepsTheSelection()
    {
        RunHistoryModel model;
        QAbstractItemModelTester tester(&model, Mode::QtTest);
        model.setRuns({run(3), run(2), run(1)});
        const QPersistentModelIndex two = model.indexOf({2});
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        RunSummary later = run(3);
        later.requests = 9;
        model.setRuns({run(4), later, run(2)});
        QCOMPARE(outline(model), QStringList({u"run 4"_s, u"run 3"_s, u"run 2"_s}));
        QCOMPARE(changed.size(), 1);
        QCOMPARE(model.runAt(two), domain::RunId{2});
        model.setRuns({run(2), run(4), run(3)});
        QCOMPARE(outline(model), QStringList({u"run 2"_s, u"run 4"_s, u"run 3"_s}));
        QCOMPARE(model.runAt(two), domain::RunId{2});
        model.setRuns({});
        QCOMPARE(model.rowCount(), 0);
        QVERIFY(!two.isValid());
    }

    void cellsSayWhatHappened()
    {
        QLocale::setDefault(QLocale::c());
        RunHistoryModel model;
        RunSummary one = run(1);
        one.started = QDateTime(QDate(2024, 5, 6), QTime(7, 8, 9), Qt::UTC);
        one.durationSeconds = 3725;
        one.requests = 1234567;
        one.successPercent = 99.987;
        one.p95Ms = 4.5;
        one.tps = 12.34;
        RunSummary two = run(2);
        two.durationSeconds = 65;
        two.status = domain::RunStatus::Aborted;
        model.setRuns({one, two});
        const QString started = QLocale::c().toString(one.started.toLocalTime(), QLocale::ShortFormat);
        QCOMPARE(cells(model), QStringList({u"run 1 | %1 | 1:02:05 | Finished | 1234567 | 99.99 % | 4.50 ms | 12.3"_s.arg(started),
                                            u"run 2 |  | 01:05 | Aborted | 0 | 0.00 % | 0.00 ms | 0.0"_s}));
        QCOMPARE(model.index(0, RunHistoryModel::DurationColumn).data(Qt::EditRole).toDouble(), 3725.0);
    }
};

QTEST_GUILESS_MAIN(RunHistoryModelTest)
#include "tst_runhistorymodel.moc"
