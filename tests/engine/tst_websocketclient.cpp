#include "engine/protocol/websocketclient.h"
#include "tests/servers/realserver.h"
#include "tests/support/runtask.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/selfsigned.h"

#include <QTest>

using namespace engine;
using Exchange = WebSocketExchange;
using namespace std::string_view_literals;

namespace {

struct User
{
  Reactor reactor;
  Network network{reactor};
  WebSocketClient client{network};
  Exchange exchange;

  explicit User(uint16_t port, std::string_view target = "/")
  {
    exchange.endpoint = {"127.0.0.1", port};
    exchange.target = target;
  }
  ExchangeResult run(Exchange::Method method, std::string_view payload = {})
  {
    exchange.method = method;
    exchange.payload = payload;
    return runTask(reactor, client.run(exchange));
  }
  void wait(int64_t ms)
  {
    runTask(reactor, [](Reactor &r, int64_t ns) -> Task<> { co_await r.sleepUntil(r.readClock() + ns); }(reactor, ms * oneMs));
  }
};

struct PythonServer : RealServer
{
  PythonServer() : RealServer("/usr/bin/python3", {SOURCE_ROOT "/tests/servers/websocketpeer.py", "@PORT@"}) {}
};

/// Does the handshake of a connection.
void upgrade(ScriptedPeer &peer, std::string_view more = {})
{
  const std::string head = peer.request();
  std::optional<DeflateTerms> deflate;
  peer.send(acceptUpgrade(head, deflate) + std::string(more));
}

QString text(const ExchangeResult &result) { return QString::fromStdString(result.error); }
QString place(const ScriptedServer &server) { return QStringLiteral("127.0.0.1:%1").arg(server.port()); }
bool is(const ExchangeResult &result, Outcome outcome, Side side)
{
  return result.sample.outcome == outcome && result.sample.side == side;
}

} // namespace

