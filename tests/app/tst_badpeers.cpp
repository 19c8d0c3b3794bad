// Peers that misbehave, from the card to the figures: each fails in its class with a sentence that names it, memory stays
// bounded, and the next pass goes on unharmed.
#include "engine/protocol/mqttcodec.h"
#include "engine/protocol/websockethandshake.h"
#include "engine/serve/livemedia.h"
#include "tests/engine/http2frames.h"
#include "tests/engine/rtmppeer.h"
#include "tests/support/protocolcards.h"
#include "tests/support/scriptedserver.h"

#include <QFile>

using namespace cards;
using engine::StreamFailure;

namespace {

enum Speech { Http, Http2, Https, Tcp, TcpTls, WebSocket, Wss, Mqtt, Mqtts, MqttWs, Flv, Hls, Rtmp, RtmpPublish, Rtmps };
constexpr Speech all[] = {Http, Http2, Https, Tcp, TcpTls, WebSocket, Wss, Mqtt, Mqtts, MqttWs, Flv, Hls, Rtmp, RtmpPublish, Rtmps};
const char *nameOf(Speech speech)
{
    return std::array{"HTTP/1.1", "HTTP/2", "HTTPS", "TCP", "TCP over TLS", "WebSocket", "WSS", "MQTT", "MQTT over TLS", "MQTT over WebSocket",
                      "HTTP-FLV", "HLS", "RTMP play", "RTMP publication", "RTMPS"}[speech];
}

bool isTls(Speech speech) { return speech == Https || speech == TcpTls || speech == Wss || speech == Mqtts || speech == Rtmps; }
bool isRtmp(Speech speech) { return speech == Rtmp || speech == RtmpPublish || speech == Rtmps; }
bool isStream(Speech speech) { return speech == Flv || speech == Hls || isRtmp(speech); }

/// The first card with which this speech goes to a port.
Step cardOf(Speech speech, uint16_t port, int patienceMs)
{
    const auto at = [&](const char *scheme, const char *path = "") { return u"%1://127.0.0.1:%2%3"_s.arg(QLatin1StringView(scheme)).arg(port).arg(QLatin1StringView(path)); };
    Step step;
    switch (speech) {
    case Http: step = card(Protocol::Http, at("http", "/"), u"GET"_s); break;
    case Https: step = card(Protocol::Http, at("https", "/"), u"GET"_s); break;
    case Http2:
        step = card(Protocol::Http, at("http", "/"), u"GET"_s);
        domain::setHttp2(step.message, true, 0);
        break;
    case Tcp: case TcpTls: {
        domain::SocketOptions options;
        options.end = domain::SocketOptions::Mark;
        options.mark = u"END"_s;
        step = socketCard(card(Protocol::Tcp, at(speech == Tcp ? "tcp" : "ssl"), {}, u"ping"_s), options);
        break;
    }
    case WebSocket: case Wss: step = card(Protocol::WebSocket, at(speech == WebSocket ? "ws" : "wss"), u"Connect"_s); break;
    case Mqtt: case Mqtts: case MqttWs:
        step = mqtt(card(Protocol::Mqtt, at(speech == Mqtt ? "mqtt" : speech == Mqtts ? "mqtts" : "ws"), u"Connect"_s), {});
        break;
    case Flv: step = stream(card(Protocol::HttpFlv, at("http", "/live.flv"))); break;
    case Hls: step = stream(card(Protocol::HlsRtmp, at("http", "/list.m3u8"))); break;
    case Rtmp: case RtmpPublish: case Rtmps: {
        step = card(Protocol::HlsRtmp, {});
        domain::StreamOptions options;
        options.rtmpUrl = at(speech == Rtmps ? "rtmps" : "rtmp", "/live/film");
        options.publishes = speech == RtmpPublish;
        options.duration = 1;
        domain::setStreamOptions(step.message, options);
        break;
    }
    }
    step.message.connectTimeoutMs = step.message.returnTimeoutMs = patienceMs;
    return step;
}

/// What a well-behaved peer does with one connection.
void behave(Speech speech, ScriptedPeer &peer)
{
    using namespace engine;
    switch (speech) {
    case Http: case Https:
        peer.request();
        peer.reply("fine");
        break;
    case Http2:
        peer.request(); // "PRI * HTTP/2.0\r\n\r\n"
        peer.send(http2::settings + http2::headers(1, true));
        break;
    case Tcp: case TcpTls: peer.send("pong END"); break;
    case WebSocket: case Wss: case MqttWs: {
        std::optional<DeflateTerms> none;
        peer.send(acceptUpgrade(peer.request(), none));
        if (speech == MqttWs) peer.send(std::string_view("\x82\x04\x20\x02\0\0", 6));
        break;
    }
    case Mqtt: case Mqtts: {
        std::string answer;
        appendMqttConnAck(answer, MqttVersion::V311, 0, false);
        peer.send(answer);
        break;
    }
    case Flv: {
        peer.request();
        std::string film = "HTTP/1.1 200 OK\r\n\r\n";
        LiveFlv::begin(film);
        LiveFlv().upTo(2000, film);
        peer.send(film);
        peer.close();
        return;
    }
    case Hls:
        peer.request();
        peer.reply("#EXTM3U\n#EXT-X-TARGETDURATION:2\n#EXTINF:0.01,\n0.ts\n#EXT-X-ENDLIST\n");
        peer.request();
        peer.reply(transportSegment(0));
        break;
    case Rtmp: case Rtmps: // a stream that soon ends
        peer.send(RtmpPeer().upTo("NetStream.Play.Start").picture(0, true).sound(10).status("NetStream.Play.Stop").bytes);
        break;
    case RtmpPublish: peer.send(RtmpPeer().upTo("NetStream.Publish.Start").bytes); break;
    }
    peer.awaitEnd();
}

struct BadPeer
{
    enum Then { Closes, Stays, Resets };

