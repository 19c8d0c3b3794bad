#include "ui/projectdock.h"
#include "ui/widgets/cells.h"
#include "ui/widgets/theme.h"
#include <QTest>

using namespace Qt::StringLiterals;

class TestProjectDock : public QObject
{
    Q_OBJECT

private slots:
    void f2RenamesACaseAndUndoGivesTheOldNameBack()
    {
        ui::theme::apply(false);
        document::ProjectDocument document;
        const auto id = document.addCase(u"Shop"_s);
        ui::ProjectDock dock(document);
        dock.show();
        dock.select(id);
        dock.renameCurrent();
        auto *edit = dock.findChild<QLineEdit *>(u"nameEditor"_s);
        QVERIFY(edit);
        edit->setText(u"Market"_s);
        QTest::keyClick(edit, Qt::Key_Return);
        QTRY_COMPARE(document.nameOf(id), u"Market"_s); // the delegate commits from the event loop
        document.undoStack().undo();
        QCOMPARE(document.nameOf(id), u"Shop"_s);
    }
    void theFilterHidesWhatDoesNotMatch()
    {
        document::ProjectDocument document;
        document.addCase(u"Shop"_s);
        document.addCase(u"Bank"_s);
        ui::ProjectDock dock(document);
        dock.filter()->setText(u"ban"_s);
        auto *model = dock.tree()->model();
        QCOMPARE(model->rowCount(model->index(0, 0)), 1);
    }
    void aRequestIsAddedToTheCaseItStandsIn()
    {
        document::ProjectDocument document;
        const auto id = document.addCase(u"Shop"_s);
        ui::ProjectDock dock(document);
        dock.select(id);
        dock.addRequest();
        QCOMPARE(document.testCase(id)->steps.size(), 1);
        QCOMPARE(dock.current().kind, document::NodeRef::Step);
        dock.removeSelected();
        QCOMPARE(document.testCase(id)->steps.size(), 0);
    }
};

QTEST_MAIN(TestProjectDock)
#include "tst_projectdock.moc"
