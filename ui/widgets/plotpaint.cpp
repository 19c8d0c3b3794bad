// What PlotView paints around and over its series: bands, labels, limits, marks, the crosshair.
#include "ui/widgets/format.h"
#include "ui/widgets/plotview.h"
#include "ui/widgets/theme.h"
#include <cmath>

using namespace Qt::StringLiterals;

namespace ui {

using theme::tk;

namespace {

constexpr int rightMargin = 20, topMargin = 10, bottomMargin = 22;
constexpr int barValueHeight = 8; ///< above the highest bar stands its value

/// A step of whole seconds, minutes or hours that leaves room for the labels.
double timeStep(double seconds, int most)
{
    for (const double step : {1., 2., 5., 10., 15., 30., 60., 120., 300., 600., 900., 1800., 3600., 7200., 14400.}) {
        if (seconds / step <= most)
            return step;
    }
    return std::ceil(seconds / most / 21600) * 21600;
}

QFont labelFont()
{
    QFont font = theme::font(Type::Caption);
    font.setWeight(QFont::Normal);
    return font;
}

/// The value nearest to `x`; NaN where the line has a gap.
double valueAt(const QVector<QPointF> &points, double x)
{
    const auto at = std::lower_bound(points.cbegin(), points.cend(), x, [](const QPointF &p, double v) { return p.x() < v; });
    if (at == points.cend())
        return points.isEmpty() ? qQNaN() : points.last().y();
    if (at != points.cbegin() && x - (at - 1)->x() < at->x() - x)
        return (at - 1)->y();
    return at->y();
}

} // namespace

QRectF PlotView::plot() const
{
    const int top = m_bars ? topMargin + barValueHeight : topMargin;
    return QRectF(m_left, top, std::max(1, width() - m_left - rightMargin), std::max(1, height() - top - bottomMargin));
}

double PlotView::xAt(double x) const
{
    const QRectF r = plot();
    auto [from, to] = shownRange();
    if (m_content->logX) {
        from = std::log10(std::max(from, 1e-9));
        to = std::log10(std::max(to, 1e-9));
        x = std::log10(std::max(x, 1e-9));
    }
    return r.left() + (x - from) / std::max(1e-9, to - from) * r.width();
}

double PlotView::valueOf(double px) const
{
    const QRectF r = plot();
    const double share = std::clamp((px - r.left()) / r.width(), 0.0, 1.0);
    const auto [from, to] = shownRange();
    if (m_content->logX)
        return std::max(from, 1e-9) * std::pow(std::max(to, 1e-9) / std::max(from, 1e-9), share);
    return from + share * (to - from);
}

double PlotView::yAt(double y) const
{
    const QRectF r = plot();
    return r.bottom() - (y - m_bottom) / std::max(1e-9, m_top - m_bottom) * r.height();
}

void PlotView::drawBackground(QPainter *p, const QRectF &)
{
    if (!m_content)
        return;
    paintBands(p);
    const QRectF r = plot();
    p->setPen(QPen(tk().axis, 1));
    p->drawLine(QPointF(r.left(), std::round(r.bottom()) + .5), QPointF(r.right(), std::round(r.bottom()) + .5));
}

void PlotView::drawForeground(QPainter *p, const QRectF &)
{
    if (!m_content)
        return;
    p->setRenderHint(QPainter::Antialiasing);
    p->setFont(labelFont());
    paintYLabels(p);
    if (m_content->bars.isEmpty())
        paintXLabels(p);
    else
        paintBarLabels(p);
    paintLevels(p);
    paintMarkers(p);
}

void PlotView::paintEvent(QPaintEvent *event)
{
    const double ratio = devicePixelRatioF();
    const QSize size = viewport()->size() * ratio;
    if (m_picture.isNull() || m_picture.size() != size || m_picture.devicePixelRatio() != ratio) {
        m_picture = QPixmap(size);
        m_picture.setDevicePixelRatio(ratio);
        m_picture.fill(Qt::transparent);
        QPainter layer(&m_picture);
        layer.setRenderHints(renderHints());
        render(&layer, viewport()->rect(), viewport()->rect(), Qt::IgnoreAspectRatio);
    }
    QPainter p(viewport());
    const QRectF exposed = event->rect();
    p.drawPixmap(exposed, m_picture, QRectF(exposed.topLeft() * ratio, exposed.size() * ratio));
    if (!m_content)
        return;
    p.setRenderHint(QPainter::Antialiasing);
    paintCrosshair(&p);
    paintDrag(&p);
    if (hasFocus()) {
        p.setPen(QPen(tk().accentLine, 1));
        p.setBrush(Qt::NoBrush);
        p.drawRoundedRect(QRectF(rect()).adjusted(2.5, 0.5, -2.5, -0.5), 4, 4);
    }
}

void PlotView::drop()
{
    m_picture = {};
    viewport()->update();
}

void PlotView::paintBands(QPainter *p) const
{
    const QRectF r = plot();
    const auto [from, to] = shownRange();
    p->setFont(labelFont());
    const QFontMetricsF metrics(p->font());
    for (const ChartBand &band : m_content->bands) {
        const double a = xAt(std::max(band.from, from)), z = xAt(std::min(band.to, to));
        if (z <= a)
            continue;
        if (band.strong)
            p->fillRect(QRectF(a, r.top(), z - a, r.height()), theme::alpha(tk().accent, tk().dark ? .10 : .055));
        if (band.tint.isValid()) {
            p->fillRect(QRectF(a, r.top(), std::max(1.0, z - a), r.height()), theme::alpha(band.tint, tk().dark ? .16 : .08));
            continue;
        }
        if (band.from > from) {
            QPen pen(tk().axis, 1);
            pen.setDashPattern({2, 3});
            p->setPen(pen);
            p->drawLine(QPointF(a, r.top()), QPointF(a, r.bottom()));
        }
    }
}

/// The fewest decimals that tell one step from the next.
QString PlotView::axisText(int interval) const
{
    const double step = (m_top - m_bottom) / m_intervals;
    int decimals = 0;
    for (double scaled = step; decimals < 6 && std::abs(scaled - std::round(scaled)) > 1e-6 * std::max(1.0, scaled); scaled *= 10)
        ++decimals;
    QString text = format::number(m_bottom + step * interval, decimals);
    if (interval == m_intervals && !m_content->unit.isEmpty())
        text += u' ' + m_content->unit;
    return text;
}

int PlotView::neededMargin() const
{
    double widest = 0;
    for (int i = 0; m_content && i <= m_intervals; ++i)
        widest = std::max(widest, theme::tabularWidth(labelFont(), axisText(i)));
    return std::max(leastMargin, int(std::ceil(widest)) + 12);
}

void PlotView::paintYLabels(QPainter *p) const
{
    const QRectF r = plot();
    p->setPen(tk().text3);
    for (int i = 0; i <= m_intervals; ++i) {
        const double y = r.bottom() - r.height() * i / m_intervals;
        const bool covered = std::any_of(m_content->levels.cbegin(), m_content->levels.cend(), [&](const ChartLevel &level) {
            return level.label.isEmpty() && std::abs(yAt(level.y) - y) < 12;
        });
        if (!covered)
            theme::drawTabular(p, QRectF(0, y - 8, m_left - 6, 16), Qt::AlignRight | Qt::AlignVCenter, axisText(i));
    }
}

QVector<QPair<double, QString>> PlotView::xTicks() const
{
    QVector<QPair<double, QString>> ticks = m_content->ticks;
    const auto [from, to] = shownRange();
    if (!ticks.isEmpty() || to <= from)
        return ticks;
    const int most = std::max(2, int(plot().width() / 70));
    if (m_content->isTime) {
        const double every = timeStep(to - from, most);
        for (double t = std::ceil(from / every) * every; t <= to + 1e-9; t += every)
            ticks.append({t, format::clock(t)});
        return ticks;
    }
    const double every = axisTop((to - from) / most, 1);
    for (double x = std::ceil(from / every) * every; x <= to + every * 1e-6; x += every)
        ticks.append({x, format::figure(x)});
    if (!ticks.isEmpty() && !m_content->xUnit.isEmpty())
        ticks.last().second += u' ' + m_content->xUnit;
    return ticks;
}

void PlotView::paintXLabels(QPainter *p) const
{
    const QRectF r = plot();
    const auto [from, to] = shownRange();
    const double flag = m_cross && m_content->hasCrosshair() ? xAt(*m_cross) : -1e6;
    double lastRight = -100;
    p->setPen(tk().text3);
    for (const auto &[at, text] : xTicks()) {
        if (at < from - 1e-9 || at > to + 1e-9)
            continue;
        const double x = xAt(at), w = theme::tabularWidth(p->font(), text);
        const double left = std::clamp(x - w / 2, r.left() - 12, std::max(r.left(), width() - w - 8.0));
        if (left < lastRight + 10 || std::abs(x - flag) < w / 2 + 24)
            continue;
        theme::drawTabular(p, QRectF(left, r.bottom() + 5, w + 2, 14), Qt::AlignLeft | Qt::AlignVCenter, text);
        lastRight = left + w;
    }
    const QFontMetricsF metrics(p->font());
    for (const ChartBand &band : m_content->bands) {
        const double a = xAt(std::max(band.from, from)), z = xAt(std::min(band.to, to));
        if (band.label.isEmpty() || metrics.horizontalAdvance(band.label) > z - a - 10)
            continue;
        p->setPen(band.strong ? tk().accentText : tk().text3);
        p->drawText(QPointF(a + 6, r.top() + 10), band.label);
    }
}

void PlotView::paintBarLabels(QPainter *p) const
{
    const QRectF r = plot();
    const double cell = r.width() / double(m_content->bars.size());
    for (qsizetype i = 0; i < m_content->bars.size(); ++i) {
        const ChartBar &bar = m_content->bars[i];
        const double left = r.left() + cell * double(i);
        p->setPen(tk().text3);
        p->drawText(QRectF(left - 6, r.bottom() + 5, cell + 12, 14), Qt::AlignCenter, bar.label);
        p->setPen(tk().text2);
        theme::drawTabular(p, QRectF(left - 8, yAt(bar.height) - 16, cell + 16, 14), Qt::AlignHCenter | Qt::AlignVCenter, bar.value);
    }
}

void PlotView::paintLevels(QPainter *p) const
{
    const QRectF r = plot();
    for (const ChartLevel &level : m_content->levels) {
        const double y = yAt(level.y);
        const QColor color = theme::recoloured(level.color);
        QPen pen(color, 1);
        pen.setDashPattern({5, 3});
        p->setPen(pen);
        p->drawLine(QPointF(r.left(), y), QPointF(r.right(), y));
        if (!level.label.isEmpty()) {
            p->setPen(color);
            p->drawText(QRectF(r.left() + 6, y - 15, r.width() - 8, 14), Qt::AlignVCenter | Qt::AlignLeft, level.label);
            continue;
        }
        const QString text = format::figure(level.y);
        const double w = theme::tabularWidth(p->font(), text) + 8;
        const QRectF flag(m_left - 3 - w, y - 8, w, 16);
        p->setPen(Qt::NoPen);
        p->setBrush(color);
        p->drawRoundedRect(flag, 4, 4);
        p->setPen(tk().surface);
        theme::drawTabular(p, flag, Qt::AlignHCenter | Qt::AlignVCenter, text);
    }
}

void PlotView::paintMarkers(QPainter *p) const
{
    const QRectF r = plot();
    const auto [from, to] = shownRange();
    const QFontMetricsF metrics(p->font());
    double lastRight = -1;
    const bool named = std::any_of(m_content->bands.cbegin(), m_content->bands.cend(), [](const ChartBand &b) { return !b.label.isEmpty(); });
    for (const ChartMarker &marker : m_content->markers) {
        if (marker.x < from || marker.x > to)
            continue;
        const double x = std::round(xAt(marker.x)) + .5;
        const QColor color = theme::recoloured(marker.color);
        p->setPen(QPen(color, 1));
        p->drawLine(QPointF(x, r.top()), QPointF(x, r.bottom()));
        const double w = std::min(metrics.horizontalAdvance(marker.label) + 10, r.width() / 3);
        const QRectF box(x - w - 3 > r.left() ? x - w - 3 : x + 3, r.top() + (named ? 14 : 1), w, 16); // under the names of stages
        if (marker.label.isEmpty() || box.left() < lastRight)
            continue; // the line is enough where labels would lie on each other
        lastRight = box.right();
        p->setPen(Qt::NoPen);
        p->setBrush(theme::alpha(tk().surface, .7));
        p->drawRoundedRect(box, 4, 4);
        p->setPen(color);
        p->drawText(box, Qt::AlignCenter, metrics.elidedText(marker.label, Qt::ElideRight, w - 6));
    }
    for (const ChartDot &dot : m_content->dots) {
        p->setPen(QPen(tk().surface, 1.5));
        p->setBrush(theme::recoloured(dot.color));
        p->drawEllipse(QPointF(xAt(dot.at.x()), yAt(dot.at.y())), 4.5, 4.5);
    }
}

void PlotView::paintCrosshair(QPainter *p) const
{
    const auto [from, to] = shownRange();
    if (!m_cross || !m_content->hasCrosshair() || *m_cross < from || *m_cross > to)
        return;
    const QRectF r = plot();
    const double x = std::round(xAt(*m_cross)) + .5;
    p->setPen(QPen(tk().text3, 1));
    p->drawLine(QPointF(x, r.top()), QPointF(x, r.bottom()));
    for (const ChartSeries &series : m_content->series) {
        if (m_content->stacked || m_hidden->contains(series.key) || series.points.isEmpty() || *m_cross > series.points.last().x() + 1)
            continue;
        const double y = valueAt(series.points, *m_cross);
        if (!std::isfinite(y))
            continue;
        p->setPen(QPen(tk().surface, 1.5));
        p->setBrush(theme::recoloured(series.color));
        p->drawEllipse(QPointF(x, yAt(y)), 4, 4);
    }
    const QString text = m_content->xText ? m_content->xText(*m_cross) : format::clock(*m_cross);
    p->setFont(theme::font(Type::Caption));
    const double w = theme::tabularWidth(p->font(), text) + 12;
    const QRectF flag(std::clamp(x - w / 2, 0.0, std::max(0.0, width() - w - 4)), r.bottom() + 4, w, 16);
    p->setPen(Qt::NoPen);
    p->setBrush(tk().text);
    p->drawRoundedRect(flag, 4, 4);
    p->setPen(tk().surface);
    theme::drawTabular(p, flag, Qt::AlignHCenter | Qt::AlignVCenter, text);
}

void PlotView::paintDrag(QPainter *p) const
{
    if (!m_dragFrom || !m_dragTo)
        return;
    const QRectF r = plot();
    const double a = std::clamp(std::min(*m_dragFrom, *m_dragTo), r.left(), r.right());
    const double z = std::clamp(std::max(*m_dragFrom, *m_dragTo), r.left(), r.right());
    p->setPen(QPen(tk().accent, 1));
    p->setBrush(theme::alpha(tk().accent, .12));
    p->drawRect(QRectF(a, r.top(), z - a, r.height()));
}

} // namespace ui
