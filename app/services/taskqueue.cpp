#include "app/services/taskqueue.h"

#include "app/services/workspaceservice.h"
#include <algorithm>

namespace services {

using domain::RunStatus;

TaskQueue::TaskQueue(WorkspaceService &workspace, RunService &runs, Request request, QObject *parent)
    : QObject(parent), m_workspace(workspace), m_runs(runs), m_request(std::move(request))
{
    // Queued: the session that ended is still telling others so.
    connect(&m_runs, &RunService::ended, this, &TaskQueue::startNext, Qt::QueuedConnection);
}

const RunSession *TaskQueue::running() const
{
    const RunSession *session = m_runs.current();
    return session && !session->isEnded() ? session : nullptr;
}

domain::Result<> TaskQueue::check(const domain::Project &project, domain::TaskId task) const
{
    return RunService::check(m_request(project, task));
}

domain::Result<domain::RunId> TaskQueue::start(const domain::Project &project, domain::TaskId task)
{
    if (isUnderWay(task))
        return domain::fail(tr("The task is under way already."));
    if (auto checked = check(project, task); !checked)
        return tl::unexpected(checked.error());
    const Waiting waiting{project.id, task, m_workspace.reserveRunId()};
    if (running() || !m_waiting.isEmpty()) {
        m_waiting.append(waiting);
        return waiting.run;
    }
    if (auto started = startNow(project, waiting); !started)
        return tl::unexpected(started.error());
    return waiting.run;
}

domain::Result<> TaskQueue::startNow(const domain::Project &project, const Waiting &waiting)
{
    RunRequest request = m_request(project, waiting.task);
    request.reserved = waiting.run;
    const auto session = m_runs.start(request);
    return session ? domain::Result<>() : domain::Result<>(tl::unexpected(session.error()));
}

void TaskQueue::startNext()
{
    while (!running() && !m_waiting.isEmpty()) {
        const Waiting next = m_waiting.takeFirst();
        const auto *document = m_workspace.documentOf(next.project);
        if (!document)
            continue; // the project went meanwhile
        if (const auto started = startNow(document->project(), next); !started)
            emit failed(next.task, started.error().message);
    }
}

domain::RunId TaskQueue::stop(domain::TaskId task)
{
    const domain::RunId run = underWay(task);
    if (!run.isValid())
        return run;
    if (m_waiting.removeIf([task](const Waiting &waiting) { return waiting.task == task; }) == 0
        && m_runs.current()->record().status != RunStatus::Stopping) // a second stop would cut requests off
        m_runs.current()->stop();
    return run;
}

domain::RunId TaskQueue::underWay(domain::TaskId task) const
{
    if (const auto *session = running(); session && session->record().task == task)
        return session->record().id;
    const auto found = std::ranges::find(m_waiting, task, &Waiting::task);
    return found == m_waiting.end() ? domain::RunId() : found->run;
}

bool TaskQueue::isUnderWay(domain::ProjectId project) const
{
    const auto *session = running();
    return (session && session->record().project == project) || std::ranges::find(m_waiting, project, &Waiting::project) != m_waiting.end();
}

RunStatus TaskQueue::statusOf(domain::TaskId task) const
{
    if (std::ranges::find(m_waiting, task, &Waiting::task) != m_waiting.end())
        return RunStatus::Waiting;
    if (const auto *session = running(); session && session->record().task == task)
        return session->record().status == RunStatus::Waiting ? RunStatus::Running : session->record().status;
    for (const RunInfo &run : m_workspace.runs())
        if (run.task == task)
            return run.status;
    return RunStatus::Waiting;
}

domain::RunId TaskQueue::lastRun(domain::TaskId task) const
{
    if (const auto run = underWay(task); run.isValid())
        return run;
    for (const RunInfo &run : m_workspace.runs())
        if (run.task == task)
            return run.id;
    return {};
}

const RunSession *TaskQueue::session(domain::RunId run) const
{
    const auto *session = running();
    return session && session->record().id == run ? session : nullptr;
}

} // namespace services
