// Numbers as a reader wants them, the same in every form of a report.
#pragma once

#include "models/domain/runrecord.h"
#include <QString>

namespace report {

QString countText(quint64 value);   ///< 12,345
QString timeText(double ms);        ///< 0.081 · 8.23 · 84.1 · 1,203
QString rateText(double perSecond); ///< 0.5 · 41.3 · 1,077
QString clockText(double seconds);  ///< 08:42, from an hour on 1:08:42
QString ruleText(const domain::SlaRule &rule); ///< p95 < 300 ms
QString unitOf(const QString &metric);         ///< ms, /s, % or nothing
QString metricText(const QString &metric, double value);
QString actualText(const domain::RuleResult &result); ///< the figure a rule saw; a dash when there was none

} // namespace report
