// JSON laid out for reading: nothing is changed but white space, and each line knows its path.
#include "app/services/jsonlayout.h"
#include "engine/check/extract.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using services::JsonLine;

class JsonLayoutTest : public QObject
{
    Q_OBJECT

private slots:
    void eachLineHasItsPath()
    {
        const auto lines = services::layOutJson(u"{\"b\":[1.50,{\"x y\":\"it's \\\"so\\\"\"}],\"a\":{},\"c\":null}"_s);
        QVERIFY(lines);
        QCOMPARE(services::textOf(*lines), u"{\n  \"b\": [\n    1.50,\n    {\n      \"x y\": \"it's \\\"so\\\"\"\n    }\n  ],\n  \"a\": {},\n  \"c\": null\n}"_s);
        QStringList paths;
        for (const JsonLine &line : *lines)
            paths << line.path;
        QCOMPARE(paths, QStringList({u"$"_s, u"$.b"_s, u"$.b[0]"_s, u"$.b[1]"_s, u"$.b[1]['x y']"_s, {}, {}, u"$.a"_s, u"$.c"_s, {}}));
        QCOMPARE(lines->at(4).value, u"it's \"so\""_s);
        QCOMPARE(lines->at(2).value, u"1.50"_s);
        QVERIFY(!lines->at(1).isLeaf);
    }

    void thePathOfALineFindsItsValue()
    {
        const QString json = u"{\"a'b\\\\c\":{\"ü\":[[\"v1\"],[\"v2\",{\"k.l\":\"v3\"}]]},\"d-e\":\"v4\"}"_s;
        const auto lines = services::layOutJson(json);
        QVERIFY(lines);
        for (const JsonLine &line : *lines) {
            if (line.isLeaf)
                QCOMPARE(line.path + u" = "_s + QString::fromStdString(engine::jsonValue(json.toStdString(), line.path.toStdString()).value_or("none")),
                         line.path + u" = "_s + line.value);
        }
    }

    void variablesAreValues()
    {
        const auto lines = services::layOutJson(u"{\"id\":${id},\"n\":${__random(1,9)},\"t\":\"${x}\"}"_s);
        QVERIFY(lines);
        QCOMPARE(services::textOf(*lines), u"{\n  \"id\": ${id},\n  \"n\": ${__random(1,9)},\n  \"t\": \"${x}\"\n}"_s);
    }

    void whatIsNoJsonIsNotLaidOut_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"", "{", "[1,]", "{\"a\" 1}", "{a:1}", "[01]", "nul", "\"open", "1 2", "[1}", "${open"})
            QTest::newRow(text) << QString::fromLatin1(text);
        QTest::newRow("10,000 levels") << QString(10'000, u'[') + QString(10'000, u']');
    }

    void whatIsNoJsonIsNotLaidOut()
    {
        QFETCH(QString, text);
        QVERIFY(!services::layOutJson(text));
    }

    void aMegabyteIsLaidOut()
    {
        QString text = u"["_s;
        for (int i = 0; text.size() < 1'000'000; ++i)
            text += (i ? u","_s : QString()) + u"{\"id\":%1,\"name\":\"n${x}\",\"tags\":[true,null,1.5]}"_s.arg(i);
        text += u']';
        const auto lines = services::layOutJson(text);
        QVERIFY(lines);
        QVERIFY(lines->size() > 100'000);
        QCOMPARE(QJsonDocument::fromJson(services::textOf(*lines).toUtf8()), QJsonDocument::fromJson(text.toUtf8()));
    }

    void variablesAreNamedByTheLastMember()
    {
        QCOMPARE(services::variableNameFor(u"$.data.items[0].id"_s), u"id"_s);
        QCOMPARE(services::variableNameFor(u"$.items[3]"_s), u"items"_s);
        QCOMPARE(services::variableNameFor(u"$['x y']"_s), u"x_y"_s);
        QCOMPARE(services::variableNameFor(u"$[0]"_s), u"value"_s);
        QCOMPARE(services::variableNameFor(u"$.__vu"_s), u"value"_s);
    }
};

QTEST_GUILESS_MAIN(JsonLayoutTest)
#include "tst_jsonlayout.moc"