    QByteArray says{};
    Then then = Closes;
    QByteArray endless{}; ///< said again and again after that, until the other side has had enough
};

void misbehave(const BadPeer &how, ScriptedPeer &peer)
{
    char first[4096];
    if (::recv(peer.descriptor(), first, sizeof first, 0) <= 0)
        return;
    if (how.then == BadPeer::Resets)
        return peer.reset();
    peer.send({how.says.constData(), size_t(how.says.size())});
    if (!how.endless.isEmpty()) {
        const QByteArray block = how.endless.repeated(1 + 65536 / how.endless.size());
        for (int i = 0; i < 4000; ++i) // 256 MB
            if (::send(peer.descriptor(), block.constData(), size_t(block.size()), MSG_NOSIGNAL) <= 0)
                return;
    }
    if (how.then == BadPeer::Closes)
        ::shutdown(peer.descriptor(), SHUT_WR); // closing on unread bytes would be a reset
    peer.awaitEnd();
}

/// Kilobytes, "VmRSS" or "VmHWM".
qint64 memory(const char *field)
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n'))
        if (line.startsWith(field))
            return line.simplified().split(' ').value(1).toLongLong();
    return 0;
}

} // namespace
Q_DECLARE_METATYPE(BadPeer)

class BadPeersTest : public QObject
{
    Q_OBJECT

private slots:
    void failuresHaveTheirClassAndHarmNothingElse_data()
    {
        QTest::addColumn<int>("speech");
        QTest::addColumn<BadPeer>("peer");
        QTest::addColumn<int>("outcome");
        QTest::addColumn<QString>("part"); // of the sentence
        QTest::addColumn<int>("stage");    // of streams
        const auto row = [](Speech speech, const char *what, const BadPeer &peer, Outcome outcome, const char *part, StreamFailure stage = StreamFailure::None) {
            QTest::newRow(qPrintable(u"%1: %2"_s.arg(QLatin1StringView(nameOf(speech)), QLatin1StringView(what))))
                << int(speech) << peer << int(outcome) << QString::fromLatin1(part) << int(stage);
        };
        const QByteArray ssh = "SSH-2.0-OpenSSH_9.2p1 Debian-2\r\n" + QByteArray(200, '\0'), garbage(200, '\xff'),
                         page = "HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\n<html>", gone = "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n",
                         filler = "X-Filler: and so on and so forth\r\n";
        constexpr auto closes = BadPeer::Closes, stays = BadPeer::Stays, resets = BadPeer::Resets;

        for (const Speech each : all) {
            if (isTls(each)) {
                row(each, "closes within TLS", {}, Outcome::Others, "TLS with ", StreamFailure::TcpConnect);
                row(each, "resets within TLS", {{}, resets}, Outcome::Others, "TLS with ", StreamFailure::TcpConnect);
                row(each, "stalls within TLS", {{}, stays}, Outcome::Others, "The TLS handshake with ", StreamFailure::TcpConnect);
                row(each, "does not speak TLS", {page, stays}, Outcome::Others, "TLS with ", StreamFailure::TcpConnect);
                row(each, "has no cipher in common", {QByteArray("\x15\x03\x01\x00\x02\x02\x28", 7), stays}, Outcome::Others, "TLS with ", StreamFailure::TcpConnect);
                continue;
            }
            const auto lost = isRtmp(each) ? StreamFailure::HandShake : StreamFailure::Unknown;
            row(each, "closes", {}, Outcome::Others, "closed the connection without an answer", lost);
            row(each, "resets", {{}, resets}, Outcome::Others, "reset", lost);
            row(each, "stalls", {{}, stays}, Outcome::Timeout, "No data from ", isRtmp(each) ? lost : StreamFailure::HttpTimeout);
            if (each == RtmpPublish) // as a play, until it begins; and its good pass takes a second
                continue;
            row(each, "is an SSH server", {ssh}, Outcome::Parsed, "could not be understood", lost);
            row(each, "answers garbage", {garbage}, Outcome::Parsed, "could not be understood", lost);
        }

        for (const Speech each : {Http, WebSocket, MqttWs, Flv, Hls}) {
            row(each, "never ends its headers", {"HTTP/1.1 200 OK\r\n", stays, filler}, Outcome::Parsed, "head", StreamFailure::Unknown);
            if (each != Http)
                row(each, "is told 404", {gone}, Outcome::Assert, "404", StreamFailure::Play);
        }
        row(Http, "promises 4 GB and stalls", {"HTTP/1.1 200 OK\r\nContent-Length: 4294967296\r\n\r\n<html>", stays}, Outcome::Timeout, "No data from ");
        row(Http, "promises 4 GB and closes", {"HTTP/1.1 200 OK\r\nContent-Length: 4294967296\r\n\r\n<html>"}, Outcome::Parsed, "could not be understood");
        row(Http, "promises more than can be", {"HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999999\r\n\r\n", stays}, Outcome::Parsed, "could not be understood");
        row(Http, "sends a chunk of 2^64 bytes", {"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n10000000000000000\r\n", stays}, Outcome::Parsed, "could not be understood");

        const auto bytes = [](const std::string &text) { return QByteArray(text.data(), qsizetype(text.size())); };
        row(Http2, "speaks HTTP/1", {page}, Outcome::Parsed, "it speaks HTTP/1 and not HTTP/2");
        row(Http2, "sends a frame of 16 MB", {bytes(http2::settings) + QByteArray("\xff\xff\xff\x00\x00\x00\x00\x00\x01", 9), stays, "x"}, Outcome::Parsed, "breaks the rules of HTTP/2");
        row(Http2, "never ends its headers", {bytes(http2::settings + http2::frame(1, 0, 1, "\x88")), stays, bytes(http2::frame(9, 0, 1, std::string_view("\x40\x01" "a\x01" "b", 5)))},
            Outcome::Parsed, "could not be understood");
        row(Http2, "says goodbye to every request", {bytes(http2::settings + http2::goAway(0)), stays}, Outcome::Others, "gave the request up");
        row(Tcp, "never ends its answer", {{}, stays, "on and on and "}, Outcome::Parsed, "goes on beyond 10 MB");

        const QByteArray noise = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: none\r\n\r\n";
        row(WebSocket, "accepts with the wrong key", {noise, stays}, Outcome::Parsed, "could not be understood");
        row(WebSocket, "answers with a page", {page}, Outcome::Assert, "200");
        row(Mqtt, "is an HTTP server", {"HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n" + QByteArray(100, ' ')}, Outcome::Parsed, "could not be understood");
        row(Mqtt, "sends a packet of 256 MB", {QByteArray("\x30\xff\xff\xff\x7f", 5), stays, "x"}, Outcome::Parsed, "larger than 16 MB");
        row(Mqtt, "refuses", {QByteArray("\x20\x02\x00\x05", 4), stays}, Outcome::Assert, "not authorized");

        const QByteArray ok = "HTTP/1.1 200 OK\r\n\r\n", flv = QByteArray("FLV\x01\x05\0\0\0\x09\0\0\0\0", 13);
        row(Flv, "is a page", {page}, Outcome::Parsed, "does not begin with FLV", StreamFailure::IllegalFlvHeader);
        row(Flv, "sends a header of 4 GB", {ok + QByteArray("FLV\x01\x05\xff\xff\xff\xff", 9), stays, "x"}, Outcome::Parsed, "could not be understood", StreamFailure::IllegalFlvHeader);
        row(Flv, "sends garbage for tags", {ok + flv + garbage, stays}, Outcome::Parsed, "could not be understood", StreamFailure::ParseFlvFile);
        row(Flv, "stalls within its first tag", {ok + flv + QByteArray("\x09\xff\xff\xff\0\0\0\0\0\0\0", 11), stays}, Outcome::Timeout, "No data from ", StreamFailure::HttpTimeout);
        row(Hls, "is a page", {page}, Outcome::Parsed, "play list", StreamFailure::ParseFile);
        row(Hls, "never ends its list", {ok + "#EXTM3U\n", stays, "#EXTINF:1,\nsegment.ts\n"}, Outcome::Parsed, "it is larger than 4 MB", StreamFailure::ParseFile);

        using StreamFailure::CreateStream, StreamFailure::HandShake, StreamFailure::RtmpConnect;
        const std::string hello = RtmpPeer().hello().bytes;
        row(Rtmp, "is an HTTP server", {page}, Outcome::Parsed, "version 3 of RTMP", HandShake);
        row(Rtmp, "stalls within the handshake", {bytes(hello.substr(0, 2000)), stays}, Outcome::Timeout, "No data from ", HandShake);
        row(Rtmp, "rejects the connection", {bytes(RtmpPeer().hello().result(1, false).bytes), stays}, Outcome::Assert, "No such application", RtmpConnect);
        row(Rtmp, "sends a chunk of 4 GB", {bytes(RtmpPeer().hello().message(engine::RtmpType::SetChunkSize, "\xff\xff\xff\xff", 0, 0, 2).bytes), stays}, Outcome::Parsed,
            "chunk size that makes no sense", RtmpConnect);
        row(Rtmp, "sends a message of 16 MB", {bytes(hello) + QByteArray("\x03\0\0\0\xff\xff\xff\x14\0\0\0\0", 12), stays, "x"}, Outcome::Parsed, "larger than 4 MB", RtmpConnect);
        row(Rtmp, "creates no stream", {bytes(RtmpPeer().hello().result(1).bytes), stays}, Outcome::Timeout, "No data from ", CreateStream);
        for (const Speech each : {Rtmp, RtmpPublish}) {
            const auto last = each == Rtmp ? StreamFailure::Play : StreamFailure::Publish;
            const std::string begun = RtmpPeer().upTo(each == Rtmp ? "NetStream.Play.Start" : "NetStream.Publish.Start").bytes;
            row(each, "refuses the stream", {bytes(RtmpPeer().hello().result(1).created().status("NetStream.Failed", "error").bytes), stays}, Outcome::Assert, "NetStream.Failed", last);
            row(each, "sends garbage in the stream", {bytes(begun) + garbage, stays}, Outcome::Parsed, "could not be understood", last);
            row(each, "closes in the stream", {bytes(begun), closes}, Outcome::Parsed, "could not be understood", last);
        }
    }
    void failuresHaveTheirClassAndHarmNothingElse()
    {
        QFETCH(int, speech);
        QFETCH(BadPeer, peer);
        QFETCH(int, outcome);
        QFETCH(QString, part);
        QFETCH(int, stage);
        const auto spoken = Speech(speech);
        // For TLS the test has no good peer, and who refuses unread is asked again: those stay bad, with a good one beside.
        const int bad = isTls(spoken) || part == u"gave the request up"_s ? INT_MAX : 1;
        ScriptedServer server([&](ScriptedPeer &each) { each.index() < bad ? misbehave(peer, each) : behave(spoken, each); });
        ScriptedServer other([](ScriptedPeer &each) {
            for (char bytes[64]; ::recv(each.descriptor(), bytes, sizeof bytes, 0) > 0;)
                each.send("pong END");
        });
        const qint64 before = memory("VmRSS:");
        const engine::Totals totals = run({cardOf(spoken, server.port(), 200), cardOf(Tcp, other.port(), 5000)}, 1, 2);
        const qint64 grown = memory("VmHWM:") - before;

        const Tally &tally = totals.items[1];
        const uint64_t failed = bad == 1 ? 1 : 2;
        QCOMPARE(tally.requests, uint64_t(2));
        QVERIFY2(failures(tally, Outcome(outcome)) == failed, qPrintable(firstError(totals)));
        QVERIFY2(firstError(totals).contains(part) && firstError(totals).contains(u"127.0.0.1:%1"_s.arg(server.port())), qPrintable(firstError(totals)));
        QCOMPARE(tally.successes, 2 - failed); // the second pass
        QVERIFY(std::ranges::all_of(totals.errors, [](const auto &each) { return each.itemIndex == 1; }));
        QCOMPARE(totals.items[2].successes, uint64_t(2));
        QCOMPARE(totals.passes, uint64_t(2));
        if (isStream(spoken)) {
            const engine::StreamFigures *figures = tally.stream.figures();
            QVERIFY(figures && figures->plays == 2 && figures->errors() == failed);
            const auto at = size_t(std::ranges::find_if(figures->failed, [](uint64_t each) { return each > 0; }) - figures->failed.begin());
            QCOMPARE(at, size_t(stage));
        }
        QVERIFY2(grown < 80'000, qPrintable(u"%1 KB"_s.arg(grown)));
    }

    /// A frame of 4 GB, where a connection is open already.
    void framesTooLargeEndAConnectionInUse_data()
    {
        QTest::addColumn<int>("speech");
        QTest::addColumn<QByteArray>("frame");
        QTest::newRow("WebSocket") << int(WebSocket) << QByteArray("\x82\x7f\0\0\0\x01\0\0\0\0", 10);
        QTest::newRow("MQTT") << int(Mqtt) << QByteArray("\x30\xff\xff\xff\x7f", 5);
        QTest::newRow("MQTT over WebSocket") << int(MqttWs) << QByteArray("\x82\x7f\0\0\0\x01\0\0\0\0", 10);
    }
    void framesTooLargeEndAConnectionInUse()
    {
        QFETCH(int, speech);
        QFETCH(QByteArray, frame);
        ScriptedServer server([&](ScriptedPeer &peer) {
            if (speech == Mqtt) {
                char bytes[1024];
                ::recv(peer.descriptor(), bytes, sizeof bytes, 0);
                peer.send(std::string_view("\x20\x02\0\0", 4));
            } else {
                std::optional<engine::DeflateTerms> none;
                peer.send(engine::acceptUpgrade(peer.request(), none));
                if (speech == MqttWs) peer.send(std::string_view("\x82\x04\x20\x02\0\0", 6));
            }
            char bytes[1024]; // what uses the connection
            ::recv(peer.descriptor(), bytes, sizeof bytes, 0);
            const std::string block(65536, 'x');
            peer.send({frame.constData(), size_t(frame.size())});
            for (int i = 0; i < 4000 && ::send(peer.descriptor(), block.data(), block.size(), MSG_NOSIGNAL) > 0; ++i) {}
        });
        Step use = cardOf(Speech(speech), server.port(), 5000);
        use.message.method = speech == WebSocket ? u"ReadWrite"_s : u"Subscribe"_s;
        if (speech != WebSocket)
            use = mqtt(use, u"topic"_s, 1);
        const qint64 before = memory("VmRSS:");
        const engine::Totals totals = run({cardOf(Speech(speech), server.port(), 5000), use}, 1, 2);
        QVERIFY2(totals.items[1].successes == 2, qPrintable(firstError(totals))); // the second pass connects anew
        QVERIFY2(failures(totals.items[2], Outcome::Parsed) + failures(totals.items[2], Outcome::Others) == 2, qPrintable(firstError(totals)));
        QVERIFY2(firstError(totals).contains(u"larger than 16 MB"_s), qPrintable(firstError(totals)));
        QVERIFY(memory("VmHWM:") - before < 80'000);
    }

    void nobodyListensIsARefusal_data()
    {
        QTest::addColumn<int>("speech");
        for (const Speech each : all) QTest::newRow(nameOf(each)) << int(each);
    }
    void nobodyListensIsARefusal()
    {
        QFETCH(int, speech);
        const engine::Totals totals = run({cardOf(Speech(speech), refusingPort(), 5000)}, 1, 2);
        QVERIFY2(failures(totals.items[1], Outcome::Refused) == 2, qPrintable(firstError(totals)));
        if (isStream(Speech(speech)))
            QCOMPARE(totals.items[1].stream.figures()->failed[size_t(StreamFailure::TcpConnect)], uint64_t(2));
    }
};

QTEST_GUILESS_MAIN(BadPeersTest)
#include "tst_badpeers.moc"
