#include "tests/engine/runfixture.h"

#include <QtTest>

using namespace engine;
using namespace std::chrono_literals;

class RunTest : public QObject
{
  Q_OBJECT

private slots:
  void concurrencyByDurationEndsInTimeAndCountsWhatTheServerSaw()
  {
    Target target;
    const Totals totals = runToEnd(planOf(target.get("/"), {users(4, 1.2)}));
    QVERIFY(totals.passes > 50);
    QCOMPARE(totals.passes, totals.requests);
    QCOMPARE(totals.successes, totals.requests);
    QCOMPARE(totals.seenByServer(), target.requests());
    QVERIFY2(totals.elapsedMs >= 1200 && totals.elapsedMs < 1700, qPrintable(QString::number(totals.elapsedMs)));
  }

  void countIsExact_data()
  {
    QTest::addColumn<int>("users");
    QTest::addColumn<int>("threads");
    for (const int threads : {1, 2, 3})
      for (const int users : {1, 7, 100, 500}) QTest::addRow("%d users, %d threads", users, threads) << users << threads;
  }
  void countIsExact()
  {
    QFETCH(int, users);
    QFETCH(int, threads);
    Target target;
    const uint64_t count = uint64_t(users) + 333;
    const Totals totals = runToEnd(planOf(target.get("/"), {byCount(users, count)}, threads));
    QCOMPARE(totals.passes, count);
    QCOMPARE(totals.requests, count);
    QCOMPARE(totals.starts, count);
    QCOMPARE(target.requests(), count);
  }
};

QTEST_GUILESS_MAIN(RunTest)
#include "tst_run.moc"
