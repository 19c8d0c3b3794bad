#include "engine/protocol/udpclient.h"
#include "tests/servers/realserver.h"
#include "tests/support/runtask.h"

#include <QTest>

#include <functional>

using namespace engine;

namespace {

struct User
{
  Reactor reactor;
  Network network{reactor};
  UdpClient client{network};
  UdpExchange exchange;

  explicit User(uint16_t port) { exchange.endpoint = {"127.0.0.1", port}; }
  ExchangeResult send(std::string_view payload, AnswerEnd end = {})
  {
    exchange.payload = payload;
    exchange.end = end;
    return runTask(reactor, client.send(exchange));
  }
};

/// Answers datagrams on the user's own loop.
struct Answerer
{
  using Answer = std::function<void(Datagram &, const Address &, std::string)>;

  Answerer(Reactor &reactor, Answer answer) : socket(reactor)
  {
    socket.bind(Address::loopback(0));
    serve(socket, std::move(answer)).detach();
  }
  /// Ends the coroutine: its frame goes with its last turn.
  static Task<> serve(Datagram &socket, Answer answer)
  {
    std::array<char, 2048> bytes;
    for (;;) {
      const int64_t got = co_await socket.receive(bytes.data(), bytes.size());
      if (got < 0) co_return;
      answer(socket, socket.from(), std::string(bytes.data(), size_t(got)));
    }
  }
  void stop(Reactor &reactor)
  {
    socket.cancel();
    runTask(reactor, [](Reactor &r) -> Task<> { co_await r.sleepUntil(r.readClock() + oneMs); }(reactor));
  }

  Datagram socket;
};

QString text(const ExchangeResult &result) { return QString::fromStdString(result.error); }

} // namespace

class tst_UdpClient : public QObject
{
  Q_OBJECT

private slots:
  void socatEchoes()
  {
    RealServer server("socat", {"UDP-LISTEN:@PORT@,bind=127.0.0.1,fork,reuseaddr", "EXEC:cat"}, {}, RealServer::Udp);
    QVERIFY2(server.isUp(), server.problem());
    User user(server.port());
    for (const std::string payload : {"ping", "another"}) {
      const ExchangeResult result = user.send(payload);
      QCOMPARE(text(result), QString());
      QCOMPARE(user.client.answer(), payload);
      QCOMPARE(result.sample.receivedBytes, payload.size());
    }
    const ExchangeResult byMark = user.send("to the mark;rest", {AnswerEnd::Mark, 0, ";"});
    QCOMPARE(text(byMark), QString());
    QCOMPARE(user.client.answer(), std::string("to the mark;"));
    QCOMPARE(user.client.lost(), uint64_t(0));
  }

  void noAnswerNeedBeAwaited()
  {
    User user(1);
    Answerer silent(user.reactor, [](auto &&...) {});
    user.exchange.endpoint.port = silent.socket.port();
    const ExchangeResult result = user.send("fire and forget", {AnswerEnd::NoAnswer, 0, {}});
    QCOMPARE(text(result), QString());
    QCOMPARE(result.sample.sentBytes, uint64_t(15));
    silent.stop(user.reactor);
  }

  void anAnswerThatDoesNotComeIsALoss()
  {
    User user(1);
    Answerer silent(user.reactor, [](auto &&...) {});
    user.exchange.endpoint.port = silent.socket.port();
    user.exchange.responseTimeout = 40 * oneMs;
    const ExchangeResult result = user.send("lost");
    QVERIFY(result.sample.outcome == Outcome::Timeout && result.sample.side == Side::Server);
    QCOMPARE(text(result), QStringLiteral("No answer from 127.0.0.1:%1 within 0.04 s: the datagram or its answer was lost.")
                             .arg(silent.socket.port()));
    QCOMPARE(user.client.lost(), uint64_t(1));
    silent.stop(user.reactor);
  }

