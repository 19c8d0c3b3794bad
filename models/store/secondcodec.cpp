#include "models/store/runblob.h"
#include "models/store/runcodec.h"

namespace store {

using namespace domain;

namespace {

constexpr quint64 itemCounts = 1, itemStream = 2; ///< what an item has in a second

void write(BlobWriter &out, const ItemPoint &point)
{
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

/// All numbers of a point in the order of their bits: the sizes are nearly always few.
template <class Point, class Visit> void eachNumber(Point &point, Visit visit)
{
    for (auto *number : {&point.plays, &point.sentPackets, &point.receivedPackets})
        visit(*number);
    for (auto *number : {&point.audioSentBytes, &point.audioReceivedBytes, &point.videoSentBytes, &point.videoReceivedBytes})
        visit(*number);
    for (size_t i = 1; i < point.failed.size(); ++i)
        visit(point.failed[i]);
}

void write(BlobWriter &out, const StreamPoint &point)
{
    quint64 bits = 0;
    int place = 0;
    eachNumber(point, [&](quint64 number) { bits |= quint64(number != 0) << place++; });
    out.number(bits);
    eachNumber(point, [&](quint64 number) {
        if (number)
            out.number(number);
    });
}

StreamPoint readStreamPoint(BlobReader &in)
{
    StreamPoint point;
    int place = 0;
    const quint64 bits = in.number((quint64(1) << (7 + engine::streamFailures - 1)) - 1);
    eachNumber(point, [&]<class Number>(Number &number) {
        if (bits >> place++ & 1)
            number = Number(in.number(std::numeric_limits<Number>::max()));
    });
    return point;
}

} // namespace

QByteArray encodeSecond(const CaseRecord &record, int second)
{
    BlobWriter out = beginBlob();
    const CasePoint point = record.seconds.value(second);
    out.signedNumber(point.users);
    out.real(point.target);
    for (const uint32_t count : {point.starts, point.dropped, point.droppedWhileFree, point.cutOff, point.retried, point.redirectHops})
        out.number(count);
    out.number(quint64(record.items.size()));
    for (const ItemRecord &item : record.items) {
        const ItemPoint counts = item.seconds.value(second);
        const StreamPoint stream = item.streams.value(second);
        const bool hasCounts = counts != ItemPoint(), hasStream = stream != StreamPoint();
        out.number((hasCounts ? itemCounts : 0) | (hasStream ? itemStream : 0));
        if (hasCounts)
            write(out, counts);
        if (hasStream)
            write(out, stream);
    }
    return out.result();
}

Result<> decodeSecond(const QByteArray &blob, CaseRecord &record, int second)
{
    quint64 found = 0;
    BlobReader in = openBlob(blob, found);
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
        return doneWith(in);
    const qsizetype length = std::max<qsizetype>(record.seconds.size(), second + 1);
    record.seconds.resize(length);
    record.seconds[second] = point;
    for (ItemRecord &item : record.items) {
        const quint64 parts = in.number(found > 4 ? itemCounts | itemStream : itemCounts);
        item.seconds.resize(length);
        item.seconds[second] = parts & itemCounts ? readItemPoint(in, found) : ItemPoint();
        if (parts & itemStream || !item.streams.isEmpty()) {
            item.streams.resize(length);
            item.streams[second] = parts & itemStream ? readStreamPoint(in) : StreamPoint();
        }
    }
    return doneWith(in);
}

} // namespace store
