#include "engine/protocol/http1parser.h"
#include "engine/protocol/http1request.h"

#include <QTest>

using namespace engine;

namespace {

struct Parsed
{
  bool done = false, broken = false, keepsAlive = false;
  size_t used = 0;
  HttpReply reply;
  std::string problem;
};

/// Feeds `bytes` cut at the given places, then ends the stream if asked.
Parsed parse(std::string_view bytes, std::vector<size_t> cuts = {}, bool toHead = false, bool end = false)
{
  Parsed result;
  Http1Parser parser;
  parser.reset(result.reply, toHead, true, true);
  cuts.push_back(bytes.size());
  size_t from = 0;
  for (size_t cut : cuts) {
    const std::string piece(bytes.substr(from, cut - from)); // a copy: the parser must not look back
    result.used += parser.feed(piece);
    from = cut;
    if (parser.isDone() || parser.isBroken()) break;
  }
  if (end) parser.end();
  result.done = parser.isDone();
  result.broken = parser.isBroken();
  result.keepsAlive = parser.keepsAlive();
  if (parser.problem()) result.problem = parser.problem();
  return result;
}

const std::string byLength = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 11\r\n\r\nhello world";
const std::string byChunks = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5;x=y\r\nhello\r\n6\r\n world\r\n0\r\nA: b\r\n\r\n";
const std::string afterInterim = "HTTP/1.1 100 Continue\r\nX: y\r\n\r\nHTTP/1.1 103 Early Hints\r\n\r\n" + byLength;

} // namespace

class tst_Http1Parser : public QObject
{
  Q_OBJECT

private slots:
  void everySplitGivesTheSameReply_data()
  {
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("by length") << QByteArray::fromStdString(byLength);
    QTest::newRow("by chunks") << QByteArray::fromStdString(byChunks);
    QTest::newRow("after interim replies") << QByteArray::fromStdString(afterInterim);
  }
  void everySplitGivesTheSameReply()
  {
    QFETCH(QByteArray, bytes);
    const std::string text = bytes.toStdString();
    const Parsed whole = parse(text);
    QVERIFY(whole.done);
    QCOMPARE(whole.reply.status, 200);
    QCOMPARE(whole.reply.body, "hello world");
    QVERIFY(whole.reply.head.starts_with("HTTP/1.1 200 OK\r\n") && whole.reply.head.ends_with("\r\n\r\n"));
    for (size_t first = 0; first <= text.size(); ++first)
      for (size_t second = first; second <= text.size(); ++second) {
        const Parsed split = parse(text, {first, second});
        QVERIFY2(split.done && split.used == text.size(), qPrintable(QString::number(first)));
        QCOMPARE(split.reply.body, whole.reply.body);
        QCOMPARE(split.reply.head, whole.reply.head);
      }
    std::vector<size_t> everyByte(text.size());
    for (size_t i = 0; i < text.size(); ++i) everyByte[i] = i;
    QCOMPARE(parse(text, everyByte).reply.body, whole.reply.body);
  }

  void everyBeginningIsUnfinishedAndItsEndIsAnError()
  {
    for (const std::string &text : {byLength, byChunks, afterInterim})
      for (size_t size = 0; size < text.size(); ++size) {
        QVERIFY(!parse(text.substr(0, size)).done);
        QVERIFY(parse(text.substr(0, size), {}, false, true).broken);
      }
  }

  void bytesOfTheNextReplyAreNotTaken()
  {
    QCOMPARE(parse(byLength + "HTTP/1.1 2").used, byLength.size());
    QCOMPARE(parse(byChunks + "junk").used, byChunks.size());
  }

  void aReplyWithoutLengthEndsWithTheConnection()
  {
    const Parsed parsed = parse("HTTP/1.1 200 OK\r\n\r\nall of it", {}, false, true);
    QVERIFY(parsed.done && !parsed.keepsAlive);
    QCOMPARE(parsed.reply.body, "all of it");
  }

  void repliesThatHaveNoBodyEndWithTheirHead()
  {
    QVERIFY(parse("HTTP/1.1 204 No Content\r\n\r\n").done);
    QVERIFY(parse("HTTP/1.1 304 Not Modified\r\nContent-Length: 9\r\n\r\n").done);
    QVERIFY(parse("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n", {}, true).done);
    QVERIFY(parse("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", {}, true).done);
    QVERIFY(parse("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n").done);
    QVERIFY(parse("HTTP/1.1 101 Switching Protocols\r\n\r\n").done);
  }

