#include "ui/editors/taskseditor.h"
#include "models/items/tasksmodel.h"
#include "ui/editors/edittable.h"
#include "ui/editors/slaeditor.h"
#include "ui/widgets/basics.h"

using namespace Qt::StringLiterals;

namespace ui {

using domain::Task;

TaskEditor::TaskEditor(document::ProjectDocument &document, QWidget *parent)
    : QWidget(parent), m_document(document),
      m_fields(this, m_texts,
               [this](const QString &field, const QString &text, const auto &change) {
                   if (const Task *now = m_document.project().findTask(m_task)) {
                       Task after = *now;
                       change(after);
                       m_document.setTask(after, text, field);
                   }
               }),
      m_cases(new items::TaskCasesModel(document, this)), m_table(new EditTable(u"taskCaseTable"_s)), m_caseMenu(new QMenu(this)),
      m_rules(new SlaEditor(document))
{
    auto *tabs = new SubTabs({{u"Cases"_s, {}}, {u"Rules"_s, {}}}, 0, 37);
    tabs->setObjectName(u"taskTabs"_s);
    auto *pages = new QStackedWidget;
    pages->addWidget(casesPage());
    pages->addWidget(m_rules);
    auto *tabLine = hbox(0, {sp::s, 0, sp::m, 0});
    tabLine->addWidget(tabs);
    tabLine->addStretch(1);
    auto *tabWidget = wrap(tabLine, u"paneHeader"_s);
    tabWidget->setFixedHeight(38);
    auto *l = vbox(0);
    l->addWidget(head());
    l->addWidget(fields());
    l->addWidget(tabWidget);
    l->addWidget(pages, 1);
    auto *outer = vbox(0);
    outer->addWidget(wrap(l, u"pane"_s));
    setLayout(outer);
    const auto count = [=, this] {
        const Task *task = m_document.project().findTask(m_task);
        const auto figure = [](qsizetype n) { return n > 0 ? QString::number(n) : QString(); };
        tabs->setItems({{tr("Cases"), figure(task ? task->cases.size() : 0)}, {tr("Rules"), figure(task ? task->slaRules.size() : 0)}});
    };
    m_fields.onRead([count](const Task &) { count(); });
    m_texts.add([=, this] {
        tabs->setAccessibleName(tr("Parts of the task"));
        count();
        read();
    });
    connect(tabs, &QTabBar::currentChanged, pages, &QStackedWidget::setCurrentIndex);
    connect(m_caseMenu, &QMenu::aboutToShow, this, &TaskEditor::fillCaseMenu);
    connect(&document, &document::ProjectDocument::nodeChanged, this, [this](document::NodeRef node) {
        if (node == document::NodeRef(m_task))
            read();
    });
    connect(&document, &document::ProjectDocument::tasksChanged, this, &TaskEditor::read);
}

QWidget *TaskEditor::head()
{
    m_title = text({}, Type::Title);
    m_problem = text({}, Type::Small, u"warn"_s);
    m_problem->setObjectName(u"taskProblem"_s);
    auto *run = button(u" "_s, u"primary"_s, u"play"_s);
    run->setObjectName(u"runTask"_s);
    auto *l = hbox(sp::m, {sp::l, 0, sp::m, 0});
    l->addWidget(iconLabel(u"activity"_s, theme::tk().accentText, 18));
    l->addWidget(m_title);
    l->addWidget(m_problem, 1);
    l->addWidget(run);
    m_texts.add([run] { run->setText(u" "_s + tr("Run task")); });
    connect(run, &QPushButton::clicked, this, [this] { emit runRequested(m_task); });
    m_fields.onRead([run](const Task &task) { run->setEnabled(!task.cases.isEmpty()); });
    auto *w = wrap(l, u"paneHeader"_s);
    w->setFixedHeight(48);
    return w;
}

QWidget *TaskEditor::fields()
{
    auto *name = m_fields.line(u"taskName"_s, [] { return tr("Name"); }, [](const Task &t) { return t.name; },
                               [](Task &t, const QString &v) {
                                   if (!v.trimmed().isEmpty())
                                       t.name = v.trimmed();
                               });
    auto *description = m_fields.line(u"taskDescription"_s, [] { return tr("Description"); },
                                      [](const Task &t) { return t.description; },
                                      [](Task &t, const QString &v) { t.description = v; });
    auto *order = m_fields.segments(u"taskOrder"_s, [] { return tr("The cases run"); },
                                    [] { return QStringList{tr("together"), tr("one after another")}; },
                                    [](const Task &t) { return t.parallel ? 0 : 1; }, [](Task &t, int i) { t.parallel = i == 0; });
    auto *bench = m_fields.number(u"taskBench"_s, 0, 2'000'000, [] { return tr("Benchmark concurrency"); },
                                  [](const Task &t) { return t.benchConcurrent; }, [](Task &t, int v) { t.benchConcurrent = v; });
    bench->setFixedWidth(132);
    auto *scale = m_fields.flag(u"taskScale"_s, [] { return tr("Scale all stages by it: 100 leaves them as they are"); },
                                [](const Task &t) { return t.scaleByBench; }, [](Task &t, bool on) { t.scaleByBench = on; });
    auto *fullLink = m_fields.flag(u"taskFullLink"_s, [] { return tr("Full-link: mark every request with the stress mark"); },
                                   [](const Task &t) { return t.fullLink; }, [](Task &t, bool on) { t.fullLink = on; });
    auto *l = vbox(sp::m, {sp::l, sp::m, sp::l, sp::m});
    auto *first = hbox(sp::l);
    first->addWidget(labelled(m_texts, name, [] { return tr("Name"); }), 1);
    first->addWidget(labelled(m_texts, description, [] { return tr("Description"); }), 2);
    l->addLayout(first);
    auto *flags = vbox(sp::xs);
    flags->addWidget(scale);
    flags->addWidget(fullLink);
    l->addLayout(form::line({labelled(m_texts, order, [] { return tr("The cases run"); }),
                             labelled(m_texts, bench, [] { return tr("Benchmark concurrency"); }), wrap(flags)}, true, sp::l));
    return wrap(l);
}

QWidget *TaskEditor::casesPage()
{
    m_table->setModel(m_cases);
    m_table->setWidths({44, 260, 0});
    m_table->setDragDropMode(QAbstractItemView::InternalMove);
    m_table->setDragEnabled(true);
    m_table->setDragDropOverwriteMode(false);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->installEventFilter(this);
    auto *add = button(u" "_s, {}, u"plus"_s);
    add->setObjectName(u"addTaskCase"_s);
    add->setMenu(m_caseMenu);
    auto *remove = button(u" "_s, u"ghost"_s, u"x"_s);
    remove->setObjectName(u"removeTaskCase"_s);
    auto *up = iconButton(u"arrow-up"_s, {}), *down = iconButton(u"arrow-down"_s, {});
    up->setObjectName(u"taskCaseUp"_s);
    down->setObjectName(u"taskCaseDown"_s);
    auto *hint = new ElideLabel({}, Type::Small);
    auto *bar = hbox(sp::s, {sp::m, 7, sp::m, 7});
    for (QWidget *w : {static_cast<QWidget *>(add), static_cast<QWidget *>(remove), static_cast<QWidget *>(up), static_cast<QWidget *>(down)})
        bar->addWidget(w);
    bar->addWidget(hint, 1);
    auto *l = vbox(0);
    l->addWidget(m_table, 1);
    l->addWidget(hline());
    l->addLayout(bar);
    m_texts.add([=, this] {
        add->setText(u" "_s + tr("Add case"));
        remove->setText(u" "_s + tr("Take out"));
        up->setToolTip(tr("Earlier"));
        up->setAccessibleName(up->toolTip());
        down->setToolTip(tr("Later"));
        down->setAccessibleName(down->toolTip());
        hint->setText(tr("Drag, or Alt+Up and Alt+Down, to change the order"));
        m_table->setAccessibleName(tr("Cases of the task"));
        m_table->setHint(tr("No case yet. Add those that run in this task."));
    });
    connect(remove, &QPushButton::clicked, m_table, &EditTable::removeSelected);
    connect(up, &QToolButton::clicked, this, [this] { moveCase(-1); });
    connect(down, &QToolButton::clicked, this, [this] { moveCase(1); });
    connect(m_table, &QTableView::doubleClicked, this, [this](const QModelIndex &index) {
        const Task *task = m_document.project().findTask(m_task);
        if (task && index.row() < task->cases.size())
            emit openRequested(task->cases[index.row()]);
    });
    return wrap(l);
}

void TaskEditor::fillCaseMenu()
{
    m_caseMenu->clear();
    const auto missing = m_cases->missing();
    for (domain::CaseId id : missing) {
        auto *a = m_caseMenu->addAction(theme::icon(u"file-code"_s), m_document.nameOf(id));
        connect(a, &QAction::triggered, this, [this, id] { m_cases->addCase(id); });
    }
    if (missing.isEmpty())
        m_caseMenu->addAction(tr("All cases are in the task"))->setEnabled(false);
}

void TaskEditor::moveCase(int by)
{
    const int at = m_table->currentIndex().row();
    m_cases->moveCase(at, at + by);
    if (at + by >= 0 && at + by < m_cases->rowCount())
        m_table->setCurrentIndex(m_cases->index(at + by, items::TaskCasesModel::NameColumn));
}

void TaskEditor::setTask(domain::TaskId task)
{
    m_task = task;
    m_cases->setTask(task);
    m_rules->setOwner(task);
    read();
}

void TaskEditor::read()
{
    const Task *task = m_document.project().findTask(m_task);
    setEnabled(task != nullptr);
    if (!task)
        return;
    m_title->setText(task->name);
    m_fields.read(*task);
    const bool twice = std::count_if(m_document.project().tasks.begin(), m_document.project().tasks.end(),
                                     [&](const Task &other) { return other.name == task->name; }) > 1;
    m_problem->setText(twice ? tr("Another task has this name.") : task->cases.isEmpty() ? tr("The task has no case yet: add one below.") : QString());
}

bool TaskEditor::eventFilter(QObject *object, QEvent *event)
{
    if (object == m_table && event->type() == QEvent::KeyPress) {
        auto *key = static_cast<QKeyEvent *>(event);
        if (key->modifiers() == Qt::AltModifier && (key->key() == Qt::Key_Up || key->key() == Qt::Key_Down)) {
            moveCase(key->key() == Qt::Key_Up ? -1 : 1);
            return true;
        }
    }
    return QWidget::eventFilter(object, event);
}

void TaskEditor::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        m_texts.again();
    QWidget::changeEvent(event);
}

