#include "app/services/workspaceservice.h"

#include "app/exchange/projectfolder.h"
#include "models/store/filelock.h"
#include "models/store/migrations.h"
#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <QtEndian>

namespace services {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using document::NodeRef;

namespace {

constexpr auto retryInterval = 5s;

} // namespace

store::IdKind WorkspaceService::idKind(NodeRef::Kind kind)
{
    switch (kind) {
    case NodeRef::Directory: return store::IdKind::Directory;
    case NodeRef::Case: return store::IdKind::Case;
    case NodeRef::Task: return store::IdKind::Task;
    case NodeRef::Variable: return store::IdKind::Variable;
    case NodeRef::Transaction: return store::IdKind::Transaction;
    default: return store::IdKind::Project;
    }
}

WorkspaceService::WorkspaceService(QObject *parent, store::Clock clock)
    : QObject(parent), m_clock(std::move(clock)), m_document({}, idSource())
{
    m_retry.setInterval(retryInterval);
    connect(&m_retry, &QTimer::timeout, this, &WorkspaceService::saveNow);
    writeThrough(m_document);
}

document::ProjectDocument::IdSource WorkspaceService::idSource()
{
    return [this](NodeRef::Kind kind) {
        if (!m_store)
            return 0;
        const auto id = m_store->nextId(idKind(kind));
        if (!id)
            emit writeFailed(id.error().message); // nothing was made, so nothing is unsaved
        return id.value_or(0);
    };
}

void WorkspaceService::writeThrough(document::ProjectDocument &document)
{
    connect(&document, &document::ProjectDocument::edited, this, [this, &document](NodeRef node) { write(document, node); });
    connect(&document, &document::ProjectDocument::deleted, this, &WorkspaceService::erase);
    connect(&document, &document::ProjectDocument::replaced, this, [this, &document] { writeAll(document.project()); });
}

WorkspaceService::~WorkspaceService() = default;

QString WorkspaceService::defaultPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + u"/workspace.crescendo"_s;
}

domain::Result<> WorkspaceService::open(const QString &path)
{
    if (isOpen() && QFileInfo(path) == QFileInfo(m_path))
        return {};
    const QString folder = QFileInfo(path).absolutePath();
    if (!QDir().mkpath(folder))
        return domain::fail(tr("The folder %1 cannot be made.").arg(QDir::toNativeSeparators(folder)));
    auto opened = store::Workspace::open(path, m_clock);
    if (!opened)
        return tl::unexpected(opened.error());
    auto runs = store::RunStore::open(path);
    if (!runs)
        return tl::unexpected(runs.error());
    close();
    m_store = std::move(*opened);
    m_runs = std::move(*runs);
    m_path = path;
    emit workspaceOpened();
    emit projectsChanged();
    emit runsChanged();
    return {};
}

void WorkspaceService::close()
{
    m_others.clear();
    m_runs.reset();
    m_store.reset();
    m_path.clear();
    setUnsaved(false);
    m_document.load({});
}

bool WorkspaceService::isOpen() const { return m_store != nullptr; }

QVector<ProjectInfo> WorkspaceService::projects() const
{
    return m_store ? m_store->projects().value_or(QVector<ProjectInfo>()) : QVector<ProjectInfo>();
}

domain::Result<domain::ProjectId> WorkspaceService::createProject(const QString &name, const QString &description)
{
    domain::Project project;
    project.name = name;
    project.description = description;
    return addProject(project);
}

domain::Result<domain::ProjectId> WorkspaceService::addProject(domain::Project project)
{
    if (!m_store)
        return domain::fail(tr("No workspace is open."));
    project.id = {};
    if (const auto saved = m_store->saveNewProject(project); !saved)
        return tl::unexpected(saved.error());
    emit projectsChanged();
    return project.id;
}

domain::Result<> WorkspaceService::openProject(domain::ProjectId id)
{
    if (!m_store)
        return domain::fail(tr("No workspace is open."));
    auto project = m_store->loadProject(id);
    if (!project)
        return tl::unexpected(project.error());
    std::erase_if(m_others, [id](const auto &other) { return other->project().id == id; });
    m_document.load(std::move(*project));
    emit projectOpened(id);
    return {};
}

domain::Result<> WorkspaceService::deleteProject(domain::ProjectId id)
{
    if (!m_store)
        return domain::fail(tr("No workspace is open."));
    if (auto removed = m_store->removeProject(id); !removed)
        return removed;
    std::erase_if(m_others, [id](const auto &other) { return other->project().id == id; });
    if (currentProject() == id) {
        m_document.load({});
        emit projectOpened({});
    }
    emit projectsChanged();
    return {};
}

domain::Result<domain::ProjectId> WorkspaceService::importProject(const QString &path)
{
    const QString name = QFileInfo(path).fileName();
    emit importBegan(name);
    auto project = exchange::readProject(path);
    auto added = project ? addProject(std::move(*project)) : tl::unexpected(project.error());
    emit importEnded(name, added ? QString() : added.error().message);
    return added;
}

domain::Result<> WorkspaceService::exportProject(const QString &path)
{
    return exchange::writeProject(m_document.project(), path);
}

