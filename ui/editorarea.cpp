#include "ui/editorarea.h"
#include "ui/editors/caseeditor.h"
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
    connect(&m_document, &ProjectDocument::nodeRemoved, this, &EditorArea::forgetMissingCases);
    connect(&m_document, &ProjectDocument::nodeChanged, this, [this](NodeRef node) {
        if (const int tab = tabOf(node.testCase()); tab >= 0)
            m_tabs->setTabText(tab, m_document.nameOf(node));
    });
    connect(&m_document, &ProjectDocument::reset, this, [this] {
        m_closed.clear();
        forgetMissingCases();
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

int EditorArea::tabOf(domain::CaseId id) const
{
    for (int i = 0; id.isValid() && i < m_tabs->count(); ++i) {
        if (m_tabs->tabData(i).toInt() == id.value)
            return i;
    }
    return -1;
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
        m_tabs->addDocument(u"file-code"_s, m_document.nameOf(id), id.value);
        m_closed.removeAll(id);
        emit editorOpened(editor);
    }
    m_tabs->setCurrentIndex(tabOf(id));
    m_stack->setCurrentWidget(editor);
    return editor;
}

void EditorArea::openNode(NodeRef node)
{
    if (node.kind == NodeRef::Case)
        openCase(node.testCase());
    else if (node.kind == NodeRef::Step) {
        if (auto *editor = openCase(m_document.caseOf(node.step())))
            editor->showStep(node.step());
    }
}

domain::CaseId EditorArea::currentCase() const { return {m_tabs->tabData(m_tabs->currentIndex()).toInt()}; }

QVector<domain::CaseId> EditorArea::openCases() const
{
    QVector<domain::CaseId> ids;
    for (int i = 0; i < m_tabs->count(); ++i)
        ids << domain::CaseId{m_tabs->tabData(i).toInt()};
    return ids;
}

void EditorArea::showTab(int tab)
{
    auto *editor = m_editors.value(m_tabs->tabData(tab).toInt());
    m_stack->setCurrentWidget(editor ? static_cast<QWidget *>(editor) : m_stack->widget(0));
    emit currentChanged(currentCase());
}

void EditorArea::closeTab(int tab)
{
    if (tab < 0 || tab >= m_tabs->count())
        return;
    const domain::CaseId id{m_tabs->tabData(tab).toInt()};
    if (auto *editor = m_editors.take(id.value)) {
        m_stack->removeWidget(editor);
        editor->hide();
        editor->deleteLater();
    }
    m_closed << id;
    if (m_closed.size() > mostClosed)
        m_closed.removeFirst();
    m_tabs->removeTab(tab);
    showTab(m_tabs->currentIndex());
}

void EditorArea::closeCurrent() { closeTab(m_tabs->currentIndex()); }

void EditorArea::reopen()
{
    while (!m_closed.isEmpty()) {
        if (openCase(m_closed.takeLast()))
            return;
    }
}

void EditorArea::step(int by)
{
    if (const int count = m_tabs->count(); count > 0)
        m_tabs->setCurrentIndex((m_tabs->currentIndex() + by + count) % count);
}

void EditorArea::forgetMissingCases()
{
    for (int i = m_tabs->count() - 1; i >= 0; --i) {
        if (!m_document.testCase({m_tabs->tabData(i).toInt()}))
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
