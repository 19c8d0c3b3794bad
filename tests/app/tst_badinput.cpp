// Bad input, one row a mistake: `check` tells it with its place, and Start refuses with a sentence that has it too.
#include "app/services/debugservice.h"
#include "app/services/plancompiler.h"
#include "app/services/projectcheck.h"
#include "engine/serve/demotarget.h"
#include "models/domain/instruction.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using domain::Step;

namespace {

template <class T> Step instruction(const T &what)
{
    Step step;
    domain::put(step, what);
    return step;
}

} // namespace

class BadInputTest : public QObject
{
    Q_OBJECT

    using Spoil = std::function<void(domain::Project &)>;

    QTemporaryDir m_folder;

    static domain::Project shop()
    {
        domain::TestCase testCase;
        testCase.id = {1};
        testCase.name = u"Pay"_s;
        testCase.stages = {domain::Stage()};
        testCase.steps = {domain::newRequest(u"Order"_s, u"GET"_s, u"http://h/"_s)};
        domain::Project project;
        project.name = u"Shop"_s;
        project.cases = {testCase};
        return project;
    }
    static domain::Transaction transaction(int id, int inner)
    {
        domain::Transaction made;
        made.id = {id};
        made.name = u"T%1"_s.arg(id);
        Step step = domain::newRequest(u"In"_s, u"GET"_s, u"http://h/"_s);
        step.transaction = {inner};
        made.steps = {step};
        return made;
    }
    static Step useOf(int id)
    {
        Step step;
        step.transaction = {id};
        return step;
    }

    void addFile(domain::Project &project, const QString &name, const QByteArray &bytes) const
    {
        QFile file(m_folder.filePath(name));
        if (!bytes.isNull() && file.open(QFile::WriteOnly))
            file.write(bytes);
        domain::Variable users;
        users.id = {1};
        users.name = u"users"_s;
        users.type = domain::VariableType::File;
        users.values = {u"user"_s, u"password"_s};
        users.file = name;
        project.variables = {users};
        project.cases[0].steps[0].message.url = u"http://h/?u=${user}"_s;
    }

    std::unique_ptr<engine::DemoTarget> m_target;
    QString m_base;

