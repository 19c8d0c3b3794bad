#include "tests/models/outline.h"

#include <QTest>

using namespace Qt::StringLiterals;
using document::NodeRef;
using document::ProjectDocument;
using document::StepPlace;

class CommandsTest : public QObject
{
    Q_OBJECT

    static QStringList children(const ProjectDocument &document, NodeRef node)
    {
        QStringList names;
        for (int row = 0; row < document.childCount(node); ++row)
            names.append(document.nameOf(document.childAt(node, row)));
        return names;
    }

    using Edit = std::function<void(SampleProject &)>;

private slots:
    void everyEditIsOneCommandThatUndoesExactly_data()
    {
        QTest::addColumn<Edit>("edit");
        QTest::addColumn<QString>("text");
        const auto row = [](const char *name, const Edit &edit, const QString &text) { QTest::newRow(name) << edit << text; };
        row("add directory", [](SampleProject &s) { s.document.addDirectory(u"New"_s, s.api); }, u"Add directory “New”"_s);
        row("add case", [](SampleProject &s) { s.document.addCase(u"New"_s, s.api); }, u"Add case “New”"_s);
        row("add step", [](SampleProject &s) { s.document.addStep(s.cart, request(u"x"_s), s.step(u"add"_s)); }, u"Add step to “Cart”"_s);
        row("add setup step", [](SampleProject &s) { s.document.addStep(s.cart, request(u"x"_s), {}, true); }, u"Add step to “Cart”"_s);
        row("paste steps", [](SampleProject &s) {
            s.document.insertSteps({s.cart, s.step(u"loop"_s), StepPlace::Children, 0, 0}, {request(u"x"_s), request(u"y"_s)});
        }, u"Add 2 steps to “Cart”"_s);
        row("delete directory", [](SampleProject &s) { s.document.remove(s.api); }, u"Delete directory “API”"_s);
        row("delete case", [](SampleProject &s) { s.document.remove(s.login); }, u"Delete case “Login”"_s);
        row("delete step", [](SampleProject &s) { s.document.remove(s.step(u"pay"_s)); }, u"Delete step “pay”"_s);
        row("delete several", [](SampleProject &s) { s.document.remove({s.api, s.login, s.browse}); }, u"Delete 2 items"_s);
        row("rename directory", [](SampleProject &s) { s.document.rename(s.api, u"X"_s); }, u"Rename directory “API”"_s);
        row("rename case", [](SampleProject &s) { s.document.rename(s.cart, u"X"_s); }, u"Rename case “Cart”"_s);
        row("rename step", [](SampleProject &s) { s.document.rename(s.step(u"loop"_s), u"X"_s); }, u"Rename step “loop”"_s);
        row("rename project", [](SampleProject &s) { s.document.rename(s.document.root(), u"X"_s); }, u"Rename project “Shop”"_s);
        row("duplicate directory", [](SampleProject &s) { s.document.duplicate(s.api); }, u"Duplicate “API”"_s);
        row("duplicate case", [](SampleProject &s) { s.document.duplicate(s.cart); }, u"Duplicate “Cart”"_s);
        row("duplicate step", [](SampleProject &s) { s.document.duplicate(s.step(u"loop"_s)); }, u"Duplicate “loop”"_s);
        row("move case", [](SampleProject &s) { s.document.move(s.cart, s.document.root(), 1); }, u"Move case “Cart”"_s);
        row("move directory", [](SampleProject &s) { s.document.move(s.auth, s.document.root(), 0); }, u"Move directory “Auth”"_s);
        row("move step", [](SampleProject &s) { s.document.move(s.step(u"add"_s), s.step(u"loop"_s), 0); }, u"Move step “add”"_s);
        row("move step to a case", [](SampleProject &s) { s.document.move(s.step(u"loop"_s), s.browse); }, u"Move step “loop”"_s);
        row("move step to setup", [](SampleProject &s) { s.document.moveStep(s.step(u"add"_s), {s.cart, {}, StepPlace::Setup, 0, 0}); }, u"Move step “add”"_s);
        row("last setup step first", [](SampleProject &s) { s.document.moveStep(s.step(u"open"_s), {s.cart, {}, StepPlace::Steps, 0, 0}); }, u"Move step “open”"_s);
        row("switch off case", [](SampleProject &s) { s.document.setEnabled(s.cart, false); }, u"Switch off “Cart”"_s);
        row("switch off step", [](SampleProject &s) { s.document.setEnabled(s.step(u"add"_s), false); }, u"Switch off “add”"_s);
        row("stages", [](SampleProject &s) { s.document.setStages(s.cart, {domain::Stage{}}, u"Add stage"_s); }, u"Add stage"_s);
        row("rules", [](SampleProject &s) { s.document.setSlaRules(s.cart, {domain::SlaRule{}}, u"Add rule"_s); }, u"Add rule"_s);
        row("all steps", [](SampleProject &s) { s.document.setSteps(s.cart, {request(u"a"_s), request(u"b"_s)}, {}, u"Replace"_s); }, u"Replace"_s);
        row("variables", [](SampleProject &s) { s.document.setVariables({domain::Variable{}}, u"Add"_s); }, u"Add"_s);
        row("environments", [](SampleProject &s) { s.document.setEnvironments({domain::Environment{}}, u"Add"_s); }, u"Add"_s);
        row("task", [](SampleProject &s) { domain::Task task; task.name = u"T"_s; s.document.addTask(task); }, u"Add task “T”"_s);
        row("transaction", [](SampleProject &s) { domain::Transaction t; t.name = u"T"_s; s.document.addTransaction(t); }, u"Add transaction “T”"_s);
        row("head", [](SampleProject &s) { s.document.setProjectHead(u"Shop"_s, u"All of it"_s); }, u"Describe the project"_s);
    }

