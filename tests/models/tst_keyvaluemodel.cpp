#include "models/items/keyvaluemodel.h"
#include "tests/models/outline.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Qt::StringLiterals;
using items::KeyValueModel;
using Mode = QAbstractItemModelTester::FailureReportingMode;

class KeyValueModelTest : public QObject
{
    Q_OBJECT

private slots:
    void typingInTheLastRowAdds()
    {
        SampleProject sample;
        KeyValueModel model(sample.document, KeyValueModel::List::Headers);
        QAbstractItemModelTester tester(&model, Mode::QtTest);
        QCOMPARE(model.rowCount(), 0);
        model.setStep(sample.step(u"add"_s));
        QCOMPARE(cells(model), QStringList{u" |  | "_s});
        QVERIFY(model.setData(model.index(0, KeyValueModel::KeyColumn), u"Accept"_s));
        QVERIFY(model.setData(model.index(0, KeyValueModel::ValueColumn), u"*/*"_s));
        QVERIFY(!model.setData(model.index(1, KeyValueModel::KeyColumn), QString()));
        QCOMPARE(cells(model), QStringList({u" | Accept | */*"_s, u" |  | "_s}));
        sample.document.undoStack().undo();
        QCOMPARE(cells(model), QStringList({u" | Accept | "_s, u" |  | "_s}));
        sample.document.undoStack().undo();
        QCOMPARE(cells(model), QStringList{u" |  | "_s});
    }

    void eachListIsItsOwn()
    {
        SampleProject sample;
        const domain::StepId step = sample.step(u"add"_s);
        KeyValueModel headers(sample.document, KeyValueModel::List::Headers), query(sample.document, KeyValueModel::List::Query),
            form(sample.document, KeyValueModel::List::Form);
        for (KeyValueModel *model : {&headers, &query, &form})
            model->setStep(step);
        headers.setData(headers.index(0, KeyValueModel::KeyColumn), u"h"_s);
        query.setData(query.index(0, KeyValueModel::KeyColumn), u"q"_s);
        form.setData(form.index(0, KeyValueModel::KeyColumn), u"f"_s);
        const domain::Message &message = sample.document.step(step)->message;
        QCOMPARE(message.headers.first().key, u"h"_s);
        QCOMPARE(message.query.first().key, u"q"_s);
        QCOMPARE(message.form.first().key, u"f"_s);
    }

    void rowsSwitchOffAndGo()
    {
        SampleProject sample;
        domain::Step step = *sample.document.step(sample.step(u"add"_s));
        step.message.headers = {{u"a"_s, u"1"_s}, {u"b"_s, u"2"_s}, {u"c"_s, u"3"_s}};
        sample.document.setStep(sample.cart, step, u"Fill"_s);
        KeyValueModel model(sample.document, KeyValueModel::List::Headers);
        model.setStep(step.id);
        QAbstractItemModelTester tester(&model, Mode::QtTest);
        QVERIFY(model.setData(model.index(1, 0), Qt::Unchecked, Qt::CheckStateRole));
        QCOMPARE(model.index(1, 0).data(Qt::CheckStateRole).toInt(), int(Qt::Unchecked));
        QVERIFY(!sample.document.step(step.id)->message.headers[1].enabled);
        QVERIFY(!model.setData(model.index(3, 0), Qt::Unchecked, Qt::CheckStateRole));
        QVERIFY(model.removeRows(0, 2));
        QCOMPARE(cells(model), QStringList({u" | c | 3"_s, u" |  | "_s}));
        QVERIFY(!model.removeRows(1, 1));
        sample.document.undoStack().undo();
        QCOMPARE(cells(model), QStringList({u" | a | 1"_s, u" | b | 2"_s, u" | c | 3"_s, u" |  | "_s}));
    }

    void aRemovedStepLeavesItEmpty()
    {
        SampleProject sample;
        KeyValueModel model(sample.document, KeyValueModel::List::Query);
        model.setStep(sample.step(u"pay"_s));
        QAbstractItemModelTester tester(&model, Mode::QtTest);
        sample.document.remove(sample.cart);
        QCOMPARE(model.rowCount(), 0);
        QVERIFY(!model.step().isValid());
    }
};

QTEST_GUILESS_MAIN(KeyValueModelTest)
#include "tst_keyvaluemodel.moc"
