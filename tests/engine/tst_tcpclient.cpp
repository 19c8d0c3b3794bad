#include "engine/protocol/tcpclient.h"
#include "tests/servers/realserver.h"
#include "tests/support/runtask.h"
#include "tests/support/scriptedserver.h"

#include <QTest>

using namespace engine;

namespace {

struct User
{
  Reactor reactor;
  Network network{reactor};
  TcpClient client{network};
  TcpExchange exchange;

  explicit User(uint16_t port) { exchange.endpoint = {"127.0.0.1", port}; }
  ExchangeResult send(std::string_view payload, AnswerEnd end = {})
  {
    exchange.payload = payload;
    exchange.end = end;
    return runTask(reactor, client.send(exchange));
  }
};

QString text(const ExchangeResult &result) { return QString::fromStdString(result.error); }
QString place(uint16_t port) { return QStringLiteral("127.0.0.1:%1").arg(port); }
bool is(const ExchangeResult &result, Outcome outcome, Side side)
{
  return result.sample.outcome == outcome && result.sample.side == side;
}

} // namespace

class tst_TcpClient : public QObject
{
  Q_OBJECT

private slots:
  void socatEchoesOverOneConnection()
  {
    RealServer server("socat", {"TCP-LISTEN:@PORT@,bind=127.0.0.1,fork,reuseaddr", "EXEC:cat"});
    QVERIFY2(server.isUp(), server.problem());
    User user(server.port());
    for (int i = 0; i < 20; ++i) {
      const std::string line = "line " + std::to_string(i) + "\n";
      const ExchangeResult result = user.send(line, {AnswerEnd::Mark, 0, "\n"});
      QCOMPARE(text(result), QString());
      QCOMPARE(user.client.answer(), line);
      QCOMPARE(result.sample.sentBytes, line.size());
      QCOMPARE(result.sample.receivedBytes, line.size());
      QVERIFY(result.sample.responseTime > 0);
      QCOMPARE(result.timing.connect > 0, i == 0); // the rest reuse it
    }
  }

