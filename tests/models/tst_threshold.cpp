// What --threshold takes (contract): METRIC OP VALUE for each case, NAME: METRIC OP VALUE for a request or transaction.
#include "models/domain/slarule.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace domain;

class TestThreshold : public QObject
{
    Q_OBJECT

private slots:
    void everyFormIsRead_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("scope");
        QTest::addColumn<QString>("target");
        QTest::addColumn<QString>("metric");
        QTest::addColumn<QString>("comparison");
        QTest::addColumn<double>("value");
        QTest::newRow("of each case") << u"p95<300"_s << u"case"_s << QString() << u"p95"_s << u"<"_s << 300.0;
        QTest::newRow("blanks") << u"  success_rate >= 99.5 "_s << u"case"_s << QString() << u"success_rate"_s << u">="_s << 99.5;
        QTest::newRow("of a request") << u"Pay: p99 <= 1e3"_s << u"request"_s << u"Pay"_s << u"p99"_s << u"<="_s << 1000.0;
        QTest::newRow("a name with a colon") << u"GET http://a:80/x: errors == 0"_s << u"request"_s << u"GET http://a:80/x"_s << u"errors"_s << u"=="_s << 0.0;
        QTest::newRow("a name in Chinese") << u"支付 订单: rps>10"_s << u"request"_s << u"支付 订单"_s << u"rps"_s << u">"_s << 10.0;
    }

    void everyFormIsRead()
    {
        QFETCH(QString, text);
        const auto rule = parseThreshold(text);
        QVERIFY2(rule, qPrintable(rule ? QString() : rule.error().message));
        QTEST(rule->scope, "scope");
        QTEST(rule->target, "target");
        QTEST(rule->metric, "metric");
        QTEST(rule->comparison, "comparison");
        QTEST(rule->value, "value");
    }

    void whatIsNoneIsRefusedInOneSentence()
    {
        for (const QString &text : {QString(), u"p95"_s, u"p95<"_s, u"p95=<3"_s, u"p97<3"_s, u"Pay: <3"_s, u"p95<3ms"_s, u"p95<--3"_s, u": p95<x"_s}) {
            const auto rule = parseThreshold(text);
            QVERIFY2(!rule, qPrintable(text));
            QVERIFY2(rule.error().message.endsWith(u'.') && !rule.error().message.contains(u'\n'), qPrintable(rule.error().message));
        }
    }
};

QTEST_GUILESS_MAIN(TestThreshold)
#include "tst_threshold.moc"
