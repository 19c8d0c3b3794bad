#include "app/report/figuresjson.h"

#include "app/report/streamfigures.h"

#include <QHash>
#include <QJsonArray>
#include <cmath>

namespace report {

using namespace Qt::StringLiterals;

namespace {

double thousandths(double value) { return std::round(value * 1000) / 1000; }

QJsonValue number(quint64 value) { return qint64(value); }

QJsonValue timeValue(double ms, Times times)
{
    if (times == Times::Whole)
        return qint64(std::llround(ms));
    return thousandths(ms);
}

QString stamp(const QDateTime &time) { return time.isValid() ? time.toOffsetFromUtc(time.offsetFromUtc()).toString(Qt::ISODate) : QString(); }

QJsonObject spread(const TimeFigures &times)
{
    return {{u"avg"_s, thousandths(times.average)}, {u"tp50"_s, thousandths(times.tp50)}, {u"tp90"_s, thousandths(times.tp90)},
            {u"tp95"_s, thousandths(times.tp95)}, {u"tp99"_s, thousandths(times.tp99)}, {u"tp999"_s, thousandths(times.tp999)},
            {u"tp9999"_s, thousandths(times.tp9999)}, {u"max"_s, thousandths(times.max)}};
}

/// StreamingMediaReport.
QJsonValue streamingJson(const ItemFigures &figures)
{
    if (!figures.streaming)
        return QJsonValue::Null;
    QJsonObject json;
    for (const StreamFigure &figure : streamFiguresOf(figures))
        json[figure.name] = figure.value;
    return json;
}

/// Rules by the reference's names of the figures they look at.
void addCheckPoints(QJsonObject &json, const ItemFigures &figures)
{
    const bool isCase = figures.kind == ItemFigures::Case;
    const QHash<QString, QString> names{{u"avg"_s, u"averageRespTime"_s}, {u"max"_s, u"maxRespTime"_s}, {u"p50"_s, u"tp50"_s},
                                        {u"p75"_s, u"tp75"_s}, {u"p85"_s, u"tp85"_s}, {u"p90"_s, u"tp90"_s}, {u"p95"_s, u"tp95"_s},
                                        {u"p99"_s, u"tp99"_s}, {u"p999"_s, u"tp999"_s}, {u"p9999"_s, u"tp9999"_s}, {u"rps"_s, u"tps"_s},
                                        {u"tps"_s, isCase ? u"tranTPS"_s : u"tps"_s}, {u"success_rate"_s, u"successRate"_s}};
    bool kept = true;
    for (const CheckPoint &point : figures.checkPoints) {
        kept = kept && point.passed;
        const auto name = names.constFind(point.metric);
        if (name == names.cend())
            continue;
        const bool before = json[*name + u"CheckRes"_s].toBool(true); // two rules about one figure: both must hold
        json[*name + u"CheckPoint"_s] = point.expected;
        json[*name + u"CheckRes"_s] = before && point.passed;
    }
    json[u"checkpointResult"_s] = kept;
}

void addCase(QJsonObject &json, const ItemFigures &figures, Times times)
{
    json[u"transactions"_s] = number(figures.transactions);
    json[u"transactionSuccess"_s] = number(figures.transactionSuccess);
    json[u"tranTPS"_s] = figures.tranTps;
    const double seconds = figures.trafficSeconds;
    json[u"transactionalTps"_s] = figures.tranTps;
    json[u"transactionalTpsSuccess"_s] = seconds ? std::round(double(figures.transactionSuccess) / seconds * 100) / 100 : 0;
    json[u"avgTranRespTime"_s] = thousandths(figures.avgTranRespTime);
    json[u"maxTranRespTime"_s] = timeValue(figures.maxTranRespTime, times);
    json[u"cut_off"_s] = number(figures.cutOff);
    json[u"retried"_s] = number(figures.retried);
    json[u"redirect_hops"_s] = number(figures.redirectHops);
    if (figures.fromSchedule)
        json[u"from_schedule"_s] = spread(*figures.fromSchedule);
}

QJsonArray rows(const QVector<ItemFigures> &items, int caseRunId, Times times)
{
    QJsonArray array;
    for (const auto &item : items) {
        QJsonObject row = toJson(item, times);
        if (times == Times::Decimal)
            row[u"success_only"_s] = spread(item.successTimes);
        row[u"detailId"_s] = detailId(caseRunId, item.item);
        array.append(row);
    }
    return array;
}

QJsonArray series(const QVector<double> &values, qsizetype every)
{
    QJsonArray array;
    for (qsizetype i = 0; i < values.size(); i += every)
        array.append(thousandths(values[i]));
    return array;
}

/// RtmpBrokens: of every kind of stream, as StreamingMediaReport is.
QJsonValue packetsJson(const Curves &curves, qsizetype every)
{
    if (!curves.streams)
        return QJsonValue::Null;
    const StreamCurves &streams = *curves.streams;
    return QJsonObject{
        {u"audioRecBytes"_s, series(streams.audioReceivedBytes, every)}, {u"audioSentBytes"_s, series(streams.audioSentBytes, every)},
        {u"rtmpReceivedPackets"_s, series(streams.receivedPackets, every)}, {u"rtmpSentPackets"_s, series(streams.sentPackets, every)},
        {u"videoRecBytes"_s, series(streams.videoReceivedBytes, every)}, {u"videoSentBytes"_s, series(streams.videoSentBytes, every)}};
}

/// StreamingErrorBrokens: the kinds it names.
QJsonValue streamErrorsJson(const Curves &curves, qsizetype every)
{
    if (!curves.streams)
        return QJsonValue::Null;
    QJsonObject json;
    using enum engine::StreamFailure;
    for (const auto kind : {TcpConnect, HandShake, RtmpConnect, CreateStream, Play, Publish, Retry, ParseFile, ParseFlvFile})
        json[streamFailureName(size_t(kind))] = series(curves.streams->failed[size_t(kind)], every);
    return json;
}

} // namespace

QJsonObject peakJson(const PeakFigures &peak)
{
    return {{u"vuser"_s, peak.users}, {u"rps"_s, peak.rps}, {u"avgRT"_s, thousandths(peak.averageMs)},
            {u"successRate"_s, peak.successRate}, {u"peakTime"_s, stamp(peak.time)}};
}

QString detailId(int caseRunId, int item)
{
    // 19 digits like the reference's own, and below 2^63.
    return QString::number(7000000000000000000LL + qint64(caseRunId) * 100000 + item);
}

QJsonObject toJson(const ItemFigures &figures, Times times)
{
    QJsonObject json{
        {u"name"_s, figures.name},
        {u"requests"_s, number(figures.requests)},
        {u"successCount"_s, number(figures.successCount)},
        {u"errorCount"_s, number(figures.errorCount)},
        {u"failedParsed"_s, number(figures.failed[0])},
        {u"failedAssert"_s, number(figures.failed[1])},
        {u"failedTimeout"_s, number(figures.failed[2])},
        {u"failedRefused"_s, number(figures.failed[3])},
        {u"failedOthers"_s, number(figures.failed[4])},
        {u"successRate"_s, figures.successRate},
        {u"transactionalSuccessRate"_s, figures.rawSuccessRate},
        {u"averageRespTime"_s, times == Times::Whole ? std::round(figures.times.average * 100) / 100 : thousandths(figures.times.average)},
        {u"min"_s, timeValue(figures.times.min, times)},
        {u"max"_s, timeValue(figures.times.max, times)},
        {u"maxRespTime"_s, timeValue(figures.times.max, times)},
        {u"tp50"_s, timeValue(figures.times.tp50, times)},
        {u"tp75"_s, timeValue(figures.times.tp75, times)},
        {u"tp85"_s, timeValue(figures.times.tp85, times)},
        {u"tp90"_s, timeValue(figures.times.tp90, times)},
        {u"tp95"_s, timeValue(figures.times.tp95, times)},
        {u"tp99"_s, timeValue(figures.times.tp99, times)},
        {u"tp999"_s, timeValue(figures.times.tp999, times)},
        {u"tp9999"_s, timeValue(figures.times.tp9999, times)},
        {u"tps"_s, figures.tps},
        {u"maxRps"_s, number(figures.maxRps)},
        {u"avgSentBytes"_s, times == Times::Whole ? std::round(figures.avgSentBytes) : thousandths(figures.avgSentBytes)},
        {u"avgRecBytes"_s, times == Times::Whole ? std::round(figures.avgRecBytes) : thousandths(figures.avgRecBytes)},
        {u"maxSentBytes"_s, number(figures.maxSentBytes)},
        {u"maxRecBytes"_s, number(figures.maxRecBytes)},
        {u"avgNetworkTraffic"_s, figures.avgNetworkTraffic},
        {u"maxNetworkTraffic"_s, number(figures.maxNetworkTraffic)},
        {u"minNetworkTraffic"_s, 0},
        {u"currentThreadNum"_s, figures.maxUsers},
        {u"duration"_s, figures.duration},
        {u"startTime"_s, stamp(figures.start)},
        {u"endTime"_s, stamp(figures.end)},
        {u"datumType"_s, int(figures.kind)},
        {u"isAW"_s, figures.kind == ItemFigures::Request},
        {u"vum"_s, number(figures.vum)},
        {u"mode"_s, figures.mode.isEmpty() ? QJsonValue() : QJsonValue(figures.mode)},
        {u"url"_s, figures.url.isEmpty() ? QJsonValue() : QJsonValue(figures.url)},
        {u"peakMetric"_s, figures.peak ? QJsonValue(peakJson(*figures.peak)) : QJsonValue::Null},
        {u"streamingMediaVo"_s, streamingJson(figures)},
    };
    addCheckPoints(json, figures);
    for (int i = 0; i < 5; ++i)
        json[u"sum%1xx"_s.arg(i + 1)] = number(figures.status[size_t(i)]);
    if (figures.kind == ItemFigures::Request)
        json[u"setup"_s] = figures.setup;
    if (!figures.method.isEmpty())
        json[u"method"_s] = figures.method;
    if (figures.kind == ItemFigures::Case)
        addCase(json, figures, times);
    return json;
}

QJsonObject detailJson(const CaseFigures &figures, Times times)
{
    QJsonObject performance = toJson(figures.performance, times);
    if (times == Times::Decimal) // members of ours, not of the reference
        performance[u"success_only"_s] = spread(figures.performance.successTimes);
    performance[u"detailId"_s] = detailId(figures.caseRunId, 0);
    return {{u"performance"_s, performance},
            {u"detailDatas"_s, rows(figures.requests, figures.caseRunId, times)},
            {u"customTransactions"_s, rows(figures.transactions, figures.caseRunId, times)}};
}

QJsonObject chartJson(const Curves &curves, const QDateTime &start, int limit)
{
    const qsizetype length = curves.rps.size();
    const qsizetype every = limit > 0 && length > limit ? (length + limit - 1) / limit : 1;
    QJsonArray stamps;
    for (qsizetype second = 0; second < length; second += every)
        stamps.append(stamp(start.addSecs(second)));
    return {
        {u"commonTimestamps"_s, stamps},
        {u"brand_brokens"_s, QJsonObject{{u"sentBytes"_s, series(curves.sentBytes, every)}, {u"recBytes"_s, series(curves.receivedBytes, every)}}},
        {u"respcode_brokens"_s,
         QJsonObject{{u"success"_s, series(curves.success, every)}, {u"error"_s, series(curves.error, every)},
                     {u"parsedFailed"_s, series(curves.failed[0], every)}, {u"checkPointFailed"_s, series(curves.failed[1], every)},
                     {u"timeout"_s, series(curves.failed[2], every)}, {u"refusedFailed"_s, series(curves.failed[3], every)},
                     {u"othersFailed"_s, series(curves.failed[4], every)}}},
        {u"tps_brokens"_s, QJsonObject{{u"tps"_s, series(curves.rps, every)}, {u"average"_s, series(curves.average, every)}}},
        {u"vusers_brokens"_s, QJsonObject{{u"vusers"_s, series(curves.users, every)}}},
        {u"performance_load"_s, QJsonValue::Null},
        {u"rtmp_brokens"_s, packetsJson(curves, every)},
        {u"streaming_error_brokens"_s, streamErrorsJson(curves, every)},
    };
}

QJsonObject sidesJson(const Curves &curves)
{
    return {{u"server"_s, series(curves.sides[0], 1)}, {u"network"_s, series(curves.sides[1], 1)}, {u"this_computer"_s, series(curves.sides[2], 1)}};
}

QJsonObject rangesJson(const engine::Histogram &histogram)
{
    QJsonObject json;
    for (const auto &range : rangesOf(histogram))
        json[range.range] = u"%1%(%2)"_s.arg(range.percent, 0, 'f', 1).arg(range.count);
    return json;
}

} // namespace report
