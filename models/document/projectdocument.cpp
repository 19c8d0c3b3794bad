#include "models/document/projectdocument.h"

#include "models/document/casecommands.h"
#include "models/document/nodecommands.h"

#include <QRegularExpression>
#include <QSet>

using namespace Qt::StringLiterals;

namespace document {

using domain::TestCase;

ProjectDocument::ProjectDocument(domain::Project project, IdSource idSource, QObject *parent)
    : QObject(parent)
    , m_idSource(std::move(idSource))
{
    giveIds(project);
    m_project = std::move(project);
    indexAll();
}

ProjectDocument::~ProjectDocument() = default;

void ProjectDocument::load(domain::Project project)
{
    giveIds(project);
    emit aboutToReset();
    m_undoStack.clear();
    m_project = std::move(project);
    indexAll();
    emit reset();
}

void ProjectDocument::push(QUndoCommand *command)
{
    m_undoStack.push(command);
}

domain::DirectoryId ProjectDocument::addDirectory(const QString &name, domain::DirectoryId parent)
{
    if (name.trimmed().isEmpty() || (parent.isValid() && !contains(parent)))
        return {};
    domain::Directory directory{.id = {newId(NodeRef::Directory)}, .name = name, .parent = parent, .extra = {}};
    Subtree subtree{.root = directory.id, .directories = {{-1, directory}}};
    push(new AddNode(*this, subtree, tr("Add directory “%1”").arg(name)));
    return directory.id;
}

domain::CaseId ProjectDocument::addCase(const QString &name, domain::DirectoryId directory, TestCase initial)
{
    if (name.trimmed().isEmpty() || (directory.isValid() && !contains(directory)))
        return {};
    initial.id = {newId(NodeRef::Case)};
    initial.name = name;
    initial.directory = directory;
    const QVector<NodeRef> siblings = m_children.value(known(directory));
    const TestCase *last = siblings.isEmpty() ? nullptr : testCase(siblings.last().testCase());
    initial.sort = last ? last->sort + 1 : 0;
    giveIds(initial, true);
    push(new AddNode(*this, Subtree{.root = initial.id, .cases = {{-1, initial}}}, tr("Add case “%1”").arg(name)));
    return initial.id;
}

domain::StepId ProjectDocument::addStep(domain::CaseId id, domain::Step step, domain::StepId after, bool setup)
{
    const TestCase *in = testCase(id);
    if (!in)
        return {};
    StepPlace at{id, {}, setup ? StepPlace::Setup : StepPlace::Steps, 0, int((setup ? in->setupSteps : in->steps).size())};
    if (after.isValid()) {
        const auto place = document::placeOf(*in, after);
        if (!place)
            return {};
        at = *place;
        ++at.row;
    }
    const auto ids = insertSteps(at, {std::move(step)});
    return ids.isEmpty() ? domain::StepId{} : ids.first();
}

QVector<domain::StepId> ProjectDocument::insertSteps(StepPlace at, QVector<domain::Step> steps, const QString &text)
{
    const TestCase *before = testCase(at.testCase);
    if (!before || steps.isEmpty())
        return {};
    int above = 0;
    for (NodeRef node = at.parent; node.isValid() && node.kind == NodeRef::Step; node = parentOf(node))
        ++above;
    for (const domain::Step &step : std::as_const(steps)) {
        if (above + depthOf(step) > maxStepDepth)
            return {};
    }
    giveIds(steps, true);
    TestCase after = *before;
    QVector<domain::Step> *list = listAt(after, at);
    if (!list)
        return {};
    at.row = std::clamp(at.row, 0, int(list->size()));
    QVector<domain::StepId> ids;
    for (const domain::Step &step : std::as_const(steps)) {
        list->insert(at.row++, step);
        ids.append(step.id);
    }
    const QString what = !text.isEmpty() ? text
        : steps.size() == 1              ? tr("Add step to “%1”").arg(before->name)
                                         : tr("Add %1 steps to “%2”").arg(steps.size()).arg(before->name);
    push(new ChangeCase(*this, *before, after, what));
    return ids;
}

void ProjectDocument::remove(NodeRef node)
{
    if (!contains(node))
        return;
    const QString name = nameOf(node);
    switch (node.kind) {
    case NodeRef::Directory:
        return push(new RemoveNode(*this, node, tr("Delete directory “%1”").arg(name)));
    case NodeRef::Case:
        return push(new RemoveNode(*this, node, tr("Delete case “%1”").arg(name)));
    case NodeRef::Task:
        return push(new RemoveNode(*this, node, tr("Delete task “%1”").arg(name)));
    case NodeRef::Transaction:
        return push(new RemoveNode(*this, node, tr("Delete transaction “%1”").arg(name)));
    case NodeRef::Step: {
        const TestCase before = *testCase(caseOf(node.step()));
        TestCase after = before;
        takeStep(after, node.step());
        return push(new ChangeCase(*this, before, after, tr("Delete step “%1”").arg(name)));
    }
    case NodeRef::Variable: {
        QVector<domain::Variable> left = m_project.variables;
        left.removeIf([&](const domain::Variable &variable) { return NodeRef(variable.id) == node; });
        return setVariables(left, tr("Delete variable “%1”").arg(name));
    }
    default:
        return;
    }
}

void ProjectDocument::remove(const QVector<NodeRef> &nodes)
{
    QVector<NodeRef> outermost;
    for (NodeRef node : nodes) {
        const bool held = std::any_of(nodes.begin(), nodes.end(),
                                      [&](NodeRef other) { return other != node && isInside(node, other); });
        if (!held && contains(node) && !outermost.contains(node))
            outermost.append(node);
    }
    if (outermost.size() < 2) {
        if (!outermost.isEmpty())
            remove(outermost.first());
        return;
    }
    m_undoStack.beginMacro(tr("Delete %1 items").arg(outermost.size()));
    for (NodeRef node : std::as_const(outermost))
        remove(node);
    m_undoStack.endMacro();
}

QString ProjectDocument::freeName(const QString &name, NodeRef parent, NodeRef::Kind kind) const
{
    static const QRegularExpression numbered(u" \\([0-9]{1,6}\\)$"_s);
    const QString stem = QString(name).remove(numbered);
    QSet<QString> taken;
    for (int row = 0; row < childCount(parent); ++row) {
        const NodeRef sibling = childAt(parent, row);
        if (sibling.kind == kind)
            taken.insert(nameOf(sibling));
    }
    if (kind == NodeRef::Task) {
        for (const domain::Task &task : m_project.tasks)
            taken.insert(task.name);
    } else if (kind == NodeRef::Transaction) {
        for (const domain::Transaction &transaction : m_project.transactions)
            taken.insert(transaction.name);
    }
    for (int number = 2;; ++number) {
        const QString candidate = u"%1 (%2)"_s.arg(stem).arg(number);
        if (!taken.contains(candidate))
            return candidate;
    }
}

NodeRef ProjectDocument::duplicate(NodeRef node)
{
    if (!contains(node))
        return {};
    const NodeRef parent = parentOf(node);
    const QString name = freeName(nameOf(node), parent, node.kind);
    const QString text = tr("Duplicate “%1”").arg(nameOf(node));
    if (node.kind == NodeRef::Step) {
        domain::Step copy = *step(node.step());
        if (copy.kind == domain::StepKind::Request)
            copy.message.name = name;
        else
            copy.data.insert("name"_L1, name);
        StepPlace at = *placeOf(node.step());
        ++at.row;
        const auto ids = insertSteps(at, {copy}, text);
        return ids.isEmpty() ? NodeRef() : NodeRef(ids.first());
    }
    if (node.kind == NodeRef::Task) {
        domain::Task task = *std::find_if(m_project.tasks.cbegin(), m_project.tasks.cend(),
                                          [&](const auto &item) { return NodeRef(item.id) == node; });
        task.name = name;
        return addTask(task);
    }
    if (node.kind == NodeRef::Transaction) {
        domain::Transaction transaction = *std::find_if(m_project.transactions.cbegin(), m_project.transactions.cend(),
                                                        [&](const auto &item) { return NodeRef(item.id) == node; });
        transaction.name = name;
        return addTransaction(transaction);
    }
    if (node.kind != NodeRef::Directory && node.kind != NodeRef::Case)
        return {};

    Subtree copy;
    QHash<int, domain::DirectoryId> directories;
    for (NodeRef inside : nodesInside(node)) {
        if (const domain::Directory *original = directory(inside.directory())) {
            domain::Directory twin = *original;
            twin.id = {newId(NodeRef::Directory)};
            twin.parent = directories.value(original->parent.value, original->parent);
            directories.insert(original->id.value, twin.id);
            copy.directories.append({-1, twin});
        } else {
            TestCase twin = *testCase(inside.testCase());
            twin.id = {newId(NodeRef::Case)};
            twin.directory = directories.value(twin.directory.value, twin.directory);
            giveIds(twin, true);
            copy.cases.append({-1, twin});
        }
    }
    if (node.kind == NodeRef::Directory) {
        copy.directories.first().value.name = name;
        copy.root = copy.directories.first().value.id;
    } else {
        copy.cases.first().value.name = name;
        copy.root = copy.cases.first().value.id;
    }
    m_undoStack.beginMacro(text);
    push(new AddNode(*this, copy, text));
    move(copy.root, parent, rowOf(node) + 1);
    m_undoStack.endMacro();
    return copy.root;
}

} // namespace document
