#include "models/items/documenttable.h"

namespace items {

DocumentTable::DocumentTable(document::ProjectDocument &document, QObject *parent)
    : QAbstractTableModel(parent)
    , m_document(document)
{
    connect(&document, &document::ProjectDocument::reset, this, [this] { startOver(); });
}

int DocumentTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_rows;
}

void DocumentTable::sync()
{
    const int rows = listSize();
    if (rows > m_rows) {
        beginInsertRows({}, m_rows, rows - 1);
        m_rows = rows;
        endInsertRows();
    } else if (rows < m_rows) {
        beginRemoveRows({}, rows, m_rows - 1);
        m_rows = rows;
        endRemoveRows();
    }
    if (m_rows > 0)
        emit dataChanged(index(0, 0), index(m_rows - 1, columnCount() - 1));
}

void DocumentTable::startOver()
{
    beginResetModel();
    m_rows = listSize();
    endResetModel();
}

} // namespace items
