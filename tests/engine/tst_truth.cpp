// Do the figures tell the truth? Of a server that freezes, latency from the intended start shows the whole freeze; counts are
// the server's own whatever the load; a generator that is held up says so.
#include "tests/engine/runfixture.h"

#include <QtTest>

#include <arpa/inet.h>
#include <atomic>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace engine;

/// Answers every request at once, but does nothing at all for a while after its first request.
class FreezingServer
{
public:
  FreezingServer(int64_t freezeAfter, int64_t freezeFor) : m_after(freezeAfter), m_for(freezeFor)
  {
    m_listener = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    bind(m_listener, reinterpret_cast<sockaddr *>(&address), size);
    listen(m_listener, 4096);
    getsockname(m_listener, reinterpret_cast<sockaddr *>(&address), &size);
    port = ntohs(address.sin_port);
    m_thread = std::thread([this] { serve(); });
  }
  ~FreezingServer()
  {
    m_ends = true;
    m_thread.join();
    for (const int fd : m_peers) close(fd);
    close(m_listener);
  }

  uint16_t port = 0;
  std::atomic<uint64_t> requests{0};

private:
  void serve()
  {
    const int epoll = epoll_create1(EPOLL_CLOEXEC);
    epoll_event event{EPOLLIN, {.fd = m_listener}};
    epoll_ctl(epoll, EPOLL_CTL_ADD, m_listener, &event);
    int64_t first = 0;
    bool frozen = false;
    while (!m_ends) {
      if (first && !frozen && nowNs() >= first + m_after) {
        frozen = true;
        std::this_thread::sleep_until(std::chrono::steady_clock::time_point(std::chrono::nanoseconds(first + m_after + m_for)));
      }
      epoll_event events[64];
      const int count = epoll_wait(epoll, events, 64, 5);
      for (int i = 0; i < count; ++i) {
        if (events[i].data.fd != m_listener) {
          if (answer(events[i].data.fd) && !first) first = nowNs();
          continue;
        }
        for (int fd; (fd = accept4(m_listener, nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC)) >= 0;) {
          m_peers.push_back(fd);
          epoll_event added{EPOLLIN, {.fd = fd}};
          epoll_ctl(epoll, EPOLL_CTL_ADD, fd, &added);
        }
      }
    }
    close(epoll);
  }

  bool answer(int fd)
  {
    char bytes[4096];
    if (recv(fd, bytes, sizeof bytes, 0) <= 0) return hangUp(fd);
    ++requests;
    constexpr std::string_view reply = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
    return send(fd, reply.data(), reply.size(), MSG_NOSIGNAL) > 0;
  }
  static bool hangUp(int fd)
  {
    shutdown(fd, SHUT_RDWR);
    return false;
  }

  int64_t m_after, m_for;
  int m_listener = -1;
  std::atomic<bool> m_ends{false};
  std::vector<int> m_peers;
  std::thread m_thread;
};

class TruthTest : public QObject
{
  Q_OBJECT

private slots:
  void aFrozenServerShowsInTheTimesFromSchedule()
  {
    FreezingServer server(ns(1.5), ns(3));
    const Totals totals =
        runToEnd(planOf(requestTo("http://127.0.0.1:" + std::to_string(server.port) + "/"), {rate(500, 1700, 6)}));
    QCOMPARE(totals.dropped, uint64_t(0));
    QCOMPARE(totals.passes, uint64_t(3000));
    QCOMPARE(server.requests.load(), uint64_t(3000));
    const Histogram &times = totals.items[0].fromSchedule;
    const double p75 = double(times.percentile(75)) / 1e9, p90 = double(times.percentile(90)) / 1e9;
    QVERIFY2(std::abs(p75 - 1.5) <= 1.5 * 0.15, qPrintable(QString::number(p75)));
    QVERIFY2(std::abs(p90 - 2.4) <= 2.4 * 0.15, qPrintable(QString::number(p90)));
  }

  void withTenUsersTheFreezeShowsAsDrops()
  {
    FreezingServer server(ns(1), ns(3));
    const Totals totals =
        runToEnd(planOf(requestTo("http://127.0.0.1:" + std::to_string(server.port) + "/"), {rate(500, 10, 5)}));
    QCOMPARE(totals.starts + totals.dropped, uint64_t(2500));
    QVERIFY2(totals.dropped > 800 && totals.dropped < 1200, qPrintable(QString::number(totals.dropped)));
    QCOMPARE(totals.droppedWhileFree, uint64_t(0));
    QCOMPARE(server.requests.load(), totals.requests);
  }

  void twoPeakedDelaysHaveTheRightPercentiles()
  {
    Target target;
    CasePlan plan = caseOf({{target.get("/delay/20", 1)}, {target.get("/delay/200", 2)}}, {byCount(20, 100)}, 2);
    auto whole = std::make_shared<Plan>();
    whole->cases.push_back(plan);
    const Totals totals = runToEnd(whole);
    Histogram both = totals.items[1].times;
    both.merge(totals.items[2].times);
    const double low = double(both.percentile(25)) / 1e6, high = double(both.percentile(75)) / 1e6;
    QVERIFY2(low >= 20 && low < 40, qPrintable(QString::number(low)));
    QVERIFY2(high >= 200 && high < 220, qPrintable(QString::number(high)));
  }

