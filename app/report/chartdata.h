// What the charts of the page draw, thinned so that a long run stays quick: rates are means of their span, times its
// highest.
#pragma once

#include "app/report/figures.h"
#include <QJsonObject>

namespace report {

QJsonObject chartData(const domain::RunRecord &run, const CaseFigures &figures);
/// `curves` of the case, its mean time replaced by that of its passes, whose percentiles they hold already.
Curves passTimes(Curves curves, const domain::CaseRecord &record);
/// How this computer did in each second of a case.
struct HealthCurves
{
    QVector<double> cpu, lateness; ///< % of the busiest worker; ms, p99 of the starts
};
HealthCurves healthOf(const domain::RunRecord &run, const domain::CaseRecord &record);
/// Values at 0, 50 … 99.99 %: the places and heights of the percentile curve.
QPair<QVector<double>, QVector<double>> percentileCurve(const engine::Histogram &histogram);

} // namespace report
