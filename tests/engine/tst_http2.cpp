#include "engine/protocol/http2session.h"
#include "engine/protocol/httpclient.h"
#include "tests/engine/http2frames.h"
#include "tests/servers/realserver.h"
#include "tests/support/runtask.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/selfsigned.h"

#include <QTest>

#include <functional>
#include <nghttp2/nghttp2.h>

using namespace engine;
using namespace http2;
using namespace std::string_literals;
using namespace std::string_view_literals;

namespace {

/// What one GET comes to when the server says this.
std::string outline(std::string_view bytes, size_t cut)
{
  Http2Session session;
  Http2Call call;
  HttpReply reply;
  call.method = "GET";
  call.scheme = "http";
  call.authority = "host";
  call.target = "/";
  call.reply = &reply;
  call.keepHead = call.keepBody = true;
  session.submit(call);
  while (!session.out().empty()) {}
  const std::string first(bytes.substr(0, cut)), second(bytes.substr(cut));
  for (std::string_view part : {std::string_view(first), std::string_view(second)}) {
    session.feed(part);
    while (!session.out().empty()) {}
  }
  std::string out = call.isDone ? "done" : "waiting";
  if (call.isUnprocessed) out += " unprocessed";
  if (call.isBroken) out += " broken";
  if (session.isOver()) out += " over";
  out += " " + call.problem + "|" + reply.head + "|" + reply.body;
  if (!call.isDone) session.forget(call);
  return out;
}

QString atEveryCut(std::string_view bytes)
{
  const std::string whole = outline(bytes, bytes.size());
  for (size_t cut = 0; cut < bytes.size(); ++cut) {
    const std::string other = outline(bytes, cut);
    if (other != whole) return QStringLiteral("cut at %1: %2").arg(cut).arg(QString::fromStdString(other));
  }
  return QString::fromStdString(whole).replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
}

struct User
{
  Reactor reactor;
  Network network{reactor};
  HttpClient client{network};
  OutgoingRequest request;

  explicit User(uint16_t port, std::string_view scheme = "http")
  {
    request.place = {scheme, "127.0.0.1", port, "/"};
    request.http2 = request.keepHead = request.keepBody = true;
  }
  HttpResult get(std::string_view target)
  {
    request.place.target = target;
    return send();
  }
  HttpResult send() { return runTask(reactor, client.send(request)); }
};

QString text(const HttpResult &result) { return QString::fromStdString(result.error); }

/// Reads the connection preface, then plays the bytes.
ScriptedServer::Script saying(std::string bytes, bool stays = true)
{
  return [bytes = std::move(bytes), stays](ScriptedPeer &peer) {
    peer.request(); // "PRI * HTTP/2.0\r\n\r\n"
    peer.send(bytes);
    if (!stays) ::shutdown(peer.descriptor(), SHUT_WR);
    peer.awaitEnd();
  };
}

struct Nghttpd : RealServer
{
  explicit Nghttpd(bool tls, std::vector<std::string> more = {}) : RealServer("nghttpd", arguments(tls, std::move(more)), files()) {}
  static std::vector<std::string> arguments(bool tls, std::vector<std::string> more)
  {
    std::vector<std::string> all{"-a", "127.0.0.1", "-d", "@DIR@", "--echo-upload"};
    if (!tls) all.push_back("--no-tls");
    all.insert(all.end(), more.begin(), more.end());
    all.push_back("@PORT@");
    if (tls) all.insert(all.end(), {"@DIR@/key.pem", "@DIR@/cert.pem"});
    return all;
  }
  static std::vector<std::pair<std::string, std::string>> files()
  {
    const SelfSigned pair;
    return {{"key.pem", pair.key}, {"cert.pem", pair.certificate}, {"page.txt", "a page"}, {"big", std::string(3'000'000, 'b')}};
  }
};

struct NginxH2 : RealServer
{
  explicit NginxH2(const std::string &listen = "ssl http2")
    : RealServer("nginx", {"-p", "@DIR@", "-e", "@DIR@/error.log", "-c", "@DIR@/nginx.conf"}, files(listen))
  {
  }
  static std::vector<std::pair<std::string, std::string>> files(const std::string &listen)
  {
    const SelfSigned pair;
    return {{"key.pem", pair.key},
            {"cert.pem", pair.certificate},
            {"page.txt", "a page"},
            {"nginx.conf", "user root;\nworker_processes 1;\npid @DIR@/nginx.pid;\nerror_log @DIR@/error.log;\ndaemon off;\nevents { worker_connections 256; }\n"
                           "http { access_log @DIR@/access.log; server { listen 127.0.0.1:@PORT@ " + listen + ";\n"
                           "ssl_certificate @DIR@/cert.pem; ssl_certificate_key @DIR@/key.pem; root @DIR@; keepalive_requests 3;\n"
                           "location /moved { add_header Set-Cookie kept=yes always; return 302 /page.txt; }\n"
                           "location /post { proxy_pass http://127.0.0.1:1; } location /none { return 204; } } }\n"}};
  }
};

} // namespace

