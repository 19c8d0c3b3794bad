#include "models/items/variablesmodel.h"
#include "tests/models/outline.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Qt::StringLiterals;
using domain::Variable;
using domain::VariableType;
using items::VariablesModel;
using Mode = QAbstractItemModelTester::FailureReportingMode;

class VariablesModelTest : public QObject
{
    Q_OBJECT

    static Variable variable(const QString &name, VariableType type, const QJsonArray &values = {})
    {
        Variable variable;
        variable.name = name;
        variable.type = type;
        variable.values = values;
        return variable;
    }

private slots:
    void eachTypeIsShownAndEditedAsText()
    {
        document::ProjectDocument document;
        VariablesModel model(document);
        QAbstractItemModelTester tester(&model, Mode::QtTest);
        model.addVariable(variable(u"n"_s, VariableType::IntegerRange, {1, 10}));
        model.addVariable(variable(u"l"_s, VariableType::Enumeration, {u"a"_s, u"b"_s}));
        model.addVariable(variable(u"t"_s, VariableType::Text));
        QCOMPARE(cells(model), QStringList({u"n | Integer range | 1-10 | In order | Shared | —"_s,
                                            u"l | List | a, b | In order | Shared | —"_s, u"t | Text |  | In order | Shared | —"_s}));
        QVERIFY(model.setData(model.index(0, VariablesModel::ValueColumn), u"-5 - 7"_s));
        QVERIFY(model.setData(model.index(1, VariablesModel::ValueColumn), u"x,y , z"_s));
        QVERIFY(model.setData(model.index(2, VariablesModel::ValueColumn), u"hello"_s));
        QVERIFY(model.setData(model.index(2, VariablesModel::NameColumn), u"greeting"_s));
        QVERIFY(model.setData(model.index(1, VariablesModel::ModeColumn), true));
        QVERIFY(model.setData(model.index(1, VariablesModel::SharingColumn), true));
        QCOMPARE(cells(model), QStringList({u"n | Integer range | -5-7 | In order | Shared | —"_s,
                                            u"l | List | x, y, z | Random | A copy a user | —"_s,
                                            u"greeting | Text | hello | In order | Shared | —"_s}));
        QCOMPARE(document.project().variables[0].values, QJsonArray({-5, 7}));
        QVERIFY(!model.setData(model.index(0, VariablesModel::ValueColumn), u"9-1"_s));
        QVERIFY(!model.setData(model.index(0, VariablesModel::ValueColumn), u"all"_s));
        QVERIFY(!model.setData(model.index(0, VariablesModel::NameColumn), u" "_s));
    }

    void aSensitiveValueIsNeverShown()
    {
        document::ProjectDocument document;
        VariablesModel model(document);
        Variable secret = variable(u"password"_s, VariableType::Text, {u"hunter2"_s});
        secret.sensitive = true;
        model.addVariable(secret);
        const QModelIndex value = model.index(0, VariablesModel::ValueColumn);
        for (int role : {int(Qt::DisplayRole), int(Qt::EditRole), int(Qt::ToolTipRole)})
            QVERIFY(!value.data(role).toString().contains(u"hunter2"_s));
        QVERIFY(!model.setData(value, QString()));
        QCOMPARE(document.project().variables[0].values, QJsonArray{u"hunter2"_s});
        QVERIFY(model.setData(value, u"new"_s));
        QCOMPARE(document.project().variables[0].values, QJsonArray{u"new"_s});
    }

    void usesAreCounted()
    {
        SampleProject sample;
        VariablesModel model(sample.document);
        QAbstractItemModelTester tester(&model, Mode::QtTest);
        model.addVariable(variable(u"base"_s, VariableType::Text));
        const auto used = [&] { return model.index(0, VariablesModel::UsedColumn).data().toString(); };
        QCOMPARE(used(), u"—"_s);
        domain::Step step = *sample.document.step(sample.step(u"add"_s));
        step.message.url = u"${base}/cart"_s;
        step.message.headers = {{u"Referer"_s, u"${base}${__md5(${base})}"_s}};
        sample.document.setStep(sample.cart, step, u"Edit"_s);
        QCOMPARE(used(), u"2"_s);
        sample.document.undoStack().undo();
        QCOMPARE(used(), u"—"_s);
    }

    void aMistakeIsSaidInASentence()
    {
        document::ProjectDocument document;
        VariablesModel model(document);
        model.addVariable(variable(u"a"_s, VariableType::Enumeration));
        model.addVariable(variable(u"b c"_s, VariableType::Text));
        model.addVariable(variable(u"d"_s, VariableType::File));
        model.addVariable(variable(u"e"_s, VariableType::Text));
        const auto problem = [&](int row) { return model.index(row, 0).data(items::ProblemRole).toString(); };
        QCOMPARE(problem(0), u"The list has no value."_s);
        QVERIFY(problem(1).startsWith(u"A name has no spaces"_s));
        QVERIFY(problem(2).startsWith(u"Choose a file"_s));
        QCOMPARE(problem(3), QString());
        model.addVariable(variable(u"e"_s, VariableType::Text));
        QCOMPARE(problem(3), u"Two variables have the name “e”."_s);
    }

    void deletingUndoes()
    {
        document::ProjectDocument document;
        VariablesModel model(document);
        QAbstractItemModelTester tester(&model, Mode::QtTest);
        for (const QString &name : {u"a"_s, u"b"_s, u"c"_s})
            model.addVariable(variable(name, VariableType::Text));
        QVERIFY(model.removeRows(0, 2));
        QCOMPARE(outline(model), QStringList{u"c"_s});
        document.undoStack().undo();
        QCOMPARE(outline(model), QStringList({u"a"_s, u"b"_s, u"c"_s}));
        document.load({});
        QCOMPARE(model.rowCount(), 0);
    }
};

QTEST_GUILESS_MAIN(VariablesModelTest)
#include "tst_variablesmodel.moc"
