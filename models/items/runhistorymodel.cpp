#include "models/items/runhistorymodel.h"

#include <QLocale>
#include <QSet>

using namespace Qt::StringLiterals;

namespace items {

namespace {

QString clockTime(double seconds)
{
    const qint64 whole = qRound64(seconds);
    const QString rest = u"%1:%2"_s.arg(whole / 60 % 60, 2, 10, '0'_L1).arg(whole % 60, 2, 10, '0'_L1);
    return whole < 3600 ? rest : u"%1:%2"_s.arg(whole / 3600).arg(rest);
}

QVariant plain(const RunSummary &run, int column)
{
    switch (column) {
    case RunHistoryModel::NameColumn:
        return run.taskName;
    case RunHistoryModel::StartedColumn:
        return run.started;
    case RunHistoryModel::DurationColumn:
        return run.durationSeconds;
    case RunHistoryModel::StatusColumn:
        return int(run.status);
    case RunHistoryModel::RequestsColumn:
        return run.requests;
    case RunHistoryModel::SuccessColumn:
        return run.successPercent;
    case RunHistoryModel::P95Column:
        return run.p95Ms;
    case RunHistoryModel::TpsColumn:
        return run.tps;
    }
    return {};
}

QString shown(const RunSummary &run, int column)
{
    const QLocale locale;
    switch (column) {
    case RunHistoryModel::NameColumn:
        return run.taskName;
    case RunHistoryModel::StartedColumn:
        return locale.toString(run.started.toLocalTime(), QLocale::ShortFormat);
    case RunHistoryModel::DurationColumn:
        return clockTime(run.durationSeconds);
    case RunHistoryModel::StatusColumn:
        return RunHistoryModel::statusName(run.status);
    case RunHistoryModel::RequestsColumn:
        return locale.toString(run.requests);
    case RunHistoryModel::SuccessColumn:
        return RunHistoryModel::tr("%1 %").arg(locale.toString(run.successPercent, 'f', 2));
    case RunHistoryModel::P95Column:
        return RunHistoryModel::tr("%1 ms").arg(locale.toString(run.p95Ms, 'f', run.p95Ms < 10 ? 2 : 0));
    case RunHistoryModel::TpsColumn:
        return locale.toString(run.tps, 'f', run.tps < 100 ? 1 : 0);
    }
    return {};
}

} // namespace

void RunHistoryModel::setRuns(QVector<RunSummary> runs)
{
    QSet<int> wanted;
    for (const RunSummary &run : std::as_const(runs))
        wanted.insert(run.id.value);
    for (int row = int(m_runs.size()) - 1; row >= 0; --row) {
        if (wanted.contains(m_runs[row].id.value))
            continue;
        beginRemoveRows({}, row, row);
        m_runs.removeAt(row);
        endRemoveRows();
    }
    for (int row = 0; row < runs.size(); ++row) {
        const int now = indexOf(runs[row].id).row();
        if (now < 0) {
            beginInsertRows({}, row, row);
            m_runs.insert(row, runs[row]);
            endInsertRows();
            continue;
        }
        if (now > row) { // rows before this one are settled, so it can only come up
            beginMoveRows({}, now, now, {}, row);
            m_runs.move(now, row);
            endMoveRows();
        }
        if (m_runs[row] != runs[row]) {
            m_runs[row] = runs[row];
            emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
        }
    }
}

domain::RunId RunHistoryModel::runAt(const QModelIndex &index) const
{
    return index.isValid() ? m_runs.at(index.row()).id : domain::RunId{};
}

QModelIndex RunHistoryModel::indexOf(domain::RunId id) const
{
    for (int row = 0; row < m_runs.size(); ++row) {
        if (m_runs[row].id == id)
            return index(row, 0);
    }
    return {};
}

QString RunHistoryModel::statusName(domain::RunStatus status)
{
    switch (status) {
    case domain::RunStatus::Running:
        return tr("Running");
    case domain::RunStatus::Paused:
        return tr("Paused");
    case domain::RunStatus::Finished:
        return tr("Finished");
    case domain::RunStatus::Aborted:
        return tr("Aborted");
    case domain::RunStatus::Stopped:
        return tr("Stopped");
    case domain::RunStatus::Stopping:
        return tr("Stopping");
    case domain::RunStatus::Waiting:
        return tr("Waiting");
    }
    return {};
}

int RunHistoryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_runs.size());
}

int RunHistoryModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant RunHistoryModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const RunSummary &run = m_runs.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return shown(run, index.column());
    case Qt::EditRole:
        return plain(run, index.column());
    case Qt::TextAlignmentRole:
        return index.column() >= RequestsColumn ? QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    case RunIdRole:
        return run.id.value;
    case StatusRole:
        return int(run.status);
    case EnvironmentRole:
        return run.environment;
    case BaselineRole:
        return m_runs[index.row()].baseline;
    case ProjectRole:
        return run.projectName;
    }
    return {};
}

QVariant RunHistoryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const QStringList names{tr("Task"), tr("Started"), tr("Duration"), tr("Status"),
                            tr("Requests"), tr("Success"), tr("p95"), tr("TPS")};
    return names.value(section);
}

} // namespace items
