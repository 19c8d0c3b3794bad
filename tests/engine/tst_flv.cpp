#include "engine/protocol/flvclient.h"
#include "tests/servers/realserver.h"
#include "tests/support/runtask.h"
#include "tests/support/scriptedserver.h"

#include <QTest>

using namespace engine;
using namespace std::string_literals;
using namespace std::string_view_literals;

namespace {

constexpr std::string_view keyFrame("\x17\x01\0\0\0key", 8), picture("\x27\x01\0\0\0pic", 8), settings("\x17\x00\0\0\0avc", 8),
  sound("\xaf\x01snd", 5), soundSettings("\xaf\x00\x12\x10", 4);

/// A stream of `frames` pictures, each 40 ms, a key frame every fifth, with sound beside them.
std::string stream(int frames, uint32_t from = 0)
{
  std::string out;
  appendFlvHeader(out, true, true);
  appendFlvTag(out, FlvKind::Script, from, "\x02\x00\x0aonMetaData"sv);
  appendFlvTag(out, FlvKind::Video, from, settings);
  appendFlvTag(out, FlvKind::Audio, from, soundSettings);
  for (int i = 0; i < frames; ++i) {
    appendFlvTag(out, FlvKind::Video, from + uint32_t(i) * 40, i % 5 ? picture : keyFrame);
    appendFlvTag(out, FlvKind::Audio, from + uint32_t(i) * 40, sound);
  }
  return out;
}

std::string outline(std::string_view bytes, size_t cut)
{
  FlvReader reader;
  std::string out;
  const std::string first(bytes.substr(0, cut)), second(bytes.substr(cut));
  for (std::string_view part : {std::string_view(first), std::string_view(second)})
    while (reader.next(part)) {
      const FlvTag &tag = reader.tag();
      out += tag.kind == FlvKind::Audio ? "a" : tag.kind == FlvKind::Video ? "v" : "s";
      out += std::to_string(tag.timestamp) + ":" + std::to_string(tag.size) + (tag.frame.isKeyFrame ? "k" : "")
          + (tag.frame.isHeader ? "h " : " ");
    }
  return out + (reader.isBroken() ? reader.problem() : reader.isWithinTag() ? "within" : "");
}

QString atEveryCut(std::string_view bytes)
{
  const std::string whole = outline(bytes, bytes.size());
  for (size_t cut = 0; cut < bytes.size(); ++cut) {
    const std::string other = outline(bytes, cut);
    if (other != whole) return QStringLiteral("cut at %1: %2").arg(cut).arg(QString::fromStdString(other));
  }
  return QString::fromStdString(whole);
}

struct Player
{
  Reactor reactor;
  Network network{reactor};
  FlvClient client{network};
  FlvPlay play;
  std::string url;

  explicit Player(uint16_t port) : url("http://127.0.0.1:" + std::to_string(port) + "/live.flv") { play.url = url; }
  ExchangeResult run() { return runTask(reactor, client.play(play)); }
  uint64_t failures(StreamFailure failure) const { return client.figures().failed[size_t(failure)]; }
};

QString text(const ExchangeResult &result) { return QString::fromStdString(result.error); }

/// Answers a request with these bytes, and stays.
ScriptedServer::Script answering(std::string bytes, bool stays = true)
{
  return [bytes = std::move(bytes), stays](ScriptedPeer &peer) {
    peer.request();
    peer.send(bytes);
    if (stays) peer.awaitEnd();
  };
}

const std::string ok = "HTTP/1.1 200 OK\r\nContent-Type: video/x-flv\r\n\r\n";

} // namespace

class tst_Flv : public QObject
{
  Q_OBJECT

private slots:
  void tagsComeWholeHoweverTheyAreCut()
  {
    QCOMPARE(atEveryCut(stream(2, 0x01020304)),
             QStringLiteral("s16909060:13 v16909060:8h a16909060:4h v16909060:8k a16909060:5 v16909100:8 a16909100:5 "));
  }

  void aTagCutOffIsKnown()
  {
    const std::string all = stream(1);
    QVERIFY(outline(std::string_view(all).substr(0, all.size() - 6), 0).ends_with("within"));
    QVERIFY(!outline(all, 0).ends_with("within"));
  }

