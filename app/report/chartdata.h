// What the charts of the page draw, thinned so that a long run stays quick: rates are means of their span, times its
// highest.
#pragma once

#include "app/report/figures.h"
#include <QJsonObject>

namespace report {

QJsonObject chartData(const domain::RunRecord &run, const CaseFigures &figures);
/// Curves of the case whose times are those of its passes, the mean as well as the percentiles.
Curves passTimes(const domain::CaseRecord &record);
/// Values at 0, 50 … 99.99 %: the places and heights of the percentile curve.
QPair<QVector<double>, QVector<double>> percentileCurve(const engine::Histogram &histogram);

} // namespace report
