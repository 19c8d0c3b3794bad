// Nodes of the document as text JSON in a drag.
#pragma once

#include "models/document/noderef.h"
#include <QVector>

class QMimeData;

namespace items {

inline constexpr char nodesMimeType[] = "application/x-crescendo-nodes+json";

/// `owner` marks whose nodes they are: ids mean nothing to another document.
QMimeData *nodesToMime(const QVector<document::NodeRef> &nodes, const void *owner);
QVector<document::NodeRef> nodesFromMime(const QMimeData *data, const void *owner); ///< empty for a foreign drag

} // namespace items
