#include "engine/stats/statsmailbox.h"

#include <algorithm>

namespace engine {

CaseSecond &CaseSecond::operator+=(const CaseSecond &other)
{
    if (items.size() < other.items.size())
        items.resize(other.items.size());
    for (size_t i = 0; i < other.items.size(); ++i)
        items[i] += other.items[i];
    users += other.users;
    target += other.target;
    starts += other.starts;
    dropped += other.dropped;
    droppedWhileFree += other.droppedWhileFree;
    cutOff += other.cutOff;
    retried += other.retried;
    redirectHops += other.redirectHops;
    return *this;
}

void StatsMailbox::deliver(CaseSecond second)
{
    const std::scoped_lock lock(m_mutex);
    const auto key = std::pair(second.caseIndex, second.second);
    if (const auto found = m_seconds.find(key); found != m_seconds.end())
        found->second += second;
    else
        m_seconds.emplace(key, std::move(second));
}

void StatsMailbox::deliver(ErrorGroup error)
{
    const std::scoped_lock lock(m_mutex);
    for (ErrorGroup &known : m_other.errors)
        if (known.caseIndex == error.caseIndex && known.itemIndex == error.itemIndex && known.message == error.message
            && known.outcome == error.outcome && known.status == error.status) {
            known.count += error.count;
            known.firstSeenMs = std::min(known.firstSeenMs, error.firstSeenMs);
            if (known.sample.size() < error.sample.size()) known.sample = std::move(error.sample);
            known.lastSeenMs = std::max(known.lastSeenMs, error.lastSeenMs);
            return;
        }
    m_other.errors.push_back(std::move(error));
}

void StatsMailbox::deliver(HealthSecond health)
{
    const std::scoped_lock lock(m_mutex);
    m_other.health.push_back(std::move(health));
}

void StatsMailbox::deliver(RunEvent event)
{
    const std::scoped_lock lock(m_mutex);
    m_other.events.push_back(std::move(event));
}

void StatsMailbox::deliver(LoggedRequest request)
{
    const std::scoped_lock lock(m_mutex);
    if (m_other.log.size() < mostLogged) m_other.log.push_back(std::move(request));
}

void StatsMailbox::closed(int worker, int caseIndex, int second)
{
    const std::scoped_lock lock(m_mutex);
    auto &open = m_closed[caseIndex];
    open.resize(size_t(m_workers));
    open[size_t(worker)] = std::max(open[size_t(worker)], second);
}

void StatsMailbox::end()
{
    const std::scoped_lock lock(m_mutex);
    m_ended = true;
}

Delivery StatsMailbox::collect()
{
    const std::scoped_lock lock(m_mutex);
    Delivery taken = std::exchange(m_other, {});
    taken.ended = m_ended;
    for (auto it = m_seconds.begin(); it != m_seconds.end();) {
        const auto closed = m_closed.find(it->first.first);
        const bool complete = m_ended
            || (closed != m_closed.end() && it->first.second < *std::ranges::min_element(closed->second));
        if (!complete) {
            ++it;
            continue;
        }
        taken.seconds.push_back(std::move(it->second));
        it = m_seconds.erase(it);
    }
    return taken;
}

} // namespace engine
