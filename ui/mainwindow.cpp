#include "ui/mainwindow.h"
#include "ui/commandpalette.h"
#include "ui/debug/debugpage.h"
#include "ui/debug/debugpasses.h"
#include "ui/editorarea.h"
#include "ui/editors/caseeditor.h"
#include "ui/editors/findreplace.h"
#include "ui/editors/libraryeditor.h"
#include "ui/projectactions.h"
#include "ui/projectdock.h"
#include "ui/runcontrol.h"
#include "ui/runpages.h"
#include "ui/shell/commands.h"
#include "ui/shell/helptargets.h"
#include "ui/shell/manualpage.h"
#include "ui/shell/navrail.h"
#include "ui/shell/problempage.h"
#include "ui/shell/settingspage.h"
#include "ui/shell/statusline.h"
#include "ui/shell/topbar.h"
#include "ui/shell/undohistory.h"
#include "ui/widgets/doctabs.h"
#include "ui/widgets/dress.h"
#include "ui/windowmenus.h"
#include "ui/windowpages.h"

using namespace Qt::StringLiterals;

namespace ui {

using services::WorkspaceService;

namespace {

constexpr auto saveDelay = std::chrono::milliseconds(400);

const QStringList pageNames{u"design"_s, u"live"_s, u"report"_s, u"history"_s, u"compare"_s, u"welcome"_s, u"settings"_s,
                            u"problem"_s, u"data"_s, u"tasks"_s, u"library"_s, u"debug"_s, u"manual"_s, u"fulllink"_s};

/// Its first member names the format; projects are JSON files too.
bool isRunFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) && file.read(200).contains("crescendo-run");
}

} // namespace

MainWindow::MainWindow(services::Application &application, QWidget *parent)
    : QMainWindow(parent), m_application(application), m_commands(new Commands(application.settings(), this)),
      m_projects(new ProjectActions(application, this)), m_runs(new RunControl(application, this)), m_top(new TopBar),
      m_rail(new NavRail), m_status(new StatusLine), m_dock(new ProjectDock(document())), m_editors(new EditorArea(document())),
      m_past(new RunPages(application.workspace(), this)),
      m_pages(new WindowPages({application, *m_commands, *m_projects, *m_past})), m_backups(application.workspace()), m_saving(new QTimer(this))
{
    setObjectName(u"mainWindow"_s);
    setWindowTitle(u"Crescendo"_s);
    setMinimumSize(960, 600);
    setAcceptDrops(true);
    resize(1440, 900);
    confirm = [this](const QString &question, const QString &yes) { return m_projects->confirm(question, yes); };
    m_saving->setSingleShot(true);
    m_saving->setInterval(saveDelay);
    m_menus = std::make_unique<WindowMenus>(*this, *m_commands, *m_top->menus());
    build();
    connectPages();
    connectWorkspace();
    connectShell();
    dress(*this);
    restoreGeometry(m_application.settings().layout(u"window"_s));
    updateEnvironments();
    updateState();
    restoreState();
}

MainWindow::~MainWindow() = default;

void MainWindow::build()
{
    auto *design = new QSplitter(Qt::Horizontal);
    design->setObjectName(u"designSplitter"_s);
    design->setHandleWidth(1);
    design->setChildrenCollapsible(false);
    design->addWidget(m_dock);
    design->addWidget(m_editors);
    design->setStretchFactor(1, 1);
    design->setSizes({244, 1100});
    m_pages->insertWidget(Design, design);
    m_rail->addEntry(Design, u"file-code"_s, [] { return tr("Design"); });
    m_rail->addEntry(Data, u"variable"_s, [] { return tr("Data"); });
    m_rail->addEntry(Library, u"library"_s, [] { return tr("Library"); });
    m_rail->addEntry(Tasks, u"layers"_s, [] { return tr("Tasks"); });
    m_rail->addEntry(FullLink, u"network"_s, [] { return tr("Full-link"); });
    m_rail->addEntry(Debug, u"bug"_s, [] { return tr("Debug"); });
    m_rail->addEntry(Live, u"activity"_s, [] { return tr("Live"); });
    m_rail->addEntry(Report, u"file-chart-column"_s, [] { return tr("Report"); });
    m_rail->addEntry(History, u"history"_s, [] { return tr("History"); });
    m_rail->addEntry(Compare, u"git-compare"_s, [] { return tr("Compare"); });
    m_rail->addSpace();
    m_rail->addEntry(Settings, u"settings"_s, [] { return tr("Settings"); });
    auto *middle = hbox(0);
    middle->addWidget(m_rail);
    middle->addWidget(m_pages, 1);
    auto *all = vbox(0);
    all->addWidget(m_top);
    all->addLayout(middle, 1);
    all->addWidget(m_status);
    setCentralWidget(wrap(all, u"page"_s));
    followSplitters(m_pages, m_application.settings());
}

