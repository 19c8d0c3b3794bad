// The projects that are not open in the window: their documents, made when somebody edits them, written through like the
// open one's.
#include "app/services/workspaceservice.h"

#include <algorithm>

namespace services {

using document::NodeRef;

namespace {

constexpr int mostSteps = 100;
constexpr size_t mostOthers = 4; ///< documents kept; a project of a thousand cases is some megabytes

} // namespace

document::ProjectDocument *WorkspaceService::documentOf(domain::ProjectId id)
{
    if (!m_store || !id.isValid())
        return nullptr;
    if (currentProject() == id)
        return &m_document;
    const auto found = std::ranges::find_if(m_others, [id](const auto &other) { return other->project().id == id; });
    if (found != m_others.end()) {
        std::rotate(m_others.begin(), found, found + 1);
        return m_others.front().get();
    }
    auto project = m_store->loadProject(id);
    if (!project)
        return nullptr;
    if (m_others.size() == mostOthers)
        m_others.pop_back();
    m_others.insert(m_others.begin(), std::make_unique<document::ProjectDocument>(std::move(*project), idSource()));
    m_others.front()->undoStack().setUndoLimit(mostSteps); // only who edits it now can take steps back; opening it begins anew
    writeThrough(*m_others.front());
    return m_others.front().get();
}

domain::ProjectId WorkspaceService::ownerOf(NodeRef node) const
{
    return m_store ? m_store->projectOf(idKind(node.kind), node.value).value_or(domain::ProjectId()) : domain::ProjectId();
}

QHash<int, Stamps> WorkspaceService::stamps(NodeRef::Kind kind, domain::ProjectId project) const
{
    return m_store ? m_store->stamps(idKind(kind), project).value_or(QHash<int, Stamps>()) : QHash<int, Stamps>();
}

QHash<int, QJsonObject> WorkspaceService::projectExtras() const
{
    return m_store ? m_store->projectExtras().value_or(QHash<int, QJsonObject>()) : QHash<int, QJsonObject>();
}

domain::RunId WorkspaceService::reserveRunId()
{
    return {m_store ? m_store->nextId(store::IdKind::Run).value_or(0) : 0};
}

domain::Result<domain::RunRecord> WorkspaceService::loadRunHead(domain::RunId id) const
{
    if (!m_runs)
        return domain::fail(tr("No workspace is open."));
    return m_runs->loadRunHead(id);
}

} // namespace services
