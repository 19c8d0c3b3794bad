// The parameters of a plugin request; typing in the empty last row adds one.
#pragma once

#include "models/items/choices.h"
#include "models/items/steptable.h"

namespace items {

class PluginParamsModel : public StepTable
{
    Q_OBJECT

public:
    enum Column { NameColumn, ValueColumn, ColumnCount };

    explicit PluginParamsModel(document::ProjectDocument &document, QObject *parent = nullptr);

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

protected:
    int rowsIn(const domain::Step &step) const override;
    bool setCell(domain::Step &step, int row, int column, const QVariant &value) const override;
    void removeFrom(domain::Step &step, int row, int count) const override;
    QString undoText(Edit edit) const override;
};

} // namespace items
