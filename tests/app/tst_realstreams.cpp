// Cards of media streams against servers that others wrote, from the card to the figures. ffmpeg makes one short film; all
// else is a copy of it.
#include "tests/servers/realserver.h"
#include "tests/support/protocolcards.h"
#include "tests/support/selfsigned.h"

#include <QProcess>

using namespace cards;
using engine::StreamFigures;

namespace {

/// Over HTTP the files of its folder, over RTMP live streams, which it also offers as HLS, and records of what is published.
struct MediaServer
{
    uint16_t rtmp = freePort();
    RealServer nginx;

    MediaServer() : nginx("nginx", {"-p", "@DIR@", "-e", "@DIR@/error.log", "-c", "@DIR@/nginx.conf"}, {{"nginx.conf", settings()}}) {}
    std::string settings() const
    {
        return std::string("load_module /usr/lib/nginx/modules/ngx_rtmp_module.so;\n") + (::geteuid() == 0 ? "user root;\n" : "")
            + "worker_processes 1; pid @DIR@/nginx.pid; error_log @DIR@/error.log; daemon off; events { worker_connections 256; }\n"
              "rtmp { server { listen 127.0.0.1:" + std::to_string(rtmp) + "; chunk_size 4096; ack_window 20000;\n"
              "  application live { live on; idle_streams off; hls on; hls_path @DIR@/hls; hls_fragment 500ms; hls_playlist_length 3s; }\n"
              "  application kept { live on; record all; record_path @DIR@; record_suffix .flv; }\n"
              "  application closed { live on; deny publish all; deny play all; } } }\n"
              "http { access_log @DIR@/access.log; root @DIR@; types { application/vnd.apple.mpegurl m3u8; video/mp2t ts; }\n"
              "  client_body_temp_path @DIR@/b; proxy_temp_path @DIR@/p; fastcgi_temp_path @DIR@/f; uwsgi_temp_path @DIR@/u; scgi_temp_path @DIR@/s;\n"
              "  server { listen 127.0.0.1:@PORT@; add_header Cache-Control no-cache; } }\n";
    }
    bool has(const char *file) const { return std::filesystem::exists(nginx.folder().file(file)); }
    QString http(const QString &path) const { return u"http://127.0.0.1:%1/%2"_s.arg(nginx.port()).arg(path); }
    QString live(const QString &path) const { return u"rtmp://127.0.0.1:%1/%2"_s.arg(rtmp).arg(path); }

    /// ffmpeg in its folder; false: it failed.
    bool make(const char *options) const
    {
        return std::system(("cd " + nginx.folder().path() + " && ffmpeg -nostdin -v error -y " + options + " 2>ffmpeg.err").c_str()) == 0;
    }
    /// film.flv, 2 s with a key frame each half, and play lists of it.
    bool makeFilm() const
    {
        nginx.folder().write("the.key", "0123456789abcdef");
        nginx.folder().write("info", "the.key\nthe.key\n");
        nginx.folder().write("master.m3u8", "#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=7\nts.m3u8\n#EXT-X-STREAM-INF:BANDWIDTH=9\nmp4.m3u8\n"
                                            "#EXT-X-STREAM-INF:BANDWIDTH=5\nsafe.m3u8\n");
        return make("-f lavfi -i testsrc2=size=64x36:rate=10 -f lavfi -i sine -t 2 -c:v libx264 -preset ultrafast -g 5 -keyint_min 5 -sc_threshold 0 "
                    "-pix_fmt yuv420p -c:a aac -f flv film.flv")
            && make("-i film.flv -c copy -f hls -hls_time 0.5 -hls_list_size 0 ts.m3u8")
            && make("-i film.flv -c copy -f hls -hls_time 0.5 -hls_list_size 0 -hls_key_info_file info safe.m3u8")
            && make("-i film.flv -c copy -f hls -hls_time 0.5 -hls_list_size 0 -hls_segment_type fmp4 mp4.m3u8");
    }
};

/// The film again and again, published as it is meant to be watched.
struct Publisher : QProcess
{
    explicit Publisher(const MediaServer &server)
    {
        start(u"ffmpeg"_s, {u"-nostdin"_s, u"-v"_s, u"error"_s, u"-re"_s, u"-stream_loop"_s, u"-1"_s, u"-i"_s, QString::fromStdString(server.nginx.folder().file("film.flv")),
                            u"-c"_s, u"copy"_s, u"-f"_s, u"flv"_s, server.live(u"live/film"_s)});
    }
    ~Publisher() override
    {
        kill();
        waitForFinished();
    }
};

/// TLS before a port.
struct TlsFront : RealServer
{
    explicit TlsFront(uint16_t behind, const SelfSigned &pair = {})
        : RealServer("socat", {"OPENSSL-LISTEN:@PORT@,bind=127.0.0.1,fork,reuseaddr,verify=0,cert=@DIR@/c.pem,key=@DIR@/k.pem", "TCP:127.0.0.1:" + std::to_string(behind)},
                     {{"c.pem", pair.certificate}, {"k.pem", pair.key}})
    {
    }
};

Step hls(const QString &url, domain::StreamOptions::Bitrate bitrate = domain::StreamOptions::FirstListed)
{
    Step step = card(Protocol::HlsRtmp, url);
    domain::StreamOptions options;
    options.duration = 1;
    options.bitrate = bitrate;
    options.retryDelayMs = 200;
    options.retryTimes = 20;
    domain::setStreamOptions(step.message, options);
    return step;
}

Step published(const QString &url, const QString &file = {})
{
    Step step = card(Protocol::HlsRtmp, {});
    domain::StreamOptions options;
    options.rtmpUrl = url;
    options.publishes = true;
    options.mediaFile = file;
    options.duration = 1;
    domain::setStreamOptions(step.message, options);
    return step;
}

} // namespace

class RealStreamsTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<MediaServer> m_media;
    std::unique_ptr<Publisher> m_publisher;

    const MediaServer &media() { return *m_media; }
    /// Waits until what is published can be watched.
    void goLive()
    {
        if (!m_publisher)
            m_publisher = std::make_unique<Publisher>(media());
        QTRY_VERIFY_WITH_TIMEOUT(media().has("hls/film.m3u8"), 10'000);
    }
    static void isWatched(const engine::Totals &totals, uint64_t plays)
    {
        QVERIFY2(totals.errors.empty(), qPrintable(firstError(totals)));
        QCOMPARE(totals.successes, plays);
        const StreamFigures *figures = totals.items[1].stream.figures();
        QVERIFY(figures);
        QCOMPARE(figures->plays, plays);
        QCOMPARE(figures->errors(), uint64_t(0));
        QCOMPARE(figures->firstFrame.count, plays);
        QVERIFY(figures->firstFrame.min > 0 && figures->firstFrame.min <= figures->firstFrame.max);
        QVERIFY(figures->receivedKeyFrames.count >= plays);
        QVERIFY(figures->videoReceivedBytes > plays * 1000);
        QCOMPARE(figures->sentPackets, uint64_t(0));
        QVERIFY(totals.items[1].receivedBytes > figures->videoReceivedBytes + figures->audioReceivedBytes);
        QVERIFY(totals.items[1].times.min() >= engine::oneSecond * 99 / 100);
    }

private slots:
    void initTestCase()
    {
        m_media = std::make_unique<MediaServer>();
        QVERIFY2(m_media->nginx.isUp(), m_media->nginx.problem());
        QVERIFY2(media().makeFilm(), media().nginx.folder().read("ffmpeg.err").c_str());
    }
    void cleanupTestCase() { m_publisher.reset(); }

    void recordedFilmsArePlayed_data()
    {
        QTest::addColumn<QString>("list");
        QTest::addColumn<int>("bitrate");
        QTest::addColumn<QString>("asked"); // of the segments
        using Options = domain::StreamOptions;
        QTest::newRow("transport stream") << u"ts.m3u8"_s << int(Options::FirstListed) << u"ts0.ts"_s;
        QTest::newRow("fragments of MP4") << u"mp4.m3u8"_s << int(Options::FirstListed) << u"mp40.m4s"_s;
        QTest::newRow("AES-128") << u"safe.m3u8"_s << int(Options::FirstListed) << u"safe0.ts"_s;
        QTest::newRow("first variant") << u"master.m3u8"_s << int(Options::FirstListed) << u"ts0.ts"_s;
        QTest::newRow("highest variant") << u"master.m3u8"_s << int(Options::Highest) << u"mp40.m4s"_s;
        QTest::newRow("lowest variant") << u"master.m3u8"_s << int(Options::Lowest) << u"safe0.ts"_s;
    }
    void recordedFilmsArePlayed()
    {
        QFETCH(QString, list);
        QFETCH(int, bitrate);
        QFETCH(QString, asked);
        const size_t before = media().nginx.folder().read("access.log").size();
        const engine::Totals totals = run({hls(media().http(list), domain::StreamOptions::Bitrate(bitrate))}, 2, 2);
        isWatched(totals, 2);
        const QString log = QString::fromStdString(media().nginx.folder().read("access.log").substr(before));
        QCOMPARE(log.count(u"/"_s + asked), 2);
        for (const auto &other : {u"ts0.ts"_s, u"mp40.m4s"_s, u"safe0.ts"_s})
            QVERIFY(other == asked || !log.contains(u"/"_s + other));
        QCOMPARE(log.count(u"/the.key"_s), asked == u"safe0.ts"_s ? 2 : 0);
        const StreamFigures &figures = *totals.items[1].stream.figures();
        QCOMPARE(figures.stalls, uint64_t(0));
        QCOMPARE(figures.audioReceivedBytes > 0, asked != u"mp40.m4s"_s); // of a fragment all counts as video
    }

    void liveStreamsArePlayed_data()
    {
        QTest::addColumn<QString>("how");
        for (const char *how : {"HLS", "RTMP", "RTMPS"}) QTest::newRow(how) << QString::fromLatin1(how);
    }
    void liveStreamsArePlayed()
    {
        QFETCH(QString, how);
        goLive();
        TlsFront tls(media().rtmp);
        QVERIFY2(tls.isUp(), tls.problem());
        const Step step = how == u"HLS"_s ? hls(media().http(u"hls/film.m3u8"_s))
            : how == u"RTMP"_s            ? stream(card(Protocol::HlsRtmp, media().live(u"live/film"_s)))
                                          : stream(card(Protocol::HlsRtmp, u"rtmps://127.0.0.1:%1/live/film"_s.arg(tls.port())));
        isWatched(run({step}, 2, 2), 2);
    }

    void whatIsPublishedIsRecordedAsItWasSent_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("isTls");
        QTest::addColumn<bool>("isFile");
        QTest::addColumn<QString>("picture");
        QTest::newRow("generated") << u"generated"_s << false << false << u"h264,256,144"_s;
        QTest::newRow("generated, RTMPS") << u"secure"_s << true << false << u"h264,256,144"_s;
        QTest::newRow("file") << u"file"_s << false << true << u"h264,64,36"_s;
    }
    void whatIsPublishedIsRecordedAsItWasSent()
    {
        QFETCH(QString, name);
        QFETCH(bool, isTls);
        QFETCH(bool, isFile);
        QFETCH(QString, picture);
        TlsFront tls(media().rtmp);
        QVERIFY2(tls.isUp(), tls.problem());
        const QString url = isTls ? u"rtmps://127.0.0.1:%1/kept/%2"_s.arg(tls.port()).arg(name) : media().live(u"kept/"_s + name);
        const engine::Totals totals = run({published(url, isFile ? QString::fromStdString(media().nginx.folder().file("film.flv")) : QString())}, 1, 1);
        QVERIFY2(totals.errors.empty(), qPrintable(firstError(totals)));
        const StreamFigures *figures = totals.items[1].stream.figures();
        QVERIFY(figures && figures->plays == 1 && figures->errors() == 0 && figures->sentKeyFrames.count >= 1);
        QCOMPARE(figures->receivedPackets, uint64_t(0));

        QProcess probe; // reads what nginx took down
        probe.start(u"ffprobe"_s, {u"-v"_s, u"error"_s, u"-count_packets"_s, u"-show_entries"_s, u"stream=codec_type,codec_name,width,height,nb_read_packets"_s,
                                   u"-of"_s, u"default=nw=1"_s, QString::fromStdString(media().nginx.folder().file(name.toStdString() + ".flv"))});
        QVERIFY(probe.waitForFinished(20'000));
        const QString told = QString::fromUtf8(probe.readAllStandardOutput());
        const QStringList wanted = picture.split(u',');
        QVERIFY2(told.contains(u"codec_name=%1\n"_s.arg(wanted[0])) && told.contains(u"width=%1\nheight=%2\n"_s.arg(wanted[1], wanted[2])), qPrintable(told));
        QVERIFY2(told.contains(u"codec_type=audio"_s), qPrintable(told));
        uint64_t packets = 0;
        for (const QString &line : told.split(u'\n'))
            if (line.startsWith(u"nb_read_packets="_s))
                packets += line.section(u'=', 1).toULongLong();
        QVERIFY2(packets > 20 && packets <= figures->sentPackets && figures->sentPackets - packets <= 4, // metadata and the settings of both decoders
                 qPrintable(u"%1 of %2"_s.arg(packets).arg(figures->sentPackets)));
    }

    void whatNginxForbidsIsNamed()
    {
        const engine::Totals totals = run({published(media().live(u"closed/film"_s)), stream(card(Protocol::HlsRtmp, media().live(u"nowhere/film"_s)))}, 1, 2);
        const auto failedAt = [&](size_t item, engine::StreamFailure stage) { return totals.items[item].stream.figures()->failed[size_t(stage)]; };
        QVERIFY2(failedAt(1, engine::StreamFailure::Publish) == 2, qPrintable(firstError(totals)));
        QVERIFY2(failedAt(2, engine::StreamFailure::RtmpConnect) == 2, qPrintable(firstError(totals)));
    }

    void ffmpegServesHttpFlv()
    {
        RealServer server("ffmpeg", {"-nostdin", "-v", "error", "-re", "-stream_loop", "-1", "-i", media().nginx.folder().file("film.flv"), "-c", "copy", "-f", "flv", "-listen", "1",
                                     "http://127.0.0.1:@PORT@/live.flv"}); // for one who comes once
        QVERIFY2(server.isUp(), server.problem());
        isWatched(run({stream(card(Protocol::HttpFlv, u"http://127.0.0.1:%1/live.flv"_s.arg(server.port())))}, 1, 1), 1);
    }
};

QTEST_GUILESS_MAIN(RealStreamsTest)
#include "tst_realstreams.moc"
