// A sensitive value goes into requests and nowhere else: not into reports of any format, the workspace, the debug output,
// an exported project, or what the command line prints.
#include "app/cli/cli.h"
#include "app/services/plancompiler.h"
#include "engine/serve/demotarget.h"
#include "models/domain/project.h"

#include <QDirIterator>
#include <QTemporaryDir>
#include <QTest>
#include <zip.h>

using namespace Qt::StringLiterals;

class SecretsTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<engine::DemoTarget> m_target;

    /// Fails in each way that keeps an exchange: its secret stands in the URL, a header, the body, a form, and a check.
    domain::Project project() const
    {
        const QString base = u"http://127.0.0.1:%1"_s.arg(m_target->port());
        domain::Project project;
        project.name = u"Shop"_s;
        domain::Variable secret;
        secret.id = {1};
        secret.name = u"key"_s;
        secret.values = {u"hunter2 &sons"_s};
        secret.sensitive = true;
        project.variables = {secret};
        project.environments = {{u"staging"_s, {{u"key"_s, u"hunter2 of staging"_s}}}};
        domain::TestCase testCase;
        testCase.id = {1};
        testCase.name = u"Pay"_s;
        domain::Step pay = domain::newRequest(u"Pay"_s, u"POST"_s, base + u"/echo?k=1"_s);
        pay.message.query = {{u"key"_s, u"${key}"_s}};
        pay.message.headers = {{u"X-Key"_s, u"${key}"_s}};
        pay.message.auth = {domain::Authentication::Basic, u"me"_s, u"${key}"_s, {}};
        pay.message.body = u"{\"key\": \"${key}\"}"_s;
        pay.checkpoint = domain::Checkpoint();
        pay.checkpoint->items = {{u"body"_s, {}, u"contains"_s, u"no ${key}"_s}};
        pay.extractions = {{u"got"_s, 1, u"(.*)"_s, {}}};
        domain::Step form = domain::newRequest(u"Form"_s, u"POST"_s, base + u"/status/500"_s);
        form.message.bodyType = domain::BodyType::Form;
        form.message.form = {{u"key"_s, u"${key}"_s}};
        form.message.auth = {domain::Authentication::Basic, u"me-${__vu}"_s, u"${key}"_s, {}}; // encoded while running
        domain::Step refused = domain::newRequest(u"Refused"_s, u"GET"_s, u"http://127.0.0.1:1/"_s);
        refused.message.query = {{u"key"_s, u"${key}"_s}};
        testCase.steps = {pay, form, refused};
        domain::Stage stage;
        stage.byCount = true;
        stage.count = 3;
        stage.users = 1;
        testCase.stages = {stage};
        project.cases = {testCase};
        return project;
    }

    QString cli(const QStringList &arguments, int expected = 0)
    {
        QString out, err;
        QTextStream outStream(&out), errStream(&err);
        const int code = cli::runCli(arguments, {outStream, errStream});
        if (code != expected)
            qWarning("%s: %d, %s", qPrintable(arguments.join(u' ')), code, qPrintable(err));
        return out + err;
    }

    /// All bytes a reader can get at: those of a workbook unpacked.
    static QByteArray contents(const QString &path)
    {
        QFile file(path);
        QByteArray all = file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
        if (zip_t *archive = path.endsWith(u".xlsx") ? zip_open(QFile::encodeName(path).constData(), ZIP_RDONLY, nullptr) : nullptr) {
            for (zip_int64_t i = 0; i < zip_get_num_entries(archive, 0); ++i) {
                zip_file_t *entry = zip_fopen_index(archive, zip_uint64_t(i), 0);
                QByteArray part(1'000'000, '\0');
                part.resize(qsizetype(std::max<zip_int64_t>(zip_fread(entry, part.data(), zip_uint64_t(part.size())), 0)));
                zip_fclose(entry);
                all += part;
            }
            zip_discard(archive);
        }
        return all;
    }

    static QList<QByteArray> formsOf(const QByteArray &secret)
    {
        return {secret, secret.toPercentEncoding(), ("me:" + secret).toBase64(), ("me-1:" + secret).toBase64(), QByteArray(secret).replace('&', "&amp;")};
    }

private slots:
    void initTestCase()
    {
        std::string why;
        m_target = engine::DemoTarget::start(0, why);
        QVERIFY2(m_target, why.c_str());
    }

    void nothingThatIsShownOrStoredHoldsTheSecret()
    {
        const QString in = m_folder.filePath(u"in.json"_s), out = m_folder.filePath(u"out"_s);
        QVERIFY(QDir().mkpath(out));
        QFile file(in);
        QVERIFY(file.open(QFile::WriteOnly));
        file.write(toProjectFile(project()));
        file.close();
        qputenv("SECRETS_TEST", "hunter2 &sons");
        const auto to = [&](const QString &name) { return out + u'/' + name; };
        const QStringList key{u"--var-env"_s, u"key=SECRETS_TEST"_s};
        QString printed = cli(QStringList{u"run"_s, in, u"--json"_s, to(u"run.json"_s), u"--html"_s, to(u"run.html"_s), u"--pdf"_s, to(u"run.pdf"_s),
                                          u"--junit"_s, to(u"run.xml"_s), u"--csv"_s, to(u"csv"_s), u"--save"_s, to(u"w.crescendo"_s)} + key);
        for (const QString &format : {u"r.xlsx"_s, u"r.json"_s, u"r.html"_s, u"r.csv"_s})
            printed += cli({u"report"_s, to(u"w.crescendo"_s) + u"#1"_s, u"-o"_s, to(format)});
        printed += cli(QStringList{u"debug"_s, in, u"--case"_s, u"Pay"_s, u"--json"_s, to(u"debug.json"_s)} + key);
        QStringList seen;
        const QList<QByteArray> forms = formsOf("hunter2 &sons");
        for (QDirIterator it(out, QDir::Files, QDirIterator::Subdirectories); it.hasNext();) {
            const QString path = it.next();
            const QByteArray bytes = contents(path);
            seen << path.mid(out.size() + 1);
            for (const QByteArray &form : forms)
                QVERIFY2(!bytes.contains(form), qPrintable(path + u" holds "_s + QString::fromUtf8(form)));
        }
        for (const char *name : {"run.json", "run.html", "run.pdf", "run.xml", "r.xlsx", "debug.json", "w.crescendo"})
            QVERIFY2(seen.contains(QLatin1StringView(name)), name);
        QVERIFY(contents(to(u"debug.json"_s)).contains("***"));
        for (const QByteArray &form : forms)
            QVERIFY2(!printed.toUtf8().contains(form), qPrintable(printed));
    }

    void aMistakeIsToldWithoutTheSecret()
    {
        domain::Project wrong = project();
        wrong.cases[0].steps[2].message.url = u"http://127.0.0.1:1/${key}"_s; // a blank in an address
        const auto compiled = services::compile(wrong, {{1}});
        QVERIFY(!compiled);
        QVERIFY2(!compiled.error().message.contains(u"hunter2"_s) && compiled.error().message.contains(u"***"_s), qPrintable(compiled.error().message));
    }

    void anExportedProjectHoldsNoSecret()
    {
        const QByteArray file = toProjectFile(project());
        QVERIFY(file.contains("\"key\""));
        QVERIFY(!file.contains("hunter2"));
    }
};

QTEST_MAIN(SecretsTest) // PDF needs fonts
#include "tst_secrets.moc"
