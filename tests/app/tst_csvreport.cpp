#include "app/report/csvreport.h"
#include "tests/support/samplerun.h"

#include <QTest>

using namespace Qt::StringLiterals;

class CsvReportTest : public QObject
{
    Q_OBJECT

private slots:
    void every_item_has_a_line_a_second();
    void cells_a_spreadsheet_would_run_are_text();
    void items_have_a_line_each();
};

void CsvReportTest::every_item_has_a_line_a_second()
{
    const QByteArray csv = report::secondsCsv(samplerun::run(10));
    QVERIFY(csv.startsWith("\xEF\xBB\xBF" "case,kind,name,second"));
    QCOMPARE(csv.count("\r\n"), 1 + 10 * 6); // the case, a transaction, four requests
}

void CsvReportTest::cells_a_spreadsheet_would_run_are_text()
{
    auto run = samplerun::run(5);
    run.cases[0].errors[0].message = u"=cmd|'/c calc'!A1"_s;
    run.cases[0].errors[1].message = u"say \"hi\", twice"_s;
    const QByteArray csv = report::errorsCsv(run);
    QVERIFY(csv.contains(",'=cmd|"));
    QVERIFY(csv.contains(",\"say \"\"hi\"\", twice\","));
}

void CsvReportTest::items_have_a_line_each()
{
    QCOMPARE(report::itemsCsv(samplerun::run(5)).count("\r\n"), 1 + 6);
}

QTEST_GUILESS_MAIN(CsvReportTest)
#include "tst_csvreport.moc"
