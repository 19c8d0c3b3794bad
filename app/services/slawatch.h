// Looks at the rules of a run: each full window of 6 s while it runs, and the whole run at its end (contract: SlaRule).
// Pure; single-threaded.
#pragma once

#include "models/domain/runrecord.h"
#include <map>

namespace services {

class SlaWatch
{
public:
    static constexpr int window = 6; ///< seconds
    static constexpr qsizetype mostEvents = 100; ///< kept of a rule

    /// One rule and the cases it looks at; empty target: each of these cases.
    struct Watched
    {
        domain::SlaRule rule;
        QVector<int> cases; ///< indexes in RunRecord::cases
        bool windows = true; ///< false: a threshold, looked at only at the end
    };

    struct Alarm
    {
        int caseIndex = 0, second = 0; ///< end of the window that broke it
        QString text;                  ///< one sentence
        bool stop = false;
    };

    explicit SlaWatch(QVector<Watched> rules = {});

    /// Adds up what was counted, so that a window has its own histograms; before look().
    void take(const engine::CaseSecond &second);
    /// Looks at the windows that became complete, but for those that begin in the warm-up; answers what broke now.
    QVector<Alarm> look(const domain::RunRecord &run);
    /// The final look; a rule that broke in a window stays broken, with the worst figure of these windows. A rule with
    /// nothing to judge has not broken.
    QVector<domain::RuleResult> finish(const domain::RunRecord &run);
    bool isEmpty() const { return m_rules.isEmpty(); }
    const QVector<Watched> &rules() const { return m_rules; }

private:
    struct State
    {
        int inRow = 0;
        bool broken = false;
        double actual = 0;
        quint64 triggers = 0;
        QVector<domain::RuleEvent> events;
    };
    std::optional<Alarm> judge(const domain::SlaRule &rule, State &state, const QString &caseName, const domain::RuleEvent &seen);

    QVector<Watched> m_rules;
    QVector<QVector<State>> m_states; ///< by rule, by case
    QHash<int, int> m_looked;         ///< case to seconds looked at
    QHash<int, std::map<int, std::vector<engine::Tally>>> m_windows; ///< case, window not yet looked at, items
};

/// A case cut to seconds [from, to), so that figures of a window come from the same formulas; `totals`, by item, are what
/// was counted in them.
domain::CaseRecord windowOf(const domain::CaseRecord &record, int from, int to, const std::vector<engine::Tally> &totals);

} // namespace services
