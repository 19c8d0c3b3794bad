// The comparison on the screen is that of app/report/comparison, cell by cell.
#include "app/report/comparison.h"
#include "tests/support/samplerun.h"
#include "ui/report/comparepage.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/cells.h"
#include "ui/widgets/chartcard.h"
#include "ui/widgets/format.h"
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace ui;

namespace {

QVector<domain::RunRecord> two() { return {samplerun::run(60), samplerun::run(60, 1.6, 9)}; }

QAbstractItemModel *rowsOf(const ComparePage &page) { return page.findChild<QTreeView *>(u"compareTable"_s)->model(); }

QString textAt(const ComparePage &page, int row, int column) { return rowsOf(page)->index(row, column).data(CellRole).value<Cell>().s; }

} // namespace

class TestComparePage : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { theme::apply(false); }

    void everyCellIsWhatTheComparisonSays()
    {
        const report::Comparison comparison = report::compare(two());
        ComparePage page;
        page.setRuns(two());
        int row = 0, worse = 0;
        for (const report::ComparisonRow &expected : comparison.rows) {
            if (expected.metric != u"p95"_s)
                continue;
            QCOMPARE(textAt(page, row, 0), expected.name.isEmpty() ? expected.caseName : expected.name);
            QCOMPARE(textAt(page, row, 1), format::ms(*expected.values[0]));
            QCOMPARE(textAt(page, row, 2), format::ms(*expected.values[1]));
            QCOMPARE(textAt(page, row, 3), format::signedNumber(expected.changePercent[0], 1) + u" %"_s);
            const bool isWorse = expected.beyondNoise[0] && expected.directions[0] == report::Direction::Worse;
            const bool isBetter = expected.beyondNoise[0] && expected.directions[0] == report::Direction::Better;
            QCOMPARE(rowsOf(page)->index(row, 4).data(CellRole).value<Cell>().tone, isWorse ? Tone::Bad : isBetter ? Tone::Ok : Tone::Neutral);
            worse += isWorse;
            ++row;
        }
        QVERIFY(worse > 0);
        QCOMPARE(rowsOf(page)->rowCount(), row);
        QVERIFY(page.findChild<Pill *>(u"compareWorse"_s)->text().startsWith(QString::number(worse)));
    }

    void sharesDifferInPoints()
    {
        ComparePage page;
        page.setRuns(two());
        page.findChild<Segmented *>(u"compareMetric"_s)->at(4)->click();
        QVERIFY(textAt(page, 0, 3).endsWith(u" pp"_s));
    }

    void anotherFigureGetsItsOwnRows()
    {
        const report::Comparison comparison = report::compare(two());
        const auto first = std::ranges::find(comparison.rows, u"rps"_s, &report::ComparisonRow::metric);
        ComparePage page;
        page.setRuns(two());
        page.findChild<Segmented *>(u"compareMetric"_s)->at(3)->click();
        QCOMPARE(textAt(page, 0, 1), format::rate(*first->values[0]));
    }

    void curvesOfAllRunsLieOverEachOtherTheBaselineDashed()
    {
        ComparePage page;
        QVector<domain::RunRecord> runs = two();
        runs.append(samplerun::run(90, 1.1, 3));
        page.setRuns(runs);
        for (const QString &name : {u"compareTps"_s, u"compareP95"_s, u"compareFailed"_s}) {
            const ChartContent &content = page.findChild<ChartCard *>(name)->content();
            QCOMPARE(content.series.size(), 3);
            QVERIFY(content.series[0].dashed);
            QVERIFY(!content.series[1].dashed);
            QCOMPARE(content.x1, 90.0);
        }
        QCOMPARE(rowsOf(page)->columnCount(), 7);
    }

    void anotherRunCanBeTheBaseline()
    {
        ComparePage page;
        page.setRuns(two());
        const QString before = textAt(page, 0, 1), after = textAt(page, 0, 2);
        page.findChild<QToolButton *>(u"compareTurn"_s)->click();
        QCOMPARE(textAt(page, 0, 1), after);
        QCOMPARE(textAt(page, 0, 2), before);
    }

    void aClickOnAColumnSorts()
    {
        ComparePage page;
        page.setRuns(two());
        auto *header = page.findChild<QTreeView *>(u"compareTable"_s)->header();
        emit header->sectionClicked(2);
        QVector<double> values;
        for (int row = 0; row < rowsOf(page)->rowCount(); ++row)
            values.append(textAt(page, row, 2).remove(u',').toDouble());
        QVERIFY(std::ranges::is_sorted(values, std::greater<>()));
    }

    void oneRunAloneSaysWhatToDo()
    {
        ComparePage page;
        page.setRuns({samplerun::run(30)});
        QVERIFY(!page.findChild<QTreeView *>(u"compareTable"_s));
    }
};

QTEST_MAIN(TestComparePage)
#include "tst_comparepage.moc"
