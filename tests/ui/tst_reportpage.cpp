// The report page shows the figures of app/report/figures, and a legend entry hides its series.
#include "app/report/figures.h"
#include "app/report/comparison.h"
#include "tests/support/samplerun.h"
#include "ui/report/comparepage.h"
#include "ui/report/reportcharts.h"
#include "ui/report/reporterrors.h"
#include "ui/report/reportpage.h"
#include "ui/report/reporttree.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/cells.h"
#include "ui/widgets/chartcard.h"
#include "ui/widgets/format.h"
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace ui;

class TestReportPage : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { theme::apply(false); }

    void tilesShowTheFiguresOfTheReport()
    {
        const domain::RunRecord run = samplerun::run(60);
        const report::ItemFigures figures = report::figuresOf(run, 0).performance;
        ReportPage page;
        page.setRun(run);
        const auto value = [&](const QString &name) { return page.findChild<Tile *>(name)->spec().value; };
        QCOMPARE(value(u"tileRequests"_s), format::number(figures.requests));
        QCOMPARE(value(u"tileP95"_s), format::ms(figures.times.tp95));
        QCOMPARE(value(u"tileP99"_s), format::ms(figures.times.tp99));
        QCOMPARE(value(u"tileSuccess"_s), format::percent(figures.rawSuccessRate));
        QCOMPARE(value(u"tileTransactions"_s), format::rate(figures.tranTps));
    }

    void theTreeHoldsEveryRequestWithItsCount()
    {
        const domain::RunRecord run = samplerun::run(60);
        const report::CaseFigures figures = report::figuresOf(run, 0);
        ReportPage page;
        page.setRun(run);
        const QStandardItemModel *model = page.findChild<ReportTree *>()->model();
        QCOMPARE(model->rowCount(), 1);
        const QStandardItem *root = model->item(0);
        QCOMPARE(root->rowCount(), figures.transactions.size() + figures.requests.size());
        const auto cellOf = [](const QStandardItem *item) { return item->data(CellRole).value<Cell>().s; };
        for (int i = 0; i < figures.requests.size(); ++i) {
            const int row = int(figures.transactions.size()) + i;
            QCOMPARE(cellOf(root->child(row, 0)), figures.requests[i].name);
            QCOMPARE(cellOf(root->child(row, 1)), format::number(figures.requests[i].requests));
        }
    }

    void errorsStandWithTheMostFrequentFirstAndItsSample()
    {
        const domain::RunRecord run = samplerun::run(240);
        ReportPage page;
        page.setRun(run);
        const QStandardItemModel *model = page.findChild<ReportErrors *>()->model();
        QCOMPARE(model->rowCount(), run.cases[0].errors.size());
        QVERIFY(page.findChild<QPlainTextEdit *>(u"errorSample"_s)->toPlainText().contains(u"503 Service Unavailable"_s));
    }

    void aClickOnTheLegendHidesTheSeriesAndAnotherShowsIt()
    {
        ReportPage page;
        page.setRun(samplerun::run(60));
        auto *card = page.findChild<ChartCard *>(u"chartTimes"_s);
        auto *entry = page.findChild<QAbstractButton *>(u"chartTimes-p99"_s);
        QVERIFY(entry);
        const double before = card->top();
        entry->click();
        QVERIFY(card->isSeriesHidden(u"p99"_s));
        QVERIFY(card->top() <= before);
        entry->click();
        QVERIFY(!card->isSeriesHidden(u"p99"_s));
        QCOMPARE(card->top(), before);
    }

    void hiddenSeriesStayHiddenWhenTheContentChanges()
    {
        ReportPage page;
        page.setRun(samplerun::run(60));
        auto *card = page.findChild<ChartCard *>(u"chartCodes"_s);
        card->setSeriesHidden(u"2xx"_s, true);
        page.setRun(samplerun::run(90));
        QVERIFY(card->isSeriesHidden(u"2xx"_s));
    }

    void anHourOfAHundredRequestsIsThinnedTo600Points()
    {
        domain::RunRecord run;
        run.cases.resize(1);
        run.cases[0].items.append(samplerun::pass());
        domain::ItemPoint second;
        second.requests = second.successes = 3;
        second.p95 = 40'000'000;
        run.cases[0].items[0].seconds.fill(second, 3600);
        for (int i = 0; i < 100; ++i) {
            domain::ItemRecord item;
            item.name = u"Request %1"_s.arg(i);
            item.seconds.fill(second, 3600);
            for (int k = 0; k < 50; ++k)
                item.total.times.record(40'000'000 + k * 10'000);
            item.total.requests = item.total.successes = 50;
            run.cases[0].items.append(item);
        }
        run.cases[0].seconds.resize(3600);
        ReportPage page;
        page.setRun(run);
        for (const ChartCard *card : page.findChildren<ChartCard *>()) {
            for (const ChartSeries &series : card->content().series)
                QVERIFY2(series.points.size() <= 600, qPrintable(card->objectName() + u' ' + series.key));
        }
        QCOMPARE(page.findChild<ReportTree *>()->model()->item(0)->rowCount(), 100);
    }

    void anExportThatFailsSaysSoOnThePage()
    {
        ReportPage page;
        page.setRun(samplerun::run(30));
        const auto done = page.exportTo(u"/nowhere/at/all/report.html"_s);
        QVERIFY(!done);
        QCOMPARE(page.findChild<QLabel *>(u"reportFailure"_s)->text(), done.error().message);
    }

    void nothingIsWiderThanTheSmallestWindow()
    {
        ReportPage page;
        page.setRun(samplerun::run(60));
        page.resize(1212, 634);
        page.show();
        const auto *scroll = page.findChild<QScrollArea *>(u"reportScroll"_s);
        QVERIFY(scroll->widget()->width() <= scroll->viewport()->width());
    }

    void anotherFigureOfTheComparisonGetsItsOwnRows()
    {
        ComparePage page;
        page.setRuns({samplerun::run(60), samplerun::run(60, 1.6, 9)});
        auto *metric = page.findChild<Segmented *>(u"compareMetric"_s);
        metric->at(3)->click();
        const auto *table = page.findChild<QTreeView *>(u"compareTable"_s);
        QCOMPARE(metric->current(), 3);
        QVERIFY(table && table->model()->rowCount() > 0);
    }

    void comparingShowsWhatReportCompareSays()
    {
        const QVector<domain::RunRecord> runs{samplerun::run(60), samplerun::run(60, 1.6, 9)};
        const report::Comparison comparison = report::compare(runs);
        const auto rows = std::count_if(comparison.rows.cbegin(), comparison.rows.cend(), [](const auto &row) { return row.metric == u"p95"_s; });
        ComparePage page;
        page.setRuns(runs);
        const auto *table = page.findChild<QTreeView *>(u"compareTable"_s);
        QVERIFY(table);
        QVERIFY(rows > 0);
        QCOMPARE(table->model()->rowCount(), int(rows));
        QCOMPARE(page.findChild<ChartCard *>(u"compareP95"_s)->content().series.size(), 2);
    }
};

QTEST_MAIN(TestReportPage)
#include "tst_reportpage.moc"
