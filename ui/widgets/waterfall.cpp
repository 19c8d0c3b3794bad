#include "ui/widgets/waterfall.h"
#include "ui/widgets/format.h"

using namespace Qt::StringLiterals;

namespace ui {

using theme::tk;

Waterfall::Waterfall(const QVector<Phase> &phases, bool legend) : m_phases(phases), m_legend(legend) { setFixedHeight(legend ? 62 : 20); }

void Waterfall::setPhases(const QVector<Phase> &phases)
{
    m_phases = phases;
    update();
}

void Waterfall::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    double total = 1e-9;
    for (const Phase &phase : m_phases)
        total += phase.ms;
    constexpr double bar = 12, top = 4;
    QPainterPath clip;
    clip.addRoundedRect(QRectF(0, top, width(), bar), 3, 3);
    p.save();
    p.setClipPath(clip);
    p.fillRect(QRectF(0, top, width(), bar), tk().grid);
    double x = 0;
    for (const Phase &phase : m_phases) {
        const double w = width() * phase.ms / total;
        p.fillRect(QRectF(x, top, std::max(1.0, w - 1), bar), theme::recoloured(phase.color));
        x += w;
    }
    p.restore();
    if (!m_legend || m_phases.isEmpty())
        return;
    const double column = double(width()) / double(m_phases.size());
    for (qsizetype i = 0; i < m_phases.size(); ++i) {
        const Phase &phase = m_phases[i];
        const double left = column * double(i);
        p.setPen(Qt::NoPen);
        p.setBrush(theme::recoloured(phase.color));
        p.drawRoundedRect(QRectF(left, 28, 8, 8), 2, 2);
        p.setFont(theme::font(Type::Caption));
        p.setPen(tk().text3);
        p.drawText(QPointF(left + 13, 36), phase.name);
        p.setPen(tk().text);
        p.setFont(theme::font(Type::Strong));
        theme::drawTabular(&p, QRectF(left + 13, 40, column, 20), Qt::AlignLeft | Qt::AlignVCenter, format::ms(phase.ms) + u" ms"_s);
    }
}

} // namespace ui
