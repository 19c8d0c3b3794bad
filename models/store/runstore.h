// The runs of a workspace, written second by second, so that a killed program loses the last second at most. Has its own
// connection: one thread opens it and uses it. Writing needs a Workspace of this program that holds the file's lock.
//
// Layout: one row a run (names, times, status, a summary for lists; health, lateness and rules as one blob), one row a
// case (its head: names and items; its totals: tallies, errors, stages, events), one blob a case and second,
// one row an exchange of the request log. runcodec.h describes the blobs.
#pragma once

#include "models/domain/runrecord.h"
#include "models/store/database.h"

namespace store {

/// A line of the run list.
struct RunEntry
{
    domain::RunId id;
    domain::ProjectId project;
    domain::TaskId task;
    QString projectName, taskName, environment;
    QDateTime started, ended; ///< UTC; ended is invalid while it runs
    domain::RunStatus status = domain::RunStatus::Waiting;
    quint64 requests = 0, successes = 0;
    qint64 p95 = 0;  ///< ns, of the requests of all cases together
    double tps = 0;  ///< mean iterations a second over the seconds of the cases
    bool baseline = false; ///< the pinned one of its task

    bool operator==(const RunEntry &) const = default;
};

class RunStore
{
public:
    static Result<std::unique_ptr<RunStore>> open(const QString &path);
    static Result<std::unique_ptr<RunStore>> openReadOnly(const QString &path);

    /// Writes the head: names, stages and items of the cases, everything but figures. Gives `head` its id unless it has
    /// one that was reserved, and cases without one their caseRunId.
    Result<domain::RunId> beginRun(domain::RunRecord &head);
    /// Seconds [from, to) of a case's items and case points; a second written before is replaced.
    Result<> appendSeconds(domain::RunId run, int caseIndex, const domain::CaseRecord &record, int from, int to);
    /// What belongs to the whole run: totals, errors, events, stage records, start offsets, health, lateness, rules.
    Result<> putTotals(domain::RunId run, const domain::RunRecord &record);
    /// New exchanges of a case's request log, and the numbers of those that left it.
    Result<> changeLog(domain::RunId run, int caseIndex, const QVector<domain::LogRecord> &added, const QVector<quint64> &gone);
    Result<> finishRun(domain::RunId run, domain::RunStatus status, const QDateTime &ended);

    Result<QVector<RunEntry>> runs(); ///< newest first
    Result<domain::RunRecord> loadRun(domain::RunId run);
    /// Names, stages and items of the cases, without any figures: cheap also for a long run.
    Result<domain::RunRecord> loadRunHead(domain::RunId run);
    Result<> removeRun(domain::RunId run); ///< a run under way is refused
    /// Puts a finished run of a file here, under ids of its own; every figure stays as it was. All or nothing.
    Result<domain::RunId> addRun(domain::RunRecord run);
    /// Pins a run as what later ones of its task are compared with; the one pinned before is let go. Off: lets it go.
    Result<> setBaseline(domain::RunId run, bool on = true);

    /// Runs left running by a program that was killed become aborted, ended with their last whole second.
    static Result<> markKilledRuns(Database &database);

private:
    RunStore(std::unique_ptr<Database> database, bool readOnly);
    domain::RunStatus shown(int status) const; ///< a run nobody can be running any more is aborted
    Result<domain::RunRecord> readRow(domain::RunId id); ///< without cases and figures
    Result<> loadSeconds(domain::RunRecord &run);
    Result<> loadLog(domain::RunRecord &run);
    bool hasLog() const; ///< false: a file of schema 1, opened for reading only
    Result<domain::RunId> insertHead(domain::RunRecord &run);
    Result<> insertSeconds(domain::RunId run, int caseIndex, const domain::CaseRecord &record, int from, int to);
    Result<> updateTotals(domain::RunId run, const domain::RunRecord &record);
    Result<> insertLog(domain::RunId run, int caseIndex, const QVector<domain::LogRecord> &added);

    std::unique_ptr<Database> m_database;
    bool m_readOnly;
    int m_schema = 0;
};

} // namespace store
