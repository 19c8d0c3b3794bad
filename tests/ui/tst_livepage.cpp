// The live page shows the state it is given, and its curves rise as a run grows.
#include "tests/support/samplerun.h"
#include "ui/run/livecards.h"
#include "ui/run/livepage.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/cells.h"
#include "ui/widgets/chartcard.h"
#include "ui/widgets/format.h"
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace ui;

class TestLivePage : public QObject
{
    Q_OBJECT

    static domain::RunRecord running(int seconds)
    {
        domain::RunRecord run = samplerun::run(seconds);
        run.status = domain::RunStatus::Running;
        run.ended = {};
        return run;
    }

    /// Under way in a stage of starts a second that is pressed by hand.
    static domain::RunRecord byHand()
    {
        domain::RunRecord run = running(20);
        domain::CaseRecord &record = run.cases[0];
        record.stages.resize(1);
        record.stages[0].manual = true;
        record.stages[0].seconds = 3600;
        record.stageRecords.resize(1);
        record.stageRecords[0].end = record.stageRecords[0].start; // not over
        return run;
    }

private slots:
    void initTestCase() { theme::apply(false); }

    void withoutARunThePageSaysWhatToDo()
    {
        LivePage page;
        page.show();
        QSignalSpy asked(&page, &LivePage::runRequested);
        auto *start = page.findChild<QPushButton *>(u"liveStart"_s);
        QVERIFY(start->isVisible());
        start->click();
        QCOMPARE(asked.size(), 1);
    }

    void tilesShowTheTotalsOfTheRun()
    {
        const domain::RunRecord run = running(60);
        services::LiveStats stats;
        stats.append(run);
        LivePage page;
        page.showRun(run, stats, 60);
        QCOMPARE(page.findChild<Tile *>(u"liveRequests"_s)->spec().value, format::rate(stats.totals().rps));
        QCOMPARE(page.findChild<Tile *>(u"liveUsers"_s)->spec().value, format::number(quint64(stats.totals().users)));
    }

    void curvesRiseAsTheRunGrows()
    {
        LivePage page;
        services::LiveStats stats;
        domain::RunRecord run = running(20);
        stats.append(run);
        page.showRun(run, stats, 20);
        auto *card = page.findChild<ChartCard *>(u"liveChartTps"_s);
        const auto before = card->content().series.last().points.size();
        QCOMPARE(before, 20);
        domain::RunRecord longer = running(40);
        stats.append(longer);
        page.showRun(longer, stats, 40);
        QCOMPARE(card->content().series.last().points.size(), 40);
    }

    void theSlowestRequestStandsFirst()
    {
        const domain::RunRecord run = running(240);
        services::LiveStats stats;
        stats.append(run);
        LivePage page;
        page.showRun(run, stats, 240);
        const QStandardItemModel *model = page.findChild<RequestsCard *>()->model();
        QCOMPARE(model->rowCount(), 4);
        QCOMPARE(model->item(0)->data(CellRole).value<Cell>().s, u"支付订单 Pay"_s);
    }

    void errorsStandUnderTheirSide()
    {
        const domain::RunRecord run = running(240);
        services::LiveStats stats;
        stats.append(run);
        LivePage page;
        page.showRun(run, stats, 240);
        const QStandardItemModel *model = page.findChild<ErrorsCard *>()->model();
        QCOMPARE(model->rowCount(), 2 + int(run.cases[0].errors.size())); // a row a side that failed
        QVERIFY(model->item(1)->data(CellRole).value<Cell>().s.contains(u"503"_s));
        QVERIFY(!page.findChild<ErrorsCard *>()->isEmpty());
    }

    void withoutErrorsTheCardSaysSo()
    {
        domain::RunRecord run = running(30);
        run.cases[0].errors.clear();
        services::LiveStats stats;
        stats.append(run);
        LivePage page;
        page.showRun(run, stats, 30);
        QVERIFY(page.findChild<ErrorsCard *>()->isEmpty());
    }

