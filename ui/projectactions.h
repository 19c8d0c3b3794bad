// Projects and workspaces as files: new, open, import, export, sample, and the lists of the menus. GUI thread.
#pragma once

#include "app/services/application.h"
#include "app/services/backups.h"
#include "app/services/foreignimport.h"

class QMenu;
class QProgressDialog;
class QWidget;

namespace ui {

class ProjectActions : public QObject
{
    Q_OBJECT

public:
    ProjectActions(services::Application &application, QWidget *window);

    void newProject();
    void openProject(domain::ProjectId id);
    void deleteProject(); ///< the open one; asks first, as undo cannot bring it back
    void openSample();
    void openFile();                           ///< asks which
    /// A project file or folder becomes a project of this workspace. A file of another program goes into the open project
    /// as one undo step, else into a project of its own; what was left out is shown.
    void importProject(const QString &path);
    void openPath(const QString &path);        ///< dropped, or given to the program: a workspace is opened, all else imported
    void exportFile();                         ///< asks where
    void openWorkspace();                      ///< asks which
    void newWorkspace();                       ///< asks where
    void openWorkspaceFile(const QString &path);
    /// Puts the workspace back to one of its backups and opens it; asks first. `workspace` need not be open, as when it is damaged.
    void restoreBackup(const QString &workspace, const QString &backup);
    void fillBackups(QMenu *menu, const QString &workspace); ///< one entry a backup, named by its time; they restore
    void fillProjects(QMenu *menu);
    void fillWorkspaces(QMenu *menu);

    /// Says yes to a question; replaced by tests.
    std::function<bool(const QString &question, const QString &yes)> confirm;

signals:
    void opened();                     ///< a project is in view now
    void workspaceOpened();
    void failed(const QString &text);

private:
    void take(const domain::Result<domain::ProjectId> &id);
    void showProgress(const QString &path);
    void takeForeign(const QString &path, const domain::Result<exchange::Imported> &imported);
    void answer(const domain::Result<> &result);

    services::Application &m_application;
    services::ForeignImport m_foreign;
    QWidget *m_window;
};

} // namespace ui
