// The pages of the window but Design, each made when first shown or asked for. What they ask of the window is told by signals;
// projects, workspaces and past runs they are connected with at once. GUI thread.
#pragma once

#include "models/document/noderef.h"
#include "models/domain/card.h"
#include "ui/editors/lazypage.h"
#include <QStackedWidget>

namespace services { class Application; }

namespace ui {

class Commands;
class DataEditor;
class DebugPage;
class FullLinkPage;
class LibraryEditor;
class LivePage;
class ManualPage;
class ProblemPage;
class ProjectActions;
class RunPages;
class SettingsPage;
class TasksEditor;
class WelcomePage;

class WindowPages : public QStackedWidget
{
    Q_OBJECT

public:
    enum Page { Design, Live, Report, History, Compare, Welcome, Settings, Problem, Data, Tasks, Library, Debug, Manual, FullLink };

    /// What the pages show and ask; outlives them.
    struct Sources
    {
        services::Application &application;
        Commands &commands;
        ProjectActions &projects;
        RunPages &past;
    };

    explicit WindowPages(const Sources &sources, QWidget *parent = nullptr); ///< Design is put in by the window

    LibraryEditor *library();
    DebugPage *debug();
    ManualPage *manual();
    ProblemPage *problem();
    SettingsPage *madeSettings() const; ///< null: not made yet

signals:
    void runRequested();
    void taskRunRequested(domain::TaskId id);
    void reportRequested(); ///< of the run that has just ended
    void messageGiven(const domain::Message &message, bool andRun);
    void openRequested(document::NodeRef node);
    void debugRequested();
    void debugAgainRequested();
    void themeChosen(const QString &theme);
    void languageChosen(const QString &language);
    void retryRequested(); ///< to open the workspace once more
    void manualClosed();
    void complaint(const QString &sentence);

private:
    LivePage *makeLive();
    WelcomePage *makeWelcome();
    SettingsPage *makeSettings();
    ProblemPage *makeProblem();
    DataEditor *makeData();
    TasksEditor *makeTasks();
    LibraryEditor *makeLibrary();
    DebugPage *makeDebug();
    ManualPage *makeManual();
    FullLinkPage *makeFullLink();

    Sources m;
    LazyPage<SettingsPage> *m_settings;
    LazyPage<ProblemPage> *m_problem;
    LazyPage<LibraryEditor> *m_library;
    LazyPage<DebugPage> *m_debug;
    LazyPage<ManualPage> *m_manual;
};

} // namespace ui
