#include "models/store/runstore.h"
#include "models/store/filelock.h"
#include "models/store/migrations.h"
#include "models/store/rows.h"
#include "models/store/runcodec.h"
#include "models/store/sequence.h"

#include <QCoreApplication>
#include <future>

namespace store {

using namespace Qt::StringLiterals;
using domain::RunStatus;

namespace {

/// What lupdate takes the texts of this file under.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(store::RunStore)
};

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

using Blobs = std::vector<std::pair<int, QByteArray>>; ///< second, its blob

Result<> decodeAll(const Blobs &blobs, domain::CaseRecord &record)
{
    for (const auto &[second, data] : blobs) {
        if (const auto done = decodeSecond(data, record, second); !done)
            return done;
    }
    return {};
}

/// Seconds and blobs of `query` into `record`, as far as below `count`: SQLite reads the next ones on this thread
/// while another decodes those before, for a long run takes as long to decode as to read.
Result<> decodeWhileReading(QSqlQuery &query, domain::CaseRecord &record, int count)
{
    constexpr size_t atOnce = 64;
    std::future<Result<>> decoded;
    for (bool more = true; more;) {
        Blobs blobs;
        while (blobs.size() < atOnce && (more = query.next() && query.value(0).toInt() < count)) // later: written since we counted
            blobs.emplace_back(query.value(0).toInt(), query.value(1).toByteArray());
        if (const Result<> done = decoded.valid() ? decoded.get() : Result<>(); !done)
            return done;
        if (!more) // a short run has no need of a second thread
            return decodeAll(blobs, record);
        decoded = std::async(std::launch::async, [blobs = std::move(blobs), &record] { return decodeAll(blobs, record); });
    }
    return {};
}

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

RunStore::RunStore(std::unique_ptr<Database> database, bool readOnly)
    : m_database(std::move(database)), m_readOnly(readOnly), m_schema(int(m_database->number(u"PRAGMA user_version"_s).value_or(0)))
{
}

bool RunStore::hasLog() const
{
    return m_schema > 1;
}

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
    if (const auto made = insertHead(run); !made)
        return made;
    if (const auto done = transaction->commit(); !done)
        return tl::unexpected(done.error());
    head = std::move(run);
    return head.id;
}

Result<domain::RunId> RunStore::insertHead(domain::RunRecord &run)
{
    if (!run.id.isValid()) {
        const auto id = takeId(*m_database, IdKind::Run);
        if (!id)
            return tl::unexpected(id.error());
        run.id.value = *id;
    }
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
    return run.id;
}

Result<> RunStore::appendSeconds(domain::RunId run, int caseIndex, const domain::CaseRecord &record, int from, int to)
{
    auto transaction = Transaction::begin(*m_database);
    if (!transaction)
        return tl::unexpected(transaction.error());
    if (const auto done = insertSeconds(run, caseIndex, record, from, to); !done)
        return done;
    return transaction->commit();
}

Result<> RunStore::insertSeconds(domain::RunId run, int caseIndex, const domain::CaseRecord &record, int from, int to)
{
    for (int second = from; second < to; ++second) {
        const auto done = m_database->run(u"INSERT OR REPLACE INTO run_second (run, position, second, data) VALUES (?, ?, ?, ?)"_s,
                                          {run.value, caseIndex, second, encodeSecond(record, second)});
        if (!done)
            return done;
    }
    return {};
}

Result<> RunStore::putTotals(domain::RunId run, const domain::RunRecord &record)
{
    auto transaction = Transaction::begin(*m_database);
    if (!transaction)
        return tl::unexpected(transaction.error());
    if (const auto done = updateTotals(run, record); !done)
        return done;
    return transaction->commit();
}

Result<> RunStore::updateTotals(domain::RunId run, const domain::RunRecord &record)
{
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
    return {};
}

Result<> RunStore::changeLog(domain::RunId run, int caseIndex, const QVector<domain::LogRecord> &added, const QVector<quint64> &gone)
{
    auto transaction = Transaction::begin(*m_database);
    if (!transaction)
        return tl::unexpected(transaction.error());
    if (const auto done = insertLog(run, caseIndex, added); !done)
        return done;
    for (const quint64 number : gone) {
        const auto done = m_database->run(u"DELETE FROM run_log WHERE run = ? AND position = ? AND number = ?"_s,
                                          {run.value, caseIndex, qint64(number)});
        if (!done)
            return done;
    }
    return transaction->commit();
}

Result<> RunStore::insertLog(domain::RunId run, int caseIndex, const QVector<domain::LogRecord> &added)
{
    for (const domain::LogRecord &entry : added) {
        const auto done = m_database->run(u"INSERT OR REPLACE INTO run_log (run, position, number, data) VALUES (?, ?, ?, ?)"_s,
                                          {run.value, caseIndex, qint64(entry.number), encodeLog(entry)});
        if (!done)
            return done;
    }
    return {};
}

