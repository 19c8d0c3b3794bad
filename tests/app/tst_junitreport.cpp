#include "app/report/junitreport.h"
#include "tests/support/samplerun.h"

#include <QTest>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

class JunitReportTest : public QObject
{
    Q_OBJECT

private slots:
    void each_rule_is_a_test_case();
    void names_with_control_characters_stay_xml();
    void a_run_without_rules_says_how_it_ended();
};

namespace {

/// Element names and the names of test cases; fails on anything that is not XML.
QStringList outline(const QByteArray &xml)
{
    QStringList names;
    QXmlStreamReader reader(xml);
    while (!reader.atEnd())
        if (reader.readNext() == QXmlStreamReader::StartElement)
            names += reader.name() == "testcase"_L1 ? "testcase "_L1 + reader.attributes().value("name"_L1).toString() : reader.name().toString();
    return reader.hasError() ? QStringList{reader.errorString()} : names;
}

} // namespace

void JunitReportTest::each_rule_is_a_test_case()
{
    QStringList names = outline(report::toJunit(samplerun::run(5)));
    names.removeAll(u"property"_s);
    QCOMPARE(names, (QStringList{u"testsuites"_s, u"testsuite"_s, u"properties"_s, u"testcase p95 < 250 ms"_s, u"failure"_s,
                                 u"testcase success_rate > 99 %"_s, u"failure"_s, u"testcase tps > 25 /s"_s,
                                 u"testcase Catalogue page: p99 < 900 ms"_s, u"testcase 支付订单 Pay: avg < 500 ms"_s}));
}

void JunitReportTest::names_with_control_characters_stay_xml()
{
    auto run = samplerun::run(5);
    run.taskName = u"a\u0001<b>"_s;
    QCOMPARE(outline(report::toJunit(run)).first(), u"testsuites"_s);
}

void JunitReportTest::a_run_without_rules_says_how_it_ended()
{
    auto run = samplerun::run(5);
    run.rules.clear();
    QVERIFY(outline(report::toJunit(run)).contains(u"testcase run"_s));
    run.status = domain::RunStatus::Aborted;
    QVERIFY(outline(report::toJunit(run)).contains(u"error"_s));
}

QTEST_GUILESS_MAIN(JunitReportTest)
#include "tst_junitreport.moc"