class tst_Http2 : public QObject
{
  Q_OBJECT

private slots:
  void repliesComeWholeHoweverTheyAreCut()
  {
    QCOMPARE(atEveryCut(settings + headers(1, false, "\x40\x04kept\x03yes"sv) + data(1, "hello ", false) + data(1, "you")),
             QStringLiteral("done |HTTP/2 200\nkept: yes\n\n|hello you"));
    QCOMPARE(atEveryCut(settings + headers(1, true)), QStringLiteral("done |HTTP/2 200\n\n|"));
    // an interim reply before, trailers after, a header block in two frames
    QCOMPARE(atEveryCut(settings + frame(1, 4, 1, "\x08\x03" "103"sv) + frame(1, 0, 1, "\x88"sv) + frame(9, 4, 1, "\x40\x01" "a\x01" "b"sv) + data(1, "x", false)
                        + frame(1, 5, 1, "\x40\x01" "t\x01" "u"sv)),
             QStringLiteral("done |HTTP/2 200\na: b\n\n|x"));
    QCOMPARE(atEveryCut(settings + headers(1, false) + data(1, "half", false)), QStringLiteral("waiting |HTTP/2 200\n\n|half"));
  }

  void goodbyesAndResetsAreToldApart()
  {
    QVERIFY(atEveryCut(settings + goAway(0)).startsWith(QStringLiteral("done unprocessed over ")));
    QCOMPARE(atEveryCut(settings + goAway(1) + headers(1, true)), QStringLiteral("done over |HTTP/2 200\n\n|"));
    QCOMPARE(atEveryCut(settings + reset(1, 7)), QStringLiteral("done unprocessed it reset the request (REFUSED_STREAM)||"));
    QCOMPARE(atEveryCut(settings + headers(1, false) + reset(1, 2)), QStringLiteral("done it reset the request (INTERNAL_ERROR)|HTTP/2 200\n\n|"));
  }

  void whatIsNoHttp2IsNamed()
  {
    QCOMPARE(atEveryCut("HTTP/1.1 400 Bad Request\r\n\r\n"), QStringLiteral("done broken over it speaks HTTP/1 and not HTTP/2||"));
    const QString garbage = atEveryCut("SSH-2.0-OpenSSH_9.2\r\n");
    QVERIFY2(garbage.startsWith(QStringLiteral("done broken over it breaks the rules of HTTP/2 (")), qPrintable(garbage));
    const QString large = atEveryCut(settings + "\xff\xff\xff\x00\x00\x00\x00\x00\x01"s + std::string(20, 'x')); // a frame of 16 MB
    QVERIFY2(large.startsWith(QStringLiteral("done broken over it breaks the rules of HTTP/2 (")), qPrintable(large));
    const QString noStatus = atEveryCut(settings + frame(1, 5, 1, "\x40\x01" "a\x01" "b"sv));
    QVERIFY2(noStatus.startsWith(QStringLiteral("done broken it breaks the rules of HTTP/2 (")), qPrintable(noStatus));
  }

