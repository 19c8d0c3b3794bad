// Looks at the rules of a run: each full window of 6 s while it runs, and the whole run at its end (contract: SlaRule).
// Pure; single-threaded.
#pragma once

#include "models/domain/runrecord.h"

namespace services {

class SlaWatch
{
public:
    static constexpr int window = 6; ///< seconds

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

    /// Looks at the windows that became complete; answers what broke now.
    QVector<Alarm> look(const domain::RunRecord &run);
    /// The final look; a rule that broke in a window stays broken, with the figure of that window.
    QVector<domain::RuleResult> finish(const domain::RunRecord &run);
    bool isEmpty() const { return m_rules.isEmpty(); }

private:
    struct State
    {
        int inRow = 0;
        bool broken = false;
        double actual = 0;
    };

    QVector<Watched> m_rules;
    QVector<QVector<State>> m_states; ///< by rule, by case
    QHash<int, int> m_looked;         ///< case to seconds looked at
};

/// A case of `run` cut to seconds [from, to), so that figures of a window come from the same formulas. Percentiles of a
/// window are those of its worst second, because only whole-run histograms are kept.
domain::CaseRecord windowOf(const domain::CaseRecord &record, int from, int to);

} // namespace services
