// The first minutes: paste, send, load test; the sample; recent projects; a workspace that cannot be opened.
#include "app/services/answerbook.h"
#include "tests/support/windowfixture.h"
#include "ui/editorarea.h"
#include "ui/shell/commands.h"
#include "ui/widgets/codeedit.h"
#include "ui/widgets/labels.h"
#include <QtTest>

using namespace Qt::StringLiterals;
using ui::MainWindow;

class TestWelcome : public QObject
{
    Q_OBJECT

    std::unique_ptr<WindowFixture> m;

    void paste(const QString &text)
    {
        auto *input = m->find<ui::CodeEdit>(u"welcomeInput"_s);
        QGuiApplication::clipboard()->setText(text);
        input->setFocus();
        input->selectAll();
        input->paste();
    }
    bool enabled(const QString &name) { return m->find<QWidget>(name)->isEnabled(); }

private slots:
    void init()
    {
        m = std::make_unique<WindowFixture>();
        m->open();
        QVERIFY(m->isOpen());
    }
    void cleanup() { m.reset(); }

    void aFirstStartShowsTheWelcomePageWithTheFieldFocused()
    {
        QCOMPARE(m->window().page(), MainWindow::Welcome);
        QVERIFY(m->find<QWidget>(u"welcomeInput"_s)->hasFocus());
        QVERIFY(!enabled(u"welcomeLoadTest"_s));
        QVERIFY(!enabled(u"welcomeSend"_s));
    }

    void whatWasPastedIsRecognisedAsOneTypes()
    {
        auto *found = m->find<ui::ElideLabel>(u"welcomeFound"_s);
        paste(u"shop.example/a"_s);
        QVERIFY(found->text().contains(u"GET shop.example/a"_s));
        QVERIFY(enabled(u"welcomeLoadTest"_s));
        paste(u"curl -X PUT http://a/b \\\n -H 'A: b' -H 'C: d' \\\n -d '{\"x\": 1}' --florble"_s);
        QVERIFY2(found->text().contains(u"PUT a/b, 3 headers, JSON body"_s), qPrintable(found->text()));
        QVERIFY(m->find<ui::ElideLabel>(u"welcomeNotes"_s)->text().contains(u"--florble"_s));
        paste(u"curl 'http://a"_s);
        QVERIFY(!enabled(u"welcomeLoadTest"_s));
        QVERIFY(found->text().endsWith(u'.'));
    }

