// Whole projects: reading one, taking in a new one with ids of its own, putting one in place of another.
#include "models/store/rows.h"
#include "models/store/seal.h"
#include "models/store/sequence.h"
#include "models/store/workspace.h"

#include <QCoreApplication>
#include <QHash>
#include <QJsonDocument>
#include <QSet>

namespace store {

using namespace Qt::StringLiterals;

namespace {

/// What lupdate takes the texts of this file under.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(store::Workspace)
};

template <class T, class Read>
Result<QVector<T>> readList(Database &database, const QString &table, domain::ProjectId project, Read read)
{
    auto query = database.select(u"SELECT * FROM %1 WHERE project = ? ORDER BY position, id"_s.arg(table), {project.value});
    if (!query)
        return tl::unexpected(query.error());
    QVector<T> all;
    while (query->next()) {
        const QByteArray json = query->value(u"json"_s).toString().toUtf8();
        Result<T> one = read(QJsonDocument::fromJson(json).object());
        if (!one)
            return domain::fail(Words::tr("“%1” is damaged at %2 %3: %4")
                                    .arg(database.path(), table, query->value(u"id"_s).toString(), one.error().message));
        if constexpr (std::is_same_v<T, domain::Variable>) {
            // Without its key a value is as if it had never been given: whoever runs the case is asked for it.
            if (const auto secret = unseal(database.path(), query->value(u"secret"_s).toString()))
                one->values = QJsonDocument::fromJson(secret->toUtf8()).array();
        }
        all.append(std::move(*one));
    }
    return all;
}

/// Gives ids to the things of one kind and says which old id became which: only one never given before may stay.
template <class T> Result<QHash<int, int>> settle(Database &database, IdKind kind, QVector<T> &all)
{
    const auto last = database.number(u"SELECT last FROM sequence WHERE kind = ?"_s, {int(kind)});
    if (!last)
        return tl::unexpected(last.error());
    QHash<int, int> became;
    QSet<int> kept;
    int highest = 0;
    QVector<T *> without;
    for (T &one : all) {
        const int id = one.id.value;
        if (id > *last && !kept.contains(id)) {
            kept.insert(id);
            became.insert(id, id);
            highest = std::max(highest, id);
        } else {
            without.append(&one);
        }
    }
    if (highest > 0) {
        if (const auto noted = noteId(database, kind, highest); !noted)
            return tl::unexpected(noted.error());
    }
    for (T *one : without) {
        const auto id = takeId(database, kind);
        if (!id)
            return tl::unexpected(id.error());
        if (one->id.isValid() && !became.contains(one->id.value))
            became.insert(one->id.value, *id);
        one->id.value = *id;
    }
    return became;
}

void follow(QVector<domain::Step> &steps, const QHash<int, int> &transactions)
{
    for (domain::Step &step : steps) {
        step.transaction.value = transactions.value(step.transaction.value, step.transaction.value);
        follow(step.children, transactions);
        follow(step.elseChildren, transactions);
        for (auto &branch : step.branches)
            follow(branch, transactions);
    }
}

Result<> settleIds(Database &database, domain::Project &project)
{
    const auto directories = settle(database, IdKind::Directory, project.directories);
    const auto cases = settle(database, IdKind::Case, project.cases);
    const auto variables = settle(database, IdKind::Variable, project.variables);
    const auto transactions = settle(database, IdKind::Transaction, project.transactions);
    const auto tasks = settle(database, IdKind::Task, project.tasks);
    for (const auto *map : {&directories, &cases, &variables, &transactions, &tasks}) {
        if (!*map)
            return tl::unexpected(map->error());
    }
    for (domain::Directory &directory : project.directories)
        directory.parent.value = directories->value(directory.parent.value, 0);
    for (domain::TestCase &testCase : project.cases) {
        testCase.directory.value = directories->value(testCase.directory.value, 0);
        follow(testCase.steps, *transactions);
        follow(testCase.setupSteps, *transactions);
    }
    for (domain::Transaction &transaction : project.transactions)
        follow(transaction.steps, *transactions);
    for (domain::Task &task : project.tasks) {
        for (domain::CaseId &id : task.cases)
            id.value = cases->value(id.value, id.value);
    }
    QVector<domain::Project> itself{domain::Project()};
    itself[0].id = project.id;
    if (const auto done = settle(database, IdKind::Project, itself); !done)
        return tl::unexpected(done.error());
    project.id = itself[0].id;
    return {};
}

} // namespace

