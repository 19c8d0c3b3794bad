#include "ui/projectdock.h"
#include "models/items/projectfilter.h"
#include "models/items/casesmodel.h"
#include "models/items/projecttreemodel.h"
#include "ui/editors/nodedelegate.h"
#include "ui/widgets/basics.h"

using namespace Qt::StringLiterals;

namespace ui {

using document::NodeRef;

ProjectDock::ProjectDock(document::ProjectDocument &document, QWidget *parent)
    : QWidget(parent), m_document(document), m_model(new items::ProjectTreeModel(document, this)),
      m_filtered(new items::ProjectFilter(this)), m_filterEdit(new QLineEdit), m_stack(new QStackedWidget),
      m_tree(new Tree(row::dense, 16)), m_addMenu(new QMenu(this))
{
    m_filtered->setSourceModel(m_model);
    m_tree->setObjectName(u"projectTree"_s);
    m_tree->setItemDelegate(new NodeDelegate(row::dense, m_tree));
    m_tree->setModel(m_filtered);
    m_tree->setEditTriggers(QAbstractItemView::EditKeyPressed);
    m_tree->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_tree->setDragDropMode(QAbstractItemView::DragDrop); // the model moves within this document only
    m_tree->setDefaultDropAction(Qt::MoveAction);
    m_tree->setDragEnabled(true);
    m_tree->setDropIndicatorShown(true);
    m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
    m_tree->installEventFilter(this);
    m_filterEdit->setObjectName(u"projectFilter"_s);
    m_filterEdit->setProperty("quiet", true);
    m_filterEdit->setClearButtonEnabled(true);
    m_filterEdit->addAction(theme::icon(u"search"_s, theme::tk().text3), QLineEdit::LeadingPosition);

    auto *add = iconButton(u"plus"_s, {});
    add->setObjectName(u"addNode"_s);
    add->setMenu(m_addMenu);
    add->setPopupMode(QToolButton::InstantPopup);
    auto *collapse = iconButton(u"list-collapse"_s, {});
    collapse->setObjectName(u"collapseAll"_s);
    m_title = text({}, Type::Heading);
    auto *head = hbox(2, {sp::m, 0, sp::s, 0});
    head->addWidget(m_title, 1);
    head->addWidget(add);
    head->addWidget(collapse);
    auto *headWidget = wrap(head);
    headWidget->setFixedHeight(40);
    auto *filterLine = hbox(0, {sp::m, 0, sp::m, sp::s});
    filterLine->addWidget(m_filterEdit);

    auto *empty = vbox(sp::s, {sp::m, sp::xl, sp::m, sp::m});
    auto *emptyText = text({}, Type::Small, u"2"_s);
    emptyText->setWordWrap(true);
    auto *emptyAdd = button({}, u"primary"_s, u"plus"_s);
    emptyAdd->setObjectName(u"addFirstCase"_s);
    empty->addWidget(emptyText);
    empty->addWidget(emptyAdd, 0, Qt::AlignLeft);
    empty->addStretch(1);
    m_stack->addWidget(m_tree);
    m_stack->addWidget(wrap(empty));

    auto *inside = vbox(0);
    inside->addWidget(headWidget);
    inside->addLayout(filterLine);
    inside->addWidget(m_stack, 1);
    auto *all = vbox(0);
    all->addWidget(wrap(inside, u"sidebar"_s));
    setLayout(all);
    setMinimumWidth(200);
    setMaximumWidth(560);

    const auto adds = [this](const QString &icon, void (ProjectDock::*slot)(), std::function<QString()> name) {
        auto *a = m_addMenu->addAction(theme::icon(icon), {});
        connect(a, &QAction::triggered, this, slot);
        m_texts.add([a, name] { a->setText(name()); });
        return a;
    };
    adds(u"folder"_s, &ProjectDock::addDirectory, [] { return tr("Directory"); })->setObjectName(u"addDirectory"_s);
    adds(u"file-code"_s, &ProjectDock::addCase, [] { return tr("Case"); })->setObjectName(u"addCase"_s);
    adds(u"send"_s, &ProjectDock::addRequest, [] { return tr("Request"); })->setObjectName(u"addRequest"_s);

    auto *run = action(u"runNode"_s, u"play"_s, QKeySequence(u"Ctrl+F5"_s), &ProjectDock::runSelected);
    auto *debug = action(u"debugNode"_s, u"bug"_s, QKeySequence(u"Ctrl+F6"_s), &ProjectDock::debugSelected);
    auto *rename = action(u"renameNode"_s, u"pencil"_s, Qt::Key_F2, &ProjectDock::renameCurrent);
    auto *duplicate = action(u"duplicateNode"_s, u"copy"_s, QKeySequence(u"Ctrl+D"_s), &ProjectDock::duplicateCurrent);
    auto *toggle = action(u"toggleNode"_s, u"eye"_s, QKeySequence(u"Ctrl+T"_s), &ProjectDock::toggleEnabled);
    auto *remove = action(u"removeNode"_s, u"x"_s, QKeySequence::Delete, &ProjectDock::removeSelected);
    m_texts.add([=, this] {
        run->setText(tr("Run only this"));
        debug->setText(tr("Debug only this"));
        rename->setText(tr("Rename"));
        duplicate->setText(tr("Duplicate"));
        toggle->setText(tr("Enable or disable"));
        remove->setText(tr("Delete"));
        add->setToolTip(tr("Add"));
        add->setAccessibleName(tr("Add"));
        collapse->setToolTip(tr("Collapse all"));
        collapse->setAccessibleName(tr("Collapse all"));
        m_filterEdit->setPlaceholderText(tr("Filter"));
        m_filterEdit->setAccessibleName(tr("Filter the project tree"));
        m_tree->setAccessibleName(tr("Project tree"));
        emptyText->setText(tr("No cases yet. A case holds the requests one user makes, and the load it is tested with."));
        emptyAdd->setText(tr("Add a case"));
    });

    connect(collapse, &QToolButton::clicked, m_tree, [this] {
        m_tree->collapseAll();
        m_tree->expand(m_filtered->index(0, 0));
    });
    connect(emptyAdd, &QPushButton::clicked, this, &ProjectDock::addCase);
    connect(m_filterEdit, &QLineEdit::textChanged, this, [this](const QString &text) {
        // To open thousands of branches takes the tree seconds, and nobody reads them: the next letter leaves fewer.
        constexpr qsizetype mostOpened = 1000;
        m_filtered->setText(text);
        if (text.isEmpty())
            return;
        if (m_filtered->shownCount() <= mostOpened)
            return m_tree->expandAll();
        m_tree->collapseAll();
        m_tree->expand(m_filtered->index(0, 0));
    });
    connect(m_tree, &QTreeView::activated, this, [this] { emit activated(current()); });
    connect(m_tree, &QTreeView::clicked, this, [this] { emit activated(current()); });
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] { emit currentChanged(current()); });
    connect(m_tree, &QWidget::customContextMenuRequested, this, [this](const QPoint &at) {
        QMenu menu(this);
        menu.addActions(m_addMenu->actions());
        menu.addSeparator();
        menu.addActions(m_nodeActions);
        menu.exec(m_tree->viewport()->mapToGlobal(at));
    });
    for (auto signal : {&document::ProjectDocument::nodeInserted, &document::ProjectDocument::nodeRemoved,
                        &document::ProjectDocument::nodeChanged})
        connect(&m_document, signal, this, [this](NodeRef) { updateState(); });
    connect(&m_document, &document::ProjectDocument::reset, this, [this] {
        updateState();
        m_tree->expandToDepth(1);
    });
    updateState();
    m_tree->expandToDepth(1);
}

