#include "engine/protocol/httpclient.h"
#include "engine/protocol/httpredirect.h"
#include "tests/support/runtask.h"
#include "tests/support/scriptedserver.h"

#include <QTest>

#include <sys/resource.h>

using namespace engine;

namespace {

/// A user with everything it needs, and one request to the given port.
struct User
{
  Reactor reactor;
  Network network{reactor};
  HttpClient client{network};
  OutgoingRequest request;

  explicit User(uint16_t port)
  {
    request.place = {"http", "127.0.0.1", port, "/"};
    request.keepHead = request.keepBody = true;
  }
  HttpResult send() { return runTask(reactor, client.send(request)); }
};

/// Answers requests of a connection until it ends.
void answerAll(ScriptedPeer &peer)
{
  while (!peer.request().empty()) peer.reply("fine");
}

QString text(const HttpResult &result) { return QString::fromStdString(result.error); }

struct CookieListener final : RedirectListener
{
  void redirected(const HttpReply &reply, const HttpPlace &from, const HttpPlace &to, std::string &headers) override
  {
    seen = std::string(from.target) + " > " + std::string(to.target);
    headers += "Cookie: " + std::string(headerValue(reply.head, "set-cookie")) + "\r\n";
  }
  std::string seen;
};

} // namespace

class tst_HttpClient : public QObject
{
  Q_OBJECT

private slots:
  void anAnswerIsGivenWithItsSampleAndTimes()
  {
    ScriptedServer server([](ScriptedPeer &peer) {
      const std::string request = peer.request();
      peer.reply(request);
      peer.awaitEnd();
    });
    User user(server.port());
    user.request.headers = "X-Test: yes\r\n";
    const HttpResult result = user.send();
    QCOMPARE(text(result), QString());
    QVERIFY(result.sample.outcome == Outcome::Ok && result.sample.side == Side::None);
    QCOMPARE(result.sample.status, 200);
    const std::string sent = "GET / HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(server.port()) + "\r\nX-Test: yes\r\n\r\n";
    QCOMPARE(user.client.reply().body, sent);
    QCOMPARE(result.sample.sentBytes, sent.size());
    QCOMPARE(result.sample.receivedBytes, user.client.reply().head.size() + sent.size());
    const ExchangeTiming &t = result.timing;
    QVERIFY(t.connect > 0 && t.firstByte > 0 && t.tls == 0);
    QVERIFY(result.sample.responseTime >= t.connect + t.firstByte + t.download);
    user.client.closeConnections();
  }

  void aConnectionIsKeptForTheNextRequest()
  {
    ScriptedServer server(answerAll);
    User user(server.port());
    for (int i = 0; i < 5; ++i) QCOMPARE(text(user.send()), QString());
    QCOMPARE(server.connections(), 1);
    QCOMPARE(user.client.openConnections(), size_t(1));
    user.client.closeConnections();
  }

  void aNewConnectionIsUsedWhenAskedFor()
  {
    ScriptedServer server(answerAll);
    User user(server.port());
    user.request.newConnection = true;
    for (int i = 0; i < 3; ++i) QCOMPARE(text(user.send()), QString());
    QCOMPARE(server.connections(), 3);
    QCOMPARE(user.client.openConnections(), size_t(0));
  }

  void aCompleteRequestIsSentAsItIs()
  {
    ScriptedServer server([](ScriptedPeer &peer) {
      const std::string request = peer.request();
      peer.reply(request);
      peer.awaitEnd();
    });
    User user(server.port());
    user.request.wire = "POST /x HTTP/1.1\r\nhOst: me\r\nContent-Length: 2\r\n\r\nab";
    QCOMPARE(text(user.send()), QString());
    QCOMPARE(user.client.reply().body, user.request.wire);
    user.client.closeConnections();
  }

  void aLargeBodyArrivesWhole()
  {
    const std::string body(3'000'000, 'b');
    std::atomic<size_t> arrived{0};
    ScriptedServer server([&](ScriptedPeer &peer) {
      arrived = peer.request().size();
      peer.reply("ok");
    });
    User user(server.port());
    user.request.method = "POST";
    user.request.body = body;
    const HttpResult result = user.send();
    QCOMPARE(text(result), QString());
    QCOMPARE(arrived.load(), size_t(result.sample.sentBytes));
    QVERIFY(arrived > body.size());
  }

  void aRefusedConnectionIsTheServersFailure()
  {
    User user(refusingPort());
    const HttpResult result = user.send();
    QVERIFY(result.sample.outcome == Outcome::Refused && result.sample.side == Side::Server);
    QCOMPARE(result.sample.status, 0);
    QCOMPARE(text(result), QStringLiteral("Connection refused by 127.0.0.1:%1.").arg(user.request.place.port));
  }

