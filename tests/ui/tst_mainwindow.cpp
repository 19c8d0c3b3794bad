// The main job through the real window: from nothing to a report that is still there after a restart; and what every
// day needs: undo, tabs, rename, duplicate, delete, filter, drag and drop, shortcuts.
#include "models/items/noderoles.h"
#include "tests/support/windowfixture.h"
#include "ui/editorarea.h"
#include "ui/editors/caseeditor.h"
#include "ui/editors/libraryeditor.h"
#include "ui/editors/requesteditor.h"
#include "ui/projectactions.h"
#include "ui/projectdock.h"
#include "ui/report/reportpage.h"
#include "ui/shell/commands.h"
#include "ui/widgets/cells.h"
#include "ui/widgets/chartcard.h"
#include "ui/widgets/codeedit.h"
#include "ui/widgets/doctabs.h"
#include <QtTest>

using namespace Qt::StringLiterals;
using document::NodeRef;
using ui::MainWindow;

class TestMainWindow : public QObject
{
    Q_OBJECT

    std::unique_ptr<WindowFixture> m;

    document::ProjectDocument &document() { return m->document(); }
    ui::ProjectDock &dock() { return *m->window().projectDock(); }
    QAction *command(const QString &id) { return m->window().commands()->action(id); }

    /// A project with two cases, the first of one request; the first case is open.
    domain::CaseId project()
    {
        command(u"newProject"_s)->trigger();
        const auto id = document().addCase(u"Shop"_s);
        document().addStep(id, domain::newRequest(u"Home"_s, u"GET"_s, u"http://127.0.0.1:1/"_s));
        document().addCase(u"Bank"_s);
        m->window().openCase(id);
        return id;
    }
    void type(QWidget *into, const QString &text)
    {
        into->setFocus();
        QTest::keyClick(into, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(into, text);
    }
    static void setStages(document::ProjectDocument &document, domain::CaseId id, int seconds)
    {
        domain::Stage stage;
        stage.seconds = seconds;
        stage.users = 2;
        document.setStages(id, {stage}, u"Stages"_s);
    }
    QModelIndex row(NodeRef node)
    {
        auto *model = dock().tree()->model();
        const auto found = model->match(model->index(0, 0), items::NodeRefRole, QVariant::fromValue(node), 1, Qt::MatchExactly | Qt::MatchRecursive);
        return found.value(0);
    }
    /// What the tree does with a drop of these rows over a point of its own.
    bool drop(const QModelIndexList &rows, const QPoint &at)
    {
        auto *tree = dock().tree();
        std::unique_ptr<QMimeData> data(tree->model()->mimeData(rows));
        QDragEnterEvent enter(at, Qt::MoveAction, data.get(), Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(tree->viewport(), &enter);
        QDragMoveEvent move(at, Qt::MoveAction, data.get(), Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(tree->viewport(), &move);
        QDropEvent dropped(at, Qt::MoveAction, data.get(), Qt::LeftButton, Qt::NoModifier);
        return move.isAccepted() && QCoreApplication::sendEvent(tree->viewport(), &dropped);
    }

private slots:
    void init()
    {
        m = std::make_unique<WindowFixture>();
        m->open();
        QVERIFY(m->isOpen());
    }
    void cleanup() { m.reset(); }

    void fromNothingToAReportThatIsThereAfterARestart()
    {
        // Nothing yet: the welcome page. A project, a case, a request.
        QCOMPARE(m->window().page(), MainWindow::Welcome);
        QVERIFY(m->click(u"welcomeNewProject"_s));
        QCOMPARE(m->window().page(), MainWindow::Design);
        QVERIFY(m->click(u"addFirstCase"_s));
        QCOMPARE(document().project().cases.size(), 1);
        const domain::CaseId id = document().project().cases.first().id;
        m->window().findChild<QAction *>(u"addRequest"_s)->trigger();
        QCOMPARE(document().testCase(id)->steps.size(), 1);

        // Its address is typed; the target is the one in the program.
        const auto target = m->application().demo().start();
        QVERIFY(target);
        auto *editor = m->window().openCase(id);
        auto *url = editor->findChild<ui::CodeEdit *>(u"requestUrl"_s);
        QVERIFY(url && url->isVisible());
        type(url, *target + u"/json"_s);
        QCOMPARE(document().testCase(id)->steps[0].message.url, *target + u"/json"_s);

        // A stage of three seconds.
        auto *parts = editor->findChild<QTabBar *>(u"caseParts"_s);
        QTest::mouseClick(parts, Qt::LeftButton, {}, parts->tabRect(ui::CaseEditor::Load).center());
        auto *seconds = editor->findChild<QSpinBox *>(u"stageSeconds"_s);
        QVERIFY(seconds && seconds->isVisible());
        type(seconds, u"3"_s);
        QTest::keyClick(seconds, Qt::Key_Return);
        QCOMPARE(document().testCase(id)->stages[0].seconds, 3);

        // Start; the curve rises; the run ends.
        QVERIFY(m->click(u"runButton"_s));
        QCOMPARE(m->window().page(), MainWindow::Live);
        QVERIFY(!m->find<QWidget>(u"runButton"_s)->isVisible());
        auto *curve = m->find<ui::ChartCard>(u"liveChartTps"_s);
        const auto points = [curve] { return curve->content().series.isEmpty() ? 0 : int(curve->content().series.last().points.size()); };
        QTRY_VERIFY_WITH_TIMEOUT(points() >= 1, 20'000);
        const int before = points();
        QTRY_VERIFY_WITH_TIMEOUT(points() > before, 20'000);
        QVERIFY(curve->content().series.last().points.first().y() > 0);
        QTRY_VERIFY_WITH_TIMEOUT(m->application().runs().current()->isEnded(), 30'000);
        QVERIFY(m->find<QWidget>(u"runButton"_s)->isVisible());
        const domain::RunRecord run = m->application().runs().current()->record();
        QCOMPARE(run.status, domain::RunStatus::Finished);
        const auto requests = run.cases[0].items[0].total.requests;
        QVERIFY(requests > 0);

        // The report opens, and is in the list.
        QVERIFY(m->click(u"liveReport"_s));
        QCOMPARE(m->window().page(), MainWindow::Report);
        QCOMPARE(m->find<ui::ReportPage>(u"reportPage"_s)->run().id, run.id);

        // The window is closed and opened again.
        m->reopen();
        QVERIFY(m->isOpen());
        QCOMPARE(document().project().cases.size(), 1);
        QCOMPARE(document().testCase(id)->steps[0].message.url, *target + u"/json"_s);
        QCOMPARE(document().testCase(id)->stages[0].seconds, 3);
        QCOMPARE(m->window().tabs()->count(), 1);
        QCOMPARE(m->window().page(), MainWindow::Report);
        QCOMPARE(m->find<ui::ReportPage>(u"reportPage"_s)->run().id, run.id);
        m->window().showPage(MainWindow::History);
        auto *runs = m->find<QTreeView>(u"historyTable"_s);
        QCOMPARE(runs->model()->rowCount(), 1);
        runs->setCurrentIndex(runs->model()->index(0, 0));
        QTest::keyClick(runs, Qt::Key_Return);
        QTRY_COMPARE(m->window().page(), MainWindow::Report);
        QCOMPARE(m->find<ui::ReportPage>(u"reportPage"_s)->run().cases[0].items[0].total.requests, requests);
    }

    void stopEndsTheRunAndTheNextOneStarts()
    {
        const auto id = project();
        const auto target = m->application().demo().start();
        QVERIFY(target);
        domain::Step step = document().testCase(id)->steps[0];
        step.message.url = *target;
        document().setStep(id, step, u"Address"_s);
        setStages(document(), id, 600);
        command(u"runTest"_s)->trigger();
        QCOMPARE(m->window().page(), MainWindow::Live);
        QVERIFY(m->click(u"stopButton"_s));
        QTRY_VERIFY_WITH_TIMEOUT(m->application().runs().current()->isEnded(), 20'000);
        QCOMPARE(m->application().runs().current()->record().status, domain::RunStatus::Stopped);
        setStages(document(), id, 1);
        QVERIFY(m->click(u"runButton"_s));
        QTRY_VERIFY_WITH_TIMEOUT(m->application().runs().current()->isEnded(), 20'000);
        QCOMPARE(m->application().runs().current()->record().status, domain::RunStatus::Finished);
        QCOMPARE(m->workspace().runs().size(), 2);
    }

    void aCaseThatCannotRunSaysWhyAndNothingStarts()
    {
        const auto id = project();
        domain::Step step = document().testCase(id)->steps[0];
        step.message.url = u"http://a b/"_s;
        document().setStep(id, step, u"Address"_s);
        setStages(document(), id, 1);
        command(u"runTest"_s)->trigger();
        QVERIFY(m->find<QLabel>(u"complaint"_s)->isVisible());
        QVERIFY(!m->find<QLabel>(u"complaint"_s)->text().isEmpty());
        QCOMPARE(m->window().page(), MainWindow::Design);
        QVERIFY(m->click(u"dismissComplaint"_s));
        QVERIFY(!m->find<QLabel>(u"complaint"_s)->isVisible());
    }

    void aTransactionOfACaseIsShownInTheLibrary()
    {
        const auto id = project();
        domain::Transaction transaction;
        transaction.name = u"Sign in"_s;
        document().addTransaction(transaction);
        transaction.name = u"Pay"_s;
        const auto pay = document().addTransaction(transaction);
        emit m->window().openCase(id)->openTransaction(pay);
        QCOMPARE(m->window().page(), MainWindow::Library);
        auto *library = m->window().findChild<ui::LibraryEditor *>();
        QTRY_VERIFY(library && library->isVisible()); // a page is made when first shown
        QCOMPARE(library->current(), pay);
    }

    void undoAndRedoThroughTheWindow()
    {
        const auto id = project();
        document().rename(id, u"Market"_s);
        QCOMPARE(m->window().tabs()->tabText(0), u"Market"_s);
        QVERIFY(command(u"undo"_s)->text().startsWith(u"Undo: "_s));
        dock().tree()->setFocus();
        QTest::keyClick(dock().tree(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(document().nameOf(id), u"Shop"_s);
        QTest::keyClick(dock().tree(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(document().nameOf(id), u"Market"_s);
        QTest::keyClick(dock().tree(), Qt::Key_Z, Qt::ControlModifier);
        QTest::keyClick(dock().tree(), Qt::Key_Y, Qt::ControlModifier);
        QCOMPARE(document().nameOf(id), u"Market"_s);
    }

    void theHistoryOfChangesGoesBackToTheChosenEntry()
    {
        const auto id = project();
        document().rename(id, u"One"_s);
        document().setEnabled(id, false); // two renames in a row would be one entry
        const int entries = document().undoStack().count();
        m->window().showUndoHistory();
        auto *list = qobject_cast<QListView *>(m->find<QWidget>(u"undoView"_s));
        QVERIFY(list && list->isVisible());
        QCOMPARE(list->model()->rowCount(), entries + 1); // and how it was at first
        for (int i = 0; i < entries; ++i)
            QVERIFY(!document().undoStack().text(i).isEmpty());
        list->setCurrentIndex(list->model()->index(entries - 1, 0));
        QVERIFY(document().isEnabled(id));
        QCOMPARE(document().nameOf(id), u"One"_s);
        list->setCurrentIndex(list->model()->index(0, 0));
        QVERIFY(document().project().cases.isEmpty());
        QTest::keyClick(list, Qt::Key_Escape);
        QTRY_VERIFY(!m->find<QWidget>(u"undoHistory"_s));
    }

    void keysOfTheTreeRenameDuplicateSwitchAndDelete()
    {
        const auto id = project();
        auto *tree = dock().tree();
        dock().select(id);
        tree->setFocus();
        QTest::keyClick(tree, Qt::Key_F2);
        auto *edit = tree->findChild<QLineEdit *>(u"nameEditor"_s);
        QVERIFY(edit);
        edit->selectAll();
        QTest::keyClicks(edit, u"Market"_s);
        QTest::keyClick(edit, Qt::Key_Return);
        QTRY_COMPARE(document().nameOf(id), u"Market"_s);
        tree->setFocus();
        QTest::keyClick(tree, Qt::Key_D, Qt::ControlModifier);
        QCOMPARE(document().project().cases.size(), 3);
        dock().select(id);
        QTest::keyClick(tree, Qt::Key_T, Qt::ControlModifier);
        QVERIFY(!document().isEnabled(id));
        QCOMPARE(dock().selected(), QVector<NodeRef>{id});
        QVERIFY(tree->hasFocus());
        QTest::keyClick(tree, Qt::Key_Delete);
        QVERIFY(!document().testCase(id));
        QCOMPARE(m->window().tabs()->count(), 0); // its tab went with it
        QTest::keyClick(tree, Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(document().testCase(id));
    }

    void altArrowsMoveARow()
    {
        const auto id = project();
        dock().select(id);
        dock().tree()->setFocus();
        QTest::keyClick(dock().tree(), Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(document().rowOf(id), 1);
        QTest::keyClick(dock().tree(), Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(document().rowOf(id), 0);
    }

    void theFilterShowsWhatHasItsWords()
    {
        project();
        command(u"filterTree"_s)->trigger();
        auto *filter = m->find<QLineEdit>(u"projectFilter"_s);
        QVERIFY(filter->hasFocus());
        QTest::keyClicks(filter, u"bank"_s);
        auto *model = dock().tree()->model();
        QCOMPARE(model->rowCount(model->index(0, 0)), 1);
        QCOMPARE(model->index(0, 0, model->index(0, 0)).data().toString(), u"Bank"_s);
        filter->clear();
        QCOMPARE(model->rowCount(model->index(0, 0)), 2);
    }

    void rowsAreDroppedIntoDirectoriesAndBetweenRows()
    {
        const auto shop = project();
        const auto folder = document().addDirectory(u"Folder"_s);
        auto *tree = dock().tree();
        tree->expandAll();
        QVERIFY(drop({row(shop)}, tree->visualRect(row(folder)).center()));
        QCOMPARE(document().parentOf(shop), NodeRef(folder));
        document().undoStack().undo();
        QVERIFY(document().parentOf(shop) != NodeRef(folder));
        // Below the last row of its siblings.
        const auto bank = document().project().cases.last().id;
        tree->expandAll();
        QVERIFY(drop({row(shop)}, tree->visualRect(row(bank)).bottomLeft() + QPoint(40, -1)));
        QVERIFY(document().rowOf(shop) > document().rowOf(bank));
        // A directory into itself: refused.
        QVERIFY(!drop({row(folder)}, tree->visualRect(row(folder)).center()));
    }

    void tabsCloseReopenAndFollowTheKeys()
    {
        const auto shop = project();
        const auto bank = document().project().cases.last().id;
        m->window().openCase(bank);
        auto *tabs = m->window().tabs();
        QCOMPARE(tabs->count(), 2);
        QTest::keyClick(&m->window(), Qt::Key_Tab, Qt::ControlModifier);
        QCOMPARE(m->window().editors()->currentCase(), shop);
        QTest::keyClick(&m->window(), Qt::Key_W, Qt::ControlModifier);
        QCOMPARE(tabs->count(), 1);
        QTest::keyClick(&m->window(), Qt::Key_T, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(tabs->count(), 2);
        QCOMPARE(m->window().editors()->currentCase(), shop);
        auto *close = tabs->tabButton(0, QTabBar::RightSide);
        const auto first = m->window().editors()->openNodes().first();
        QTest::mouseClick(close, Qt::LeftButton);
        QVERIFY(!m->window().editors()->openNodes().contains(first));
        QTest::mouseClick(tabs, Qt::MiddleButton, {}, tabs->tabRect(0).center());
        QCOMPARE(tabs->count(), 0);
        QVERIFY(m->find<QWidget>(u"emptyAddCase"_s)->isVisible());
    }

    void shortcutsOfPages()
    {
        project();
        const QVector<QPair<Qt::Key, MainWindow::Page>> pages{{Qt::Key_2, MainWindow::Live}, {Qt::Key_4, MainWindow::History}, {Qt::Key_1, MainWindow::Design}};
        for (const auto &[key, page] : pages) {
            QTest::keyClick(&m->window(), key, Qt::AltModifier);
            QCOMPARE(m->window().page(), page);
        }
        QTest::keyClick(&m->window(), Qt::Key_Comma, Qt::ControlModifier);
        QCOMPARE(m->window().page(), MainWindow::Settings);
        QVERIFY(m->click(u"rail3"_s));
        QCOMPARE(m->window().page(), MainWindow::History);
        QVERIFY(m->click(u"homeButton"_s));
        QCOMPARE(m->window().page(), MainWindow::Welcome);
    }

    void tabsPageEnvironmentAndSplittersComeBack()
    {
        const auto shop = project();
        const auto bank = document().project().cases.last().id;
        domain::Environment staging;
        staging.name = u"Staging"_s;
        document().setEnvironments({staging}, u"Environments"_s);
        m->window().openCase(bank);
        m->window().openCase(shop);
        auto *environment = m->find<QComboBox>(u"environment"_s);
        environment->setCurrentIndex(environment->findData(u"Staging"_s));
        auto *splitter = m->find<QSplitter>(u"designSplitter"_s);
        splitter->setSizes({320, 900});
        emit splitter->splitterMoved(320, 1);
        const int width = splitter->sizes()[0];
        m->window().showPage(MainWindow::History);
        m->reopen();
        QCOMPARE(m->window().page(), MainWindow::History);
        QCOMPARE(m->window().editors()->openNodes(), (QVector<NodeRef>{shop, bank}));
        QCOMPARE(m->window().editors()->currentCase(), shop);
        QCOMPARE(m->find<QComboBox>(u"environment"_s)->currentData().toString(), u"Staging"_s);
        m->window().showPage(MainWindow::Design);
        QTRY_COMPARE(m->find<QSplitter>(u"designSplitter"_s)->sizes()[0], width);
    }

    void thePageOfADirectoryAndOfTheProjectComeBack()
    {
        const auto shop = project();
        const auto folder = document().addDirectory(u"Folder"_s);
        m->window().openNode(folder);
        m->reopen();
        QCOMPARE(m->window().editors()->openNodes(), (QVector<NodeRef>{shop, folder}));
        QCOMPARE(m->window().editors()->current(), NodeRef(folder));
        m->window().openNode(document().root());
        m->window().openCase(shop);
        m->reopen();
        QCOMPARE(m->window().editors()->openNodes(), (QVector<NodeRef>{shop, document().root()}));
        QCOMPARE(m->window().editors()->current(), NodeRef(shop));
        m->window().openNode(folder); // the one page of both shows the directory again
        m->close();
        services::WorkspaceService without; // gone meanwhile: its tab is left out
        QVERIFY(without.open(m->workspacePath()));
        QVERIFY(without.openProject(without.projects().first().id));
        without.document().remove({NodeRef(folder)});
        without.close();
        m->open();
        QCOMPARE(m->window().editors()->openNodes(), QVector<NodeRef>{shop});
    }

    void theWorkspaceGoesBackToABackup()
    {
        project();
        QVERIFY(services::Backups::make(m->workspacePath(), QDateTime(QDate(2026, 11, 20), QTime(8, 0))));
        document().addCase(u"Later"_s);
        QString asked;
        m->window().projectActions()->confirm = [&](const QString &question, const QString &) {
            asked = question;
            return true;
        };
        auto *menu = m->find<QMenu>(u"backupsMenu"_s);
        emit menu->aboutToShow();
        QMenu filled;
        m->window().projectActions()->fillBackups(&filled, m->workspacePath());
        QCOMPARE(filled.actions().size(), 1);
        filled.actions().first()->trigger();
        QVERIFY(asked.contains(u"kept as a backup"_s));
        QCOMPARE(document().project().cases.size(), 2);
        QCOMPARE(services::Backups::of(m->workspacePath()).size(), 2); // what was there until now is one
    }

    void replacingInRequestsIsACommandOfTheWindow()
    {
        const auto shop = project();
        QTest::keyClick(&m->window(), Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);
        auto *dialog = m->find<QDialog>(u"findReplace"_s);
        QVERIFY(dialog && dialog->isVisible());
        dialog->reject();
        delete dialog;
        auto *editor = m->window().openCase(shop);
        editor->showStep(document().testCase(shop)->steps.first().id);
        auto *body = editor->findChild<ui::CodeEdit *>(u"requestBody"_s);
        if (!body) { // its part of the editor is made when shown
            editor->requestEditor()->showTab(ui::RequestEditor::Body);
            body = editor->findChild<ui::CodeEdit *>(u"requestBody"_s);
        }
        QVERIFY(body);
        editor->requestEditor()->showTab(ui::RequestEditor::Body);
        body->setFocus();
        QTest::keyClick(body, Qt::Key_H, Qt::ControlModifier); // here it is the body that is replaced in
        QVERIFY(!m->find<QDialog>(u"findReplace"_s));
        QVERIFY(body->findChild<QLineEdit *>(u"requestBodyReplaceWith"_s)->isVisible());
    }

    void aStepIsAddedByItsNumber()
    {
        const auto shop = project();
        QTest::keyClick(&m->window(), Qt::Key_4, Qt::ControlModifier);
        QCOMPARE(document().testCase(shop)->steps.size(), 2);
        QCOMPARE(document().testCase(shop)->steps.last().kind, domain::StepKind::Loop);
    }

    void aRunWithoutThinkTimesSaysSo()
    {
        const auto shop = project();
        domain::Step paced = document().testCase(shop)->steps.first();
        paced.thinkTime.emplace();
        document().setStep(shop, paced, u"Pace"_s);
        setStages(document(), shop, 30);
        command(u"runWithoutThinkTime"_s)->trigger();
        auto *session = m->application().runs().current();
        QVERIFY(session);
        QVERIFY(session->record().warnings.join(u' ').contains(u"Think times were left out"_s));
        command(u"stopNow"_s)->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(session->isEnded(), 10'000);
        QVERIFY(document().testCase(shop)->steps.first().thinkTime); // of the run only
    }

    void eachProjectKeepsItsOwnTabs()
    {
        const auto shop = project();
        const auto first = m->workspace().currentProject();
        command(u"newProject"_s)->trigger();
        QCOMPARE(m->window().tabs()->count(), 0);
        QVERIFY(m->workspace().openProject(first));
        QCOMPARE(m->window().editors()->openNodes(), QVector<NodeRef>{shop});
    }

    void closingOnARunningTestAsksFirst()
    {
        const auto id = project();
        const auto target = m->application().demo().start();
        QVERIFY(target);
        domain::Step step = document().testCase(id)->steps[0];
        step.message.url = *target;
        document().setStep(id, step, u"Address"_s);
        setStages(document(), id, 600);
        m->window().run();
        QString asked;
        m->window().confirm = [&](const QString &question, const QString &) { asked = question; return false; };
        QVERIFY(!m->window().close());
        QVERIFY(asked.contains(u"running"_s));
        QVERIFY(m->window().isVisible());
        m->window().confirm = [](const QString &, const QString &) { return true; };
        QVERIFY(m->window().close());
    }

    void aDroppedProjectFileIsImported()
    {
        project();
        const QString path = m->file(u"shop.json"_s);
        QVERIFY(m->workspace().exportProject(path));
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(path)});
        QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&m->window(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&m->window(), &drop);
        QCOMPARE(m->workspace().projects().size(), 2);
        QCOMPARE(document().project().cases.size(), 2);
        QMimeData text;
        text.setText(u"no file"_s);
        QDragEnterEvent other(QPoint(5, 5), Qt::CopyAction, &text, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&m->window(), &other);
        QVERIFY(!other.isAccepted());
    }

    void nothingIsCutAtTheSmallestSize()
    {
        project();
        m->window().resize(1280, 720);
        for (auto page : {MainWindow::Design, MainWindow::Live, MainWindow::Report, MainWindow::History, MainWindow::Compare,
                          MainWindow::Welcome, MainWindow::Settings}) {
            m->window().showPage(page);
            QCoreApplication::processEvents();
            QCOMPARE(m->window().size(), QSize(1280, 720));
            QVERIFY(m->window().minimumSizeHint().width() <= 1280);
            QVERIFY(m->window().minimumSizeHint().height() <= 720);
        }
    }

    void theLanguageChangesAtOnceOnEveryPageOfTheShell()
    {
        project();
        auto *run = m->find<QPushButton>(u"runButton"_s);
        auto *settings = m->find<QAbstractButton>(u"rail6"_s);
        QCOMPARE(settings->text(), u"Settings"_s);
        m->window().setLanguage(u"zh_CN"_s);
        QTRY_VERIFY(settings->text() != u"Settings"_s); // Qt posts the event
        QVERIFY(!run->text().contains(u"Run test"_s));
        QCOMPARE(QLocale().language(), QLocale::Chinese);
        const auto *menus = m->find<QMenuBar>(u"menuBar"_s);
        QTRY_VERIFY(menus->width() >= menus->sizeHint().width()); // else it hides the titles that do not fit
        m->window().setLanguage(u"en"_s);
        QTRY_COMPARE(settings->text(), u"Settings"_s);
    }
};

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