  void ncatEchoesBinaryByLengthAndCloses()
  {
    RealServer server("ncat", {"-l", "127.0.0.1", "@PORT@", "-k", "--exec", "/bin/cat"});
    QVERIFY2(server.isUp(), server.problem());
    User user(server.port());
    user.exchange.closeAfter = true;
    std::string payload = bytesFromHex("00 01 0d 0a ff 80").value();
    for (int i = 0; i < 15; ++i) payload += payload.substr(0, std::min<size_t>(payload.size(), 20'000));
    const ExchangeResult first = user.send(payload, {AnswerEnd::Length, payload.size(), {}});
    QCOMPARE(text(first), QString());
    QVERIFY(user.client.answer() == payload);
    QVERIFY(!user.client.isOpen());
    const ExchangeResult second = user.send("again", {AnswerEnd::Length, 5, {}});
    QCOMPARE(text(second), QString());
    QVERIFY(second.timing.connect > 0);
  }

  void tlsGoesThroughSocat()
  {
    TestFolder folder;
    const std::string make = "openssl req -x509 -newkey rsa:2048 -nodes -days 1 -subj /CN=localhost -keyout " + folder.file("k.pem")
        + " -out " + folder.file("c.pem") + " 2>/dev/null";
    QCOMPARE(std::system(make.c_str()), 0);
    RealServer server("socat", {"OPENSSL-LISTEN:@PORT@,bind=127.0.0.1,fork,reuseaddr,verify=0,cert=" + folder.file("c.pem")
                                  + ",key=" + folder.file("k.pem"), "EXEC:cat"});
    QVERIFY2(server.isUp(), server.problem());
    User user(server.port());
    user.exchange.endpoint.tls = true;
    const ExchangeResult result = user.send("secret\n", {AnswerEnd::Mark, 0, "\n"});
    QCOMPARE(text(result), QString());
    QVERIFY(result.timing.tls > 0);
    user.client.close();
    user.exchange.endpoint.verifyTls = true;
    const ExchangeResult refused = user.send("secret\n", {AnswerEnd::Mark, 0, "\n"});
    QVERIFY(is(refused, Outcome::Others, Side::Network));
    QVERIFY2(refused.error.find("certificate is not trusted") != std::string::npos, refused.error.c_str());
  }

  void anAnswerMayEndWithTheConnectionOrNotBeAwaited()
  {
    ScriptedServer server([](ScriptedPeer &peer) {
      peer.request();
      if (peer.index() == 0) peer.send("all of it");
    });
    User user(server.port());
    QCOMPARE(text(user.send("\r\n\r\n", {AnswerEnd::Close, 0, {}})), QString());
    QCOMPARE(user.client.answer(), std::string("all of it"));
    const ExchangeResult silent = user.send("\r\n\r\n", {AnswerEnd::NoAnswer, 0, {}});
    QCOMPARE(text(silent), QString());
    QCOMPARE(silent.sample.receivedBytes, uint64_t(0));
  }

  void aPeerThatClosesIsNamed()
  {
    ScriptedServer server([](ScriptedPeer &peer) {
      peer.request();
      if (peer.index() == 1) peer.send("half");
    });
    User user(server.port());
    const ExchangeResult nothing = user.send("\r\n\r\n", {AnswerEnd::Length, 8, {}});
    QVERIFY(is(nothing, Outcome::Others, Side::Network));
    QCOMPARE(text(nothing), place(server.port()) + QStringLiteral(" closed the connection without an answer."));
    const ExchangeResult half = user.send("\r\n\r\n", {AnswerEnd::Length, 8, {}});
    QVERIFY(is(half, Outcome::Parsed, Side::Server));
    QVERIFY2(half.error.ends_with("could not be understood: the connection was closed before its whole length had come."),
             half.error.c_str());
    QVERIFY(!user.client.isOpen());
  }

  void aPeerThatResetsIsNamed()
  {
    ScriptedServer server([](ScriptedPeer &peer) {
      peer.request();
      peer.reset();
    });
    User user(server.port());
    const ExchangeResult result = user.send("\r\n\r\n", {AnswerEnd::Mark, 0, "\n"});
    QVERIFY(is(result, Outcome::Others, Side::Network));
    QCOMPARE(text(result), QStringLiteral("Exchange with %1: connection reset by the other side.").arg(place(server.port())));
  }

  void aPeerThatStallsTimesOutAndTheNextExchangeIsUnharmed()
  {
    ScriptedServer server([](ScriptedPeer &peer) {
      peer.request();
      peer.send(peer.index() == 0 ? "part" : "whole\n");
      peer.awaitEnd();
    });
    User user(server.port());
    user.exchange.responseTimeout = 60 * oneMs;
    const ExchangeResult result = user.send("\r\n\r\n", {AnswerEnd::Mark, 0, "\n"});
    QVERIFY(is(result, Outcome::Timeout, Side::Server));
    QCOMPARE(text(result), QStringLiteral("No data from %1 within 0.06 s.").arg(place(server.port())));
    user.exchange.responseTimeout = 5 * oneSecond;
    QCOMPARE(text(user.send("\r\n\r\n", {AnswerEnd::Mark, 0, "\n"})), QString());
    QCOMPARE(user.client.answer(), std::string("whole\n"));
  }

  void anEndlessAnswerIsBounded()
  {
    ScriptedServer server([](ScriptedPeer &peer) {
      const std::string block(1 << 16, 'z');
      for (int i = 0; i < 400; ++i) peer.send(block);
    });
    User user(server.port());
    const ExchangeResult result = user.send({}, {AnswerEnd::Mark, 0, "\n"});
    QVERIFY(is(result, Outcome::Parsed, Side::Server));
    QVERIFY2(result.error.ends_with("it goes on beyond 10 MB."), result.error.c_str());
    QVERIFY(user.client.answer().size() <= AnswerReader::mostKept);
    user.client.forgetAnswer();
    QVERIFY(user.client.answer().capacity() < 4096);
  }

  void aClosedPortIsARefusal()
  {
    const uint16_t port = freePort();
    User user(port);
    const ExchangeResult result = user.send("x");
    QVERIFY(is(result, Outcome::Refused, Side::Server));
    QCOMPARE(text(result), QStringLiteral("Connection refused by %1.").arg(place(port)));
  }

  void plainWhereTlsIsAwaitedIsNamed()
  {
    ScriptedServer server([](ScriptedPeer &peer) {
      peer.send("220 ready, and certainly not TLS\r\n");
      peer.awaitEnd();
    });
    User user(server.port());
    user.exchange.endpoint.tls = true;
    const ExchangeResult result = user.send("x");
    QVERIFY(is(result, Outcome::Others, Side::Network));
    QVERIFY2(result.error.find("the answer does not look like TLS") != std::string::npos, result.error.c_str());
  }

  void anUnknownNameIsNamed()
  {
    User user(1);
    user.exchange.endpoint.host = "no such host";
    const ExchangeResult result = user.send("x");
    QVERIFY(result.sample.outcome == Outcome::Others);
    QVERIFY2(result.error.starts_with("Looking up no such host: "), result.error.c_str());
  }

  void aConnectionThatWasClosedInBetweenIsOpenedAgain()
  {
    ScriptedServer server([](ScriptedPeer &peer) {
      peer.request();
      peer.send("bye\n");
    });
    User user(server.port());
    QCOMPARE(text(user.send("\r\n\r\n", {AnswerEnd::Mark, 0, "\n"})), QString());
    runTask(user.reactor, [](Reactor &reactor) -> Task<> { co_await reactor.sleepUntil(reactor.readClock() + 30 * oneMs); }(user.reactor));
    QCOMPARE(text(user.send("\r\n\r\n", {AnswerEnd::Mark, 0, "\n"})), QString());
    QCOMPARE(server.connections(), 2);
  }

  void anExchangeCanBeCutOff()
  {
    ScriptedServer server([](ScriptedPeer &peer) { peer.awaitEnd(); });
    User user(server.port());
    user.exchange.payload = "x";
    user.exchange.end = {AnswerEnd::Mark, 0, "\n"};
    const ExchangeResult result = runTask(user.reactor, [](User &u) -> Task<ExchangeResult> {
      auto cutter = [](User &v) -> Task<> {
        co_await v.reactor.sleepUntil(v.reactor.readClock() + 20 * oneMs);
        v.client.cancel();
      };
      cutter(u).detach();
      co_return co_await u.client.send(u.exchange);
    }(user));
    QVERIFY(result.cutOff);
    QVERIFY(is(result, Outcome::Others, Side::None));
    QVERIFY(!user.client.isOpen());
  }
};

QTEST_GUILESS_MAIN(tst_TcpClient)
#include "tst_tcpclient.moc"
