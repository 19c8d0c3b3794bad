#include "tests/models/outline.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using document::NodeRef;
using document::ProjectDocument;

class ProjectDocumentTest : public QObject
{
    Q_OBJECT

    static QStringList tree(const ProjectDocument &document, NodeRef node = {}, int depth = 0)
    {
        node = node.isValid() ? node : document.root();
        QStringList lines{QString(depth, u' ') + document.nameOf(node)};
        for (int row = 0; row < document.childCount(node); ++row)
            lines += tree(document, document.childAt(node, row), depth + 1);
        return lines;
    }

private slots:
    void directoriesStandBeforeCasesAndSetupBeforeSteps()
    {
        SampleProject sample;
        QCOMPARE(tree(sample.document), QStringList({u"Shop"_s, u" API"_s, u"  Auth"_s, u"   Login"_s, u"  Cart"_s, u"   open"_s,
                                                     u"   add"_s, u"   loop"_s, u"    pay"_s, u" Browse"_s}));
    }

    void parentAndRowAgreeWithChildren()
    {
        SampleProject sample;
        ProjectDocument &document = sample.document;
        QVector<NodeRef> open{document.root()};
        int seen = 0;
        while (!open.isEmpty()) {
            const NodeRef node = open.takeFirst();
            for (int row = 0; row < document.childCount(node); ++row, ++seen) {
                const NodeRef child = document.childAt(node, row);
                QCOMPARE(document.parentOf(child), node);
                QCOMPARE(document.rowOf(child), row);
                open.append(child);
            }
        }
        QCOMPARE(seen, 9);
    }

    void everyStepHasAnIdOfItsOwn()
    {
        domain::Project project;
        for (int i = 0; i < 2; ++i) {
            domain::TestCase testCase;
            testCase.id = {i + 1};
            domain::Step loop = holder(domain::StepKind::Loop, u"loop"_s, {request(u"a"_s)});
            loop.id = {7};
            testCase.steps = {loop, loop};
            project.cases.append(testCase);
        }
        ProjectDocument document(project);
        QSet<int> ids;
        for (const domain::TestCase &testCase : document.project().cases)
            document::forEachStep(testCase.steps, [&](const domain::Step &step) { ids.insert(step.id.value); });
        QCOMPARE(ids.size(), 8);
        QVERIFY(!ids.contains(0));
    }

    void idsAreNotUsedTwice()
    {
        SampleProject sample;
        const auto gone = sample.document.addCase(u"Gone"_s);
        sample.document.undoStack().undo();
        QVERIFY(sample.document.addCase(u"Next"_s).value > gone.value);

        const auto step = sample.document.addStep(sample.browse, request(u"a"_s));
        sample.document.remove(step);
        QVERIFY(sample.document.addStep(sample.browse, request(u"b"_s)).value > step.value);
    }

    void idsComeFromTheSourceGiven()
    {
        QVector<NodeRef::Kind> asked;
        ProjectDocument document({}, [&](NodeRef::Kind kind) {
            asked.append(kind);
            return 100 + int(asked.size());
        });
        QCOMPARE(document.addDirectory(u"D"_s).value, 101);
        QCOMPARE(document.addCase(u"C"_s).value, 102);
        QCOMPARE(document.addTask({.id = {}, .name = u"T"_s, .description = {}, .cases = {}, .slaRules = {}, .extra = {}}).value, 103);
        QCOMPARE(asked, QVector<NodeRef::Kind>({NodeRef::Directory, NodeRef::Case, NodeRef::Task}));
    }

    void whatMakesNoSenseChangesNothing()
    {
        SampleProject sample;
        ProjectDocument &document = sample.document;
        const domain::Project before = document.project();
        QVERIFY(!document.addCase(u"x"_s, {99}).isValid());
        QVERIFY(!document.addCase(u"  "_s).isValid());
        QVERIFY(!document.addDirectory(u"x"_s, {99}).isValid());
        QVERIFY(!document.addStep({99}, request(u"x"_s)).isValid());
        QVERIFY(!document.addStep(sample.cart, request(u"x"_s), {999}).isValid());
        document.remove(NodeRef(domain::CaseId{99}));
        document.remove(document.root());
        document.rename(sample.cart, u" "_s);
        document.rename(sample.cart, u"Cart"_s);
        document.move(sample.api, sample.auth);
        document.move(sample.api, sample.api);
        document.move(sample.step(u"loop"_s), sample.step(u"pay"_s));
        document.move(sample.step(u"loop"_s), sample.step(u"loop"_s));
        document.move(sample.cart, sample.login);
        document.setStages({99}, {}, u"x"_s);
        document.setStep(sample.browse, *document.step(sample.step(u"add"_s)), u"x"_s);
        document.setEnabled(sample.cart, true);
        QCOMPARE(document.undoStack().count(), 0);
        QVERIFY(document.project() == before);
    }

