#include "models/document/clipboard.h"
#include "tests/models/outline.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>
#include <QTest>

using namespace Qt::StringLiterals;

class ClipboardTest : public QObject
{
    Q_OBJECT

    static QStringList names(const QVector<domain::Step> &steps)
    {
        QStringList names;
        document::forEachStep(steps, [&](const domain::Step &step) {
            names.append(step.kind == domain::StepKind::Request ? step.message.name : step.data[u"name"_s].toString());
        });
        return names;
    }

private slots:
    void stepsGoFromOneDocumentToAnother()
    {
        SampleProject from, to;
        document::copySteps({*from.document.step(from.step(u"add"_s)), *from.document.step(from.step(u"loop"_s))});
        QVERIFY(document::canPasteSteps());
        const auto steps = document::pastedSteps();
        QVERIFY(steps.has_value());
        QCOMPARE(names(*steps), QStringList({u"add"_s, u"loop"_s, u"pay"_s}));
        QCOMPARE(steps->first().message.url, u"http://shop/cart"_s);

        const auto ids = to.document.insertSteps({to.browse, {}, document::StepPlace::Steps, 0, 0}, *steps);
        QCOMPARE(ids.size(), 2);
        QCOMPARE(names(to.document.testCase(to.browse)->steps), QStringList({u"add"_s, u"loop"_s, u"pay"_s}));
        to.document.undoStack().undo();
        QVERIFY(to.document.testCase(to.browse)->steps.isEmpty());
    }

    void theTextAloneCanBePasted()
    {
        QGuiApplication::clipboard()->setText(QString::fromUtf8(document::stepsToText({request(u"x"_s)})));
        QVERIFY(document::canPasteSteps());
        QCOMPARE(names(document::pastedSteps().value()), QStringList{u"x"_s});
    }

    void anythingElseIsRefusedWithASentence_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("prose") << QByteArray("hello");
        QTest::newRow("another JSON") << QByteArray(R"({"contents":[]})");
        QTest::newRow("newer") << QByteArray(R"({"format":"crescendo-steps","version":2,"contents":[]})");
        QTest::newRow("no list") << QByteArray(R"({"format":"crescendo-steps","version":1,"contents":7})");
        QTest::newRow("steps of the wrong shape") << QByteArray(R"({"format":"crescendo-steps","version":1,"contents":[7]})");
        QTest::newRow("deep") << QByteArray(R"({"format":"crescendo-steps","version":1,"contents":)")
                + QByteArray(100000, '[') + QByteArray(100000, ']') + "}";
        QTest::newRow("cut") << document::stepsToText({request(u"x"_s)}).chopped(20);
    }

    void anythingElseIsRefusedWithASentence()
    {
        QFETCH(QByteArray, text);
        const auto steps = document::stepsFromText(text);
        QVERIFY(!steps.has_value());
        QVERIFY(!steps.error().message.isEmpty());
    }
};

QTEST_MAIN(ClipboardTest)
#include "tst_clipboard.moc"
