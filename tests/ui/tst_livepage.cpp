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
        QCOMPARE(model->rowCount(), 3 + int(run.cases[0].errors.size()));
        QVERIFY(model->item(1)->data(CellRole).value<Cell>().s.contains(u"503"_s));
    }

    void onlyStagesPressedByHandCanBeChanged()
    {
        domain::RunRecord run = running(60);
        services::LiveStats stats;
        stats.append(run);
        LivePage page;
        page.showRun(run, stats, 5);
        QVERIFY(!page.findChild<QPushButton *>(u"loadApply"_s)->isEnabled());
        for (domain::Stage &stage : run.cases[0].stages) {
            stage.manual = true;
            stage.seconds = 3600;
        }
        page.showRun(run, stats, 5);
        QVERIFY(page.findChild<QPushButton *>(u"loadApply"_s)->isEnabled());
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
