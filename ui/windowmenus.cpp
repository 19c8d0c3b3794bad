#include "ui/windowmenus.h"
#include "ui/editorarea.h"
#include "ui/editors/newsteps.h"
#include "ui/mainwindow.h"
#include "ui/projectactions.h"
#include "ui/projectdock.h"
#include "ui/runcontrol.h"
#include "ui/shell/commands.h"
#include "ui/shell/dialoghelp.h"
#include "ui/widgets/cells.h"
#include <QCoreApplication>
#include <QMenuBar>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

struct Menus
{
    Q_DECLARE_TR_FUNCTIONS(ui::WindowMenus)
};

QList<QKeySequence> keys(std::initializer_list<const char *> all)
{
    QList<QKeySequence> list;
    for (const char *key : all)
        list << QKeySequence(QString::fromLatin1(key));
    return list;
}

} // namespace

WindowMenus::WindowMenus(MainWindow &window, Commands &commands, QMenuBar &bar) : m_window(window), m_commands(commands), m_bar(bar)
{
    addFile();
    addEdit();
    addTest();
    addView();
    addHelp();
}

void WindowMenus::retranslate()
{
    m_texts.again();
    m_commands.retranslate();
}

QMenu *WindowMenus::menu(std::function<QString()> title)
{
    QMenu *made = m_bar.addMenu(QString());
    m_texts.add([this, made, title] {
        made->setTitle(title());
        m_bar.updateGeometry(); // it does not do so itself, and titles that do not fit are hidden
    });
    return made;
}

QMenu *WindowMenus::submenu(QMenu *in, std::function<QString()> title, std::function<void(QMenu *)> fill)
{
    QMenu *made = in->addMenu(QString());
    m_texts.add([made, title] { made->setTitle(title()); });
    QObject::connect(in, &QMenu::aboutToShow, made, [made, fill] { fill(made); });
    return made;
}

QAction *WindowMenus::add(QMenu *to, const QString &id, const QList<QKeySequence> &standard, std::function<QString()> name,
                          std::function<void()> run)
{
    QAction *action = m_commands.add(id, standard, std::move(name), std::move(run));
    m_window.addAction(action); // its shortcut holds whether the menu is in view or not
    to->addAction(action);
    return action;
}

void WindowMenus::addFile()
{
    ProjectActions *projects = m_window.projectActions();
    QMenu *file = menu([] { return Menus::tr("&File"); });
    add(file, u"newProject"_s, keys({"Ctrl+N"}), [] { return Menus::tr("New project"); }, [=] { projects->newProject(); });
    submenu(file, [] { return Menus::tr("Open project"); }, [=](QMenu *m) { projects->fillProjects(m); })->setObjectName(u"projectsMenu"_s);
    add(file, u"openSample"_s, {}, [] { return Menus::tr("Open the sample project"); }, [=] { projects->openSample(); });
    add(file, u"deleteProject"_s, {}, [] { return Menus::tr("Delete project…"); }, [=] { projects->deleteProject(); });
    file->addSeparator();
    add(file, u"openFile"_s, keys({"Ctrl+O"}), [] { return Menus::tr("Import…"); }, [=] { projects->openFile(); });
    add(file, u"exportFile"_s, keys({"Ctrl+Shift+E"}), [] { return Menus::tr("Export project…"); }, [=] { projects->exportFile(); });
    file->addSeparator();
    add(file, u"newWorkspace"_s, {}, [] { return Menus::tr("New workspace…"); }, [=] { projects->newWorkspace(); });
    add(file, u"openWorkspace"_s, keys({"Ctrl+Shift+O"}), [] { return Menus::tr("Open workspace…"); }, [=] { projects->openWorkspace(); });
    submenu(file, [] { return Menus::tr("Recent workspaces"); }, [=](QMenu *m) { projects->fillWorkspaces(m); })
        ->setObjectName(u"workspacesMenu"_s);
    submenu(file, [] { return Menus::tr("Restore a backup"); }, [=, this](QMenu *m) { projects->fillBackups(m, m_window.workspacePath()); })
        ->setObjectName(u"backupsMenu"_s);
    file->addSeparator();
    add(file, u"settings"_s, keys({"Ctrl+,"}), [] { return Menus::tr("Settings"); }, [this] { m_window.showPage(MainWindow::Settings); });
    add(file, u"quit"_s, keys({"Ctrl+Q"}), [] { return Menus::tr("Quit"); }, [this] { m_window.close(); });
}

