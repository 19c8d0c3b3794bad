#include "models/store/runblob.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace store {

namespace {

constexpr quint64 buckets = quint64(42 - engine::Histogram::subBits + 1) << engine::Histogram::subBits;

} // namespace

BlobWriter beginBlob()
{
    BlobWriter out;
    out.number(blobVersion);
    return out;
}

BlobReader openBlob(const QByteArray &blob, quint64 &found)
{
    BlobReader in(blob);
    found = in.number(blobVersion);
    if (found < 1)
        in.fail();
    return in;
}

domain::Result<> doneWith(const BlobReader &in)
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

QByteArray bytesOf(const QJsonObject &json)
{
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

} // namespace store
