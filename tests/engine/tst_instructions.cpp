// Each control instruction as the engine executes it (semantics.md 2.6).
#include "engine/plugin/loader.h"
#include "tests/engine/instructionfixture.h"

#include <QTemporaryDir>

using namespace engine;
using Paths = std::vector<std::string>;

class InstructionsTest : public QObject
{
  Q_OBJECT

  Target m_target;

  /// What one pass of one user sends.
  Paths onePass(Steps steps, const Slots &names, std::vector<VariableSource> sources = {})
  {
    const auto witness = std::make_shared<Witness>();
    const auto plan = planWith(std::move(steps), names, {byCount(1, 1)}, witness);
    plan->cases[0].variables = std::move(sources);
    runToEnd(plan);
    return witness->paths();
  }

  std::shared_ptr<const Plugin> script(const QTemporaryDir &folder, const QByteArray &lua)
  {
    for (const auto &[name, text] : {std::pair<const char *, QByteArray>{"p.lua", lua}, {"p.json", R"({"name":"p","plugin":"p.lua","funcs":[{"name":"f","type":"req"}]})"}}) {
      QFile file(folder.filePath(QString::fromLatin1(name)));
      if (file.open(QIODevice::WriteOnly)) file.write(text);
    }
    std::string problem;
    auto plugin = loadPlugin(folder.filePath(QStringLiteral("p.json")).toStdString(), problem);
    if (!plugin) qWarning("%s", problem.c_str());
    return plugin;
  }

private slots:
  void dataInstructionsCalculateAndRound_data()
  {
    QTest::addColumn<QByteArray>("logic");
    QTest::addColumn<bool>("isNumber");
    QTest::addColumn<int>("scale");
    QTest::addColumn<int>("rounding");
    QTest::addColumn<QByteArray>("value");
    const auto row = [](const char *logic, bool isNumber, int scale, Rounding rounding, const char *value) {
      QTest::addRow("%s %d %d", logic, scale, int(rounding)) << QByteArray(logic) << isNumber << scale << int(rounding) << QByteArray(value);
    };
    row("plain", false, -1, Rounding::HalfUp, "plain");
    row("1+1", false, -1, Rounding::HalfUp, "1+1");
    row("1+1", true, -1, Rounding::HalfUp, "2");
    row("2*(3+4)/3", true, 2, Rounding::HalfUp, "4.67");
    row("2*(3+4)/3", true, 2, Rounding::Down, "4.66");
    row("-7/2", true, 0, Rounding::Up, "-4");
    row("-7/2", true, 0, Rounding::Ceiling, "-3");
    row("-7/2", true, 0, Rounding::Floor, "-4");
    row("5/2", true, 0, Rounding::HalfEven, "2");
    row("5/2", true, 0, Rounding::HalfDown, "2");
    row("5/2", true, 0, Rounding::HalfUp, "3");
    row("0.1+0.2", true, -1, Rounding::HalfUp, "0.3");
    row("${price}*2", true, -1, Rounding::HalfUp, "25.00");
    row("${__add(${price},1,2,HALF_UP)}", false, -1, Rounding::HalfUp, "13.50");
    row("1/0", true, -1, Rounding::HalfUp, "1/0");
    row("nonsense", true, 2, Rounding::HalfUp, "nonsense");
    row("${__round(2.345,2)}", false, -1, Rounding::HalfUp, "2.35");
  }
  void dataInstructionsCalculateAndRound()
  {
    QFETCH(QByteArray, logic);
    QFETCH(bool, isNumber);
    QFETCH(int, scale);
    QFETCH(int, rounding);
    QFETCH(QByteArray, value);
    const Slots names({"price", "out"});
    DataStep price{{{0, names.text("12.50"), false, {}}}};
    DataStep::Assignment out{1, names.text(logic.toStdString()), isNumber, {}};
    if (scale >= 0) out.scale = scale;
    out.rounding = Rounding(rounding);
    RequestStep request = m_target.get("/echo");
    request.request.body = names.text("${out}");
    const auto witness = std::make_shared<Witness>();
    runToEnd(planWith({{price}, {DataStep{{out}}}, {request}}, names, {byCount(1, 1)}, witness));
    QCOMPARE(witness->seen.size(), size_t(1));
    QCOMPARE(QByteArray::fromStdString(witness->seen[0].body), value);
  }

  void aLoopCountsAndSaysWhichTurnItIs()
  {
    const Slots names({"n"});
    const DataStep count{{{0, names.text("3"), false, {}}}};
    QCOMPARE(onePass({{count}, {LoopStep{names.text("${n}"), stepsOf({{names.get(m_target, "/${__loop}")}})}}}, names), (Paths{"/1", "/2", "/3"}));
    QCOMPARE(onePass({{LoopStep{Template("0"), stepsOf({{names.get(m_target, "/never")}})}}, {names.get(m_target, "/after")}}, names), Paths{"/after"});
  }