TasksEditor::TasksEditor(document::ProjectDocument &document, QWidget *parent)
    : QWidget(parent), m_document(document), m_model(new items::TasksModel(document, this)), m_table(new EditTable(u"taskTable"_s)),
      m_right(new QStackedWidget), m_editor(new TaskEditor(document))
{
    m_table->setModel(m_model);
    m_table->setWidths({0, 56, 96});
    m_table->setEditTriggers(QAbstractItemView::EditKeyPressed | QAbstractItemView::DoubleClicked);
    auto *title = text({}, Type::Heading);
    auto *add = button(u" "_s, u"ghost"_s, u"plus"_s);
    add->setObjectName(u"addTask"_s);
    auto *head = hbox(sp::s, {sp::m, 0, sp::s, 0});
    head->addWidget(title, 1);
    head->addWidget(add);
    auto *headWidget = wrap(head, u"paneHeader"_s);
    headWidget->setFixedHeight(48);
    auto *left = vbox(0);
    left->addWidget(headWidget);
    left->addWidget(m_table, 1);
    auto *hint = form::para({}, Type::Body);
    auto *empty = vbox(sp::s, {sp::xl, sp::xl, sp::xl, sp::xl});
    empty->addWidget(hint);
    empty->addStretch(1);
    m_right->addWidget(wrap(empty, u"pane"_s));
    m_right->addWidget(m_editor);
    auto *split = new QSplitter(Qt::Horizontal);
    split->setHandleWidth(1);
    split->setChildrenCollapsible(false);
    split->addWidget(wrap(left, u"pane"_s));
    split->addWidget(m_right);
    split->setStretchFactor(1, 1);
    split->setSizes({300, 800});
    auto *l = vbox(0);
    l->addWidget(split);
    setLayout(l);
    m_texts.add([=, this] {
        title->setText(tr("Tasks"));
        add->setText(u" "_s + tr("Add"));
        add->setAccessibleName(tr("Add a task"));
        m_table->setAccessibleName(tr("Tasks"));
        m_table->setHint(tr("No task yet."));
        hint->setText(tr("A task runs several cases as one test, together or one after another, and has rules for the whole. Choose one on "
                         "the left, or add one."));
    });
    connect(add, &QPushButton::clicked, this, &TasksEditor::addTask);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &TasksEditor::showCurrent);
    for (auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(m_model, signal, this, [this] { showCurrent(); });
    connect(m_model, &QAbstractItemModel::modelReset, this, &TasksEditor::showCurrent);
    if (m_model->rowCount() > 0)
        m_table->setCurrentIndex(m_model->index(0, 0));
    showCurrent();
}

void TasksEditor::showCurrent()
{
    const domain::TaskId task = m_model->taskAt(m_table->currentIndex().row());
    m_right->setCurrentIndex(task.isValid() ? 1 : 0);
    if (task != m_editor->task())
        m_editor->setTask(task);
}

void TasksEditor::select(domain::TaskId task)
{
    if (const QModelIndex index = m_model->indexOf(task); index.isValid())
        m_table->setCurrentIndex(index);
}

void TasksEditor::addTask()
{
    Task fresh;
    const auto &tasks = m_document.project().tasks;
    int number = int(tasks.size()) + 1;
    do {
        fresh.name = tr("Task %1").arg(number++);
    } while (std::any_of(tasks.begin(), tasks.end(), [&](const Task &other) { return other.name == fresh.name; }));
    for (const auto &testCase : m_document.project().cases) {
        if (testCase.enabled)
            fresh.cases << testCase.id;
    }
    select(m_document.addTask(fresh));
}

void TasksEditor::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        m_texts.again();
    QWidget::changeEvent(event);
}

} // namespace ui
