// JSONPath by the rules and examples of RFC 9535: what each selects, what is no path, what must not hang or crash.
#include "engine/check/iregexp.h"
#include "engine/check/jsondocument.h"
#include "engine/check/jsonpath.h"

#include <QtTest>

using namespace engine;

static void selectRows(); // below: moc does not read all of its texts

class JsonPathTest : public QObject
{
    Q_OBJECT

    static QByteArray select(const QByteArray &json, const QByteArray &path)
    {
        const JsonPath query(path.toStdString());
        if (!query.error().empty()) return QByteArray::fromStdString(query.error());
        JsonDocument document({json.constData(), size_t(json.size())});
        const auto found = query.all(document);
        if (!found) return "nothing";
        QByteArrayList texts;
        for (const std::string &text : *found) texts << QByteArray::fromStdString(text);
        return texts.join(' ');
    }

private slots:
    void selects_data() { selectRows(); }

    void selects()
    {
        QFETCH(QByteArray, json);
        QFETCH(QByteArray, path);
        QTEST(select(json, path), "nodes");
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("path");
        for (const char *path : {"", "a", "@", " $", "$ ", "$.", "$..", "$...a", "$.1", "$.a b", "$[]", "$[a]", "$['a]", "$[01]", "$[-0]",
                                 "$[1.0]", "$[9007199254740992]", "$[1:2:3:4]", "$[1:01]", "$['\\x']", "$[\"\\'\"]", "$['\\\"']",
                                 "$['\\uD800']", "$['\\uDC00']", "$['\\u12']", "$['\t']", "$[?]", "$[?1]", "$[?'a']", "$[?true]", "$[?@.a=1]",
                                 "$[?@.a==]", "$[?==1]", "$[?@..a==1]", "$[?@.*==1]", "$[?@[0,1]==1]", "$[?(@.a]", "$[?@.a &&]",
                                 "$[?@.a & @.b]", "$[?!@.a==1]", "$[?length(@.*)==1]", "$[?length(@.a)]", "$[?count(1)==1]", "$[?count(@.*)]",
                                 "$[?match(@.a,'b')==true]", "$[?match(@.a)]", "$[?match(@.*,'a')]", "$[?value(1)==1]", "$[?nope(@.a)]",
                                 "$[?Count(@.*)==1]", "$[?length (@.a)==1]", "$[?count(@.*,@.*)==1]", "$[?length('a',)==1]", "$[?@.a==00]",
                                 "$[?@.a==1.]", "$[?@.a==.1]", "$[?@.a==TRUE]", "$[0,]", "$[,0]", "$[0 1]", "$.a]", "$.['a']", "$..[?]", "$[?@.a==[1]]"})
            QTest::newRow(path) << QByteArray(path);
    }

    void refuses()
    {
        QFETCH(QByteArray, path);
        const JsonPath query(path.toStdString());
        QVERIFY2(!query.error().empty(), path.constData());
        JsonDocument document("{}");
        QVERIFY(!query.find(document));
    }

    void anErrorNamesItsPlace()
    {
        QCOMPARE(JsonPath("$.a[?@.b ==").error(), std::string("The JSONPath “$.a[?@.b ==” is wrong at character 12: a value, a path or a function must stand here."));
    }

    void iRegexps_data()
    {
        QTest::addColumn<QByteArray>("expression");
        QTest::addColumn<QByteArray>("re2");
        const auto line = [](const char *from, const char *to) { QTest::newRow(from) << QByteArray(from) << QByteArray(to); };
        line("a.b", "a[^\\n\\r]b");
        line("^a$", "\\^a\\$");
        line("(a|b){2,3}c?", "(?:a|b){2,3}c?");
        line("[^a-z_-]", "[^a-z_\\-]");
        line("[-a]", "[\\-a]");
        line("[a^]", "[a\\^]");
        line("\\p{Lu}\\P{N}", "\\p{Lu}\\P{N}");
        line("\\.\\n", "\\.\\n");
        line("[ä-ü]", "[ä-ü]");
        line("a{2,}", "a{2,}");
        line("", "");
        for (const char *bad : {"\\d", "(?i)a", "a**", "[", "[]", "a{", "a{2,1}", "(", ")", "*a", "[z--a]", "\\p{Xx}", "a{1001}", "\\"})
            line(bad, "none");
    }

    void iRegexps()
    {
        QFETCH(QByteArray, expression);
        QTEST(QByteArray::fromStdString(re2FromIRegexp(expression.toStdString()).value_or("none")), "re2");
    }