    void stepsNestNoDeeperThanTenLevels()
    {
        SampleProject sample;
        domain::Step deep = request(u"bottom"_s);
        for (int level = 2; level <= 10; ++level)
            deep = holder(domain::StepKind::Loop, u"level"_s, {deep});
        QVERIFY(sample.document.addStep(sample.browse, deep).isValid());
        QVERIFY(!sample.document.addStep(sample.browse, holder(domain::StepKind::Loop, u"top"_s, {deep})).isValid());
        const auto loop = sample.document.addStep(sample.browse, holder(domain::StepKind::Loop, u"top"_s));
        QVERIFY(!sample.document.canMove(sample.step(u"bottom"_s), sample.step(u"bottom"_s)));
        QVERIFY(!sample.document.canMove(sample.document.testCase(sample.browse)->steps.first().id, loop));
    }

    void directoriesThatHoldEachOtherAreShownAtTheTop()
    {
        domain::Project project;
        project.name = u"P"_s;
        project.directories = {{.id = {1}, .name = u"a"_s, .parent = {2}, .extra = {}},
                               {.id = {2}, .name = u"b"_s, .parent = {1}, .extra = {}}};
        ProjectDocument document(project);
        QCOMPARE(tree(document), QStringList({u"P"_s, u" a"_s, u"  b"_s}));
    }

    void everyChangedRowGoesToTheStoreOnDoAndUndo()
    {
        SampleProject sample;
        ProjectDocument &document = sample.document;
        const auto task = document.addTask({.id = {}, .name = u"T"_s, .description = {}, .cases = {sample.login, sample.browse}, .slaRules = {}, .extra = {}});
        QStringList rows;
        connect(&document, &ProjectDocument::edited, this, [&](NodeRef node) { rows.append(u"+%1/%2"_s.arg(node.kind).arg(node.value)); });
        connect(&document, &ProjectDocument::deleted, this, [&](NodeRef node) { rows.append(u"-%1/%2"_s.arg(node.kind).arg(node.value)); });
        const auto row = [](const char *sign, NodeRef node) { return u"%1%2/%3"_s.arg(QLatin1StringView(sign)).arg(node.kind).arg(node.value); };

        document.remove(sample.auth);
        QCOMPARE(rows, QStringList({row("+", task), row("-", sample.login), row("-", sample.auth)}));
        QCOMPARE(document.project().tasks.first().cases, QVector<domain::CaseId>{sample.browse});
        rows.clear();
        document.undoStack().undo();
        QCOMPARE(rows, QStringList({row("+", sample.auth), row("+", sample.login), row("+", task)}));
        QCOMPARE(document.project().tasks.first().cases, QVector<domain::CaseId>({sample.login, sample.browse}));
        rows.clear();
        document.setStages(sample.cart, {domain::Stage{}}, u"Add stage"_s);
        document.undoStack().undo();
        QCOMPARE(rows, QStringList({row("+", sample.cart), row("+", sample.cart)}));
        rows.clear();
        document.setVariables({domain::Variable{}}, u"Add"_s);
        QCOMPARE(rows, QStringList({u"+%1/0"_s.arg(int(NodeRef::Variable))}));
    }

    void anotherReadingOfTheFileIsOneUndoableStep()
    {
        SampleProject sample;
        const domain::Project before = sample.document.project();
        QSignalSpy replaced(&sample.document, &ProjectDocument::replaced);
        domain::Project other;
        other.name = u"Other"_s;
        sample.document.replaceProject(other, u"Reread"_s);
        QCOMPARE(tree(sample.document), QStringList{u"Other"_s});
        sample.document.undoStack().undo();
        QVERIFY(sample.document.project() == before);
        QCOMPARE(tree(sample.document).size(), 10);
        QCOMPARE(replaced.size(), 2);
    }

    void stepsAreFoundAfterTheProjectWasCopiedAndChanged()
    {
        SampleProject sample;
        const domain::StepId pay = sample.step(u"pay"_s);
        {
            const domain::Project copy = sample.document.project();
            sample.document.addCase(u"New"_s, sample.api);
            sample.document.rename(sample.step(u"add"_s), u"put"_s);
            sample.document.rename(sample.cart, u"Basket"_s);
        }
        QCOMPARE(sample.document.step(pay)->message.name, u"pay"_s);
        QCOMPARE(sample.document.step(sample.cart, pay), sample.document.step(pay));
        QCOMPARE(sample.document.step(sample.login, pay), nullptr);
        QVERIFY(sample.document.isSetup(sample.step(u"open"_s)));
        QVERIFY(!sample.document.isSetup(pay));
    }
};

QTEST_GUILESS_MAIN(ProjectDocumentTest)
#include "tst_projectdocument.moc"
