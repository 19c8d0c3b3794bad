#include "models/items/stepsmodel.h"

#include "models/document/clipboard.h"
#include "models/items/nodedata.h"
#include "models/items/nodemime.h"
#include <QJsonArray>
#include <QMimeData>

using namespace Qt::StringLiterals;

namespace items {

using document::NodeRef;
using document::ProjectDocument;
using document::StepPlace;
using domain::StepId;

/// What tells the rows of one parent apart: a step, or a group by its list.
struct Key
{
    StepId step;
    bool group = false;
    StepPlace::Slot slot = StepPlace::Steps;
    int branch = 0;

    bool operator==(const Key &) const = default;
};

struct StepsModel::Shape
{
    Key key;
    QVector<Shape> children;
};

struct StepsModel::Node
{
    Key key;
    Node *parent = nullptr;
    std::vector<std::unique_ptr<Node>> children;

    Node(const Shape &shape, Node *under) : key(shape.key), parent(under)
    {
        for (const Shape &child : shape.children)
            children.push_back(std::make_unique<Node>(child, this));
    }
    int row() const
    {
        for (size_t i = 0; parent && i < parent->children.size(); ++i) {
            if (parent->children[i].get() == this)
                return int(i);
        }
        return 0;
    }
};

StepsModel::StepsModel(ProjectDocument &document, QObject *parent)
    : QAbstractItemModel(parent), m_document(document), m_root(std::make_unique<Node>(Shape{}, nullptr))
{
    connect(&document, &ProjectDocument::nodeInserted, this, [this](NodeRef node) {
        if (isMine(node))
            sync();
    });
    connect(&document, &ProjectDocument::nodeMoved, this, [this](NodeRef node) {
        if (isMine(node))
            sync();
    });
    connect(&document, &ProjectDocument::nodeRemoved, this, [this](NodeRef under) {
        if (m_case.isValid() && !m_document.contains(m_case))
            setCase({});
        else if (isMine(under))
            sync();
    });
    connect(&document, &ProjectDocument::nodeChanged, this, [this](NodeRef node) {
        if (node.kind != NodeRef::Step || !isMine(node))
            return;
        sync(); // the branches of a share of users may have changed
        const QModelIndex changed = indexOf(node.step());
        emit dataChanged(changed, changed);
        if (const int groups = rowCount(changed))
            emit dataChanged(index(0, 0, changed), index(groups - 1, 0, changed));
    });
    connect(&document, &ProjectDocument::stepsChanged, this, [this](domain::CaseId testCase) {
        if (testCase == m_case)
            sync();
    });
    connect(&document, &ProjectDocument::reset, this, [this] {
        beginResetModel();
        if (!m_document.contains(m_case))
            m_case = {};
        m_root = std::make_unique<Node>(wanted(), nullptr);
        endResetModel();
    });
}

StepsModel::~StepsModel() = default;

void StepsModel::setCase(domain::CaseId testCase)
{
    if (testCase == m_case)
        return;
    beginResetModel();
    m_case = testCase;
    m_root = std::make_unique<Node>(wanted(), nullptr);
    endResetModel();
}

void StepsModel::setSections(bool on)
{
    beginResetModel();
    m_sections = on;
    m_root = std::make_unique<Node>(wanted(), nullptr);
    endResetModel();
}

bool StepsModel::isMine(NodeRef node) const
{
    return m_case.isValid()
        && (node == NodeRef(m_case) || (node.kind == NodeRef::Step && m_document.caseOf(node.step()) == m_case));
}

StepsModel::Shape StepsModel::wanted() const
{
    Shape root;
    const domain::TestCase *testCase = m_document.testCase(m_case);
    if (!testCase)
        return root;
    using Steps = QVector<domain::Step>;
    std::function<QVector<Shape>(const Steps &)> list;
    const auto group = [&](StepId owner, StepPlace::Slot slot, int branch, const Steps &steps) {
        return Shape{Key{owner, true, slot, branch}, list(steps)};
    };
    list = [&](const Steps &steps) {
        QVector<Shape> shapes;
        for (const domain::Step &step : steps) {
            Shape shape{Key{step.id, false, StepPlace::Steps, 0}, {}};
            if (step.kind == domain::StepKind::Condition) {
                shape.children = {group(step.id, StepPlace::Children, 0, step.children), group(step.id, StepPlace::Else, 0, step.elseChildren)};
            } else if (step.kind == domain::StepKind::UserShare) {
                for (int i = 0; i < step.branches.size(); ++i)
                    shape.children << group(step.id, StepPlace::Branch, i, step.branches[i]);
            } else {
                shape.children = list(step.children);
            }
            shapes << shape;
        }
        return shapes;
    };
    if (!m_sections)
        root.children = list(testCase->steps);
    else
        root.children = {group({}, StepPlace::Setup, 0, testCase->setupSteps), group({}, StepPlace::Steps, 0, testCase->steps)};
    return root;
}

void StepsModel::sync()
{
    sync(*m_root, wanted());
    // The groups of the case say how many steps they hold.
    if (rowCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, 0));
}

