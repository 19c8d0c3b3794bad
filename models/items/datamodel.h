// The lines of a data instruction: a name and how its value is made; typing in the empty last row adds one.
#pragma once

#include "models/items/choices.h"
#include "models/items/steptable.h"

namespace items {

class DataModel : public StepTable
{
    Q_OBJECT

public:
    enum Column { NameColumn, LogicColumn, KindColumn, ScaleColumn, RoundingColumn, ColumnCount };

    explicit DataModel(document::ProjectDocument &document, QObject *parent = nullptr);

    static Choices roundings();

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

protected:
    int rowsIn(const domain::Step &step) const override;
    bool setCell(domain::Step &step, int row, int column, const QVariant &value) const override;
    void removeFrom(domain::Step &step, int row, int count) const override;
    QString undoText(Edit edit) const override;
    QString givenBy(const domain::Step &step, int row) const override;
};

} // namespace items