void WindowMenus::addEdit()
{
    QMenu *edit = menu([] { return Menus::tr("&Edit"); });
    QUndoStack *stack = &m_window.document().undoStack();
    auto *undo = add(edit, u"undo"_s, keys({"Ctrl+Z"}), [] { return Menus::tr("Undo"); }, [stack] { stack->undo(); });
    auto *redo = add(edit, u"redo"_s, keys({"Ctrl+Y", "Ctrl+Shift+Z"}), [] { return Menus::tr("Redo"); }, [stack] { stack->redo(); });
    add(edit, u"undoHistory"_s, keys({"Ctrl+Alt+Z"}), [] { return Menus::tr("History of changes"); }, [this] { m_window.showUndoHistory(); });
    const auto name = [=] {
        undo->setText(stack->canUndo() ? Menus::tr("Undo: %1").arg(stack->undoText()) : Menus::tr("Undo"));
        redo->setText(stack->canRedo() ? Menus::tr("Redo: %1").arg(stack->redoText()) : Menus::tr("Redo"));
        undo->setEnabled(stack->canUndo());
        redo->setEnabled(stack->canRedo());
    };
    QObject::connect(stack, &QUndoStack::indexChanged, undo, name);
    QObject::connect(edit, &QMenu::aboutToShow, undo, name);
    name();
    edit->addSeparator();
    QMenu *steps = edit->addMenu(QString());
    m_texts.add([steps] { steps->setTitle(Menus::tr("Add a step")); });
    const auto kinds = newSteps();
    for (int i = 0; i < kinds.size(); ++i) {
        add(steps, u"quickAdd"_s + kinds[i].id, {QKeySequence(u"Ctrl+%1"_s.arg(i + 1))}, [i] { return Menus::tr("Add: %1").arg(newSteps()[i].name); },
            [this, i] { m_window.addStep(newSteps()[i].step); });
    }
    edit->addSeparator();
    for (QAction *action : m_window.projectDock()->nodeActions()) {
        m_commands.adopt(action);
        edit->addAction(action);
    }
}

void WindowMenus::addTest()
{
    QMenu *test = menu([] { return Menus::tr("&Test"); });
    add(test, u"runTest"_s, keys({"F5", "Ctrl+R"}), [] { return Menus::tr("Run test"); }, [this] { m_window.run(); });
    add(test, u"runAll"_s, keys({"Ctrl+Shift+R"}), [] { return Menus::tr("Run all cases"); }, [this] { m_window.runAll(); });
    add(test, u"runWithoutThinkTime"_s, keys({"Ctrl+Shift+N"}), [] { return Menus::tr("Run without think times"); }, [this] { m_window.runWithoutThinkTime(); });
    add(test, u"stopTest"_s, keys({"Shift+F5", "Ctrl+."}), [] { return Menus::tr("Stop"); }, [this] { m_window.stop(); });
    add(test, u"stopNow"_s, keys({"Ctrl+Shift+F5", "Ctrl+Shift+."}), [] { return Menus::tr("Stop at once"); }, [this] { m_window.stopNow(); });
    test->addSeparator();
    add(test, u"debugCase"_s, keys({"F6", "Ctrl+Shift+D"}), [] { return Menus::tr("Debug case"); }, [this] { m_window.debug(); });
    add(test, u"debugRequest"_s, keys({"Ctrl+Return"}), [] { return Menus::tr("Send this request"); }, [this] { m_window.debugRequest(); });
    add(test, u"clearDebug"_s, keys({"Ctrl+L"}), [] { return Menus::tr("Clear the debug page"); }, [this] { m_window.clearDebug(); });
}

