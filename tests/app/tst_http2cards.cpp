// A card that says HTTP/2, from the project to the run.
#include "app/services/plancompiler.h"
#include "models/domain/httpversion.h"
#include "tests/engine/runfixture.h"
#include "tests/servers/realserver.h"

using namespace Qt::StringLiterals;

namespace {

domain::Project projectOf(const QString &version, int streams, const QString &url)
{
    domain::Step step = domain::newRequest(u"card"_s, u"GET"_s, url);
    step.message.httpVersion = version;
    if (streams)
        step.message.extra.insert("http2_streams"_L1, streams);
    domain::Stage stage;
    stage.byCount = true;
    stage.users = 4;
    stage.count = 20;
    domain::TestCase testCase;
    testCase.id = {1};
    testCase.name = u"case"_s;
    testCase.steps = {step};
    testCase.stages = {stage};
    domain::Project project;
    project.cases = {testCase};
    return project;
}

domain::Result<services::CompiledRun> compiled(const domain::Project &project)
{
    services::CompileOptions options;
    options.threads = 1;
    return services::compile(project, {domain::CaseId{1}}, options);
}

} // namespace

class tst_Http2Cards : public QObject
{
    Q_OBJECT

private slots:
    void theVersionOfTheCardIsThatOfTheRequest_data()
    {
        QTest::addColumn<QString>("version");
        QTest::addColumn<int>("streams");
        QTest::addColumn<bool>("isHttp2");
        QTest::addColumn<int>("shared");
        QTest::newRow("HTTP/1.1") << u"HTTP/1.1"_s << 5 << false << 0;
        QTest::newRow("none") << u""_s << 0 << false << 0;
        QTest::newRow("HTTP/2") << u"HTTP/2"_s << 0 << true << 0;
        QTest::newRow("shared") << u"http/2.0"_s << 7 << true << 7;
        QTest::newRow("too many") << u"h2"_s << 100'000 << true << 1000;
    }
    void theVersionOfTheCardIsThatOfTheRequest()
    {
        QFETCH(QString, version);
        QFETCH(int, streams);
        QFETCH(bool, isHttp2);
        QFETCH(int, shared);
        const auto run = compiled(projectOf(version, streams, u"http://127.0.0.1:1/"_s));
        QVERIFY(run);
        const auto &request = std::get<engine::RequestStep>(run->plan->cases.front().steps.front().what).request;
        QCOMPARE(request.http2, isHttp2);
        QCOMPARE(request.sharedStreams, shared);
    }

    void aVersionThatCannotBeSpokenIsRefused()
    {
        const auto run = compiled(projectOf(u"HTTP/3"_s, 0, u"http://127.0.0.1:1/"_s));
        QVERIFY(!run);
        QVERIFY2(run.error().message.contains(u"“HTTP/3” is a version of HTTP that cannot be spoken"_s), qPrintable(run.error().message));
    }

    void theMembersAreWrittenAsTheyAreRead()
    {
        domain::Message message;
        domain::setHttp2(message, true, 12);
        QVERIFY(domain::isHttp2(message) && domain::http2Streams(message) == 12);
        domain::setHttp2(message, false, 12);
        QCOMPARE(message, domain::Message());
    }

    void theCardRunsAgainstAServerOfHttp2()
    {
        RealServer server("nghttpd", {"-a", "127.0.0.1", "-d", "@DIR@", "--no-tls", "@PORT@"}, {{"page.txt", "a page"}});
        QVERIFY2(server.isUp(), server.problem());
        const auto run = compiled(projectOf(u"HTTP/2"_s, 2, u"http://127.0.0.1:%1/page.txt"_s.arg(server.port())));
        QVERIFY(run);
        const engine::Totals totals = engine::runToEnd(run->plan);
        QCOMPARE(totals.successes, uint64_t(20));
    }
};

QTEST_GUILESS_MAIN(tst_Http2Cards)
#include "tst_http2cards.moc"
