// Checkpoints and extractions: each source, each comparison, the documented examples of semantics.md 4.
#include "engine/check/evaluate.h"

#include <QTest>

using namespace engine;

class CheckTest : public QObject
{
    Q_OBJECT

private slots:
    void theThreeLineExampleGivesSixteen()
    {
        const Pattern pattern("javawind:(.*)javawind:(.*)");
        const std::string text = "javawind:9javawind:12\njavawind:16javawind:17\njavawind:46javawind:22";
        QCOMPARE(*pattern.find(text, 2, 1), std::string("16"));
        QCOMPARE(*pattern.find(text, 3, 2), std::string("22"));
        QVERIFY(!pattern.find(text, 4, 1));
    }

    void aRepeatedGroupGivesItsLastRepetition()
    {
        const Pattern pattern("(ab|ac)+");
        QCOMPARE(*pattern.find("ababdacac", 1, 0), std::string("abab"));
        QCOMPARE(*pattern.find("ababdacac", 1, 1), std::string("ab"));
        QCOMPARE(*pattern.find("ababdacac", 2, 0), std::string("acac"));
        QCOMPARE(*pattern.find("ababdacac", 2, 1), std::string("ac"));
    }

    void headersAreMatchedAsRawTextWithCrLf()
    {
        const Pattern pattern("Content-Type: (.*)\r\n");
        QCOMPARE(*pattern.find("Server: x\r\nContent-Type: text/html\r\n\r\n", 1, 1), std::string("text/html"));
    }

    void headersAreFoundByTheirWholeName_data()
    {
        QTest::addColumn<std::string>("head");
        QTest::addColumn<bool>("isThere");
        QTest::newRow("in the middle") << std::string("HTTP/1.1 200 OK\r\nA: 1\r\nx-KEY: v\r\nB: 2\r\n\r\n") << true;
        QTest::newRow("without a last line end") << std::string("X-Key:v") << true;
        QTest::newRow("longer name") << std::string("X-Keys: v\r\n") << false;
        QTest::newRow("end of a name") << std::string("My-X-Key: v\r\n") << false;
        QTest::newRow("in a value") << std::string("A: X-Key: v\r\n") << false;
        QTest::newRow("short lines before") << std::string("a\r\nb:c\r\nX-Key: v\r\n") << true;
        QTest::newRow("none") << std::string() << false;
    }

    void headersAreFoundByTheirWholeName()
    {
        QFETCH(std::string, head);
        QFETCH(bool, isThere);
        Checkpoint checkpoint;
        checkpoint.items.push_back({CheckItem::Header, CheckItem::Equal, "X-Key", Template("v"), {}});
        ExpansionContext context;
        QCOMPARE(Checker(checkpoint, {}).check({.status = 200, .head = head, .body = {}, .url = {}}, context), isThere);
    }

    void emptyMatchesEnd()
    {
        QVERIFY(!Pattern("x*").find("aaa", 99, 0));
        QVERIFY(!Pattern("(").error().empty());
    }

