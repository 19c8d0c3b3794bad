// A plausible run for tests of reports: a rate case of four stages with a slow, failing payment under the peak, and the
// reference's own samples. Deterministic.
#pragma once

#include "models/domain/runrecord.h"
#include <QTimeZone>
#include <cmath>
#include <cstdint>
#include <random>

namespace samplerun {

using namespace Qt::StringLiterals;
using domain::ItemRecord;

struct Load
{
    double users, target, slowness;
};

inline Load loadAt(int second, int length)
{
    const double at = double(second) / length;
    if (at < 0.17)
        return {20 + 60 * at / 0.17, 10 + 110 * at / 0.17, 1};
    if (at < 0.5)
        return {85, 120, 1};
    if (at < 0.8)
        return {std::min(480.0, 90 + 3000 * (at - 0.5)), 160, 1 + 3.2 * std::min(1.0, (at - 0.5) / 0.12)};
    return {100, 120, std::max(1.0, 3 - 30 * (at - 0.8))};
}

/// Adds one exchange to the total, to the second and to its list of times.
inline void addSample(ItemRecord &item, domain::ItemPoint &point, std::vector<int64_t> &times, const engine::Sample &sample)
{
    item.total.add(sample);
    ++point.requests;
    if (sample.outcome == engine::Outcome::Ok)
        ++point.successes;
    else {
        ++point.failed[size_t(sample.outcome) - 1];
        ++point.sides[sample.side == engine::Side::None ? 0 : size_t(sample.side) - 1];
    }
    if (sample.status >= 100 && sample.status < 600)
        ++point.status[size_t(sample.status / 100 - 1)];
    point.sentBytes += sample.sentBytes;
    point.receivedBytes += sample.receivedBytes;
    point.sumTime += sample.responseTime;
    point.minTime = times.empty() ? sample.responseTime : std::min(point.minTime, sample.responseTime);
    point.maxTime = std::max(point.maxTime, sample.responseTime);
    times.push_back(sample.responseTime);
}

inline void closeSecond(ItemRecord &item, domain::ItemPoint &point, std::vector<int64_t> &times)
{
    std::sort(times.begin(), times.end());
    const auto at = [&](double share) { return times.empty() ? 0 : times[std::min(times.size() - 1, size_t(share * double(times.size())))]; };
    point.p50 = at(0.5);
    point.p90 = at(0.9);
    point.p95 = at(0.95);
    point.p99 = at(0.99);
    item.seconds.append(point);
    point = {};
    times.clear();
}

/// `slower` scales all response times: a second run to compare with.
inline domain::CaseRecord checkoutCase(int length, double slower, unsigned seed)
{
    struct Request
    {
        const char16_t *name, *method, *address;
        double ms;
        int sent, received;
    };
    static const Request requests[] = {
        {u"Log in", u"POST", u"https://shop.example/api/login", 84, 412, 890},
        {u"Catalogue page", u"GET", u"https://shop.example/api/catalogue?page=1", 58, 240, 38210},
        {u"Product <details> & price", u"GET", u"https://shop.example/api/products/42", 39, 236, 12700},
        {u"支付订单 Pay", u"POST", u"https://shop.example/api/pay", 120, 650, 1280}};
    std::mt19937 random(seed);
    std::lognormal_distribution<double> spread(0, 0.45);
    std::uniform_real_distribution<double> chance(0, 1);
    domain::CaseRecord record;
    record.name = u"Browse and checkout"_s;
    record.caseRunId = 71;
    record.testCase.value = 10;
    record.items.resize(6);
    record.items[0].kind = ItemRecord::Pass;
    record.items[0].name = record.name;
    record.items[1].kind = ItemRecord::Transaction;
    record.items[1].name = u"Checkout"_s;
    for (int i = 0; i < 4; ++i) {
        record.items[2 + i].name = QString::fromUtf16(requests[i].name);
        record.items[2 + i].method = QString::fromUtf16(requests[i].method);
        record.items[2 + i].address = QString::fromUtf16(requests[i].address);
    }
    record.items[2].setup = true;
    std::array<domain::ItemPoint, 6> points;
    std::array<std::vector<int64_t>, 6> times;
    quint64 unavailable = 0, timedOut = 0;
    for (int second = 0; second < length; ++second) {
        const Load load = loadAt(second, length);
        const double busy = load.slowness > 3 ? 0.93 : 1;
        const int passes = int(load.target / 4 * busy + 2 * chance(random));
        domain::CasePoint point;
        point.users = int(load.users);
        point.target = std::round(load.target / 4 * 10) / 10;
        point.starts = uint32_t(passes);
        point.dropped = uint32_t(std::max(0.0, load.target / 4 - passes));
        record.seconds.append(point);
        for (int pass = 0; pass < passes; ++pass) {
            engine::Sample whole;
            whole.outcome = engine::Outcome::Ok;
            int64_t lastTime = 0;
            for (int i = 0; i < 4; ++i) {
                if (i == 0 && second > length / 6)
                    continue; // setup: at a user's beginning only
                engine::Sample sample;
                sample.responseTime = int64_t(requests[i].ms * slower * load.slowness * spread(random) * 1e6);
                sample.status = 200;
                sample.sentBytes = uint64_t(requests[i].sent);
                sample.receivedBytes = uint64_t(requests[i].received);
                const double fate = chance(random);
                if (i == 3 && load.slowness > 2.5 && fate < 0.11) {
                    sample.status = fate < 0.09 ? 503 : 0;
                    sample.outcome = fate < 0.09 ? engine::Outcome::Assert : engine::Outcome::Timeout;
                    sample.side = fate < 0.09 ? engine::Side::Server : engine::Side::Network;
                    if (fate >= 0.09) {
                        sample.responseTime = 5'000'000'000;
                        sample.receivedBytes = 0;
                        ++timedOut;
                    } else {
                        ++unavailable;
                    }
                } else if (i == 2 && fate < 0.01) {
                    sample.status = 304;
                }
                if (sample.outcome != engine::Outcome::Ok)
                    whole.outcome = sample.outcome;
                whole.responseTime += sample.responseTime;
                lastTime = sample.responseTime;
                addSample(record.items[2 + i], points[size_t(2 + i)], times[size_t(2 + i)], sample);
            }
            addSample(record.items[0], points[0], times[0], whole);
            record.items[0].total.fromSchedule.record(whole.responseTime + int64_t(2e6 * load.slowness));
            whole.responseTime = lastTime;
            addSample(record.items[1], points[1], times[1], whole);
        }
        for (int i = 0; i < 6; ++i)
            closeSecond(record.items[i], points[size_t(i)], times[size_t(i)]);
    }
    const auto stage = [&](const QString &name, double from, double to, double target, double achieved) {
        domain::Stage planned;
        planned.name = name;
        planned.mode = domain::PressureMode::Tps;
        planned.seconds = int(std::round((to - from) * length));
        planned.tps = target;
        planned.users = 480;
        record.stages.append(planned);
        record.stageRecords.append({name, planned.mode, std::round(from * length), std::round(to * length), target, achieved});
    };
    stage(u"ramp"_s, 0, 0.17, 16.2, 16.1);
    stage(u"30 TPS"_s, 0.17, 0.5, 30, 30.1);
    stage(u"40 TPS"_s, 0.5, 0.8, 40, 38.2);
    stage(u"30 TPS again"_s, 0.8, 1, 30, 30);
    record.errors.append({u"server"_s, u"assert"_s, u"支付订单 Pay"_s, u"Status 503, expected 200"_s,
                          u"POST /api/pay HTTP/1.1\nHost: shop.example\n\nHTTP/1.1 503 Service Unavailable\nRetry-After: 1\n\n<h1>busy & closed</h1>"_s,
                          unavailable, 0.62 * length, 0.82 * length});
    record.errors.append({u"network"_s, u"timeout"_s, u"支付订单 Pay"_s, u"No answer within 5 s"_s,
                          u"POST /api/pay HTTP/1.1\nHost: shop.example"_s, timedOut, 0.64 * length, 0.81 * length});
    record.events.append({0.72 * length, u"All 480 users are busy"_s});
    return record;
}

inline domain::RunRecord run(int length = 240, double slower = 1, unsigned seed = 7)
{
    domain::RunRecord record;
    record.id.value = 12;
    record.project.value = 3;
    record.task.value = 5;
    record.projectName = u"Shop"_s;
    record.taskName = u"Checkout rate"_s;
    record.environment = u"staging"_s;
    record.started = QDateTime(QDate(2026, 11, 24), QTime(21, 4, 5, 250), QTimeZone(8 * 3600));
    record.ended = record.started.addSecs(length);
    record.status = domain::RunStatus::Finished;
    record.threads = 2;
    record.cases.append(checkoutCase(length, slower, seed));
    for (int second = 0; second < length; ++second) {
        record.health.append({24 + 14 * std::sin(second / 30.0), 60 + second % 40, 60'000, 800'000});
        for (int i = 0; i < 30; ++i)
            record.lateness.record(40'000 + 7'000 * i + (i == 29 ? 550'000 : 0));
    }
    const auto rule = [&](const QString &target, const QString &metric, const QString &comparison, double value, double actual) {
        domain::SlaRule sla;
        sla.scope = target.isEmpty() ? u"case"_s : u"request"_s;
        sla.target = target;
        sla.metric = metric;
        sla.comparison = comparison;
        sla.value = value;
        const bool passed = comparison == u"<"_s ? actual < value : actual > value;
        record.rules.append({sla, actual, passed});
    };
    rule({}, u"p95"_s, u"<"_s, 250, 391.118);
    rule({}, u"success_rate"_s, u">"_s, 99, 98.91);
    rule({}, u"tps"_s, u">"_s, 25, 29.6);
    rule(u"Catalogue page"_s, u"p99"_s, u"<"_s, 900, 541.3);
    rule(u"支付订单 Pay"_s, u"avg"_s, u"<"_s, 500, 242.7);
    return record;
}

/// The pass of a case, without any.
inline ItemRecord pass()
{
    ItemRecord item;
    item.kind = ItemRecord::Pass;
    return item;
}

/// One request whose counts a second are given; every request takes `ms` and moves those bytes.
inline ItemRecord steady(const QString &name, const std::vector<int> &perSecond, double ms, int sent, int received)
{
    ItemRecord item;
    item.name = name;
    item.method = u"GET"_s;
    domain::ItemPoint point;
    std::vector<int64_t> times;
    for (const int count : perSecond) {
        for (int i = 0; i < count; ++i) {
            engine::Sample sample;
            sample.status = 200;
            sample.responseTime = int64_t(ms * 1e6);
            sample.sentBytes = uint64_t(sent);
            sample.receivedBytes = uint64_t(received);
            addSample(item, point, times, sample);
        }
        closeSecond(item, point, times);
    }
    return item;
}

/// A stream watched so often a second, one of these without success; every number of it is whole.
inline ItemRecord watched(const QString &name, const std::vector<int> &perSecond)
{
    ItemRecord item = steady(name, perSecond, 2000, 120, 80'000);
    item.method = u"RTMP"_s;
    item.address = u"rtmp://shop.example/live/film"_s;
    for (const int plays : perSecond) {
        engine::StreamFigures figures;
        figures.plays = uint64_t(plays);
        figures.failed[size_t(engine::StreamFailure::Play)] = plays > 0;
        figures.sentPackets = uint64_t(plays);
        figures.receivedPackets = uint64_t(plays) * 120;
        figures.audioReceivedBytes = uint64_t(plays) * 9'000;
        figures.videoReceivedBytes = uint64_t(plays) * 70'000;
        for (int i = 0; i < plays; ++i) {
            figures.firstFrame.add(50'000'000);
            figures.receivedKeyFrames.add(4'000'000 * (i + 1));
        }
        figures.stalls = plays > 1;
        figures.stallTime = plays > 1 ? 250'000'000 : 0;
        item.total.stream.add(figures);
        domain::StreamPoint point;
        point.plays = uint32_t(plays);
        point.failed[size_t(engine::StreamFailure::Play)] = plays > 0;
        point.sentPackets = uint32_t(figures.sentPackets);
        point.receivedPackets = uint32_t(figures.receivedPackets);
        point.audioReceivedBytes = figures.audioReceivedBytes;
        point.videoReceivedBytes = figures.videoReceivedBytes;
        item.streams.append(point);
    }
    return item;
}

/// A small run of whole numbers alone, so that it is the same with every C library: for files compared byte by byte.
inline domain::RunRecord whole()
{
    domain::RunRecord run;
    run.id.value = 12;
    run.project.value = 3;
    run.task.value = 5;
    run.projectName = u"Shop"_s;
    run.taskName = u"结账 <checkout>"_s;
    run.environment = u"staging"_s;
    run.started = QDateTime(QDate(2026, 11, 24), QTime(21, 4, 5), QTimeZone(8 * 3600));
    run.ended = run.started.addSecs(6);
    run.status = domain::RunStatus::Stopped;
    run.threads = 2;
    domain::CaseRecord record;
    record.name = u"Browse & buy"_s;
    record.caseRunId = 71;
    record.testCase.value = 10;
    const std::vector<int> load{0, 20, 40, 40, 20, 10};
    record.items = {steady(record.name, load, 60, 0, 0), steady(u"Catalogue"_s, load, 20, 240, 3820), steady(u"支付 Pay"_s, load, 40, 650, 1280)};
    record.items[0].kind = ItemRecord::Pass;
    record.items[0].method.clear();
    record.items[1].address = u"https://shop.example/api/catalogue?page=1"_s;
    record.items[2].address = u"https://shop.example/api/pay"_s;
    record.items[2].method = u"POST"_s;
    engine::Sample failed;
    failed.outcome = engine::Outcome::Timeout;
    failed.side = engine::Side::Network;
    failed.responseTime = 5'000'000'000;
    failed.sentBytes = 650;
    domain::ItemPoint &last = record.items[2].seconds[4];
    for (int i = 0; i < 3; ++i)
        record.items[2].total.add(failed);
    last.requests += 3;
    last.failed[2] = last.sides[1] = 3;
    last.sentBytes += 3 * 650;
    last.sumTime += 3 * failed.responseTime;
    last.maxTime = last.p95 = last.p99 = failed.responseTime;
    for (const int starts : load)
        record.seconds.append({starts ? 10 : 0, 10, uint32_t(starts)});
    domain::Stage stage;
    stage.users = 10;
    stage.seconds = 6;
    record.stages = {stage};
    record.stageRecords = {{u"steady"_s, stage.mode, 0, 6, 10, 10}};
    record.errors = {{u"network"_s, u"timeout"_s, u"支付 Pay"_s, u"No answer within 5 s."_s,
                      u"POST /api/pay HTTP/1.1\nHost: shop.example\n\n=1+1 & <busy>"_s, 3, 4.25, 4.75}};
    record.events = {{3.5, u"Deployed “v2”"_s}};
    record.log = {{1, 1, 1.25, 200, engine::Outcome::Ok, 20'000'000, 240, 3820, false, {}, u"GET /api/catalogue?page=1 HTTP/1.1\r\n\r\nHTTP/1.1 200 OK"_s},
                  {2, 2, 4.25, 0, engine::Outcome::Timeout, 5'000'000'000, 650, 0, false, u"No answer within 5 s."_s, u"POST /api/pay HTTP/1.1"_s},
                  {3, 2, 4.5, 200, engine::Outcome::Ok, 40'000'000, 650, 1280, true, {}, {}}};
    run.cases = {record};
    for (int second = 0; second < 6; ++second)
        run.health.append({25, 60 + second, 60'000, 800'000});
    for (int i = 1; i <= 10; ++i)
        run.lateness.record(i * 100'000);
    domain::SlaRule rule;
    rule.metric = u"p95"_s;
    rule.comparison = u"<"_s;
    rule.value = 250;
    run.rules.append({rule, 40, true});
    rule.scope = u"request"_s;
    rule.target = u"支付 Pay"_s;
    rule.metric = u"success_rate"_s;
    rule.comparison = u">="_s;
    rule.value = 99;
    run.rules.append({rule, 97.74, false});
    return run;
}

/// That run with a stream beside its requests.
inline domain::RunRecord wholeAndStream()
{
    domain::RunRecord run = whole();
    run.cases[0].items.append(watched(u"直播 Film"_s, {0, 1, 3, 2, 0, 1}));
    return run;
}

} // namespace samplerun