  void silenceIsATimeoutOfTheServer()
  {
    ScriptedServer server([](ScriptedPeer &peer) { peer.awaitEnd(); });
    User user(server.port());
    user.request.responseTimeout = 50 * oneMs;
    const HttpResult result = user.send();
    QVERIFY(result.sample.outcome == Outcome::Timeout && result.sample.side == Side::Server);
    QVERIFY(result.sample.responseTime >= 50 * oneMs);
    QVERIFY2(text(result).endsWith(u"within 0.05 s."), qPrintable(text(result)));
  }

  void bytesThatKeepComingHoldTheTimeoutOff()
  {
    // Three pauses of 60 ms, each far below the timeout, together above it.
    ScriptedServer server([](ScriptedPeer &peer) {
      peer.request();
      peer.send("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\n");
      for (int i = 0; i < 3; ++i) {
        const timespec pause{0, 60 * oneMs};
        nanosleep(&pause, nullptr);
        peer.send("x");
      }
    });
    User user(server.port());
    user.request.responseTimeout = 150 * oneMs;
    const HttpResult result = user.send();
    QCOMPARE(text(result), QString());
    QVERIFY(result.sample.responseTime >= 180 * oneMs);
  }

  void aConnectThatTakesTooLongIsTheNetworks()
  {
    // A full backlog leaves further connects without an answer.
    const int fd = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    QCOMPARE(::bind(fd, reinterpret_cast<sockaddr *>(&address), size), 0);
    QCOMPARE(::listen(fd, 0), 0);
    ::getsockname(fd, reinterpret_cast<sockaddr *>(&address), &size);
    std::vector<int> fillers;
    for (int i = 0; i < 4; ++i) {
      fillers.push_back(::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0));
      ::connect(fillers.back(), reinterpret_cast<sockaddr *>(&address), size);
    }
    User user(ntohs(address.sin_port));
    user.request.connectTimeout = 50 * oneMs;
    const HttpResult result = user.send();
    QVERIFY(result.sample.outcome == Outcome::Others && result.sample.side == Side::Network);
    QVERIFY2(text(result).startsWith(u"Connecting to 127.0.0.1") && text(result).contains(u"longer than 0.05 s"),
             qPrintable(text(result)));
    for (int each : fillers) ::close(each);
    ::close(fd);
  }

  void failuresOfTheAnswerAreClassed_data()
  {
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<bool>("reset");
    QTest::addColumn<Outcome>("outcome");
    QTest::addColumn<Side>("side");
    QTest::addColumn<QByteArray>("sentence");
    QTest::newRow("closed at once") << QByteArray() << false << Outcome::Others << Side::Network
                                    << QByteArray("closed the connection without an answer.");
    QTest::newRow("reset at once") << QByteArray() << true << Outcome::Others << Side::Network
                                   << QByteArray("connection reset by the other side.");
    QTest::newRow("cut in the head") << QByteArray("HTTP/1.1 200 OK\r\nX") << false << Outcome::Parsed << Side::Server
                                     << QByteArray("the connection ended before its headers did.");
    QTest::newRow("cut in the body") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nx") << false
                                     << Outcome::Parsed << Side::Server
                                     << QByteArray("the connection ended before its body did.");
    QTest::newRow("no HTTP") << QByteArray("+OK POP3 ready\r\n") << false << Outcome::Parsed << Side::Server
                             << QByteArray("it does not begin like HTTP/1.1.");
  }
  void failuresOfTheAnswerAreClassed()
  {
    QFETCH(QByteArray, answer);
    QFETCH(bool, reset);
    QFETCH(QByteArray, sentence);
    ScriptedServer server([&](ScriptedPeer &peer) {
      peer.request();
      peer.send(answer.toStdString());
      if (reset) peer.reset();
    });
    User user(server.port());
    const HttpResult result = user.send();
    QTEST(result.sample.outcome, "outcome");
    QTEST(result.sample.side, "side");
    QVERIFY2(text(result).endsWith(QString::fromLatin1(sentence)), qPrintable(text(result)));
    QVERIFY(!result.retried);
    QCOMPARE(server.connections(), 1);
  }

  void anUnknownNameIsTheNetworks()
  {
    User user(80);
    // A name server that always says no.
    user.request.place.host = "nowhere.invalid";
    user.network.resolver.useServers("127.0.0.1:" + std::to_string(refusingPort()));
    user.request.connectTimeout = 200 * oneMs;
    const HttpResult result = user.send();
    QVERIFY(result.sample.outcome == Outcome::Others && result.sample.side == Side::Network);
    QVERIFY2(text(result).startsWith(u"Looking up"), qPrintable(text(result)));
    QVERIFY(result.timing.dns > 0 && result.timing.connect == 0);
  }

  void noDescriptorLeftIsThisComputersFailure()
  {
    ScriptedServer server(answerAll);
    User user(server.port());
    rlimit before{};
    getrlimit(RLIMIT_NOFILE, &before);
    const int next = ::dup(0);
    ::close(next);
    const rlimit tight{rlim_t(next), before.rlim_max};
    setrlimit(RLIMIT_NOFILE, &tight);
    const HttpResult result = user.send();
    setrlimit(RLIMIT_NOFILE, &before);
    QVERIFY(result.sample.outcome == Outcome::Others && result.sample.side == Side::ThisComputer);
    QVERIFY(text(result).contains(u"descriptor limit of this computer"));
    QCOMPARE(text(user.send()), QString());
    user.client.closeConnections();
  }

  void plainHttpToATlsRequestIsTheNetworks()
  {
    ScriptedServer server([](ScriptedPeer &peer) {
      peer.send("HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n");
      peer.awaitEnd();
    });
    User user(server.port());
    user.request.place.scheme = "https";
    const HttpResult result = user.send();
    QVERIFY(result.sample.outcome == Outcome::Others && result.sample.side == Side::Network);
    QVERIFY2(text(result).endsWith(u"the answer does not look like TLS."), qPrintable(text(result)));
  }

  void aKeptConnectionClosedWithoutAnswerIsRetriedOnceWhenIdempotent_data()
  {
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<bool>("retried");
    for (const char *method : {"GET", "PUT", "DELETE", "OPTIONS"}) QTest::newRow(method) << QByteArray(method) << true;
    for (const char *method : {"POST", "PATCH"}) QTest::newRow(method) << QByteArray(method) << false;
  }
  void aKeptConnectionClosedWithoutAnswerIsRetriedOnceWhenIdempotent()
  {
    QFETCH(QByteArray, method);
    QFETCH(bool, retried);
    ScriptedServer server([](ScriptedPeer &peer) {
      peer.request();
      peer.reply("fine");
      peer.request(); // and leaves without a word
    });
    User user(server.port());
    QCOMPARE(text(user.send()), QString());
    const std::string name = method.toStdString();
    user.request.method = name;
    const HttpResult second = user.send();
    QCOMPARE(second.retried, retried);
    QCOMPARE(second.sample.outcome, retried ? Outcome::Ok : Outcome::Others);
    QCOMPARE(server.connections(), retried ? 2 : 1);
    user.client.closeConnections();
  }

  void aSecondCloseIsAFailure()
  {
    ScriptedServer server([](ScriptedPeer &peer) {
      peer.request();
      if (peer.index() > 0) return;
      peer.reply("fine");
      peer.request();
    });
    User user(server.port());
    user.send();
    const HttpResult second = user.send();
    QVERIFY(second.retried && second.sample.outcome == Outcome::Others);
    QCOMPARE(server.connections(), 2);
  }

  void redirectsAreFollowedAndCounted()
  {
    ScriptedServer server([](ScriptedPeer &peer) {
      for (;;) {
        const std::string request = peer.request();
        if (request.empty()) return;
        if (request.starts_with("POST /login "))
          peer.send("HTTP/1.1 302 Found\r\nSet-Cookie: s=1\r\nLocation: home?x=1\r\nContent-Length: 0\r\n\r\n");
        else peer.reply(request);
      }
    });
    User user(server.port());
    CookieListener cookies;
    user.request.place.target = "/login";
    user.request.method = "POST";
    user.request.headers = "Content-Type: text/plain\r\nX-Kept: yes\r\n";
    user.request.body = "secret";
    user.request.followRedirects = true;
    user.request.redirects = &cookies;
    const HttpResult result = user.send();
    QCOMPARE(text(result), QString());
    QCOMPARE(result.redirectHops, 1);
    QCOMPARE(result.sample.status, 200);
    const std::string &second = user.client.reply().body;
    QVERIFY(second.starts_with("GET /home?x=1 HTTP/1.1\r\n"));
    QVERIFY(second.find("X-Kept: yes\r\n") != second.npos && second.find("Cookie: s=1\r\n") != second.npos);
    QVERIFY(second.find("Content-") == second.npos && second.find("secret") == second.npos);
    QCOMPARE(cookies.seen, "/login > /home?x=1");
    QCOMPARE(server.connections(), 1);
    user.client.closeConnections();
  }

  void aRingOfRedirectsEndsAfterTen()
  {
    ScriptedServer server([](ScriptedPeer &peer) {
      while (!peer.request().empty()) peer.send("HTTP/1.1 307 Again\r\nLocation: /\r\nContent-Length: 0\r\n\r\n");
    });
    User user(server.port());
    user.request.followRedirects = true;
    const HttpResult result = user.send();
    QCOMPARE(result.redirectHops, 10);
    QCOMPARE(result.sample.status, 307);
    user.client.closeConnections();
  }

  void redirectTargetsAreResolved_data()
  {
    QTest::addColumn<QByteArray>("location");
    QTest::addColumn<QByteArray>("url");
    QTest::newRow("absolute") << QByteArray("https://Other/x#frag") << QByteArray("https://Other/x");
    QTest::newRow("scheme-relative") << QByteArray("//other:81/x") << QByteArray("http://other:81/x");
    QTest::newRow("path") << QByteArray("/x/../y/./z") << QByteArray("http://h:8080/y/z");
    QTest::newRow("relative") << QByteArray("x?q=/../") << QByteArray("http://h:8080/a/x?q=/../");
    QTest::newRow("up") << QByteArray("../../..") << QByteArray("http://h:8080/");
    QTest::newRow("query") << QByteArray("?q") << QByteArray("http://h:8080/a/b?q");
    QTest::newRow("space") << QByteArray("/a b") << QByteArray("http://h:8080/a%20b");
    QTest::newRow("colon in path") << QByteArray("/a:b") << QByteArray("http://h:8080/a:b");
    QTest::newRow("other scheme") << QByteArray("mailto:x@y") << QByteArray();
    QTest::newRow("no host") << QByteArray("http:///x") << QByteArray();
    QTest::newRow("bad port") << QByteArray("http://h:99999/") << QByteArray();
  }
  void redirectTargetsAreResolved()
  {
    QFETCH(QByteArray, location);
    QFETCH(QByteArray, url);
    const HttpPlace from{"http", "h", 8080, "/a/b?c"};
    QCOMPARE(QByteArray::fromStdString(redirectTarget(from, location.toStdString())), url);
  }

  void urlsAreSplit()
  {
    HttpPlace place;
    QVERIFY(HttpPlace::parse("HTTPS://user:pw@[::1]:8443/p?q#f", place));
    QCOMPARE(place.scheme, "https");
    QCOMPARE(place.host, "::1");
    QCOMPARE(place.port, 8443);
    QCOMPARE(place.target, "/p?q");
    QCOMPARE(place.authority(), "[::1]:8443");
    QVERIFY(HttpPlace::parse("http://h?q", place) && place.target == "?q" && place.port == 80);
    for (const char *bad : {"", "h/p", "ftp://h/", "http://", "http://:80/", "http://h:x/", "http://h:0/", "http://[::1/",
                            "http://h/\r\nX: y", "http://h/a b"})
      QVERIFY2(!HttpPlace::parse(bad, place), bad);
  }

  void aCutOffRequestEndsAtOnceAndSaysSo()
  {
    ScriptedServer server([](ScriptedPeer &peer) { peer.awaitEnd(); });
    User user(server.port());
    user.request.responseTimeout = user.request.connectTimeout = 3600 * oneSecond;
    user.reactor.post([&] { user.client.cancel(); });
    const HttpResult result = user.send();
    QVERIFY(result.cutOff);
    QCOMPARE(user.client.openConnections(), size_t(0));
  }

  void aCutOffLookUpEndsAtOnce()
  {
    User user(80);
    // A name server that takes the question and stays silent.
    const int fd = ::socket(AF_INET, SOCK_DGRAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    ::bind(fd, reinterpret_cast<sockaddr *>(&address), size);
    ::getsockname(fd, reinterpret_cast<sockaddr *>(&address), &size);
    user.network.resolver.useServers("127.0.0.1:" + std::to_string(ntohs(address.sin_port)));
    user.request.place.host = "some.example";
    user.request.connectTimeout = 3600 * oneSecond;
    user.reactor.post([&] { user.client.cancel(); });
    QVERIFY(user.send().cutOff);
    ::close(fd);
  }

  void aClientWorksOnAfterACutOff()
  {
    ScriptedServer server([](ScriptedPeer &peer) {
      if (peer.index() == 0) peer.awaitEnd();
      else answerAll(peer);
    });
    User user(server.port());
    user.reactor.post([&] { user.client.cancel(); });
    QVERIFY(user.send().cutOff);
    const HttpResult next = user.send();
    QCOMPARE(text(next), QString());
    QVERIFY(!next.cutOff);
    user.client.closeConnections();
  }

  void aNameWithSeveralAddressesIsTriedThrough()
  {
    // localhost is 127.0.0.1 and ::1; the server listens on the first only, and a refusal by both is a refusal.
    ScriptedServer server(answerAll);
    User user(server.port());
    user.request.place.host = "localhost";
    QCOMPARE(text(user.send()), QString());
    user.request.place.port = refusingPort();
    QVERIFY(user.send().sample.outcome == Outcome::Refused);
    user.client.closeConnections();
  }
};

QTEST_GUILESS_MAIN(tst_HttpClient)
#include "tst_httpclient.moc"
