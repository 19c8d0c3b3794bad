// The project tree: project, directories, cases and their steps, read from the document.
#pragma once

#include "models/document/projectdocument.h"
#include "models/items/noderoles.h"
#include <QAbstractItemModel>

namespace items {

/// The project itself is the single top row. setData(EditRole) renames, setData(EnabledRole) switches a case or step.
class ProjectTreeModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { NameColumn, ColumnCount };

    explicit ProjectTreeModel(document::ProjectDocument &document, QObject *parent = nullptr);

    QModelIndex indexOf(document::NodeRef node) const;
    document::NodeRef nodeAt(const QModelIndex &index) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QHash<int, QByteArray> roleNames() const override;

    QStringList mimeTypes() const override;
    QMimeData *mimeData(const QModelIndexList &indexes) const override;
    Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    bool canDropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                         const QModelIndex &parent) const override;
    bool dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column, const QModelIndex &parent) override;

private:
    document::ProjectDocument &m_document;
    domain::CaseId m_changing; ///< its steps are being replaced: it shows none
};

} // namespace items
