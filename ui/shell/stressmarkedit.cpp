#include "ui/shell/stressmarkedit.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/forms.h"

using namespace Qt::StringLiterals;

namespace ui {

StressMarkEdit::StressMarkEdit(services::FullLinkService &service, QWidget *parent)
    : QWidget(parent), m_service(service), m_name(form::edit({})), m_value(form::edit({}))
{
    m_name->setObjectName(u"linkMarkName"_s);
    m_value->setObjectName(u"linkMarkValue"_s);
    auto *title = text({}, Type::Small, u"2"_s);
    auto *fields = hbox(sp::xs);
    fields->addWidget(m_name, 3);
    fields->addWidget(m_value, 2);
    auto *all = vbox(sp::xs, {sp::m, sp::s, sp::m, sp::m});
    all->addWidget(title);
    all->addLayout(fields);
    setLayout(all);
    m_texts.add([=, this] {
        title->setText(tr("Header of marked requests"));
        setToolTip(tr("Tasks with full-link stress on, and cases with linked applications, send it with each HTTP request and WebSocket "
                      "handshake, in place of a header of that name."));
        m_name->setAccessibleName(tr("Name of the stress mark"));
        m_value->setAccessibleName(tr("Value of the stress mark"));
    });
    for (QLineEdit *edit : {m_name, m_value})
        connect(edit, &QLineEdit::editingFinished, this, &StressMarkEdit::take);
    connect(&service, &services::FullLinkService::applicationsChanged, this, &StressMarkEdit::showMark); // also another workspace
    showMark();
}

void StressMarkEdit::take()
{
    const auto taken = m_service.setMark({m_name->text(), m_value->text()});
    emit complaint(taken ? QString() : taken.error().message);
    showMark();
}

void StressMarkEdit::showMark()
{
    for (const auto &[edit, value] : {std::pair{m_name, m_service.mark().name}, std::pair{m_value, m_service.mark().value}})
        if (edit->text() != value)
            edit->setText(value);
}

void StressMarkEdit::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        m_texts.again();
    QWidget::changeEvent(event);
}

} // namespace ui
