// Giving ids: every step gets one of its own, everything else keeps the one it has if that one is its alone.
#include "models/document/projectdocument.h"

#include <QSet>

namespace document {

int ProjectDocument::newId(NodeRef::Kind kind)
{
    if (!m_idSource)
        return ++m_lastId[kind];
    const int id = m_idSource(kind);
    Q_ASSERT(id > 0);
    m_lastId[kind] = std::max(m_lastId.value(kind), id);
    return id;
}

void ProjectDocument::noteIds(const domain::Project &project)
{
    const auto note = [this](NodeRef::Kind kind, const auto &list) {
        for (const auto &item : list)
            m_lastId[kind] = std::max(m_lastId.value(kind), item.id.value);
    };
    note(NodeRef::Directory, project.directories);
    note(NodeRef::Case, project.cases);
    note(NodeRef::Variable, project.variables);
    note(NodeRef::Transaction, project.transactions);
    note(NodeRef::Task, project.tasks);
}

void ProjectDocument::giveIds(QVector<domain::Step> &steps, bool anew)
{
    forEachStep(steps, [&](domain::Step &step) {
        if (anew || !step.id.isValid())
            step.id = {++m_lastStep};
    });
}

void ProjectDocument::giveIds(domain::TestCase &testCase, bool anew)
{
    QSet<int> seen;
    const auto give = [&](domain::Step &step) {
        const bool foreign = step.id.isValid() && caseOf(step.id).isValid() && caseOf(step.id) != testCase.id;
        if (anew || !step.id.isValid() || step.id.value > m_lastStep || foreign || seen.contains(step.id.value))
            step.id = {++m_lastStep};
        seen.insert(step.id.value);
    };
    forEachStep(testCase.setupSteps, give);
    forEachStep(testCase.steps, give);
}

void ProjectDocument::giveIds(domain::Project &project)
{
    noteIds(project);
    const auto give = [this](NodeRef::Kind kind, auto &list) {
        QSet<int> seen;
        for (auto &item : list) {
            if (!item.id.isValid() || seen.contains(item.id.value))
                item.id = {newId(kind)};
            seen.insert(item.id.value);
        }
    };
    give(NodeRef::Directory, project.directories);
    give(NodeRef::Case, project.cases);
    give(NodeRef::Variable, project.variables);
    give(NodeRef::Transaction, project.transactions);
    give(NodeRef::Task, project.tasks);
    for (domain::TestCase &testCase : project.cases)
        giveIds(testCase, true);
    for (domain::Transaction &transaction : project.transactions)
        giveIds(transaction.steps, true);

    // A file may say that directories stand in each other; the tree could never show them.
    QHash<int, int> parents;
    for (const domain::Directory &directory : std::as_const(project.directories))
        parents.insert(directory.id.value, directory.parent.value);
    for (domain::Directory &directory : project.directories) {
        int above = directory.parent.value;
        for (qsizetype steps = parents.size(); above > 0 && above != directory.id.value && steps > 0; --steps)
            above = parents.value(above);
        if (above == directory.id.value) {
            directory.parent = {};
            parents.insert(directory.id.value, 0);
        }
    }
}

} // namespace document
