#include "app/services/slawatch.h"

#include "app/report/figures.h"
#include <QCoreApplication>

namespace services {

using namespace Qt::StringLiterals;

namespace {

/// What lupdate takes the texts of this file under.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(services::SlaWatch)
};

/// Value of the rule in one case; nothing when its request does not exist or had no traffic to judge.
std::optional<double> valueIn(const domain::SlaRule &rule, const report::CaseFigures &figures)
{
    if (rule.target.isEmpty() || rule.scope == "case"_L1)
        return report::metricOf(figures.performance, rule.metric);
    if (rule.scope != "transaction"_L1)
        for (const auto &item : figures.requests)
            if (item.name == rule.target)
                return report::metricOf(item, rule.metric);
    for (const auto &item : figures.transactions)
        if (item.name == rule.target)
            return report::metricOf(item, rule.metric);
    return std::nullopt;
}

quint64 requestsOf(const domain::CaseRecord &record)
{
    quint64 count = 0;
    for (const auto &item : record.items)
        if (item.kind == domain::ItemRecord::Request)
            count += item.total.requests;
    return count;
}

/// Whether a figure of nothing may be judged: counts and rates of 0 may, times and shares of 0 requests may not.
bool needsTraffic(const QString &metric) { return metric != "errors"_L1 && metric != "rps"_L1 && metric != "tps"_L1; }

/// The one of two broken or held figures that is worse for the rule.
double worse(const domain::SlaRule &rule, double a, double b)
{
    if (rule.comparison.startsWith(u'<'))
        return std::max(a, b);
    if (rule.comparison.startsWith(u'>'))
        return std::min(a, b);
    return a != rule.value ? a : b;
}

} // namespace

domain::CaseRecord windowOf(const domain::CaseRecord &record, int from, int to)
{
    domain::CaseRecord part = record;
    part.errors.clear();
    part.events.clear();
    part.stageRecords.clear();
    part.seconds = record.seconds.mid(from, to - from);
    for (auto &item : part.items) {
        item.seconds = item.seconds.mid(from, to - from);
        engine::Tally total;
        for (const auto &point : item.seconds) {
            total.requests += point.requests;
            total.successes += point.successes;
            for (size_t i = 0; i < total.failed.size(); ++i)
                total.failed[i] += point.failed[i];
            for (size_t i = 0; i < total.status.size(); ++i)
                total.status[i] += point.status[i];
            total.sentBytes += point.sentBytes;
            total.receivedBytes += point.receivedBytes;
            // A second's times as its percentiles tell them: half below p50, then up to p90, p95, p99 and the largest.
            uint64_t placed = 0;
            const auto place = [&](double share, int64_t time) {
                const auto until = uint64_t(std::ceil(share * point.requests));
                for (; placed < until; ++placed)
                    total.times.record(time);
            };
            if (point.requests > 1) {
                total.times.record(point.minTime);
                placed = 1;
            }
            place(0.5, point.p50);
            place(0.9, point.p90);
            place(0.95, point.p95);
            place(0.99, point.p99);
            place(1, point.maxTime);
        }
        item.total = std::move(total);
    }
    return part;
}

SlaWatch::SlaWatch(QVector<Watched> rules) : m_rules(std::move(rules))
{
    for (const auto &watched : m_rules)
        m_states.append(QVector<State>(watched.cases.size()));
}

QVector<SlaWatch::Alarm> SlaWatch::look(const domain::RunRecord &run)
{
    QVector<Alarm> alarms;
    if (m_rules.isEmpty())
        return alarms;
    for (int index = 0; index < run.cases.size(); ++index) {
        int &looked = m_looked[index];
        while (looked + window <= run.cases[index].seconds.size()) {
            const int from = std::exchange(looked, looked + window);
            domain::RunRecord part;
            part.started = run.started;
            part.cases = {windowOf(run.cases[index], from, looked)};
            const auto figures = report::figuresOf(part, 0);
            const bool traffic = requestsOf(part.cases[0]) > 0;
            for (int r = 0; r < m_rules.size(); ++r) {
                const auto &[rule, cases, windows] = m_rules[r];
                const qsizetype at = cases.indexOf(index);
                if (at < 0 || !windows || (!traffic && needsTraffic(rule.metric)))
                    continue;
                const auto value = valueIn(rule, figures);
                State &state = m_states[r][at];
                if (!value || report::holds(*value, rule.comparison, rule.value)) {
                    state.inRow = 0;
                    continue;
                }
                if (++state.inRow < std::max(1, rule.times))
                    continue;
                state.actual = state.broken ? worse(rule, state.actual, *value) : *value;
                if (std::exchange(state.broken, true))
                    continue;
                const QString name = rule.name.isEmpty() ? u"%1 %2 %3"_s.arg(rule.metric, rule.comparison).arg(rule.value) : rule.name;
                alarms.append({index, looked, Words::tr("%1: rule “%2” broke, %3 was %4 from second %5 to %6.")
                                   .arg(run.cases[index].name, name, rule.metric, QString::number(*value, 'g', 5))
                                   .arg(from).arg(looked), rule.stop});
            }
        }
    }
    return alarms;
}

QVector<domain::RuleResult> SlaWatch::finish(const domain::RunRecord &run)
{
    QVector<domain::RuleResult> results;
    if (m_rules.isEmpty())
        return results;
    const auto figures = report::figuresOf(run);
    for (int r = 0; r < m_rules.size(); ++r) {
        const auto &watched = m_rules[r];
        std::optional<double> actual;
        bool passed = true, found = false;
        for (int at = 0; at < watched.cases.size(); ++at) {
            const int index = watched.cases[at];
            if (index < 0 || index >= figures.size())
                continue;
            const auto value = valueIn(watched.rule, figures[index]);
            const State &state = m_states[r][at];
            found = found || value;
            if (state.broken) {
                actual = passed || !actual ? state.actual : worse(watched.rule, *actual, state.actual);
                passed = false;
                continue;
            }
            if (!value || (requestsOf(run.cases[index]) == 0 && needsTraffic(watched.rule.metric)))
                continue;
            const bool holds = report::holds(*value, watched.rule.comparison, watched.rule.value);
            if (!holds)
                actual = passed || !actual ? *value : worse(watched.rule, *actual, *value);
            else if (passed)
                actual = actual ? worse(watched.rule, *actual, *value) : *value;
            passed = passed && holds;
        }
        // A rule about something that is not there, or that had nothing to judge, has not been kept.
        if (!actual)
            passed = false;
        results.append({watched.rule, actual.value_or(0), passed && found});
    }
    return results;
}

} // namespace services
