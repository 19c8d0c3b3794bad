#include "ui/editors/projecteditor.h"
#include "ui/widgets/rowstable.h"

using namespace Qt::StringLiterals;

namespace ui {

using document::NodeRef;
using document::ProjectDocument;
using document::ProjectHead;

ProjectEditor::ProjectEditor(ProjectDocument &document, QWidget *parent)
    : QWidget(parent), m_document(document),
      m_fields(this, m_texts,
               [this](const QString &, const QString &, const auto &change) {
                   ProjectHead head{m_document.project().name, m_document.project().description};
                   change(head);
                   m_document.setProjectHead(head.name, head.description);
               }),
      m_title(text({}, Type::Title)), m_hosts(new RowsTable(2)), m_overview(new CaseOverview(document, document.root()))
{
    m_hosts->setObjectName(u"projectHosts"_s);
    auto *l = vbox(0);
    l->addWidget(head());
    auto *name = m_fields.line(u"projectName"_s, [] { return tr("Name"); }, [](const ProjectHead &h) { return h.name; },
                               [](ProjectHead &h, const QString &v) { h.name = v; });
    auto *description = m_fields.prose(u"projectDescription"_s, [] { return tr("Description"); },
                                       [](const ProjectHead &h) { return h.description; },
                                       [](ProjectHead &h, const QString &v) { h.description = v; });
    description->setFixedHeight(72);
    auto *left = vbox(sp::s);
    left->addWidget(labelled(m_texts, name, [] { return tr("Name"); }));
    left->addWidget(labelled(m_texts, description, [] { return tr("Description"); }));
    left->addStretch(1);
    auto *top = hbox(sp::l, {sp::l, sp::m, sp::l, sp::s});
    top->addLayout(left, 1);
    top->addWidget(hosts(), 1, Qt::AlignTop);
    l->addLayout(top);
    l->addWidget(m_overview, 1);
    auto *outer = vbox(0);
    outer->addWidget(wrap(l, u"pane"_s));
    setLayout(outer);
    connect(m_hosts, &RowsTable::edited, this, &ProjectEditor::takeHosts);
    connect(&document, &ProjectDocument::reset, this, &ProjectEditor::read);
    connect(&document, &ProjectDocument::nodeChanged, this, [this](NodeRef node) {
        if (node.kind == NodeRef::Project)
            read();
    });
    read();
}

QWidget *ProjectEditor::head()
{
    m_title->setObjectName(u"projectTitle"_s);
    auto *l = hbox(sp::m, {sp::l, 0, sp::m, 0});
    l->addWidget(iconLabel(u"package"_s, theme::tk().accentText, 18));
    l->addWidget(m_title, 1);
    auto *w = wrap(l, u"paneHeader"_s);
    w->setFixedHeight(48);
    return w;
}

QWidget *ProjectEditor::hosts()
{
    m_hosts->setFixedHeight(112);
    m_hosts->horizontalHeader()->setStretchLastSection(true);
    m_hosts->setColumnWidth(0, 180);
    m_texts.add([this] {
        m_hosts->setHorizontalHeaderLabels({tr("Host"), tr("Addresses")});
        m_hosts->setToolTip(tr("Used instead of DNS; several addresses are separated by commas."));
        m_hosts->setAccessibleName(tr("Bound hosts"));
    });
    return labelled(m_texts, m_hosts, [] { return tr("Bound hosts, for every request"); });
}

void ProjectEditor::read()
{
    const domain::Project &project = m_document.project();
    m_title->setText(project.name);
    m_fields.read({project.name, project.description});
    QVector<QStringList> rows;
    for (const auto &binding : project.hostBindings())
        rows << QStringList{binding.key, binding.value};
    if (m_hosts->rows() != rows)
        m_hosts->setRows(rows);
}

void ProjectEditor::takeHosts()
{
    const auto before = m_document.project().hostBindings();
    QVector<domain::KeyValue> after;
    const auto rows = m_hosts->rows();
    for (qsizetype i = 0; i < rows.size(); ++i) {
        domain::KeyValue binding = before.value(i); // what the table does not show stays
        binding.key = rows[i].value(0).trimmed();
        binding.value = rows[i].value(1).trimmed();
        after << binding;
    }
    if (after == before)
        return;
    domain::Project project = m_document.project();
    project.setHostBindings(after);
    m_document.replaceProject(project, tr("Change the bound hosts"));
}

void ProjectEditor::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        m_texts.again();
    QWidget::changeEvent(event);
}

} // namespace ui
