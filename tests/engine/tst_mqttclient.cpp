#include "engine/protocol/mqttclient.h"
#include "tests/servers/realserver.h"
#include "tests/support/runtask.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/selfsigned.h"

#include <QTest>

using namespace engine;
using Exchange = MqttExchange;
using namespace std::string_view_literals;

namespace {

/// One MQTT user on a loop that several may share.
struct User
{
  Reactor &reactor;
  MqttClient client;
  Exchange exchange;

  User(Reactor &r, Network &network, uint16_t port, MqttVersion version = MqttVersion::V311) : reactor(r), client(network)
  {
    exchange.endpoint = {"127.0.0.1", port};
    exchange.connect.version = version;
  }
  ExchangeResult run(Exchange::Method method, std::string_view topic = {}, std::string_view payload = {}, int qos = 0)
  {
    exchange.method = method;
    exchange.topic = topic;
    exchange.payload = payload;
    exchange.qos = qos;
    return runTask(reactor, client.run(exchange));
  }
  ExchangeResult connect(std::string_view id)
  {
    exchange.connect.clientId = id;
    return run(Exchange::Connect);
  }
};

struct Loop
{
  Reactor reactor;
  Network network{reactor};

  void wait(int64_t ms)
  {
    runTask(reactor, [](Reactor &r, int64_t ns) -> Task<> { co_await r.sleepUntil(r.readClock() + ns); }(reactor, ms * oneMs));
  }
};

/// A broker with everything: plain, with passwords, TLS and WebSocket.
struct Mosquitto
{
  uint16_t guarded = freePort(), tls = freePort(), web = freePort();
  RealServer server;

  static std::string settings(uint16_t guarded, uint16_t tls, uint16_t web)
  {
    return "log_type all\nconnection_messages true\nper_listener_settings true\npersistence false\nuser root\nlog_dest stderr\n"
           "listener @PORT@ 127.0.0.1\nallow_anonymous true\n"
           "listener " + std::to_string(guarded) + " 127.0.0.1\nallow_anonymous false\npassword_file @DIR@/users\nacl_file @DIR@/acl\n"
           "listener " + std::to_string(tls) + " 127.0.0.1\nallow_anonymous true\ncertfile @DIR@/c.pem\nkeyfile @DIR@/k.pem\n"
           "listener " + std::to_string(web) + " 127.0.0.1\nprotocol websockets\nallow_anonymous true\n";
  }
  Mosquitto() : Mosquitto(SelfSigned()) {}
  explicit Mosquitto(const SelfSigned &own)
    : server("mosquitto", {"-c", "@DIR@/broker.conf"},
             {{"broker.conf", settings(guarded, tls, web)},
              {"c.pem", own.certificate},
              {"k.pem", own.key},
              {"acl", "user anna\ntopic readwrite open/#\n"},
              {"users", usersText()}})
  {
  }
  /// Made by the broker's own program.
  static std::string usersText()
  {
    TestFolder folder;
    folder.write("users", "");
    if (std::system(("mosquitto_passwd -b " + folder.file("users") + " anna secret").c_str()) != 0) return {};
    return folder.read("users");
  }
};

QString text(const ExchangeResult &result) { return QString::fromStdString(result.error); }
bool is(const ExchangeResult &result, Outcome outcome, Side side)
{
  return result.sample.outcome == outcome && result.sample.side == side;
}

/// Reads the CONNECT of a connection and accepts it.
void accept(ScriptedPeer &peer)
{
  char bytes[1024];
  ::recv(peer.descriptor(), bytes, sizeof bytes, 0);
  peer.send("\x20\x02\x00\x00"sv);
}

} // namespace

