// Debugging: one user, one pass, every exchange as it was, and the shape the contract gives it.
#include "app/cli/cli.h"
#include "app/services/debugservice.h"
#include "engine/serve/demotarget.h"
#include "models/domain/instruction.h"

#include <QJsonDocument>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class DebugServiceTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<engine::DemoTarget> m_target;

    QString url(const QString &path) const { return u"http://127.0.0.1:%1%2"_s.arg(m_target->port()).arg(path); }

    domain::Project shop() const
    {
        domain::Variable key;
        key.id = {1};
        key.name = u"key"_s;
        key.values = {u"hunter2"_s};
        key.sensitive = true;
        domain::TestCase testCase;
        testCase.id = {1};
        testCase.name = u"Pay"_s;
        domain::Step login = domain::newRequest(u"Log in"_s, u"POST"_s, url(u"/login"_s));
        login.message.auth = {domain::Authentication::Bearer, {}, {}, u"${key}"_s};
        login.message.body = u"{}"_s;
        login.extractions = {{u"token"_s, 5, {}, u"$.token"_s}};
        domain::Step order = domain::newRequest(u"Order"_s, u"GET"_s, url(u"/json?t=${token}"_s));
        order.checkpoint = domain::Checkpoint();
        order.checkpoint->items = {{u"status"_s, {}, u"=="_s, u"2xx"_s}, {u"json"_s, u"id"_s, u"=="_s, u"41"_s}};
        testCase.steps = {login, order};
        testCase.setupSteps = {domain::newRequest(u"Warm up"_s, u"GET"_s, url(u"/"_s))};
        domain::Project project;
        project.name = u"Shop"_s;
        project.variables = {key};
        project.cases = {testCase}; // without a stage: debugging needs no load
        return project;
    }

private slots:
    void init()
    {
        std::string why;
        m_target = engine::DemoTarget::start(0, why);
        QVERIFY2(m_target, why.c_str());
    }

    void onePassIsShownExchangeByExchange()
    {
        services::DebugService service;
        QSignalSpy exchanged(&service, &services::DebugService::exchanged), finished(&service, &services::DebugService::finished);
        const auto started = service.start({shop(), {1}, {}, {}, {}});
        QVERIFY2(started, qPrintable(started ? QString() : started.error().message));
        QVERIFY(!service.start({shop(), {1}, {}, {}, {}})); // one at a time
        QVERIFY(finished.wait(20'000));
        QCOMPARE(exchanged.size(), 3);
        QCOMPARE(m_target->requests(), uint64_t(3));
        QVERIFY(!service.isRunning());

        QVERIFY(service.exchanges()[0].setup);
        const QJsonObject login = toJson(service.exchanges()[1]), order = toJson(service.exchanges()[2]);
        QCOMPARE(login[u"name"_s].toString(), u"Log in"_s);
        QCOMPARE(login[u"url"_s].toString(), u"POST "_s + url(u"/login"_s));
        QCOMPARE(login[u"header"_s][u"Authorization"_s].toString(), u"Bearer ***"_s);
        QCOMPARE(login[u"body"_s].toString(), u"{}"_s);
        QCOMPARE(login[u"statusCode"_s].toString(), u"200 OK"_s);
        QCOMPARE(login[u"returnHeader"_s][u"Content-Type"_s].toString(), u"application/json"_s);
        QVERIFY(login[u"returnBody"_s].toString().startsWith(u"{\"token\":"_s));
        QVERIFY(login[u"extracted"_s][u"token"_s].toString().startsWith(u"demo-"_s));
        QCOMPARE(login[u"result"_s].toInt(), 1);
        QVERIFY(login[u"responseTime"_s].toDouble() > 0);

        QVERIFY(order[u"url"_s].toString().contains(u"?t=demo-"_s));
        QCOMPARE(order[u"result"_s].toInt(), 2);
        QVERIFY(!order[u"errorReason"_s].toString().isEmpty());
        const QJsonArray checks = order[u"checks"_s].toArray();
        QCOMPARE(checks.size(), 2);
        QVERIFY(checks[0][u"passed"_s].toBool());
        QCOMPARE(checks[1].toObject(), (QJsonObject{{u"what"_s, u"json id =="_s}, {u"expected"_s, u"41"_s}, {u"actual"_s, u"42"_s}, {u"passed"_s, false}}));
        QCOMPARE(order[u"timing"_s].toObject().keys(), QStringList({u"connect"_s, u"dns"_s, u"download"_s, u"first_byte"_s, u"tls"_s}));
    }

    void aMistakeIsToldInsteadOfStarting()
    {
        services::DebugService service;
        auto project = shop();
        project.cases[0].steps[0].extractions[0].key = u"$["_s;
        const auto started = service.start({project, {1}, {}, {}, {}});
        QVERIFY(!started);
        QVERIFY2(started.error().message.startsWith(u"Pay / Log in: The JSONPath"_s), qPrintable(started.error().message));
        QVERIFY(!service.start({shop(), {9}, {}, {}, {}}));
    }

    void aPassThatNeverEndsIsCut()
    {
        auto project = shop();
        domain::Step loop;
        put(loop, domain::Loop{u"100000"_s, {}});
        loop.children = {project.cases[0].setupSteps[0]};
        project.cases[0].steps = {loop};
        services::DebugService service;
        QSignalSpy finished(&service, &services::DebugService::finished);
        QVERIFY(service.start({project, {1}, {}, {}, {}}));
        QVERIFY(finished.wait(60'000));
        QVERIFY(service.wasCut());
        QCOMPARE(service.exchanges().size(), qsizetype(services::DebugService::mostExchanges));
    }

    void theVerbWritesTheFileOfTheContract()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(u"shop.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(toProjectFile(shop()));
        file.close();
        qputenv("DEBUG_TEST_KEY", "hunter2");
        QString outText, errText;
        QTextStream out(&outText), err(&errText);
        const QString json = folder.filePath(u"debug.json"_s);
        const QStringList arguments{u"debug"_s, file.fileName(), u"--case"_s, u"Pay"_s, u"--var-env"_s, u"key=DEBUG_TEST_KEY"_s, u"--json"_s, json};
        QCOMPARE(cli::runCli(arguments, {out, err}), 0); // also when a request failed
        QVERIFY2(outText.contains(u"FAILED  json id == 41  (42)"_s), qPrintable(outText + errText));
        QVERIFY(!outText.contains(u"hunter2"_s));
        QFile written(json);
        QVERIFY(written.open(QIODevice::ReadOnly));
        QCOMPARE(QJsonDocument::fromJson(written.readAll())[u"result"_s].toArray().size(), 3);
        QCOMPARE(cli::runCli({u"debug"_s, file.fileName(), u"--case"_s, u"None"_s}, {out, err}), 2);
        QCOMPARE(cli::runCli({u"debug"_s, file.fileName(), u"--case"_s, u"Pay"_s}, {out, err}), 2); // no value for the sensitive one
    }
};

QTEST_GUILESS_MAIN(DebugServiceTest)
#include "tst_debugservice.moc"
