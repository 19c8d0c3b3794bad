#include "app/services/runrecorder.h"

#include "app/services/stagecompiler.h"
#include <QCoreApplication>

namespace services {

using namespace Qt::StringLiterals;

namespace {

/// What lupdate takes the texts of this file under.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(services::RunRecorder)
};

domain::ItemPoint pointOf(const engine::Tally &tally)
{
    domain::ItemPoint point;
    point.requests = uint32_t(tally.requests);
    point.successes = uint32_t(tally.successes);
    std::ranges::transform(tally.failed, point.failed.begin(), [](uint64_t n) { return uint32_t(n); });
    std::ranges::transform(tally.status, point.status.begin(), [](uint64_t n) { return uint32_t(n); });
    std::ranges::transform(tally.sides, point.sides.begin(), [](uint64_t n) { return uint32_t(n); });
    point.sentBytes = tally.sentBytes;
    point.receivedBytes = tally.receivedBytes;
    point.sumTime = tally.times.sum();
    point.minTime = tally.times.min();
    point.maxTime = tally.times.max();
    point.p50 = tally.times.percentile(50);
    point.p90 = tally.times.percentile(90);
    point.p95 = tally.times.percentile(95);
    point.p99 = tally.times.percentile(99);
    return point;
}

domain::StreamPoint pointOf(const engine::StreamFigures &figures)
{
    domain::StreamPoint point;
    point.plays = uint32_t(figures.plays);
    std::ranges::transform(figures.failed, point.failed.begin(), [](uint64_t n) { return uint32_t(n); });
    point.sentPackets = uint32_t(figures.sentPackets);
    point.receivedPackets = uint32_t(figures.receivedPackets);
    point.audioSentBytes = figures.audioSentBytes;
    point.audioReceivedBytes = figures.audioReceivedBytes;
    point.videoSentBytes = figures.videoSentBytes;
    point.videoReceivedBytes = figures.videoReceivedBytes;
    return point;
}

QString sideName(engine::Side side)
{
    switch (side) {
    case engine::Side::Network: return u"network"_s;
    case engine::Side::ThisComputer: return u"this_computer"_s;
    case engine::Side::Server:
    case engine::Side::None: return u"server"_s;
    }
    return u"server"_s;
}

QString kindName(const engine::ErrorGroup &error)
{
    switch (error.outcome) {
    case engine::Outcome::Parsed: return u"parsed"_s;
    case engine::Outcome::Assert: return error.status >= 300 ? QString::number(error.status) : u"assert"_s;
    case engine::Outcome::Timeout: return u"timeout"_s;
    case engine::Outcome::Refused: return u"refused"_s;
    case engine::Outcome::Ok:
    case engine::Outcome::Others: return u"others"_s;
    }
    return u"others"_s;
}

} // namespace

RunRecorder::RunRecorder(domain::RunRecord record, const engine::Plan &plan, const QVector<domain::TestCase> &cases)
    : m_record(std::move(record))
{
    m_record.parallel = plan.parallel;
    m_record.threads = plan.threads;
    for (size_t i = 0; i < plan.cases.size(); ++i) {
        domain::CaseRecord row;
        row.name = QString::fromStdString(plan.cases[i].name);
        if (qsizetype(i) < cases.size()) {
            row.testCase = cases[qsizetype(i)].id;
            row.warmUp = cases[qsizetype(i)].warmUp;
            row.stages = stagesOf(cases[qsizetype(i)]);
        }
        for (const auto &item : plan.cases[i].items) {
            domain::ItemRecord entry;
            entry.kind = domain::ItemRecord::Kind(int(item.kind));
            entry.name = QString::fromStdString(item.name);
            entry.method = QString::fromStdString(item.method);
            entry.address = QString::fromStdString(item.address);
            entry.setup = item.setup;
            row.items.append(entry);
        }
        m_record.cases.append(row);
    }
}

void RunRecorder::take(const engine::Delivery &delivery)
{
    for (const auto &second : delivery.seconds)
        takeSecond(second);
    for (const auto &event : delivery.events)
        takeEvent(event);
    for (const auto &error : delivery.errors)
        takeError(error);
    for (const auto &exchange : delivery.log)
        if (exchange.caseIndex >= 0 && exchange.caseIndex < m_record.cases.size())
            m_logs[exchange.caseIndex].take(exchange, m_record.cases[exchange.caseIndex]);
    for (const auto &health : delivery.health) {
        m_record.health.append({health.cpuPercentMax, health.openDescriptors, health.lateness.percentile(50),
                                health.lateness.percentile(99), health.lag.percentile(99), health.takenPorts,
                                QVector<double>(health.cpuPercent.begin(), health.cpuPercent.end())});
        m_record.lateness.merge(health.lateness);
    }
}

void RunRecorder::takeSecond(const engine::CaseSecond &second)
{
    if (second.caseIndex < 0 || second.caseIndex >= m_record.cases.size() || second.second < 0)
        return;
    auto &record = m_record.cases[second.caseIndex];
    const qsizetype length = std::max<qsizetype>(record.seconds.size(), second.second + 1);
    record.seconds.resize(length);
    for (int i = 0; i < record.items.size(); ++i) {
        auto &item = record.items[i];
        item.seconds.resize(length);
        const bool counted = size_t(i) < second.items.size();
        const auto *streaming = counted ? second.items[size_t(i)].stream.figures() : nullptr;
        if (streaming || !item.streams.isEmpty())
            item.streams.resize(length);
        if (!counted)
            continue;
        item.seconds[second.second] = pointOf(second.items[size_t(i)]);
        if (streaming)
            item.streams[second.second] = pointOf(*streaming);
        if (second.second >= record.warmUp)
            item.total += second.items[size_t(i)];
    }
    auto &point = record.seconds[second.second];
    point.users = second.users;
    point.target = second.target;
    point.starts = uint32_t(second.starts);
    point.dropped = uint32_t(second.dropped);
    point.droppedWhileFree = uint32_t(second.droppedWhileFree);
    point.cutOff = uint32_t(second.cutOff);
    point.retried = uint32_t(second.retried);
    point.redirectHops = uint32_t(second.redirectHops);
}

