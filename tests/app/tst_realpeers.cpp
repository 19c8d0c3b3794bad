// Cards of HTTP, TCP, UDP, WebSocket and MQTT against servers that others wrote, from the card to the figures.
#include "tests/servers/realserver.h"
#include "tests/support/nginx.h"
#include "tests/support/protocolcards.h"

using namespace cards;

namespace {

Step get(const QString &url, const QString &method = u"GET"_s) { return card(Protocol::Http, url, method); }

Step overHttp2(Step step, int streams = 0)
{
    domain::setHttp2(step.message, true, streams);
    return step;
}

std::vector<std::pair<std::string, std::string>> withCertificate(std::vector<std::pair<std::string, std::string>> files)
{
    const SelfSigned pair;
    files.insert(files.end(), {{"c.pem", pair.certificate}, {"k.pem", pair.key}});
    return files;
}

/// In front of an nginx.
struct Haproxy : RealServer
{
    explicit Haproxy(uint16_t behind) : RealServer("haproxy", {"-db", "-f", "@DIR@/haproxy.cfg"}, {{"haproxy.cfg", settings(behind)}}) {}
    static std::string settings(uint16_t behind)
    {
        return "defaults\n mode http\n timeout connect 5s\n timeout client 20s\n timeout server 20s\n timeout tarpit 50ms\n"
               "frontend front\n bind 127.0.0.1:@PORT@\n default_backend pages\n"
               " http-request deny deny_status 503 if { path /denied }\n http-request reject if { path /rejected }\n"
               " http-request silent-drop if { path /dropped }\n http-request tarpit if { path /tarpit }\n"
               "backend pages\n server nginx 127.0.0.1:" + std::to_string(behind) + "\n";
    }
};

/// nginx that speaks HTTP/2, or on its second port not, and says goodbye after three requests of a connection.
struct NginxH2
{
    uint16_t plainOld = freePort(), tlsOld = freePort(), prior = freePort();
    RealServer server;

    NginxH2() : server("nginx", {"-p", "@DIR@", "-e", "@DIR@/error.log", "-c", "@DIR@/nginx.conf"}, withCertificate({{"page.txt", "a page"}, {"nginx.conf", settings()}})) {}
    std::string settings() const
    {
        const auto listen = [](uint16_t port, const char *how) { return "listen 127.0.0.1:" + std::to_string(port) + how + ";\n"; };
        return std::string(::geteuid() == 0 ? "user root;\n" : "") + "worker_processes 1; pid @DIR@/nginx.pid; error_log @DIR@/error.log; daemon off; events { worker_connections 256; }\n"
               "http { log_format line '$server_protocol $status'; access_log @DIR@/access.log line; root @DIR@; ssl_certificate @DIR@/c.pem; ssl_certificate_key @DIR@/k.pem;\n"
               "client_body_temp_path @DIR@/b; proxy_temp_path @DIR@/p; fastcgi_temp_path @DIR@/f; uwsgi_temp_path @DIR@/u; scgi_temp_path @DIR@/s;\n"
               "server { " + listen(plainOld, "") + listen(tlsOld, " ssl") + "}\n"
               "server { " + listen(prior, " http2") + " keepalive_requests 3; }\n"
               "server { listen 127.0.0.1:@PORT@ ssl http2; keepalive_requests 3; } }\n";
    }
};

/// A broker on all ways in.
struct Mosquitto
{
    uint16_t ssl = freePort(), ws = freePort(), wss = freePort();
    RealServer server;

