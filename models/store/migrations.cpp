#include "models/store/migrations.h"

#include <QCoreApplication>
#include <QSqlError>

namespace store {

using namespace Qt::StringLiterals;

namespace {

/// What lupdate takes the texts of this file under.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(store::Migrations)
};

/// What an older file holds was made and changed at the latest when its project last changed. The kinds are IdKind's.
QStringList stamping()
{
    QStringList statements{
        u"ALTER TABLE project ADD COLUMN created_ms INTEGER NOT NULL DEFAULT 0"_s,
        u"UPDATE project SET created_ms = modified_ms"_s,
        u"CREATE TABLE stamp (kind INTEGER NOT NULL, id INTEGER NOT NULL, project INTEGER NOT NULL REFERENCES project(id)"
        " ON DELETE CASCADE, created_ms INTEGER NOT NULL, updated_ms INTEGER NOT NULL, PRIMARY KEY (kind, id)) WITHOUT ROWID"_s,
        u"CREATE INDEX stamp_project ON stamp(project, kind)"_s,
    };
    const std::pair<int, QString> tables[] = {{1, u"directory"_s}, {2, u"test_case"_s}, {4, u"library"_s}, {5, u"task"_s}};
    for (const auto &[kind, table] : tables)
        statements << u"INSERT INTO stamp (kind, id, project, created_ms, updated_ms) SELECT %1, %2.id, project, modified_ms,"
                      " modified_ms FROM %2 JOIN project ON project.id = project"_s.arg(kind).arg(table);
    return statements;
}

/// Statements of each version. Written ones are never changed: a new version is a new list at the end.
QVector<QStringList> versions()
{
    const auto listTable = [](const QString &name, const QString &more = {}) {
        return u"CREATE TABLE %1 (id INTEGER PRIMARY KEY, project INTEGER NOT NULL REFERENCES project(id) ON DELETE CASCADE,"
               " position INTEGER NOT NULL, json TEXT NOT NULL%2)"_s.arg(name, more);
    };
    const auto listIndex = [](const QString &name) { return u"CREATE INDEX %1_project ON %1(project, position)"_s.arg(name); };
    return {{
        u"CREATE TABLE sequence (kind INTEGER PRIMARY KEY, last INTEGER NOT NULL)"_s,
        u"CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL)"_s,
        u"CREATE TABLE project (id INTEGER PRIMARY KEY, name TEXT NOT NULL, description TEXT NOT NULL,"
        " modified_ms INTEGER NOT NULL, environments TEXT NOT NULL, extra TEXT NOT NULL)"_s,
        listTable(u"directory"_s), listIndex(u"directory"_s),
        listTable(u"test_case"_s), listIndex(u"test_case"_s),
        listTable(u"variable"_s, u", secret TEXT"_s), listIndex(u"variable"_s),
        listTable(u"library"_s), listIndex(u"library"_s),
        listTable(u"task"_s), listIndex(u"task"_s),
        u"CREATE TABLE run (id INTEGER PRIMARY KEY, project INTEGER NOT NULL, task INTEGER NOT NULL, project_name TEXT NOT NULL,"
        " task_name TEXT NOT NULL, environment TEXT NOT NULL, started_ms INTEGER, ended_ms INTEGER, status INTEGER NOT NULL,"
        " parallel INTEGER NOT NULL, threads INTEGER NOT NULL, requests INTEGER NOT NULL DEFAULT 0,"
        " successes INTEGER NOT NULL DEFAULT 0, p95 INTEGER NOT NULL DEFAULT 0, tps REAL NOT NULL DEFAULT 0, totals BLOB)"_s,
        u"CREATE TABLE run_case (run INTEGER NOT NULL REFERENCES run(id) ON DELETE CASCADE, position INTEGER NOT NULL,"
        " head BLOB NOT NULL, totals BLOB, PRIMARY KEY (run, position)) WITHOUT ROWID"_s,
        u"CREATE TABLE run_second (run INTEGER NOT NULL REFERENCES run(id) ON DELETE CASCADE, position INTEGER NOT NULL,"
        " second INTEGER NOT NULL, data BLOB NOT NULL, PRIMARY KEY (run, position, second)) WITHOUT ROWID"_s,
    }, {
        u"CREATE TABLE run_log (run INTEGER NOT NULL REFERENCES run(id) ON DELETE CASCADE, position INTEGER NOT NULL,"
        " number INTEGER NOT NULL, data BLOB NOT NULL, PRIMARY KEY (run, position, number)) WITHOUT ROWID"_s,
        u"ALTER TABLE run ADD COLUMN baseline INTEGER NOT NULL DEFAULT 0"_s,
        u"CREATE INDEX run_project ON run(project, id)"_s,
    }, stamping()};
}

Result<> stepTo(Database &database, qsizetype version, const QStringList &statements)
{
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return tl::unexpected(transaction.error());
    // Another program may have done it between our look and our lock.
    const auto now = database.number(u"PRAGMA user_version"_s);
    if (!now)
        return tl::unexpected(now.error());
    if (*now >= version)
        return {};
    QStringList all = statements;
    all << u"PRAGMA application_id = %1"_s.arg(applicationId) << u"PRAGMA user_version = %1"_s.arg(version);
    for (const QString &statement : all) {
        if (const auto done = database.run(statement); !done)
            return done;
    }
    return transaction->commit();
}

} // namespace

int schemaVersion()
{
    return int(versions().size());
}

Result<> checkSchema(Database &database)
{
    const auto version = database.number(u"PRAGMA user_version"_s);
    const auto application = database.number(u"PRAGMA application_id"_s);
    const auto tables = database.number(u"SELECT count(*) FROM sqlite_master"_s);
    for (const auto *number : {&version, &application, &tables}) {
        if (!*number)
            return tl::unexpected(number->error());
    }
    if (*application != applicationId && (*tables > 0 || *application != 0))
        return domain::fail(Words::tr("“%1” is a database of another program, not a workspace.").arg(database.path()));
    if (*version > schemaVersion())
        return domain::fail(Words::tr("“%1” was written by a newer version of Crescendo (schema %2).").arg(database.path()).arg(*version));
    return {};
}

Result<> migrate(Database &database)
{
    if (const auto checked = checkSchema(database); !checked)
        return checked;
    if (const auto done = database.run(u"PRAGMA journal_mode=WAL"_s); !done)
        return done;
    const auto version = database.number(u"PRAGMA user_version"_s);
    if (!version)
        return tl::unexpected(version.error());
    const QVector<QStringList> all = versions();
    for (qsizetype next = *version; next < all.size(); ++next) {
        if (const auto done = stepTo(database, next + 1, all[next]); !done)
            return done;
    }
    return {};
}

} // namespace store
