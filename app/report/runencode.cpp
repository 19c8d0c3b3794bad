#include "app/report/runcodec.h"

#include <QJsonArray>

namespace report {

using namespace Qt::StringLiterals;

namespace {

QJsonValue number(quint64 value) { return qint64(value); }

template <class Range> void append(QJsonArray &array, const Range &values)
{
    for (const auto value : values)
        array.append(qint64(value));
}

/// [count pairs as index, count, …], sum, min, max
QJsonObject encode(const engine::Histogram &histogram)
{
    QJsonArray buckets;
    for (const auto &[index, count] : histogram.buckets()) {
        buckets.append(qint64(index));
        buckets.append(qint64(count));
    }
    return {{u"buckets"_s, buckets}, {u"sum"_s, qint64(histogram.sum())}, {u"min"_s, qint64(histogram.min())},
            {u"max"_s, qint64(histogram.max())}};
}

QJsonObject encode(const engine::Tally &tally)
{
    QJsonArray counts{number(tally.requests), number(tally.successes), number(tally.sentBytes), number(tally.receivedBytes)};
    append(counts, tally.failed);
    append(counts, tally.status);
    append(counts, tally.sides);
    QJsonObject json{{u"counts"_s, counts}, {u"times"_s, encode(tally.times)}};
    if (tally.failedTimes.count())
        json[u"failed_times"_s] = encode(tally.failedTimes);
    if (tally.fromSchedule.count())
        json[u"from_schedule"_s] = encode(tally.fromSchedule);
    return json;
}

/// A second without traffic is an empty row.
QJsonArray encode(const domain::ItemPoint &point)
{
    if (point == domain::ItemPoint())
        return {};
    QJsonArray row{qint64(point.requests), qint64(point.successes), number(point.sentBytes), number(point.receivedBytes),
                   qint64(point.sumTime), qint64(point.minTime), qint64(point.maxTime), qint64(point.p50),
                   qint64(point.p90), qint64(point.p95), qint64(point.p99)};
    append(row, point.failed);
    append(row, point.status);
    append(row, point.sides);
    return row;
}

/// A second without plays is an empty row.
QJsonArray encode(const domain::StreamPoint &point)
{
    if (point == domain::StreamPoint())
        return {};
    QJsonArray row{qint64(point.plays), qint64(point.sentPackets), qint64(point.receivedPackets), number(point.audioSentBytes),
                   number(point.audioReceivedBytes), number(point.videoSentBytes), number(point.videoReceivedBytes)};
    append(row, point.failed);
    return row;
}

/// Lists of numbers in the order of StreamFigures; a delay is count, sum, least and most.
QJsonObject encode(const engine::StreamFigures &figures)
{
    const auto delay = [](const engine::StreamDelay &given) {
        return QJsonArray{number(given.count), number(given.sum), number(given.min), number(given.max)};
    };
    QJsonArray failed;
    append(failed, figures.failed);
    return {{u"counts"_s, QJsonArray{number(figures.plays), number(figures.sentPackets), number(figures.receivedPackets),
                                     number(figures.audioSentBytes), number(figures.audioReceivedBytes), number(figures.videoSentBytes),
                                     number(figures.videoReceivedBytes), number(figures.stalls), number(figures.stallTime)}},
            {u"received_key_frames"_s, delay(figures.receivedKeyFrames)}, {u"sent_key_frames"_s, delay(figures.sentKeyFrames)},
            {u"first_frame"_s, delay(figures.firstFrame)}, {u"failed"_s, failed}};
}

QJsonObject encode(const domain::LogRecord &entry)
{
    return {{u"number"_s, number(entry.number)}, {u"item"_s, entry.item}, {u"at"_s, entry.at}, {u"status"_s, entry.status},
            {u"outcome"_s, int(entry.outcome)}, {u"time"_s, entry.time}, {u"sent"_s, number(entry.sentBytes)},
            {u"received"_s, number(entry.receivedBytes)}, {u"sampled"_s, entry.sampled}, {u"message"_s, entry.message},
            {u"exchange"_s, entry.exchange}};
}

QJsonObject encode(const domain::ItemRecord &item)
{
    QJsonArray seconds;
    for (const auto &point : item.seconds)
        seconds.append(encode(point));
    QJsonObject json{{u"kind"_s, int(item.kind)}, {u"name"_s, item.name}, {u"method"_s, item.method}, {u"address"_s, item.address},
                     {u"setup"_s, item.setup}, {u"total"_s, encode(item.total)}, {u"seconds"_s, seconds}};
    if (const auto *streaming = item.total.stream.figures())
        json[u"streaming"_s] = encode(*streaming);
    QJsonArray streams;
    for (const auto &point : item.streams)
        streams.append(encode(point));
    if (!streams.isEmpty())
        json[u"streaming_seconds"_s] = streams;
    return json;
}

QJsonArray encode(const domain::CasePoint &point)
{
    return {point.users, point.target, qint64(point.starts), qint64(point.dropped), qint64(point.droppedWhileFree),
            qint64(point.cutOff), qint64(point.retried), qint64(point.redirectHops)};
}

QJsonObject encode(const domain::ErrorRecord &error)
{
    return {{u"side"_s, error.side}, {u"kind"_s, error.kind}, {u"request"_s, error.request}, {u"message"_s, error.message},
            {u"sample"_s, error.sample}, {u"count"_s, number(error.count)}, {u"first"_s, error.firstSeen}, {u"last"_s, error.lastSeen}};
}

QJsonObject encode(const domain::StageRecord &stage)
{
    return {{u"name"_s, stage.name}, {u"mode"_s, int(stage.mode)}, {u"start"_s, stage.start}, {u"end"_s, stage.end},
            {u"target"_s, stage.target}, {u"achieved"_s, stage.achieved}};
}

QJsonObject encode(const domain::CaseRecord &record);
QJsonArray encode(const domain::HealthPoint &point);
QJsonObject encode(const domain::RuleResult &result);

template <class List> QJsonArray encodeAll(const List &list)
{
    QJsonArray array;
    for (const auto &value : list)
        array.append(encode(value));
    return array;
}

QJsonObject encode(const domain::CaseRecord &record)
{
    QJsonArray stages, events;
    for (const auto &stage : record.stages)
        stages.append(domain::toJson(stage));
    for (const auto &event : record.events)
        events.append(QJsonObject{{u"at"_s, event.at}, {u"text"_s, event.text}});
    return {{u"name"_s, record.name}, {u"case_id"_s, record.testCase.value}, {u"case_run_id"_s, record.caseRunId},
            {u"start_offset"_s, record.startOffset}, {u"warm_up"_s, record.warmUp}, {u"stages"_s, stages}, {u"items"_s, encodeAll(record.items)},
            {u"seconds"_s, encodeAll(record.seconds)}, {u"errors"_s, encodeAll(record.errors)},
            {u"stage_records"_s, encodeAll(record.stageRecords)}, {u"events"_s, events},
            {u"log"_s, encodeAll(record.log)}};
}

QJsonArray encode(const domain::HealthPoint &point)
{
    QJsonArray row{point.cpuPercentMax, point.openDescriptors, qint64(point.latenessP50), qint64(point.latenessP99),
                   qint64(point.lagP99), point.takenPorts};
    for (const double percent : point.cpuPercent)
        row.append(percent);
    return row;
}

QJsonObject encode(const domain::RuleResult &result)
{
    QJsonArray events;
    for (const auto &event : result.events)
        events.append(QJsonArray{event.caseIndex, event.at, event.value});
    return {{u"rule"_s, domain::toJson(result.rule)}, {u"actual"_s, result.actual}, {u"passed"_s, result.passed},
            {u"judged"_s, result.judged}, {u"triggers"_s, number(result.triggers)}, {u"events"_s, events}};
}

QJsonValue encode(const QDateTime &time)
{
    if (!time.isValid())
        return QJsonValue::Null;
    return time.toOffsetFromUtc(time.offsetFromUtc()).toString(Qt::ISODateWithMs);
}

} // namespace

QJsonObject encodeRun(const domain::RunRecord &run)
{
    return {{u"run_id"_s, run.id.value}, {u"project_id"_s, run.project.value}, {u"task_id"_s, run.task.value},
            {u"project_name"_s, run.projectName}, {u"task_name"_s, run.taskName}, {u"environment"_s, run.environment},
            {u"started"_s, encode(run.started)}, {u"ended"_s, encode(run.ended)}, {u"status"_s, int(run.status)},
            {u"parallel"_s, run.parallel}, {u"threads"_s, run.threads}, {u"cases"_s, encodeAll(run.cases)},
            {u"health"_s, encodeAll(run.health)}, {u"lateness"_s, encode(run.lateness)}, {u"rules"_s, encodeAll(run.rules)},
            {u"descriptor_limit"_s, run.descriptorLimit}, {u"port_limit"_s, run.portLimit},
            {u"warnings"_s, QJsonArray::fromStringList(run.warnings)}};
}

} // namespace report