  void framesAreToldApart()
  {
    QVERIFY(flvFrame(FlvKind::Video, keyFrame).isKeyFrame && !flvFrame(FlvKind::Video, picture).isKeyFrame);
    QVERIFY(flvFrame(FlvKind::Video, settings).isHeader && !flvFrame(FlvKind::Video, settings).isKeyFrame);
    QVERIFY(flvFrame(FlvKind::Video, "\x17\x02\0\0\0"sv).isHeader); // end of sequence
    QVERIFY(flvFrame(FlvKind::Video, "\x12"sv).isKeyFrame);         // Sorenson has no settings
    QVERIFY(flvFrame(FlvKind::Video, "\x90hvc1"sv).isHeader && flvFrame(FlvKind::Video, "\x91hvc1"sv).isKeyFrame);
    QVERIFY(flvFrame(FlvKind::Audio, soundSettings).isHeader && !flvFrame(FlvKind::Audio, "\x2f"sv).isHeader);
    QVERIFY(!flvFrame(FlvKind::Video, {}).isKeyFrame);
  }

  void whatIsNoFlvIsNamed_data()
  {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("problem");
    const auto row = [](const char *problem, std::string_view bytes) {
      QTest::newRow(problem) << QByteArray(bytes.data(), qsizetype(bytes.size())) << QString::fromLatin1(problem);
    };
    const std::string header = stream(0).substr(0, 13);
    row("it does not begin with FLV", "<html>"sv);
    row("it is of an unknown version of FLV", "FLV\x02\x05\0\0\0\x09"sv);
    row("the flags of its FLV header make no sense", "FLV\x01\xff\0\0\0\x09"sv);
    row("the size of its FLV header makes no sense", "FLV\x01\x05\xff\xff\xff\xff"sv);
    row("a tag is of an unknown kind", header + "\x07\0\0\0\0\0\0\0\0\0\0"s);
    row("a tag is encrypted", header + "\x29\0\0\0\0\0\0\0\0\0\0"s);
    row("a tag is of another stream", header + "\x09\0\0\0\0\0\0\0\0\0\x01"s);
  }
  void whatIsNoFlvIsNamed()
  {
    QFETCH(QByteArray, bytes);
    QFETCH(QString, problem);
    QCOMPARE(atEveryCut({bytes.data(), size_t(bytes.size())}), problem);
  }

  void payloadsAreKeptOnlyWhenAskedFor()
  {
    std::string bytes;
    appendFlvHeader(bytes, false, true);
    const std::string large = std::string(keyFrame) + std::string(1'000'000, 'x');
    appendFlvTag(bytes, FlvKind::Video, 0, large);
    FlvReader sizes, whole(true);
    std::string_view a = bytes, b = bytes;
    QVERIFY(sizes.next(a) && whole.next(b));
    QCOMPARE(sizes.tag().size, uint32_t(large.size()));
    QVERIFY(sizes.payload().size() < 10);
    QVERIFY(whole.payload() == large);
  }

  void keyFrameDelaysAndStallsAreMeasuredAgainstTimestamps()
  {
    constexpr int64_t ms = 1'000'000;
    PlaybackMeter meter;
    meter.begin(1000 * ms);
    const auto tag = [&](int64_t at, uint32_t timestamp, bool isKey) {
      meter.received(at * ms, {FlvKind::Video, timestamp, 100, {isKey, false}});
    };
    tag(1250, 5000, true);  // the first: 250 ms after the begin
    tag(2250, 6000, true);  // just in time
    tag(3300, 7000, true);  // 50 ms late
    tag(4200, 8000, false);
    QCOMPARE(meter.figures().stalls, uint64_t(0));
    tag(6750, 9000, true);  // 1.5 s late: the buffer of 1 s was empty for half a second
    tag(7750, 10000, true); // as late, but the player has waited meanwhile
    const StreamFigures &figures = meter.figures();
    QCOMPARE(figures.firstFrame.sum, 250 * ms);
    QCOMPARE(figures.receivedKeyFrames.count, uint64_t(5));
    QCOMPARE(figures.receivedKeyFrames.min, int64_t(0));
    QCOMPARE(figures.receivedKeyFrames.max, 1500 * ms);
    QCOMPARE(figures.receivedKeyFrames.sum, 3050 * ms);
    QCOMPARE(figures.stalls, uint64_t(1));
    QCOMPARE(figures.stallTime, 500 * ms);
    QCOMPARE(figures.videoReceivedBytes, uint64_t(600));
    tag(8000, 5'000'000, true); // the stream begins anew
    QCOMPARE(figures.stalls, uint64_t(1));
    StreamFigures sum = figures;
    sum += figures;
    QCOMPARE(sum.receivedKeyFrames.count, uint64_t(12));
    QCOMPARE(sum.receivedKeyFrames.max, 1500 * ms);
  }

