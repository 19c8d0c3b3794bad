#include "engine/protocol/generatedstream.h"
#include "engine/protocol/rtmpclient.h"
#include "tests/engine/rtmppeer.h"
#include "tests/servers/realserver.h"
#include "tests/support/runtask.h"
#include "tests/support/scriptedserver.h"

#include <QTest>

using namespace engine;
using namespace std::string_literals;

namespace {

struct Nginx : RealServer
{
  static std::string settings()
  {
    return "load_module /usr/lib/nginx/modules/ngx_rtmp_module.so;\nworker_processes 1;\npid @DIR@/nginx.pid;\nerror_log @DIR@/error.log;\n"
           "daemon off;\nevents { worker_connections 256; }\n"
           "rtmp { server { listen 127.0.0.1:@PORT@; chunk_size 4096; ack_window 20000; ping 1s;\n"
           "  application live { live on; record off; idle_streams off; wait_key on; }\n"
           "  application closed { live on; deny publish all; deny play all; } } }\n";
  }
  Nginx() : RealServer("nginx", {"-p", "@DIR@", "-e", "@DIR@/error.log", "-c", "@DIR@/nginx.conf"}, {{"nginx.conf", settings()}}) {}
  std::string url(const std::string &path) const { return "rtmp://127.0.0.1:" + std::to_string(port()) + path; }
};

/// Something that publishes on its own while a test plays.
struct Publisher
{
  explicit Publisher(const std::string &url)
  {
    m_pid = ::fork();
    if (m_pid != 0) return;
    ::prctl(PR_SET_PDEATHSIG, SIGTERM);
    const int none = ::open("/dev/null", O_RDWR);
    for (const int fd : {0, 1, 2}) ::dup2(none, fd);
    ::execlp("ffmpeg", "ffmpeg", "-v", "error", "-re", "-f", "lavfi", "-i", "testsrc2=size=64x36:rate=25", "-f", "lavfi", "-i", "sine", "-c:v", "libx264",
             "-preset", "ultrafast", "-tune", "zerolatency", "-g", "10", "-pix_fmt", "yuv420p", "-c:a", "aac", "-f", "flv", url.c_str(), nullptr);
    ::_exit(127);
  }
  ~Publisher()
  {
    ::kill(m_pid, SIGKILL);
    ::waitpid(m_pid, nullptr, 0);
  }
  pid_t m_pid;
};

struct User
{
  explicit User(std::string address) : url(std::move(address))
  {
    exchange.url = url;
    exchange.duration = 200 * oneMs;
  }
  ExchangeResult run() { return runTask(reactor, client.run(exchange)); }
  uint64_t failures(StreamFailure failure) const { return client.figures().failed[size_t(failure)]; }

  Reactor reactor;
  Network network{reactor};
  RtmpClient client{network};
  std::string url;
  RtmpExchange exchange;
};

QString text(const ExchangeResult &result) { return QString::fromStdString(result.error); }
std::string at(uint16_t port, const char *path = "/live/film") { return "rtmp://127.0.0.1:" + std::to_string(port) + path; }

ScriptedServer::Script saying(std::string bytes, bool stays = true)
{
  return [bytes = std::move(bytes), stays](ScriptedPeer &peer) {
    peer.send(bytes);
    if (stays) peer.awaitEnd();
  };
}

/// Plays again until somebody publishes.
ExchangeResult playedAtLast(User &user)
{
  user.exchange.responseTimeout = 500 * oneMs;
  for (int turn = 0;; ++turn) {
    ExchangeResult result = user.run();
    if (result.sample.outcome == Outcome::Ok || turn == 40) return result;
  }
}

} // namespace

class tst_RtmpClient : public QObject
{
  Q_OBJECT

private slots:
  void whatFfmpegPublishesIsPlayedThroughNginx()
  {
    Nginx nginx;
    QVERIFY2(nginx.isUp(), nginx.problem());
    const Publisher publisher(nginx.url("/live/film"));
    User user(nginx.url("/live/film"));
    user.exchange.duration = 2000 * oneMs;
    const ExchangeResult result = playedAtLast(user);
    QCOMPARE(text(result), QString());
    const StreamFigures &figures = user.client.figures();
    QCOMPARE(figures.plays, uint64_t(1));
    QCOMPARE(figures.errors(), uint64_t(0));
    QCOMPARE(figures.firstFrame.count, uint64_t(1));
    QVERIFY(figures.receivedKeyFrames.count >= 3 && figures.receivedKeyFrames.count <= 7);
    QVERIFY(figures.receivedPackets > 60);
    QVERIFY(figures.videoReceivedBytes > 3000 && figures.audioReceivedBytes > 3000);
    QVERIFY(result.sample.receivedBytes > figures.videoReceivedBytes + figures.audioReceivedBytes);
    QVERIFY(result.sample.responseTime >= 2000 * oneMs);
  }

