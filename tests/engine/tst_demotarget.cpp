#include "engine/protocol/httpclient.h"
#include "engine/protocol/protocolclients.h"
#include "engine/serve/demotarget.h"
#include "tests/support/runtask.h"

#include <QTest>

using namespace engine;

namespace {

/// One user of a demo target of its own.
struct Visit
{
  std::string why;
  std::unique_ptr<DemoTarget> target = DemoTarget::start(0, why);
  Reactor reactor;
  Network network{reactor};
  HttpClient client{network};

  HttpResult get(std::string_view path, std::string_view method = "GET", std::string_view body = {})
  {
    OutgoingRequest request;
    request.place = {"http", "127.0.0.1", target->port(), path};
    request.method = method;
    request.body = body;
    request.keepHead = request.keepBody = true;
    request.responseTimeout = patience;
    return runTask(reactor, client.send(request));
  }
  const std::string &body() const { return client.reply().body; }
  int64_t patience = 5 * oneSecond;
};

} // namespace

class tst_DemoTarget : public QObject
{
  Q_OBJECT

private slots:
  void pagesAreAnswered()
  {
    Visit visit;
    QVERIFY2(visit.target, visit.why.c_str());
    QCOMPARE(visit.get("/").sample.status, 200);
    QVERIFY(visit.body().starts_with("Hello"));
    QCOMPARE(visit.get("/json").sample.status, 200);
    QVERIFY(visit.body().starts_with("{\"id\":42"));
    QCOMPARE(visit.get("/nothing").sample.status, 404);
    QCOMPARE(visit.get("/bytes/100000").sample.status, 200);
    QCOMPARE(visit.body().size(), size_t(100000));
    QCOMPARE(visit.get("/bytes/10x").sample.status, 404);
    QCOMPARE(visit.client.openConnections(), size_t(1));
  }

  void statusesAreAsAskedFor_data()
  {
    QTest::addColumn<int>("status");
    for (int status : {200, 201, 204, 301, 304, 404, 429, 500, 503, 599}) QTest::newRow(qPrintable(QString::number(status))) << status;
  }
  void statusesAreAsAskedFor()
  {
    QFETCH(int, status);
    Visit visit;
    const std::string path = "/status/" + std::to_string(status);
    QCOMPARE(visit.get(path).sample.status, status);
    QCOMPARE(visit.get("/").sample.status, 200); // on the same connection
    QCOMPARE(visit.client.openConnections(), size_t(1));
  }

  void echoGivesBackWhatWasSent()
  {
    Visit visit;
    const std::string body(2'000'000, 'e');
    QCOMPARE(visit.get("/echo", "POST", body).sample.status, 200);
    QCOMPARE(visit.body(), body);
  }

  void aBodyOverSixteenMegabytesIsRefused()
  {
    Visit visit;
    const std::string body(16'000'001, 'e');
    const HttpResult result = visit.get("/echo", "POST", body);
    // The answer may be lost with the connection, as the rest of the body is not read.
    QVERIFY(result.sample.status == 413 || result.sample.outcome == Outcome::Others);
    QCOMPARE(visit.get("/").sample.status, 200);
  }

  void loginNeedsPostAndGivesAToken()
  {
    Visit visit;
    QCOMPARE(visit.get("/login").sample.status, 405);
    QCOMPARE(visit.get("/login", "POST", "{}").sample.status, 200);
    QVERIFY(visit.body().starts_with("{\"token\":\"demo-"));
  }

  void headHasNoBody()
  {
    Visit visit;
    QCOMPARE(visit.get("/bytes/500", "HEAD").sample.status, 200);
    QCOMPARE(headerValue(visit.client.reply().head, "content-length"), "500");
    QCOMPARE(visit.get("/").sample.status, 200);
    QCOMPARE(visit.client.openConnections(), size_t(1));
  }

  void aDelayIsAtLeastAsLongAsAskedFor()
  {
    Visit visit;
    const HttpResult result = visit.get("/delay/40");
    QCOMPARE(result.sample.status, 200);
    QVERIFY(result.sample.responseTime >= 40 * oneMs);
  }

  void failuresAreOnDemand()
  {
    Visit visit;
    const HttpResult closed = visit.get("/close");
    QCOMPARE(closed.error, "127.0.0.1:" + std::to_string(visit.target->port()) + " closed the connection without an answer.");
    const HttpResult reset = visit.get("/reset");
    QVERIFY(reset.sample.outcome == Outcome::Others && reset.error.find("reset") != reset.error.npos);
    visit.patience = 30 * oneMs;
    QVERIFY(visit.get("/stall").sample.outcome == Outcome::Timeout);
    visit.patience = 5 * oneSecond;
    visit.get("/count");
    QVERIFY2(visit.body().starts_with("{\"requests\":4,\"answers\":0,\"closed\":1,\"reset\":1,\"stalled\":1,"),
             visit.body().c_str());
    QCOMPARE(visit.target->requests(), uint64_t(4));
  }

