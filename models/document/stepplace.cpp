#include "models/document/stepplace.h"

namespace document {

using domain::Step;
using domain::StepKind;

bool holdsSteps(StepKind kind)
{
    return kind == StepKind::Loop || kind == StepKind::Condition || kind == StepKind::UserShare || kind == StepKind::Throughput;
}

int depthOf(const Step &step)
{
    int deepest = 0;
    for (const Step *child : childrenOf(step))
        deepest = std::max(deepest, depthOf(*child));
    return deepest + 1;
}

QVector<const Step *> childrenOf(const Step &step)
{
    QVector<const Step *> all;
    const auto add = [&](const QVector<Step> &list) {
        for (const Step &child : list)
            all.append(&child);
    };
    add(step.children);
    add(step.elseChildren);
    for (const QVector<Step> &branch : step.branches)
        add(branch);
    return all;
}

void forEachStep(QVector<Step> &steps, const std::function<void(Step &)> &visit)
{
    for (Step &step : steps) {
        visit(step);
        forEachStep(step.children, visit);
        forEachStep(step.elseChildren, visit);
        for (QVector<Step> &branch : step.branches)
            forEachStep(branch, visit);
    }
}

void forEachStep(const QVector<Step> &steps, const std::function<void(const Step &)> &visit)
{
    for (const Step &step : steps) {
        visit(step);
        forEachStep(step.children, visit);
        forEachStep(step.elseChildren, visit);
        for (const QVector<Step> &branch : step.branches)
            forEachStep(branch, visit);
    }
}

Step *findStep(QVector<Step> &steps, domain::StepId id)
{
    Step *found = nullptr;
    forEachStep(steps, [&](Step &step) {
        if (step.id == id)
            found = &step;
    });
    return found;
}

Step *findStep(domain::TestCase &testCase, domain::StepId id)
{
    Step *found = findStep(testCase.setupSteps, id);
    return found ? found : findStep(testCase.steps, id);
}

QVector<Step> *listAt(domain::TestCase &testCase, const StepPlace &place)
{
    if (place.slot == StepPlace::Steps || place.slot == StepPlace::Setup)
        return place.slot == StepPlace::Steps ? &testCase.steps : &testCase.setupSteps;
    Step *parent = findStep(testCase, place.parent);
    if (!parent || !holdsSteps(parent->kind))
        return nullptr;
    switch (place.slot) {
    case StepPlace::Children:
        return parent->kind == StepKind::UserShare ? nullptr : &parent->children;
    case StepPlace::Else:
        return parent->kind == StepKind::Condition ? &parent->elseChildren : nullptr;
    default:
        return place.branch >= 0 && place.branch < parent->branches.size() ? &parent->branches[place.branch] : nullptr;
    }
}

namespace {

std::optional<StepPlace> placeIn(const QVector<Step> &list, StepPlace place, domain::StepId id)
{
    for (place.row = 0; place.row < list.size(); ++place.row) {
        const Step &step = list[place.row];
        if (step.id == id)
            return place;
        StepPlace below{place.testCase, step.id, StepPlace::Children};
        if (auto found = placeIn(step.children, below, id))
            return found;
        below.slot = StepPlace::Else;
        if (auto found = placeIn(step.elseChildren, below, id))
            return found;
        below.slot = StepPlace::Branch;
        for (below.branch = 0; below.branch < step.branches.size(); ++below.branch) {
            if (auto found = placeIn(step.branches[below.branch], below, id))
                return found;
        }
    }
    return {};
}

} // namespace

std::optional<StepPlace> placeOf(const domain::TestCase &testCase, domain::StepId id)
{
    if (auto found = placeIn(testCase.setupSteps, {testCase.id, {}, StepPlace::Setup}, id))
        return found;
    return placeIn(testCase.steps, {testCase.id, {}, StepPlace::Steps}, id);
}

std::optional<Step> takeStep(domain::TestCase &testCase, domain::StepId id)
{
    const auto place = placeOf(testCase, id);
    if (!place)
        return {};
    // Not through listAt: a file may hold children where the kind of the parent has none.
    if (!place->parent.isValid())
        return (place->slot == StepPlace::Setup ? testCase.setupSteps : testCase.steps).takeAt(place->row);
    Step *parent = findStep(testCase, place->parent);
    switch (place->slot) {
    case StepPlace::Children:
        return parent->children.takeAt(place->row);
    case StepPlace::Else:
        return parent->elseChildren.takeAt(place->row);
    default:
        return parent->branches[place->branch].takeAt(place->row);
    }
}

Step withoutChildren(Step step)
{
    step.children.clear();
    step.elseChildren.clear();
    for (QVector<Step> &branch : step.branches)
        branch.clear();
    return step;
}

} // namespace document