  void headersThatNeverEndAreCutOff()
  {
    std::string never = settings + frame(1, 0, 1, "\x88"sv);
    for (int i = 0; i < 100; ++i) never += frame(9, 0, 1, "\x40\x01" "a\x01" "b"sv);
    const QString result = QString::fromStdString(outline(never, never.size()));
    QVERIFY2(result.startsWith(QStringLiteral("done broken over ")), qPrintable(result));
    // One entry of the table said again and again: a few bytes on the way, many in memory.
    std::string bomb = "\x88\x40\x01" "a\x7f\x81\x1e"s + std::string(3968, 'x');
    bomb += std::string(100, '\xbe');
    const QString bombed = QString::fromStdString(outline(settings + frame(1, 5, 1, bomb), 0));
    QVERIFY2(bombed.startsWith(QStringLiteral("done broken its headers are too long")), qPrintable(bombed.left(200)));
  }

  void serversAreAskedByPriorKnowledgeAndByAlpn_data()
  {
    QTest::addColumn<bool>("tls");
    QTest::newRow("h2c") << false;
    QTest::newRow("h2") << true;
  }
  void serversAreAskedByPriorKnowledgeAndByAlpn()
  {
    QFETCH(bool, tls);
    Nghttpd server(tls);
    QVERIFY2(server.isUp(), server.problem());
    User user(server.port(), tls ? "https" : "http");
    user.request.headers = "X-Test: yes\r\nConnection: keep-alive\r\nTE: gzip\r\n";
    for (int turn = 0; turn < 3; ++turn) {
      const HttpResult result = user.get("/page.txt");
      QCOMPARE(text(result), QString());
      QCOMPARE(result.sample.status, 200);
      QCOMPARE(QByteArray::fromStdString(user.client.reply().body), QByteArray("a page"));
      QVERIFY(QByteArray::fromStdString(user.client.reply().head).startsWith("HTTP/2 200\r\n"));
      QCOMPARE(result.timing.connect > 0, turn == 0); // then it is kept
      QCOMPARE(result.timing.tls > 0, tls && turn == 0);
      QVERIFY(result.timing.firstByte > 0 && result.sample.sentBytes > 20 && result.sample.receivedBytes > 15);
      QCOMPARE(result.sends, 1);
    }
    QCOMPARE(user.get("/nowhere").sample.status, 404);
    user.request.method = "HEAD";
    const HttpResult head = user.get("/big");
    QVERIFY(head.sample.status == 200 && user.client.reply().body.empty() && head.error.empty());
    QCOMPARE(user.client.openConnections(), size_t(1));
  }

  void largeBodiesGoThroughFlowControlBothWays()
  {
    Nghttpd server(false, {"-w", "14", "-W", "14"}); // windows of 16 KB
    QVERIFY2(server.isUp(), server.problem());
    User user(server.port());
    QCOMPARE(text(user.get("/big")), QString());
    QCOMPARE(user.client.reply().body.size(), size_t(3'000'000));
    std::string body(1'000'000, 'u');
    for (size_t i = 0; i < body.size(); ++i) body[i] = char('a' + i % 23);
    user.request.method = "POST";
    user.request.body = body;
    const HttpResult result = user.get("/echo");
    QCOMPARE(text(result), QString());
    QVERIFY(user.client.reply().body == body);
    QVERIFY(result.sample.sentBytes > body.size() && result.sample.receivedBytes > body.size());
  }

  void linesBecomeFields()
  {
    const auto outline = [](std::string_view method, std::string_view headers, std::string_view body) {
      Http2Fields fields;
      fields.set(method, "https", "here:8443", "a?b", headers, body);
      std::string out;
      for (const auto &[name, value] : fields.all()) out.append(name).append("=").append(value).append(" ");
      return QString::fromStdString(out);
    };
    QCOMPARE(outline("GET", {}, {}), QStringLiteral(":method=GET :scheme=https :authority=here:8443 :path=/a?b "));
    QCOMPARE(outline("POST", "X-One: 1\r\nHost: there\r\nConnection: close\r\nTE:trailers\r\nte: gzip\r\nno colon\r\n: none\r\nX-Two:\t2 ", "body"),
             QStringLiteral(":method=POST :scheme=https :authority=there :path=/a?b x-one=1 te=trailers x-two=2 content-length=4 "));
    QCOMPARE(outline("PUT", "Content-Length: 0\r\n", {}),
             QStringLiteral(":method=PUT :scheme=https :authority=here:8443 :path=/a?b content-length=0 "));
  }

