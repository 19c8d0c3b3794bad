#include "ui/widgets/doctabs.h"

using namespace Qt::StringLiterals;

namespace ui {

using theme::tk;

namespace {

constexpr int tabHeight = 36, widestTitle = 200, narrowestTitle = 60;

} // namespace

DocTabs::DocTabs(QWidget *parent) : QTabBar(parent)
{
    setMovable(true);
    setExpanding(false);
    setDrawBase(false);
    setElideMode(Qt::ElideRight);
    setUsesScrollButtons(true);
    setMouseTracking(true);
    connect(this, &QTabBar::tabMoved, this, [this] { update(); });
}

int DocTabs::addDocument(const QString &icon, const QString &title, const QVariant &value)
{
    const int tab = addTab(theme::icon(icon), title);
    setTabData(tab, value);
    auto *close = iconButton(u"x"_s, {}, 14);
    close->setProperty("look", u"tabClose"_s);
    close->setFixedSize(20, 20);
    close->setFocusPolicy(Qt::NoFocus); // Ctrl+W closes the tab in view
    nameCloseButton(close);
    connect(close, &QToolButton::clicked, this, [this, close] {
        if (const int at = tabOf(close); at >= 0)
            emit tabCloseRequested(at);
    });
    setTabButton(tab, RightSide, close);
    return tab;
}

int DocTabs::tabOf(QWidget *closeButton) const
{
    for (int i = 0; i < count(); ++i) {
        if (tabButton(i, RightSide) == closeButton)
            return i;
    }
    return -1;
}

void DocTabs::nameCloseButton(QWidget *button) const
{
    button->setToolTip(tr("Close"));
    button->setAccessibleName(tr("Close the tab"));
}

void DocTabs::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        for (auto *button : findChildren<QToolButton *>()) {
            if (button->property("look") == u"tabClose"_s)
                nameCloseButton(button);
        }
    }
    QTabBar::changeEvent(event);
}

void DocTabs::mouseReleaseEvent(QMouseEvent *event)
{
    const int tab = tabAt(event->pos());
    if (event->button() == Qt::MiddleButton && tab >= 0)
        emit tabCloseRequested(tab);
    QTabBar::mouseReleaseEvent(event);
}

QSize DocTabs::tabSizeHint(int index) const
{
    const int title = int(QFontMetricsF(theme::font(Type::Strong)).horizontalAdvance(tabText(index))) + 1;
    return {std::clamp(title, narrowestTitle, widestTitle) + 76, tabHeight};
}

QSize DocTabs::minimumTabSizeHint(int index) const { return tabSizeHint(index); }

void DocTabs::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    for (int i = 0; i < count(); ++i) {
        const QRect r = tabRect(i);
        const bool on = i == currentIndex();
        if (on) {
            p.fillRect(r, tk().surface);
            p.fillRect(QRect(r.left(), r.top(), r.width(), 2), tk().accent);
        }
        p.fillRect(QRect(r.right(), r.top() + (on ? 0 : 10), 1, r.height() - (on ? 0 : 20)), tk().border);
        tabIcon(i).paint(&p, QRect(r.left() + 12, r.center().y() - 6, 14, 14), Qt::AlignCenter, QIcon::Normal, on ? QIcon::On : QIcon::Off);
        const QFont font = theme::font(on ? Type::Strong : Type::Body);
        p.setFont(font);
        p.setPen(on ? tk().text : tk().text2);
        const QRect room = r.adjusted(34, 1, -36, 0);
        p.drawText(room, Qt::AlignVCenter | Qt::AlignLeft, QFontMetrics(font).elidedText(tabText(i), Qt::ElideRight, room.width()));
        if (on && hasFocus()) {
            p.setPen(tk().accent);
            p.drawRoundedRect(r.adjusted(4, 6, -4, -5), 4, 4);
        }
    }
}

} // namespace ui
