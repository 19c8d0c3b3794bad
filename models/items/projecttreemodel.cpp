#include "models/items/projecttreemodel.h"

#include "models/items/nodedata.h"
#include "models/items/nodemime.h"

namespace items {

using document::NodeRef;
using document::ProjectDocument;

ProjectTreeModel::ProjectTreeModel(ProjectDocument &document, QObject *parent)
    : QAbstractItemModel(parent)
    , m_document(document)
{
    connect(&document, &ProjectDocument::nodeAboutToBeInserted, this,
            [this](NodeRef under, int row) { beginInsertRows(indexOf(under), row, row); });
    connect(&document, &ProjectDocument::nodeInserted, this, [this] { endInsertRows(); });
    connect(&document, &ProjectDocument::nodeAboutToBeRemoved, this, [this](NodeRef node) {
        const QModelIndex gone = indexOf(node);
        beginRemoveRows(gone.parent(), gone.row(), gone.row());
    });
    connect(&document, &ProjectDocument::nodeRemoved, this, [this] { endRemoveRows(); });
    connect(&document, &ProjectDocument::nodeAboutToMove, this, [this](NodeRef node, NodeRef under, int row) {
        const QModelIndex moved = indexOf(node);
        const bool possible = beginMoveRows(moved.parent(), moved.row(), moved.row(), indexOf(under), row);
        Q_ASSERT(possible);
        Q_UNUSED(possible);
    });
    connect(&document, &ProjectDocument::nodeMoved, this, [this] { endMoveRows(); });
    connect(&document, &ProjectDocument::nodeChanged, this, [this](NodeRef node) {
        if (const QModelIndex changed = indexOf(node); changed.isValid())
            emit dataChanged(changed, changed);
    });
    connect(&document, &ProjectDocument::stepsAboutToChange, this, [this](domain::CaseId testCase) {
        const int rows = m_document.childCount(testCase);
        if (rows > 0)
            beginRemoveRows(indexOf(testCase), 0, rows - 1);
        m_changing = testCase;
        if (rows > 0)
            endRemoveRows();
    });
    connect(&document, &ProjectDocument::stepsChanged, this, [this](domain::CaseId testCase) {
        const int rows = m_document.childCount(testCase);
        if (rows > 0)
            beginInsertRows(indexOf(testCase), 0, rows - 1);
        m_changing = {};
        if (rows > 0)
            endInsertRows();
    });
    connect(&document, &ProjectDocument::aboutToReset, this, [this] { beginResetModel(); });
    connect(&document, &ProjectDocument::reset, this, [this] { endResetModel(); });
}

QModelIndex ProjectTreeModel::indexOf(NodeRef node) const
{
    const int row = m_document.rowOf(node);
    return row < 0 ? QModelIndex() : createIndex(row, 0, packed(node));
}

NodeRef ProjectTreeModel::nodeAt(const QModelIndex &index) const
{
    return index.isValid() ? unpacked(index.internalId()) : NodeRef();
}

QModelIndex ProjectTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, packed(parent.isValid() ? m_document.childAt(nodeAt(parent), row) : m_document.root()));
}

QModelIndex ProjectTreeModel::parent(const QModelIndex &child) const
{
    const NodeRef parent = m_document.parentOf(nodeAt(child));
    return parent.isValid() ? indexOf(parent) : QModelIndex();
}

int ProjectTreeModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return 1;
    const NodeRef node = nodeAt(parent);
    if (parent.column() > 0 || (m_changing.isValid() && node == NodeRef(m_changing)))
        return 0;
    return m_document.childCount(node);
}

int ProjectTreeModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QVariant ProjectTreeModel::data(const QModelIndex &index, int role) const
{
    return index.isValid() ? nodeData(m_document, nodeAt(index), role) : QVariant();
}

bool ProjectTreeModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    return index.isValid() && setNodeData(m_document, nodeAt(index), value, role);
}

QVariant ProjectTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    const bool named = section == NameColumn && orientation == Qt::Horizontal && role == Qt::DisplayRole;
    return named ? QVariant(tr("Name")) : QVariant();
}

Qt::ItemFlags ProjectTreeModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const NodeRef node = nodeAt(index);
    Qt::ItemFlags flags = Qt::ItemIsSelectable | Qt::ItemIsEnabled | Qt::ItemIsEditable;
    if (node.kind != NodeRef::Project)
        flags |= Qt::ItemIsDragEnabled;
    const domain::Step *step = m_document.step(node.step());
    if (!step || document::holdsSteps(step->kind))
        flags |= Qt::ItemIsDropEnabled;
    return flags;
}

QHash<int, QByteArray> ProjectTreeModel::roleNames() const
{
    return nodeRoleNames(QAbstractItemModel::roleNames());
}

QStringList ProjectTreeModel::mimeTypes() const
{
    return {QString::fromLatin1(nodesMimeType)};
}

QMimeData *ProjectTreeModel::mimeData(const QModelIndexList &indexes) const
{
    QVector<NodeRef> nodes;
    for (const QModelIndex &index : indexes) {
        if (index.column() == 0 && nodeAt(index).kind != NodeRef::Project)
            nodes.append(nodeAt(index));
    }
    return nodes.isEmpty() ? nullptr : nodesToMime(nodes, &m_document);
}

bool ProjectTreeModel::canDropMimeData(const QMimeData *data, Qt::DropAction action, int, int, const QModelIndex &parent) const
{
    const auto nodes = nodesFromMime(data, &m_document);
    const auto movable = [&](NodeRef node) { return m_document.canMove(node, nodeAt(parent)); };
    return action == Qt::MoveAction && !nodes.isEmpty() && std::all_of(nodes.begin(), nodes.end(), movable);
}

bool ProjectTreeModel::dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int, const QModelIndex &parent)
{
    if (action != Qt::MoveAction)
        return false;
    moveNodes(m_document, nodesFromMime(data, &m_document), nodeAt(parent), row);
    return false; // the rows have moved already; true would make the view remove the dragged ones
}

} // namespace items
