// Runs written while they grow: none of their seconds is lost when the program is killed, and a full disk costs the file,
// not the run.
#include "app/services/demoservice.h"
#include "app/services/runservice.h"
#include "app/services/storewriter.h"
#include "app/services/workspaceservice.h"
#include "app/report/reportwriter.h"
#include "app/report/jsonreport.h"
#include "tests/support/fulldisk.h"
#include "tests/support/samplerun.h"

#include <QCoreApplication>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;

namespace {

services::RunRequest requestFor(const QString &url, int seconds)
{
    domain::TestCase testCase;
    testCase.id.value = 1;
    testCase.name = u"Home"_s;
    domain::Stage stage;
    stage.users = 2;
    stage.seconds = seconds;
    testCase.stages = {stage};
    testCase.steps = {domain::newRequest(u"Home"_s, u"GET"_s, url)};
    services::RunRequest request;
    request.project.name = u"Shop"_s;
    request.project.cases = {testCase};
    request.cases = {testCase.id};
    request.threads = 1;
    return request;
}

/// The program that gets killed: runs for a minute into a workspace, tells each second that was handed to the writer.
int child(const QString &path, const QString &url)
{
    services::WorkspaceService workspace;
    if (!workspace.open(path))
        return 2;
    services::RunService runs(&workspace);
    const auto session = runs.start(requestFor(url, 60));
    if (!session)
        return 3;
    QObject::connect(*session, &services::RunSession::updated, *session, [&session, told = 0]() mutable {
        const int seconds = int((*session)->record().cases[0].seconds.size());
        if (seconds == told)
            return;
        told = seconds;
        std::printf("%d\n", seconds);
        std::fflush(stdout);
    });
    return QCoreApplication::exec();
}

} // namespace

class StoreWriterTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    services::DemoService m_demo;

private slots:
    void initTestCase() { QVERIFY(m_demo.start()); }

    void aRunOfAKilledProgramIsAbortedWithItsWholeSeconds()
    {
        const QString path = m_folder.filePath(u"killed.crescendo"_s);
        QProcess program;
        program.start(QCoreApplication::applicationFilePath(), {u"--child"_s, path, m_demo.url() + u"/"_s});
        int told = 0;
        while (told < 5) {
            QVERIFY2(program.canReadLine() || program.waitForReadyRead(30'000), program.readAllStandardError().constData());
            while (program.canReadLine())
                told = program.readLine().trimmed().toInt();
        }
        program.kill(); // SIGKILL: no handler of the program gets a turn
        QVERIFY(program.waitForFinished());

        services::WorkspaceService workspace;
        QVERIFY(workspace.open(path));
        QCOMPARE(workspace.runs().size(), 1);
        QCOMPARE(workspace.runs()[0].status, domain::RunStatus::Aborted);
        const auto run = workspace.loadRun(workspace.runs()[0].id);
        QVERIFY2(run, qPrintable(run ? QString() : run.error().message));
        QCOMPARE(run->status, domain::RunStatus::Aborted);
        QVERIFY(run->ended.isValid());
        const auto &record = run->cases[0];
        // Told is what was in memory; each second is written within the next one.
        QVERIFY2(record.seconds.size() >= told - 2, qPrintable(u"%1 of %2"_s.arg(record.seconds.size()).arg(told)));
        quint64 sum = 0;
        for (int second = 0; second < record.seconds.size(); ++second) {
            QVERIFY2(record.items[1].seconds[second].requests > 0, qPrintable(QString::number(second)));
            sum += record.items[1].seconds[second].requests;
        }
        QVERIFY(sum > 0);
        QVERIFY(!record.log.isEmpty());
        // and a report can be made of it
        QVERIFY(report::writeReport(*run, m_folder.filePath(u"killed.html"_s)));
    }

    void whatIsWrittenBitByBitIsTheRun()
    {
        const QString path = m_folder.filePath(u"w.crescendo"_s);
        services::WorkspaceService workspace;
        QVERIFY(workspace.open(path));
        domain::RunRecord whole = samplerun::whole();
        whole.id = {};
        domain::RunRecord head = whole;
        for (auto &record : head.cases) {
            record.seconds.clear();
            record.log.clear();
            record.errors.clear();
            for (auto &item : record.items) {
                item.seconds.clear();
                item.total = {};
            }
        }
        head.status = domain::RunStatus::Running;
        head.ended = {};
        auto writer = services::StoreWriter::begin(path, head);
        QVERIFY2(writer, qPrintable(writer ? QString() : writer.error().message));
        whole.id = head.id;
        for (int second = 1; second < whole.cases[0].seconds.size(); ++second) {
            domain::RunRecord grown = whole;
            grown.ended = {};
            grown.status = domain::RunStatus::Running;
            grown.cases[0].seconds.resize(second);
            for (auto &item : grown.cases[0].items)
                item.seconds.resize(second);
            grown.cases[0].log.resize(std::min<qsizetype>(second, 2));
            (*writer)->write(grown);
        }
        whole.cases[0].log.removeFirst(); // one left the log, as samples do
        (*writer)->finish(whole);
        QVERIFY(!(*writer)->takeError());
        auto stored = workspace.loadRun(head.id);
        QVERIFY2(stored, qPrintable(stored ? QString() : stored.error().message));
        stored->started = whole.started; // the same moment; the store keeps times in UTC
        stored->ended = whole.ended;
        QCOMPARE(report::toRunFile(*stored), report::toRunFile(whole));
    }

    void onAFullDiskTheRunGoesOnInMemoryAndCanBeSavedElsewhere()
    {
        const QString path = m_folder.filePath(u"full.crescendo"_s);
        services::WorkspaceService workspace;
        QVERIFY(workspace.open(path));
        services::RunService runs(&workspace);
        const auto session = runs.start(requestFor(m_demo.url() + u"/"_s, 4));
        QVERIFY2(session, qPrintable(session ? QString() : session.error().message));
        QSignalSpy failed(*session, &services::RunSession::storeFailed), ended(*session, &services::RunSession::ended);
        {
            const FullDisk full(1024);
            QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, 20'000);
            QVERIFY(ended.wait(30'000));
        }
        QCOMPARE(failed.size(), 1); // said once
        const QString said = failed[0][0].toString();
        QVERIFY2(said.contains(u"memory"_s) && said.endsWith(u'.'), qPrintable(said));
        const auto &record = (*session)->record();
        QCOMPARE(record.status, domain::RunStatus::Finished);
        QVERIFY(record.cases[0].seconds.size() >= 4);
        const QString elsewhere = m_folder.filePath(u"elsewhere.json"_s);
        QVERIFY(report::writeReport(record, elsewhere));
        QFile file(elsewhere);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto again = report::runFromFile(file.readAll());
        QVERIFY(again);
        QCOMPARE(report::toRunFile(*again), report::toRunFile(record));
    }

    void aWorkspaceThatVanishedIsSaidInOneSentence()
    {
        domain::RunRecord head = samplerun::whole();
        const auto writer = services::StoreWriter::begin(m_folder.filePath(u"nowhere/w.crescendo"_s), head);
        QVERIFY(!writer);
        QVERIFY(writer.error().message.endsWith(u'.'));
        QCOMPARE(writer.error().message.count(u'\n'), 0);
    }
};

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    if (arguments.value(1) == u"--child"_s)
        return child(arguments.value(2), arguments.value(3));
    StoreWriterTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_storewriter.moc"