class tst_WebSocketClient : public QObject
{
  Q_OBJECT

private slots:
  void pythonEchoesTextAndBinary_data()
  {
    QTest::addColumn<bool>("deflate");
    QTest::addColumn<int>("fragment");
    QTest::newRow("plain") << false << 0;
    QTest::newRow("compressed") << true << 0;
    QTest::newRow("fragments") << false << 7;
    QTest::newRow("compressed fragments") << true << 5;
  }
  void pythonEchoesTextAndBinary()
  {
    QFETCH(bool, deflate);
    QFETCH(int, fragment);
    PythonServer server;
    QVERIFY2(server.isUp(), server.problem());
    User user(server.port());
    user.exchange.offersDeflate = deflate;
    user.exchange.fragmentSize = size_t(fragment);
    const ExchangeResult connected = user.run(Exchange::Connect);
    QCOMPARE(text(connected), QString());
    QCOMPARE(connected.sample.status, 101);
    QCOMPARE(user.client.isCompressed(), deflate);
    std::string large = "a sentence that repeats itself. ";
    for (int i = 0; i < 12; ++i) large += large;
    if (fragment) large.resize(5'000);
    for (const std::string &payload : {std::string("hello"), std::string(), std::string("grüße €"), large}) {
      const ExchangeResult result = user.run(Exchange::ReadWrite, payload);
      QCOMPARE(text(result), QString());
      QVERIFY(user.client.answer() == payload);
      QVERIFY(!user.client.answerIsBinary());
      if (payload.size() > 1000) QCOMPARE(result.sample.sentBytes < payload.size(), deflate);
    }
    user.exchange.isBinary = true;
    QCOMPARE(text(user.run(Exchange::ReadWrite, "\0\xff\x80"sv)), QString());
    QCOMPARE(user.client.answer(), std::string("\0\xff\x80", 3));
    QVERIFY(user.client.answerIsBinary());
    QCOMPARE(text(user.run(Exchange::Disconnect)), QString());
    QVERIFY(!user.client.isOpen());
  }

  void writingAndReadingMayBeApart()
  {
    PythonServer server;
    QVERIFY2(server.isUp(), server.problem());
    User user(server.port(), "/upper");
    QCOMPARE(text(user.run(Exchange::Connect)), QString());
    QCOMPARE(text(user.run(Exchange::WriteOnly, "one")), QString());
    QCOMPARE(text(user.run(Exchange::WriteOnly, "two")), QString());
    QCOMPARE(text(user.run(Exchange::ReadOnly)), QString());
    QCOMPARE(user.client.answer(), std::string("ONE"));
    QCOMPARE(text(user.run(Exchange::ReadOnly)), QString());
    QCOMPARE(user.client.answer(), std::string("TWO"));
    // An answer that nobody read is not taken for that of the next ReadWrite.
    QCOMPARE(text(user.run(Exchange::WriteOnly, "three")), QString());
    user.wait(50);
    QCOMPARE(text(user.run(Exchange::ReadWrite, "four")), QString());
    QCOMPARE(user.client.answer(), std::string("FOUR"));
  }

  void whatTheServerPushesIsKept()
  {
    PythonServer server;
    QVERIFY2(server.isUp(), server.problem());
    User user(server.port(), "/push");
    QCOMPARE(text(user.run(Exchange::Connect)), QString());
    user.wait(50);
    QCOMPARE(text(user.run(Exchange::ReadOnly)), QString());
    QCOMPARE(user.client.answer(), std::string("first"));
    QCOMPARE(text(user.run(Exchange::ReadOnly)), QString());
    QCOMPARE(user.client.answer(), std::string("second"));
    QVERIFY(user.client.answerIsBinary());
  }

  void pingsAreAnsweredWhileNobodyReads()
  {
    PythonServer server;
    QVERIFY2(server.isUp(), server.problem());
    User user(server.port(), "/ping");
    QCOMPARE(text(user.run(Exchange::Connect)), QString());
    user.wait(100);
    QCOMPARE(user.client.pingsAnswered(), uint64_t(1));
    QCOMPARE(text(user.run(Exchange::ReadOnly)), QString());
    QCOMPARE(user.client.answer(), std::string("you answered"));
  }

  void fragmentsOfTheServerAreOneMessage()
  {
    PythonServer server;
    QVERIFY2(server.isUp(), server.problem());
    User user(server.port(), "/fragments");
    QCOMPARE(text(user.run(Exchange::Connect)), QString());
    QCOMPARE(text(user.run(Exchange::ReadOnly)), QString());
    QCOMPARE(user.client.answer(), std::string("in three parts"));
  }

  void whatCameBeforeTheEndCanBeRead()
  {
    ScriptedServer server([](ScriptedPeer &peer) {
      std::string frames;
      appendWebSocketFrame(frames, WebSocketRole::Server, WebSocketOpcode::Text, "one", 0);
      appendWebSocketFrame(frames, WebSocketRole::Server, WebSocketOpcode::Text, "two", 0);
      appendWebSocketFrame(frames, WebSocketRole::Server, WebSocketOpcode::Close, webSocketClosePayload(1001, "bye"), 0);
      upgrade(peer);
      char byte;
      ::recv(peer.descriptor(), &byte, 1, 0);
      peer.send(frames);
      peer.awaitEnd();
    });
    User user(server.port());
    QCOMPARE(text(user.run(Exchange::Connect)), QString());
    QCOMPARE(text(user.run(Exchange::ReadWrite, "?")), QString());
    QCOMPARE(user.client.answer(), std::string("one"));
    QVERIFY(!user.client.isOpen());
    QCOMPARE(text(user.run(Exchange::ReadOnly)), QString());
    QCOMPARE(user.client.answer(), std::string("two"));
    const ExchangeResult over = user.run(Exchange::ReadOnly);
    QVERIFY2(over.error.ends_with("is gone. The server closed the WebSocket connection (1001: bye)."), over.error.c_str());
  }

  void aServerThatClosesSaysWhy()
  {
    PythonServer server;
    QVERIFY2(server.isUp(), server.problem());
    User user(server.port(), "/close");
    ExchangeResult result = user.run(Exchange::Connect); // the close may come with the handshake's answer
    if (result.error.empty()) result = user.run(Exchange::ReadOnly);
    QVERIFY(result.sample.outcome == Outcome::Others);
    QVERIFY2(result.error.find("(4001: enough)") != std::string::npos, result.error.c_str());
    const ExchangeResult next = user.run(Exchange::WriteOnly, "?");
    QVERIFY(is(next, Outcome::Others, Side::Network));
    QVERIFY2(next.error.starts_with("No WebSocket connection") || next.error.find("gone") != std::string::npos, next.error.c_str());
    const ExchangeResult again = user.run(Exchange::Connect); // the next iteration is unharmed: it comes to the same
    QVERIFY2(again.error.empty() || again.error.find("(4001: enough)") != std::string::npos, again.error.c_str());
  }

  void wssGoesToPython()
  {
    const SelfSigned own;
    TestFolder folder;
    folder.write("c.pem", own.certificate);
    folder.write("k.pem", own.key);
    RealServer server("/usr/bin/python3", {SOURCE_ROOT "/tests/servers/websocketpeer.py", "@PORT@", folder.file("c.pem"), folder.file("k.pem")});
    QVERIFY2(server.isUp(), server.problem());
    User user(server.port());
    user.exchange.endpoint.tls = true;
    const ExchangeResult connected = user.run(Exchange::Connect);
    QCOMPARE(text(connected), QString());
    QVERIFY(connected.timing.tls > 0);
    QCOMPARE(text(user.run(Exchange::ReadWrite, "secret")), QString());
    QCOMPARE(user.client.answer(), std::string("secret"));
    user.exchange.endpoint.verifyTls = true;
    const ExchangeResult refused = user.run(Exchange::Connect);
    QVERIFY2(refused.error.find("certificate is not trusted") != std::string::npos, refused.error.c_str());
  }

  void websocketdEchoesLines()
  {
    RealServer server("websocketd", {"--address=127.0.0.1", "--port=@PORT@", "cat"});
    QVERIFY2(server.isUp(), server.problem());
    User user(server.port());
    QCOMPARE(text(user.run(Exchange::Connect)), QString());
    QCOMPARE(text(user.run(Exchange::ReadWrite, "a line")), QString());
    QCOMPARE(user.client.answer(), std::string("a line"));
    QCOMPARE(text(user.run(Exchange::Disconnect)), QString());
  }

  void withoutAConnectionThereIsNothingToUse()
  {
    User user(1);
    const ExchangeResult result = user.run(Exchange::ReadWrite, "x");
    QVERIFY(is(result, Outcome::Others, Side::Network));
    QCOMPARE(text(result), QStringLiteral("No WebSocket connection to 127.0.0.1:1 is open; a Connect must succeed first."));
  }

  void anUpgradeThatIsTurnedDownIsNamed()
  {
    ScriptedServer server([](ScriptedPeer &peer) {
      peer.request();
      peer.reply("no such page", "404 Not Found");
    });
    User user(server.port());
    const ExchangeResult result = user.run(Exchange::Connect);
    QVERIFY(is(result, Outcome::Assert, Side::Server));
    QCOMPARE(result.sample.status, 404);
    QCOMPARE(text(result), place(server) + QStringLiteral(" turned the WebSocket upgrade down: HTTP status 404."));
  }

  void otherProtocolsAreNamed()
  {
    ScriptedServer server([](ScriptedPeer &peer) {
      peer.request();
      peer.send(peer.index() == 0 ? "220 mail.example ESMTP\r\n" : "HTTP/1.1 101 X\r\nUpgrade: websocket\r\nConnection: upgrade\r\n\r\n");
      peer.awaitEnd();
    });
    User user(server.port());
    const ExchangeResult mail = user.run(Exchange::Connect);
    QVERIFY(is(mail, Outcome::Parsed, Side::Server));
    const ExchangeResult noKey = user.run(Exchange::Connect);
    QVERIFY(is(noKey, Outcome::Parsed, Side::Server));
    QVERIFY2(noKey.error.ends_with("its Sec-WebSocket-Accept does not fit the key."), noKey.error.c_str());
  }

  void headersWithoutEndAreBounded()
  {
    ScriptedServer server([](ScriptedPeer &peer) {
      peer.request();
      peer.send("HTTP/1.1 101 Switching\r\n");
      for (int i = 0; i < 100'000; ++i) peer.send("X-More: and more and more and more\r\n");
    });
    User user(server.port());
    const ExchangeResult result = user.run(Exchange::Connect);
    QVERIFY(is(result, Outcome::Parsed, Side::Server));
    QVERIFY2(result.error.starts_with("The answer of"), result.error.c_str());
  }

  void aFrameOfFourGigabytesIsRefusedAtItsHeader()
  {
    ScriptedServer server([](ScriptedPeer &peer) {
      upgrade(peer);
      peer.send("\x82\x7f\x00\x00\x00\x01\x00\x00\x00\x00"sv);
      peer.awaitEnd();
    });
    User user(server.port());
    // It may come with the upgrade, while nobody reads, or when it is waited for.
    ExchangeResult result = user.run(Exchange::Connect);
    if (result.error.empty()) result = user.run(Exchange::ReadOnly);
    QVERIFY2(result.error.find("a message is larger than 16 MB") != std::string::npos, result.error.c_str());
    QVERIFY(!user.client.isOpen());
  }

  void garbageWithinAnOperationIsParsed()
  {
    ScriptedServer server([](ScriptedPeer &peer) {
      upgrade(peer);
      char byte; // until something was asked
      ::recv(peer.descriptor(), &byte, 1, 0);
      peer.send("garbage, garbage");
      peer.awaitEnd();
    });
    User user(server.port());
    QCOMPARE(text(user.run(Exchange::Connect)), QString());
    const ExchangeResult result = user.run(Exchange::ReadWrite, "?");
    QVERIFY(is(result, Outcome::Parsed, Side::Server));
    QVERIFY2(result.error.starts_with("The answer of 127.0.0.1"), result.error.c_str());
  }

  void peersThatCloseResetOrStallAreTold()
  {
    ScriptedServer server([](ScriptedPeer &peer) {
      upgrade(peer);
      char byte;
      ::recv(peer.descriptor(), &byte, 1, 0);
      if (peer.index() == 0) return;
      if (peer.index() == 1) return peer.reset();
      peer.awaitEnd();
    });
    User user(server.port());
    QCOMPARE(text(user.run(Exchange::Connect)), QString());
    const ExchangeResult closed = user.run(Exchange::ReadWrite, {});
    QVERIFY(is(closed, Outcome::Others, Side::Network));
    QVERIFY2(closed.error.find("closed the connection without an answer") != std::string::npos
               || closed.error.find("reset") != std::string::npos, closed.error.c_str());
    QCOMPARE(text(user.run(Exchange::Connect)), QString());
    const ExchangeResult reset = user.run(Exchange::ReadWrite, {});
    QVERIFY(is(reset, Outcome::Others, Side::Network));
    QCOMPARE(text(user.run(Exchange::Connect)), QString());
    user.exchange.responseTimeout = 50 * oneMs;
    const ExchangeResult stalled = user.run(Exchange::ReadWrite, {});
    QVERIFY(is(stalled, Outcome::Timeout, Side::Server));
    QCOMPARE(text(stalled), QStringLiteral("No data from %1 within 0.05 s.").arg(place(server)));
  }

  void pingsAloneDoNotHoldAReaderForEver()
  {
    std::atomic<bool> over{false};
    ScriptedServer server([&](ScriptedPeer &peer) {
      upgrade(peer);
      while (!over) {
        peer.send("\x89\x00"sv);
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
      }
    });
    User user(server.port());
    QCOMPARE(text(user.run(Exchange::Connect)), QString());
    user.exchange.responseTimeout = 80 * oneMs;
    const ExchangeResult result = user.run(Exchange::ReadOnly);
    over = true;
    QVERIFY(is(result, Outcome::Timeout, Side::Server));
    QVERIFY(user.client.pingsAnswered() > 0);
  }

  void messagesInMassesPauseTheReading()
  {
    ScriptedServer server([](ScriptedPeer &peer) {
      upgrade(peer);
      const std::string block(60'000, 'm');
      std::string frame;
      appendWebSocketFrame(frame, WebSocketRole::Server, WebSocketOpcode::Binary, block, 0);
      for (int i = 0; i < 1000; ++i) peer.send(frame); // 60 MB that nobody reads
      peer.awaitEnd();
    });
    User user(server.port());
    QCOMPARE(text(user.run(Exchange::Connect)), QString());
    user.wait(300);
    for (int i = 0; i < 1000; ++i) QCOMPARE(text(user.run(Exchange::ReadOnly)), QString()); // none is lost all the same
    QCOMPARE(user.client.answer().size(), size_t(60'000));
    user.client.close();
  }

  void anOperationCanBeCutOff()
  {
    ScriptedServer server([](ScriptedPeer &peer) {
      upgrade(peer);
      peer.awaitEnd();
    });
    User user(server.port());
    QCOMPARE(text(user.run(Exchange::Connect)), QString());
    user.exchange.method = Exchange::ReadOnly;
    const ExchangeResult result = runTask(user.reactor, [](User &u) -> Task<ExchangeResult> {
      auto cutter = [](User &v) -> Task<> {
        co_await v.reactor.sleepUntil(v.reactor.readClock() + 20 * oneMs);
        v.client.cancel();
      };
      cutter(u).detach();
      co_return co_await u.client.run(u.exchange);
    }(user));
    QVERIFY(result.cutOff && !user.client.isOpen());
  }

  void aUserMayGoWhileItsConnectionIsWatched()
  {
    ScriptedServer server([](ScriptedPeer &peer) {
      upgrade(peer);
      peer.awaitEnd();
    });
    for (int i = 0; i < 3; ++i) {
      User user(server.port());
      QCOMPARE(text(user.run(Exchange::Connect)), QString());
    }
    QCOMPARE(server.connections(), 3);
  }
};

QTEST_GUILESS_MAIN(tst_WebSocketClient)
#include "tst_websocketclient.moc"
