// The project's variables. A sensitive value is never shown.
#pragma once

#include "models/items/documenttable.h"

namespace items {

class VariablesModel : public DocumentTable
{
    Q_OBJECT

public:
    enum Column { NameColumn, TypeColumn, ValueColumn, ModeColumn, SharingColumn, ColumnCount };

    explicit VariablesModel(document::ProjectDocument &document, QObject *parent = nullptr);

    void addVariable(domain::Variable variable); ///< gets an id from setVariables
    static QString typeName(domain::VariableType type);

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    /// Name; Value as text ("1-100" for a range, comma-separated for a list); Mode and Sharing as bool.
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool removeRows(int row, int count, const QModelIndex &parent = {}) override;

protected:
    int listSize() const override;
};

} // namespace items