void WindowMenus::addView()
{
    QMenu *view = menu([] { return Menus::tr("&View"); });
    add(view, u"search"_s, keys({"Ctrl+K"}), [] { return Menus::tr("Search everything"); }, [this] { m_window.openPalette(); });
    add(view, u"replace"_s, keys({"Ctrl+Shift+H", "Ctrl+H"}), [] { return Menus::tr("Replace in requests…"); }, [this] { m_window.replaceInRequests(); });
    add(view, u"filterTree"_s, keys({"Ctrl+Shift+F"}), [] { return Menus::tr("Filter the project tree"); }, [this] { m_window.focusFilter(); });
    add(view, u"expandTree"_s, keys({"Ctrl+Shift+-"}), [] { return Menus::tr("Expand the project tree"); }, [this] { m_window.projectDock()->tree()->expandAll(); });
    add(view, u"collapseTree"_s, keys({"Ctrl+-"}), [] { return Menus::tr("Collapse the project tree"); }, [this] { m_window.projectDock()->tree()->collapseAll(); });
    view->addSeparator();
    const auto page = [&](const QString &id, const char *key, MainWindow::Page to, std::function<QString()> name) {
        add(view, id, keys({key}), std::move(name), [this, to] { m_window.showPage(to); });
    };
    page(u"goDesign"_s, "Alt+1", MainWindow::Design, [] { return Menus::tr("Design"); });
    page(u"goLive"_s, "Alt+2", MainWindow::Live, [] { return Menus::tr("Live"); });
    page(u"goReport"_s, "Alt+3", MainWindow::Report, [] { return Menus::tr("Report"); });
    page(u"goHistory"_s, "Alt+4", MainWindow::History, [] { return Menus::tr("History"); });
    page(u"goCompare"_s, "Alt+5", MainWindow::Compare, [] { return Menus::tr("Compare"); });
    view->addSeparator();
    EditorArea *editors = m_window.editors();
    add(view, u"closeTab"_s, keys({"Ctrl+W"}), [] { return Menus::tr("Close tab"); }, [=] { editors->closeCurrent(); });
    add(view, u"reopenTab"_s, keys({"Ctrl+Shift+T"}), [] { return Menus::tr("Reopen closed tab"); }, [=] { editors->reopen(); });
    add(view, u"nextTab"_s, keys({"Ctrl+Tab", "Ctrl+PgDown"}), [] { return Menus::tr("Next tab"); }, [=] { editors->step(1); });
    add(view, u"previousTab"_s, keys({"Ctrl+Shift+Tab", "Ctrl+PgUp"}), [] { return Menus::tr("Previous tab"); }, [=] { editors->step(-1); });
    view->addSeparator();
    const auto theme = [&](const QString &id, const QString &choice, std::function<QString()> name) {
        add(view, id, {}, std::move(name), [this, choice] { m_window.setTheme(choice); });
    };
    theme(u"themeLight"_s, u"light"_s, [] { return Menus::tr("Light theme"); });
    theme(u"themeDark"_s, u"dark"_s, [] { return Menus::tr("Dark theme"); });
    theme(u"themeSystem"_s, u"system"_s, [] { return Menus::tr("Theme of the system"); });
    view->addSeparator();
    add(view, u"languageEnglish"_s, {}, [] { return u"English"_s; }, [this] { m_window.setLanguage(u"en"_s); });
    add(view, u"languageChinese"_s, {}, [] { return u"简体中文"_s; }, [this] { m_window.setLanguage(u"zh_CN"_s); });
}

void WindowMenus::addHelp()
{
    QMenu *help = menu([] { return Menus::tr("&Help"); });
    new DialogHelp(m_commands, &m_window);
    add(help, u"help"_s, keys({"F1"}), [] { return Menus::tr("Help on this"); }, [this] { m_window.showHelp(); });
    add(help, u"manual"_s, keys({"Shift+F1"}), [] { return Menus::tr("Manual"); }, [this] { m_window.showManual(u"start"_s); });
    add(help, u"glossary"_s, {}, [] { return Menus::tr("Glossary"); }, [this] { m_window.showManual(u"glossary"_s); });
    add(help, u"shortcutHelp"_s, {}, [] { return Menus::tr("Keyboard shortcuts"); }, [this] { m_window.showManual(u"shortcuts"_s); });
    help->addSeparator();
    add(help, u"welcome"_s, {}, [] { return Menus::tr("Welcome page"); }, [this] { m_window.showPage(MainWindow::Welcome); });
}

} // namespace ui
