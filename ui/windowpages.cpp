#include "ui/windowpages.h"
#include "app/services/application.h"
#include "ui/debug/debugpage.h"
#include "ui/editors/dataeditor.h"
#include "ui/editors/libraryeditor.h"
#include "ui/editors/taskseditor.h"
#include "ui/editors/variableseditor.h"
#include "ui/projectactions.h"
#include "ui/report/comparepage.h"
#include "ui/report/historypage.h"
#include "ui/report/reportpage.h"
#include "ui/run/livepage.h"
#include "ui/runpages.h"
#include "ui/shell/fulllinkpage.h"
#include "ui/shell/manualpage.h"
#include "ui/shell/problempage.h"
#include "ui/shell/settingspage.h"
#include "ui/shell/welcomepage.h"
#include "ui/windowstate.h"
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace ui {

WindowPages::WindowPages(const Sources &sources, QWidget *parent)
    : QStackedWidget(parent), m(sources), m_settings(new LazyPage<SettingsPage>([this] { return makeSettings(); })),
      m_problem(new LazyPage<ProblemPage>([this] { return makeProblem(); })),
      m_library(new LazyPage<LibraryEditor>([this] { return makeLibrary(); })),
      m_debug(new LazyPage<DebugPage>([this] { return makeDebug(); })),
      m_manual(new LazyPage<ManualPage>([this] { return makeManual(); }))
{
    setObjectName(u"pages"_s);
    const std::initializer_list<QWidget *> pages{ // in the order of Page, after Design
        new LazyPage<LivePage>([this] { return makeLive(); }), m.past.report(), m.past.history(), m.past.comparison(),
        new LazyPage<WelcomePage>([this] { return makeWelcome(); }), m_settings, m_problem,
        new LazyPage<DataEditor>([this] { return makeData(); }), new LazyPage<TasksEditor>([this] { return makeTasks(); }),
        m_library, m_debug, m_manual, new LazyPage<FullLinkPage>([this] { return makeFullLink(); })};
    for (QWidget *page : pages)
        addWidget(page);
}

LibraryEditor *WindowPages::library() { return m_library->get(); }

DebugPage *WindowPages::debug() { return m_debug->get(); }

ManualPage *WindowPages::manual() { return m_manual->get(); }

ProblemPage *WindowPages::problem() { return m_problem->get(); }

SettingsPage *WindowPages::madeSettings() const { return m_settings->made(); }

LivePage *WindowPages::makeLive()
{
    auto *page = new LivePage(&m.application.runs());
    followSplitters(page, m.application.settings());
    connect(page, &LivePage::runRequested, this, &WindowPages::runRequested);
    connect(page, &LivePage::reportRequested, this, &WindowPages::reportRequested);
    return page;
}

WelcomePage *WindowPages::makeWelcome()
{
    auto *page = new WelcomePage(m.application);
    connect(page, &WelcomePage::loadTestRequested, this, [this](const domain::Message &message) { emit messageGiven(message, true); });
    connect(page, &WelcomePage::editRequested, this, [this](const domain::Message &message) { emit messageGiven(message, false); });
    connect(page, &WelcomePage::projectChosen, &m.projects, &ProjectActions::openProject);
    connect(page, &WelcomePage::workspaceChosen, &m.projects, &ProjectActions::openWorkspaceFile);
    connect(page, &WelcomePage::newProjectRequested, &m.projects, &ProjectActions::newProject);
    connect(page, &WelcomePage::importRequested, &m.projects, &ProjectActions::openFile);
    connect(page, &WelcomePage::sampleRequested, &m.projects, &ProjectActions::openSample);
    return page;
}

SettingsPage *WindowPages::makeSettings()
{
    auto *page = new SettingsPage(m.application, m.commands);
    connect(page, &SettingsPage::themeChosen, this, &WindowPages::themeChosen);
    connect(page, &SettingsPage::languageChosen, this, &WindowPages::languageChosen);
    connect(page, &SettingsPage::openWorkspaceRequested, &m.projects, &ProjectActions::openWorkspace);
    connect(page, &SettingsPage::newWorkspaceRequested, &m.projects, &ProjectActions::newWorkspace);
    connect(page, &SettingsPage::backupsWanted, this, [this](QMenu *menu) { m.projects.fillBackups(menu, m.application.workspace().path()); });
    page->read();
    return page;
}

ProblemPage *WindowPages::makeProblem()
{
    auto *page = new ProblemPage;
    connect(page, &ProblemPage::retryRequested, this, &WindowPages::retryRequested);
    connect(page, &ProblemPage::openRequested, &m.projects, &ProjectActions::openWorkspace);
    connect(page, &ProblemPage::newRequested, &m.projects, &ProjectActions::newWorkspace);
    connect(page, &ProblemPage::backupsWanted, &m.projects, &ProjectActions::fillBackups);
    return page;
}

DataEditor *WindowPages::makeData()
{
    auto *editor = new DataEditor(m.application.workspace().document());
    editor->variables()->setFolder(QFileInfo(m.application.workspace().path()).absolutePath());
    return editor;
}

TasksEditor *WindowPages::makeTasks()
{
    auto *editor = new TasksEditor(m.application.workspace().document());
    connect(editor->editor(), &TaskEditor::openRequested, this, &WindowPages::openRequested);
    connect(editor->editor(), &TaskEditor::runRequested, this, &WindowPages::taskRunRequested);
    return editor;
}

LibraryEditor *WindowPages::makeLibrary()
{
    auto *editor = new LibraryEditor(m.application.workspace().document());
    connect(editor, &LibraryEditor::openRequested, this, &WindowPages::openRequested);
    return editor;
}

DebugPage *WindowPages::makeDebug()
{
    auto *page = new DebugPage(m.application.workspace().document());
    followSplitters(page, m.application.settings());
    connect(page, &DebugPage::debugRequested, this, &WindowPages::debugRequested);
    connect(page, &DebugPage::againRequested, this, &WindowPages::debugAgainRequested);
    connect(page, &DebugPage::stepRequested, this, &WindowPages::openRequested);
    connect(page, &DebugPage::complaint, this, &WindowPages::complaint);
    return page;
}

ManualPage *WindowPages::makeManual()
{
    auto *page = new ManualPage(m.commands);
    connect(page, &ManualPage::closed, this, &WindowPages::manualClosed);
    return page;
}

FullLinkPage *WindowPages::makeFullLink()
{
    auto *page = new FullLinkPage(m.application.fullLink());
    connect(page, &FullLinkPage::complaint, this, &WindowPages::complaint);
    return page;
}

} // namespace ui
