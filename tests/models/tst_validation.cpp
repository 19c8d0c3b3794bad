// Each mistake is one sentence with its place.
#include "models/domain/instruction.h"
#include "models/domain/validation.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace domain;

class ValidationTest : public QObject
{
    Q_OBJECT

    static Project shop()
    {
        TestCase testCase;
        testCase.id = {10};
        testCase.name = u"Pay"_s;
        testCase.steps = {newRequest(u"Order"_s, u"GET"_s, u"http://h/"_s)};
        testCase.steps[0].id = {1};
        testCase.stages = {Stage()};
        Project project;
        project.cases = {testCase};
        return project;
    }

    static QStringList findings(const Project &project)
    {
        QStringList all;
        for (const Finding &finding : validate(project))
            all << finding.place + u": "_s + finding.message;
        return all;
    }

    template <class Settings> static Step instruction(const Settings &settings, QVector<Step> children = {})
    {
        Step step;
        put(step, settings);
        step.children = std::move(children);
        return step;
    }

    static Step use(int transaction)
    {
        Step step;
        step.transaction = {transaction};
        step.transactionName = u"T%1"_s.arg(transaction);
        return step;
    }

    static Project withTransactions(QVector<QVector<Step>> all)
    {
        Project project = shop();
        for (int i = 0; i < all.size(); ++i)
            project.transactions.append({{i + 1}, u"T%1"_s.arg(i + 1), {}, all[i], {}});
        project.cases[0].steps.append(use(1));
        return project;
    }

private slots:
    void aGoodProjectHasNoFindings() { QCOMPARE(findings(shop()), QStringList()); }

    void mistakesOfARequest_data()
    {
        QTest::addColumn<std::function<void(Step &)>>("spoil");
        QTest::addColumn<QString>("finding");
        const auto row = [](const char *name, std::function<void(Step &)> spoil, const QString &finding) {
            QTest::newRow(name) << std::move(spoil) << finding;
        };
        row("no url", [](Step &s) { s.message.url.clear(); }, u"Pay / Order / URL: The request has no URL."_s);
        row("odd url", [](Step &s) { s.message.url = u"ftp://h/"_s; },
            u"Pay / Order / URL: “ftp://h/” is not a URL: it must start with http:// or https:// and name a host."_s);
        row("unknown name", [](Step &s) { s.message.url += u"${nobody}"_s; }, u"Pay / Order / URL: ${nobody} is not known; it is sent as written."_s);
        row("unknown function", [](Step &s) { s.message.body = u"${__nothing(1)}"_s; },
            u"Pay / Order / Body: ${__nothing} is not known; it is sent as written."_s);
        row("inner name", [](Step &s) { s.message.body = u"${__md5(${nobody})}"_s; },
            u"Pay / Order / Body: ${nobody} is not known; it is sent as written."_s);
        row("header", [](Step &s) { s.message.headers = {{u"a b"_s, u"1"_s}}; }, u"Pay / Order / Headers: “a b” is not a header name."_s);
        row("timeout", [](Step &s) { s.message.returnTimeoutMs = 10; }, u"Pay / Order / Timeouts: Timeouts must be from 20 ms to 5 minutes."_s);
        row("basic", [](Step &s) { s.message.auth.kind = Authentication::Basic; }, u"Pay / Order / Authentication: Basic authentication needs a user."_s);
        row("bearer", [](Step &s) { s.message.auth.kind = Authentication::Bearer; }, u"Pay / Order / Authentication: Bearer authentication needs a token."_s);
        row("certificate", [](Step &s) { s.message.clientCertificate.certificate = u"c.pem"_s; },
            u"Pay / Order / Client certificate: A client certificate needs two files: certificate and key."_s);
        row("hosts", [](Step &s) { s.message.hosts = {{u"h"_s, {}}}; }, u"Pay / Order / Hosts: A bound host needs a name and at least one address."_s);
        row("proxy", [](Step &s) { s.message.proxy = u"proxy:80"_s; }, u"Pay / Order / Proxy: “proxy:80” is not a proxy: it must read http://host:port."_s);
        row("part without file", [](Step &s) {
            s.message.bodyType = BodyType::Multipart;
            s.message.form = {{u"photo"_s, {}, true, {{u"type"_s, u"file"_s}}}};
        }, u"Pay / Order / Body: The part “photo” names no file."_s);
        row("check source", [](Step &s) { s.checkpoint = Checkpoint(); s.checkpoint->items = {{u"moon"_s, {}, u"=="_s, {}}}; },
            u"Pay / Order / Checkpoint: A checkpoint cannot look at “moon”."_s);
        row("check key", [](Step &s) { s.checkpoint = Checkpoint(); s.checkpoint->items = {{u"json"_s, {}, u"=="_s, {}}}; },
            u"Pay / Order / Checkpoint: A comparison does not say which value it looks at."_s);
        row("comparison", [](Step &s) { s.checkpoint = Checkpoint(); s.checkpoint->items = {{u"body"_s, {}, u"~"_s, {}}}; },
            u"Pay / Order / Checkpoint: “~” is not a way to compare."_s);
        row("retries", [](Step &s) { s.checkpoint = Checkpoint(); s.checkpoint->retryTimes = 101; },
            u"Pay / Order / Checkpoint: A request is repeated at most 100 times."_s);
        row("match index", [](Step &s) { s.extractions = {{u"t"_s, 1, u"a"_s, {}, 0}}; }, u"Pay / Order / Extraction / t: Matches are counted from 1."_s);
        row("regexp", [](Step &s) { s.extractions = {{u"t"_s, 2, {}, {}}}; }, u"Pay / Order / Extraction / t: The extraction has no regular expression."_s);
        row("XPath", [](Step &s) { s.extractions = {{u"t"_s, 6, {}, {}}}; }, u"Pay / Order / Extraction / t: The extraction has no XPath."_s);
        row("json key", [](Step &s) { s.extractions = {{u"t"_s, 5, {}, {}}}; }, u"Pay / Order / Extraction / t: The extraction does not say which JSON value it takes."_s);
    }

