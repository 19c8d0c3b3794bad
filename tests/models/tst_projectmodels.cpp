// The tables of what belongs to the whole project: environments, tasks, transactions.
#include "models/items/environmentsmodel.h"
#include "models/items/tasksmodel.h"
#include "models/items/transactionsmodel.h"
#include "tests/models/outline.h"

#include <QAbstractItemModelTester>
#include <QMimeData>
#include <QTest>

using namespace Qt::StringLiterals;
using items::EnvironmentsModel;
using items::TaskCasesModel;
using items::TasksModel;
using items::TransactionsModel;
using Mode = QAbstractItemModelTester::FailureReportingMode;

class ProjectModelsTest : public QObject
{
    Q_OBJECT

    static domain::Variable text(const QString &name, const QString &value, bool sensitive = false)
    {
        domain::Variable variable;
        variable.name = name;
        variable.values = {value};
        variable.sensitive = sensitive;
        return variable;
    }

private slots:
    void environmentsLieOverVariables()
    {
        SampleProject sample;
        sample.document.setVariables({text(u"base"_s, u"http://a"_s), text(u"key"_s, u"hunter2"_s, true)}, u"Add"_s);
        EnvironmentsModel model(sample.document);
        QAbstractItemModelTester tester(&model, Mode::QtTest);
        model.addEnvironment(u"Staging"_s);
        model.addEnvironment(u"Staging"_s);
        QCOMPARE(model.headerData(3, Qt::Horizontal).toString(), u"Staging 2"_s);
        QVERIFY(model.renameEnvironment(1, u"Live"_s));
        QVERIFY(!model.renameEnvironment(1, u"Staging"_s));
        QVERIFY(!model.renameEnvironment(1, u" "_s));
        QVERIFY(model.setData(model.index(0, 2), u"http://staging"_s));
        QVERIFY(model.setData(model.index(1, 3), u"swordfish"_s));
        QVERIFY(!model.setData(model.index(0, 1), u"x"_s)); // the variable has its own editor
        QCOMPARE(cells(model), QStringList({u"base | http://a | http://staging | "_s, u"key | •••••• |  | ••••••"_s}));
        QVERIFY(model.index(1, 3).data(Qt::EditRole).toString().isEmpty());
        QVERIFY(!model.setData(model.index(1, 3), QString())); // left empty: the secret is kept
        QCOMPARE(sample.document.project().environments[1].values.first().value, u"swordfish"_s);
        QVERIFY(model.setData(model.index(0, 2), QString()));
        QVERIFY(sample.document.project().environments[0].values.isEmpty());
        model.duplicateEnvironment(1);
        QCOMPARE(sample.document.project().environments.size(), 3);
        model.removeEnvironment(2);
        while (sample.document.undoStack().canUndo())
            sample.document.undoStack().undo();
        QCOMPARE(model.columnCount(), 2);
        QCOMPARE(model.rowCount(), 0);
    }

    void aNameThatIsNoVariableIsShownToo()
    {
        SampleProject sample;
        sample.document.setEnvironments({{u"Staging"_s, {{u"host"_s, u"a"_s}}}}, u"Import"_s);
        EnvironmentsModel model(sample.document);
        QAbstractItemModelTester tester(&model, Mode::QtTest);
        QCOMPARE(cells(model), QStringList{u"host | — no variable | a"_s});
        QVERIFY(model.removeRows(0, 1));
        QCOMPARE(model.rowCount(), 0);
        sample.document.undoStack().undo();
        QCOMPARE(model.rowCount(), 1);
    }

    void tasksAreRenamedAndDeleted()
    {
        SampleProject sample;
        TasksModel model(sample.document);
        QAbstractItemModelTester tester(&model, Mode::QtTest);
        domain::Task task;
        task.name = u"Evening"_s;
        const auto first = sample.document.addTask(task);
        task.name = u"Soak"_s;
        task.cases = {sample.cart, sample.login};
        task.parallel = false;
        sample.document.addTask(task);
        QCOMPARE(cells(model), QStringList({u"Evening | 0 | together"_s, u"Soak | 2 | one by one"_s}));
        QVERIFY(!model.index(0, 0).data(items::ProblemRole).toString().isEmpty());
        QVERIFY(model.setData(model.index(0, 0), u"Morning"_s));
        QVERIFY(!model.setData(model.index(0, 0), u" "_s));
        QVERIFY(model.removeRows(0, 2));
        QCOMPARE(model.rowCount(), 0);
        sample.document.undoStack().undo();
        QCOMPARE(outline(model), QStringList({u"Morning"_s, u"Soak"_s}));
        QCOMPARE(model.indexOf(first).row(), 0);
    }

    void casesOfATaskHaveAnOrder()
    {
        SampleProject sample;
        domain::Task task;
        task.name = u"Evening"_s;
        const auto id = sample.document.addTask(task);
        TaskCasesModel model(sample.document);
        QAbstractItemModelTester tester(&model, Mode::QtTest);
        model.setTask(id);
        QCOMPARE(model.missing().size(), 3);
        for (domain::CaseId one : {sample.login, sample.cart, sample.cart, sample.browse})
            model.addCase(one);
        const auto names = [&] {
            QStringList all;
            for (int row = 0; row < model.rowCount(); ++row)
                all << model.index(row, TaskCasesModel::NameColumn).data().toString();
            return all.join(u' ');
        };
        QCOMPARE(names(), u"Login Cart Browse"_s);
        model.moveCase(2, 0);
        QCOMPARE(names(), u"Browse Login Cart"_s);
        model.moveCase(0, 3); // not a row
        const std::unique_ptr<QMimeData> drag(model.mimeData({model.index(0, 0)}));
        model.dropMimeData(drag.get(), Qt::MoveAction, 3, 0, {});
        QCOMPARE(names(), u"Login Cart Browse"_s);
        QVERIFY(model.removeRows(1, 1));
        QCOMPARE(names(), u"Login Browse"_s);
        sample.document.remove(sample.browse); // a case that goes leaves its tasks
        QCOMPARE(names(), u"Login"_s);
        sample.document.undoStack().undo();
        QCOMPARE(names(), u"Login Browse"_s);
        sample.document.removeTask(id);
        QCOMPARE(model.rowCount(), 0);
    }

    void transactionsKnowTheirUsers()
    {
        SampleProject sample;
        TransactionsModel model(sample.document);
        QAbstractItemModelTester tester(&model, Mode::QtTest);
        domain::Transaction login;
        login.name = u"Sign in"_s;
        login.steps = {request(u"post"_s)};
        const auto id = sample.document.addTransaction(login);
        QCOMPARE(cells(model), QStringList{u"Sign in | 1 | —"_s});
        domain::Step reference;
        reference.transaction = id;
        sample.document.insertSteps({sample.cart, sample.step(u"loop"_s), document::StepPlace::Children, 0, 0}, {reference});
        QCOMPARE(cells(model), QStringList{u"Sign in | 1 | 1"_s});
        QCOMPARE(TransactionsModel::usersOf(sample.document.project(), id), QVector<document::NodeRef>{sample.cart});
        QVERIFY(model.setData(model.index(0, 0), u"Log in"_s));
        QCOMPARE(model.index(0, 0).data().toString(), u"Log in"_s);
        QVERIFY(model.removeRows(0, 1));
        QCOMPARE(model.rowCount(), 0);
        sample.document.undoStack().undo();
        QCOMPARE(model.indexOf(id).row(), 0);
    }
};

QTEST_GUILESS_MAIN(ProjectModelsTest)
#include "tst_projectmodels.moc"
