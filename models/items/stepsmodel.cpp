#include "models/items/stepsmodel.h"

#include "models/items/nodedata.h"
#include "models/items/nodemime.h"

namespace items {

using document::NodeRef;
using document::ProjectDocument;

StepsModel::StepsModel(ProjectDocument &document, QObject *parent)
    : QAbstractItemModel(parent)
    , m_document(document)
{
    // The signals of other cases pass by; the end signals name a node, so each finds the case it was about.
    connect(&document, &ProjectDocument::nodeAboutToBeInserted, this, [this](NodeRef under, int row) {
        if (shown(under).isValid())
            beginInsertRows(indexOf(under.step()), row, row);
    });
    connect(&document, &ProjectDocument::nodeInserted, this, [this](NodeRef node) {
        if (node.kind == NodeRef::Step && shown(node).isValid())
            endInsertRows();
    });
    connect(&document, &ProjectDocument::nodeAboutToBeRemoved, this, [this](NodeRef node) {
        if (node.kind == NodeRef::Step && shown(node).isValid()) {
            const QModelIndex gone = indexOf(node.step());
            beginRemoveRows(gone.parent(), gone.row(), gone.row());
        }
    });
    connect(&document, &ProjectDocument::nodeRemoved, this, [this](NodeRef under) {
        if (shown(under).isValid())
            endRemoveRows();
        else if (m_case.isValid() && !m_document.contains(m_case))
            setCase({});
    });
    connect(&document, &ProjectDocument::nodeAboutToMove, this, [this](NodeRef node, NodeRef under, int row) {
        if (node.kind == NodeRef::Step && shown(node).isValid()) {
            const QModelIndex moved = indexOf(node.step());
            beginMoveRows(moved.parent(), moved.row(), moved.row(), indexOf(under.step()), row);
        }
    });
    connect(&document, &ProjectDocument::nodeMoved, this, [this](NodeRef node) {
        if (node.kind == NodeRef::Step && shown(node).isValid())
            endMoveRows();
    });
    connect(&document, &ProjectDocument::nodeChanged, this, [this](NodeRef node) {
        if (node.kind == NodeRef::Step && shown(node).isValid())
            emit dataChanged(indexOf(node.step()), indexOf(node.step()));
    });
    connect(&document, &ProjectDocument::stepsAboutToChange, this, [this](domain::CaseId testCase) {
        if (testCase != m_case)
            return;
        const int rows = rowCount();
        if (rows > 0)
            beginRemoveRows({}, 0, rows - 1);
        m_changing = true;
        if (rows > 0)
            endRemoveRows();
    });
    connect(&document, &ProjectDocument::stepsChanged, this, [this](domain::CaseId testCase) {
        if (testCase != m_case)
            return;
        const int rows = m_document.childCount(m_case);
        if (rows > 0)
            beginInsertRows({}, 0, rows - 1);
        m_changing = false;
        if (rows > 0)
            endInsertRows();
    });
    connect(&document, &ProjectDocument::aboutToReset, this, [this] { beginResetModel(); });
    connect(&document, &ProjectDocument::reset, this, [this] {
        if (!m_document.contains(m_case))
            m_case = {};
        endResetModel();
    });
}

void StepsModel::setCase(domain::CaseId testCase)
{
    if (testCase == m_case)
        return;
    beginResetModel();
    m_case = testCase;
    endResetModel();
}

NodeRef StepsModel::shown(NodeRef node) const
{
    const bool mine = m_case.isValid()
        && (node == NodeRef(m_case) || (node.kind == NodeRef::Step && m_document.caseOf(node.step()) == m_case));
    return mine ? node : NodeRef();
}

NodeRef StepsModel::nodeAt(const QModelIndex &index) const
{
    return index.isValid() ? unpacked(index.internalId()) : NodeRef(m_case);
}

QModelIndex StepsModel::indexOf(domain::StepId step) const
{
    if (!step.isValid() || m_document.caseOf(step) != m_case)
        return {};
    return createIndex(m_document.rowOf(step), 0, packed(step));
}

domain::StepId StepsModel::stepAt(const QModelIndex &index) const
{
    return nodeAt(index).step();
}

QModelIndex StepsModel::index(int row, int column, const QModelIndex &parent) const
{
    return hasIndex(row, column, parent) ? createIndex(row, column, packed(m_document.childAt(nodeAt(parent), row))) : QModelIndex();
}

QModelIndex StepsModel::parent(const QModelIndex &child) const
{
    return child.isValid() ? indexOf(m_document.parentOf(nodeAt(child)).step()) : QModelIndex();
}

int StepsModel::rowCount(const QModelIndex &parent) const
{
    return m_changing || !m_case.isValid() || parent.column() > 0 ? 0 : m_document.childCount(nodeAt(parent));
}

int StepsModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QVariant StepsModel::data(const QModelIndex &index, int role) const
{
    return index.isValid() ? nodeData(m_document, nodeAt(index), role) : QVariant();
}

bool StepsModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    return index.isValid() && setNodeData(m_document, nodeAt(index), value, role);
}

Qt::ItemFlags StepsModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return m_case.isValid() ? Qt::ItemIsDropEnabled : Qt::NoItemFlags;
    Qt::ItemFlags flags = Qt::ItemIsSelectable | Qt::ItemIsEnabled | Qt::ItemIsEditable | Qt::ItemIsDragEnabled;
    const domain::Step *step = m_document.step(stepAt(index));
    if (step && document::holdsSteps(step->kind))
        flags |= Qt::ItemIsDropEnabled;
    return flags;
}

QHash<int, QByteArray> StepsModel::roleNames() const
{
    return nodeRoleNames(QAbstractItemModel::roleNames());
}

QStringList StepsModel::mimeTypes() const
{
    return {QString::fromLatin1(nodesMimeType)};
}

QMimeData *StepsModel::mimeData(const QModelIndexList &indexes) const
{
    QVector<NodeRef> nodes;
    for (const QModelIndex &index : indexes)
        nodes.append(nodeAt(index));
    return nodes.isEmpty() ? nullptr : nodesToMime(nodes, &m_document);
}

bool StepsModel::canDropMimeData(const QMimeData *data, Qt::DropAction action, int, int, const QModelIndex &parent) const
{
    const auto nodes = nodesFromMime(data, &m_document);
    const auto movable = [&](NodeRef node) { return m_document.canMove(node, nodeAt(parent)); };
    return action == Qt::MoveAction && !nodes.isEmpty() && std::all_of(nodes.begin(), nodes.end(), movable);
}

bool StepsModel::dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int, const QModelIndex &parent)
{
    if (action != Qt::MoveAction)
        return false;
    moveNodes(m_document, nodesFromMime(data, &m_document), nodeAt(parent), row);
    return false; // the rows have moved already; true would make the view remove the dragged ones
}

} // namespace items
