// The environments of a project side by side: a row for each variable that may differ, a column for each environment.
#pragma once

#include "models/items/choices.h"
#include "models/items/documenttable.h"

namespace items {

/// An empty cell leaves the project's value; texts and enumerations may be laid over. Names that are in an environment but
/// are no variable have rows too.
class EnvironmentsModel : public DocumentTable
{
    Q_OBJECT

public:
    enum Column { NameColumn, BaseColumn, FirstEnvironment };

    explicit EnvironmentsModel(document::ProjectDocument &document, QObject *parent = nullptr);

    void addEnvironment(const QString &name); ///< with a number behind it where the name is taken
    void duplicateEnvironment(int environment);
    void removeEnvironment(int environment);
    bool renameEnvironment(int environment, const QString &name); ///< false: empty or taken
    QString nameAt(int row) const;

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    /// Takes the names out of all environments; variables keep their rows.
    bool removeRows(int row, int count, const QModelIndex &parent = {}) override;

protected:
    int listSize() const override;

private:
    QStringList names() const;
    const domain::Variable *variable(const QString &name) const;

    QStringList m_names; ///< the rows as they are shown
};

} // namespace items
