// Runs of the past, newest first as they are given.
#pragma once

#include "models/domain/runrecord.h"
#include <QAbstractTableModel>

namespace items {

struct RunSummary
{
    domain::RunId id;
    domain::TaskId task;  ///< not valid: cases alone
    bool baseline = false; ///< the pinned one of its task
    QString projectName, taskName, environment;
    QDateTime started;
    double durationSeconds = 0;
    domain::RunStatus status = domain::RunStatus::Waiting;
    quint64 requests = 0;
    double successPercent = 0; ///< 0..100
    double p95Ms = 0;
    double tps = 0;

    bool operator==(const RunSummary &) const = default;
};

class RunHistoryModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        NameColumn, StartedColumn, DurationColumn, StatusColumn, RequestsColumn, SuccessColumn, P95Column, TpsColumn, ColumnCount
    };
    enum Role { RunIdRole = Qt::UserRole + 1, StatusRole, EnvironmentRole, ProjectRole, BaselineRole };

    using QAbstractTableModel::QAbstractTableModel;

    /// Rows keep their place as long as their ids do: a refresh does not lose a selection.
    void setRuns(QVector<RunSummary> runs);
    const QVector<RunSummary> &runs() const { return m_runs; }
    domain::RunId runAt(const QModelIndex &index) const;
    QModelIndex indexOf(domain::RunId id) const;
    static QString statusName(domain::RunStatus status);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QVector<RunSummary> m_runs;
};

} // namespace items
