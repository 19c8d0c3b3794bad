#include "models/store/stamps.h"

#include "models/store/workspace.h"
#include <QJsonDocument>
#include <algorithm>

namespace store {

using namespace Qt::StringLiterals;

namespace {

std::optional<IdKind> stampedKind(const QString &table)
{
    if (table == "directory"_L1)
        return IdKind::Directory;
    if (table == "test_case"_L1)
        return IdKind::Case;
    if (table == "library"_L1)
        return IdKind::Transaction;
    if (table == "task"_L1)
        return IdKind::Task;
    return std::nullopt;
}

QJsonObject withoutPlace(const QString &json)
{
    QJsonObject object = QJsonDocument::fromJson(json.toUtf8()).object();
    object.remove("sort"_L1);
    return object;
}

/// Parses only where the first difference says that it may be so: a case of many cards is written with every key typed.
bool differsInPlaceOnly(const QString &before, const QString &after)
{
    auto at = std::ranges::mismatch(before, after).in1 - before.cbegin();
    while (at > 0 && before[at - 1].isDigit())
        --at;
    return QStringView(before).left(at).endsWith("\"sort\":"_L1) && withoutPlace(before) == withoutPlace(after);
}

} // namespace

Result<> noteWrite(Database &database, const QString &table, domain::ProjectId project, const Row &row, qint64 now)
{
    const auto kind = stampedKind(table);
    if (!kind)
        return {};
    auto query = database.select(u"SELECT json FROM %1 WHERE id = ?"_s.arg(table), {row.id});
    if (!query)
        return tl::unexpected(query.error());
    if (query->next()) {
        const QString before = query->value(0).toString();
        if (before == row.json || differsInPlaceOnly(before, row.json))
            return {};
    }
    query->finish();
    return database.run(u"INSERT INTO stamp (kind, id, project, created_ms, updated_ms) VALUES (?, ?, ?, ?, ?)"
                        " ON CONFLICT (kind, id) DO UPDATE SET updated_ms = excluded.updated_ms"_s,
                        {int(*kind), row.id, project.value, now, now});
}

Result<QHash<int, Stamps>> Workspace::stamps(IdKind kind, domain::ProjectId project)
{
    auto query = m_database->select(u"SELECT id, created_ms, updated_ms FROM stamp WHERE project = ? AND kind = ?"_s,
                                    {project.value, int(kind)});
    if (!query)
        return tl::unexpected(query.error());
    QHash<int, Stamps> all;
    while (query->next())
        all.insert(query->value(0).toInt(), {QDateTime::fromMSecsSinceEpoch(query->value(1).toLongLong(), Qt::UTC),
                                             QDateTime::fromMSecsSinceEpoch(query->value(2).toLongLong(), Qt::UTC)});
    return all;
}

} // namespace store
