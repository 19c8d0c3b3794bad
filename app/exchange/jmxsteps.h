// The samplers and controllers of a thread group as steps.
#pragma once

#include "app/exchange/jmxscope.h"
#include "models/domain/project.h"

namespace exchange {

class JmxSteps
{
public:
    JmxSteps(domain::Project &project, Ledger &ledger) : m_project(project), m_ledger(ledger) {}

    struct Steps
    {
        QVector<domain::Step> steps, setup; ///< setup: once a user
    };
    Steps of(const JmxElement &group, const JmxScope &outer);

private:
    using Children = QVector<domain::Step>;

    Children inside(const JmxElement &parent, const JmxScope &outer, int depth);
    void add(const JmxElement &element, const JmxScope &scope, int depth, Children &to);
    void addRequest(const JmxElement &element, const JmxScope &scope, Children &to);
    void addLoop(const JmxElement &element, const JmxScope &scope, int depth, Children &to);
    void addIf(const JmxElement &element, const JmxScope &scope, int depth, Children &to);
    void addWhile(const JmxElement &element, const JmxScope &scope, int depth, Children &to);
    void addTransaction(const JmxElement &element, const JmxScope &scope, int depth, Children &to);
    void addChoice(const JmxElement &element, const JmxScope &scope, int depth, Children &to);
    void addShare(const JmxElement &element, const JmxScope &scope, int depth, Children &to);
    void addPause(const JmxElement &element, Children &to);

    domain::Project &m_project;
    Ledger &m_ledger;
    QVector<domain::Step> *m_setup = nullptr; ///< while the top level of a group is read
};

/// A condition of an If or While controller, where it is one comparison.
std::optional<QStringList> jmxComparison(const QString &condition); ///< left, comparison, right

} // namespace exchange
