// Copies of a workspace: one a day, a few of them, each complete; and the way back to one.
#include "app/services/backups.h"
#include "app/services/workspaceservice.h"
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using services::Backups;
using services::WorkspaceService;

class BackupsTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    QDateTime m_now;

    QString path() const { return m_folder->filePath(u"w.crescendo"_s); }
    QDateTime day(int of) const { return m_now.addDays(of); }
    /// The names of the cases in the workspace as a fresh program finds it.
    QStringList cases() const
    {
        WorkspaceService workspace;
        QStringList names;
        if (!workspace.open(path()) || !workspace.openProject(workspace.projects().value(0).id))
            return {u"not readable"_s};
        for (const auto &testCase : workspace.document().project().cases)
            names << testCase.name;
        return names;
    }
    static bool fill(WorkspaceService &workspace, const QString &path)
    {
        if (!workspace.open(path))
            return false;
        const auto project = workspace.createProject(u"Shop"_s);
        return project && workspace.openProject(*project);
    }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_now = QDateTime(QDate(2026, 11, 1), QTime(9, 30));
    }

    void aCopyHoldsAllWhileTheWorkspaceIsOpen()
    {
        WorkspaceService workspace;
        QVERIFY(fill(workspace, path()));
        workspace.document().addCase(u"Browse"_s);
        const auto backup = Backups::make(path(), m_now);
        QVERIFY2(backup, backup ? "" : qPrintable(backup.error().message));
        workspace.document().addCase(u"Later"_s);
        workspace.close();
        QCOMPARE(cases(), (QStringList{u"Browse"_s, u"Later"_s}));
        QVERIFY(Backups::restore(path(), backup->path, day(1)));
        QCOMPARE(cases(), QStringList{u"Browse"_s});
        const auto all = Backups::of(path());
        QCOMPARE(all.size(), 2);
        QCOMPARE(all.first().made, day(1));
        QVERIFY(Backups::restore(path(), all.first().path, day(2))); // and forth again
        QCOMPARE(cases(), (QStringList{u"Browse"_s, u"Later"_s}));
        for (const auto &each : Backups::of(path()))
            QVERIFY(!(QFile::permissions(each.path) & (QFile::ReadGroup | QFile::ReadOther)));
    }

    void theOldestGo()
    {
        WorkspaceService workspace;
        QVERIFY(fill(workspace, path()));
        for (int i = 0; i < Backups::mostKept + 3; ++i)
            QVERIFY(Backups::make(path(), day(i)));
        const auto all = Backups::of(path());
        QCOMPARE(all.size(), Backups::mostKept);
        QCOMPARE(all.first().made, day(Backups::mostKept + 2));
        QCOMPARE(all.last().made, day(3));
        // Also when it is the oldest that is restored, and a new one takes its place.
        workspace.close();
        QVERIFY(Backups::restore(path(), all.last().path, day(40)));
        QCOMPARE(Backups::of(path()).size(), Backups::mostKept);
        QVERIFY(cases().isEmpty());
    }

    void oneADay()
    {
        WorkspaceService workspace;
        QVERIFY(workspace.open(path()));
        Backups backups(workspace, [this] { return m_now; });
        QVERIFY(!backups.isDue()); // it holds nothing yet
        const auto project = workspace.createProject(u"Shop"_s);
        QVERIFY(project && backups.isDue());
        QSignalSpy made(&backups, &Backups::made);
        backups.makeDue();
        backups.makeDue(); // under way already
        QVERIFY(made.wait(10'000));
        QCOMPARE(made.size(), 1);
        QVERIFY(!backups.isDue());
        m_now = day(1);
        QVERIFY(backups.isDue());
    }

    void aDamagedWorkspaceIsPutBackAndKept()
    {
        {
            WorkspaceService workspace;
            QVERIFY(fill(workspace, path()));
            workspace.document().addCase(u"Browse"_s);
        }
        const auto backup = Backups::make(path(), m_now);
        QVERIFY(backup);
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("no database");
        file.close();
        QVERIFY(Backups::restore(path(), backup->path, day(1)));
        QCOMPARE(cases(), QStringList{u"Browse"_s});
        QVERIFY(QFile::exists(path() + u".damaged"_s));
    }

    void aDamagedWorkspaceThatCannotBeKeptStays()
    {
        {
            WorkspaceService workspace;
            QVERIFY(fill(workspace, path()));
        }
        const auto backup = Backups::make(path(), m_now);
        QVERIFY(backup);
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("no database");
        file.close();
        QVERIFY(QDir().mkpath(path() + u".damaged/in the way"_s));
        const auto refused = Backups::restore(path(), backup->path, day(1));
        QVERIFY(!refused);
        QVERIFY2(refused.error().message.contains(u"nothing was changed"_s), qPrintable(refused.error().message));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("no database"));
        QVERIFY(!QFile::exists(path() + u".restored"_s));
    }

    void whatCannotBeRestoredLeavesAllAsItWas()
    {
        WorkspaceService workspace;
        QVERIFY(fill(workspace, path()));
        const auto backup = Backups::make(path(), m_now);
        QVERIFY(backup);
        const auto refused = Backups::restore(path(), backup->path, day(1));
        QVERIFY(!refused && refused.error().message.contains(u"open in another program"_s));
        workspace.close();
        QFile broken(m_folder->filePath(u"broken.crescendo"_s));
        QVERIFY(broken.open(QIODevice::WriteOnly));
        broken.write("no database");
        broken.close();
        QVERIFY(!Backups::restore(path(), broken.fileName(), day(1)));
        QVERIFY(cases().isEmpty()); // readable, as before
    }
};

QTEST_GUILESS_MAIN(BackupsTest)
#include "tst_backups.moc"