  void theConnectionIsKeptAsBothSidesAgreed()
  {
    const std::string rest = "Content-Length: 0\r\n\r\n";
    QVERIFY(parse("HTTP/1.1 200 OK\r\n" + rest).keepsAlive);
    QVERIFY(!parse("HTTP/1.1 200 OK\r\nConnection: close\r\n" + rest).keepsAlive);
    QVERIFY(!parse("HTTP/1.1 200 OK\r\nconnection: Keep-Alive, Close\r\n" + rest).keepsAlive);
    QVERIFY(!parse("HTTP/1.0 200 OK\r\n" + rest).keepsAlive);
    QVERIFY(parse("HTTP/1.0 200 OK\r\nConnection: keep-alive\r\n" + rest).keepsAlive);
  }

  void bareLineFeedsAndMissingReasonsAreTolerated()
  {
    QVERIFY(parse("HTTP/1.1 200\nContent-Length: 2\n\nok").done);
    QVERIFY(parse("HTTP/1.1 200 \r\nContent-Length:2  \r\n\r\nok").done);
  }

  void locationIsTakenFromRedirectsOnly()
  {
    QCOMPARE(parse("HTTP/1.1 302 Found\r\nLocation:  /there \r\nContent-Length: 0\r\n\r\n").reply.location, "/there");
    QVERIFY(parse("HTTP/1.1 200 OK\r\nLocation: /there\r\nContent-Length: 0\r\n\r\n").reply.location.empty());
    QVERIFY(parse("HTTP/1.1 302 Found\r\nLocation:\r\nContent-Length: 0\r\n\r\n").reply.location.empty());
  }

  void malformedRepliesAreRefused_data()
  {
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray ok = "HTTP/1.1 200 OK\r\n";
    QTest::newRow("not HTTP") << QByteArray("SSH-2.0-OpenSSH_9.2\r\n");
    QTest::newRow("empty line first") << QByteArray("\r\nHTTP/1.1 200 OK\r\n");
    QTest::newRow("HTTP/2 preface") << QByteArray("HTTP/2.0 200 OK\r\n");
    QTest::newRow("short status") << QByteArray("HTTP/1.1 20\r\n");
    QTest::newRow("long status") << QByteArray("HTTP/1.1 2000\r\n");
    QTest::newRow("status not a number") << QByteArray("HTTP/1.1 2x0 OK\r\n");
    QTest::newRow("status 099") << QByteArray("HTTP/1.1 099 No\r\n");
    QTest::newRow("header without colon") << ok + "Content-Length 3\r\n";
    QTest::newRow("header without name") << ok + ": 3\r\n";
    QTest::newRow("space before colon") << ok + "Content-Length : 3\r\n";
    QTest::newRow("folded length") << ok + "Content-Length: 1\r\n 0\r\n";
    QTest::newRow("negative length") << ok + "Content-Length: -1\r\n";
    QTest::newRow("signed length") << ok + "Content-Length: +1\r\n";
    QTest::newRow("empty length") << ok + "Content-Length: \r\n";
    QTest::newRow("hex length") << ok + "Content-Length: 0x10\r\n";
    QTest::newRow("overflowing length") << ok + "Content-Length: 99999999999999999999999999\r\n";
    QTest::newRow("list of lengths") << ok + "Content-Length: 3, 3\r\n";
    QTest::newRow("two lengths") << ok + "Content-Length: 3\r\nContent-Length: 4\r\n";
    QTest::newRow("coding after chunked") << ok + "Transfer-Encoding: chunked, gzip\r\n";
    const QByteArray chunked = ok + "Transfer-Encoding: chunked\r\n\r\n";
    QTest::newRow("chunk without size") << chunked + "\r\n";
    QTest::newRow("chunk size not hex") << chunked + "xyz\r\n";
    QTest::newRow("negative chunk") << chunked + "-1\r\n";
    QTest::newRow("chunk size with junk") << chunked + "5z\r\nhello\r\n";
    QTest::newRow("overflowing chunk") << chunked + "fffffffffffffffff\r\n";
    QTest::newRow("chunk longer than said") << chunked + "3\r\nhello\r\n";
    QTest::newRow("endless chunk line") << chunked + "5;" + QByteArray(5000, 'x');
    QTest::newRow("endless trailers") << chunked + "0\r\n" + QByteArray("A: b\r\n").repeated(12000);
    QTest::newRow("endless status line") << QByteArray(40000, 'H');
    QTest::newRow("endless header") << ok + "X: " + QByteArray(40000, 'x');
    QTest::newRow("endless headers") << ok + QByteArray("X: yyyyyyyyyyyyyyyyyy\r\n").repeated(4000);
    QTest::newRow("endless interim replies") << QByteArray("HTTP/1.1 100 Continue\r\n\r\n").repeated(4000);
  }
  void malformedRepliesAreRefused()
  {
    QFETCH(QByteArray, bytes);
    const Parsed parsed = parse(bytes.toStdString());
    QVERIFY(parsed.broken);
    QVERIFY(!parsed.problem.empty());
    std::vector<size_t> cuts;
    for (qsizetype i = 0; i < bytes.size(); i += 7) cuts.push_back(size_t(i));
    QVERIFY(parse(bytes.toStdString(), cuts).broken);
  }

