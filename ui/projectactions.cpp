#include "ui/projectactions.h"
#include "ui/shell/importreport.h"
#include "ui/widgets/theme.h"

using namespace Qt::StringLiterals;

namespace ui {

namespace {

QString importFilter()
{
    QStringList patterns;
    for (const auto &format : exchange::formats())
        for (const QString &suffix : format.suffixes)
            if (!patterns.contains(u"*."_s + suffix))
                patterns << u"*."_s + suffix;
    return ProjectActions::tr("Projects, JMeter, HAR, Postman, OpenAPI, cURL (%1)").arg(patterns.join(u' ')) + u";;"_s
        + ProjectActions::tr("All files (*)");
}

const QString workspaceFilter() { return ProjectActions::tr("Workspaces (*.crescendo)"); }

} // namespace

ProjectActions::ProjectActions(services::Application &application, QWidget *window)
    : QObject(window), m_application(application), m_foreign(application.imports()), m_window(window)
{
    connect(&m_foreign, &services::ForeignImport::finished, this, &ProjectActions::takeForeign);
    confirm = [this](const QString &question, const QString &yes) {
        QMessageBox box(QMessageBox::NoIcon, tr("Crescendo"), question, QMessageBox::Cancel, m_window);
        auto *go = box.addButton(yes, QMessageBox::AcceptRole);
        box.setDefaultButton(QMessageBox::Cancel);
        box.exec();
        return box.clickedButton() == go;
    };
}

void ProjectActions::answer(const domain::Result<> &result)
{
    if (result)
        emit opened();
    else
        emit failed(result.error().message);
}

void ProjectActions::take(const domain::Result<domain::ProjectId> &id)
{
    answer(id ? m_application.workspace().openProject(*id) : tl::unexpected(id.error()));
}

void ProjectActions::newProject() { take(m_application.workspace().createProject(tr("New project"))); }

void ProjectActions::openProject(domain::ProjectId id) { answer(m_application.workspace().openProject(id)); }

void ProjectActions::deleteProject()
{
    auto &workspace = m_application.workspace();
    if (!workspace.currentProject().isValid())
        return;
    const QString name = workspace.document().project().name;
    if (!confirm(tr("Delete the project “%1” with its cases and runs? This cannot be undone.").arg(name), tr("Delete")))
        return;
    if (const auto deleted = workspace.deleteProject(workspace.currentProject()); !deleted)
        emit failed(deleted.error().message);
}

void ProjectActions::openSample() { answer(m_application.openSample()); }

void ProjectActions::openFile()
{
    const QString path = QFileDialog::getOpenFileName(m_window, tr("Import"), {}, importFilter());
    if (!path.isEmpty())
        importProject(path);
}

void ProjectActions::importProject(const QString &path)
{
    if (!services::ForeignImport::isForeign(path))
        return take(m_application.workspace().importProject(path));
    if (!m_foreign.start(path))
        return emit failed(tr("Another file is being imported: wait for it, or cancel it."));
    showProgress(path);
}

void ProjectActions::showProgress(const QString &path)
{
    auto *progress = new QProgressDialog(tr("Reading %1…").arg(QFileInfo(path).fileName()), tr("Cancel"), 0, 0, m_window);
    progress->setObjectName(u"importProgress"_s);
    progress->setWindowTitle(tr("Import"));
    progress->setWindowModality(Qt::WindowModal);
    progress->setMinimumDuration(300);
    progress->setAttribute(Qt::WA_DeleteOnClose);
    connect(progress, &QProgressDialog::canceled, &m_foreign, &services::ForeignImport::cancel);
    connect(&m_foreign, &services::ForeignImport::busyChanged, progress, [progress](bool busy) {
        if (busy)
            return;
        QObject::disconnect(progress, &QProgressDialog::canceled, nullptr, nullptr); // closing it is no wish to cancel
        progress->close(); // deletes itself
    });
    progress->setValue(0); // begins to count its minimum duration
}

void ProjectActions::takeForeign(const QString &path, const domain::Result<exchange::Imported> &imported)
{
    if (!imported)
        return emit failed(imported.error().message);
    auto &workspace = m_application.workspace();
    QStringList ledger = imported->ledger;
    const auto &project = imported->project;
    if (workspace.currentProject().isValid()) {
        services::putInto(workspace.document(), project, project.name.isEmpty() ? QFileInfo(path).completeBaseName() : project.name, ledger);
        emit opened();
    } else {
        take(workspace.addProject(project));
    }
    if (ledger.isEmpty())
        return;
    const auto cases = tr("%n case(s)", nullptr, int(project.cases.size()));
    (new ImportReport(tr("%1 from %2 came in.").arg(cases, QFileInfo(path).fileName()), ledger, m_window))->show();
}

void ProjectActions::openPath(const QString &path)
{
    if (path.endsWith(u".crescendo", Qt::CaseInsensitive))
        openWorkspaceFile(path);
    else
        importProject(path);
}

void ProjectActions::exportFile()
{
    auto &workspace = m_application.workspace();
    if (!workspace.currentProject().isValid())
        return emit failed(tr("There is no project to export; open one first."));
    const QString path = QFileDialog::getSaveFileName(m_window, tr("Export project"), workspace.document().project().name + u".json"_s,
                                                      tr("Project files (*.json)"));
    if (path.isEmpty())
        return;
    if (const auto done = workspace.exportProject(path); !done)
        emit failed(done.error().message);
}

void ProjectActions::openWorkspace()
{
    const QString path = QFileDialog::getOpenFileName(m_window, tr("Open a workspace"), {}, workspaceFilter());
    if (!path.isEmpty())
        openWorkspaceFile(path);
}

void ProjectActions::newWorkspace()
{
    QString path = QFileDialog::getSaveFileName(m_window, tr("Make a workspace"), u"workspace.crescendo"_s, workspaceFilter(), nullptr,
                                                QFileDialog::DontConfirmOverwrite);
    if (path.isEmpty())
        return;
    if (!path.endsWith(u".crescendo"))
        path += u".crescendo"_s;
    openWorkspaceFile(path); // an existing one is opened, never written over
}

void ProjectActions::openWorkspaceFile(const QString &path)
{
    if (const auto done = m_application.open(path); !done)
        return emit failed(done.error().message);
    m_application.settings().setWorkspace(m_application.workspace().path());
    emit workspaceOpened();
}

void ProjectActions::restoreBackup(const QString &workspace, const QString &backup)
{
    if (const auto *run = m_application.runs().current(); run && !run->isEnded())
        return emit failed(tr("A test is running: stop it before the workspace is put back."));
    if (!confirm(tr("All projects and runs go back to what they were then. What the workspace holds now is kept as a backup."), tr("Restore")))
        return;
    m_application.workspace().close();
    const auto restored = services::Backups::restore(workspace, backup, QDateTime::currentDateTime());
    openWorkspaceFile(workspace);
    if (!restored)
        emit failed(tr("The backup could not be restored: %1").arg(restored.error().message));
}

void ProjectActions::fillBackups(QMenu *menu, const QString &workspace)
{
    menu->clear();
    for (const auto &backup : services::Backups::of(workspace)) {
        auto *action = menu->addAction(theme::icon(u"history"_s), QLocale().toString(backup.made, QLocale::ShortFormat));
        connect(action, &QAction::triggered, this, [this, workspace, path = backup.path] { restoreBackup(workspace, path); });
    }
    if (menu->isEmpty())
        menu->addAction(tr("none yet: the first is made today"))->setEnabled(false);
}

void ProjectActions::fillProjects(QMenu *menu)
{
    menu->clear();
    const auto now = m_application.workspace().currentProject();
    for (const auto &project : m_application.workspace().projects()) {
        auto *action = menu->addAction(theme::icon(u"package"_s), QString(project.name).replace(u'&', u"&&"_s));
        action->setCheckable(true);
        action->setChecked(project.id == now);
        connect(action, &QAction::triggered, this, [this, id = project.id] { openProject(id); });
    }
    menu->setEnabled(!menu->isEmpty());
}

void ProjectActions::fillWorkspaces(QMenu *menu)
{
    menu->clear();
    for (const QString &path : m_application.settings().recent()) {
        auto *action = menu->addAction(theme::icon(u"folder"_s), QDir::toNativeSeparators(path).replace(u'&', u"&&"_s));
        connect(action, &QAction::triggered, this, [this, path] { openWorkspaceFile(path); });
    }
    menu->setEnabled(!menu->isEmpty());
}

} // namespace ui
