#include "ui/widgets/iconengine.h"
#include "ui/widgets/theme.h"

namespace ui {

IconEngine::IconEngine(QString name, QColor colour, int px) : m_name(std::move(name)), m_colour(colour), m_px(px) {}

QPixmap IconEngine::pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state)
{
    const Tokens &t = theme::tk();
    const QColor colour = mode == QIcon::Disabled ? t.disabled
        : m_colour.isValid()                      ? theme::recoloured(m_colour)
        : state == QIcon::On                      ? t.accentText
                                                  : t.text2;
    return theme::pix(m_name, std::min(size.width(), size.height()), colour);
}

void IconEngine::paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state)
{
    const double ratio = painter->device()->devicePixelRatioF();
    const int side = std::min(rect.width(), rect.height());
    QPixmap drawn = pixmap(QSize(side, side) * ratio, mode, state);
    drawn.setDevicePixelRatio(ratio);
    painter->drawPixmap(rect.left() + (rect.width() - side) / 2, rect.top() + (rect.height() - side) / 2, drawn);
}

QSize IconEngine::actualSize(const QSize &size, QIcon::Mode, QIcon::State)
{
    const int side = std::min(size.width(), size.height());
    return {side, side};
}

QList<QSize> IconEngine::availableSizes(QIcon::Mode, QIcon::State) { return {QSize(m_px, m_px), QSize(2 * m_px, 2 * m_px)}; }

} // namespace ui