void RunRecorder::takeError(const engine::ErrorGroup &error)
{
    if (error.caseIndex < 0 || error.caseIndex >= m_record.cases.size())
        return;
    auto &record = m_record.cases[error.caseIndex];
    if (error.lastSeenMs < record.warmUp * 1000LL)
        return; // groups are delivered many times a second
    const bool known = error.itemIndex >= 0 && error.itemIndex < record.items.size();
    domain::ErrorRecord row;
    row.side = sideName(error.side);
    row.kind = kindName(error);
    row.request = known ? record.items[error.itemIndex].name : QString();
    row.message = QString::fromStdString(error.message);
    row.sample = QString::fromStdString(error.sample);
    row.count = error.count;
    row.firstSeen = double(error.firstSeenMs) / 1e3;
    row.lastSeen = double(error.lastSeenMs) / 1e3;
    for (auto &earlier : record.errors)
        if (earlier.side == row.side && earlier.kind == row.kind && earlier.request == row.request && earlier.message == row.message) {
            earlier.count += row.count;
            earlier.firstSeen = std::min(earlier.firstSeen, row.firstSeen);
            earlier.lastSeen = std::max(earlier.lastSeen, row.lastSeen);
            return;
        }
    record.errors.append(row);
}

void RunRecorder::takeEvent(const engine::RunEvent &event)
{
    if (event.caseIndex < 0 || event.caseIndex >= m_record.cases.size())
        return;
    auto &record = m_record.cases[event.caseIndex];
    const double at = double(event.atMs) / 1e3;
    switch (event.kind) {
    case engine::RunEvent::CaseStarted:
        record.startOffset = at;
        if (record.warmUp > 0)
            record.events.append({double(record.warmUp), Words::tr("The warm-up ends: figures count from here")});
        if (m_record.status == domain::RunStatus::Waiting)
            m_record.status = domain::RunStatus::Running;
        break;
    case engine::RunEvent::StageStarted: {
        closeStage(event.caseIndex, at);
        domain::StageRecord stage;
        stage.start = stage.end = at;
        stage.name = QString::fromStdString(event.text);
        if (event.stage >= 0 && event.stage < record.stages.size()) {
            stage.mode = record.stages[event.stage].mode;
            if (!record.stages[event.stage].name.isEmpty())
                stage.name = record.stages[event.stage].name;
        }
        if (stage.name.isEmpty())
            stage.name = Words::tr("Stage %1").arg(event.stage + 1);
        record.stageRecords.append(stage);
        break;
    }
    case engine::RunEvent::CaseEnded:
        closeStage(event.caseIndex, at);
        break;
    case engine::RunEvent::LoadChanged:
        record.events.append({at, event.text.empty() ? Words::tr("Load set to %1").arg(event.value) : QString::fromStdString(event.text)});
        break;
    case engine::RunEvent::Note:
        record.events.append({at, QString::fromStdString(event.text)});
        break;
    }
}

void RunRecorder::note(int caseIndex, double at, const QString &text)
{
    if (caseIndex >= 0 && caseIndex < m_record.cases.size())
        m_record.cases[caseIndex].events.append({at, text});
}

/// A stage whose end is its start is the open one: engine events tell only beginnings.
void RunRecorder::closeStage(int caseIndex, double at)
{
    auto &stages = m_record.cases[caseIndex].stageRecords;
    if (!stages.isEmpty() && stages.last().end <= stages.last().start)
        stages.last().end = std::max(at, stages.last().start + 1e-3);
}

/// Mean target and what was reached, over the whole seconds inside each stage (the second it began in, for a short one).
void RunRecorder::measureStages(domain::CaseRecord &record)
{
    for (auto &stage : record.stageRecords) {
        domain::Stage like;
        like.mode = stage.mode;
        const bool rate = like.isRate();
        const double end = stage.end > stage.start ? stage.end : double(record.seconds.size());
        const int from = int(std::floor(stage.start + 1e-3));
        const int to = std::min(int(record.seconds.size()), std::max(from + 1, int(std::floor(end + 1e-3))));
        double target = 0, achieved = 0;
        for (int second = from; second < to; ++second) {
            const auto &point = record.seconds[second];
            target += point.target;
            achieved += rate ? point.starts : point.users;
        }
        const int count = to - from;
        stage.target = count > 0 ? target / count : 0;
        stage.achieved = count > 0 ? achieved / count : 0;
    }
}

void RunRecorder::finish(const QDateTime &when, domain::RunStatus status)
{
    for (int i = 0; i < m_record.cases.size(); ++i) {
        auto &record = m_record.cases[i];
        closeStage(i, double(record.seconds.size()));
        measureStages(record);
        for (auto &item : record.items)
            item.seconds.resize(record.seconds.size());
    }
    m_record.ended = when;
    m_record.status = status;
}

} // namespace services
