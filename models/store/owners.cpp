// Questions over all projects of a workspace: whose is this id, and what do the projects carry along.
#include "models/store/workspace.h"

#include <QJsonDocument>

namespace store {

using namespace Qt::StringLiterals;

Result<domain::ProjectId> Workspace::projectOf(IdKind kind, int id)
{
    QString table;
    switch (kind) {
    case IdKind::Directory: table = u"directory"_s; break;
    case IdKind::Case: table = u"test_case"_s; break;
    case IdKind::Variable: table = u"variable"_s; break;
    case IdKind::Transaction: table = u"library"_s; break;
    case IdKind::Task: table = u"task"_s; break;
    default: return domain::ProjectId();
    }
    const auto project = m_database->number(u"SELECT project FROM %1 WHERE id = ?"_s.arg(table), {id});
    if (!project)
        return tl::unexpected(project.error());
    return domain::ProjectId{int(*project)};
}

Result<QHash<int, QJsonObject>> Workspace::projectExtras()
{
    auto query = m_database->select(u"SELECT id, extra FROM project"_s);
    if (!query)
        return tl::unexpected(query.error());
    QHash<int, QJsonObject> extras;
    while (query->next())
        extras.insert(query->value(0).toInt(), QJsonDocument::fromJson(query->value(1).toString().toUtf8()).object());
    return extras;
}

} // namespace store
