// What goes into the request log: firsts of a status, an even sample, failures up to a bound, and nothing secret.
#include "tests/engine/runfixture.h"

#include "engine/run/exchangelog.h"

#include <QtTest>

#include <map>

using namespace engine;

namespace {

Sample answered(int status)
{
  Sample sample;
  sample.status = status;
  return sample;
}

Sample failed()
{
  Sample sample;
  sample.outcome = Outcome::Timeout;
  return sample;
}

} // namespace

class TestExchangeLog : public QObject
{
  Q_OBJECT

private slots:
  void theFirstTenOfEachStatusAndRequestGoIn()
  {
    StatsMailbox mailbox(1);
    ExchangeLog log(0, 3, mailbox);
    for (int i = 0; i < 90; ++i) // below one in a hundred
      for (const int item : {1, 2}) {
        const int status = item == 1 && i % 3 == 0 ? 304 : 200;
        if (log.isDue(item, answered(status), ExchangeLog::none)) log.add(item, i, answered(status), ExchangeLog::none, {}, "x");
      }
    std::map<std::pair<int, int>, int> counts;
    for (const LoggedRequest &request : mailbox.collect().log) ++counts[{request.itemIndex, request.sample.status}];
    QCOMPARE(counts, (std::map<std::pair<int, int>, int>{{{1, 200}, 10}, {{1, 304}, 10}, {{2, 200}, 10}}));
  }

  void answersAreKeptForTheFirstTenOfARequestOnly()
  {
    StatsMailbox mailbox(1);
    ExchangeLog log(0, 2, mailbox);
    int kept = 0;
    for (int i = 0; i < 99; ++i) kept += log.take(1) != ExchangeLog::none;
    QCOMPARE(kept, ExchangeLog::firstOfAStatus);
  }

  void theSampleIsEvenAndGrowsWithTheLogarithmOfTheRun()
  {
    StatsMailbox mailbox(1);
    ExchangeLog log(0, 2, mailbox);
    std::vector<uint64_t> ordinals;
    constexpr uint64_t requests = 10'000'000;
    for (uint64_t i = 1; i <= requests; ++i) {
      const LogTicket ticket = log.take(1);
      if (ticket == ExchangeLog::none || ticket == ExchangeLog::forStatus) continue;
      QCOMPARE(ticket, i);
      ordinals.push_back(ticket);
    }
    QVERIFY2(ordinals.size() > 500 && ordinals.size() < 3000, qPrintable(QString::number(ordinals.size())));
    for (size_t i = 0; i < 100; ++i) QCOMPARE(ordinals[i], (i + 1) * 100);
    // Whatever period is chosen afterwards, its multiples are all there.
    const uint64_t last = ordinals.back() - ordinals[ordinals.size() - 2];
    for (uint64_t ordinal = last; ordinal <= ordinals.back(); ordinal += last)
      QVERIFY(std::ranges::binary_search(ordinals, ordinal));
  }

  void failuresGoInUpToAThousand()
  {
    StatsMailbox mailbox(1);
    ExchangeLog log(0, 2, mailbox);
    for (int i = 0; i < 5000; ++i)
      if (log.isDue(1, failed(), ExchangeLog::none)) log.add(1, i, failed(), ExchangeLog::none, "No answer.", {});
    QCOMPARE(int(mailbox.collect().log.size()), ExchangeLog::mostFailures);
  }

  void aTextIsCutAtItsBound()
  {
    StatsMailbox mailbox(1);
    ExchangeLog log(0, 2, mailbox);
    log.add(1, 0, answered(200), ExchangeLog::forStatus, {}, std::string(100'000, 'x'));
    QCOMPARE(mailbox.collect().log.front().exchange.size(), ExchangeLog::mostText);
  }

  void aRunSendsWholeExchanges()
  {
    const Target target;
    const Totals totals = runToEnd(planOf(target.get("/"), {byCount(3, 1000)}, 2));
    QCOMPARE(totals.requests, 1000u);
    size_t sampled = 0, firsts = 0;
    for (const LoggedRequest &request : totals.log) {
      QCOMPARE(request.itemIndex, 1);
      QCOMPARE(request.sample.status, 200);
      QVERIFY(request.message.empty());
      ++(request.ordinal ? sampled : firsts);
      if (!request.ordinal && request.exchange.find("HTTP status 200") != std::string::npos) continue; // more than asked before
      QVERIFY2(request.exchange.starts_with("GET / HTTP/1.1\r\n"), request.exchange.c_str());
      QVERIFY(request.exchange.find("HTTP/1.1 200") != std::string::npos);
    }
    QVERIFY2(sampled >= 9 && sampled <= 10, qPrintable(QString::number(sampled))); // one in a hundred of each of two workers
    QVERIFY2(firsts >= 10 && firsts <= 20, qPrintable(QString::number(firsts)));
  }

  void failuresCarryTheirReasonAndNoSecret()
  {
    const Target target;
    RequestStep step = target.get("/status/503");
    step.request.headers.emplace_back("Authorization", Template("Bearer hush-hush"));
    auto plan = planOf(std::move(step), {byCount(1, 5)});
    plan->cases[0].secrets = {"hush-hush"};
    const Totals totals = runToEnd(plan);
    QCOMPARE(totals.log.size(), size_t(5));
    for (const LoggedRequest &request : totals.log) {
      QCOMPARE(request.sample.status, 503);
      QCOMPARE(request.message, std::string("HTTP status 503."));
      QVERIFY(request.exchange.find("hush-hush") == std::string::npos);
      QVERIFY(request.exchange.find("Bearer ***") != std::string::npos);
    }
  }

  void aPassIsOneEntryWhereTheCaseSaysSo()
  {
    const Target target;
    auto plan = std::make_shared<Plan>();
    plan->cases.push_back(caseOf({{target.get("/", 1)}, {target.get("/status/404", 2)}}, {byCount(1, 4)}, 2));
    plan->cases[0].items[1].name = "Home";
    plan->cases[0].items[2].name = "Lost";
    plan->cases[0].logsPasses = true;
    plan->threads = 1;
    const Totals totals = runToEnd(plan);
    QCOMPARE(totals.passes, 4u);
    QCOMPARE(totals.log.size(), size_t(4));
    for (const LoggedRequest &pass : totals.log) {
      QCOMPARE(pass.itemIndex, 0);
      QCOMPARE(pass.message, std::string("HTTP status 404."));
      const size_t home = pass.exchange.find("# Home\nGET / HTTP/1.1"), lost = pass.exchange.find("# Lost\nGET /status/404");
      QVERIFY2(home != std::string::npos && lost != std::string::npos && home < lost, pass.exchange.c_str());
    }
  }
};

QTEST_GUILESS_MAIN(TestExchangeLog)
#include "tst_exchangelog.moc"