  void aLoopIsLeftWhenItsBreakConditionHolds()
  {
    const Slots names({"n"});
    LoopStep loop{Template("10"), stepsOf({{DataStep{{{0, names.text("${n}+1"), true, {}}}}}, {names.get(m_target, "/${n}")}})};
    loop.breakCondition = names.condition(true, {{"${n}", CheckItem::GreaterEqual, "3"}});
    const DataStep zero{{{0, Template("0"), false, {}}}};
    QCOMPARE(onePass({{zero}, {loop}, {names.get(m_target, "/after")}}, names), (Paths{"/1", "/2", "/3", "/after"}));
  }

  void conditions_data()
  {
    QTest::addColumn<bool>("all");
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<QByteArray>("path");
    QTest::newRow("and holds") << true << QByteArray("0") << QByteArray("/then");
    QTest::newRow("and as numbers") << true << QByteArray("0.00") << QByteArray("/then");
    QTest::newRow("and fails") << true << QByteArray("7") << QByteArray("/else");
    QTest::newRow("or by the second") << false << QByteArray("7") << QByteArray("/then");
    QTest::newRow("or fails") << false << QByteArray("abc") << QByteArray("/else");
  }
  void conditions()
  {
    QFETCH(bool, all);
    QFETCH(QByteArray, code);
    QFETCH(QByteArray, path);
    const Slots names({"code"});
    const DataStep set{{{0, Template(code.toStdString()), false, {}}}};
    const Condition condition = names.condition(all, {{"${code}", CheckItem::Equal, "0"}, {"${code}", CheckItem::Regex, "^[0-9.]+$"}});
    const ConditionStep step{condition, stepsOf({{names.get(m_target, "/then")}}), stepsOf({{names.get(m_target, "/else")}})};
    QCOMPARE(onePass({{set}, {step}}, names), Paths{path.toStdString()});
  }

  void aNameThatNothingFilledIsEmptyAndDoesNotExist()
  {
    const Slots names({"code"});
    const ConditionStep step{names.condition(true, {{"${code}", CheckItem::NotExists, ""}, {"${code}", CheckItem::Equal, ""}}), stepsOf({{names.get(m_target, "/then")}}), nullptr};
    QCOMPARE(onePass({{step}}, names), Paths{"/then"});
    const ConditionStep none{{}, stepsOf({{names.get(m_target, "/always")}}), nullptr};
    QCOMPARE(onePass({{none}}, names), Paths{"/always"});
  }

  void sixtyUsersAreSharedOutTenTwentyThirty_data()
  {
    QTest::addColumn<int>("threads");
    for (const int threads : {1, 3}) QTest::addRow("%d threads", threads) << threads;
  }
  void sixtyUsersAreSharedOutTenTwentyThirty()
  {
    QFETCH(int, threads);
    ShareStep share;
    for (int i = 0; i < 3; ++i) share.branches.push_back({i + 1, stepsOf({{m_target.get("/", i + 1)}})});
    // All meet first, so that each of the sixty makes one pass of the sixty.
    const auto plan = planWith({{RendezvousStep{0, 60, 0}}, {share}}, Slots({}), {byCount(60, 60)}, {}, 3, threads);
    const Totals totals = runToEnd(plan);
    QCOMPARE(totals.passes, uint64_t(60));
    for (size_t i = 1; i <= 3; ++i) QCOMPARE(totals.items[i].requests, uint64_t(10 * i));
  }

  void aFixedShareKeepsItsUsersAndARandomOneDrawsAtEachPass()
  {
    for (const bool fixed : {true, false}) {
      ShareStep share;
      share.fixed = fixed;
      for (int i = 0; i < 2; ++i) share.branches.push_back({1, stepsOf({{m_target.get("/", i + 1)}})});
      const auto witness = std::make_shared<Witness>();
      runToEnd(planWith({{share}}, Slots({}), {byCount(4, 200)}, witness, 2));
      std::map<uint64_t, std::set<int>> branches;
      for (const ObservedExchange &each : witness->seen) branches[each.user].insert(each.item);
      const bool changes = std::ranges::any_of(branches, [](const auto &user) { return user.second.size() > 1; });
      QCOMPARE(changes, !fixed);
    }
  }

  void aThroughputControllerHoldsAllUsersTogetherBelowItsRate()
  {
    const ThroughputStep inside{0, 50, stepsOf({{m_target.get("/")}})};
    const auto plan = planWith({{inside}}, Slots({}), {users(10, 1)}, {}, 1, 2);
    plan->cases[0].controllers = 1;
    const Totals totals = runToEnd(plan);
    QVERIFY2(totals.requests >= 10 && totals.requests <= 52, qPrintable(QString::number(totals.requests)));
    // Ten users at 50 a second wait about 200 ms each: none of it is response time.
    QVERIFY(totals.items[1].times.mean() < 100.0 * oneMs);
  }

