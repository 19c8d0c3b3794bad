#include "models/items/projecttreemodel.h"
#include "tests/models/outline.h"

#include <QAbstractItemModelTester>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using document::NodeRef;
using items::ProjectTreeModel;
using Mode = QAbstractItemModelTester::FailureReportingMode;

class ProjectTreeModelTest : public QObject
{
    Q_OBJECT

    static inline const QStringList whole{u"Shop"_s, u" API"_s, u"  Auth"_s, u"   Login"_s, u"  Cart"_s, u"   open"_s,
                                          u"   add"_s, u"   loop"_s, u"    pay"_s, u" Browse"_s};

private slots:
    void showsProjectDirectoriesCasesAndNestedSteps()
    {
        SampleProject sample;
        ProjectTreeModel model(sample.document);
        QAbstractItemModelTester tester(&model, Mode::QtTest);
        QCOMPARE(outline(model), whole);
        const QModelIndex add = model.indexOf(sample.step(u"add"_s));
        QCOMPARE(add.data(items::MethodRole).toString(), u"GET"_s);
        QCOMPARE(add.data(items::UrlRole).toString(), u"http://shop/cart"_s);
        QCOMPARE(add.data(items::IconRole).toString(), u"request"_s);
        QCOMPARE(add.data(items::KindRole).toInt(), int(NodeRef::Step));
        QCOMPARE(add.data(items::NodeRefRole).value<NodeRef>(), NodeRef(sample.step(u"add"_s)));
        QCOMPARE(model.indexOf(sample.step(u"open"_s)).data(items::SetupRole).toBool(), true);
    }

    void undoBringsBackARemovedSubtree()
    {
        SampleProject sample;
        ProjectTreeModel model(sample.document);
        QAbstractItemModelTester tester(&model, Mode::QtTest);
        sample.document.remove(sample.api);
        QCOMPARE(outline(model), QStringList({u"Shop"_s, u" Browse"_s}));
        sample.document.undoStack().undo();
        QCOMPARE(outline(model), whole);
        sample.document.undoStack().redo();
        QCOMPARE(outline(model), QStringList({u"Shop"_s, u" Browse"_s}));
    }

    void everyKindOfEditKeepsTheModelTrue()
    {
        SampleProject sample;
        ProjectTreeModel model(sample.document);
        QAbstractItemModelTester tester(&model, Mode::QtTest);
        document::ProjectDocument &document = sample.document;
        document.addStep(sample.browse, request(u"first"_s));
        document.insertSteps({sample.browse, {}, document::StepPlace::Steps, 0, 0}, {request(u"a"_s), request(u"b"_s)});
        document.move(sample.step(u"loop"_s), sample.browse, 1);
        document.move(sample.step(u"first"_s), sample.step(u"loop"_s), 0);
        document.moveStep(sample.step(u"open"_s), {sample.cart, {}, document::StepPlace::Steps, 0, 0});
        document.move(sample.cart, document.root(), 1);
        document.move(sample.auth, document.root(), 0);
        document.duplicate(sample.browse);
        document.remove(sample.login);
        const QStringList edited{u"Shop"_s,    u" Auth"_s,  u" API"_s, u" Cart"_s,       u"  open"_s, u"  add"_s,
                                 u" Browse"_s, u"  a"_s,    u"  loop"_s, u"   first"_s,  u"   pay"_s, u"  b"_s,
                                 u" Browse (2)"_s, u"  a"_s, u"  loop"_s, u"   first"_s, u"   pay"_s, u"  b"_s};
        QCOMPARE(outline(model), edited);
        while (document.undoStack().canUndo())
            document.undoStack().undo();
        QCOMPARE(outline(model), whole);
        while (document.undoStack().canRedo())
            document.undoStack().redo();
        QCOMPARE(outline(model), edited);
        document.replaceProject({}, u"Reread"_s);
        QCOMPARE(outline(model).size(), 1);
        document.undoStack().undo();
        QCOMPARE(outline(model), edited);
    }

