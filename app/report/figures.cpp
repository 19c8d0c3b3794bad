#include "app/report/figures.h"

#include "app/report/peak.h"

#include <cmath>
#include <map>

namespace report {

using namespace Qt::StringLiterals;

using domain::CaseRecord;
using domain::ItemPoint;
using domain::ItemRecord;

namespace {

constexpr double nsPerMs = 1e6;

double rounded(double value, double scale) { return std::round(value * scale) / scale; }

/// The last second in which requests were issued: answers after it belong to it. Stages end issuing; without stage
/// records (a run cut short) every second counts.
int lastIssuing(const CaseRecord &record)
{
    double end = 0;
    for (const auto &stage : record.stageRecords)
        end = std::max(end, stage.end);
    if (end <= 0)
        return std::numeric_limits<int>::max();
    int last = std::max(0, int(std::ceil(end - 0.1)) - 1); // a stage's end is noticed a few ms late
    for (qsizetype second = record.seconds.size() - 1; second > last; --second)
        if (record.seconds[second].starts > 0)
            return int(second);
    return last;
}

struct Traffic
{
    int first = -1, last = -1;
    quint64 maxRequests = 0, maxSent = 0, maxReceived = 0, maxBoth = 0;
};

/// From second `first` on; `at` gives requests and bytes of a second.
template <class At> Traffic trafficOf(qsizetype first, qsizetype seconds, int lastIssued, At at)
{
    Traffic traffic;
    for (qsizetype second = first; second < seconds; ++second) {
        const auto [requests, sent, received] = at(second);
        if (!requests)
            continue;
        if (traffic.first < 0)
            traffic.first = int(second);
        traffic.last = int(second);
        traffic.maxRequests = std::max(traffic.maxRequests, requests);
        traffic.maxSent = std::max(traffic.maxSent, sent);
        traffic.maxReceived = std::max(traffic.maxReceived, received);
        traffic.maxBoth = std::max(traffic.maxBoth, sent + received);
    }
    if (traffic.first >= 0)
        traffic.last = std::max(traffic.first, std::min(traffic.last, lastIssued));
    return traffic;
}

void fillCounts(ItemFigures &figures, const engine::Tally &total)
{
    figures.requests = total.requests;
    figures.successCount = total.successes;
    figures.errorCount = total.requests - std::min(total.requests, total.successes);
    std::copy(total.failed.begin(), total.failed.end(), figures.failed.begin());
    std::copy(total.status.begin(), total.status.end(), figures.status.begin());
    figures.sentBytes = total.sentBytes;
    figures.receivedBytes = total.receivedBytes;
    std::copy(total.sides.begin(), total.sides.end(), figures.sides.begin());
    figures.times = timesOf(total.times);
    figures.successTimes = successTimesOf(total);
    if (!total.requests)
        return;
    const double requests = double(total.requests);
    figures.rawSuccessRate = successPercent(total.requests, total.successes);
    figures.successRate = truncatedPercent(total.requests, total.successes);
    figures.avgSentBytes = double(total.sentBytes) / requests;
    figures.avgRecBytes = double(total.receivedBytes) / requests;
}

void fillTraffic(ItemFigures &figures, const Traffic &traffic, const QDateTime &caseStart)
{
    figures.start = figures.end = caseStart;
    if (traffic.first < 0)
        return;
    figures.firstSecond = traffic.first;
    figures.duration = traffic.last - traffic.first;
    figures.trafficSeconds = figures.duration + 1;
    figures.start = caseStart.addSecs(traffic.first);
    figures.end = caseStart.addSecs(traffic.last);
    figures.tps = rounded(double(figures.requests) / figures.trafficSeconds, 100);
    figures.maxRps = traffic.maxRequests;
    figures.maxSentBytes = traffic.maxSent;
    figures.maxRecBytes = traffic.maxReceived;
    figures.maxNetworkTraffic = traffic.maxBoth;
}

/// The reference divides traffic by the case's length (last second - first), also where tps divides by one more.
double networkTraffic(quint64 bytes, int caseDuration)
{
    return rounded(double(bytes) / std::max(1, caseDuration) / 1000.0, 10000);
}

void fillUsers(ItemFigures &figures, const CaseRecord &record)
{
    quint64 userSeconds = 0;
    for (const auto &second : record.seconds.mid(record.warmUp)) {
        figures.maxUsers = std::max(figures.maxUsers, second.users);
        userSeconds += quint64(std::max(0, second.users));
    }
    figures.vum = std::max<quint64>(1, (userSeconds + 59) / 60);
}

QString modeName(const CaseRecord &record)
{
    if (record.stages.isEmpty())
        return {};
    switch (record.stages.first().mode) {
    case domain::PressureMode::Concurrency: return QStringLiteral("concurrency_mode");
    case domain::PressureMode::Tps: return QStringLiteral("tps_mode");
    case domain::PressureMode::Peak: return QStringLiteral("peak_mode");
    case domain::PressureMode::SurgeUsers:
    case domain::PressureMode::SurgeTps: return QStringLiteral("surge_mode");
    case domain::PressureMode::OscillationUsers:
    case domain::PressureMode::OscillationTps: return QStringLiteral("oscillation_mode");
    case domain::PressureMode::SmartPeak: return QStringLiteral("smart_peak_mode");
    }
    return {};
}

qsizetype lengthOf(const CaseRecord &record)
{
    qsizetype length = record.seconds.size();
    for (const auto &item : record.items)
        length = std::max(length, item.seconds.size());
    return length;
}

ItemFigures itemFigures(const CaseRecord &record, int index, int lastIssued, const QDateTime &caseStart)
{
    const ItemRecord &item = record.items[index];
    ItemFigures figures;
    figures.kind = item.kind == ItemRecord::Transaction ? ItemFigures::Transaction : ItemFigures::Request;
    figures.item = index;
    figures.name = item.name;
    figures.method = item.method;
    figures.url = item.address;
    figures.setup = item.setup;
    figures.mode = modeName(record);
    if (const auto *streaming = item.total.stream.figures())
        figures.streaming = *streaming;
    fillCounts(figures, item.total);
    fillTraffic(figures, trafficOf(record.warmUp, item.seconds.size(), lastIssued, [&](qsizetype second) {
        const ItemPoint &point = item.seconds[second];
        return std::tuple(quint64(point.requests), quint64(point.sentBytes), quint64(point.receivedBytes));
    }), caseStart);
    fillUsers(figures, record);
    return figures;
}

/// The rules of the run that look at this row of this case.
void fillCheckPoints(ItemFigures &row, const domain::RunRecord &run, const CaseRecord &record)
{
    for (const auto &result : run.rules) {
        const auto &rule = result.rule;
        const bool whole = rule.target.isEmpty() || rule.scope == "case"_L1;
        const bool fits = whole ? row.kind == ItemFigures::Case && (rule.target.isEmpty() || rule.target == record.name)
                                : rule.target == row.name && row.kind != ItemFigures::Case
                && (rule.scope != "transaction"_L1 || row.kind == ItemFigures::Transaction);
        if (fits && result.judged)
            row.checkPoints.append({rule.metric, rule.value, result.passed});
    }
}

void fillPasses(ItemFigures &figures, const CaseRecord &record)
{
    if (!record.items.isEmpty() && record.items.first().kind == ItemRecord::Pass) {
        const auto &passes = record.items.first().total;
        figures.transactions = passes.requests;
        figures.transactionSuccess = passes.successes;
        figures.avgTranRespTime = passes.times.mean() / nsPerMs;
        figures.maxTranRespTime = double(passes.times.max()) / nsPerMs;
        if (figures.trafficSeconds > 0)
            figures.tranTps = rounded(double(passes.requests) / figures.trafficSeconds, 100);
        if (passes.fromSchedule.count())
            figures.fromSchedule = timesOf(passes.fromSchedule);
    }
    for (const auto &second : record.seconds.mid(record.warmUp)) {
        figures.cutOff += second.cutOff;
        figures.retried += second.retried;
        figures.redirectHops += second.redirectHops;
        figures.dropped += second.dropped;
        figures.droppedWhileFree += second.droppedWhileFree;
    }
}

void addPoint(Curves &curves, qsizetype second, const ItemPoint &point)
{
    curves.rps[second] += point.requests;
    curves.average[second] += double(point.sumTime); // divided at the end
    curves.success[second] += point.successes;
    curves.error[second] += double(point.requests) - double(std::min(point.requests, point.successes));
    curves.sentBytes[second] += double(point.sentBytes);
    curves.receivedBytes[second] += double(point.receivedBytes);
    double answered = 0;
    for (size_t i = 0; i < point.failed.size(); ++i)
        curves.failed[i][second] += point.failed[i];
    for (size_t i = 0; i < point.sides.size(); ++i)
        curves.sides[i][second] += point.sides[i];
    for (size_t i = 0; i < point.status.size(); ++i) {
        curves.status[i][second] += point.status[i];
        answered += point.status[i];
    }
    curves.noAnswer[second] += std::max(0.0, double(point.requests) - answered);
}

void addPasses(Curves &curves, const CaseRecord &record)
{
    for (const ItemRecord &row : record.items) {
        for (qsizetype second = 0; row.kind == ItemRecord::Pass && second < row.seconds.size(); ++second)
            curves.transactions[second] = row.seconds[second].requests;
    }
}

void addPercentiles(Curves &curves, const ItemRecord &row)
{
    for (qsizetype second = 0; second < row.seconds.size(); ++second) {
        const ItemPoint &point = row.seconds[second];
        curves.p50[second] = double(point.p50) / nsPerMs;
        curves.p95[second] = double(point.p95) / nsPerMs;
        curves.p99[second] = double(point.p99) / nsPerMs;
    }
}

void addStreams(Curves &curves, const ItemRecord &item, qsizetype length)
{
    if (item.streams.isEmpty())
        return;
    if (!curves.streams) {
        StreamCurves &made = curves.streams.emplace();
        for (auto *series : {&made.plays, &made.sentPackets, &made.receivedPackets, &made.audioSentBytes, &made.audioReceivedBytes,
                             &made.videoSentBytes, &made.videoReceivedBytes})
            series->fill(0, length);
        for (auto &series : made.failed)
            series.fill(0, length);
    }
    StreamCurves &streams = *curves.streams;
    for (qsizetype second = 0; second < std::min(length, item.streams.size()); ++second) {
        const domain::StreamPoint &point = item.streams[second];
        streams.plays[second] += point.plays;
        streams.sentPackets[second] += point.sentPackets;
        streams.receivedPackets[second] += point.receivedPackets;
        streams.audioSentBytes[second] += double(point.audioSentBytes);
        streams.audioReceivedBytes[second] += double(point.audioReceivedBytes);
        streams.videoSentBytes[second] += double(point.videoSentBytes);
        streams.videoReceivedBytes[second] += double(point.videoReceivedBytes);
        for (size_t i = 0; i < point.failed.size(); ++i)
            streams.failed[i][second] += point.failed[i];
    }
}

} // namespace

TimeFigures timesOf(const engine::Histogram &histogram)
{
    const auto at = [&](double percent) { return double(histogram.percentile(percent)) / nsPerMs; };
    if (!histogram.count())
        return {};
    return {histogram.mean() / nsPerMs, double(histogram.min()) / nsPerMs, double(histogram.max()) / nsPerMs,
            at(50), at(75), at(85), at(90), at(95), at(99), at(99.9), at(99.99)};
}

TimeFigures successTimesOf(const engine::Tally &tally)
{
    if (!tally.failedTimes.count())
        return timesOf(tally.times);
    std::map<uint32_t, uint64_t> counts;
    for (const auto &[index, count] : tally.times.buckets())
        counts[index] = count;
    for (const auto &[index, count] : tally.failedTimes.buckets())
        if (const auto found = counts.find(index); found != counts.end())
            found->second -= std::min(found->second, count);
    std::erase_if(counts, [](const auto &bucket) { return bucket.second == 0; });
    if (counts.empty())
        return {};
    const std::vector<std::pair<uint32_t, uint64_t>> buckets(counts.begin(), counts.end());
    const uint32_t first = buckets.front().first;
    const int64_t low = first ? engine::Histogram::upperEnd(first - 1) + 1 : 0;
    return timesOf(engine::Histogram::restore(buckets, std::max<int64_t>(0, tally.times.sum() - tally.failedTimes.sum()),
                                              std::max(low, tally.times.min()),
                                              std::min(engine::Histogram::upperEnd(buckets.back().first), tally.times.max())));
}

QVector<RangeFigure> rangesOf(const engine::Histogram &histogram)
{
    static const std::pair<const char *, int64_t> bounds[] = {
        {"0~50ms", 50}, {"50~200ms", 200}, {"200~500ms", 500}, {"500ms~1s", 1000}, {"1~2s", 2000},
        {"2~3s", 3000}, {"3~4s", 4000}, {"4~5s", 5000}, {">5s", std::numeric_limits<int64_t>::max() / 1000000}};
    QVector<RangeFigure> ranges;
    for (const auto &[name, end] : bounds)
        ranges.append({QString::fromLatin1(name), 0, 0});
    for (const auto &[index, count] : histogram.buckets()) {
        // A bucket across a bound counts where its middle lies: it is a thousandth wide.
        const int64_t low = index ? engine::Histogram::upperEnd(index - 1) + 1 : 0;
        const int64_t middle = low + (engine::Histogram::upperEnd(index) - low) / 2;
        qsizetype place = 0;
        while (place < ranges.size() - 1 && middle >= bounds[place].second * int64_t(nsPerMs))
            ++place;
        ranges[place].count += count;
    }
    for (auto &range : ranges)
        if (histogram.count())
            range.percent = 100.0 * double(range.count) / double(histogram.count());
    return ranges;
}

Curves curvesOf(const CaseRecord &record, int item)
{
    const qsizetype length = lengthOf(record);
    Curves curves;
    for (auto *series : {&curves.rps, &curves.transactions, &curves.average, &curves.users, &curves.target, &curves.p50,
                         &curves.p95, &curves.p99, &curves.success, &curves.error, &curves.sentBytes,
                         &curves.receivedBytes, &curves.noAnswer})
        series->fill(0, length);
    for (auto &series : curves.failed)
        series.fill(0, length);
    for (auto &series : curves.status)
        series.fill(0, length);
    for (auto &series : curves.sides)
        series.fill(0, length);
    for (qsizetype second = 0; second < record.seconds.size(); ++second) {
        curves.users[second] = record.seconds[second].users;
        curves.target[second] = record.seconds[second].target;
    }
    for (int index = 0; index < record.items.size(); ++index) {
        const auto &row = record.items[index];
        const bool counts = item == 0 ? row.kind == ItemRecord::Request : index == item;
        if (!counts)
            continue;
        addStreams(curves, row, length);
        for (qsizetype second = 0; second < row.seconds.size(); ++second)
            addPoint(curves, second, row.seconds[second]);
    }
    addPasses(curves, record);
    if (item < record.items.size())
        addPercentiles(curves, record.items[item]);
    for (qsizetype second = 0; second < length; ++second)
        if (curves.rps[second] > 0)
            curves.average[second] /= curves.rps[second] * nsPerMs;
    return curves;
}

double successPercent(quint64 requests, quint64 successes) { return requests ? 100.0 * double(successes) / double(requests) : 0; }

double truncatedPercent(quint64 requests, quint64 successes) { return requests ? double(successes * 10000 / requests) / 100 : 0; }

double failedPercent(const ItemFigures &figures) { return figures.requests ? 100.0 * double(figures.errorCount) / double(figures.requests) : 0; }

ItemFigures countsOf(const domain::ItemRecord &item)
{
    ItemFigures figures;
    figures.name = item.name;
    figures.method = item.method;
    figures.url = item.address;
    figures.setup = item.setup;
    fillCounts(figures, item.total);
    return figures;
}

CaseFigures figuresOf(const domain::RunRecord &run, int caseIndex)
{
    const CaseRecord &record = run.cases[caseIndex];
    const QDateTime start = run.started.addMSecs(qint64(record.startOffset * 1000));
    const int lastIssued = lastIssuing(record);
    CaseFigures figures;
    figures.index = caseIndex;
    figures.name = record.name;
    figures.caseRunId = record.caseRunId;
    figures.warmUp = record.warmUp;
    figures.rate = std::any_of(record.stages.begin(), record.stages.end(), [](const auto &stage) { return stage.isRate(); });
    for (int index = 0; index < record.items.size(); ++index) {
        if (record.items[index].kind == ItemRecord::Pass)
            continue;
        auto item = itemFigures(record, index, lastIssued, start);
        if (item.kind == ItemFigures::Request) {
            figures.total += record.items[index].total;
            figures.requests.append(item);
        } else {
            figures.transactions.append(item);
        }
    }
    figures.curves = curvesOf(record, 0);

    ItemFigures &all = figures.performance;
    all.kind = ItemFigures::Case;
    all.name = record.name;
    all.mode = modeName(record);
    fillCounts(all, figures.total);
    if (const auto *streaming = figures.total.stream.figures())
        all.streaming = *streaming;
    fillTraffic(all, trafficOf(record.warmUp, figures.curves.rps.size(), lastIssued, [&](qsizetype second) {
        return std::tuple(quint64(figures.curves.rps[second]), quint64(figures.curves.sentBytes[second]),
                          quint64(figures.curves.receivedBytes[second]));
    }), start);
    fillUsers(all, record);
    fillPasses(all, record);
    all.avgNetworkTraffic = networkTraffic(all.sentBytes + all.receivedBytes, all.duration);
    for (auto *rows : {&figures.requests, &figures.transactions})
        for (auto &row : *rows)
            row.avgNetworkTraffic = networkTraffic(row.sentBytes + row.receivedBytes, all.duration);
    all.peak = peakOf(record, figures.curves, start);
    figures.peakSteps = peakStepsOf(record, figures.curves, start);
    fillCheckPoints(all, run, record);
    for (auto *rows : {&figures.requests, &figures.transactions})
        for (auto &row : *rows)
            fillCheckPoints(row, run, record);
    return figures;
}

QVector<CaseFigures> figuresOf(const domain::RunRecord &run)
{
    QVector<CaseFigures> cases;
    for (int index = 0; index < run.cases.size(); ++index)
        cases.append(figuresOf(run, index));
    return cases;
}

} // namespace report
