// The steps of a case in prose, for people: what is done and what is expected. Typing in the empty last row adds one.
#pragma once

#include "models/items/documenttable.h"

namespace items {

class CaseStepsModel : public DocumentTable
{
    Q_OBJECT

public:
    enum Column { ActionColumn, ExpectedColumn, ColumnCount };

    CaseStepsModel(document::ProjectDocument &document, domain::CaseId testCase, QObject *parent = nullptr);

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool removeRows(int row, int count, const QModelIndex &parent = {}) override;

protected:
    int listSize() const override;

private:
    domain::CaseId m_case;
};

} // namespace items
