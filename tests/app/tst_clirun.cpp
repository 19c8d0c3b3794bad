// `crescendo-cli run` as a shell sees it: signals, exit codes, control lines, a run kept in a workspace.
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <signal.h>

using namespace Qt::StringLiterals;

class CliRunTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QProcess m_demo;
    QString m_url;

    static QString program() { return QStringLiteral(BIN_DIR) + u"/crescendo-cli"_s; }

    /// A project of one case that asks `path` with `stage`.
    QString projectOf(const QString &path, const QJsonObject &stage, const QJsonArray &rules = {})
    {
        const QJsonObject card{{u"content_type"_s, 2}, {u"content"_s, QJsonObject{{u"name"_s, u"ask"_s}, {u"method"_s, u"GET"_s},
                                                                                  {u"url"_s, m_url + path}, {u"protocol_type"_s, 1},
                                                                                  {u"return_timeout"_s, 60000}}}};
        const QJsonObject step{{u"index"_s, 0}, {u"data_type"_s, 0}, {u"content"_s, QJsonArray{card}}};
        const QJsonObject testCase{{u"case_id"_s, 1}, {u"name"_s, u"c"_s}, {u"status"_s, 1}, {u"contents"_s, QJsonArray{step}},
                                   {u"stages"_s, QJsonArray{stage}}, {u"sla_rules"_s, rules}};
        const QJsonObject project{{u"format"_s, u"crescendo-project"_s}, {u"version"_s, 1},
                                  {u"project"_s, QJsonObject{{u"name"_s, u"p"_s}}}, {u"cases"_s, QJsonArray{testCase}}};
        const QString file = m_folder.filePath(u"project.json"_s);
        QFile out(file);
        if (!out.open(QIODevice::WriteOnly) || out.write(QJsonDocument(project).toJson()) < 0)
            qFatal("cannot write the test's project");
        return file;
    }

    static QJsonObject users(int count, int seconds)
    {
        return {{u"name"_s, u"s"_s}, {u"pressure_mode"_s, 0}, {u"operate_mode"_s, 0}, {u"time"_s, seconds}, {u"issue_num"_s, count}};
    }

    QJsonObject runFile() const
    {
        QFile file(m_folder.filePath(u"run.json"_s));
        return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
    }

    struct Ended
    {
        int code = -1;
        QString out, err;
    };

    /// Starts `arguments`; `when` is asked with the ms since the start until the program ends.
    static Ended run(const QStringList &arguments, const std::function<void(QProcess &, qint64)> &when = {})
    {
        QProcess process;
        process.start(program(), arguments);
        QElapsedTimer since;
        since.start();
        // It may also end while `when` waits, and of an end that was seen waitForFinished() says false at once.
        while (process.state() != QProcess::NotRunning && !process.waitForFinished(20) && since.elapsed() < 60'000)
            if (when && process.state() == QProcess::Running)
                when(process, since.elapsed());
        return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, QString::fromUtf8(process.readAllStandardOutput()),
                QString::fromUtf8(process.readAllStandardError())};
    }

    /// Runs the project with a run file; sends `signals` once it runs, all at one moment.
    Ended interrupted(const QString &project, const QVector<int> &sent)
    {
        QFile::remove(m_folder.filePath(u"run.json"_s));
        return run({u"run"_s, project, u"--threads"_s, u"1"_s, u"--json"_s, m_folder.filePath(u"run.json"_s)},
                   [&, done = false](QProcess &process, qint64 ms) mutable {
                       if (done || ms < 1500)
                           return;
                       done = true;
                       for (const int number : sent) {
                           ::kill(pid_t(process.processId()), number);
                           QTest::qWait(150); // two pending signals of one kind would be one
                       }
                   });
    }

