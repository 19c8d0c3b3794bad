#include "ui/widgets/charts.h"
#include <cmath>

using namespace Qt::StringLiterals;

namespace ui {

using theme::tk;

QVector<QPointF> points(const QVector<double> &y, int step, double x0) {
  QVector<QPointF> v;
  for (int i = 0; i < y.size(); i += step) {
    double s = 0;
    int n = 0;
    for (int k = i; k < std::min<int>(i + step, int(y.size())); k++) s += y[k], n++;
    v << QPointF(x0 + i, s / n);
  }
  return v;
}

QVector<QPair<double, QString>> timeTicks(int secs, int step) {
  QVector<QPair<double, QString>> v;
  for (int t = 0; t <= secs; t += step) v << qMakePair(double(t), clock(t));
  return v;
}

QString num(double v, int d) { return QLocale(QLocale::English).toString(v, 'f', d); }

QString clock(int s)
{
    const auto two = [](int v) { return u"%1"_s.arg(v, 2, 10, QChar(u'0')); };
    return (s >= 3600 ? QString::number(s / 3600) + u':' + two(s / 60 % 60) : two(s / 60)) + u':' + two(s % 60);
}

double niceTop(double max, int n) {
  if (!(max > 0)) return n;
  const double raw = max / n, mag = std::pow(10, std::floor(std::log10(raw)));
  for (double k : {1.0, 1.2, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0})
    if (k * mag >= raw) return k * mag * n;
  return max;
}

PlotView::PlotView() {
  auto *c = new QChart;
  setChart(c);
  c->setBackgroundVisible(false);
  c->setPlotAreaBackgroundVisible(false);
  c->legend()->hide();
  c->setMargins({0, 0, 0, 0});
  c->layout()->setContentsMargins(0, 0, 0, 0);
  c->setBackgroundRoundness(0);
  c->setAnimationOptions(QChart::NoAnimation);
  ax_ = new QValueAxis;
  ay_ = new QValueAxis;
  for (auto *a : {ax_, ay_}) {
    a->setLabelsVisible(false);
    a->setGridLineVisible(false);
    a->setLineVisible(false);
    a->setMinorGridLineVisible(false);
  }
  c->addAxis(ax_, Qt::AlignBottom);
  c->addAxis(ay_, Qt::AlignLeft);
  setRenderHint(QPainter::Antialiasing);
  setFrameShape(QFrame::NoFrame);
  setBackgroundBrush(Qt::NoBrush);
  setCacheMode(QGraphicsView::CacheNone);
  setViewportUpdateMode(QGraphicsView::FullViewportUpdate);
  setMinimumHeight(70);
  setMinimumWidth(120);
  setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

void PlotView::setX(double lo, double hi, const QVector<QPair<double, QString>> &t) {
  x0_ = lo;
  x1_ = hi;
  xt_ = t;
  ax_->setRange(lo, hi);
}

void PlotView::setY(double lo, double hi, int n, const QString &u, int d) {
  y0_ = lo;
  y1_ = hi;
  ny_ = n;
  unit_ = u;
  dec_ = d;
  ay_->setRange(lo, hi);
}

void PlotView::addLine(const Line &l)
{
    lines_ << l;
    Drawn d;
    if (l.area) {
        auto *edge = new QLineSeries(this);
        edge->replace(l.pts);
        d.area = new QAreaSeries(edge);
        d.area->setPen(Qt::NoPen);
        chart()->addSeries(d.area);
        d.area->attachAxis(ax_);
        d.area->attachAxis(ay_);
    }
    d.line = new QLineSeries;
    d.line->replace(l.pts);
    d.line->setName(l.name);
    chart()->addSeries(d.line);
    d.line->attachAxis(ax_);
    d.line->attachAxis(ay_);
    drawn_ << d;
    paintLine(int(lines_.size()) - 1);
}

void PlotView::paintLine(int i)
{
    Line &l = lines_[i];
    l.color = theme::recoloured(l.color);
    QPen pen(l.color, l.width);
    pen.setJoinStyle(Qt::RoundJoin);
    if (l.dashed)
        pen.setDashPattern({4, 3});
    drawn_[i].line->setPen(pen);
    if (!drawn_[i].area)
        return;
    QLinearGradient g(0, 0, 0, 1);
    g.setCoordinateMode(QGradient::ObjectBoundingMode);
    g.setColorAt(0, theme::alpha(l.color, tk().dark ? .26 : .18));
    g.setColorAt(1, theme::alpha(l.color, .02));
    drawn_[i].area->setBrush(g);
}

void PlotView::setLine(int i, const QVector<QPointF> &pts)
{
    lines_[i].pts = pts;
    drawn_[i].line->replace(pts);
    if (drawn_[i].area)
        drawn_[i].area->upperSeries()->replace(pts);
    viewport()->update();
}

void PlotView::addStack(const QVector<QPair<QString, QColor>> &names, const QVector<QVector<double>> &ys, double x0)
{
    for (int k = 0; k < names.size(); k++) {
        auto *upper = new QLineSeries(this);
        auto *area = new QAreaSeries(upper, k > 0 ? new QLineSeries(this) : nullptr);
        area->setName(names[k].first);
        chart()->addSeries(area);
        area->attachAxis(ax_);
        area->attachAxis(ay_);
        stack_ << area;
        stackColors_ << names[k].second;
    }
    setStack(ys, x0);
    QEvent repaint(QEvent::PaletteChange);
    changeEvent(&repaint);
}

void PlotView::setStack(const QVector<QVector<double>> &ys, double x0)
{
    if (ys.isEmpty())
        return;
    QVector<double> base(ys[0].size(), 0.0);
    QList<QPointF> before;
    for (int k = 0; k < stack_.size() && k < ys.size(); k++) {
        QList<QPointF> points;
        for (int i = 0; i < base.size(); i++) {
            base[i] += ys[k].value(i);
            points << QPointF(x0 + i, base[i]);
        }
        if (k > 0)
            stack_[k]->lowerSeries()->replace(before);
        stack_[k]->upperSeries()->replace(points);
        before = points;
    }
    viewport()->update();
}

void PlotView::changeEvent(QEvent *e)
{
    QChartView::changeEvent(e);
    if (e->type() != QEvent::PaletteChange)
        return;
    for (int i = 0; i < lines_.size(); ++i)
        paintLine(i);
    for (int k = 0; k < stack_.size(); ++k) {
        stackColors_[k] = theme::recoloured(stackColors_[k]);
        const bool bulk = k >= stack_.size() - 2;
        stack_[k]->setBrush(theme::alpha(stackColors_[k], bulk ? (tk().dark ? .45 : .5) : .95));
        stack_[k]->setPen(QPen(stackColors_[k], 1));
    }
    for (QColor &c : barColors_)
        c = theme::recoloured(c);
    for (Marker &m : markers_)
        m.color = theme::recoloured(m.color);
    for (auto &level : levels_)
        level.second.second = theme::recoloured(level.second.second);
}

void PlotView::clear()
{
    chart()->removeAllSeries();
    lines_.clear();
    drawn_.clear();
    stack_.clear();
    stackColors_.clear();
    bars_.clear();
    bands_.clear();
    markers_.clear();
    levels_.clear();
    viewport()->update();
}

void PlotView::leaveEvent(QEvent *e)
{
    QChartView::leaveEvent(e);
    for (auto *v : peers_) {
        v->cross_ = -1;
        v->viewport()->update();
        if (v->onCrosshair)
            v->onCrosshair(-1);
    }
}

void PlotView::addBars(const QVector<double> &v, const QVector<QColor> &c, const QStringList &l,
                       const QStringList &vals, double w) {
  bars_ = v;
  barColors_ = c;
  barLabels_ = l;
  barValues_ = vals;
  barW_ = w;
}

QRectF PlotView::plot() const {
  return QRectF(leftMargin, topMargin, width() - leftMargin - rightMargin, height() - topMargin - bottomMargin);
}

QPointF PlotView::at(double x, double y) const {
  const QRectF r = plot();
  return {r.left() + (x - x0_) / (x1_ - x0_) * r.width(), r.bottom() - (y - y0_) / (y1_ - y0_) * r.height()};
}

void PlotView::link(const QVector<PlotView *> &views) {
  for (auto *v : views) {
    v->peers_ = views;
    v->setMouseTracking(true);
  }
}

void PlotView::mouseMoveEvent(QMouseEvent *e) {
  QChartView::mouseMoveEvent(e);
  const QRectF r = plot();
  if (peers_.isEmpty() || !r.contains(e->position())) return;
  const double x = x0_ + (e->position().x() - r.left()) / r.width() * (x1_ - x0_);
  for (auto *v : peers_) {
    v->setCrosshair(x, clock(int(x)));
    v->viewport()->update();
    if (v->onCrosshair) v->onCrosshair(x);
  }
}

void PlotView::resizeEvent(QResizeEvent *e) {
  QChartView::resizeEvent(e);
  chart()->setPlotArea(plot());
}

} // namespace ui
