#include "models/store/migrations.h"
#include "models/store/workspace.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace Qt::StringLiterals;
using store::Database;

class TestMigrations : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    std::unique_ptr<Database> open() const
    {
        const QString path = m_dir.filePath(QString::fromLatin1(QTest::currentTestFunction()));
        return std::move(*Database::open(path, Database::Access::ReadWrite));
    }

private slots:
    void anEmptyFileIsBroughtToTheNewestVersion()
    {
        const auto database = open();
        QVERIFY(store::migrate(*database));
        QCOMPARE(*database->number(u"PRAGMA user_version"_s), store::schemaVersion());
        QCOMPARE(*database->number(u"PRAGMA application_id"_s), store::applicationId);
        QCOMPARE(*database->number(u"SELECT count(*) FROM project"_s), 0);
    }

    void migratingTwiceChangesNothing()
    {
        const auto database = open();
        QVERIFY(store::migrate(*database));
        QVERIFY(database->run(u"INSERT INTO setting VALUES ('a', 'b')"_s));
        QVERIFY(store::migrate(*database));
        QCOMPARE(*database->number(u"SELECT count(*) FROM setting"_s), 1);
    }

    void aFileOfVersionOneKeepsItsRunsAndLearnsTheRequestLog()
    {
        const auto database = open();
        QVERIFY(store::migrate(*database));
        QVERIFY(database->run(u"INSERT INTO run (id, project, task, project_name, task_name, environment, status, parallel, threads)"
                              " VALUES (4, 1, 1, 'Shop', 'smoke', '', 2, 1, 1)"_s));
        for (const QString &back : {u"DROP INDEX run_project"_s, u"ALTER TABLE run DROP COLUMN baseline"_s, u"DROP TABLE run_log"_s,
                                    u"DROP TABLE stamp"_s, u"ALTER TABLE project DROP COLUMN created_ms"_s, u"PRAGMA user_version = 1"_s})
            QVERIFY(database->run(back));
        QVERIFY(store::migrate(*database));
        QCOMPARE(*database->number(u"PRAGMA user_version"_s), store::schemaVersion());
        QCOMPARE(*database->number(u"SELECT id FROM run WHERE baseline = 0 AND task_name = 'smoke'"_s), 4);
        QVERIFY(database->run(u"INSERT INTO run_log (run, position, number, data) VALUES (4, 0, 1, x'00')"_s));
        QVERIFY(!database->run(u"INSERT INTO run_log (run, position, number, data) VALUES (5, 0, 1, x'00')"_s)); // no such run
    }

    void aFileOfVersionTwoTakesTheTimesItKnows()
    {
        const auto database = open();
        QVERIFY(store::migrate(*database));
        for (const QString &back : {u"DROP TABLE stamp"_s, u"ALTER TABLE project DROP COLUMN created_ms"_s, u"PRAGMA user_version = 2"_s,
                                    u"INSERT INTO project VALUES (3, 'Shop', '', 777, '[]', '{}')"_s,
                                    u"INSERT INTO directory VALUES (1, 3, 0, '{}')"_s, u"INSERT INTO test_case VALUES (9, 3, 0, '{}')"_s,
                                    u"INSERT INTO library VALUES (4, 3, 0, '{}')"_s, u"INSERT INTO task VALUES (5, 3, 0, '{}')"_s})
            QVERIFY(database->run(back));
        QVERIFY(store::migrate(*database));
        QCOMPARE(*database->number(u"SELECT created_ms FROM project WHERE id = 3"_s), 777);
        const std::pair<store::IdKind, int> held[] = {{store::IdKind::Directory, 1}, {store::IdKind::Case, 9},
                                                      {store::IdKind::Transaction, 4}, {store::IdKind::Task, 5}};
        for (const auto &[kind, id] : held)
            QCOMPARE(*database->number(u"SELECT count(*) FROM stamp WHERE kind = ? AND id = ? AND project = 3 AND created_ms = 777"
                                       " AND updated_ms = 777"_s, {int(kind), id}), 1);
        QVERIFY(database->run(u"DELETE FROM project"_s));
        QCOMPARE(*database->number(u"SELECT count(*) FROM stamp"_s), 0);
    }

    void aNewerFileIsRefusedUnharmed()
    {
        const auto database = open();
        QVERIFY(store::migrate(*database));
        QVERIFY(database->run(u"PRAGMA user_version = %1"_s.arg(store::schemaVersion() + 1)));
        const auto done = store::migrate(*database);
        QVERIFY(!done);
        QVERIFY(done.error().message.contains(u"newer version"_s));
        QCOMPARE(*database->number(u"PRAGMA user_version"_s), store::schemaVersion() + 1);
    }

    void anotherProgramsDatabaseIsRefusedUnharmed()
    {
        const auto database = open();
        QVERIFY(database->run(u"CREATE TABLE bookmarks (url TEXT)"_s));
        QVERIFY(!store::migrate(*database));
        QCOMPARE(*database->number(u"SELECT count(*) FROM sqlite_master"_s), 1);
    }

    void aFailedStepLeavesTheOldVersion()
    {
        const auto database = open();
        QVERIFY(database->run(u"PRAGMA application_id = %1"_s.arg(store::applicationId)));
        QVERIFY(database->run(u"CREATE TABLE task (x)"_s)); // in the way of version 1
        QVERIFY(!store::migrate(*database));
        QCOMPARE(*database->number(u"PRAGMA user_version"_s), 0);
        QCOMPARE(*database->number(u"SELECT count(*) FROM sqlite_master"_s), 1);
    }
};

QTEST_GUILESS_MAIN(TestMigrations)
#include "tst_migrations.moc"
