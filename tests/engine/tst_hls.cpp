#include "engine/protocol/hlsclient.h"
#include "engine/protocol/tsreader.h"
#include "tests/servers/realserver.h"
#include "tests/support/runtask.h"
#include "tests/support/scriptedserver.h"

#include <QTest>

#include <map>

using namespace engine;
using namespace std::string_literals;

namespace {

/// nginx over a folder that a program fills.
struct Nginx : RealServer
{
  static std::string settings()
  {
    return "worker_processes 1; pid @DIR@/nginx.pid; error_log @DIR@/nginx.err warn; daemon off; user root;\n"
           "events { worker_connections 256; }\n"
           "http { access_log @DIR@/access.log; client_body_temp_path @DIR@/b; proxy_temp_path @DIR@/p; fastcgi_temp_path @DIR@/f;\n"
           "uwsgi_temp_path @DIR@/u; scgi_temp_path @DIR@/s; types { application/vnd.apple.mpegurl m3u8; video/mp2t ts; }\n"
           "server { listen 127.0.0.1:@PORT@; root @DIR@; add_header Cache-Control no-cache; } }\n";
  }
  Nginx() : RealServer("nginx", {"-p", "@DIR@", "-c", "@DIR@/nginx.conf"}, {{"nginx.conf", settings()}}) {}

  bool fill(const std::string &options, const std::string &pace = {})
  {
    return std::system(("cd " + folder().path() + " && ffmpeg -v error " + pace + " -f lavfi -i testsrc2=size=64x36:rate=10 " + pace
                        + " -f lavfi -i sine " + options + " 2>ffmpeg.err").c_str()) == 0;
  }
};

const std::string codecs = "-c:v libx264 -preset ultrafast -g 10 -keyint_min 10 -sc_threshold 0 -pix_fmt yuv420p -c:a aac ";

struct Player
{
  Reactor reactor;
  Network network{reactor};
  HlsClient client{network};
  HlsPlay play;
  std::string url;

  Player(uint16_t port, std::string_view path) : url("http://127.0.0.1:" + std::to_string(port) + std::string(path)) { play.url = url; }
  ExchangeResult run() { return runTask(reactor, client.play(play)); }
  uint64_t failures(StreamFailure failure) const { return client.figures().failed[size_t(failure)]; }
};

QString text(const ExchangeResult &result) { return QString::fromStdString(result.error); }

QString problemOf(std::string_view playlist)
{
  HlsPlaylist list;
  const char *wrong = list.parse(playlist);
  return QString::fromLatin1(wrong ? wrong : "");
}

/// One packet of a transport stream, which is all that a segment needs to be.
std::string packet()
{
  std::string bytes(188, '\xff');
  bytes.replace(0, 4, "\x47\x1f\xff\x10", 4);
  return bytes;
}

/// Answers by path; what is not listed is not there.
struct Site
{
  std::map<std::string, std::string> pages;
  std::function<void(const std::string &)> asked = [](auto &) {};

  ScriptedServer::Script script()
  {
    return [this](ScriptedPeer &peer) {
      for (;;) {
        const std::string request = peer.request();
        if (request.empty()) return;
        const std::string path = request.substr(4, request.find(' ', 4) - 4);
        asked(path);
        const auto found = pages.find(path);
        if (found == pages.end()) peer.reply("", "404 Not Found");
        else peer.reply(found->second);
      }
    };
  }
};

} // namespace

class tst_Hls : public QObject
{
  Q_OBJECT

private slots:
  void listsOfVariantsAreRead()
  {
    HlsPlaylist list;
    QVERIFY(!list.parse("#EXTM3U\r\n#EXT-X-VERSION:3\r\n#EXT-X-STREAM-INF:BANDWIDTH=500,CODECS=\"avc1,mp4a\",RESOLUTION=1x1\r\nmid.m3u8\r\n"
                        "#EXT-X-STREAM-INF:CODECS=\"a,BANDWIDTH=9\",BANDWIDTH=900\r\nhigh.m3u8\r\n#EXT-X-STREAM-INF:BANDWIDTH=100\r\n\r\nlow.m3u8"));
    QVERIFY(list.isMaster);
    QCOMPARE(list.variants.size(), size_t(3));
    const auto uri = [&](int rule, uint64_t random = 0) { return list.variants[hlsChoice(list.variants, rule, random)].uri; };
    QCOMPARE(uri(0), std::string("mid.m3u8"));
    QCOMPARE(uri(1), std::string("high.m3u8"));
    QCOMPARE(uri(2), std::string("low.m3u8"));
    QCOMPARE(uri(3, 4), std::string("high.m3u8"));
  }

