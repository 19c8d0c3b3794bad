#include "app/report/comparison.h"

#include "app/report/figures.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <cmath>

namespace report {

using namespace Qt::StringLiterals;

namespace {

const QStringList comparedMetrics = {u"avg"_s, u"p50"_s, u"p90"_s, u"p95"_s, u"p99"_s, u"max"_s,
                                     u"rps"_s, u"tps"_s, u"success_rate"_s, u"errors"_s};
constexpr double leastNoisePercent = 3;

/// What lupdate takes the texts of this file under.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(report::Comparison)
};

bool higherIsBetter(const QString &metric) { return metric == "rps"_L1 || metric == "tps"_L1 || metric == "success_rate"_L1; }

struct Row
{
    QString caseName, name;
    ItemFigures figures;
    double noisePercent = leastNoisePercent; ///< of times
    double rateNoisePercent = leastNoisePercent;
};

/// Two standard errors of the mean of `values`, in percent of it.
double spreadPercent(const QVector<double> &values)
{
    double sum = 0, squares = 0;
    int count = 0;
    for (const double value : values) {
        if (value <= 0)
            continue;
        sum += value;
        squares += value * value;
        ++count;
    }
    if (count < 2)
        return 100;
    const double mean = sum / count, variance = std::max(0.0, (squares - sum * mean) / (count - 1));
    return 100 * 2 * std::sqrt(variance / count) / mean;
}

Row rowOf(const domain::CaseRecord &record, const ItemFigures &figures, const QString &name)
{
    const Curves curves = curvesOf(record, figures.item);
    Row row{record.name, name, figures};
    row.noisePercent = std::max(leastNoisePercent, spreadPercent(curves.average));
    row.rateNoisePercent = std::max(leastNoisePercent, spreadPercent(curves.rps));
    return row;
}

QVector<Row> rowsOf(const domain::RunRecord &run)
{
    QVector<Row> rows;
    for (const auto &figures : figuresOf(run)) {
        const auto &record = run.cases[figures.index];
        rows.append(rowOf(record, figures.performance, {}));
        for (const auto *items : {&figures.transactions, &figures.requests})
            for (const auto &item : *items)
                rows.append(rowOf(record, item, item.name));
    }
    return rows;
}

const Row *find(const QVector<Row> &rows, const Row &wanted)
{
    for (const auto &row : rows)
        if (row.caseName == wanted.caseName && row.name == wanted.name && row.figures.kind == wanted.figures.kind)
            return &row;
    return nullptr;
}

double noiseOf(const QString &metric, const Row &baseline, const Row &later, double before, double after)
{
    if (metric == "success_rate"_L1 || metric == "errors"_L1) {
        // Two standard errors of the difference of two shares.
        const auto share = [](const Row &row) { return row.figures.requests ? double(row.figures.errorCount) / double(row.figures.requests) : 0; };
        const auto variance = [&](const Row &row) { return row.figures.requests ? share(row) * (1 - share(row)) / double(row.figures.requests) : 0; };
        const double difference = 2 * std::sqrt(variance(baseline) + variance(later));
        const double changed = std::abs(share(later) - share(baseline));
        return changed > difference + 1e-12 ? 0 : std::abs(after - before) + 1;
    }
    const bool rate = higherIsBetter(metric);
    const double percent = rate ? std::max(baseline.rateNoisePercent, later.rateNoisePercent) : std::max(baseline.noisePercent, later.noisePercent);
    // The far tail rests on few requests: p99 and max need twice and three times the change.
    const double tail = metric == "p99"_L1 ? 2 : metric == "max"_L1 ? 3 : 1;
    return std::abs(before) * percent * tail / 100;
}

void addLater(ComparisonRow &row, const QString &metric, const Row &baseline, const Row *later)
{
    const auto before = metricOf(baseline.figures, metric);
    const auto after = later ? metricOf(later->figures, metric) : std::nullopt;
    row.values.append(after);
    double change = 0;
    Direction direction = Direction::Same;
    bool beyond = false;
    if (before && after) {
        if (*before != 0)
            change = 100 * (*after - *before) / std::abs(*before);
        if (*after != *before)
            direction = (*after > *before) == higherIsBetter(metric) ? Direction::Better : Direction::Worse;
        beyond = direction != Direction::Same && std::abs(*after - *before) > noiseOf(metric, baseline, *later, *before, *after);
    }
    row.changePercent.append(change);
    row.directions.append(direction);
    row.beyondNoise.append(beyond);
}

} // namespace