    void pasteSendLoadTestIsThreeClicksToLiveCharts()
    {
        const auto target = m->application().demo().start();
        QVERIFY(target);
        paste(u"curl "_s + *target + u"/json -H 'X-A: b'"_s);
        QVERIFY(m->click(u"welcomeSend"_s));
        auto *answer = m->find<ui::CodeEdit>(u"welcomeAnswer"_s);
        QTRY_VERIFY_WITH_TIMEOUT(answer->isVisible(), 20'000);
        QVERIFY(answer->toPlainText().startsWith(u"HTTP/1.1 200"_s));
        QVERIFY(m->click(u"welcomeLoadTest"_s));
        QCOMPARE(m->window().page(), MainWindow::Live);
        const auto &project = m->document().project();
        QVERIFY(project.id.isValid());
        QCOMPARE(project.cases.size(), 1);
        QCOMPARE(project.cases[0].steps[0].message.headers[0].key, u"X-A"_s);
        const auto *tried = services::AnswerBook::of(m->document()).find(project.cases[0].steps[0].id); // what its editors try checks on
        QVERIFY(tried);
        QCOMPARE(tried->status, 200);
        QVERIFY(tried->body.starts_with('{'));
        QVERIFY(!m->application().runs().current()->isEnded());
        m->window().stop();
        QTRY_VERIFY_WITH_TIMEOUT(m->application().runs().current()->isEnded(), 20'000);
    }

    void noAnswerIsToldWhereTheAnswerWouldBe()
    {
        paste(u"http://127.0.0.1:1/"_s);
        QVERIFY(m->click(u"welcomeSend"_s));
        auto *figures = m->find<ui::ElideLabel>(u"welcomeFigures"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!figures->text().isEmpty(), 20'000);
        QVERIFY(!m->find<QWidget>(u"welcomeAnswer"_s)->isVisible());
        QVERIFY(enabled(u"welcomeSend"_s));
        QCOMPARE(m->workspace().runs().size(), 0); // trying out leaves no run behind
    }

    void editFirstOpensTheCaseAndStartsNothing()
    {
        paste(u"http://shop.example/a"_s);
        QVERIFY(m->click(u"welcomeEdit"_s));
        QCOMPARE(m->window().page(), MainWindow::Design);
        QCOMPARE(m->window().editors()->openNodes().size(), 1);
        QCOMPARE(m->document().project().name, u"shop.example"_s);
        QVERIFY(!m->application().runs().current());
        QVERIFY(!services::AnswerBook::of(m->document()).find(m->document().project().cases[0].steps[0].id));
    }

    void anAnswerToWhatWasChangedSinceIsNotTaken()
    {
        const auto target = m->application().demo().start();
        QVERIFY(target);
        paste(*target + u"/json"_s);
        QVERIFY(m->click(u"welcomeSend"_s));
        QTRY_VERIFY_WITH_TIMEOUT(m->find<ui::CodeEdit>(u"welcomeAnswer"_s)->isVisible(), 20'000);
        paste(*target + u"/login"_s);
        QVERIFY(m->click(u"welcomeEdit"_s));
        QVERIFY(!services::AnswerBook::of(m->document()).find(m->document().project().cases[0].steps[0].id));
    }

    void theSampleOpensWithItsServer()
    {
        QVERIFY(m->click(u"welcomeSample"_s));
        QCOMPARE(m->window().page(), MainWindow::Design);
        QVERIFY(m->document().project().cases.size() > 1);
        QVERIFY(!m->application().demo().url().isEmpty());
    }

    void recentProjectsOpenAndThePageIsReachedAgain()
    {
        m->window().commands()->action(u"newProject"_s)->trigger();
        const auto first = m->workspace().currentProject();
        m->window().commands()->action(u"newProject"_s)->trigger();
        QVERIFY(m->workspace().currentProject() != first);
        m->window().commands()->action(u"welcome"_s)->trigger();
        QCOMPARE(m->window().page(), MainWindow::Welcome);
        QVERIFY(m->click(u"recentProject%1"_s.arg(first.value)));
        QCOMPARE(m->workspace().currentProject(), first);
        QCOMPARE(m->window().page(), MainWindow::Design);
    }

    void aDamagedWorkspaceShowsTheWaysOut()
    {
        m->close();
        QFile file(m->workspacePath());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(5000, 'x'));
        file.close();
        m->open();
        QVERIFY(!m->isOpen());
        QCOMPARE(m->window().page(), MainWindow::Problem);
        QVERIFY(m->find<QLabel>(u"problemText"_s)->text().contains(u"work.crescendo"_s));
        QVERIFY(m->find<QLabel>(u"problemAdvice"_s)->text().endsWith(u'.'));
        m->window().showPage(MainWindow::Design); // there is no way round it,
        QCOMPARE(m->window().page(), MainWindow::Problem);
        QVERIFY(m->click(u"problemRetry"_s));
        QCOMPARE(m->window().page(), MainWindow::Problem);
        QVERIFY(QFile::remove(m->workspacePath())); // but once the reason is gone it opens
        QVERIFY(m->click(u"problemRetry"_s));
        QCOMPARE(m->window().page(), MainWindow::Welcome);
        QVERIFY(m->workspace().isOpen());
    }

    void aLockedWorkspaceOpensOnceItIsFree()
    {
        m->close();
        services::WorkspaceService other;
        QVERIFY(other.open(m->workspacePath()));
        m->open();
        QCOMPARE(m->window().page(), MainWindow::Problem);
        QVERIFY(m->find<QLabel>(u"problemAdvice"_s)->text().contains(u"Close the other window"_s));
        other.close();
        QVERIFY(m->click(u"problemRetry"_s));
        QVERIFY(m->workspace().isOpen());
    }
};

QTEST_MAIN(TestWelcome)
#include "tst_welcome.moc"