private slots:
    void initTestCase()
    {
        m_demo.start(program(), {u"demo-target"_s});
        QVERIFY(m_demo.waitForReadyRead(30'000));
        m_url = QJsonDocument::fromJson(m_demo.readLine()).object()["url"_L1].toString();
        QVERIFY(!m_url.isEmpty());
    }

    void cleanupTestCase()
    {
        m_demo.terminate();
        QVERIFY(m_demo.waitForFinished(10'000));
        QCOMPARE(m_demo.exitCode(), 0);
    }

    void anInterruptStopsAndReports_data()
    {
        QTest::addColumn<int>("number");
        QTest::newRow("SIGINT") << SIGINT;
        QTest::newRow("SIGTERM") << SIGTERM;
    }
    void anInterruptStopsAndReports()
    {
        QFETCH(int, number);
        const Ended ended = interrupted(projectOf(u"/delay/20"_s, users(3, 60)), {number});
        QCOMPARE(ended.code, 130);
        QVERIFY2(ended.err.contains(u"Stopping"_s), qPrintable(ended.err));
        QCOMPARE(runFile()["task"_L1]["status"_L1].toInt(), 4);
        QVERIFY(runFile()["cases"_L1][0]["detail"_L1]["performance"_L1]["requests"_L1].toInt() > 0);
    }

    void aSecondInterruptEndsAtOnce()
    {
        QElapsedTimer since;
        since.start();
        const Ended ended = interrupted(projectOf(u"/stall"_s, users(3, 60)), {SIGINT, SIGINT});
        QCOMPARE(ended.code, 130);
        QCOMPARE(runFile()["task"_L1]["status"_L1].toInt(), 4);
        QCOMPARE(runFile()["cases"_L1][0]["detail"_L1]["performance"_L1]["cut_off"_L1].toInt(), 3);
    }

    void aRuleThatStopsExits99()
    {
        const QJsonObject rule{{u"name"_s, u"answers"_s}, {u"scope"_s, u"case"_s}, {u"target"_s, u""_s}, {u"metric"_s, u"success_rate"_s},
                               {u"comparison"_s, u">"_s}, {u"value"_s, 99}, {u"times"_s, 1}, {u"action"_s, u"stop"_s}};
        const Ended ended = run({u"run"_s, projectOf(u"/status/503"_s, users(1, 60), {rule}), u"--json"_s, m_folder.filePath(u"run.json"_s)});
        QCOMPARE(ended.code, 99);
        QCOMPARE(runFile()["task"_L1]["status"_L1].toInt(), 3);
        QCOMPARE(runFile()["thresholds"_L1][0]["passed"_L1].toBool(true), false);
        QVERIFY2(ended.err.contains(u"answers"_s), qPrintable(ended.err));
    }

    void whatCannotStartExitsThree()
    {
        const QString project = projectOf(u"/"_s, users(1, 1));
        QCOMPARE(run({u"run"_s, project, u"--html"_s, m_folder.filePath(u"no/such/page.html"_s)}).code, 3);
        QCOMPARE(run({u"run"_s, project, u"--save"_s, m_folder.path()}).code, 3); // a folder is no workspace
        QCOMPARE(run({u"run"_s, project, u"--warm-up"_s, u"-1"_s}).code, 2);
    }

    void controlLinesChangeTheLoadAndAreMarked()
    {
        QJsonObject stage = users(50, 4);
        stage["voltage_regulating_mode"_L1] = 1;
        stage["current_user_num"_L1] = 2;
        const Ended ended = run({u"run"_s, projectOf(u"/delay/10"_s, stage), u"--control"_s, u"--json"_s, m_folder.filePath(u"run.json"_s)},
                                [step = 0](QProcess &process, qint64 ms) mutable {
                                    if (step == 0 && ms > 1500) {
                                        process.write("users 9\nfaster\nusers 3 nobody\n");
                                        process.closeWriteChannel(); // changes nothing
                                        step = 1;
                                    }
                                });
        QCOMPARE(ended.code, 0);
        QVERIFY2(ended.err.contains(u"“faster” is not understood"_s) && ended.err.contains(u"no case named “nobody”"_s), qPrintable(ended.err));
        const auto record = runFile();
        const QJsonArray events = record["data"_L1]["cases"_L1][0]["events"_L1].toArray();
        QVERIFY(std::ranges::any_of(events, [](const QJsonValue &event) { return event["text"_L1].toString() == u"Load set to 9"_s; }));
        const QJsonArray seconds = record["data"_L1]["cases"_L1][0]["seconds"_L1].toArray();
        QCOMPARE(seconds.at(0)[0].toInt(), 2);
        QCOMPARE(seconds.at(3)[0].toInt(), 9);
    }

    void aSavedRunHasItsNumberAtTheStart()
    {
        const QString workspace = m_folder.filePath(u"w.crescendo"_s);
        const Ended ended = run({u"run"_s, projectOf(u"/"_s, users(1, 1)), u"--save"_s, workspace, u"--quiet"_s});
        QCOMPARE(ended.code, 0);
        const auto saved = QRegularExpression(u"saved as (.*)#(\\d+)\\n"_s).match(ended.err);
        QVERIFY2(saved.hasMatch() && saved.captured(1) == workspace, qPrintable(ended.err));
        const Ended report = run({u"report"_s, workspace + u'#' + saved.captured(2), u"-o"_s, m_folder.filePath(u"run.json"_s)});
        QVERIFY2(report.code == 0, qPrintable(report.err));
        QCOMPARE(runFile()["task"_L1]["status"_L1].toInt(), 2);
    }

    void aKilledRunIsReportedAsAborted()
    {
        const QString workspace = m_folder.filePath(u"killed.crescendo"_s);
        QString err;
        run({u"run"_s, projectOf(u"/delay/5"_s, users(2, 60)), u"--save"_s, workspace}, [&](QProcess &process, qint64 ms) {
            err += QString::fromUtf8(process.readAllStandardError());
            if (ms > 3000)
                process.kill();
        });
        const auto saved = QRegularExpression(u"saved as .*#(\\d+)\\n"_s).match(err);
        QVERIFY2(saved.hasMatch(), qPrintable(err));
        const Ended report = run({u"report"_s, workspace + u'#' + saved.captured(1), u"-o"_s, m_folder.filePath(u"run.json"_s)});
        QVERIFY2(report.code == 0, qPrintable(report.err));
        QCOMPARE(runFile()["task"_L1]["status"_L1].toInt(), 3);
        QVERIFY(runFile()["cases"_L1][0]["detail"_L1]["performance"_L1]["requests"_L1].toInt() > 0);
    }

    void whatThisComputerLacksIsWarnedOf()
    {
        QJsonObject stage = users(5, 1);
        stage["pressure_mode"_L1] = 1;
        stage["tps_value"_L1] = 2'000'000;
        const QString project = projectOf(u"/"_s, stage);
        const Ended checked = run({u"check"_s, project});
        QCOMPARE(checked.code, 0); // no mistake of the project
        QVERIFY(checked.out.isEmpty());
        QVERIFY2(checked.err.startsWith(u"Warning: c: The load asks for up to"_s), qPrintable(checked.err));
        QVERIFY(run({u"check"_s, projectOf(u"/"_s, users(1, 1))}).err.isEmpty());
        const Ended ran = run({u"run"_s, projectOf(u"/"_s, stage), u"--json"_s, m_folder.filePath(u"run.json"_s)});
        QCOMPARE(ran.code, 0);
        QVERIFY(ran.err.contains(u"Warning: The load asks for up to"_s));
        QCOMPARE(runFile()["verdict"_L1]["warnings"_L1].toArray().size(), 1);
    }

    void theWarmUpIsInTheFileAndNotInTheFigures()
    {
        const Ended ended = run({u"run"_s, projectOf(u"/delay/20"_s, users(2, 3)), u"--warm-up"_s, u"2"_s, u"--json"_s, m_folder.filePath(u"run.json"_s)});
        QCOMPARE(ended.code, 0);
        QVERIFY(ended.out.contains(u"warm-up"_s));
        const QJsonObject testCase = runFile()["cases"_L1][0].toObject();
        QCOMPARE(testCase["warm_up"_L1].toInt(), 2);
        const QJsonArray curve = testCase["chart"_L1]["tps_brokens"_L1]["tps"_L1].toArray();
        QVERIFY(curve.size() >= 3 && curve.at(0).toDouble() > 0);
        double counted = 0;
        for (qsizetype second = 2; second < curve.size(); ++second)
            counted += curve.at(second).toDouble();
        QCOMPARE(testCase["detail"_L1]["performance"_L1]["requests"_L1].toDouble(), counted);
    }
};

QTEST_GUILESS_MAIN(CliRunTest)
#include "tst_clirun.moc"
