// A project becomes a plan, or one sentence with its place.
#include "app/services/plancompiler.h"
#include "app/services/projectcheck.h"
#include "app/services/xlsxreader.h"
#include "models/domain/bodyfile.h"
#include "models/domain/instruction.h"

#include <QTemporaryDir>
#include <QTest>

#include <xlsxwriter.h>

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

    static void write(const QTemporaryDir &folder, const QString &name, const QByteArray &bytes)
    {
        QFile file(folder.filePath(name));
        if (file.open(QIODevice::WriteOnly))
            file.write(bytes);
    }

    static const engine::RequestStep &request(const services::CompiledRun &run, size_t step = 0)
    {
        return std::get<engine::RequestStep>(run.plan->cases[0].steps[step].what);
    }
    static QString expanded(const engine::Template &text)
    {
        engine::ExpansionContext none;
        std::string out;
        expand(text, none, out);
        return QString::fromStdString(out);
    }
    static QString headerOf(const services::CompiledRun &run, const std::string &name)
    {
        for (const auto &header : request(run).request.headers)
            if (header.first == name)
                return expanded(header.second);
        return {};
    }
    template <class Settings> static domain::Step instruction(const Settings &settings, QVector<domain::Step> children = {})
    {
        domain::Step step;
        put(step, settings);
        step.children = std::move(children);
        return step;
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

    void formsAreEncodedAndTyped()
    {
        auto shop = project(u"http://h/"_s);
        domain::Message &message = shop.cases[0].steps[0].message;
        message.bodyType = domain::BodyType::Form;
        message.form = {{u"a b"_s, u"1&2"_s}, {u"c"_s, u"${base}"_s}, {u"off"_s, u"x"_s, false}};
        const auto run = services::compile(shop, {{1}});
        QVERIFY(run);
        QCOMPARE(expanded(request(*run).request.body), u"a%20b=1%262&c=http%3A%2F%2F127.0.0.1%3A1"_s);
        QCOMPARE(headerOf(*run, "Content-Type"), u"application/x-www-form-urlencoded"_s);
    }

    void multipartBodiesHoldFilesByteForByte()
    {
        QTemporaryDir folder;
        const QByteArray bytes = QByteArray::fromHex("00ff0d0a") + "--crescendo-7f3a91c4e2";
        write(folder, u"photo.png"_s, bytes);
        auto shop = project(u"http://h/"_s);
        domain::Message &message = shop.cases[0].steps[0].message;
        message.bodyType = domain::BodyType::Multipart;
        message.form = {{u"note"_s, u"${base}"_s}, {u"pic\"ture"_s, u"photo.png"_s}};
        setFormPart(message.form[1], {true, {}, u"image/png"_s});
        services::CompileOptions options;
        options.folder = folder.path();
        const auto run = services::compile(shop, {{1}}, options);
        QVERIFY2(run, qPrintable(run ? QString() : run.error().message));
        std::string body;
        engine::ExpansionContext none;
        expand(request(*run).request.body, none, body);
        const QByteArray whole = QByteArray::fromStdString(body);
        const QByteArray mark = "--crescendo-7f3a91c4e2-1"; // another one, as the file holds the usual one
        QCOMPARE(whole, mark + "\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\nhttp://127.0.0.1:1\r\n" + mark
                     + "\r\nContent-Disposition: form-data; name=\"pic%22ture\"; filename=\"photo.png\"\r\nContent-Type: image/png\r\n\r\n"
                     + bytes + "\r\n" + mark + "--\r\n");
        message.form[1].value = u"gone.png"_s;
        const auto without = services::compile(shop, {{1}}, options);
        QVERIFY(!without);
        QVERIFY2(without.error().message.contains(u"gone.png"_s), qPrintable(without.error().message));
    }

    void aBodyFromAFileIsItsBytes()
    {
        QTemporaryDir folder;
        const QByteArray bytes("\0${base}\xff", 9);
        write(folder, u"body.bin"_s, bytes);
        auto shop = project(u"http://h/"_s);
        domain::Message &message = shop.cases[0].steps[0].message;
        domain::setBodyFile(message, u"body.bin"_s);
        QCOMPARE(domain::messageFromJson(toJson(message))->extra, message.extra); // kept in the file
        services::CompileOptions options;
        options.folder = folder.path();
        const auto run = services::compile(shop, {{1}}, options);
        QVERIFY2(run, qPrintable(run ? QString() : run.error().message));
        const auto &body = std::get<engine::RequestStep>(run->plan->cases[0].steps[0].what).request.body;
        QVERIFY(body.isLiteral());
        QCOMPARE(QByteArray::fromStdString(body.pieces().front().text), bytes);
        for (const QString &path : {u"gone.bin"_s, QString()}) {
            domain::setBodyFile(message, path);
            QVERIFY(!services::compile(shop, {{1}}, options));
            QCOMPARE(services::checkProject(shop, folder.path()).size(), 1);
        }
    }

    void authenticationBecomesAHeader()
    {
        auto shop = project(u"http://h/"_s);
        domain::Message &message = shop.cases[0].steps[0].message;
        message.auth = {domain::Authentication::Basic, u"Aladdin"_s, u"open sesame"_s, {}};
        QCOMPARE(headerOf(*services::compile(shop, {{1}}), "Authorization"), u"Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ=="_s);
        message.auth = {domain::Authentication::Bearer, {}, {}, u"t-${base}"_s};
        QCOMPARE(headerOf(*services::compile(shop, {{1}}), "Authorization"), u"Bearer t-http://127.0.0.1:1"_s);
        message.auth = {domain::Authentication::Basic, u"u"_s, u"${__case}"_s, {}};
        const auto late = services::compile(shop, {{1}});
        engine::ExpansionContext context;
        context.caseName = "pw";
        std::string out;
        expand(request(*late).request.headers[0].second, context, out);
        QCOMPARE(QByteArray::fromStdString(out), "Basic " + QByteArray("u:pw").toBase64());
        message.headers = {{u"authorization"_s, u"mine"_s}};
        QCOMPARE(request(*services::compile(shop, {{1}})).request.headers.size(), size_t(1));
    }

    void hostsOfTheCardComeBeforeThoseOfTheProject()
    {
        auto shop = project(u"http://h/"_s);
        shop.setHostBindings({{u"h"_s, u"10.0.0.1, 10.0.0.2"_s}});
        auto run = services::compile(shop, {{1}});
        QVERIFY(run);
        QCOMPARE(request(*run).request.hosts->at(0).addresses, (std::vector<std::string>{"10.0.0.1", "10.0.0.2"}));
        shop.cases[0].steps[0].message.hosts = {{u"h"_s, u"::1"_s}};
        run = services::compile(shop, {{1}});
        QCOMPARE(request(*run).request.hosts->at(0).addresses, std::vector<std::string>{"::1"});
        QCOMPARE(request(*run).request.hosts->size(), size_t(2));
        shop.cases[0].steps[0].message.hosts = {{u"h"_s, u"example.com"_s}};
        QVERIFY(!services::compile(shop, {{1}}));
    }

    void everyInstructionIsCompiled()
    {
        auto shop = project(u"http://h/"_s);
        const domain::Step order = shop.cases[0].steps[0];
        domain::Step share = instruction(domain::UserShare{false, {{u"A"_s, 2}, {u"B"_s, 3}}});
        share.branches = {{order}, {}};
        shop.cases[0].steps = {instruction(domain::DataInstruction{{{u"n"_s, u"1+1"_s, true, 2, u"UP"_s}}}),
                               instruction(domain::Loop{u"3"_s, domain::Condition{false, {{u"${n}"_s, u">"_s, u"1"_s}}}}, {order}),
                               instruction(domain::Condition{true, {{u"${gone}"_s, u"not_exists"_s, {}}}}, {order}),
                               share,
                               instruction(domain::Throughput{12.5}, {order}),
                               instruction(domain::Rendezvous{u"r"_s, 5, 100})};
        const auto run = services::compile(shop, {{1}});
        QVERIFY2(run, qPrintable(run ? QString() : run.error().message));
        const auto &plan = run->plan->cases[0];
        QCOMPARE(plan.steps.size(), size_t(6));
        const auto &data = std::get<engine::DataStep>(plan.steps[0].what).assignments[0];
        QCOMPARE(plan.slotNames[size_t(data.slot)], std::string("n"));
        QVERIFY(data.isNumber && data.scale == 2 && data.rounding == engine::Rounding::Up);
        const auto &loop = std::get<engine::LoopStep>(plan.steps[1].what);
        QCOMPARE(loop.breakCondition->items[0].left.pieces()[0].slot, data.slot);
        const auto &gone = std::get<engine::ConditionStep>(plan.steps[2].what).condition.items[0].left.pieces()[0];
        QVERIFY(gone.slot >= 0 && gone.slot != data.slot); // a name that nothing fills is empty, not text
        QCOMPARE(std::get<engine::ShareStep>(plan.steps[3].what).branches[1].weight, 3);
        QCOMPARE(std::get<engine::ThroughputStep>(plan.steps[4].what).rate, 12.5);
        QCOMPARE(std::get<engine::RendezvousStep>(plan.steps[5].what).timeout, int64_t(100'000'000));
        QCOMPARE(plan.controllers, 1);
        QCOMPARE(plan.meetings, 1);
    }

    void tenLevelsCompileAndCirclesDoNot()
    {
        auto shop = project(u"http://h/"_s);
        domain::Step step = shop.cases[0].steps[0];
        for (int level = 0; level < 10; ++level)
            step = instruction(domain::Loop{}, {step});
        shop.cases[0].steps = {step};
        QVERIFY(services::compile(shop, {{1}}));
        shop.cases[0].steps = {instruction(domain::Loop{}, {step})};
        QVERIFY(!services::compile(shop, {{1}}));
        domain::Step use;
        use.transaction = {1};
        shop.transactions = {{{1}, u"T"_s, {}, {use}, {}}};
        shop.cases[0].steps = {use, project(u"http://h/"_s).cases[0].steps[0]};
        const auto circle = services::compile(shop, {{1}});
        QVERIFY(!circle);
        QVERIFY2(circle.error().message.contains(u"contains itself"_s), qPrintable(circle.error().message));
    }

    void fileVariablesAreRowsAndTheirMistakesHaveALine()
    {
        QTemporaryDir folder;
        write(folder, u"users.csv"_s, "user,password\nu1,p1\n");
        auto shop = project(u"http://h/${user}/${users.password}"_s);
        domain::Variable users;
        users.id = {2};
        users.name = u"users"_s;
        users.type = domain::VariableType::File;
        users.file = u"users.csv"_s;
        shop.variables.append(users);
        services::CompileOptions options;
        options.folder = folder.path();
        const auto run = services::compile(shop, {{1}}, options);
        QVERIFY2(run, qPrintable(run ? QString() : run.error().message));
        QVERIFY(run->warnings.isEmpty());
        QCOMPARE(run->plan->cases[0].variables[0].rows->rows(), uint64_t(1));
        write(folder, u"users.csv"_s, "user,password\nu1\n");
        const auto ragged = services::compile(shop, {{1}}, options);
        QVERIFY(!ragged);
        QVERIFY2(ragged.error().message.contains(u"line 2: 1 cells where the first line has 2"_s), qPrintable(ragged.error().message));
    }

    void workbooksAreRowsToo()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"users.xlsx"_s);
        lxw_workbook *book = workbook_new(path.toUtf8().constData());
        lxw_worksheet *sheet = workbook_add_worksheet(book, "People");
        worksheet_write_string(sheet, 0, 0, "user", nullptr);
        worksheet_write_string(sheet, 0, 1, "age", nullptr);
        worksheet_write_string(sheet, 1, 0, "Änne & Co", nullptr);
        worksheet_write_number(sheet, 1, 1, 42, nullptr);
        worksheet_write_string(sheet, 3, 0, "last", nullptr); // an empty row before, an empty cell behind
        workbook_close(book);
        const auto table = services::readXlsx(path, u"users"_s);
        QVERIFY2(table, qPrintable(table ? QString() : table.error().message));
        QCOMPARE((*table)->columns(), (std::vector<std::string>{"user", "age"}));
        QCOMPARE((*table)->rows(), uint64_t(2));
        std::vector<std::string> cells;
        (*table)->read(0, cells);
        QCOMPARE(cells, (std::vector<std::string>{"Änne & Co", "42"}));
        (*table)->read(1, cells);
        QCOMPARE(cells, (std::vector<std::string>{"last", ""}));
        write(folder, u"not.xlsx"_s, "text");
        QVERIFY(!services::readXlsx(folder.filePath(u"not.xlsx"_s), u"x"_s));
        QVERIFY(!services::readXlsx(folder.filePath(u"gone.xlsx"_s), u"x"_s));
    }

    void aPluginRequestNeedsWhatItsDescriptorSays()
    {
        auto shop = project(u"http://h/"_s);
        const QString descriptor = QStringLiteral(SOURCE_ROOT "/resources/samples/plugins/signing.json");
        shop.cases[0].steps.append(instruction(domain::PluginRequest{descriptor, u"signed_get"_s, {{u"url"_s, u"${base}/x"_s}}}));
        const auto run = services::compile(shop, {{1}});
        QVERIFY2(run, qPrintable(run ? QString() : run.error().message));
        const auto &step = std::get<engine::PluginStep>(run->plan->cases[0].steps[1].what);
        QCOMPARE(step.parameters.size(), size_t(2));
        QCOMPARE(expanded(step.parameters[0].second), u"http://127.0.0.1:1/x"_s);
        QCOMPARE(expanded(step.parameters[1].second), u"secret"_s);
        for (const auto &[plugin, function] : {std::pair(descriptor, u"signature"_s), {descriptor, u"gone"_s}, {u"gone"_s, u"f"_s}}) {
            shop.cases[0].steps[1] = instruction(domain::PluginRequest{plugin, function, {}});
            QVERIFY(!services::compile(shop, {{1}}));
        }
        shop.cases[0].steps[1] = instruction(domain::PluginRequest{descriptor, u"signed_get"_s, {}});
        QVERIFY(services::compile(shop, {{1}}).error().message.contains(u"“url”"_s));
    }

    void sensitiveValuesAreNotedForHiding()
    {
        auto shop = project(u"http://h/?k=${base}"_s, u"hunter2"_s);
        shop.variables[0].sensitive = true;
        QCOMPARE(services::compile(shop, {{1}})->plan->cases[0].secrets, std::vector<std::string>{"hunter2"});
        // … in the forms in which it is sent, too.
        shop.variables[0].values = {u"a=b"_s};
        QCOMPARE(services::compile(shop, {{1}})->plan->cases[0].secrets, (std::vector<std::string>{"a=b", "a%3Db"}));
    }

    void checkFindsWhatOnlyFilesAndCompilersKnow()
    {
        QTemporaryDir folder;
        write(folder, u"users.csv"_s, "a,b\n1,2\n1\n");
        auto shop = project(u"http://h/"_s);
        domain::Variable users;
        users.id = {2};
        users.name = u"users"_s;
        users.type = domain::VariableType::File;
        users.file = u"users.csv"_s;
        shop.variables.append(users);
        domain::Step &order = shop.cases[0].steps[0];
        order.extractions = {{u"t"_s, 1, u"("_s, {}}, {u"g"_s, 1, u"a(b)"_s, {}, 1, 2}, {u"p"_s, 5, {}, u"$.a["_s}};
        order.checkpoint = domain::Checkpoint();
        order.checkpoint->items = {{u"xpath"_s, u"//a["_s, u"exists"_s, {}}, {u"plugin"_s, u"gone.f"_s, u"=="_s, {}}};
        shop.cases[0].steps.append(instruction(domain::Condition{true, {{u"1"_s, u"regex"_s, u"[z"_s}}}));
        QStringList found;
        for (const auto &finding : services::checkProject(shop, folder.path()))
            found << finding.place + u": "_s + finding.message;
        const QStringList beginnings{
            u"Variables / users: Variable “users”: "_s,
            u"Pay / Order / Checkpoint: The XPath “//a[” is wrong: "_s,
            u"Pay / Order / Checkpoint: The plugin “gone” is not there"_s,
            u"Pay / Order / Extraction / t: The regular expression “(” does not compile: "_s,
            u"Pay / Order / Extraction / g: The regular expression has 1 groups, not 2."_s,
            u"Pay / Order / Extraction / p: The JSONPath “$.a[” is wrong at character 5: "_s,
            u"Pay / Condition: The regular expression “[z” does not compile: "_s};
        QCOMPARE(found.size(), beginnings.size());
        for (qsizetype i = 0; i < found.size(); ++i)
            QVERIFY2(found[i].startsWith(beginnings[i]), qPrintable(found[i]));
        QVERIFY2(found[0].contains(u"line 3: 1 cells where the first line has 2"_s), qPrintable(found[0]));
    }

    void theStressMarkStandsInRequestsAndHandshakes()
    {
        auto shop = project(u"http://127.0.0.1:1/"_s);
        domain::Step socket = domain::newRequest(u"Chat"_s, u"Connect"_s, u"ws://127.0.0.1:1/"_s);
        socket.message.protocol = domain::Protocol::WebSocket;
        shop.cases[0].steps.append(socket);
        services::CompileOptions options;
        options.mark = {u"X-Shadow"_s, u"1"_s};
        const auto marks = [&] {
            const auto run = services::compile(shop, {{1}}, options);
            const auto *handshake = run ? std::get_if<engine::WebSocketRequest>(&request(*run, 1).protocol) : nullptr;
            return handshake ? std::pair(headerOf(*run, "X-Shadow"), handshake->headers.size()) : std::pair(u"none"_s, size_t(99));
        };
        QCOMPARE(marks(), std::pair(QString(), size_t(0)));
        shop.cases[0].extra = {{u"link_app_list"_s, QJsonArray{3}}};
        QCOMPARE(marks(), std::pair(u"1"_s, size_t(1)));
        shop.cases[0].extra = {};
        options.fullLink = true;
        QCOMPARE(marks(), std::pair(u"1"_s, size_t(1)));
    }
};

QTEST_GUILESS_MAIN(PlanCompilerTest)
#include "tst_plancompiler.moc"
