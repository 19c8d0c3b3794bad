#include "models/store/runblob.h"
#include "models/store/runcodec.h"

#include <QJsonDocument>

namespace store {

using namespace domain;
using engine::StreamFigures;

namespace {

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

} // namespace

QByteArray encodeCaseHead(const CaseRecord &record)
{
    BlobWriter out = beginBlob();
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
    BlobReader in = openBlob(blob, found);
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
    if (const auto checked = doneWith(in); !checked)
        return tl::unexpected(checked.error());
    return record;
}

QByteArray encodeCaseTotals(const CaseRecord &record)
{
    BlobWriter out = beginBlob();
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
    BlobReader in = openBlob(blob, found);
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
    return doneWith(in);
}

} // namespace store
