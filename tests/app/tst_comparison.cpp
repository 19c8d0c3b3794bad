#include "app/report/comparison.h"
#include "tests/support/samplerun.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace report;

namespace {

const ComparisonRow *rowOf(const Comparison &comparison, const QString &name, const QString &metric)
{
    for (const auto &row : comparison.rows)
        if (row.name == name && row.metric == metric)
            return &row;
    return nullptr;
}

} // namespace

class ComparisonTest : public QObject
{
    Q_OBJECT

private slots:
    void two_runs_of_the_same_load_differ_by_noise_only();
    void a_slower_run_is_worse_beyond_noise();
    void rules_are_read_and_broken_rules_found();
    void rules_that_cannot_be_meant_are_refused();
};

void ComparisonTest::two_runs_of_the_same_load_differ_by_noise_only()
{
    const auto comparison = compare({samplerun::run(120, 1, 7), samplerun::run(120, 1, 11)});
    for (const auto &metric : {u"avg"_s, u"p50"_s, u"p95"_s, u"rps"_s}) {
        const auto *row = rowOf(comparison, {}, metric);
        QVERIFY(row);
        QVERIFY2(!row->beyondNoise[0], qPrintable(metric));
    }
}

void ComparisonTest::a_slower_run_is_worse_beyond_noise()
{
    const auto comparison = compare({samplerun::run(120), samplerun::run(120, 2, 8)});
    const auto *row = rowOf(comparison, u"Catalogue page"_s, u"p50"_s);
    QVERIFY(row);
    QCOMPARE(row->directions[0], Direction::Worse);
    QVERIFY(row->beyondNoise[0]);
    QVERIFY(row->changePercent[0] > 80 && row->changePercent[0] < 120);
}

void ComparisonTest::rules_are_read_and_broken_rules_found()
{
    const auto comparison = compare({samplerun::run(60), samplerun::run(60, 2, 8)});
    const auto rule = parseFailRule(u"Catalogue page: p50 > +10%"_s);
    QVERIFY(rule);
    QCOMPARE(rule->name, u"Catalogue page"_s);
    QVERIFY(rule->percent && rule->relative);
    const auto hit = broken(comparison, {*rule});
    QVERIFY(hit);
    QCOMPARE(hit->size(), 1);
    QVERIFY(hit->first().actual > 10);
    QCOMPARE(broken(comparison, {*parseFailRule(u"Catalogue page: p50>+500%"_s)})->size(), 0);
    QVERIFY(!broken(comparison, {*parseFailRule(u"Nothing: p50>+5%"_s)}));
}

void ComparisonTest::rules_that_cannot_be_meant_are_refused()
{
    for (const auto &text : {u""_s, u"p95"_s, u"p42>+1%"_s, u"p95>10%"_s, u"p95 ~ 3"_s})
        QVERIFY2(!parseFailRule(text), qPrintable(text));
}

QTEST_GUILESS_MAIN(ComparisonTest)
#include "tst_comparison.moc"
