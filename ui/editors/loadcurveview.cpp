#include "ui/editors/loadcurveview.h"
#include "app/services/loadcurve.h"
#include "ui/widgets/charts.h"

using namespace Qt::StringLiterals;

namespace ui {

using theme::tk;

LoadCurveView::LoadCurveView(QWidget *parent) : QWidget(parent)
{
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void LoadCurveView::setStages(const QVector<domain::Stage> &stages, int selected)
{
    const services::LoadCurve curve = services::loadCurve(stages);
    m_stages = stages;
    m_users = curve.users;
    m_rate = curve.rate;
    m_boundaries = curve.boundaries;
    m_seconds = std::max(curve.seconds, 1.0);
    m_selected = selected;
    double most = 1;
    for (const auto &list : {m_users, m_rate}) {
        for (const QPointF &p : list)
            most = std::max(most, p.y());
    }
    m_top = niceTop(most * 1.08, 4);
    update();
}

double LoadCurveView::timeAt(double x) const
{
    const QRectF r = plot();
    return std::clamp((x - r.left()) / r.width(), 0.0, 1.0) * m_seconds;
}

int LoadCurveView::stageAt(double seconds) const
{
    for (int i = int(std::min(m_boundaries.size(), m_stages.size())) - 1; i >= 0; --i) {
        if (seconds >= m_boundaries[i])
            return i;
    }
    return m_stages.isEmpty() ? -1 : 0;
}

void LoadCurveView::mouseMoveEvent(QMouseEvent *event)
{
    m_hover = plot().contains(event->position()) ? timeAt(event->position().x()) : -1;
    update();
}

void LoadCurveView::mousePressEvent(QMouseEvent *event)
{
    if (const int stage = stageAt(timeAt(event->position().x())); stage >= 0)
        emit stageClicked(stage);
}

void LoadCurveView::leaveEvent(QEvent *)
{
    m_hover = -1;
    update();
}

void LoadCurveView::drawLine(QPainter &p, const QVector<QPointF> &points, const QColor &colour, bool area) const
{
    if (points.isEmpty())
        return;
    const QRectF r = plot();
    QPainterPath path;
    for (int i = 0; i < points.size(); ++i) {
        const QPointF q(r.left() + points[i].x() / m_seconds * r.width(), r.bottom() - points[i].y() / m_top * r.height());
        i ? path.lineTo(q) : path.moveTo(q);
    }
    if (area) {
        QPainterPath under = path;
        under.lineTo(path.currentPosition().x(), r.bottom());
        under.lineTo(path.elementAt(0).x, r.bottom());
        QLinearGradient fade(r.topLeft(), r.bottomLeft());
        fade.setColorAt(0, theme::alpha(colour, tk().dark ? .34 : .22));
        fade.setColorAt(1, theme::alpha(colour, .03));
        p.fillPath(under, fade);
    }
    p.setPen(QPen(colour, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    p.setBrush(Qt::NoBrush);
    p.drawPath(path);
}

void LoadCurveView::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    const QRectF r = plot();
    const auto x = [&](double t) { return r.left() + t / m_seconds * r.width(); };
    for (int i = 0; i < m_stages.size() && i < m_boundaries.size(); ++i) {
        const double end = i + 1 < m_boundaries.size() ? m_boundaries[i + 1] : m_seconds;
        const QRectF band(x(m_boundaries[i]), 0, x(end) - x(m_boundaries[i]), r.bottom());
        const bool on = i == m_selected;
        if (on) {
            p.fillRect(band, theme::alpha(tk().accent, tk().dark ? .13 : .07));
            p.fillRect(QRectF(band.left(), 0, band.width(), 2), tk().accent);
        }
        p.setFont(theme::font(Type::Small));
        p.setPen(on ? tk().accentText : tk().text2);
        const QString name = u"%1  %2"_s.arg(i + 1).arg(m_stages[i].name);
        p.drawText(band.adjusted(8, 6, -4, 0), Qt::AlignTop | Qt::AlignLeft,
                   QFontMetricsF(p.font()).elidedText(name, Qt::ElideRight, band.width() - 12));
    }
    p.setFont(theme::font(Type::Caption));
    for (int i = 0; i <= 4; ++i) {
        const double y = std::round(r.bottom() - r.height() * i / 4) + .5;
        p.setPen(QPen(i ? tk().grid : tk().axis, 1));
        p.drawLine(QPointF(r.left(), y), QPointF(r.right(), y));
        p.setPen(tk().text3);
        theme::drawTabular(&p, QRectF(0, y - 8, 42, 16), Qt::AlignRight | Qt::AlignVCenter, num(m_top * i / 4, m_top < 8 ? 1 : 0));
    }
    for (int i = 0; i <= 6; ++i) {
        const QString label = clock(int(m_seconds * i / 6));
        const double w = theme::tabularWidth(p.font(), label);
        p.setPen(tk().text3);
        theme::drawTabular(&p, QRectF(std::min(x(m_seconds * i / 6) - w / 2, width() - w - 2), r.bottom() + 6, w + 2, 14),
                           Qt::AlignLeft | Qt::AlignVCenter, label);
    }
    const bool both = !m_rate.isEmpty() && !m_users.isEmpty();
    drawLine(p, m_users, tk().accentText, true);
    drawLine(p, m_rate, both ? tk().series[1] : tk().accentText, !both);
    if (m_hover < 0)
        return;
    const auto value = [&](const QVector<QPointF> &points) {
        for (const QPointF &q : points) {
            if (q.x() >= m_hover)
                return q.y();
        }
        return 0.0;
    };
    const int stage = stageAt(m_hover);
    const bool rate = stage >= 0 && m_stages[stage].isRate();
    const double v = value(rate ? m_rate : m_users);
    p.setPen(QPen(tk().text3, 1));
    p.drawLine(QPointF(x(m_hover), 30), QPointF(x(m_hover), r.bottom()));
    const QString label = (rate ? tr("%1 a second at %2") : tr("%1 users at %2")).arg(num(v, rate ? 1 : 0), clock(int(m_hover)));
    p.setFont(theme::font(Type::Strong));
    const double w = QFontMetricsF(p.font()).horizontalAdvance(label) + 20;
    const QRectF box(x(m_hover) + 12 + w > r.right() ? x(m_hover) - 12 - w : x(m_hover) + 12, 38, w, 26);
    p.setPen(QPen(tk().borderStrong, 1));
    p.setBrush(tk().raised);
    p.drawRoundedRect(box, 6, 6);
    p.setPen(tk().text);
    p.drawText(box, Qt::AlignCenter, label);
}

} // namespace ui
