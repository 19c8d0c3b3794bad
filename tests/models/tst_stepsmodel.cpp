#include "models/items/stepsmodel.h"
#include "tests/models/outline.h"

#include <QAbstractItemModelTester>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using items::StepsModel;
using Mode = QAbstractItemModelTester::FailureReportingMode;

class StepsModelTest : public QObject
{
    Q_OBJECT

    static inline const QString once = u"Once for each user"_s, pass = u"Every pass"_s;
    static inline const QStringList none{once, pass};
    static inline const QStringList whole{once, u" open"_s, pass, u" add"_s, u" loop"_s, u"  pay"_s};

private slots:
    void showsOneCaseOnly()
    {
        SampleProject sample;
        StepsModel model(sample.document);
        QAbstractItemModelTester tester(&model, Mode::QtTest);
        QCOMPARE(outline(model), QStringList());
        model.setCase(sample.cart);
        QCOMPARE(outline(model), whole);
        QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        sample.document.addStep(sample.browse, request(u"elsewhere"_s));
        sample.document.addCase(u"New"_s);
        QCOMPARE(inserted.size(), 0);
        QCOMPARE(model.index(1, 0).data(items::DetailRole).toString(), u"2 steps"_s);
        model.setCase({});
        QCOMPARE(outline(model), QStringList());
    }

    void everyKindOfEditKeepsTheModelTrue()
    {
        SampleProject sample;
        StepsModel model(sample.document), other(sample.document);
        model.setCase(sample.cart);
        other.setCase(sample.browse);
        QAbstractItemModelTester tester(&model, Mode::QtTest), otherTester(&other, Mode::QtTest);
        document::ProjectDocument &document = sample.document;
        document.addStep(sample.cart, request(u"x"_s), sample.step(u"add"_s));
        document.move(sample.step(u"x"_s), sample.step(u"loop"_s), 0);
        document.move(sample.step(u"loop"_s), sample.cart, 1);
        document.move(sample.step(u"add"_s), sample.browse);
        document.insertSteps({sample.cart, {}, document::StepPlace::Setup, 0, 0}, {request(u"a"_s), request(u"b"_s)});
        document.moveStep(sample.step(u"open"_s), {sample.cart, {}, document::StepPlace::Steps, 0, 0});
        document.rename(sample.step(u"pay"_s), u"buy"_s);
        const QStringList edited{once, u" a"_s, u" b"_s, pass, u" open"_s, u" loop"_s, u"  x"_s, u"  buy"_s};
        QCOMPARE(outline(model), edited);
        QCOMPARE(outline(other), QStringList({once, pass, u" add"_s}));
        while (document.undoStack().canUndo())
            document.undoStack().undo();
        QCOMPARE(outline(model), whole);
        QCOMPARE(outline(other), none);
        while (document.undoStack().canRedo())
            document.undoStack().redo();
        QCOMPARE(outline(model), edited);
        document.setSteps(sample.cart, {}, {}, u"Clear"_s);
        QCOMPARE(outline(model), none);
        document.undoStack().undo();
        QCOMPARE(outline(model), edited);
    }

    void aRemovedCaseLeavesItEmpty()
    {
        SampleProject sample;
        StepsModel model(sample.document);
        model.setCase(sample.cart);
        QAbstractItemModelTester tester(&model, Mode::QtTest);
        sample.document.remove(sample.api);
        QCOMPARE(outline(model), QStringList());
        QCOMPARE(model.testCase(), domain::CaseId{});
    }

