#include "models/store/database.h"

#include <QAtomicInt>
#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlError>
#include <QUrl>

namespace store {

using namespace Qt::StringLiterals;

namespace {

/// What lupdate takes the texts of this file under.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(store::Database)
};

QString freshName()
{
    static QAtomicInt next;
    return u"crescendo-%1"_s.arg(next.fetchAndAddRelaxed(1));
}

bool connect(const QString &name, const QString &path, const QString &options)
{
    QSqlDatabase connection = QSqlDatabase::addDatabase(u"QSQLITE"_s, name);
    connection.setDatabaseName(path);
    connection.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=5000;"_s + options);
    if (!connection.open())
        return false;
    // SQLite opens lazily: a file it cannot use shows itself at the first reading only.
    return QSqlQuery(connection).exec(u"SELECT count(*) FROM sqlite_master"_s);
}

void disconnect(const QString &name)
{
    QSqlDatabase::database(name, false).close();
    QSqlDatabase::removeDatabase(name);
}

} // namespace

Result<std::unique_ptr<Database>> Database::open(const QString &path, Access access)
{
    const QFileInfo info(path);
    if (info.isDir())
        return domain::fail(Words::tr("“%1” is a folder, not a workspace file.").arg(path));
    if (access == Access::ReadOnly && !info.exists())
        return domain::fail(Words::tr("There is no workspace file “%1”.").arg(path));
    if (!info.exists()) {
        // Made here and not by SQLite: what requests hold is nobody else's to read, not even for a moment.
        QFile file(path);
        if (!file.open(QFile::NewOnly | QFile::WriteOnly, QFile::ReadOwner | QFile::WriteOwner))
            return domain::fail(Words::tr("“%1” cannot be made: %2.").arg(path, file.errorString()));
    }

    std::unique_ptr<Database> database(new Database(path, freshName()));
    bool opened = connect(database->m_name, path, access == Access::ReadOnly ? u"QSQLITE_OPEN_READONLY"_s : QString());
    if (!opened && access == Access::ReadOnly && !QFileInfo::exists(path + u"-wal"_s)) {
        // In a folder that cannot be written SQLite finds no place for its index; without a log it needs none.
        disconnect(database->m_name);
        const QString uri = u"file:"_s + QString::fromLatin1(QUrl::toPercentEncoding(info.absoluteFilePath(), "/")) + u"?immutable=1"_s;
        opened = connect(database->m_name, uri, u"QSQLITE_OPEN_READONLY;QSQLITE_OPEN_URI"_s);
    }
    if (!opened) {
        const QSqlError error = QSqlDatabase::database(database->m_name, false).lastError();
        const QString why = error.databaseText().isEmpty() ? Words::tr("it is not a database or is damaged") : error.databaseText();
        return domain::fail(Words::tr("“%1” cannot be read as a workspace: %2.").arg(path, why));
    }
    if (access == Access::ReadWrite) {
        for (const auto &pragma : {u"PRAGMA synchronous=NORMAL"_s, u"PRAGMA foreign_keys=ON"_s}) {
            if (const auto done = database->run(pragma); !done)
                return tl::unexpected(done.error());
        }
    }
    return database;
}

Database::~Database()
{
    disconnect(m_name);
}

domain::Error Database::sentence(const QSqlError &error) const
{
    const QString why = error.databaseText().isEmpty() ? error.driverText() : error.databaseText();
    return {Words::tr("The workspace “%1” could not be used: %2.").arg(m_path, why)};
}

Result<QSqlQuery> Database::select(const QString &sql, const QVariantList &values)
{
    QSqlQuery query(QSqlDatabase::database(m_name, false));
    query.setForwardOnly(true);
    if (!query.prepare(sql))
        return tl::unexpected(sentence(query.lastError()));
    for (const QVariant &value : values)
        query.addBindValue(value);
    if (!query.exec())
        return tl::unexpected(sentence(query.lastError()));
    return query;
}

Result<> Database::run(const QString &sql, const QVariantList &values)
{
    if (auto query = select(sql, values); !query)
        return tl::unexpected(query.error());
    return {};
}

Result<qint64> Database::number(const QString &sql, const QVariantList &values)
{
    auto query = select(sql, values);
    if (!query)
        return tl::unexpected(query.error());
    return query->next() ? query->value(0).toLongLong() : 0;
}

Result<Transaction> Transaction::begin(Database &database)
{
    if (const auto done = database.run(u"BEGIN IMMEDIATE"_s); !done)
        return tl::unexpected(done.error());
    return Transaction(database);
}

Transaction::~Transaction()
{
    if (m_database)
        (void)m_database->run(u"ROLLBACK"_s);
}

Result<> Transaction::commit()
{
    const auto done = m_database->run(u"COMMIT"_s);
    if (done)
        m_database = nullptr; // else the destructor rolls back
    return done;
}

} // namespace store
