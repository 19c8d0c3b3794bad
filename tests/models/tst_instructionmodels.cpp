// The tables of the instruction editors: data, condition, branches, plugin parameters; and those of a request.
#include "models/domain/casedocument.h"
#include "models/domain/instruction.h"
#include "models/items/branchesmodel.h"
#include "models/items/casestepsmodel.h"
#include "models/items/checksmodel.h"
#include "models/items/conditionmodel.h"
#include "models/items/datamodel.h"
#include "models/items/extractionsmodel.h"
#include "models/items/pluginparamsmodel.h"
#include "models/items/stepdetail.h"
#include "tests/models/outline.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Qt::StringLiterals;
using Mode = QAbstractItemModelTester::FailureReportingMode;

class InstructionModelsTest : public QObject
{
    Q_OBJECT

    template <class T> static domain::Step stepOf(const T &settings)
    {
        domain::Step step;
        domain::put(step, settings);
        return step;
    }

    template <class T> T settings(const SampleProject &sample, domain::StepId id, domain::Result<T> (*read)(const domain::Step &))
    {
        return read(*sample.document.step(id)).value_or(T{});
    }

    static QString problem(const QAbstractItemModel &model, int row, int column)
    {
        return model.index(row, column).data(items::ProblemRole).toString();
    }

private slots:
    void checksAreTypedInTheEmptyRow()
    {
        SampleProject sample;
        items::ChecksModel model(sample.document);
        QAbstractItemModelTester tester(&model, Mode::QtTest);
        const auto id = sample.step(u"add"_s);
        model.setStep(id);
        QCOMPARE(model.rowCount(), 1);
        QVERIFY(!model.setData(model.index(0, items::ChecksModel::ValueColumn), QString()));
        QVERIFY(model.setData(model.index(0, items::ChecksModel::ValueColumn), u"201"_s));
        QVERIFY(model.setData(model.index(1, items::ChecksModel::SourceColumn), u"jsonpath"_s));
        QCOMPARE(cells(model), QStringList({u"Status code |  | is | 201 | "_s, u"JSONPath |  | is |  | "_s, u" |  |  |  | "_s}));
        QVERIFY(!problem(model, 1, items::ChecksModel::KeyColumn).isEmpty());
        QVERIFY(model.setData(model.index(1, items::ChecksModel::KeyColumn), u"$.id"_s));
        QVERIFY(problem(model, 1, items::ChecksModel::KeyColumn).isEmpty());
        QVERIFY(model.setData(model.index(1, items::ChecksModel::ComparisonColumn), u"regex"_s));
        QVERIFY(model.setData(model.index(1, items::ChecksModel::ValueColumn), u"(a"_s));
        QVERIFY(problem(model, 1, items::ChecksModel::ValueColumn).contains(u"does not hold"_s));
        QVERIFY(!model.setData(model.index(1, items::ChecksModel::SourceColumn), u"cookie"_s));
        QVERIFY(!model.setData(model.index(1, items::ChecksModel::ComparisonColumn), u"~"_s));
        QCOMPARE(sample.document.step(id)->checkpoint->items.size(), 2);
        QVERIFY(model.removeRows(0, 2));
        QVERIFY(!model.removeRows(0, 1)); // the empty row stays
        sample.document.undoStack().undo();
        QCOMPARE(model.rowCount(), 3);
        sample.document.remove(id);
        QCOMPARE(model.rowCount(), 0);
    }

    void extractionsKnowWhereToLook()
    {
        SampleProject sample;
        items::ExtractionsModel model(sample.document);
        QAbstractItemModelTester tester(&model, Mode::QtTest);
        const auto id = sample.step(u"add"_s);
        model.setStep(id);
        using M = items::ExtractionsModel;
        QVERIFY(model.setData(model.index(0, M::NameColumn), u" token "_s));
        QVERIFY(model.setData(model.index(0, M::WhereColumn), u"id=(\\d+)"_s));
        QVERIFY(model.setData(model.index(0, M::GroupColumn), 0));
        QVERIFY(!model.setData(model.index(0, M::MatchColumn), 0));
        QVERIFY(!model.setData(model.index(0, M::GroupColumn), -1));
        QVERIFY(!model.setData(model.index(0, M::RangeColumn), 7));
        QCOMPARE(cells(model).first(), u"token | Body | id=(\\d+) | 1 | 0 |  |  | "_s);
        QVERIFY(model.setData(model.index(0, M::RangeColumn), 5));
        QVERIFY(!problem(model, 0, M::WhereColumn).isEmpty()); // a JSON value needs a path, not an expression
        QVERIFY(model.setData(model.index(0, M::WhereColumn), u"data.id"_s));
        QVERIFY(model.setData(model.index(0, M::ExpectColumn), u"7"_s));
        QCOMPARE(cells(model).first(), u"token | JSON value | data.id | — | — |  | 7 | "_s);
        const domain::Extraction &kept = sample.document.step(id)->extractions.first();
        QCOMPARE(kept.key, u"data.id"_s);
        QCOMPARE(kept.regexp, u"id=(\\d+)"_s);
        QVERIFY(model.setData(model.index(0, M::ExpectColumn), QString()));
        QVERIFY(!sample.document.step(id)->extractions.first().expect);
    }

