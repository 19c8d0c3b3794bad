// HTTP options at run time: cookies, compressed answers, bound hosts, proxies, client certificates, values that are encoded.
#include "engine/io/listener.h"
#include "engine/io/stream.h"
#include "engine/io/task.h"
#include "engine/io/tlscontext.h"
#include "engine/protocol/http1request.h"
#include "tests/engine/instructionfixture.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/selfsigned.h"

#include <netinet/tcp.h>
#include <openssl/ssl.h>
#include <poll.h>
#include <zlib.h>

using namespace engine;

namespace {

/// A TLS server in a thread of its own that answers each request by its target; it asks for a client certificate.
class SecureServer
{
public:
  explicit SecureServer(bool wantsCertificate)
  {
    m_context.emplace(TlsContext::server(own.certificate, own.key));
    if (wantsCertificate)
      SSL_CTX_set_verify(m_context->handle(), SSL_VERIFY_PEER | SSL_VERIFY_FAIL_IF_NO_PEER_CERT, [](int, X509_STORE_CTX *) { return 1; });
    m_listener.listen(Address::loopback(0));
    port = m_listener.port();
    serve().detach();
    m_thread = std::thread([this] { m_reactor.run(); });
  }
  ~SecureServer()
  {
    m_reactor.post([this] {
      m_stream.close();
      m_listener.close();
      m_reactor.stop();
    });
    m_thread.join();
  }

  SelfSigned own;
  uint16_t port = 0;

private:
  Task<> serve()
  {
    for (;;) {
      const int fd = co_await m_listener.accept();
      if (fd < 0) co_return;
      m_stream.adopt(fd);
      const int64_t shaken = co_await m_stream.accept(*m_context);
      if (shaken > 0) co_await answerAll();
      m_stream.close();
    }
  }
  Task<> answerAll()
  {
    Http1Request request;
    std::array<char, 4096> bytes;
    for (;;) {
      const int64_t got = co_await m_stream.read(bytes.data(), bytes.size());
      if (got <= 0) co_return;
      request.feed({bytes.data(), size_t(got)});
      if (!request.isDone()) continue;
      const std::string answer = "HTTP/1.1 200 OK\r\nContent-Length: " + std::to_string(request.target.size()) + "\r\n\r\n" + request.target;
      const int64_t sent = co_await m_stream.write(answer);
      if (sent < 0) co_return;
      request.reset();
    }
  }

