// The window: top bar, rail, pages, status line, and what goes on between them. GUI thread.
#pragma once

#include "app/services/application.h"
#include "app/services/backups.h"
#include "ui/shell/language.h"
#include "ui/shell/systemtheme.h"
#include "ui/windowpages.h"
#include "ui/windowstate.h"
#include <QMainWindow>
#include <memory>

class QSplitter;
class QTabBar;
class QTimer;

namespace ui {

class CaseEditor;
class Commands;
class EditorArea;
class NavRail;
class ProjectActions;
class ProjectDock;
class RunControl;
class RunPages;
class StatusLine;
class TopBar;
class WindowMenus;

class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    using Page = WindowPages::Page;
    using enum WindowPages::Page;

    explicit MainWindow(services::Application &application, QWidget *parent = nullptr);
    ~MainWindow() override;

    void showPage(Page page); ///< Design without a project is the welcome page; any page without a workspace the problem
    Page page() const;
    CaseEditor *openCase(domain::CaseId id);
    void openNode(document::NodeRef node);
    void addStep(const domain::Step &step); ///< to the case in view
    void openPalette();
    /// A project file or folder, a workspace, or a run file: from the command line, the file manager, or dropped.
    void openPath(const QString &path);
    void showUndoHistory();
    void showManual(const QString &target); ///< "load", or "load#surge" for a section of it
    void showHelp();                        ///< the manual on what is under the pointer, else on what has the focus
    void focusFilter();
    void run();    ///< the case or directory in view, else every enabled case
    void runAll(); ///< every enabled case
    void runWithoutThinkTime(); ///< as run(), with all waits left out
    void debug();        ///< the case or directory in view once with one user, every exchange shown
    void debugRequest(); ///< the chosen steps of the case in view, after its setup
    void clearDebug();
    void replaceInRequests(); ///< of the case in view or of the project
    void stop();    ///< requests under way end
    void stopNow(); ///< they are cut off
    void setLanguage(const QString &language); ///< "en", "zh_CN" or "system"; at once, and kept
    void setTheme(const QString &theme);       ///< "light", "dark" or "system"; at once, and kept
    /// What is wrong, in one sentence on the status line.
    void complain(const QString &text);
    /// The workspace could not be opened: what is wrong, and the ways out, in place of every page.
    void showProblem(const QString &path, const QString &problem);
    QString workspacePath() const; ///< also of one that could not be opened

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
    void build();
    void connectPages();
    void connectWorkspace();
    void connectShell();
    void start(const QVector<domain::CaseId> &cases, bool withoutThinkTime = false); ///< empty: every enabled case
    void startTask(domain::TaskId id);
    void showStarted(const domain::Result<> &started); ///< the live page, or why not
    void debugNodes(const QVector<document::NodeRef> &nodes);
    void debugAgain();
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
    ProjectDock *m_dock;
    EditorArea *m_editors;
    RunPages *m_past;
    WindowPages *m_pages;
    services::Backups m_backups;
    QVector<document::NodeRef> m_debugged; ///< what was debugged last
    QString m_problemPath;
    QTimer *m_saving;
    Page m_beforeManual = Welcome;
    bool m_restoring = false;
};

} // namespace ui