    void editingANameIsUndoableAndReportsOnlyThatRow()
    {
        SampleProject sample;
        ProjectTreeModel model(sample.document);
        QAbstractItemModelTester tester(&model, Mode::QtTest);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        for (NodeRef node : {NodeRef(sample.api), NodeRef(sample.login), NodeRef(sample.step(u"add"_s)), NodeRef(sample.step(u"loop"_s))}) {
            changed.clear();
            const QModelIndex index = model.indexOf(node);
            const QString old = index.data().toString();
            QVERIFY(model.setData(index, u"New"_s));
            QCOMPARE(changed.size(), 1);
            QCOMPARE(changed[0][0].toModelIndex(), index);
            QCOMPARE(index.data().toString(), u"New"_s);
            sample.document.undoStack().undo();
            QCOMPARE(index.data().toString(), old);
        }
        QVERIFY(!model.setData(model.indexOf(sample.api), u"  "_s));
    }

    void switchingOffIsACommand()
    {
        SampleProject sample;
        ProjectTreeModel model(sample.document);
        const QModelIndex cart = model.indexOf(sample.cart);
        QVERIFY(model.setData(cart, false, items::EnabledRole));
        QCOMPARE(cart.data(items::EnabledRole).toBool(), false);
        sample.document.undoStack().undo();
        QCOMPARE(cart.data(items::EnabledRole).toBool(), true);
        QVERIFY(!model.setData(model.indexOf(sample.api), false, items::EnabledRole));
    }

    void aSelectionSurvivesEditsAroundIt()
    {
        SampleProject sample;
        ProjectTreeModel model(sample.document);
        const QPersistentModelIndex pay = model.indexOf(sample.step(u"pay"_s));
        sample.document.addStep(sample.cart, request(u"x"_s), {}, true);
        sample.document.remove(sample.step(u"add"_s));
        sample.document.move(sample.step(u"loop"_s), sample.cart, 0);
        sample.document.move(sample.cart, sample.document.root());
        QVERIFY(pay.isValid());
        QCOMPARE(pay.data().toString(), u"pay"_s);
    }

    void aDragMovesSeveralInOneCommandAndKeepsTheirOrder()
    {
        SampleProject sample;
        ProjectTreeModel model(sample.document);
        QAbstractItemModelTester tester(&model, Mode::QtTest);
        const std::unique_ptr<QMimeData> drag(model.mimeData({model.indexOf(sample.login), model.indexOf(sample.cart)}));
        const QModelIndex root = model.index(0, 0);
        QVERIFY(model.canDropMimeData(drag.get(), Qt::MoveAction, 1, 0, root));
        model.dropMimeData(drag.get(), Qt::MoveAction, 1, 0, root);
        QCOMPARE(outline(model), QStringList({u"Shop"_s, u" API"_s, u"  Auth"_s, u" Login"_s, u" Cart"_s, u"  open"_s, u"  add"_s,
                                              u"  loop"_s, u"   pay"_s, u" Browse"_s}));
        QCOMPARE(sample.document.undoStack().count(), 1);
        sample.document.undoStack().undo();
        QCOMPARE(outline(model), whole);
    }

    void whatCannotBeDroppedIsRefused()
    {
        SampleProject sample, other;
        ProjectTreeModel model(sample.document), otherModel(other.document);
        const std::unique_ptr<QMimeData> api(model.mimeData({model.indexOf(sample.api)}));
        QVERIFY(!model.canDropMimeData(api.get(), Qt::MoveAction, -1, 0, model.indexOf(sample.auth)));
        QVERIFY(!model.canDropMimeData(api.get(), Qt::MoveAction, -1, 0, model.indexOf(sample.cart)));
        QVERIFY(!otherModel.canDropMimeData(api.get(), Qt::MoveAction, -1, 0, otherModel.index(0, 0)));
        QVERIFY(!(model.flags(model.indexOf(sample.step(u"add"_s))) & Qt::ItemIsDropEnabled));
        QVERIFY(model.flags(model.indexOf(sample.step(u"loop"_s))) & Qt::ItemIsDropEnabled);
        QVERIFY(!(model.flags(model.index(0, 0)) & Qt::ItemIsDragEnabled));

        QMimeData damaged;
        for (const QByteArray &bytes : {QByteArray(), QByteArray("{"), QByteArray("[]"), QByteArray(R"({"nodes":[{"kind":99,"id":-1}]})")}) {
            damaged.setData(model.mimeTypes().first(), bytes);
            QVERIFY(!model.canDropMimeData(&damaged, Qt::MoveAction, -1, 0, model.index(0, 0)));
        }
    }
};

QTEST_GUILESS_MAIN(ProjectTreeModelTest)
#include "tst_projecttreemodel.moc"
