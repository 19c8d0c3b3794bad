// A case in its editor: the list of steps, the pages of every kind of instruction, the other parts.
#include "models/document/clipboard.h"
#include "models/domain/casedocument.h"
#include "models/domain/instruction.h"
#include "models/items/stepsmodel.h"
#include "ui/editors/caseeditor.h"
#include "ui/editors/edittable.h"
#include "ui/editors/newsteps.h"
#include "ui/editors/requesteditor.h"
#include "ui/editors/steplist.h"
#include "ui/widgets/cells.h"
#include "ui/widgets/tabs.h"
#include "ui/widgets/theme.h"
#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using domain::StepKind;
using ui::CaseEditor;

class TestCaseEditor : public QObject
{
    Q_OBJECT

    template <class T> T *find(const QString &name) const
    {
        // Pages of several kinds have fields of one name: the visible one is meant.
        for (T *found : m_editor->findChildren<T *>(name)) {
            if (found->isVisible())
                return found;
        }
        qFatal("no visible %s", qPrintable(name));
        return nullptr;
    }
    QStringList names() const
    {
        QStringList all;
        const std::function<void(const QVector<domain::Step> &, const QString &)> add = [&](const auto &steps, const QString &indent) {
            for (const domain::Step &step : steps) {
                all << indent + m_document->nameOf(step.id);
                add(step.children, indent + u' ');
            }
        };
        add(m_document->testCase(m_case)->steps, {});
        return all;
    }
    domain::StepId request(const QString &name)
    {
        return m_document->addStep(m_case, domain::newRequest(name, u"GET"_s, u"http://shop/"_s + name));
    }
    void trigger(const QString &name)
    {
        auto *action = m_editor->findChild<QAction *>(name);
        if (!action)
            qFatal("no action %s", qPrintable(name));
        action->trigger();
    }
    static void type(ui::EditTable *table, int row, int column, const QString &text)
    {
        const QModelIndex index = table->model()->index(row, column);
        table->setCurrentIndex(index);
        table->edit(index);
        auto *edit = table->findChild<QLineEdit *>(u"cellEditor"_s);
        QVERIFY(edit);
        edit->clear();
        QTest::keyClicks(edit, text);
        QTest::keyClick(edit, Qt::Key_Return);
        QTRY_VERIFY(!table->findChild<QLineEdit *>(u"cellEditor"_s));
    }
    const domain::Step &current() const { return *m_document->step(m_editor->currentStep()); }
    QUndoStack &history() const { return m_document->undoStack(); }

private slots:
    void init()
    {
        ui::theme::apply(false);
        m_document = std::make_unique<document::ProjectDocument>();
        m_case = m_document->addCase(u"Shop"_s);
        m_a = request(u"a"_s);
        m_b = m_document->addStep(m_case, domain::newRequest(u"b"_s, u"GET"_s, u"http://shop/b"_s), m_a);
        m_editor = std::make_unique<CaseEditor>(*m_document, m_case);
        m_editor->resize(1200, 760);
        m_editor->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_editor.get()));
        m_tester = std::make_unique<QAbstractItemModelTester>(m_editor->steps()->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        history().clear();
    }
    void cleanup()
    {
        m_tester.reset();
        m_editor.reset();
        m_document.reset();
    }

    void theFirstStepIsOpen()
    {
        QCOMPARE(m_editor->currentStep(), m_a);
        QVERIFY(m_editor->requestEditor()->isVisible());
        QCOMPARE(m_editor->requestEditor()->step(), m_a);
    }

    void everyKindIsAddedFromTheMenuAndHasAnEditor()
    {
        auto *add = m_editor->findChild<QPushButton *>(u"addStep"_s);
        for (const auto &fresh : ui::newSteps()) {
            const int before = history().count();
            auto *action = add->menu()->findChild<QAction *>(u"add"_s + fresh.id);
            if (!action) { // actions of a menu are its own, not its children by name in all versions
                for (QAction *a : add->menu()->actions())
                    action = a->objectName() == u"add"_s + fresh.id ? a : action;
            }
            QVERIFY2(action, qPrintable(fresh.id));
            m_editor->steps()->select(m_b);
            action->trigger();
            QCOMPARE(history().count(), before + 1);
            QCOMPARE(current().kind, fresh.step.kind);
            if (fresh.step.kind == StepKind::Request)
                QVERIFY(m_editor->requestEditor()->isVisible());
            else
                QVERIFY(find<QLineEdit>(u"instructionName"_s)->isVisible());
        }
        while (history().canUndo())
            history().undo();
        QCOMPARE(names(), QStringList({u"a"_s, u"b"_s}));
    }

    void aStepIsAddedIntoTheHolderThatIsChosen()
    {
        domain::Step loop;
        domain::put(loop, domain::Loop{});
        const auto id = m_editor->steps()->add(loop);
        QCOMPARE(names(), QStringList({u"a"_s, u"Loop"_s, u"b"_s}));
        m_editor->steps()->add(domain::newRequest(u"in"_s, u"GET"_s, {}));
        QCOMPARE(m_document->step(id)->children.size(), 1);
        m_editor->steps()->tree()->setCurrentIndex(m_editor->steps()->model()->index(0, 0)); // once for each user
        m_editor->steps()->add(domain::newRequest(u"log in"_s, u"GET"_s, {}));
        QCOMPARE(m_document->testCase(m_case)->setupSteps.size(), 1);
    }

    void severalAreCopiedAsTextAndPastedInAnotherCase()
    {
        m_editor->steps()->select(QVector<domain::StepId>{m_a, m_b});
        QCOMPARE(m_editor->steps()->selected().size(), 2);
        trigger(u"copyStep"_s);
        QVERIFY(document::stepsFromText(QGuiApplication::clipboard()->text().toUtf8()).has_value());
        const auto other = m_document->addCase(u"Other"_s);
        CaseEditor elsewhere(*m_document, other);
        QCOMPARE(elsewhere.steps()->paste(), QString());
        QCOMPARE(m_document->testCase(other)->steps.size(), 2);
        QCOMPARE(history().undoText(), u"Paste 2 steps"_s);
        history().undo();
        QVERIFY(m_document->testCase(other)->steps.isEmpty());
        QGuiApplication::clipboard()->setText(u"hello"_s);
        trigger(u"pasteStep"_s);
        QCOMPARE(m_editor->findChild<QLabel *>(u"caseComplaint"_s)->text(), u"The clipboard holds no steps."_s);
    }

    void cutDuplicateDeleteAndSwitchOff()
    {
        m_editor->steps()->select(m_a);
        trigger(u"duplicateStep"_s);
        QCOMPARE(names().size(), 3);
        history().undo();
        m_editor->steps()->select(QVector<domain::StepId>{m_a, m_b});
        trigger(u"toggleStep"_s);
        QVERIFY(!m_document->isEnabled(m_a) && !m_document->isEnabled(m_b));
        QCOMPARE(history().count(), 1 + int(history().canRedo()));
        trigger(u"toggleStep"_s);
        QVERIFY(m_document->isEnabled(m_a) && m_document->isEnabled(m_b));
        m_editor->steps()->select(m_a);
        trigger(u"cutStep"_s);
        QCOMPARE(names(), QStringList{u"b"_s});
        QCOMPARE(m_editor->currentStep(), m_b);
        trigger(u"pasteStep"_s);
        QCOMPARE(names(), QStringList({u"b"_s, u"a"_s}));
        trigger(u"removeStep"_s);
        QCOMPARE(names(), QStringList{u"b"_s});
    }

    void keysMoveAStep()
    {
        m_editor->steps()->select(m_a);
        QTest::keyClick(m_editor->steps()->tree(), Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(names(), QStringList({u"b"_s, u"a"_s}));
        QCOMPARE(m_editor->currentStep(), m_a);
        QTest::keyClick(m_editor->steps()->tree(), Qt::Key_Down, Qt::AltModifier); // the end
        QTest::keyClick(m_editor->steps()->tree(), Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(names(), QStringList({u"a"_s, u"b"_s}));
    }

    void chosenStepsAreWrapped()
    {
        m_editor->steps()->select(QVector<domain::StepId>{m_a, m_b});
        domain::Step loop;
        domain::put(loop, domain::Loop{});
        m_editor->steps()->wrapSelected(loop);
        QCOMPARE(names(), QStringList({u"Loop"_s, u" a"_s, u" b"_s}));
        QCOMPARE(history().count(), 1);
        history().undo();
        QCOMPARE(names(), QStringList({u"a"_s, u"b"_s}));
    }

    void aStepIsRenamedInTheList()
    {
        auto *tree = m_editor->steps()->tree();
        trigger(u"renameStep"_s);
        auto *edit = tree->findChild<QLineEdit *>(u"nameEditor"_s);
        QVERIFY(edit);
        edit->setText(u"Home"_s);
        QTest::keyClick(edit, Qt::Key_Return);
        QTRY_COMPARE(m_document->nameOf(m_a), u"Home"_s);
    }

    void aLoopIsEdited()
    {
        domain::Step loop;
        domain::put(loop, domain::Loop{});
        m_editor->addStep(loop);
        auto *count = find<QLineEdit>(u"loopCount"_s);
        auto *problem = find<QLineEdit>(u"loopCount"_s)->window()->findChild<QLabel *>(u"instructionProblem"_s);
        QVERIFY(problem);
        count->selectAll();
        QTest::keyClicks(count, u"12"_s);
        QCOMPARE(domain::loopOf(current())->count, u"12"_s);
        QCOMPARE(history().count(), 2);
        type(find<ui::EditTable>(u"breakTable"_s), 0, 0, u"${__loop}"_s);
        type(find<ui::EditTable>(u"breakTable"_s), 0, 2, u"3"_s);
        QCOMPARE(domain::loopOf(current())->breakCondition->items.size(), 1);
        count->selectAll();
        QTest::keyClicks(count, u"many"_s);
        const auto said = [&] {
            for (auto *label : m_editor->findChildren<QLabel *>(u"instructionProblem"_s)) {
                if (label->isVisible())
                    return label->text();
            }
            return QString();
        };
        QVERIFY(said().startsWith(u"The turns must be a whole number"_s));
        history().undo();
        QCOMPARE(said(), QString());
        QTest::keyClicks(find<QLineEdit>(u"instructionName"_s), u"Twice"_s);
        QCOMPARE(m_document->nameOf(m_editor->currentStep()), u"Twice"_s);
    }

    void aConditionIsEdited()
    {
        domain::Step condition;
        domain::put(condition, domain::Condition{});
        m_editor->addStep(condition);
        auto *table = find<ui::EditTable>(u"conditionTable"_s);
        type(table, 0, 0, u"${stock}"_s);
        type(table, 0, 2, u"0"_s);
        type(table, 1, 0, u"${price}"_s);
        find<ui::Segmented>(u"conditionRule"_s)->at(1)->click(); // shown from two comparisons on
        const auto read = *domain::conditionOf(current());
        QCOMPARE(read.items.size(), 2);
        QVERIFY(!read.all);
        while (history().index() > 1)
            history().undo();
        QVERIFY(domain::conditionOf(current())->items.isEmpty());
    }

    void dataShareLimitRendezvousAndPluginAreEdited()
    {
        const auto add = [&](auto settings) {
            domain::Step step;
            domain::put(step, settings);
            m_editor->addStep(step);
        };
        add(domain::DataInstruction{});
        type(find<ui::EditTable>(u"dataTable"_s), 0, 0, u"amount"_s);
        type(find<ui::EditTable>(u"dataTable"_s), 0, 1, u"2 + 3"_s);
        QCOMPARE(domain::dataInstructionOf(current())->params.first().logic, u"2 + 3"_s);

        add(domain::UserShare{});
        type(find<ui::EditTable>(u"branchTable"_s), 0, 0, u"Buyers"_s);
        type(find<ui::EditTable>(u"branchTable"_s), 0, 1, u"70"_s);
        find<ui::Segmented>(u"shareKind"_s)->at(1)->click();
        QCOMPARE(domain::userShareOf(current())->branches.first().weight, 70);
        QVERIFY(!domain::userShareOf(current())->fixed);

        m_editor->steps()->select(m_b);
        add(domain::Throughput{});
        find<QDoubleSpinBox>(u"throughputRate"_s)->setValue(12.34);
        QCOMPARE(domain::throughputOf(current())->rps, 12.34);

        m_editor->steps()->select(m_b);
        add(domain::Rendezvous{});
        find<QSpinBox>(u"rendezvousCount"_s)->setValue(50);
        find<QSpinBox>(u"rendezvousTimeout"_s)->setValue(2500);
        QCOMPARE(domain::rendezvousOf(current())->count, 50);
        QCOMPARE(domain::rendezvousOf(current())->timeoutMs, 2500);

        m_editor->steps()->select(m_b);
        add(domain::PluginRequest{});
        QTest::keyClicks(find<QLineEdit>(u"pluginName"_s), u"mydb"_s);
        QTest::keyClicks(find<QLineEdit>(u"pluginFunction"_s), u"Query"_s);
        type(find<ui::EditTable>(u"pluginTable"_s), 0, 0, u"sql"_s);
        QCOMPARE(domain::pluginRequestOf(current())->function, u"Query"_s);
        while (history().canUndo())
            history().undo();
        QCOMPARE(names(), QStringList({u"a"_s, u"b"_s}));
    }

    void aTransactionStandsForItsSteps()
    {
        domain::Transaction login;
        login.name = u"Sign in"_s;
        login.steps = {domain::newRequest(u"post"_s, u"POST"_s, u"http://a"_s)};
        const auto id = m_document->addTransaction(login);
        m_editor->addStep(ui::referenceTo(m_document->project().transactions.first()));
        QCOMPARE(m_document->nameOf(m_editor->currentStep()), u"Sign in"_s);
        auto *choice = find<QComboBox>(u"transactionChoice"_s);
        QCOMPARE(choice->currentText(), u"Sign in"_s);
        QSignalSpy opened(m_editor.get(), &CaseEditor::openTransaction);
        find<QPushButton>(u"openTransaction"_s)->click();
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened.first().first().value<domain::TransactionId>(), id);
    }

    void findReplacesInThisCase()
    {
        m_editor->findAndReplace();
        auto *dialog = m_editor->findChild<QDialog *>(u"findReplace"_s);
        QVERIFY(dialog);
        QTest::keyClicks(dialog->findChild<QLineEdit *>(u"findText"_s), u"shop"_s);
        auto *results = dialog->findChild<QTreeView *>(u"findResults"_s);
        QCOMPARE(results->model()->rowCount(), 2);
        QTest::keyClicks(dialog->findChild<QLineEdit *>(u"replaceText"_s), u"store"_s);
        results->model()->setData(results->model()->index(1, 0), Qt::Unchecked, Qt::CheckStateRole);
        dialog->findChild<QPushButton *>(u"replaceAll"_s)->click();
        QCOMPARE(m_document->step(m_a)->message.url, u"http://store/a"_s);
        QCOMPARE(m_document->step(m_b)->message.url, u"http://shop/b"_s);
        history().undo();
        QCOMPARE(m_document->step(m_a)->message.url, u"http://shop/a"_s);
        dialog->findChild<QCheckBox *>(u"findRegex"_s)->setChecked(true);
        dialog->findChild<QLineEdit *>(u"findText"_s)->setText(u"(a"_s);
        QVERIFY(dialog->findChild<QLabel *>(u"findNote"_s)->text().contains(u"does not hold"_s));
        QVERIFY(!dialog->findChild<QPushButton *>(u"replaceAll"_s)->isEnabled());
        dialog->close();
    }

    void rulesAreTypedAndReadOut()
    {
        m_editor->showPart(CaseEditor::Rules);
        find<QPushButton>(u"addRule"_s)->click();
        find<QDoubleSpinBox>(u"ruleValue"_s)->setValue(250);
        find<QComboBox>(u"ruleTarget"_s)->setCurrentIndex(1);
        emit find<QComboBox>(u"ruleTarget"_s)->activated(1);
        find<ui::Segmented>(u"ruleStop"_s)->at(1)->click();
        const domain::SlaRule &rule = m_document->testCase(m_case)->slaRules.first();
        QCOMPARE(rule.value, 250);
        QCOMPARE(rule.target, u"a"_s);
        QCOMPARE(rule.scope, u"request"_s);
        QVERIFY(rule.stop);
        QVERIFY(find<QLabel>(u"ruleSentence"_s)->text().contains(u"“a”"_s));
        find<QPushButton>(u"removeRule"_s)->click();
        QVERIFY(m_document->testCase(m_case)->slaRules.isEmpty());
        while (history().canUndo())
            history().undo();
    }

    void aCaseIsDescribed()
    {
        m_editor->showPart(CaseEditor::About);
        auto *labels = find<QLineEdit>(u"caseLabels"_s);
        QTest::keyClicks(labels, u"smoke, pay"_s);
        QCOMPARE(labels->text(), u"smoke, pay"_s);
        QTest::keyClicks(find<QPlainTextEdit>(u"caseDescription"_s), u"Buys."_s);
        find<ui::Segmented>(u"caseLevel"_s)->at(0)->click();
        find<QComboBox>(u"caseStatus"_s)->setCurrentIndex(3);
        find<ui::Segmented>(u"caseLogs"_s)->at(1)->click();
        const auto document = *domain::caseDocumentOf(*m_document->testCase(m_case));
        QCOMPARE(document.labels, QStringList({u"smoke"_s, u"pay"_s}));
        QCOMPARE(document.description, u"Buys."_s);
        QCOMPARE(document.level, 0);
        QCOMPARE(document.status, 7);
        QVERIFY(m_document->testCase(m_case)->logsByCase);
        QCOMPARE(history().count(), 5); // one a field
        while (history().canUndo())
            history().undo();
        QVERIFY(m_document->testCase(m_case)->caseInfo.isEmpty());
        QCOMPARE(labels->text(), QString());
    }

private:
    std::unique_ptr<document::ProjectDocument> m_document;
    std::unique_ptr<CaseEditor> m_editor;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
    domain::CaseId m_case;
    domain::StepId m_a, m_b;
};

QTEST_MAIN(TestCaseEditor)
#include "tst_caseeditor.moc"
