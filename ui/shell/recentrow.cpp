#include "ui/shell/recentrow.h"
#include "ui/widgets/theme.h"
#include <QDir>

using namespace Qt::StringLiterals;

namespace ui {

using theme::tk;

RecentRow::RecentRow(const QString &icon, const QString &name, const QString &detail, const QString &when)
    : m_icon(icon), m_name(name), m_detail(detail), m_when(when)
{
    setProperty("look", u"rowButton"_s);
    setAccessibleName(name + u", "_s + detail);
    setToolTip(detail);
    setFixedHeight(32);
    setAttribute(Qt::WA_Hover);
}

void RecentRow::paintEvent(QPaintEvent *event)
{
    QPushButton::paintEvent(event); // the frame, hovered or focused
    QPainter p(this);
    p.drawPixmap(8, 8, theme::pix(m_icon, 16, tk().text3));
    const QFont strong = theme::font(Type::Strong), small = theme::font(Type::Small);
    const int whenWidth = QFontMetrics(small).horizontalAdvance(m_when);
    const int right = width() - 8;
    QRect room(36, 0, right - whenWidth - sp::m - 36, height());
    const QString name = QFontMetrics(strong).elidedText(m_name, Qt::ElideRight, room.width());
    p.setFont(strong);
    p.setPen(tk().text);
    p.drawText(room, Qt::AlignVCenter | Qt::AlignLeft, name);
    room.setLeft(room.left() + QFontMetrics(strong).horizontalAdvance(name) + sp::m);
    p.setFont(small);
    p.setPen(tk().text3);
    if (room.width() > 30)
        p.drawText(room, Qt::AlignVCenter | Qt::AlignLeft, QFontMetrics(small).elidedText(m_detail, QDir::isAbsolutePath(m_detail) ? Qt::ElideMiddle : Qt::ElideRight, room.width()));
    p.drawText(QRect(right - whenWidth, 0, whenWidth, height()), Qt::AlignVCenter | Qt::AlignRight, m_when);
}

} // namespace ui
