#include "engine/protocol/rtmpsession.h"
#include "tests/engine/rtmppeer.h"

#include <QTest>

using namespace engine;
using namespace std::string_literals;
using namespace std::string_view_literals;

namespace {

std::string outline(std::string_view bytes, size_t cut)
{
  RtmpReader reader;
  std::string out;
  const std::string first(bytes.substr(0, cut)), second(bytes.substr(cut));
  for (std::string_view part : {std::string_view(first), std::string_view(second)})
    while (reader.next(part)) {
      const RtmpMessage &message = reader.message();
      out += std::to_string(int(message.type)) + ":" + std::to_string(message.streamId) + ":" + std::to_string(message.timestamp) + ":"
          + std::to_string(message.size) + " ";
      if (message.type == RtmpType::Data) out += std::string(message.payload) + " ";
    }
  return out + reader.problem();
}

QString atEveryCut(std::string_view bytes, std::string (*describe)(std::string_view, size_t))
{
  const std::string whole = describe(bytes, bytes.size());
  for (size_t cut = 0; cut < bytes.size(); ++cut) {
    const std::string other = describe(bytes, cut);
    if (other != whole) return QStringLiteral("cut at %1: %2").arg(cut).arg(QString::fromStdString(other));
  }
  return QString::fromStdString(whole);
}

std::string playOutline(std::string_view bytes, size_t cut)
{
  RtmpTarget target;
  target.parse("/live/film");
  target.url = "rtmp://host/live";
  RtmpSession session(target, 1);
  std::string out;
  const std::string first(bytes.substr(0, cut)), second(bytes.substr(cut));
  for (std::string_view part : {std::string_view(first), std::string_view(second)})
    while (session.next(part))
      out += std::to_string(int(session.tag().kind)) + ":" + std::to_string(session.tag().timestamp) + (session.tag().frame.isKeyFrame ? "k " : " ");
  return out + "stage " + std::to_string(int(session.stage())) + (session.isRefused() ? " refused: " : " ") + session.problem();
}

/// A header of each length by hand: absolute time, then since the message before.
std::string header(int format, int channel, uint32_t time, uint32_t size = 0, int type = 0, uint32_t stream = 0)
{
  std::string out(1, char(format << 6 | channel));
  const auto number = [&](uint32_t value, int bytes) {
    for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8) out += char(value >> shift & 0xff);
  };
  if (format < 3) number(time, 3);
  if (format < 2) number(size, 3), out += char(type);
  if (format == 0) out += char(stream & 0xff), out += std::string(3, '\0');
  return out;
}

QString readAll(std::string_view bytes)
{
  AmfReader reader(bytes);
  AmfValue value;
  while (!reader.isAtEnd() && reader.next(value)) {}
  return QString::fromLatin1(reader.problem());
}

} // namespace

class tst_Rtmp : public QObject
{
  Q_OBJECT

private slots:
  void messagesComeWholeHoweverTheyAreCut()
  {
    std::string bytes = header(0, 4, 1000, 4, 18, 1) + "abcd";   // absolute
    bytes += header(1, 4, 20, 3, 18) + "efg";                    // another length
    bytes += header(2, 4, 30) + "hij";                           // another delta
    bytes += header(3, 4, 0) + "klm";                            // all as before
    bytes += header(0, 5, 7, 150, 8, 1) + std::string(128, 'x'); // two chunks, another message between them
    bytes += header(3, 4, 0) + "nop";
    bytes += header(3, 5, 0) + std::string(22, 'x');
    bytes += header(0, 2, 0, 4, 1) + "\0\0\x10\0"s;               // larger chunks from now on
    bytes += header(0, 6, 0xffffff, 200, 9, 1) + "\x01\0\0\0"s + std::string(200, 'y');
    bytes += "\x00\x05"s + header(0, 0, 9, 1, 18, 1).substr(1) + "q"; // channel 69, of two bytes
    bytes += "\x01\x05\x01"s + header(0, 0, 9, 1, 18, 1).substr(1) + "r"; // 325, of three
    QCOMPARE(atEveryCut(bytes, outline),
             QStringLiteral("18:1:1000:4 abcd 18:1:1020:3 efg 18:1:1050:3 hij 18:1:1080:3 klm 18:1:1110:3 nop 8:1:7:150 9:1:16777216:200 "
                            "18:1:9:1 q 18:1:9:1 r "));
  }

