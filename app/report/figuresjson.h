// The reference's spelling of the figures: CaseReportDetails, BrokenList, resp_time_range.
#pragma once

#include "app/report/figures.h"
#include <QJsonObject>

namespace report {

/// Decimal: ms with up to three decimals (run file). Whole: integers, as the REST API of the reference gives them.
enum class Times { Decimal, Whole };

QJsonObject toJson(const ItemFigures &figures, Times times = Times::Decimal); ///< CaseReportDetail
QJsonObject detailJson(const CaseFigures &figures, Times times = Times::Decimal); ///< CaseReportDetails
/// BrokenList. `start` is the case's start; `limit` > 0 thins all series alike to at most so many points.
QJsonObject chartJson(const Curves &curves, const QDateTime &start, int limit = 0);
QJsonObject sidesJson(const Curves &curves); ///< failures a second by side, beside the BrokenList
QJsonObject rangesJson(const engine::Histogram &histogram); ///< "0~50ms": "99.8%(2472)"
QJsonObject peakJson(const PeakFigures &peak); ///< PeakMetric
/// The detail_id of an item: a 19-digit number in a string, stable for a (case run, item).
QString detailId(int caseRunId, int item);

} // namespace report