  Reactor m_reactor;
  std::optional<TlsContext> m_context;
  Listener m_listener{m_reactor};
  Stream m_stream{m_reactor};
  std::thread m_thread;
};

/// Passes bytes both ways until one side closes.
void relay(int a, uint16_t port)
{
  const int b = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  address.sin_port = htons(port);
  if (::connect(b, reinterpret_cast<sockaddr *>(&address), sizeof address) == 0) {
    pollfd both[2] = {{a, POLLIN, 0}, {b, POLLIN, 0}};
    for (bool goesOn = true; goesOn && ::poll(both, 2, 10'000) > 0;)
      for (int i = 0; i < 2 && goesOn; ++i) {
        if (!both[i].revents) continue;
        char bytes[4096];
        const ssize_t got = ::recv(both[i].fd, bytes, sizeof bytes, 0);
        goesOn = got > 0 && ::send(both[1 - i].fd, bytes, size_t(got), MSG_NOSIGNAL) == got;
      }
  }
  ::close(b);
}

std::string gzipped(const std::string &text)
{
  z_stream stream{};
  deflateInit2(&stream, 9, Z_DEFLATED, 31, 8, Z_DEFAULT_STRATEGY);
  std::string out(deflateBound(&stream, uLong(text.size())) + 64, '\0');
  stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(text.data()));
  stream.avail_in = uInt(text.size());
  stream.next_out = reinterpret_cast<Bytef *>(out.data());
  stream.avail_out = uInt(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

} // namespace

class HttpOptionsTest : public QObject
{
  Q_OBJECT

  /// A server whose answers `answer` gives by request target; keeps all requests.
  struct Site
  {
    explicit Site(std::function<std::string(const std::string &target)> given)
      : answer(std::move(given)), server([this](ScriptedPeer &peer) {
          for (std::string request; !(request = peer.request()).empty();) {
            {
              const std::scoped_lock lock(mutex);
              requests.push_back(request);
            }
            const size_t begin = request.find(' ') + 1;
            peer.send(answer(request.substr(begin, request.find(' ', begin) - begin)));
          }
        })
    {}
    std::string url(const std::string &path) const { return "http://127.0.0.1:" + std::to_string(server.port()) + path; }
    static std::string ok(const std::string &headers, const std::string &body = {}, const std::string &status = "200 OK")
    {
      return "HTTP/1.1 " + status + "\r\n" + headers + "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
    }
    std::string header(size_t request, std::string_view name) const { return std::string(headerValue(requests.at(request), name)); }

    std::function<std::string(const std::string &)> answer;
    std::vector<std::string> requests;
    std::mutex mutex;
    ScriptedServer server;
  };

  static std::shared_ptr<Witness> onePass(Steps steps, const Slots &names = Slots({}), Totals *totals = nullptr)
  {
    const auto witness = std::make_shared<Witness>();
    const Totals all = runToEnd(planWith(std::move(steps), names, {byCount(1, 1)}, witness, 3));
    if (totals) *totals = all;
    return witness;
  }

private slots:
  void cookiesOfAnswersAreSentBack()
  {
    for (const bool isWatched : {true, false}) { // debugged and under load alike
      Site site([](const std::string &target) { return Site::ok(target == "/login" ? "Set-Cookie: s=1; Path=/\r\nSet-Cookie: t=2; Path=/deep\r\n" : ""); });
      const Steps steps{{requestTo(site.url("/login"))}, {requestTo(site.url("/"))}, {requestTo(site.url("/deep/x"))}};
      runToEnd(planWith(steps, Slots({}), {byCount(1, 2)}, isWatched ? std::make_shared<Witness>() : nullptr));
      QCOMPARE(site.requests.size(), size_t(6));
      QCOMPARE(site.header(0, "Cookie"), std::string());
      QCOMPARE(site.header(1, "Cookie"), std::string("s=1"));
      QCOMPARE(site.header(2, "Cookie"), std::string("t=2; s=1"));
      QCOMPARE(site.header(3, "Cookie"), std::string("s=1")); // the next pass keeps them
    }
  }

  void aCookieSetOnTheWayOfARedirectCounts()
  {
    Site site([](const std::string &target) {
      return target == "/login" ? Site::ok("Set-Cookie: s=1; Path=/\r\nLocation: /home\r\n", {}, "302 Found") : Site::ok("Set-Cookie: u=2\r\n");
    });
    onePass({{requestTo(site.url("/login"))}, {requestTo(site.url("/next"))}});
    QCOMPARE(site.requests.size(), size_t(3));
    QCOMPARE(site.header(1, "Cookie"), std::string("s=1"));
    QCOMPARE(site.header(2, "Cookie"), std::string("s=1; u=2"));
  }

  void cookiesByHandAreTheOnlyOnes()
  {
    Site site([](const std::string &) { return Site::ok("Set-Cookie: s=1; Path=/\r\n"); });
    RequestStep byHand = requestTo(site.url("/2")), off = requestTo(site.url("/3"));
    byHand.request.headers = {{"Cookie", Template("mine=1")}};
    off.request.cookies = false;
    onePass({{requestTo(site.url("/1"))}, {byHand}, {off}});
    QCOMPARE(site.header(1, "Cookie"), std::string("mine=1"));
    QCOMPARE(site.header(2, "Cookie"), std::string());
  }

  void usersHaveJarsOfTheirOwn()
  {
    std::atomic<int> next{0};
    Site site([&](const std::string &target) {
      return Site::ok(target == "/login" ? "Set-Cookie: s=" + std::to_string(++next) + "; Path=/\r\n" : std::string());
    });
    const Steps steps{{RendezvousStep{0, 2, 0}}, {requestTo(site.url("/login"))}, {requestTo(site.url("/"))}};
    runToEnd(planWith(steps, Slots({}), {byCount(2, 2)}));
    std::set<std::string> seen;
    for (size_t i = 0; i < site.requests.size(); ++i) seen.insert(site.header(i, "Cookie"));
    QCOMPARE(seen, (std::set<std::string>{"", "s=1", "s=2"}));
  }

  void compressedAnswersAreUnpackedForChecksAndCountedAsTheyCame()
  {
    const std::string body = "{\"id\":7,\"fill\":\"" + std::string(10'000, 'x') + "\"}", packed = gzipped(body);
    Site site([&](const std::string &) { return Site::ok("Content-Encoding: gzip\r\n", packed); });
    RequestStep decoded = requestTo(site.url("/")), raw = requestTo(site.url("/"), 2);
    decoded.checkpoint.emplace();
    decoded.checkpoint->items.push_back({CheckItem::Json, CheckItem::Equal, "id", Template("7"), {}});
    raw.checkpoint = decoded.checkpoint;
    raw.request.decode = false;
    Totals totals;
    const auto witness = onePass({{decoded}, {raw}}, Slots({}), &totals);
    QCOMPARE(totals.items[1].successes, uint64_t(1));
    QCOMPARE(totals.items[2].successes, uint64_t(0));
    QVERIFY(totals.items[1].receivedBytes < packed.size() + 200);
    QCOMPARE(witness->seen[0].body, body);
  }

  void aHundredMegabytesAreCountedAndNotKept()
  {
    Target target;
    RequestStep request = target.get("/bytes/100000000");
    request.checkpoint.emplace();
    request.checkpoint->items.push_back({CheckItem::Body, CheckItem::Contains, "", Template("xxx"), {}});
    Totals totals;
    const auto witness = onePass({{request}}, Slots({}), &totals);
    QCOMPARE(totals.successes, uint64_t(1));
    QVERIFY(totals.items[1].receivedBytes > 100'000'000);
    QVERIFY(witness->seen[0].isCut);
    QVERIFY(witness->seen[0].body.size() <= 1'000'000);
  }

  void aBoundHostNeedsNoName()
  {
    Site site([](const std::string &) { return Site::ok(""); });
    RequestStep request = requestTo("http://shop.invalid:" + std::to_string(site.server.port()) + "/");
    Totals totals;
    onePass({{request}}, Slots({}), &totals);
    QCOMPARE(totals.successes, uint64_t(0));
    request.request.hosts = std::make_shared<const std::vector<HostBinding>>(std::vector<HostBinding>{{"Shop.Invalid", {"127.0.0.1"}}});
    onePass({{request}}, Slots({}), &totals);
    QCOMPARE(totals.successes, uint64_t(1));
    QCOMPARE(site.header(0, "Host"), "shop.invalid:" + std::to_string(site.server.port()));
  }

  void aNewConnectionIsOpenedWhereAskedFor()
  {
    Site site([](const std::string &) { return Site::ok(""); });
    RequestStep fresh = requestTo(site.url("/"));
    fresh.request.newConnection = true;
    onePass({{fresh}, {fresh}, {fresh}});
    QCOMPARE(site.server.connections(), 3);
  }

  void aProxyIsToldTheWholeAddress()
  {
    Site proxy([](const std::string &) { return Site::ok(""); });
    RequestStep request = requestTo("http://shop.invalid/a?b=1");
    request.request.proxy = std::make_shared<const Proxy>(Proxy{"127.0.0.1", proxy.server.port(), "Basic dTpw"});
    Totals totals;
    onePass({{request}}, Slots({}), &totals);
    QCOMPARE(totals.successes, uint64_t(1));
    QVERIFY2(proxy.requests[0].starts_with("GET http://shop.invalid/a?b=1 HTTP/1.1\r\n"), proxy.requests[0].c_str());
    QCOMPARE(proxy.header(0, "Host"), std::string("shop.invalid"));
    QCOMPARE(proxy.header(0, "Proxy-Authorization"), std::string("Basic dTpw"));
  }

  void httpsGoesThroughAProxyByConnect()
  {
    SecureServer server(false);
    std::string asked;
    ScriptedServer proxy([&](ScriptedPeer &peer) {
      asked = peer.request();
      if (asked.empty()) return;
      peer.send("HTTP/1.1 200 Connection established\r\n\r\n");
      relay(peer.descriptor(), server.port);
    });
    RequestStep request = requestTo("https://shop.invalid/secret");
    request.request.proxy = std::make_shared<const Proxy>(Proxy{"127.0.0.1", proxy.port(), ""});
    Totals totals;
    const auto witness = onePass({{request}, {request}}, Slots({}), &totals);
    QCOMPARE(totals.successes, uint64_t(2));
    QCOMPARE(proxy.connections(), 1);
    QVERIFY2(asked.starts_with("CONNECT shop.invalid:443 HTTP/1.1\r\nHost: shop.invalid:443\r\n"), asked.c_str());
    QCOMPARE(witness->seen[0].body, std::string("/secret"));
  }

  void aProxyThatRefusesIsNamed()
  {
    ScriptedServer proxy([](ScriptedPeer &peer) {
      if (!peer.request().empty()) peer.reply("", "403 Forbidden");
    });
    RequestStep request = requestTo("https://shop.invalid/");
    request.request.proxy = std::make_shared<const Proxy>(Proxy{"127.0.0.1", proxy.port(), ""});
    const auto witness = onePass({{request}});
    QCOMPARE(witness->seen[0].error, std::string("The proxy 127.0.0.1 refused to connect to shop.invalid (status 403)."));
  }

  void aClientCertificateIsShown()
  {
    SecureServer server(true);
    RequestStep request = requestTo("https://127.0.0.1:" + std::to_string(server.port) + "/in");
    Totals totals;
    onePass({{request}}, Slots({}), &totals);
    QCOMPARE(totals.successes, uint64_t(0));
    const SelfSigned client;
    request.request.certificate = std::make_shared<const ClientCertificate>(ClientCertificate{client.certificate, client.key, ""});
    const auto witness = onePass({{request}}, Slots({}), &totals);
    QVERIFY2(totals.successes == 1, witness->seen[0].error.c_str());
    request.request.verifyTls = true; // nobody vouches for the server
    onePass({{request}}, Slots({}), &totals);
    QCOMPARE(totals.successes, uint64_t(0));
  }

  void valuesInAQueryAreEncodedWhenTheyAreKnown()
  {
    Site site([](const std::string &) { return Site::ok(""); });
    const Slots names({"v"});
    const DataStep set{{{0, Template("a b&c=ü/"), false, {}}}};
    RequestStep request = requestTo("");
    request.request.url = Template(site.url("/?q="));
    request.request.url.append(names.text("${v} x").percentEncoded());
    onePass({{set}, {request}}, names);
    QVERIFY2(site.requests[0].starts_with("GET /?q=a%20b%26c%3D%C3%BC%2F%20x HTTP/1.1\r\n"), site.requests[0].c_str());
  }

  void aValueCannotBecomeAHeaderOfItsOwn()
  {
    Site site([](const std::string &) { return Site::ok(""); });
    const Slots names({"v"});
    const DataStep set{{{0, Template("1\r\nX-Evil: 2"), false, {}}}};
    RequestStep request = requestTo(site.url("/"));
    request.request.headers = {{"X-A", names.text("${v}")}};
    onePass({{set}, {request}}, names);
    QCOMPARE(site.header(0, "X-A"), std::string("1  X-Evil: 2"));
    QCOMPARE(site.header(0, "X-Evil"), std::string());
  }

  void anObserverSeesTimesExtractionsAndChecks()
  {
    Target target;
    const Slots names({"id"});
    RequestStep request = target.get("/json");
    request.request.headers = {{"X-Mine", Template("1")}};
    request.extractions.push_back({Extraction::JsonValue, 0, "id", "", "$.id", "", 1, 1, std::nullopt});
    request.checkpoint.emplace();
    request.checkpoint->items.push_back({CheckItem::Status, CheckItem::Equal, "", Template("2xx"), {}});
    request.checkpoint->items.push_back({CheckItem::JsonPath, CheckItem::Equal, "$.nested.items[?@.count>3].sku", Template("A-1"), {}});
    const auto witness = onePass({{request}}, names);
    QCOMPARE(witness->seen.size(), size_t(1));
    const ObservedExchange &seen = witness->seen[0];
    QVERIFY(seen.sent.starts_with("GET /json HTTP/1.1\r\n"));
    QVERIFY(seen.sent.find("X-Mine: 1\r\n") != std::string::npos);
    QVERIFY(seen.head.starts_with("HTTP/1.1 200 OK\r\n"));
    QCOMPARE(seen.extracted, (std::vector<std::pair<std::string, std::string>>{{"id", "42"}}));
    QCOMPARE(seen.checks.size(), size_t(2));
    QVERIFY(seen.checks[0].passed);
    QCOMPARE(seen.checks[1].what, std::string("jsonpath $.nested.items[?@.count>3].sku =="));
    QCOMPARE(seen.checks[1].actual, std::string("B-2"));
    QVERIFY(!seen.checks[1].passed);
    QVERIFY(!seen.succeeded);
    QVERIFY(seen.connect > 0 && seen.firstByte > 0);
    QVERIFY(seen.responseTime >= seen.connect + seen.firstByte);
  }
};

QTEST_GUILESS_MAIN(HttpOptionsTest)
#include "tst_httpoptions.moc"
