#include "ui/widgets/plotview.h"
#include "ui/widgets/theme.h"
#include <cmath>

using namespace Qt::StringLiterals;

namespace ui {

using theme::tk;

namespace {

/// The unbroken stretches of a line; points between two gaps stand alone.
struct Pieces
{
    QVector<QVector<QPointF>> lines;
    QVector<QPointF> lone;
};

Pieces piecesOf(const QVector<QPointF> &points)
{
    Pieces pieces;
    QVector<QPointF> open;
    const auto close = [&] {
        if (open.size() > 1 && pieces.lines.size() < PlotView::mostPieces)
            pieces.lines.append(open);
        else
            pieces.lone += open;
        open.clear();
    };
    for (const QPointF &point : points) {
        if (std::isfinite(point.y()) && std::isfinite(point.x()))
            open.append(point);
        else
            close();
    }
    close();
    return pieces;
}

QBrush fading(const QColor &color)
{
    QLinearGradient gradient(0, 0, 0, 1);
    gradient.setCoordinateMode(QGradient::ObjectBoundingMode);
    gradient.setColorAt(0, theme::alpha(color, tk().dark ? .26 : .18));
    gradient.setColorAt(1, theme::alpha(color, .02));
    return gradient;
}

} // namespace

double axisTop(double most, int intervals)
{
    const double raw = std::max(most, 1e-9) / intervals, size = std::pow(10, std::floor(std::log10(raw)));
    for (const double step : {1.0, 1.2, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0}) {
        if (step * size >= raw * (1 - 1e-9))
            return step * size * intervals;
    }
    return most;
}

PlotView::PlotView(QWidget *parent) : QChartView(parent)
{
    auto *c = new QChart;
    c->setBackgroundVisible(false);
    c->setPlotAreaBackgroundVisible(false);
    c->setBackgroundRoundness(0);
    c->legend()->hide();
    c->setMargins({});
    c->layout()->setContentsMargins(0, 0, 0, 0);
    c->setAnimationOptions(QChart::NoAnimation);
    setChart(c);
    connect(scene(), &QGraphicsScene::changed, this, &PlotView::drop); // Qt Charts lays out its parts when it finds the time
    m_y = new QValueAxis;
    m_y->setLabelsVisible(false);
    m_y->setLineVisible(false);
    m_y->setMinorGridLineVisible(false);
    c->addAxis(m_y, Qt::AlignLeft);
    useAxis(Axis::Value);
    setRenderHint(QPainter::Antialiasing);
    setFrameShape(QFrame::NoFrame);
    setBackgroundBrush(Qt::NoBrush);
    viewport()->setAutoFillBackground(false);
    setViewportUpdateMode(QGraphicsView::FullViewportUpdate);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMouseTracking(true);
    viewport()->setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void PlotView::setContent(const ChartContent *content, const QSet<QString> *hidden)
{
    m_content = content;
    m_hidden = hidden;
    refresh();
}

void PlotView::useAxis(Axis kind)
{
    if (m_x && m_kind == kind)
        return;
    chart()->removeAllSeries();
    m_drawn.clear();
    m_bars = nullptr;
    if (m_x) {
        chart()->removeAxis(m_x);
        delete m_x;
    }
    m_kind = kind;
    if (kind == Axis::Log)
        m_x = new QLogValueAxis;
    else if (kind == Axis::Category)
        m_x = new QBarCategoryAxis;
    else
        m_x = new QValueAxis;
    m_x->setLabelsVisible(false);
    m_x->setGridLineVisible(false);
    m_x->setLineVisible(false); // with it went ticks between our labels
    m_x->setMinorGridLineVisible(false);
    chart()->addAxis(m_x, Qt::AlignBottom);
}

template <class S> S *PlotView::add(S *series)
{
    chart()->addSeries(series);
    series->attachAxis(m_x);
    series->attachAxis(m_y);
    return series;
}

bool PlotView::fits() const
{
    if (m_drawn.size() != m_content->series.size() || (m_bars != nullptr) == m_content->bars.isEmpty())
        return false;
    for (qsizetype i = 0; i < m_drawn.size(); ++i) {
        const ChartSeries &series = m_content->series[i];
        if (m_drawn[i].key != series.key || m_drawn[i].area != series.area || m_drawn[i].stacked != m_content->stacked
            || m_drawn[i].dots != (series.shape == ChartSeries::Dots))
            return false;
    }
    return true;
}

void PlotView::build()
{
    const bool hadBars = m_bars;
    chart()->removeAllSeries();
    m_drawn.clear();
    m_bars = nullptr;
    for (const ChartSeries &series : m_content->series)
        m_drawn.append({series.key, series.area, m_content->stacked, series.shape == ChartSeries::Dots, {}, {}, nullptr});
    if (!m_content->bars.isEmpty())
        m_bars = add(new QBarSeries);
    if (hadBars != (m_bars != nullptr))
        placePlot(); // bars leave room above for their values
}

void PlotView::refresh()
{
    if (!m_content)
        return;
    useAxis(!m_content->bars.isEmpty() ? Axis::Category : m_content->logX ? Axis::Log : Axis::Value);
    if (!fits())
        build();
    measure();
    m_y->setGridLinePen(QPen(tk().grid, 1));
    if (m_content->stacked)
        fillStack();
    for (qsizetype i = 0; i < m_drawn.size() && !m_content->stacked; ++i) {
        const bool shown = !m_hidden->contains(m_drawn[i].key);
        if (m_drawn[i].dots)
            fillDots(m_drawn[i], m_content->series[i], shown);
        else
            fillLine(m_drawn[i], m_content->series[i], shown);
    }
    if (m_bars)
        fillBars();
    drop();
}

void PlotView::fillLine(Drawn &drawn, const ChartSeries &series, bool shown)
{
    const Pieces pieces = shown ? piecesOf(series.points) : Pieces{};
    const QColor color = theme::recoloured(series.color);
    QPen pen(color, series.width);
    pen.setJoinStyle(Qt::RoundJoin);
    if (series.dashed)
        pen.setDashPattern({4, 3});
    while (drawn.lines.size() < std::max<qsizetype>(1, pieces.lines.size())) {
        if (drawn.area) {
            auto *area = new QAreaSeries(new QLineSeries(this));
            area->setPen(Qt::NoPen);
            drawn.areas.append(add(area));
        }
        drawn.lines.append(add(new QLineSeries));
    }
    for (qsizetype i = 0; i < drawn.lines.size(); ++i) {
        const QVector<QPointF> points = pieces.lines.value(i);
        drawn.lines[i]->setName(series.name);
        drawn.lines[i]->setPen(pen);
        drawn.lines[i]->replace(points);
        if (!drawn.area)
            continue;
        drawn.areas[i]->setBrush(fading(color));
        drawn.areas[i]->upperSeries()->replace(points);
    }
    if (pieces.lone.isEmpty() && !drawn.points)
        return;
    if (!drawn.points)
        drawn.points = add(new QScatterSeries);
    drawn.points->setMarkerSize(series.width * 2);
    drawn.points->setPen(Qt::NoPen);
    drawn.points->setBrush(color);
    drawn.points->replace(pieces.lone);
}

void PlotView::fillDots(Drawn &drawn, const ChartSeries &series, bool shown)
{
    if (!drawn.points)
        drawn.points = add(new QScatterSeries);
    const QColor color = theme::recoloured(series.color);
    drawn.points->setMarkerSize(6);
    drawn.points->setPen(QPen(tk().surface, .5));
    drawn.points->setBrush(theme::alpha(color, .7));
    QVector<QPointF> points;
    for (const QPointF &point : series.points) {
        if (shown && std::isfinite(point.x()) && std::isfinite(point.y()))
            points.append(point);
    }
    drawn.points->replace(points);
}

/// What succeeded stands back behind what failed: the upper half of the stack is paler.
void PlotView::fillStack()
{
    QVector<QPointF> below;
    for (qsizetype i = 0; i < m_drawn.size(); ++i) {
        const ChartSeries &series = m_content->series[i];
        Drawn &drawn = m_drawn[i];
        if (drawn.areas.isEmpty())
            drawn.areas.append(add(new QAreaSeries(new QLineSeries(this), new QLineSeries(this))));
        QAreaSeries *area = drawn.areas.first();
        const QColor color = theme::recoloured(series.color);
        const bool bulk = i > 2 || m_drawn.size() < 4;
        area->setName(series.name);
        area->setBrush(theme::alpha(color, bulk ? (tk().dark ? .45 : .5) : .95));
        const bool shown = !m_hidden->contains(series.key) && !series.points.isEmpty();
        area->setVisible(shown);
        if (!shown)
            continue;
        QVector<QPointF> above;
        above.reserve(series.points.size());
        double most = 0;
        for (qsizetype k = 0; k < series.points.size(); ++k) {
            const double own = std::isfinite(series.points[k].y()) ? std::max(0.0, series.points[k].y()) : 0;
            most = std::max(most, own);
            above.append({series.points[k].x(), (k < below.size() ? below[k].y() : 0) + own});
        }
        area->setPen(most > 0 ? QPen(color, 1) : QPen(Qt::NoPen)); // a series without any would outline its neighbour
        QVector<QPointF> lower = below;
        if (lower.size() != above.size()) {
            lower.clear();
            for (const QPointF &point : above)
                lower.append({point.x(), 0});
        }
        area->lowerSeries()->replace(lower);
        area->upperSeries()->replace(above);
        below = above;
    }
}

void PlotView::fillBars()
{
    QStringList labels;
    QList<qreal> heights;
    for (qsizetype i = 0; i < m_content->bars.size(); ++i) {
        labels.append(u"%1 %2"_s.arg(i).arg(m_content->bars[i].label)); // categories are told apart by their text
        heights.append(m_content->bars[i].height);
    }
    auto *axis = static_cast<QBarCategoryAxis *>(m_x);
    if (axis->categories() != labels) {
        axis->clear();
        axis->append(labels);
    }
    if (m_bars->barSets().isEmpty() || m_bars->barSets().first()->count() != heights.size()) {
        m_bars->clear();
        auto *set = new QBarSet({});
        set->append(heights);
        m_bars->append(set);
        m_bars->setBarWidth(.74);
    } else {
        for (int i = 0; i < heights.size(); ++i)
            m_bars->barSets().first()->replace(i, heights[i]);
    }
    m_bars->barSets().first()->setBrush(tk().series[0]);
    m_bars->barSets().first()->setPen(Qt::NoPen);
}

/// Ranges of both axes: y over what is shown of x.
void PlotView::measure()
{
    const auto [from, to] = shownRange();
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
        for (qsizetype i = 0; i < series.points.size(); ++i) {
            const QPointF &point = series.points[i];
            if (m_content->stacked && std::isfinite(point.y()))
                sums[i] += std::max(0.0, point.y());
            if (m_zoom && (point.x() < from || point.x() > to))
                continue;
            see(m_content->stacked ? sums[i] : point.y());
        }
    }
    for (const ChartLevel &level : m_content->levels)
        see(level.y);
    for (const ChartBar &bar : m_content->bars)
        see(bar.height * 1.12); // room for the value above it
    m_intervals = height() < 110 ? 2 : height() < 190 ? 3 : 4;
    m_bottom = 0;
    if (!m_content->fromZero && least < most && least > most * 0.3)
        m_bottom = std::floor(least * 0.9 / axisTop(most / 10, 1)) * axisTop(most / 10, 1);
    const bool labelled = !m_content->markers.isEmpty() && !m_content->stacked;
    m_top = m_bottom + axisTop((most - m_bottom) * (labelled ? 1.16 : 1.04), m_intervals); // room for the labels of marks
    if (m_content->exactTop > 0) {
        m_top = m_content->exactTop;
        m_intervals = height() < 110 ? 2 : 4;
    }
    m_y->setRange(m_bottom, m_top);
    m_y->setTickCount(m_intervals + 1);
    if (auto *axis = qobject_cast<QValueAxis *>(m_x))
        axis->setRange(from, std::max(to, from + 1e-6));
    else if (auto *logarithmic = qobject_cast<QLogValueAxis *>(m_x))
        logarithmic->setRange(std::max(from, 1e-9), std::max(to, std::max(from, 1e-9) * 1.01));
}

ChartRange PlotView::shownRange() const
{
    return m_zoom ? *m_zoom : m_content ? ChartRange(m_content->x0, m_content->x1) : ChartRange(0, 1);
}

void PlotView::setZoom(std::optional<ChartRange> range)
{
    if (range == m_zoom)
        return;
    m_zoom = range;
    refresh();
}

void PlotView::setCrosshair(std::optional<double> x)
{
    if (x == m_cross)
        return;
    m_cross = x;
    viewport()->update();
}

void PlotView::setLeftMargin(int margin)
{
    if (margin == m_left)
        return;
    m_left = margin;
    placePlot();
    drop();
}

/// Qt Charts moves its axes only with the next layout, its series at once.
void PlotView::placePlot()
{
    chart()->setPlotArea(plot());
    chart()->layout()->invalidate();
    chart()->layout()->activate();
}

void PlotView::resizeEvent(QResizeEvent *event)
{
    QChartView::resizeEvent(event);
    placePlot();
    refresh(); // the number of grid lines follows the height
}

void PlotView::changeEvent(QEvent *event)
{
    QChartView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        refresh();
}

QVector<QVector<QPointF>> PlotView::drawnPieces(const QString &key) const
{
    QVector<QVector<QPointF>> pieces;
    for (const Drawn &drawn : m_drawn) {
        if (drawn.key != key)
            continue;
        for (const QLineSeries *line : drawn.lines) {
            if (line->count() > 0)
                pieces.append(line->points());
        }
        for (const QAreaSeries *area : drawn.areas) {
            if (drawn.stacked && area->isVisible())
                pieces.append(area->upperSeries()->points());
        }
        if (drawn.points) {
            for (const QPointF &point : drawn.points->points())
                pieces.append(QVector<QPointF>{point});
        }
    }
    return pieces;
}

bool PlotView::isDrawn(const QString &key) const { return !drawnPieces(key).isEmpty(); }

} // namespace ui