  void aRequestMadeForTheWireIsTakenApart()
  {
    Nghttpd server(false);
    QVERIFY2(server.isUp(), server.problem());
    User user(server.port());
    user.request.wire = "POST /echo HTTP/2\r\nHost: other\r\nContent-Type: text/plain\r\nContent-Length: 5\r\n\r\nhello";
    user.request.method = "POST";
    QCOMPARE(text(user.get("/echo")), QString());
    QCOMPARE(QByteArray::fromStdString(user.client.reply().body), QByteArray("hello"));

    Http2Fields fields; // split once for all its sends
    fields.set("POST", "http", {}, "/echo", "Host: other\r\nContent-Length: 5\r\n", "again");
    user.request.fields = &fields;
    for (int i = 0; i < 3; ++i) {
      QCOMPARE(text(user.send()), QString());
      QCOMPARE(QByteArray::fromStdString(user.client.reply().body), QByteArray("again"));
    }
  }

  void nginxSpeaksItAndRedirects()
  {
    NginxH2 server;
    QVERIFY2(server.isUp(), server.problem());
    User user(server.port(), "https");
    user.request.followRedirects = true;
    const HttpResult moved = user.get("/moved");
    QCOMPARE(text(moved), QString());
    QVERIFY(moved.sample.status == 200 && moved.redirectHops == 1 && moved.sends == 2);
    QCOMPARE(QByteArray::fromStdString(user.client.reply().body), QByteArray("a page"));
    user.request.followRedirects = false;
    QCOMPARE(user.get("/moved").sample.status, 302);
    QCOMPARE(QByteArray::fromStdString(user.client.reply().setCookies), QByteArray("kept=yes\n"));
    // It says goodbye after three requests on a connection: nobody notices.
    for (int turn = 0; turn < 10; ++turn) {
      const HttpResult result = user.get("/none");
      QCOMPARE(text(result), QString());
      QCOMPARE(result.sample.status, 204);
    }
    server.end();
    const std::string log = server.folder().read("access.log");
    QCOMPARE(size_t(std::ranges::count(log, '\n')), size_t(13));
    QVERIFY(log.find("HTTP/1") == std::string::npos);
  }

  void aServerOfHttp1IsNoSilentFallBack()
  {
    NginxH2 tls("ssl"), plain("");
    QVERIFY2(tls.isUp() && plain.isUp(), tls.problem());
    for (User *user : {new User(tls.port(), "https"), new User(plain.port())}) {
      const std::unique_ptr<User> owner(user);
      const HttpResult result = user->get("/page.txt");
      QVERIFY(result.sample.outcome == Outcome::Parsed && result.sample.side == Side::Server && result.sample.status == 0);
      QVERIFY2(text(result).endsWith(user->request.place.isTls() ? QStringLiteral("could not be understood: it chose http/1.1 and not HTTP/2.")
                                                                 : QStringLiteral("could not be understood: it speaks HTTP/1 and not HTTP/2.")),
               result.error.c_str());
    }
  }

  void whatTheServerHasNotBegunIsSentAgain()
  {
    std::atomic<int> connections = 0;
    for (const std::string &no : {goAway(0), reset(1, 7)}) {
      connections = 0;
      ScriptedServer server([&](ScriptedPeer &peer) {
        peer.request();
        peer.send(settings + (connections++ == 0 ? no : headers(1, false) + data(1, "at last")));
        peer.awaitEnd();
      });
      User user(server.port());
      user.request.method = "POST"; // what may not be repeated otherwise
      user.request.body = "once";
      const HttpResult result = user.send();
      QCOMPARE(text(result), QString());
      QVERIFY(result.retried == 1 && result.sends == 2);
      QCOMPARE(QByteArray::fromStdString(user.client.reply().body), QByteArray("at last"));
    }
  }

