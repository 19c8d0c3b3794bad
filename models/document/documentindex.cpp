// Looking things up in the document: what stands where, by id, without a search.
#include "models/document/projectdocument.h"

#include <QSet>

namespace document {

using domain::Step;

void ProjectDocument::indexAll()
{
    indexCases();
    indexDirectories();
    indexChildren();
    m_steps.clear();
    for (const domain::TestCase &testCase : std::as_const(m_project.cases))
        indexSteps(testCase);
}

void ProjectDocument::indexCases()
{
    m_caseAt.clear();
    m_caseAt.reserve(m_project.cases.size());
    for (int at = 0; at < m_project.cases.size(); ++at)
        m_caseAt.insert(m_project.cases.at(at).id.value, at);
}

void ProjectDocument::indexDirectories()
{
    m_directoryAt.clear();
    for (int at = 0; at < m_project.directories.size(); ++at)
        m_directoryAt.insert(m_project.directories.at(at).id.value, at);
}

void ProjectDocument::indexChildren()
{
    m_children.clear();
    m_rows.clear();
    for (const domain::Directory &directory : std::as_const(m_project.directories))
        m_children[known(directory.parent)].append(directory.id);

    QVector<const domain::TestCase *> bySort;
    bySort.reserve(m_project.cases.size());
    for (const domain::TestCase &testCase : std::as_const(m_project.cases))
        bySort.append(&testCase);
    std::stable_sort(bySort.begin(), bySort.end(), [](const auto *a, const auto *b) { return a->sort < b->sort; });
    for (const domain::TestCase *testCase : bySort)
        m_children[known(testCase->directory)].append(testCase->id);

    for (auto list = m_children.cbegin(); list != m_children.cend(); ++list)
        indexRows(list.key());
}

void ProjectDocument::indexRows(NodeRef parent)
{
    const QVector<NodeRef> children = m_children.value(parent);
    for (int row = 0; row < children.size(); ++row)
        m_rows.insert(children[row], row);
}

void ProjectDocument::insertChild(NodeRef parent, int row, NodeRef node)
{
    QVector<NodeRef> &children = m_children[parent];
    children.insert(row, node);
    if (row == children.size() - 1)
        m_rows.insert(node, row);
    else
        indexRows(parent);
}

void ProjectDocument::dropChild(NodeRef parent, NodeRef node)
{
    m_children[parent].removeAt(m_rows.take(node));
    indexRows(parent);
}

void ProjectDocument::indexSteps(const domain::TestCase &testCase)
{
    const std::function<void(const Step &, domain::StepId, int, bool)> add = [&](const Step &step, domain::StepId parent, int row,
                                                                                 bool setup) {
        m_steps.insert(step.id.value, {testCase.id, parent, row, setup, &step});
        const auto children = childrenOf(step);
        for (int i = 0; i < children.size(); ++i)
            add(*children[i], step.id, i, setup);
    };
    int row = 0;
    for (const Step &step : testCase.setupSteps)
        add(step, {}, row++, true);
    for (const Step &step : testCase.steps)
        add(step, {}, row++, false);
}

void ProjectDocument::forgetSteps(const domain::TestCase &testCase)
{
    const auto forget = [this](const Step &step) { m_steps.remove(step.id.value); };
    forEachStep(testCase.setupSteps, forget);
    forEachStep(testCase.steps, forget);
}

NodeRef ProjectDocument::known(NodeRef parent) const
{
    return parent.kind == NodeRef::Directory && m_directoryAt.contains(parent.value) ? parent : root();
}

bool ProjectDocument::contains(NodeRef node) const
{
    const auto listed = [&](const auto &list) {
        return std::any_of(list.begin(), list.end(), [&](const auto &item) { return item.id.value == node.value; });
    };
    switch (node.kind) {
    case NodeRef::Project:
        return node == root();
    case NodeRef::Directory:
        return m_directoryAt.contains(node.value);
    case NodeRef::Case:
        return m_caseAt.contains(node.value);
    case NodeRef::Step:
        return m_steps.contains(node.value);
    case NodeRef::Task:
        return listed(m_project.tasks);
    case NodeRef::Variable:
        return listed(m_project.variables);
    case NodeRef::Transaction:
        return listed(m_project.transactions);
    default:
        return false;
    }
}

const domain::TestCase *ProjectDocument::testCase(domain::CaseId id) const
{
    const auto at = m_caseAt.constFind(id.value);
    return at == m_caseAt.constEnd() ? nullptr : &m_project.cases.at(*at);
}

const domain::Directory *ProjectDocument::directory(domain::DirectoryId id) const
{
    const auto at = m_directoryAt.constFind(id.value);
    return at == m_directoryAt.constEnd() ? nullptr : &m_project.directories.at(*at);
}

const Step *ProjectDocument::step(domain::StepId id) const
{
    return m_steps.value(id.value).step;
}

const Step *ProjectDocument::step(domain::CaseId testCase, domain::StepId id) const
{
    return caseOf(id) == testCase ? step(id) : nullptr;
}

domain::CaseId ProjectDocument::caseOf(domain::StepId id) const
{
    return m_steps.value(id.value).testCase;
}

std::optional<StepPlace> ProjectDocument::placeOf(domain::StepId id) const
{
    const domain::TestCase *in = testCase(caseOf(id));
    return in ? document::placeOf(*in, id) : std::nullopt;
}

bool ProjectDocument::isSetup(domain::StepId id) const
{
    return m_steps.value(id.value).setup;
}

NodeRef ProjectDocument::parentOf(NodeRef node) const
{
    if (const domain::Directory *found = directory(node.directory()))
        return known(found->parent);
    if (const domain::TestCase *found = testCase(node.testCase()))
        return known(found->directory);
    if (node.kind == NodeRef::Step && m_steps.contains(node.value)) {
        const StepSpot spot = m_steps.value(node.value);
        return spot.parent.isValid() ? NodeRef(spot.parent) : NodeRef(spot.testCase);
    }
    return {};
}

int ProjectDocument::rowOf(NodeRef node) const
{
    if (node.kind == NodeRef::Step)
        return m_steps.contains(node.value) ? m_steps.value(node.value).row : -1;
    return node == root() ? 0 : m_rows.value(node, -1);
}

int ProjectDocument::childCount(NodeRef node) const
{
    if (const domain::TestCase *found = testCase(node.testCase()))
        return int(found->setupSteps.size() + found->steps.size());
    if (const Step *found = step(node.step()))
        return int(childrenOf(*found).size());
    const auto children = m_children.constFind(node);
    return children == m_children.constEnd() ? 0 : int(children->size());
}

NodeRef ProjectDocument::childAt(NodeRef node, int row) const
{
    if (row < 0 || row >= childCount(node))
        return {};
    if (const domain::TestCase *found = testCase(node.testCase())) {
        const int setup = int(found->setupSteps.size());
        return row < setup ? found->setupSteps.at(row).id : found->steps.at(row - setup).id;
    }
    if (const Step *found = step(node.step()))
        return childrenOf(*found)[row]->id;
    return m_children.constFind(node)->at(row);
}

bool ProjectDocument::isInside(NodeRef node, NodeRef ancestor) const
{
    while (node.isValid() && node != ancestor)
        node = parentOf(node);
    return node.isValid();
}

QVector<NodeRef> ProjectDocument::nodesInside(NodeRef root) const
{
    QVector<NodeRef> all{root};
    for (int i = 0; i < all.size(); ++i) {
        if (all[i].kind == NodeRef::Directory)
            all += m_children.value(all[i]);
    }
    return all;
}

} // namespace document
