// Debugging in the window: started like a command, shown exchange by exchange; values are kept from answers with a click, and
// the editors of checks and extractions try them on the last answer.
#include "tests/support/windowfixture.h"

#include "engine/serve/demotarget.h"
#include "models/items/choices.h"
#include "ui/debug/debugpage.h"
#include "ui/debug/debugpasses.h"
#include "ui/debug/exchangeview.h"
#include "ui/debug/messagepane.h"
#include "ui/editors/caseeditor.h"
#include "ui/editors/requesteditor.h"
#include "ui/projectdock.h"
#include "ui/shell/commands.h"
#include "ui/widgets/cells.h"
#include "ui/widgets/codeedit.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;

class DebugPageTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<engine::DemoTarget> m_target;
    std::unique_ptr<WindowFixture> m_fixture;
    domain::CaseId m_case;

    ui::DebugPage *page() const { return m_fixture->find<ui::DebugPage>(u"debugPage"_s); }
    document::ProjectDocument &document() { return m_fixture->document(); }
    const domain::TestCase &testCase() { return *document().testCase(m_case); }

    domain::Project shop() const
    {
        const QString base = u"http://127.0.0.1:%1"_s.arg(m_target->port());
        domain::TestCase testCase;
        testCase.name = u"Pay"_s;
        domain::Step login = domain::newRequest(u"Log in"_s, u"POST"_s, base + u"/login"_s);
        login.message.body = u"{\"user\":\"me\"}"_s;
        domain::Step order = domain::newRequest(u"Order"_s, u"GET"_s, base + u"/json"_s);
        order.checkpoint = domain::Checkpoint();
        order.checkpoint->items = {{u"status"_s, {}, u"=="_s, u"2xx"_s}, {u"json"_s, u"id"_s, u"=="_s, u"41"_s}};
        testCase.steps = {login, order};
        domain::Project project;
        project.name = u"Shop"_s;
        project.cases = {testCase};
        return project;
    }

    /// Waits for the end of a pass begun by `begin`.
    bool debug(const std::function<void()> &begin)
    {
        m_fixture->window().showPage(ui::MainWindow::Debug);
        QSignalSpy changed(page(), &ui::DebugPage::changed);
        begin();
        while (changed.size() < 2 && changed.wait(20'000)) {}
        return changed.size() == 2 && !page()->isRunning();
    }
    bool debug()
    {
        return debug([this] { m_fixture->click(u"debugButton"_s); });
    }

    /// Of the exchanges shown.
    QStringList names() const
    {
        QStringList all;
        const auto *model = m_fixture->find<QAbstractItemView>(u"debugExchanges"_s)->model();
        for (int row = 0; row < model->rowCount(); ++row)
            all << model->index(row, 1).data(Qt::AccessibleTextRole).toString().section(u", "_s, 0, -2);
        return all;
    }

private slots:
    void init()
    {
        std::string why;
        m_target = engine::DemoTarget::start(0, why);
        QVERIFY2(m_target, why.c_str());
        m_fixture = std::make_unique<WindowFixture>();
        m_fixture->open();
        QVERIFY(m_fixture->isOpen());
        const auto id = m_fixture->workspace().addProject(shop());
        QVERIFY(id);
        QVERIFY(m_fixture->workspace().openProject(*id));
        m_case = document().project().cases[0].id;
        QVERIFY(m_fixture->window().openCase(m_case));
    }
    void cleanup() { m_fixture.reset(); }

    void onePassShowsEachExchangeAndStopsAtTheFirstFailure()
    {
        QVERIFY(debug());
        QCOMPARE(m_fixture->window().page(), ui::MainWindow::Debug);
        QCOMPARE(m_target->requests(), uint64_t(2));
        QCOMPARE(page()->count(), 2);
        auto *list = m_fixture->find<QAbstractItemView>(u"debugExchanges"_s);
        QCOMPARE(list->model()->rowCount(), 2);
        QCOMPARE(list->currentIndex().row(), 1); // the one that failed
        QCOMPARE(m_fixture->find<QWidget>(u"debugFailure"_s)->isVisible(), true);
        QVERIFY(m_fixture->find<QWidget>(u"debugFailure"_s)->toolTip().contains(u"json id"_s));
        QCOMPARE(m_fixture->find<QLabel>(u"debugChecksCount"_s)->text(), u"1 of 2 hold"_s);
        QCOMPARE(m_fixture->find<QAbstractItemView>(u"debugChecks"_s)->model()->rowCount(), 2);
        page()->select(0);
        QVERIFY(!m_fixture->find<QWidget>(u"debugFailure"_s)->isVisible());
        QCOMPARE(m_fixture->find<ui::CodeEdit>(u"requestPretty"_s)->toPlainText(), u"{\n  \"user\": \"me\"\n}"_s);
        QVERIFY(m_fixture->find<ui::CodeEdit>(u"answerPretty"_s)->toPlainText().startsWith(u"{\n  \"token\": \"demo-"_s));
    }

    void eachSideIsShownInAllForms()
    {
        QVERIFY(debug());
        page()->select(0);
        ui::MessagePane *request = page()->view()->request();
        request->showTab(ui::MessagePane::Headers);
        auto *headers = m_fixture->find<QAbstractItemView>(u"requestHeaders"_s);
        QVERIFY(headers->isVisible() && headers->model()->rowCount() > 0);
        request->showTab(ui::MessagePane::Raw);
        QVERIFY(m_fixture->find<ui::CodeEdit>(u"requestRaw"_s)->toPlainText().startsWith(u"POST /login HTTP/1.1"_s));
        request->showTab(ui::MessagePane::Hex);
        QVERIFY(m_fixture->find<ui::CodeEdit>(u"requestHex"_s)->toPlainText().startsWith(u"00000000  7b 22 75 73 65 72 22 3a"_s));
        ui::MessagePane pane(u"answer"_s);
        pane.setMessage("HTTP/1.1 200 OK\r\nSet-Cookie: sid=a=1; Path=/\r\nSet-Cookie: b=2\r\n\r\n", "plain", false);
        pane.showTab(ui::MessagePane::Cookies);
        const auto *cookies = pane.findChild<QAbstractItemView *>(u"answerCookies"_s)->model();
        QCOMPARE(cookies->rowCount(), 2);
        QCOMPARE(cookies->index(0, 0).data(ui::CellRole).value<ui::Cell>().s, u"sid"_s);
        QCOMPARE(pane.findChild<ui::CodeEdit *>(u"answerPretty"_s)->toPlainText(), u"plain"_s);
        QVERIFY(!pane.node());
    }

    void aValueOfTheAnswerIsKeptWithAClickAndUndone()
    {
        QVERIFY(debug());
        page()->select(0);
        auto *pretty = m_fixture->find<ui::CodeEdit>(u"answerPretty"_s);
        QTextCursor cursor = pretty->textCursor();
        cursor.setPosition(int(pretty->toPlainText().indexOf(u"token"_s)));
        QTest::mouseClick(pretty->viewport(), Qt::LeftButton, {}, pretty->cursorRect(cursor).center());
        auto *name = m_fixture->find<QLineEdit>(u"extractName"_s);
        QVERIFY(name->isVisible());
        QCOMPARE(name->text(), u"token"_s);
        name->setText(u"session"_s);
        QVERIFY(m_fixture->click(u"extractNode"_s));
        const auto extractions = testCase().steps[0].extractions;
        QCOMPARE(extractions.size(), 1);
        QCOMPARE(extractions[0].name, u"session"_s);
        QCOMPARE(extractions[0].range, 5);
        QCOMPARE(extractions[0].key, u"$.token"_s);
        QVERIFY(m_fixture->find<QLabel>(u"extractDone"_s)->text().contains(u"${session}"_s));
        QVERIFY(m_fixture->click(u"extractNode"_s)); // again: the same one, not another
        QCOMPARE(testCase().steps[0].extractions.size(), 1);
        document().undoStack().undo();
        QVERIFY(testCase().steps[0].extractions.isEmpty());
        document().undoStack().redo();
        QVERIFY(debug());
        page()->select(0);
        const auto *values = m_fixture->find<QAbstractItemView>(u"debugValues"_s)->model();
        QCOMPARE(values->rowCount(), 1);
    }

    void editorsTryChecksAndExtractionsOnTheLastAnswer()
    {
        auto *editor = m_fixture->window().openCase(m_case);
        editor->showStep(testCase().steps[1].id);
        editor->requestEditor()->showTab(ui::RequestEditor::Checkpoints);
        auto *checks = m_fixture->find<QTableView>(u"checkTable"_s);
        const int live = checks->model()->columnCount() - 1;
        QVERIFY(checks->isColumnHidden(live));
        QVERIFY(debug());
        m_fixture->window().openCase(m_case);
        QVERIFY(!checks->isColumnHidden(live));
        const auto cell = [&](int row, int role = Qt::DisplayRole) { return checks->model()->index(row, live).data(role); };
        QCOMPARE(cell(0).toString(), u"200"_s);
        QCOMPARE(cell(0, items::ToneRole).toInt(), 1);
        QCOMPARE(cell(1).toString(), u"42"_s);
        QCOMPARE(cell(1, items::ToneRole).toInt(), 2);
        // As it is typed, before the cell is left.
        const QModelIndex expected = checks->model()->index(1, 3);
        checks->setCurrentIndex(expected);
        checks->edit(expected);
        auto *cellEditor = m_fixture->find<QLineEdit>(u"cellEditor"_s);
        QVERIFY(cellEditor);
        cellEditor->selectAll();
        QTest::keyClicks(cellEditor, u"42"_s);
        QCOMPARE(cell(1, items::ToneRole).toInt(), 1);
        QTest::keyClick(cellEditor, Qt::Key_Return);

        domain::Step step = testCase().steps[1];
        step.extractions = {{u"id"_s, 5, {}, u"$.id"_s}, {u"bad"_s, 1, u"a(?<x"_s, {}}};
        document().setStep(m_case, step, u"x"_s);
        editor->requestEditor()->showTab(ui::RequestEditor::Extraction);
        auto *extractions = m_fixture->find<QTableView>(u"extractionTable"_s);
        const QModelIndex found = extractions->model()->index(0, extractions->model()->columnCount() - 1);
        QCOMPARE(found.data().toString(), u"42"_s);
        QVERIFY(extractions->model()->index(1, 2).data(items::ProblemRole).toString().startsWith(u"The regular expression"_s));
    }

    void aMistakeIsSaidAndNothingIsSent()
    {
        domain::Step step = testCase().steps[0];
        step.message.url = u"http://"_s;
        document().setStep(m_case, step, u"x"_s);
        m_fixture->window().debug();
        QVERIFY(!page()->isRunning());
        QCOMPARE(m_target->requests(), uint64_t(0));
        QTRY_VERIFY(m_fixture->find<QWidget>(u"debugBegin"_s)->isVisible());
    }

    void theCommandHasAShortcutAndTheEditorIsOneClickAway()
    {
        QAction *action = m_fixture->window().commands()->action(u"debugCase"_s);
        QVERIFY(action);
        QCOMPARE(action->shortcut(), QKeySequence(Qt::Key_F6));
        QVERIFY(debug([&] { action->trigger(); }));
        page()->select(0);
        QVERIFY(m_fixture->click(u"debugOpenStep"_s));
        QCOMPARE(m_fixture->window().page(), ui::MainWindow::Design);
        QCOMPARE(m_fixture->window().openCase(m_case)->currentStep(), testCase().steps[0].id);
    }

    void oneRequestIsDebuggedAfterTheSetup()
    {
        domain::TestCase changed = testCase();
        domain::Step setup = domain::newRequest(u"Hello"_s, u"GET"_s, u"http://127.0.0.1:%1/hello"_s.arg(m_target->port()));
        const auto prepared = document().addStep(m_case, setup, {}, true);
        auto *editor = m_fixture->window().openCase(m_case);
        editor->showStep(changed.steps[1].id);
        QVERIFY(debug([this] { m_fixture->window().commands()->action(u"debugRequest"_s)->trigger(); }));
        QCOMPARE(names(), (QStringList{u"Hello"_s, u"Order"_s}));
        editor->showStep(prepared); // a step of the setup alone
        QVERIFY(debug([this] { m_fixture->window().commands()->action(u"debugRequest"_s)->trigger(); }));
        QCOMPARE(names(), QStringList{u"Hello"_s});
        QVERIFY(debug([this] { m_fixture->click(u"debugAgain"_s); })); // what was debugged last, not the case
        QCOMPARE(names(), QStringList{u"Hello"_s});
    }

    void aStepThatIsOffIsSentWhenChosenAlone()
    {
        const auto id = testCase().steps[0].id;
        document().setEnabled(document::NodeRef(id), false);
        m_fixture->window().projectDock()->select(document::NodeRef(id));
        QVERIFY(debug([this] { m_fixture->window().commands()->action(u"debugNode"_s)->trigger(); }));
        QCOMPARE(names(), QStringList{u"Log in"_s});
    }

    void aDirectoryIsOnePassOfEachEnabledCase()
    {
        const auto folder = document().addDirectory(u"Folder"_s);
        const QString base = u"http://127.0.0.1:%1"_s.arg(m_target->port());
        const auto add = [&](const QString &name, const QString &url) {
            const auto id = document().addCase(name, folder);
            document().addStep(id, domain::newRequest(u"Get"_s, u"GET"_s, url));
            return id;
        };
        add(u"One"_s, base + u"/json"_s);
        add(u"Broken"_s, u"http://"_s);
        add(u"Two"_s, base + u"/json"_s);
        document().setEnabled(document::NodeRef(add(u"Off"_s, base + u"/json"_s)), false);
        m_fixture->window().openNode(folder);
        QVERIFY(debug([this] { m_fixture->window().debug(); }));
        QCOMPARE(names(), (QStringList{u"One · Get"_s, u"Two · Get"_s}));
        QVERIFY(m_fixture->find<QLabel>(u"debugNotice"_s)->text().startsWith(u"Broken: "_s)); // why, and the others went on
    }

    void theDebugPageIsCleared()
    {
        QVERIFY(debug());
        m_fixture->window().commands()->action(u"clearDebug"_s)->trigger();
        QCOMPARE(page()->count(), 0);
        QTRY_VERIFY(m_fixture->find<QWidget>(u"debugBegin"_s)->isVisible());
        QVERIFY(debug());
        QCOMPARE(page()->count(), 2);
    }

    void aBodyIsSavedAndOpenedOutside()
    {
        ui::MessagePane pane(u"answer"_s);
        QUrl opened;
        QString suggested;
        const QString path = m_fixture->file(u"kept.bin"_s);
        pane.openUrl = [&](const QUrl &url) {
            opened = url;
            return true;
        };
        pane.choosePath = [&](const QString &suggestion) {
            suggested = suggestion;
            return path;
        };
        const auto press = [&](const QString &name) { pane.findChild<QAction *>(name)->trigger(); };
        const auto bytesOf = [](const QString &of) {
            QFile file(of);
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        };
        pane.setMessage("HTTP/1.1 200 OK\r\n\r\n", {}, false);
        QVERIFY(!pane.findChild<QToolButton *>(u"answerMore"_s)->isEnabled()); // there is nothing
        const QByteArray body = "{\"a\":\"" + QByteArray(1'000'000, 'x') + "\"}";
        pane.setMessage("HTTP/1.1 200 OK\r\nContent-Type: application/json; charset=utf-8\r\n\r\n", body, false);
        press(u"answerSave"_s);
        QCOMPARE(suggested, u"answer.json"_s);
        QCOMPARE(bytesOf(path), body); // all of it, though the pane shows the first part
        press(u"answerOpen"_s);
        QVERIFY(opened.toLocalFile().endsWith(u"answer.json"_s));
        QCOMPARE(bytesOf(opened.toLocalFile()), body);
        QSignalSpy complaints(&pane, &ui::MessagePane::complaint);
        pane.openUrl = [](const QUrl &) { return false; };
        press(u"answerOpen"_s);
        pane.choosePath = [&](const QString &) { return m_fixture->file(u"no/such/folder"_s); };
        press(u"answerSave"_s);
        QCOMPARE(complaints.size(), 2);
    }

    void aPassCarriesTheStressMarkOfTheWorkspace()
    {
        const domain::StressMark mark{u"x-shadow"_s, u"1"_s};
        QVERIFY(m_fixture->application().fullLink().setMark(mark));
        const auto passes = ui::passesFor(document(), {m_case}, m_fixture->application().requestFor({m_case}));
        QCOMPARE(passes.size(), 1);
        QCOMPARE(passes.first().mark, mark);
    }

    void anotherProjectTakesThePassAway()
    {
        QVERIFY(debug());
        const auto id = m_fixture->workspace().createProject(u"Other"_s);
        QVERIFY(m_fixture->workspace().openProject(*id));
        QCOMPARE(page()->count(), 0);
    }
};

QTEST_MAIN(DebugPageTest)
#include "tst_debugpage.moc"
