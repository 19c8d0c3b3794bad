#include "engine/stats/histogram.h"

#include <QtTest>
#include <cmath>

using namespace engine;

class HistogramTest : public QObject
{
  Q_OBJECT

private slots:
  void anEmptyOneAnswersZero()
  {
    const Histogram none;
    QCOMPARE(none.count(), uint64_t(0));
    QCOMPARE(none.percentile(99), int64_t(0));
    QCOMPARE(none.min(), int64_t(0));
    QCOMPARE(none.mean(), 0.0);
  }

  void percentilesAreNearestRankToThreeDigits()
  {
    Histogram histogram;
    for (int i = 1; i <= 1000; ++i) histogram.record(i * 1'000'000LL);
    for (const double percent : {1.0, 50.0, 75.0, 90.0, 99.0, 99.9, 100.0}) {
      const double exact = std::ceil(percent * 10 - 1e-9) * 1e6;
      QVERIFY(std::abs(double(histogram.percentile(percent)) - exact) <= exact / 1024);
    }
    QCOMPARE(histogram.percentile(100), int64_t(1'000'000'000));
    QCOMPARE(histogram.mean(), 500.5e6);
  }

  void smallValuesAreExact()
  {
    Histogram histogram;
    for (const int64_t value : {0, 1, 2, 1023}) histogram.record(value);
    QCOMPARE(histogram.percentile(25), int64_t(0));
    QCOMPARE(histogram.percentile(75), int64_t(2));
    QCOMPARE(histogram.max(), int64_t(1023));
  }

  void strangeValuesAreClipped()
  {
    Histogram histogram;
    histogram.record(-5);
    histogram.record(INT64_MAX);
    QCOMPARE(histogram.min(), int64_t(0));
    QCOMPARE(histogram.max(), Histogram::highest - 1);
    QCOMPARE(histogram.percentile(100), Histogram::highest - 1);
  }

  void mergingIsTheSameAsRecordingTogether()
  {
    Histogram a, b, both;
    for (int64_t i = 1; i < 500; ++i) {
      (i % 3 ? a : b).record(i * i * 997);
      both.record(i * i * 997);
    }
    a.merge(b);
    QVERIFY(a == both);
    Histogram none;
    a.merge(none);
    QVERIFY(a == both);
    none.merge(a);
    QVERIFY(none == both);
  }

  void bucketsRestoreItExactly()
  {
    Histogram histogram;
    for (int64_t i = 1; i < 300; ++i) histogram.record(i * 123'457);
    const auto buckets = histogram.buckets();
    QVERIFY(Histogram::restore(buckets, histogram.sum(), histogram.min(), histogram.max()) == histogram);
    for (const auto &[index, count] : buckets) QVERIFY(Histogram::upperEnd(index) <= histogram.max() * 1025 / 1024);
  }

  void aCopyIsItsOwnAndClearForgetsAll()
  {
    Histogram histogram;
    histogram.record(7);
    Histogram copy = histogram;
    histogram.record(9);
    QCOMPARE(copy.count(), uint64_t(1));
    histogram.clear();
    QVERIFY(histogram == Histogram());
    QCOMPARE(copy.max(), int64_t(7));
  }
};

QTEST_GUILESS_MAIN(HistogramTest)
#include "tst_histogram.moc"
