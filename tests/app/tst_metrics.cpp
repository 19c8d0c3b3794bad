// Live outputs over real sockets: what Prometheus scrapes and what InfluxDB is posted.
#include "app/metrics/influx.h"
#include "app/metrics/prometheus.h"
#include "app/metrics/scrapeendpoint.h"
#include "tests/support/samplerun.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

/// Keeps the bodies and heads it is posted, answers with `status`.
class Database : public QTcpServer
{
public:
    QByteArray heads, bodies, status = "204 No Content";

    Database()
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            QTcpSocket *socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [this, socket, waiting = QByteArray()]() mutable {
                waiting += socket->readAll();
                const qsizetype end = waiting.indexOf("\r\n\r\n");
                static const QRegularExpression length(u"Content-Length: (\\d+)"_s, QRegularExpression::CaseInsensitiveOption);
                const qsizetype wanted = length.match(QString::fromLatin1(waiting)).captured(1).toInt();
                if (end < 0 || waiting.size() < end + 4 + wanted)
                    return;
                heads += waiting.left(end);
                bodies += waiting.mid(end + 4, wanted);
                waiting.clear();
                socket->write("HTTP/1.1 " + status + "\r\nContent-Length: 0\r\n\r\n");
            });
        });
    }
    QUrl url(const QString &path) const { return QUrl(u"http://127.0.0.1:%1%2"_s.arg(serverPort()).arg(path)); }
};

QByteArray askOver(quint16 port, const QByteArray &request)
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress::LocalHost, port);
    QByteArray answer;
    QObject::connect(&socket, &QTcpSocket::readyRead, &socket, [&] { answer += socket.readAll(); });
    QSignalSpy gone(&socket, &QTcpSocket::disconnected);
    QObject::connect(&socket, &QTcpSocket::connected, &socket, [&] { socket.write(request); });
    gone.wait(10'000);
    return answer + socket.readAll();
}

} // namespace

class MetricsTest : public QObject
{
    Q_OBJECT

private slots:
    void aScrapeAnswersEveryFamilyWithItsNumbers()
    {
        const auto run = samplerun::whole();
        metrics::ScrapeEndpoint endpoint([&] { return metrics::prometheusText(run); });
        QVERIFY(endpoint.listen(0));
        const QByteArray answer = askOver(endpoint.port(), "GET /metrics HTTP/1.1\r\nHost: localhost\r\n\r\n");
        QVERIFY2(answer.startsWith("HTTP/1.1 200"), answer.left(200).constData());
        QVERIFY(answer.contains("text/plain; version=0.0.4"));
        const QByteArray text = answer.mid(answer.indexOf("\r\n\r\n") + 4);
        QVERIFY(text.contains("kind=\"request\",name=\"支付 Pay\"} 133\n"));
        QVERIFY(text.contains("class=\"timeout\"} 3\n"));
        QVERIFY(text.contains("side=\"network\"} 3\n"));
        // The format: each sample belongs to a family that was declared before it, and no line is anything else.
        static const QRegularExpression sample(u"^([a-z_]+)\\{([a-z_]+=\"(?:[^\"\\\\\\n]|\\\\.)*\",?)*\\} [-+0-9.eE]+$"_s);
        QSet<QString> declared;
        for (const QString &line : QString::fromUtf8(text).split(u'\n', Qt::SkipEmptyParts)) {
            if (line.startsWith(u"# TYPE "_s))
                declared.insert(line.section(u' ', 2, 2));
            if (line.startsWith(u'#'))
                continue;
            const auto match = sample.match(line);
            QVERIFY2(match.hasMatch(), qPrintable(line));
            QString family = match.captured(1);
            if (!declared.contains(family))
                family.remove(QRegularExpression(u"_(sum|count)$"_s));
            QVERIFY2(declared.contains(family), qPrintable(line));
        }
    }

    void otherPathsAndHugeHeadsAreRefused()
    {
        metrics::ScrapeEndpoint endpoint([] { return QByteArray("x"); });
        QVERIFY(endpoint.listen(0));
        QVERIFY(askOver(endpoint.port(), "GET /secret HTTP/1.1\r\n\r\n").startsWith("HTTP/1.1 404"));
        QVERIFY(!askOver(endpoint.port(), "GET /metrics HTTP/1.1\r\nX: " + QByteArray(100'000, 'x')).startsWith("HTTP/1.1 200"));
        QVERIFY(askOver(endpoint.port(), "GET /metrics HTTP/1.1\r\n\r\n").startsWith("HTTP/1.1 200")); // and it still answers
    }

    void aTakenPortIsSaidInOneSentence()
    {
        QTcpServer taken;
        QVERIFY(taken.listen(QHostAddress::LocalHost));
        metrics::ScrapeEndpoint endpoint([] { return QByteArray(); });
        const auto listening = endpoint.listen(taken.serverPort());
        QVERIFY(!listening);
        QVERIFY(listening.error().message.contains(QString::number(taken.serverPort())));
    }

    void everySecondIsPostedOnce()
    {
        Database database;
        auto run = samplerun::whole();
        const auto all = run;
        metrics::InfluxWriter writer(database.url(u"/api/v2/write?org=o&bucket=b&precision=ns"_s), "token-1");
        QSignalSpy failed(&writer, &metrics::InfluxWriter::failed);
        run.cases[0].seconds.resize(3);
        writer.take(run);
        QTRY_VERIFY(!database.bodies.isEmpty());
        writer.take(run); // nothing new
        writer.finish(all);
        QCOMPARE(failed.size(), 0);
        QCOMPARE(database.bodies, metrics::influxLines(all, 0, 0, 6));
        QCOMPARE(database.heads.count("POST /api/v2/write?org=o&bucket=b"), 2);
        QCOMPARE(database.heads.count("Token token-1"), 2);
    }

    void linesAreTheLineProtocol()
    {
        const QString lines = QString::fromUtf8(metrics::influxLines(samplerun::whole(), 0, 0, 6));
        static const QRegularExpression line(u"^crescendo_(item|case)(,[a-z_]+=(?:[^ ,=\\\\]|\\\\.)+)+ [a-z0-9_]+=[-0-9.]+i?(,[a-z0-9_]+=[-0-9.]+i?)* \\d{13,19}$"_s);
        const QStringList all = lines.split(u'\n', Qt::SkipEmptyParts);
        QVERIFY(all.size() >= 6 + 5 * 3);
        for (const QString &each : all)
            QVERIFY2(line.match(each).hasMatch(), qPrintable(each));
        QVERIFY(lines.contains(u"case=Browse\\ &\\ buy"_s));
    }

    void aDatabaseThatRefusesIsToldOnceAndHoldsUpNothing()
    {
        Database database;
        database.status = "401 Unauthorized";
        auto run = samplerun::whole();
        const auto all = run;
        metrics::InfluxWriter writer(database.url(u"/write?db=x"_s), {});
        QSignalSpy failed(&writer, &metrics::InfluxWriter::failed);
        run.cases[0].seconds.resize(2);
        writer.take(run);
        QTRY_COMPARE(failed.size(), 1);
        writer.finish(all);
        QCOMPARE(failed.size(), 1);
        QVERIFY(failed[0][0].toString().endsWith(u'.'));
        QVERIFY(!metrics::InfluxWriter::checkUrl(u"ftp://x/"_s));
        QVERIFY(!metrics::InfluxWriter::checkUrl(u"nonsense"_s));
    }
};

QTEST_GUILESS_MAIN(MetricsTest)
#include "tst_metrics.moc"
