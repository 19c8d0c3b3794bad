// The pages of a project and of a directory: reached from the tree, typed into, undone; what they run and count.
#include "models/items/casesmodel.h"
#include "tests/support/windowfixture.h"
#include "ui/editorarea.h"
#include "ui/editors/caseoverview.h"
#include "ui/projectdock.h"
#include "ui/shell/commands.h"
#include "ui/widgets/doctabs.h"
#include "ui/widgets/rowstable.h"
#include "ui/widgets/tiles.h"
#include <QtTest>

using namespace Qt::StringLiterals;
using document::NodeRef;

class TestOverview : public QObject
{
    Q_OBJECT

    std::unique_ptr<WindowFixture> m;
    domain::DirectoryId m_outer, m_inner;
    domain::CaseId m_top, m_deep, m_off;

    document::ProjectDocument &document() { return m->document(); }
    ui::EditorArea &editors() { return *m->window().editors(); }
    ui::CaseOverview *overview() { return editors().findChild<QStackedWidget *>()->currentWidget()->findChild<ui::CaseOverview *>(); }
    QString tile(int i) { return overview()->findChild<ui::Tile *>(u"overviewTile%1"_s.arg(i))->spec().value; }
    domain::CaseId addCase(const QString &name, domain::DirectoryId under, int requests)
    {
        domain::TestCase testCase;
        testCase.stages = {domain::Stage()};
        for (int i = 0; i < requests; ++i)
            testCase.steps << domain::newRequest(u"r"_s, u"GET"_s, u"http://127.0.0.1:1/"_s);
        return document().addCase(name, under, testCase);
    }

private slots:
    void init()
    {
        m = std::make_unique<WindowFixture>();
        m->open();
        m->window().commands()->action(u"newProject"_s)->trigger();
        m_outer = document().addDirectory(u"Outer"_s);
        m_inner = document().addDirectory(u"Inner"_s, m_outer);
        m_top = addCase(u"Top"_s, {}, 1);
        m_deep = addCase(u"Deep"_s, m_inner, 3);
        m_off = addCase(u"Off"_s, m_outer, 2);
        document().setEnabled(m_off, false);
    }
    void cleanup() { m.reset(); }

    void aClickInTheTreeOpensThePage()
    {
        auto *dock = m->window().projectDock();
        dock->select(NodeRef(m_outer));
        emit dock->activated(dock->current());
        QCOMPARE(m->window().page(), ui::MainWindow::Design);
        QVERIFY(overview());
        QCOMPARE(editors().tabs()->tabText(editors().tabs()->currentIndex()), u"Outer"_s);
        emit dock->activated(document().root());
        QCOMPARE(editors().tabs()->count(), 1); // one tab for all pages of this kind
        QVERIFY(m->find<QLineEdit>(u"projectName"_s)->isVisible());
    }

    void aProjectIsNamedAndDescribed()
    {
        editors().openNode(document().root());
        const QString before = document().project().name;
        auto *name = m->find<QLineEdit>(u"projectName"_s);
        name->selectAll();
        QTest::keyClicks(name, u"Bank"_s);
        QCOMPARE(document().project().name, u"Bank"_s);
        QTest::keyClicks(m->find<QPlainTextEdit>(u"projectDescription"_s), u"All of it"_s);
        QCOMPARE(document().project().description, u"All of it"_s);
        while (document().project().name != before && document().undoStack().canUndo())
            document().undoStack().undo();
        QCOMPARE(name->text(), before);
        QCOMPARE(m->find<QLabel>(u"projectTitle"_s)->text(), before);
    }

    void hostsAreBoundForTheWholeProject()
    {
        editors().openNode(document().root());
        auto *hosts = m->find<ui::RowsTable>(u"projectHosts"_s);
        hosts->item(0, 0)->setText(u"shop.example"_s);
        hosts->item(0, 1)->setText(u"10.0.0.1, 10.0.0.2"_s);
        QCOMPARE(document().project().hostBindings().size(), 1);
        QCOMPARE(document().project().hostBindings()[0].value, u"10.0.0.1, 10.0.0.2"_s);
        document().undoStack().undo();
        document().undoStack().undo();
        QVERIFY(document().project().hostBindings().isEmpty());
        QVERIFY(m->find<ui::RowsTable>(u"projectHosts"_s)->rows().isEmpty());
    }

