// The project's variables, and how many texts name each. A sensitive value is never shown.
#pragma once

#include "models/items/choices.h"
#include "models/items/documenttable.h"
#include <QHash>

namespace items {

class VariablesModel : public DocumentTable
{
    Q_OBJECT

public:
    enum Column { NameColumn, TypeColumn, ValueColumn, ModeColumn, SharingColumn, UsedColumn, ColumnCount };

    explicit VariablesModel(document::ProjectDocument &document, QObject *parent = nullptr);

    void addVariable(domain::Variable variable); ///< gets an id from setVariables
    void setVariable(const domain::Variable &variable, const QString &text, const QString &mergeKey = {}); ///< by its id
    const domain::Variable *variableAt(int row) const; ///< null: there is none; until the next edit
    QModelIndex indexOf(domain::VariableId id) const;
    static QString typeName(domain::VariableType type);
    /// What is wrong with it among `all`, in one sentence; empty: nothing.
    static QString problemOf(const domain::Variable &variable, const QVector<domain::Variable> &all);

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    /// Name; Value as text ("1-100" for a range, comma-separated for a list); Mode and Sharing as bool.
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool removeRows(int row, int count, const QModelIndex &parent = {}) override;

protected:
    int listSize() const override;

private:
    int usesOf(const domain::Variable &variable) const;

    mutable QHash<QString, int> m_uses; ///< counted when first asked for
    mutable bool m_counted = false;
};

} // namespace items
