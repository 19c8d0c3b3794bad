#include "ui/editors/steplist.h"
#include "models/document/clipboard.h"
#include "models/domain/instruction.h"
#include "models/items/stepsmodel.h"
#include "ui/editors/fields.h"
#include "ui/editors/newsteps.h"
#include "ui/editors/nodedelegate.h"
#include "ui/widgets/basics.h"

using namespace Qt::StringLiterals;

namespace ui {

using document::ProjectDocument;
using domain::StepId;

StepList::StepList(ProjectDocument &document, domain::CaseId testCase, QWidget *parent)
    : QWidget(parent), m_document(document), m_library(&document), m_case(testCase), m_model(new items::StepsModel(document, this)),
      m_tree(new Tree(row::normal, 18, true)), m_addMenu(new QMenu(this)), m_title(text({}, Type::Heading)),
      m_foot(text({}, Type::Small, u"3"_s))
{
    m_model->setCase(testCase);
    m_tree->setObjectName(u"stepTree"_s);
    m_tree->setItemDelegate(new NodeDelegate(row::normal, m_tree));
    m_tree->setModel(m_model);
    m_tree->setEditTriggers(QAbstractItemView::EditKeyPressed);
    m_tree->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_tree->setDragDropMode(QAbstractItemView::DragDrop);
    m_tree->setDefaultDropAction(Qt::MoveAction);
    m_tree->setDragEnabled(true);
    m_tree->setDropIndicatorShown(true);
    m_tree->setAutoExpandDelay(600);
    m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
    m_tree->installEventFilter(this);
    m_tree->expandAll();

    auto *add = button(u" "_s, u"ghost"_s, u"plus"_s);
    add->setObjectName(u"addStep"_s);
    add->setMenu(m_addMenu);
    auto *find = iconButton(u"search"_s, {});
    find->setObjectName(u"findInCase"_s);
    auto *head = hbox(sp::xs, {sp::m, 0, sp::s, 0});
    head->addWidget(m_title, 1);
    head->addWidget(find);
    head->addWidget(add);
    auto *headWidget = wrap(head, u"paneHeader"_s);
    headWidget->setFixedHeight(44);
    auto *foot = hbox(sp::s, {sp::m, 0, sp::m, 0});
    foot->addWidget(m_foot, 1);
    auto *footWidget = wrap(foot, u"foot"_s);
    footWidget->setFixedHeight(34);
    auto *l = vbox(0);
    l->addWidget(headWidget);
    l->addWidget(m_tree, 1);
    l->addWidget(footWidget);
    auto *outer = vbox(0);
    outer->addWidget(wrap(l, u"pane"_s));
    setLayout(outer);
    setMinimumWidth(280);

    const auto action = [this](const QString &name, const QString &icon, const QKeySequence &keys, Label label, std::function<void()> run) {
        auto *a = new QAction(theme::icon(icon), {}, m_tree);
        a->setObjectName(name);
        a->setShortcut(keys);
        a->setShortcutContext(Qt::WidgetShortcut);
        m_tree->addAction(a);
        m_actions << a;
        m_texts.add([a, label] { a->setText(label()); });
        connect(a, &QAction::triggered, this, run);
        return a;
    };
    m_debug = action(u"debugStep"_s, u"bug"_s, QKeySequence(u"Ctrl+F6"_s), [] { return tr("Debug only this"); }, [this] { emit debugRequested(); });
    action(u"renameStep"_s, u"pencil"_s, Qt::Key_F2, [] { return tr("Rename"); }, [this] { m_tree->edit(m_tree->currentIndex()); });
    action(u"copyStep"_s, u"copy"_s, QKeySequence::Copy, [] { return tr("Copy"); }, [this] { copy(); });
    action(u"cutStep"_s, {}, QKeySequence::Cut, [] { return tr("Cut"); }, [this] { cut(); });
    action(u"pasteStep"_s, {}, QKeySequence::Paste, [] { return tr("Paste"); }, [this] {
        if (const QString problem = paste(); !problem.isEmpty())
            emit complaint(problem);
    });
    action(u"duplicateStep"_s, {}, QKeySequence(u"Ctrl+D"_s), [] { return tr("Duplicate"); }, [this] { duplicate(); });
    action(u"toggleStep"_s, {}, QKeySequence(u"Ctrl+T"_s), [] { return tr("Enable or disable"); }, [this] { toggle(); });
    action(u"removeStep"_s, u"x"_s, QKeySequence::Delete, [] { return tr("Delete"); }, [this] { remove(); });

    m_texts.add([=, this] {
        m_title->setText(m_fixedTitle.isNull() ? m_document.nameOf(m_case) : m_fixedTitle);
        add->setText(u" "_s + tr("Add"));
        add->setAccessibleName(tr("Add a step"));
        find->setToolTip(tr("Find and replace in requests"));
        find->setAccessibleName(find->toolTip());
        m_tree->setAccessibleName(tr("Steps of the case"));
        updateFoot();
    });
    connect(m_addMenu, &QMenu::aboutToShow, this, &StepList::fillAddMenu);
    fillAddMenu();
    connect(find, &QToolButton::clicked, this, &StepList::findRequested);
    connect(m_tree, &QWidget::customContextMenuRequested, this, [this](const QPoint &at) {
        QMenu menu(this);
        fillContextMenu(menu);
        menu.exec(m_tree->viewport()->mapToGlobal(at));
    });
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &now) {
        if (m_model->stepAt(now).isValid())
            m_last = m_model->stepAt(now);
        emit currentChanged();
    });
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &StepList::expandNew);
    connect(m_model, &QAbstractItemModel::modelReset, this, [this] {
        m_tree->expandAll();
        emit currentChanged();
    });
    connect(&m_document, &ProjectDocument::nodeChanged, this, [this](document::NodeRef node) {
        if (node == document::NodeRef(m_case) && m_fixedTitle.isNull())
            m_title->setText(m_document.nameOf(m_case));
    });
    for (auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(m_model, signal, this, [this] { updateFoot(); });
    // The first step, not the group over it.
    for (int group : {1, 0}) {
        const QModelIndex first = m_model->index(0, 0, m_model->index(group, 0));
        if (first.isValid() && !current().isValid())
            m_tree->setCurrentIndex(first);
    }
}

