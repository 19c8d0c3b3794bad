// Where a step stands in a case, and the few walks over nested steps that everything else shares.
#pragma once

#include "models/domain/project.h"
#include <functional>

namespace document {

/// A list of steps and a row in it. With a valid `parent` the list is one of that step's own.
struct StepPlace
{
    enum Slot { Steps, Setup, Children, Else, Branch };

    domain::CaseId testCase;
    domain::StepId parent;
    Slot slot = Steps;
    int branch = 0; ///< which one, for Branch
    int row = 0;    ///< in that list

    bool operator==(const StepPlace &) const = default;
};

inline constexpr int maxStepDepth = 10;

bool holdsSteps(domain::StepKind kind); ///< loop, condition, user share, throughput
int depthOf(const domain::Step &step);  ///< 1 for a step without children

/// Children as the trees show them: children, else, branches in a row.
QVector<const domain::Step *> childrenOf(const domain::Step &step);
void forEachStep(QVector<domain::Step> &steps, const std::function<void(domain::Step &)> &visit);
void forEachStep(const QVector<domain::Step> &steps, const std::function<void(const domain::Step &)> &visit);
domain::Step *findStep(QVector<domain::Step> &steps, domain::StepId id);
domain::Step *findStep(domain::TestCase &testCase, domain::StepId id);

/// The list `place` speaks of; null when it is not in the case.
QVector<domain::Step> *listAt(domain::TestCase &testCase, const StepPlace &place);
/// Takes the step out, wherever it is; nothing when it is not there.
std::optional<domain::Step> takeStep(domain::TestCase &testCase, domain::StepId id);
std::optional<StepPlace> placeOf(const domain::TestCase &testCase, domain::StepId id);
/// The step without what it holds, to tell an edit of it from an edit below it.
domain::Step withoutChildren(domain::Step step);

} // namespace document