void MainWindow::connectPages()
{
    connect(m_dock, &ProjectDock::activated, this, &MainWindow::openNode);
    connect(m_editors, &EditorArea::transactionRequested, this, [this](domain::TransactionId id) {
        showPage(Library);
        m_pages->library()->select(id);
    });
    connect(m_editors, &EditorArea::addCaseRequested, m_dock, &ProjectDock::addCase);
    connect(m_editors, &EditorArea::runRequested, this, [this](const auto &cases) { start(cases); });
    connect(m_editors, &EditorArea::debugRequested, this, &MainWindow::debugNodes);
    connect(m_dock, &ProjectDock::runRequested, this, [this](const auto &cases) { start(cases); });
    connect(m_dock, &ProjectDock::debugRequested, this, &MainWindow::debugNodes);
    connect(m_editors, &EditorArea::currentChanged, this, &MainWindow::saveStateSoon);
    connect(m_editors, &EditorArea::editorOpened, this, [this](QWidget *editor) { followSplitters(editor, m_application.settings()); });
    connect(m_past, &RunPages::reportWanted, this, [this] { showPage(Report); });
    connect(m_past, &RunPages::historyWanted, this, [this] { showPage(History); });
    connect(m_past, &RunPages::comparisonWanted, this, [this] { showPage(Compare); });
    connect(m_past, &RunPages::failed, this, &MainWindow::complain);
    connect(m_pages, &WindowPages::runRequested, this, &MainWindow::run);
    connect(m_pages, &WindowPages::taskRunRequested, this, &MainWindow::startTask);
    connect(m_pages, &WindowPages::reportRequested, this, [this] {
        if (auto *session = m_application.runs().current()) {
            m_past->setRun(session->record(), session->isStored());
            showPage(Report);
        }
    });
    connect(m_pages, &WindowPages::messageGiven, this, &MainWindow::addRequest);
    connect(m_pages, &WindowPages::openRequested, this, &MainWindow::openNode);
    connect(m_pages, &WindowPages::debugRequested, this, &MainWindow::debug);
    connect(m_pages, &WindowPages::debugAgainRequested, this, &MainWindow::debugAgain);
    connect(m_pages, &WindowPages::themeChosen, this, &MainWindow::setTheme);
    connect(m_pages, &WindowPages::languageChosen, this, &MainWindow::setLanguage);
    connect(m_pages, &WindowPages::retryRequested, this, &MainWindow::openProblemPath);
    connect(m_pages, &WindowPages::manualClosed, this, [this] { showPage(m_beforeManual); });
    connect(m_pages, &WindowPages::complaint, this, &MainWindow::complain);
}

