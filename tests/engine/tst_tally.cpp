#include "engine/stats/tally.h"

#include <QtTest>

using namespace engine;

class TallyTest : public QObject
{
  Q_OBJECT

private slots:
  void eachOutcomeHasItsPlace()
  {
    Tally tally;
    for (int outcome = 0; outcome <= failureClasses; ++outcome) {
      Sample sample;
      sample.outcome = Outcome(outcome);
      sample.status = outcome * 100;
      sample.sentBytes = 3;
      sample.receivedBytes = 5;
      sample.responseTime = 1000;
      tally.add(sample);
    }
    QCOMPARE(tally.requests, uint64_t(6));
    QCOMPARE(tally.successes, uint64_t(1));
    for (const uint64_t failed : tally.failed) QCOMPARE(failed, uint64_t(1));
    for (const uint64_t status : tally.status) QCOMPARE(status, uint64_t(1)); // 100 … 500; none for no answer
    QCOMPARE(tally.sentBytes, uint64_t(18));
    QCOMPARE(tally.receivedBytes, uint64_t(30));
    QCOMPARE(tally.times.count(), uint64_t(6)); // failed ones too
  }

  void aStatusOutOfRangeCountsInNone()
  {
    Tally tally;
    for (const int status : {-1, 0, 99, 600, 10'000}) {
      Sample sample;
      sample.status = status;
      tally.add(sample);
    }
    for (const uint64_t status : tally.status) QCOMPARE(status, uint64_t(0));
  }

  void sumsAddEveryFieldAndClearEmpties()
  {
    Sample sample;
    sample.outcome = Outcome::Timeout;
    sample.responseTime = 42;
    Tally a, b;
    a.add(sample);
    b.add(sample);
    b.fromSchedule.record(50);
    Tally sum = a;
    sum += b;
    QCOMPARE(sum.failed[2], uint64_t(2));
    QCOMPARE(sum.times.count(), uint64_t(2));
    QCOMPARE(sum.fromSchedule.count(), uint64_t(1));
    QVERIFY(!sum.isEmpty());
    sum.clear();
    QVERIFY(sum.isEmpty());
    QVERIFY(sum == Tally());
  }
};

QTEST_GUILESS_MAIN(TallyTest)
#include "tst_tally.moc"