  void whatWePublishFfprobeReads_data()
  {
    QTest::addColumn<bool>("isFile");
    QTest::addColumn<QString>("wanted");
    QTest::newRow("generated") << false << QStringLiteral("h264,256,144");
    QTest::newRow("file") << true << QStringLiteral("flv1,64,48");
  }
  void whatWePublishFfprobeReads()
  {
    QFETCH(bool, isFile);
    QFETCH(QString, wanted);
    Nginx nginx;
    QVERIFY2(nginx.isUp(), nginx.problem());
    User user(nginx.url("/live/film"));
    std::string media;
    if (isFile) { // 1 s long, so it is repeated
      const std::string file = nginx.folder().file("film.flv");
      const std::string make = "ffmpeg -v error -f lavfi -i testsrc2=size=64x48:rate=10 -t 1 -c:v flv1 -g 5 -f flv " + file;
      QCOMPARE(std::system(make.c_str()), 0);
      media = nginx.folder().read("film.flv");
      user.exchange.media = &media;
    }
    user.exchange.publishes = true;
    user.exchange.duration = 4000 * oneMs;
    ExchangeResult result;
    std::thread publishing([&] { result = user.run(); });
    // ffprobe waits for a stream that is there; until then it is asked again. The server holds pictures back until the next
    // key frame, a second at most, and sound comes at once: so it must look for longer than that.
    const std::string probe = "for i in $(seq 40); do timeout 4 ffprobe -v error -analyzeduration 2000000 -select_streams v -show_entries "
                              "stream=codec_name,width,height -of csv=p=0 " + user.url + " >" + nginx.folder().file("probe.txt")
        + " 2>/dev/null; [ -s " + nginx.folder().file("probe.txt") + " ] && break; sleep 0.05; done";
    const int probed = std::system(probe.c_str());
    publishing.join();
    QCOMPARE(text(result), QString());
    QCOMPARE(probed, 0);
    QCOMPARE(QString::fromStdString(nginx.folder().read("probe.txt")).trimmed().section(u'\n', 0, 0), wanted);
    const StreamFigures &figures = user.client.figures();
    QCOMPARE(figures.plays, uint64_t(1));
    QCOMPARE(figures.errors(), uint64_t(0));
    QCOMPARE(figures.sentKeyFrames.count, uint64_t(isFile ? 8 : 4));
    QVERIFY(figures.videoSentBytes > 10'000);
    QVERIFY(result.sample.sentBytes > figures.videoSentBytes + figures.audioSentBytes);
    QCOMPARE(figures.receivedPackets, uint64_t(0));
  }

  void whatOnePublishesAnotherPlays()
  {
    Nginx nginx;
    QVERIFY2(nginx.isUp(), nginx.problem());
    User publisher(nginx.url("/live/film")), player(nginx.url("/live/film"));
    publisher.exchange.publishes = true;
    publisher.exchange.duration = 3000 * oneMs;
    player.exchange.duration = 10'000 * oneMs;
    ExchangeResult published;
    std::thread publishing([&] { published = publisher.run(); });
    const ExchangeResult result = playedAtLast(player); // ends with the publication, long before its time
    publishing.join();
    QCOMPARE(text(published), QString());
    QCOMPARE(text(result), QString());
    QVERIFY(player.client.figures().receivedKeyFrames.count >= 1);
    QVERIFY(result.sample.responseTime < 8000 * oneMs);
  }

  void nginxRefusesWhatIsDenied()
  {
    Nginx nginx;
    QVERIFY2(nginx.isUp(), nginx.problem());
    User publisher(nginx.url("/closed/film")), lost(nginx.url("/nowhere/film"));
    publisher.exchange.publishes = true;
    QVERIFY(publisher.run().sample.outcome != Outcome::Ok);
    QCOMPARE(publisher.failures(StreamFailure::Publish), uint64_t(1));
    QVERIFY(lost.run().sample.outcome != Outcome::Ok);
    QCOMPARE(lost.failures(StreamFailure::RtmpConnect), uint64_t(1));
  }

  void rtmpsGoesThroughTls()
  {
    Nginx nginx;
    QVERIFY2(nginx.isUp(), nginx.problem());
    const TestFolder folder;
    const std::string make = "openssl req -x509 -newkey rsa:2048 -nodes -days 1 -subj /CN=localhost -keyout " + folder.file("k.pem") + " -out "
        + folder.file("c.pem") + " 2>/dev/null";
    QCOMPARE(std::system(make.c_str()), 0);
    RealServer socat("socat", {"OPENSSL-LISTEN:@PORT@,bind=127.0.0.1,fork,reuseaddr,verify=0,cert=" + folder.file("c.pem") + ",key="
                                 + folder.file("k.pem"), "TCP:127.0.0.1:" + std::to_string(nginx.port())});
    QVERIFY2(socat.isUp(), socat.problem());
    const std::string url = "rtmps://127.0.0.1:" + std::to_string(socat.port()) + "/live/film";
    User publisher(url), player(url), distrustful(url);
    publisher.exchange.publishes = true;
    publisher.exchange.duration = 2500 * oneMs;
    player.exchange.duration = 300 * oneMs;
    distrustful.exchange.verifyTls = true;
    QVERIFY(distrustful.run().sample.outcome == Outcome::Others);
    QCOMPARE(distrustful.failures(StreamFailure::TcpConnect), uint64_t(1));
    ExchangeResult published;
    std::thread publishing([&] { published = publisher.run(); });
    const ExchangeResult result = playedAtLast(player);
    publishing.join();
    QCOMPARE(text(published), QString());
    QCOMPARE(text(result), QString());
    QVERIFY(result.timing.tls > 0);
  }

  void failuresAreCountedByTheirStage_data()
  {
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<bool>("stays");
    QTest::addColumn<int>("failure");
    QTest::addColumn<int>("outcome");
    QTest::addColumn<QString>("end");
    const auto row = [](const char *name, const std::string &answer, bool stays, StreamFailure failure, Outcome outcome, const char *end) {
      QTest::newRow(name) << QByteArray(answer.data(), qsizetype(answer.size())) << stays << int(failure) << int(outcome) << QString::fromUtf8(end);
    };
    using F = StreamFailure;
    const std::string playing = RtmpPeer().upTo("NetStream.Play.Start").bytes;
    row("closes at once", "", false, F::HandShake, Outcome::Others, "closed the connection without an answer.");
    row("says nothing", "", true, F::HandShake, Outcome::Timeout, "within 0.15 s.");
    row("stops within the handshake", RtmpPeer().hello().bytes.substr(0, 2000), true, F::HandShake, Outcome::Timeout, "within 0.15 s.");
    row("speaks HTTP", "HTTP/1.1 400 Bad Request\r\n\r\n", false, F::HandShake, Outcome::Parsed, "it does not begin with version 3 of RTMP.");
    row("does not let connect", RtmpPeer().hello().bytes, true, F::RtmpConnect, Outcome::Timeout, "within 0.15 s.");
    row("rejects", RtmpPeer().hello().result(1, false).bytes, true, F::RtmpConnect, Outcome::Assert,
        "refused the connection to its application: NetConnection.Connect.Rejected: No such application.");
    row("garbage", RtmpPeer().hello().bytes + std::string(50, '\xff'), true, F::RtmpConnect, Outcome::Parsed,
        "a chunk goes on with a message that never began.");
    row("creates nothing", RtmpPeer().hello().result(1).bytes, true, F::CreateStream, Outcome::Timeout, "within 0.15 s.");
    row("refuses to create", RtmpPeer().hello().result(1).result(4, false).bytes, true, F::CreateStream, Outcome::Assert, "No such application.");
    row("has no such stream", RtmpPeer().hello().result(1).created().status("NetStream.Play.StreamNotFound", "error").bytes, true, F::Play,
        Outcome::Assert, "refused the play: NetStream.Play.StreamNotFound.");
    row("plays nothing", playing, true, F::Play, Outcome::Timeout, "within 0.15 s.");
    row("plays nothing and closes", playing, false, F::Play, Outcome::Parsed, "the stream ended before its first frame.");
    row("ends before a frame", RtmpPeer().upTo("NetStream.Play.Start").status("NetStream.Play.Stop").bytes, true, F::Play, Outcome::Parsed,
        "the stream ended before its first frame.");
    row("stalls", RtmpPeer().upTo("NetStream.Play.Start").picture(0, true).bytes, true, F::Play, Outcome::Timeout, "within 0.15 s.");
    row("closes amid the stream", RtmpPeer().upTo("NetStream.Play.Start").picture(0, true).bytes, false, F::Play, Outcome::Parsed,
        "it closed the connection while the stream went on.");
    row("a message of 16 MB", RtmpPeer().hello().bytes + "\x03\0\0\0\xff\xff\xff\x14\0\0\0\0"s, true, F::RtmpConnect, Outcome::Parsed,
        "its messages are larger than 4 MB.");
    row("a chunk of 4 GB", RtmpPeer().hello().message(RtmpType::SetChunkSize, "\xff\xff\xff\xff", 0, 0, 2).bytes, true, F::RtmpConnect,
        Outcome::Parsed, "it sets a chunk size that makes no sense.");
  }
  void failuresAreCountedByTheirStage()
  {
    QFETCH(QByteArray, answer);
    QFETCH(bool, stays);
    QFETCH(int, failure);
    QFETCH(int, outcome);
    QFETCH(QString, end);
    ScriptedServer server([bytes = answer.toStdString(), stays](ScriptedPeer &peer) {
      peer.send(bytes);
      // Closing on unread bytes would be a reset: what we said is read first.
      if (!stays) ::shutdown(peer.descriptor(), SHUT_WR);
      peer.awaitEnd();
    });
    User user(at(server.port()));
    user.exchange.responseTimeout = 150 * oneMs;
    user.exchange.duration = 1000 * oneMs;
    for (int turn = 0; turn < 2; ++turn) { // and once more: the next iteration is unharmed by the first
      const ExchangeResult result = user.run();
      QVERIFY2(text(result).endsWith(end), result.error.c_str());
      QCOMPARE(int(result.sample.outcome), outcome);
      QCOMPARE(user.failures(StreamFailure(failure)), uint64_t(1));
      QCOMPARE(user.client.figures().errors(), uint64_t(1));
      QCOMPARE(user.client.figures().plays, uint64_t(1));
    }
  }

  void aResetIsTold()
  {
    ScriptedServer server([](ScriptedPeer &peer) {
      peer.send(RtmpPeer().hello().result(1).bytes);
      peer.reset();
    });
    User user(at(server.port()));
    const ExchangeResult result = user.run();
    QVERIFY(result.sample.outcome == Outcome::Others && result.sample.side == Side::Network);
    QCOMPARE(user.client.figures().errors(), uint64_t(1));
  }

  void addressesFilesAndPortsThatAreNoneAreTold()
  {
    User user(at(freePort()));
    QVERIFY(user.run().sample.outcome == Outcome::Refused);
    QCOMPARE(user.failures(StreamFailure::TcpConnect), uint64_t(1));
    user.exchange.url = "rtmp://somewhere/live";
    QCOMPARE(text(user.run()), QStringLiteral("“rtmp://somewhere/live” is no address of the form rtmp://host/application/stream."));
    QCOMPARE(user.failures(StreamFailure::IllegalUrl), uint64_t(1));
    std::string media = "no film";
    user.exchange = {user.url, true};
    user.exchange.media = &media;
    QCOMPARE(text(user.run()), QStringLiteral("The media file cannot be published: it does not begin with FLV."));
    QCOMPARE(user.failures(StreamFailure::ParseFile), uint64_t(1));
  }

  void aFileThatBreaksLaterIsTold()
  {
    ScriptedServer server(saying(RtmpPeer().upTo("NetStream.Publish.Start").bytes));
    std::string media, empty;
    appendFlvHeader(media, false, true);
    empty = media;
    appendFlvTag(empty, FlvKind::Script, 0, "x");
    appendFlvTag(media, FlvKind::Video, 0, "\x12picture");
    User user(at(server.port()));
    user.exchange.publishes = true;
    for (const auto &[file, problem] : {std::pair(media + std::string(20, '\xff'), "a tag is of an unknown kind."), std::pair(empty, "it holds no frames."),
                                        std::pair(media + "\x09", "it ends within a tag.")}) {
      user.exchange.media = &file;
      const ExchangeResult result = user.run();
      QCOMPARE(text(result), QStringLiteral("The media file cannot be published: ") + QString::fromLatin1(problem));
      QCOMPARE(user.failures(StreamFailure::ParseFile), uint64_t(1));
    }
  }

  void aPublicationThatIsStoppedFails_data()
  {
    QTest::addColumn<QByteArray>("then");
    QTest::addColumn<QString>("end");
    const std::string refusal = RtmpPeer().status("NetStream.Publish.Failed", "error", "enough").bytes;
    QTest::newRow("refused") << QByteArray(refusal.data(), qsizetype(refusal.size())) << QStringLiteral("refused the publication: NetStream.Publish.Failed: enough.");
    QTest::newRow("closed") << QByteArray() << QStringLiteral("it closed the connection while the stream went on.");
    QTest::newRow("garbage") << QByteArray("\xff") << QStringLiteral("a chunk goes on with a message that never began.");
  }
  void aPublicationThatIsStoppedFails()
  {
    QFETCH(QByteArray, then);
    QFETCH(QString, end);
    ScriptedServer server([then = then.toStdString()](ScriptedPeer &peer) {
      peer.send(RtmpPeer().upTo("NetStream.Publish.Start").bytes + then);
      if (then.empty()) ::shutdown(peer.descriptor(), SHUT_WR);
      peer.awaitEnd();
    });
    User user(at(server.port()));
    user.exchange.publishes = true;
    user.exchange.duration = 60'000 * oneMs;
    const ExchangeResult result = user.run();
    QVERIFY2(text(result).endsWith(end) || (then.isEmpty() && text(result).endsWith(QStringLiteral("before its first frame."))), result.error.c_str());
    QCOMPARE(user.failures(StreamFailure::Publish), uint64_t(1));
  }

  void aServerThatReadsNothingEndsAPublication()
  {
    ScriptedServer server([](ScriptedPeer &peer) {
      const int small = 4096;
      setsockopt(peer.descriptor(), SOL_SOCKET, SO_RCVBUF, &small, sizeof small);
      peer.send(RtmpPeer().upTo("NetStream.Publish.Start").bytes);
      pollfd gone{peer.descriptor(), POLLRDHUP, 0};
      ::poll(&gone, 1, 10'000);
    });
    std::string media;
    appendFlvHeader(media, false, true);
    for (uint32_t i = 0; i < 4; ++i) appendFlvTag(media, FlvKind::Video, i, "\x12" + std::string(8'000'000, 'v'));
    User user(at(server.port()));
    user.exchange.publishes = true;
    user.exchange.responseTimeout = 200 * oneMs;
    user.exchange.duration = 60'000 * oneMs;
    user.exchange.media = &media;
    const ExchangeResult result = user.run();
    QVERIFY2(result.sample.outcome == Outcome::Timeout, result.error.c_str());
    QCOMPARE(user.failures(StreamFailure::Publish), uint64_t(1));
  }

  void operationsCanBeCutOff_data()
  {
    QTest::addColumn<bool>("publishes");
    QTest::newRow("play") << false;
    QTest::newRow("publication") << true;
  }
  void operationsCanBeCutOff()
  {
    QFETCH(bool, publishes);
    ScriptedServer server(saying(publishes ? RtmpPeer().upTo("NetStream.Publish.Start").bytes
                                           : RtmpPeer().upTo("NetStream.Play.Start").picture(0, true).bytes));
    User user(at(server.port()));
    user.exchange.publishes = publishes;
    user.exchange.duration = 60'000 * oneMs;
    const ExchangeResult result = runTask(user.reactor, [](User &u) -> Task<ExchangeResult> {
      auto cutter = [](User &v) -> Task<> {
        co_await v.reactor.sleepUntil(v.reactor.readClock() + 30 * oneMs);
        v.client.cancel();
      };
      cutter(u).detach();
      co_return co_await u.client.run(u.exchange);
    }(user));
    QVERIFY(result.cutOff);
    QCOMPARE(user.client.figures().plays, uint64_t(0));
  }

  void theGeneratedStreamGoesOnWithoutAGap()
  {
    ScriptedServer server(saying(RtmpPeer().upTo("NetStream.Publish.Start").bytes));
    FlvReader reader;
    std::string_view rest = generatedFlv();
    uint32_t last = 0, keys = 0;
    while (reader.next(rest)) {
      QVERIFY(reader.tag().timestamp >= last);
      last = reader.tag().timestamp;
      keys += reader.tag().frame.isKeyFrame;
    }
    QVERIFY(!reader.isBroken() && !reader.isWithinTag());
    QCOMPARE(keys, 8u);
    QVERIFY(last < uint32_t(generatedLength) && last >= uint32_t(generatedLength) - 40);
  }
};

QTEST_GUILESS_MAIN(tst_RtmpClient)
#include "tst_rtmpclient.moc"
