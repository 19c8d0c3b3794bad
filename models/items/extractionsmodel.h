// What a request keeps of its answer as variables; typing in the empty last row adds one.
#pragma once

#include "models/items/choices.h"
#include "models/items/steptable.h"

namespace items {

class ExtractionsModel : public StepTable
{
    Q_OBJECT

public:
    enum Column { NameColumn, RangeColumn, WhereColumn, MatchColumn, GroupColumn, DefaultColumn, ExpectColumn, LiveColumn, ColumnCount };

    explicit ExtractionsModel(document::ProjectDocument &document, QObject *parent = nullptr);

    static Choices ranges();

    int columnCount(const QModelIndex &parent = {}) const override;
    /// Where: the regular expression, or the path of a JSON value.
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

protected:
    int rowsIn(const domain::Step &step) const override;
    bool setCell(domain::Step &step, int row, int column, const QVariant &value) const override;
    void removeFrom(domain::Step &step, int row, int count) const override;
    QString undoText(Edit edit) const override;
    int liveColumn() const override { return LiveColumn; }
    QString givenBy(const domain::Step &step, int row) const override;
};

} // namespace items
