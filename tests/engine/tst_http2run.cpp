// HTTP/2 as virtual users speak it: checks, extraction, cookies, redirects, connections of their own or shared.
#include "tests/engine/runfixture.h"
#include "tests/servers/realserver.h"

#include <QTest>

#include <mutex>

using namespace engine;

namespace {

struct Nghttpd : RealServer
{
  Nghttpd() : RealServer("nghttpd", {"-a", "127.0.0.1", "-d", "@DIR@", "--no-tls", "--echo-upload", "@PORT@"}, {{"page.txt", "token=abc;"}}) {}
  RequestStep get(const std::string &path, int item = 1) const
  {
    RequestStep step = requestTo("http://127.0.0.1:" + std::to_string(port()) + path, item);
    step.request.http2 = true;
    return step;
  }
};

struct Watcher final : ExchangeObserver
{
  void exchanged(ObservedExchange exchange) override
  {
    const std::lock_guard lock(mutex);
    all.push_back(std::move(exchange));
  }
  auto connections() const { return std::ranges::count_if(all, [](const ObservedExchange &each) { return each.connect > 0; }); }
  std::mutex mutex;
  std::vector<ObservedExchange> all;
};

} // namespace

class tst_Http2Run : public QObject
{
  Q_OBJECT

private slots:
  void aUserChecksAndExtractsAsAlways()
  {
    Nghttpd server;
    QVERIFY2(server.isUp(), server.problem());
    RequestStep first = server.get("/page.txt", 1), second = server.get("/echo", 2);
    first.checkpoint = Checkpoint{true, 0, 0, {{CheckItem::Status, CheckItem::Equal, "", Template("200"), {}}, {CheckItem::Header, CheckItem::Exists, "server", Template(""), {}}}};
    Extraction extraction;
    extraction.slot = 0;
    extraction.name = "token";
    extraction.regexp = "token=(\\w+);";
    first.extractions.push_back(extraction);
    second.request.method = "POST";
    std::vector<Piece> pieces{{Piece::Literal, "got ", -1, {}, false}, {Piece::Variable, "", 0, {}, false}};
    second.request.body = Template(std::move(pieces));
    second.checkpoint = Checkpoint{true, 0, 0, {{CheckItem::Body, CheckItem::Equal, "", Template("got abc"), {}}}};
    const auto plan = std::make_shared<Plan>();
    plan->cases.push_back(caseOf({{first}, {second}}, {byCount(2, 10)}, 2));
    plan->cases.front().slotCount = 1;
    plan->cases.front().slotNames = {"token"};
    const auto watcher = std::make_shared<Watcher>();
    plan->observer = watcher;
    const Totals totals = runToEnd(plan);
    QCOMPARE(totals.passes, uint64_t(10));
    QCOMPARE(totals.requests, uint64_t(20));
    QCOMPARE(totals.successes, uint64_t(20));
    QCOMPARE(watcher->connections(), 2); // one each
    const ObservedExchange &seen = watcher->all.front();
    QVERIFY(seen.sent.find(" HTTP/2\r\n") != std::string::npos);
    QVERIFY2(seen.head.starts_with("HTTP/2 200\r\n"), seen.head.c_str());
  }

  void usersShareConnectionsWhenTheCardSaysSo()
  {
    Nghttpd server;
    QVERIFY2(server.isUp(), server.problem());
    RequestStep step = server.get("/page.txt");
    step.request.sharedStreams = 5;
    const auto plan = planOf(step, {byCount(20, 200)});
    const auto watcher = std::make_shared<Watcher>();
    plan->observer = watcher;
    const Totals totals = runToEnd(plan);
    QCOMPARE(totals.successes, uint64_t(200));
    QVERIFY(totals.errors.empty());
    QVERIFY(watcher->connections() >= 1 && watcher->connections() <= 4);
  }

  void aServerOfHttp1FailsEveryRequest()
  {
    Target target; // speaks HTTP/1.1 alone
    RequestStep step = target.get("/");
    step.request.http2 = true;
    const Totals totals = runToEnd(planOf(step, {byCount(1, 3)}));
    QCOMPARE(totals.requests, uint64_t(3));
    QCOMPARE(totals.successes, uint64_t(0));
    QVERIFY(!totals.errors.empty());
    QVERIFY(totals.errors.front().message.find("HTTP/2") != std::string::npos);
  }
};

QTEST_GUILESS_MAIN(tst_Http2Run)
#include "tst_http2run.moc"
