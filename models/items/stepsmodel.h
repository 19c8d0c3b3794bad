// The steps of one case for the card list: setup steps first, then the steps, nested as they run.
#pragma once

#include "models/document/projectdocument.h"
#include "models/items/noderoles.h"
#include <QAbstractItemModel>

namespace items {

class StepsModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { NameColumn, ColumnCount };

    explicit StepsModel(document::ProjectDocument &document, QObject *parent = nullptr);

    void setCase(domain::CaseId testCase);
    domain::CaseId testCase() const { return m_case; }
    QModelIndex indexOf(domain::StepId step) const;
    domain::StepId stepAt(const QModelIndex &index) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QHash<int, QByteArray> roleNames() const override;

    QStringList mimeTypes() const override;
    QMimeData *mimeData(const QModelIndexList &indexes) const override;
    Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    bool canDropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                         const QModelIndex &parent) const override;
    bool dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column, const QModelIndex &parent) override;

private:
    document::NodeRef shown(document::NodeRef node) const; ///< the node if it is this case or a step of it
    document::NodeRef nodeAt(const QModelIndex &index) const; ///< the case for the invalid index

    document::ProjectDocument &m_document;
    domain::CaseId m_case;
    bool m_changing = false;
};

} // namespace items