Result<domain::RunId> RunStore::addRun(domain::RunRecord run)
{
    auto transaction = Transaction::begin(*m_database);
    if (!transaction)
        return tl::unexpected(transaction.error());
    run.id = {};
    for (domain::CaseRecord &one : run.cases)
        one.caseRunId = 0; // the numbers of another workspace mean other runs here
    const auto id = insertHead(run);
    if (!id)
        return id;
    for (int i = 0; i < run.cases.size(); ++i) {
        if (const auto done = insertSeconds(run.id, i, run.cases[i], 0, int(run.cases[i].seconds.size())); !done)
            return tl::unexpected(done.error());
        if (const auto done = insertLog(run.id, i, run.cases[i].log); !done)
            return tl::unexpected(done.error());
    }
    if (const auto done = updateTotals(run.id, run); !done)
        return tl::unexpected(done.error());
    if (const auto done = transaction->commit(); !done)
        return tl::unexpected(done.error());
    return run.id;
}

Result<> RunStore::setBaseline(domain::RunId run, bool on)
{
    auto transaction = Transaction::begin(*m_database);
    if (!transaction)
        return tl::unexpected(transaction.error());
    // Runs of cases alone have no task; then the names of the cases are what they have in common.
    const auto cleared = m_database->run(u"UPDATE run SET baseline = 0 WHERE (project, task, task_name) ="
                                         " (SELECT project, task, task_name FROM run WHERE id = ?)"_s, {run.value});
    if (!cleared)
        return cleared;
    if (const auto set = m_database->run(u"UPDATE run SET baseline = ? WHERE id = ?"_s, {on, run.value}); !set)
        return set;
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
                                    " requests, successes, p95, tps, %1 FROM run ORDER BY id DESC"_s.arg(hasLog() ? u"baseline"_s : u"0"_s));
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
        entry.baseline = query->value(13).toBool();
        all.append(entry);
    }
    return all;
}

Result<> RunStore::removeRun(domain::RunId run)
{
    const auto running = m_database->number(u"SELECT count(*) FROM run WHERE id = ? AND status IN %1"_s.arg(unfinished), {run.value});
    if (!running)
        return tl::unexpected(running.error());
    if (*running > 0)
        return domain::fail(Words::tr("This run is under way: stop it before it is deleted."));
    return m_database->run(u"DELETE FROM run WHERE id = ?"_s, {run.value});
}

Result<> RunStore::markKilledRuns(Database &database)
{
    return database.run(u"UPDATE run SET status = 3, ended_ms = coalesce(ended_ms, started_ms + 1000 *"
                        " coalesce((SELECT max(second) + 1 FROM run_second WHERE run = run.id), 0)) WHERE status IN %1"_s.arg(unfinished));
}

Result<domain::RunRecord> RunStore::readRow(domain::RunId id)
{
    auto query = m_database->select(u"SELECT project, task, project_name, task_name, environment, started_ms, ended_ms, status,"
                                    " parallel, threads FROM run WHERE id = ?"_s, {id.value});
    if (!query)
        return tl::unexpected(query.error());
    if (!query->next())
        return domain::fail(Words::tr("There is no run %1 in “%2”.").arg(id.value).arg(m_database->path()));
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
    return run;
}

Result<domain::RunRecord> RunStore::loadRun(domain::RunId id)
{
    auto row = readRow(id);
    if (!row)
        return row;
    domain::RunRecord run = std::move(*row);
    const auto damaged = [&](const domain::Error &error) {
        return domain::fail(Words::tr("Run %1 in “%2” cannot be read: %3").arg(id.value).arg(m_database->path(), error.message));
    };
    auto query = m_database->select(u"SELECT totals FROM run WHERE id = ?"_s, {id.value});
    if (!query)
        return tl::unexpected(query.error());
    if (const QByteArray totals = query->next() ? query->value(0).toByteArray() : QByteArray(); !totals.isEmpty()) {
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
    if (const auto done = hasLog() ? loadLog(run) : Result<>(); !done)
        return damaged(done.error());
    return run;
}

Result<> RunStore::loadLog(domain::RunRecord &run)
{
    auto query = m_database->select(u"SELECT position, number, data FROM run_log WHERE run = ? ORDER BY position, number"_s, {run.id.value});
    if (!query)
        return tl::unexpected(query.error());
    while (query->next()) {
        const int position = query->value(0).toInt();
        auto entry = decodeLog(query->value(2).toByteArray());
        if (!entry)
            return tl::unexpected(entry.error());
        if (position < 0 || position >= run.cases.size() || entry->item >= run.cases[position].items.size())
            return domain::fail(Words::tr("its request log is damaged."));
        entry->number = query->value(1).toULongLong();
        run.cases[position].log.append(*entry);
    }
    return {};
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
            return domain::fail(Words::tr("it has too many seconds."));
        for (domain::ItemRecord &item : one.items)
            item.seconds.reserve(*count); // it grows with what is read: to fill it first would touch all its memory twice
        auto query = m_database->select(u"SELECT second, data FROM run_second WHERE run = ? AND position = ? AND second >= 0 ORDER BY second"_s,
                                        {run.id.value, i});
        if (!query)
            return tl::unexpected(query.error());
        if (const auto done = decodeWhileReading(*query, one, int(*count)); !done)
            return done;
    }
    return {};
}

} // namespace store