  void badServersFailTheRequestAndNotTheNext_data()
  {
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<bool>("stays");
    QTest::addColumn<int>("outcome");
    QTest::addColumn<QString>("end");
    const auto row = [](const char *name, const std::string &answer, bool stays, Outcome outcome, const char *end) {
      QTest::newRow(name) << QByteArray(answer.data(), qsizetype(answer.size())) << stays << int(outcome) << QString::fromLatin1(end);
    };
    row("closes", "", false, Outcome::Others, "closed the connection without an answer.");
    row("says nothing", "", true, Outcome::Timeout, "within 0.15 s.");
    row("stalls within the body", settings + headers(1, false) + data(1, "half", false), true, Outcome::Timeout, "within 0.15 s.");
    row("only pings", settings + frame(6, 0, 0, "12345678"), true, Outcome::Timeout, "within 0.15 s.");
    row("closes within the body", settings + headers(1, false) + data(1, "half", false), false, Outcome::Others, "closed the connection without an answer.");
    row("resets the stream", settings + reset(1, 2), true, Outcome::Others, "gave the request up: it reset the request (INTERNAL_ERROR).");
    row("refuses always", settings + reset(1, 7), true, Outcome::Others, "gave the request up: it reset the request (REFUSED_STREAM).");
    row("garbage", std::string(100, '\xff'), true, Outcome::Parsed, ").");
    row("HTTP/1", "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", true, Outcome::Parsed, "it speaks HTTP/1 and not HTTP/2.");
    row("data before headers", settings + data(1, "x"), true, Outcome::Parsed, ").");
  }
  void badServersFailTheRequestAndNotTheNext()
  {
    QFETCH(QByteArray, answer);
    QFETCH(bool, stays);
    QFETCH(int, outcome);
    QFETCH(QString, end);
    std::atomic<bool> isGood = false;
    ScriptedServer server([&, bytes = answer.toStdString(), stays](ScriptedPeer &peer) {
      if (isGood) saying(settings + headers(1, true))(peer);
      else saying(bytes, stays)(peer);
    });
    User user(server.port());
    user.request.responseTimeout = 150 * oneMs;
    const HttpResult result = user.send();
    QVERIFY2(text(result).endsWith(end), result.error.c_str());
    QCOMPARE(int(result.sample.outcome), outcome);
    QCOMPARE(user.client.openConnections(), size_t(0));
    isGood = true;
    QCOMPARE(text(user.send()), QString());
  }

  void aResetIsTold()
  {
    ScriptedServer server([](ScriptedPeer &peer) {
      peer.request();
      peer.reset();
    });
    User user(server.port());
    const HttpResult result = user.send();
    QVERIFY(result.sample.outcome == Outcome::Others && result.sample.side == Side::Network);
  }

  void aRequestCanBeCutOff()
  {
    ScriptedServer server(saying(settings));
    User user(server.port());
    const HttpResult result = runTask(user.reactor, [](User &u) -> Task<HttpResult> {
      auto cutter = [](User &v) -> Task<> {
        co_await v.reactor.sleepUntil(v.reactor.readClock() + 30 * oneMs);
        v.client.cancel();
      };
      cutter(u).detach();
      co_return co_await u.client.send(u.request);
    }(user));
    QVERIFY(result.cutOff);
    QCOMPARE(user.client.openConnections(), size_t(0));
  }

