// The shared pieces that hold users back: rendezvous, rate bucket, shares of users.
#include "engine/run/ratebucket.h"
#include "engine/run/rendezvous.h"
#include "engine/run/usershare.h"

#include <QtTest>

#include <thread>

using namespace engine;

class RendezvousTest : public QObject
{
  Q_OBJECT

private slots:
  void theLastOneOpensAndTheNextBeginsAnew()
  {
    Rendezvous meeting(3, 0);
    std::vector<uint64_t> opened;
    meeting.listen([&](uint64_t number) { opened.push_back(number); });
    for (uint64_t round = 1; round <= 2; ++round) {
      QVERIFY(!meeting.arrive(0, 99).goesOn);
      QVERIFY(!meeting.arrive(0, 99).goesOn);
      QVERIFY(meeting.arrive(0, 99).goesOn);
      QCOMPARE(opened.size(), size_t(round));
      QCOMPARE(opened.back(), round);
    }
  }

  void timeRunsFromTheFirstArrival()
  {
    Rendezvous meeting(3, 100);
    QCOMPARE(meeting.arrive(1000, 9).until, int64_t(1100));
    const auto second = meeting.arrive(1050, 9);
    QCOMPARE(second.until, int64_t(1100));
    int opened = 0;
    meeting.listen([&](uint64_t) { ++opened; });
    meeting.timedOut(second.number);
    meeting.timedOut(second.number); // told by each that waited
    QCOMPARE(opened, 1);
    QCOMPARE(meeting.arrive(2000, 9).until, int64_t(2100));
  }

  void withoutACountAllActiveUsersMustCome()
  {
    Rendezvous meeting(0, 0);
    int opened = 0;
    meeting.listen([&](uint64_t) { ++opened; });
    QVERIFY(!meeting.arrive(0, 3).goesOn);
    meeting.fewer(2);
    QCOMPARE(opened, 0);
    meeting.fewer(1); // the others have left
    QCOMPARE(opened, 1);
    meeting.fewer(0);
    QCOMPARE(opened, 1);
  }

  void aNewStageOpensOnce()
  {
    Rendezvous meeting(5, 0);
    int opened = 0;
    meeting.listen([&](uint64_t) { ++opened; });
    meeting.stageChanged(0);
    meeting.arrive(0, 9);
    meeting.stageChanged(0); // another worker
    QCOMPARE(opened, 0);
    meeting.stageChanged(1);
    meeting.arrive(0, 9);
    meeting.stageChanged(1);
    QCOMPARE(opened, 1);
  }

  void manyThreadsMeetExactly()
  {
    for (int repeat = 0; repeat < 20; ++repeat) {
      Rendezvous meeting(4, 0);
      std::atomic<int> opened{0}, last{0};
      meeting.listen([&](uint64_t) { ++opened; });
      std::vector<std::thread> threads;
      for (int i = 0; i < 4; ++i)
        threads.emplace_back([&] { for (int k = 0; k < 1000; ++k) last += meeting.arrive(0, 4).goesOn; });
      for (auto &thread : threads) thread.join();
      QCOMPARE(opened.load(), 1000);
      QCOMPARE(last.load(), 1000);
    }
  }

  void tokensAreNeverCloserThanTheRateAllows()
  {
    RateBucket bucket(300);
    QCOMPARE(bucket.take(1'000'000), int64_t(1'000'000));
    QCOMPARE(bucket.take(1'000'000), 1'000'000 + bucket.interval());
    QVERIFY(double(bucket.interval()) * 300 >= 1e9);
    QCOMPARE(bucket.take(9'000'000'000), int64_t(9'000'000'000)); // none were saved up
    QCOMPARE(RateBucket(10'000'000).interval(), int64_t(100));
    QCOMPARE(RateBucket(0.01).interval(), int64_t(100'000'000'000));
  }

  void threadsShareOneRate()
  {
    for (int repeat = 0; repeat < 10; ++repeat) {
      RateBucket bucket(1'000'000);
      std::vector<std::thread> threads;
      std::vector<std::vector<int64_t>> taken(4);
      for (size_t i = 0; i < 4; ++i)
        threads.emplace_back([&, i] { for (int k = 0; k < 5000; ++k) taken[i].push_back(bucket.take(0)); });
      for (auto &thread : threads) thread.join();
      std::vector<int64_t> all;
      for (const auto &each : taken) all.insert(all.end(), each.begin(), each.end());
      std::ranges::sort(all);
      for (size_t i = 0; i < all.size(); ++i) QCOMPARE(all[i], int64_t(i) * 1000);
    }
  }

  void sixtyUsersAtOneTwoThreeAreTenTwentyThirty()
  {
    const UserShare share({1, 2, 3});
    std::vector<int> counts(3);
    for (uint64_t user = 1; user <= 60; ++user) ++counts[share.branchOf(user)];
    QCOMPARE(counts, (std::vector<int>{10, 20, 30}));
  }

  void everyBeginningIsNearTheWeights()
  {
    const std::vector<int> weights{500, 1500, 3000, 7};
    const UserShare share(weights);
    std::vector<double> counts(4);
    for (uint64_t user = 1; user <= 20'000; ++user) {
      ++counts[share.branchOf(user)];
      for (size_t i = 0; i < 4; ++i) QVERIFY(std::abs(counts[i] - double(user) * weights[i] / 5007.0) <= 1.5);
    }
    QCOMPARE(UserShare({10'000}).branchOf(77), size_t(0));
  }

  void drawnBranchesFollowTheWeights()
  {
    const UserShare share({1, 2, 3});
    std::vector<int> counts(3);
    for (uint64_t random = 0; random < 600; ++random) ++counts[share.drawn(random)];
    QCOMPARE(counts, (std::vector<int>{100, 200, 300}));
  }
};

QTEST_GUILESS_MAIN(RendezvousTest)
#include "tst_rendezvous.moc"
