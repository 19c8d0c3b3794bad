// The window: top bar, rail, pages, status line, and what goes on between them. GUI thread.
#pragma once

#include "app/services/application.h"
#include "ui/editors/lazypage.h"
#include "ui/shell/language.h"
#include "ui/shell/systemtheme.h"
#include "ui/windowstate.h"
#include <QMainWindow>
#include <memory>

class QSplitter;
class QStackedWidget;
class QTabBar;
class QTimer;

namespace ui {

class CaseEditor;
class Commands;
class DebugPage;
class EditorArea;
class LivePage;
class ManualPage;
class NavRail;
class ProblemPage;
class ProjectActions;
class ProjectDock;
class RunControl;
class RunPages;
class SettingsPage;
class StatusLine;
class TopBar;
class WelcomePage;
class WindowMenus;

class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    enum Page { Design, Live, Report, History, Compare, Welcome, Settings, Problem, Data, Tasks, Library, Debug, Manual, FullLink };

    explicit MainWindow(services::Application &application, QWidget *parent = nullptr);
    ~MainWindow() override;

    void showPage(Page page); ///< Design without a project is the welcome page; any page without a workspace the problem
    Page page() const;
    CaseEditor *openCase(domain::CaseId id);
    void openNode(document::NodeRef node);
    void openPalette();
    /// A project file or folder, a workspace, or a run file: from the command line, the file manager, or dropped.
    void openPath(const QString &path);
    void showUndoHistory();
    void showManual(const QString &target); ///< "load", or "load#surge" for a section of it
    void showHelp();                        ///< the manual on what is under the pointer, else on what has the focus
    void focusFilter();
    void run();    ///< the case or directory in view, else every enabled case
    void runAll(); ///< every enabled case
    void debug();  ///< the case in view once with one user, every exchange shown
    void stop();
    void setLanguage(const QString &language); ///< "en", "zh_CN" or "system"; at once, and kept
    void setTheme(const QString &theme);       ///< "light", "dark" or "system"; at once, and kept
    /// What is wrong, in one sentence on the status line.
    void complain(const QString &text);
    /// The workspace could not be opened: what is wrong, and the ways out, in place of every page.
    void showProblem(const QString &path, const QString &problem);

    document::ProjectDocument &document() { return m_application.workspace().document(); }
    ProjectDock *projectDock() const { return m_dock; }
    EditorArea *editors() const { return m_editors; }
    ProjectActions *projectActions() const { return m_projects; }
    Commands *commands() const { return m_commands; }
    QTabBar *tabs() const;

    /// Says yes to a question before the window closes; replaced by tests.
    std::function<bool(const QString &question, const QString &yes)> confirm;

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override; ///< project files, folders and workspaces
    void dropEvent(QDropEvent *event) override;

private:
    void buildPages();
    void buildWorkspacePages();
    void buildProjectPages();
    void connectPages();
    void connectWorkspace();
    void connectShell();
    void start(const QVector<domain::CaseId> &cases); ///< empty: every enabled case
    DebugPage *debugPage(); ///< made when first asked for
    void addRequest(const domain::Message &message, bool andRun);
    void openProblemPath();
    void readSettings(); ///< shown again, where they are shown
    void updateState();
    void updateEnvironments();
    void restoreState();
    void saveState();
    void saveStateSoon();

    services::Application &m_application;
    Language m_language;
    SystemTheme m_systemTheme;
    Commands *m_commands;
    ProjectActions *m_projects;
    RunControl *m_runs;
    std::unique_ptr<WindowMenus> m_menus;
    TopBar *m_top;
    NavRail *m_rail;
    StatusLine *m_status;
    QStackedWidget *m_pages;
    ProjectDock *m_dock;
    EditorArea *m_editors;
    RunPages *m_past;
    LazyPage<LivePage> *m_live = nullptr;
    LazyPage<WelcomePage> *m_welcome = nullptr;
    LazyPage<SettingsPage> *m_settings = nullptr;
    LazyPage<ProblemPage> *m_problem = nullptr;
    QString m_problemPath;
    QTimer *m_saving;
    LazyPage<ManualPage> *m_manual = nullptr;
    Page m_beforeManual = Welcome;
    bool m_restoring = false;
};

} // namespace ui
