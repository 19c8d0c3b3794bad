#include "app/services/application.h"

#include <QFileInfo>

namespace services {

using namespace Qt::StringLiterals;

namespace {

const QString sampleSetting = u"sample_project"_s; // id of the sample project in this workspace
const QString lastSetting = u"last_project"_s;

} // namespace

Application::Application(const QString &settingsFile, QObject *parent, store::Clock clock)
    : QObject(parent), m_settings(settingsFile), m_workspace(nullptr, clock), m_runs(&m_workspace),
      m_tasks(m_workspace, m_runs, [this](const domain::Project &project, domain::TaskId task) { return requestFor(project, task); }),
      m_fullLink(m_workspace, std::move(clock)), m_api(QFileInfo(m_settings.file()).absolutePath() + u"/api.json"_s)
{
    connect(&m_workspace, &WorkspaceService::importBegan, &m_imports, &ImportBook::begin);
    connect(&m_workspace, &WorkspaceService::importEnded, &m_imports, &ImportBook::end);
    connect(&m_workspace, &WorkspaceService::projectOpened, this, [this](domain::ProjectId id) {
        if (id.isValid())
            m_workspace.setSetting(lastSetting, QString::number(id.value));
    });
}

QString Application::workspacePath() const
{
    const QString chosen = m_settings.workspace();
    return chosen.isEmpty() ? WorkspaceService::defaultPath() : chosen;
}

domain::Result<> Application::open(const QString &workspace, bool sample)
{
    if (auto opened = m_workspace.open(workspace.isEmpty() ? workspacePath() : workspace); !opened)
        return opened;
    m_settings.addRecent(m_workspace.path());
    const auto projects = m_workspace.projects();
    const auto known = [&](int id) { return std::ranges::any_of(projects, [id](const auto &p) { return p.id.value == id; }); };
    if (!sample) {
        const int last = m_workspace.setting(lastSetting).toInt();
        return known(last) && m_settings.openLastProject() ? m_workspace.openProject({last}) : domain::Result<>();
    }
    return openSample();
}

domain::Result<> Application::openSample()
{
    const auto projects = m_workspace.projects();
    const auto known = [&](int wanted) { return std::ranges::any_of(projects, [wanted](const auto &p) { return p.id.value == wanted; }); };
    int id = m_workspace.setting(sampleSetting).toInt();
    if (!known(id)) {
        const auto added = m_workspace.addSample();
        if (!added)
            return tl::unexpected(added.error());
        id = added->value;
        m_workspace.setSetting(sampleSetting, QString::number(id));
    }
    if (const auto url = m_demo.start(); !url)
        return tl::unexpected(url.error());
    return m_workspace.openProject({id});
}

RunRequest Application::requestFor(const QVector<domain::CaseId> &cases, domain::TaskId task, const QString &environment)
{
    RunRequest request = requestFor(m_workspace.document().project(), task);
    request.cases = cases;
    request.environment = environment;
    return request;
}

RunRequest Application::requestFor(const domain::Project &project, domain::TaskId task)
{
    RunRequest request;
    request.project = project;
    request.task = task;
    request.threads = m_settings.threads();
    request.mark = m_fullLink.mark();
    request.folder = QFileInfo(m_workspace.path()).absolutePath();
    const int sample = m_workspace.setting(sampleSetting).toInt();
    if (!m_demo.url().isEmpty() && sample > 0 && request.project.id.value == sample)
        request.values.insert(u"base"_s, m_demo.url());
    return request;
}

} // namespace services
