// What happened during a case, as marks and bands on its charts: notes, changes of the load, broken rules. Pure.
#pragma once

#include "models/domain/runrecord.h"
#include "ui/widgets/chartcontent.h"

namespace ui {

/// Seconds from the case's start; broken rules stand out.
QVector<ChartMarker> marksOf(const domain::RunRecord &run, const domain::CaseRecord &record);

/// The windows in which a rule broke, those that touch as one.
QVector<ChartBand> brokenWindows(const domain::RunRecord &run, int caseIndex);

} // namespace ui
