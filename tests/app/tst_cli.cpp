// The command line in this process, against the embedded demo target: results and exit codes of the contract.
#include "app/cli/cli.h"
#include "app/services/demoservice.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class CliTest : public QObject
{
    Q_OBJECT

    services::DemoService m_demo;
    QTemporaryDir m_folder;
    QString m_out, m_err;

    int cli(const QStringList &arguments)
    {
        m_out.clear();
        m_err.clear();
        QTextStream out(&m_out), err(&m_err);
        return cli::runCli(arguments, {out, err});
    }

    QString write(const QString &name, const QByteArray &bytes)
    {
        const QString path = m_folder.filePath(name);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write the test's file");
        return path;
    }

    static QJsonObject read(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
    }

private slots:
    void initTestCase()
    {
        const auto url = m_demo.start();
        QVERIFY2(url, qPrintable(url ? QString() : url.error().message));
    }

    void quickSendsExactlyItsCount()
    {
        const QString json = m_folder.filePath(u"run.json"_s);
        QCOMPARE(cli({u"quick"_s, m_demo.url() + u"/"_s, u"-c"_s, u"4"_s, u"-n"_s, u"50"_s, u"--json"_s, json}), 0);
        const auto run = read(json);
        QCOMPARE(run["format"_L1].toString(), u"crescendo-run"_s);
        QCOMPARE(run["task"_L1]["status"_L1].toInt(), 2);
        QCOMPARE(run["cases"_L1].toArray().size(), 1);
        QVERIFY(run.contains("verdict"_L1));
        QVERIFY(m_out.contains(u"50"_s));
    }

    void aBrokenThresholdExits99()
    {
        QCOMPARE(cli({u"quick"_s, m_demo.url() + u"/"_s, u"-n"_s, u"5"_s, u"--threshold"_s, u"p95<0"_s}), 99);
        QCOMPARE(cli({u"quick"_s, m_demo.url() + u"/"_s, u"-n"_s, u"5"_s, u"--threshold"_s, u"success_rate>99"_s}), 0);
        QCOMPARE(cli({u"quick"_s, m_demo.url() + u"/"_s, u"-n"_s, u"5"_s, u"--threshold"_s, u"nonsense"_s}), 2);
    }

    void anUnreachableTargetIsARunWithFailures()
    {
        QTcpServer taken; // a port that nobody serves once it is closed
        QVERIFY(taken.listen(QHostAddress::LocalHost));
        const QString url = u"http://127.0.0.1:%1/"_s.arg(taken.serverPort());
        taken.close();
        QCOMPARE(cli({u"quick"_s, url, u"-n"_s, u"3"_s}), 0);
    }

    void mistakesExitWithTwoAndASentence()
    {
        QCOMPARE(cli({u"quick"_s, u"http://"_s}), 2);
        QCOMPARE(cli({u"run"_s, m_folder.filePath(u"missing.json"_s)}), 2);
        QCOMPARE(cli({u"run"_s, write(u"damaged.json"_s, "{\"format\":")}), 2);
        QVERIFY(m_err.contains(u"damaged.json"_s));
        QCOMPARE(cli({u"run"_s, write(u"nostage.json"_s, R"({"format":"crescendo-project","version":1,"project":{"name":"p"},
            "cases":[{"case_id":1,"name":"Empty","stages":[],"contents":[]}]})")}), 2);
        QVERIFY(m_err.contains(u"Empty"_s));
        QCOMPARE(cli({u"nonsense"_s}), 2);
        QCOMPARE(cli({u"quick"_s}), 2);
    }

    void anOutputThatCannotBeWrittenIsFoundBeforeTheRun()
    {
        QCOMPARE(cli({u"quick"_s, m_demo.url(), u"-n"_s, u"1"_s, u"--json"_s, m_folder.filePath(u"no/such/run.json"_s)}), 3);
    }

    void aTakenPortExitsThree()
    {
        QCOMPARE(cli({u"demo-target"_s, u"--port"_s, m_demo.url().section(u':', 2)}), 3);
        QVERIFY(!m_err.isEmpty());
    }

    void curlCommandsBecomeAProject()
    {
        const QString commands = write(u"shop.sh"_s, "curl 'http://shop.example/cart' -H 'Accept: text/html' \\\n  --data 'a=1'\ncurl http://shop.example/pay --proxy-ntlm\n");
        const QString project = m_folder.filePath(u"shop.json"_s);
        QCOMPARE(cli({u"import"_s, u"curl"_s, commands, u"-o"_s, project}), 0);
        QVERIFY2(m_out.contains(u"proxy-ntlm"_s), qPrintable(m_out)); // the ledger
        const auto contents = read(project)["cases"_L1][0]["contents"_L1].toArray();
        QCOMPARE(contents.size(), 2);
        QCOMPARE(cli({u"check"_s, project}), 0);
        QCOMPARE(cli({u"import"_s, u"curl"_s, write(u"empty.sh"_s, "ls\n"), u"-o"_s, project}), 2);
        QCOMPARE(cli({u"import"_s, u"tarot"_s, commands, u"-o"_s, project}), 2);
        QVERIFY(m_err.contains(u"tarot"_s));
    }

    void everyFormatOfTheContractBecomesAProject_data()
    {
        QTest::addColumn<QString>("format");
        QTest::addColumn<QString>("file");
        for (const auto &[format, file] : {std::pair{"har", "shop.har"}, {"postman", "shop.postman.json"}, {"openapi", "shop.openapi.json"},
                                           {"jmx", "shop.jmx"}, {"perftest", "shop.perftest.json"}})
            QTest::newRow(format) << QString::fromLatin1(format) << QStringLiteral(TEST_DATA "/import/") + QString::fromLatin1(file);
    }

    void everyFormatOfTheContractBecomesAProject()
    {
        QFETCH(QString, format);
        QFETCH(QString, file);
        write(u"users.csv"_s, "user,password\na,b\n");
        write(u"cup.png"_s, "png");
        const QString project = m_folder.filePath(format + u".json"_s), folder = m_folder.filePath(format + u"-folder"_s);
        QCOMPARE(cli({u"import"_s, format, file, u"-o"_s, project}), 0);
        QVERIFY(!m_out.isEmpty()); // each of them holds something that has no like here
        QVERIFY(read(project)["cases"_L1].toArray().size() > 0);
        QCOMPARE(cli({u"import"_s, format, file, u"-o"_s, folder}), 0);
        QVERIFY(QFile::exists(folder + u"/project.json"_s));
        QCOMPARE(cli({u"import"_s, format, write(u"cut"_s, "{"), u"-o"_s, project}), 2);
        QCOMPARE(m_err.count(u'\n'), 1);
    }

    void aRunFileIsPutIntoAWorkspaceAndReportedFromThere()
    {
        const QString json = m_folder.filePath(u"import.json"_s), workspace = m_folder.filePath(u"import.crescendo"_s);
        QCOMPARE(cli({u"quick"_s, m_demo.url() + u"/"_s, u"-c"_s, u"2"_s, u"-n"_s, u"20"_s, u"--json"_s, json, u"--quiet"_s}), 0);
        QCOMPARE(cli({u"import"_s, u"run"_s, json, u"-o"_s, workspace}), 0);
        const QString where = m_out.trimmed(), again = m_folder.filePath(u"again.json"_s);
        QVERIFY2(where.startsWith(workspace + u'#'), qPrintable(where));
        QCOMPARE(cli({u"report"_s, where, u"-o"_s, again}), 0);
        const auto before = read(json)["cases"_L1][0], after = read(again)["cases"_L1][0];
        QCOMPARE(after["detail"_L1]["performance"_L1]["requests"_L1], before["detail"_L1]["performance"_L1]["requests"_L1]);
        QCOMPARE(after["chart"_L1], before["chart"_L1]);
        QCOMPARE(after["details"_L1][0]["resp_time_range"_L1], before["details"_L1][0]["resp_time_range"_L1]);
        QCOMPARE(cli({u"import"_s, u"run"_s, write(u"cut.json"_s, "{\"format\":"), u"-o"_s, workspace}), 2);
        QCOMPARE(m_err.count(u'\n'), 1);
    }

    void aRunThatGotWorseFailsTheGate()
    {
        const QString json = m_folder.filePath(u"gate.json"_s), slow = m_folder.filePath(u"slow.json"_s);
        QCOMPARE(cli({u"quick"_s, m_demo.url() + u"/"_s, u"-c"_s, u"1"_s, u"-n"_s, u"30"_s, u"--json"_s, json, u"--quiet"_s}), 0);
        QCOMPARE(cli({u"quick"_s, m_demo.url() + u"/delay/60"_s, u"-c"_s, u"1"_s, u"-n"_s, u"30"_s, u"--json"_s, slow, u"--quiet"_s}), 0);
        QCOMPARE(cli({u"compare"_s, json, json, u"--fail-if"_s, u"p95>+10%"_s}), 0);
        QCOMPARE(cli({u"compare"_s, json, slow, u"--fail-if"_s, u"p95>+10%"_s}), 99);
        const QString page = m_folder.filePath(u"gate.html"_s);
        QCOMPARE(cli({u"compare"_s, json, slow, json, u"--html"_s, page}), 0);
        QVERIFY(QFile::exists(page));
        QCOMPARE(cli({u"compare"_s, json, slow, u"--fail-if"_s, u"nonsense"_s}), 2);
    }

    void versionAndHelpGoToStandardOutput()
    {
        QCOMPARE(cli({u"--version"_s}), 0);
        QVERIFY(m_out.contains(QStringLiteral(CRESCENDO_VERSION)));
        QCOMPARE(cli({u"run"_s, u"--help"_s}), 0);
        QVERIFY(m_out.contains(u"--threshold"_s));
    }
};

QTEST_GUILESS_MAIN(CliTest)
#include "tst_cli.moc"