void StepsModel::sync(Node &node, const Shape &shape)
{
    const auto isWanted = [&](const Key &key) {
        return std::any_of(shape.children.begin(), shape.children.end(), [&](const Shape &child) { return child.key == key; });
    };
    for (int row = int(node.children.size()) - 1; row >= 0; --row) {
        if (isWanted(node.children[size_t(row)]->key))
            continue;
        beginRemoveRows(indexOf(node), row, row);
        node.children.erase(node.children.begin() + row);
        endRemoveRows();
    }
    for (int row = 0; row < shape.children.size(); ++row) {
        const Shape &child = shape.children[row];
        const auto at = std::find_if(node.children.begin(), node.children.end(), [&](const auto &one) { return one->key == child.key; });
        if (at == node.children.end()) {
            auto fresh = std::make_unique<Node>(child, &node);
            beginInsertRows(indexOf(node), row, row);
            node.children.insert(node.children.begin() + row, std::move(fresh));
            endInsertRows();
            continue;
        }
        if (const int from = int(at - node.children.begin()); from != row) { // always from below
            beginMoveRows(indexOf(node), from, from, indexOf(node), row);
            std::rotate(node.children.begin() + row, at, at + 1);
            endMoveRows();
        }
        sync(*node.children[size_t(row)], child);
    }
}

StepsModel::Node *StepsModel::nodeAt(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<Node *>(index.internalPointer()) : m_root.get();
}

QModelIndex StepsModel::indexOf(const Node &node) const
{
    return &node == m_root.get() ? QModelIndex() : createIndex(node.row(), 0, const_cast<Node *>(&node));
}

StepsModel::Node *StepsModel::find(Node &under, StepId step) const
{
    for (const auto &child : under.children) {
        if (!child->key.group && child->key.step == step)
            return child.get();
        if (Node *found = find(*child, step))
            return found;
    }
    return nullptr;
}

QModelIndex StepsModel::indexOf(StepId step) const
{
    const Node *node = step.isValid() ? find(*m_root, step) : nullptr;
    return node ? indexOf(*node) : QModelIndex();
}

StepId StepsModel::stepAt(const QModelIndex &index) const
{
    return index.isValid() && !isGroup(index) ? nodeAt(index)->key.step : StepId();
}

bool StepsModel::isGroup(const QModelIndex &index) const { return index.isValid() && nodeAt(index)->key.group; }

QModelIndex StepsModel::groupAt(const StepPlace &list) const
{
    Node *owner = list.parent.isValid() ? find(*m_root, list.parent) : m_root.get();
    for (const auto &child : owner ? owner->children : m_root->children) {
        if (owner && child->key.group && child->key.slot == list.slot && child->key.branch == list.branch)
            return indexOf(*child);
    }
    return {};
}

