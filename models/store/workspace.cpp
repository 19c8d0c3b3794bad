#include "models/store/workspace.h"
#include "models/domain/projectjson.h"
#include "models/store/filelock.h"
#include "models/store/migrations.h"
#include "models/store/rows.h"
#include "models/store/runstore.h"
#include "models/store/sequence.h"
#include "models/store/stamps.h"
#include <QCoreApplication>

namespace store {

using namespace Qt::StringLiterals;

Workspace::Workspace(std::unique_ptr<Database> database, std::unique_ptr<FileLock> lock, Clock clock)
    : m_lock(std::move(lock)), m_database(std::move(database)), m_clock(clock ? std::move(clock) : Clock(QDateTime::currentMSecsSinceEpoch))
{
}

Workspace::~Workspace() = default;

Result<std::unique_ptr<Workspace>> Workspace::open(const QString &path, Clock clock)
{
    auto lock = FileLock::take(path);
    if (!lock)
        return tl::unexpected(lock.error());
    auto database = Database::open(path, Database::Access::ReadWrite);
    if (!database)
        return tl::unexpected(database.error());
    if (const auto done = migrate(**database); !done)
        return tl::unexpected(done.error());
    if (const auto done = sealOldValues(**database); !done)
        return tl::unexpected(done.error());
    if (const auto done = RunStore::markKilledRuns(**database); !done)
        return tl::unexpected(done.error());
    return std::unique_ptr<Workspace>(new Workspace(std::move(*database), std::move(*lock), std::move(clock)));
}

Result<std::unique_ptr<Workspace>> Workspace::openReadOnly(const QString &path)
{
    auto database = Database::open(path, Database::Access::ReadOnly);
    if (!database)
        return tl::unexpected(database.error());
    if (const auto done = checkSchema(**database); !done)
        return tl::unexpected(done.error());
    return std::unique_ptr<Workspace>(new Workspace(std::move(*database), nullptr, {}));
}

Result<> Workspace::touch(domain::ProjectId project)
{
    return m_database->run(u"UPDATE project SET modified_ms = ? WHERE id = ?"_s,
                           {m_clock(), project.value});
}

Result<> Workspace::putRow(const QString &table, domain::ProjectId project, const Row &row)
{
    auto transaction = Transaction::begin(*m_database);
    if (!transaction)
        return tl::unexpected(transaction.error());
    const auto position = m_database->number(
        u"SELECT coalesce((SELECT position FROM %1 WHERE id = ?), (SELECT max(position) + 1 FROM %1 WHERE project = ?), 0)"_s.arg(table),
        {row.id, project.value});
    if (!position)
        return tl::unexpected(position.error());
    if (const auto done = noteWrite(*m_database, table, project, row, m_clock()); !done)
        return done;
    if (const auto done = insertRow(*m_database, table, project, row, int(*position)); !done)
        return done;
    if (table == "variable"_L1)
        if (const auto done = resealEnvironments(*m_database, project); !done)
            return done;
    if (const auto done = touch(project); !done)
        return done;
    return transaction->commit();
}

Result<> Workspace::putList(const QString &table, domain::ProjectId project, const QVector<Row> &rows)
{
    auto transaction = Transaction::begin(*m_database);
    if (!transaction)
        return tl::unexpected(transaction.error());
    if (const auto done = insertList(*m_database, table, project, rows, m_clock()); !done)
        return done;
    if (table == "variable"_L1)
        if (const auto done = resealEnvironments(*m_database, project); !done)
            return done;
    if (const auto done = touch(project); !done)
        return done;
    return transaction->commit();
}

Result<> Workspace::removeRow(const QString &table, int id)
{
    auto transaction = Transaction::begin(*m_database);
    if (!transaction)
        return tl::unexpected(transaction.error());
    const auto project = m_database->number(u"SELECT project FROM %1 WHERE id = ?"_s.arg(table), {id});
    if (!project)
        return tl::unexpected(project.error());
    if (const auto done = m_database->run(u"DELETE FROM %1 WHERE id = ?"_s.arg(table), {id}); !done)
        return done;
    if (const auto done = touch({int(*project)}); !done)
        return done;
    return transaction->commit();
}

Result<> Workspace::putCase(domain::ProjectId project, const domain::TestCase &testCase)
{
    return putRow(u"test_case"_s, project, rowOf(testCase));
}

Result<> Workspace::putDirectory(domain::ProjectId project, const domain::Directory &directory)
{
    return putRow(u"directory"_s, project, rowOf(directory));
}

Result<> Workspace::putTask(domain::ProjectId project, const domain::Task &task)
{
    return putRow(u"task"_s, project, rowOf(task));
}

Result<> Workspace::putTransaction(domain::ProjectId project, const domain::Transaction &transaction)
{
    return putRow(u"library"_s, project, rowOf(transaction));
}

Result<> Workspace::putVariable(domain::ProjectId project, const domain::Variable &variable)
{
    return putRow(u"variable"_s, project, rowOf(variable));
}

Result<> Workspace::putDirectories(domain::ProjectId project, const QVector<domain::Directory> &directories)
{
    return putList(u"directory"_s, project, rowsOf(directories));
}

Result<> Workspace::putVariables(domain::ProjectId project, const QVector<domain::Variable> &variables)
{
    return putList(u"variable"_s, project, rowsOf(variables));
}

Result<> Workspace::putEnvironments(domain::ProjectId project, const QVector<domain::Environment> &environments)
{
    if (const auto done = writeEnvironments(*m_database, project, environments); !done)
        return done;
    return touch(project);
}

Result<> Workspace::putProjectHead(const domain::Project &project)
{
    return m_database->run(u"UPDATE project SET name = ?, description = ?, extra = ?, modified_ms = ? WHERE id = ?"_s,
                           {text(project.name), text(project.description), jsonText(project.extra),
                            m_clock(), project.id.value});
}

Result<> Workspace::removeCase(domain::CaseId id)
{
    return removeRow(u"test_case"_s, id.value);
}

Result<> Workspace::removeDirectory(domain::DirectoryId id)
{
    return removeRow(u"directory"_s, id.value);
}

Result<> Workspace::removeTask(domain::TaskId id)
{
    return removeRow(u"task"_s, id.value);
}

Result<> Workspace::removeTransaction(domain::TransactionId id)
{
    return removeRow(u"library"_s, id.value);
}

Result<> Workspace::removeVariable(domain::VariableId id)
{
    return removeRow(u"variable"_s, id.value);
}

Result<> Workspace::removeProject(domain::ProjectId id)
{
    auto transaction = Transaction::begin(*m_database);
    if (!transaction)
        return tl::unexpected(transaction.error());
    const auto running = m_database->number(u"SELECT count(*) FROM run WHERE project = ? AND status IN (0, 1, 5, 9)"_s, {id.value});
    if (!running)
        return tl::unexpected(running.error());
    if (*running > 0)
        return domain::fail(QCoreApplication::translate("store::Workspace", "A run of this project is under way: stop it before the project is deleted."));
    // Finished reports stay readable until their project goes, and go with it.
    for (const QString &sql : {u"DELETE FROM run WHERE project = ?"_s, u"DELETE FROM project WHERE id = ?"_s})
        if (const auto done = m_database->run(sql, {id.value}); !done)
            return done;
    return transaction->commit();
}

Result<int> Workspace::nextId(IdKind kind)
{
    auto transaction = Transaction::begin(*m_database);
    if (!transaction)
        return tl::unexpected(transaction.error());
    const auto id = takeId(*m_database, kind);
    if (!id)
        return id;
    if (const auto done = transaction->commit(); !done)
        return tl::unexpected(done.error());
    return id;
}

Result<QString> Workspace::setting(const QString &key)
{
    auto query = m_database->select(u"SELECT value FROM setting WHERE name = ?"_s, {key});
    if (!query)
        return tl::unexpected(query.error());
    return query->next() ? query->value(0).toString() : QString();
}

Result<> Workspace::setSetting(const QString &key, const QString &value)
{
    return m_database->run(u"INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)"_s, {key, text(value)});
}

} // namespace store
