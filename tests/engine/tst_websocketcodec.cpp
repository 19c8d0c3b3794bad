#include "engine/protocol/websocketcodec.h"
#include "engine/protocol/websockethandshake.h"

#include <QTest>

using namespace engine;
using Opcode = WebSocketOpcode;

namespace {

std::string frame(Opcode opcode, std::string_view payload, bool isFinal = true, bool isCompressed = false,
                  WebSocketRole role = WebSocketRole::Server)
{
  std::string out;
  appendWebSocketFrame(out, role, opcode, payload, 0x12345678, isFinal, isCompressed);
  return out;
}

/// What a reader makes of the bytes, cut once: "text:hello;ping:x;" and, at the end, what is wrong.
std::string outline(std::string_view bytes, size_t cut, WebSocketRole role, const DeflateTerms *deflate = nullptr)
{
  WebSocketReader reader(role);
  if (deflate) reader.useDeflate(*deflate);
  std::string out;
  const std::string copy(bytes); // so that a sanitizer sees reading beyond
  for (std::string_view part : {std::string_view(copy).substr(0, cut), std::string_view(copy).substr(cut)}) {
    while (reader.next(part)) {
      static const char *const names[] = {"text", "binary", "ping", "pong", "close"};
      out.append(names[reader.kind()]).append(":").append(reader.payload()).append(";");
      if (reader.kind() == WebSocketReader::Close) out += std::to_string(reader.closeCode());
    }
  }
  if (reader.isBroken()) out.append("!").append(reader.problem());
  return out;
}

QString atEveryCut(std::string_view bytes, WebSocketRole role = WebSocketRole::Client, const DeflateTerms *deflate = nullptr)
{
  const std::string whole = outline(bytes, 0, role, deflate);
  for (size_t cut = 1; cut <= bytes.size(); ++cut) {
    const std::string other = outline(bytes, cut, role, deflate);
    if (other != whole) return QStringLiteral("cut at %1: %2").arg(cut).arg(QString::fromStdString(other));
  }
  return QString::fromStdString(whole);
}

HttpReply replyOf(std::string_view text)
{
  HttpReply reply;
  Http1Parser parser;
  parser.reset(reply, false, true, false);
  parser.feed(text);
  return reply;
}

} // namespace

class tst_WebSocketCodec : public QObject
{
  Q_OBJECT

private slots:
  void messagesComeWholeHoweverTheyAreCut()
  {
    QCOMPARE(atEveryCut(frame(Opcode::Text, "hello") + frame(Opcode::Binary, {}) + frame(Opcode::Text, "grüße")),
             QStringLiteral("text:hello;binary:;text:grüße;"));
  }

  void lengthsOfAllThreeFormsAreRead()
  {
    for (size_t size : {0u, 125u, 126u, 127u, 65535u, 65536u, 70000u}) {
      const std::string payload(size, 'l');
      for (WebSocketRole role : {WebSocketRole::Client, WebSocketRole::Server}) {
        std::string bytes;
        appendWebSocketFrame(bytes, role == WebSocketRole::Client ? WebSocketRole::Server : WebSocketRole::Client, Opcode::Binary,
                             payload, 0xa1b2c3d4);
        for (size_t cut : {size_t(1), size_t(2), size_t(5), bytes.size() / 2, bytes.size() - 1})
          QVERIFY(outline(bytes, std::min(cut, bytes.size()), role) == "binary:" + payload + ";");
      }
    }
  }

  void aClientsFramesAreUnmasked()
  {
    // The example of RFC 6455 5.7.
    const std::string bytes("\x81\x85\x37\xfa\x21\x3d\x7f\x9f\x4d\x51\x58", 11);
    QCOMPARE(atEveryCut(bytes, WebSocketRole::Server), QStringLiteral("text:Hello;"));
    QCOMPARE(atEveryCut(frame(Opcode::Text, "a longer text, so that blocks count", true, false, WebSocketRole::Client),
                        WebSocketRole::Server),
             QStringLiteral("text:a longer text, so that blocks count;"));
  }