StepPlace StepsModel::placeAt(int row, const QModelIndex &parent) const
{
    const Node &node = *nodeAt(parent);
    const int size = int(node.children.size());
    if (node.key.group)
        return {m_case, node.key.step, node.key.slot, node.key.branch, row < 0 ? size : row};
    if (&node == m_root.get() && !m_sections)
        return {m_case, {}, StepPlace::Steps, 0, row < 0 ? size : row};
    const bool ofGroups = !node.children.empty() && node.children.front()->key.group;
    if (ofGroups) { // between two groups: at the end of the first; on their owner: at the end of the first, of the case: the last
        const int group = row > 0 ? row - 1 : row == 0 || parent.isValid() ? 0 : size - 1;
        return placeAt(row == 0 ? 0 : -1, indexOf(*node.children[size_t(std::clamp(group, 0, size - 1))]));
    }
    return {m_case, node.key.step, StepPlace::Children, 0, row < 0 ? size : row};
}

StepPlace StepsModel::placeFor(const QModelIndex &index) const
{
    const domain::Step *step = m_document.step(stepAt(index));
    const bool holdsAny = step && document::holdsSteps(step->kind) && (step->kind != domain::StepKind::UserShare || !step->branches.isEmpty());
    if (!index.isValid() || isGroup(index) || holdsAny)
        return placeAt(-1, index);
    StepPlace place = m_document.placeOf(step->id).value_or(StepPlace{m_case, {}, StepPlace::Steps, 0, 0});
    ++place.row;
    return place;
}

QVector<StepId> StepsModel::topSteps(const QModelIndexList &indexes) const
{
    QSet<const Node *> chosen;
    for (const QModelIndex &index : indexes) {
        if (stepAt(index).isValid())
            chosen << nodeAt(index);
    }
    QVector<StepId> steps;
    const std::function<void(const Node &)> walk = [&](const Node &node) {
        if (chosen.contains(&node)) {
            steps << node.key.step;
            return;
        }
        for (const auto &child : node.children)
            walk(*child);
    };
    walk(*m_root);
    return steps;
}

bool StepsModel::moveTo(const QVector<StepId> &steps, StepPlace place)
{
    const NodeRef under = place.parent.isValid() ? NodeRef(place.parent) : NodeRef(place.testCase);
    const auto movable = [&](StepId step) { return m_document.canMove(step, under); };
    if (steps.isEmpty() || !std::all_of(steps.begin(), steps.end(), movable))
        return false;
    domain::TestCase before = *m_document.testCase(place.testCase);
    const QVector<domain::Step> *list = document::listAt(before, place);
    if (!list)
        return false;
    // Rows shift as steps leave and arrive; the step they are to stand before does not.
    while (place.row < list->size() && steps.contains(list->at(place.row).id))
        ++place.row;
    const StepId anchor = place.row < list->size() ? list->at(place.row).id : StepId();
    const bool several = steps.size() > 1;
    if (several)
        m_document.undoStack().beginMacro(tr("Move %1 steps").arg(steps.size()));
    for (StepId step : steps) {
        domain::TestCase now = *m_document.testCase(place.testCase);
        const auto *target = document::listAt(now, place);
        place.row = anchor.isValid() ? m_document.placeOf(anchor)->row : target ? int(target->size()) : 0;
        m_document.moveStep(step, place);
    }
    if (several)
        m_document.undoStack().endMacro();
    return true;
}

QModelIndex StepsModel::index(int row, int column, const QModelIndex &parent) const
{
    return hasIndex(row, column, parent) ? createIndex(row, column, nodeAt(parent)->children[size_t(row)].get()) : QModelIndex();
}

QModelIndex StepsModel::parent(const QModelIndex &child) const
{
    const Node *node = nodeAt(child);
    return child.isValid() && node->parent ? indexOf(*node->parent) : QModelIndex();
}

int StepsModel::rowCount(const QModelIndex &parent) const
{
    return parent.column() > 0 ? 0 : int(nodeAt(parent)->children.size());
}

int StepsModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QVariant StepsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Node &node = *nodeAt(index);
    if (!node.key.group)
        return role == GroupRole ? QVariant(false) : nodeData(m_document, node.key.step, role);
    if (role == GroupRole)
        return true;
    const bool top = !node.key.step.isValid();
    if (role == DetailRole) {
        if (top && node.key.slot == StepPlace::Setup)
            return tr("before the first pass");
        const int steps = int(node.children.size());
        return !top ? QString() : steps == 1 ? tr("1 step") : tr("%1 steps").arg(steps);
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (node.key.slot) {
    case StepPlace::Setup:
        return tr("Once for each user");
    case StepPlace::Steps:
        return tr("Every pass");
    case StepPlace::Children:
        return tr("Then");
    case StepPlace::Else:
        return tr("Else");
    case StepPlace::Branch:
        break;
    }
    const domain::Step *owner = m_document.step(node.key.step);
    const QString name = owner ? owner->data["branches"_L1].toArray().at(node.key.branch)["name"_L1].toString() : QString();
    return name.isEmpty() ? tr("Branch %1").arg(node.key.branch + 1) : name;
}

bool StepsModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    return index.isValid() && !isGroup(index) && setNodeData(m_document, nodeAt(index)->key.step, value, role);
}

Qt::ItemFlags StepsModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return m_case.isValid() ? Qt::ItemIsDropEnabled : Qt::NoItemFlags;
    const Qt::ItemFlags flags = Qt::ItemIsSelectable | Qt::ItemIsEnabled;
    if (isGroup(index))
        return flags | Qt::ItemIsDropEnabled;
    const domain::Step *step = m_document.step(stepAt(index));
    const bool holds = step && document::holdsSteps(step->kind);
    return flags | Qt::ItemIsEditable | Qt::ItemIsDragEnabled | (holds ? Qt::ItemIsDropEnabled : Qt::NoItemFlags);
}

QHash<int, QByteArray> StepsModel::roleNames() const
{
    return nodeRoleNames(QAbstractItemModel::roleNames());
}

QStringList StepsModel::mimeTypes() const
{
    return {QString::fromLatin1(nodesMimeType), QString::fromLatin1(document::stepsMimeType)};
}

QMimeData *StepsModel::mimeData(const QModelIndexList &indexes) const
{
    QVector<NodeRef> nodes;
    QVector<domain::Step> steps;
    for (StepId id : topSteps(indexes)) {
        nodes << id;
        steps << *m_document.step(id);
    }
    if (nodes.isEmpty())
        return nullptr;
    QMimeData *data = nodesToMime(nodes, &m_document);
    data->setData(QString::fromLatin1(document::stepsMimeType), document::stepsToText(steps));
    return data;
}

bool StepsModel::canDropMimeData(const QMimeData *data, Qt::DropAction action, int row, int, const QModelIndex &parent) const
{
    if (!m_case.isValid())
        return false;
    const auto nodes = nodesFromMime(data, &m_document);
    if (action == Qt::CopyAction || nodes.isEmpty())
        return data->hasFormat(QString::fromLatin1(document::stepsMimeType));
    const StepPlace place = placeAt(row, parent);
    const NodeRef under = place.parent.isValid() ? NodeRef(place.parent) : NodeRef(m_case);
    return std::all_of(nodes.begin(), nodes.end(), [&](NodeRef node) { return m_document.canMove(node, under); });
}

bool StepsModel::dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int, const QModelIndex &parent)
{
    if (!canDropMimeData(data, action, row, 0, parent))
        return false;
    const auto nodes = nodesFromMime(data, &m_document);
    if (action == Qt::CopyAction || nodes.isEmpty()) {
        const auto steps = document::stepsFromText(data->data(QString::fromLatin1(document::stepsMimeType)));
        if (steps)
            m_document.insertSteps(placeAt(row, parent), *steps, tr("Copy steps"));
        return false;
    }
    QVector<StepId> steps;
    for (NodeRef node : nodes) {
        if (node.kind == NodeRef::Step)
            steps << node.step();
    }
    moveTo(steps, placeAt(row, parent));
    return false; // the rows have moved already; true would make the view remove the dragged ones
}

} // namespace items
