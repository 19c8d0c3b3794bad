#include "app/report/jsonreader.h"
#include "app/report/runcodec.h"

#include <QCoreApplication>

namespace report {

using namespace Qt::StringLiterals;

namespace {

constexpr int pointNumbers = 11, tallyNumbers = 4, sides = 3, classes = engine::failureClasses + 5;
constexpr uint32_t bucketCount = (42 - engine::Histogram::subBits + 1) << engine::Histogram::subBits;
constexpr qint64 longestRun = 31 * 24 * 3600; ///< seconds

engine::Histogram histogram(const QJsonObject &json, JsonReader &reader)
{
    const QJsonArray numbers = reader.list(json, "buckets"_L1);
    if (numbers.size() % 2)
        reader.fail(u"buckets"_s);
    std::vector<std::pair<uint32_t, uint64_t>> buckets;
    buckets.reserve(size_t(numbers.size() / 2));
    qint64 previous = -1, all = 0;
    for (qsizetype i = 0; i + 1 < numbers.size() && !reader.failed(); i += 2) {
        const qint64 index = reader.integer(numbers[i], "buckets", previous + 1, bucketCount - 1);
        const qint64 count = reader.integer(numbers[i + 1], "buckets", 1, std::numeric_limits<qint64>::max() - all);
        buckets.emplace_back(uint32_t(index), uint64_t(count));
        previous = index;
        all += count;
    }
    const qint64 sum = reader.integer(json["sum"_L1], "sum");
    const qint64 min = reader.integer(json["min"_L1], "min", 0, engine::Histogram::highest);
    const qint64 max = reader.integer(json["max"_L1], "max", 0, engine::Histogram::highest);
    if (reader.failed() || buckets.empty())
        return {};
    return engine::Histogram::restore(buckets, sum, min, max);
}

engine::Tally tally(const QJsonObject &json, JsonReader &reader)
{
    engine::Tally tally;
    const QJsonArray counts = reader.list(json, "counts"_L1);
    if (counts.size() != tallyNumbers + classes && counts.size() != tallyNumbers + classes + sides) { // sides came later
        reader.fail(u"counts"_s);
        return tally;
    }
    tally.requests = uint64_t(reader.integer(counts[0], "counts"));
    tally.successes = uint64_t(reader.integer(counts[1], "counts", 0, qint64(tally.requests)));
    tally.sentBytes = uint64_t(reader.integer(counts[2], "counts"));
    tally.receivedBytes = uint64_t(reader.integer(counts[3], "counts"));
    for (int i = 0; i < classes; ++i) {
        const auto value = uint64_t(reader.integer(counts[tallyNumbers + i], "counts"));
        (i < engine::failureClasses ? tally.failed[size_t(i)] : tally.status[size_t(i - engine::failureClasses)]) = value;
    }
    for (qsizetype i = tallyNumbers + classes; i < counts.size(); ++i)
        tally.sides[size_t(i - tallyNumbers - classes)] = uint64_t(reader.integer(counts[i], "counts"));
    tally.times = histogram(reader.object(json, "times"_L1), reader);
    if (json.contains("failed_times"_L1))
        tally.failedTimes = histogram(reader.object(json, "failed_times"_L1), reader);
    if (json.contains("from_schedule"_L1))
        tally.fromSchedule = histogram(reader.object(json, "from_schedule"_L1), reader);
    return tally;
}

domain::ItemPoint itemPoint(const QJsonValue &value, JsonReader &reader)
{
    domain::ItemPoint point;
    const QJsonArray row = value.toArray();
    if (value.isArray() && row.isEmpty())
        return point;
    if (row.size() != pointNumbers + classes && row.size() != pointNumbers + classes + sides) {
        reader.fail(u"seconds"_s);
        return point;
    }
    point.requests = reader.count(row[0], "seconds");
    point.successes = reader.count(row[1], "seconds");
    point.sentBytes = uint64_t(reader.integer(row[2], "seconds"));
    point.receivedBytes = uint64_t(reader.integer(row[3], "seconds"));
    int place = 4;
    for (auto *time : {&point.sumTime, &point.minTime, &point.maxTime, &point.p50, &point.p90, &point.p95, &point.p99})
        *time = reader.integer(row[place++], "seconds");
    for (auto &failed : point.failed)
        failed = reader.count(row[place++], "seconds");
    for (auto &status : point.status)
        status = reader.count(row[place++], "seconds");
    for (auto &side : point.sides)
        side = place < row.size() ? reader.count(row[place++], "seconds") : 0;
    return point;
}

domain::StreamPoint streamPoint(const QJsonValue &value, JsonReader &reader)
{
    domain::StreamPoint point;
    const QJsonArray row = value.toArray();
    if (value.isArray() && row.isEmpty())
        return point;
    if (row.size() != 7 + qsizetype(engine::streamFailures)) {
        reader.fail(u"streaming_seconds"_s);
        return point;
    }
    int place = 0;
    for (auto *count : {&point.plays, &point.sentPackets, &point.receivedPackets})
        *count = reader.count(row[place++], "streaming_seconds");
    for (auto *bytes : {&point.audioSentBytes, &point.audioReceivedBytes, &point.videoSentBytes, &point.videoReceivedBytes})
        *bytes = uint64_t(reader.integer(row[place++], "streaming_seconds"));
    for (auto &failed : point.failed)
        failed = reader.count(row[place++], "streaming_seconds");
    return point;
}

domain::CasePoint casePoint(const QJsonValue &value, JsonReader &reader)
{
    domain::CasePoint point;
    const QJsonArray row = value.toArray();
    if (row.size() != 8) {
        reader.fail(u"seconds"_s);
        return point;
    }
    point.users = int(reader.integer(row[0], "seconds", 0, std::numeric_limits<int>::max()));
    point.target = reader.real(row[1], "seconds");
    int place = 2;
    for (auto *count : {&point.starts, &point.dropped, &point.droppedWhileFree, &point.cutOff, &point.retried, &point.redirectHops})
        *count = reader.count(row[place++], "seconds");
    return point;
}

engine::StreamFigures streamFigures(const QJsonObject &json, JsonReader &reader)
{
    engine::StreamFigures figures;
    const QJsonArray numbers = reader.list(json, "counts"_L1), failed = reader.list(json, "failed"_L1);
    uint64_t *const counts[] = {&figures.plays, &figures.sentPackets, &figures.receivedPackets, &figures.audioSentBytes,
                                &figures.audioReceivedBytes, &figures.videoSentBytes, &figures.videoReceivedBytes, &figures.stalls};
    if (numbers.size() != qsizetype(std::size(counts)) + 1 || failed.size() != qsizetype(engine::streamFailures))
        reader.fail(u"streaming"_s);
    qsizetype place = 0;
    for (uint64_t *count : counts)
        *count = uint64_t(reader.integer(numbers.at(place++), "streaming"));
    figures.stallTime = reader.integer(numbers.at(place), "streaming");
    for (size_t i = 0; i < engine::streamFailures; ++i)
        figures.failed[i] = uint64_t(reader.integer(failed.at(qsizetype(i)), "streaming"));
    const auto delay = [&](QLatin1StringView key, engine::StreamDelay &into) {
        const QJsonArray row = reader.list(json, key);
        into = {uint64_t(reader.integer(row.at(0), "streaming")), reader.integer(row.at(1), "streaming"),
                reader.integer(row.at(2), "streaming"), reader.integer(row.at(3), "streaming")};
    };
    delay("received_key_frames"_L1, figures.receivedKeyFrames);
    delay("sent_key_frames"_L1, figures.sentKeyFrames);
    delay("first_frame"_L1, figures.firstFrame);
    return figures;
}

domain::LogRecord logRecord(const QJsonObject &json, JsonReader &reader)
{
    constexpr int most = std::numeric_limits<int>::max();
    domain::LogRecord entry;
    entry.number = quint64(reader.integer(json["number"_L1], "log"));
    entry.item = int(reader.integer(json["item"_L1], "log", 0, most));
    entry.at = reader.real(json["at"_L1], "log");
    entry.status = int(reader.integer(json["status"_L1], "log", 0, most));
    entry.outcome = engine::Outcome(reader.integer(json["outcome"_L1], "log", 0, engine::failureClasses));
    entry.time = reader.integer(json["time"_L1], "log");
    entry.sentBytes = quint64(reader.integer(json["sent"_L1], "log"));
    entry.receivedBytes = quint64(reader.integer(json["received"_L1], "log"));
    entry.sampled = reader.flag(json, "sampled"_L1);
    entry.message = reader.text(json, "message"_L1);
    entry.exchange = reader.text(json, "exchange"_L1);
    return entry;
}

domain::ItemRecord itemRecord(const QJsonObject &json, JsonReader &reader)
{
    domain::ItemRecord item;
    item.kind = domain::ItemRecord::Kind(reader.integer(json["kind"_L1], "kind", 0, domain::ItemRecord::Transaction));
    item.name = reader.text(json, "name"_L1);
    item.method = reader.text(json, "method"_L1);
    item.address = reader.text(json, "address"_L1);
    item.setup = reader.flag(json, "setup"_L1);
    item.total = tally(reader.object(json, "total"_L1), reader);
    if (json.contains("streaming"_L1))
        item.total.stream.add(streamFigures(reader.object(json, "streaming"_L1), reader));
    const QJsonArray seconds = reader.list(json, "seconds"_L1);
    if (seconds.size() > longestRun)
        reader.fail(u"seconds"_s);
    for (qsizetype i = 0; i < seconds.size() && !reader.failed(); ++i)
        item.seconds.append(itemPoint(seconds[i], reader));
    if (json.contains("streaming_seconds"_L1)) {
        const QJsonArray streams = reader.list(json, "streaming_seconds"_L1);
        if (streams.size() != seconds.size())
            reader.fail(u"streaming_seconds"_s);
        for (qsizetype i = 0; i < streams.size() && !reader.failed(); ++i)
            item.streams.append(streamPoint(streams[i], reader));
    }
    return item;
}

domain::ErrorRecord errorRecord(const QJsonObject &json, JsonReader &reader)
{
    domain::ErrorRecord error;
    error.side = reader.text(json, "side"_L1);
    error.kind = reader.text(json, "kind"_L1);
    error.request = reader.text(json, "request"_L1);
    error.message = reader.text(json, "message"_L1);
    error.sample = reader.text(json, "sample"_L1);
    error.count = quint64(reader.integer(json["count"_L1], "count"));
    error.firstSeen = reader.real(json["first"_L1], "first");
    error.lastSeen = reader.real(json["last"_L1], "last");
    return error;
}

domain::StageRecord stageRecord(const QJsonObject &json, JsonReader &reader)
{
    domain::StageRecord stage;
    stage.name = reader.text(json, "name"_L1);
    stage.mode = domain::PressureMode(reader.integer(json["mode"_L1], "mode", 0, int(domain::PressureMode::SmartPeak)));
    stage.start = reader.real(json["start"_L1], "start");
    stage.end = reader.real(json["end"_L1], "end");
    stage.target = reader.real(json["target"_L1], "target");
    stage.achieved = reader.real(json["achieved"_L1], "achieved");
    return stage;
}

domain::CaseRecord caseRecord(const QJsonObject &json, JsonReader &reader)
{
    domain::CaseRecord record;
    record.name = reader.text(json, "name"_L1);
    record.testCase.value = int(reader.integer(json["case_id"_L1], "case_id", 0, std::numeric_limits<int>::max()));
    record.caseRunId = int(reader.integer(json["case_run_id"_L1], "case_run_id", 0, std::numeric_limits<int>::max()));
    record.startOffset = reader.real(json["start_offset"_L1], "start_offset");
    if (json.contains("warm_up"_L1))
        record.warmUp = int(reader.integer(json["warm_up"_L1], "warm_up", 0, longestRun));
    for (const auto &value : reader.list(json, "stages"_L1)) {
        if (const auto stage = domain::stageFromJson(value.toObject()))
            record.stages.append(*stage);
        else
            reader.fail(u"stages"_s);
    }
    for (const auto &value : reader.list(json, "items"_L1)) {
        record.items.append(itemRecord(value.toObject(), reader));
        if (reader.failed())
            return record;
    }
    const QJsonArray seconds = reader.list(json, "seconds"_L1);
    if (seconds.size() > longestRun)
        reader.fail(u"seconds"_s);
    for (qsizetype i = 0; i < seconds.size() && !reader.failed(); ++i)
        record.seconds.append(casePoint(seconds[i], reader));
    for (const auto &value : reader.list(json, "errors"_L1))
        record.errors.append(errorRecord(value.toObject(), reader));
    for (const auto &value : reader.list(json, "stage_records"_L1))
        record.stageRecords.append(stageRecord(value.toObject(), reader));
    for (const auto &value : reader.list(json, "events"_L1)) {
        const QJsonObject event = value.toObject();
        record.events.append({reader.real(event["at"_L1], "at"), reader.text(event, "text"_L1)});
    }
    if (json.contains("log"_L1))
        for (const auto &value : reader.list(json, "log"_L1))
            record.log.append(logRecord(value.toObject(), reader));
    for (const auto &entry : record.log)
        if (entry.item >= record.items.size())
            reader.fail(u"log"_s);
    return record;
}

domain::HealthPoint healthPoint(const QJsonValue &value, JsonReader &reader)
{
    const QJsonArray row = value.toArray();
    if (row.size() < 4 || row.size() == 5) { // four in the first version
        reader.fail(u"health"_s);
        return {};
    }
    constexpr int most = std::numeric_limits<int>::max();
    domain::HealthPoint point{reader.real(row[0], "health"), int(reader.integer(row[1], "health", 0, most)),
                              reader.integer(row[2], "health"), reader.integer(row[3], "health")};
    if (row.size() < 6)
        return point;
    point.lagP99 = reader.integer(row[4], "health");
    point.takenPorts = int(reader.integer(row[5], "health", -1, most));
    for (qsizetype worker = 6; worker < row.size(); ++worker)
        point.cpuPercent.append(reader.real(row[worker], "health"));
    return point;
}

domain::RuleResult ruleResult(const QJsonObject &json, JsonReader &reader)
{
    domain::RuleResult result;
    if (const auto rule = domain::slaRuleFromJson(reader.object(json, "rule"_L1)))
        result.rule = *rule;
    else
        reader.fail(u"rules"_s);
    result.actual = reader.real(json["actual"_L1], "actual");
    result.passed = reader.flag(json, "passed"_L1);
    if (!json.contains("judged"_L1))
        return result; // written before there were windows in it
    result.judged = reader.flag(json, "judged"_L1);
    result.triggers = quint64(reader.integer(json["triggers"_L1], "triggers"));
    for (const auto &value : reader.list(json, "events"_L1)) {
        const QJsonArray event = value.toArray();
        result.events.append({int(reader.integer(event.at(0), "events", 0, std::numeric_limits<int>::max())),
                              reader.real(event.at(1), "events"), reader.real(event.at(2), "events")});
    }
    return result;
}

QDateTime moment(const QJsonObject &json, QLatin1StringView key, JsonReader &reader)
{
    if (json[key].isNull())
        return {};
    const QDateTime time = QDateTime::fromString(json[key].toString(), Qt::ISODateWithMs);
    if (!time.isValid())
        reader.fail(key);
    return time;
}

} // namespace

domain::Result<domain::RunRecord> decodeRun(const QJsonObject &json)
{
    constexpr int most = std::numeric_limits<int>::max();
    JsonReader reader;
    domain::RunRecord run;
    run.id.value = int(reader.integer(json["run_id"_L1], "run_id", 0, most));
    run.project.value = int(reader.integer(json["project_id"_L1], "project_id", 0, most));
    run.task.value = int(reader.integer(json["task_id"_L1], "task_id", 0, most));
    run.projectName = reader.text(json, "project_name"_L1);
    run.taskName = reader.text(json, "task_name"_L1);
    run.environment = reader.text(json, "environment"_L1);
    run.started = moment(json, "started"_L1, reader);
    run.ended = moment(json, "ended"_L1, reader);
    run.status = domain::RunStatus(reader.integer(json["status"_L1], "status", 0, int(domain::RunStatus::Waiting)));
    run.parallel = reader.flag(json, "parallel"_L1);
    run.threads = int(reader.integer(json["threads"_L1], "threads", 0, most));
    for (const auto &value : reader.list(json, "cases"_L1)) {
        run.cases.append(caseRecord(value.toObject(), reader));
        if (reader.failed())
            break;
    }
    for (const auto &value : reader.list(json, "health"_L1))
        run.health.append(healthPoint(value, reader));
    run.lateness = histogram(reader.object(json, "lateness"_L1), reader);
    for (const auto &value : reader.list(json, "rules"_L1))
        run.rules.append(ruleResult(value.toObject(), reader));
    if (json.contains("warnings"_L1)) {
        run.descriptorLimit = int(reader.integer(json["descriptor_limit"_L1], "descriptor_limit", 0, most));
        run.portLimit = int(reader.integer(json["port_limit"_L1], "port_limit", 0, most));
        for (const auto &value : reader.list(json, "warnings"_L1))
            run.warnings.append(value.toString());
    }
    if (reader.failed())
        return domain::fail(QCoreApplication::translate("report::ReportFile", "its member “%1” is missing or wrong").arg(reader.wrong()));
    return run;
}

} // namespace report
