#include "ui/projectactions.h"
#include "ui/widgets/theme.h"

using namespace Qt::StringLiterals;

namespace ui {

namespace {

const QString workspaceFilter() { return ProjectActions::tr("Workspaces (*.crescendo)"); }

} // namespace

ProjectActions::ProjectActions(services::Application &application, QWidget *window)
    : QObject(window), m_application(application), m_window(window)
{
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
    const QString path = QFileDialog::getOpenFileName(m_window, tr("Open project file"), {}, tr("Project files (*.json)"));
    if (!path.isEmpty())
        importProject(path);
}

void ProjectActions::importProject(const QString &path) { take(m_application.workspace().importProject(path)); }

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