void MainWindow::connectWorkspace()
{
    auto &workspace = m_application.workspace();
    connect(&workspace, &WorkspaceService::writeFailed, this, &MainWindow::complain);
    connect(&workspace, &WorkspaceService::savedChanged, this, &MainWindow::updateState);
    connect(&workspace, &WorkspaceService::projectOpened, this, [this] {
        updateEnvironments();
        updateState();
        restoreState();
    });
    connect(&document(), &document::ProjectDocument::aboutToReset, this, [this] {
        if (m_saving->isActive())
            saveState(); // of the project that goes
    });
    connect(&document(), &document::ProjectDocument::environmentsChanged, this, &MainWindow::updateEnvironments);
    connect(&document(), &document::ProjectDocument::nodeChanged, this, [this](document::NodeRef node) {
        if (node.kind == document::NodeRef::Project)
            updateState();
    });
    connect(m_projects, &ProjectActions::opened, this, [this] {
        complain({});
        showPage(Design);
    });
    connect(m_projects, &ProjectActions::workspaceOpened, this, [this] {
        complain({});
        readSettings();
        m_past->refresh();
        updateState();
        restoreState();
    });
    connect(m_projects, &ProjectActions::failed, this, &MainWindow::complain);
    connect(&m_backups, &services::Backups::failed, this, &MainWindow::complain);
    connect(m_runs, &RunControl::changed, this, &MainWindow::updateState);
    connect(m_runs, &RunControl::noticed, this, &MainWindow::complain);
    connect(m_runs, &RunControl::ended, this, [this](services::RunSession *session) {
        m_past->setRun(session->record(), session->isStored()); // there when one turns to it; the live page stays in view
        m_past->refresh();
        saveStateSoon();
    });
    connect(m_saving, &QTimer::timeout, this, &MainWindow::saveState);
}

void MainWindow::connectShell()
{
    connect(m_top, &TopBar::homeRequested, this, [this] { showPage(Welcome); });
    connect(m_top, &TopBar::searchRequested, this, &MainWindow::openPalette);
    connect(m_top, &TopBar::themeRequested, this, [this](bool dark) { setTheme(dark ? u"dark"_s : u"light"_s); });
    connect(m_top, &TopBar::environmentChosen, this, &MainWindow::saveStateSoon);
    connect(m_top, &TopBar::debugRequested, this, &MainWindow::debug);
    connect(m_top, &TopBar::runRequested, this, &MainWindow::run);
    connect(m_top, &TopBar::stopRequested, this, &MainWindow::stop);
    connect(m_rail, &NavRail::chosen, this, [this](int page) { showPage(Page(page)); });
    connect(m_status, &StatusLine::languageChosen, this, &MainWindow::setLanguage);
    const auto showKeys = [this] {
        m_top->setSearchKeys(m_commands->action(u"search"_s)->shortcut().toString(QKeySequence::NativeText).replace(u'+', u' '));
    };
    connect(m_commands, &Commands::shortcutsChanged, this, showKeys);
    showKeys();
}

void MainWindow::showPage(Page page)
{
    const auto &workspace = m_application.workspace();
    if (!workspace.isOpen() && page != Settings && page != Manual)
        page = Problem;
    else if ((page == Design || page == Data || page == Tasks || page == Library || page == Debug) && !workspace.currentProject().isValid())
        page = Welcome;
    if (page == Settings)
        readSettings();
    m_pages->setCurrentIndex(page);
    m_rail->setCurrent(page);
    saveStateSoon();
}

MainWindow::Page MainWindow::page() const { return Page(m_pages->currentIndex()); }

QTabBar *MainWindow::tabs() const { return m_editors->tabs(); }

CaseEditor *MainWindow::openCase(domain::CaseId id)
{
    auto *editor = m_editors->openCase(id);
    if (editor)
        showPage(Design);
    return editor;
}

void MainWindow::openNode(document::NodeRef node)
{
    if (!document().contains(node))
        return;
    showPage(Design);
    m_editors->openNode(node);
}

void MainWindow::addStep(const domain::Step &step)
{
    if (auto *editor = openCase(m_editors->currentCase()))
        editor->addStep(step);
    else
        complain(tr("No case is open: open the one to add a step to."));
}

void MainWindow::openPalette()
{
    auto *palette = new CommandPalette(document(), *m_commands, this);
    connect(palette, &CommandPalette::nodeChosen, this, [this](document::NodeRef node) {
        m_dock->select(node);
        openNode(node);
    });
    palette->open();
}