    void mistakesOfARequest()
    {
        QFETCH(std::function<void(Step &)>, spoil);
        QFETCH(QString, finding);
        Project project = shop();
        spoil(project.cases[0].steps[0]);
        QCOMPARE(findings(project), QStringList{finding});
        QCOMPARE(validate(project)[0].step, StepId{1});
    }

    void mistakesOfAnInstruction_data()
    {
        QTest::addColumn<Step>("step");
        QTest::addColumn<QString>("finding");
        QTest::newRow("weight") << instruction(UserShare{true, {{u"A"_s, 1}, {u"B"_s, 0}}}) << u"Pay / Share of users / B: The weight of a branch must be from 1 to 10,000, not 0."_s;
        QTest::newRow("no branch") << instruction(UserShare{}) << u"Pay / Share of users: A share of users needs at least one branch."_s;
        QTest::newRow("loop") << instruction(Loop{u"100001"_s, {}}) << u"Pay / Loop: A loop runs 0 to 100,000 times, not “100001”."_s;
        QTest::newRow("break") << instruction(Loop{u"2"_s, Condition{true, {{u"${gone}"_s, u"=="_s, {}}}}}) << u"Pay / Loop / Break condition: ${gone} is not known; it is sent as written."_s;
        QTest::newRow("condition") << instruction(Condition{true, {{u"1"_s, u"<>"_s, u"2"_s}}}) << u"Pay / Condition: “<>” is not a way to compare."_s;
        QTest::newRow("rps 0") << instruction(Throughput{0}) << u"Pay / Throughput controller: The ceiling must be above 0 and at most 10,000,000 requests a second, with two decimals."_s;
        QTest::newRow("rps decimals") << instruction(Throughput{1.005}) << u"Pay / Throughput controller: The ceiling must be above 0 and at most 10,000,000 requests a second, with two decimals."_s;
        QTest::newRow("data") << instruction(DataInstruction{{{u" "_s, u"1"_s}}}) << u"Pay / Data instruction: A parameter has no name."_s;
        QTest::newRow("plugin") << instruction(PluginRequest{u"p"_s, {}, {}}) << u"Pay / Plugin request: The plugin request names no plugin or no function."_s;
    }

    void mistakesOfAnInstruction()
    {
        QFETCH(Step, step);
        QFETCH(QString, finding);
        Project project = shop();
        project.cases[0].steps.append(step);
        QCOMPARE(findings(project), QStringList{finding});
        project.cases[0].steps.last().disabled = true;
        QCOMPARE(findings(project), QStringList());
    }

    void tenLevelsAreFineAndElevenAreNot()
    {
        Step step = newRequest(u"Deep"_s, u"GET"_s, u"http://h/"_s);
        for (int level = 0; level < 10; ++level)
            step = instruction(Loop{}, {step});
        Project project = shop();
        project.cases[0].steps = {step};
        QCOMPARE(findings(project), QStringList());
        project.cases[0].steps = {instruction(Loop{}, {step})};
        QCOMPARE(findings(project), QStringList{u"Pay / Deep: Instructions are nested deeper than ten levels."_s});
    }

