// Cards of every protocol, from the project to the figures: compiled, run against the demo target, counted, debugged.
#include "app/cli/cli.h"
#include "app/services/debugservice.h"
#include "tests/support/protocolcards.h"
#include "tests/support/scriptedserver.h"

#include <QFile>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace cards;

class ProtocolCardsTest : public QObject
{
    Q_OBJECT

    std::string m_why;
    std::unique_ptr<engine::DemoTarget> m_target = engine::DemoTarget::start(0, m_why);

    static QVector<QJsonObject> debugged(const QVector<Step> &steps, const Variables &variables = {})
    {
        services::DebugService service;
        QSignalSpy finished(&service, &services::DebugService::finished);
        const auto started = service.start({projectOf(steps, 1, 1, variables), {1}, {}, {}, {}});
        if (!started)
            throw std::runtime_error(started.error().message.toStdString());
        QVector<QJsonObject> shown;
        if (finished.wait(20'000))
            for (const services::DebugExchange &each : service.exchanges())
                shown.append(toJson(each));
        return shown;
    }
    QString place() const { return u"127.0.0.1:%1"_s.arg(m_target->port()); }

private slots:
    void initTestCase() { QVERIFY2(m_target, m_why.c_str()); }

    void aTcpCardIsFilledCheckedExtractedAndCounted()
    {
        Step first = expecting(card(Protocol::Tcp, u"tcp://${host}"_s, {}, u"order ${item}#42"_s), u"order ${item}#42"_s);
        domain::Extraction number;
        number.name = u"number"_s;
        number.regexp = u"#(\\d+)"_s;
        first.extractions = {number};
        const Step second = expecting(card(Protocol::Tcp, u"${host}"_s, {}, u"<${number}>"_s), u"<42>"_s);
        const engine::Totals totals = run({first, second}, 3, 30, {{u"host"_s, {place()}}, {u"item"_s, {u"tea"_s, u"ink"_s}}});
        QVERIFY2(totals.errors.empty(), qPrintable(firstError(totals)));
        QCOMPARE(totals.passes, uint64_t(30));
        QCOMPARE(totals.successes, uint64_t(60));
        const Tally &order = totals.items[1], &answer = totals.items[2];
        QCOMPARE(order.sentBytes, uint64_t(30 * 12));
        QCOMPARE(order.receivedBytes, order.sentBytes);
        QCOMPARE(answer.sentBytes, uint64_t(30 * 4));
        QCOMPARE(answer.times.count(), uint64_t(30));
        for (const uint64_t each : order.status)
            QCOMPARE(each, uint64_t(0)); // there are none
    }

    void aCheckThatDoesNotHoldIsNamed()
    {
        const engine::Totals totals = run({expecting(card(Protocol::Tcp, place(), {}, u"ping"_s), u"pong"_s)}, 1, 4);
        QCOMPARE(totals.passes, uint64_t(4));
        QCOMPARE(failures(totals.items[1], Outcome::Assert), uint64_t(4));
        QVERIFY2(firstError(totals).startsWith(u"Checkpoint failed: "_s) && firstError(totals).contains(u"pong"_s), qPrintable(firstError(totals)));
    }

    void hexadecimalDigitsAreBytes()
    {
        domain::SocketOptions options;
        options.payloadIsHex = true;
        options.end = domain::SocketOptions::Length;
        options.length = 3;
        const engine::Totals totals = run({expecting(socketCard(card(Protocol::Tcp, place(), {}, u"61 62 ${last}"_s), options), u"abc"_s)}, 1, 2,
                                          {{u"last"_s, {u"63"_s}}});
        QVERIFY2(totals.errors.empty(), qPrintable(firstError(totals)));
        QCOMPARE(totals.items[1].sentBytes, uint64_t(6));
        const auto odd = services::compile(projectOf({socketCard(card(Protocol::Tcp, place(), {}, u"6"_s), options)}, 1, 1), {domain::CaseId{1}});
        QVERIFY(!odd && odd.error().message.contains(u"hexadecimal"_s));
    }

    void aConnectionIsKeptOrClosedAsTheCardSays_data()
    {
        QTest::addColumn<bool>("closes");
        QTest::addColumn<int>("connections");
        QTest::newRow("kept") << false << 1;
        QTest::newRow("closed") << true << 5;
    }
    void aConnectionIsKeptOrClosedAsTheCardSays()
    {
        QFETCH(bool, closes);
        QFETCH(int, connections);
        ScriptedServer server([](ScriptedPeer &peer) { // echoes
            char bytes[256];
            for (ssize_t got; (got = ::recv(peer.descriptor(), bytes, sizeof bytes, 0)) > 0;)
                peer.send({bytes, size_t(got)});
        });
        domain::SocketOptions options;
        options.closeAfter = closes;
        const engine::Totals totals = run({expecting(socketCard(card(Protocol::Tcp, u"127.0.0.1:%1"_s.arg(server.port()), {}, u"hi"_s), options), u"hi"_s)}, 1, 5);
        QVERIFY2(totals.errors.empty(), qPrintable(firstError(totals)));
        QCOMPARE(server.connections(), connections);
    }

    void aServerThatClosesAfterEachAnswerIsConnectedToAgain()
    {
        ScriptedServer server([](ScriptedPeer &peer) { peer.send("bye"); });
        Step step = expecting(card(Protocol::Tcp, u"127.0.0.1:%1"_s.arg(server.port())), u"bye"_s);
        step.thinkTime.emplace().ms = 30; // by then the end has come
        step.thinkTime->fixed = true;
        const engine::Totals totals = run({step}, 1, 6);
        QVERIFY2(totals.errors.empty(), qPrintable(firstError(totals)));
        QCOMPARE(totals.successes, uint64_t(6));
        QCOMPARE(server.connections(), 6);
    }

    void datagramsComeBackOrAreNotAwaited()
    {
        domain::SocketOptions none;
        none.end = domain::SocketOptions::NoAnswer;
        const engine::Totals totals = run({expecting(card(Protocol::Udp, u"udp://"_s + place(), {}, u"n ${__iter}"_s), u"n ${__iter}"_s),
                                           socketCard(card(Protocol::Udp, place(), {}, u"lost"_s), none)}, 2, 20);
        QVERIFY2(totals.errors.empty(), qPrintable(firstError(totals)));
        QCOMPARE(totals.successes, uint64_t(40));
        QCOMPARE(totals.items[2].sentBytes, uint64_t(20 * 4));
        QCOMPARE(totals.items[2].receivedBytes, uint64_t(0));
    }

    void aDatagramNobodyAnswersIsLost()
    {
        Step step = card(Protocol::Udp, u"127.0.0.1:%1"_s.arg(refusingPort()), {}, u"hello"_s);
        step.message.returnTimeoutMs = 50;
        const engine::Totals totals = run({step}, 1, 2);
        const Tally &tally = totals.items[1];
        QCOMPARE(tally.requests, uint64_t(2));
        QCOMPARE(tally.successes, uint64_t(0));
        QCOMPARE(failures(tally, Outcome::Refused) + failures(tally, Outcome::Timeout), uint64_t(2));
    }

    void aWebSocketIsOpenedUsedAndClosed()
    {
        const QString url = u"ws://"_s + place() + u"/chat"_s;
        domain::WebSocketOptions packed;
        packed.compression = true;
        Step open = card(Protocol::WebSocket, url, u"Connect"_s);
        domain::setWebSocketOptions(open.message, packed);
        const QVector<Step> steps{open, expecting(card(Protocol::WebSocket, url, u"ReadWrite"_s, u"hello ${name}"_s), u"hello ${name}"_s),
                                  card(Protocol::WebSocket, url, u"WriteOnly"_s, u"later"_s),
                                  expecting(card(Protocol::WebSocket, url, u"ReadOnly"_s), u"later"_s),
                                  card(Protocol::WebSocket, url, u"DisConnect"_s)};
        const engine::Totals totals = run(steps, 2, 12, {{u"name"_s, {u"Ann"_s, u"孔"_s}}});
        QVERIFY2(totals.errors.empty(), qPrintable(firstError(totals)));
        QCOMPARE(totals.passes, uint64_t(12));
        QCOMPARE(totals.successes, uint64_t(60));
        QCOMPARE(totals.items[1].status[0], uint64_t(12)); // 101
    }

    void aMessageWithoutAConnectionFailsAndSaysSo()
    {
        const engine::Totals totals = run({card(Protocol::WebSocket, u"ws://"_s + place(), u"ReadOnly"_s)}, 1, 1);
        QCOMPARE(failures(totals.items[1], Outcome::Others), uint64_t(1));
        QVERIFY2(firstError(totals).contains(u"Connect"_s), qPrintable(firstError(totals)));
    }

    void mqttMessagesArePublishedAndReceived_data()
    {
        QTest::addColumn<QString>("scheme");
        QTest::newRow("TCP") << u"mqtt"_s;
        QTest::newRow("WebSocket") << u"ws"_s;
    }
    void mqttMessagesArePublishedAndReceived()
    {
        QFETCH(QString, scheme);
        const QString url = scheme + u"://"_s + place(), topic = scheme + u"/users/${__vu}"_s;
        const QVector<Step> steps{mqtt(card(Protocol::Mqtt, url, u"Connect"_s), {}),
                                  mqtt(card(Protocol::Mqtt, url, u"Publish"_s, u"${__iter} of ${__vu}"_s), topic, 0, true, 2),
                                  expecting(mqtt(card(Protocol::Mqtt, url, u"Subscribe"_s), topic, 1), u"${__iter} of ${__vu}"_s),
                                  mqtt(card(Protocol::Mqtt, url, u"Unsubscribe"_s), topic),
                                  mqtt(card(Protocol::Mqtt, url, u"DisConnect"_s), {})};
        const engine::Totals totals = run(steps, 3, 15);
        QVERIFY2(totals.errors.empty(), qPrintable(firstError(totals)));
        QCOMPARE(totals.passes, uint64_t(15));
        QCOMPARE(totals.successes, uint64_t(75));
    }

    void streamsArePlayedAndCounted_data()
    {
        QTest::addColumn<int>("protocol");
        QTest::addColumn<QString>("url");
        QTest::newRow("HTTP-FLV") << int(Protocol::HttpFlv) << u"http://%1/live.flv"_s;
        QTest::newRow("HLS") << int(Protocol::HlsRtmp) << u"http://%1/hls/master.m3u8"_s;
        QTest::newRow("RTMP") << int(Protocol::HlsRtmp) << u"rtmp://%1/live/film"_s;
    }
    void streamsArePlayedAndCounted()
    {
        QFETCH(int, protocol);
        QFETCH(QString, url);
        const engine::Totals totals = run({stream(card(Protocol(protocol), url.arg(place())))}, 3, 6);
        QVERIFY2(totals.errors.empty(), qPrintable(firstError(totals)));
        QCOMPARE(totals.successes, uint64_t(6));
        const engine::StreamFigures *figures = totals.items[1].stream.figures();
        QVERIFY(figures);
        QCOMPARE(figures->plays, uint64_t(6));
        QCOMPARE(figures->errors(), uint64_t(0));
        QCOMPARE(figures->firstFrame.count, uint64_t(6));
        QVERIFY(figures->receivedKeyFrames.count >= 6);
        QVERIFY(figures->videoReceivedBytes > 6 * 40'000 && figures->audioReceivedBytes > 6 * 40 * 8);
        QVERIFY(totals.items[1].receivedBytes > figures->videoReceivedBytes);
        QVERIFY(totals.items[1].times.min() >= engine::oneSecond * 99 / 100); // a play lasts as long as it was asked to
    }

    void aPublicationIsCountedAsSent()
    {
        Step step = card(Protocol::HlsRtmp, {});
        domain::StreamOptions options;
        options.rtmpUrl = u"rtmp://%1/live/mine"_s.arg(place());
        options.publishes = true;
        options.duration = 1;
        domain::setStreamOptions(step.message, options);
        const engine::Totals totals = run({step}, 2, 2);
        QVERIFY2(totals.errors.empty(), qPrintable(firstError(totals)));
        const engine::StreamFigures *figures = totals.items[1].stream.figures();
        QVERIFY(figures && figures->plays == 2 && figures->sentKeyFrames.count >= 2 && figures->videoSentBytes > 80'000);
        QCOMPARE(figures->videoReceivedBytes, uint64_t(0));
        QCOMPARE(figures->firstFrame.count, uint64_t(0)); // that is of plays
    }

    void everyFigureOfStreamsIsDefinedInTheManual()
    {
        const auto read = [](const char *name) {
            QFile file(QLatin1StringView(SOURCE_ROOT) + QLatin1StringView(name));
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        };
        const QJsonObject schemas = QJsonDocument::fromJson(read("/resources/api/openapi.json"))[u"components"_s][u"schemas"_s].toObject();
        QStringList names;
        for (const auto &schema : {u"StreamingMediaReport"_s, u"RtmpBrokens"_s, u"StreamingErrorBrokens"_s})
            names += schemas[schema][u"properties"_s].toObject().keys();
        QVERIFY(names.size() > 40);
        static const QRegularExpression ofDelays(u"^(sum|avg|min|max)(?=.+Delay$)"_s);
        for (const char *page : {"/resources/manual/en/protocols.md", "/resources/manual/zh/protocols.md"}) {
            const QString text = QString::fromUtf8(read(page));
            for (QString name : names)
                QVERIFY2(text.contains(name.replace(ofDelays, u"…"_s)), qPrintable(QLatin1StringView(page) + u": "_s + name));
        }
    }

    void aPlayIsCutOffWhenTheRunIsStopped()
    {
        const auto plan = compiled(projectOf({stream(card(Protocol::HttpFlv, u"http://%1/live.flv"_s.arg(place())), 3600)}, 4, 4));
        bool isStopped = false;
        const engine::Totals totals = engine::runToEnd(plan, [&](engine::Run &run, int64_t ms) {
            if (!isStopped && ms > 300)
                run.stop();
            isStopped = isStopped || ms > 300;
        }, 20'000);
        QVERIFY(totals.ended);
        QCOMPARE(totals.cutOff, uint64_t(4));
        QCOMPARE(totals.requests, uint64_t(0));
        QVERIFY2(totals.errors.empty(), qPrintable(firstError(totals)));
    }

    void whatWasSentAndCameBackIsShownWhenDebugging()
    {
        domain::SocketOptions hex;
        hex.payloadIsHex = true;
        const QString ws = u"ws://"_s + place();
        Step open = card(Protocol::WebSocket, ws, u"Connect"_s);
        open.message.headers.append({u"X-Mine"_s, u"${name}"_s});
        const auto shown = debugged({expecting(card(Protocol::Tcp, place(), {}, u"hello"_s), u"hello"_s), socketCard(card(Protocol::Udp, place(), {}, u"00ff"_s), hex), open,
                                     card(Protocol::WebSocket, ws, u"ReadWrite"_s, u"a message"_s)}, {{u"name"_s, {u"Ann"_s}}});
        QCOMPARE(shown.size(), 4);
        QCOMPARE(shown[0][u"url"_s].toString(), u"TCP "_s + place());
        QCOMPARE(shown[0][u"returnBody"_s].toString(), u"hello"_s);
        QCOMPARE(shown[0][u"checks"_s].toArray().size(), 1);
        QCOMPARE(shown[0][u"result"_s].toInt(), 1);
        QCOMPARE(shown[0][u"body"_s].toString(), u"hello"_s);
        QVERIFY(shown[0][u"header"_s].toObject().isEmpty());
        QCOMPARE(shown[1][u"body"_s].toString(), u"00ff"_s);
        QCOMPARE(shown[1][u"returnBody"_s].toString(), u"00ff"_s);
        QCOMPARE(shown[2][u"statusCode"_s].toString(), u"101 Switching Protocols"_s);
        QCOMPARE(shown[2][u"header"_s].toObject(), (QJsonObject{{u"X-Mine"_s, u"Ann"_s}}));
        QCOMPARE(shown[3][u"returnBody"_s].toString(), u"a message"_s);
    }

    void mqttIsShownWhenDebugging()
    {
        const QString url = u"mqtt://"_s + place(), topic = u"shown/${__vu}"_s;
        const auto shown = debugged({mqtt(card(Protocol::Mqtt, url, u"Connect"_s), {}), mqtt(card(Protocol::Mqtt, url, u"Publish"_s, u"a message"_s), topic, 0, true, 1),
                                     expecting(mqtt(card(Protocol::Mqtt, url, u"Subscribe"_s), topic, 1), u"a message"_s), mqtt(card(Protocol::Mqtt, url, u"Publish"_s), u"#"_s),
                                     mqtt(card(Protocol::Mqtt, url, u"DisConnect"_s), {})});
        QCOMPARE(shown.size(), 5);
        const auto sent = [&](int i, const QString &name) { return shown[i][u"header"_s][name].toString(); };
        const auto came = [&](int i, const QString &name) { return shown[i][u"returnHeader"_s][name].toString(); };
        QCOMPARE(shown[0][u"url"_s].toString(), u"Connect "_s + url);
        QCOMPARE(sent(0, u"Version"_s) + sent(0, u"Keep-Alive"_s) + came(0, u"Session-Present"_s), u"3.1.1300 sno"_s);
        QVERIFY(!sent(0, u"Client-Id"_s).isEmpty());
        QCOMPARE(sent(1, u"Topic"_s) + sent(1, u"QoS"_s) + sent(1, u"Retain"_s), u"shown/11yes"_s);
        QCOMPARE(shown[1][u"body"_s].toString(), u"a message"_s);
        QCOMPARE(sent(2, u"Topic"_s) + sent(2, u"Awaited-Messages"_s), u"shown/11"_s);
        QCOMPARE(came(2, u"Topic"_s) + came(2, u"Messages"_s), u"shown/11"_s);
        QCOMPARE(shown[2][u"returnBody"_s].toString(), u"a message"_s);
        QCOMPARE(shown[2][u"checks"_s].toArray().size(), 1);
        QCOMPARE(shown[3][u"result"_s].toInt(), 2);
        QCOMPARE(shown[3][u"errorReason"_s].toString(), u"The card cannot be sent: the topic holds a wildcard."_s);
        QCOMPARE(shown[4][u"result"_s].toInt(), 1);
    }

    void theVerbShowsTopicsAndFigures()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(u"project.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const QString url = u"mqtt://"_s + place();
        file.write(domain::toProjectFile(projectOf({mqtt(card(Protocol::Mqtt, url, u"Connect"_s), {}), mqtt(card(Protocol::Mqtt, url, u"Publish"_s, u"news"_s), u"told/by/verb"_s, 0, true),
                                            stream(card(Protocol::HttpFlv, u"http://%1/live.flv"_s.arg(place())))}, 1, 1)));
        file.close();
        QString outText, errText;
        QTextStream out(&outText), err(&errText);
        QCOMPARE(cli::runCli({u"debug"_s, file.fileName(), u"--case"_s, u"case"_s}, {out, err}), 0);
        for (const auto &part : {u"Session-Present: no"_s, u"Topic: told/by/verb"_s, u"Retain: yes"_s, u"     news\n"_s, u"First-Frame: "_s, u" bytes of video, "_s, u"   done  "_s})
            QVERIFY2(outText.contains(part), qPrintable(part + u" is not in\n"_s + outText + errText));
        QVERIFY(!outText.contains(u"no answer"_s));
    }

    void streamsAreShownWhenDebugging()
    {
        Step publish = card(Protocol::HlsRtmp, {});
        domain::StreamOptions options;
        options.rtmpUrl = u"rtmp://%1/live/shown"_s.arg(place());
        options.publishes = true;
        options.duration = 1;
        domain::setStreamOptions(publish.message, options);
        const auto shown = debugged({stream(card(Protocol::HttpFlv, u"http://%1/live.flv"_s.arg(place()))), stream(card(Protocol::HlsRtmp, u"http://%1/hls/master.m3u8"_s.arg(place()))),
                                     publish, stream(card(Protocol::HttpFlv, u"http://%1/json"_s.arg(place())))});
        QCOMPARE(shown.size(), 4);
        const auto came = [&](int i, const QString &name) { return shown[i][u"returnHeader"_s][name].toString(); };
        for (int i = 0; i < 3; ++i) {
            QCOMPARE(shown[i][u"result"_s].toInt(), 1);
            QCOMPARE(shown[i][u"header"_s][u"Seconds"_s].toString(), u"1 s"_s);
            QVERIFY2(came(i, i == 2 ? u"Sent"_s : u"Received"_s).contains(u" bytes of video, "_s), qPrintable(QString::fromUtf8(QJsonDocument(shown[i]).toJson())));
            QVERIFY(came(i, u"Key-Frames"_s).toInt() >= 1);
            QCOMPARE(came(i, u"First-Frame"_s).endsWith(u" ms"_s), i < 2);
            QCOMPARE(came(i, u"Stalls"_s), i < 2 ? u"0"_s : QString());
        }
        QVERIFY(came(1, u"List"_s).endsWith(u".m3u8"_s) && came(1, u"Segments"_s).toInt() >= 1);
        QCOMPARE(shown[2][u"header"_s][u"Media"_s].toString(), u"a generated stream"_s);
        QCOMPARE(shown[3][u"result"_s].toInt(), 2);
        QVERIFY(shown[3][u"errorReason"_s].toString().contains(u"does not begin with FLV"_s));
    }
};

QTEST_GUILESS_MAIN(ProtocolCardsTest)
#include "tst_protocolcards.moc"
