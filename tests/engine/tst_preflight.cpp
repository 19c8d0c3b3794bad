// What a plan asks of this computer, and what is said where it asks for more than there is.
#include "engine/io/descriptors.h"
#include "engine/io/localports.h"
#include "engine/run/preflight.h"
#include "tests/engine/runfixture.h"

#include <QtTest>

#include <netinet/in.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace engine;

class PreflightTest : public QObject
{
  Q_OBJECT

  static Machine large() { return {1e6, 30'000, 8e9, 100'000, 4}; }
  static LoadWish small() { return {.users = 10, .connections = 10, .connectionsToOne = 10, .requestsASecond = 100, .bytes = 1e6, .threads = 2}; }

  static std::vector<Shortage> judged(LoadWish wish, Machine machine) { return shortages(wish, machine); }

private slots:
  void aSmallLoadOnALargeComputerIsFine() { QVERIFY(judged(small(), large()).empty()); }

  void eachShortageIsFound()
  {
    LoadWish wish = small();
    wish.connections = 2000;
    Machine machine = large();
    machine.descriptors = 1024;
    QCOMPARE(judged(wish, machine), (std::vector<Shortage>{{Shortage::Descriptors, 2000, 960}}));
    wish = small();
    wish.connectionsToOne = 30'001;
    QCOMPARE(judged(wish, large()), (std::vector<Shortage>{{Shortage::Ports, 30'001, 30'000}}));
    wish = small();
    wish.connectionsASecond = 501;
    QCOMPARE(judged(wish, large()), (std::vector<Shortage>{{Shortage::PortsOverTime, 501, 500}}));
    wish = small();
    wish.bytes = 9e9;
    QCOMPARE(judged(wish, large()), (std::vector<Shortage>{{Shortage::Memory, 9e9, 8e9}}));
    wish = small();
    wish.requestsASecond = 200'001; // two threads of four cores
    QCOMPARE(judged(wish, large()), (std::vector<Shortage>{{Shortage::Rate, 200'001, 200'000}}));
    wish.threads = 16; // four cores are four
    wish.requestsASecond = 400'001;
    QCOMPARE(judged(wish, large()), (std::vector<Shortage>{{Shortage::Rate, 400'001, 400'000}}));
  }

  void whatIsNotKnownIsNotJudged()
  {
    LoadWish wish{1e9, 1e9, 1e9, 1e9, 1e9, 1e15, 1};
    QVERIFY(judged(wish, Machine()).empty());
  }

  void aPlanAsksForItsLargestStage()
  {
    Stage peak;
    peak.mode = PressureMode::SurgeTps;
    peak.minimum = 10;
    peak.maximum = 700;
    peak.users = 80;
    peak.duration = ns(10);
    const auto plan = planOf(requestTo("http://a.test/x"), {users(30, 10), rate(500, 60, 10), peak}, 3);
    const LoadWish wish = wishOf(*plan);
    QCOMPARE(wish.users, 80.0);
    QCOMPARE(wish.connections, 80.0);
    QCOMPARE(wish.requestsASecond, 700.0);
    QCOMPARE(wish.connectionsASecond, 0.0);
    QCOMPARE(wish.threads, 3);
  }

  void loopsHostsAndNewConnectionsCount()
  {
    RequestStep fresh = requestTo("https://b.test:8443/y");
    fresh.request.newConnection = true;
    const auto inner = std::make_shared<const Steps>(Steps{{fresh}, {requestTo("http://a.test/2")}});
    auto plan = std::make_shared<Plan>();
    plan->cases.push_back(caseOf({{requestTo("http://a.test/1")}, {LoopStep{Template("3"), inner}}}, {rate(10, 5, 1)}));
    const LoadWish wish = wishOf(*plan);
    QCOMPARE(wish.requestsASecond, 10.0 * (1 + 3 * 2));
    QCOMPARE(wish.connectionsASecond, 10.0 * 3);
    QCOMPARE(wish.connections, 5.0 * 2);
    QCOMPARE(wish.connectionsToOne, 5.0);
  }

  void aConditionCountsItsLargerBranchAndSharesTheirWeights()
  {
    const auto one = std::make_shared<const Steps>(Steps{{requestTo("http://a.test/1")}});
    const auto two = std::make_shared<const Steps>(Steps{{requestTo("http://a.test/1")}, {requestTo("http://a.test/2")}});
    auto plan = std::make_shared<Plan>();
    plan->cases.push_back(caseOf({{ConditionStep{{}, one, two}}}, {rate(10, 5, 1)}));
    QCOMPARE(wishOf(*plan).requestsASecond, 20.0);
    plan->cases[0].steps = {{ShareStep{true, {{3, one}, {1, two}}}}};
    QCOMPARE(wishOf(*plan).requestsASecond, 10 * (0.75 * 1 + 0.25 * 2));
  }

  void casesAddUpOnlyWhenTheyRunTogether()
  {
    auto plan = std::make_shared<Plan>();
    plan->cases = {caseOf({{requestTo("http://a.test/")}}, {users(30, 1)}), caseOf({{requestTo("http://a.test/")}}, {users(50, 1)})};
    plan->parallel = true;
    QCOMPARE(wishOf(*plan).users, 80.0);
    plan->parallel = false;
    QCOMPARE(wishOf(*plan).users, 50.0);
  }

  void thisComputerIsKnownAndItsSoftLimitRaised()
  {
    rlimit limit{};
    QCOMPARE(getrlimit(RLIMIT_NOFILE, &limit), 0);
    const rlimit lowered{std::min<rlim_t>(256, limit.rlim_max), limit.rlim_max};
    QCOMPARE(setrlimit(RLIMIT_NOFILE, &lowered), 0);
    const Machine machine = thisMachine();
    QCOMPARE(machine.descriptors, double(limit.rlim_max));
    QVERIFY(machine.ports > 0 && machine.ports <= 65535);
    QVERIFY(machine.bytes > 0);
    QVERIFY(machine.cores > 0);
  }

  void portsTakenAreCounted()
  {
    const int before = takenPorts();
    QVERIFY(before >= 0);
    std::vector<int> listeners;
    for (int i = 0; i < 200; ++i) {
      const int fd = socket(AF_INET, SOCK_STREAM, 0);
      sockaddr_in address{};
      address.sin_family = AF_INET;
      address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
      QVERIFY(bind(fd, reinterpret_cast<sockaddr *>(&address), sizeof address) == 0 && listen(fd, 1) == 0);
      listeners.push_back(fd);
    }
    const int with = takenPorts();
    for (const int fd : listeners) close(fd);
    QVERIFY2(with >= before + 150, qPrintable(QString::number(with))); // other programs come and go
  }
};

QTEST_GUILESS_MAIN(PreflightTest)
#include "tst_preflight.moc"
