#include "ui/mainwindow.h"
#include "ui/commandpalette.h"
#include "ui/editors/caseeditor.h"
#include "ui/editors/requesteditor.h"
#include "ui/projectdock.h"
#include "ui/report/comparepage.h"
#include "ui/report/historypage.h"
#include "ui/report/reportpage.h"
#include "ui/run/livepage.h"
#include "ui/widgets/basics.h"

using namespace Qt::StringLiterals;

namespace ui {

using document::NodeRef;
using theme::tk;

MainWindow::MainWindow(services::Application &application, QWidget *parent)
    : QMainWindow(parent), m_application(application), m_translator(std::make_unique<QTranslator>()),
      m_rail(new QButtonGroup(this)), m_pages(new QStackedWidget), m_documents(new QStackedWidget), m_tabs(new QTabBar),
      m_dock(new ProjectDock(application.workspace().document())), m_live(new LivePage(&application.runs())),
      m_report(new ReportPage), m_history(new HistoryPage(&application.workspace())), m_compare(new ComparePage),
      m_environment(new QComboBox), m_run(button(u" "_s, u"primary"_s, u"play"_s)), m_stop(button(u" "_s, u"danger"_s, u"square"_s)),
      m_engine(text({}, Type::Small, u"2"_s)), m_saved(text({}, Type::Small, u"2"_s)), m_complaint(text({}, Type::Small, u"bad"_s))
{
    setObjectName(u"mainWindow"_s);
    setWindowTitle(u"Crescendo"_s);
    resize(1440, 900);
    buildMenus();

    m_tabs->setObjectName(u"documentTabs"_s);
    m_tabs->setTabsClosable(true);
    m_tabs->setMovable(true);
    m_tabs->setExpanding(false);
    m_tabs->setDrawBase(false);
    auto *strip = hbox(0);
    strip->addWidget(m_tabs);
    strip->addStretch(1);
    auto *stripWidget = wrap(strip, u"tabStrip"_s);
    stripWidget->setFixedHeight(37);
    auto *editors = vbox(0);
    editors->addWidget(stripWidget);
    editors->addWidget(m_documents, 1);
    auto *welcome = text({}, Type::Body, u"2"_s);
    welcome->setAlignment(Qt::AlignCenter);
    welcome->setWordWrap(true);
    m_documents->addWidget(welcome);
    auto *design = hbox(0);
    design->addWidget(m_dock);
    design->addLayout(editors, 1);
    for (QWidget *page : {wrap(design), static_cast<QWidget *>(m_live), static_cast<QWidget *>(m_report),
                          static_cast<QWidget *>(m_history), static_cast<QWidget *>(m_compare)})
        m_pages->addWidget(page);
    auto *middle = hbox(0);
    middle->addWidget(buildRail());
    middle->addWidget(m_pages, 1);
    auto *all = vbox(0);
    all->addWidget(buildTopBar());
    all->addLayout(middle, 1);
    all->addWidget(buildStatus());
    setCentralWidget(wrap(all, u"page"_s));

    m_texts.add([=, this] {
        m_tabs->setAccessibleName(tr("Open cases"));
        welcome->setText(tr("Choose a case in the project tree, or add one with +."));
        m_run->setText(u" "_s + tr("Run test"));
        m_stop->setText(u" "_s + tr("Stop"));
        m_environment->setAccessibleName(tr("Environment"));
        fillEnvironments();
        updateState();
    });

    auto &runs = m_application.runs();
    auto &workspace = m_application.workspace();
    connect(m_run, &QPushButton::clicked, this, &MainWindow::run);
    connect(m_stop, &QPushButton::clicked, this, &MainWindow::stop);
    connect(m_tabs, &QTabBar::currentChanged, this, &MainWindow::showTab);
    connect(m_tabs, &QTabBar::tabCloseRequested, this, &MainWindow::closeTab);
    connect(m_dock, &ProjectDock::activated, this, &MainWindow::openNode);
    connect(m_live, &LivePage::runRequested, this, &MainWindow::run);
    connect(m_live, &LivePage::reportRequested, this, [this] {
        if (auto *session = m_application.runs().current()) {
            m_report->setRun(session->record());
            showPage(Report);
        }
    });
    connect(m_history, &HistoryPage::openRequested, this, &MainWindow::openRun);
    connect(m_history, &HistoryPage::compareRequested, this, [this](const QVector<domain::RunId> &ids) {
        QVector<domain::RunRecord> records;
        for (domain::RunId id : ids) {
            auto record = m_application.workspace().loadRun(id);
            if (!record)
                return complain(record.error().message);
            records << *record;
        }
        m_compare->setRuns(records);
        showPage(Compare);
    });
    connect(m_report, &ReportPage::compareRequested, this, [this] { showPage(History); });
    connect(&runs, &services::RunService::started, this, [this] { updateState(); });
    connect(&runs, &services::RunService::ended, this, [this](services::RunSession *session) {
        m_report->setRun(session->record()); // there when one turns to it; the live page stays in view
        m_history->refresh();
        updateState();
    });
    connect(&workspace, &services::WorkspaceService::writeFailed, this, &MainWindow::complain);
    connect(&document(), &document::ProjectDocument::nodeRemoved, this, &MainWindow::forgetMissingCases);
    connect(&document(), &document::ProjectDocument::nodeChanged, this, &MainWindow::forgetMissingCases);
    connect(&document(), &document::ProjectDocument::environmentsChanged, this, &MainWindow::fillEnvironments);
    connect(&document(), &document::ProjectDocument::reset, this, [this] {
        forgetMissingCases();
        fillEnvironments();
        updateState();
    });
    restoreGeometry(m_application.settings().layout(u"window"_s));
    m_history->refresh();
    showPage(Design);
}

MainWindow::~MainWindow() { QCoreApplication::removeTranslator(m_translator.get()); }

QAction *MainWindow::add(QMenu *menu, const QString &name, const QKeySequence &keys, std::function<QString()> text,
                         std::function<void()> run)
{
    auto *a = new QAction(this);
    a->setObjectName(name);
    a->setShortcut(keys);
    m_texts.add([a, text] { a->setText(text()); });
    connect(a, &QAction::triggered, this, run);
    menu->addAction(a);
    m_commands << a;
    return a;
}

void MainWindow::buildMenus()
{
    const auto menu = [this](std::function<QString()> title) {
        auto *m = menuBar()->addMenu(QString());
        m_texts.add([m, title] { m->setTitle(title()); });
        return m;
    };
    auto *file = menu([] { return tr("&File"); });
    add(file, u"newProject"_s, QKeySequence::New, [] { return tr("New project"); }, [this] { newProject(); });
    add(file, u"openFile"_s, QKeySequence::Open, [] { return tr("Open project file…"); }, [this] { openFile(); });
    add(file, u"openSample"_s, {}, [] { return tr("Open the sample project"); }, [this] { openSample(); });
    add(file, u"exportFile"_s, QKeySequence(u"Ctrl+Shift+E"_s), [] { return tr("Export project…"); }, [this] { exportFile(); });
    file->addSeparator();
    add(file, u"quit"_s, QKeySequence::Quit, [] { return tr("Quit"); }, [this] { close(); });

    auto *edit = menu([] { return tr("&Edit"); });
    auto &stack = document().undoStack();
    auto *undo = add(edit, u"undo"_s, QKeySequence::Undo, [] { return tr("Undo"); }, [&stack] { stack.undo(); });
    auto *redo = add(edit, u"redo"_s, {}, [] { return tr("Redo"); }, [&stack] { stack.redo(); });
    redo->setShortcuts({QKeySequence(u"Ctrl+Y"_s), QKeySequence(u"Ctrl+Shift+Z"_s)});
    const auto name = [this, undo, redo] {
        auto &s = document().undoStack();
        undo->setText(s.canUndo() ? tr("Undo: %1").arg(s.undoText()) : tr("Undo"));
        redo->setText(s.canRedo() ? tr("Redo: %1").arg(s.redoText()) : tr("Redo"));
        undo->setEnabled(s.canUndo());
        redo->setEnabled(s.canRedo());
    };
    connect(&stack, &QUndoStack::indexChanged, this, name);
    m_texts.add(name);
    edit->addSeparator();
    edit->addActions(m_dock->nodeActions());

    auto *test = menu([] { return tr("&Test"); });
    add(test, u"runTest"_s, {}, [] { return tr("Run test"); }, [this] { run(); })->setShortcuts({Qt::Key_F5, QKeySequence(u"Ctrl+R"_s)});
    add(test, u"stopTest"_s, {}, [] { return tr("Stop"); }, [this] { stop(); })
        ->setShortcuts({QKeySequence(u"Shift+F5"_s), QKeySequence(u"Ctrl+."_s)});

    auto *view = menu([] { return tr("&View"); });
    add(view, u"search"_s, QKeySequence(u"Ctrl+K"_s), [] { return tr("Search everything"); }, [this] { openPalette(); });
    add(view, u"closeTab"_s, QKeySequence(u"Ctrl+W"_s), [] { return tr("Close tab"); }, [this] { closeTab(m_tabs->currentIndex()); });
    add(view, u"nextTab"_s, QKeySequence(u"Ctrl+Tab"_s), [] { return tr("Next tab"); }, [this] {
        if (m_tabs->count() > 0)
            m_tabs->setCurrentIndex((m_tabs->currentIndex() + 1) % m_tabs->count());
    });
    view->addSeparator();
    const auto themed = [this](const QString &choice) {
        m_application.settings().setTheme(choice);
        theme::apply(choice == u"dark" ? theme::Choice::Dark : choice == u"light" ? theme::Choice::Light : theme::Choice::System);
    };
    add(view, u"themeLight"_s, {}, [] { return tr("Light theme"); }, [themed] { themed(u"light"_s); });
    add(view, u"themeDark"_s, {}, [] { return tr("Dark theme"); }, [themed] { themed(u"dark"_s); });
    add(view, u"themeSystem"_s, {}, [] { return tr("Theme of the system"); }, [themed] { themed(u"system"_s); });
    view->addSeparator();
    add(view, u"languageEnglish"_s, {}, [] { return u"English"_s; }, [this] { setLanguage(u"en"_s); });
    add(view, u"languageChinese"_s, {}, [] { return u"简体中文"_s; }, [this] { setLanguage(u"zh_CN"_s); });
}

QWidget *MainWindow::buildTopBar()
{
    auto *search = button({}, {}, u"search"_s);
    search->setObjectName(u"searchButton"_s);
    search->setMinimumWidth(260);
    m_environment->setObjectName(u"environment"_s);
    m_environment->setMinimumWidth(150);
    m_run->setObjectName(u"runButton"_s);
    m_stop->setObjectName(u"stopButton"_s);
    auto *l = hbox(sp::s, {sp::m, 0, sp::m, 0});
    l->addWidget(new Logo(24));
    l->addWidget(menuBar());
    l->addStretch(1);
    l->addWidget(search);
    l->addStretch(1);
    l->addWidget(m_environment);
    l->addWidget(m_run);
    l->addWidget(m_stop);
    m_texts.add([search] { search->setText(u" "_s + tr("Search or run a command   Ctrl+K")); });
    connect(search, &QPushButton::clicked, this, &MainWindow::openPalette);
    auto *w = wrap(l, u"topBar"_s);
    w->setFixedHeight(48);
    return w;
}

QWidget *MainWindow::buildRail()
{
    auto *l = vbox(2, {6, 8, 6, 8});
    const auto entry = [&](Page page, const QString &icon, std::function<QString()> name) {
        auto *b = new QToolButton;
        b->setObjectName(u"rail%1"_s.arg(int(page)));
        theme::setIcon(b, icon, {}, 18);
        b->setFont(theme::font(Type::Caption));
        b->setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
        b->setCheckable(true);
        b->setFixedSize(56, 48);
        m_rail->addButton(b, page);
        m_texts.add([b, name] {
            b->setText(name());
            b->setAccessibleName(name());
        });
        l->addWidget(b);
    };
    entry(Design, u"file-code"_s, [] { return tr("Design"); });
    entry(Live, u"activity"_s, [] { return tr("Live"); });
    entry(Report, u"file-chart-column"_s, [] { return tr("Report"); });
    entry(History, u"history"_s, [] { return tr("History"); });
    entry(Compare, u"git-compare"_s, [] { return tr("Compare"); });
    l->addStretch(1);
    connect(m_rail, &QButtonGroup::idClicked, this, [this](int page) { showPage(Page(page)); });
    auto *w = wrap(l, u"rail"_s);
    w->setFixedWidth(68);
    return w;
}

QWidget *MainWindow::buildStatus()
{
    auto *l = hbox(sp::m, {sp::m, 0, sp::m, 0});
    l->addWidget(m_engine);
    l->addWidget(vline());
    l->addWidget(m_saved);
    l->addWidget(m_complaint, 1);
    auto *w = wrap(l, u"statusBar"_s);
    w->setFixedHeight(26);
    m_complaint->setObjectName(u"complaint"_s);
    return w;
}

void MainWindow::showPage(Page page)
{
    m_pages->setCurrentIndex(page);
    if (auto *b = m_rail->button(page))
        b->setChecked(true);
}

MainWindow::Page MainWindow::page() const { return Page(m_pages->currentIndex()); }

CaseEditor *MainWindow::openCase(domain::CaseId id)
{
    if (!document().testCase(id))
        return nullptr;
    showPage(Design);
    CaseEditor *&editor = m_editors[id.value];
    if (!editor) {
        editor = new CaseEditor(document(), id);
        m_documents->addWidget(editor);
        const int tab = m_tabs->addTab(theme::icon(u"file-code"_s), document().nameOf(id));
        m_tabs->setTabData(tab, id.value);
    }
    for (int i = 0; i < m_tabs->count(); ++i) {
        if (m_tabs->tabData(i).toInt() == id.value)
            m_tabs->setCurrentIndex(i);
    }
    m_documents->setCurrentWidget(editor);
    return editor;
}

void MainWindow::openNode(NodeRef node)
{
    if (node.kind == NodeRef::Case)
        openCase(node.testCase());
    else if (node.kind == NodeRef::Step) {
        if (auto *editor = openCase(document().caseOf(node.step())))
            editor->showStep(node.step());
    }
}

void MainWindow::showTab(int tab)
{
    auto *editor = m_editors.value(m_tabs->tabData(tab).toInt());
    m_documents->setCurrentWidget(editor ? static_cast<QWidget *>(editor) : m_documents->widget(0));
}

void MainWindow::closeTab(int tab)
{
    if (tab < 0)
        return;
    if (auto *editor = m_editors.take(m_tabs->tabData(tab).toInt())) {
        m_documents->removeWidget(editor);
        editor->deleteLater();
    }
    m_tabs->removeTab(tab);
    showTab(m_tabs->currentIndex());
}

void MainWindow::forgetMissingCases()
{
    for (int i = m_tabs->count() - 1; i >= 0; --i) {
        const domain::CaseId id{m_tabs->tabData(i).toInt()};
        if (!document().testCase(id))
            closeTab(i);
        else
            m_tabs->setTabText(i, document().nameOf(id));
    }
}

void MainWindow::openPalette()
{
    auto *palette = new CommandPalette(document(), m_commands, this);
    connect(palette, &CommandPalette::nodeChosen, this, &MainWindow::openNode);
    palette->open();
}

void MainWindow::fillEnvironments()
{
    const QString now = m_environment->currentData().toString();
    m_environment->clear();
    m_environment->addItem(tr("No environment"), QString());
    for (const auto &e : document().project().environments)
        m_environment->addItem(e.name, e.name);
    m_environment->setCurrentIndex(std::max(0, m_environment->findData(now)));
}

void MainWindow::updateState()
{
    auto *session = m_application.runs().current();
    const bool running = session && !session->isEnded();
    m_run->setVisible(!running);
    m_stop->setVisible(running);
    m_engine->setText(running ? tr("Engine: running") : tr("Engine: ready"));
    m_saved->setText(m_application.workspace().isOpen() ? tr("All changes saved") : tr("No workspace is open"));
}

void MainWindow::run()
{
    auto *session = m_application.runs().current();
    if (session && !session->isEnded())
        return showPage(Live);
    QVector<domain::CaseId> cases;
    if (m_tabs->currentIndex() >= 0)
        cases << domain::CaseId{m_tabs->tabData(m_tabs->currentIndex()).toInt()};
    else {
        for (const auto &c : document().project().cases) {
            if (c.enabled)
                cases << c.id;
        }
    }
    if (cases.isEmpty())
        return complain(tr("There is no case to run; add one first."));
    const auto started = m_application.runs().start(m_application.requestFor(cases, {}, m_environment->currentData().toString()));
    if (!started)
        return complain(started.error().message);
    m_complaint->clear();
    showPage(Live);
}

void MainWindow::stop()
{
    if (auto *session = m_application.runs().current(); session && !session->isEnded())
        session->stop();
}

void MainWindow::openRun(domain::RunId run)
{
    auto record = m_application.workspace().loadRun(run);
    if (!record)
        return complain(record.error().message);
    m_report->setRun(*record);
    showPage(Report);
}

void MainWindow::complain(const QString &text) { m_complaint->setText(text); }

void MainWindow::take(const domain::Result<domain::ProjectId> &id)
{
    if (!id)
        return complain(id.error().message);
    if (const auto opened = m_application.workspace().openProject(*id); !opened)
        return complain(opened.error().message);
    m_complaint->clear();
    showPage(Design);
}

void MainWindow::newProject() { take(m_application.workspace().createProject(tr("New project"))); }

void MainWindow::openSample()
{
    if (const auto opened = m_application.openSample(); !opened)
        return complain(opened.error().message);
    m_complaint->clear();
    showPage(Design);
}

void MainWindow::openFile()
{
    const QString path = QFileDialog::getOpenFileName(this, tr("Open project file"), {}, tr("Project files (*.json)"));
    if (!path.isEmpty())
        take(m_application.workspace().importProject(path));
}

void MainWindow::exportFile()
{
    const QString path = QFileDialog::getSaveFileName(this, tr("Export project"), document().project().name + u".json"_s);
    if (path.isEmpty())
        return;
    if (const auto done = m_application.workspace().exportProject(path); !done)
        complain(done.error().message);
}

void MainWindow::setLanguage(const QString &language)
{
    m_application.settings().setLanguage(language);
    const QString wanted = language == u"system" ? QLocale::system().name() : language;
    QCoreApplication::removeTranslator(m_translator.get());
    if (wanted.startsWith(u"zh") && m_translator->load(u":/i18n/crescendo_zh_CN.qm"_s))
        QCoreApplication::installTranslator(m_translator.get());
}

void MainWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        m_texts.again();
    QMainWindow::changeEvent(event);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_application.settings().setLayout(u"window"_s, saveGeometry());
    if (auto *session = m_application.runs().current(); session && !session->isEnded())
        session->stopNow();
    QMainWindow::closeEvent(event);
}

} // namespace ui
