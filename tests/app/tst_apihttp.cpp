// The front of the API's server: heads in every split, and every fence over a socket.
#include "app/http/server.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QTcpSocket>
#include <QTest>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class ApiHttpTest : public QObject
{
    Q_OBJECT

    static http::Response echo(const http::Request &request)
    {
        http::Response response;
        response.headers = {{"X-Method", request.method}};
        response.body = request.path + '|' + request.query + '|' + request.body;
        return response;
    }

    /// Sends and reads until the server closes; turning the event loop, for the server lives in this thread.
    static QByteArray talk(quint16 port, const QList<QByteArray> &pieces, bool close = true)
    {
        QTcpSocket socket;
        QByteArray got;
        QEventLoop loop;
        QObject::connect(&socket, &QTcpSocket::readyRead, &loop, [&] { got += socket.readAll(); });
        QObject::connect(&socket, &QTcpSocket::disconnected, &loop, &QEventLoop::quit);
        QObject::connect(&socket, &QTcpSocket::connected, &loop, [&] {
            for (const QByteArray &piece : pieces) {
                socket.write(piece);
                socket.flush();
            }
        });
        QTimer::singleShot(20s, &loop, &QEventLoop::quit); // a server that hangs fails the test instead of stopping it
        socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
        if (close)
            loop.exec();
        got += socket.readAll();
        return got;
    }

    static int statusOf(const QByteArray &answer) { return answer.mid(9, 3).toInt(); }

    static int askWith(const QByteArray &bytes, http::Limits limits = {})
    {
        http::Server server(echo, limits);
        return server.listen(0) ? statusOf(talk(server.port(), {bytes})) : -1;
    }

    static QByteArray get(const QByteArray &target, const QByteArray &more = {})
    {
        return "GET " + target + " HTTP/1.1\r\nHost: 127.0.0.1:80\r\nConnection: close\r\n" + more + "\r\n";
    }

private slots:
    void aHeadIsTheSameHoweverItIsCut()
    {
        const QByteArray head = "POST /a%20b?c=1 HTTP/1.1\r\nHost: localhost:8\r\nContent-Length: 5\r\nX-Y:  z \r\n\r\n";
        for (qsizetype cut = 0; cut < head.size(); ++cut) {
            const auto part = http::readHead(head.left(cut), {});
            QVERIFY(!part.refusal && part.size == 0);
        }
        const auto whole = http::readHead(head + "hello", {});
        QVERIFY(!whole.refusal);
        QCOMPARE(whole.size, head.size());
        QCOMPARE(whole.head.length, 5);
        QCOMPARE(whole.head.request.path, QByteArray("/a%20b"));
        QCOMPARE(whole.head.request.query, QByteArray("c=1"));
        QCOMPARE(whole.head.request.header("x-y"), QByteArray("z"));
        QVERIFY(whole.head.keepAlive);
    }

    void malformedHeadsAreRefused_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<int>("status");
        const QByteArray host = "Host: 127.0.0.1\r\n";
        QTest::newRow("no version") << QByteArray("GET /\r\n" + host + "\r\n") << 400;
        QTest::newRow("version 2") << QByteArray("GET / HTTP/2.0\r\n" + host + "\r\n") << 505;
        QTest::newRow("not HTTP") << QByteArray("\x16\x03\x01 hello\r\n\r\n") << 400;
        QTest::newRow("bare line ends") << QByteArray("GET / HTTP/1.1\nHost: 127.0.0.1\n\n") << 400;
        QTest::newRow("relative target") << QByteArray("GET a HTTP/1.1\r\n" + host + "\r\n") << 400;
        QTest::newRow("space in the target") << QByteArray("GET /a b HTTP/1.1\r\n" + host + "\r\n") << 400;
        QTest::newRow("header without a colon") << QByteArray("GET / HTTP/1.1\r\n" + host + "oops\r\n\r\n") << 400;
        QTest::newRow("folded header") << QByteArray("GET / HTTP/1.1\r\n" + host + " more: x\r\n\r\n") << 400;
        QTest::newRow("space before the colon") << QByteArray("GET / HTTP/1.1\r\nHost : 127.0.0.1\r\n\r\n") << 400;
        QTest::newRow("null in a value") << QByteArray("GET / HTTP/1.1\r\n" + host + "a: b" + QByteArray(1, '\0') + "\r\n\r\n") << 400;
        QTest::newRow("no host") << QByteArray("GET / HTTP/1.1\r\n\r\n") << 400;
        QTest::newRow("two hosts") << QByteArray("GET / HTTP/1.1\r\n" + host + host + "\r\n") << 400;
        QTest::newRow("foreign host") << QByteArray("GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n") << 403;
        QTest::newRow("foreign host like ours") << QByteArray("GET / HTTP/1.1\r\nHost: 127.0.0.1.evil.example\r\n\r\n") << 403;
        QTest::newRow("two lengths") << QByteArray("POST / HTTP/1.1\r\n" + host + "Content-Length: 1\r\nContent-Length: 2\r\n\r\n") << 400;
        QTest::newRow("length of minus one") << QByteArray("POST / HTTP/1.1\r\n" + host + "Content-Length: -1\r\n\r\n") << 400;
        QTest::newRow("length plus one") << QByteArray("POST / HTTP/1.1\r\n" + host + "Content-Length: +1\r\n\r\n") << 400;
        QTest::newRow("no length") << QByteArray("POST / HTTP/1.1\r\n" + host + "\r\n") << 411;
        QTest::newRow("chunked") << QByteArray("POST / HTTP/1.1\r\n" + host + "Transfer-Encoding: chunked\r\n\r\n") << 411;
        QTest::newRow("too long a body") << QByteArray("PUT / HTTP/1.1\r\n" + host + "Content-Length: 16777217\r\n\r\n") << 413;
        QTest::newRow("endless body") << QByteArray("PUT / HTTP/1.1\r\n" + host + "Content-Length: 999999999999999999999\r\n\r\n") << 400;
        QTest::newRow("long address") << QByteArray("GET /" + QByteArray(9000, 'a')) << 414;
        QTest::newRow("long headers") << QByteArray("GET / HTTP/1.1\r\nA: " + QByteArray(40000, 'a')) << 431;
        QByteArray many = "GET / HTTP/1.1\r\n" + host;
        for (int i = 0; i < 101; ++i)
            many += "a: b\r\n";
        QTest::newRow("many headers") << many + "\r\n" << 431;
    }

    void malformedHeadsAreRefused()
    {
        QFETCH(QByteArray, head);
        QFETCH(int, status);
        const auto result = http::readHead(head, {});
        QVERIFY(result.refusal.has_value());
        QCOMPARE(result.refusal->status, status);
        QCOMPARE(askWith(head), status); // over a socket too, and the client hears it
    }

    void loopbackNamesAreKnown()
    {
        for (const char *good : {"127.0.0.1", "127.0.0.1:80", "localhost", "LOCALHOST:1", "[::1]", "[::1]:8080"})
            QVERIFY2(http::isLoopbackHost(good), good);
        for (const char *bad : {"", "example.com", "127.0.0.2", "localhost.evil", "127.0.0.1:x", "[::2]", "127.0.0.1:80:80", "localhost:"})
            QVERIFY2(!http::isLoopbackHost(bad), bad);
    }

    void requestsComeWholeAndInOrder()
    {
        http::Server server(echo);
        QVERIFY(server.listen(0));
        const QByteArray first = "PUT /one HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\n\r\nabc";
        const QByteArray got = talk(server.port(), {first.left(20), first.mid(20) + get("/two?x=1")});
        QVERIFY(got.contains("/one||abc"));
        QVERIFY(got.indexOf("/two|x=1|") > got.indexOf("/one||abc"));
        QCOMPARE(got.count("HTTP/1.1 200 OK"), 2);
    }

    void requestsBehindAnAnswerThatIsTakenSlowlyAreNotForgotten()
    {
        const qsizetype large = 8 * 1024 * 1024; // more than goes out at once
        http::Server server([&](const http::Request &) {
            http::Response response;
            response.body = QByteArray(large, 'x');
            return response;
        });
        QVERIFY(server.listen(0));
        const QByteArray got = talk(server.port(), {"GET /one HTTP/1.1\r\nHost: localhost\r\n\r\n" + get("/two")});
        QCOMPARE(got.count("HTTP/1.1 200 OK"), 2);
        QVERIFY(got.size() > 2 * large);
    }

    void aHeadRequestGetsNoBody()
    {
        http::Server server(echo);
        QVERIFY(server.listen(0));
        const QByteArray got = talk(server.port(), {"HEAD /x HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"});
        QVERIFY(got.contains("Content-Length: 4\r\n"));
        QVERIFY(got.endsWith("\r\n\r\n"));
    }

    void aBodyOfSixteenMegabytesPasses()
    {
        http::Server server([](const http::Request &request) {
            http::Response response;
            response.body = QByteArray::number(request.body.size());
            return response;
        });
        QVERIFY(server.listen(0));
        const int size = 16 * 1024 * 1024;
        const QByteArray head = "PUT / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nExpect: 100-continue\r\nContent-Length: "
            + QByteArray::number(size) + "\r\n\r\n";
        const QByteArray got = talk(server.port(), {head, QByteArray(size, 'x')});
        QVERIFY(got.startsWith("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK"));
        QVERIFY(got.endsWith("\r\n\r\n16777216"));
    }

    void halfSentRequestsTimeOut()
    {
        http::Limits limits;
        limits.headTime = limits.bodyTime = limits.idleTime = 30ms;
        QCOMPARE(askWith("GET / HT", limits), 408);
        QCOMPARE(askWith("PUT / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\nabc", limits), 408);
        QCOMPARE(askWith({}, limits), 0); // who says nothing is let go without a word
        QCOMPARE(askWith("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n", limits), 200); // and so after an answer
    }

    void moreThanTheConnectionsAllowedAreTurnedAway()
    {
        http::Limits limits;
        limits.connections = 3;
        http::Server server(echo, limits);
        QVERIFY(server.listen(0));
        std::vector<std::unique_ptr<QTcpSocket>> held;
        for (int i = 0; i < 3; ++i) {
            held.push_back(std::make_unique<QTcpSocket>());
            held.back()->connectToHost(QHostAddress(QHostAddress::LocalHost), server.port());
        }
        QTRY_COMPARE(server.connections(), 3);
        QCOMPARE(statusOf(talk(server.port(), {})), 503);
        held.clear();
        QTRY_COMPARE(server.connections(), 0);
        QCOMPARE(statusOf(talk(server.port(), {get("/")})), 200);
    }

    void anAnswerMayComeLater()
    {
        std::function<void(http::Response)> put;
        QEventLoop asked;
        http::Server server([&](const http::Request &) {
            http::Response response;
            response.later = [&](std::function<void(http::Response)> given) {
                put = std::move(given);
                QTimer::singleShot(0, this, [&] {
                    http::Response late;
                    late.body = "late";
                    put(late);
                });
            };
            return response;
        });
        QVERIFY(server.listen(0));
        QVERIFY(talk(server.port(), {get("/")}).endsWith("late"));
        put({}); // the connection is gone: nothing happens
    }

    void headersCannotBreakOutOfTheirLine()
    {
        http::Response response;
        response.headers = {{"Location", "/a\r\nSet-Cookie: x"}, {"Good", "yes"}};
        const QByteArray wire = http::toWire(response, false, true, {});
        QVERIFY(!wire.contains("Set-Cookie"));
        QVERIFY(wire.contains("Good: yes\r\n"));
    }

    void onlyThisComputerCanConnect()
    {
        http::Server server(echo);
        QVERIFY(server.listen(0));
        QTcpSocket socket;
        socket.connectToHost(u"127.0.0.2"_s, server.port());
        QVERIFY(!socket.waitForConnected(2000));
        QCOMPARE(socket.error(), QAbstractSocket::ConnectionRefusedError);
    }
};

QTEST_GUILESS_MAIN(ApiHttpTest)
#include "tst_apihttp.moc"
