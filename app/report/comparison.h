// Two or three runs beside each other; the first is the baseline. Pure functions.
#pragma once

#include "models/domain/runrecord.h"
#include <optional>

namespace report {

enum class Direction { Same, Better, Worse };

/// Value of one metric in every run and what changed against the first.
struct ComparisonRow
{
    QString caseName, name; ///< name empty: the case itself
    QString metric;         ///< as SlaRule::metric
    QVector<std::optional<double>> values; ///< one a run; nullopt: that run has no such row
    QVector<double> changePercent;         ///< values[i+1] against values[0]; 0 when it cannot be told
    QVector<Direction> directions;
    QVector<bool> beyondNoise; ///< see noiseRule()

    bool operator==(const ComparisonRow &) const = default;
};

struct Comparison
{
    QStringList runNames; ///< "Checkout rate, 24 Nov 21:04"
    QVector<ComparisonRow> rows;
};

Comparison compare(const QVector<domain::RunRecord> &runs); ///< 2 or 3 of them
QString noiseRule(); ///< one paragraph saying what "larger than noise" means here

/// 'p95>+10%': fails when the metric of a later run is more than that above the baseline. `Pay: p95>+10%` for one row,
/// 'success_rate<-1' for a plain difference, 'p95>300' (no sign) for the value itself.
struct FailRule
{
    QString text, name, metric, comparison;
    double amount = 0;
    bool percent = false, relative = false;
};

struct FailResult
{
    FailRule rule;
    QString caseName, name;
    int run = 1; ///< index of the later run
    double actual = 0;
};

domain::Result<FailRule> parseFailRule(const QString &text);
/// Every place where a rule fails; a rule that fits no row at all is an error.
domain::Result<QVector<FailResult>> broken(const Comparison &comparison, const QVector<FailRule> &rules);

} // namespace report