  void aWholeTimeIsRepeatedInEveryChunk()
  {
    const std::string time = "\x01\0\0\x05"s;
    const std::string bytes = header(0, 6, 0xffffff, 200, 9, 1) + time + std::string(128, 'a') + header(3, 6, 0) + time + std::string(72, 'a')
        + header(2, 6, 10) + std::string(128, 'a') + header(3, 6, 0) + std::string(72, 'a');
    QCOMPARE(atEveryCut(bytes, outline), QStringLiteral("9:1:16777221:200 9:1:16777231:200 "));
  }

  void anAbortedMessageIsForgotten()
  {
    const std::string bytes = header(0, 4, 1, 200, 18, 1) + std::string(128, 'a') + header(0, 2, 0, 4, 2) + "\0\0\0\x04"s + header(0, 4, 2, 1, 18, 1) + "b";
    QCOMPARE(atEveryCut(bytes, outline), QStringLiteral("18:1:2:1 b "));
  }

  void aggregatesAreTakenApart()
  {
    std::string tags;
    appendFlvTag(tags, FlvKind::Script, 100, "one");
    appendFlvTag(tags, FlvKind::Audio, 120, "\xaf\x01two");
    const std::string bytes = header(0, 4, 5000, uint32_t(tags.size()), 22, 1) + tags;
    QCOMPARE(atEveryCut(bytes, outline), QStringLiteral("18:1:5000:3 one 8:1:5020:5 "));
    QCOMPARE(atEveryCut(header(0, 4, 0, 12, 22, 1) + tags.substr(0, 12), outline), QStringLiteral("an aggregate message is cut short"));
    QCOMPARE(atEveryCut(header(0, 4, 0, 0, 22, 1), outline), QString());
  }

  void whatTheWriterSaysTheReaderUnderstands()
  {
    RtmpWriter writer;
    std::string bytes, wanted;
    uint32_t time = 0;
    const uint32_t steps[] = {0, 40, 40, 40, 17'000'000, 3, 0xff000000, 0, 40}; // forwards, far, back around
    for (int i = 0; i < 90; ++i) {
      time += steps[i % 9];
      const std::string payload(size_t(i % 7 ? 40 : 400 + i), 'z');
      const RtmpType type = i % 3 ? RtmpType::Video : RtmpType::Audio;
      if (i == 50) writer.setChunkSize(bytes, 60000);
      writer.append(bytes, i % 2 ? 6 : i % 5 ? 70 : 400, type, uint32_t(i % 11 == 0), time, payload);
      wanted += std::to_string(int(type)) + ":" + std::to_string(i % 11 == 0) + ":" + std::to_string(time) + ":" + std::to_string(payload.size()) + " ";
    }
    QCOMPARE(atEveryCut(bytes, outline), QString::fromStdString(wanted));
  }

  void headersAreAsShortAsTheyCanBe()
  {
    RtmpWriter writer;
    std::string bytes;
    QList<qsizetype> sizes;
    for (const uint32_t time : {1000u, 1040u, 1080u, 1121u, 900u}) {
      const size_t before = bytes.size();
      writer.append(bytes, 6, RtmpType::Video, 1, time, "1234");
      sizes << qsizetype(bytes.size() - before - 4);
    }
    QCOMPARE(sizes, QList<qsizetype>({12, 4, 1, 4, 12})); // back in time needs an absolute one
  }

