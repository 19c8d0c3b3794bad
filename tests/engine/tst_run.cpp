#include "tests/engine/runfixture.h"

#include <QtTest>
#include <cmath>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace engine;

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

  void everyModeSendsWhatTheServerSees_data()
  {
    QTest::addColumn<int>("mode");
    for (int mode = 0; mode < 8; ++mode) QTest::addRow("mode %d", mode) << mode;
  }
  void everyModeSendsWhatTheServerSees()
  {
    QFETCH(int, mode);
    Stage stage = rate(80, 20, 1.2);
    stage.mode = PressureMode(mode);
    if (!stage.isRate()) stage.users = 12;
    stage.startUsers = 2;
    stage.minimum = 3;
    stage.maximum = stage.isRate() ? 60 : 12;
    stage.loops = 2;
    stage.maxDuration = ns(0.2);
    stage.rampUp = ns(0.5);
    stage.stepSize = 3;
    stage.stepDuration = ns(0.3);
    Target target;
    const Totals totals = runToEnd(planOf(target.get("/delay/5"), {stage}, 2));
    QVERIFY(totals.passes > 10);
    QCOMPARE(totals.passes, totals.starts);
    QCOMPARE(totals.seenByServer(), target.requests());
    QCOMPARE(totals.successes, totals.requests);
    QCOMPARE(totals.dropped, uint64_t(0));
  }

  void aRateStartsExactlyWhatItsScheduleHolds()
  {
    Target target;
    const Totals totals = runToEnd(planOf(target.get("/"), {rate(200, 30, 1.5)}, 2));
    QCOMPARE(totals.starts, uint64_t(300));
    QCOMPARE(target.requests(), uint64_t(300));
    QCOMPARE(totals.items[0].fromSchedule.count(), uint64_t(300));
    QVERIFY(!totals.health.empty());
  }

  void aRateStageByCountEndsWithItsCountThoughStartsAreDropped()
  {
    Stage stage = rate(1000, 5, 0);
    stage.byCount = true;
    stage.count = 20;
    Target target;
    const Totals totals = runToEnd(planOf(target.get("/delay/600"), {stage}));
    QCOMPARE(totals.passes, uint64_t(20));
    QCOMPARE(target.requests(), uint64_t(20));
    QVERIFY(totals.dropped > 0);
  }

  void startsThatFindTenUsersBusyAreDroppedAndCounted()
  {
    Target target;
    const Totals totals = runToEnd(planOf(target.get("/delay/1500"), {rate(50, 10, 2)}));
    QCOMPARE(totals.starts + totals.dropped, uint64_t(100));
    QVERIFY(totals.dropped > 50);
    QCOMPARE(totals.droppedWhileFree, uint64_t(0));
    QCOMPARE(totals.seenByServer(), target.requests());
  }

  void stageBoundariesLoseAndDoubleNothing()
  {
    Target target;
    const Totals totals = runToEnd(
        planOf(target.get("/"), {byCount(10, 137), rate(200, 10, 0.7), byCount(25, 211), rate(333, 20, 0.6)}, 2));
    QCOMPARE(totals.passes, uint64_t(137 + 140 + 211 + 200));
    QCOMPARE(target.requests(), totals.passes);
    const auto stages = std::ranges::count(totals.events, RunEvent::StageStarted, &RunEvent::kind);
    QCOMPARE(stages, std::ptrdiff_t(4));
  }

  void usersFollowTheRampAndAreAddedUp()
  {
    Stage stage = users(20, 2.1);
    stage.startUsers = 2;
    stage.rampUp = ns(2);
    Target target;
    const Totals totals = runToEnd(planOf(target.get("/delay/10"), {stage}, 2));
    QVERIFY(totals.seconds.size() >= 2);
    QCOMPARE(totals.seconds[0].users, 11);
    QVERIFY(std::abs(totals.seconds[0].target - 11) < 0.01);
    QCOMPARE(totals.seconds[1].users, 20);
  }

  void aStopCutsOffAStalledServerWithinTwoSeconds()
  {
    Target target;
    int64_t asked = 0;
    const Totals totals = runToEnd(planOf(target.get("/stall"), {users(8, 60)}), [&](Run &run, int64_t ms) {
      if (ms < 300 || asked) return;
      run.stop();
      asked = ms;
    });
    QVERIFY2(totals.elapsedMs - asked <= 2000, qPrintable(QString::number(totals.elapsedMs - asked)));
    QCOMPARE(totals.requests, uint64_t(0));
    QCOMPARE(totals.cutOff, uint64_t(8));
    QCOMPARE(totals.seenByServer(), target.requests());
  }

  void aSecondStopEndsAtOnceAndThinkingUsersLeaveAtOnce()
  {
    Target target;
    RequestStep step = target.get("/");
    step.thinkTime = ns(30);
    int64_t asked = 0;
    const Totals thinking = runToEnd(planOf(step, {users(8, 60)}), [&](Run &run, int64_t ms) {
      if (ms >= 300 && !asked) run.stop(), asked = ms;
    });
    QVERIFY(thinking.elapsedMs - asked < 500);
    QCOMPARE(thinking.passes, uint64_t(8));

    asked = 0;
    const Totals stalled = runToEnd(planOf(target.get("/stall"), {users(8, 60)}), [&](Run &run, int64_t ms) {
      if (ms >= 300 && !asked) run.stop(), run.stopNow(), asked = ms;
    });
    QVERIFY(stalled.elapsedMs - asked < 500);
    QCOMPARE(stalled.cutOff, uint64_t(8));
  }

  void anUnreachableTargetIsARunWithGroupedFailures()
  {
    const Totals totals = runToEnd(planOf(requestTo("http://127.0.0.1:1/"), {byCount(5, 60)}));
    QCOMPARE(totals.passes, uint64_t(60));
    QCOMPARE(totals.items[1].failed[size_t(Outcome::Refused) - 1], uint64_t(60));
    uint64_t grouped = 0;
    for (const ErrorGroup &error : totals.errors) grouped += error.count;
    QCOMPARE(grouped, uint64_t(60));
    QVERIFY(!totals.errors.empty() && totals.errors[0].message.find("refused") != std::string::npos);
    QVERIFY(totals.errors[0].sample.find("GET / HTTP/1.1") != std::string::npos);
  }

  void anAddressThatIsNoneFailsWithoutSpinning()
  {
    const Totals totals = runToEnd(planOf(requestTo("nonsense"), {users(2, 0.5)}));
    QVERIFY(totals.requests > 0 && totals.requests < 2000);
    QCOMPARE(totals.successes, uint64_t(0));
  }

  void aStatusThatIsNoSuccessFailsByAssert()
  {
    Target target;
    const Totals totals = runToEnd(planOf(target.get("/status/503"), {byCount(3, 30)}));
    QCOMPARE(totals.items[1].failed[size_t(Outcome::Assert) - 1], uint64_t(30));
    QCOMPARE(totals.items[1].status[4], uint64_t(30));
    QCOMPARE(totals.items[0].successes, uint64_t(0));
    QVERIFY(std::ranges::any_of(totals.errors, [](const ErrorGroup &error) {
      return error.status == 503 && error.sample.find("HTTP/1.1 503") != std::string::npos;
    }));
  }

  void casesRunOneAfterAnotherOrTogether()
  {
    Target target;
    for (const bool parallel : {false, true}) {
      auto plan = std::make_shared<Plan>();
      plan->cases = {caseOf({{target.get("/")}}, {users(2, 0.6)}), caseOf({{target.get("/json")}}, {users(2, 0.6)})};
      plan->parallel = parallel;
      plan->threads = 2;
      const Totals totals = runToEnd(plan);
      QVERIFY2(parallel ? totals.elapsedMs < 1150 : totals.elapsedMs >= 1200, qPrintable(QString::number(totals.elapsedMs)));
      QCOMPARE(std::ranges::count(totals.events, RunEvent::CaseEnded, &RunEvent::kind), std::ptrdiff_t(2));
    }
    QVERIFY(target.requests() > 0);
  }

  void whoNeverWaitsLeavesOthersAndAStopTheirTurn()
  {
    // Datagrams that nobody answers: no send ever blocks.
    const int fd = ::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    QCOMPARE(::bind(fd, reinterpret_cast<sockaddr *>(&address), size), 0);
    QCOMPARE(::getsockname(fd, reinterpret_cast<sockaddr *>(&address), &size), 0);
    SocketRequest datagram;
    datagram.isUdp = true;
    datagram.address = Template("127.0.0.1:" + std::to_string(ntohs(address.sin_port)));
    datagram.payload = Template("x");
    datagram.end = SocketRequest::NoAnswer;
    RequestStep step;
    step.item = 1;
    step.protocol = datagram;

    Target target;
    auto plan = planOf(step, {users(1, 60)});
    plan->cases.push_back(caseOf({{target.get("/")}}, {users(1, 60)}));
    int64_t asked = 0;
    const Totals totals = runToEnd(plan, [&](Run &run, int64_t ms) {
      if (ms < 300 || asked) return;
      run.stop();
      asked = ms;
    });
    ::close(fd);
    QVERIFY2(totals.elapsedMs - asked <= 2000, qPrintable(QString::number(totals.elapsedMs - asked)));
    QVERIFY(target.requests() > 10);
    QVERIFY(totals.items[1].successes > 100);
  }

  void thinkTimeIsPacingThatDoesNotDrift()
  {
    Target target;
    RequestStep step = target.get("/delay/20");
    step.thinkTime = ns(0.1);
    const Totals totals = runToEnd(planOf(step, {users(3, 2.05)}));
    QCOMPARE(totals.passes, uint64_t(3 * 21)); // at 0, 100, … 2000 ms
  }

  void loopsAndTransactionsCount()
  {
    Target target;
    CasePlan plan = caseOf({}, {byCount(2, 10)}, 2);
    plan.items.push_back({Item::Transaction, "buy", "", "", false});
    const Steps inner{{target.get("/", 1)}, {target.get("/json", 2)}};
    plan.steps = {{LoopStep{Template("3"), std::make_shared<const Steps>(inner)}},
                  {TransactionStep{3, std::make_shared<const Steps>(inner)}}};
    plan.setup = {{target.get("/", 1)}};
    auto whole = std::make_shared<Plan>();
    whole->cases.push_back(plan);
    const Totals totals = runToEnd(whole);
    QCOMPARE(totals.items[0].requests, uint64_t(10));
    QCOMPARE(totals.items[1].requests, uint64_t(10 * 4 + 2)); // and the setup of two users
    QCOMPARE(totals.items[2].requests, uint64_t(10 * 4));
    QCOMPARE(totals.items[3].requests, uint64_t(10));
    QCOMPARE(target.requests(), totals.requests);
  }

  void variablesAreSharedInOrderAndStopAtTheirEnd()
  {
    Target target;
    CasePlan plan = caseOf({}, {users(4, 20)});
    plan.slotCount = 1;
    VariableSource ids;
    ids.kind = VariableSource::Range;
    ids.low = 1;
    ids.high = 50;
    ids.stopAtEnd = true;
    ids.slotIndexes = {0};
    plan.variables = {ids};
    RequestStep step = target.get("/");
    step.request.url = Template::parse(target.url("/bytes/${id}"), [](std::string_view) { return 0; });
    plan.steps = {{step}};
    auto whole = std::make_shared<Plan>();
    whole->cases.push_back(plan);
    whole->threads = 2;
    const Totals totals = runToEnd(whole);
    QCOMPARE(totals.requests, uint64_t(50));
    QVERIFY(totals.elapsedMs < 5000); // long before its 20 s
    QVERIFY(totals.items[1].receivedBytes >= 50 * 51 / 2);
  }

  void handControlReplacesTheRestOfThePlan()
  {
    Target target;
    bool changed = false;
    const Totals totals =
        runToEnd(planOf(target.get("/delay/5"), {users(2, 2.2), users(50, 30)}, 2), [&](Run &run, int64_t ms) {
          if (ms >= 300 && !changed) run.setUsers(-1, 9), changed = true;
        });
    QVERIFY(totals.elapsedMs < 5000);
    QCOMPARE(totals.seconds[1].users, 9);
    QVERIFY(std::ranges::any_of(totals.events, [](const RunEvent &event) {
      return event.kind == RunEvent::LoadChanged && event.value == 9;
    }));
  }

  void aRateChangedByHandHoldsFromThenOn()
  {
    Target target;
    bool changed = false;
    const Totals totals = runToEnd(planOf(target.get("/"), {rate(20, 20, 3.2)}, 2), [&](Run &run, int64_t ms) {
      if (ms >= 500 && !changed) run.setRate(0, 300), changed = true;
    });
    QVERIFY(totals.seconds.size() >= 3);
    // A start counts in the second in which it was really made, so a busy machine may move some over a boundary.
    const int starts = int(totals.seconds[1].starts + totals.seconds[2].starts);
    QVERIFY2(std::abs(starts - 600) <= 30, qPrintable(QString::number(starts)));
  }

  void everySecondOfAnIdleCaseArrives()
  {
    Target target;
    RequestStep step = target.get("/");
    step.thinkTime = ns(30);
    const Totals totals = runToEnd(planOf(step, {users(1, 2.1)}, 2));
    QVERIFY(totals.seconds.size() >= 2);
    QCOMPARE(totals.seconds[0].second, 0);
    QCOMPARE(totals.seconds[1].second, 1);
    QCOMPARE(totals.seconds[1].users, 1);
    QCOMPARE(totals.seconds[1].target, 1.0);
  }
};

QTEST_GUILESS_MAIN(RunTest)
#include "tst_run.moc"
