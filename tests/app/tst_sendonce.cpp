// A request sent once brings back what the server answered, or why there was no answer; nothing is stored.
#include "app/services/demoservice.h"
#include "app/services/sendonce.h"
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using services::SendOnce;
using services::SentOnce;

class SendOnceTest : public QObject
{
    Q_OBJECT

    services::DemoService m_demo;
    QString m_url;

    SentOnce send(const QString &url, const services::RunRequest &context = {})
    {
        SendOnce sender;
        SentOnce result;
        QSignalSpy finished(&sender, &SendOnce::finished);
        connect(&sender, &SendOnce::finished, this, [&](const SentOnce &r) { result = r; });
        const auto started = sender.start(domain::newRequest(u"Once"_s, u"GET"_s, url).message, context);
        if (!started)
            result.failure = started.error().message;
        else if (finished.isEmpty() && !finished.wait(20'000))
            result.failure = u"never finished"_s;
        return result;
    }

private slots:
    void initTestCase()
    {
        const auto url = m_demo.start();
        QVERIFY(url);
        m_url = *url;
    }

    void theAnswerComesBackWithItsFigures()
    {
        const SentOnce result = send(m_url + u"/json"_s);
        QCOMPARE(result.failure, QString());
        QCOMPARE(result.status, 200);
        QVERIFY(result.ms > 0);
        QVERIFY(result.bytes > 0);
        QVERIFY(result.request.startsWith(u"GET /json"_s));
        QVERIFY2(result.answer.startsWith(u"HTTP/1.1 200"_s), qPrintable(result.answer));
        QCOMPARE(result.seen.status, 200);
        QCOMPARE(result.seen.url, (m_url + u"/json"_s).toStdString());
        QVERIFY(result.seen.head.find("Content-Type: application/json\r\n") != std::string::npos);
        QVERIFY(QString::fromStdString(result.seen.body).startsWith(u'{'));
    }

    void anErrorOfTheServerIsAnAnswer()
    {
        const SentOnce result = send(m_url + u"/status/503"_s);
        QCOMPARE(result.status, 503);
        QVERIFY(result.answer.startsWith(u"HTTP/1.1 503"_s));
    }

    void noAnswerSaysWhy()
    {
        const SentOnce result = send(u"http://127.0.0.1:1/"_s);
        QCOMPARE(result.status, 0);
        QVERIFY(!result.failure.isEmpty());
    }

    void variablesOfTheProjectAreUsed()
    {
        services::RunRequest context;
        context.values.insert(u"where"_s, m_url);
        QCOMPARE(send(u"${where}/json"_s, context).status, 200);
        QVERIFY(!send(u"${nowhere}/json"_s, context).failure.isEmpty());
    }

    void oneAtATimeAndItCanBeCancelled()
    {
        SendOnce sender;
        QSignalSpy finished(&sender, &SendOnce::finished);
        const auto message = domain::newRequest(u"Slow"_s, u"GET"_s, m_url + u"/delay/4000"_s).message;
        QVERIFY(sender.start(message, {}));
        QVERIFY(sender.isBusy());
        QVERIFY(!sender.start(message, {}));
        sender.cancel();
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 20'000);
        QVERIFY(!sender.isBusy());
    }
};

QTEST_GUILESS_MAIN(SendOnceTest)
#include "tst_sendonce.moc"