  void allEightModesInARowCountWhatTheServerSaw()
  {
    std::vector<Stage> stages;
    for (int mode = 0; mode < 8; ++mode) {
      Stage stage = rate(150, 12, 0.4);
      stage.mode = PressureMode(mode);
      stage.startUsers = 2;
      stage.startRate = 30;
      stage.minimum = 3;
      stage.maximum = stage.isRate() ? 120 : 12;
      stage.loops = 2;
      stage.maxDuration = ns(0.1);
      stage.rampUp = ns(0.2);
      stage.stepSize = 4;
      stage.stepDuration = ns(0.1);
      stages.push_back(stage);
    }
    std::vector<Stage> backwards(stages.rbegin(), stages.rend()); // every mode after another one
    stages.insert(stages.end(), backwards.begin(), backwards.end());
    Target target;
    const Totals totals = runToEnd(planOf(target.get("/delay/3"), stages, 2));
    QCOMPARE(totals.passes, totals.starts);
    QCOMPARE(totals.seenByServer(), target.requests());
    QCOMPARE(totals.successes, totals.requests);
    QCOMPARE(totals.dropped + totals.droppedWhileFree, uint64_t(0));
    QCOMPARE(std::ranges::count(totals.events, RunEvent::StageStarted, &RunEvent::kind), std::ptrdiff_t(16));
  }

  void aCountIsExactForAnyNumberOfUsers_data()
  {
    QTest::addColumn<int>("users");
    for (const int users : {1, 2, 3, 13, 64, 250, 499, 500}) QTest::addRow("%d", users) << users;
  }
  void aCountIsExactForAnyNumberOfUsers()
  {
    QFETCH(int, users);
    Target target;
    for (const uint64_t count : {uint64_t(users), uint64_t(users) * 2 + 1}) {
      const uint64_t before = target.requests();
      const Totals totals = runToEnd(planOf(target.get("/"), {byCount(users, count)}, 2));
      QCOMPARE(totals.passes, count);
      QCOMPARE(target.requests() - before, count);
    }
  }

  void aThousandStagesLoseAndDoubleNothing()
  {
    Target target;
    const std::vector<Stage> stages(1000, byCount(2, 3));
    const Totals totals = runToEnd(planOf(target.get("/"), stages, 2));
    QCOMPARE(totals.passes, uint64_t(3000));
    QCOMPARE(target.requests(), uint64_t(3000));
    QCOMPARE(std::ranges::count(totals.events, RunEvent::StageStarted, &RunEvent::kind), std::ptrdiff_t(1000));
  }

  void aStageEndedEarlyGivesWayToTheNextAndLosesNothing()
  {
    Target target;
    bool asked = false;
    const Totals totals = runToEnd(planOf(target.get("/delay/5"), {users(4, 60), byCount(6, 50)}, 2), [&](Run &run, int64_t ms) {
      if (ms < 400 || asked) return;
      run.endStage(0, 1); // not under way: nothing happens
      run.endStage(0, 0);
      asked = true;
    });
    QVERIFY2(totals.elapsedMs < 20'000, qPrintable(QString::number(totals.elapsedMs)));
    QCOMPARE(std::ranges::count(totals.events, RunEvent::StageStarted, &RunEvent::kind), std::ptrdiff_t(2));
    QVERIFY(totals.passes > 50);
    QCOMPARE(totals.passes, totals.starts);
    QCOMPARE(totals.seenByServer(), target.requests());
  }

  void aLoopThatIsHeldUpShowsAsLag()
  {
    struct Holding final : ExchangeObserver
    {
      void exchanged(ObservedExchange) override
      {
        if (!held.exchange(true)) std::this_thread::sleep_for(std::chrono::milliseconds(250));
      }
      std::atomic<bool> held{false};
    };
    Target target;
    auto plan = planOf(target.get("/delay/10"), {users(2, 1.1)});
    plan->observer = std::make_shared<Holding>();
    const Totals totals = runToEnd(plan);
    Histogram lag;
    for (const HealthSecond &second : totals.health) lag.merge(second.lag);
    QVERIFY2(lag.max() >= 150 * oneMs, qPrintable(QString::number(lag.max()))); // its ticks are 50 ms apart
  }

  void everySecondTellsHowTheGeneratorIsDoing()
  {
    Target target;
    const Totals totals = runToEnd(planOf(target.get("/"), {users(2, 1.3)}, 2));
    QVERIFY(!totals.health.empty());
    const HealthSecond &first = totals.health.front();
    QCOMPARE(first.cpuPercent.size(), size_t(2));
    QCOMPARE(*std::ranges::max_element(first.cpuPercent), first.cpuPercentMax);
    QVERIFY(first.cpuPercentMax > 0);
    QVERIFY(first.lag.count() > 0);
    QVERIFY(first.openDescriptors > 4);
    QVERIFY(first.takenPorts > 0);
  }
};

QTEST_GUILESS_MAIN(TruthTest)
#include "tst_truth.moc"