QString noiseRule()
{
    return Words::tr("A difference counts as larger than noise when it exceeds 3 % and two standard errors of the figures a second "
              "(p99: twice, max: three times that); for failures, two standard errors of the difference of the shares.");
}

Comparison compare(const QVector<domain::RunRecord> &runs)
{
    Comparison comparison;
    QVector<QVector<Row>> all;
    for (const auto &run : runs) {
        comparison.runNames.append(u"%1, %2"_s.arg(run.taskName, run.started.toString(u"yyyy-MM-dd HH:mm"_s)));
        all.append(rowsOf(run));
    }
    if (all.isEmpty())
        return comparison;
    for (const auto &baseline : all.first())
        for (const auto &metric : comparedMetrics) {
            ComparisonRow row{baseline.caseName, baseline.name, metric, {metricOf(baseline.figures, metric)}, {}, {}, {}};
            for (qsizetype run = 1; run < all.size(); ++run)
                addLater(row, metric, baseline, find(all[run], baseline));
            comparison.rows.append(row);
        }
    return comparison;
}

domain::Result<FailRule> parseFailRule(const QString &text)
{
    static const QRegularExpression pattern(
        uR"(^\s*(?:(.+):\s*)?([a-z][a-z0-9_]*)\s*(<=|>=|==|<|>)\s*([+-]?)(\d+(?:\.\d+)?)\s*(%?)\s*$)"_s);
    const auto match = pattern.match(text);
    if (!match.hasMatch())
        return domain::fail(Words::tr("“%1” is not a comparison rule; write for example p95>+10% or Pay: errors>+5.").arg(text));
    FailRule rule;
    rule.text = text.trimmed();
    rule.name = match.captured(1).trimmed();
    rule.metric = match.captured(2);
    rule.comparison = match.captured(3);
    rule.relative = !match.captured(4).isEmpty();
    rule.percent = !match.captured(6).isEmpty();
    rule.amount = match.captured(5).toDouble() * (match.captured(4) == "-"_L1 ? -1 : 1);
    if (!metricOf(ItemFigures(), rule.metric))
        return domain::fail(Words::tr("“%1” in “%2” is not a metric; there are avg, min, max, p50 to p9999, rps, tps, success_rate and errors.")
                                .arg(rule.metric, rule.text));
    if (!comparedMetrics.contains(rule.metric))
        return domain::fail(Words::tr("“%1” cannot be compared; choose one of %2.").arg(rule.metric, comparedMetrics.join(u", "_s)));
    if (rule.percent && !rule.relative && rule.metric != "success_rate"_L1)
        return domain::fail(Words::tr("“%1” needs a sign before its percentage, as in p95>+10%.").arg(rule.text));
    if (rule.percent && !rule.relative)
        rule.percent = false; // success_rate<99%: the value itself
    return rule;
}

domain::Result<QVector<FailResult>> broken(const Comparison &comparison, const QVector<FailRule> &rules)
{
    QVector<FailResult> results;
    for (const auto &rule : rules) {
        bool fitted = false;
        for (const auto &row : comparison.rows) {
            const bool wanted = row.metric == rule.metric && (row.name == rule.name || (row.name.isEmpty() && row.caseName == rule.name));
            if (!wanted || !row.values.first())
                continue;
            for (int run = 1; run < row.values.size(); ++run) {
                if (!row.values[run])
                    continue;
                fitted = true;
                const double before = *row.values.first(), after = *row.values[run];
                double actual = after;
                if (rule.relative)
                    actual = rule.percent ? row.changePercent[run - 1] : after - before;
                // From nothing to something there is no percentage: it is more than any.
                if (rule.relative && rule.percent && before == 0 && after != 0)
                    actual = std::numeric_limits<double>::infinity();
                if (holds(actual, rule.comparison, rule.amount))
                    results.append({rule, row.caseName, row.name, run, actual});
            }
        }
        if (!fitted)
            return domain::fail(Words::tr("“%1” fits nothing both runs have.").arg(rule.text));
    }
    return results;
}

} // namespace report
