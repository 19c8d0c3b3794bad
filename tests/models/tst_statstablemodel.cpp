#include "models/items/statstablemodel.h"
#include "tests/models/outline.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using items::StatsRow;
using items::StatsTableModel;
using Mode = QAbstractItemModelTester::FailureReportingMode;

class StatsTableModelTest : public QObject
{
    Q_OBJECT

    static StatsRow row(const QString &name, quint64 count)
    {
        StatsRow row;
        row.name = name;
        row.count = count;
        return row;
    }

private slots:
    void onlyRowsThatDifferAreReported()
    {
        StatsTableModel model;
        QAbstractItemModelTester tester(&model, Mode::QtTest);
        model.setRows({row(u"a"_s, 1), row(u"b"_s, 2)});
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged), reset(&model, &QAbstractItemModel::modelReset);
        model.setRows({row(u"a"_s, 1), row(u"b"_s, 3)});
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed[0][0].toModelIndex().row(), 1);
        model.setRows({row(u"a"_s, 5), row(u"b"_s, 3), row(u"c"_s, 4)});
        QCOMPARE(changed.size(), 2);
        QCOMPARE(outline(model), QStringList({u"a"_s, u"b"_s, u"c"_s}));
        model.setRows({row(u"c"_s, 4)});
        QCOMPARE(outline(model), QStringList{u"c"_s});
        model.setRows({});
        QCOMPARE(model.rowCount(), 0);
        QCOMPARE(reset.size(), 0);
    }

    void cellsAreRoundedAndSortByTheirNumber()
    {
        StatsTableModel model;
        StatsRow one = row(u"add"_s, 12);
        one.perSecond = 1234.56;
        one.averageMs = 3.14159;
        one.p50Ms = 31.4159;
        one.p95Ms = 314.159;
        one.p99Ms = 0;
        one.failedPercent = 0.126;
        model.setRows({one});
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        QCOMPARE(cells(model), QStringList{u"add | 12 | 1,235 | 3.14 | 31.4 | 314 | 0.00 | 0.13 %"_s});
        QCOMPARE(model.index(0, StatsTableModel::RateColumn).data(Qt::EditRole).toDouble(), 1234.56);
        QCOMPARE(model.index(0, StatsTableModel::CountColumn).data(Qt::EditRole).toULongLong(), 12u);
    }
};

QTEST_GUILESS_MAIN(StatsTableModelTest)
#include "tst_statstablemodel.moc"
