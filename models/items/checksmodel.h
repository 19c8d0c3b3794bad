// The comparisons of a request's checkpoint; typing in the empty last row adds one.
#pragma once

#include "models/items/choices.h"
#include "models/items/steptable.h"

namespace items {

class ChecksModel : public StepTable
{
    Q_OBJECT

public:
    enum Column { SourceColumn, KeyColumn, ComparisonColumn, ValueColumn, LiveColumn, ColumnCount };

    explicit ChecksModel(document::ProjectDocument &document, QObject *parent = nullptr);

    static Choices sources();
    static Choices comparisons(); ///< in words: "is", "contains", …

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

protected:
    int rowsIn(const domain::Step &step) const override;
    bool setCell(domain::Step &step, int row, int column, const QVariant &value) const override;
    void removeFrom(domain::Step &step, int row, int count) const override;
    QString undoText(Edit edit) const override;
    int liveColumn() const override { return LiveColumn; }
};

} // namespace items
