// The file under the workspace: what is wrong with it is one sentence that names it, and it stays as it was.
#include "models/store/runstore.h"
#include "models/store/workspace.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

using namespace Qt::StringLiterals;
using store::Database;

class TestDatabase : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    QString path() const { return m_dir.filePath(QString::fromLatin1(QTest::currentTestFunction()) + u".db"_s); }

    static QByteArray bytesOf(const QString &path)
    {
        QFile file(path);
        return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
    }

    static bool isOneSentence(const QString &text, const QString &path)
    {
        return text.contains(path) && text.endsWith(u'.') && !text.endsWith(u".."_s) && !text.contains(u'\n');
    }

private slots:
    void aFileCutInTheMiddleIsRefusedInOneSentence()
    {
        {
            auto workspace = store::Workspace::open(path());
            QVERIFY(workspace);
            for (int i = 0; i < 300; ++i)
                QVERIFY((*workspace)->setSetting(u"key%1"_s.arg(i), QString(200, u'x')));
        }
        QFile file(path());
        QVERIFY(file.resize(file.size() / 2));
        QVERIFY(file.open(QFile::ReadWrite));
        QVERIFY(file.seek(4096)); // and a page of noise
        file.write(QByteArray(4096, '\x5a'));
        file.close();
        const auto opened = store::Workspace::open(path());
        if (opened) { // SQLite reads what is whole; the damage shows where it is
            const auto all = (*opened)->projects();
            const auto read = (*opened)->setting(u"key299"_s);
            QVERIFY(!all || !read);
            QVERIFY(isOneSentence((!all ? all.error() : read.error()).message, path()));
        } else {
            QVERIFY2(isOneSentence(opened.error().message, path()), qPrintable(opened.error().message));
        }
    }

    void aNewerWorkspaceIsRefusedUnharmed()
    {
        {
            auto workspace = store::Workspace::open(path());
            QVERIFY(workspace);
        }
        {
            auto database = Database::open(path(), Database::Access::ReadWrite);
            QVERIFY((*database)->run(u"PRAGMA user_version = 1000"_s));
        }
        const QByteArray before = bytesOf(path());
        QVERIFY(!before.isEmpty());
        for (int i = 0; i < 2; ++i) {
            const auto opened = store::Workspace::open(path());
            QVERIFY(!opened);
            QVERIFY(opened.error().message.contains(u"newer"_s));
            QVERIFY(isOneSentence(opened.error().message, path()));
        }
        QVERIFY(!store::RunStore::open(path()));
        QVERIFY(!store::Workspace::openReadOnly(path()));
        QCOMPARE(bytesOf(path()), before);
    }

    void aTransactionThatIsNotCommittedLeavesNothing()
    {
        auto database = Database::open(path(), Database::Access::ReadWrite);
        QVERIFY(database);
        QVERIFY((*database)->run(u"CREATE TABLE t (x)"_s));
        {
            auto transaction = store::Transaction::begin(**database);
            QVERIFY(transaction);
            QVERIFY((*database)->run(u"INSERT INTO t VALUES (1)"_s));
        }
        QCOMPARE(*(*database)->number(u"SELECT count(*) FROM t"_s), 0);
        auto transaction = store::Transaction::begin(**database);
        QVERIFY((*database)->run(u"INSERT INTO t VALUES (1)"_s));
        QVERIFY(transaction->commit());
        QCOMPARE(*(*database)->number(u"SELECT count(*) FROM t"_s), 1);
    }

    void aFileThatVanishedIsNotMadeAnewByReading()
    {
        QVERIFY(!Database::open(path(), Database::Access::ReadOnly));
        QVERIFY(!QFile::exists(path()));
        QVERIFY(!store::RunStore::openReadOnly(path()));
    }
};

QTEST_GUILESS_MAIN(TestDatabase)
#include "tst_database.moc"
