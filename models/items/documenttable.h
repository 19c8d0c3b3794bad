// Base of the tables over one list inside the document: the list is read, only its length is remembered, because views
// must hear of a change of rows before it shows.
#pragma once

#include "models/document/projectdocument.h"
#include <QAbstractTableModel>

namespace items {

class DocumentTable : public QAbstractTableModel
{
    Q_OBJECT

public:
    int rowCount(const QModelIndex &parent = {}) const override;

protected:
    DocumentTable(document::ProjectDocument &document, QObject *parent);

    virtual int listSize() const = 0; ///< as the document has it now, with an empty row to type into if the table has one
    void sync();     ///< after the list changed
    void startOver(); ///< another list

    document::ProjectDocument &m_document;

private:
    int m_rows = 0;
};

} // namespace items