  void listsOfSegmentsAreRead()
  {
    HlsPlaylist list;
    QVERIFY(!list.parse("#EXTM3U\n#EXT-X-TARGETDURATION:6\n#EXT-X-MEDIA-SEQUENCE:41\n#EXT-X-MAP:URI=\"init.mp4\",BYTERANGE=\"700@0\"\n"
                        "#EXTINF:5.5,title\na.mp4\n#EXT-X-KEY:METHOD=AES-128,URI=\"key?a=1,2\",IV=0x0A\n#EXT-X-BYTERANGE:100@50\n#EXTINF:6\n"
                        "b.mp4\n#EXT-X-BYTERANGE:30\n#EXTINF:2.000,\nb.mp4\n#EXT-X-KEY:METHOD=NONE\n#EXTINF:1,\nc.mp4\n#EXT-X-ENDLIST\n"));
    QVERIFY(!list.isMaster && list.isEnded);
    QCOMPARE(list.segments.size(), size_t(4));
    QCOMPARE(list.targetDuration, int64_t(6'000'000'000));
    QCOMPARE(list.segments[0].duration, int64_t(5'500'000'000));
    QCOMPARE(list.segments[3].sequence, uint64_t(44));
    QVERIFY(list.segments[0].key == -1 && list.segments[1].key == 0 && list.segments[2].key == 0 && list.segments[3].key == -1);
    QVERIFY(list.segments[1].range.offset == 50 && list.segments[1].range.length == 100 && list.segments[2].range.offset == 150);
    QVERIFY(list.segments[0].map == 0 && list.maps[0].range.length == 700);
    QCOMPARE(list.keys[0].uri, std::string("key?a=1,2"));
    QCOMPARE(list.keys[0].iv.value(), std::string(15, '\0') + "\x0a");
  }

  void listsThatMakeNoSenseAreNamed()
  {
    QCOMPARE(problemOf(""), QStringLiteral("it is empty"));
    QCOMPARE(problemOf("<html>"), QStringLiteral("it does not begin with #EXTM3U"));
    QCOMPARE(problemOf("#EXTM3U\na.ts"), QStringLiteral("an address stands in it without its duration"));
    QCOMPARE(problemOf("#EXTM3U\n#EXTINF:x,\na.ts"), QStringLiteral("the duration of a segment makes no sense"));
    QCOMPARE(problemOf("#EXTM3U\n#EXTINF:-1,\na.ts"), QStringLiteral("the duration of a segment makes no sense"));
    QCOMPARE(problemOf("#EXTM3U\n#EXTINF:1e300,\na.ts"), QStringLiteral("the duration of a segment makes no sense"));
    QCOMPARE(problemOf("#EXTM3U\n#EXT-X-MEDIA-SEQUENCE:-4\n"), QStringLiteral("its media sequence makes no sense"));
    QCOMPARE(problemOf("#EXTM3U\n#EXT-X-KEY:METHOD=SAMPLE-AES,URI=\"k\"\n"), QStringLiteral("its segments are encrypted by another method than AES-128"));
    QCOMPARE(problemOf("#EXTM3U\n#EXT-X-KEY:METHOD=AES-128\n"), QStringLiteral("the key of its segments has no address"));
    QCOMPARE(problemOf("#EXTM3U\n#EXT-X-KEY:METHOD=AES-128,URI=\"k\",IV=12\n"), QStringLiteral("the IV of its segments makes no sense"));
    QCOMPARE(problemOf("#EXTM3U\n#EXT-X-BYTERANGE:0\n"), QStringLiteral("a byte range makes no sense"));
    QCOMPARE(problemOf("#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\n"), QStringLiteral("it lists no variant"));
    QCOMPARE(problemOf("#EXTM3U\n" + std::string(4'000'001, '#')), QStringLiteral("it is larger than 4 MB"));
    std::string many = "#EXTM3U\n";
    for (int i = 0; i <= 100'000; ++i) many += "#EXTINF:1,\na\n";
    QCOMPARE(problemOf(many), QStringLiteral("it lists more than 100,000 segments"));
  }

  void recordedSegmentsArePlayedFromNginx()
  {
    Nginx server;
    QVERIFY2(server.isUp(), server.problem());
    QVERIFY2(server.fill("-t 4 " + codecs + "-f hls -hls_time 1 -hls_list_size 0 vod.m3u8"), server.folder().read("ffmpeg.err").c_str());
    Player player(server.port(), "/vod.m3u8");
    player.play.duration = 60 * oneSecond; // longer than the media: it ends with it
    const ExchangeResult result = player.run();
    QCOMPARE(text(result), QString());
    const StreamFigures &figures = player.client.figures();
    QCOMPARE(player.client.segments(), uint64_t(4));
    QCOMPARE(figures.receivedKeyFrames.count, uint64_t(4));
    QVERIFY(figures.videoReceivedBytes > 10'000 && figures.audioReceivedBytes > 10'000);
    QCOMPARE(figures.stalls, uint64_t(0));
    QVERIFY(result.sample.responseTime > 3900 * oneMs); // at playing speed

    // The bytes of the whole are those of the files.
    TsReader reader;
    for (int i = 0; i < 4; ++i) reader.feed(server.folder().read("vod" + std::to_string(i) + ".ts"));
    reader.end();
    QCOMPARE(QString::fromLatin1(reader.problem()), QString());
    QCOMPARE(figures.receivedPackets, reader.packets());
    QVERIFY(figures.videoReceivedBytes <= reader.videoBytes() && reader.videoBytes() - figures.videoReceivedBytes < 2000);
  }

  void playingEndsInTime()
  {
    Nginx server;
    QVERIFY2(server.isUp(), server.problem());
    QVERIFY(server.fill("-t 30 " + codecs + "-f hls -hls_time 1 -hls_list_size 0 vod.m3u8"));
    Player player(server.port(), "/vod.m3u8");
    player.play.duration = 700 * oneMs;
    const ExchangeResult result = player.run();
    QCOMPARE(text(result), QString());
    QVERIFY(player.client.segments() <= 12); // no more than ten seconds ahead
    QVERIFY(result.sample.responseTime >= 700 * oneMs);
  }

  void aSegmentWithoutEndDoesNotProlongThePlay()
  {
    ScriptedServer server([](ScriptedPeer &peer) {
      const std::string list = "#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:0.1,\n/a.ts\n#EXTINF:0.1,\n/b.ts\n#EXT-X-ENDLIST\n";
      for (const std::string &body : {list, packet()}) {
        peer.request();
        peer.reply(body);
      }
      peer.request();
      peer.send("HTTP/1.1 200 OK\r\n\r\n");
      std::string block;
      for (int i = 0; i < 300; ++i) block += packet();
      while (::send(peer.descriptor(), block.data(), block.size(), MSG_NOSIGNAL) > 0) {}
    });
    Player player(server.port(), "/list.m3u8");
    player.play.duration = 300 * oneMs;
    const ExchangeResult result = player.run();
    QCOMPARE(text(result), QString());
    QCOMPARE(player.client.segments(), uint64_t(1));
    QCOMPARE(player.client.figures().stalls, uint64_t(1));
    QVERIFY(player.client.figures().stallTime >= 200 * oneMs);
  }

  void whatNeverEndsBeforeTheFirstSegmentFailsInTime_data()
  {
    QTest::addColumn<QByteArray>("list");
    QTest::newRow("list") << QByteArray();
    QTest::newRow("first segment") << QByteArray("#EXTM3U\n#EXTINF:1,\n/a.ts\n#EXT-X-ENDLIST\n");
  }
  void whatNeverEndsBeforeTheFirstSegmentFailsInTime()
  {
    QFETCH(QByteArray, list);
    ScriptedServer server([list = list.toStdString()](ScriptedPeer &peer) {
      peer.request();
      if (!list.empty()) {
        peer.reply(list);
        peer.request();
      }
      peer.send("HTTP/1.1 200 OK\r\n\r\n");
      const std::string block = list.empty() ? "#" : packet();
      for (;;) { // drips, so that no silence is ever longer than the response timeout
        if (::send(peer.descriptor(), block.data(), block.size(), MSG_NOSIGNAL) <= 0) return;
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
      }
    });
    Player player(server.port(), "/list.m3u8");
    player.play.connectTimeout = player.play.responseTimeout = player.play.duration = 100 * oneMs;
    const ExchangeResult result = player.run();
    QVERIFY2(text(result).endsWith(QStringLiteral("had not come to its end after 0.3 s.")), result.error.c_str());
    QVERIFY(result.sample.outcome == Outcome::Timeout && result.sample.side == Side::Server);
    QCOMPARE(player.failures(StreamFailure::HttpTimeout), uint64_t(1));
  }

  void aLiveListThatNeverEndsDoesNotProlongThePlay()
  {
    ScriptedServer server([](ScriptedPeer &peer) {
      for (const std::string &body : {"#EXTM3U\n#EXT-X-TARGETDURATION:0\n#EXTINF:0.1,\n/a.ts\n"s, packet()}) {
        peer.request();
        peer.reply(body);
      }
      peer.request();
      peer.send("HTTP/1.1 200 OK\r\n\r\n");
      // drips, so that only the end of the play can end it
      while (::send(peer.descriptor(), "#", 1, MSG_NOSIGNAL) > 0) std::this_thread::sleep_for(std::chrono::milliseconds(5));
    });
    Player player(server.port(), "/list.m3u8");
    player.play.duration = 300 * oneMs;
    QCOMPARE(text(player.run()), QString());
    QCOMPARE(player.client.segments(), uint64_t(1));
    QCOMPARE(player.client.figures().errors(), uint64_t(0));
  }

  void encryptedSegmentsAndFragmentsOfMp4ArePlayed()
  {
    Nginx server;
    QVERIFY2(server.isUp(), server.problem());
    server.folder().write("the.key", "0123456789abcdef");
    server.folder().write("info", "the.key\nthe.key\n");
    QVERIFY(server.fill("-t 2 " + codecs + "-f hls -hls_time 1 -hls_list_size 0 -hls_key_info_file info safe.m3u8"));
    Player safe(server.port(), "/safe.m3u8");
    QCOMPARE(text(safe.run()), QString());
    QCOMPARE(safe.client.figures().receivedKeyFrames.count, uint64_t(2));

    server.folder().write("the.key", "another key here");
    Player wrong(server.port(), "/safe.m3u8");
    QVERIFY(wrong.run().sample.outcome == Outcome::Parsed);
    QCOMPARE(wrong.failures(StreamFailure::ParseFile), uint64_t(1));

    QVERIFY(server.fill("-t 2 " + codecs + "-f hls -hls_time 1 -hls_list_size 0 -hls_segment_type fmp4 -hls_flags single_file mp4.m3u8"));
    Player mp4(server.port(), "/mp4.m3u8");
    QCOMPARE(text(mp4.run()), QString());
    QCOMPARE(mp4.client.segments(), uint64_t(2));
    QVERIFY(mp4.client.figures().videoReceivedBytes > 5000);
  }

  void aLiveListIsFollowed()
  {
    Nginx server;
    QVERIFY2(server.isUp(), server.problem());
    std::thread publisher([&] { server.fill("-t 6 " + codecs + "-f hls -hls_time 1 -hls_list_size 3 -hls_flags delete_segments live.m3u8", "-re"); });
    for (int turn = 0; turn < 500 && !std::filesystem::exists(server.folder().file("live.m3u8")); ++turn)
      std::this_thread::sleep_for(std::chrono::milliseconds(10)); // another program: there is nothing to wait on
    Player player(server.port(), "/live.m3u8");
    player.play.duration = 3 * oneSecond;
    player.play.retryDelay = 300 * oneMs;
    player.play.retryTimes = 20;
    const ExchangeResult result = player.run();
    publisher.join();
    QCOMPARE(text(result), QString());
    QVERIFY2(player.client.segments() >= 2, std::to_string(player.client.segments()).c_str());
  }

  void theVariantIsChosenByRule()
  {
    Site site;
    site.pages["/a/master.m3u8"] = "#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=5\nmid.m3u8\n#EXT-X-STREAM-INF:BANDWIDTH=9\n/high.m3u8\n";
    site.pages["/a/mid.m3u8"] = site.pages["/high.m3u8"] = "#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:0.05,\n/s.ts\n#EXT-X-ENDLIST\n";
    site.pages["/s.ts"] = packet();
    ScriptedServer server(site.script());
    Player player(server.port(), "/a/master.m3u8");
    QCOMPARE(text(player.run()), QString());
    QVERIFY(player.client.variantUrl().ends_with("/a/mid.m3u8"));
    player.play.bitrate = 1;
    QCOMPARE(text(player.run()), QString());
    QVERIFY(player.client.variantUrl().ends_with("/high.m3u8"));
    QCOMPARE(player.client.figures().plays, uint64_t(1));
  }

  void aLiveListWithNothingNewIsAskedSoOftenAndThenFails()
  {
    Site site;
    std::atomic<int> asked{0};
    site.pages["/live.m3u8"] = "#EXTM3U\n#EXT-X-TARGETDURATION:0\n#EXTINF:0.05,\n/s.ts\n";
    site.pages["/s.ts"] = packet();
    site.asked = [&](const std::string &path) { asked += path == "/live.m3u8"; };
    ScriptedServer server(site.script());
    Player player(server.port(), "/live.m3u8");
    player.play.retryDelay = 20 * oneMs;
    player.play.retryTimes = 3;
    const ExchangeResult result = player.run();
    QVERIFY(result.sample.outcome == Outcome::Assert && result.sample.side == Side::Server);
    QVERIFY2(result.error.ends_with("had no new segment after 3 retries."), result.error.c_str());
    QCOMPARE(player.failures(StreamFailure::Retry), uint64_t(1));
    QCOMPARE(asked.load(), 5); // the first, the one that was due, and three retries
  }

  void failuresAreCountedByTheirStage_data()
  {
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("failure");
    QTest::addColumn<int>("outcome");
    QTest::addColumn<QString>("end");
    const auto row = [](const char *path, StreamFailure failure, Outcome outcome, const char *end) {
      QTest::newRow(path) << QString::fromLatin1(path) << int(failure) << int(outcome) << QString::fromLatin1(end);
    };
    row("/none.m3u8", StreamFailure::Play, Outcome::Assert, "with HTTP status 404.");
    row("/html", StreamFailure::ParseFile, Outcome::Parsed, "the play list: it does not begin with #EXTM3U.");
    row("/loop.m3u8", StreamFailure::ParseFile, Outcome::Parsed, "a list of variants leads to another one.");
    row("/empty.m3u8", StreamFailure::ParseFile, Outcome::Parsed, "the play list holds no segment.");
    row("/garbage.m3u8", StreamFailure::ParseFile, Outcome::Parsed, "a segment is no transport stream.");
    row("/half.m3u8", StreamFailure::ParseFile, Outcome::Parsed, "a segment ends within a packet.");
    row("/gone.m3u8", StreamFailure::Play, Outcome::Assert, "with HTTP status 404.");
    row("/key.m3u8", StreamFailure::ParseFile, Outcome::Parsed, "the key of the segments is not 16 bytes long.");
    row("/mp4.m3u8", StreamFailure::ParseFile, Outcome::Parsed, "a segment is no fragment of MP4.");
    row("/foreign.m3u8", StreamFailure::IllegalUrl, Outcome::Others, "is no address of the form http://host/path.");
  }
  void failuresAreCountedByTheirStage()
  {
    QFETCH(QString, path);
    QFETCH(int, failure);
    QFETCH(int, outcome);
    QFETCH(QString, end);
    const std::string begin = "#EXTM3U\n#EXT-X-TARGETDURATION:1\n", done = "#EXT-X-ENDLIST\n";
    Site site;
    site.pages = {{"/html", "<html>"},
                  {"/loop.m3u8", "#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=5\nloop.m3u8\n"},
                  {"/empty.m3u8", begin + done},
                  {"/garbage.m3u8", begin + "#EXTINF:1,\nhtml\n" + done},
                  {"/half.m3u8", begin + "#EXTINF:1,\nhalf.ts\n" + done},
                  {"/half.ts", packet() + "\x47 and no more"},
                  {"/gone.m3u8", begin + "#EXTINF:1,\ngone.ts\n" + done},
                  {"/key.m3u8", begin + "#EXT-X-KEY:METHOD=AES-128,URI=\"html\"\n#EXTINF:1,\nhalf.ts\n" + done},
                  {"/mp4.m3u8", begin + "#EXT-X-MAP:URI=\"html\"\n#EXTINF:1,\nhalf.ts\n" + done},
                  {"/foreign.m3u8", begin + "#EXTINF:1,\nrtmp://other/x\n" + done}};
    ScriptedServer server(site.script());
    Player player(server.port(), path.toStdString());
    const ExchangeResult result = player.run();
    QVERIFY2(text(result).endsWith(end), result.error.c_str());
    QCOMPARE(int(result.sample.outcome), outcome);
    QCOMPARE(player.failures(StreamFailure(failure)), uint64_t(1));
    QCOMPARE(player.client.figures().errors(), uint64_t(1));
  }

  void aPlayCanBeCutOffWhileItWaits()
  {
    Site site;
    site.pages["/v.m3u8"] = "#EXTM3U\n#EXT-X-TARGETDURATION:60\n#EXTINF:60,\n/s.ts\n#EXT-X-ENDLIST\n";
    site.pages["/s.ts"] = packet();
    ScriptedServer server(site.script());
    Player player(server.port(), "/v.m3u8");
    const ExchangeResult result = runTask(player.reactor, [](Player &p) -> Task<ExchangeResult> {
      auto cutter = [](Player &q) -> Task<> {
        co_await q.reactor.sleepUntil(q.reactor.readClock() + 50 * oneMs);
        q.client.cancel();
      };
      cutter(p).detach();
      co_return co_await p.client.play(p.play);
    }(player));
    QVERIFY(result.cutOff);
    QCOMPARE(player.client.figures().plays, uint64_t(0));
  }
};

QTEST_GUILESS_MAIN(tst_Hls)
#include "tst_hls.moc"