    Mosquitto() : server("mosquitto", {"-c", "@DIR@/broker.conf"}, withCertificate({{"broker.conf", settings()}})) {}
    std::string settings() const
    {
        const auto listener = [](uint16_t port) { return "listener " + std::to_string(port) + " 127.0.0.1\n"; };
        const std::string tls = "certfile @DIR@/c.pem\nkeyfile @DIR@/k.pem\n";
        return "log_type all\nlog_dest stderr\npersistence false\nuser root\nallow_anonymous true\n"
            + listener(ssl) + tls + listener(ws) + "protocol websockets\n" + listener(wss) + "protocol websockets\n" + tls + "listener @PORT@ 127.0.0.1\n";
    }
    QString url(const QString &scheme) const
    {
        const uint16_t port = scheme == u"ssl"_s ? ssl : scheme == u"ws"_s ? ws : scheme == u"wss"_s ? wss : server.port();
        return u"%1://127.0.0.1:%2"_s.arg(scheme).arg(port);
    }
};

qsizetype count(const std::string &text, const char *part) { return QString::fromStdString(text).count(QString::fromUtf8(part)); }

} // namespace

class RealPeersTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<Mosquitto> m_broker;

    Mosquitto &broker()
    {
        if (!m_broker)
            m_broker = std::make_unique<Mosquitto>();
        return *m_broker;
    }

