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

    static inline const QStringList whole{u"open"_s, u"add"_s, u"loop"_s, u" pay"_s};

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
        const QStringList edited{u"a"_s, u"b"_s, u"open"_s, u"loop"_s, u" x"_s, u" buy"_s};
        QCOMPARE(outline(model), edited);
        QCOMPARE(outline(other), QStringList{u"add"_s});
        while (document.undoStack().canUndo())
            document.undoStack().undo();
        QCOMPARE(outline(model), whole);
        QCOMPARE(outline(other), QStringList());
        while (document.undoStack().canRedo())
            document.undoStack().redo();
        QCOMPARE(outline(model), edited);
        document.setSteps(sample.cart, {}, {}, u"Clear"_s);
        QCOMPARE(outline(model), QStringList());
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
        model.dropMimeData(drag(u"loop"_s).get(), Qt::MoveAction, 1, 0, {});
        QCOMPARE(outline(model), QStringList({u"open"_s, u"loop"_s, u" pay"_s, u"add"_s}));
        model.dropMimeData(drag(u"add"_s).get(), Qt::MoveAction, -1, 0, model.indexOf(sample.step(u"loop"_s)));
        QCOMPARE(outline(model), QStringList({u"open"_s, u"loop"_s, u" pay"_s, u" add"_s}));
        QVERIFY(!model.canDropMimeData(drag(u"loop"_s).get(), Qt::MoveAction, 0, 0, model.indexOf(sample.step(u"loop"_s))));
        sample.document.undoStack().undo();
        sample.document.undoStack().undo();
        QCOMPARE(outline(model), whole);
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