class tst_MqttClient : public QObject
{
  Q_OBJECT

private slots:
  void messagesGoThroughMosquitto_data()
  {
    QTest::addColumn<int>("version");
    QTest::addColumn<int>("qos");
    for (int version : {3, 4, 5})
      for (int qos : {0, 1, 2}) QTest::addRow("version %d, QoS %d", version, qos) << version << qos;
  }
  void messagesGoThroughMosquitto()
  {
    QFETCH(int, version);
    QFETCH(int, qos);
    Mosquitto broker;
    QVERIFY2(broker.server.isUp(), broker.server.problem());
    Loop loop;
    User reader(loop.reactor, loop.network, broker.server.port(), MqttVersion(version));
    User writer(loop.reactor, loop.network, broker.server.port(), MqttVersion(version));
    QCOMPARE(text(reader.connect("reader")), QString());
    QCOMPARE(text(writer.connect("writer")), QString());
    QCOMPARE(text(reader.run(Exchange::Subscribe, "test/+/x", {}, qos)), QString());
    std::string large(100'000, 'l');
    for (const std::string &payload : {std::string("hello"), std::string(), large}) {
      const uint64_t before = reader.client.messages();
      const ExchangeResult result = writer.run(Exchange::Publish, "test/a/x", payload, qos);
      QCOMPARE(text(result), QString());
      QCOMPARE(result.sample.receivedBytes > 0, qos > 0);
      QVERIFY(result.sample.sentBytes > payload.size());
      for (int turn = 0; turn < 200 && reader.client.messages() == before; ++turn) loop.wait(5);
      QCOMPARE(reader.client.messages(), before + 1);
      QVERIFY(reader.client.answer() == payload);
      QCOMPARE(reader.client.answerTopic(), std::string("test/a/x"));
    }
    QCOMPARE(text(reader.run(Exchange::Unsubscribe, "test/+/x")), QString());
    QCOMPARE(text(writer.run(Exchange::Publish, "test/a/x", "unheard", qos)), QString());
    loop.wait(30);
    QCOMPARE(reader.client.messages(), uint64_t(3));
    QCOMPARE(text(reader.run(Exchange::Disconnect)), QString());
    QVERIFY(!reader.client.isOpen());
    // An end without DISCONNECT would be told as an error.
    const auto told = [&] { return broker.server.output().find("Client reader disconnected.") != std::string::npos; };
    for (int turn = 0; turn < 400 && !told(); ++turn) loop.wait(5);
    QVERIFY2(told(), broker.server.output().c_str());
  }

  void retainedMessagesWillsAndAwaitedOnes()
  {
    Mosquitto broker;
    QVERIFY2(broker.server.isUp(), broker.server.problem());
    Loop loop;
    User writer(loop.reactor, loop.network, broker.server.port());
    QCOMPARE(text(writer.connect("writer")), QString());
    writer.exchange.retain = true;
    QCOMPARE(text(writer.run(Exchange::Publish, "kept", "for later", 1)), QString());

    User reader(loop.reactor, loop.network, broker.server.port(), MqttVersion::V5);
    QCOMPARE(text(reader.connect("reader")), QString());
    reader.exchange.awaitedMessages = 1;
    QCOMPARE(text(reader.run(Exchange::Subscribe, "kept", {}, 1)), QString());
    QCOMPARE(reader.client.answer(), std::string("for later"));

    {
      User dying(loop.reactor, loop.network, broker.server.port());
      MqttWill will;
      will.topic = "kept";
      will.payload = "I am no more";
      dying.exchange.connect.will = &will;
      QCOMPARE(text(dying.connect("dying")), QString());
      dying.client.close(); // without a DISCONNECT
    }
    for (int turn = 0; turn < 200 && reader.client.messages() < 2; ++turn) loop.wait(5);
    QCOMPARE(reader.client.answer(), std::string("I am no more"));
  }

  void aSessionIsFoundAgain()
  {
    Mosquitto broker;
    QVERIFY2(broker.server.isUp(), broker.server.problem());
    Loop loop;
    User user(loop.reactor, loop.network, broker.server.port());
    user.exchange.connect.cleanSession = false;
    QCOMPARE(text(user.connect("again")), QString());
    QVERIFY(!user.client.sessionPresent());
    QCOMPARE(text(user.run(Exchange::Subscribe, "t", {}, 1)), QString());
    QCOMPARE(text(user.run(Exchange::Disconnect)), QString());
    User other(loop.reactor, loop.network, broker.server.port());
    QCOMPARE(text(other.connect("other")), QString());
    QCOMPARE(text(other.run(Exchange::Publish, "t", "meanwhile", 1)), QString());
    QCOMPARE(text(user.connect("again")), QString());
    QVERIFY(user.client.sessionPresent());
    for (int turn = 0; turn < 200 && user.client.messages() < 1; ++turn) loop.wait(5);
    QCOMPARE(user.client.answer(), std::string("meanwhile"));
  }

  void tlsAndWebSocketCarryItToo()
  {
    Mosquitto broker;
    QVERIFY2(broker.server.isUp(), broker.server.problem());
    Loop loop;
    User secure(loop.reactor, loop.network, broker.tls);
    secure.exchange.endpoint.tls = true;
    const ExchangeResult connected = secure.connect("secure");
    QCOMPARE(text(connected), QString());
    QVERIFY(connected.timing.tls > 0);

    User web(loop.reactor, loop.network, broker.web, MqttVersion::V5);
    web.exchange.overWebSocket = true;
    QCOMPARE(text(web.connect("web")), QString());
    web.exchange.awaitedMessages = 1;
    web.exchange.retain = true;
    QCOMPARE(text(web.run(Exchange::Publish, "over", std::string(70'000, 'w'), 2)), QString());
    QCOMPARE(text(web.run(Exchange::Subscribe, "over", {}, 2)), QString());
    QCOMPARE(web.client.answer().size(), size_t(70'000));
    QCOMPARE(text(web.run(Exchange::Disconnect)), QString());
    QCOMPARE(text(web.connect("web again")), QString());
    QCOMPARE(text(secure.run(Exchange::Publish, "over", "x", 1)), QString());
  }

  void aRefusalIsNamed_data()
  {
    QTest::addColumn<int>("version");
    QTest::addColumn<QString>("reason");
    QTest::newRow("3.1.1") << 4 << QStringLiteral("not authorized (5)");
    QTest::newRow("5") << 5 << QStringLiteral("not authorized (135)");
  }
  void aRefusalIsNamed()
  {
    QFETCH(int, version);
    QFETCH(QString, reason);
    Mosquitto broker;
    QVERIFY2(broker.server.isUp(), broker.server.problem());
    Loop loop;
    User user(loop.reactor, loop.network, broker.guarded, MqttVersion(version));
    user.exchange.connect.user = "anna";
    user.exchange.connect.password = "wrong";
    user.exchange.connect.hasUser = user.exchange.connect.hasPassword = true;
    const ExchangeResult refused = user.connect("a");
    QVERIFY(is(refused, Outcome::Assert, Side::Server));
    QCOMPARE(text(refused), QStringLiteral("127.0.0.1:%1 refused the MQTT connection: %2.").arg(broker.guarded).arg(reason));
    QVERIFY(!user.client.isOpen());
    user.exchange.connect.password = "secret";
    QCOMPARE(text(user.connect("a")), QString());
    QCOMPARE(text(user.run(Exchange::Publish, "open/x", "may", 1)), QString());
    if (version == 5) { // MQTT 3 has no word for it
      const ExchangeResult barred = user.run(Exchange::Publish, "closed", "may not", 1);
      QVERIFY(is(barred, Outcome::Assert, Side::Server));
      QVERIFY2(barred.error.find("refused the message: not authorized (135)") != std::string::npos, barred.error.c_str());
    }
    QVERIFY(user.client.isOpen()); // a refusal leaves the connection as it is
    QCOMPARE(text(user.run(Exchange::Publish, "open/x", "may", 2)), QString());
  }

  void theConnectionIsKeptAlive()
  {
    Mosquitto broker;
    QVERIFY2(broker.server.isUp(), broker.server.problem());
    Loop loop;
    User user(loop.reactor, loop.network, broker.server.port());
    user.exchange.connect.keepAlive = 1;
    QCOMPARE(text(user.connect("alive")), QString());
    loop.wait(2600); // the broker closes after one and a half intervals of silence
    QVERIFY(user.client.pings() >= 2);
    QCOMPARE(text(user.run(Exchange::Publish, "t", "still here", 1)), QString());
  }

  void aBrokerThatAnswersNoPingIsGivenUp()
  {
    ScriptedServer server([](ScriptedPeer &peer) {
      accept(peer);
      peer.awaitEnd();
    });
    Loop loop;
    User user(loop.reactor, loop.network, server.port());
    user.exchange.connect.keepAlive = 1;
    QCOMPARE(text(user.connect("alive")), QString());
    loop.wait(1700);
    const ExchangeResult result = user.run(Exchange::Publish, "t", "x");
    QCOMPARE(text(result), QStringLiteral("The MQTT connection to 127.0.0.1:%1 is gone. The broker did not answer a ping.").arg(server.port()));
  }

  void withoutAConnectionThereIsNothingToUse()
  {
    Loop loop;
    User user(loop.reactor, loop.network, 1);
    QCOMPARE(text(user.run(Exchange::Publish, "t", "x")), QStringLiteral("No MQTT connection to 127.0.0.1:1 is open; a Connect must succeed first."));
  }

  void cardsThatCannotBeSentAreToldAndDoNoHarm()
  {
    Mosquitto broker;
    QVERIFY2(broker.server.isUp(), broker.server.problem());
    Loop loop;
    User user(loop.reactor, loop.network, broker.server.port());
    QCOMPARE(text(user.connect("a")), QString());
    const ExchangeResult result = user.run(Exchange::Publish, "a/#", "x");
    QVERIFY(is(result, Outcome::Others, Side::Network));
    QCOMPARE(text(result), QStringLiteral("The card cannot be sent: the topic holds a wildcard."));
    QCOMPARE(text(user.run(Exchange::Subscribe, "a#")), QStringLiteral("The card cannot be sent: a # may only stand alone at the end."));
    QCOMPARE(text(user.run(Exchange::Publish, "a", "x", 2)), QString());
  }

  void badPeersAreNamed_data()
  {
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QString>("end");
    QTest::newRow("another protocol") << QByteArray("HTTP/1.1 400 Bad Request\r\n\r\n") << QStringLiteral(".");
    QTest::newRow("garbage") << QByteArray("\0\1\2", 3) << QStringLiteral("a packet of the reserved type 0.");
    QTest::newRow("256 MB") << QByteArray("\x30\xff\xff\xff\x7f", 5) << QStringLiteral("a packet is larger than 16 MB.");
    QTest::newRow("endless length") << QByteArray("\x30\xff\xff\xff\xff", 5) << QStringLiteral("has more than four bytes.");
    QTest::newRow("no CONNACK") << QByteArray("\xd0\x00", 2) << QStringLiteral("the first packet is no CONNACK.");
    QTest::newRow("two CONNACKs") << QByteArray("\x20\x02\x00\x00\x20\x02\x00\x00", 8) << QString();
  }
  void badPeersAreNamed()
  {
    QFETCH(QByteArray, answer);
    QFETCH(QString, end);
    ScriptedServer server([&](ScriptedPeer &peer) {
      char bytes[1024];
      ::recv(peer.descriptor(), bytes, sizeof bytes, 0);
      peer.send({answer.data(), size_t(answer.size())});
      peer.awaitEnd();
    });
    Loop loop;
    User user(loop.reactor, loop.network, server.port());
    const ExchangeResult result = user.connect("a");
    if (end.isEmpty()) { // it was accepted before it was broken
      const ExchangeResult next = user.run(Exchange::Publish, "t", "x", 1);
      QVERIFY2(next.error.find("a second CONNACK") != std::string::npos, next.error.c_str());
      return;
    }
    QVERIFY(is(result, Outcome::Parsed, Side::Server));
    QVERIFY2(text(result).endsWith(end), result.error.c_str());
    QVERIFY(!user.client.isOpen());
  }

  void peersThatCloseResetOrStallAreTold()
  {
    ScriptedServer server([](ScriptedPeer &peer) {
      accept(peer);
      char byte;
      ::recv(peer.descriptor(), &byte, 1, 0);
      if (peer.index() == 0) return;
      if (peer.index() == 1) return peer.reset();
      for (int i = 0; i < 40; ++i) { // others' messages are no answer
        peer.send("\x30\x04\x00\x01tx"sv);
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
      }
      peer.awaitEnd();
    });
    Loop loop;
    User user(loop.reactor, loop.network, server.port());
    QCOMPARE(text(user.connect("a")), QString());
    QVERIFY(is(user.run(Exchange::Publish, "t", "x", 1), Outcome::Others, Side::Network));
    QCOMPARE(text(user.connect("a")), QString());
    QVERIFY(is(user.run(Exchange::Publish, "t", "x", 1), Outcome::Others, Side::Network));
    QCOMPARE(text(user.connect("a")), QString());
    user.exchange.responseTimeout = 60 * oneMs;
    const ExchangeResult stalled = user.run(Exchange::Publish, "t", "x", 1);
    QVERIFY(is(stalled, Outcome::Timeout, Side::Server));
    QCOMPARE(text(stalled), QStringLiteral("No data from 127.0.0.1:%1 within 0.06 s.").arg(server.port()));
    QVERIFY(user.client.messages() > 0);
  }

  void aClosedPortAndFailedTlsAreNamed()
  {
    Loop loop;
    User user(loop.reactor, loop.network, freePort());
    QVERIFY(is(user.connect("a"), Outcome::Refused, Side::Server));
    ScriptedServer server([](ScriptedPeer &peer) {
      peer.send("\x20\x02\x00\x00 this is no TLS"sv);
      peer.awaitEnd();
    });
    User secure(loop.reactor, loop.network, server.port());
    secure.exchange.endpoint.tls = true;
    const ExchangeResult result = secure.connect("a");
    QVERIFY(is(result, Outcome::Others, Side::Network));
    QVERIFY2(result.error.starts_with("TLS with "), result.error.c_str());
  }

  void anOperationCanBeCutOff()
  {
    ScriptedServer server([](ScriptedPeer &peer) {
      accept(peer);
      peer.awaitEnd();
    });
    Loop loop;
    User user(loop.reactor, loop.network, server.port());
    QCOMPARE(text(user.connect("a")), QString());
    user.exchange.method = Exchange::Subscribe;
    user.exchange.topic = "t";
    const ExchangeResult result = runTask(loop.reactor, [](User &u) -> Task<ExchangeResult> {
      auto cutter = [](User &v) -> Task<> {
        co_await v.reactor.sleepUntil(v.reactor.readClock() + 20 * oneMs);
        v.client.cancel();
      };
      cutter(u).detach();
      co_return co_await u.client.run(u.exchange);
    }(user));
    QVERIFY(result.cutOff && !user.client.isOpen());
  }
};

QTEST_GUILESS_MAIN(tst_MqttClient)
#include "tst_mqttclient.moc"
