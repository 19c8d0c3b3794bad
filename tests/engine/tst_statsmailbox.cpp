#include "engine/stats/statsmailbox.h"

#include <QtTest>
#include <thread>

using namespace engine;

class StatsMailboxTest : public QObject
{
  Q_OBJECT

  static CaseSecond second(int index, uint64_t starts, int users = 1)
  {
    CaseSecond made;
    made.second = index;
    made.starts = starts;
    made.users = users;
    return made;
  }

private slots:
  void aSecondComesWhenEveryWorkerHasClosedIt()
  {
    StatsMailbox mailbox(2);
    mailbox.deliver(second(0, 3));
    mailbox.closed(0, 0, 1);
    QVERIFY(mailbox.collect().seconds.empty());
    mailbox.deliver(second(0, 4, 2));
    mailbox.closed(1, 0, 1);
    const Delivery delivery = mailbox.collect();
    QCOMPARE(delivery.seconds.size(), size_t(1));
    QCOMPARE(delivery.seconds[0].starts, uint64_t(7));
    QCOMPARE(delivery.seconds[0].users, 3);
    QVERIFY(mailbox.collect().seconds.empty());
  }

  void secondsComeInOrderHoweverLateTheReaderIs()
  {
    StatsMailbox mailbox(1);
    for (const int index : {2, 0, 1}) mailbox.deliver(second(index, uint64_t(index)));
    mailbox.closed(0, 0, 3);
    const Delivery delivery = mailbox.collect();
    QCOMPARE(delivery.seconds.size(), size_t(3));
    for (int i = 0; i < 3; ++i) QCOMPARE(delivery.seconds[size_t(i)].second, i);
  }

  void theEndDeliversWhatIsLeft()
  {
    StatsMailbox mailbox(2);
    mailbox.deliver(second(5, 1));
    QVERIFY(!mailbox.collect().ended);
    mailbox.end();
    const Delivery delivery = mailbox.collect();
    QVERIFY(delivery.ended);
    QCOMPARE(delivery.seconds.size(), size_t(1));
  }

  void errorsOfOneKindAreOneGroupWithTheFullestSample()
  {
    StatsMailbox mailbox(2);
    ErrorGroup error;
    error.message = "Connection refused.";
    error.count = 2;
    error.firstSeenMs = 50;
    error.lastSeenMs = 60;
    mailbox.deliver(error);
    error.count = 3;
    error.firstSeenMs = 10;
    error.lastSeenMs = 90;
    error.sample = "GET /";
    mailbox.deliver(error);
    error.itemIndex = 1;
    mailbox.deliver(error);
    const Delivery delivery = mailbox.collect();
    QCOMPARE(delivery.errors.size(), size_t(2));
    QCOMPARE(delivery.errors[0].count, uint64_t(5));
    QCOMPARE(delivery.errors[0].firstSeenMs, int64_t(10));
    QCOMPARE(delivery.errors[0].lastSeenMs, int64_t(90));
    QCOMPARE(delivery.errors[0].sample, std::string("GET /"));
  }

  void nothingIsLostBetweenThreads()
  {
    constexpr int workers = 3, seconds = 200;
    StatsMailbox mailbox(workers);
    std::vector<std::thread> threads;
    for (int worker = 0; worker < workers; ++worker)
      threads.emplace_back([&mailbox, worker] {
        for (int i = 0; i < seconds; ++i) {
          mailbox.deliver(second(i, 1));
          mailbox.closed(worker, 0, i + 1);
        }
      });
    uint64_t starts = 0;
    int count = 0;
    while (count < seconds)
      for (const CaseSecond &each : mailbox.collect().seconds) {
        QCOMPARE(each.second, count++);
        QCOMPARE(each.starts, uint64_t(workers));
        starts += each.starts;
      }
    for (std::thread &thread : threads) thread.join();
    QCOMPARE(starts, uint64_t(workers * seconds));
  }
};

QTEST_GUILESS_MAIN(StatsMailboxTest)
#include "tst_statsmailbox.moc"