    void aTransactionThatIsGoneIsNamed()
    {
        Project project = shop();
        project.cases[0].steps.append(use(7));
        QCOMPARE(findings(project), QStringList{u"Pay / T7: The transaction 7 is not in the library."_s});
    }

    void aCircleIsToldOnceWithItsWay()
    {
        const Project two = withTransactions({{use(2)}, {instruction(Loop{}, {use(1)})}});
        QCOMPARE(findings(two), QStringList{u"Transactions / T1: The transaction contains itself, by way of “T1” → “T2”."_s});
        const Project one = withTransactions({{use(1)}});
        QCOMPARE(findings(one), QStringList{u"Transactions / T1: The transaction contains itself, by way of “T1”."_s});
        const auto atStart = validate(two, two.cases[0]);
        QCOMPARE(atStart.size(), 1);
        QVERIFY(atStart[0].blocking);
        QCOMPARE(atStart[0].place, u"Pay / T1"_s);
    }

    void aRequestInATransactionIsToldOnceHoweverManyCasesUseIt()
    {
        Step request = newRequest(u"Log in"_s, u"GET"_s, u"http://h/${gone}"_s);
        Project project = withTransactions({{request}});
        project.cases.append(project.cases[0]);
        project.cases[1].id = {11};
        QCOMPARE(findings(project), QStringList{u"Transactions / T1 / Log in / URL: ${gone} is not known; it is sent as written."_s});
    }

    void whatACaseExtractsIsKnownInItsTransactionsAndTheOtherWayRound()
    {
        Step login = newRequest(u"Log in"_s, u"GET"_s, u"http://h/${made}"_s);
        login.extractions = {{u"token"_s, 1, u"a"_s, {}}};
        Project project = withTransactions({{login}});
        project.cases[0].steps.prepend(instruction(DataInstruction{{{u"made"_s, u"1"_s}}}));
        project.cases[0].steps.append(newRequest(u"Next"_s, u"GET"_s, u"http://h/${token}"_s));
        QCOMPARE(findings(project), QStringList());
    }

    void columnsOfAFileAreKnownWhenTheProjectNamesThem()
    {
        Project project = shop();
        Variable users;
        users.id = {1};
        users.name = u"users"_s;
        users.type = VariableType::File;
        users.file = u"users.csv"_s;
        users.values = {u"user"_s};
        project.variables = {users};
        project.cases[0].steps[0].message.url += u"${user}${users.user}${other}"_s;
        QCOMPARE(findings(project), QStringList{u"Pay / Order / URL: ${other} is not known; it is sent as written."_s});
    }

    void mistakesOfVariablesAndEnvironments()
    {
        Project project = shop();
        Variable range;
        range.id = {1};
        range.name = u"n"_s;
        range.type = VariableType::IntegerRange;
        range.values = {9, 1};
        Variable list = range;
        list.type = VariableType::Enumeration;
        list.values = {};
        list.sensitive = true;
        project.variables = {range, list};
        project.environments = {{u"e"_s, {{u"n"_s, u"1"_s}}}, {u"e"_s, {}}};
        QCOMPARE(findings(project), (QStringList{u"Variables / n: The range ends before it begins."_s,
                                                 u"Variables / n: Two variables have the name “n”."_s,
                                                 u"Variables / n: The list has no values."_s,
                                                 u"Variables / n: Only a text can be sensitive."_s,
                                                 u"Environments / e: “n” can be laid over texts and lists only."_s,
                                                 u"Environments / e: Two environments have the name “e”."_s}));
    }

    void aWarmUpThatTakesAllStagesIsToldWhereTheirEndIsPlanned()
    {
        Project project = shop();
        project.cases[0].stages = {Stage(), Stage()}; // a minute each
        project.cases[0].warmUp = 119;
        QCOMPARE(findings(project), QStringList());
        project.cases[0].warmUp = 120;
        QCOMPARE(findings(project), QStringList{u"Pay / Stages: The warm-up of 120 s takes all 120 s of the stages: nothing would be counted."_s});
        project.cases[0].stages[1].byCount = true;
        project.cases[0].stages[1].count = 100;
        QCOMPARE(findings(project), QStringList());
    }

    void unknownCasesOfATaskAreNamed()
    {
        Project project = shop();
        Task task;
        task.name = u"smoke"_s;
        task.cases = {{10}, {99}};
        project.tasks = {task};
        QCOMPARE(findings(project), QStringList{u"Tasks / smoke: The task names case 99, which does not exist."_s});
    }
};

QTEST_GUILESS_MAIN(ValidationTest)
#include "tst_validation.moc"