private slots:
    void answersOfEveryFramingAreUnderstood_data()
    {
        QTest::addColumn<QString>("peer");
        for (const char *name : {"nginx", "nginx over TLS", "haproxy"}) QTest::newRow(name) << QString::fromLatin1(name);
    }
    void answersOfEveryFramingAreUnderstood()
    {
        QFETCH(QString, peer);
        Nginx nginx;
        Haproxy proxy(nginx.port());
        QVERIFY2(proxy.isUp(), proxy.problem());
        const bool isProxied = peer == u"haproxy"_s, isTls = peer.endsWith(u"TLS"_s);
        const auto at = [&](const char *path) {
            return isProxied ? u"http://127.0.0.1:%1%2"_s.arg(proxy.port()).arg(QLatin1StringView(path)) : QString::fromStdString(nginx.url(path, isTls));
        };
        Step packed = get(at("/page.txt")), closing = expecting(get(at("/small")), u"small"_s);
        packed.message.headers.append({u"Accept-Encoding"_s, u"gzip"_s});
        packed = expecting(packed, QString(20'000, u'p')); // packed on the fly, so it comes in chunks
        closing.message.newConnection = true;
        const engine::Totals totals = run({expecting(get(at("/small")), u"small"_s), get(at("/big"), u"HEAD"_s), get(at("/nothing")), answering(get(at("/unchanged")), 304),
                                           expecting(get(at("/moved")), u"small"_s), packed, closing, get(at("/fails"))}, 3, 12);
        for (const auto &each : totals.errors)
            QCOMPARE(each.message, std::string("HTTP status 500."));
        for (int i = 1; i <= 7; ++i)
            QCOMPARE(totals.items[size_t(i)].successes, uint64_t(12));
        const Tally &failing = totals.items[8];
        QVERIFY(failures(failing, Outcome::Assert) == 12 && failing.status[4] == 12);
        QCOMPARE(totals.items[4].status[2], uint64_t(12)); // 304
        QVERIFY(totals.items[6].receivedBytes < 12 * 2000);
        QCOMPARE(totals.seenByServer(), uint64_t(nginx.finish().size()));
    }

    void whatAProxyDoesToARequestHasItsClass_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<int>("outcome");
        QTest::addColumn<int>("hundred");
        QTest::newRow("denied") << u"/denied"_s << int(Outcome::Assert) << 5;
        QTest::newRow("tarpit") << u"/tarpit"_s << int(Outcome::Assert) << 5;
        QTest::newRow("rejected") << u"/rejected"_s << int(Outcome::Others) << 0;
        QTest::newRow("dropped") << u"/dropped"_s << int(Outcome::Timeout) << 0;
    }
    void whatAProxyDoesToARequestHasItsClass()
    {
        QFETCH(QString, path);
        QFETCH(int, outcome);
        QFETCH(int, hundred);
        Nginx nginx;
        Haproxy proxy(nginx.port());
        QVERIFY2(proxy.isUp(), proxy.problem());
        const QString at = u"http://127.0.0.1:%1"_s.arg(proxy.port());
        Step bad = get(at + path);
        bad.message.returnTimeoutMs = 300;
        const engine::Totals totals = run({bad, expecting(get(at + u"/small"_s), u"small"_s)}, 1, 2);
        QVERIFY2(failures(totals.items[1], Outcome(outcome)) == 2, qPrintable(firstError(totals)));
        for (int i = 0; i < 5; ++i)
            QCOMPARE(totals.items[1].status[size_t(i)], uint64_t(i + 1 == hundred ? 2 : 0));
        QCOMPARE(totals.items[2].successes, uint64_t(2));
    }

    void http2IsSpokenByAlpnAndByPriorKnowledge_data()
    {
        QTest::addColumn<QString>("scheme");
        QTest::addColumn<int>("streams");
        QTest::newRow("ALPN") << u"https"_s << 0;
        QTest::newRow("ALPN, shared connections") << u"https"_s << 3;
        QTest::newRow("prior knowledge") << u"http"_s << 0;
        QTest::newRow("prior knowledge, shared connections") << u"http"_s << 3;
    }
    void http2IsSpokenByAlpnAndByPriorKnowledge()
    {
        QFETCH(QString, scheme);
        QFETCH(int, streams);
        NginxH2 nginx; // says GOAWAY after three requests; nobody notices
        QVERIFY2(nginx.server.isUp(), nginx.server.problem());
        const bool isTls = scheme == u"https"_s;
        const QString url = u"%1://127.0.0.1:%2/page.txt"_s.arg(scheme).arg(isTls ? nginx.server.port() : nginx.prior);
        const engine::Totals totals = run({overHttp2(expecting(get(url), u"a page"_s), streams)}, 4, 40);
        QVERIFY2(totals.errors.empty(), qPrintable(firstError(totals)));
        QCOMPARE(totals.successes, uint64_t(40));
        QCOMPARE(totals.items[1].status[1], uint64_t(40));
        nginx.server.end();
        QCOMPARE(count(nginx.server.folder().read("access.log"), "HTTP/2.0 200"), 40); // what it refused at its goodbye it does not log

        RealServer nghttpd("nghttpd", isTls ? std::vector<std::string>{"-a", "127.0.0.1", "-d", "@DIR@", "--echo-upload", "@PORT@", "@DIR@/k.pem", "@DIR@/c.pem"}
                                            : std::vector<std::string>{"-a", "127.0.0.1", "-d", "@DIR@", "--echo-upload", "--no-tls", "@PORT@"},
                           withCertificate({{"big", std::string(300'000, 'b')}}));
        QVERIFY2(nghttpd.isUp(), nghttpd.problem());
        const QString other = u"%1://127.0.0.1:%2"_s.arg(scheme).arg(nghttpd.port());
        Step post = expecting(get(other + u"/echo"_s, u"POST"_s), u"user ${__vu}"_s);
        post.message.body = u"user ${__vu}"_s;
        const engine::Totals more = run({overHttp2(get(other + u"/big"_s), streams), overHttp2(post, streams), overHttp2(answering(get(other + u"/none"_s), 404), streams)}, 4, 20);
        QVERIFY2(more.errors.empty(), qPrintable(firstError(more)));
        QCOMPARE(more.successes, uint64_t(60));
        QVERIFY(more.items[1].receivedBytes > 20 * 300'000);
    }

    void aServerWithoutHttp2IsNoSilentFallBack_data()
    {
        QTest::addColumn<bool>("isTls");
        QTest::newRow("ALPN") << true;
        QTest::newRow("prior knowledge") << false;
    }
    void aServerWithoutHttp2IsNoSilentFallBack()
    {
        QFETCH(bool, isTls);
        NginxH2 nginx;
        QVERIFY2(nginx.server.isUp(), nginx.server.problem());
        const QString url = isTls ? u"https://127.0.0.1:%1/page.txt"_s.arg(nginx.tlsOld) : u"http://127.0.0.1:%1/page.txt"_s.arg(nginx.plainOld);
        const engine::Totals totals = run({overHttp2(get(url)), expecting(get(url), u"a page"_s)}, 2, 6);
        QVERIFY2(failures(totals.items[1], Outcome::Parsed) == 6, qPrintable(firstError(totals)));
        QVERIFY2(firstError(totals).contains(u"and not HTTP/2"_s), qPrintable(firstError(totals)));
        for (const uint64_t each : totals.items[1].status)
            QCOMPARE(each, uint64_t(0));
        QCOMPARE(totals.items[2].successes, uint64_t(6)); // who asks for HTTP/1.1 gets it
    }

    void tcpGoesToAndFro_data()
    {
        QTest::addColumn<QString>("peer");
        QTest::addColumn<bool>("closes");
        for (const char *name : {"socat", "ncat", "socat over TLS"}) {
            QTest::addRow("%s, kept", name) << QString::fromLatin1(name) << false;
            QTest::addRow("%s, closed", name) << QString::fromLatin1(name) << true;
        }
    }
    void tcpGoesToAndFro()
    {
        QFETCH(QString, peer);
        QFETCH(bool, closes);
        const bool isTls = peer.endsWith(u"TLS"_s);
        RealServer server = peer == u"ncat"_s ? RealServer("ncat", {"-l", "127.0.0.1", "@PORT@", "-k", "--exec", "/bin/cat"})
            : isTls ? RealServer("socat", {"OPENSSL-LISTEN:@PORT@,bind=127.0.0.1,fork,reuseaddr,verify=0,cert=@DIR@/c.pem,key=@DIR@/k.pem", "EXEC:cat"}, withCertificate({}))
                    : RealServer("socat", {"TCP-LISTEN:@PORT@,bind=127.0.0.1,fork,reuseaddr", "EXEC:cat"});
        QVERIFY2(server.isUp(), server.problem());
        const QString url = u"%1://127.0.0.1:%2"_s.arg(isTls ? u"ssl"_s : u"tcp"_s).arg(server.port());
        domain::SocketOptions length, mark;
        length.end = domain::SocketOptions::Length;
        length.length = 4;
        length.payloadIsHex = true;
        mark.end = domain::SocketOptions::Mark;
        mark.mark = u"!"_s;
        length.closeAfter = mark.closeAfter = closes;
        const engine::Totals totals = run({expecting(socketCard(card(Protocol::Tcp, url, {}, u"70696e67"_s), length), u"ping"_s),
                                           expecting(socketCard(card(Protocol::Tcp, url, {}, u"from ${__vu}!"_s), mark), u"from ${__vu}!"_s)}, 2, 6);
        QVERIFY2(totals.errors.empty(), qPrintable(firstError(totals)));
        QCOMPARE(totals.successes, uint64_t(12));
        QCOMPARE(totals.items[1].sentBytes, uint64_t(6 * 4));
        QCOMPARE(totals.items[1].receivedBytes, uint64_t(6 * 4));
        QCOMPARE(totals.items[2].receivedBytes, totals.items[2].sentBytes);
    }

    void datagramsComeBackThroughSocat()
    {
        RealServer server("socat", {"UDP-LISTEN:@PORT@,bind=127.0.0.1,fork,reuseaddr", "EXEC:cat"}, {}, RealServer::Udp);
        QVERIFY2(server.isUp(), server.problem());
        // One user: socat gives the first datagrams of two that come at once to the same child.
        const engine::Totals totals = run({expecting(card(Protocol::Udp, u"udp://127.0.0.1:%1"_s.arg(server.port()), {}, u"n ${__iter}"_s), u"n ${__iter}"_s)}, 1, 12);
        QVERIFY2(totals.errors.empty(), qPrintable(firstError(totals)));
        QCOMPARE(totals.successes, uint64_t(12));
        QCOMPARE(totals.items[1].receivedBytes, totals.items[1].sentBytes);
    }

    void lostDatagramsAreCountedAndDelayNoOthers()
    {
        // Answers the first of two lines alone. Who lost one goes on from a new port, where counting begins anew.
        RealServer server("socat", {"UDP-LISTEN:@PORT@,bind=127.0.0.1,fork,reuseaddr", "EXEC:sed -un 1~2p"}, {}, RealServer::Udp);
        QVERIFY2(server.isUp(), server.problem());
        Step step = expecting(card(Protocol::Udp, u"udp://127.0.0.1:%1"_s.arg(server.port()), {}, u"n ${__iter}\n"_s), u"n ${__iter}\n"_s);
        step.message.returnTimeoutMs = 300;
        const engine::Totals totals = run({step}, 1, 6);
        const Tally &tally = totals.items[1];
        QCOMPARE(tally.requests, uint64_t(6));
        QVERIFY2(tally.successes == 3 && failures(tally, Outcome::Timeout) == 3, qPrintable(firstError(totals)));
        QVERIFY2(firstError(totals).endsWith(u"the datagram or its answer was lost."_s), qPrintable(firstError(totals)));
        QVERIFY(tally.failedTimes.min() >= 299 * engine::oneMs);
    }

    void webSocketsOfPythonAreUsed_data()
    {
        QTest::addColumn<QString>("scheme");
        QTest::newRow("ws") << u"ws"_s;
        QTest::newRow("wss") << u"wss"_s;
    }
    void webSocketsOfPythonAreUsed()
    {
        QFETCH(QString, scheme);
        std::vector<std::string> arguments{SOURCE_ROOT "/tests/servers/websocketpeer.py", "@PORT@"};
        if (scheme == u"wss"_s)
            arguments.insert(arguments.end(), {"@DIR@/c.pem", "@DIR@/k.pem"});
        RealServer server("/usr/bin/python3", arguments, withCertificate({}));
        QVERIFY2(server.isUp(), server.problem());
        const auto at = [&](const char *path) { return u"%1://127.0.0.1:%2%3"_s.arg(scheme).arg(server.port()).arg(QLatin1StringView(path)); };
        const auto with = [&](const char *path, const char *method, const QString &body = {}, bool isHex = false) {
            Step step = card(Protocol::WebSocket, at(path), QString::fromLatin1(method), body);
            domain::WebSocketOptions options;
            options.compression = true;
            options.payloadIsHex = isHex;
            options.fragmentSize = 3;
            domain::setWebSocketOptions(step.message, options);
            return step;
        };
        const QVector<Step> steps{with("/upper", "Connect"), expecting(with("/upper", "ReadWrite", u"user ${__vu}"_s), u"USER ${__vu}"_s),
                                  with("/upper", "WriteOnly", u"later"_s), expecting(with("/upper", "ReadOnly"), u"LATER"_s), with("/upper", "DisConnect"),
                                  with("/echo", "Connect"), expecting(with("/echo", "ReadWrite", u"616263"_s, true), u"abc"_s), with("/echo", "DisConnect"),
                                  with("/ping", "Connect"), expecting(with("/ping", "ReadOnly"), u"you answered"_s), with("/ping", "DisConnect"),
                                  with("/fragments", "Connect"), expecting(with("/fragments", "ReadOnly"), u"in three parts"_s), with("/fragments", "DisConnect"),
                                  with("/close", "Connect"), with("/close", "ReadOnly")};
        const engine::Totals totals = run(steps, 2, 4);
        QCOMPARE(totals.passes, uint64_t(4));
        for (size_t i = 1; i < 15; ++i)
            QVERIFY2(totals.items[i].successes == 4, qPrintable(u"%1: %2"_s.arg(i).arg(firstError(totals))));
        QCOMPARE(totals.items[1].status[0], uint64_t(4)); // 101
        QCOMPARE(totals.items[15].successes + failures(totals.items[15], Outcome::Others), uint64_t(4)); // its close may come with the handshake
        QVERIFY2(failures(totals.items[16], Outcome::Others) == 4, qPrintable(firstError(totals)));
        QVERIFY(std::ranges::any_of(totals.errors, [](const auto &each) { return each.message.find("4001: enough") != std::string::npos; }));
    }

    void websocketdIsUsed()
    {
        RealServer server("websocketd", {"--address=127.0.0.1", "--port=@PORT@", "cat"});
        QVERIFY2(server.isUp(), server.problem());
        const QString url = u"ws://127.0.0.1:%1/"_s.arg(server.port());
        const engine::Totals totals = run({card(Protocol::WebSocket, url, u"Connect"_s), expecting(card(Protocol::WebSocket, url, u"ReadWrite"_s, u"a line of ${__vu}"_s), u"a line of ${__vu}"_s),
                                           card(Protocol::WebSocket, url, u"DisConnect"_s)}, 2, 4);
        QVERIFY2(totals.errors.empty(), qPrintable(firstError(totals)));
        QCOMPARE(totals.successes, uint64_t(12));
    }

    void mosquittoTakesAndHandsOn_data()
    {
        QTest::addColumn<QString>("scheme");
        QTest::addColumn<QString>("version");
        QTest::addColumn<int>("qos");
        int qos = 0;
        for (const char *scheme : {"tcp", "ssl", "ws", "wss"})
            for (const char *version : {"3.1", "3.1.1", "5"}) {
                QTest::addRow("%s, MQTT %s, QoS %d", scheme, version, qos % 3) << QString::fromLatin1(scheme) << QString::fromLatin1(version) << qos % 3;
                ++qos;
                if (version[0] == '5') ++qos; // so that each version meets each quality
            }
    }
    void mosquittoTakesAndHandsOn()
    {
        QFETCH(QString, scheme);
        QFETCH(QString, version);
        QFETCH(int, qos);
        QVERIFY2(broker().server.isUp(), broker().server.problem());
        const QString topic = u"test/%1/%2/${__vu}"_s.arg(scheme, version);
        const auto with = [&](const char *method, int awaited = 0) {
            Step step = card(Protocol::Mqtt, broker().url(scheme), QString::fromLatin1(method), awaited ? QString() : u"${__iter} of ${__vu}"_s);
            domain::MqttOptions options;
            options.version = version;
            options.topic = topic;
            options.qos = qos;
            options.retain = true;
            options.awaitedMessages = awaited;
            options.willTopic = u"test/wills"_s;
            options.willPayload = u"gone"_s;
            domain::setMqttOptions(step.message, options);
            return step;
        };
        const auto before = qsizetype(broker().server.output().size());
        const engine::Totals totals = run({with("Connect"), with("Publish"), expecting(with("Subscribe", 1), u"${__iter} of ${__vu}"_s), with("Unsubscribe"), with("DisConnect")}, 2, 6);
        QVERIFY2(totals.errors.empty(), qPrintable(firstError(totals)));
        QCOMPARE(totals.passes, uint64_t(6));
        QCOMPARE(totals.successes, uint64_t(30));
        // What the broker says of it; its last word may come a little later.
        const auto told = [&](const char *part) { return count(broker().server.output().substr(size_t(before)), part); };
        QTRY_COMPARE(told("Received DISCONNECT from"), 6);
        QCOMPARE(told("Received PUBLISH from"), 6);
        QCOMPARE(told(qPrintable(u", q%1, r1,"_s.arg(qos))) >= 6, true);
        QCOMPARE(told("New client connected"), 6);
        QCOMPARE(told(version == u"5"_s ? "(p5," : version == u"3.1"_s ? "(p1," : "(p2,"), 6);
    }

    void whatMosquittoForbidsIsNamed()
    {
        RealServer guarded("mosquitto", {"-c", "@DIR@/broker.conf"}, {{"broker.conf", "log_dest stderr\nuser root\nallow_anonymous false\nlistener @PORT@ 127.0.0.1\n"}});
        QVERIFY2(guarded.isUp(), guarded.problem());
        const engine::Totals totals = run({mqtt(card(Protocol::Mqtt, u"mqtt://127.0.0.1:%1"_s.arg(guarded.port()), u"Connect"_s), {})}, 1, 2);
        QVERIFY2(failures(totals.items[1], Outcome::Assert) == 2, qPrintable(firstError(totals)));
        QVERIFY2(firstError(totals).contains(u"refused the MQTT connection: not authorized"_s), qPrintable(firstError(totals)));
    }
};

QTEST_GUILESS_MAIN(RealPeersTest)
#include "tst_realpeers.moc"
