// cURL commands as browsers, manuals and people write them.
#include "app/exchange/curlcommand.h"
#include <QTest>

using namespace Qt::StringLiterals;
using domain::BodyType;

class CurlCommandTest : public QObject
{
    Q_OBJECT

    static domain::Message read(const QString &text)
    {
        const auto command = exchange::requestFromCurl(text);
        if (!command) {
            qWarning("%s", qPrintable(command.error().message));
            return {};
        }
        return command->message;
    }

    static QString header(const domain::Message &message, QStringView name)
    {
        for (const auto &h : message.headers) {
            if (h.key.compare(name, Qt::CaseInsensitive) == 0)
                return h.value;
        }
        return u"(none)"_s;
    }

private slots:
    void anAddressAloneIsAGet()
    {
        const auto message = read(u"curl https://shop.example/cart?x=1"_s);
        QCOMPARE(message.method, u"GET"_s);
        QCOMPARE(message.url, u"https://shop.example/cart?x=1"_s);
        QCOMPARE(message.protocol, domain::Protocol::Https);
        QCOMPARE(message.name, u"GET /cart"_s);
        QVERIFY(message.verifyTls);
        QVERIFY(!message.followRedirects);
    }

    void methodHeadersAndBodyOverSeveralLines()
    {
        const auto message = read(u"curl -X put 'http://a/b' \\\n  -H 'Content-Type: application/json' \\\r\n"
                                  u"  -H \"X-Say: \\\"hi\\\" there\" \\\n  -d '{\"sku\": \"A 1\"}'"_s);
        QCOMPARE(message.method, u"PUT"_s);
        QCOMPARE(header(message, u"content-type"), u"application/json"_s);
        QCOMPARE(header(message, u"X-Say"), u"\"hi\" there"_s);
        QCOMPARE(message.body, u"{\"sku\": \"A 1\"}"_s);
        QCOMPARE(message.bodyType, BodyType::Text);
        QCOMPARE(message.headers.size(), 2);
    }

    void caretsOfTheWindowsShellJoinLines()
    {
        QCOMPARE(header(read(u"curl.exe http://a ^\n -H \"A: b\""_s), u"a"), u"b"_s);
    }

    void dataIsPostedAsAFormUnlessToldOtherwise()
    {
        const auto message = read(u"curl http://a -d a=1 --data 'b=2' --data-urlencode 'c=x y&z'"_s);
        QCOMPARE(message.method, u"POST"_s);
        QCOMPARE(message.body, u"a=1&b=2&c=x%20y%26z"_s);
        QCOMPARE(header(message, u"content-type"), u"application/x-www-form-urlencoded"_s);
        QCOMPARE(read(u"curl http://a/p?x=1 -G -d a=1"_s).url, u"http://a/p?x=1&a=1"_s);
        QCOMPARE(read(u"curl http://a/p -G -d a=1"_s).method, u"GET"_s);
    }

    void rawDataKeepsAtSignsAndLineBreaks()
    {
        QCOMPARE(read(u"curl http://a --data-raw '@home\nx'"_s).body, u"@home\nx"_s);
        QCOMPARE(read(u"curl http://a --data-binary 'a\nb'"_s).body, u"a\nb"_s);
        QCOMPARE(read(u"curl http://a -d 'a\nb'"_s).body, u"ab"_s); // as cURL does
        QCOMPARE(read(u"curl http://a --data-raw $'it\\'s\\n\\u00e9'"_s).body, u"it's\né"_s);
    }

    void jsonSetsBothTypes()
    {
        const auto message = read(u"curl --json '{}' http://a -H 'Accept: text/plain'"_s);
        QCOMPARE(message.method, u"POST"_s);
        QCOMPARE(header(message, u"Content-Type"), u"application/json"_s);
        QCOMPARE(header(message, u"Accept"), u"text/plain"_s);
    }

    void userBecomesAnAuthorization()
    {
        const auto basic = read(u"curl -u anna:ge:heim http://a"_s).auth;
        QCOMPARE(basic.kind, domain::Authentication::Basic);
        QCOMPARE(basic.user, u"anna"_s);
        QCOMPARE(basic.password, u"ge:heim"_s);
        const auto bearer = read(u"curl --oauth2-bearer T http://a"_s).auth;
        QCOMPARE(bearer.kind, domain::Authentication::Bearer);
        QCOMPARE(bearer.token, u"T"_s);
    }

    void anHttpProxyIsTaken()
    {
        QCOMPARE(read(u"curl -x p.example:3128 http://a"_s).proxy, u"http://p.example:3128"_s);
    }

    void flagsMayStandTogetherAndValuesClose()
    {
        const auto message = read(u"curl -sSkL -XDELETE -H'A: b' http://a"_s);
        QVERIFY(!message.verifyTls);
        QVERIFY(message.followRedirects);
        QCOMPARE(message.method, u"DELETE"_s);
        QCOMPARE(header(message, u"a"), u"b"_s);
        QCOMPARE(read(u"curl -I http://a"_s).method, u"HEAD"_s);
    }

