// The editors of what belongs to the whole project: variables, environments, tasks, library.
#include "models/items/stepsmodel.h"
#include "ui/editors/edittable.h"
#include "ui/editors/environmentseditor.h"
#include "ui/editors/libraryeditor.h"
#include "ui/editors/newsteps.h"
#include "ui/editors/steplist.h"
#include "ui/editors/taskseditor.h"
#include "ui/editors/variableseditor.h"
#include "ui/widgets/tabs.h"
#include "ui/widgets/theme.h"
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using domain::VariableType;

class TestProjectEditors : public QObject
{
    Q_OBJECT

    template <class T> static T *find(QWidget &in, const QString &name)
    {
        T *found = in.findChild<T *>(name);
        if (!found)
            qFatal("no %s", qPrintable(name));
        return found;
    }
    const domain::Variable &variable(int i = 0) const { return m_document->project().variables[i]; }
    QUndoStack &history() const { return m_document->undoStack(); }

private slots:
    void init()
    {
        ui::theme::apply(false);
        m_document = std::make_unique<document::ProjectDocument>();
        m_case = m_document->addCase(u"Shop"_s);
        m_step = m_document->addStep(m_case, domain::newRequest(u"Home"_s, u"GET"_s, u"http://a/${value}"_s));
        history().clear();
    }
    void cleanup() { m_document.reset(); }

    void everyKindOfVariableIsTypedAndUndone()
    {
        ui::VariablesEditor editor(*m_document);
        editor.resize(1200, 700);
        editor.show();
        editor.add(VariableType::Text);
        QTest::keyClicks(find<QLineEdit>(editor, u"variableText"_s), u"hello"_s);
        QCOMPARE(variable().values, QJsonArray{u"hello"_s});
        auto *kind = find<ui::Segmented>(editor, u"variableType"_s);
        kind->at(1)->click();
        QCOMPARE(variable().values, QJsonArray({1, 100}));
        auto *top = find<QLineEdit>(editor, u"variableMaximum"_s);
        top->selectAll();
        QTest::keyClicks(top, u"5"_s);
        QCOMPARE(variable().values, QJsonArray({1, 5}));
        kind->at(2)->click();
        auto *list = find<QPlainTextEdit>(editor, u"variableList"_s);
        list->selectAll();
        QTest::keyClicks(list, u"web"_s);
        QTest::keyClick(list, Qt::Key_Return);
        QTest::keyClicks(list, u"app"_s);
        QCOMPARE(variable().values, QJsonArray({u"web"_s, u"app"_s}));
        find<ui::Segmented>(editor, u"variableOrder"_s)->at(1)->click();
        find<ui::Segmented>(editor, u"variableShare"_s)->at(1)->click();
        QVERIFY(variable().random && variable().perUser);
        QVERIFY(find<QLabel>(editor, u"variableRule"_s)->text().contains(u"at random"_s));
        while (history().canUndo())
            history().undo();
        QVERIFY(m_document->project().variables.isEmpty());
    }

    void aNameIsRenamedWithItsUsesAndABadOneIsSaid()
    {
        ui::VariablesEditor editor(*m_document);
        editor.show();
        editor.add(VariableType::Text);
        editor.add(VariableType::Text);
        editor.select(variable(0).id);
        auto *name = find<QLineEdit>(editor, u"variableName"_s);
        auto *problem = find<QLabel>(editor, u"variableProblem"_s);
        name->selectAll();
        QTest::keyClicks(name, u"base"_s);
        QCOMPARE(m_document->step(m_step)->message.url, u"http://a/${value}"_s); // not with each key
        QTest::keyClick(name, Qt::Key_Return);
        QCOMPARE(variable(0).name, u"base"_s);
        QCOMPARE(m_document->step(m_step)->message.url, u"http://a/${base}"_s);
        name->selectAll();
        QTest::keyClicks(name, variable(1).name);
        QTest::keyClick(name, Qt::Key_Return);
        QVERIFY(problem->isVisible());
        QVERIFY(problem->text().startsWith(u"Two variables have the name"_s));
        QCOMPARE(variable(0).name, u"base"_s);
        name->setText(u"base"_s);
        history().undo();
        QCOMPARE(m_document->step(m_step)->message.url, u"http://a/${value}"_s);
    }