  void aBodyBeyondTheLimitIsCutAndSaysSo()
  {
    const std::string body(HttpReply::bodyLimit + 5, 'b');
    const Parsed parsed = parse("HTTP/1.1 200 OK\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body);
    QVERIFY(parsed.done && parsed.reply.truncated);
    QCOMPARE(parsed.reply.body.size(), HttpReply::bodyLimit);
  }

  void headerValuesAreFoundInAnyCase()
  {
    const std::string_view head = "HTTP/1.1 200 OK\r\nX-A: one\r\nset-cookie:  a=b \r\n\r\n";
    QCOMPARE(headerValue(head, "Set-Cookie"), "a=b");
    QVERIFY(headerValue(head, "X").empty());
  }

  void everySplitGivesTheSameRequest()
  {
    const std::string text = "POST /a?b=c HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n";
    for (size_t cut = 0; cut <= text.size(); ++cut) {
      Http1Request request;
      size_t used = request.feed(text.substr(0, cut));
      used += request.feed(text.substr(cut));
      QVERIFY(request.isDone());
      QCOMPARE(used, text.size());
      QCOMPARE(request.method, "POST");
      QCOMPARE(request.path(), "/a");
      QCOMPARE(request.body, "abc");
    }
  }

  void malformedRequestsAreAnsweredWithTheRightStatus_data()
  {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    const QByteArray get = "GET / HTTP/1.1\r\nHost: x\r\n";
    QTest::newRow("no target") << QByteArray("GET HTTP/1.1\r\n") << 400;
    QTest::newRow("space in target") << QByteArray("GET /a b HTTP/1.1\r\n") << 400;
    QTest::newRow("version") << QByteArray("GET / HTTP/3.0\r\n") << 505;
    QTest::newRow("no version") << QByteArray("GET / junk\r\n") << 400;
    QTest::newRow("no host") << QByteArray("GET / HTTP/1.1\r\n\r\n") << 400;
    QTest::newRow("two hosts") << get + "Host: y\r\n" << 400;
    QTest::newRow("folded") << get + " more\r\n" << 400;
    QTest::newRow("space in name") << get + "X Y: z\r\n" << 400;
    QTest::newRow("two lengths of a body") << get + "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n" << 400;
    QTest::newRow("unknown coding") << get + "Transfer-Encoding: gzip\r\n\r\n" << 501;
    QTest::newRow("large body") << get + "Content-Length: 16000001\r\n\r\n" << 413;
    QTest::newRow("large head") << get + "X: " + QByteArray(40000, 'x') << 431;
  }
  void malformedRequestsAreAnsweredWithTheRightStatus()
  {
    QFETCH(QByteArray, bytes);
    Http1Request request;
    request.feed(bytes.toStdString());
    QVERIFY(request.isBroken());
    QTEST(request.errorStatus(), "status");
  }
};

QTEST_GUILESS_MAIN(tst_Http1Parser)
#include "tst_http1parser.moc"
