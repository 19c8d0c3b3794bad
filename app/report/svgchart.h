// A chart as SVG text: what a page shows before (or without) script, and what a printed one keeps.
#pragma once

#include <QString>
#include <QVector>

namespace report {

struct ChartSeries
{
    QString name;
    QString colour; ///< CSS colour or var(--…)
    QVector<double> values;
    bool dashed = false, filled = false;

    bool operator==(const ChartSeries &) const = default;
};

struct ChartSpec
{
    QString title, unit;
    QVector<ChartSeries> series;
    bool stacked = false;
    QVector<double> x;      ///< empty: seconds 0, 1, 2 …
    QStringList xLabels;    ///< with `x`: labels at those places; without: made from seconds (mm:ss)
    double limit = 0;       ///< > 0: a dashed line
    int width = 620, height = 190;
};

/// Upper end and step of a quiet axis from 0 holding `maximum`: 3 to 5 steps of 1, 2, 2.5 or 5 × 10^n. What cannot exceed
/// `most` (0: anything can) has no axis beyond it.
struct Axis
{
    double top = 1, step = 1;
};
Axis niceAxis(double maximum, double most = 0);
QString axisNumber(double value); ///< 12,345 · 0.5
QString svgChart(const ChartSpec &spec);

} // namespace report