    void keyPathsReachIntoObjectsAndArrays()
    {
        const std::string json = R"({"key":{"key1":"a","key2":{"key3":7},"key4":[{"key41":true},null]}})";
        QCOMPARE(*jsonValue(json, "key.key2.key3"), std::string("7"));
        QCOMPARE(*jsonValue(json, "key.key4[0].key41"), std::string("true"));
        QCOMPARE(*jsonValue(json, "$.key.key1"), std::string("a"));
        QCOMPARE(*jsonValue(json, "$['key'].key4[-1]"), std::string("null"));
        QVERIFY(!jsonValue(json, "key.none"));
        QVERIFY(!jsonValue(json, "key.key4[9]"));
        QVERIFY(!jsonValue("{", "a"));
        QVERIFY(!jsonValue(std::string(10'000, '['), "a"));
    }

    void xpathReadsTextAttributesAndNumbers()
    {
        const std::string xml = "<a><b id='7'>text</b></a>";
        QCOMPARE(*xpathValue(xml, "/a/b"), std::string("text"));
        QCOMPARE(*xpathValue(xml, "/a/b/@id"), std::string("7"));
        QCOMPARE(*xpathValue(xml, "count(/a/b)"), std::string("1"));
        QVERIFY(!xpathValue(xml, "/a/c"));
        QVERIFY(!xpathValue("not xml <", "/a"));
    }

    void xmlOfTenThousandLevelsEndsWithoutAValue()
    {
        std::string deep, end;
        for (int i = 0; i < 10'000; ++i) deep += "<a>", end += "</a>";
        QVERIFY(!xpathValue(deep + "x" + end, "//a"));
        std::string flat;
        for (int i = 0; i < 10'000; ++i) flat += "<b/>";
        QCOMPARE(*xpathValue("<a>" + flat + "<c>7</c></a>", "/a/c"), std::string("7"));
        QVERIFY(!xpathError("//a[").empty());
        QVERIFY(xpathError("//a[1]").empty());
    }

    void aValueIsTakenOutOfXml()
    {
        std::vector<Extraction> extractions(2);
        extractions[0] = {.range = Extraction::XmlValue, .slot = 0, .name = "sku", .regexp = {}, .key = "//item[2]/@sku", .defaultValue = {}, .expect = "B"};
        extractions[1] = {.range = Extraction::XmlValue, .slot = 1, .name = "none", .regexp = {}, .key = "/order/none", .defaultValue = "-", .expect = {}};
        std::vector<std::string> values(2);
        ExpansionContext context{.values = &values};
        const AnswerView answer{.status = 200, .head = {}, .body = R"(<order><item sku="A"/><item sku="B"/></order>)", .url = {}};
        const auto [passed, expected] = Checker(std::nullopt, extractions).judge(answer, context);
        QVERIFY(passed && expected);
        QCOMPARE(values, (std::vector<std::string>{"B", "-"}));
        extractions[0].key = "//item[";
        QCOMPARE(Checker(std::nullopt, extractions).errors().size(), size_t(1));
    }

    void aKeyWithADollarIsAJsonPath()
    {
        std::vector<Extraction> extractions(1);
        extractions[0] = {.range = Extraction::JsonValue, .slot = 0, .name = "sku", .regexp = {}, .key = "$..sku", .defaultValue = {}, .matchIndex = 2, .expect = {}};
        Checkpoint checkpoint;
        checkpoint.items.push_back({CheckItem::JsonPath, CheckItem::Exists, "$[?@.n > 1]", Template(), {}});
        std::vector<std::string> values(1);
        ExpansionContext context{.values = &values};
        const AnswerView answer{.status = 200, .head = {}, .body = R"([{"sku":"A","n":1},{"sku":"B","n":2}])", .url = {}};
        const auto [passed, expected] = Checker(checkpoint, extractions).judge(answer, context);
        QVERIFY(passed && expected);
        QCOMPARE(values[0], std::string("B"));
        checkpoint.items[0].key = "$[";
        QCOMPARE(Checker(checkpoint, {}).errors().size(), size_t(1));
    }

    void statusPatterns_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("expected");
        QTest::addColumn<bool>("passes");
        QTest::newRow("exact") << 200 << QByteArray("200") << true;
        QTest::newRow("class") << 204 << QByteArray("2xx") << true;
        QTest::newRow("range") << 404 << QByteArray("200-299") << false;
        QTest::newRow("list") << 302 << QByteArray("200, 302") << true;
        QTest::newRow("text") << 200 << QByteArray("ok") << false;
    }

    void statusPatterns()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, expected);
        QTEST(statusMatches(status, expected.toStdString()), "passes");
    }

    void comparisons_data()
    {
        QTest::addColumn<int>("comparison");
        QTest::addColumn<QByteArray>("actual");
        QTest::addColumn<QByteArray>("expected");
        QTest::addColumn<bool>("passes");
        const auto row = [](const char *name, CheckItem::Comparison c, const char *actual, const char *expected, bool passes) {
            QTest::newRow(name) << int(c) << QByteArray(actual) << QByteArray(expected) << passes;
        };
        row("numbers are equal as numbers", CheckItem::Equal, "1.0", "1", true);
        row("text is not a number", CheckItem::Equal, "a", "A", false);
        row("numbers order as numbers", CheckItem::Greater, "10", "9", true);
        row("text orders as text", CheckItem::Less, "10", "9x", true);
        row("contains", CheckItem::Contains, "body ok", "ok", true);
        row("not contains", CheckItem::NotContains, "body ok", "ok", false);
        row("regex", CheckItem::Regex, "id=42", "id=\\d+$", true);
        row("in", CheckItem::In, "b", "a, b", true);
        row("not in", CheckItem::NotIn, "b", "a, b", false);
        row("not equal", CheckItem::NotEqual, "b", "a", true);
    }

    void comparisons()
    {
        QFETCH(int, comparison);
        QFETCH(QByteArray, actual);
        QFETCH(QByteArray, expected);
        QTEST(holds(CheckItem::Comparison(comparison), actual.toStdString(), expected.toStdString()), "passes");
    }

    void aMissingValueExistsNot()
    {
        QVERIFY(!holds(CheckItem::Exists, std::nullopt, ""));
        QVERIFY(holds(CheckItem::NotExists, std::nullopt, ""));
        QVERIFY(!holds(CheckItem::Greater, std::nullopt, "0"));
    }

    void andNeedsAllOrNeedsOne()
    {
        Checkpoint checkpoint;
        checkpoint.items.push_back({CheckItem::Status, CheckItem::Equal, "", Template("200")});
        checkpoint.items.push_back({CheckItem::Header, CheckItem::Contains, "content-type", Template("json")});
        const AnswerView answer{.status = 200, .head = "Content-Type: text/plain\r\n", .body = {}, .url = {}};
        ExpansionContext context;
        QVERIFY(!Checker(checkpoint, {}).check(answer, context));
        checkpoint.all = false;
        std::vector<CheckResult> results;
        QVERIFY(Checker(checkpoint, {}).check(answer, context, &results));
        QCOMPARE(results.size(), size_t(2));
        QCOMPARE(results[1].actual, std::string("text/plain"));
    }

    void extractionFillsItsSlotOrTheDefault()
    {
        std::vector<Extraction> extractions(2);
        extractions[0] = {.range = Extraction::Body, .slot = 0, .name = "token", .regexp = R"re("token"\s*:\s*"(.*?)")re", .key = {}, .defaultValue = {}, .expect = {}};
        extractions[1] = {.range = Extraction::JsonValue, .slot = 1, .name = "id", .regexp = {}, .key = "id", .defaultValue = "none", .expect = "5"};
        std::vector<std::string> values(2);
        ExpansionContext context{.values = &values};
        const AnswerView answer{.status = 200, .head = {}, .body = R"({"token" : "abc"})", .url = {}};
        QVERIFY(!Checker(std::nullopt, extractions).extract(answer, context)); // 5 was expected
        QCOMPARE(values[0], std::string("abc"));
        QCOMPARE(values[1], std::string("none"));
    }
};

QTEST_GUILESS_MAIN(CheckTest)
#include "tst_check.moc"
