#include "ui/widgets/plotarea.h"
#include "ui/widgets/format.h"
#include <cmath>

using namespace Qt::StringLiterals;

namespace ui {

using theme::tk;

namespace {

double axisTop(double most, int intervals)
{
    const double raw = std::max(most, 1e-6) / intervals, size = std::pow(10, std::floor(std::log10(raw)));
    for (const double step : {1.0, 1.2, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0}) {
        if (step * size >= raw * (1 - 1e-9))
            return step * size * intervals;
    }
    return most;
}

constexpr int leftMargin = 56, rightMargin = 16, topMargin = 10, bottomMargin = 22;

/// A step of whole seconds, minutes or hours that leaves room for the labels.
double timeStep(double seconds, int most)
{
    for (const double step : {1., 2., 5., 10., 15., 30., 60., 120., 300., 600., 900., 1800., 3600., 7200., 14400.}) {
        if (seconds / step <= most)
            return step;
    }
    return std::ceil(seconds / most / 21600) * 21600;
}

double valueAt(const QVector<QPointF> &points, double x)
{
    const auto at = std::lower_bound(points.cbegin(), points.cend(), x, [](const QPointF &p, double v) { return p.x() < v; });
    if (at == points.cend())
        return points.isEmpty() ? 0 : points.last().y();
    if (at != points.cbegin() && x - (at - 1)->x() < at->x() - x)
        return (at - 1)->y();
    return at->y();
}

} // namespace

PlotArea::PlotArea(QWidget *parent) : QWidget(parent)
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void PlotArea::setContent(const ChartContent *content, const QSet<QString> *hidden)
{
    m_content = content;
    m_hidden = hidden;
    refresh();
}

void PlotArea::refresh()
{
    if (!m_content)
        return;
    double most = m_content->least, least = 1e300;
    const auto see = [&](double y) {
        if (std::isfinite(y)) {
            most = std::max(most, y);
            least = std::min(least, y);
        }
    };
    QVector<double> sums;
    for (const ChartSeries &series : m_content->series) {
        if (m_hidden->contains(series.key))
            continue;
        sums.resize(std::max(sums.size(), series.points.size()));
        for (int i = 0; i < series.points.size(); ++i) {
            see(series.points[i].y());
            if (m_content->stacked)
                see(sums[i] += std::max(0.0, series.points[i].y()));
        }
    }
    for (const ChartLevel &level : m_content->levels)
        see(level.y);
    for (const ChartBar &bar : m_content->bars)
        see(bar.height * 1.12); // room for the value above it
    m_intervals = height() < 110 ? 3 : 4;
    m_bottom = 0;
    if (!m_content->fromZero && least < most && least > most * 0.3)
        m_bottom = std::floor(least * 0.9 / axisTop(most / 10, 1)) * axisTop(most / 10, 1);
    m_top = m_bottom + axisTop((most - m_bottom) * 1.04, m_intervals);
    update();
}

void PlotArea::setCrosshair(std::optional<double> x)
{
    m_cross = x;
    update();
}

QRectF PlotArea::plot() const
{
    return QRectF(leftMargin, topMargin, std::max(1, width() - leftMargin - rightMargin),
                  std::max(1, height() - topMargin - bottomMargin));
}

double PlotArea::xAt(double x) const
{
    const QRectF r = plot();
    return r.left() + (x - m_content->x0) / std::max(1e-9, m_content->x1 - m_content->x0) * r.width();
}

double PlotArea::yAt(double y) const
{
    const QRectF r = plot();
    return r.bottom() - (y - m_bottom) / std::max(1e-9, m_top - m_bottom) * r.height();
}

void PlotArea::paintEvent(QPaintEvent *)
{
    if (!m_content)
        return;
    QPainter p(this);
    paintGrid(p);
    p.setRenderHint(QPainter::Antialiasing);
    p.save();
    p.setClipRect(plot().adjusted(-1, -2, 2, 1));
    if (m_content->stacked)
        paintStack(p);
    else
        paintLines(p);
    p.restore();
    paintBars(p);
    paintAxis(p);
    paintMarks(p);
    paintCrosshair(p);
    if (hasFocus()) {
        p.setPen(QPen(tk().accentLine, 1));
        p.setBrush(Qt::NoBrush);
        p.drawRoundedRect(QRectF(rect()).adjusted(1.5, 0.5, -1.5, -0.5), 4, 4);
    }
}

void PlotArea::paintGrid(QPainter &p) const
{
    const QRectF r = plot();
    for (const ChartBand &band : m_content->bands) {
        const double a = xAt(std::max(band.from, m_content->x0)), z = xAt(std::min(band.to, m_content->x1));
        if (z <= a)
            continue;
        if (band.strong)
            p.fillRect(QRectF(a, r.top(), z - a, r.height()), theme::alpha(tk().accent, tk().dark ? .10 : .055));
        if (band.from > m_content->x0) {
            QPen pen(tk().axis, 1);
            pen.setDashPattern({2, 3});
            p.setPen(pen);
            p.drawLine(QPointF(a, r.top()), QPointF(a, r.bottom()));
        }
    }
    for (int i = 0; i <= m_intervals; ++i) {
        const double y = std::round(r.bottom() - r.height() * i / m_intervals);
        p.setPen(QPen(i ? tk().grid : tk().axis, 1));
        p.drawLine(QPointF(r.left(), y), QPointF(r.right(), y));
    }
}

void PlotArea::paintAxis(QPainter &p) const
{
    const QRectF r = plot();
    QFont font = theme::font(Type::Caption);
    font.setWeight(QFont::Normal);
    p.setFont(font);
    p.setPen(tk().text3);
    const double step = (m_top - m_bottom) / m_intervals;
    const int decimals = step >= 1 || m_top == 0 ? (step == std::floor(step) ? 0 : 1) : step >= 0.1 ? 1 : 2;
    for (int i = 0; i <= m_intervals; ++i) {
        const double y = r.bottom() - r.height() * i / m_intervals;
        bool covered = false;
        for (const ChartLevel &level : m_content->levels)
            covered |= level.label.isEmpty() && std::abs(yAt(level.y) - y) < 12;
        if (covered)
            continue;
        QString text = format::number(m_bottom + step * i, decimals);
        if (i == m_intervals && !m_content->unit.isEmpty())
            text += u' ' + m_content->unit;
        theme::drawTabular(&p, QRectF(0, y - 8, leftMargin - 6, 16), Qt::AlignRight | Qt::AlignVCenter, text);
    }
    QVector<QPair<double, QString>> ticks = m_content->ticks;
    if (ticks.isEmpty() && m_content->isTime && m_content->x1 > m_content->x0) {
        const double every = timeStep(m_content->x1 - m_content->x0, std::max(2, int(r.width() / 70)));
        for (double t = std::ceil(m_content->x0 / every) * every; t <= m_content->x1; t += every)
            ticks.append({t, format::clock(t)});
    }
    const double flag = m_cross && m_content->isTime ? xAt(*m_cross) : -1e6;
    double lastRight = -100;
    for (const auto &[at, text] : ticks) {
        const double x = xAt(at), w = theme::tabularWidth(font, text);
        const double left = std::clamp(x - w / 2, r.left() - 12, std::max(r.left(), width() - w - 1.0));
        if (left < lastRight + 10 || std::abs(x - flag) < w / 2 + 24)
            continue;
        theme::drawTabular(&p, QRectF(left, r.bottom() + 5, w + 2, 14), Qt::AlignLeft | Qt::AlignVCenter, text);
        lastRight = left + w;
    }
    const QFontMetricsF metrics(font);
    for (const ChartBand &band : m_content->bands) {
        const double a = xAt(std::max(band.from, m_content->x0)), z = xAt(std::min(band.to, m_content->x1));
        if (band.label.isEmpty() || metrics.horizontalAdvance(band.label) > z - a - 10)
            continue;
        p.setPen(band.strong ? tk().accentText : tk().text3);
        p.drawText(QPointF(a + 6, r.top() + 10), band.label);
    }
}

void PlotArea::paintLines(QPainter &p) const
{
    for (const ChartSeries &series : m_content->series) {
        if (m_hidden->contains(series.key) || series.points.isEmpty())
            continue;
        QPainterPath path;
        bool open = false;
        double lastX = 0;
        for (const QPointF &point : series.points) {
            if (!std::isfinite(point.y())) {
                open = false;
                continue;
            }
            const QPointF at(xAt(point.x()), yAt(point.y()));
            if (open)
                path.lineTo(at);
            else
                path.moveTo(at);
            open = true;
            lastX = at.x();
        }
        const QColor color = theme::recoloured(series.color);
        if (series.area && !path.isEmpty()) {
            QPainterPath area = path;
            area.lineTo(lastX, plot().bottom());
            area.lineTo(xAt(series.points.first().x()), plot().bottom());
            area.closeSubpath();
            QLinearGradient fade(0, plot().top(), 0, plot().bottom());
            fade.setColorAt(0, theme::alpha(color, tk().dark ? .26 : .18));
            fade.setColorAt(1, theme::alpha(color, .02));
            p.fillPath(area, fade);
        }
        QPen pen(color, series.width);
        pen.setJoinStyle(Qt::RoundJoin);
        if (series.dashed)
            pen.setDashPattern({4, 3});
        p.strokePath(path, pen);
    }
}

void PlotArea::paintStack(QPainter &p) const
{
    QVector<double> base;
    int shown = 0;
    for (const ChartSeries &series : m_content->series) {
        if (m_hidden->contains(series.key) || series.points.isEmpty())
            continue;
        base.resize(series.points.size());
        QPolygonF edge, area;
        for (int i = 0; i < series.points.size(); ++i)
            area << QPointF(xAt(series.points[i].x()), yAt(base[i]));
        for (int i = int(series.points.size()) - 1; i >= 0; --i) {
            base[i] += std::max(0.0, series.points[i].y());
            area << QPointF(xAt(series.points[i].x()), yAt(base[i]));
            edge << area.last();
        }
        const QColor color = theme::recoloured(series.color);
        const bool bulk = shown++ > 2; // what succeeded stands back behind what failed
        p.setPen(Qt::NoPen);
        p.setBrush(theme::alpha(color, bulk || m_content->series.size() < 4 ? (tk().dark ? .45 : .5) : .95));
        p.drawPolygon(area);
        p.setPen(QPen(color, 1));
        p.drawPolyline(edge);
    }
}

void PlotArea::paintBars(QPainter &p) const
{
    if (m_content->bars.isEmpty())
        return;
    const QRectF r = plot();
    QFont font = theme::font(Type::Caption);
    font.setWeight(QFont::Normal);
    p.setFont(font);
    const double cell = r.width() / double(m_content->bars.size());
    for (int i = 0; i < m_content->bars.size(); ++i) {
        const ChartBar &bar = m_content->bars[i];
        const double y = yAt(bar.height);
        const QRectF box(r.left() + cell * i + cell * .13, y, cell * .74, r.bottom() - y);
        if (box.height() > 0.5)
            p.fillRect(box, tk().series[0]);
        p.setPen(tk().text3);
        p.drawText(QRectF(r.left() + cell * i - 6, r.bottom() + 5, cell + 12, 14), Qt::AlignCenter, bar.label);
        p.setPen(tk().text2);
        theme::drawTabular(&p, QRectF(r.left() + cell * i - 8, y - 16, cell + 16, 14), Qt::AlignHCenter | Qt::AlignVCenter, bar.value);
    }
}

void PlotArea::paintMarks(QPainter &p) const
{
    const QRectF r = plot();
    QFont font = theme::font(Type::Caption);
    font.setWeight(QFont::Normal);
    p.setFont(font);
    const QFontMetricsF metrics(font);
    for (const ChartLevel &level : m_content->levels) {
        const double y = yAt(level.y);
        const QColor color = theme::recoloured(level.color);
        QPen pen(color, 1);
        pen.setDashPattern({5, 3});
        p.setPen(pen);
        p.drawLine(QPointF(r.left(), y), QPointF(r.right(), y));
        if (!level.label.isEmpty()) {
            p.setPen(color);
            p.drawText(QRectF(r.left() + 6, y - 15, r.width() - 8, 14), Qt::AlignVCenter | Qt::AlignLeft, level.label);
            continue;
        }
        const QString text = format::number(level.y, level.y == std::floor(level.y) ? 0 : 1);
        const double w = theme::tabularWidth(font, text) + 8;
        const QRectF flag(leftMargin - 3 - w, y - 8, w, 16);
        p.setPen(Qt::NoPen);
        p.setBrush(color);
        p.drawRoundedRect(flag, 4, 4);
        p.setPen(tk().surface);
        theme::drawTabular(&p, flag, Qt::AlignHCenter | Qt::AlignVCenter, text);
    }
    double lastRight = -1;
    for (const ChartMarker &marker : m_content->markers) {
        const double x = xAt(marker.x);
        const QColor color = theme::recoloured(marker.color);
        p.setPen(QPen(color, 1));
        p.drawLine(QPointF(x, r.top()), QPointF(x, r.bottom()));
        const double w = std::min(metrics.horizontalAdvance(marker.label) + 10, r.width() / 2);
        const QRectF box(x - w - 3 > r.left() ? x - w - 3 : x + 3, r.top() + 1, w, 16);
        if (box.left() < lastRight)
            continue; // the line is enough where labels would lie on each other
        lastRight = box.right();
        p.setPen(Qt::NoPen);
        p.setBrush(tk().surface);
        p.drawRoundedRect(box, 4, 4);
        p.setPen(color);
        p.drawText(box, Qt::AlignCenter, metrics.elidedText(marker.label, Qt::ElideRight, w - 6));
    }
    for (const ChartDot &dot : m_content->dots) {
        p.setPen(QPen(tk().surface, 1.5));
        p.setBrush(theme::recoloured(dot.color));
        p.drawEllipse(QPointF(xAt(dot.at.x()), yAt(dot.at.y())), 4.5, 4.5);
    }
}

void PlotArea::paintCrosshair(QPainter &p) const
{
    if (!m_cross || *m_cross < m_content->x0 || *m_cross > m_content->x1)
        return;
    const QRectF r = plot();
    const double x = std::round(xAt(*m_cross)) + .5;
    p.setPen(QPen(tk().text3, 1));
    p.drawLine(QPointF(x, r.top()), QPointF(x, r.bottom()));
    if (!m_content->stacked) {
        for (const ChartSeries &series : m_content->series) {
            if (m_hidden->contains(series.key) || series.points.isEmpty() || *m_cross > series.points.last().x() + 1)
                continue;
            const double y = valueAt(series.points, *m_cross);
            if (!std::isfinite(y))
                continue;
            p.setPen(QPen(tk().surface, 1.5));
            p.setBrush(theme::recoloured(series.color));
            p.drawEllipse(QPointF(x, yAt(y)), 4, 4);
        }
    }
    if (!m_content->isTime)
        return;
    const QString text = format::clock(*m_cross);
    const QFont font = theme::font(Type::Caption);
    p.setFont(font);
    const double w = theme::tabularWidth(font, text) + 12;
    const QRectF flag(std::clamp(x - w / 2, 0.0, std::max(0.0, width() - w)), r.bottom() + 4, w, 16);
    p.setPen(Qt::NoPen);
    p.setBrush(tk().text);
    p.drawRoundedRect(flag, 4, 4);
    p.setPen(tk().surface);
    theme::drawTabular(&p, flag, Qt::AlignHCenter | Qt::AlignVCenter, text);
}

void PlotArea::mouseMoveEvent(QMouseEvent *event)
{
    const QRectF r = plot();
    if (!m_content || !m_content->bars.isEmpty())
        return;
    if (r.contains(event->position()))
        emit crosshairMoved(m_content->x0 + (event->position().x() - r.left()) / r.width() * (m_content->x1 - m_content->x0));
}

void PlotArea::leaveEvent(QEvent *) { emit crosshairMoved({}); }

void PlotArea::keyPressEvent(QKeyEvent *event)
{
    const bool right = event->key() == Qt::Key_Right;
    if (!m_content || !m_content->bars.isEmpty() || (!right && event->key() != Qt::Key_Left))
        return QWidget::keyPressEvent(event);
    const double step = (m_content->x1 - m_content->x0) / 100;
    emit crosshairMoved(std::clamp(m_cross.value_or(m_content->x0) + (right ? step : -step), m_content->x0, m_content->x1));
}

} // namespace ui