  void everyProtocolIsSpokenOnTheSamePort_data()
  {
    QTest::addColumn<QString>("name");
    for (const char *name : {"tcp", "udp", "ws", "mqtt", "mqtt over ws", "flv", "hls", "rtmp"}) QTest::newRow(name) << QString::fromLatin1(name);
  }
  void everyProtocolIsSpokenOnTheSamePort()
  {
    QFETCH(QString, name);
    Visit visit;
    ProtocolClients clients(visit.network);
    ExpansionContext context;
    const std::string place = "127.0.0.1:" + std::to_string(visit.target->port());
    const auto answer = [&](const ProtocolRequest &request) {
      const ExchangeResult result = runTask(visit.reactor, clients.run(request, context));
      return result.sample.outcome == Outcome::Ok ? std::string(clients.body()) : result.error;
    };
    if (name == QStringLiteral("tcp") || name == QStringLiteral("udp")) {
      SocketRequest request;
      request.isUdp = name == QStringLiteral("udp");
      request.address = Template(place);
      request.payload = Template("to and fro");
      QCOMPARE(answer(request), std::string("to and fro"));
      QCOMPARE(answer(request), std::string("to and fro"));
    } else if (name == QStringLiteral("ws")) {
      WebSocketRequest request;
      request.address = Template("ws://" + place + "/anything");
      request.offersDeflate = true;
      answer(request);
      request.method = WebSocketRequest::ReadWrite;
      request.payload = Template("a message");
      QCOMPARE(answer(request), std::string("a message"));
    } else if (name.startsWith(QStringLiteral("mqtt"))) {
      MqttRequest request;
      request.address = Template((name == QStringLiteral("mqtt") ? "mqtt://" : "ws://") + place);
      request.clientId = Template("tester");
      QCOMPARE(answer(request), std::string());
      request.method = MqttRequest::Publish;
      request.topic = Template("news");
      request.payload = Template("kept");
      request.retain = true;
      request.qos = 2;
      QCOMPARE(answer(request), std::string());
      request.method = MqttRequest::Subscribe;
      request.awaitedMessages = 1;
      QCOMPARE(answer(request), std::string("kept"));
    } else {
      StreamRequest request;
      const bool isFlv = name == QStringLiteral("flv"), isRtmp = name == QStringLiteral("rtmp");
      request.kind = isFlv ? StreamRequest::HttpFlv : isRtmp ? StreamRequest::RtmpPlay : StreamRequest::Hls;
      request.address = Template((isRtmp ? "rtmp://" : "http://") + place + (isFlv ? "/live.flv" : isRtmp ? "/live/film" : "/hls/master.m3u8"));
      request.duration = 200 * oneMs;
      QCOMPARE(answer(request), std::string());
      QVERIFY(clients.figures() && clients.figures()->videoReceivedBytes > 0 && clients.figures()->audioReceivedBytes > 0);
      QVERIFY(clients.figures()->firstFrame.count > 0);
      if (!isRtmp) return;
      request.kind = StreamRequest::RtmpPublish;
      QCOMPARE(answer(request), std::string());
      QVERIFY(clients.figures()->sentPackets > 5 && clients.figures()->videoSentBytes > 10'000);
    }
  }

  void aTakenPortIsToldInASentence()
  {
    Visit visit;
    std::string why;
    QVERIFY(!DemoTarget::start(visit.target->port(), why));
    QCOMPARE(why, "The demo target cannot listen on 127.0.0.1:" + std::to_string(visit.target->port()) + ": the address is in use.");
  }

  void aTargetEndsThoughItsClientsAreStillThere()
  {
    Visit visit;
    visit.get("/");
    visit.patience = 20 * oneMs;
    visit.get("/delay/600000");
    visit.get("/stall");
    visit.target.reset();
    QVERIFY(!visit.target);
  }

  void manyConnectionsAreServedAtOnce()
  {
    constexpr int users = 400;
    Visit visit;
    OutgoingRequest request;
    request.place = {"http", "127.0.0.1", visit.target->port(), "/delay/20"};
    std::vector<std::unique_ptr<HttpClient>> clients;
    int answered = 0, ended = 0;
    auto use = [&](HttpClient &client) -> Task<> {
      const HttpResult result = co_await client.send(request);
      answered += result.sample.status == 200;
      if (++ended == users) visit.reactor.stop();
    };
    for (int i = 0; i < users; ++i) {
      clients.push_back(std::make_unique<HttpClient>(visit.network));
      use(*clients.back()).detach();
    }
    visit.reactor.run();
    QCOMPARE(answered, users);
    QCOMPARE(visit.target->requests(), uint64_t(users));
  }
};

QTEST_GUILESS_MAIN(tst_DemoTarget)
#include "tst_demotarget.moc"