QAction *ProjectDock::action(const QString &name, const QString &icon, const QKeySequence &keys, void (ProjectDock::*slot)())
{
    auto *a = new QAction(theme::icon(icon), {}, this);
    a->setObjectName(name);
    a->setShortcuts({keys});
    a->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_tree->addAction(a);
    m_nodeActions << a;
    connect(a, &QAction::triggered, this, slot);
    return a;
}

NodeRef ProjectDock::current() const
{
    const QModelIndex index = m_tree->currentIndex();
    return index.isValid() ? m_model->nodeAt(m_filtered->mapToSource(index)) : NodeRef();
}

QVector<NodeRef> ProjectDock::selected() const
{
    QVector<NodeRef> nodes;
    for (const QModelIndex &index : m_tree->selectionModel()->selectedRows())
        nodes << m_model->nodeAt(m_filtered->mapToSource(index));
    return nodes;
}

void ProjectDock::select(NodeRef node)
{
    const QModelIndex index = m_filtered->mapFromSource(m_model->indexOf(node));
    if (!index.isValid())
        return;
    // Not the view's own setCurrentIndex: with Ctrl held, as in Ctrl+D, it would add to the selection.
    m_tree->selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    m_tree->scrollTo(index);
}

domain::DirectoryId ProjectDock::directoryHere() const
{
    NodeRef node = current();
    while (node.isValid() && node.kind != NodeRef::Directory && node.kind != NodeRef::Project)
        node = m_document.parentOf(node);
    return node.directory();
}

