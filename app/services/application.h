// Composition root: builds the services in order and owns them. One a process; GUI thread.
#pragma once

#include "app/services/apiservice.h"
#include "app/services/demoservice.h"
#include "app/services/fulllinkservice.h"
#include "app/services/importbook.h"
#include "app/services/runservice.h"
#include "app/services/settings.h"
#include "app/services/taskqueue.h"
#include "app/services/workspaceservice.h"

namespace services {

class Application : public QObject
{
    Q_OBJECT

public:
    /// Edits and heartbeats get their times from `clock`; without one it is this computer's.
    explicit Application(const QString &settingsFile = {}, QObject *parent = nullptr, store::Clock clock = {});

    /// Opens the workspace (empty: the default one). With `sample`, starts the demo target and opens the sample project.
    domain::Result<> open(const QString &workspace = {}, bool sample = false);

    QString workspacePath() const; ///< of the workspace opened when none is named

    /// Starts the demo target and opens the sample project, adding it when this workspace has none.
    domain::Result<> openSample();

    Settings &settings() { return m_settings; }
    WorkspaceService &workspace() { return m_workspace; }
    RunService &runs() { return m_runs; }
    DemoService &demo() { return m_demo; }
    TaskQueue &tasks() { return m_tasks; }
    FullLinkService &fullLink() { return m_fullLink; }
    ImportBook &imports() { return m_imports; }
    ApiService &api() { return m_api; }
    /// A request for the open project; `base` aims at the demo target while that runs and the project is the sample.
    RunRequest requestFor(const QVector<domain::CaseId> &cases, domain::TaskId task = {}, const QString &environment = {});
    RunRequest requestFor(const domain::Project &project, domain::TaskId task); ///< of any project

private:
    Settings m_settings;
    WorkspaceService m_workspace;
    RunService m_runs;
    DemoService m_demo;
    TaskQueue m_tasks;
    FullLinkService m_fullLink;
    ImportBook m_imports;
    ApiService m_api;
};

} // namespace services
