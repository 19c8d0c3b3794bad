// What of a case's exchanges is kept in its request log (semantics.md 7): the first ten successes a request and status, all
// failures up to a thousand, and an even sample of the rest. Each worker numbers its requests and sends first one in a
// hundred (engine/run/exchangelog.h). When more than a thousand of these are kept, those whose number is no multiple of
// twice as many go and none of them comes in any more, so the sample stays even over a run of any length. Pure;
// single-threaded.
#pragma once

#include "engine/stats/statsmailbox.h"
#include "models/domain/runrecord.h"
#include <QHash>

namespace services {

class RequestLog
{
public:
    static constexpr int firstOfAKind = 10;
    static constexpr int mostFailures = 1000, mostSampled = 1000, mostFirst = 1000;

    /// Into `record.log`, or not.
    void take(const engine::LoggedRequest &exchange, domain::CaseRecord &record);

private:
    bool wants(const engine::LoggedRequest &exchange);
    void thin(QVector<domain::LogRecord> &log);

    QHash<QPair<int, int>, int> m_firsts; ///< of request and status
    int m_first = 0, m_failures = 0;
    QHash<quint64, quint64> m_ordinals; ///< of the sampled ones kept, by their number in the log
    quint64 m_period = 1, m_number = 0;
};

} // namespace services
