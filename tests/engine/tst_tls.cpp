#include "engine/io/listener.h"
#include "engine/protocol/httpclient.h"
#include "engine/protocol/http1request.h"
#include "tests/support/runtask.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/selfsigned.h"

#include <QTemporaryFile>
#include <QTest>

#include <array>

using namespace engine;

namespace {

/// A server of the engine's own streams, on the client's reactor: accepts one connection and answers its requests.
struct TlsServer
{
  explicit TlsServer(Reactor &r) : reactor(r), listener(r), stream(r), context(TlsContext::server(own.certificate, own.key))
  {
    const std::array<std::string_view, 1> protocols{"http/1.1"};
    context.acceptProtocols(protocols);
    listener.listen(Address::loopback(0));
    serve().detach();
  }
  ~TlsServer() { stream.close(); }

  Task<> serve()
  {
    for (;;) {
      const int fd = co_await listener.accept();
      if (fd < 0) co_return;
      stream.adopt(fd);
      const int64_t shaken = co_await stream.accept(context);
      if (shaken < 0) {
        stream.close();
        continue;
      }
      ++handshakes;
      co_await answerAll();
      stream.close();
    }
  }
  Task<> answerAll()
  {
    Http1Request request;
    std::array<char, 4096> bytes;
    for (;;) {
      const int64_t got = co_await stream.read(bytes.data(), bytes.size());
      if (got <= 0) co_return;
      request.feed({bytes.data(), size_t(got)});
      if (!request.isDone()) continue;
      const std::string body = request.body.empty() ? large : request.body;
      const std::string head = "HTTP/1.1 200 OK\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n";
      const int64_t sent = co_await stream.write(head + body);
      if (sent < 0) co_return;
      request.reset();
    }
  }

  Reactor &reactor;
  SelfSigned own;
  Listener listener;
  Stream stream;
  TlsContext context;
  std::string large = std::string(300'000, 't');
  int handshakes = 0;
};

struct TlsVisit
{
  Reactor reactor;
  TlsServer server{reactor};
  Network network{reactor};
  HttpClient client{network};
  OutgoingRequest request;

  TlsVisit()
  {
    request.place = {"https", "localhost", server.listener.port(), "/"};
    request.keepBody = true;
  }
  HttpResult send() { return runTask(reactor, client.send(request)); }
  ~TlsVisit()
  {
    client.closeConnections();
    auto end = [](TlsVisit &visit) -> Task<> {
      visit.server.listener.close();
      visit.server.stream.cancel();
      co_await visit.reactor.sleepUntil(nowNs() + oneMs);
      visit.reactor.stop();
    };
    end(*this).detach();
    reactor.run();
  }
};

QString text(const HttpResult &result) { return QString::fromStdString(result.error); }

} // namespace

class tst_Tls : public QObject
{
  Q_OBJECT

private slots:
  void largeBodiesGoThroughBothWaysOnOneKeptConnection()
  {
    TlsVisit visit;
    const HttpResult first = visit.send();
    QCOMPARE(text(first), QString());
    QVERIFY(first.timing.tls > 0);
    QCOMPARE(visit.client.reply().body, visit.server.large);
    const std::string body(500'000, 'u');
    visit.request.method = "POST";
    visit.request.body = body;
    const HttpResult second = visit.send();
    QCOMPARE(text(second), QString());
    QCOMPARE(second.timing.tls, int64_t(0));
    QCOMPARE(visit.client.reply().body, body);
    QCOMPARE(visit.server.handshakes, 1);
  }

  void anUntrustedCertificateIsRefusedWhenVerified()
  {
    TlsVisit visit;
    visit.request.verifyTls = true;
    const HttpResult result = visit.send();
    QVERIFY(result.sample.outcome == Outcome::Others && result.sample.side == Side::Network);
    QVERIFY2(text(result).contains(u"the certificate is not trusted (self-signed certificate"), qPrintable(text(result)));
  }

  void theNameInTheCertificateMustBeRight_data()
  {
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<bool>("trusted");
    QTest::newRow("its name") << QByteArray("localhost") << true;
    QTest::newRow("its address") << QByteArray("127.0.0.1") << true;
    QTest::newRow("another address") << QByteArray("127.0.0.2") << false;
  }
  void theNameInTheCertificateMustBeRight()
  {
    QFETCH(QByteArray, host);
    QFETCH(bool, trusted);
    TlsVisit visit;
    QTemporaryFile file;
    QVERIFY(file.open());
    file.write(QByteArray::fromStdString(visit.server.own.certificate));
    file.flush();
    qputenv("SSL_CERT_FILE", file.fileName().toLocal8Bit());
    const std::string name = host.toStdString();
    Stream stream(visit.reactor);
    const TlsContext verifying = TlsContext::client(true);
    auto shake = [&]() -> Task<int64_t> {
      const int64_t connected = co_await stream.connect(Address::loopback(visit.server.listener.port()));
      if (connected < 0) co_return connected;
      co_return co_await stream.handshake(verifying, name, "\x02h2\x08http/1.1");
    };
    const int64_t result = runTask(visit.reactor, shake());
    qunsetenv("SSL_CERT_FILE");
    QCOMPARE(result, int64_t(trusted ? 1 : IoCertificateRejected));
    if (trusted) QCOMPARE(std::string(stream.protocol()), "http/1.1");
    stream.close();
  }

  void aHandshakeThatHangsIsTheNetworks()
  {
    ScriptedServer silent([](ScriptedPeer &peer) { peer.awaitEnd(); });
    TlsVisit visit;
    visit.request.place.port = silent.port();
    visit.request.connectTimeout = 60 * oneMs;
    const HttpResult result = visit.send();
    QVERIFY(result.sample.outcome == Outcome::Others && result.sample.side == Side::Network);
    QVERIFY2(text(result).startsWith(u"The TLS handshake with localhost"), qPrintable(text(result)));
  }

  void pemThatDoesNotFitIsToldInASentence()
  {
    const SelfSigned one, other;
    QVERIFY(TlsContext::server(one.certificate, one.key).isValid());
    QCOMPARE(TlsContext::server("junk", one.key).problem(), "The certificate is not readable PEM.");
    QVERIFY(!TlsContext::server(one.certificate, other.key).isValid());
  }
};

QTEST_GUILESS_MAIN(tst_Tls)
#include "tst_tls.moc"
