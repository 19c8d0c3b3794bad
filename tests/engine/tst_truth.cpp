// Does the report tell the truth about a server that freezes? Latency from the intended start must show the whole freeze.
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
};

QTEST_GUILESS_MAIN(TruthTest)
#include "tst_truth.moc"