  void segmentsAreMediaThatComesAtOnce()
  {
    constexpr int64_t ms = 1'000'000;
    PlaybackMeter meter;
    meter.begin(0);
    meter.receivedMedia(200 * ms, 2000 * ms); // plays until 2,200
    meter.receivedMedia(900 * ms, 2000 * ms); // until 4,200
    meter.receivedMedia(4700 * ms, 2000 * ms);
    QCOMPARE(meter.figures().stalls, uint64_t(1));
    QCOMPARE(meter.figures().stallTime, 500 * ms);
    QCOMPARE(meter.figures().firstFrame.sum, 200 * ms);
  }

  void ffmpegIsPlayed()
  {
    TestFolder folder;
    const std::string make = "ffmpeg -v error -f lavfi -i testsrc2=size=64x36:rate=10 -f lavfi -i sine -t 4 -c:v libx264 -preset ultrafast "
                             "-g 5 -pix_fmt yuv420p -c:a aac -f flv " + folder.file("s.flv");
    QCOMPARE(std::system(make.c_str()), 0);
    RealServer server("ffmpeg", {"-v", "error", "-re", "-i", folder.file("s.flv"), "-c", "copy", "-f", "flv", "-listen", "1",
                                 "http://127.0.0.1:@PORT@/live.flv"});
    QVERIFY2(server.isUp(), server.problem());
    Player player(server.port());
    player.play.duration = 1500 * oneMs;
    const ExchangeResult result = player.run();
    QCOMPARE(text(result), QString());
    const StreamFigures &figures = player.client.figures();
    QCOMPARE(figures.plays, uint64_t(1));
    QCOMPARE(figures.errors(), uint64_t(0));
    QVERIFY(figures.receivedKeyFrames.count >= 2 && figures.receivedKeyFrames.count <= 5);
    QVERIFY(figures.videoReceivedBytes > 1000 && figures.audioReceivedBytes > 1000);
    QVERIFY(figures.receivedPackets > 20);
    QVERIFY(result.sample.receivedBytes > figures.videoReceivedBytes + figures.audioReceivedBytes);
    QVERIFY(result.sample.responseTime >= 1500 * oneMs);
  }

  void chunkedStreamsAndEndsBetweenTagsAreFine()
  {
    const std::string media = stream(10);
    std::string chunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
    for (size_t at = 0; at < media.size(); at += 50) {
      const std::string part = media.substr(at, 50);
      char size[16];
      std::snprintf(size, sizeof size, "%zx\r\n", part.size());
      chunked += size + part + "\r\n";
    }
    ScriptedServer server(answering(chunked + "0\r\n\r\n"));
    Player player(server.port());
    QCOMPARE(text(player.run()), QString());
    QCOMPARE(player.client.figures().receivedPackets, uint64_t(23));
    QCOMPARE(player.client.figures().receivedKeyFrames.count, uint64_t(2));
  }

  void playingEndsInTimeEvenWhenNothingComes()
  {
    ScriptedServer server(answering(ok + stream(10)));
    Player player(server.port());
    player.play.duration = 100 * oneMs;
    QCOMPARE(text(player.run()), QString());
  }

  void aStreamThatNeverComesToAFrameEndsInTime()
  {
    ScriptedServer server([](ScriptedPeer &peer) {
      peer.request();
      std::string block = ok;
      appendFlvHeader(block, true, true);
      peer.send(block);
      block.clear();
      for (int i = 0; i < 1000; ++i) appendFlvTag(block, FlvKind::Script, 0, "\x02\x00\x0aonMetaData"sv);
      while (::send(peer.descriptor(), block.data(), block.size(), MSG_NOSIGNAL) > 0) {}
    });
    Player player(server.port());
    player.play.connectTimeout = player.play.responseTimeout = player.play.duration = 100 * oneMs;
    const ExchangeResult result = player.run();
    QVERIFY2(text(result).endsWith(QStringLiteral("had not come to its end after 0.3 s.")), result.error.c_str());
    QVERIFY(result.sample.outcome == Outcome::Timeout && result.sample.side == Side::Server);
    QCOMPARE(player.failures(StreamFailure::HttpTimeout), uint64_t(1));
  }