domain::CaseId ProjectDock::caseHere() const
{
    NodeRef node = current();
    while (node.isValid() && node.kind != NodeRef::Case && node.kind != NodeRef::Project)
        node = m_document.parentOf(node);
    return node.testCase();
}

void ProjectDock::addDirectory()
{
    m_filterEdit->clear();
    select(m_document.addDirectory(tr("New directory"), directoryHere()));
    renameCurrent();
}

domain::TestCase ProjectDock::freshCase() const
{
    domain::TestCase fresh;
    domain::Stage stage;
    stage.name = tr("Stage 1");
    fresh.stages << stage;
    return fresh;
}

void ProjectDock::addCase()
{
    m_filterEdit->clear();
    const domain::CaseId id = m_document.addCase(tr("New case"), directoryHere(), freshCase());
    select(id);
    emit activated(id);
}

domain::CaseId ProjectDock::addCaseFor(const domain::Message &message)
{
    m_filterEdit->clear();
    domain::TestCase initial = freshCase();
    domain::Step step = domain::newRequest(message.name, message.method, message.url);
    step.message = message;
    initial.steps << step;
    initial.stages.first().seconds = 30;
    const domain::CaseId id = m_document.addCase(message.name, directoryHere(), initial);
    select(id);
    return id;
}

void ProjectDock::addRequest()
{
    m_filterEdit->clear();
    if (!caseHere().isValid())
        addCase();
    const NodeRef here = current();
    const domain::StepId id =
        m_document.addStep(caseHere(), domain::newRequest(tr("New request"), u"GET"_s, u"http://"_s), here.step());
    select(id);
    emit activated(id);
}

/// A case is run though it is off: whoever chooses it alone means it. Of a directory its enabled ones are.
void ProjectDock::runSelected()
{
    QVector<domain::CaseId> cases;
    for (const NodeRef node : selected()) {
        const bool isOne = node.kind == NodeRef::Case || node.kind == NodeRef::Step;
        for (const auto id : isOne ? items::casesIn(m_document, node) : items::enabledCases(m_document, node)) {
            if (!cases.contains(id))
                cases << id;
        }
    }
    if (!cases.isEmpty())
        emit runRequested(cases);
}

void ProjectDock::debugSelected()
{
    if (const auto nodes = selected(); !nodes.isEmpty())
        emit debugRequested(nodes);
}

void ProjectDock::renameCurrent()
{
    if (m_tree->currentIndex().isValid())
        m_tree->edit(m_tree->currentIndex());
}

void ProjectDock::removeSelected()
{
    QVector<NodeRef> nodes = selected();
    nodes.removeIf([](NodeRef node) { return node.kind == NodeRef::Project; });
    if (!nodes.isEmpty())
        m_document.remove(nodes);
}

void ProjectDock::duplicateCurrent()
{
    const NodeRef node = current();
    if (node.isValid() && node.kind != NodeRef::Project)
        select(m_document.duplicate(node));
}

void ProjectDock::toggleEnabled()
{
    const NodeRef node = current();
    if (node.kind == NodeRef::Case || node.kind == NodeRef::Step)
        m_document.setEnabled(node, !m_document.isEnabled(node));
}

void ProjectDock::moveCurrent(int by)
{
    const NodeRef node = current();
    if (!node.isValid() || node.kind == NodeRef::Project)
        return;
    const NodeRef under = m_document.parentOf(node);
    const int row = m_document.rowOf(node) + by;
    if (row < 0 || row >= m_document.childCount(under))
        return;
    m_document.move(node, under, by > 0 ? row + 1 : row);
    select(node);
}

void ProjectDock::updateState()
{
    m_title->setText(m_document.project().name);
    m_stack->setCurrentIndex(m_document.childCount(m_document.root()) > 0 ? 0 : 1);
}

bool ProjectDock::eventFilter(QObject *object, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        auto *key = static_cast<QKeyEvent *>(event);
        if (key->modifiers() == Qt::AltModifier && (key->key() == Qt::Key_Up || key->key() == Qt::Key_Down)) {
            moveCurrent(key->key() == Qt::Key_Up ? -1 : 1);
            return true;
        }
    }
    return QWidget::eventFilter(object, event);
}

void ProjectDock::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        m_texts.again();
    QWidget::changeEvent(event);
}

} // namespace ui
