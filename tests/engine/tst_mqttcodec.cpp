#include "engine/protocol/mqttcodec.h"

#include <QTest>

using namespace engine;
using namespace std::string_view_literals;
using Type = MqttType;

namespace {

/// What a client makes of the bytes, cut once.
std::string outline(std::string_view bytes, size_t cut, MqttVersion version)
{
  MqttReader reader;
  std::string out;
  const std::string first(bytes.substr(0, cut)), second(bytes.substr(cut)); // a sanitizer sees reading beyond
  for (std::string_view part : {std::string_view(first), std::string_view(second)})
    while (reader.next(part)) {
      const MqttPacket &packet = reader.packet();
      MqttConnAck connAck;
      MqttPublish publish;
      MqttAck ack;
      const char *wrong = nullptr;
      out += std::to_string(int(packet.type)) + ":";
      switch (packet.type) {
      case Type::ConnAck:
        wrong = readMqttConnAck(packet, version, connAck);
        out += std::to_string(connAck.code) + (connAck.sessionPresent ? " session " : " ");
        out.append(connAck.reason).append(connAck.assignedId).append(connAck.hasKeepAlive ? std::to_string(connAck.keepAlive) : "");
        break;
      case Type::Publish:
        wrong = readMqttPublish(packet, version, publish);
        out.append(publish.topic).append("=").append(publish.payload).append(" q" + std::to_string(publish.qos));
        out += (publish.retain ? "r" : "") + std::string(publish.duplicate ? "d" : "") + " " + std::to_string(publish.id);
        break;
      case Type::PingResp: break;
      default:
        wrong = readMqttAck(packet, version, ack);
        out += std::to_string(ack.id);
        for (const uint8_t code : ack.codes) out += "," + std::to_string(code);
        out.append(ack.reason);
      }
      out += wrong ? "!" + std::string(wrong) : ";";
    }
  return reader.isBroken() ? out + "!" + reader.problem() : out;
}

QString atEveryCut(std::string_view bytes, MqttVersion version = MqttVersion::V311)
{
  const std::string whole = outline(bytes, bytes.size(), version);
  for (size_t cut = 0; cut < bytes.size(); ++cut) {
    const std::string other = outline(bytes, cut, version);
    if (other != whole) return QStringLiteral("cut at %1: %2").arg(cut).arg(QString::fromStdString(other));
  }
  return QString::fromStdString(whole);
}

std::string published(MqttVersion version, std::string_view topic, std::string_view payload, int qos)
{
  MqttPublish publish;
  publish.topic = topic;
  publish.payload = payload;
  publish.qos = qos;
  publish.id = 7;
  publish.retain = publish.duplicate = qos > 0;
  std::string out;
  appendMqttPublish(out, version, publish);
  return out;
}

/// The first packet of `bytes`, kept alive by the caller's string.
MqttPacket packetOf(std::string_view bytes)
{
  MqttReader reader;
  return reader.next(bytes) ? reader.packet() : MqttPacket();
}

} // namespace

class tst_MqttCodec : public QObject
{
  Q_OBJECT

private slots:
  void packetsComeWholeHoweverTheyAreCut()
  {
    std::string bytes("\x20\x02\x01\x00\xd0\x00\x90\x04\x00\x07\x00\x80\x40\x02\x00\x07\xb0\x02\x00\x07"sv);
    bytes += published(MqttVersion::V311, "a/b", "payload", 0) + published(MqttVersion::V311, "ä", {}, 2);
    QCOMPARE(atEveryCut(bytes), QStringLiteral("2:0 session ;13:;9:7,0,128;4:7;11:7;3:a/b=payload q0 0;3:ä= q2rd 7;"));
  }

  void propertiesOfVersionFiveAreRead()
  {
    std::string bytes("\x20\x0f\x00\x00\x0c\x13\x00\x3c\x12\x00\x03" "abc" "\x21\x00\x0a"sv);
    bytes += "\x40\x0a\x00\x07\x87\x06\x1f\x00\x03" "why"sv;
    bytes += "\x40\x03\x00\x07\x10"sv;
    bytes += "\xe0\x02\x8b\x00"sv;
    bytes += published(MqttVersion::V5, "t", "5", 1);
    bytes += "\x30\x13\x00\x01t\x0e\x26\x00\x01k\x00\x01v\x02\x00\x00\x00\x3c\x01\x01!"sv;
    QCOMPARE(atEveryCut(bytes, MqttVersion::V5),
             QStringLiteral("2:0 abc60;4:7,135why;4:7,16;14:0,139;3:t=5 q1rd 7;3:t=! q0 0;"));
  }