    void aDirectoryIsRenamedAndCounted()
    {
        editors().openNode(NodeRef(m_outer));
        QCOMPARE(tile(0), u"2"_s);
        QCOMPARE(tile(1), u"3"_s); // of the cases that are on
        auto *name = m->find<QLineEdit>(u"directoryName"_s);
        name->selectAll();
        QTest::keyClicks(name, u"Pay"_s);
        QCOMPARE(document().directory(m_outer)->name, u"Pay"_s);
        QCOMPARE(editors().tabs()->tabText(0), u"Pay"_s);
        document().undoStack().undo();
        QCOMPARE(name->text(), u"Outer"_s);
        const auto *model = overview()->model();
        QCOMPARE(model->rowCount(), 2);
        QCOMPARE(model->index(0, items::CasesModel::PlaceColumn).data().toString(), u"Inner"_s);
        QCOMPARE(model->index(1, items::CasesModel::PlaceColumn).data().toString(), QString());
    }

    void aClickOnTheBoxTurnsACaseOffAndOneOnItsNameDoesNot()
    {
        editors().openNode(document().root());
        auto *table = m->find<QTableView>(u"overviewCases"_s);
        const QRect cell = table->visualRect(table->model()->index(0, 0));
        QVERIFY(!table->model()->index(0, 0).data().toString().isEmpty()); // the name stands beside the box
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, {cell.left() + 120, cell.center().y()});
        QVERIFY(document().isEnabled(m_deep));
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, {cell.left() + 15, cell.center().y()});
        QVERIFY(!document().isEnabled(m_deep));
    }

    void theTableTurnsCasesOffAndFollowsTheTree()
    {
        editors().openNode(document().root());
        auto *model = overview()->model();
        QAbstractItemModelTester tester(model);
        QCOMPARE(model->rowCount(), 3);
        QCOMPARE(tile(0), u"3"_s);
        QVERIFY(model->setData(model->index(0, 0), Qt::Unchecked, Qt::CheckStateRole));
        QVERIFY(!document().isEnabled(m_deep));
        document().undoStack().undo();
        QVERIFY(document().isEnabled(m_deep));
        addCase(u"More"_s, m_inner, 1);
        QCOMPARE(model->rowCount(), 4);
        document().remove(NodeRef(m_outer));
        QCOMPARE(model->rowCount(), 1);
    }

    void onlyWhatIsChosenRuns()
    {
        QSignalSpy runs(&editors(), &ui::EditorArea::runRequested);
        editors().openNode(NodeRef(m_outer));
        QVERIFY(!m->find<QPushButton>(u"overviewRunSelected"_s)->isEnabled());
        QVERIFY(m->click(u"overviewRunAll"_s));
        QCOMPARE(runs.takeFirst()[0].value<QVector<domain::CaseId>>(), QVector<domain::CaseId>{m_deep});
        QVERIFY(m->application().runs().current()); // the window took it
        QCOMPARE(editors().currentCases(), QVector<domain::CaseId>{m_deep}); // and F5 means the same
        auto *session = m->application().runs().current();
        session->stopNow();
        QTRY_VERIFY(session->isEnded());
    }

    void theTreeRunsOnlyWhatIsSelected()
    {
        auto *dock = m->window().projectDock();
        QSignalSpy runs(dock, &ui::ProjectDock::runRequested);
        QObject::disconnect(dock, &ui::ProjectDock::runRequested, &m->window(), nullptr);
        dock->select(NodeRef(m_off)); // chosen alone it runs though it is off
        dock->runSelected();
        QCOMPARE(runs.takeFirst()[0].value<QVector<domain::CaseId>>(), QVector<domain::CaseId>{m_off});
        dock->select(document().root());
        dock->runSelected();
        QCOMPARE(runs.takeFirst()[0].value<QVector<domain::CaseId>>(), (QVector<domain::CaseId>{m_deep, m_top}));
    }

    void thePageGoesWithItsDirectoryAndComesBack()
    {
        m->window().openCase(m_top);
        editors().openNode(NodeRef(m_outer));
        QCOMPARE(editors().tabs()->count(), 2);
        QCOMPARE(editors().openNodes(), (QVector<NodeRef>{m_top, m_outer}));
        QVERIFY(!editors().currentCase().isValid());
        document().remove(NodeRef(m_outer));
        QCOMPARE(editors().tabs()->count(), 1);
        QCOMPARE(editors().currentCase(), m_top);
        document().undoStack().undo();
        editors().reopen();
        QCOMPARE(editors().tabs()->count(), 2);
        QTRY_VERIFY(m->find<QLineEdit>(u"directoryName"_s)->isVisible()); // the one before is deleted later
        QVERIFY(m->click(u"overviewAddCase"_s));
        QCOMPARE(document().testCase(editors().currentCase())->directory, m_outer);
    }
};

QTEST_MAIN(TestOverview)
#include "tst_overview.moc"
