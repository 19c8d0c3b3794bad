// The report page shows the figures of app/report/figures, and a legend entry hides its series.
#include "app/report/figures.h"
#include "tests/support/samplerun.h"
#include "ui/report/reportcharts.h"
#include "ui/report/reporterrors.h"
#include "ui/report/reportlog.h"
#include "ui/report/reportpage.h"
#include "ui/report/reporttree.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/cells.h"
#include "ui/widgets/chartcard.h"
#include "ui/widgets/format.h"
#include "ui/widgets/plotview.h"
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

    void theLogIsFilteredByCodeResultAndName()
    {
        const domain::RunRecord run = samplerun::whole();
        ReportPage page;
        page.setRun(run);
        auto *log = page.findChild<ReportLog *>();
        QCOMPARE(log->shownRows(), 3);
        const auto choose = [&](const QString &box, const QString &entry) {
            auto *combo = page.findChild<QComboBox *>(box);
            const int index = combo->findText(entry);
            QVERIFY2(index >= 0, qPrintable(entry));
            combo->setCurrentIndex(index);
            emit combo->activated(index);
        };
        auto *exchange = page.findChild<QPlainTextEdit *>(u"logExchange"_s);
        choose(u"logResult"_s, u"Failed"_s);
        QCOMPARE(log->shownRows(), 1);
        QCOMPARE(exchange->toPlainText(), u"POST /api/pay HTTP/1.1"_s);
        choose(u"logCode"_s, u"200"_s); // no failure has that code
        QCOMPARE(log->shownRows(), 0);
        QVERIFY(exchange->toPlainText().isEmpty());
        choose(u"logResult"_s, u"All results"_s);
        QCOMPARE(log->shownRows(), 2);
        choose(u"logName"_s, u"Catalogue"_s);
        QCOMPARE(log->shownRows(), 1);
        QVERIFY(exchange->toPlainText().contains(u"HTTP/1.1 200 OK"_s));
        choose(u"logCode"_s, u"All codes"_s);
        choose(u"logName"_s, u"All requests"_s);
        QCOMPARE(log->shownRows(), 3);
    }

    void theLogSortsByTimeOfAnswer()
    {
        ReportPage page;
        page.setRun(samplerun::whole());
        auto *table = page.findChild<QTreeView *>(u"logTable"_s);
        table->sortByColumn(4, Qt::DescendingOrder);
        QCOMPARE(table->model()->index(0, 4).data(Qt::EditRole).toLongLong(), 5'000'000'000);
        table->sortByColumn(0, Qt::AscendingOrder);
        QCOMPARE(table->model()->index(0, 1).data().toString(), u"Catalogue"_s);
    }

    void aRunWithoutALogSaysSo()
    {
        ReportPage page;
        page.setRun(samplerun::run(20));
        QCOMPARE(page.findChild<ReportLog *>()->shownRows(), 0);
        QVERIFY(!page.findChild<QComboBox *>(u"logCode"_s)->isVisibleTo(&page));
    }

    void aRunThatIsNowhereElseOffersToBeSaved()
    {
        ReportPage page;
        page.setRun(samplerun::whole());
        auto *offer = page.findChild<QWidget *>(u"reportUnsaved"_s);
        QVERIFY(offer->isHidden());
        page.setRun(samplerun::whole(), false);
        QVERIFY(!offer->isHidden());
        QTemporaryDir folder;
        QVERIFY(page.exportTo(folder.filePath(u"run.html"_s)));
        QVERIFY(!offer->isHidden()); // a page is not the run
        QVERIFY(page.exportTo(folder.filePath(u"run.json"_s)));
        QVERIFY(offer->isHidden());
    }

    void aPeakHasATableOfItsOwn()
    {
        domain::RunRecord run = samplerun::run(20);
        ReportPage page;
        page.setRun(run);
        QVERIFY(page.findChild<QWidget *>(u"reportPeak"_s)->isHidden());
        auto &record = run.cases[0];
        record.stages.resize(1);
        record.stages[0].mode = domain::PressureMode::SmartPeak;
        record.stages[0].stepDuration = 5;
        record.stageRecords = {{u"search"_s, domain::PressureMode::SmartPeak, 0, 20, 0, 0}};
        page.setRun(run);
        QVERIFY(!page.findChild<QWidget *>(u"reportPeak"_s)->isHidden());
        auto *model = page.findChild<QTreeView *>(u"peakTree"_s)->model();
        QCOMPARE(model->rowCount(), 4);
        int peaks = 0;
        for (int row = 0; row < model->rowCount(); ++row)
            peaks += model->index(row, 6).data(CellRole).value<Cell>().s.isEmpty() ? 0 : 1;
        QCOMPARE(peaks, 1);
    }

    void streamsHaveATableOfTheirOwn()
    {
        domain::RunRecord run = samplerun::whole();
        ReportPage page;
        page.setRun(run);
        QVERIFY(page.findChild<QWidget *>(u"reportStreams"_s)->isHidden());
        engine::StreamFigures stream;
        stream.plays = 4;
        stream.failed[size_t(engine::StreamFailure::HandShake)] = 1;
        stream.firstFrame = {3, 600'000'000, 100'000'000, 300'000'000};
        stream.stalls = 2;
        stream.receivedKeyFrames = {10, 50'000'000, 0, 20'000'000};
        run.cases[0].items[1].total.stream.add(stream);
        page.setRun(run);
        QVERIFY(!page.findChild<QWidget *>(u"reportStreams"_s)->isHidden());
        auto *model = page.findChild<QTreeView *>(u"streamTree"_s)->model();
        QCOMPARE(model->rowCount(), 1);
        const auto cell = [&](int column) { return model->index(0, column).data(CellRole).value<Cell>().s; };
        QCOMPARE(cell(0), u"Catalogue"_s);
        QCOMPARE(cell(1), u"4"_s);
        QCOMPARE(cell(2), u"75.00"_s);
        QCOMPARE(cell(3), u"200"_s);
        QCOMPARE(cell(4), u"2"_s);
        QCOMPARE(cell(7), u"20.0"_s);
    }

    void aWindowThatBrokeARuleIsABandOnTheChart()
    {
        domain::RunRecord run = samplerun::run(60);
        run.rules[0].events = {{0, 12, 300}, {0, 18, 310}, {0, 42, 290}};
        ReportPage page;
        page.setRun(run);
        const QVector<ChartBand> bands = page.findChild<ChartCard *>(u"chartTimes"_s)->content().bands;
        QVector<QPair<double, double>> washed;
        for (const ChartBand &band : bands)
            if (band.tint.isValid())
                washed.append({band.from, band.to});
        QCOMPARE(washed, (QVector<QPair<double, double>>{{6, 18}, {36, 42}}));
        QCOMPARE(bands.size(), run.cases[0].stageRecords.size() + 2);
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

    void theVerdictFitsTheSmallestWindow()
    {
        ReportPage page;
        page.setRun(samplerun::run(60));
        page.resize(1212, 634);
        page.show();
        const auto *banner = page.findChild<VerdictBanner *>(u"verdict"_s);
        for (const QLabel *label : banner->findChildren<QLabel *>()) {
            if (label->isVisible() && !label->text().isEmpty())
                QVERIFY2(label->width() >= label->sizeHint().width() && label->height() >= label->sizeHint().height(), qPrintable(label->text()));
        }
        int shown = 0;
        for (QWidget *part : banner->findChildren<QWidget *>()) {
            const auto *number = dynamic_cast<Number *>(part);
            if (!number || !number->isVisible())
                continue;
            ++shown;
            QVERIFY2(number->width() >= number->sizeHint().width(), qPrintable(number->value()));
        }
        QVERIFY(shown > 0);
    }

    void aRowOfTheTreeShowsItsOwnTimes()
    {
        const domain::RunRecord run = samplerun::run(60);
        ReportPage page;
        page.setRun(run);
        auto *card = page.findChild<ChartCard *>(u"chartTimes"_s);
        const auto ofPass = card->content().series;
        auto *tree = page.findChild<Tree *>(u"reportTree"_s);
        tree->setCurrentIndex(tree->model()->index(4, 0, tree->model()->index(0, 0)));
        const int item = report::figuresOf(run, 0).requests[3].item;
        const QVector<double> p95 = report::curvesOf(run.cases[0], item).p95;
        const auto &series = card->content().series;
        QVERIFY(series[2].points != ofPass[2].points);
        for (int i = 0; i < p95.size(); ++i)
            QVERIFY(p95[i] == 0 || series[2].points[i].y() == p95[i]);
    }

    void secondsWithoutAnswersLeaveAGap()
    {
        domain::RunRecord run = samplerun::run(60);
        for (domain::ItemRecord &item : run.cases[0].items)
            item.seconds[30] = {};
        ReportPage page;
        page.setRun(run);
        auto *card = page.findChild<ChartCard *>(u"chartTimes"_s);
        QVERIFY(std::isnan(card->content().series[1].points[30].y()));
        QCOMPARE(card->plot()->drawnPieces(u"p50"_s).size(), 2);
    }

    void throughputAndTimeOfASecondMakeOneDot()
    {
        const domain::RunRecord run = samplerun::run(60);
        const report::Curves curves = report::figuresOf(run, 0).curves;
        ReportPage page;
        page.setRun(run);
        const auto &dots = page.findChild<ChartCard *>(u"chartAgainst"_s)->content().series[0].points;
        QCOMPARE(dots.size(), std::count_if(curves.rps.cbegin(), curves.rps.cend(), [](double n) { return n > 0; }));
        QCOMPARE(dots.last(), QPointF(curves.rps.last(), curves.average.last()));
    }

    void sharesHaveNoAxisBeyondAHundred()
    {
        ReportPage page;
        page.setRun(samplerun::whole()); // nearly all within 50 ms
        auto *card = page.findChild<ChartCard *>(u"chartRanges"_s);
        QVERIFY(card->content().bars[0].height > 95);
        QCOMPARE(card->findChild<PlotView *>()->top(), 100.0);
    }

    void errorsStandByTheirSide()
    {
        domain::RunRecord run = samplerun::run(60);
        for (auto &item : run.cases[0].items)
            for (auto &second : item.seconds)
                second.sides = {};
        run.cases[0].items[2].seconds[10].sides = {3, 0, 2};
        ReportPage page;
        page.setRun(run);
        const auto &series = page.findChild<ChartCard *>(u"chartSides"_s)->content().series;
        QCOMPARE(series.size(), 2);
        QCOMPARE(series[0].key, u"server"_s);
        QCOMPARE(series[0].points[10].y(), 3.0);
        QCOMPARE(series[1].key, u"this_computer"_s);
    }

    void aColumnSortsTheRequestsOfACase()
    {
        ReportPage page;
        page.setRun(samplerun::run(60));
        auto *tree = page.findChild<ReportTree *>();
        tree->sortBy(7, Qt::DescendingOrder); // p95
        QVector<double> values;
        const QStandardItem *root = tree->model()->item(0);
        for (int row = 0; row < root->rowCount(); ++row)
            values.append(root->child(row, 7)->data(CellRole).value<Cell>().s.remove(u',').toDouble());
        QVERIFY(values.size() > 2);
        QVERIFY(std::ranges::is_sorted(values, std::greater<>()));
    }

    void aBrokenRuleStandsOutAmongTheMarks()
    {
        domain::RunRecord run = samplerun::run(60);
        run.cases[0].events = {{10, u"Deployed"_s}, {20, u"Browse: rule “p95 < 250” broke, p95 was 391 from second 12 to 18."_s}};
        ReportPage page;
        page.setRun(run);
        const auto &marks = page.findChild<ChartCard *>(u"chartTps"_s)->content().markers;
        QCOMPARE(marks.size(), 2);
        QVERIFY(marks[0].color != theme::tk().bad);
        QCOMPARE(marks[1].color, theme::tk().bad);
    }
};

QTEST_MAIN(TestReportPage)
#include "tst_reportpage.moc"