domain::Result<domain::ProjectId> WorkspaceService::addSample()
{
    QFile file(u":/samples/shop.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        return domain::fail(tr("The sample project is missing from this program."));
    auto project = domain::projectFromFile(file.readAll(), tr("The sample project"));
    if (!project)
        return tl::unexpected(project.error());
    return addProject(std::move(*project));
}

QString WorkspaceService::setting(const QString &key) const
{
    return m_store ? m_store->setting(key).value_or(QString()) : QString();
}

void WorkspaceService::setSetting(const QString &key, const QString &value)
{
    if (m_store)
        report(m_store->setSetting(key, value));
}

QVector<RunInfo> WorkspaceService::runs(domain::ProjectId project) const
{
    auto all = m_runs ? m_runs->runs().value_or(QVector<RunInfo>()) : QVector<RunInfo>();
    if (project.isValid())
        all.removeIf([project](const RunInfo &run) { return run.project != project; });
    return all;
}

domain::Result<domain::RunRecord> WorkspaceService::loadRun(domain::RunId id) const
{
    if (!m_runs)
        return domain::fail(tr("No workspace is open."));
    return m_runs->loadRun(id);
}

domain::Result<> WorkspaceService::deleteRun(domain::RunId id)
{
    if (!m_runs)
        return domain::fail(tr("No workspace is open."));
    if (auto removed = m_runs->removeRun(id); !removed)
        return removed;
    emit runsChanged();
    return {};
}

domain::Result<> WorkspaceService::setBaseline(domain::RunId id, bool on)
{
    if (!m_runs)
        return domain::fail(tr("No workspace is open."));
    if (auto pinned = m_runs->setBaseline(id, on); !pinned)
        return pinned;
    emit runsChanged();
    return {};
}

bool WorkspaceService::report(const domain::Result<> &result)
{
    if (result) {
        if (m_unsaved && m_retry.isActive())
            m_retry.start(0ms); // there is room again
        return true;
    }
    if (!m_unsaved)
        emit writeFailed(result.error().message);
    setUnsaved(true);
    return false;
}

void WorkspaceService::setUnsaved(bool unsaved)
{
    unsaved ? m_retry.start(retryInterval) : m_retry.stop();
    if (std::exchange(m_unsaved, unsaved) != unsaved)
        emit savedChanged(!unsaved);
}

bool WorkspaceService::saveNow()
{
    if (!m_unsaved || !m_store)
        return !m_unsaved;
    bool all = true;
    const auto save = [&](const domain::Project &project) { all = all && (!project.id.isValid() || m_store->replaceProject(project)); };
    save(m_document.project());
    for (const auto &other : m_others)
        save(other->project());
    setUnsaved(!all);
    return all;
}

QString WorkspaceService::adviceFor(const QString &path)
{
    const QFileInfo info(path);
    if (store::FileLock::isHeld(path))
        return tr("Close the other window of Crescendo that has it open, then try again.");
    QFile file(path);
    if (info.exists() && !info.isDir() && file.open(QIODevice::ReadOnly)) {
        const QByteArray head = file.read(64);
        const bool isDatabase = head.size() == 64 && head.startsWith("SQLite format 3");
        if (isDatabase && qFromBigEndian<qint32>(head.constData() + 60) > store::schemaVersion())
            return tr("Nothing in it was changed. Open it with the newer version, or choose another workspace.");
        return tr("Nothing in it was changed. Put back a copy of it and try again, or choose another workspace.");
    }
    return tr("Check that the folder exists and may be written, then try again, or choose another workspace.");
}

void WorkspaceService::write(const document::ProjectDocument &document, NodeRef node)
{
    const domain::Project &project = document.project();
    if (!m_store || !project.id.isValid())
        return;
    switch (node.kind) {
    case NodeRef::Project:
        report(m_store->putProjectHead(project));
        emit projectsChanged();
        break;
    case NodeRef::Directory:
        report(m_store->putDirectories(project.id, project.directories)); // as a whole: their order counts
        break;
    case NodeRef::Case:
    case NodeRef::Step:
        if (const auto *testCase = document.testCase(node.kind == NodeRef::Case ? node.testCase() : document.caseOf(node.step())))
            report(m_store->putCase(project.id, *testCase));
        break;
    case NodeRef::Task:
        if (const auto *task = project.findTask(node.task()))
            report(m_store->putTask(project.id, *task));
        break;
    case NodeRef::Variable:
        report(m_store->putVariables(project.id, project.variables));
        break;
    case NodeRef::Environment:
        report(m_store->putEnvironments(project.id, project.environments));
        break;
    case NodeRef::Transaction:
        if (const auto found = std::ranges::find(project.transactions, node.transaction(), &domain::Transaction::id);
            found != project.transactions.end())
            report(m_store->putTransaction(project.id, *found));
        break;
    case NodeRef::None:
        break;
    }
}

void WorkspaceService::erase(NodeRef node)
{
    if (!m_store)
        return;
    switch (node.kind) {
    case NodeRef::Directory: report(m_store->removeDirectory(node.directory())); break;
    case NodeRef::Case: report(m_store->removeCase(node.testCase())); break;
    case NodeRef::Task: report(m_store->removeTask(node.task())); break;
    case NodeRef::Transaction: report(m_store->removeTransaction(node.transaction())); break;
    default: break;
    }
}

void WorkspaceService::writeAll(const domain::Project &project)
{
    if (m_store && project.id.isValid())
        report(m_store->replaceProject(project));
}

} // namespace services