void MainWindow::openPath(const QString &path)
{
    if (!isRunFile(path))
        return m_projects->openPath(path);
    m_past->openFile(path);
}

void MainWindow::showUndoHistory() { (new UndoHistory(document().undoStack(), this))->open(); }

void MainWindow::showManual(const QString &target)
{
    if (page() != Manual)
        m_beforeManual = page();
    m_pages->manual()->open(target);
    showPage(Manual);
}

void MainWindow::showHelp()
{
    const QWidget *at = QApplication::widgetAt(QCursor::pos());
    if (!at || at->window() != this)
        at = QApplication::focusWidget();
    showManual(help::targetFor(at ? at : m_pages->currentWidget()));
}

void MainWindow::focusFilter()
{
    showPage(Design);
    m_dock->filter()->setFocus();
    m_dock->filter()->selectAll();
}

void MainWindow::run() { start(m_editors->currentCases()); }

void MainWindow::runAll() { start({}); }

void MainWindow::runWithoutThinkTime() { start(m_editors->currentCases(), true); }

void MainWindow::start(const QVector<domain::CaseId> &cases, bool withoutThinkTime)
{
    if (m_runs->isRunning())
        return showPage(Live);
    showStarted(m_runs->start(cases, m_top->environment(), withoutThinkTime));
}

void MainWindow::startTask(domain::TaskId id)
{
    if (m_runs->isRunning())
        return showPage(Live);
    showStarted(m_runs->startTask(id, m_top->environment()));
}

void MainWindow::showStarted(const domain::Result<> &started)
{
    complain(started ? QString() : started.error().message);
    if (started)
        showPage(Live);
}

void MainWindow::debug() { debugNodes({m_editors->current()}); }

void MainWindow::debugRequest() { debugNodes(m_editors->currentSteps()); }

void MainWindow::debugAgain()
{
    QVector<document::NodeRef> left = m_debugged;
    left.removeIf([this](document::NodeRef node) { return !document().contains(node); });
    debugNodes(left.isEmpty() ? QVector<document::NodeRef>{m_editors->current()} : left);
}

void MainWindow::debugNodes(const QVector<document::NodeRef> &nodes)
{
    const auto passes = passesFor(document(), nodes, m_application.requestFor({}, {}, m_top->environment()));
    if (passes.isEmpty())
        return complain(tr("There is nothing to debug here: open a case, or choose a request, a case or a directory."));
    showPage(Debug);
    DebugPage *page = m_pages->debug();
    if (page->isRunning())
        return;
    m_debugged = nodes;
    const auto started = page->start(passes);
    complain(started ? QString() : started.error().message);
}

void MainWindow::clearDebug()
{
    showPage(Debug);
    m_pages->debug()->clear();
}

void MainWindow::replaceInRequests()
{
    if (!m_application.workspace().currentProject().isValid())
        return complain(tr("There is no project open, so there is nothing to replace in."));
    auto *find = new FindReplace(document(), m_editors->currentCase(), this);
    connect(find, &FindReplace::stepChosen, this, [this](domain::StepId step) { openNode(step); });
    find->open();
}

void MainWindow::stop() { m_runs->stop(); }

void MainWindow::stopNow() { m_runs->stopNow(); }

void MainWindow::addRequest(const domain::Message &message, bool andRun)
{
    if (!m_application.workspace().currentProject().isValid()) {
        const auto made = m_application.workspace().createProject(QUrl(message.url).host());
        if (!made)
            return complain(made.error().message);
        if (const auto opened = m_application.workspace().openProject(*made); !opened)
            return complain(opened.error().message);
    }
    const domain::CaseId id = m_dock->addCaseFor(message);
    openCase(id);
    if (andRun)
        start({id});
}

void MainWindow::complain(const QString &text) { m_status->complain(text); }