    void renamingWhatAStepGivesRenamesItsUses()
    {
        SampleProject sample;
        items::ExtractionsModel model(sample.document);
        model.setStep(sample.step(u"open"_s));
        QVERIFY(model.setData(model.index(0, items::ExtractionsModel::NameColumn), u"id"_s));
        domain::Step pay = *sample.document.step(sample.step(u"pay"_s));
        pay.message.url = u"http://shop/${id}"_s;
        sample.document.setStep(sample.cart, pay, u"Edit"_s);
        const int before = sample.document.undoStack().count();
        QVERIFY(model.setData(model.index(0, items::ExtractionsModel::NameColumn), u"order"_s));
        QCOMPARE(sample.document.step(pay.id)->message.url, u"http://shop/${order}"_s);
        QCOMPARE(sample.document.undoStack().count(), before + 1);
        sample.document.undoStack().undo();
        QCOMPARE(sample.document.step(pay.id)->message.url, u"http://shop/${id}"_s);
        // Where another step gives the name too, the uses may be its.
        QVERIFY(model.setData(model.index(1, items::ExtractionsModel::NameColumn), u"id"_s));
        QVERIFY(model.setData(model.index(0, items::ExtractionsModel::NameColumn), u"order"_s));
        QCOMPARE(sample.document.step(pay.id)->message.url, u"http://shop/${id}"_s);
    }

    void aConditionIsATable()
    {
        SampleProject sample;
        const auto id = sample.document.addStep(sample.browse, stepOf(domain::Condition{}));
        items::ConditionModel model(sample.document, items::ConditionModel::If);
        QAbstractItemModelTester tester(&model, Mode::QtTest);
        model.setStep(id);
        QVERIFY(model.setData(model.index(0, 0), u"${stock}"_s));
        QVERIFY(model.setData(model.index(0, 1), u">"_s));
        QVERIFY(model.setData(model.index(0, 2), u"0"_s));
        QVERIFY(model.setData(model.index(1, 2), u"x"_s));
        QVERIFY(!problem(model, 1, 0).isEmpty());
        QVERIFY(model.setData(model.index(1, 1), u"exists"_s));
        QCOMPARE(model.index(1, 2).data().toString(), u"—"_s);
        QVERIFY(!model.setData(model.index(1, 1), u"about"_s));
        QVERIFY(model.removeRows(1, 1));
        QCOMPARE(items::stepDetail(*sample.document.step(id)), u"${stock} > 0"_s);
    }

    void aLoopEndsEarlyByComparisons()
    {
        SampleProject sample;
        domain::Loop loop;
        loop.count = u"5"_s;
        const auto id = sample.document.addStep(sample.browse, stepOf(loop));
        items::ConditionModel model(sample.document, items::ConditionModel::Break);
        QAbstractItemModelTester tester(&model, Mode::QtTest);
        model.setStep(id);
        QVERIFY(model.setData(model.index(0, 0), u"${done}"_s));
        QVERIFY(model.setData(model.index(0, 2), u"1"_s));
        QCOMPARE(settings(sample, id, domain::loopOf).breakCondition->items.first().right, u"1"_s);
        QCOMPARE(items::stepDetail(*sample.document.step(id)), u"5 times, until ${done} = 1"_s);
        QVERIFY(model.removeRows(0, 1));
        QVERIFY(!settings(sample, id, domain::loopOf).breakCondition);
    }

    void dataLinesComputeAndRound()
    {
        SampleProject sample;
        const auto id = sample.document.addStep(sample.browse, stepOf(domain::DataInstruction{}));
        using M = items::DataModel;
        M model(sample.document);
        QAbstractItemModelTester tester(&model, Mode::QtTest);
        model.setStep(id);
        QVERIFY(model.setData(model.index(0, M::NameColumn), u"amount"_s));
        QVERIFY(model.setData(model.index(0, M::LogicColumn), u"${price} * 2"_s));
        QCOMPARE(cells(model).first(), u"amount | ${price} * 2 | Text | — | —"_s);
        QVERIFY(model.setData(model.index(0, M::ScaleColumn), 2)); // only numbers are rounded
        QCOMPARE(cells(model).first(), u"amount | ${price} * 2 | Number | 2 | to nearest, half up"_s);
        QVERIFY(model.setData(model.index(0, M::RoundingColumn), u"UP"_s));
        QVERIFY(!model.setData(model.index(0, M::RoundingColumn), u"SIDEWAYS"_s));
        QVERIFY(!model.setData(model.index(0, M::ScaleColumn), 31));
        QVERIFY(!model.setData(model.index(0, M::ScaleColumn), u"many"_s));
        QVERIFY(model.setData(model.index(0, M::ScaleColumn), QString()));
        const auto line = settings(sample, id, domain::dataInstructionOf).params.first();
        QVERIFY(line.number && !line.scale);
        QCOMPARE(items::stepDetail(*sample.document.step(id)), u"amount = ${price} * 2"_s);
    }

