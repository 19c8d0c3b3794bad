#include "app/report/comparison.h"
#include "app/report/htmlreport.h"
#include "app/report/jsonreport.h"
#include "tests/support/samplerun.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace report;

class HtmlReportTest : public QObject
{
    Q_OBJECT

private slots:
    void the_page_reaches_for_nothing_outside();
    void names_and_samples_are_escaped();
    void the_run_inside_is_read_back();
    void a_comparison_is_a_section_of_its_own();
    void a_peak_has_its_steps();
    void no_placeholder_is_left();
};

void HtmlReportTest::the_page_reaches_for_nothing_outside()
{
    const QString page = QString::fromUtf8(toHtml(samplerun::run(20)).value());
    const QRegularExpression outside(u"(?:src|href)\\s*=|@import|url\\(|fetch\\(|XMLHttpRequest"_s);
    QVERIFY(!page.contains(outside));
    QVERIFY(page.contains(u"default-src 'none'"_s));
}

void HtmlReportTest::names_and_samples_are_escaped()
{
    auto run = samplerun::run(10);
    run.taskName = u"</script><script>alert(1)</script>"_s;
    run.cases[0].items[2].method = u"\" onclick=\"x"_s;
    run.cases[0].errors[0].side = u"<b>"_s;
    const QString page = QString::fromUtf8(toHtml(run).value());
    QVERIFY(!page.contains(u"<script>alert(1)"_s));
    QVERIFY(page.contains(u"&lt;/script&gt;&lt;script&gt;alert(1)"_s));
    QVERIFY(!page.contains(u"\" onclick=\""_s));
    QVERIFY(!page.contains(u"<h1>busy"_s));
    QVERIFY(page.contains(u"Product &lt;details&gt; &amp; price"_s));
    QCOMPARE(page.count(u"</script>"_s), 4);
}

void HtmlReportTest::the_run_inside_is_read_back()
{
    const auto run = samplerun::run(15);
    const auto inside = runFileInHtml(toHtml(run).value());
    QVERIFY(inside);
    const auto again = runFromFile(*inside);
    QVERIFY(again);
    QVERIFY(*again == run);
    QVERIFY(!runFileInHtml("<html></html>"));
}

void HtmlReportTest::a_comparison_is_a_section_of_its_own()
{
    const auto base = samplerun::run(30), slower = samplerun::run(30, 1.5, 8);
    const Comparison comparison = compare({base, slower});
    QVERIFY(!toHtml(slower)->contains("Compared with the baseline</span><span class=\"zh\">与基线对比</span><small>"));
    const auto page = toHtml(slower, &comparison);
    QVERIFY(page->contains("Compared with the baseline</span><span class=\"zh\">与基线对比</span><small>"));
    QVERIFY(page->contains("larger than noise"));
}

void HtmlReportTest::a_peak_has_its_steps()
{
    auto run = samplerun::run(20);
    QVERIFY(!toHtml(run)->contains("class=\"en\">Peak<"));
    auto &record = run.cases[0];
    record.stages.resize(1);
    record.stages[0].mode = domain::PressureMode::SmartPeak;
    record.stages[0].stepDuration = 5;
    record.stageRecords = {{u"search"_s, domain::PressureMode::SmartPeak, 0, 20, 0, 0}};
    const QByteArray page = toHtml(run).value();
    const qsizetype from = page.indexOf("class=\"en\">Peak<");
    QVERIFY(from > 0);
    const QByteArray table = page.mid(from, page.indexOf("</table>", from) - from);
    QCOMPARE(table.count("<tr>"), 1 + 4);
    QCOMPARE(table.count("class=\"pill\""), 1);
}

void HtmlReportTest::no_placeholder_is_left()
{
    const QByteArray page = toHtml(samplerun::run(20)).value();
    QVERIFY(!page.contains("{{"));
    QVERIFY(!page.contains("/*DARK*/"));
}

QTEST_GUILESS_MAIN(HtmlReportTest)
#include "tst_htmlreport.moc"
