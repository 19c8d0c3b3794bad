#include "ui/shell/themepicture.h"
#include "ui/widgets/theme.h"

namespace ui {

using theme::tk;

ThemePicture::ThemePicture(Kind kind, QWidget *parent) : QAbstractButton(parent), m_kind(kind)
{
    setCheckable(true);
    setAutoExclusive(true);
    setFocusPolicy(Qt::StrongFocus);
    setFixedSize(112, 82);
}

void ThemePicture::paintHalf(QPainter &p, const QRectF &r, const QRectF &half, bool dark) const
{
    const Tokens t = theme::tokens(dark);
    p.save();
    p.setClipRect(half, Qt::IntersectClip);
    p.fillRect(r, t.window);
    p.fillRect(QRectF(r.left(), r.top(), r.width(), 11), t.raised);
    p.setPen(Qt::NoPen);
    p.setBrush(t.raised);
    p.drawRoundedRect(QRectF(r.left() + 22, r.top() + 17, 36, 32), 3, 3);
    p.drawRoundedRect(QRectF(r.left() + 63, r.top() + 17, 40, 32), 3, 3);
    p.setBrush(t.borderStrong);
    for (int i = 0; i < 4; ++i)
        p.drawRoundedRect(QRectF(r.left() + 6, r.top() + 18 + i * 8, 10, 3), 1.5, 1.5);
    p.setPen(QPen(t.accent, 1.6));
    p.setBrush(Qt::NoBrush);
    QPainterPath curve(r.topLeft() + QPointF(67, 43));
    for (const QPointF &at : {QPointF(78, 30), QPointF(86, 33), QPointF(98, 23)})
        curve.lineTo(r.topLeft() + at);
    p.drawPath(curve);
    p.restore();
}

void ThemePicture::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    const QRectF r(1, 1, width() - 2, 56);
    QPainterPath clip;
    clip.addRoundedRect(r, 7, 7);
    p.save();
    p.setClipPath(clip);
    if (m_kind == System) {
        paintHalf(p, r, QRectF(r.left(), r.top(), r.width() / 2, r.height()), false);
        paintHalf(p, r, QRectF(r.center().x(), r.top(), r.width() / 2, r.height()), true);
    } else
        paintHalf(p, r, r, m_kind == Dark);
    p.restore();
    p.setPen(QPen(isChecked() ? tk().accent : tk().borderStrong, isChecked() ? 2 : 1));
    p.drawRoundedRect(r.adjusted(.5, .5, -.5, -.5), 7, 7);
    p.setFont(theme::font(isChecked() ? Type::Strong : Type::Small));
    p.setPen(isChecked() ? tk().text : tk().text2);
    const QRectF name(0, 61, width(), 20);
    p.drawText(name, Qt::AlignCenter, text());
    if (hasFocus()) {
        p.setPen(tk().accent);
        p.drawRoundedRect(name.adjusted(1, .5, -1, -.5), 5, 5);
    }
}

} // namespace ui