  void controlFramesComeBetweenFragments()
  {
    QCOMPARE(atEveryCut(frame(Opcode::Text, "one ", false) + frame(Opcode::Ping, "p") + frame(Opcode::Continuation, "two ", false)
                        + frame(Opcode::Pong, "q") + frame(Opcode::Continuation, "three")),
             QStringLiteral("ping:p;pong:q;text:one two three;"));
  }

  void aCharacterMayBeCutByAFragment()
  {
    QCOMPARE(atEveryCut(frame(Opcode::Text, "\xe2\x82", false) + frame(Opcode::Continuation, "\xac")), QStringLiteral("text:€;"));
  }

  void closeCarriesItsCode()
  {
    QCOMPARE(atEveryCut(frame(Opcode::Close, webSocketClosePayload(1001, "away"))),
             QString::fromUtf8("close:") + QChar(3) + QString::fromUtf8("\xe9" "away;1001"));
    QCOMPARE(atEveryCut(frame(Opcode::Close, {})), QStringLiteral("close:;1005"));
    QCOMPARE(webSocketClosePayload(1000, std::string(200, 'r')).size(), size_t(125));
    QCOMPARE(webSocketClosePayload(1000, std::string(122, 'r') + "\xe2\x82\xac").size(), size_t(124)); // not half a character
  }

  void whatBreaksTheRulesIsNamed_data()
  {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("problem");
    const auto row = [](const char *problem, std::string_view bytes) {
      QTest::newRow(problem) << QByteArray(bytes.data(), qsizetype(bytes.size())) << QString::fromLatin1(problem);
    };
    using namespace std::string_view_literals;
    row("a frame has reserved bits set", "\xa1\x00"sv);
    row("a frame has an unknown opcode", "\x83\x00"sv);
    row("a frame of the server is masked", "\x81\x80\x01\x02\x03\x04"sv);
    row("the length of a frame is written longer than need be", "\x81\x7e\x00\x7d"sv);
    row("the length of a frame has its highest bit set", "\x82\x7f\x80\x00\x00\x00\x00\x00\x00\x00"sv);
    row("a message is larger than 16 MB", "\x82\x7f\x00\x00\x00\x01\x00\x00\x00\x00"sv); // 4 GB
    row("a control frame is fragmented", "\x09\x00"sv);
    row("a control frame is longer than 125 bytes", "\x89\x7e\x00\x7e"sv);
    row("a control frame is marked as compressed", "\xc9\x00"sv);
    row("a continuation frame without a beginning", "\x80\x00"sv);
    row("a new message begins within another one", "\x01\x00\x81\x00"sv);
    row("a compressed frame although no compression was agreed on", "\xc1\x00"sv);
    row("a text message is not UTF-8", "\x81\x02\xc0\x80"sv);
    row("a close frame with half a code", "\x88\x01\x03"sv);
    row("a close frame with a code that may not be sent", "\x88\x02\x03\xed"sv);
    row("the reason of a close frame is not UTF-8", "\x88\x03\x03\xe8\xff"sv);
  }
  void whatBreaksTheRulesIsNamed()
  {
    QFETCH(QByteArray, bytes);
    QFETCH(QString, problem);
    QCOMPARE(atEveryCut({bytes.data(), size_t(bytes.size())}), QString(u'!' + problem));
  }

  void fragmentsTogetherAreLimitedToo()
  {
    WebSocketReader reader(WebSocketRole::Client);
    const std::string part(1'000'000, 'f');
    const std::string first = frame(Opcode::Binary, part, false), more = frame(Opcode::Continuation, part, false);
    int fed = 0;
    while (!reader.isBroken() && fed < 30) {
      std::string_view bytes = fed++ ? more : first;
      QVERIFY(!reader.next(bytes));
    }
    QCOMPARE(reader.problem(), "a message is larger than 16 MB");
    QCOMPARE(reader.problemCode(), uint16_t(1009));
    QCOMPARE(fed, 17);
  }

