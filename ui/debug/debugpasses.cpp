#include "ui/debug/debugpasses.h"
#include "models/document/stepplace.h"
#include "models/items/casesmodel.h"

namespace ui {

using document::NodeRef;

namespace {

/// The outermost ones of `ids`, in the order they stand.
QVector<domain::Step> chosenOf(const QVector<domain::Step> &steps, const QSet<int> &ids)
{
    QVector<domain::Step> chosen;
    for (const domain::Step &step : steps) {
        if (ids.contains(step.id.value)) {
            chosen << step;
            chosen.last().disabled = false;
            continue;
        }
        for (const domain::Step *child : document::childrenOf(step))
            chosen += chosenOf({*child}, ids);
    }
    return chosen;
}

void keepOnly(domain::TestCase &testCase, const QSet<int> &ids)
{
    const QVector<domain::Step> setup = chosenOf(testCase.setupSteps, ids);
    if (!setup.isEmpty())
        testCase.setupSteps.clear();
    testCase.steps = setup + chosenOf(testCase.steps, ids);
}

} // namespace

QVector<services::DebugRequest> passesFor(const document::ProjectDocument &document, const QVector<NodeRef> &nodes,
                                          const services::RunRequest &base)
{
    QVector<domain::CaseId> cases;
    QHash<int, QSet<int>> steps; // by case; a case that is chosen as a whole has none
    const auto take = [&](domain::CaseId id) {
        if (!cases.contains(id))
            cases << id;
    };
    for (const NodeRef node : nodes) {
        if (!document.contains(node))
            continue;
        if (node.kind == NodeRef::Step) {
            const domain::CaseId id = document.caseOf(node.step());
            if (!cases.contains(id) || steps.contains(id.value))
                steps[id.value].insert(node.value);
            take(id);
        } else if (node.kind == NodeRef::Case) {
            steps.remove(node.value);
            take(node.testCase());
        } else if (node.kind == NodeRef::Directory || node.kind == NodeRef::Project) {
            for (const domain::CaseId id : items::enabledCases(document, node)) {
                steps.remove(id.value);
                take(id);
            }
        }
    }
    QVector<services::DebugRequest> passes;
    for (const domain::CaseId id : std::as_const(cases)) {
        services::DebugRequest pass{base.project, id, base.environment, base.values, base.folder, base.mark};
        const auto found = std::ranges::find(pass.project.cases, id, &domain::TestCase::id);
        if (found == pass.project.cases.end())
            continue;
        if (steps.contains(id.value))
            keepOnly(*found, steps.value(id.value));
        passes << pass;
    }
    return passes;
}

} // namespace ui
