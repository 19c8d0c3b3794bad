#include "engine/stats/tally.h"

namespace engine {

void Tally::add(const Sample &sample)
{
    ++requests;
    if (sample.outcome == Outcome::Ok)
        ++successes;
    else {
        ++failed[size_t(sample.outcome) - 1];
        failedTimes.record(sample.responseTime);
        ++sides[sample.side == Side::None ? 0 : size_t(sample.side) - 1];
    }
    if (sample.status >= 100 && sample.status < 600)
        ++status[size_t(sample.status / 100 - 1)];
    sentBytes += sample.sentBytes;
    receivedBytes += sample.receivedBytes;
    times.record(sample.responseTime);
}

Tally &Tally::operator+=(const Tally &other)
{
    requests += other.requests;
    successes += other.successes;
    for (size_t i = 0; i < failed.size(); ++i)
        failed[i] += other.failed[i];
    for (size_t i = 0; i < sides.size(); ++i)
        sides[i] += other.sides[i];
    for (size_t i = 0; i < status.size(); ++i)
        status[i] += other.status[i];
    sentBytes += other.sentBytes;
    receivedBytes += other.receivedBytes;
    times.merge(other.times);
    failedTimes.merge(other.failedTimes);
    fromSchedule.merge(other.fromSchedule);
    stream.add(other.stream);
    return *this;
}

void Tally::clear()
{
    requests = successes = sentBytes = receivedBytes = 0;
    failed.fill(0);
    sides.fill(0);
    status.fill(0);
    times.clear();
    failedTimes.clear();
    fromSchedule.clear();
    stream.clear();
}

} // namespace engine
