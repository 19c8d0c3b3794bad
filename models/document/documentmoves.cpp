// Moving directories, cases and steps, and what may be moved where.
#include "models/document/casecommands.h"
#include "models/document/nodecommands.h"

namespace document {

using domain::TestCase;

bool ProjectDocument::canMove(NodeRef what, NodeRef under) const
{
    if (!contains(what) || !contains(under) || isInside(under, what))
        return false;
    if (what.kind == NodeRef::Directory || what.kind == NodeRef::Case)
        return under.kind == NodeRef::Project || under.kind == NodeRef::Directory;
    if (what.kind != NodeRef::Step)
        return false;
    if (under.kind == NodeRef::Case)
        return true;
    const domain::Step *holder = step(under.step());
    if (!holder || !holdsSteps(holder->kind) || (holder->kind == domain::StepKind::UserShare && holder->branches.isEmpty()))
        return false;
    int above = 0;
    for (NodeRef node = under; node.kind == NodeRef::Step; node = parentOf(node))
        ++above;
    return above + depthOf(*step(what.step())) <= maxStepDepth;
}

namespace {

/// The list and row meant by a row among the children as the trees show them; a row between two lists ends the first.
StepPlace placeForRow(const TestCase &in, const domain::Step *holder, int row)
{
    StepPlace place{in.id, {}, StepPlace::Steps, 0, row};
    const int setup = int(in.setupSteps.size());
    if (!holder) {
        if (row >= 0 && row < setup)
            place.slot = StepPlace::Setup;
        else
            place.row = row < 0 ? int(in.steps.size()) : row - setup;
        return place;
    }
    place.parent = holder->id;
    if (holder->kind == domain::StepKind::UserShare) {
        place.slot = StepPlace::Branch;
        place.branch = int(holder->branches.size()) - 1;
        place.row = int(holder->branches.constLast().size());
        for (int branch = 0, rest = row; row >= 0 && branch < holder->branches.size(); ++branch) {
            const int size = int(holder->branches.at(branch).size());
            if (rest <= size) {
                place.branch = branch;
                place.row = rest;
                break;
            }
            rest -= size;
        }
        return place;
    }
    place.slot = StepPlace::Children;
    const int size = int(holder->children.size());
    if (row < 0) {
        place.row = size;
    } else if (row > size) {
        place.slot = StepPlace::Else;
        place.row = row - size;
    }
    return place;
}

} // namespace

void ProjectDocument::move(NodeRef what, NodeRef under, int row)
{
    if (!canMove(what, under))
        return;
    if (what.kind == NodeRef::Step) {
        const TestCase *in = testCase(under.kind == NodeRef::Case ? under.testCase() : caseOf(under.step()));
        return moveStep(what.step(), placeForRow(*in, step(under.step()), row));
    }

    const NodeRef from = parentOf(what);
    const int oldRow = rowOf(what);
    const QVector<NodeRef> siblings = m_children.value(under);
    const int directories = int(std::count_if(siblings.begin(), siblings.end(),
                                              [](NodeRef node) { return node.kind == NodeRef::Directory; }));
    const bool isDirectory = what.kind == NodeRef::Directory;
    const int first = isDirectory ? 0 : directories, last = isDirectory ? directories : int(siblings.size());
    row = row < 0 ? last : std::clamp(row, first, last);
    if (from == under && (row == oldRow || row == oldRow + 1))
        return;
    const int newRow = from == under && row > oldRow ? row - 1 : row;
    Placement before{.node = what, .under = from, .row = from == under && oldRow > newRow ? oldRow + 1 : oldRow, .at = -1, .sorts = {}};
    Placement after{.node = what, .under = under, .row = row, .at = -1, .sorts = {}};

    QVector<NodeRef> order = siblings;
    order.removeOne(what);
    order.insert(newRow, what);
    if (isDirectory) {
        before.at = m_directoryAt.value(what.value);
        // Before the next sibling in the project's list, else at its end.
        const NodeRef next = newRow + 1 < order.size() ? order[newRow + 1] : NodeRef();
        int at = next.kind == NodeRef::Directory ? m_directoryAt.value(next.value) : int(m_project.directories.size());
        after.at = at > before.at ? at - 1 : at;
        return push(new MoveNode(*this, before, after, tr("Move directory “%1”").arg(nameOf(what))));
    }
    before.sorts.insert(what.value, testCase(what.testCase())->sort);
    int sort = 0;
    for (NodeRef node : std::as_const(order)) {
        if (node.kind != NodeRef::Case)
            continue;
        const int now = testCase(node.testCase())->sort;
        if (now != sort || node == what) {
            before.sorts.insert(node.value, now);
            after.sorts.insert(node.value, sort);
        }
        ++sort;
    }
    push(new MoveNode(*this, before, after, tr("Move case “%1”").arg(nameOf(what))));
}

void ProjectDocument::moveStep(domain::StepId what, const StepPlace &to)
{
    const NodeRef under = to.parent.isValid() ? NodeRef(to.parent) : NodeRef(to.testCase);
    if (!canMove(what, under) || (to.parent.isValid() && caseOf(to.parent) != to.testCase))
        return;
    const QString text = tr("Move step “%1”").arg(nameOf(what));
    const TestCase source = *testCase(caseOf(what));
    const StepPlace from = *document::placeOf(source, what);
    TestCase left = source;
    const domain::Step moved = *takeStep(left, what);

    const bool sameCase = to.testCase == source.id;
    const TestCase target = sameCase ? source : *testCase(to.testCase);
    TestCase after = sameCase ? left : target;
    QVector<domain::Step> *list = listAt(after, to);
    if (!list)
        return;
    const bool sameList = from.testCase == to.testCase && from.parent == to.parent && from.slot == to.slot && from.branch == to.branch;
    const int row = sameList && from.row < to.row ? to.row - 1 : to.row;
    list->insert(std::clamp(row, 0, int(list->size())), moved);
    if (sameCase) {
        if (after != source)
            push(new ChangeCase(*this, source, after, text));
        return;
    }
    m_undoStack.beginMacro(text);
    push(new ChangeCase(*this, source, left, text));
    push(new ChangeCase(*this, target, after, text));
    m_undoStack.endMacro();
}

} // namespace document