void MainWindow::showProblem(const QString &path, const QString &problem)
{
    m_problemPath = path;
    m_pages->problem()->setProblem(path, problem, WorkspaceService::adviceFor(path));
    updateState();
    showPage(Problem);
}

QString MainWindow::workspacePath() const
{
    const auto &workspace = m_application.workspace();
    return workspace.isOpen() ? workspace.path() : m_problemPath;
}

void MainWindow::openProblemPath()
{
    if (const auto opened = m_application.open(m_problemPath); !opened)
        return showProblem(m_problemPath, opened.error().message);
    emit m_projects->workspaceOpened();
}

void MainWindow::readSettings()
{
    if (auto *page = m_pages->madeSettings())
        page->read();
}

void MainWindow::setLanguage(const QString &language)
{
    m_application.settings().setLanguage(language);
    m_language.choose(language);
    readSettings();
}

void MainWindow::setTheme(const QString &theme)
{
    m_application.settings().setTheme(theme);
    theme::apply(theme == u"dark" ? theme::Choice::Dark : theme == u"light" ? theme::Choice::Light : theme::Choice::System);
    readSettings();
}

void MainWindow::updateState()
{
    const auto &workspace = m_application.workspace();
    m_top->setRunning(m_runs->isRunning());
    m_top->setRunnable(workspace.currentProject().isValid());
    m_status->setRunning(m_runs->isRunning());
    m_status->setSaved(!workspace.isOpen() ? StatusLine::NoWorkspace : workspace.isSaved() ? StatusLine::AllSaved : StatusLine::NotSaved);
    const QString name = document().project().name;
    setWindowTitle(name.isEmpty() ? u"Crescendo"_s : name + u" – Crescendo"_s);
}

void MainWindow::updateEnvironments()
{
    QStringList names;
    for (const auto &environment : document().project().environments)
        names << environment.name;
    m_top->setEnvironments(names);
}

void MainWindow::restoreState()
{
    const auto &workspace = m_application.workspace();
    const QScopedValueRollback restoring(m_restoring, true);
    if (!workspace.currentProject().isValid())
        return showPage(Welcome);
    const WindowState state = WindowState::load(workspace);
    for (document::NodeRef node : state.tabs)
        m_editors->openNode(node);
    m_editors->openNode(state.current);
    m_top->setEnvironment(state.environment);
    if (state.report.isValid())
        m_past->setRun(state.report);
    showPage(Page(std::max<qsizetype>(0, pageNames.indexOf(state.page))));
}

void MainWindow::saveState()
{
    m_saving->stop();
    WindowState state;
    state.tabs = m_editors->openNodes();
    state.current = m_editors->current();
    state.page = pageNames.value(page(), pageNames.first());
    state.environment = m_top->environment();
    state.report = m_past->run();
    state.save(m_application.workspace());
}

void MainWindow::saveStateSoon()
{
    if (!m_restoring && m_application.workspace().currentProject().isValid())
        m_saving->start();
}

void MainWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange && m_menus)
        m_menus->retranslate();
    QMainWindow::changeEvent(event);
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    const auto urls = event->mimeData()->urls();
    if (!urls.isEmpty() && std::all_of(urls.begin(), urls.end(), [](const QUrl &url) { return url.isLocalFile(); }))
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    for (const QUrl &url : event->mimeData()->urls())
        openPath(url.toLocalFile());
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    const bool asks = m_runs->isRunning() && m_application.settings().askBeforeStop();
    if (asks && !confirm(tr("A test is running. Closing stops it; what was measured so far is kept."), tr("Stop and close")))
        return event->ignore();
    const bool unsaved = m_application.workspace().isOpen() && !m_application.workspace().saveNow();
    if (unsaved && !confirm(tr("The last changes could not be written and would be lost. Export the project elsewhere to keep them."), tr("Close anyway")))
        return event->ignore();
    m_runs->stopNow();
    saveState();
    m_application.settings().setLayout(u"window"_s, saveGeometry());
    QMainWindow::closeEvent(event);
}

} // namespace ui
