// The live table of a run: a row for each request and transaction, given whole once a refresh.
#pragma once

#include <QAbstractTableModel>
#include <QVector>

namespace items {

struct StatsRow
{
    QString caseName, name, method;
    quint64 count = 0;
    double perSecond = 0;
    double averageMs = 0, p50Ms = 0, p95Ms = 0, p99Ms = 0;
    double failedPercent = 0; ///< 0..100
    bool isTransaction = false;

    bool operator==(const StatsRow &) const = default;
};

/// EditRole gives the plain number to sort by; DisplayRole the same rounded to what a reader can use.
class StatsTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { NameColumn, CountColumn, RateColumn, AverageColumn, P50Column, P95Column, P99Column, FailedColumn, ColumnCount };
    enum Role { MethodRole = Qt::UserRole + 1, CaseRole, TransactionRole };

    using QAbstractTableModel::QAbstractTableModel;

    void setRows(QVector<StatsRow> rows); ///< only rows that differ are reported
    const QVector<StatsRow> &rows() const { return m_rows; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QVector<StatsRow> m_rows;
};

} // namespace items