  void whatIsNoRtmpIsNamed_data()
  {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("problem");
    const auto row = [](const char *problem, const std::string &bytes) {
      QTest::newRow(problem) << QByteArray(bytes.data(), qsizetype(bytes.size())) << QString::fromLatin1(problem);
    };
    const std::string full = header(0, 4, 0, 3'000'000, 20) + std::string(128, 'x') + header(0, 5, 0, 3'000'000, 20);
    row("a chunk goes on with a message that never began", header(3, 4, 0));
    row("it sets a chunk size that makes no sense", header(0, 2, 0, 4, 1) + "\0\0\0\0"s);
    row("its messages are larger than 4 MB", full);
    row("a message begins within another one", header(0, 4, 1, 200, 18, 1) + std::string(128, 'a') + header(0, 4, 1, 200, 18, 1));
    row("a control message is cut short", header(0, 2, 0, 2, 1) + "\0\0"s);
    row("an aggregate message holds what is no media", header(0, 4, 0, 15, 22) + "\x14\0\0\0\0\0\0\0\0\0\0\0\0\0\0"s);
  }
  void whatIsNoRtmpIsNamed()
  {
    QFETCH(QByteArray, bytes);
    QFETCH(QString, problem);
    QCOMPARE(atEveryCut({bytes.data(), size_t(bytes.size())}, outline), problem);
  }

  void channelsAreBounded()
  {
    std::string bytes;
    for (int i = 0; i < 65; ++i) bytes += "\x00"s + char(i) + header(0, 0, 0, 0, 18).substr(1);
    QVERIFY(atEveryCut(bytes, outline).endsWith(QStringLiteral("it uses too many chunk streams")));
  }

  void fourGigabytesAreAChunkSizeThatCostsNothing()
  {
    const std::string bytes = header(0, 2, 0, 4, 1) + "\x7f\xff\xff\xff"s + header(0, 6, 0, 0xffffff, 9, 1) + std::string(1'000'000, 'v');
    RtmpReader reader;
    std::string_view rest = bytes;
    QVERIFY(!reader.next(rest) && !reader.isBroken() && rest.empty());
    QVERIFY(outline(header(0, 2, 0, 4, 1) + "\xff\xff\xff\xff"s, 0).ends_with("makes no sense"));
  }

  void valuesOfCommandsAreRead()
  {
    std::string bytes;
    appendAmf(bytes, "onStatus");
    appendAmf(bytes, 4.5);
    appendAmf(bytes, true);
    appendAmfNull(bytes);
    bytes += "\x08\0\0\0\x63"s; // an array that says it has 99 members
    appendAmfName(bytes, "code");
    appendAmf(bytes, "NetStream.Play.Start");
    appendAmfObjectEnd(bytes);
    bytes += "\x0a\0\0\0\x02\x05\x06"s + "\x0b\0\0\0\0\0\0\0\0\0\0"s + "\x0c\0\0\0\x01y"s + "\x10\0\x01T\0\x01n\x02\0\x01v\0\0\x09"s;
    AmfReader reader(bytes);
    AmfValue values[9];
    for (AmfValue &each : values) QVERIFY2(reader.next(each), reader.problem());
    QVERIFY(reader.isAtEnd());
    QVERIFY(values[0].text == "onStatus" && values[1].number == 4.5 && values[2].boolean && values[3].kind == AmfValue::Null);
    QVERIFY(values[4].textOf("code") == "NetStream.Play.Start" && values[4].textOf("level").empty());
    QVERIFY(values[5].kind == AmfValue::Array && values[5].members.size() == 2);
    QVERIFY(values[6].kind == AmfValue::Date && values[7].text == "y" && values[8].textOf("n") == "v");
  }