  void whatBreaksTheRulesIsNamed_data()
  {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("version");
    QTest::addColumn<QString>("problem");
    const auto row = [](const char *problem, std::string_view bytes, int version = 4) {
      QTest::newRow(qPrintable(QStringLiteral("%1 %2").arg(QLatin1String(problem)).arg(bytes.size())))
        << QByteArray(bytes.data(), qsizetype(bytes.size())) << version << QString::fromLatin1(problem);
    };
    row("a packet of the reserved type 0", "\x00\x00"sv);
    row("a packet with reserved flags", "\x21\x02\x00\x00"sv);
    row("a packet with reserved flags", "\x60\x02\x00\x07 "sv);
    row("a message with QoS 3", "\x36\x00"sv);
    row("the length of a packet has more than four bytes", "\x30\x80\x80\x80\x80\x01"sv);
    row("a packet is larger than 16 MB", "\x30\xff\xff\xff\x7f"sv);
    row("a packet is shorter than its fields", "\x20\x01\x00"sv);
    row("a CONNACK with reserved flags", "\x20\x02\x02\x00"sv);
    row("a CONNACK that is too long", "\x20\x03\x00\x00\x00"sv);
    row("a CONNACK with properties that make no sense", "\x20\x04\x00\x00\x01\x99"sv, 5);
    row("a CONNACK with properties that make no sense", "\x20\x05\x00\x00\x09\x13\x00"sv, 5);
    row("a message whose topic makes no sense", "\x30\x03\x00\x09t"sv);
    row("a message whose topic makes no sense", "\x30\x04\x00\x02\xc0\x80"sv);
    row("a message with the packet id 0", "\x32\x05\x00\x01t\x00\x00"sv);
    row("a message to a topic with wildcards", "\x30\x05\x00\x03" "a/+"sv);
    row("a message without a topic", "\x30\x02\x00\x00"sv);
    row("a message with a topic alias although none was allowed", "\x30\x07\x00\x01t\x03\x23\x00\x01"sv, 5);
    row("an acknowledgement of the packet id 0", "\x40\x02\x00\x00"sv);
    row("an acknowledgement that is too long", "\x40\x03\x00\x07\x00"sv);
    row("a SUBACK without an answer", "\x90\x02\x00\x07"sv);
  }
  void whatBreaksTheRulesIsNamed()
  {
    QFETCH(QByteArray, bytes);
    QFETCH(int, version);
    QFETCH(QString, problem);
    const QString all = atEveryCut({bytes.data(), size_t(bytes.size())}, MqttVersion(version));
    QVERIFY2(all.endsWith(QString(u'!' + problem)), qPrintable(all));
  }

