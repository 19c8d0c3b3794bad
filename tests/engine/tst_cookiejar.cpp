// Cookies by RFC 6265, and the unpacking of compressed bodies.
#include "engine/protocol/contentdecoder.h"
#include "engine/protocol/cookiejar.h"

#include <QtTest>

#include <zlib.h>

using namespace engine;

class CookieJarTest : public QObject
{
  Q_OBJECT

  static HttpPlace place(const std::string &url)
  {
    static thread_local std::string kept;
    kept = url;
    HttpPlace place;
    HttpPlace::parse(kept, place);
    return place;
  }
  static std::string packed(const std::string &text, int windowBits)
  {
    z_stream stream{};
    deflateInit2(&stream, 9, Z_DEFLATED, windowBits, 8, Z_DEFAULT_STRATEGY);
    std::string out(deflateBound(&stream, uLong(text.size())) + 64, '\0');
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(text.data()));
    stream.avail_in = uInt(text.size());
    stream.next_out = reinterpret_cast<Bytef *>(out.data());
    stream.avail_out = uInt(out.size());
    deflate(&stream, Z_FINISH);
    out.resize(stream.total_out);
    deflateEnd(&stream);
    return out;
  }

private slots:
  void goesBackWhereItBelongs_data()
  {
    QTest::addColumn<QByteArray>("setCookie");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QByteArray>("cookies");
    const auto row = [](const char *set, const char *to, const char *cookies) {
      QTest::newRow((QByteArray(set) + " -> " + to).constData()) << QByteArray(set) << QByteArray(to) << QByteArray(cookies);
    };
    // set by http://shop.example.com/a/b
    row("s=1", "http://shop.example.com/a/c", "s=1");
    row("s=1", "http://SHOP.example.com:8080/a/", "s=1");
    row("s=1", "http://shop.example.com/", "");
    row("s=1; Path=/", "http://shop.example.com/x", "s=1");
    row("s=1; Path=/a", "http://shop.example.com/ab", "");
    row("s=1; Path=/a/", "http://shop.example.com/a/x", "s=1");
    row("s=1; Path=/", "http://www.shop.example.com/", "");
    row("s=1; Path=/; Domain=example.com", "http://www.example.com/", "s=1");
    row("s=1; Path=/; Domain=.example.com", "http://shop.example.com/", "s=1");
    row("s=1; Path=/; Domain=com", "http://shop.example.com/", "");
    row("s=1; Path=/; Domain=other.com", "http://shop.example.com/", "");
    row("s=1; Path=/; Domain=hop.example.com", "http://shop.example.com/", "");
    row("s=1; Path=/; Secure", "http://shop.example.com/", "");
    row("s=1; Path=/; Secure; HttpOnly; SameSite=Lax", "https://shop.example.com/", "s=1");
    row("s=1; Path=/; Max-Age=10", "http://shop.example.com/", "s=1");
    row("s=1; Path=/; Max-Age=0", "http://shop.example.com/", "");
    row("s=1; Path=/; Max-Age=-1; Expires=Wed, 21 Oct 2099 07:28:00 GMT", "http://shop.example.com/", "");
    row("s=1; Path=/; Expires=Wed, 21 Oct 2099 07:28:00 GMT", "http://shop.example.com/", "s=1");
    row("s=1; Path=/; Expires=Wed, 21 Oct 2015 07:28:00 GMT", "http://shop.example.com/", "");
    row("s=1; Path=/; Expires=nonsense", "http://shop.example.com/", "s=1");
    row("novalue", "http://shop.example.com/a/", "");
    row("=x", "http://shop.example.com/a/", "");
    row("s=; Path=/", "http://shop.example.com/", "s=");
    row(" s = a=b ; Path=/", "http://shop.example.com/", "s=a=b");
  }
  void goesBackWhereItBelongs()
  {
    QFETCH(QByteArray, setCookie);
    QFETCH(QByteArray, to);
    CookieJar jar;
    jar.store(setCookie.toStdString(), place("http://shop.example.com/a/b"), 1'700'000'000);
    std::string out;
    jar.appendFor(place(to.toStdString()), 1'700'000'001, out);
    QTEST(QByteArray::fromStdString(out), "cookies");
  }

  void aNewValueReplacesTheOldAndLongerPathsComeFirst()
  {
    CookieJar jar;
    jar.store("a=1; Path=/\nb=2; Path=/x\na=3; Path=/", place("http://h.example/"), 0);
    std::string out;
    jar.appendFor(place("http://h.example/x/y"), 1, out);
    QCOMPARE(out, std::string("b=2; a=3"));
    jar.store("a=; Path=/; Max-Age=0", place("http://h.example/"), 2);
    out.clear();
    jar.appendFor(place("http://h.example/x"), 3, out);
    QCOMPARE(out, std::string("b=2"));
    out.clear();
    jar.appendFor(place("http://127.0.0.1/x"), 3, out);
    QCOMPARE(out, std::string());
  }

  void aJarIsBounded()
  {
    CookieJar jar;
    for (int i = 0; i < 1000; ++i) jar.store("n" + std::to_string(i) + "=1; Path=/", place("http://h.example/"), 0);
    jar.store("big=" + std::string(5000, 'x') + "; Path=/", place("http://h.example/"), 0);
    std::string out;
    jar.appendFor(place("http://h.example/"), 1, out);
    QCOMPARE(std::ranges::count(out, '='), int64_t(CookieJar::mostCookies));
    QVERIFY(out.starts_with("n700="));
  }

  void datesOfAllKinds()
  {
    QCOMPARE(cookieDate("Sun, 06 Nov 1994 08:49:37 GMT"), int64_t(784111777));
    QCOMPARE(cookieDate("Sunday, 06-Nov-94 08:49:37 GMT"), int64_t(784111777));
    QCOMPARE(cookieDate("Sun Nov  6 08:49:37 1994"), int64_t(784111777));
    QCOMPARE(cookieDate("Sun, 06 Nov 1994"), int64_t(-1));
    QCOMPARE(cookieDate("32 Nov 1994 08:49:37"), int64_t(-1));
  }

  void bodiesAreUnpacked()
  {
    const std::string text = "hello, hello, hello";
    QCOMPARE(*decodeBody("gzip", packed(text, 31), 1000), text);
    QCOMPARE(*decodeBody("GZIP", packed(text, 31) + packed("!", 31), 1000), text + "!");
    QCOMPARE(*decodeBody("deflate", packed(text, 15), 1000), text);
    QCOMPARE(*decodeBody("deflate", packed(text, -15), 1000), text);
    QCOMPARE(*decodeBody("deflate, gzip", packed(packed(text, 15), 31), 1000), text);
    QCOMPARE(*decodeBody("identity", text, 1000), text);
    const std::string brotli("\x0b\x02\x80" "hello\x03", 9); // an uncompressed meta-block
    QCOMPARE(*decodeBody("br", brotli, 1000), std::string("hello"));
    QVERIFY(!decodeBody("br", "certainly not brotli", 1000).value_or("").starts_with("certainly"));
    QVERIFY(!decodeBody("gzip", "not gzip", 1000));
    QVERIFY(!decodeBody("zstd", "x", 1000));
    QVERIFY(!decodeBody("gzip,gzip,gzip,gzip,gzip", packed(text, 31), 1000));
  }

  void aBodyThatBreaksOffGivesItsBeginning()
  {
    std::string text;
    for (int i = 0; i < 20'000; ++i) text += std::to_string(i);
    const std::string whole = packed(text, 31);
    const auto part = decodeBody("gzip", std::string_view(whole).substr(0, whole.size() / 2), 1'000'000);
    QVERIFY(part && !part->empty() && text.starts_with(*part));
  }

  void abombStaysWithinItsBounds()
  {
    const std::string bomb = packed(std::string(100'000'000, '\0'), 31);
    QVERIFY(bomb.size() < 200'000);
    QCOMPARE(decodeBody("gzip", bomb, 10'000'000)->size(), size_t(10'000'000));
  }
};

QTEST_GUILESS_MAIN(CookieJarTest)
#include "tst_cookiejar.moc"
