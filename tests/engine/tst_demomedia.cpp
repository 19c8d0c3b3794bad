// The streams of the demo target: ffmpeg, which others wrote, takes them without a word; so do our own readers.
#include "engine/protocol/flvcodec.h"
#include "engine/protocol/tsreader.h"
#include "engine/serve/demotarget.h"
#include "engine/serve/livemedia.h"

#include <QProcess>
#include <QTest>

#include <map>

using namespace engine;
using namespace Qt::StringLiterals;

class tst_DemoMedia : public QObject
{
  Q_OBJECT

  std::string m_why;
  std::unique_ptr<DemoTarget> m_target = DemoTarget::start(0, m_why);

  /// `path`: whole when it is of RTMP, but for the port
  QString url(const QString &path) const
  {
    if (path.startsWith(u"rtmp:"_s)) return path.arg(m_target->port());
    return u"http://127.0.0.1:%1%2"_s.arg(m_target->port()).arg(path);
  }

  /// What the program wrote, all of it; the first lines tell what went wrong.
  static QString said(const QString &program, const QStringList &arguments)
  {
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    if (!process.waitForFinished(60'000)) return u"%1: %2"_s.arg(program, process.errorString());
    return QString::fromUtf8(process.readAll()).trimmed();
  }

private slots:
  void initTestCase() { QVERIFY2(m_target, m_why.c_str()); }

  void ffmpegDecodesTheStreams_data()
  {
    QTest::addColumn<QString>("path");
    for (const char *path : {"/live.flv", "/hls/vod.m3u8", "/hls/live.m3u8", "/hls/master.m3u8", "rtmp://127.0.0.1:%1/live/film"})
      QTest::newRow(path) << QString::fromLatin1(path);
  }
  void ffmpegDecodesTheStreams()
  {
    QFETCH(QString, path);
    QCOMPARE(said(u"ffmpeg"_s, {u"-nostdin"_s, u"-v"_s, u"warning"_s, u"-xerror"_s, u"-i"_s, url(path), u"-t"_s, u"3"_s, u"-f"_s, u"null"_s, u"-"_s}),
             QString());
    QCOMPARE(said(u"ffprobe"_s, {u"-v"_s, u"error"_s, u"-show_entries"_s, u"stream=codec_name,width,height,sample_rate"_s, u"-of"_s,
                                 u"csv=p=0"_s, url(path)}).split(u'\n').contains(u"h264,256,144"_s), true);
  }

  void ffmpegPublishes()
  {
    QCOMPARE(said(u"ffmpeg"_s, {u"-nostdin"_s, u"-v"_s, u"error"_s, u"-i"_s, url(u"/hls/vod.m3u8"_s), u"-t"_s, u"2"_s, u"-c"_s, u"copy"_s,
                                u"-f"_s, u"flv"_s, url(u"rtmp://127.0.0.1:%1/live/mine"_s)}),
             QString());
  }

  void aFilmOfTenSecondsHasAllItsPictures()
  {
    QCOMPARE(said(u"ffprobe"_s, {u"-v"_s, u"error"_s, u"-count_frames"_s, u"-select_streams"_s, u"v"_s, u"-show_entries"_s,
                                 u"stream=nb_read_frames"_s, u"-of"_s, u"csv=p=0"_s, url(u"/hls/vod.m3u8"_s)})
               .section(u'\n', 0, 0),
             u"250"_s);
  }

  void segmentsGoOnFromEachOther()
  {
    std::map<int, int> counters; // by packet identifier
    for (uint64_t number = 14; number < 20; ++number) { // over the seams of the film and of the counters
      const std::string segment = transportSegment(number);
      TsReader reader;
      reader.feed(segment);
      reader.end();
      QVERIFY2(!reader.isBroken(), reader.problem());
      QCOMPARE(reader.keyFrames(), uint64_t(2));
      for (size_t at = 0; at < segment.size(); at += 188) {
        const int pid = (uint8_t(segment[at + 1]) & 0x1f) << 8 | uint8_t(segment[at + 2]), counter = segment[at + 3] & 15;
        if (const auto before = counters.find(pid); before != counters.end()) QCOMPARE(counter, (before->second + 1) % 16);
        counters[pid] = counter;
      }
    }
    QCOMPARE(counters.size(), size_t(4));
  }

  void theLiveListMovesOn()
  {
    QVERIFY(livePlaylist(0).find("#EXT-X-MEDIA-SEQUENCE:0\n") != std::string::npos);
    QVERIFY(livePlaylist(1999).find("#EXT-X-MEDIA-SEQUENCE:0\n") != std::string::npos);
    QVERIFY(livePlaylist(2000).find("#EXT-X-MEDIA-SEQUENCE:1\n") != std::string::npos);
    QVERIFY(livePlaylist(2000).ends_with("#EXTINF:2.000,\n3.ts\n"));
  }

  void theFlvGoesOnOverItsSeam()
  {
    LiveFlv stream;
    std::string bytes;
    LiveFlv::begin(bytes);
    stream.upTo(20'000, bytes);
    FlvReader reader;
    std::string_view rest = bytes;
    uint32_t last = 0, pictures = 0;
    while (reader.next(rest)) {
      QVERIFY(reader.tag().timestamp >= last);
      last = reader.tag().timestamp;
      pictures += reader.tag().kind == FlvKind::Video && !reader.tag().frame.isHeader;
    }
    QVERIFY2(!reader.isBroken(), reader.problem());
    QCOMPARE(pictures, uint32_t(501)); // of 25 a second, the one at 20 s included
    QVERIFY(last <= 20'000 && stream.nextAt() > 20'000);
  }
};

QTEST_GUILESS_MAIN(tst_DemoMedia)
#include "tst_demomedia.moc"