  void aThroughputControllerLeavesTheRestAlone()
  {
    const ThroughputStep inside{0, 5, stepsOf({{m_target.get("/", 1)}})};
    const auto plan = planWith({{inside}, {LoopStep{Template("20"), stepsOf({{m_target.get("/", 2)}})}}}, Slots({}), {byCount(1, 2)}, {}, 2);
    const Totals totals = runToEnd(plan);
    QCOMPARE(totals.items[1].requests, uint64_t(2));
    QCOMPARE(totals.items[2].requests, uint64_t(40));
  }

  void aRendezvousReleasesItsUsersTogether_data() { sixtyUsersAreSharedOutTenTwentyThirty_data(); }
  void aRendezvousReleasesItsUsersTogether()
  {
    QFETCH(int, threads);
    for (int repeat = 0; repeat < 3; ++repeat) {
      const auto plan = planWith({{RendezvousStep{0, 8, 0}}, {m_target.get("/")}}, Slots({}), {byCount(8, 80)}, {}, 1, threads);
      const Totals totals = runToEnd(plan);
      QCOMPARE(totals.passes, uint64_t(80));
      QCOMPARE(totals.requests, uint64_t(80));
    }
  }

  void aRendezvousOfAllActiveUsersFollowsTheirNumber()
  {
    // The last passes are made by fewer and fewer users: those who have left are not waited for.
    const auto plan = planWith({{RendezvousStep{0, 0, 0}}, {m_target.get("/")}}, Slots({}), {byCount(6, 45)}, {}, 1, 2);
    QCOMPARE(runToEnd(plan).passes, uint64_t(45));
  }

  void aRendezvousEndsByItsTime()
  {
    const auto plan = planWith({{RendezvousStep{0, 100, 20 * oneMs}}, {m_target.get("/")}}, Slots({}), {byCount(2, 6)});
    QCOMPARE(runToEnd(plan).requests, uint64_t(6));
  }

  void aRendezvousEndsWithItsStage()
  {
    const auto plan = planWith({{RendezvousStep{0, 100, 0}}, {m_target.get("/")}}, Slots({}), {users(2, 0.3), users(2, 0.3)}, {}, 1, 2);
    QCOMPARE(runToEnd(plan).requests, uint64_t(2)); // once each, when the second stage began
  }

