// Runs that come from elsewhere: out of a workspace another program has open, or out of a run file.
#include "app/report/jsonreport.h"
#include "app/services/workspaceservice.h"

#include <QDir>
#include <QFile>

namespace services {

domain::Result<domain::RunRecord> readStoredRun(const QString &workspace, domain::RunId id)
{
    if (!QFile::exists(workspace))
        return domain::fail(WorkspaceService::tr("There is no workspace %1.").arg(QDir::toNativeSeparators(workspace)));
    auto store = store::RunStore::openReadOnly(workspace);
    return store ? (*store)->loadRun(id) : tl::unexpected(store.error());
}

domain::Result<domain::RunRecord> readRunFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return domain::fail(WorkspaceService::tr("%1 cannot be read: %2.").arg(path, file.errorString()));
    return report::runFromFile(file.readAll(), path);
}

domain::Result<domain::RunId> WorkspaceService::addRun(domain::RunRecord run)
{
    if (!m_runs)
        return domain::fail(tr("No workspace is open."));
    const auto id = m_runs->addRun(std::move(run));
    if (id)
        emit runsChanged();
    return id;
}

domain::Result<domain::RunId> WorkspaceService::importRun(const QString &path)
{
    const QString name = QFileInfo(path).fileName();
    emit importBegan(name);
    auto run = readRunFile(path);
    auto added = run ? addRun(std::move(*run)) : tl::unexpected(run.error());
    emit importEnded(name, added ? QString() : added.error().message);
    return added;
}

} // namespace services
