// Replacing the steps of a case, told to the views as the least that happened: so a selection and an open branch survive.
#include "models/document/projectdocument.h"

namespace document {

using domain::Step;

namespace {

/// A step's place in the tree of its case; `row` counts within its own list.
struct Line
{
    int id = 0, parent = 0, slot = 0, branch = 0, row = 0;

    bool operator==(const Line &) const = default;
    bool sameList(const Line &other) const { return parent == other.parent && slot == other.slot && branch == other.branch; }
};

using Outline = QVector<Line>;

void addLines(Outline &outline, const QVector<Step> &steps, int parent, int slot, int branch)
{
    for (int row = 0; row < steps.size(); ++row) {
        const Step &step = steps.at(row);
        outline.append({step.id.value, parent, slot, branch, row});
        addLines(outline, step.children, step.id.value, StepPlace::Children, 0);
        addLines(outline, step.elseChildren, step.id.value, StepPlace::Else, 0);
        for (int i = 0; i < step.branches.size(); ++i)
            addLines(outline, step.branches.at(i), step.id.value, StepPlace::Branch, i);
    }
}

Outline outlineOf(const domain::TestCase &testCase)
{
    Outline outline;
    addLines(outline, testCase.setupSteps, 0, StepPlace::Setup, 0);
    addLines(outline, testCase.steps, 0, StepPlace::Steps, 0);
    return outline;
}

QHash<int, Line> byId(const Outline &outline)
{
    QHash<int, Line> lines;
    for (const Line &line : outline)
        lines.insert(line.id, line);
    return lines;
}

/// The one step of `outline` that is not in `other` and stands below one that is; 0 if there are none or several.
int singleRoot(const Outline &outline, const QHash<int, Line> &other)
{
    int found = 0;
    for (const Line &line : outline) {
        if (other.contains(line.id) || (line.parent && !other.contains(line.parent)))
            continue;
        if (found)
            return 0;
        found = line.id;
    }
    return found;
}

Outline without(domain::TestCase testCase, int id)
{
    takeStep(testCase, {id});
    return outlineOf(testCase);
}

/// The step whose move alone makes one of the other; 0 if there is none.
int movedStep(const domain::TestCase &before, const domain::TestCase &after, const Outline &was, const Outline &is)
{
    const QHash<int, Line> old = byId(was);
    QVector<int> candidates;
    for (const Line &line : is) {
        if (!line.sameList(old.value(line.id)))
            candidates.append(line.id);
    }
    for (int i = 0; candidates.isEmpty() && i < is.size(); ++i) {
        if (is[i].id != was[i].id)
            candidates = {is[i].id, was[i].id};
    }
    if (candidates.size() > 2)
        return 0;
    for (int id : std::as_const(candidates)) {
        if (without(before, id) == without(after, id))
            return id;
    }
    return 0;
}

/// Row among the children as the trees show them.
int shownRow(const domain::TestCase &testCase, const Line &line)
{
    if (line.slot == StepPlace::Steps)
        return int(testCase.setupSteps.size()) + line.row;
    if (line.slot == StepPlace::Setup)
        return line.row;
    domain::TestCase copy = testCase;
    const auto children = childrenOf(*findStep(copy, {line.parent}));
    for (int row = 0; row < children.size(); ++row) {
        if (children[row]->id.value == line.id)
            return row;
    }
    return -1;
}

NodeRef parentNode(domain::CaseId testCase, const Line &line)
{
    return line.parent ? NodeRef(domain::StepId{line.parent}) : NodeRef(testCase);
}

} // namespace

void ProjectDocument::storeSteps(int caseIndex, const QVector<Step> &steps, const QVector<Step> &setupSteps)
{
    forgetSteps(m_project.cases.at(caseIndex));
    domain::TestCase &testCase = m_project.cases[caseIndex];
    testCase.steps = steps;
    testCase.setupSteps = setupSteps;
    indexSteps(std::as_const(testCase));
}

void ProjectDocument::writeSteps(int caseIndex, const QVector<Step> &steps, const QVector<Step> &setupSteps)
{
    const domain::TestCase before = m_project.cases.at(caseIndex);
    domain::TestCase after = before;
    after.steps = steps;
    after.setupSteps = setupSteps;
    const Outline was = outlineOf(before), is = outlineOf(after);
    const QHash<int, Line> old = byId(was), now = byId(is);

    const int added = singleRoot(is, old), removed = singleRoot(was, now);
    const bool sameSet = was.size() == is.size() && !added && !removed
        && std::all_of(is.begin(), is.end(), [&](const Line &line) { return old.contains(line.id); });
    const int moved = sameSet && was != is ? movedStep(before, after, was, is) : 0;

    if (was == is) {
        storeSteps(caseIndex, steps, setupSteps);
    } else if (added && !removed && without(after, added) == was) {
        emit nodeAboutToBeInserted(parentNode(before.id, now[added]), shownRow(after, now[added]));
        storeSteps(caseIndex, steps, setupSteps);
        emit nodeInserted(domain::StepId{added});
    } else if (removed && !added && without(before, removed) == is) {
        emit nodeAboutToBeRemoved(domain::StepId{removed});
        storeSteps(caseIndex, steps, setupSteps);
        emit nodeRemoved(parentNode(before.id, old[removed]));
    } else if (moved) {
        const NodeRef from = parentNode(before.id, old[moved]), to = parentNode(before.id, now[moved]);
        const int oldRow = shownRow(before, old[moved]), row = shownRow(after, now[moved]);
        const bool moves = from != to || oldRow != row; // the last setup step may become the first step on the same row
        if (moves)
            emit nodeAboutToMove(domain::StepId{moved}, to, from == to && row > oldRow ? row + 1 : row);
        storeSteps(caseIndex, steps, setupSteps);
        if (moves)
            emit nodeMoved(domain::StepId{moved});
        else
            emit nodeChanged(domain::StepId{moved});
    } else {
        emit stepsAboutToChange(before.id);
        storeSteps(caseIndex, steps, setupSteps);
        emit stepsChanged(before.id);
        return;
    }

    QHash<int, Step> content;
    const auto remember = [&](const Step &step) { content.insert(step.id.value, withoutChildren(step)); };
    forEachStep(before.setupSteps, remember);
    forEachStep(before.steps, remember);
    QVector<domain::StepId> changed;
    const auto compare = [&](const Step &step) {
        if (content.contains(step.id.value) && content[step.id.value] != withoutChildren(step))
            changed.append(step.id);
    };
    forEachStep(after.setupSteps, compare);
    forEachStep(after.steps, compare);
    for (domain::StepId step : std::as_const(changed))
        emit nodeChanged(step);
}

} // namespace document