void StepList::updateFoot()
{
    int requests = 0, off = 0;
    if (const auto *testCase = m_document.testCase(m_case)) {
        document::forEachStep(testCase->setupSteps + testCase->steps, [&](const domain::Step &step) {
            requests += step.kind == domain::StepKind::Request;
            off += step.disabled;
        });
    }
    m_foot->setText(requests == 0 ? tr("Add a request to begin.")
                                  : (requests == 1 ? tr("1 request") : tr("%1 requests").arg(requests))
                                      + (off ? u" · "_s + tr("%1 switched off").arg(off) : QString()));
}

void StepList::expandNew(const QModelIndex &parent, int first, int last)
{
    for (int i = first; i <= last; ++i) {
        m_tree->expandRecursively(m_model->index(i, 0, parent));
        // A step that moved to another list went and came: it stays the current one.
        const QModelIndex back = m_model->indexOf(m_last);
        if (m_last.isValid() && back.isValid() && m_tree->currentIndex() != back && m_model->index(i, 0, parent) == back)
            m_tree->setCurrentIndex(back);
    }
    m_tree->expand(parent);
}

void StepList::fillAddMenu()
{
    m_addMenu->clear();
    for (const NewStep &fresh : newSteps()) {
        if (fresh.separated)
            m_addMenu->addSeparator();
        auto *a = m_addMenu->addAction(theme::icon(fresh.icon), fresh.name);
        a->setObjectName(u"add"_s + fresh.id);
        connect(a, &QAction::triggered, this, [this, step = fresh.step] { add(step); });
    }
    m_addMenu->addSeparator();
    auto *library = m_addMenu->addMenu(theme::icon(u"blocks"_s), tr("Transaction of the library"));
    for (const auto &transaction : m_library->project().transactions) {
        auto *a = library->addAction(transaction.name);
        connect(a, &QAction::triggered, this, [this, step = referenceTo(transaction)] { add(step); });
    }
    library->setEnabled(!library->isEmpty());
}

void StepList::fillContextMenu(QMenu &menu)
{
    menu.addActions(m_actions);
    menu.addSeparator();
    auto *group = menu.addMenu(tr("Put into"));
    for (const NewStep &fresh : newSteps()) {
        if (!document::holdsSteps(fresh.step.kind))
            continue;
        auto *a = group->addAction(theme::icon(fresh.icon), fresh.name);
        connect(a, &QAction::triggered, this, [this, step = fresh.step] { wrapSelected(step); });
    }
    group->setEnabled(!selected().isEmpty());
    menu.addMenu(m_addMenu)->setText(tr("Add"));
}

void StepList::setTitle(const QString &title)
{
    m_fixedTitle = title;
    m_title->setText(title);
    m_debug->setVisible(false);
}

StepId StepList::current() const { return m_model->stepAt(m_tree->currentIndex()); }

QVector<StepId> StepList::selected() const { return m_model->topSteps(m_tree->selectionModel()->selectedRows()); }

void StepList::select(StepId step)
{
    const QModelIndex index = m_model->indexOf(step);
    if (!index.isValid())
        return;
    m_tree->setCurrentIndex(index);
    m_tree->scrollTo(index);
}

