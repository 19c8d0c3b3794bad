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

/// Whether a figure of nothing may be judged: counts and rates of 0 may, times and shares of 0 requests may not.
bool needsTraffic(const QString &metric) { return metric != "errors"_L1 && metric != "rps"_L1 && metric != "tps"_L1; }

/// The row a rule is about; null when the case has none of that name.
const report::ItemFigures *rowOf(const domain::SlaRule &rule, const report::CaseFigures &figures)
{
    if (rule.target.isEmpty() || rule.scope == "case"_L1)
        return &figures.performance;
    if (rule.scope != "transaction"_L1)
        for (const auto &item : figures.requests)
            if (item.name == rule.target)
                return &item;
    for (const auto &item : figures.transactions)
        if (item.name == rule.target)
            return &item;
    return nullptr;
}

/// Nothing when the row does not exist or had no traffic to judge.
std::optional<double> valueIn(const domain::SlaRule &rule, const report::CaseFigures &figures)
{
    const auto *row = rowOf(rule, figures);
    if (!row || (row->requests == 0 && needsTraffic(rule.metric)))
        return std::nullopt;
    return report::metricOf(*row, rule.metric);
}

/// As valueIn(), of a window: its rates are per second of the whole window, quiet seconds too.
std::optional<double> windowValue(const domain::SlaRule &rule, const report::CaseFigures &figures)
{
    const auto *row = rowOf(rule, figures);
    const bool passes = row && rule.metric == "tps"_L1 && row->kind == report::ItemFigures::Case;
    if (row && (rule.metric == "rps"_L1 || rule.metric == "tps"_L1))
        return double(passes ? row->transactions : row->requests) / SlaWatch::window;
    return valueIn(rule, figures);
}

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

domain::CaseRecord windowOf(const domain::CaseRecord &record, int from, int to, const std::vector<engine::Tally> &totals)
{
    domain::CaseRecord part;
    part.name = record.name;
    part.seconds = record.seconds.mid(from, to - from);
    for (qsizetype i = 0; i < record.items.size(); ++i) {
        const auto &whole = record.items[i];
        domain::ItemRecord item;
        item.kind = whole.kind;
        item.name = whole.name;
        item.setup = whole.setup;
        item.seconds = whole.seconds.mid(from, to - from);
        if (size_t(i) < totals.size())
            item.total = totals[size_t(i)];
        part.items.append(item);
    }
    return part;
}

SlaWatch::SlaWatch(QVector<Watched> rules) : m_rules(std::move(rules))
{
    for (const auto &watched : m_rules)
        m_states.append(QVector<State>(watched.cases.size()));
}

void SlaWatch::take(const engine::CaseSecond &second)
{
    if (second.second < 0 || std::ranges::none_of(m_rules, &Watched::windows))
        return;
    auto &totals = m_windows[second.caseIndex][second.second / window];
    if (totals.size() < second.items.size())
        totals.resize(second.items.size());
    for (size_t i = 0; i < second.items.size(); ++i)
        totals[i] += second.items[i];
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
            part.cases = {windowOf(run.cases[index], from, looked, m_windows[index][from / window])};
            m_windows[index].erase(from / window);
            if (from < run.cases[index].warmUp)
                continue;
            const auto figures = report::figuresOf(part, 0);
            for (int r = 0; r < m_rules.size(); ++r) {
                const auto &[rule, cases, windows] = m_rules[r];
                const qsizetype at = cases.indexOf(index);
                if (at < 0 || !windows)
                    continue;
                const auto value = windowValue(rule, figures);
                if (!value)
                    continue; // nothing to judge: neither broken nor kept
                if (const auto alarm = judge(m_rules[r].rule, m_states[r][at], run.cases[index].name, {index, double(looked), *value}))
                    alarms.append(*alarm);
            }
        }
    }
    return alarms;
}

std::optional<SlaWatch::Alarm> SlaWatch::judge(const domain::SlaRule &rule, State &state, const QString &caseName,
                                               const domain::RuleEvent &seen)
{
    if (report::holds(seen.value, rule.comparison, rule.value)) {
        state.inRow = 0;
        return std::nullopt;
    }
    if (++state.inRow < std::max(1, rule.times))
        return std::nullopt;
    ++state.triggers;
    if (state.events.size() < mostEvents)
        state.events.append(seen);
    state.actual = state.broken ? worse(rule, state.actual, seen.value) : seen.value;
    if (std::exchange(state.broken, true))
        return std::nullopt;
    const QString name = rule.name.isEmpty() ? u"%1 %2 %3"_s.arg(rule.metric, rule.comparison).arg(rule.value) : rule.name;
    return Alarm{seen.caseIndex, int(seen.at),
                 Words::tr("%1: rule “%2” broke, %3 was %4 from second %5 to %6.")
                     .arg(caseName, name, rule.metric, QString::number(seen.value, 'g', 5))
                     .arg(seen.at - window).arg(seen.at), rule.stop};
}

QVector<domain::RuleResult> SlaWatch::finish(const domain::RunRecord &run)
{
    QVector<domain::RuleResult> results;
    if (m_rules.isEmpty())
        return results;
    const auto figures = report::figuresOf(run);
    for (int r = 0; r < m_rules.size(); ++r) {
        const auto &watched = m_rules[r];
        domain::RuleResult result;
        result.rule = watched.rule;
        std::optional<double> actual;
        for (int at = 0; at < watched.cases.size(); ++at) {
            const int index = watched.cases[at];
            if (index < 0 || index >= figures.size())
                continue;
            const State &state = m_states[r][at];
            result.triggers += state.triggers;
            result.events += state.events;
            std::optional<double> value = valueIn(watched.rule, figures[index]);
            const bool held = value && !state.broken && report::holds(*value, watched.rule.comparison, watched.rule.value);
            if (state.broken)
                value = state.actual;
            if (!value)
                continue;
            // Of what broke the worst is shown, else of what held.
            if (held == result.passed)
                actual = actual ? worse(watched.rule, *actual, *value) : *value;
            else if (!held)
                actual = *value;
            result.passed = result.passed && held;
        }
        result.events.resize(std::min<qsizetype>(result.events.size(), mostEvents));
        result.judged = actual.has_value();
        result.actual = actual.value_or(0);
        results.append(result);
    }
    return results;
}

} // namespace services
