// Files of other programs as projects: what each format says, what is told to be left out, and files made to do harm.
#include "app/exchange/formats.h"
#include "app/exchange/importtools.h"
#include "app/exchange/jmxsteps.h"
#include "app/services/projectcheck.h"
#include "models/domain/instruction.h"

#include <QFile>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using domain::BodyType;
using domain::StepKind;
using exchange::Imported;

class ImportersTest : public QObject
{
    Q_OBJECT

    static QString sample(const QString &name) { return QStringLiteral(TEST_DATA) + u"/import/"_s + name; }

    static QByteArray bytesOf(const QString &name)
    {
        QFile file(sample(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    /// As the window does: by content alone.
    static Imported import(const QString &name)
    {
        auto read = exchange::importFile(sample(name));
        if (!read) {
            qWarning("%s", qPrintable(read.error().message));
            return {};
        }
        return *read;
    }

    static QString header(const domain::Message &message, QStringView name)
    {
        for (const auto &h : message.headers)
            if (h.key.compare(name, Qt::CaseInsensitive) == 0)
                return h.value;
        return u"(none)"_s;
    }

    static bool tells(const Imported &imported, const QString &words)
    {
        return std::ranges::any_of(imported.ledger, [&](const QString &line) { return line.contains(words); });
    }

    /// Every import makes a project that check finds good, apart from files that are put beside it by hand.
    static QStringList mistakes(const Imported &imported)
    {
        QStringList all;
        for (const auto &finding : domain::validate(imported.project))
            if (finding.blocking)
                all << finding.place + u": "_s + finding.message;
        return all;
    }

private slots:
    void formatsAreToldByTheirContent_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("format");
        QTest::newRow("jmx") << u"shop.jmx"_s << u"jmx"_s;
        QTest::newRow("har") << u"shop.har"_s << u"har"_s;
        QTest::newRow("postman") << u"shop.postman.json"_s << u"postman"_s;
        QTest::newRow("openapi") << u"shop.openapi.json"_s << u"openapi"_s;
        QTest::newRow("perftest") << u"shop.perftest.json"_s << u"perftest"_s;
    }

    void formatsAreToldByTheirContent()
    {
        QFETCH(QString, file);
        QFETCH(QString, format);
        const auto *found = exchange::formatOf(bytesOf(file));
        QVERIFY(found);
        QCOMPARE(found->id, format);
        QVERIFY2(mistakes(import(file)).isEmpty(), qPrintable(mistakes(import(file)).join(u'\n')));
    }

    void ownFilesAndOtherThingsAreNoneOfThem()
    {
        QVERIFY(!exchange::formatOf(R"({"format":"crescendo-project","version":1,"cases":[{"contents":[]}]})"));
        QVERIFY(!exchange::formatOf("hello"));
        QVERIFY(!exchange::formatOf(""));
        QCOMPARE(exchange::formatOf("$ curl http://a\n")->id, u"curl"_s);
        QCOMPARE(exchange::formatOf("openapi: 3.0.0\ninfo:\n")->id, u"openapi"_s);
        QVERIFY(!exchange::importFile(u"/no/such/file"_s));
    }

    void aRecordingKeepsItsOrderAndLeavesTheBrowsersOwnOut()
    {
        const Imported har = import(u"shop.har"_s);
        QCOMPARE(har.project.cases.size(), 1);
        const auto &steps = har.project.cases[0].steps;
        QCOMPARE(steps.size(), 4);
        QCOMPARE(steps[0].message.url, u"https://shop.example/?q=a%20b"_s);
        QCOMPARE(header(steps[0].message, u"if-none-match"), u"(none)"_s);
        QVERIFY(steps[0].thinkTime && steps[0].thinkTime->fixed);
        QCOMPARE(steps[0].thinkTime->ms, 4000); // from the end of the first page to the second
        QVERIFY(!steps[0].message.followRedirects);
        QCOMPARE(steps[1].message.httpVersion, u"HTTP/2"_s);
        QCOMPARE(steps[1].message.headers.size(), 1);
        QCOMPARE(steps[1].message.body, u"{\"sum\":1}"_s);
        QVERIFY(!steps[1].thinkTime);
        QCOMPARE(steps[2].message.bodyType, BodyType::Multipart);
        QVERIFY(domain::formPart(steps[2].message.form[1]).isFile);
        QCOMPARE(header(steps[2].message, u"content-type"), u"(none)"_s);
        QCOMPARE(steps[3].message.form[0].value, u"a b&c"_s);
        QVERIFY(tells(har, u"WebSocket"_s));
        QVERIFY(tells(har, u"cookies"_s));
        QVERIFY(tells(har, u"cup.png"_s));
        QVERIFY(!tells(har, u"data:"_s));
    }

    void aCollectionKeepsFoldersVariablesAndSignIn()
    {
        const Imported postman = import(u"shop.postman.json"_s);
        const auto &project = postman.project;
        QCOMPARE(project.name, u"Shop"_s);
        QCOMPARE(project.description, u"All calls"_s);
        QCOMPARE(project.variables[0].name, u"base"_s);
        QCOMPARE(project.variables[1].name, u"user_name"_s);
        QCOMPARE(project.variables[1].values[0].toString(), u"7"_s);
        QStringList names;
        for (const auto &one : project.cases)
            names << one.name;
        QCOMPARE(names, QStringList({u"Shop"_s, u"Admin"_s, u"Stock"_s}));
        QCOMPARE(project.directories.size(), 1);
        QCOMPARE(project.cases[2].directory, project.directories[0].id);
        const auto &cart = project.cases[0].steps[0];
        QCOMPARE(cart.message.url, u"${base}/cart/${user_name}?full=1"_s);
        QCOMPARE(header(cart.message, u"x-id"), u"${__uuid()}"_s);
        QVERIFY(!cart.message.headers[1].enabled);
        QCOMPARE(cart.message.query.size(), 1);
        QVERIFY(!cart.message.query[0].enabled);
        QCOMPARE(cart.message.auth.token, u"${token}"_s);
        QVERIFY(cart.checkpoint);
        QCOMPARE(cart.checkpoint->items[0].value, u"200"_s);
        const auto &query = project.cases[1].steps[0].message;
        QCOMPARE(query.auth.kind, domain::Authentication::None);
        QCOMPARE(query.body, u"{\"query\":\"{ cart }\",\"variables\":{\"a\": 1}}"_s);
        const auto &set = project.cases[2].steps[0].message;
        QCOMPARE(set.url, u"http://shop.example/stock"_s);
        QCOMPARE(set.auth.user, u"root"_s);
        QCOMPARE(set.body, u"{\"n\": ${n}}"_s);
        QCOMPARE(header(set, u"content-type"), u"application/json"_s);
        QCOMPARE(project.cases[2].steps[1].message.bodyType, BodyType::Multipart);
        QVERIFY(tells(postman, u"before the request"_s));
        QVERIFY(tells(postman, u"after the answer"_s));
        QVERIFY(tells(postman, u"digest"_s));
    }

    void aDescriptionBecomesARequestForEachOperation()
    {
        const Imported api = import(u"shop.openapi.json"_s);
        const auto &project = api.project;
        QCOMPARE(project.name, u"Shop API"_s);
        QCOMPARE(project.variables[0].name, u"base"_s);
        QCOMPARE(project.variables[0].values[0].toString(), u"https://eu.shop.example/v1"_s);
        QCOMPARE(project.cases.size(), 2);
        QCOMPARE(project.cases[0].name, u"cart"_s);
        const auto &show = project.cases[0].steps[0].message, &put = project.cases[0].steps[1].message;
        QCOMPARE(show.name, u"showCart"_s);
        QCOMPARE(show.url, u"${base}/carts/${cartId}"_s);
        QCOMPARE(show.protocol, domain::Protocol::Https);
        QVERIFY(!show.query[0].enabled); // optional, and nothing is said about it
        QVERIFY(show.query[1].enabled);
        QCOMPARE(show.query[1].value, u"en"_s);
        QCOMPARE(header(show, u"X-Key"), u"${key}"_s);
        QCOMPARE(put.auth.kind, domain::Authentication::Bearer);
        const auto body = QJsonDocument::fromJson(put.body.toUtf8()).object();
        QVERIFY(!body.contains("id"_L1)); // read-only
        QCOMPARE(body["items"_L1][0]["sku"_L1].toString(), u"A1"_s);
        QVERIFY(body["items"_L1][0].toObject().contains("count"_L1));
        QVERIFY(body["parent"_L1].isNull()); // a cart that holds itself ends
        const auto &photo = project.cases[1].steps[0].message;
        QCOMPARE(photo.auth.kind, domain::Authentication::None);
        QCOMPARE(photo.bodyType, BodyType::Multipart);
        QVERIFY(tells(api, u"first server"_s));
        QVERIFY(tells(api, u"variable token"_s));
    }

    void aTestPlanBecomesCasesWithStages()
    {
        const Imported jmx = import(u"shop.jmx"_s);
        const auto &project = jmx.project;
        QCOMPARE(project.name, u"Shop plan"_s);
        QCOMPARE(project.cases.size(), 2);
        QCOMPARE(project.tasks.size(), 1);
        QVERIFY(!project.tasks[0].parallel);
        QCOMPARE(project.variables[0].name, u"host"_s);
        QCOMPARE(project.variables[0].values[0].toString(), u"shop.example"_s);
        QCOMPARE(project.variables[1].type, domain::VariableType::File);
        QCOMPARE(project.variables[1].file, u"users.csv"_s);
        QVERIFY(project.variables[1].stopAtEnd);
        const auto &buyers = project.cases[0];
        QCOMPARE(buyers.stages[0].users, 20);
        QCOMPARE(buyers.stages[0].seconds, 300);
        QCOMPARE(buyers.stages[0].rampUp, 10);
        QCOMPARE(buyers.stages[0].startUsers, 1);
        QVERIFY(project.cases[1].stages[0].byCount);
        QCOMPARE(project.cases[1].stages[0].count, 20);
        QCOMPARE(project.cases[1].steps[0].message.url, u"http://plain.example/home"_s);
        QVERIFY(!project.cases[1].steps[0].message.cookies);
    }

    void samplersTakeWhatHoldsWhereTheyStand()
    {
        const Imported jmx = import(u"shop.jmx"_s);
        const auto &buyers = jmx.project.cases[0];
        QCOMPARE(buyers.setupSteps.size(), 1);
        const auto &login = buyers.setupSteps[0];
        QCOMPARE(login.message.url, u"https://${host}/login"_s);
        QCOMPARE(login.message.bodyType, BodyType::Form);
        QCOMPARE(login.message.form[1].value, u"a b"_s);
        QCOMPARE(login.message.returnTimeoutMs, 2000);
        QCOMPARE(login.message.onFailure, u"end_iteration"_s);
        QVERIFY(login.message.cookies);
        QCOMPARE(header(login.message, u"accept"), u"text/plain"_s); // its own goes before the group's
        QCOMPARE(header(login.message, u"x-trace"), u"${__uuid()}"_s);
        QCOMPARE(login.thinkTime->ms, 300);
        QCOMPARE(login.extractions.size(), 2);
        QCOMPARE(login.extractions[1].key, u"$.user.id"_s);
        QCOMPARE(login.extractions[0].defaultValue, u"none"_s);
    }

    void controllersBecomeInstructions()
    {
        const Imported jmx = import(u"shop.jmx"_s);
        const auto &steps = jmx.project.cases[0].steps;
        QCOMPARE(steps.size(), 2);
        QCOMPARE(jmx.project.transactions.size(), 1);
        QCOMPARE(steps[0].transaction, jmx.project.transactions[0].id);
        const auto &cart = jmx.project.transactions[0].steps[0];
        QCOMPARE(cart.message.url, u"https://${host}:8443/cart"_s);
        QCOMPARE(cart.message.body, u"{\"sku\": \"${sku}\"}"_s);
        QCOMPARE(cart.checkpoint->items.size(), 2);
        QCOMPARE(cart.checkpoint->items[0], (domain::CheckItem{u"status"_s, {}, u"=="_s, u"201"_s}));
        QCOMPARE(cart.checkpoint->items[1].comparison, u"not_contains"_s);
        QCOMPARE(cart.extractions[0].matchIndex, 2);
        QCOMPARE(steps[1].kind, StepKind::Condition);
        const auto condition = domain::conditionOf(steps[1]);
        QVERIFY(condition);
        QCOMPARE(condition->items[0], (domain::Comparison{u"${sum}"_s, u"!="_s, u"0"_s}));
        QCOMPARE(domain::loopOf(steps[1].children[0])->count, u"2"_s);
        QVERIFY(steps[1].children[0].children[0].disabled);
        for (const auto &words : {u"JDBCSampler"_s, u"DurationAssertion"_s, u"JSR223PreProcessor"_s, u"users.csv"_s})
            QVERIFY2(tells(jmx, words), qPrintable(words));
    }

    void conditionsOfOneComparisonAreUnderstood_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("parts");
        QTest::newRow("javascript") << u"\"${a}\" == \"b c\""_s << QStringList({u"${a}"_s, u"=="_s, u"b c"_s});
        QTest::newRow("number") << u"${n} >= 10"_s << QStringList({u"${n}"_s, u">="_s, u"10"_s});
        QTest::newRow("jexl") << u"${__jexl3(${n} < 3)}"_s << QStringList({u"${n}"_s, u"<"_s, u"3"_s});
        QTest::newRow("groovy") << u"${__groovy(vars.get(\"x\") != 'y',)}"_s << QStringList({u"${x}"_s, u"!="_s, u"y"_s});
        QTest::newRow("two") << u"${a} == 1 && ${b} == 2"_s << QStringList();
        QTest::newRow("nothing") << u""_s << QStringList();
    }

    void conditionsOfOneComparisonAreUnderstood()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, parts);
        QCOMPARE(exchange::jmxComparison(text).value_or(QStringList()), parts);
    }

    void aCloudProjectKeepsItsReferences()
    {
        const Imported cloud = import(u"shop.perftest.json"_s);
        const auto &project = cloud.project;
        QCOMPARE(project.name, u"Shop from the cloud"_s);
        QCOMPARE(project.cases.size(), 1);
        QCOMPARE(project.transactions.size(), 1);
        QCOMPARE(project.cases[0].steps[0].transaction, project.transactions[0].id);
        QCOMPARE(project.transactions[0].steps[0].thinkTime->ms, 500);
        QCOMPARE(project.tasks[0].cases, QVector<domain::CaseId>{project.cases[0].id});
        QCOMPARE(project.cases[0].stages[0].users, 3);
        QCOMPARE(project.variables.size(), 2);
        QVERIFY(tells(cloud, u"users.csv"_s));
        QVERIFY(tells(cloud, u"odd"_s));
        QVERIFY(tells(cloud, u"not in the file"_s));
    }

    void aTextOfCommandsIsOneCase()
    {
        const auto read = exchange::importCurl("curl http://a/1\ncurl http://a/2 --proxy-ntlm\n", u"calls"_s);
        QVERIFY(read);
        QCOMPARE(read->project.cases[0].steps.size(), 2);
        QVERIFY(tells(*read, u"proxy-ntlm"_s));
    }

    void aReasonIsOneLineHoweverOftenItHolds()
    {
        QByteArray text;
        for (int i = 0; i < 20; ++i)
            text += "curl http://a/" + QByteArray::number(i) + " --proxy-ntlm\n";
        const auto read = exchange::importCurl(text, {});
        QVERIFY(read);
        QCOMPARE(read->ledger.size(), 1);
        QVERIFY2(read->ledger[0].contains(u"20"_s), qPrintable(read->ledger[0]));
    }

    void filesThatAreNotWhatTheySayGetOneSentence_data()
    {
        QTest::addColumn<QString>("format");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("words");
        const QByteArray deep = QByteArray(100'000, '[') + QByteArray(100'000, ']');
        QByteArray deepXml = "<jmeterTestPlan>";
        for (int i = 0; i < 5000; ++i)
            deepXml += "<hashTree><A/>";
        QByteArray bombs = "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY e0 \"aaaaaaaaaa\">";
        for (int i = 1; i < 12; ++i)
            bombs += "<!ENTITY e" + QByteArray::number(i) + " \"" + QByteArray("&e" + QByteArray::number(i - 1) + ";").repeated(10) + "\">";
        bombs += "]><jmeterTestPlan><hashTree><TestPlan testclass=\"TestPlan\"><stringProp name=\"a\">&e11;</stringProp></TestPlan></hashTree></jmeterTestPlan>";
        const QByteArray outside = "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><jmeterTestPlan><hashTree>"
                                   "<TestPlan testclass=\"TestPlan\" testname=\"p\"><stringProp name=\"TestPlan.comments\">&x;</stringProp></TestPlan></hashTree></jmeterTestPlan>";
        for (const char *format : {"har", "postman", "openapi", "perftest"}) {
            QTest::addRow("%s cut", format) << QString::fromLatin1(format) << QByteArray("{\"log\":") << u"JSON"_s;
            QTest::addRow("%s deep", format) << QString::fromLatin1(format) << QByteArray("{\"item\":" + deep + '}') << u"levels"_s;
            QTest::addRow("%s empty", format) << QString::fromLatin1(format) << QByteArray("{}") << QString();
        }
        QTest::newRow("no entries") << u"har"_s << QByteArray("{\"log\":{\"entries\":5}}") << u"log.entries"_s;
        QTest::newRow("no request") << u"har"_s << QByteArray("{\"log\":{\"entries\":[null, 3, {\"request\":7}]}}") << u"no HTTP request"_s;
        QTest::newRow("version 1") << u"postman"_s << QByteArray("{\"requests\":[]}") << u"2.1"_s;
        QTest::newRow("swagger") << u"openapi"_s << QByteArray("{\"swagger\":\"2.0\",\"paths\":{}}") << u"Swagger 2"_s;
        QTest::newRow("yaml") << u"openapi"_s << QByteArray("openapi: 3.0.0\npaths: {}\n") << u"YAML"_s;
        QTest::newRow("no operation") << u"openapi"_s << QByteArray("{\"openapi\":\"3.1.0\",\"paths\":{\"/\":4}}") << u"no operation"_s;
        QTest::newRow("xml cut") << u"jmx"_s << QByteArray("<jmeterTestPlan><hashTree>") << u"XML"_s;
        QTest::newRow("xml other") << u"jmx"_s << QByteArray("<html/>") << u"test plan"_s;
        QTest::newRow("xml empty") << u"jmx"_s << QByteArray() << u"XML"_s;
        QTest::newRow("xml deep") << u"jmx"_s << deepXml << u"levels"_s;
        QTest::newRow("xml bomb") << u"jmx"_s << bombs << u"XML"_s;
        QTest::newRow("xml outside") << u"jmx"_s << outside << QString();
        QTest::newRow("no command") << u"curl"_s << QByteArray("ls\n") << u"cURL"_s;
        QTest::newRow("binary") << u"curl"_s << QByteArray(4096, '\0') << u"cURL"_s;
    }

    void filesThatAreNotWhatTheySayGetOneSentence()
    {
        QFETCH(QString, format);
        QFETCH(QByteArray, bytes);
        QFETCH(QString, words);
        const auto read = exchange::formatById(format)->read(bytes, u"name"_s);
        QVERIFY(!read);
        QVERIFY2(read.error().message.contains(words), qPrintable(read.error().message));
        QVERIFY(!read.error().message.contains(u'\n'));
    }

    void spoiltFilesNeverCrash()
    {
        QRandomGenerator random(20240501);
        for (const QString &name : {u"shop.jmx"_s, u"shop.har"_s, u"shop.postman.json"_s, u"shop.openapi.json"_s, u"shop.perftest.json"_s}) {
            const QByteArray good = bytesOf(name);
            QVERIFY(!good.isEmpty());
            const auto *format = exchange::formatOf(good);
            for (int i = 0; i < 300; ++i) {
                QByteArray bad = good;
                for (int n = random.bounded(1, 6); n > 0; --n) {
                    const qsizetype at = random.bounded(bad.size()), length = std::min<qsizetype>(random.bounded(1, 40), bad.size() - at);
                    switch (random.bounded(3)) {
                    case 0: bad.remove(at, length); break;
                    case 1: bad.insert(at, bad.mid(random.bounded(bad.size()), length)); break;
                    default: bad[at] = char(random.bounded(256)); break;
                    }
                    if (bad.isEmpty())
                        bad = "{";
                }
                if (const auto read = format->read(bad, u"spoilt"_s)) {
                    QVERIFY(!read->project.cases.isEmpty() || !read->project.transactions.isEmpty());
                    // Whatever came of it can be written and read again.
                    QVERIFY(domain::projectFromFile(domain::toProjectFile(read->project), u"again"_s));
                }
            }
        }
    }
};

QTEST_GUILESS_MAIN(ImportersTest)
#include "tst_importers.moc"
