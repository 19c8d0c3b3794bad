#include "ui/shell/navrail.h"
#include "ui/widgets/labels.h"

using namespace Qt::StringLiterals;

namespace ui {

NavRail::NavRail(QWidget *parent) : QFrame(parent), m_group(new QButtonGroup(this)), m_entries(vbox(2, {6, 8, 6, 8}))
{
    setProperty("look", u"rail"_s);
    setFixedWidth(68);
    setLayout(m_entries);
    connect(m_group, &QButtonGroup::idClicked, this, &NavRail::chosen);
}

void NavRail::addEntry(int page, const QString &icon, std::function<QString()> name)
{
    auto *entry = new QToolButton;
    entry->setObjectName(u"rail%1"_s.arg(page));
    theme::setIcon(entry, icon, {}, 18);
    entry->setFont(theme::font(Type::Caption));
    entry->setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
    entry->setCheckable(true);
    entry->setFixedSize(56, 48);
    m_group->addButton(entry, page);
    m_entries->addWidget(entry);
    m_texts.add([entry, name = std::move(name)] {
        entry->setText(name());
        entry->setAccessibleName(name());
    });
}

void NavRail::addSpace() { m_entries->addStretch(1); }

void NavRail::setCurrent(int page)
{
    if (auto *entry = m_group->button(page))
        return entry->setChecked(true);
    m_group->setExclusive(false);
    if (auto *on = m_group->checkedButton())
        on->setChecked(false);
    m_group->setExclusive(true);
}

void NavRail::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        m_texts.again();
    QFrame::changeEvent(event);
}

} // namespace ui