  void utf8IsToldFromWhatIsNot()
  {
    for (const char *good : {"", "plain", "grüße €", "\xf0\x9f\x98\x80", "\xef\xbf\xbf", "\xf4\x8f\xbf\xbf"}) QVERIFY(isUtf8(good));
    for (const char *bad : {"\x80", "\xc0\x80", "\xc1\xbf", "\xe0\x80\x80", "\xed\xa0\x80", "\xf4\x90\x80\x80", "\xf5\x80\x80\x80",
                            "\xe2\x82", "\xff", "12345678\xe2\x28\xa1"})
      QVERIFY2(!isUtf8(bad), bad);
  }

  void compressionGoesBothWays_data()
  {
    QTest::addColumn<bool>("takesOver");
    QTest::addColumn<int>("window");
    QTest::newRow("with context") << true << 15;
    QTest::newRow("without context") << false << 15;
    QTest::newRow("small window") << true << 9;
  }
  void compressionGoesBothWays()
  {
    QFETCH(bool, takesOver);
    QFETCH(int, window);
    const DeflateTerms terms{takesOver, takesOver, window, window};
    WebSocketDeflater deflater(WebSocketRole::Server, terms);
    std::string bytes;
    std::vector<size_t> sizes;
    for (int i = 0; i < 3; ++i) {
      const std::string packed = deflater.pack("the same words again and again, the same words again and again");
      sizes.push_back(packed.size());
      bytes += frame(Opcode::Text, packed.substr(0, 3), false, true) + frame(Opcode::Continuation, packed.substr(3));
    }
    bytes += frame(Opcode::Text, deflater.pack({}), true, true) + frame(Opcode::Text, "plain");
    const QString one = QStringLiteral("text:the same words again and again, the same words again and again;");
    QCOMPARE(atEveryCut(bytes, WebSocketRole::Client, &terms), one + one + one + QStringLiteral("text:;text:plain;"));
    QCOMPARE(sizes[1] < sizes[0], takesOver); // what was said before helps only then
  }

  void theExamplesOfTheDeflateStandardAreRead()
  {
    using namespace std::string_view_literals;
    const DeflateTerms terms;
    // RFC 7692 7.2.3: one block, shared window, no compression, final block, two blocks.
    QCOMPARE(atEveryCut("\xc1\x07\xf2\x48\xcd\xc9\xc9\x07\x00\xc1\x05\xf2\x00\x11\x00\x00"sv, WebSocketRole::Client, &terms),
             QStringLiteral("text:Hello;text:Hello;"));
    QCOMPARE(atEveryCut("\xc1\x0b\x00\x05\x00\xfa\xff\x48\x65\x6c\x6c\x6f\x00"sv, WebSocketRole::Client, &terms), QStringLiteral("text:Hello;"));
    QCOMPARE(atEveryCut("\xc1\x08\xf3\x48\xcd\xc9\xc9\x07\x00\x00"sv, WebSocketRole::Client, &terms), QStringLiteral("text:Hello;"));
    QCOMPARE(atEveryCut("\xc1\x0d\xf2\x48\x05\x00\x00\x00\xff\xff\xca\xc9\xc9\x07\x00"sv, WebSocketRole::Client, &terms),
             QStringLiteral("text:Hello;"));
  }

