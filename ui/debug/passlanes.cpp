#include "ui/debug/passlanes.h"
#include "ui/widgets/theme.h"

using namespace Qt::StringLiterals;

namespace ui {

using theme::tk;

namespace {

constexpr int laneHeight = 14, axisHeight = 22, mostLanes = 12, margin = 12;

} // namespace

int PassLanes::height(qsizetype lanes) { return int(std::clamp<qsizetype>(lanes, 1, mostLanes)) * laneHeight + axisHeight; }

void PassLanes::setLanes(QVector<Lane> lanes, int current)
{
    m_lanes = std::move(lanes);
    m_current = current;
    m_first = std::clamp<int>(current - mostLanes / 2, 0, std::max<int>(0, int(m_lanes.size()) - mostLanes));
    setFixedHeight(height(m_lanes.size()));
    update();
}

double PassLanes::totalMs() const
{
    double total = 0;
    for (const Lane &lane : m_lanes)
        total = std::max(total, lane.startMs + lane.ms);
    return total;
}

void PassLanes::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    const int shown = std::min<int>(int(m_lanes.size()), mostLanes), bottom = shown * laneHeight;
    const double width = this->width() - 2 * margin, total = std::max(totalMs(), 1e-9);
    QFont small = theme::font(Type::Caption);
    small.setWeight(QFont::Normal);
    p.setFont(small);
    for (int i = 0; shown && i <= 4; ++i) {
        const double x = margin + width * i / 4;
        p.setPen(QPen(tk().grid, 1));
        p.drawLine(QPointF(x, 0), QPointF(x, bottom));
        const double ms = total * i / 4;
        const QString label = total < 1000 ? tr("%1 ms").arg(ms, 0, 'f', total < 10 ? 1 : 0) : tr("%1 s").arg(ms / 1000, 0, 'f', 1);
        const double w = theme::tabularWidth(small, label);
        p.setPen(tk().text3);
        theme::drawTabular(&p, QRectF(std::clamp(x - w / 2, double(margin), this->width() - w - margin), bottom + 4, w + 2, 14),
                           Qt::AlignLeft | Qt::AlignVCenter, label);
    }
    p.setPen(Qt::NoPen);
    for (int i = 0; i < shown; ++i) {
        const Lane &lane = m_lanes[m_first + i];
        if (m_first + i == m_current)
            p.fillRect(QRectF(0, i * laneHeight + 1, this->width(), laneHeight - 1), tk().selected);
        p.setBrush(lane.succeeded ? tk().series[0] : tk().badMark);
        p.drawRoundedRect(QRectF(margin + width * lane.startMs / total, i * laneHeight + 4, std::max(3.0, width * lane.ms / total), 7), 2, 2);
    }
}

void PassLanes::mousePressEvent(QMouseEvent *event)
{
    const int lane = m_first + int(event->position().y()) / laneHeight;
    if (event->position().y() < height(m_lanes.size()) - axisHeight && lane < m_lanes.size())
        emit chosen(lane);
}

} // namespace ui