    void everyEditIsOneCommandThatUndoesExactly()
    {
        QFETCH(Edit, edit);
        QFETCH(QString, text);
        SampleProject sample;
        QUndoStack &stack = sample.document.undoStack();
        const domain::Project before = sample.document.project();
        edit(sample);
        const domain::Project after = sample.document.project();
        QVERIFY(after != before);
        QCOMPARE(stack.count(), 1);
        QCOMPARE(stack.undoText(), text);
        for (int i = 0; i < 2; ++i) {
            stack.undo();
            QVERIFY(sample.document.project() == before);
            stack.redo();
            QVERIFY(sample.document.project() == after);
        }
    }

    void typingInOneFieldIsOneCommand()
    {
        SampleProject sample;
        for (const QString &name : {u"C"_s, u"Ch"_s, u"Che"_s})
            sample.document.rename(sample.cart, name);
        QCOMPARE(sample.document.undoStack().count(), 1);
        sample.document.rename(sample.browse, u"B"_s);
        QCOMPARE(sample.document.undoStack().count(), 2);
        sample.document.undoStack().undo();
        sample.document.undoStack().undo();
        QCOMPARE(sample.document.nameOf(sample.cart), u"Cart"_s);
    }

    void fieldsOfTwoStepsDoNotMerge()
    {
        SampleProject sample;
        sample.document.rename(sample.step(u"add"_s), u"x"_s);
        sample.document.rename(sample.step(u"pay"_s), u"y"_s);
        QCOMPARE(sample.document.undoStack().count(), 2);
    }

    void typingBackToTheStartLeavesNoCommand()
    {
        SampleProject sample;
        sample.document.rename(sample.cart, u"X"_s);
        sample.document.rename(sample.cart, u"Cart"_s);
        QCOMPARE(sample.document.undoStack().count(), 0);
    }

    void duplicatesStandBehindTheirOriginalWithTheNextFreeNumber()
    {
        SampleProject sample;
        sample.document.addCase(u"Last"_s, sample.api);
        const NodeRef twin = sample.document.duplicate(sample.cart);
        sample.document.duplicate(twin);
        QCOMPARE(children(sample.document, sample.api),
                 QStringList({u"Auth"_s, u"Cart"_s, u"Cart (2)"_s, u"Cart (3)"_s, u"Last"_s}));
        QCOMPARE(children(sample.document, twin), children(sample.document, sample.cart));
        QVERIFY(sample.document.childAt(twin, 0) != sample.document.childAt(sample.cart, 0));

        const NodeRef directory = sample.document.duplicate(sample.api);
        QCOMPARE(children(sample.document, sample.document.root()), QStringList({u"API"_s, u"API (2)"_s, u"Browse"_s}));
        QCOMPARE(children(sample.document, directory), children(sample.document, sample.api));
    }

    void casesMoveToTheRowAskedFor()
    {
        ProjectDocument document;
        QVector<domain::CaseId> cases;
        for (const QString &name : {u"a"_s, u"b"_s, u"c"_s, u"d"_s})
            cases.append(document.addCase(name));
        document.move(cases[0], document.root(), 3);
        QCOMPARE(children(document, document.root()), QStringList({u"b"_s, u"c"_s, u"a"_s, u"d"_s}));
        document.move(cases[3], document.root(), 0);
        QCOMPARE(children(document, document.root()), QStringList({u"d"_s, u"b"_s, u"c"_s, u"a"_s}));
        document.move(cases[3], document.root());
        QCOMPARE(children(document, document.root()), QStringList({u"b"_s, u"c"_s, u"a"_s, u"d"_s}));
        const int count = document.undoStack().count();
        document.move(cases[3], document.root());
        QCOMPARE(document.undoStack().count(), count);

        const domain::Project written = document.project();
        ProjectDocument again(written);
        QCOMPARE(children(again, again.root()), children(document, document.root()));
    }

    void stepsMoveIntoElseAndBranches()
    {
        SampleProject sample;
        ProjectDocument &document = sample.document;
        domain::Step condition = holder(domain::StepKind::Condition, u"if"_s, {request(u"then"_s)});
        condition.elseChildren = {request(u"else"_s)};
        domain::Step share = holder(domain::StepKind::UserShare, u"share"_s);
        share.branches = {{request(u"one"_s)}, {request(u"two"_s)}};
        const auto ifStep = document.addStep(sample.browse, condition);
        const auto shareStep = document.addStep(sample.browse, share);

        document.move(sample.step(u"add"_s), ifStep, 2);
        QCOMPARE(document.placeOf(sample.step(u"add"_s))->slot, StepPlace::Else);
        QCOMPARE(children(document, ifStep), QStringList({u"then"_s, u"else"_s, u"add"_s}));
        document.move(sample.step(u"pay"_s), shareStep, 2);
        QCOMPARE(document.placeOf(sample.step(u"pay"_s))->branch, 1);
        QCOMPARE(children(document, shareStep), QStringList({u"one"_s, u"two"_s, u"pay"_s}));
    }
};

QTEST_GUILESS_MAIN(CommandsTest)
#include "tst_commands.moc"
