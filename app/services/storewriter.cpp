#include "app/services/storewriter.h"

#include "models/store/runstore.h"

namespace services {

domain::Result<std::unique_ptr<StoreWriter>> StoreWriter::begin(const QString &workspace, domain::RunRecord &head)
{
    auto store = store::RunStore::open(workspace);
    if (!store)
        return tl::unexpected(store.error());
    if (const auto id = (*store)->beginRun(head); !id)
        return tl::unexpected(id.error());
    std::unique_ptr<StoreWriter> writer(new StoreWriter);
    writer->m_written.resize(size_t(head.cases.size()));
    writer->m_logged.resize(size_t(head.cases.size()));
    // A connection belongs to the thread that opened it, so the writing thread opens its own.
    writer->m_thread = std::thread([self = writer.get(), workspace] { self->loop(workspace); });
    return writer;
}

StoreWriter::~StoreWriter()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_leaving = true;
    }
    m_changed.notify_all();
    if (m_thread.joinable())
        m_thread.join();
}

void StoreWriter::write(const domain::RunRecord &record)
{
    {
        const std::scoped_lock lock(m_mutex);
        if (m_failed)
            return;
        m_waiting = record;
    }
    m_changed.notify_all();
}

void StoreWriter::finish(const domain::RunRecord &record)
{
    write(record);
    {
        const std::scoped_lock lock(m_mutex);
        m_leaving = true;
    }
    m_changed.notify_all();
    if (m_thread.joinable())
        m_thread.join();
}

std::optional<QString> StoreWriter::takeError()
{
    const std::scoped_lock lock(m_mutex);
    return std::exchange(m_error, std::nullopt);
}

bool StoreWriter::hasFailed() const
{
    const std::scoped_lock lock(m_mutex);
    return m_failed;
}

void StoreWriter::loop(const QString &workspace)
{
    auto store = store::RunStore::open(workspace);
    domain::Result<> result;
    if (!store)
        result = tl::unexpected(store.error());
    std::unique_lock lock(m_mutex);
    for (;;) {
        if (!result) {
            m_failed = true;
            m_error = result.error().message;
            return;
        }
        m_changed.wait(lock, [this] { return m_waiting || m_leaving; });
        if (!m_waiting)
            return;
        const domain::RunRecord record = *std::exchange(m_waiting, std::nullopt);
        lock.unlock();
        result = put(**store, record);
        lock.lock();
    }
}

domain::Result<> StoreWriter::put(store::RunStore &store, const domain::RunRecord &record)
{
    for (int i = 0; i < record.cases.size() && size_t(i) < m_written.size(); ++i) {
        int &written = m_written[size_t(i)];
        const int until = int(record.cases[i].seconds.size());
        if (written < until)
            if (auto result = store.appendSeconds(record.id, i, record.cases[i], written, until); !result)
                return result;
        written = until;
    }
    if (auto result = store.putTotals(record.id, record); !result)
        return result;
    if (auto result = putLog(store, record); !result)
        return result;
    if (record.ended.isValid())
        return store.finishRun(record.id, record.status, record.ended);
    return {};
}

/// What joined the request logs since the last time, and what left them.
domain::Result<> StoreWriter::putLog(store::RunStore &store, const domain::RunRecord &record)
{
    for (int i = 0; i < record.cases.size() && size_t(i) < m_logged.size(); ++i) {
        QSet<quint64> &written = m_logged[size_t(i)];
        QSet<quint64> gone = written;
        QVector<domain::LogRecord> added;
        for (const auto &entry : record.cases[i].log)
            if (!gone.remove(entry.number))
                added.append(entry);
        if (added.isEmpty() && gone.isEmpty())
            continue;
        if (auto result = store.changeLog(record.id, i, added, {gone.begin(), gone.end()}); !result)
            return result;
        written -= gone;
        for (const auto &entry : added)
            written.insert(entry.number);
    }
    return {};
}

} // namespace services