    void onlyStagesPressedByHandCanBeChanged()
    {
        domain::RunRecord run = byHand();
        run.cases[0].stages[0].manual = false;
        services::LiveStats stats;
        stats.append(run);
        LivePage page;
        page.showRun(run, stats, 5);
        QVERIFY(!page.findChild<QPushButton *>(u"loadApply"_s)->isEnabled());
        const QString why = page.findChild<QLabel *>(u"loadNote"_s)->text();
        QVERIFY(why.contains(u"manual"_s));
        page.showRun(byHand(), stats, 5);
        QVERIFY(page.findChild<QPushButton *>(u"loadApply"_s)->isEnabled());
        QVERIFY(page.findChild<QLabel *>(u"loadNote"_s)->text() != why);
    }

    void theControlSendsWhatWasTyped()
    {
        LoadCard card;
        card.retranslate();
        card.show(byHand(), true);
        static_cast<QWidget &>(card).show();
        QSignalSpy users(&card, &LoadCard::usersApplied), rates(&card, &LoadCard::rateApplied);
        auto *value = card.findChild<QSpinBox *>(u"loadValue"_s);
        const auto type = [&](const QString &text) {
            value->selectAll();
            QTest::keyClicks(value, text);
            card.findChild<QPushButton *>(u"loadApply"_s)->click();
        };
        type(u"37"_s); // the stage is given in starts a second, so that is what is changed
        QCOMPARE(rates.size(), 1);
        QCOMPARE(rates[0][0].toInt(), 0);
        QCOMPARE(rates[0][1].toDouble(), 37.0);
        card.findChild<Segmented *>(u"loadKind"_s)->at(1)->click();
        type(u"12"_s);
        QCOMPARE(users.size(), 1);
        QCOMPARE(users[0][1].toInt(), 12);
    }

    void newFiguresDoNotOverwriteWhatIsBeingTyped()
    {
        LoadCard card;
        domain::RunRecord run = byHand();
        card.show(run, true);
        auto *value = card.findChild<QSpinBox *>(u"loadValue"_s);
        value->setValue(99);
        run.cases[0].seconds.last().target += 5;
        card.show(run, true);
        QCOMPARE(value->value(), 99);
    }

    void aRateCannotBeSetWhereTheStageIsGivenInUsers()
    {
        LoadCard card;
        domain::RunRecord run = byHand();
        run.cases[0].stages[0].mode = domain::PressureMode::Concurrency;
        card.show(run, true);
        QVERIFY(!card.findChild<Segmented *>(u"loadKind"_s)->at(0)->isEnabled());
        QSignalSpy users(&card, &LoadCard::usersApplied);
        card.findChild<QPushButton *>(u"loadStep5"_s)->click();
        card.findChild<QPushButton *>(u"loadApply"_s)->click();
        QCOMPARE(users.size(), 1);
        QCOMPARE(users[0][1].toInt(), run.cases[0].seconds.last().users + 5);
    }

    void aClickOnAColumnSortsTheRequests()
    {
        const domain::RunRecord run = running(120);
        services::LiveStats stats;
        stats.append(run);
        LivePage page;
        page.showRun(run, stats, 120);
        auto *card = page.findChild<RequestsCard *>();
        const auto counts = [&] {
            QVector<double> values;
            for (int row = 0; row < card->model()->rowCount(); ++row)
                values.append(card->model()->item(row, RequestsCard::CountColumn)->data(CellRole).value<Cell>().s.remove(u',').toDouble());
            return values;
        };
        auto *header = page.findChild<Tree *>(u"liveRequestTable"_s)->header();
        emit header->sectionClicked(RequestsCard::CountColumn);
        QVERIFY(std::is_sorted(counts().rbegin(), counts().rend()) || std::ranges::is_sorted(counts(), std::greater<>()));
        emit header->sectionClicked(RequestsCard::CountColumn);
        QVERIFY(std::ranges::is_sorted(counts()));
        page.showRun(run, stats, 121); // and it stays so
        QCOMPARE(card->sortColumn(), int(RequestsCard::CountColumn));
    }

