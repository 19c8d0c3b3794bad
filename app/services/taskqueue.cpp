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
    const auto prepared = RunService::prepare(m_request(project, task));
    return prepared ? domain::Result<>() : domain::Result<>(tl::unexpected(prepared.error()));
}

domain::Result<domain::RunId> TaskQueue::start(const domain::Project &project, domain::TaskId task)
{
    if (isUnderWay(task))
        return domain::fail(tr("The task is under way already."));
    auto prepared = RunService::prepare(m_request(project, task));
    if (!prepared)
        return tl::unexpected(prepared.error());
    const Waiting waiting{project.id, task, m_workspace.reserveRunId()};
    if (running() || !m_waiting.isEmpty()) {
        m_waiting.append(waiting);
        return waiting.run;
    }
    prepared->request.reserved = waiting.run;
    if (auto started = m_runs.start(std::move(*prepared)); !started)
        return tl::unexpected(started.error());
    return waiting.run;
}

void TaskQueue::startNext()
{
    while (!running() && !m_waiting.isEmpty()) {
        const Waiting next = m_waiting.takeFirst();
        const auto *document = m_workspace.documentOf(next.project);
        if (!document)
            continue; // the project went meanwhile
        RunRequest request = m_request(document->project(), next.task);
        request.reserved = next.run;
        if (const auto started = m_runs.start(std::move(request)); !started)
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
