// Changing the values of nodes and of the project as a whole, and their names.
#include "models/document/casecommands.h"
#include "models/document/nodecommands.h"
#include "models/document/projectcommands.h"
#include "models/document/steptexts.h"

using namespace Qt::StringLiterals;

namespace document {

using domain::TestCase;

namespace {

QString keyFor(const QString &mergeKey, NodeRef node)
{
    return mergeKey.isEmpty() ? QString() : u"%1/%2/%3"_s.arg(int(node.kind)).arg(node.value).arg(mergeKey);
}

template <class T, class Id> const T *itemOf(const QVector<T> &list, Id id)
{
    for (const T &item : list) {
        if (item.id == id)
            return &item;
    }
    return nullptr;
}

} // namespace

QString ProjectDocument::nameOf(NodeRef node) const
{
    switch (node.kind) {
    case NodeRef::Project:
        return m_project.name;
    case NodeRef::Directory:
        return directory(node.directory()) ? directory(node.directory())->name : QString();
    case NodeRef::Case:
        return testCase(node.testCase()) ? testCase(node.testCase())->name : QString();
    case NodeRef::Task:
        return itemOf(m_project.tasks, node.task()) ? itemOf(m_project.tasks, node.task())->name : QString();
    case NodeRef::Variable: {
        const auto *variable = itemOf(m_project.variables, domain::VariableId{node.value});
        return variable ? variable->name : QString();
    }
    case NodeRef::Transaction: {
        const auto *transaction = itemOf(m_project.transactions, node.transaction());
        return transaction ? transaction->name : QString();
    }
    case NodeRef::Step:
        break;
    default:
        return {};
    }

    const domain::Step *found = step(node.step());
    if (!found)
        return {};
    if (found->kind == domain::StepKind::Request) {
        const domain::Message &message = found->message;
        if (found->transaction.isValid() && message.name.isEmpty()) {
            const auto *transaction = itemOf(m_project.transactions, found->transaction);
            return transaction ? transaction->name : found->transactionName;
        }
        return message.name.isEmpty() ? u"%1 %2"_s.arg(message.method, message.url).trimmed() : message.name;
    }
    const QString name = found->data.value("name"_L1).toString();
    if (!name.isEmpty())
        return name;
    switch (found->kind) {
    case domain::StepKind::Data:
        return tr("Data");
    case domain::StepKind::Loop:
        return tr("Loop");
    case domain::StepKind::Condition:
        return tr("Condition");
    case domain::StepKind::UserShare:
        return tr("Share of users");
    case domain::StepKind::Throughput:
        return tr("Throughput limit");
    case domain::StepKind::Rendezvous:
        return tr("Rendezvous");
    default:
        return tr("Plugin request");
    }
}

bool ProjectDocument::isEnabled(NodeRef node) const
{
    if (const TestCase *found = testCase(node.testCase()))
        return found->enabled;
    if (const domain::Step *found = step(node.step()))
        return !found->disabled;
    return true;
}

void ProjectDocument::rename(NodeRef node, const QString &name)
{
    const QString old = nameOf(node);
    if (!contains(node) || name.trimmed().isEmpty() || name == old)
        return;
    const QString key = u"name"_s;
    switch (node.kind) {
    case NodeRef::Project:
        return setProjectHead(name, m_project.description);
    case NodeRef::Directory: {
        domain::Directory after = *directory(node.directory());
        after.name = name;
        return push(new ChangeDirectory(*this, *directory(node.directory()), after, tr("Rename directory “%1”").arg(old),
                                        keyFor(key, node)));
    }
    case NodeRef::Case: {
        TestCase after = *testCase(node.testCase());
        after.name = name;
        return setCase(after, tr("Rename case “%1”").arg(old), key);
    }
    case NodeRef::Step: {
        domain::Step after = *step(node.step());
        if (after.kind == domain::StepKind::Request)
            after.message.name = name;
        else
            after.data.insert("name"_L1, name);
        return setStep(caseOf(after.id), after, tr("Rename step “%1”").arg(old), key);
    }
    case NodeRef::Task: {
        domain::Task after = *itemOf(m_project.tasks, node.task());
        after.name = name;
        return setTask(after, tr("Rename task “%1”").arg(old), key);
    }
    case NodeRef::Transaction: {
        domain::Transaction after = *itemOf(m_project.transactions, node.transaction());
        after.name = name;
        return setTransaction(after, tr("Rename transaction “%1”").arg(old), key);
    }
    case NodeRef::Variable:
        return renameVariable(*this, {node.value}, name);
    default:
        return;
    }
}

void ProjectDocument::setEnabled(NodeRef node, bool enabled)
{
    if (isEnabled(node) == enabled)
        return;
    const QString text = (enabled ? tr("Switch on “%1”") : tr("Switch off “%1”")).arg(nameOf(node));
    if (node.kind == NodeRef::Case) {
        TestCase after = *testCase(node.testCase());
        after.enabled = enabled;
        setCase(after, text);
    } else if (node.kind == NodeRef::Step) {
        domain::Step after = *step(node.step());
        after.disabled = !enabled;
        setStep(caseOf(after.id), after, text);
    }
}

void ProjectDocument::setCase(TestCase after, const QString &text, const QString &mergeKey)
{
    const TestCase *before = testCase(after.id);
    if (!before)
        return;
    after.directory = before->directory;
    after.sort = before->sort;
    giveIds(after, false);
    if (after != *before)
        push(new ChangeCase(*this, *before, after, text, keyFor(mergeKey, after.id)));
}

void ProjectDocument::setStages(domain::CaseId id, QVector<domain::Stage> stages, const QString &text, const QString &mergeKey)
{
    if (!contains(id))
        return;
    TestCase after = *testCase(id);
    after.stages = std::move(stages);
    setCase(std::move(after), text, mergeKey);
}

void ProjectDocument::setSlaRules(domain::CaseId id, QVector<domain::SlaRule> rules, const QString &text, const QString &mergeKey)
{
    if (!contains(id))
        return;
    TestCase after = *testCase(id);
    after.slaRules = std::move(rules);
    setCase(std::move(after), text, mergeKey);
}

void ProjectDocument::setStep(domain::CaseId id, domain::Step after, const QString &text, const QString &mergeKey)
{
    if (!step(id, after.id))
        return;
    TestCase whole = *testCase(id);
    const domain::StepId stepId = after.id;
    *findStep(whole, stepId) = std::move(after);
    setCase(std::move(whole), text, mergeKey.isEmpty() ? QString() : u"step %1/%2"_s.arg(stepId.value).arg(mergeKey));
}

void ProjectDocument::setSteps(domain::CaseId id, QVector<domain::Step> steps, QVector<domain::Step> setupSteps,
                               const QString &text, const QString &mergeKey)
{
    if (!contains(id))
        return;
    TestCase after = *testCase(id);
    after.steps = std::move(steps);
    after.setupSteps = std::move(setupSteps);
    setCase(std::move(after), text, mergeKey);
}

void ProjectDocument::setVariables(QVector<domain::Variable> variables, const QString &text, const QString &mergeKey)
{
    for (domain::Variable &variable : variables) {
        if (!variable.id.isValid())
            variable.id = {newId(NodeRef::Variable)};
    }
    if (variables != m_project.variables)
        push(new ChangeVariables(*this, m_project.variables, variables, text, keyFor(mergeKey, {NodeRef::Variable, 0})));
}

void ProjectDocument::setEnvironments(QVector<domain::Environment> environments, const QString &text, const QString &mergeKey)
{
    if (environments != m_project.environments)
        push(new ChangeEnvironments(*this, m_project.environments, environments, text,
                                    keyFor(mergeKey, {NodeRef::Environment, 0})));
}

domain::TaskId ProjectDocument::addTask(domain::Task task)
{
    if (task.name.trimmed().isEmpty())
        return {};
    task.id = {newId(NodeRef::Task)};
    push(new AddNode(*this, Subtree{.root = task.id, .tasks = {{-1, task}}}, tr("Add task “%1”").arg(task.name)));
    return task.id;
}

void ProjectDocument::setTask(domain::Task task, const QString &text, const QString &mergeKey)
{
    const domain::Task *before = itemOf(m_project.tasks, task.id);
    if (before && *before != task)
        push(new ChangeTask(*this, *before, task, text, keyFor(mergeKey, task.id)));
}

void ProjectDocument::removeTask(domain::TaskId id)
{
    remove(NodeRef(id));
}

domain::TransactionId ProjectDocument::addTransaction(domain::Transaction transaction)
{
    if (transaction.name.trimmed().isEmpty())
        return {};
    transaction.id = {newId(NodeRef::Transaction)};
    giveIds(transaction.steps, true);
    push(new AddNode(*this, Subtree{.root = transaction.id, .transactions = {{-1, transaction}}},
                     tr("Add transaction “%1”").arg(transaction.name)));
    return transaction.id;
}

void ProjectDocument::setTransaction(domain::Transaction transaction, const QString &text, const QString &mergeKey)
{
    const domain::Transaction *before = itemOf(m_project.transactions, transaction.id);
    if (!before)
        return;
    giveIds(transaction.steps, false);
    if (*before != transaction)
        push(new ChangeTransaction(*this, *before, transaction, text, keyFor(mergeKey, transaction.id)));
}

void ProjectDocument::setProjectHead(const QString &name, const QString &description)
{
    const ProjectHead before{m_project.name, m_project.description}, after{name, description};
    if (name.trimmed().isEmpty() || before == after)
        return;
    const QString text = before.name != name ? tr("Rename project “%1”").arg(before.name) : tr("Describe the project");
    push(new ChangeHead(*this, before, after, text, keyFor(u"head"_s, root())));
}

void ProjectDocument::replaceProject(domain::Project project, const QString &text)
{
    project.id = m_project.id;
    giveIds(project);
    push(new ReplaceProject(*this, m_project, project, text));
}

} // namespace document
