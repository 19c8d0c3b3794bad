// What one chart shows: plain values, drawn by PlotView. Colours are tokens of the theme that was on when they were set.
#pragma once

#include <QColor>
#include <QPointF>
#include <QString>
#include <QVector>
#include <functional>
#include <optional>

namespace ui {

struct ChartSeries
{
    enum Shape { Line, Dots };

    QString key, name; ///< key: stays the same over languages and refreshes
    QColor color;
    QVector<QPointF> points; ///< ascending x (Dots: any order); NaN ends a line, where data lacks
    bool dashed = false, area = false;
    double width = 1.6;
    Shape shape = Line;
};

struct ChartBand
{
    double from = 0, to = 0;
    QString label;
    bool strong = false;
    QColor tint{}; ///< set: a wash of this colour, without a line where it begins
};

struct ChartLevel
{
    double y = 0;
    QString label; ///< empty: the value as a flag on the axis
    QColor color;
};

struct ChartMarker
{
    double x = 0;
    QString label;
    QColor color;
};

struct ChartBar
{
    QString label, value;
    double height = 0;
};

struct ChartDot
{
    QPointF at;
    QColor color;
};

struct ChartContent
{
    static constexpr int adaptive = -1;

    QVector<ChartSeries> series;
    bool stacked = false; ///< the first series at the base line; all of them equally long
    double x0 = 0, x1 = 0;
    QVector<QPair<double, QString>> ticks; ///< empty: chosen by the chart
    bool isTime = true;                    ///< x in seconds; else a number
    bool logX = false;                     ///< x0 above 0
    QString xUnit;                         ///< behind the last x label of a numeric axis
    std::function<QString(double)> xText;  ///< flag under the crosshair; none: time, or no crosshair where x is no time
    QString unit;                          ///< stands at the top tick
    int decimals = adaptive;               ///< of legend values
    double least = 1;                      ///< y reaches at least this high
    double exactTop = 0;                   ///< above 0: y reaches exactly this high, as shares do
    bool fromZero = true;                  ///< y starts at 0; false: close below the smallest value
    QVector<ChartBand> bands;
    QVector<ChartLevel> levels;
    QVector<ChartMarker> markers;
    QVector<ChartBar> bars; ///< instead of series
    QVector<ChartDot> dots;

    bool hasCrosshair() const { return bars.isEmpty() && (isTime || xText); }
};

/// The part of the x axis that is shown.
using ChartRange = QPair<double, double>;

/// At most `most` points: neighbours merged by their mean, or their largest. NaN stands for seconds without data: it is
/// left out of a span that has some.
QVector<QPointF> thinned(const QVector<double> &values, int most = 600, bool largest = false);

} // namespace ui