  void clientsShareConnectionsWhenTheRequestSaysSo()
  {
    Nghttpd server(false);
    QVERIFY2(server.isUp(), server.problem());
    Reactor reactor;
    Network network{reactor};
    std::vector<std::unique_ptr<HttpClient>> clients;
    OutgoingRequest request;
    request.place = {"http", "127.0.0.1", server.port(), "/page.txt"};
    request.http2 = request.keepBody = true;
    request.sharedStreams = 4;
    for (int i = 0; i < 10; ++i) clients.push_back(std::make_unique<HttpClient>(network));
    int answered = 0, opened = 0;
    for (int round = 0; round < 3; ++round)
      runTask(reactor, [](auto &all, const OutgoingRequest &r, Reactor &loop, int &good, int &connects) -> Task<> {
        size_t running = all.size();
        Sleeper done(loop);
        for (auto &each : all) {
          auto one = [](HttpClient &client, const OutgoingRequest &req, int &ok, int &conn, size_t &left, Sleeper &end) -> Task<> {
            const HttpResult result = co_await client.send(req);
            ok += result.error.empty() && client.reply().body == "a page";
            conn += result.timing.connect > 0;
            if (--left == 0) end.cancel();
          };
          one(*each, r, good, connects, running, done).detach();
        }
        if (running > 0) co_await done.until(loop.readClock() + 10'000 * oneMs);
      }(clients, request, reactor, answered, opened));
    QCOMPARE(answered, 30);
    QCOMPARE(opened, 3); // 10 at a time, 4 on each; and kept
    QCOMPARE(clients.front()->openConnections(), size_t(0));
  }

  void oneWhoGivesUpLeavesTheOthersTheirConnection()
  {
    // The first request on the connection is never answered, the second is.
    ScriptedServer server([](ScriptedPeer &peer) {
      peer.request();
      peer.send(settings + headers(3, false) + data(3, "yours"));
      peer.awaitEnd();
    });
    Reactor reactor;
    Network network{reactor};
    HttpClient first(network), second(network);
    OutgoingRequest request;
    request.place = {"http", "127.0.0.1", server.port(), "/"};
    request.http2 = request.keepBody = true;
    request.sharedStreams = 10;
    OutgoingRequest impatient = request;
    impatient.responseTimeout = 100 * oneMs;
    const auto [one, two] = runTask(reactor, [](HttpClient &a, HttpClient &b, const OutgoingRequest &hasty, const OutgoingRequest &calm,
                                                Reactor &loop) -> Task<std::pair<HttpResult, HttpResult>> {
      std::optional<HttpResult> early;
      Sleeper done(loop);
      auto other = [](HttpClient &client, const OutgoingRequest &r, std::optional<HttpResult> &out, Sleeper &end) -> Task<> {
        out = co_await client.send(r);
        end.cancel();
      };
      other(a, hasty, early, done).detach();
      HttpResult later = co_await b.send(calm);
      if (!early) co_await done.until(loop.readClock() + 10'000 * oneMs);
      co_return std::pair(std::move(*early), std::move(later));
    }(first, second, impatient, request, reactor));
    QVERIFY2(one.sample.outcome == Outcome::Timeout, one.error.c_str());
    QCOMPARE(text(two), QString());
    QCOMPARE(server.connections(), 1);
  }

  void allWhoShareALostConnectionAreToldOrGoOn()
  {
    std::atomic<int> connections = 0;
    ScriptedServer server([&](ScriptedPeer &peer) {
      peer.request();
      if (connections++ == 0) return peer.send(settings + headers(1, true) + goAway(1)); // the third stream was not begun
      peer.send(settings + headers(1, true));
      peer.awaitEnd();
    });
    Reactor reactor;
    Network network{reactor};
    HttpClient first(network), second(network);
    OutgoingRequest request;
    request.place = {"http", "127.0.0.1", server.port(), "/"};
    request.http2 = true;
    request.sharedStreams = 10;
    const bool bothAnswered = runTask(reactor, [](HttpClient &a, HttpClient &b, const OutgoingRequest &r, Reactor &loop) -> Task<bool> {
      std::optional<HttpResult> one;
      Sleeper done(loop);
      auto other = [](HttpClient &client, const OutgoingRequest &req, std::optional<HttpResult> &out, Sleeper &end) -> Task<> {
        out = co_await client.send(req);
        end.cancel();
      };
      other(a, r, one, done).detach();
      const HttpResult two = co_await b.send(r);
      if (!one) co_await done.until(loop.readClock() + 10'000 * oneMs);
      co_return one->error.empty() && two.error.empty();
    }(first, second, request, reactor));
    QVERIFY(bothAnswered);
    QCOMPARE(server.connections(), 2);
  }

  void bothVersionsHaveTheirOwnConnections()
  {
    NginxH2 server;
    QVERIFY2(server.isUp(), server.problem());
    User user(server.port(), "https");
    QCOMPARE(text(user.get("/page.txt")), QString());
    user.request.http2 = false;
    QCOMPARE(text(user.get("/page.txt")), QString());
    QVERIFY(QByteArray::fromStdString(user.client.reply().head).startsWith("HTTP/1.1 200"));
    QCOMPARE(user.client.openConnections(), size_t(2));
  }
};

QTEST_GUILESS_MAIN(tst_Http2)
#include "tst_http2.moc"