    void aSensitiveValueIsTakenAndNeverShown()
    {
        ui::VariablesEditor editor(*m_document);
        editor.show();
        editor.add(VariableType::Text, true);
        auto *secret = find<QLineEdit>(editor, u"variableSecret"_s);
        QTest::keyClicks(secret, u"hunter2"_s);
        QTest::keyClick(secret, Qt::Key_Return);
        QCOMPARE(variable().values, QJsonArray{u"hunter2"_s});
        for (const auto *edit : editor.findChildren<QLineEdit *>())
            QVERIFY(!edit->text().contains(u"hunter2"_s));
        for (const auto *edit : editor.findChildren<QPlainTextEdit *>())
            QVERIFY(!edit->toPlainText().contains(u"hunter2"_s));
        find<QCheckBox>(editor, u"variableSensitive"_s)->click(); // what was hidden does not come to light
        QCOMPARE(variable().values, QJsonArray{QString()});
    }

    void aFileShowsItsRowsAndItsMistakes()
    {
        QTemporaryDir folder;
        const auto write = [&](const QByteArray &text) {
            QFile file(folder.filePath(u"users.csv"_s));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(text);
        };
        write("user,city\nann,Leiden\nbob,\nann,Delft\n");
        ui::VariablesEditor editor(*m_document);
        editor.setFolder(folder.path());
        editor.resize(1200, 700);
        editor.show();
        editor.add(VariableType::File);
        QTest::keyClicks(find<QLineEdit>(editor, u"variableFile"_s), u"users.csv"_s);
        auto *table = find<QTreeView>(editor, u"previewTable"_s);
        auto *note = find<QLabel>(editor, u"previewNote"_s);
        QTRY_COMPARE(table->model()->rowCount(), 3);
        QCOMPARE(table->model()->headerData(1, Qt::Horizontal).toString(), u"${user}"_s);
        QVERIFY(note->text().contains(u"3 rows, 2 columns"_s));
        QVERIFY(note->text().contains(u"an empty cell"_s));
        write("user,city\nann\n");
        editor.setFolder(folder.path());
        QVERIFY2(note->text().contains(u"line 2"_s), qPrintable(note->text()));
        QCOMPARE(table->model()->rowCount(), 0);
    }

    void environmentsAreTypedSideBySide()
    {
        domain::Variable base;
        base.name = u"base"_s;
        base.values = {u"http://a"_s};
        m_document->setVariables({base}, u"Add"_s);
        ui::EnvironmentsEditor editor(*m_document);
        editor.resize(900, 400);
        editor.show();
        find<QPushButton>(editor, u"addEnvironment"_s)->click();
        auto *table = find<ui::EditTable>(editor, u"environmentTable"_s);
        const QModelIndex cell = table->model()->index(0, 2);
        table->setCurrentIndex(cell);
        table->edit(cell);
        auto *edit = find<QLineEdit>(*table, u"cellEditor"_s);
        QTest::keyClicks(edit, u"http://b"_s);
        QTest::keyClick(edit, Qt::Key_Return);
        QTRY_COMPARE(m_document->project().environments.first().values.size(), 1);
        QCOMPARE(m_document->project().environments.first().values.first().value, u"http://b"_s);
        editor.renameCurrent();
        auto *name = find<QLineEdit>(editor, u"environmentName"_s);
        name->setText(u"Staging"_s);
        QTest::keyClick(name, Qt::Key_Return);
        QCOMPARE(m_document->project().environments.first().name, u"Staging"_s);
        find<QPushButton>(editor, u"duplicateEnvironment"_s)->click();
        QCOMPARE(m_document->project().environments.size(), 2);
        find<QPushButton>(editor, u"removeEnvironment"_s)->click();
        QCOMPARE(m_document->project().environments.size(), 1);
        while (history().index() > 1)
            history().undo();
        QVERIFY(m_document->project().environments.isEmpty());
    }

