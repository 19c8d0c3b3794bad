// The transactions of a project's library, and where each is used.
#pragma once

#include "models/items/choices.h"
#include "models/items/documenttable.h"

namespace items {

class TransactionsModel : public DocumentTable
{
    Q_OBJECT

public:
    enum Column { NameColumn, StepsColumn, UsedColumn, ColumnCount };

    explicit TransactionsModel(document::ProjectDocument &document, QObject *parent = nullptr);

    domain::TransactionId transactionAt(int row) const;
    QModelIndex indexOf(domain::TransactionId id) const;
    /// Cases and other transactions that run it.
    static QVector<document::NodeRef> usersOf(const domain::Project &project, domain::TransactionId id);

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override; ///< renames
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool removeRows(int row, int count, const QModelIndex &parent = {}) override;

protected:
    int listSize() const override;
};

} // namespace items
