// The live page on a real run: what it draws, and what its controls do to the run.
#include "app/services/demoservice.h"
#include "app/services/runservice.h"
#include "ui/run/livecards.h"
#include "ui/run/livepage.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/chartcard.h"
#include "ui/widgets/plotview.h"
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace ui;

class TestLiveRun : public QObject
{
    Q_OBJECT

    services::DemoService m_demo;
    std::unique_ptr<services::RunService> m_runs;
    services::RunSession *m_session = nullptr;

    const domain::CaseRecord &record() const { return m_session->record().cases.first(); }

private slots:
    void initTestCase()
    {
        theme::apply(false);
        QVERIFY(m_demo.start());
    }

    void init()
    {
        domain::Stage stage;
        stage.seconds = 60;
        stage.users = 3;
        stage.manual = true;
        domain::TestCase testCase;
        testCase.id = {1};
        testCase.name = u"Shop"_s;
        testCase.steps = {domain::newRequest(u"Home"_s, u"GET"_s, m_demo.url() + u"/delay/20"_s)};
        testCase.stages = {stage};
        services::RunRequest request;
        request.project.name = u"Shop"_s;
        request.project.cases = {testCase};
        request.cases = {{1}};
        request.threads = 1;
        m_runs = std::make_unique<services::RunService>();
        const auto started = m_runs->start(request);
        QVERIFY2(started, qPrintable(started ? QString() : started.error().message));
        m_session = *started;
    }

    void cleanup()
    {
        m_session->stopNow();
        QTRY_VERIFY(m_session->isEnded());
        m_runs.reset();
    }

    void whatThisComputerMayLackStandsOnThePage()
    {
        LivePage quiet(m_runs.get());
        QVERIFY(quiet.findChild<QLabel *>(u"liveWarnings"_s)->isHidden());

        m_session->stopNow();
        QTRY_VERIFY(m_session->isEnded());
        domain::Stage stage;
        stage.mode = domain::PressureMode::Tps;
        stage.seconds = 60;
        stage.users = 1;
        stage.tps = 40'000'000;
        domain::TestCase testCase;
        testCase.id = {1};
        testCase.name = u"Shop"_s;
        testCase.steps = {domain::newRequest(u"Home"_s, u"GET"_s, m_demo.url() + u"/delay/1000"_s)};
        testCase.stages = {stage};
        services::RunRequest request;
        request.project.cases = {testCase};
        request.cases = {{1}};
        request.threads = 1;
        const auto started = m_runs->start(request);
        QVERIFY(started);
        m_session = *started;
        auto *warnings = quiet.findChild<QLabel *>(u"liveWarnings"_s);
        QVERIFY(!warnings->isHidden());
        QVERIFY2(warnings->text().contains(u"requests a second"_s), qPrintable(warnings->text()));
    }

