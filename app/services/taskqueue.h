// Starts and stops tasks of any project by id, for callers without a window. The engine runs one at a time: a task started
// meanwhile waits, with the number its run will have. GUI thread.
#pragma once

#include "app/services/runservice.h"
#include <functional>

namespace services {

class TaskQueue : public QObject
{
    Q_OBJECT

public:
    using Request = std::function<RunRequest(const domain::Project &project, domain::TaskId task)>;

    /// `request` fills in what a run needs beside project and task.
    TaskQueue(WorkspaceService &workspace, RunService &runs, Request request, QObject *parent = nullptr);

    /// Whether the task could run, without starting anything.
    domain::Result<> check(const domain::Project &project, domain::TaskId task) const;
    /// Starts it or lets it wait; the run's id. Fails when it is under way already.
    domain::Result<domain::RunId> start(const domain::Project &project, domain::TaskId task);
    /// Gracefully, as RunSession::stop(); one that waits is taken off. Not valid: it was not under way.
    domain::RunId stop(domain::TaskId task);

    bool isUnderWay(domain::TaskId task) const { return underWay(task).isValid(); }
    domain::RunId underWay(domain::TaskId task) const; ///< running, stopping or waiting
    bool isUnderWay(domain::ProjectId project) const;
    /// Waiting, Running or Stopping while under way, else how its last run ended; Waiting when it never ran.
    domain::RunStatus statusOf(domain::TaskId task) const;
    domain::RunId lastRun(domain::TaskId task) const; ///< under way or ended; not valid: it never ran
    const RunSession *session(domain::RunId run) const; ///< while it is under way

signals:
    /// A task that waited could not start after all.
    void failed(domain::TaskId task, const QString &why);

private:
    struct Waiting
    {
        domain::ProjectId project;
        domain::TaskId task;
        domain::RunId run;
    };

    const RunSession *running() const;
    void startNext();

    WorkspaceService &m_workspace;
    RunService &m_runs;
    Request m_request;
    QVector<Waiting> m_waiting;
};

} // namespace services
