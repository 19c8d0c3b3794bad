#include "engine/io/reactor.h"
#include "engine/io/task.h"
#include "tests/support/runtask.h"

#include <QTest>

#include <algorithm>
#include <functional>
#include <memory>

#include <stdexcept>
#include <thread>

using namespace engine;

namespace {

Task<int> one() { co_return 1; }

Task<int> sumOf(int count)
{
  int sum = 0;
  for (int i = 0; i < count; ++i) sum += co_await one();
  co_return sum;
}

Task<int> throwing()
{
  throw std::runtime_error("told to");
  co_return 0;
}

Task<int> oneAfter(Reactor &reactor, int64_t pause)
{
  co_await reactor.sleepUntil(nowNs() + pause);
  co_return 1;
}

struct Alarm final : Deadline
{
  void onDeadline() override
  {
    firedAt = nowNs();
    if (then) then();
  }
  int64_t firedAt = 0;
  std::function<void()> then;
};

} // namespace

class tst_Reactor : public QObject
{
  Q_OBJECT

private slots:
  void aMillionSynchronousAwaitsDoNotGrowTheStack()
  {
    Reactor reactor;
    QCOMPARE(runTask(reactor, sumOf(1'000'000)), 1'000'000);
  }

  void aTaskGivesItsExceptionToItsAwaiter()
  {
    Reactor reactor;
    auto caught = []() -> Task<bool> {
      try {
        co_await throwing();
      } catch (const std::runtime_error &) {
        co_return true;
      }
      co_return false;
    };
    QVERIFY(runTask(reactor, caught()));
  }

  void aTaskThatSuspendedResumesItsAwaiter()
  {
    Reactor reactor;
    auto both = [](Reactor &r) -> Task<int> { co_return co_await oneAfter(r, oneMs) + co_await oneAfter(r, oneMs); };
    QCOMPARE(runTask(reactor, both(reactor)), 2);
  }

  void aSleepIsNeverShort()
  {
    Reactor reactor;
    auto sleep = [](Reactor &r) -> Task<int64_t> {
      const int64_t at = nowNs() + 3 * oneMs;
      co_await r.sleepUntil(at);
      co_return nowNs() - at;
    };
    QVERIFY(runTask(reactor, sleep(reactor)) >= 0);
  }

  void sleepersWakeInTheOrderOfTheirTimes()
  {
    Reactor reactor;
    std::vector<int> woken;
    const int64_t start = nowNs() + 5 * oneMs;
    auto sleep = [&](int order) -> Task<> {
      co_await reactor.sleepUntil(start + order * oneMs / 10);
      woken.push_back(order);
      if (woken.size() == 50) reactor.stop();
    };
    std::vector<int> expected;
    for (int i = 0; i < 50; ++i) {
      expected.push_back(i);
      sleep((i * 37) % 50).detach();
    }
    reactor.run();
    QCOMPARE(woken, expected);
  }

  void aCancelledSleepEndsOnTheNextTurnAndSaysSo()
  {
    Reactor reactor;
    Sleeper sleeper(reactor);
    bool slept = true;
    auto sleep = [&]() -> Task<> {
      slept = co_await sleeper.until(nowNs() + 3600 * oneSecond);
      reactor.stop();
    };
    sleep().detach();
    QVERIFY(sleeper.isAsleep());
    sleeper.cancel();
    QVERIFY(sleeper.isAsleep()); // not within cancel() itself
    reactor.run();
    QVERIFY(!slept);
    QVERIFY(!sleeper.isAsleep());
  }

  void aSleeperMayBeUsedAgainAfterACancel()
  {
    Reactor reactor;
    Sleeper sleeper(reactor);
    auto sleepTwice = [](Sleeper &s) -> Task<bool> {
      const bool first = co_await s.until(nowNs() + 3600 * oneSecond);
      const bool second = co_await s.until(nowNs() + oneMs);
      co_return !first && second;
    };
    reactor.post([&] { sleeper.cancel(); });
    QVERIFY(runTask(reactor, sleepTwice(sleeper)));
  }

  void aDestroyedSleeperIsForgotten()
  {
    Reactor reactor;
    {
      Sleeper gone(reactor);
      auto sleep = [&]() -> Task<> { co_await gone.until(nowNs() + oneMs); };
      auto frame = std::make_unique<Task<>>(sleep());
      auto hold = [](Task<> &inner) -> Task<> { co_await inner; };
      auto outer = std::make_unique<Task<>>(hold(*frame));
      outer->await_suspend(std::noop_coroutine());
      QVERIFY(gone.isAsleep());
    }
    QVERIFY(reactor.sleepers().isEmpty());
  }

