#include "models/items/statstablemodel.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace items {

namespace {

/// Three figures say all a reader can use; more digits only flicker.
QString rounded(double value)
{
    return QLocale().toString(value, 'f', value < 10 ? 2 : value < 100 ? 1 : 0);
}

QVariant number(const StatsRow &row, int column)
{
    switch (column) {
    case StatsTableModel::CountColumn:
        return row.count;
    case StatsTableModel::RateColumn:
        return row.perSecond;
    case StatsTableModel::AverageColumn:
        return row.averageMs;
    case StatsTableModel::P50Column:
        return row.p50Ms;
    case StatsTableModel::P95Column:
        return row.p95Ms;
    case StatsTableModel::P99Column:
        return row.p99Ms;
    case StatsTableModel::FailedColumn:
        return row.failedPercent;
    }
    return {};
}

} // namespace

void StatsTableModel::setRows(QVector<StatsRow> rows)
{
    const int had = int(m_rows.size()), has = int(rows.size());
    if (has < had) {
        beginRemoveRows({}, has, had - 1);
        m_rows.resize(has);
        endRemoveRows();
    }
    for (int row = 0; row < m_rows.size(); ++row) {
        if (m_rows[row] == rows[row])
            continue;
        m_rows[row] = rows[row];
        emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
    }
    if (has > had) {
        beginInsertRows({}, had, has - 1);
        m_rows = std::move(rows);
        endInsertRows();
    }
}

int StatsTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int StatsTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant StatsTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const StatsRow &row = m_rows.at(index.row());
    if (role == MethodRole)
        return row.method;
    if (role == CaseRole)
        return row.caseName;
    if (role == TransactionRole)
        return row.isTransaction;
    if (role == Qt::TextAlignmentRole && index.column() != NameColumn)
        return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::EditRole)
        return {};
    if (index.column() == NameColumn)
        return row.name;
    const QVariant value = number(row, index.column());
    if (role == Qt::EditRole)
        return value;
    if (index.column() == CountColumn)
        return QLocale().toString(row.count);
    return index.column() == FailedColumn ? tr("%1 %").arg(rounded(row.failedPercent)) : rounded(value.toDouble());
}

QVariant StatsTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const QStringList names{tr("Request"), tr("Count"), tr("Per second"), tr("Average, ms"), tr("p50, ms"),
                            tr("p95, ms"), tr("p99, ms"), tr("Failed")};
    return names.value(section);
}

} // namespace items