  void failuresAreCountedByTheirStage_data()
  {
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<bool>("stays");
    QTest::addColumn<int>("failure");
    QTest::addColumn<int>("outcome");
    QTest::addColumn<QString>("end");
    const auto row = [](const char *name, const std::string &answer, bool stays, StreamFailure failure, Outcome outcome, const char *end) {
      QTest::newRow(name) << QByteArray(answer.data(), qsizetype(answer.size())) << stays << int(failure) << int(outcome) << QString::fromLatin1(end);
    };
    row("404", "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n", true, StreamFailure::Play, Outcome::Assert, "with HTTP status 404.");
    row("no FLV", ok + "<html>", true, StreamFailure::IllegalFlvHeader, Outcome::Parsed, "it does not begin with FLV.");
    row("garbage", ok + stream(1) + std::string(20, '\xff'), true, StreamFailure::ParseFlvFile, Outcome::Parsed, "a tag is of an unknown kind.");
    row("cut off", ok + stream(1).substr(0, stream(1).size() - 6), false, StreamFailure::ParseFlvFile, Outcome::Parsed, "within a tag.");
    row("nothing", ok, false, StreamFailure::IllegalFlvHeader, Outcome::Parsed, "ended before its first frame.");
    row("stall", ok + stream(0), true, StreamFailure::HttpTimeout, Outcome::Timeout, "within 0.1 s.");
    row("no HTTP", "SSH-2.0-OpenSSH_9.2\r\n", true, StreamFailure::Unknown, Outcome::Parsed, ".");
    row("closed", "", false, StreamFailure::Unknown, Outcome::Others, "closed the connection without an answer.");
  }
  void failuresAreCountedByTheirStage()
  {
    QFETCH(QByteArray, answer);
    QFETCH(bool, stays);
    QFETCH(int, failure);
    QFETCH(int, outcome);
    QFETCH(QString, end);
    ScriptedServer server(answering({answer.data(), size_t(answer.size())}, stays));
    Player player(server.port());
    player.play.responseTimeout = 100 * oneMs;
    const ExchangeResult result = player.run();
    QVERIFY2(text(result).endsWith(end), result.error.c_str());
    QCOMPARE(int(result.sample.outcome), outcome);
    QCOMPARE(player.failures(StreamFailure(failure)), uint64_t(1));
    QCOMPARE(player.client.figures().errors(), uint64_t(1));
    QCOMPARE(player.client.figures().plays, uint64_t(1));
  }

  void addressesAndPortsThatAreNoneAreTold()
  {
    Player player(freePort());
    QVERIFY(player.run().sample.outcome == Outcome::Refused);
    QCOMPARE(player.failures(StreamFailure::TcpConnect), uint64_t(1));
    player.play.url = "rtmp://somewhere";
    const ExchangeResult result = player.run();
    QCOMPARE(text(result), QStringLiteral("“rtmp://somewhere” is no address of the form http://host/path."));
    QCOMPARE(player.failures(StreamFailure::IllegalUrl), uint64_t(1));
  }

  void redirectsAreFollowed()
  {
    ScriptedServer server([](ScriptedPeer &peer) {
      if (peer.request().starts_with("GET /live.flv ")) return peer.send("HTTP/1.1 302 Found\r\nLocation: /other\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
      peer.send(ok + stream(3));
    });
    Player player(server.port());
    QCOMPARE(text(player.run()), QString());
    QCOMPARE(player.client.figures().receivedKeyFrames.count, uint64_t(1));
  }

  void aPlayCanBeCutOff()
  {
    ScriptedServer server(answering(ok + stream(3)));
    Player player(server.port());
    const ExchangeResult result = runTask(player.reactor, [](Player &p) -> Task<ExchangeResult> {
      auto cutter = [](Player &q) -> Task<> {
        co_await q.reactor.sleepUntil(q.reactor.readClock() + 20 * oneMs);
        q.client.cancel();
      };
      cutter(p).detach();
      co_return co_await p.client.play(p.play);
    }(player));
    QVERIFY(result.cutOff);
    QCOMPARE(player.client.figures().plays, uint64_t(0));
  }
};

QTEST_GUILESS_MAIN(tst_Flv)
#include "tst_flv.moc"
