#include "models/domain/card.h"

#include <QJsonArray>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace domain;

class TestCard : public QObject
{
    Q_OBJECT

private slots:
    void aFullMessageComesBackAsItWas()
    {
        Message message;
        message.name = u"Pay"_s;
        message.protocol = Protocol::WebSocket;
        message.method = u"PATCH"_s;
        message.url = u"wss://a/${b}"_s;
        message.query = {{u"q"_s, u"1"_s, false}};
        message.headers = {{u"X"_s, u"y"_s, true, {{u"note"_s, u"kept"_s}}}};
        message.bodyType = BodyType::Multipart;
        message.body = u"typed before"_s;
        message.form = {{u"f"_s, u"v"_s}};
        message.connectTimeoutMs = 20;
        message.returnTimeoutMs = 300000;
        message.verifyTls = true;
        message.followRedirects = false;
        message.newConnection = true;
        message.cookies = false;
        message.onFailure = u"end_iteration"_s;
        message.extra = {{u"_adressValue"_s, u"x"_s}, {u"check_end_str"_s, QJsonValue::Null}};
        const auto back = messageFromJson(toJson(message));
        QVERIFY(back);
        QVERIFY(*back == message);
        message.bodyType = BodyType::Text;
        QVERIFY(*messageFromJson(toJson(message)) == message);
    }

    void nullIsAbsent()
    {
        const auto message = messageFromJson({{u"method"_s, QJsonValue::Null}, {u"headers"_s, QJsonValue::Null}});
        QVERIFY(message);
        QVERIFY(*message == Message());
    }

    void theMisspeltBodyIsReadAndNotWritten()
    {
        const auto message = messageFromJson({{u"bodies"_s, QJsonArray{u"{\"a\":1}"_s}}, {u"bodys"_s, QJsonArray()}});
        QVERIFY(message);
        QCOMPARE(message->body, u"{\"a\":1}"_s);
        QCOMPARE(toJson(*message)[u"bodys"_s], QJsonValue(QJsonArray{u"{\"a\":1}"_s}));
        QVERIFY(!toJson(*message).contains(u"bodies"_s));
    }

    void wrongTypesNameTheMember()
    {
        const QJsonArray headers{QJsonObject(), QJsonObject{{u"value"_s, QJsonArray()}}};
        QCOMPARE(messageFromJson({{u"headers"_s, headers}}).error().message, u"headers[1].value: must be a text."_s);
        QVERIFY(!messageFromJson({{u"protocol_type"_s, 5}}));
        QVERIFY(!messageFromJson({{u"body_type"_s, 2}}));
        QVERIFY(!messageFromJson({{u"connect_timeout"_s, 1e300}}));
        QVERIFY(!messageFromJson({{u"on_failure"_s, u"explode"_s}}));
    }

    void aCheckpointKeepsTheOrderOfItsItems()
    {
        Checkpoint checkpoint;
        checkpoint.all = false;
        checkpoint.retryTimes = 2;
        checkpoint.items = {{u"status"_s, {}, u"=="_s, u"200"_s},
                            {u"header"_s, u"A"_s, u"contains"_s, u"json"_s},
                            {u"json"_s, u"data.id"_s, u"!="_s, {}},
                            {u"status"_s, {}, u"<"_s, u"300"_s},
                            {u"header"_s, u"B"_s, u"exists"_s, {}}};
        checkpoint.extra = {{u"note"_s, 1}};
        const QJsonObject json = toJson(checkpoint);
        QCOMPARE(json[u"status_code"_s][u"value"_s], QJsonValue(u"200"_s));
        QCOMPARE(json[u"headers"_s].toArray().size(), 1);
        QVERIFY(*checkpointFromJson(json) == checkpoint);
    }

    void anExtractionTellsNoExpectationFromAnEmptyOne()
    {
        Extraction extraction;
        extraction.name = u"token"_s;
        QVERIFY(*extractionFromJson(toJson(extraction)) == extraction);
        extraction.expect = u""_s;
        QVERIFY(*extractionFromJson(toJson(extraction)) == extraction);
        QCOMPARE(extractionFromJson({{u"range"_s, 6}, {u"key"_s, u"/a/b"_s}})->range, 6); // ours: an XPath
        QVERIFY(!extractionFromJson({{u"range"_s, 7}}));
    }

    void aThinkTimeComesBackAsItWas()
    {
        const ThinkTime thinkTime{u"think"_s, 250, true, {{u"x"_s, 1}}};
        QVERIFY(*thinkTimeFromJson(toJson(thinkTime)) == thinkTime);
    }
};

QTEST_GUILESS_MAIN(TestCard)
#include "tst_card.moc"
