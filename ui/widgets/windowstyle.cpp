#include "ui/widgets/windowstyle.h"
#include <QGuiApplication>
#include <QMenu>

namespace ui {

WindowStyle::WindowStyle() : QProxyStyle(QStringLiteral("Fusion")) {}

void WindowStyle::polish(QWidget *widget)
{
    if (qobject_cast<QMenu *>(widget)) {
        widget->setAttribute(Qt::WA_TranslucentBackground); // round corners show what lies behind them
    }
    QProxyStyle::polish(widget);
}

int WindowStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *data) const
{
    switch (hint) {
    case SH_UnderlineShortcut: // letters of menus are told only to who reaches for them
        return QGuiApplication::keyboardModifiers() & Qt::AltModifier ? 1 : 0;
    case SH_DialogButtonBox_ButtonsHaveIcons: return 0;
    case SH_EtchDisabledText: return 0;
    default: return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

} // namespace ui