  void aStopReleasesARendezvous()
  {
    const auto plan = planWith({{RendezvousStep{0, 100, 0}}, {m_target.get("/")}}, Slots({}), {users(4, 60)}, {}, 1, 2);
    const Totals totals = runToEnd(plan, [](Run &run, int64_t ms) {
      if (ms > 100) run.stop();
    }, 10'000);
    QVERIFY(totals.ended);
    QCOMPARE(totals.requests, uint64_t(0));
  }

  void tenLevelsRunAsOne()
  {
    const Slots names({"x"});
    Steps_ inner = stepsOf({{names.get(m_target, "/deep")}});
    for (int level = 0; level < 10; ++level) {
      Step step;
      switch (level % 5) {
      case 0: step.what = LoopStep{Template("2"), inner}; break;
      case 1: step.what = ConditionStep{{}, inner, nullptr}; break;
      case 2: step.what = ShareStep{true, {{1, inner}}}; break;
      case 3: step.what = ThroughputStep{level / 5, 100'000, inner}; break;
      default: step.what = TransactionStep{0, inner};
      }
      inner = stepsOf({std::move(step)});
    }
    const auto witness = std::make_shared<Witness>();
    const auto plan = planWith(*inner, names, {byCount(1, 1)}, witness);
    plan->cases[0].controllers = 2;
    runToEnd(plan);
    QCOMPARE(witness->paths(), (Paths{"/deep", "/deep", "/deep", "/deep"}));
  }

  void aLocalValueWinsOverAVariableOfItsName()
  {
    const Slots names({"v"});
    VariableSource source;
    source.kind = VariableSource::List;
    source.values = {"global"};
    source.slotIndexes = {0};
    const DataStep local{{{0, Template("local"), false, {}}}};
    QCOMPARE(onePass({{local}, {names.get(m_target, "/${v}")}}, names, {source}), Paths{"/local"});
    QCOMPARE(onePass({{names.get(m_target, "/${v}")}, {local}, {names.get(m_target, "/${v}")}}, names, {source}), (Paths{"/global", "/local"}));
  }

  void rowsOfAFileGoTogetherOnceAPassAndWrapOrStop()
  {
    const Slots names({"users.user", "users.password"});
    RowTable::Problem problem;
    VariableSource source;
    source.kind = VariableSource::Rows;
    source.rows = RowTable::fromCsv("user,password\nu1,p1\nu2,p2\n", problem);
    source.slotIndexes = {0, 1};
    const Steps steps{{names.get(m_target, "/${users.user}")}, {names.get(m_target, "/${users.password}")}};
    for (const bool stops : {false, true}) {
      source.stopAtEnd = stops;
      const auto witness = std::make_shared<Witness>();
      const auto plan = planWith(steps, names, {byCount(1, 3)}, witness);
      plan->cases[0].variables = {source};
      runToEnd(plan);
      Paths expected{"/u1", "/p1", "/u2", "/p2"};
      if (!stops) expected.insert(expected.end(), {"/u1", "/p1"});
      QCOMPARE(witness->paths(), expected);
    }
  }

  void aCopyAUserBeginsAnewForEach()
  {
    const Slots names({"n"});
    VariableSource source;
    source.kind = VariableSource::Range;
    source.low = 1;
    source.high = 20;
    source.perUser = true;
    source.slotIndexes = {0};
    const auto witness = std::make_shared<Witness>();
    const auto plan = planWith({{RendezvousStep{0, 3, 0}}, {names.get(m_target, "/${n}")}}, names, {byCount(3, 6)}, witness);
    plan->cases[0].variables = {source};
    runToEnd(plan);
    Paths paths = witness->paths();
    std::ranges::sort(paths);
    QCOMPARE(paths, (Paths{"/1", "/1", "/1", "/2", "/2", "/2"}));
  }

  void aPluginRequestIsARowOfItsOwn()
  {
    QTemporaryDir folder;
    const auto plugin = script(folder, "function f(a) local r = http.request{url = a.url} return {ok = r.status == 200, status = r.status, message = r.error} end");
    QVERIFY(plugin);
    PluginStep step;
    step.item = 1;
    step.function = {plugin, 0};
    step.parameters = {{"url", Template(m_target.url("/json"))}};
    const uint64_t before = m_target.requests();
    const Totals totals = runToEnd(planWith({{step}}, Slots({}), {byCount(3, 30)}, {}, 1, 2));
    QCOMPARE(totals.requests, uint64_t(30));
    QCOMPARE(totals.successes, uint64_t(30));
    QCOMPARE(m_target.requests() - before, uint64_t(30));
    QVERIFY(totals.items[1].receivedBytes > 3000);
  }

  void aScriptThatGoesWrongFailsItsOwnRequestOnly_data()
  {
    QTest::addColumn<QByteArray>("lua");
    QTest::newRow("throws") << QByteArray("function f() error('boom') end");
    QTest::newRow("never ends") << QByteArray("function f() while true do end end");
    QTest::newRow("too much memory") << QByteArray("function f() local t = {} while true do t[#t + 1] = ('x'):rep(10000) .. #t end end");
    QTest::newRow("asks for nonsense") << QByteArray("function f() local r = http.request{url = 'not a url'} error(r.error) end");
  }
  void aScriptThatGoesWrongFailsItsOwnRequestOnly()
  {
    QFETCH(QByteArray, lua);
    QTemporaryDir folder;
    const auto plugin = script(folder, lua);
    QVERIFY(plugin);
    PluginStep step;
    step.item = 1;
    step.function = {plugin, 0};
    const Totals totals = runToEnd(planWith({{step}, {m_target.get("/", 2)}}, Slots({}), {byCount(2, 4)}, {}, 2));
    QCOMPARE(totals.items[1].requests, uint64_t(4));
    QCOMPARE(totals.items[1].successes, uint64_t(0));
    QCOMPARE(totals.items[2].successes, uint64_t(4));
    QCOMPARE(totals.passes, uint64_t(4));
    QVERIFY(!totals.errors.empty());
    QVERIFY2(totals.errors[0].message.starts_with("The script failed: "), totals.errors[0].message.c_str());
  }

  void valuesOfSensitiveVariablesAreNeverShown()
  {
    RequestStep request = m_target.get("/status/500");
    request.request.headers = {{"Authorization", Template("Bearer hunter2")}};
    const auto witness = std::make_shared<Witness>();
    const auto plan = planWith({{request}}, Slots({}), {byCount(1, 3)}, witness);
    plan->cases[0].secrets = {"hunter2"};
    const Totals totals = runToEnd(plan);
    QVERIFY(!totals.errors.empty());
    for (const ErrorGroup &error : totals.errors) QVERIFY(error.sample.find("hunter2") == std::string::npos);
    QVERIFY(witness->seen[0].sent.find("Bearer ***") != std::string::npos);
  }
};

QTEST_GUILESS_MAIN(InstructionsTest)
#include "tst_instructions.moc"