    void agentCookieRefererTimesAndEncodings()
    {
        const auto message = read(u"curl -A me -e http://r -b 'k=v; l=w' -m 2.5 --connect-timeout 900 --compressed a.example"_s);
        QCOMPARE(header(message, u"user-agent"), u"me"_s);
        QCOMPARE(header(message, u"referer"), u"http://r"_s);
        QCOMPARE(header(message, u"cookie"), u"k=v; l=w"_s);
        QCOMPARE(header(message, u"accept-encoding"), u"gzip, deflate, br"_s);
        QCOMPARE(message.returnTimeoutMs, 2500);
        QCOMPARE(message.connectTimeoutMs, 300'000);
        QCOMPARE(message.url, u"http://a.example"_s);
    }

    void formsBecomeParts()
    {
        const auto message = read(u"curl http://a -F name=Anna -F 'pic=@/tmp/p.png;type=image/png'"_s);
        QCOMPARE(message.bodyType, BodyType::Multipart);
        QCOMPARE(message.method, u"POST"_s);
        QCOMPARE(message.form.size(), 2);
        QCOMPARE(message.form[0].value, u"Anna"_s);
        QCOMPARE(message.form[1].value, u"/tmp/p.png"_s);
        QCOMPARE(message.form[1].extra[u"type"].toString(), u"file"_s);
    }

    void whatIsNotUnderstoodIsSaid_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("word");
        QTest::newRow("unknown") << u"curl --florble http://a"_s << u"--florble"_s;
        QTest::newRow("file") << u"curl http://a -d @big.json"_s << u"big.json"_s;
        QTest::newRow("proxy") << u"curl http://a -x socks5://p:1"_s << u"socks5://p:1"_s;
        QTest::newRow("second address") << u"curl http://a http://b"_s << u"http://b"_s;
        QTest::newRow("pipe") << u"curl http://a | jq ."_s << u"first command"_s;
        QTest::newRow("cookies") << u"curl http://a -b jar.txt"_s << u"jar.txt"_s;
        QTest::newRow("variable") << u"curl http://a -H \"T: $TOKEN\""_s << u"TOKEN"_s;
    }

    void whatIsNotUnderstoodIsSaid()
    {
        QFETCH(QString, text);
        QFETCH(QString, word);
        const auto command = exchange::requestFromCurl(text);
        QVERIFY(command);
        QCOMPARE(command->notes.size(), 1);
        QVERIFY2(command->notes[0].contains(word), qPrintable(command->notes[0]));
        QCOMPARE(command->message.url, u"http://a"_s);
    }

    void ordinaryCommandsNeedNoNote()
    {
        QVERIFY(exchange::requestFromCurl(u"curl -sS -o /dev/null -w '%{http_code}' http://a"_s)->notes.isEmpty());
    }

    void shellVariablesBecomeOurs()
    {
        QCOMPARE(header(read(u"curl http://a -H \"T: $TOKEN/${B}\" "_s), u"t"), u"${TOKEN}/${B}"_s);
        QCOMPARE(read(u"curl 'http://a/$x'"_s).url, u"http://a/$x"_s);
    }

    void badInputIsRefusedWithASentence_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("no address") << u"curl -s"_s;
        QTest::newRow("open quote") << u"curl 'http://a"_s;
        QTest::newRow("open double quote") << u"curl \"http://a"_s;
        QTest::newRow("no value") << u"curl http://a -H"_s;
        QTest::newRow("not cURL") << u"wget http://a"_s;
        QTest::newRow("endless") << u"curl http://a -d "_s + QString(2 << 20, u'x');
    }

    void badInputIsRefusedWithASentence()
    {
        QFETCH(QString, text);
        const auto command = exchange::requestFromCurl(text);
        QVERIFY(!command);
        QVERIFY(command.error().message.endsWith(u'.'));
    }

    void anyBeginningOfACommandIsReadOrRefused()
    {
        const QString whole = u"curl -X POST \"http://a/$B\" \\\n -H $'A: \\x41' --data-urlencode 'q=ü' -F f=@x -u a:b --json '{}' | jq"_s;
        for (int i = 0; i <= whole.size(); ++i) {
            const auto command = exchange::requestFromText(whole.left(i));
            QVERIFY(command || command.error().message.endsWith(u'.'));
        }
    }

    void pastedTextIsAnAddressOrACommand()
    {
        QCOMPARE(exchange::requestFromText(u"  shop.example/a \n"_s)->message.url, u"http://shop.example/a"_s);
        QCOMPARE(exchange::requestFromText(u"curl -d x http://a"_s)->message.method, u"POST"_s);
        QVERIFY(!exchange::requestFromText(u"ftp://a"_s));
        QVERIFY(!exchange::requestFromText(u"two words"_s));
        QVERIFY(!exchange::requestFromText(u"http://"_s));
        QVERIFY(!exchange::requestFromText({}));
    }
};

QTEST_GUILESS_MAIN(CurlCommandTest)
#include "tst_curlcommand.moc"