    void branchesTakeTheirStepsAlong()
    {
        SampleProject sample;
        domain::UserShare share;
        share.branches = {{u"A"_s, 1}, {u"B"_s, 2}, {u"C"_s, 3}};
        const auto id = sample.document.addStep(sample.browse, stepOf(share));
        sample.document.insertSteps({sample.browse, id, document::StepPlace::Branch, 2, 0}, {request(u"last"_s)});
        items::BranchesModel model(sample.document);
        QAbstractItemModelTester tester(&model, Mode::QtTest);
        model.setStep(id);
        QCOMPARE(cells(model), QStringList({u"A | 1 | 16.7 % | 0"_s, u"B | 2 | 33.3 % | 0"_s, u"C | 3 | 50.0 % | 1"_s, u" |  |  | "_s}));
        QVERIFY(!model.setData(model.index(0, 1), 0));
        QVERIFY(!model.setData(model.index(0, 1), 10'001));
        QVERIFY(!(model.index(0, 2).flags() & Qt::ItemIsEditable));
        QVERIFY(model.removeRows(1, 1));
        QCOMPARE(sample.document.step(id)->branches.size(), 2);
        QCOMPARE(sample.document.step(id)->branches[1].size(), 1); // the step of C is still C's
        QVERIFY(model.setData(model.index(2, 0), u"D"_s));
        QCOMPARE(items::stepDetail(*sample.document.step(id)), u"fixed, 1 : 3 : 1"_s);
        sample.document.undoStack().undo();
        sample.document.undoStack().undo();
        QCOMPARE(model.rowCount(), 4);
        QCOMPARE(sample.document.step(id)->branches[2].size(), 1);
    }

    void pluginParametersHaveTheirOwnNames()
    {
        SampleProject sample;
        const auto id = sample.document.addStep(sample.browse, stepOf(domain::PluginRequest{}));
        items::PluginParamsModel model(sample.document);
        QAbstractItemModelTester tester(&model, Mode::QtTest);
        model.setStep(id);
        QVERIFY(model.setData(model.index(0, 0), u"sql"_s));
        QVERIFY(model.setData(model.index(0, 1), u"select 1"_s));
        QVERIFY(!model.setData(model.index(1, 0), u"sql"_s));
        QCOMPARE(settings(sample, id, domain::pluginRequestOf).params.first().value, u"select 1"_s);
        QVERIFY(model.removeRows(0, 1));
        QCOMPARE(model.rowCount(), 1);
    }

    void theOtherInstructionsSayWhatTheyDo()
    {
        domain::Rendezvous meeting;
        meeting.count = 50;
        QCOMPARE(items::stepDetail(stepOf(meeting)), u"50 users, or after 10 s"_s);
        meeting.count = 0;
        meeting.timeoutMs = 0;
        QCOMPARE(items::stepDetail(stepOf(meeting)), u"all users"_s);
        QCOMPARE(items::stepDetail(stepOf(domain::Throughput{})), u"at most 100.00 requests a second"_s);
        QCOMPARE(items::stepDetail(domain::Step{}), QString());
        domain::Step broken = stepOf(domain::Loop{});
        broken.data[u"loop_type"_s] = 7;
        QVERIFY(!items::stepDetail(broken).isEmpty()); // what is wrong, instead of what it does
    }

    void aCaseIsDescribedInSteps()
    {
        SampleProject sample;
        items::CaseStepsModel model(sample.document, sample.cart);
        QAbstractItemModelTester tester(&model, Mode::QtTest);
        QVERIFY(model.setData(model.index(0, 0), u"Add a lamp"_s));
        QVERIFY(model.setData(model.index(0, 1), u"It is in the cart"_s));
        QVERIFY(!model.setData(model.index(1, 0), QString()));
        QCOMPARE(domain::caseDocumentOf(*sample.document.testCase(sample.cart))->steps.first().expected, u"It is in the cart"_s);
        QVERIFY(model.removeRows(0, 1));
        QVERIFY(!model.removeRows(0, 1));
        QVERIFY(sample.document.testCase(sample.cart)->caseInfo.isEmpty());
        sample.document.undoStack().undo();
        QCOMPARE(model.rowCount(), 2);
    }
};

QTEST_GUILESS_MAIN(InstructionModelsTest)
#include "tst_instructionmodels.moc"