Result<QVector<ProjectEntry>> Workspace::projects()
{
    auto query = m_database->select(u"SELECT id, name, description, modified_ms, created_ms FROM project ORDER BY name COLLATE NOCASE, id"_s);
    if (!query)
        return tl::unexpected(query.error());
    QVector<ProjectEntry> all;
    while (query->next())
        all.append({{query->value(0).toInt()}, query->value(1).toString(), query->value(2).toString(),
                    QDateTime::fromMSecsSinceEpoch(query->value(3).toLongLong(), Qt::UTC),
                    QDateTime::fromMSecsSinceEpoch(query->value(4).toLongLong(), Qt::UTC)});
    return all;
}

Result<domain::Project> Workspace::loadProject(domain::ProjectId id)
{
    domain::Project project;
    project.id = id;
    auto query = m_database->select(u"SELECT name, description, environments, extra FROM project WHERE id = ?"_s, {id.value});
    if (!query)
        return tl::unexpected(query.error());
    if (!query->next())
        return domain::fail(Words::tr("There is no project %1 in “%2”.").arg(id.value).arg(path()));
    project.name = query->value(0).toString();
    project.description = query->value(1).toString();
    project.environments = environmentsFrom(query->value(2).toString(), path());
    project.extra = QJsonDocument::fromJson(query->value(3).toString().toUtf8()).object();

    auto directories = readList<domain::Directory>(*m_database, u"directory"_s, id, domain::directoryFromJson);
    auto cases = readList<domain::TestCase>(*m_database, u"test_case"_s, id, domain::testCaseFromJson);
    auto variables = readList<domain::Variable>(*m_database, u"variable"_s, id, domain::variableFromJson);
    auto transactions = readList<domain::Transaction>(*m_database, u"library"_s, id, domain::transactionFromJson);
    auto tasks = readList<domain::Task>(*m_database, u"task"_s, id, domain::taskFromJson);
    if (!directories)
        return tl::unexpected(directories.error());
    if (!cases)
        return tl::unexpected(cases.error());
    if (!variables)
        return tl::unexpected(variables.error());
    if (!transactions)
        return tl::unexpected(transactions.error());
    if (!tasks)
        return tl::unexpected(tasks.error());
    project.directories = std::move(*directories);
    project.cases = std::move(*cases);
    project.variables = std::move(*variables);
    project.transactions = std::move(*transactions);
    project.tasks = std::move(*tasks);
    return project;
}

Result<> Workspace::saveNewProject(domain::Project &project)
{
    auto transaction = Transaction::begin(*m_database);
    if (!transaction)
        return tl::unexpected(transaction.error());
    domain::Project settled = project;
    if (const auto done = settleIds(*m_database, settled); !done)
        return done;
    const auto environments = environmentsText(settled.environments, path(), sensitiveNames(settled.variables));
    if (!environments)
        return tl::unexpected(environments.error());
    const qint64 now = m_clock();
    const auto made = m_database->run(
        u"INSERT INTO project (id, name, description, modified_ms, environments, extra, created_ms) VALUES (?, ?, ?, ?, ?, ?, ?)"_s,
        {settled.id.value, text(settled.name), text(settled.description), now, *environments, jsonText(settled.extra), now});
    if (!made)
        return made;
    if (const auto done = insertContents(*m_database, settled, now); !done)
        return done;
    if (const auto done = transaction->commit(); !done)
        return done;
    project = std::move(settled);
    return {};
}

Result<> Workspace::replaceProject(const domain::Project &project)
{
    auto transaction = Transaction::begin(*m_database);
    if (!transaction)
        return tl::unexpected(transaction.error());
    if (const auto done = putProjectHead(project); !done)
        return done;
    if (const auto done = insertContents(*m_database, project, m_clock()); !done)
        return done;
    if (const auto done = putEnvironments(project.id, project.environments); !done)
        return done;
    return transaction->commit();
}

} // namespace store
