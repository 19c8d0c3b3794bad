#include "models/items/slamodel.h"
#include "tests/models/outline.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Qt::StringLiterals;
using items::SlaModel;
using Mode = QAbstractItemModelTester::FailureReportingMode;

class SlaModelTest : public QObject
{
    Q_OBJECT

    static domain::SlaRule rule(const QString &name)
    {
        domain::SlaRule rule;
        rule.name = name;
        rule.value = 300;
        return rule;
    }

private slots:
    void rulesOfACaseAreEditedByCommands()
    {
        SampleProject sample;
        SlaModel model(sample.document);
        QAbstractItemModelTester tester(&model, Mode::QtTest);
        model.setOwner(sample.cart);
        model.addRule(rule(u"fast"_s));
        QCOMPARE(cells(model), QStringList{u"fast | Whole case | Response time, p95 | < | 300 ms | 1 | Alarm"_s});
        QVERIFY(model.setData(model.index(0, SlaModel::TargetColumn), u"add"_s));
        QVERIFY(model.setData(model.index(0, SlaModel::MetricColumn), u"errors"_s));
        QVERIFY(model.setData(model.index(0, SlaModel::ComparisonColumn), u"<="_s));
        QVERIFY(model.setData(model.index(0, SlaModel::ValueColumn), 2.5));
        QVERIFY(model.setData(model.index(0, SlaModel::TimesColumn), 3));
        QVERIFY(model.setData(model.index(0, SlaModel::StopColumn), true));
        QCOMPARE(cells(model), QStringList{u"fast | add | Failed requests | ≤ | 2.5 | 3 | Stop the run"_s});
        while (sample.document.undoStack().canUndo())
            sample.document.undoStack().undo();
        QCOMPARE(model.rowCount(), 0);
    }

    void rulesOfATaskToo()
    {
        SampleProject sample;
        domain::Task task;
        task.name = u"T"_s;
        const auto id = sample.document.addTask(task);
        SlaModel model(sample.document);
        QAbstractItemModelTester tester(&model, Mode::QtTest);
        model.setOwner(id);
        model.addRule(rule(u"a"_s));
        model.addRule(rule(u"b"_s));
        QVERIFY(model.removeRows(0, 1));
        QCOMPARE(outline(model), QStringList{u"b"_s});
        QCOMPARE(sample.document.project().tasks.first().slaRules.size(), 1);
        sample.document.removeTask(id);
        QCOMPARE(model.rowCount(), 0);
    }

    void whatIsNoRuleIsRefused()
    {
        SampleProject sample;
        SlaModel model(sample.document);
        model.setOwner(sample.cart);
        model.addRule(rule(u"a"_s));
        QVERIFY(!model.setData(model.index(0, SlaModel::MetricColumn), u"p42"_s));
        QVERIFY(!model.setData(model.index(0, SlaModel::ComparisonColumn), u"~"_s));
        QVERIFY(!model.setData(model.index(0, SlaModel::ValueColumn), u"nan"_s));
        QVERIFY(!model.setData(model.index(0, SlaModel::TimesColumn), 0));
        QCOMPARE(cells(model), QStringList{u"a | Whole case | Response time, p95 | < | 300 ms | 1 | Alarm"_s});
    }

    void aTargetIsOneOfTheNamesThatRun()
    {
        SampleProject sample;
        domain::Transaction login;
        login.name = u"Sign in"_s;
        sample.document.addTransaction(login);
        SlaModel model(sample.document);
        model.setOwner(sample.cart);
        model.addRule(rule(u"a"_s));
        QStringList names;
        for (const items::Choice &choice : model.targets())
            names << choice.label;
        QCOMPARE(names, QStringList({u"Whole case"_s, u"open"_s, u"add"_s, u"pay"_s}));
        const QModelIndex target = model.index(0, SlaModel::TargetColumn);
        QVERIFY(model.setData(target, u"add"_s));
        QCOMPARE(model.rules().first().scope, u"request"_s);
        QVERIFY(target.data(items::ProblemRole).toString().isEmpty());
        QVERIFY(model.setData(target, u"Sign in"_s));
        QCOMPARE(model.rules().first().scope, u"transaction"_s);
        QVERIFY(!target.data(items::ProblemRole).toString().isEmpty()); // no case here runs it
        QVERIFY(model.setData(target, QString()));
        QCOMPARE(model.rules().first().scope, u"case"_s);
    }

    void aRuleReadsAsASentence()
    {
        domain::SlaRule limit = rule({});
        limit.times = 3;
        QCOMPARE(SlaModel::sentence(limit), u"Response time, p95 of the whole case must be < 300 ms. If it is not in 3 windows of 6 s in "
                                            "a row, an alarm is raised and the test goes on."_s);
        limit.stop = true;
        limit.times = 1;
        limit.metric = u"success_rate"_s;
        limit.comparison = u">="_s;
        limit.value = 99;
        limit.target = u"Pay"_s;
        QCOMPARE(SlaModel::sentence(limit), u"Success of “Pay” must be ≥ 99 %. If it is not in a window of 6 s, the test stops."_s);
    }
};

QTEST_GUILESS_MAIN(SlaModelTest)
#include "tst_slamodel.moc"