  void aDeadlineIsNeverEarlyAndAtMostTwoTicksLate()
  {
    Reactor reactor;
    Alarm alarm;
    const int64_t at = nowNs() + 30 * oneMs;
    alarm.then = [&] { reactor.stop(); };
    reactor.deadlines().set(alarm, at);
    reactor.run();
    QVERIFY(alarm.firedAt >= at);
    QVERIFY2(alarm.firedAt - at < oneSecond, "this machine may be busy, but not that busy");
  }

  void aDeadlineMovedEarlierIsMetEarlier()
  {
    Reactor reactor;
    Alarm alarm;
    alarm.then = [&] { reactor.stop(); };
    reactor.deadlines().set(alarm, nowNs() + 300 * oneSecond);
    const int64_t at = nowNs() + 20 * oneMs;
    reactor.deadlines().set(alarm, at);
    reactor.run();
    QVERIFY(alarm.firedAt >= at && alarm.firedAt - at < oneSecond);
  }

  void aDeadlineMovedLaterOrClearedDoesNotFireAtItsOldTime()
  {
    Reactor reactor;
    Alarm moved, cleared, last;
    const int64_t now = nowNs();
    reactor.deadlines().set(moved, now + 10 * oneMs);
    reactor.deadlines().set(cleared, now + 10 * oneMs);
    reactor.deadlines().set(moved, now + 60 * oneMs);
    Deadlines::clear(cleared);
    last.then = [&] { reactor.stop(); };
    reactor.deadlines().set(last, now + 100 * oneMs);
    reactor.run();
    QVERIFY(moved.firedAt >= now + 60 * oneMs);
    QCOMPARE(cleared.firedAt, 0);
  }

  void aDeadlineBeyondOneRevolutionIsKept()
  {
    Deadlines deadlines;
    Alarm alarm;
    const int64_t now = nowNs(), at = now + 25 * oneSecond; // a revolution is about 8 s
    deadlines.set(alarm, at);
    for (int64_t t = now; t < at; t += 100 * oneMs) deadlines.runDue(t);
    QCOMPARE(alarm.firedAt, 0);
    deadlines.runDue(at + 16 * oneMs);
    QVERIFY(alarm.firedAt != 0);
  }

  void aDeadlineMayDestroyAnotherOfTheSameMoment()
  {
    Deadlines deadlines;
    auto first = std::make_unique<Alarm>(), second = std::make_unique<Alarm>();
    const int64_t at = nowNs() + oneMs;
    first->then = [&] { second.reset(); };
    second->then = [&] { first.reset(); };
    deadlines.set(*first, at);
    deadlines.set(*second, at);
    deadlines.runDue(at + 16 * oneMs);
    QVERIFY(bool(first) != bool(second));
  }

  void anIdleWheelLetsTheLoopSleepForEver()
  {
    Deadlines deadlines;
    QCOMPARE(deadlines.patience(), -1);
    const int64_t now = nowNs();
    {
      Alarm alarm;
      deadlines.set(alarm, now + oneSecond);
      QVERIFY(deadlines.patience() > 0);
    }
    deadlines.runDue(now + 20 * oneSecond);
    QCOMPARE(deadlines.patience(), -1);
  }

  void postedWorkRunsInOrderOnTheLoopsThread()
  {
    Reactor reactor;
    std::vector<int> done;
    std::thread::id where;
    std::thread loop([&] { reactor.run(); });
    const std::thread::id expected = loop.get_id();
    for (int i = 0; i < 100; ++i) reactor.post([&done, &where, i] {
      done.push_back(i);
      where = std::this_thread::get_id();
    });
    reactor.post([&] { reactor.stop(); });
    loop.join();
    QCOMPARE(done.size(), size_t(100));
    QVERIFY(std::ranges::is_sorted(done));
    QVERIFY(where == expected);
  }

  void aStopBeforeRunEndsThatRunAtOnce()
  {
    Reactor reactor;
    reactor.stop();
    reactor.run();
    QCOMPARE(runTask(reactor, one()), 1); // and the next one works
  }
};

QTEST_GUILESS_MAIN(tst_Reactor)
#include "tst_reactor.moc"
