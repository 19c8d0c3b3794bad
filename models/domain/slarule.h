// A rule about a run's figures (contract: SlaRule): states what must hold.
#pragma once

#include "models/domain/result.h"
#include <QJsonObject>

namespace domain {

/// metric: avg min max p50 p75 p85 p90 p95 p99 p999 p9999 (ms), rps tps (1/s), success_rate (%), errors (count).
struct SlaRule
{
    QString name;
    QString scope = QStringLiteral("case"); ///< case | request | transaction
    QString target;                         ///< name of the request or transaction; empty: all cases
    QString metric = QStringLiteral("p95");
    QString comparison = QStringLiteral("<"); ///< < <= > >= ==
    double value = 0;
    int times = 1;     ///< windows of 6 s in a row that must break it
    bool stop = false; ///< action stop, else alarm
    QJsonObject extra;

    bool operator==(const SlaRule &) const = default;
};

QJsonObject toJson(const SlaRule &rule);
Result<SlaRule> slaRuleFromJson(const QJsonObject &json);
/// "p95<300" or "Pay: p95 < 300" (contract: --threshold).
Result<SlaRule> parseThreshold(const QString &text);

} // namespace domain