    void aDragReorders()
    {
        SampleProject sample;
        StepsModel model(sample.document);
        model.setCase(sample.cart);
        QAbstractItemModelTester tester(&model, Mode::QtTest);
        const auto drag = [&](const QString &name) {
            return std::unique_ptr<QMimeData>(model.mimeData({model.indexOf(sample.step(name))}));
        };
        const QModelIndex steps = model.index(1, 0), setup = model.index(0, 0);
        model.dropMimeData(drag(u"loop"_s).get(), Qt::MoveAction, 0, 0, steps);
        QCOMPARE(outline(model), QStringList({once, u" open"_s, pass, u" loop"_s, u"  pay"_s, u" add"_s}));
        model.dropMimeData(drag(u"add"_s).get(), Qt::MoveAction, -1, 0, model.indexOf(sample.step(u"loop"_s)));
        QCOMPARE(outline(model), QStringList({once, u" open"_s, pass, u" loop"_s, u"  pay"_s, u"  add"_s}));
        model.dropMimeData(drag(u"pay"_s).get(), Qt::MoveAction, -1, 0, setup);
        QCOMPARE(outline(model), QStringList({once, u" open"_s, u" pay"_s, pass, u" loop"_s, u"  add"_s}));
        QVERIFY(!model.canDropMimeData(drag(u"loop"_s).get(), Qt::MoveAction, 0, 0, model.indexOf(sample.step(u"loop"_s))));
        while (sample.document.undoStack().canUndo())
            sample.document.undoStack().undo();
        QCOMPARE(outline(model), whole);
    }

    void severalMoveAsOneCommandInTheirOrder()
    {
        SampleProject sample;
        StepsModel model(sample.document);
        model.setCase(sample.cart);
        QAbstractItemModelTester tester(&model, Mode::QtTest);
        const auto open = sample.step(u"open"_s), add = sample.step(u"add"_s), loop = sample.step(u"loop"_s), pay = sample.step(u"pay"_s);
        // A step inside a chosen one goes along with it.
        QCOMPARE(model.topSteps({model.indexOf(pay), model.indexOf(loop), model.indexOf(open)}), QVector<domain::StepId>({open, loop}));
        QVERIFY(model.moveTo({open, loop}, {sample.cart, {}, document::StepPlace::Steps, 0, 0}));
        QCOMPARE(outline(model), QStringList({once, pass, u" open"_s, u" loop"_s, u"  pay"_s, u" add"_s}));
        QCOMPARE(sample.document.undoStack().count(), 1);
        QVERIFY(model.moveTo({open, add}, {sample.cart, loop, document::StepPlace::Children, 0, 1}));
        QCOMPARE(outline(model), QStringList({once, pass, u" loop"_s, u"  pay"_s, u"  open"_s, u"  add"_s}));
        QVERIFY(!model.moveTo({loop}, {sample.cart, loop, document::StepPlace::Children, 0, 0}));
        sample.document.undoStack().undo();
        sample.document.undoStack().undo();
        QCOMPARE(outline(model), whole);
    }

    void aDragFromElsewhereIsACopy()
    {
        SampleProject sample, elsewhere;
        StepsModel model(sample.document), other(elsewhere.document);
        model.setCase(sample.cart);
        other.setCase(elsewhere.cart);
        QAbstractItemModelTester tester(&model, Mode::QtTest);
        const std::unique_ptr<QMimeData> data(other.mimeData({other.indexOf(elsewhere.step(u"loop"_s))}));
        QVERIFY(model.canDropMimeData(data.get(), Qt::CopyAction, -1, 0, model.index(0, 0)));
        model.dropMimeData(data.get(), Qt::CopyAction, -1, 0, model.index(0, 0));
        QCOMPARE(outline(model), QStringList({once, u" open"_s, u" loop"_s, u"  pay"_s, pass, u" add"_s, u" loop"_s, u"  pay"_s}));
        QCOMPARE(outline(other), whole);
        QMimeData foreign;
        foreign.setText(u"hello"_s);
        QVERIFY(!model.canDropMimeData(&foreign, Qt::CopyAction, -1, 0, model.index(0, 0)));
    }

