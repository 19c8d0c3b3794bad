// Files of other programs in the window: into the open project as one step that can be undone, with the list of what was
// left out; and the manual from inside a dialog that shuts the window off.
#include "models/domain/validation.h"
#include "tests/support/windowfixture.h"
#include "ui/projectactions.h"
#include "ui/shell/commands.h"
#include "ui/shell/manualpage.h"
#include <QtTest>

using namespace Qt::StringLiterals;

class TestImport : public QObject
{
    Q_OBJECT

    std::unique_ptr<WindowFixture> m;

    static QString sample(const QString &name) { return QStringLiteral(TEST_DATA) + u"/import/"_s + name; }
    QDialog *report() { return m->find<QDialog>(u"importReport"_s); }
    bool isBusy() { return m->application().imports().isBusy(); }

private slots:
    void init()
    {
        m = std::make_unique<WindowFixture>();
        m->open();
    }
    void cleanup() { m.reset(); }

    void aForeignFileGoesIntoTheOpenProjectAsOneStep_data()
    {
        QTest::addColumn<QString>("file");
        for (const char *name : {"shop.har", "shop.postman.json", "shop.openapi.json", "shop.jmx", "shop.perftest.json"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }

    void aForeignFileGoesIntoTheOpenProjectAsOneStep()
    {
        QFETCH(QString, file);
        m->window().commands()->action(u"newProject"_s)->trigger();
        m->document().addCase(u"Mine"_s);
        const auto before = m->document().project();
        const int steps = m->document().undoStack().count();
        m->window().projectActions()->importProject(sample(file));
        const auto &entries = m->application().imports().entries(); // what upload/processes tells
        QCOMPARE(entries.last().name, file);
        QCOMPARE(entries.last().status, services::ImportEntry::Importing);
        QTRY_VERIFY(!isBusy());
        QCOMPARE(entries.last().status, services::ImportEntry::Done);
        QTRY_VERIFY(report());
        QVERIFY(report()->isVisible());
        QVERIFY(!report()->isModal());
        QVERIFY(report()->findChild<QListWidget *>(u"importLedger"_s)->count() > 0);
        QCOMPARE(m->document().undoStack().count(), steps + 1);
        const auto after = m->document().project();
        QVERIFY(after.cases.size() > before.cases.size());
        for (const auto &finding : domain::validate(after)) // references of the file became the project's
            QVERIFY2(!finding.blocking || finding.testCase == before.cases[0].id, qPrintable(finding.place + finding.message));
        m->document().undoStack().undo();
        QCOMPARE(m->document().project(), before);
        m->document().undoStack().redo();
        QCOMPARE(m->document().project(), after);
        QTest::mouseClick(report()->findChild<QPushButton *>(u"importClose"_s), Qt::LeftButton);
        QTRY_VERIFY(!report());
    }

    void withoutAProjectItBecomesOne()
    {
        m->window().projectActions()->importProject(sample(u"shop.har"_s));
        QTRY_VERIFY(m->workspace().currentProject().isValid());
        QCOMPARE(m->document().project().name, u"shop"_s);
        QCOMPARE(m->document().project().cases[0].steps.size(), 4);
    }

    void anImportedVariableNeverReplacesOnesOwn()
    {
        m->window().commands()->action(u"newProject"_s)->trigger();
        domain::Variable own;
        own.name = u"base"_s;
        own.values = {u"http://mine"_s};
        m->document().setVariables({own}, u"Add"_s);
        m->window().projectActions()->importProject(sample(u"shop.postman.json"_s));
        QTRY_VERIFY(report());
        QCOMPARE(m->document().project().variables[0].values[0].toString(), u"http://mine"_s);
        QCOMPARE(m->document().project().variables.size(), 2);
        auto *list = report()->findChild<QListWidget *>(u"importLedger"_s);
        QCOMPARE(list->findItems(u"“base”"_s, Qt::MatchContains).size(), 1);
    }

    void aFileThatCannotBeReadSaysWhyAndChangesNothing()
    {
        m->window().commands()->action(u"newProject"_s)->trigger();
        const auto before = m->document().project();
        QFile bad(m->file(u"bad.har"_s));
        QVERIFY(bad.open(QIODevice::WriteOnly));
        bad.write("{\"log\": {\"creator\": 1, \"entries\": [");
        bad.close();
        QSignalSpy failed(m->window().projectActions(), &ui::ProjectActions::failed);
        m->window().projectActions()->importProject(bad.fileName());
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY2(failed[0][0].toString().contains(u"JSON"_s), qPrintable(failed[0][0].toString()));
        QCOMPARE(m->document().project(), before);
        QCOMPARE(m->application().imports().entries().last().status, services::ImportEntry::Failed);
        QVERIFY(!report());
    }

    void aCancelledImportComesToNothing()
    {
        m->window().commands()->action(u"newProject"_s)->trigger();
        const auto before = m->document().project();
        services::ForeignImport import(m->application().imports());
        QSignalSpy finished(&import, &services::ForeignImport::finished);
        QVERIFY(import.start(sample(u"shop.jmx"_s)));
        QVERIFY(!import.start(sample(u"shop.har"_s)));
        import.cancel();
        QTRY_VERIFY(!import.isBusy());
        QCOMPARE(finished.size(), 0);
        QCOMPARE(m->application().imports().entries().last().status, services::ImportEntry::Failed);
        QCOMPARE(m->document().project(), before);
    }

    void f1InsideAModalDialogOpensTheManualThere()
    {
        QDialog dialog(&m->window());
        dialog.setProperty("help", u"load#stages"_s);
        auto *edit = new QLineEdit(&dialog);
        dialog.open();
        QVERIFY(dialog.isModal());
        QTest::keyClick(edit, Qt::Key_F1);
        auto *manual = dialog.findChild<QDialog *>(u"dialogManual"_s);
        QVERIFY(manual);
        QVERIFY(manual->isVisible());
        QCOMPARE(manual->findChild<ui::ManualPage *>()->page(), u"load"_s);
        QVERIFY(!manual->isModal());
        QVERIFY(manual->isEnabled());
        dialog.setProperty("help", u"variables"_s);
        QTest::keyClick(edit, Qt::Key_F1);
        QCOMPARE(dialog.findChildren<QDialog *>(u"dialogManual"_s).size(), 1);
        QCOMPARE(manual->findChild<ui::ManualPage *>()->page(), u"variables"_s);
        manual->close();
        QVERIFY(dialog.isVisible());
    }
};

QTEST_MAIN(TestImport)
#include "tst_import.moc"
