// What is wrong with the steps of one case or library transaction: used by validate().
#pragma once

#include "models/domain/validation.h"

#include <QSet>

namespace domain {

constexpr int deepestNesting = 10; ///< levels of control instructions and transactions

QString stepName(StepKind kind); ///< of the kind, e.g. “loop”
QString stepTitle(const Step &step); ///< its own name, else that of its kind

class StepChecking
{
public:
    /// Findings go to `findings`, their place beginning with `owner`.
    StepChecking(const Project &project, QString owner, CaseId testCase, QVector<Finding> &findings);

    /// Names that may stand in ${…}: variables, columns, values of environments.
    void addProjectNames();
    /// Names that these steps make: extractions and data instructions, those of transactions they use too. Counts requests.
    void addNames(const QVector<Step> &steps);
    int requests() const { return m_requests; }

    /// With `into`, the steps of library transactions that are used are looked at too.
    void check(const QVector<Step> &steps, bool into);

private:
    void add(const QString &place, const QString &message, StepId step, bool blocking = true);
    void checkStep(const Step &step, bool into);
    void checkTransaction(const Step &step, bool into);
    void checkRequest(const Step &step);
    void checkMessage(const Step &step, const QString &name);
    void checkConnection(const Step &step, const QString &name);
    void checkBody(const Step &step, const QString &name);
    void checkChecks(const Step &step, const QString &name);
    void checkInstruction(const Step &step);
    void checkCondition(const Step &step, const QString &place, const QString &what, const QVector<struct Comparison> &items);
    void names(const QString &place, const QString &text, StepId step);

    const Project &m_project;
    const QString m_owner;
    const CaseId m_case;
    QVector<Finding> &m_findings;
    QSet<QString> m_names;
    QVector<TransactionId> m_open; ///< transactions the walk is in
    int m_depth = 0, m_requests = 0;
    bool m_hasUnknownColumns = false; ///< of a file whose columns the project does not name
};

/// Names of the functions of ${__name(…)}, without "__".
const QSet<QString> &functionNames();

} // namespace domain
