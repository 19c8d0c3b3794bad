// Writes a growing run to the workspace on a thread of its own, so that a slow disk never holds up the window. Only the
// newest state waits: a disk slower than the run costs nothing but granularity. Called from one thread.
#pragma once

#include "models/domain/runrecord.h"
#include <QSet>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

namespace store { class RunStore; }

namespace services {

class StoreWriter
{
public:
    /// Begins the run in the workspace file; gives `head` its ids.
    static domain::Result<std::unique_ptr<StoreWriter>> begin(const QString &workspace, domain::RunRecord &head);
    ~StoreWriter(); ///< writes what waits, then ends

    void write(const domain::RunRecord &record); ///< answers at once
    void finish(const domain::RunRecord &record); ///< writes all of it, with its end, before it answers
    bool hasFailed() const;              ///< something could not be written: the file has not all of the run
    std::optional<QString> takeError(); ///< the first failure, once; nothing is written after it

private:
    StoreWriter() = default;
    void loop(const QString &workspace);
    domain::Result<> put(store::RunStore &store, const domain::RunRecord &record);

    std::thread m_thread;
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    std::optional<domain::RunRecord> m_waiting;
    std::optional<QString> m_error;
    domain::Result<> putLog(store::RunStore &store, const domain::RunRecord &record);

    std::vector<int> m_written;         ///< seconds of each case; the thread's own
    std::vector<QSet<quint64>> m_logged; ///< numbers of each case's request log that are written
    bool m_leaving = false, m_failed = false;
};

} // namespace services
