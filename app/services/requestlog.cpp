#include "app/services/requestlog.h"

namespace services {

namespace {

bool isOfSample(const engine::LoggedRequest &exchange) { return exchange.ordinal > 0 && exchange.sample.outcome == engine::Outcome::Ok; }

} // namespace

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
    entry.sampled = isOfSample(exchange);
    entry.message = QString::fromStdString(exchange.message);
    entry.exchange = QString::fromStdString(exchange.exchange);
    record.log.append(entry);
    if (!entry.sampled)
        return;
    m_ordinals.insert(entry.number, exchange.ordinal);
    while (m_ordinals.size() > mostSampled)
        thin(record.log);
}

bool RequestLog::wants(const engine::LoggedRequest &exchange)
{
    if (exchange.sample.outcome != engine::Outcome::Ok)
        return m_failures < mostFailures && ++m_failures;
    if (isOfSample(exchange))
        return exchange.ordinal % m_period == 0;
    int &count = m_firsts[{exchange.itemIndex, exchange.sample.status}];
    return count < firstOfAKind && m_first < mostFirst && ++count && ++m_first;
}

void RequestLog::thin(QVector<domain::LogRecord> &log)
{
    m_period *= 2; // ordinals are multiples of the workers' first period, so the first doublings may take none away
    log.removeIf([&](const domain::LogRecord &entry) { return m_ordinals.value(entry.number) % m_period != 0; });
    m_ordinals.removeIf([&](const auto &ordinal) { return ordinal.value() % m_period != 0; });
}

} // namespace services