    void theChosenRequestStaysChosenWhereverItMoves()
    {
        const domain::RunRecord run = running(120);
        RequestsCard card;
        card.show(run);
        auto *tree = card.findChild<Tree *>(u"liveRequestTable"_s);
        tree->setCurrentIndex(card.model()->index(0, 0));
        const QString name = card.model()->item(0)->data(CellRole).value<Cell>().s;
        card.sortBy(RequestsCard::FirstPercentile + 2, Qt::AscendingOrder);
        QVERIFY(tree->currentIndex().row() > 0);
        QCOMPARE(card.model()->item(tree->currentIndex().row())->data(CellRole).value<Cell>().s, name);
    }

    void thePickedPercentileIsThatOfTileChartAndTable()
    {
        const domain::RunRecord run = running(60);
        services::LiveStats stats;
        stats.append(run);
        LivePage page;
        page.findChild<Segmented *>(u"livePercentile"_s)->at(1)->click();
        page.showRun(run, stats, 60);
        QCOMPARE(page.findChild<Tile *>(u"liveP95"_s)->spec().value, format::ms(stats.points().last().p90));
        const auto &series = page.findChild<ChartCard *>(u"liveChartTimes"_s)->content().series;
        QCOMPARE(series.size(), 3);
        QCOMPARE(series[1].key, u"p90"_s);
        QCOMPARE(page.findChild<RequestsCard *>()->sortColumn(), int(RequestsCard::FirstPercentile) + 1);
    }

    void whatHappenedStandsOnEveryChart()
    {
        domain::RunRecord run = running(60);
        run.cases[0].events = {{12, u"Cache cleared"_s}};
        services::LiveStats stats;
        stats.append(run);
        LivePage page;
        page.showRun(run, stats, 60);
        for (const QString &name : {u"liveChartTps"_s, u"liveChartTimes"_s, u"liveChartCodes"_s, u"liveChartUsers"_s}) {
            const auto &marks = page.findChild<ChartCard *>(name)->content().markers;
            QCOMPARE(marks.size(), 1);
            QCOMPARE(marks[0].label, u"Cache cleared"_s);
            QCOMPARE(marks[0].x, 12.0);
        }
    }

    void theWarmUpIsABandOnEveryChart()
    {
        domain::RunRecord run = running(60);
        run.cases[0].warmUp = 15;
        run.cases[0].startOffset = 2;
        services::LiveStats stats;
        stats.append(run);
        LivePage page;
        page.showRun(run, stats, 60);
        for (const QString &name : {u"liveChartTps"_s, u"liveChartTimes"_s, u"liveChartCodes"_s, u"liveChartUsers"_s}) {
            const auto &bands = page.findChild<ChartCard *>(name)->content().bands;
            QCOMPARE(std::count_if(bands.begin(), bands.end(), [](const ChartBand &band) {
                         return band.tint.isValid() && band.from == 2 && band.to == 17;
                     }), 1);
        }
    }

    void theHealthOfThisComputerIsMetered()
    {
        domain::RunRecord run = running(30);
        run.descriptorLimit = 1000;
        run.portLimit = 28000;
        run.health.last() = {61, 950, 60'000, 800'000, 2'500'000, 14'000, {61, 20}};
        services::LiveStats stats;
        stats.append(run);
        LivePage page;
        page.showRun(run, stats, 30);
        QVERIFY(page.findChild<QWidget *>(u"healthCpu"_s)->toolTip().contains(u"61 %, 20 %"_s));
        QVERIFY(page.findChild<QWidget *>(u"healthDescriptors"_s)->toolTip().contains(u"1,000"_s));
        QVERIFY(page.findChild<QWidget *>(u"healthPorts"_s)->toolTip().contains(u"28,000"_s));
        QVERIFY(page.findChild<QWidget *>(u"healthLag"_s));
    }

    void anEndedRunOffersItsReport()
    {
        const domain::RunRecord run = samplerun::run(30);
        services::LiveStats stats;
        stats.append(run);
        LivePage page;
        page.showRun(run, stats, 30);
        page.show();
        QVERIFY(page.findChild<QPushButton *>(u"liveReport"_s)->isVisible());
        QVERIFY(!page.findChild<QPushButton *>(u"liveStop"_s)->isVisible());
    }
};

QTEST_MAIN(TestLivePage)
#include "tst_livepage.moc"
