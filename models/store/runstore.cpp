#include "models/store/runstore.h"
#include "models/store/filelock.h"
#include "models/store/migrations.h"
#include "models/store/rows.h"
#include "models/store/runcodec.h"
#include "models/store/sequence.h"

#include <QCoreApplication>

namespace store {

using namespace Qt::StringLiterals;
using domain::RunStatus;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("store::RunStore", text);
}

QVariant stamp(const QDateTime &time)
{
    return time.isValid() ? QVariant(time.toMSecsSinceEpoch()) : QVariant();
}

QDateTime timeOf(const QVariant &stamp)
{
    return stamp.isNull() ? QDateTime() : QDateTime::fromMSecsSinceEpoch(stamp.toLongLong(), Qt::UTC);
}

const QString unfinished = u"(0, 1, 5, 9)"_s; ///< running, paused, stopping, waiting

struct Summary
{
    quint64 requests = 0, successes = 0;
    qint64 p95 = 0;
    double tps = 0;
};

Summary summaryOf(const domain::RunRecord &record)
{
    Summary summary;
    engine::Histogram times;
    for (const domain::CaseRecord &one : record.cases) {
        for (const domain::ItemRecord &item : one.items) {
            if (item.kind != domain::ItemRecord::Request)
                continue;
            summary.requests += item.total.requests;
            summary.successes += item.total.successes;
            times.merge(item.total.times);
        }
        if (!one.items.isEmpty() && !one.seconds.isEmpty())
            summary.tps += double(one.items[0].total.requests) / double(one.seconds.size());
    }
    summary.p95 = times.percentile(95);
    return summary;
}

} // namespace

RunStore::RunStore(std::unique_ptr<Database> database, bool readOnly) : m_database(std::move(database)), m_readOnly(readOnly) {}

Result<std::unique_ptr<RunStore>> RunStore::open(const QString &path)
{
    auto database = Database::open(path, Database::Access::ReadWrite);
    if (!database)
        return tl::unexpected(database.error());
    if (const auto done = checkSchema(**database); !done)
        return tl::unexpected(done.error());
    return std::unique_ptr<RunStore>(new RunStore(std::move(*database), false));
}

Result<std::unique_ptr<RunStore>> RunStore::openReadOnly(const QString &path)
{
    auto database = Database::open(path, Database::Access::ReadOnly);
    if (!database)
        return tl::unexpected(database.error());
    if (const auto done = checkSchema(**database); !done)
        return tl::unexpected(done.error());
    return std::unique_ptr<RunStore>(new RunStore(std::move(*database), true));
}

Result<domain::RunId> RunStore::beginRun(domain::RunRecord &head)
{
    auto transaction = Transaction::begin(*m_database);
    if (!transaction)
        return tl::unexpected(transaction.error());
    domain::RunRecord run = head;
    const auto id = takeId(*m_database, IdKind::Run);
    if (!id)
        return tl::unexpected(id.error());
    run.id.value = *id;
    const auto made = m_database->run(
        u"INSERT INTO run (id, project, task, project_name, task_name, environment, started_ms, ended_ms, status, parallel, threads)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        {run.id.value, run.project.value, run.task.value, text(run.projectName), text(run.taskName), text(run.environment),
         stamp(run.started), stamp(run.ended), int(run.status), run.parallel, run.threads});
    if (!made)
        return tl::unexpected(made.error());
    for (qsizetype i = 0; i < run.cases.size(); ++i) {
        if (run.cases[i].caseRunId <= 0) {
            const auto caseRun = takeId(*m_database, IdKind::CaseRun);
            if (!caseRun)
                return tl::unexpected(caseRun.error());
            run.cases[i].caseRunId = *caseRun;
        }
        const auto written = m_database->run(u"INSERT INTO run_case (run, position, head) VALUES (?, ?, ?)"_s,
                                             {run.id.value, i, encodeCaseHead(run.cases[i])});
        if (!written)
            return tl::unexpected(written.error());
    }
    if (const auto done = transaction->commit(); !done)
        return tl::unexpected(done.error());
    head = std::move(run);
    return head.id;
}

Result<> RunStore::appendSeconds(domain::RunId run, int caseIndex, const domain::CaseRecord &record, int from, int to)
{
    auto transaction = Transaction::begin(*m_database);
    if (!transaction)
        return tl::unexpected(transaction.error());
    for (int second = from; second < to; ++second) {
        const auto done = m_database->run(u"INSERT OR REPLACE INTO run_second (run, position, second, data) VALUES (?, ?, ?, ?)"_s,
                                          {run.value, caseIndex, second, encodeSecond(record, second)});
        if (!done)
            return done;
    }
    return transaction->commit();
}

Result<> RunStore::putTotals(domain::RunId run, const domain::RunRecord &record)
{
    auto transaction = Transaction::begin(*m_database);
    if (!transaction)
        return tl::unexpected(transaction.error());
    const Summary summary = summaryOf(record);
    const auto head = m_database->run(u"UPDATE run SET totals = ?, requests = ?, successes = ?, p95 = ?, tps = ? WHERE id = ?"_s,
                                      {encodeRunTotals(record), qint64(summary.requests), qint64(summary.successes), summary.p95,
                                       summary.tps, run.value});
    if (!head)
        return head;
    for (qsizetype i = 0; i < record.cases.size(); ++i) {
        const auto done = m_database->run(u"UPDATE run_case SET totals = ? WHERE run = ? AND position = ?"_s,
                                          {encodeCaseTotals(record.cases[i]), run.value, i});
        if (!done)
            return done;
    }
    return transaction->commit();
}

