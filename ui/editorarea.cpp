#include "ui/editorarea.h"
#include "models/items/casesmodel.h"
#include "ui/editors/caseeditor.h"
#include "ui/editors/directoryeditor.h"
#include "ui/editors/projecteditor.h"
#include "ui/editors/steplist.h"
#include "ui/widgets/doctabs.h"

using namespace Qt::StringLiterals;

namespace ui {

using document::NodeRef;
using document::ProjectDocument;

namespace {

constexpr int mostClosed = 20;

} // namespace

EditorArea::EditorArea(ProjectDocument &document, QWidget *parent)
    : QWidget(parent), m_document(document), m_tabs(new DocTabs), m_stack(new QStackedWidget)
{
    m_tabs->setObjectName(u"documentTabs"_s);
    auto *strip = hbox(0);
    strip->addWidget(m_tabs, 1);
    auto *stripWidget = wrap(strip, u"tabStrip"_s);
    stripWidget->setFixedHeight(37);
    m_stack->addWidget(emptyPage());
    auto *l = vbox(0);
    l->addWidget(stripWidget);
    l->addWidget(m_stack, 1);
    setLayout(l);
    m_texts.add([this] { m_tabs->setAccessibleName(tr("Open cases")); });

    connect(m_tabs, &QTabBar::currentChanged, this, &EditorArea::showTab);
    connect(m_tabs, &QTabBar::tabCloseRequested, this, &EditorArea::closeTab);
    connect(&m_document, &ProjectDocument::nodeRemoved, this, &EditorArea::forgetMissing);
    connect(&m_document, &ProjectDocument::nodeChanged, this, [this](NodeRef node) {
        if (const int tab = tabOf(node); tab >= 0)
            m_tabs->setTabText(tab, m_document.nameOf(node));
    });
    connect(&m_document, &ProjectDocument::reset, this, [this] {
        m_closed.clear();
        forgetMissing();
    });
}

QWidget *EditorArea::emptyPage()
{
    auto *title = text({}, Type::Title), *words = text({}, Type::Body, u"2"_s);
    auto *add = button({}, {}, u"plus"_s);
    add->setObjectName(u"emptyAddCase"_s);
    auto *l = vbox(sp::s);
    l->addStretch(1);
    for (QWidget *w : {static_cast<QWidget *>(iconLabel(u"file-code"_s, theme::tk().text3, 28)), static_cast<QWidget *>(title),
                       static_cast<QWidget *>(words), static_cast<QWidget *>(add)})
        l->addWidget(w, 0, Qt::AlignHCenter);
    l->addStretch(2);
    m_texts.add([=] {
        title->setText(tr("No case is open"));
        words->setText(tr("Choose one in the project tree, or add one."));
        add->setText(u" "_s + tr("Add a case"));
    });
    connect(add, &QPushButton::clicked, this, &EditorArea::addCaseRequested);
    return wrap(l, u"pane"_s);
}

NodeRef EditorArea::nodeAt(int tab) const { return tab < 0 ? NodeRef() : m_tabs->tabData(tab).value<NodeRef>(); }

int EditorArea::tabOf(NodeRef node) const
{
    for (int i = 0; node.isValid() && i < m_tabs->count(); ++i) {
        if (nodeAt(i) == node)
            return i;
    }
    return -1;
}

QWidget *EditorArea::editorOf(NodeRef node) const
{
    if (node.kind == NodeRef::Case)
        return m_editors.value(node.value);
    return node.isValid() && node == m_overviewNode ? m_overview : nullptr;
}

CaseEditor *EditorArea::openCase(domain::CaseId id)
{
    if (!m_document.testCase(id))
        return nullptr;
    CaseEditor *&editor = m_editors[id.value];
    if (!editor) {
        editor = new CaseEditor(m_document, id);
        m_stack->addWidget(editor);
        connect(editor, &CaseEditor::openTransaction, this, &EditorArea::transactionRequested);
        connect(editor, &CaseEditor::debugRequested, this, &EditorArea::debugRequested);
        m_tabs->addDocument(u"file-code"_s, m_document.nameOf(id), QVariant::fromValue(NodeRef(id)));
        m_closed.removeAll(NodeRef(id));
        emit editorOpened(editor);
    }
    m_tabs->setCurrentIndex(tabOf(id));
    m_stack->setCurrentWidget(editor);
    return editor;
}

/// One tab for all of them: whoever walks through the tree is not left with a row of tabs.
void EditorArea::openOverview(NodeRef node)
{
    if (node != m_overviewNode || !m_overview) {
        const int before = tabOf(m_overviewNode);
        QWidget *old = std::exchange(m_overview, nullptr);
        CaseOverview *cases = nullptr;
        if (node.kind == NodeRef::Project) {
            auto *editor = new ProjectEditor(m_document);
            cases = editor->overview();
            m_overview = editor;
        } else {
            auto *editor = new DirectoryEditor(m_document, node.directory());
            cases = editor->overview();
            m_overview = editor;
        }
        m_overviewNode = node;
        m_stack->addWidget(m_overview);
        connect(cases, &CaseOverview::openRequested, this, &EditorArea::openNode);
        connect(cases, &CaseOverview::runRequested, this, &EditorArea::runRequested);
        const QSignalBlocker quiet(m_tabs);
        const int tab = m_tabs->addDocument(node.kind == NodeRef::Project ? u"package"_s : u"folder"_s, m_document.nameOf(node), QVariant::fromValue(node));
        if (before >= 0) {
            m_tabs->removeTab(before);
            m_tabs->moveTab(tab - 1, before);
        }
        if (old) {
            m_stack->removeWidget(old);
            old->hide();
            old->deleteLater();
        }
        emit editorOpened(m_overview);
    }
    const int tab = tabOf(node);
    if (tab != m_tabs->currentIndex())
        m_tabs->setCurrentIndex(tab);
    showTab(tab);
}

void EditorArea::openNode(NodeRef node)
{
    if (!m_document.contains(node))
        return;
    if (node.kind == NodeRef::Case) {
        openCase(node.testCase());
    } else if (node.kind == NodeRef::Step) {
        if (auto *editor = openCase(m_document.caseOf(node.step())))
            editor->showStep(node.step());
    } else if (node.kind == NodeRef::Project || node.kind == NodeRef::Directory) {
        openOverview(node);
    }
}

NodeRef EditorArea::current() const { return nodeAt(m_tabs->currentIndex()); }

domain::CaseId EditorArea::currentCase() const { return current().testCase(); }

QVector<NodeRef> EditorArea::currentSteps() const
{
    QVector<NodeRef> steps;
    if (const CaseEditor *editor = m_editors.value(currentCase().value)) {
        for (domain::StepId id : editor->steps()->selected())
            steps << id;
    }
    return steps;
}

QVector<domain::CaseId> EditorArea::currentCases() const
{
    const NodeRef node = current();
    if (node.kind == NodeRef::Case)
        return {node.testCase()};
    return node.kind == NodeRef::Directory ? items::enabledCases(m_document, node) : QVector<domain::CaseId>();
}

QVector<NodeRef> EditorArea::openNodes() const
{
    QVector<NodeRef> nodes;
    for (int i = 0; i < m_tabs->count(); ++i)
        nodes << nodeAt(i);
    return nodes;
}

void EditorArea::showTab(int tab)
{
    auto *editor = editorOf(nodeAt(tab));
    m_stack->setCurrentWidget(editor ? editor : m_stack->widget(0));
    emit currentChanged(currentCase());
}

void EditorArea::closeTab(int tab)
{
    if (tab < 0 || tab >= m_tabs->count())
        return;
    const NodeRef node = nodeAt(tab);
    if (auto *editor = editorOf(node)) {
        m_stack->removeWidget(editor);
        editor->hide();
        editor->deleteLater();
    }
    if (node == m_overviewNode) {
        m_overview = nullptr;
        m_overviewNode = {};
    } else {
        m_editors.remove(node.value);
    }
    m_closed << node;
    if (m_closed.size() > mostClosed)
        m_closed.removeFirst();
    m_tabs->removeTab(tab);
    showTab(m_tabs->currentIndex());
}

void EditorArea::closeCurrent() { closeTab(m_tabs->currentIndex()); }

void EditorArea::reopen()
{
    while (!m_closed.isEmpty()) {
        const NodeRef node = m_closed.takeLast();
        if (m_document.contains(node))
            return openNode(node);
    }
}

void EditorArea::step(int by)
{
    if (const int count = m_tabs->count(); count > 0)
        m_tabs->setCurrentIndex((m_tabs->currentIndex() + by + count) % count);
}

void EditorArea::forgetMissing()
{
    for (int i = m_tabs->count() - 1; i >= 0; --i) {
        if (!m_document.contains(nodeAt(i)))
            closeTab(i);
    }
}

void EditorArea::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        m_texts.again();
    QWidget::changeEvent(event);
}

} // namespace ui
