#include "app/services/requestlog.h"

namespace services {

void RequestLog::take(const engine::LoggedRequest &exchange, domain::CaseRecord &record)
{
    if (exchange.itemIndex < 0 || exchange.itemIndex >= record.items.size() || !wants(exchange))
        return;
    const engine::Sample &sample = exchange.sample;
    domain::LogRecord entry;
    entry.number = ++m_number;
    entry.item = exchange.itemIndex;
    entry.at = double(exchange.atMs) / 1e3;
    entry.status = sample.status;
    entry.outcome = sample.outcome;
    entry.time = sample.responseTime;
    entry.sentBytes = sample.sentBytes;
    entry.receivedBytes = sample.receivedBytes;
    entry.sampled = exchange.sampled && sample.outcome == engine::Outcome::Ok;
    entry.message = QString::fromStdString(exchange.message);
    entry.exchange = QString::fromStdString(exchange.exchange);
    record.log.append(entry);
    if (entry.sampled && ++m_sampled > mostSampled)
        thin(record.log);
}

bool RequestLog::wants(const engine::LoggedRequest &exchange)
{
    if (exchange.sample.outcome != engine::Outcome::Ok)
        return m_failures < mostFailures && ++m_failures;
    if (exchange.sampled)
        return m_seen++ % m_period == 0;
    int &count = m_firsts[{exchange.itemIndex, exchange.sample.status}];
    return count < firstOfAKind && m_first < mostFirst && ++count && ++m_first;
}

void RequestLog::thin(QVector<domain::LogRecord> &log)
{
    int place = 0;
    log.removeIf([&](const domain::LogRecord &entry) { return entry.sampled && place++ % 2; });
    m_sampled = int(std::ranges::count_if(log, &domain::LogRecord::sampled));
    m_period *= 2; // the last one taken stayed, an even number of old periods from the first, so the distance goes on
}

} // namespace services