  void aLateAnswerIsNotTakenForTheNextOne()
  {
    User user(1);
    std::vector<Address> waiting;
    Answerer late(user.reactor, [&](Datagram &socket, const Address &from, const std::string &what) {
      if (what == "first") return waiting.push_back(from);
      socket.sendTo(waiting.front(), "late answer to first");
      socket.sendTo(from, "answer to second");
    });
    user.exchange.endpoint.port = late.socket.port();
    user.exchange.responseTimeout = 40 * oneMs;
    QVERIFY(user.send("first").sample.outcome == Outcome::Timeout);
    user.exchange.responseTimeout = 5 * oneSecond;
    QCOMPARE(text(user.send("second")), QString());
    QCOMPARE(user.client.answer(), std::string("answer to second"));
    late.stop(user.reactor);
  }

  void aSecondAnswerIsForgottenBeforeTheNextRequest()
  {
    User user(1);
    Answerer twice(user.reactor, [](Datagram &socket, const Address &from, const std::string &what) {
      socket.sendTo(from, what);
      socket.sendTo(from, what + " once more");
    });
    user.exchange.endpoint.port = twice.socket.port();
    QCOMPARE(text(user.send("a")), QString());
    QCOMPARE(text(user.send("b")), QString());
    QCOMPARE(user.client.answer(), std::string("b"));
    twice.stop(user.reactor);
  }

  void severalDatagramsMayMakeAnAnswer()
  {
    User user(1);
    Answerer pieces(user.reactor, [](Datagram &socket, const Address &from, const std::string &) {
      for (const char *each : {"one ", "two ", "three"}) socket.sendTo(from, each);
    });
    user.exchange.endpoint.port = pieces.socket.port();
    QCOMPARE(text(user.send("?", {AnswerEnd::Length, 13, {}})), QString());
    QCOMPARE(user.client.answer(), std::string("one two three"));
    user.exchange.responseTimeout = 40 * oneMs;
    const ExchangeResult part = user.send("?", {AnswerEnd::Length, 14, {}});
    QVERIFY2(part.error.ends_with("within 0.04 s: only a part came."), part.error.c_str());
    pieces.stop(user.reactor);
  }

  void anEmptyDatagramIsAnAnswer()
  {
    User user(1);
    Answerer empty(user.reactor, [](Datagram &socket, const Address &from, const std::string &) { socket.sendTo(from, {}); });
    user.exchange.endpoint.port = empty.socket.port();
    const ExchangeResult result = user.send({});
    QCOMPARE(text(result), QString());
    QCOMPARE(user.client.answer(), std::string());
    empty.stop(user.reactor);
  }

  void aPortWhereNobodyListensIsARefusal()
  {
    User user(freePort(SOCK_DGRAM));
    const ExchangeResult result = user.send("anyone?");
    QVERIFY(result.sample.outcome == Outcome::Refused && result.sample.side == Side::Server);
  }

  void aDatagramTooLargeIsToldBeforeItIsSent()
  {
    User user(freePort(SOCK_DGRAM));
    const std::string large(Datagram::mostBytes + 1, 'x');
    const ExchangeResult result = user.send(large);
    QCOMPARE(text(result), QStringLiteral("A datagram holds at most 65507 bytes."));
    QCOMPARE(result.sample.sentBytes, uint64_t(0));
  }

  void anExchangeCanBeCutOff()
  {
    User user(1);
    Answerer silent(user.reactor, [](auto &&...) {});
    user.exchange.endpoint.port = silent.socket.port();
    user.exchange.payload = "x";
    const ExchangeResult result = runTask(user.reactor, [](User &u) -> Task<ExchangeResult> {
      auto cutter = [](User &v) -> Task<> {
        co_await v.reactor.sleepUntil(v.reactor.readClock() + 20 * oneMs);
        v.client.cancel();
      };
      cutter(u).detach();
      co_return co_await u.client.send(u.exchange);
    }(user));
    QVERIFY(result.cutOff);
    QCOMPARE(user.client.lost(), uint64_t(0));
    silent.stop(user.reactor);
  }
};

QTEST_GUILESS_MAIN(tst_UdpClient)
#include "tst_udpclient.moc"