  void aBrokerReadsWhatAClientWrites_data()
  {
    QTest::addColumn<int>("version");
    for (int version : {3, 4, 5}) QTest::newRow(qPrintable(QString::number(version))) << version;
  }
  void aBrokerReadsWhatAClientWrites()
  {
    QFETCH(int, version);
    MqttWill will;
    will.topic = "last/will";
    will.payload = "gone"sv;
    will.qos = 1;
    will.retain = true;
    MqttConnect connect;
    connect.version = MqttVersion(version);
    connect.clientId = "client";
    connect.user = "user";
    connect.password = "secret";
    connect.hasUser = connect.hasPassword = true;
    connect.keepAlive = 77;
    connect.sessionExpiry = 3600;
    connect.will = &will;
    std::string bytes;
    appendMqttConnect(bytes, connect);
    MqttConnect read;
    MqttWill readWill;
    QCOMPARE(readMqttConnect(packetOf(bytes), read, readWill), nullptr);
    QVERIFY(read.version == connect.version && read.clientId == "client" && read.user == "user" && read.password == "secret");
    QVERIFY(read.cleanSession && read.keepAlive == 77 && read.will == &readWill);
    QVERIFY(readWill.topic == "last/will" && readWill.payload == "gone" && readWill.qos == 1 && readWill.retain);

    bytes.clear();
    appendMqttSubscribe(bytes, connect.version, 9, "a/+/#", 2);
    MqttSubscription subscription;
    QCOMPARE(readMqttSubscription(packetOf(bytes), connect.version, subscription), nullptr);
    QVERIFY(subscription.id == 9 && subscription.filters.size() == 1 && subscription.filters[0].first == "a/+/#"
            && subscription.filters[0].second == 2);
    bytes.clear();
    appendMqttUnsubscribe(bytes, connect.version, 10, "a");
    QCOMPARE(readMqttSubscription(packetOf(bytes), connect.version, subscription), nullptr);
    QVERIFY(subscription.id == 10 && subscription.filters[0].first == "a");
    for (size_t size = 0; size < bytes.size() - 2; ++size) { // every cut of the body is a mistake, none a crash
      MqttPacket packet = packetOf(bytes);
      packet.body = packet.body.substr(0, size);
      const bool isWhole = size == packetOf(bytes).body.size();
      QCOMPARE(readMqttSubscription(packet, connect.version, subscription) == nullptr, isWhole);
    }
  }

  void theLengthOfAPacketTakesOneToFourBytes()
  {
    for (const auto &[size, bytes] : {std::pair(0u, 1u), {121u, 1u}, {122u, 2u}, {16'377u, 2u}, {16'378u, 3u}, {2'097'145u, 3u}, {2'097'146u, 4u}}) {
      const std::string packet = published(MqttVersion::V311, "topic", std::string(size, 'x').substr(0, size - (size > 0)), 0);
      QCOMPARE(packet.size(), 1 + bytes + 7 + size - (size > 0));
      QVERIFY(packetOf(packet).body.size() == packet.size() - 1 - bytes);
    }
  }

  void topicsAndFiltersAreJudged()
  {
    QVERIFY(!mqttTopicProblem("a/b c/ä") && !mqttFilterProblem("a/+/c/#") && !mqttFilterProblem("#") && !mqttFilterProblem("+/+"));
    QCOMPARE(mqttTopicProblem(""), "the topic is empty");
    QCOMPARE(mqttTopicProblem("a/#"), "the topic holds a wildcard");
    QCOMPARE(mqttTopicProblem("a\0b"sv), "the topic is not UTF-8");
    QCOMPARE(mqttFilterProblem("a/#/b"), "a # may only stand alone at the end");
    QCOMPARE(mqttFilterProblem("a#"), "a # may only stand alone at the end");
    QCOMPARE(mqttFilterProblem("a+/b"), "a + may only stand alone between slashes");
    QCOMPARE(mqttTopicProblem(std::string(65'536, 't')), "the topic is longer than 65,535 bytes");
  }

  void filtersMatchTopics()
  {
    for (const auto &[filter, topic] : {std::pair("a/b", "a/b"), {"a/+", "a/b"}, {"a/#", "a"}, {"a/#", "a/b/c"}, {"#", "x/y"}, {"+/+", "/b"}, {"+", "x"}, {"/+", "/x"}})
      QVERIFY2(mqttMatches(filter, topic), filter);
    for (const auto &[filter, topic] : {std::pair("a/b", "a"), {"a/+", "a"}, {"a/+", "a/b/c"}, {"+", "a/b"}, {"#", "$SYS/x"}, {"a", "a/b"}, {"+/x", "$SYS/x"}, {"a/b/#", "a"}})
      QVERIFY2(!mqttMatches(filter, topic), filter);
  }

  void reasonsHaveWords()
  {
    QCOMPARE(mqttReasonText(MqttVersion::V311, 5), std::string("not authorized (5)"));
    QCOMPARE(mqttReasonText(MqttVersion::V5, 0x87), std::string("not authorized (135)"));
    QCOMPARE(mqttReasonText(MqttVersion::V311, 0x80), std::string("refused (128)"));
    QCOMPARE(mqttReasonText(MqttVersion::V5, 0xc0), std::string("reason 192"));
  }
};

QTEST_GUILESS_MAIN(tst_MqttCodec)
#include "tst_mqttcodec.moc"
