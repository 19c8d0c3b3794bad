#include "models/store/runcodec.h"
#include "models/store/blob.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace store {

using namespace Qt::StringLiterals;
using namespace domain;
using engine::StreamFigures;

namespace {

/// 1 knew no sides, no times of failures, no triggers of rules; 2 no figures of streams; 3 no warm-up, no lag, no ports, no
/// warnings.
constexpr quint64 version = 4;
constexpr quint64 buckets = quint64(42 - engine::Histogram::subBits + 1) << engine::Histogram::subBits;

BlobWriter begin()
{
    BlobWriter out;
    out.number(version);
    return out;
}

/// `found`: the version it was written by.
BlobReader open(const QByteArray &blob, quint64 &found)
{
    BlobReader in(blob);
    found = in.number(version);
    if (found < 1)
        in.fail();
    return in;
}

Result<> done(const BlobReader &in)
{
    if (in.failed() || !in.atEnd())
        return domain::fail(QCoreApplication::translate("store::RunCodec", "a stored figure is damaged."));
    return {};
}

void write(BlobWriter &out, const engine::Histogram &histogram)
{
    const auto all = histogram.buckets();
    out.number(all.size());
    uint32_t previous = 0;
    for (const auto &[index, count] : all) {
        out.number(index - previous);
        out.number(count);
        previous = index;
    }
    out.signedNumber(histogram.sum());
    out.signedNumber(histogram.min());
    out.signedNumber(histogram.max());
}

engine::Histogram readHistogram(BlobReader &in)
{
    const qsizetype size = in.length(2);
    std::vector<std::pair<uint32_t, uint64_t>> all;
    all.reserve(size_t(size));
    quint64 index = 0, sum = 0;
    for (qsizetype i = 0; i < size && !in.failed(); ++i) {
        const quint64 distance = in.number(buckets);
        index += distance;
        const quint64 count = in.number(std::numeric_limits<qint64>::max());
        sum += count;
        if (index >= buckets || (i > 0 && distance == 0) || count == 0 || sum > quint64(std::numeric_limits<qint64>::max()))
            in.fail();
        all.emplace_back(uint32_t(index), count);
    }
    const qint64 total = in.signedNumber(), min = in.signedNumber(), max = in.signedNumber();
    if (in.failed() || min < 0 || max < min) {
        in.fail();
        return {};
    }
    return all.empty() ? engine::Histogram() : engine::Histogram::restore(all, total, min, max);
}

void write(BlobWriter &out, const engine::Tally &tally)
{
    out.number(tally.requests);
    out.number(tally.successes);
    for (const uint64_t failed : tally.failed)
        out.number(failed);
    for (const uint64_t status : tally.status)
        out.number(status);
    out.number(tally.sentBytes);
    out.number(tally.receivedBytes);
    for (const uint64_t side : tally.sides)
        out.number(side);
    write(out, tally.times);
    write(out, tally.failedTimes);
    write(out, tally.fromSchedule);
}

engine::Tally readTally(BlobReader &in, quint64 found)
{
    engine::Tally tally;
    tally.requests = in.number();
    tally.successes = in.number();
    for (uint64_t &failed : tally.failed)
        failed = in.number();
    for (uint64_t &status : tally.status)
        status = in.number();
    tally.sentBytes = in.number();
    tally.receivedBytes = in.number();
    for (uint64_t &side : tally.sides)
        side = found > 1 ? in.number() : 0;
    tally.times = readHistogram(in);
    if (found > 1)
        tally.failedTimes = readHistogram(in);
    tally.fromSchedule = readHistogram(in);
    return tally;
}

void write(BlobWriter &out, const ItemPoint &point)
{
    if (point == ItemPoint()) {
        out.number(0);
        return;
    }
    out.number(1);
    out.number(point.requests);
    out.number(point.successes);
    for (const uint32_t failed : point.failed)
        out.number(failed);
    for (const uint32_t status : point.status)
        out.number(status);
    for (const uint32_t side : point.sides)
        out.number(side);
    out.number(point.sentBytes);
    out.number(point.receivedBytes);
    for (const int64_t time : {point.sumTime, point.minTime, point.maxTime, point.p50, point.p90, point.p95, point.p99})
        out.signedNumber(time);
}

ItemPoint readItemPoint(BlobReader &in, quint64 found)
{
    ItemPoint point;
    if (in.number(1) == 0)
        return point;
    point.requests = in.count();
    point.successes = in.count();
    for (uint32_t &failed : point.failed)
        failed = in.count();
    for (uint32_t &status : point.status)
        status = in.count();
    for (uint32_t &side : point.sides)
        side = found > 1 ? in.count() : 0;
    point.sentBytes = in.number();
    point.receivedBytes = in.number();
    for (int64_t *time : {&point.sumTime, &point.minTime, &point.maxTime, &point.p50, &point.p90, &point.p95, &point.p99})
        *time = in.signedNumber();
    return point;
}

constexpr std::array streamNumbers = {&StreamFigures::plays, &StreamFigures::sentPackets, &StreamFigures::receivedPackets,
                                      &StreamFigures::audioSentBytes, &StreamFigures::audioReceivedBytes,
                                      &StreamFigures::videoSentBytes, &StreamFigures::videoReceivedBytes, &StreamFigures::stalls};
constexpr std::array streamDelays = {&StreamFigures::receivedKeyFrames, &StreamFigures::sentKeyFrames, &StreamFigures::firstFrame};

void write(BlobWriter &out, const StreamFigures *streaming)
{
    out.number(streaming != nullptr);
    if (!streaming)
        return;
    for (const auto member : streamNumbers)
        out.number(streaming->*member);
    out.signedNumber(streaming->stallTime);
    for (const auto member : streamDelays) {
        const engine::StreamDelay &delay = streaming->*member;
        out.number(delay.count);
        for (const int64_t value : {delay.sum, delay.min, delay.max})
            out.signedNumber(value);
    }
    for (const uint64_t failed : streaming->failed)
        out.number(failed);
}

void readStreaming(BlobReader &in, quint64 found, engine::StreamTally &tally)
{
    // Version 2 had a place for them, which was never filled.
    if (in.number(found > 2 ? 1 : 0) == 0)
        return;
    StreamFigures figures;
    for (const auto member : streamNumbers)
        figures.*member = in.number();
    figures.stallTime = in.signedNumber();
    for (const auto member : streamDelays) {
        engine::StreamDelay &delay = figures.*member;
        delay.count = in.number();
        for (int64_t *value : {&delay.sum, &delay.min, &delay.max})
            *value = in.signedNumber();
    }
    for (uint64_t &failed : figures.failed)
        failed = in.number();
    tally.add(figures);
}

QByteArray bytesOf(const QJsonObject &json)
{
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

} // namespace

QByteArray encodeSecond(const CaseRecord &record, int second)
{
    BlobWriter out = begin();
    const CasePoint point = record.seconds.value(second);
    out.signedNumber(point.users);
    out.real(point.target);
    for (const uint32_t count : {point.starts, point.dropped, point.droppedWhileFree, point.cutOff, point.retried, point.redirectHops})
        out.number(count);
    out.number(quint64(record.items.size()));
    for (const ItemRecord &item : record.items)
        write(out, item.seconds.value(second));
    return out.result();
}

Result<> decodeSecond(const QByteArray &blob, CaseRecord &record, int second)
{
    quint64 found = 0;
    BlobReader in = open(blob, found);
    CasePoint point;
    const qint64 users = in.signedNumber();
    point.users = int(users);
    if (users != point.users)
        in.fail();
    point.target = in.real();
    for (uint32_t *count : {&point.starts, &point.dropped, &point.droppedWhileFree, &point.cutOff, &point.retried, &point.redirectHops})
        *count = in.count();
    if (in.length() != record.items.size())
        in.fail();
    if (in.failed())
        return done(in);
    record.seconds[second] = point;
    for (ItemRecord &item : record.items)
        item.seconds[second] = readItemPoint(in, found);
    return done(in);
}

QByteArray encodeCaseHead(const CaseRecord &record)
{
    BlobWriter out = begin();
    out.text(record.name);
    out.number(quint64(record.testCase.value));
    out.number(quint64(record.caseRunId));
    out.real(record.startOffset);
    out.number(quint64(record.warmUp));
    out.number(quint64(record.stages.size()));
    for (const Stage &stage : record.stages)
        out.bytes(bytesOf(toJson(stage)));
    out.number(quint64(record.items.size()));
    for (const ItemRecord &item : record.items) {
        out.number(item.kind);
        out.text(item.name);
        out.text(item.method);
        out.text(item.address);
        out.number(item.setup);
    }
    return out.result();
}

Result<CaseRecord> decodeCaseHead(const QByteArray &blob)
{
    quint64 found = 0;
    BlobReader in = open(blob, found);
    CaseRecord record;
    record.name = in.text();
    record.testCase.value = in.integer();
    record.caseRunId = in.integer();
    record.startOffset = in.real();
    record.warmUp = found > 3 ? in.integer() : 0;
    for (qsizetype left = in.length(); left > 0 && !in.failed(); --left) {
        const auto stage = stageFromJson(QJsonDocument::fromJson(in.bytes()).object());
        if (!stage)
            return tl::unexpected(stage.error());
        record.stages.append(*stage);
    }
    for (qsizetype left = in.length(5); left > 0 && !in.failed(); --left) {
        ItemRecord item;
        item.kind = ItemRecord::Kind(in.number(ItemRecord::Transaction));
        item.name = in.text();
        item.method = in.text();
        item.address = in.text();
        item.setup = in.number(1) == 1;
        record.items.append(item);
    }
    if (const auto checked = done(in); !checked)
        return tl::unexpected(checked.error());
    return record;
}

QByteArray encodeCaseTotals(const CaseRecord &record)
{
    BlobWriter out = begin();
    out.real(record.startOffset);
    out.number(quint64(record.items.size()));
    for (const ItemRecord &item : record.items) {
        write(out, item.total);
        write(out, item.total.stream.figures());
    }
    out.number(quint64(record.errors.size()));
    for (const ErrorRecord &error : record.errors) {
        for (const QString *text : {&error.side, &error.kind, &error.request, &error.message, &error.sample})
            out.text(*text);
        out.number(error.count);
        out.real(error.firstSeen);
        out.real(error.lastSeen);
    }
    out.number(quint64(record.stageRecords.size()));
    for (const StageRecord &stage : record.stageRecords) {
        out.text(stage.name);
        out.number(quint64(stage.mode));
        for (const double value : {stage.start, stage.end, stage.target, stage.achieved})
            out.real(value);
    }
    out.number(quint64(record.events.size()));
    for (const EventRecord &event : record.events) {
        out.real(event.at);
        out.text(event.text);
    }
    return out.result();
}

Result<> decodeCaseTotals(const QByteArray &blob, CaseRecord &record)
{
    quint64 found = 0;
    BlobReader in = open(blob, found);
    record.startOffset = in.real();
    if (in.length() != record.items.size())
        in.fail();
    for (qsizetype i = 0; i < record.items.size() && !in.failed(); ++i) {
        record.items[i].total = readTally(in, found);
        if (found > 1)
            readStreaming(in, found, record.items[i].total.stream);
    }
    for (qsizetype left = in.length(22); left > 0 && !in.failed(); --left) {
        ErrorRecord error;
        for (QString *text : {&error.side, &error.kind, &error.request, &error.message, &error.sample})
            *text = in.text();
        error.count = in.number();
        error.firstSeen = in.real();
        error.lastSeen = in.real();
        record.errors.append(error);
    }
    for (qsizetype left = in.length(34); left > 0 && !in.failed(); --left) {
        StageRecord stage;
        stage.name = in.text();
        stage.mode = PressureMode(in.number(quint64(PressureMode::SmartPeak)));
        for (double *value : {&stage.start, &stage.end, &stage.target, &stage.achieved})
            *value = in.real();
        record.stageRecords.append(stage);
    }
    for (qsizetype left = in.length(9); left > 0 && !in.failed(); --left) {
        const double at = in.real();
        record.events.append({at, in.text()});
    }
    return done(in);
}

QByteArray encodeRunTotals(const RunRecord &record)
{
    BlobWriter out = begin();
    out.number(quint64(record.health.size()));
    for (const HealthPoint &point : record.health) {
        out.real(point.cpuPercentMax);
        out.signedNumber(point.openDescriptors);
        out.signedNumber(point.latenessP50);
        out.signedNumber(point.latenessP99);
        out.signedNumber(point.lagP99);
        out.signedNumber(point.takenPorts);
        out.number(quint64(point.cpuPercent.size()));
        for (const double percent : point.cpuPercent)
            out.real(percent);
    }
    write(out, record.lateness);
    out.number(quint64(record.rules.size()));
    for (const RuleResult &result : record.rules) {
        out.bytes(bytesOf(toJson(result.rule)));
        out.real(result.actual);
        out.number(result.passed);
        out.number(result.judged);
        out.number(result.triggers);
        out.number(quint64(result.events.size()));
        for (const RuleEvent &event : result.events) {
            out.number(quint64(event.caseIndex));
            out.real(event.at);
            out.real(event.value);
        }
    }
    out.number(quint64(record.descriptorLimit));
    out.number(quint64(record.portLimit));
    out.number(quint64(record.warnings.size()));
    for (const QString &warning : record.warnings)
        out.text(warning);
    return out.result();
}

Result<> decodeRunTotals(const QByteArray &blob, RunRecord &record)
{
    quint64 found = 0;
    BlobReader in = open(blob, found);
    for (qsizetype left = in.length(11); left > 0 && !in.failed(); --left) {
        HealthPoint point;
        point.cpuPercentMax = in.real();
        point.openDescriptors = int(in.signedNumber());
        point.latenessP50 = in.signedNumber();
        point.latenessP99 = in.signedNumber();
        if (found > 3) {
            point.lagP99 = in.signedNumber();
            point.takenPorts = int(in.signedNumber());
            for (qsizetype workers = in.length(8); workers > 0 && !in.failed(); --workers)
                point.cpuPercent.append(in.real());
        }
        record.health.append(point);
    }
    record.lateness = readHistogram(in);
    for (qsizetype left = in.length(10); left > 0 && !in.failed(); --left) {
        const auto rule = slaRuleFromJson(QJsonDocument::fromJson(in.bytes()).object());
        if (!rule)
            return tl::unexpected(rule.error());
        RuleResult result;
        result.rule = *rule;
        result.actual = in.real();
        result.passed = in.number(1) == 1;
        if (found > 1) {
            result.judged = in.number(1) == 1;
            result.triggers = in.number();
            for (qsizetype events = in.length(17); events > 0 && !in.failed(); --events) {
                RuleEvent event;
                event.caseIndex = in.integer();
                event.at = in.real();
                event.value = in.real();
                result.events.append(event);
            }
        }
        record.rules.append(result);
    }
    if (found > 3) {
        record.descriptorLimit = in.integer();
        record.portLimit = in.integer();
        for (qsizetype left = in.length(); left > 0 && !in.failed(); --left)
            record.warnings.append(in.text());
    }
    return done(in);
}

QByteArray encodeLog(const LogRecord &entry)
{
    BlobWriter out = begin();
    out.number(quint64(entry.item));
    out.real(entry.at);
    out.number(quint64(entry.status));
    out.number(quint64(entry.outcome));
    out.signedNumber(entry.time);
    out.number(entry.sentBytes);
    out.number(entry.receivedBytes);
    out.number(entry.sampled);
    out.text(entry.message);
    out.text(entry.exchange);
    return out.result();
}

Result<LogRecord> decodeLog(const QByteArray &blob)
{
    quint64 found = 0;
    BlobReader in = open(blob, found);
    LogRecord entry;
    entry.item = in.integer();
    entry.at = in.real();
    entry.status = in.integer();
    entry.outcome = engine::Outcome(in.number(engine::failureClasses));
    entry.time = in.signedNumber();
    entry.sentBytes = in.number();
    entry.receivedBytes = in.number();
    entry.sampled = in.number(1) == 1;
    entry.message = in.text();
    entry.exchange = in.text();
    if (const auto checked = done(in); !checked)
        return tl::unexpected(checked.error());
    return entry;
}

} // namespace store
