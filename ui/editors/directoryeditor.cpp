#include "ui/editors/directoryeditor.h"

using namespace Qt::StringLiterals;

namespace ui {

using document::NodeRef;
using document::ProjectDocument;
using domain::Directory;

DirectoryEditor::DirectoryEditor(ProjectDocument &document, domain::DirectoryId directory, QWidget *parent)
    : QWidget(parent), m_document(document), m_directory(directory),
      m_fields(this, m_texts,
               [this](const QString &, const QString &, const auto &change) {
                   if (const Directory *now = m_document.directory(m_directory)) {
                       Directory after = *now;
                       change(after);
                       m_document.rename(m_directory, after.name);
                   }
               }),
      m_title(text({}, Type::Title)), m_place(text({}, Type::Small, u"3"_s)), m_overview(new CaseOverview(document, directory))
{
    m_title->setObjectName(u"directoryTitle"_s);
    auto *head = hbox(sp::m, {sp::l, 0, sp::m, 0});
    head->addWidget(iconLabel(u"folder"_s, theme::tk().accentText, 18));
    head->addWidget(m_title);
    head->addWidget(m_place, 1);
    auto *headWidget = wrap(head, u"paneHeader"_s);
    headWidget->setFixedHeight(48);
    auto *name = m_fields.line(u"directoryName"_s, [] { return tr("Name"); }, [](const Directory &d) { return d.name; },
                               [](Directory &d, const QString &v) { d.name = v; });
    name->setMaximumWidth(520);
    auto *top = hbox(sp::l, {sp::l, sp::m, sp::l, sp::s});
    top->addWidget(labelled(m_texts, name, [] { return tr("Name"); }));
    auto *l = vbox(0);
    l->addWidget(headWidget);
    l->addLayout(top);
    l->addWidget(m_overview, 1);
    auto *outer = vbox(0);
    outer->addWidget(wrap(l, u"pane"_s));
    setLayout(outer);
    connect(&document, &ProjectDocument::reset, this, &DirectoryEditor::read);
    connect(&document, &ProjectDocument::nodeMoved, this, &DirectoryEditor::read);
    connect(&document, &ProjectDocument::nodeChanged, this, [this](NodeRef node) {
        if (node.kind == NodeRef::Directory || node.kind == NodeRef::Project)
            read();
    });
    read();
}

void DirectoryEditor::read()
{
    const Directory *directory = m_document.directory(m_directory);
    if (!directory)
        return;
    m_title->setText(directory->name);
    QStringList above;
    for (NodeRef at = m_document.parentOf(m_directory); at.isValid(); at = m_document.parentOf(at)) {
        above.prepend(m_document.nameOf(at));
        if (at.kind == NodeRef::Project)
            break;
    }
    m_place->setText(tr("in %1").arg(above.join(u" / "_s)));
    m_fields.read(*directory);
}

void DirectoryEditor::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        m_texts.again();
    QWidget::changeEvent(event);
}

} // namespace ui
