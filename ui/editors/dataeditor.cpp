#include "ui/editors/dataeditor.h"
#include "ui/editors/environmentseditor.h"
#include "ui/editors/variableseditor.h"
#include "ui/widgets/basics.h"

using namespace Qt::StringLiterals;

namespace ui {

DataEditor::DataEditor(document::ProjectDocument &document, QWidget *parent)
    : QWidget(parent), m_document(document), m_parts(new SubTabs({{u"Variables"_s, {}}, {u"Environments"_s, {}}}, 0, 37)),
      m_variables(new VariablesEditor(document)), m_environments(new EnvironmentsEditor(document))
{
    m_parts->setObjectName(u"dataParts"_s);
    auto *pages = new QStackedWidget;
    pages->addWidget(m_variables);
    pages->addWidget(m_environments);
    auto *line = hbox(0, {2, 0, sp::m, 0});
    line->addWidget(m_parts);
    line->addStretch(1);
    auto *head = wrap(line, u"paneHeader"_s);
    head->setFixedHeight(38);
    auto *l = vbox(0);
    l->addWidget(head);
    l->addWidget(pages, 1);
    setLayout(l);
    const auto count = [this] {
        const auto figure = [](qsizetype n) { return n > 0 ? QString::number(n) : QString(); };
        m_parts->setItems({{tr("Variables"), figure(m_document.project().variables.size())},
                           {tr("Environments"), figure(m_document.project().environments.size())}});
    };
    m_texts.add([this, count] {
        count();
        m_parts->setAccessibleName(tr("Data of the project"));
    });
    connect(m_parts, &QTabBar::currentChanged, pages, &QStackedWidget::setCurrentIndex);
    for (auto signal : {&document::ProjectDocument::variablesChanged, &document::ProjectDocument::environmentsChanged,
                        &document::ProjectDocument::reset})
        connect(&document, signal, this, count);
}

void DataEditor::showPart(Part part) { m_parts->setCurrentIndex(part); }

void DataEditor::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        m_texts.again();
    QWidget::changeEvent(event);
}

} // namespace ui
