// The engine against a server that others wrote: what the report counts is what nginx logged, to the last one.
#include "engine/protocol/httpclient.h"
#include "tests/engine/runfixture.h"
#include "tests/support/nginx.h"
#include "tests/support/runtask.h"

#include <QSet>

using namespace engine;

namespace {

struct User
{
  Reactor reactor;
  Network network{reactor};
  HttpClient client{network};
  OutgoingRequest request;

  HttpResult send(const std::string &url)
  {
    if (!HttpPlace::parse(url, request.place)) throw std::runtime_error(url);
    request.keepHead = request.keepBody = true;
    return runTask(reactor, client.send(request));
  }
};

QString text(const HttpResult &result) { return QString::fromStdString(result.error); }

Checkpoint retrying(int times)
{
  Checkpoint checkpoint;
  checkpoint.retryTimes = times;
  CheckItem isOk;
  isOk.value = Template("200");
  checkpoint.items.push_back(isOk);
  return checkpoint;
}

RequestStep followed(const std::string &url, int item)
{
  RequestStep step = requestTo(url, item);
  step.request.followRedirects = true;
  return step;
}

} // namespace

class NginxTest : public QObject
{
  Q_OBJECT

private slots:
  void everyUserKeepsItsConnection_data() { plainAndTls(); }
  void everyUserKeepsItsConnection()
  {
    QFETCH(bool, tls);
    Nginx nginx;
    const Totals totals = runToEnd(planOf(requestTo(nginx.url("/small", tls)), {byCount(10, 500)}, 2));
    QCOMPARE(totals.successes, uint64_t(500));
    QSet<QString> connections;
    const auto lines = nginx.finish();
    for (const auto &line : lines) connections.insert(line.connection);
    QCOMPARE(lines.size(), 500);
    QVERIFY2(connections.size() <= 10, qPrintable(QString::number(connections.size()))); // one worker may be quicker than the other
  }

  void answersOfEveryFramingAreUnderstoodOnOneConnection_data() { plainAndTls(); }
  void answersOfEveryFramingAreUnderstoodOnOneConnection()
  {
    QFETCH(bool, tls);
    Nginx nginx;
    User user;
    const auto get = [&](const char *path) { return user.send(nginx.url(path, tls)); };

    QCOMPARE(text(get("/small")), QString());
    QCOMPARE(user.client.reply().body, std::string("small"));
    const HttpResult big = get("/big");
    QCOMPARE(text(big), QString());
    QCOMPARE(user.client.reply().body.size(), size_t(2'000'000));
    QVERIFY(big.sample.receivedBytes > 2'000'000);
    user.request.method = "HEAD";
    QCOMPARE(get("/big").sample.status, 200);
    QVERIFY(user.client.reply().body.empty());
    user.request.method = "GET";
    QCOMPARE(get("/nothing").sample.status, 204);
    QCOMPARE(get("/unchanged").sample.status, 304);
    user.request.headers = "Accept-Encoding: gzip\r\n"; // packed on the fly, so its length is not known ahead
    QCOMPARE(text(get("/page.txt")), QString());
    QVERIFY(headerValue(user.client.reply().head, "transfer-encoding") == "chunked");
    QVERIFY(user.client.reply().body.size() > 10 && user.client.reply().body.size() < 20'000);
    QCOMPARE(get("/small").sample.status, 200);

    QCOMPARE(user.client.openConnections(), size_t(1));
    user.client.closeConnections();
    QSet<QString> connections;
    for (const auto &line : nginx.finish()) connections.insert(line.connection);
    QCOMPARE(connections.size(), 1);
  }

  void aLargeRequestBodyArrives()
  {
    Nginx nginx;
    User user;
    const std::string body(3'000'000, 'x');
    user.request.method = "PUT";
    user.request.body = body;
    const HttpResult result = user.send(nginx.url("/small"));
    QVERIFY2(result.sample.status == 413 || result.sample.status == 200, qPrintable(text(result))); // its limit is 1 MB
    QVERIFY(result.sample.outcome == Outcome::Ok);
  }

  /// Keep-alive, redirects, repeated checks, connections closed without an answer, and users cut off in the midst of an answer.
  void whatIsReportedIsWhatNginxLogged_data() { plainAndTls(); }
  void whatIsReportedIsWhatNginxLogged()
  {
    QFETCH(bool, tls);
    Nginx nginx;
    RequestStep failing = requestTo(nginx.url("/fails", tls), 3);
    failing.checkpoint = retrying(2);
    Steps steps{{requestTo(nginx.url("/small", tls), 1)}, {followed(nginx.url("/moved", tls), 2)}, {failing}};
    if (!tls) steps.push_back({requestTo(nginx.url("/gone"), 4)});
    auto plan = std::make_shared<Plan>();
    plan->cases = {caseOf(steps, {users(6, 30)}, 4), caseOf({{requestTo(nginx.url("/slow", tls), 1)}}, {users(5, 30)}, 1)};
    plan->threads = 2;
    bool stopped = false;
    const Totals totals = runToEnd(plan, [&](Run &run, int64_t ms) {
      if (ms >= 700 && !std::exchange(stopped, true)) run.stopNow();
    });
    QVERIFY(totals.requests > 20);
    QVERIFY(totals.cutOff >= 5);
    QVERIFY(totals.retried > 6);
    QVERIFY(totals.redirectHops > 6); // two a request, but who is cut off may be between them
    QCOMPARE(totals.seenByServer(), uint64_t(nginx.finish().size()));
  }

  void theDemoTargetCountsTheSame()
  {
    Target target;
    RequestStep failing = target.get("/status/500", 2);
    failing.checkpoint = retrying(3);
    auto plan = std::make_shared<Plan>();
    plan->cases = {caseOf({{target.get("/", 1)}, {failing}, {target.get("/", 1)}, {target.get("/close", 3)}}, {users(6, 30)}, 3),
                   caseOf({{target.get("/stall", 1)}}, {users(5, 30)}, 1)};
    plan->threads = 2;
    bool stopped = false;
    const Totals totals = runToEnd(plan, [&](Run &run, int64_t ms) {
      if (ms >= 500 && !std::exchange(stopped, true)) run.stopNow();
    });
    QVERIFY(totals.requests > 20);
    QVERIFY(totals.cutOff >= 5);
    QVERIFY(totals.retried > 20);
    QCOMPARE(totals.seenByServer(), target.requests());
  }

private:
  static void plainAndTls()
  {
    QTest::addColumn<bool>("tls");
    QTest::newRow("plain") << false;
    QTest::newRow("TLS 1.3") << true;
  }
};

QTEST_GUILESS_MAIN(NginxTest)
#include "tst_nginx.moc"