    void findGivesTextWithoutQuotesAndTheMatchAskedFor()
    {
        JsonDocument document(R"({"a":[{"b":"x"},{"b":[1, 2]}]})");
        QCOMPARE(*JsonPath("$..b").find(document), std::string("x"));
        QCOMPARE(*JsonPath("$..b").find(document, 2), std::string("[1,2]"));
        QVERIFY(!JsonPath("$..b").find(document, 3));
        QVERIFY(!JsonPath("$..b").find(document, 0));
    }

    void tenThousandLevelsEndWithoutAValue()
    {
        const QByteArray json = QByteArray(10'000, '[') + QByteArray(10'000, ']');
        QCOMPARE(select(json, "$..*"), QByteArray("nothing"));
        const QByteArray fine = QByteArray(1'000, '[') + QByteArray(1'000, ']');
        QCOMPARE(select(fine, "$..[?@.a]"), QByteArray(""));
    }

    void workIsBounded()
    {
        QByteArray json = "[";
        for (int i = 0; i < 3000; ++i) json += "[1,2,3],";
        json += "0]";
        QCOMPARE(select(json, "$..[?$..*]"), QByteArray("nothing"));
        QCOMPARE(select(json, "$" + QByteArray("[*,*,*,*]").repeated(40)), QByteArray("")); // nothing that deep
        QByteArray nested = "1";
        for (int i = 0; i < 30; ++i) nested = "[" + nested + "]";
        QCOMPARE(select(nested, "$" + QByteArray("[0,0,0,0]").repeated(30)), QByteArray("nothing"));
    }

    void deepPathsAreRefusedAndLongOnesAreNot()
    {
        QByteArray path = "@.a";
        for (int i = 0; i < 100; ++i) path = "(" + path + ")";
        QVERIFY(!JsonPath(("$[?" + path + "]").toStdString()).error().empty());
        QVERIFY(!JsonPath(("$" + QByteArray("[?@").repeated(100'000)).toStdString()).error().empty());
        QVERIFY(JsonPath(("$" + QByteArray(".a").repeated(10'000)).toStdString()).error().empty());
        QVERIFY(!JsonPath(("$[?" + QByteArray("!").repeated(100'000) + "@.a]").toStdString()).error().empty());
    }
};

static void row(const QByteArray &json, const QByteArray &path, const QByteArray &nodes)
{
    QTest::newRow((path + " in " + json.left(40)).constData()) << json << path << nodes;
}

    static void selectRows()
    {
        QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("nodes");
        // 1.5, the book store
        const QByteArray store = R"({"store":{"book":[)"
                                 R"({"category":"reference","author":"Nigel Rees","title":"Sayings of the Century","price":8.95},)"
                                 R"({"category":"fiction","author":"Evelyn Waugh","title":"Sword of Honour","price":12.99},)"
                                 R"({"category":"fiction","author":"Herman Melville","title":"Moby Dick","isbn":"0-553-21311-3","price":8.99},)"
                                 R"({"category":"fiction","author":"J. R. R. Tolkien","title":"The Lord of the Rings","isbn":"0-395-19395-8","price":22.99}],)"
                                 R"("bicycle":{"color":"red","price":399}}})";
        row(store, "$.store.book[*].author", R"("Nigel Rees" "Evelyn Waugh" "Herman Melville" "J. R. R. Tolkien")");
        row(store, "$..author", R"("Nigel Rees" "Evelyn Waugh" "Herman Melville" "J. R. R. Tolkien")");
        row(store, "$.store..price", "8.95 12.99 8.99 22.99 399");
        row(store, "$..book[2].author", R"("Herman Melville")");
        row(store, "$..book[2].publisher", "");
        row(store, "$..book[-1].title", R"("The Lord of the Rings")");
        row(store, "$..book[:2].price", "8.95 12.99");
        row(store, "$..book[0,1].price", "8.95 12.99");
        row(store, "$..book[?@.isbn].price", "8.99 22.99");
        row(store, "$..book[?@.price<10].title", R"("Sayings of the Century" "Moby Dick")");
        // 2.3.1.3 names
        const QByteArray names = R"({"o":{"j j":{"k.k":3}},"'":{"@":2}})";
        row(names, "$.o['j j']", R"({"k.k":3})");
        row(names, "$.o['j j']['k.k']", "3");
        row(names, R"($.o["j j"]["k.k"])", "3");
        row(names, R"($["'"]["@"])", "2");
        row(names, R"($['\'']['@'])", "2");
        row(names, "$", R"({"o":{"j j":{"k.k":3}},"'":{"@":2}})");
        // 2.3.2.3 wildcards
        const QByteArray wild = R"({"o":{"j":1,"k":2},"a":[5,3]})";
        row(wild, "$[*]", R"({"j":1,"k":2} [5,3])");
        row(wild, "$.o[*]", "1 2");
        row(wild, "$.o[*, *]", "1 2 1 2");
        row(wild, "$.a[*]", "5 3");
        // 2.3.3.3 indexes, 2.3.4.3 slices
        row(R"(["a","b"])", "$[1]", R"("b")");
        row(R"(["a","b"])", "$[-2]", R"("a")");
        row(R"(["a","b"])", "$[-3]", "");
        const QByteArray letters = R"(["a","b","c","d","e","f","g"])";
        row(letters, "$[1:3]", R"("b" "c")");
        row(letters, "$[5:]", R"("f" "g")");
        row(letters, "$[1:5:2]", R"("b" "d")");
        row(letters, "$[5:1:-2]", R"("f" "d")");
        row(letters, "$[::-1]", R"("g" "f" "e" "d" "c" "b" "a")");
        row(letters, "$[::0]", "");
        row(letters, "$[-2:]", R"("f" "g")");
        row(letters, "$[:-5]", R"("a" "b")");
        row(letters, "$[100:0:-3]", R"("g" "d")");
        row(letters, "$[ 1 : 3 : 1 ]", R"("b" "c")");
        // 2.3.5.3 filters
        const QByteArray filters = R"({"a":[3,5,1,2,4,6,{"b":"j"},{"b":"k"},{"b":{}},{"b":"kilo"}],"o":{"p":1,"q":2,"r":3,"s":5,"t":{"u":6}},"e":"f"})";
        row(filters, "$.a[?@.b == 'kilo']", R"({"b":"kilo"})");
        row(filters, "$.a[?(@.b == 'kilo')]", R"({"b":"kilo"})");
        row(filters, "$.a[?@>3.5]", "5 4 6");
        row(filters, "$.a[?@.b]", R"({"b":"j"} {"b":"k"} {"b":{}} {"b":"kilo"})");
        row(filters, "$[?@.*]", R"([3,5,1,2,4,6,{"b":"j"},{"b":"k"},{"b":{}},{"b":"kilo"}] {"p":1,"q":2,"r":3,"s":5,"t":{"u":6}})");
        row(filters, "$[?@[?@.b]]", R"([3,5,1,2,4,6,{"b":"j"},{"b":"k"},{"b":{}},{"b":"kilo"}])");
        row(filters, "$.o[?@<3, ?@<3]", "1 2 1 2");
        row(filters, R"($.a[?@<2 || @.b == "k"])", R"(1 {"b":"k"})");
        row(filters, R"($.a[?match(@.b, "[jk]")])", R"({"b":"j"} {"b":"k"})");
        row(filters, R"($.a[?search(@.b, "[jk]")])", R"({"b":"j"} {"b":"k"} {"b":"kilo"})");
        row(filters, "$.o[?@>1 && @<4]", "2 3");
        row(filters, "$.o[?@.u || @.x]", R"({"u":6})");
        row(filters, "$.a[?@.b == $.x]", "3 5 1 2 4 6");
        row(filters, "$.a[?@ == @]", R"(3 5 1 2 4 6 {"b":"j"} {"b":"k"} {"b":{}} {"b":"kilo"})");
        row(filters, "$.a[?!@.b && @ >= 5]", "5 6");
        row(filters, "$.a[?!(@.b || @ < 5)]", "5 6");
        // 2.5.1.3, 2.5.2.3 segments
        const QByteArray deep = R"({"o":{"j":1,"k":2},"a":[5,3,[{"j":4},{"k":6}]]})";
        row(deep, "$..j", "1 4");
        row(deep, "$..[0]", R"(5 {"j":4})");
        row(deep, "$..*", R"({"j":1,"k":2} [5,3,[{"j":4},{"k":6}]] 1 2 5 3 [{"j":4},{"k":6}] {"j":4} {"k":6} 4 6)");
        row(deep, "$..o", R"({"j":1,"k":2})");
        row(deep, "$.o..[*, *]", "1 2 1 2");
        row(deep, "$.a..[0, 1]", R"(5 3 {"j":4} {"k":6})");
        row(letters, "$[0, 3]", R"("a" "d")");
        row(letters, "$[0:2, 5]", R"("a" "b" "f")");
        row(letters, "$[0, 0]", R"("a" "a")");
        // 2.6.1 null is a value
        const QByteArray null = R"({"a":null,"b":[null],"c":[{}],"null":1})";
        row(null, "$.a", "null");
        row(null, "$.a[0]", "");
        row(null, "$.b[?@]", "null");
        row(null, "$.b[?@==null]", "null");
        row(null, "$.c[?@.d==null]", "");
        row(null, "$.null", "1");
        // 2.4 functions
        row(R"([{"x":"äöü"},{"x":[1,2]},{"x":{"a":1,"b":2,"c":3}},{"x":7},{}])", "$[?length(@.x) >= 3]", R"({"x":"äöü"} {"x":{"a":1,"b":2,"c":3}})");
        row(R"([[1,2],[1],[]])", "$[?count(@.*) == 1]", "[1]");
        row(R"([{"c":[{"color":"red"}]},{"c":[{"color":"red"},{"color":"red"}]}])", "$[?value(@..color) == 'red']", R"({"c":[{"color":"red"}]})");
        row(R"([{"d":"1974-05-11"},{"d":"x1974-05-11"},{"d":1974}])", "$[?match(@.d, '1974-05-..')]", R"({"d":"1974-05-11"})");
        row(R"([{"s":"ab","p":"a."},{"s":"ab","p":"b."},{"s":"ab","p":5}])", "$[?match(@.s, @.p)]", R"({"s":"ab","p":"a."})");
        row(R"(["a\nb","a\rb","axb"])", "$[?match(@, 'a.b')]", R"("axb")");
        row(R"(["a","\\d"])", R"($[?match(@, '\\d')])", "");
        // comparisons of all types (table 11 of 2.3.5.3)
        const QByteArray types = R"({"obj":{"x":"y"},"arr":[2,3]})";
        row(types, "$[?$.absent1 == $.absent2]", R"({"x":"y"} [2,3])");
        row(types, "$[?$.absent1 <= $.absent2]", R"({"x":"y"} [2,3])");
        row(types, "$[?$.absent == 'g']", "");
        row(types, "$[?$.absent1 != $.absent2]", "");
        row(types, "$[?$.absent != 'g']", R"({"x":"y"} [2,3])");
        row(types, "$[?1 <= 2]", R"({"x":"y"} [2,3])");
        row(types, "$[?1 > 2]", "");
        row(types, "$[?13 == '13']", "");
        row(types, "$[?'a' <= 'b']", R"({"x":"y"} [2,3])");
        row(types, "$[?$.obj == $.arr]", "");
        row(types, "$[?$.obj == $.obj]", R"({"x":"y"} [2,3])");
        row(types, "$[?$.arr != $.arr]", "");
        row(types, "$[?$.obj <= $.obj]", R"({"x":"y"} [2,3])");
        row(types, "$[?$.obj < $.obj]", "");
        row(types, "$[?1 == 1.0]", R"({"x":"y"} [2,3])");
        row(types, "$[?true <= true]", R"({"x":"y"} [2,3])");
        row(types, "$[?true > true]", "");
        row(types, "$[?1e2 == 100 && -0 == 0]", R"({"x":"y"} [2,3])");
        row(R"([{"a":[1,{"b":null}]},{"a":[1,{"b":0}]}])", R"($[?@.a == $[0].a])", R"({"a":[1,{"b":null}]})");
        // escapes and names of other scripts
        row(R"({"☺":1,"a\"b":2,"\ud83d\ude00":3})", R"($["\u263A"])", "1");
        row(R"({"☺":1,"a\"b":2,"\ud83d\ude00":3})", R"($.☺)", "1");
        row(R"({"☺":1,"a\"b":2,"\ud83d\ude00":3})", R"($["a\"b"])", "2");
        row(R"({"☺":1,"a\"b":2,"\ud83d\ude00":3})", R"($['\uD83D\uDE00'])", "3");
        row(R"({"a":{"b":1}})", "$ .a\n. b", R"(The JSONPath “$ .a
. b” is wrong at character 7: a name or * must follow.)");
        row(R"({"a":{"b":1}})", "$ .a\n['b']", "1");
    }

QTEST_GUILESS_MAIN(JsonPathTest)
#include "tst_jsonpath.moc"
