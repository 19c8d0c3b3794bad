// What a workspace does when things go wrong: foreign, damaged, newer and locked files, a full disk. Nothing is lost.
#include "app/services/workspaceservice.h"
#include "models/store/migrations.h"
#include "tests/support/fulldisk.h"
#include <QSignalSpy>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using services::WorkspaceService;

namespace {

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

/// A project of one case, open.
domain::CaseId fill(WorkspaceService &workspace)
{
    const auto project = workspace.createProject(u"Shop"_s);
    if (!project || !workspace.openProject(*project))
        return {};
    return workspace.document().addCase(u"Browse"_s);
}

} // namespace

class WorkspaceServiceTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    QString path() const { return m_folder->filePath(u"w.crescendo"_s); }

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void aForeignFileIsRefusedAndStaysAsItWas_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("text") << QByteArray("Dear diary, today I did not write a database. ").repeated(10);
        QTest::newRow("binary") << QByteArray(4096, '\xff');
        QTest::newRow("cut off") << QByteArray("SQLite format 3\0 and no more", 28);
    }

    void aForeignFileIsRefusedAndStaysAsItWas()
    {
        QFETCH(QByteArray, bytes);
        write(path(), bytes);
        WorkspaceService workspace;
        const auto opened = workspace.open(path());
        QVERIFY(!opened);
        QVERIFY(opened.error().message.contains(u"w.crescendo"_s));
        QVERIFY(opened.error().message.endsWith(u'.'));
        QVERIFY(WorkspaceService::adviceFor(path()).contains(u"Nothing in it was changed"_s));
        QVERIFY(!workspace.isOpen());
        QCOMPARE(bytesOf(path()), bytes);
    }

    void aDamagedWorkspaceIsRefusedAndStaysAsItWas()
    {
        {
            WorkspaceService workspace;
            QVERIFY(workspace.open(path()));
            QVERIFY(fill(workspace).isValid());
        }
        QByteArray bytes = bytesOf(path());
        bytes.replace(100, 2000, QByteArray(2000, '\x5a')); // the head is whole, the first page is not
        write(path(), bytes);
        WorkspaceService workspace;
        QVERIFY(!workspace.open(path()));
        QCOMPARE(bytesOf(path()), bytes);
    }

    void aNewerWorkspaceIsRefusedUnharmed()
    {
        {
            WorkspaceService workspace;
            QVERIFY(workspace.open(path()));
            QVERIFY(fill(workspace).isValid());
        }
        {
            auto database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"newer"_s);
            database.setDatabaseName(path());
            QVERIFY(database.open());
            QVERIFY(QSqlQuery(database).exec(u"PRAGMA user_version = %1"_s.arg(store::schemaVersion() + 1)));
            QSqlQuery(database).exec(u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
        }
        QSqlDatabase::removeDatabase(u"newer"_s);
        const QByteArray before = bytesOf(path());
        WorkspaceService workspace;
        const auto opened = workspace.open(path());
        QVERIFY(!opened);
        QVERIFY(opened.error().message.contains(u"newer"_s));
        QVERIFY(WorkspaceService::adviceFor(path()).contains(u"newer version"_s));
        QCOMPARE(bytesOf(path()), before);
    }

    void aWorkspaceInUseIsRefusedUntilItIsFree()
    {
        auto first = std::make_unique<WorkspaceService>();
        QVERIFY(first->open(path()));
        const auto id = fill(*first);
        WorkspaceService second;
        const auto opened = second.open(path());
        QVERIFY(!opened);
        QVERIFY(WorkspaceService::adviceFor(path()).contains(u"Close the other window"_s));
        first->document().rename(id, u"Still mine"_s); // the first goes on
        QVERIFY(first->isSaved());
        first.reset();
        QVERIFY(second.open(path()));
        QCOMPARE(second.projects().size(), 1);
    }

    void aFolderThatCannotBeMadeIsToldWithAdvice()
    {
        write(m_folder->filePath(u"plain"_s), "x");
        const QString inside = m_folder->filePath(u"plain/w.crescendo"_s);
        WorkspaceService workspace;
        QVERIFY(!workspace.open(inside));
        QVERIFY(!WorkspaceService::adviceFor(inside).isEmpty());
    }

    void openingTheOpenOneAgainChangesNothing()
    {
        WorkspaceService workspace;
        QVERIFY(workspace.open(path()));
        const auto id = fill(workspace);
        QVERIFY(workspace.open(path()));
        QVERIFY(workspace.document().testCase(id));
    }

    void aRefusedWorkspaceLeavesTheOpenOneOpen()
    {
        WorkspaceService workspace;
        QVERIFY(workspace.open(path()));
        const auto id = fill(workspace);
        const QString foreign = m_folder->filePath(u"foreign"_s);
        write(foreign, QByteArray(5000, 'x'));
        QVERIFY(!workspace.open(foreign));
        QCOMPARE(workspace.path(), path());
        QVERIFY(workspace.document().testCase(id));
    }

    void aFullDiskLosesNoEdit()
    {
        WorkspaceService workspace;
        QVERIFY(workspace.open(path()));
        const auto id = fill(workspace);
        QSignalSpy failed(&workspace, &WorkspaceService::writeFailed);
        QSignalSpy saved(&workspace, &WorkspaceService::savedChanged);
        {
            const FullDisk full(1024);
            workspace.document().rename(id, u"Written while the disk was full"_s);
            workspace.document().rename(id, u"And again"_s);
            QCOMPARE(failed.size(), 1); // told once, not at every key
            QVERIFY(failed[0][0].toString().endsWith(u'.'));
            QVERIFY(!workspace.isSaved());
            QVERIFY(!workspace.saveNow());
            QCOMPARE(workspace.document().nameOf(id), u"And again"_s); // the document keeps it
        }
        QTRY_VERIFY_WITH_TIMEOUT(workspace.isSaved(), 20'000); // by itself, as soon as there is room
        QCOMPARE(saved.size(), 2);
        workspace.close();
        WorkspaceService again;
        QVERIFY(again.open(path()));
        QVERIFY(again.openProject(again.projects().first().id));
        QCOMPARE(again.document().nameOf(id), u"And again"_s);
    }

    void whatWasDeletedOnAFullDiskStaysDeleted()
    {
        WorkspaceService workspace;
        QVERIFY(workspace.open(path()));
        const auto id = fill(workspace);
        const auto other = workspace.document().addCase(u"Search"_s);
        {
            const FullDisk full(1024);
            workspace.document().remove(id);
            QVERIFY(!workspace.isSaved());
        }
        QVERIFY(workspace.saveNow());
        workspace.close();
        WorkspaceService again;
        QVERIFY(again.open(path()));
        QVERIFY(again.openProject(again.projects().first().id));
        QVERIFY(!again.document().testCase(id));
        QVERIFY(again.document().testCase(other));
    }
};

QTEST_GUILESS_MAIN(WorkspaceServiceTest)
#include "tst_workspaceservice.moc"