void StepList::select(const QVector<StepId> &steps)
{
    if (steps.isEmpty())
        return;
    select(steps.last());
    for (StepId step : steps)
        m_tree->selectionModel()->select(m_model->indexOf(step), QItemSelectionModel::Select | QItemSelectionModel::Rows);
}

StepId StepList::add(domain::Step step)
{
    const auto added = m_document.insertSteps(m_model->placeFor(m_tree->currentIndex()), {std::move(step)});
    if (added.isEmpty()) {
        emit complaint(tr("Steps can be nested at most ten levels deep."));
        return {};
    }
    select(added.first());
    return added.first();
}

void StepList::copy() const
{
    QVector<domain::Step> steps;
    for (StepId id : selected())
        steps << *m_document.step(id);
    if (!steps.isEmpty())
        document::copySteps(steps);
}

void StepList::cut()
{
    copy();
    remove();
}

QString StepList::paste()
{
    const auto steps = document::pastedSteps();
    if (!steps)
        return steps.error().message;
    const auto added = m_document.insertSteps(m_model->placeFor(m_tree->currentIndex()), *steps,
                                              steps->size() == 1 ? tr("Paste a step") : tr("Paste %1 steps").arg(steps->size()));
    if (added.isEmpty())
        return tr("The steps do not fit here: steps can be nested at most ten levels deep.");
    select(added);
    return {};
}

void StepList::duplicate()
{
    const auto steps = selected();
    if (steps.isEmpty())
        return;
    if (steps.size() == 1)
        return select(m_document.duplicate(steps.first()).step());
    QVector<domain::Step> copies;
    for (StepId id : steps)
        copies << *m_document.step(id);
    auto place = *m_document.placeOf(steps.last());
    ++place.row;
    select(m_document.insertSteps(place, copies, tr("Duplicate %1 steps").arg(copies.size())));
}

void StepList::remove()
{
    QVector<document::NodeRef> nodes;
    for (StepId id : selected())
        nodes << id;
    if (nodes.isEmpty())
        return;
    const QModelIndex at = m_model->indexOf(nodes.first().step());
    const QModelIndex parent = at.parent();
    const int row = at.row();
    const QPersistentModelIndex keep(parent);
    m_last = {};
    m_document.remove(nodes);
    const int rows = m_model->rowCount(keep);
    m_tree->setCurrentIndex(rows > 0 ? m_model->index(std::min(row, rows - 1), 0, keep) : QModelIndex(keep));
}

void StepList::toggle()
{
    const auto steps = selected();
    if (steps.isEmpty())
        return;
    const bool on = std::any_of(steps.begin(), steps.end(), [&](StepId id) { return !m_document.isEnabled(id); });
    if (steps.size() > 1)
        m_document.undoStack().beginMacro(on ? tr("Switch on %1 steps").arg(steps.size()) : tr("Switch off %1 steps").arg(steps.size()));
    for (StepId id : steps)
        m_document.setEnabled(id, on);
    if (steps.size() > 1)
        m_document.undoStack().endMacro();
    updateFoot();
}

void StepList::moveBy(int rows)
{
    const StepId step = current();
    auto place = m_document.placeOf(step);
    const auto *testCase = m_document.testCase(m_case);
    if (!place || !testCase)
        return;
    domain::TestCase copy = *testCase;
    const auto *list = document::listAt(copy, *place);
    const int to = place->row + rows;
    if (!list || to < 0 || to >= list->size())
        return;
    place->row = rows > 0 ? to + 1 : to;
    m_document.moveStep(step, *place);
    select(step);
}

void StepList::wrapSelected(domain::Step holder)
{
    const auto steps = selected();
    if (steps.isEmpty())
        return;
    const auto place = *m_document.placeOf(steps.first());
    m_document.undoStack().beginMacro(steps.size() == 1 ? tr("Wrap “%1”").arg(m_document.nameOf(steps.first())) : tr("Wrap %1 steps").arg(steps.size()));
    const auto added = m_document.insertSteps(place, {std::move(holder)});
    if (!added.isEmpty()) {
        const QModelIndex inside = m_model->indexOf(added.first());
        m_model->moveTo(steps, m_model->placeFor(inside));
    }
    m_document.undoStack().endMacro();
    if (!added.isEmpty())
        select(added.first());
}

bool StepList::eventFilter(QObject *object, QEvent *event)
{
    if (object == m_tree && event->type() == QEvent::KeyPress) {
        auto *key = static_cast<QKeyEvent *>(event);
        if (key->modifiers() == Qt::AltModifier && (key->key() == Qt::Key_Up || key->key() == Qt::Key_Down)) {
            moveBy(key->key() == Qt::Key_Up ? -1 : 1);
            return true;
        }
    }
    return QWidget::eventFilter(object, event);
}

void StepList::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        m_texts.again();
    QWidget::changeEvent(event);
}

} // namespace ui