    void pointsArriveWhileItRuns()
    {
        LivePage page(m_runs.get());
        page.resize(1200, 800);
        page.show();
        auto *card = page.findChild<ChartCard *>(u"liveChartTps"_s);
        QTRY_VERIFY_WITH_TIMEOUT(card->plot() && !card->plot()->drawnPieces(u"achieved"_s).isEmpty(), 20'000);
        const auto before = card->content().series.last().points.size();
        QTRY_VERIFY_WITH_TIMEOUT(card->content().series.last().points.size() > before, 20'000);
        QVERIFY(card->content().series.last().points.last().y() > 0);
    }

    void itIsDrawnAtMostFourTimesASecond()
    {
        LivePage page(m_runs.get());
        page.show();
        QElapsedTimer since;
        since.start();
        const int before = page.drawn();
        for (int i = 0; i < 400; ++i) {
            emit m_session->updated();
            QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
        }
        const int most = int(since.elapsed() / LivePage::redrawMs) + 1;
        QVERIFY2(page.drawn() - before <= most, qPrintable(u"%1 in %2 ms"_s.arg(page.drawn() - before).arg(since.elapsed())));
    }

    void aPausedViewStandsStillWhileTheRunGoesOn()
    {
        LivePage page(m_runs.get());
        page.show();
        QTRY_VERIFY_WITH_TIMEOUT(record().seconds.size() >= 1, 20'000);
        page.findChild<QPushButton *>(u"livePause"_s)->click();
        const int drawn = page.drawn();
        const auto requests = m_session->stats().totals().requests;
        QTRY_VERIFY_WITH_TIMEOUT(m_session->stats().totals().requests > requests, 20'000);
        QCOMPARE(page.drawn(), drawn);
        page.findChild<QPushButton *>(u"livePause"_s)->click();
        QVERIFY(page.drawn() > drawn);
    }

    void aPageBehindAnotherIsNotDrawn()
    {
        QStackedWidget pages;
        auto *page = new LivePage(m_runs.get());
        pages.addWidget(page);
        pages.addWidget(new QWidget);
        pages.show();
        pages.setCurrentIndex(1);
        const int drawn = page->drawn();
        const auto requests = m_session->stats().totals().requests;
        QTRY_VERIFY_WITH_TIMEOUT(m_session->stats().totals().requests > requests, 20'000);
        QCOMPARE(page->drawn(), drawn);
        pages.setCurrentIndex(0);
        QVERIFY(page->drawn() > drawn);
    }

    void theLoadTypedIsTheLoadTheRunHas()
    {
        LivePage page(m_runs.get());
        page.show();
        auto *apply = page.findChild<QPushButton *>(u"loadApply"_s);
        QTRY_VERIFY_WITH_TIMEOUT(apply->isEnabled(), 20'000);
        auto *value = page.findChild<QSpinBox *>(u"loadValue"_s);
        value->selectAll();
        QTest::keyClicks(value, u"7"_s);
        apply->click();
        QTRY_VERIFY_WITH_TIMEOUT(!record().seconds.isEmpty() && record().seconds.last().users == 7, 20'000);
        QVERIFY(std::ranges::any_of(record().events, [](const auto &event) { return event.text.contains(u'7'); }));
        const auto *card = page.findChild<ChartCard *>(u"liveChartUsers"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!card->content().markers.isEmpty(), 20'000);
    }

    void aNoteMarksThisMomentAndIsKeptWithTheRun()
    {
        LivePage page(m_runs.get());
        page.show();
        QTRY_VERIFY_WITH_TIMEOUT(!record().stageRecords.isEmpty(), 20'000);
        page.findChild<QPushButton *>(u"liveAddNote"_s)->click();
        auto *edit = page.findChild<QLineEdit *>(u"liveNoteText"_s);
        QVERIFY(edit->isVisible());
        QTest::keyClicks(edit, u"Cache cleared"_s);
        QTest::keyClick(edit, Qt::Key_Return);
        QVERIFY(!edit->isVisible());
        QCOMPARE(record().events.size(), 1);
        QCOMPARE(record().events[0].text, u"Cache cleared"_s);
        QVERIFY(record().events[0].at <= m_session->elapsed());
        const auto *card = page.findChild<ChartCard *>(u"liveChartTps"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!card->content().markers.isEmpty(), 20'000);
        QCOMPARE(card->content().markers[0].label, u"Cache cleared"_s);
    }

    void escapeClosesTheNoteWithoutAMark()
    {
        LivePage page(m_runs.get());
        page.show();
        page.findChild<QPushButton *>(u"liveAddNote"_s)->click();
        auto *edit = page.findChild<QLineEdit *>(u"liveNoteText"_s);
        QTest::keyClicks(edit, u"never mind"_s);
        QTest::keyClick(edit, Qt::Key_Escape);
        QVERIFY(!edit->isVisible());
        QVERIFY(record().events.isEmpty());
    }
};

QTEST_MAIN(TestLiveRun)
#include "tst_liverun.moc"