Result<> RunStore::finishRun(domain::RunId run, RunStatus status, const QDateTime &ended)
{
    return m_database->run(u"UPDATE run SET status = ?, ended_ms = ? WHERE id = ?"_s, {int(status), stamp(ended), run.value});
}

RunStatus RunStore::shown(int status) const
{
    const bool known = (status >= 0 && status <= 5) || status == 9;
    const auto value = known ? RunStatus(status) : RunStatus::Aborted;
    const bool over = value == RunStatus::Finished || value == RunStatus::Aborted || value == RunStatus::Stopped;
    return m_readOnly && !over && !FileLock::isHeld(m_database->path()) ? RunStatus::Aborted : value;
}

Result<QVector<RunEntry>> RunStore::runs()
{
    auto query = m_database->select(u"SELECT id, project, task, project_name, task_name, environment, started_ms, ended_ms, status,"
                                    " requests, successes, p95, tps FROM run ORDER BY id DESC"_s);
    if (!query)
        return tl::unexpected(query.error());
    QVector<RunEntry> all;
    while (query->next()) {
        RunEntry entry;
        entry.id.value = query->value(0).toInt();
        entry.project.value = query->value(1).toInt();
        entry.task.value = query->value(2).toInt();
        entry.projectName = query->value(3).toString();
        entry.taskName = query->value(4).toString();
        entry.environment = query->value(5).toString();
        entry.started = timeOf(query->value(6));
        entry.ended = timeOf(query->value(7));
        entry.status = shown(query->value(8).toInt());
        entry.requests = query->value(9).toULongLong();
        entry.successes = query->value(10).toULongLong();
        entry.p95 = query->value(11).toLongLong();
        entry.tps = query->value(12).toDouble();
        all.append(entry);
    }
    return all;
}

Result<> RunStore::removeRun(domain::RunId run)
{
    return m_database->run(u"DELETE FROM run WHERE id = ?"_s, {run.value});
}

Result<> RunStore::markKilledRuns(Database &database)
{
    return database.run(u"UPDATE run SET status = 3, ended_ms = coalesce(ended_ms, started_ms + 1000 *"
                        " coalesce((SELECT max(second) + 1 FROM run_second WHERE run = run.id), 0)) WHERE status IN %1"_s.arg(unfinished));
}

Result<domain::RunRecord> RunStore::loadRun(domain::RunId id)
{
    auto query = m_database->select(u"SELECT project, task, project_name, task_name, environment, started_ms, ended_ms, status,"
                                    " parallel, threads, totals FROM run WHERE id = ?"_s, {id.value});
    if (!query)
        return tl::unexpected(query.error());
    if (!query->next())
        return domain::fail(tr("There is no run %1 in “%2”.").arg(id.value).arg(m_database->path()));
    const auto damaged = [&](const domain::Error &error) {
        return domain::fail(tr("Run %1 in “%2” cannot be read: %3").arg(id.value).arg(m_database->path(), error.message));
    };
    domain::RunRecord run;
    run.id = id;
    run.project.value = query->value(0).toInt();
    run.task.value = query->value(1).toInt();
    run.projectName = query->value(2).toString();
    run.taskName = query->value(3).toString();
    run.environment = query->value(4).toString();
    run.started = timeOf(query->value(5));
    run.ended = timeOf(query->value(6));
    run.status = shown(query->value(7).toInt());
    run.parallel = query->value(8).toBool();
    run.threads = query->value(9).toInt();
    if (const QByteArray totals = query->value(10).toByteArray(); !totals.isEmpty()) {
        if (const auto done = decodeRunTotals(totals, run); !done)
            return damaged(done.error());
    }

    auto cases = m_database->select(u"SELECT head, totals FROM run_case WHERE run = ? ORDER BY position"_s, {id.value});
    if (!cases)
        return tl::unexpected(cases.error());
    while (cases->next()) {
        auto one = decodeCaseHead(cases->value(0).toByteArray());
        if (!one)
            return damaged(one.error());
        if (const QByteArray totals = cases->value(1).toByteArray(); !totals.isEmpty()) {
            if (const auto done = decodeCaseTotals(totals, *one); !done)
                return damaged(done.error());
        }
        run.cases.append(std::move(*one));
    }
    if (const auto done = loadSeconds(run); !done)
        return damaged(done.error());
    return run;
}

Result<> RunStore::loadSeconds(domain::RunRecord &run)
{
    constexpr int longest = 31 * 24 * 3600; // a damaged number must not ask for all the memory
    for (qsizetype i = 0; i < run.cases.size(); ++i) {
        domain::CaseRecord &one = run.cases[i];
        const auto count = m_database->number(u"SELECT max(second) + 1 FROM run_second WHERE run = ? AND position = ?"_s,
                                              {run.id.value, i});
        if (!count)
            return tl::unexpected(count.error());
        if (*count < 0 || *count > longest)
            return domain::fail(tr("it has too many seconds."));
        one.seconds.resize(*count);
        for (domain::ItemRecord &item : one.items)
            item.seconds.resize(*count);
        auto query = m_database->select(u"SELECT second, data FROM run_second WHERE run = ? AND position = ? AND second >= 0 ORDER BY second"_s,
                                        {run.id.value, i});
        if (!query)
            return tl::unexpected(query.error());
        while (query->next()) {
            const int second = query->value(0).toInt();
            if (second >= *count)
                break; // written since we counted
            if (const auto done = decodeSecond(query->value(1).toByteArray(), one, second); !done)
                return done;
        }
    }
    return {};
}

} // namespace store
