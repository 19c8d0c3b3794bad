// A project becomes a plan, or one sentence with its place.
#include "app/services/csvreader.h"
#include "app/services/plancompiler.h"

#include <QTest>

using namespace Qt::StringLiterals;

class PlanCompilerTest : public QObject
{
    Q_OBJECT

    static domain::Project project(const QString &url, const QString &base = u"http://127.0.0.1:1"_s)
    {
        domain::Variable variable;
        variable.id = {1};
        variable.name = u"base"_s;
        variable.values = {base};
        domain::TestCase testCase;
        testCase.id = {1};
        testCase.name = u"Pay"_s;
        testCase.steps = {domain::newRequest(u"Order"_s, u"GET"_s, url)};
        testCase.stages = {domain::Stage()};
        domain::Project project;
        project.name = u"Shop"_s;
        project.variables = {variable};
        project.cases = {testCase};
        return project;
    }

    static QString urlOf(const services::CompiledRun &run)
    {
        const auto &step = std::get<engine::RequestStep>(run.plan->cases[0].steps[0].what);
        return step.request.url.isLiteral() && !step.request.url.pieces().empty()
            ? QString::fromStdString(step.request.url.pieces()[0].text) : QString();
    }

private slots:
    void plainTextsArePutInPlaceBeforeTheRun()
    {
        const auto run = services::compile(project(u"${base}/a"_s), {{1}});
        QVERIFY2(run, qPrintable(run ? QString() : run.error().message));
        QCOMPARE(urlOf(*run), u"http://127.0.0.1:1/a"_s);
        QCOMPARE(run->plan->cases[0].items.size(), size_t(2));
    }

    void givenValuesLieOverTheEnvironment()
    {
        auto shop = project(u"${base}/a"_s);
        shop.environments = {{u"staging"_s, {{u"base"_s, u"http://staging"_s, true}}}};
        services::CompileOptions options;
        options.environment = u"staging"_s;
        QCOMPARE(urlOf(*services::compile(shop, {{1}}, options)), u"http://staging/a"_s);
        options.values.insert(u"base"_s, u"http://given"_s);
        QCOMPARE(urlOf(*services::compile(shop, {{1}}, options)), u"http://given/a"_s);
        options.environment = u"nowhere"_s;
        QVERIFY(!services::compile(shop, {{1}}, options));
    }

    void queriesAreEncodedButPlaceholdersStay()
    {
        auto shop = project(u"http://h/a?x=1"_s);
        shop.cases[0].steps[0].message.query = {{u"q"_s, u"a b&c"_s, true}, {u"off"_s, u"1"_s, false}};
        QCOMPARE(urlOf(*services::compile(shop, {{1}})), u"http://h/a?x=1&q=a%20b%26c"_s);
    }

    void mistakesNameTheirPlace()
    {
        auto shop = project(u"http://h/"_s);
        shop.cases[0].stages.clear();
        auto run = services::compile(shop, {{1}});
        QVERIFY(!run);
        QVERIFY2(run.error().message.contains(u"Pay"_s), qPrintable(run.error().message));

        run = services::compile(project(u"${base}/"_s, u"http://:-1"_s), {{1}});
        QVERIFY(!run);
        QVERIFY2(run.error().message.contains(u"Order"_s), qPrintable(run.error().message));

        shop = project(u"http://h/"_s);
        shop.cases[0].steps[0].kind = domain::StepKind::Rendezvous;
        QVERIFY(!services::compile(shop, {{1}}));
    }

    void disabledStepsAreLeftOut()
    {
        auto shop = project(u"http://h/"_s);
        shop.cases[0].steps.append(domain::newRequest(u"Off"_s, u"GET"_s, u"http://h/off"_s));
        shop.cases[0].steps[1].disabled = true;
        const auto run = services::compile(shop, {{1}});
        QVERIFY(run);
        QCOMPARE(run->plan->cases[0].steps.size(), size_t(1));
    }

    void csvFollowsTheRfc()
    {
        const auto table = services::readCsv("\xEF\xBB\xBFuser,password\r\nu001,\"p,1\"\r\nu002,\"a \"\"b\"\"\"\r\n", u"t"_s);
        QVERIFY(table);
        QCOMPARE(table->columns, QStringList({u"user"_s, u"password"_s}));
        QCOMPARE(table->cells, std::vector<std::string>({"u001", "p,1", "u002", "a \"b\""}));
        QVERIFY(!services::readCsv("a,b\n1\n", u"t"_s));
        QVERIFY(!services::readCsv("a,b\n", u"t"_s));
        QVERIFY(!services::readCsv("a\n\"x", u"t"_s));
        QVERIFY(!services::readCsv("", u"t"_s));
    }
};

QTEST_GUILESS_MAIN(PlanCompilerTest)
#include "tst_plancompiler.moc"
