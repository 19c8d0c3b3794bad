// Charts on Qt Charts: a quiet base with our own labels, bands, markers, crosshair and direct labels.
#pragma once

#include "ui/widgets/theme.h"
#include <QtCharts>
#include <functional>

namespace ui {

class PlotView : public QChartView {
public:
  struct Line {
    QString name;
    QColor color;
    QVector<QPointF> pts;
    double width = 1.6;
    bool dashed = false;
    bool area = false;
    QString endLabel;
  };

  struct Band {
    double x0, x1;
    QString label;
    bool strong = false;
  };

  struct Marker {
    double x;
    QString label;
    QColor color;
  };

  PlotView();
  void setX(double lo, double hi, const QVector<QPair<double, QString>> &ticks);
  void setY(double lo, double hi, int intervals, const QString &unit, int decimals = 0);
  void addLine(const Line &l);
  void addStack(const QVector<QPair<QString, QColor>> &names, const QVector<QVector<double>> &ys, double x0 = 0);
  void addBars(const QVector<double> &v, const QVector<QColor> &c, const QStringList &labels, const QStringList &values,
               double barWidth = .7);

  /// New data for line `i` (in the order they were added); nothing is rebuilt.
  void setLine(int i, const QVector<QPointF> &pts);
  int lineCount() const { return int(lines_.size()); }
  const Line &line(int i) const { return lines_.at(i); }
  void setLineName(int i, const QString &name) { lines_[i].name = name; }
  void setStack(const QVector<QVector<double>> &ys, double x0 = 0); ///< new data for addStack's areas
  void clear(); ///< lines, stacks, bars, bands, markers, levels
  void addBand(const Band &b) { bands_ << b; viewport()->update(); }
  void setBands(const QVector<Band> &b) { bands_ = b; viewport()->update(); }
  void addMarker(const Marker &m) { markers_ << m; viewport()->update(); }
  void setMarkers(const QVector<Marker> &m) { markers_ = m; viewport()->update(); }
  void clearLevels() { levels_.clear(); viewport()->update(); }

  // a limit: with a label above its left end, or (no label) its value as a flag on the axis
  void addLevel(double y, const QString &label, const QColor &c) { levels_ << qMakePair(y, qMakePair(label, c)); }

  void addDots(const QVector<QPointF> &p, const QVector<QColor> &c, int hollow = -1) {
    dots_ = p;
    dotColors_ = c;
    hollow_ = hollow;
  }

  // crosshair shared by all charts of a page: line, dots, a time flag on the axis; the legend shows the values there,
  // nothing covers the data
  void setCrosshair(double x, const QString &flag) {
    cross_ = x;
    crossHead_ = flag;
  }

  // charts that move together: the pointer over one moves the crosshair of all
  static void link(const QVector<PlotView *> &views);
  std::function<void(double)> onCrosshair; // the owner refreshes its legend here
  int leftMargin = 44, rightMargin = 12, topMargin = 10, bottomMargin = 20;

protected:
  void changeEvent(QEvent *e) override;
  void leaveEvent(QEvent *e) override;
  void mouseMoveEvent(QMouseEvent *e) override;
  void resizeEvent(QResizeEvent *e) override;
  void drawForeground(QPainter *p, const QRectF &) override;
  void drawBackground(QPainter *p, const QRectF &) override;

private:
  QPointF at(double x, double y) const;
  QRectF plot() const;
  QVector<PlotView *> peers_;
  QValueAxis *ax_, *ay_;
  double x0_ = 0, x1_ = 1, y0_ = 0, y1_ = 1;
  int ny_ = 4, dec_ = 0;
  QString unit_;
  QVector<QPair<double, QString>> xt_;
  void paintLine(int i);
  QVector<Line> lines_;

  struct Drawn {
    QLineSeries *line = nullptr;
    QAreaSeries *area = nullptr;
  };

  QVector<Drawn> drawn_;
  QVector<QAreaSeries *> stack_;
  QVector<QColor> stackColors_;
  QVector<Band> bands_;
  QVector<Marker> markers_;
  QVector<QPair<double, QPair<QString, QColor>>> levels_;
  double cross_ = -1;
  QString crossHead_;
  QVector<QPointF> dots_;
  QVector<QColor> dotColors_;
  int hollow_ = -1;
  QVector<double> bars_;
  QVector<QColor> barColors_;
  QStringList barLabels_, barValues_;
  double barW_ = .7;
};

// answers per second, stacked: failures lie on the base line, where their height can be read
class CodesChart : public PlotView {
public:
  CodesChart(const QVector<double> &ok2, const QVector<double> &ok3, const QVector<double> &e4,
             const QVector<double> &e5, const QVector<double> &none, const QString &noneName);
  void setData(const QVector<double> &ok2, const QVector<double> &ok3, const QVector<double> &e4, const QVector<double> &e5,
               const QVector<double> &none);
};

QVector<QPointF> points(const QVector<double> &y, int step = 1, double x0 = 0);
QVector<QPair<double, QString>> timeTicks(int secs, int step);
QString num(double v, int decimals = 0); ///< 12,345.6
QString clock(int secs);                 ///< 08:42, 1:08:42
double niceTop(double max, int intervals);

// waterfall of one exchange: DNS, connect, TLS, send, first byte, download
class Waterfall : public QWidget {
public:
  struct Phase {
    QString name;
    double ms;
    QColor color;
  };

  explicit Waterfall(const QVector<Phase> &p, bool legend = true);
  void setPhases(const QVector<Phase> &p);

  QSize sizeHint() const override { return {300, legend_ ? 62 : 20}; }

  void paintEvent(QPaintEvent *) override;

private:
  QVector<Phase> ph_;
  bool legend_;
};

} // namespace ui
