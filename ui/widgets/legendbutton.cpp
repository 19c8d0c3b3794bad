#include "ui/widgets/legendbutton.h"

using namespace Qt::StringLiterals;

namespace ui {

using theme::tk;

LegendButton::LegendButton(QWidget *parent) : QAbstractButton(parent)
{
    setCheckable(true);
    setChecked(true);
    setFont(theme::font(Type::Caption));
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void LegendButton::set(const QString &name, const QColor &color, bool dashed, bool block)
{
    m_color = color;
    m_dashed = dashed;
    m_block = block;
    if (name != text()) {
        setText(name);
        updateGeometry();
    }
    update();
}

void LegendButton::setValue(const QString &value)
{
    if (value == m_value)
        return;
    m_value = value;
    setAccessibleName((text() + u' ' + value).trimmed());
    updateGeometry();
    update();
}

void LegendButton::setCompact(bool compact)
{
    if (compact == m_compact)
        return;
    m_compact = compact;
    updateGeometry();
    update();
}

int LegendButton::widthOf(bool withValue) const
{
    const int sample = m_block ? 15 : 21;
    const int value = withValue && !m_value.isEmpty() ? int(theme::tabularWidth(font(), m_value)) + 6 : 0;
    return sample + int(QFontMetricsF(font()).horizontalAdvance(text())) + 1 + value + 5;
}

int LegendButton::fullWidth() const { return widthOf(true); }

QSize LegendButton::sizeHint() const { return {widthOf(!m_compact), 20}; }

void LegendButton::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    const double middle = height() / 2.0;
    const QColor color = isChecked() ? theme::recoloured(m_color) : tk().borderStrong;
    double x = 2;
    if (m_block) {
        p.setPen(Qt::NoPen);
        p.setBrush(color);
        p.drawRoundedRect(QRectF(x, middle - 4, 8, 8), 2, 2);
        x += 13;
    } else {
        QPen pen(color, 2);
        if (m_dashed)
            pen.setDashPattern({2, 1.5});
        p.setPen(pen);
        p.drawLine(QPointF(x, middle), QPointF(x + 14, middle));
        x += 19;
    }
    QFont f = font();
    f.setStrikeOut(!isChecked());
    p.setFont(f);
    p.setPen(isChecked() ? tk().text2 : tk().text3);
    const double w = QFontMetricsF(f).horizontalAdvance(text());
    p.drawText(QRectF(x, 0, w + 2, height()), Qt::AlignVCenter | Qt::AlignLeft, text());
    if (!m_compact && !m_value.isEmpty() && isChecked()) {
        p.setFont(font());
        p.setPen(tk().text);
        theme::drawTabular(&p, QRectF(x + w + 6, 0, width(), height()), Qt::AlignVCenter | Qt::AlignLeft, m_value);
    }
    if (hasFocus()) {
        p.setPen(QPen(tk().accent, 1));
        p.setBrush(Qt::NoBrush);
        p.drawRoundedRect(QRectF(rect()).adjusted(.5, .5, -.5, -.5), 4, 4);
    }
}

} // namespace ui
