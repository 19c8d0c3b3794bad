// What undo commands do to the project: change it, keep the index right, tell views and store.
#include "models/document/projectdocument.h"
#include "models/document/subtree.h"

#include <QSet>

namespace document {

namespace {

/// `cuts` are in rising order of `at`, those for the end last.
template <class T> void insertAll(QVector<T> &list, const QVector<Cut<T>> &cuts)
{
    if (cuts.isEmpty())
        return;
    if (cuts.first().at < 0 || cuts.first().at >= list.size()) { // the common case, without a copy of the list
        for (const Cut<T> &cut : cuts)
            list.append(cut.value);
        return;
    }
    QVector<T> whole;
    whole.reserve(list.size() + cuts.size());
    auto cut = cuts.begin();
    for (T &item : list) {
        for (; cut != cuts.end() && cut->at == whole.size(); ++cut)
            whole.append(cut->value);
        whole.append(std::move(item));
    }
    for (; cut != cuts.end(); ++cut)
        whole.append(cut->value);
    list = std::move(whole);
}

template <class T> QVector<Cut<T>> takeAll(QVector<T> &list, const QSet<int> &ids)
{
    QVector<Cut<T>> cuts;
    QVector<T> kept;
    kept.reserve(list.size());
    for (int at = 0; at < list.size(); ++at) {
        if (ids.contains(list.at(at).id.value))
            cuts.append({at, list.at(at)});
        else
            kept.append(list.at(at));
    }
    if (!cuts.isEmpty())
        list = std::move(kept);
    return cuts;
}

template <class T, class Id> T *findIn(QVector<T> &list, Id id)
{
    for (T &item : list) {
        if (item.id == id)
            return &item;
    }
    return nullptr;
}

} // namespace

void ProjectDocument::put(const Subtree &subtree)
{
    const NodeRef node = subtree.root;
    if (node.kind == NodeRef::Task || node.kind == NodeRef::Transaction) {
        insertAll(m_project.tasks, subtree.tasks);
        insertAll(m_project.transactions, subtree.transactions);
        emit edited(node);
        node.kind == NodeRef::Task ? emit tasksChanged() : emit transactionsChanged();
        return;
    }

    NodeRef parent;
    int row = 0;
    const auto siblings = [&](NodeRef under) { return m_children.value(under); };
    if (node.kind == NodeRef::Directory) {
        const auto own = std::find_if(subtree.directories.begin(), subtree.directories.end(),
                                      [&](const auto &cut) { return NodeRef(cut.value.id) == node; });
        parent = known(own->value.parent);
        const int at = own->at - int(own - subtree.directories.begin()); // in the list as it is now
        for (NodeRef sibling : siblings(parent))
            row += sibling.kind == NodeRef::Directory && (own->at < 0 || m_directoryAt.value(sibling.value) < at);
    } else {
        const Cut<domain::TestCase> &own = subtree.cases.first();
        parent = known(own.value.directory);
        const QVector<NodeRef> all = siblings(parent);
        row = int(all.size());
        const auto before = [&](NodeRef sibling) {
            const domain::TestCase *other = testCase(sibling.testCase());
            if (!other || other->sort != own.value.sort)
                return !other || other->sort < own.value.sort;
            return own.at < 0 || m_caseAt.value(sibling.value) < own.at;
        };
        while (row > 0 && !before(all[row - 1]))
            --row;
    }

    emit nodeAboutToBeInserted(parent, row);
    insertAll(m_project.directories, subtree.directories);
    insertAll(m_project.cases, subtree.cases);
    if (node.kind == NodeRef::Directory) {
        indexAll();
    } else {
        if (m_project.cases.constLast().id == node.testCase())
            m_caseAt.insert(node.value, int(m_project.cases.size()) - 1);
        else
            indexCases();
        insertChild(parent, row, node);
        indexSteps(*testCase(node.testCase()));
    }
    emit nodeInserted(node);

    for (NodeRef inside : nodesInside(node))
        emit edited(inside);
    for (const domain::Task &task : subtree.tasksBefore)
        writeTask(task);
}

Subtree ProjectDocument::take(NodeRef node)
{
    Subtree cut{.root = node};
    if (node.kind == NodeRef::Task || node.kind == NodeRef::Transaction) {
        if (node.kind == NodeRef::Task)
            cut.tasks = takeAll(m_project.tasks, {node.value});
        else
            cut.transactions = takeAll(m_project.transactions, {node.value});
        emit deleted(node);
        node.kind == NodeRef::Task ? emit tasksChanged() : emit transactionsChanged();
        return cut;
    }

    const QVector<NodeRef> inside = nodesInside(node);
    QSet<int> directories, cases;
    for (NodeRef one : inside)
        (one.kind == NodeRef::Directory ? directories : cases).insert(one.value);
    const QVector<domain::Task> allTasks = m_project.tasks;
    for (const domain::Task &task : allTasks) {
        domain::Task left = task;
        left.cases.removeIf([&](domain::CaseId id) { return cases.contains(id.value); });
        if (left == task)
            continue;
        cut.tasksBefore.append(task);
        writeTask(left);
    }

    const NodeRef parent = parentOf(node);
    emit nodeAboutToBeRemoved(node);
    for (int id : std::as_const(cases))
        forgetSteps(*testCase({id}));
    dropChild(parent, node);
    for (NodeRef one : inside) {
        m_children.remove(one);
        m_rows.remove(one);
    }
    cut.directories = takeAll(m_project.directories, directories);
    cut.cases = takeAll(m_project.cases, cases);
    indexDirectories();
    indexCases();
    emit nodeRemoved(parent);

    for (auto one = inside.rbegin(); one != inside.rend(); ++one)
        emit deleted(*one);
    return cut;
}

void ProjectDocument::place(const Placement &to)
{
    const NodeRef from = parentOf(to.node);
    // Only sort numbers change when a case keeps its row.
    const int oldRow = rowOf(to.node);
    const bool moves = from != to.under || (to.row != oldRow && to.row != oldRow + 1);
    if (moves)
        emit nodeAboutToMove(to.node, to.under, to.row);

    QVector<NodeRef> changed{to.node};
    if (to.node.kind == NodeRef::Directory) {
        domain::Directory directory = m_project.directories.takeAt(m_directoryAt.value(to.node.value));
        directory.parent = to.under.directory();
        m_project.directories.insert(to.at, directory);
        indexDirectories();
    } else {
        m_project.cases[m_caseAt.value(to.node.value)].directory = to.under.directory();
    }
    for (auto sort = to.sorts.begin(); sort != to.sorts.end(); ++sort) {
        domain::TestCase &testCase = m_project.cases[m_caseAt.value(sort.key())];
        if (std::exchange(testCase.sort, sort.value()) != sort.value() && NodeRef(testCase.id) != to.node)
            changed.append(testCase.id);
    }
    if (moves) {
        const int row = from == to.under && to.row > oldRow ? to.row - 1 : to.row;
        dropChild(from, to.node);
        insertChild(to.under, row, to.node);
        emit nodeMoved(to.node);
    }
    for (NodeRef node : std::as_const(changed))
        emit edited(node);
}

void ProjectDocument::writeCase(const domain::TestCase &after)
{
    const int at = m_caseAt.value(after.id.value, -1);
    Q_ASSERT(at >= 0);
    const domain::TestCase before = m_project.cases.at(at);
    if (before.steps != after.steps || before.setupSteps != after.setupSteps)
        writeSteps(at, after.steps, after.setupSteps);

    domain::TestCase rest = after;
    rest.steps = before.steps;
    rest.setupSteps = before.setupSteps;
    if (rest != before) {
        domain::TestCase &testCase = m_project.cases[at];
        rest.steps.swap(testCase.steps); // the very same lists: the index points into them
        rest.setupSteps.swap(testCase.setupSteps);
        testCase = rest;
        emit nodeChanged(after.id);
    }
    emit edited(after.id);
}

void ProjectDocument::writeDirectory(const domain::Directory &after)
{
    m_project.directories[m_directoryAt.value(after.id.value)] = after;
    emit nodeChanged(after.id);
    emit edited(after.id);
}

void ProjectDocument::writeTask(const domain::Task &after)
{
    if (domain::Task *task = findIn(m_project.tasks, after.id))
        *task = after;
    emit nodeChanged(after.id);
    emit edited(after.id);
}

void ProjectDocument::writeTransaction(const domain::Transaction &after)
{
    if (domain::Transaction *transaction = findIn(m_project.transactions, after.id))
        *transaction = after;
    emit nodeChanged(after.id);
    emit edited(after.id);
}

void ProjectDocument::writeVariables(const QVector<domain::Variable> &after)
{
    m_project.variables = after;
    emit variablesChanged();
    emit edited({NodeRef::Variable, 0});
}

void ProjectDocument::writeEnvironments(const QVector<domain::Environment> &after)
{
    m_project.environments = after;
    emit environmentsChanged();
    emit edited({NodeRef::Environment, 0});
}

void ProjectDocument::writeHead(const ProjectHead &after)
{
    m_project.name = after.name;
    m_project.description = after.description;
    emit nodeChanged(root());
    emit edited(root());
}

void ProjectDocument::writeProject(const domain::Project &after)
{
    emit aboutToReset();
    m_project = after;
    indexAll();
    emit reset();
    emit replaced();
}

} // namespace document
