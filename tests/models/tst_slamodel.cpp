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
        QCOMPARE(cells(model), QStringList{u"fast | All | p95 | < | 300 | 1 | Alarm"_s});
        QVERIFY(model.setData(model.index(0, SlaModel::TargetColumn), u"add"_s));
        QVERIFY(model.setData(model.index(0, SlaModel::MetricColumn), u"errors"_s));
        QVERIFY(model.setData(model.index(0, SlaModel::ComparisonColumn), u"<="_s));
        QVERIFY(model.setData(model.index(0, SlaModel::ValueColumn), 2.5));
        QVERIFY(model.setData(model.index(0, SlaModel::TimesColumn), 3));
        QVERIFY(model.setData(model.index(0, SlaModel::StopColumn), true));
        QCOMPARE(cells(model), QStringList{u"fast | add | errors | <= | 2.5 | 3 | Stop the run"_s});
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
        QCOMPARE(cells(model), QStringList{u"a | All | p95 | < | 300 | 1 | Alarm"_s});
    }
};

QTEST_GUILESS_MAIN(SlaModelTest)
#include "tst_slamodel.moc"