    void aTaskChoosesAndOrdersItsCases()
    {
        const auto second = m_document->addCase(u"Search"_s);
        ui::TasksEditor editor(*m_document);
        editor.resize(1200, 700);
        editor.show();
        editor.addTask();
        const auto task = [&]() -> const domain::Task & { return m_document->project().tasks.first(); };
        QCOMPARE(task().cases, QVector<domain::CaseId>({m_case, second}));
        auto *cases = find<ui::EditTable>(editor, u"taskCaseTable"_s);
        cases->setCurrentIndex(cases->model()->index(0, 1));
        QTest::keyClick(cases, Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(task().cases, QVector<domain::CaseId>({second, m_case}));
        find<QPushButton>(editor, u"removeTaskCase"_s)->click();
        QCOMPARE(task().cases, QVector<domain::CaseId>{second});
        find<ui::Segmented>(editor, u"taskOrder"_s)->at(1)->click();
        find<QSpinBox>(editor, u"taskBench"_s)->setValue(250);
        find<QCheckBox>(editor, u"taskScale"_s)->click();
        find<QCheckBox>(editor, u"taskFullLink"_s)->click();
        QVERIFY(!task().parallel && task().scaleByBench && task().fullLink);
        QCOMPARE(task().benchConcurrent, 250);
        auto *name = find<QLineEdit>(editor, u"taskName"_s);
        name->selectAll();
        QTest::keyClicks(name, u"Evening peak"_s);
        QCOMPARE(task().name, u"Evening peak"_s);
        find<QPushButton>(editor, u"addRule"_s)->click();
        QCOMPARE(task().slaRules.size(), 1);
        QSignalSpy run(editor.editor(), &ui::TaskEditor::runRequested);
        find<QPushButton>(editor, u"runTask"_s)->click();
        QCOMPARE(run.size(), 1);
        while (history().canUndo())
            history().undo();
        QVERIFY(m_document->project().tasks.isEmpty());
    }

    void aTransactionIsEditedLikeACaseAndUndone()
    {
        ui::LibraryEditor editor(*m_document);
        editor.resize(1280, 720);
        editor.show();
        editor.activateWindow();
        editor.addTransaction();
        const auto transaction = [&]() -> const domain::Transaction & { return m_document->project().transactions.first(); };
        const auto id = transaction().id;
        history().clear();
        editor.steps()->add(domain::newRequest(u"Log in"_s, u"POST"_s, u"${base}/login"_s));
        QCOMPARE(transaction().steps.size(), 1);
        QCOMPARE(history().count(), 1);
        auto *url = editor.findChild<QPlainTextEdit *>(u"requestUrl"_s);
        QVERIFY(url && url->isVisible());
        QVERIFY(QTest::qWaitForWindowActive(&editor));
        url->setFocus();
        url->moveCursor(QTextCursor::End);
        QTest::keyClicks(url, u"?a=1"_s);
        QCOMPARE(transaction().steps.first().message.url, u"${base}/login?a=1"_s);
        QCOMPARE(history().count(), 2); // all keys are one
        QVERIFY(url->hasFocus());
        QCOMPARE(find<QLabel>(editor, u"transactionNeeds"_s)->text(), u"${base}"_s);
        const auto step = transaction().steps.first().id;
        history().undo();
        QCOMPARE(transaction().steps.first().message.url, u"${base}/login"_s);
        QCOMPARE(url->toPlainText(), u"${base}/login"_s);
        QCOMPARE(transaction().steps.first().id, step);
        history().undo();
        QVERIFY(transaction().steps.isEmpty());
        history().redo();
        history().redo();
        QCOMPARE(transaction().steps.first().message.url, u"${base}/login?a=1"_s);

        // Where it is used, and that a used one is not deleted.
        m_document->addStep(m_case, ui::referenceTo(transaction()));
        QVERIFY(find<QLabel>(editor, u"transactionUsed"_s)->text().contains(u"Shop"_s));
        find<QPushButton>(editor, u"removeTransaction"_s)->click();
        QCOMPARE(m_document->project().transactions.size(), 1);
        QVERIFY(find<QLabel>(editor, u"libraryNote"_s)->text().contains(u"“Shop”"_s));
        history().undo();
        find<QPushButton>(editor, u"removeTransaction"_s)->click();
        QVERIFY(m_document->project().transactions.isEmpty());
        history().undo();
        QCOMPARE(transaction().id, id);
    }

private:
    std::unique_ptr<document::ProjectDocument> m_document;
    domain::CaseId m_case;
    domain::StepId m_step;
};

QTEST_MAIN(TestProjectEditors)
#include "tst_projecteditors.moc"