  void aBombIsNotUnpacked()
  {
    const DeflateTerms terms;
    WebSocketDeflater deflater(WebSocketRole::Server, terms);
    const std::string bomb = deflater.pack(std::string(60'000'000, '\0'));
    QVERIFY(bomb.size() < 100'000);
    WebSocketReader reader(WebSocketRole::Client);
    reader.useDeflate(terms);
    const std::string bytes = frame(Opcode::Binary, bomb, true, true);
    std::string_view rest = bytes;
    QVERIFY(!reader.next(rest));
    QCOMPARE(reader.problem(), "a message is larger than 16 MB when unpacked");
    QCOMPARE(reader.problemCode(), uint16_t(1009));
  }

  void garbageInPlaceOfPackedBytesIsNamed()
  {
    const DeflateTerms terms;
    QCOMPARE(atEveryCut(frame(Opcode::Text, "\xff\xff\xff\xff", true, true), WebSocketRole::Client, &terms),
             QStringLiteral("!a compressed message cannot be unpacked"));
  }

  void termsOfCompressionAreReadStrictly()
  {
    const auto terms = DeflateTerms::fromAnswer("permessage-deflate; server_no_context_takeover; client_max_window_bits=10");
    QVERIFY(terms && !terms->serverTakesOver && terms->clientTakesOver && terms->clientWindow == 10 && terms->serverWindow == 15);
    QVERIFY(DeflateTerms::fromAnswer("permessage-deflate"));
    QVERIFY(DeflateTerms::fromAnswer("permessage-deflate;server_max_window_bits=\"12\""));
    for (const char *wrong : {"", "x-webkit-deflate-frame", "permessage-deflate, permessage-deflate", "permessage-deflate; unknown",
                              "permessage-deflate; client_max_window_bits", "permessage-deflate; client_max_window_bits=16",
                              "permessage-deflate; client_max_window_bits=8", "permessage-deflate; server_max_window_bits=7",
                              "permessage-deflate; server_no_context_takeover; server_no_context_takeover",
                              "permessage-deflate; server_no_context_takeover=1"})
      QVERIFY2(!DeflateTerms::fromAnswer(wrong), wrong);
    std::string answer;
    QVERIFY(DeflateTerms::fromOffer("foo, permessage-deflate; client_max_window_bits, bar", answer));
    QCOMPARE(answer, std::string("permessage-deflate"));
    QVERIFY(!DeflateTerms::fromOffer("foo", answer));
  }

  void theKeyIsAnswered()
  {
    QCOMPARE(webSocketAccept("dGhlIHNhbXBsZSBub25jZQ=="), std::string("s3pPLMBiTxaQ9kYGzzhZRbK+xOo=")); // RFC 6455 1.3
    const uint64_t random[2] = {1, 2};
    QCOMPARE(webSocketKey(random).size(), size_t(24));
  }

  void anUpgradeIsAcceptedOnlyWhenAllOfItFits()
  {
    WebSocketUpgrade asked;
    asked.authority = "h";
    asked.key = "dGhlIHNhbXBsZSBub25jZQ==";
    asked.headers = "Sec-WebSocket-Protocol: chat, superchat\r\n";
    asked.offersDeflate = true;
    const std::string start = "HTTP/1.1 101 Switching\r\nUpgrade: WebSocket\r\nConnection: keep-alive, Upgrade\r\n";
    const std::string accept = "Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n";
    const auto problem = [&](const std::string &text) { return readUpgradeAnswer(replyOf(text + "\r\n"), asked).problem; };
    QCOMPARE(problem(start + accept), std::string());
    QCOMPARE(problem(start + accept + "Sec-WebSocket-Protocol: superchat\r\n"), std::string());
    QCOMPARE(problem(start + accept + "Sec-WebSocket-Extensions: permessage-deflate\r\n"), std::string());
    QCOMPARE(problem(start), std::string("its Sec-WebSocket-Accept does not fit the key"));
    QCOMPARE(problem(start + "Sec-WebSocket-Accept: AAAA\r\n"), std::string("its Sec-WebSocket-Accept does not fit the key"));
    QCOMPARE(problem("HTTP/1.1 101 X\r\nUpgrade: h2c\r\nConnection: Upgrade\r\n" + accept), std::string("it does not upgrade to WebSocket"));
    QCOMPARE(problem(start + accept + "Sec-WebSocket-Protocol: other\r\n"), std::string("it chose a subprotocol that was not offered"));
    QCOMPARE(problem(start + accept + "Sec-WebSocket-Extensions: foo\r\n"), std::string("it uses an extension that was not offered"));
    QCOMPARE(problem("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n"), std::string("HTTP status 404"));

    std::optional<DeflateTerms> deflate;
    QVERIFY(readUpgradeAnswer(replyOf(acceptUpgrade(asked.request(), deflate)), asked).problem.empty());
    QVERIFY(deflate);
    QVERIFY(acceptUpgrade("GET / HTTP/1.1\r\nHost: h\r\n\r\n", deflate).empty());
  }
};

QTEST_GUILESS_MAIN(tst_WebSocketCodec)
#include "tst_websocketcodec.moc"
