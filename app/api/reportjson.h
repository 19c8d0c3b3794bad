// Reports in the shapes of the calls: figures and curves come from app/report, as everywhere; here are the envelopes the
// reference puts around them, with whole milliseconds.
#pragma once

#include "app/report/figures.h"
#include <QJsonObject>

namespace api {

/// taskStatus of the report service: 6 done, 3 aborted, 4 stopped, 0 running (api decision 34).
int taskStatusOf(domain::RunStatus status);

QJsonObject reportJson(const domain::RunRecord &run, int caseIndex, int mostPoints); ///< ReportInfo
QJsonObject detailJson(const domain::RunRecord &run, int caseIndex);                 ///< CaseReportDetails
/// TaskCaseAwChartResult. `item` 0: the whole case.
QJsonObject chartJson(const domain::RunRecord &run, int caseIndex, int item);
QJsonObject caseAwJson(const domain::RunRecord &run, int caseIndex); ///< CaseAwInfo; needs no figures
QJsonObject outlineJson(const domain::RunRecord &run);               ///< ReportOutline, all cases together
QJsonObject historyJson(const domain::RunRecord &run);               ///< HistoryRunInfo; needs no figures

} // namespace api
