// What a row says about a node: the same in the project tree and in the card list.
#pragma once

#include "models/document/projectdocument.h"
#include "models/items/noderoles.h"
#include <QVariant>
#include <QHash>

namespace items {

QVariant nodeData(const document::ProjectDocument &document, document::NodeRef node, int role);
QHash<int, QByteArray> nodeRoleNames(QHash<int, QByteArray> names);
/// Renames (EditRole) or switches on and off (EnabledRole); false for anything else.
bool setNodeData(document::ProjectDocument &document, document::NodeRef node, const QVariant &value, int role);
/// As one command: all of `nodes`, in their order, before `row` of `under` (-1: at the end).
bool moveNodes(document::ProjectDocument &document, const QVector<document::NodeRef> &nodes, document::NodeRef under, int row);

/// An id for QModelIndex::internalId: kinds above, ids below 2^31.
inline quintptr packed(document::NodeRef node)
{
    static_assert(sizeof(quintptr) == 8);
    return quintptr(node.kind + 1) << 32 | quintptr(quint32(node.value));
}
inline document::NodeRef unpacked(quintptr id)
{
    return {document::NodeRef::Kind(int(id >> 32) - 1), int(quint32(id))};
}

} // namespace items