    void groupsShowNestingAndTakeSteps()
    {
        SampleProject sample;
        domain::Step share = holder(domain::StepKind::UserShare, u"share"_s);
        share.data.insert(u"branches"_s, QJsonArray{QJsonObject{{u"name"_s, u"Buyers"_s}, {u"weight"_s, 2}}, QJsonObject{}});
        share.branches = {{request(u"one"_s)}, {}};
        domain::Step condition = holder(domain::StepKind::Condition, u"if"_s);
        sample.document.setSteps(sample.browse, {share, condition}, {}, u"Fill"_s);
        StepsModel model(sample.document);
        model.setCase(sample.browse);
        QAbstractItemModelTester tester(&model, Mode::QtTest);
        QCOMPARE(outline(model), QStringList({once, pass, u" share"_s, u"  Buyers"_s, u"   one"_s, u"  Branch 2"_s, u" if"_s, u"  Then"_s,
                                              u"  Else"_s}));
        const auto place = model.placeFor(model.groupAt({sample.browse, sample.step(u"if"_s), document::StepPlace::Else, 0, 0}));
        QCOMPARE(place.slot, document::StepPlace::Else);
        sample.document.insertSteps(place, {request(u"otherwise"_s)});
        QCOMPARE(outline(model).last(), u"   otherwise"_s);
        // After a plain step, into a holder.
        QCOMPARE(model.placeFor(model.indexOf(sample.step(u"one"_s))).row, 1);
        QCOMPARE(model.placeFor(model.indexOf(sample.step(u"if"_s))).slot, document::StepPlace::Children);
        // A branch more or less is a row more or less.
        domain::Step more = *sample.document.step(sample.step(u"share"_s));
        more.branches.append(QVector<domain::Step>());
        sample.document.setStep(sample.browse, more, u"Add a branch"_s);
        QCOMPARE(model.rowCount(model.indexOf(sample.step(u"share"_s))), 3);
        sample.document.undoStack().undo();
        QCOMPARE(model.rowCount(model.indexOf(sample.step(u"share"_s))), 2);
    }

    void branchesAreNamed()
    {
        SampleProject sample;
        domain::Step share = holder(domain::StepKind::UserShare, u"share"_s);
        share.data.insert(u"branches"_s, QJsonArray{QJsonObject{{u"name"_s, u"Buyers"_s}}, QJsonObject{}});
        share.branches = {{request(u"one"_s)}, {request(u"two"_s)}};
        domain::Step condition = holder(domain::StepKind::Condition, u"if"_s);
        condition.elseChildren = {request(u"otherwise"_s)};
        sample.document.setSteps(sample.browse, {share, condition}, {}, u"Fill"_s);
        StepsModel model(sample.document);
        model.setCase(sample.browse);
        QCOMPARE(model.indexOf(sample.step(u"one"_s)).data(items::BranchRole).toString(), u"Buyers"_s);
        QCOMPARE(model.indexOf(sample.step(u"two"_s)).data(items::BranchRole).toString(), u"Branch 2"_s);
        QCOMPARE(model.indexOf(sample.step(u"otherwise"_s)).data(items::BranchRole).toString(), u"else"_s);
    }

    void withoutSectionsTheStepsStandAlone()
    {
        SampleProject sample;
        StepsModel model(sample.document);
        QAbstractItemModelTester tester(&model, Mode::QtTest);
        model.setCase(sample.cart);
        model.setSections(false);
        QCOMPARE(outline(model), QStringList({u"add"_s, u"loop"_s, u" pay"_s}));
        QCOMPARE(model.placeFor({}).slot, document::StepPlace::Steps);
    }

    void switchingOffAndRenamingAreCommands()
    {
        SampleProject sample;
        StepsModel model(sample.document);
        model.setCase(sample.cart);
        const QModelIndex add = model.indexOf(sample.step(u"add"_s));
        QVERIFY(model.setData(add, false, items::EnabledRole));
        QVERIFY(model.setData(add, u"put"_s));
        QCOMPARE(sample.document.undoStack().count(), 2);
        QCOMPARE(add.data(items::EnabledRole).toBool(), false);
        QCOMPARE(add.data().toString(), u"put"_s);
    }
};

QTEST_GUILESS_MAIN(StepsModelTest)
#include "tst_stepsmodel.moc"
