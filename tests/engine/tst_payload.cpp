#include "engine/protocol/payload.h"

#include <QTest>

using namespace engine;

namespace {

/// What is left of an answer read with one cut: "answer|state|used".
std::string readInTwo(const AnswerEnd &end, std::string_view bytes, size_t cut, bool thenEnds)
{
  AnswerReader reader;
  std::string answer;
  reader.begin(end, answer);
  size_t used = reader.feed(bytes.substr(0, cut));
  if (!reader.isDone() && !reader.isBroken()) used += reader.feed(bytes.substr(cut));
  if (thenEnds) reader.streamEnded();
  return answer + "|" + (reader.isDone() ? "done" : reader.isBroken() ? reader.problem() : "more") + "|" + std::to_string(used);
}

QString atEveryCut(const AnswerEnd &end, std::string_view bytes, bool thenEnds = false)
{
  const std::string first = readInTwo(end, bytes, bytes.size(), thenEnds);
  for (size_t cut = 0; cut < bytes.size(); ++cut) {
    const std::string other = readInTwo(end, bytes, cut, thenEnds);
    if (other != first) return QStringLiteral("cut at %1: %2").arg(cut).arg(QString::fromStdString(other));
  }
  return QString::fromStdString(first);
}

} // namespace

class tst_Payload : public QObject
{
  Q_OBJECT

private slots:
  void hexDigitsAreBytes()
  {
    QCOMPARE(bytesFromHex("48656C6c6f").value(), std::string("Hello"));
    QCOMPARE(bytesFromHex("48 65\n6c\t6c\r\n6f ").value(), std::string("Hello"));
    QCOMPARE(bytesFromHex("00ff").value(), std::string("\0\xff", 2));
    QCOMPARE(bytesFromHex("").value(), std::string());
    QCOMPARE(hexFromBytes(std::string("\0\xff\x1a", 3)), std::string("00ff1a"));
  }

  void whatIsNoHexIsRefused()
  {
    for (const char *wrong : {"4", "48 6", "4 8", "4g", "0x48", "é0"}) QVERIFY2(!bytesFromHex(wrong), wrong);
  }

  void anAnswerByLengthEndsAfterSoManyBytes()
  {
    QCOMPARE(atEveryCut({AnswerEnd::Length, 5, {}}, "12345"), QStringLiteral("12345|done|5"));
    QCOMPARE(atEveryCut({AnswerEnd::Length, 5, {}}, "1234567"), QStringLiteral("12345|done|5"));
    QCOMPARE(atEveryCut({AnswerEnd::Length, 0, {}}, "12"), QStringLiteral("|done|0"));
    QCOMPARE(atEveryCut({AnswerEnd::Length, 5, {}}, "123", true),
             QStringLiteral("123|the connection was closed before its whole length had come|3"));
  }

  void anAnswerByMarkEndsWithTheFirstMark()
  {
    QCOMPARE(atEveryCut({AnswerEnd::Mark, 0, "\r\n"}, "one\r\ntwo\r\n"), QStringLiteral("one\r\n|done|5"));
    QCOMPARE(atEveryCut({AnswerEnd::Mark, 0, "aab"}, "aaab"), QStringLiteral("aaab|done|4"));
    QCOMPARE(atEveryCut({AnswerEnd::Mark, 0, "END"}, "ENEN"), QStringLiteral("ENEN|more|4"));
    QCOMPARE(atEveryCut({AnswerEnd::Mark, 0, "END"}, "EN", true),
             QStringLiteral("EN|the connection was closed before its end mark had come|2"));
  }

  void anAnswerUntilCloseTakesAll() { QCOMPARE(atEveryCut({AnswerEnd::Close, 0, {}}, "abc", true), QStringLiteral("abc|done|3")); }

  void theFirstBytesMayBeTheAnswer()
  {
    AnswerReader reader;
    std::string answer;
    const AnswerEnd end;
    reader.begin(end, answer);
    QCOMPARE(reader.feed({}), size_t(0));
    QVERIFY(!reader.isDone());
    QCOMPARE(reader.feed("x"), size_t(1));
    QVERIFY(reader.isDone());
    QCOMPARE(answer, std::string("x"));
  }

  void anAnswerWithoutEndIsBrokenAtTenMegabytes()
  {
    const AnswerEnd end{AnswerEnd::Mark, 0, "never"};
    AnswerReader reader;
    std::string answer;
    reader.begin(end, answer);
    const std::string piece(65536, 'n');
    int fed = 0;
    while (!reader.isBroken() && fed < 200) reader.feed(piece), ++fed;
    QCOMPARE(answer.size(), AnswerReader::mostKept);
    QCOMPARE(reader.problem(), "it goes on beyond 10 MB");
    QCOMPARE(reader.feed("never"), size_t(0));
  }
};

QTEST_GUILESS_MAIN(tst_Payload)
#include "tst_payload.moc"
