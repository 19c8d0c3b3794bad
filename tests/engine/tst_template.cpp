// Templates: split once, unknown names as typed; the system functions of semantics.md 3.2.
#include "engine/plan/functions.h"

#include <QTest>
#include <regex>

using namespace engine;

class TemplateTest : public QObject
{
    Q_OBJECT

    static std::string expanded(std::string_view text)
    {
        static std::vector<std::string> values{"Ann", "4"};
        static uint64_t random = 7;
        ExpansionContext context{.values = &values, .user = 3, .iteration = 9, .loop = 2, .caseName = "Shop", .random = &random};
        std::string out;
        expand(Template::parse(text, [](std::string_view name) { return name == "user" ? 0 : name == "n" ? 1 : -1; }), context, out);
        return out;
    }

private slots:
    void texts_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char *name, const char *text, const char *expected) { QTest::newRow(name) << QByteArray(text) << QByteArray(expected); };
        row("literal", "plain", "plain");
        row("variable", "/a/${user}?n=${n}", "/a/Ann?n=4");
        row("unknown stays as typed", "x${nobody}y", "x${nobody}y");
        row("unbalanced stays", "a${user", "a${user");
        row("user, iteration, loop, case", "${__vu}-${__iter}-${__loop}-${__case}", "3-9-2-Shop");
        row("nested arguments", "${__add(${n},${__mul(2,3)})}", "10");
        row("scale and rounding", "${__div(10,4,0,HALF_EVEN)} ${__div(10,4,0,UP)} ${__add(1,1,2)}", "2 3 2.00");
        row("division by zero is no value", "${__div(1,0)}", "${__div(1,0)}");
        row("negative rounding", "${__add(-2.5,0,0,HALF_UP)} ${__add(-2.5,0,0,CEILING)}", "-3 -2");
        row("md5", "${__md5(abc)}", "900150983cd24fb0d6963f7d28e17f72");
        row("sha256", "${__sha256(abc)}", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        row("md5 in base64", "${__md5Base64(abc)}", "kAFQmDzST7DWlj99KOF/cg==");
        row("base64 both ways", "${__base64(${user})} ${__base64Decode(QW5u)}", "QW5u Ann");
        row("unknown function", "${__nothing(1)}", "${__nothing(1)}");
    }

    void texts()
    {
        QFETCH(QByteArray, text);
        QTEST(QByteArray::fromStdString(expanded(text.toStdString())), "expected");
    }

    void randomValuesHaveTheirForm()
    {
        for (int i = 0; i < 200; ++i) {
            QVERIFY(std::regex_match(expanded("${__mobile()}"), std::regex("1[0-9]{10}")));
            QVERIFY(std::regex_match(expanded("${__uuid()}"), std::regex("[0-9a-f]{32}")));
            QVERIFY(std::regex_match(expanded("${__randomStr(8)}"), std::regex("[a-z0-9]{8}")));
            const int n = std::stoi(expanded("${__random(1,3)}"));
            QVERIFY(n >= 1 && n <= 3);
        }
    }

    void anIdCardHasItsChecksum()
    {
        static constexpr int weights[] = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
        for (int i = 0; i < 100; ++i) {
            const std::string id = expanded("${__idcard()}");
            QCOMPARE(id.size(), size_t(18));
            int sum = 0;
            for (size_t k = 0; k < 17; ++k)
                sum += (id[k] - '0') * weights[k];
            QCOMPARE(id[17], "10X98765432"[sum % 11]);
        }
    }

    void timesFollowTheirPattern()
    {
        QVERIFY(std::regex_match(expanded("${__time(yyyy-MM-dd HH:mm:ss.SSS,-3600)}"), std::regex(R"(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3})")));
        QCOMPARE(expanded("${__timestamp(ms)}").size(), size_t(13));
        QCOMPARE(expanded("${__timestamp(s)}").size(), size_t(10));
    }

    void deepNestingStaysLiteralInsteadOfOverflowing()
    {
        std::string text;
        for (int i = 0; i < 100'000; ++i)
            text += "${__md5(";
        QCOMPARE(expanded(text), text);
    }
};

QTEST_GUILESS_MAIN(TemplateTest)
#include "tst_template.moc"