    /// The first exchange of a pass through the first case.
    static engine::ObservedExchange passOf(const domain::Project &project)
    {
        services::DebugService service;
        QSignalSpy finished(&service, &services::DebugService::finished);
        const auto started = service.start({project, {1}, {}, {}, {}});
        if (!started)
            qWarning("%s", qPrintable(started.error().message));
        else if (!finished.wait(100'000))
            qWarning("the pass never ended");
        return service.exchanges().isEmpty() ? engine::ObservedExchange() : service.exchanges().first().seen;
    }

private slots:
    void initTestCase()
    {
        std::string why;
        m_target = engine::DemoTarget::start(0, why);
        QVERIFY2(m_target, why.c_str());
        m_base = u"http://127.0.0.1:%1"_s.arg(m_target->port());
    }

    void theSentenceNamesThePlace_data()
    {
        QTest::addColumn<Spoil>("spoil");
        QTest::addColumn<QStringList>("words"); // in the finding and in the refusal
        const auto row = [](const char *name, Spoil spoil, QStringList words) { QTest::newRow(name) << spoil << words; };
        row("circular transactions", [](auto &p) {
            p.transactions = {transaction(1, 2), transaction(2, 1)};
            p.cases[0].steps << useOf(1);
        }, {u"T1"_s, u"itself"_s});
        row("unknown transaction", [](auto &p) { p.cases[0].steps << useOf(9); }, {u"Pay"_s, u"9"_s});
        row("branch of weight 0", [](auto &p) {
            Step share = instruction(domain::UserShare{false, {{u"A"_s, 1}, {u"B"_s, 0}}});
            share.branches = {p.cases[0].steps, p.cases[0].steps};
            p.cases[0].steps << share;
        }, {u"Pay"_s, u"weight"_s, u"0"_s});
        row("expression of an extraction", [](auto &p) { p.cases[0].steps[0].extractions = {{u"t"_s, 1, u"a(b"_s, {}}}; },
            {u"Pay / Order"_s, u"a(b"_s});
        row("expression of a check", [](auto &p) {
            p.cases[0].steps[0].checkpoint = domain::Checkpoint();
            p.cases[0].steps[0].checkpoint->items = {{u"body"_s, {}, u"regex"_s, u"[z"_s}};
        }, {u"Pay / Order"_s, u"[z"_s});
        row("expression of a condition", [](auto &p) {
            Step condition = instruction(domain::Condition{true, {{u"1"_s, u"regex"_s, u"*"_s}}});
            condition.children = p.cases[0].steps;
            p.cases[0].steps << condition;
        }, {u"Pay"_s, u"“*”"_s});
        row("JSONPath", [](auto &p) { p.cases[0].steps[0].extractions = {{u"t"_s, 5, {}, u"$.a["_s}}; }, {u"Pay / Order"_s, u"$.a["_s});
        row("XPath", [](auto &p) {
            p.cases[0].steps[0].checkpoint = domain::Checkpoint();
            p.cases[0].steps[0].checkpoint->items = {{u"xpath"_s, u"//a["_s, u"exists"_s, {}}};
        }, {u"Pay / Order"_s, u"//a["_s});
        row("ragged rows", [this](auto &p) { addFile(p, u"ragged.csv"_s, "user,password\nu1,p1\nu2\n"); },
            {u"users"_s, u"ragged.csv"_s, u"line 3"_s, u"1 cells"_s, u"2"_s});
        row("an open quotation mark", [this](auto &p) { addFile(p, u"open.csv"_s, "user,password\n\"u1,p1\n"); }, {u"users"_s, u"line 2"_s, u"quotation mark"_s});
        row("no rows", [this](auto &p) { addFile(p, u"none.csv"_s, "user,password\n"); }, {u"users"_s, u"no rows"_s});
        row("no file", [this](auto &p) { addFile(p, u"gone.csv"_s, {}); }, {u"users"_s, u"gone.csv"_s});
        row("no URL", [](auto &p) { p.cases[0].steps[0].message.url = u"http://"_s; }, {u"Pay / Order"_s, u"URL"_s});
        row("eleven levels", [](auto &p) {
            Step inner = p.cases[0].steps[0];
            for (int i = 0; i < 11; ++i) {
                Step loop = instruction(domain::Loop{u"1"_s, {}});
                loop.children = {inner};
                inner = loop;
            }
            p.cases[0].steps = {inner};
        }, {u"Pay"_s, u"ten levels"_s});
    }

    void theSentenceNamesThePlace()
    {
        QFETCH(Spoil, spoil);
        QFETCH(QStringList, words);
        domain::Project project = shop();
        spoil(project);
        const auto hasAll = [&](const QString &text) {
            return std::ranges::all_of(words, [&](const QString &word) { return text.contains(word); });
        };
        QStringList found;
        for (const auto &finding : services::checkProject(project, m_folder.path()))
            found << finding.place + u": "_s + finding.message;
        QVERIFY2(std::ranges::any_of(found, hasAll), qPrintable(found.join(u'\n')));
        services::CompileOptions options;
        options.folder = m_folder.path();
        const auto compiled = services::compile(project, {{1}}, options);
        QVERIFY(!compiled);
        QVERIFY2(hasAll(compiled.error().message), qPrintable(compiled.error().message));
    }

    void anAnswerOfAHundredMegabytesIsCountedAndNotKept()
    {
        domain::Project project = shop();
        domain::Step &order = project.cases[0].steps[0];
        order.message.url = m_base + u"/bytes/100000000"_s;
        order.message.returnTimeoutMs = 120'000;
        order.checkpoint = domain::Checkpoint();
        order.checkpoint->items = {{u"body"_s, {}, u"contains"_s, u"never there"_s}, {u"json"_s, u"a"_s, u"exists"_s, {}}};
        order.extractions = {{u"t"_s, 1, u"never (there)"_s, {}}};
        const auto seen = passOf(project);
        QVERIFY(seen.receivedBytes >= 100'000'000);
        QVERIFY(seen.isCut);
        QVERIFY(seen.body.size() <= 1'000'000);
        QVERIFY(!seen.succeeded);
        QVERIFY2(QString::fromStdString(seen.error).startsWith(u"Checkpoint failed"_s), seen.error.c_str());
    }

    void jsonOfTenThousandLevelsFailsItsChecksAndNothingElse_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<QString>("key");
        QTest::newRow("key path") << u"json"_s << u"[0]"_s;
        QTest::newRow("JSONPath") << u"jsonpath"_s << u"$..a"_s;
        QTest::newRow("XPath") << u"xpath"_s << u"//a"_s;
    }

    void jsonOfTenThousandLevelsFailsItsChecksAndNothingElse()
    {
        QFETCH(QString, source);
        QFETCH(QString, key);
        domain::Project project = shop();
        domain::Step &order = project.cases[0].steps[0];
        order.message.method = u"POST"_s;
        order.message.url = m_base + u"/echo"_s;
        order.message.body = QString(10'000, u'[') + QString(10'000, u']');
        order.checkpoint = domain::Checkpoint();
        order.checkpoint->items = {{source, key, u"exists"_s, {}}};
        order.extractions = {{u"t"_s, 5, {}, u"$..a"_s, 1, 1, u"none"_s}};
        const auto seen = passOf(project);
        QCOMPARE(seen.status, 200);
        QVERIFY(!seen.succeeded);
        QCOMPARE(seen.body.size(), size_t(20'000));
        QCOMPARE(seen.extracted.size(), size_t(1));
        QCOMPARE(seen.extracted[0].second, std::string("none"));
    }

    void unknownCasesAreNamed()
    {
        domain::Project project = shop();
        domain::Task task;
        task.id = {1};
        task.name = u"smoke"_s;
        task.cases = {{77}};
        project.tasks = {task};
        const auto findings = services::checkProject(project, {});
        QCOMPARE(findings.size(), 1);
        QVERIFY(findings[0].message.contains(u"77"_s));
        QVERIFY(services::compile(project, {{77}}).error().message.contains(u"77"_s));
    }
};

QTEST_GUILESS_MAIN(BadInputTest)
#include "tst_badinput.moc"