  void commandsOfMaliceAreRefused()
  {
    std::string deep, many("\x0a\xff\xff\xff\xff", 5);
    for (int i = 0; i < 100; ++i) deep += "\x03\0\x01x"s;
    many.append(10'000, '\x05');
    QCOMPARE(readAll(deep), QStringLiteral("a command is nested too deeply"));
    QCOMPARE(readAll(many), QStringLiteral("a command has too many values"));
    QCOMPARE(readAll("\x0c\xff\xff\xff\xffx"sv), QStringLiteral("a command is cut short"));
    QCOMPARE(readAll("\x11"sv), QStringLiteral("a command has a value of an unknown kind"));
    std::string all;
    appendAmf(all, "name");
    appendAmfObjectBegin(all);
    appendAmfName(all, "member");
    appendAmf(all, 1.0);
    appendAmfObjectEnd(all);
    for (size_t size = 1; size < all.size(); ++size)
      if (size != 7) QCOMPARE(readAll(std::string_view(all).substr(0, size)), QStringLiteral("a command is cut short"));
  }

  void aPlayGoesThroughItsStages()
  {
    RtmpPeer peer;
    peer.upTo("NetStream.Play.Start").picture(1000, true).sound(1010).picture(1040, false).status("NetStream.Play.UnpublishNotify");
    QCOMPARE(atEveryCut(peer.bytes, playOutline), QStringLiteral("9:1000k 8:1010 9:1040 stage 5 "));
  }

  void eachStageCanBeRefused()
  {
    const auto outlineOf = [](const RtmpPeer &peer) { return QString::fromStdString(playOutline(peer.bytes, 0)); };
    QCOMPARE(outlineOf(RtmpPeer().hello().result(1, false)),
             QStringLiteral("stage 1 refused: NetConnection.Connect.Rejected: No such application"));
    QVERIFY(outlineOf(RtmpPeer().hello().result(1).result(4, false)).startsWith(QStringLiteral("stage 2 refused")));
    QCOMPARE(outlineOf(RtmpPeer().hello().result(1).created().status("NetStream.Play.StreamNotFound", "error", "bad\x01\xff")),
             QStringLiteral("stage 3 refused: NetStream.Play.StreamNotFound: bad??"));
    QCOMPARE(QString::fromStdString(playOutline("HTTP/1.1 400", 0)), QStringLiteral("stage 0 it does not begin with version 3 of RTMP"));
    QCOMPARE(outlineOf(RtmpPeer().hello().message(RtmpType::Command, "\x05\x05")), QStringLiteral("stage 1 a command has no name or number"));
    QCOMPARE(outlineOf(RtmpPeer().hello().result(1).created(-1)), QStringLiteral("stage 2 it created a stream without a number"));
  }

  void pingsAndWindowsAreAnswered()
  {
    RtmpTarget target;
    QVERIFY(target.parse("/live/film"));
    RtmpSession session(target, 1);
    RtmpPeer peer;
    peer.upTo("NetStream.Play.Start");
    std::string_view rest = peer.bytes;
    while (session.next(rest)) {}
    session.takeOut();
    RtmpPeer more;
    more.message(RtmpType::UserControl, rtmpEvent(RtmpEvent::PingRequest, 77), 0, 0, 2).message(RtmpType::WindowSize, rtmpNumber(4096), 0, 0, 2);
    const std::string early = more.bytes;
    rest = early;
    while (session.next(rest)) {}
    const std::string answers = session.takeOut();
    QVERIFY(answers.find(rtmpEvent(RtmpEvent::PingResponse, 77)) != std::string::npos);
    QVERIFY(answers.find(rtmpNumber(uint32_t(peer.bytes.size() + early.size()))) != std::string::npos); // acknowledged at once
    more.bytes.clear();
    for (int i = 0; i < 20; ++i) more.picture(uint32_t(i) * 40, i == 0);
    size_t acknowledgements = 0;
    for (size_t at = 0; at < more.bytes.size(); at += 500) {
      rest = std::string_view(more.bytes).substr(at, 500);
      while (session.next(rest)) {}
      acknowledgements += session.hasOut();
      session.takeOut();
    }
    QCOMPARE(acknowledgements, size_t(2)); // of 6 KB, one each 2 KB or a piece more
  }

  void addressesAreSplitIntoApplicationAndStream()
  {
    const auto split = [](std::string_view path) {
      RtmpTarget target;
      return target.parse(path) ? QString::fromStdString(target.app + "|" + target.stream) : QString();
    };
    QCOMPARE(split("/live/film"), QStringLiteral("live|film"));
    QCOMPARE(split("/live/film?token=a/b"), QStringLiteral("live|film?token=a/b"));
    QCOMPARE(split("/app/instance/film"), QStringLiteral("app/instance|film"));
    QCOMPARE(split("/app/instance/films/one"), QStringLiteral("app/instance|films/one"));
    for (const char *none : {"/", "/live", "/live/", "//film", "/?a/b"}) QCOMPARE(split(none), QString());
  }
};

QTEST_GUILESS_MAIN(tst_Rtmp)
#include "tst_rtmp.moc"
