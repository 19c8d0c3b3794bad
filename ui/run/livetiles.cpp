#include "ui/run/livetiles.h"
#include "app/report/verdict.h"
#include "ui/run/livecards.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/format.h"
#include <cmath>

using namespace Qt::StringLiterals;

namespace ui {

using theme::tk;

namespace {

bool isRate(const domain::RunRecord &run)
{
    for (const domain::CaseRecord &record : run.cases) {
        for (const domain::Stage &stage : record.stages) {
            if (stage.isRate())
                return true;
        }
    }
    return false;
}

} // namespace

LiveTiles::LiveTiles()
{
    auto *row = hbox(sp::s);
    static const QString names[] = {u"liveRequests"_s, u"liveTransactions"_s, u"liveP95"_s, u"liveSuccess"_s, u"liveUsers"_s, u"liveHealth"_s};
    for (const QString &name : names) {
        m_tiles.append(new Tile(Tile::Spec{}));
        m_tiles.last()->setObjectName(name);
        row->addWidget(m_tiles.last(), 1);
    }
    setLayout(row);
}

void LiveTiles::show(const domain::RunRecord &run, const services::LiveStats &stats, int percentile, std::optional<double> limit)
{
    const auto &totals = stats.totals();
    const auto &points = stats.points();
    const services::LiveStats::Point now = points.isEmpty() ? services::LiveStats::Point{} : points.last();
    const auto tail = [&](double services::LiveStats::Point::*member) {
        QVector<double> values;
        for (qsizetype i = std::max<qsizetype>(0, points.size() - 60); i < points.size(); ++i) {
            if (std::isfinite(points[i].*member))
                values.append(points[i].*member);
        }
        return values;
    };
    double peak = 0;
    int mostUsers = 0, planned = 0;
    for (const auto &point : points)
        peak = std::max(peak, point.rps);
    for (const domain::CaseRecord &record : run.cases) {
        for (const domain::CasePoint &second : record.seconds)
            mostUsers = std::max(mostUsers, second.users);
        int most = 0;
        for (const domain::Stage &stage : record.stages)
            most = std::max({most, stage.users, stage.maximum});
        planned = run.parallel ? planned + most : std::max(planned, most);
    }
    const auto set = [&](int i, const Tile::Spec &spec) {
        m_tiles[i]->setSpec(spec);
        m_tiles[i]->setAccessibleName(spec.label + u' ' + spec.value + u' ' + spec.unit);
    };
    Tile::Spec requests{tr("Requests"), format::rate(totals.rps), tr("req/s"), tr("peak %1").arg(format::rate(peak)), Tone::Neutral, tail(&services::LiveStats::Point::rps), tk().series[0], -1, {}};
    set(0, requests);
    Tile::Spec transactions{tr("Transactions"), format::rate(now.transactions), tr("TPS"), tr("%1 in all").arg(format::number(totals.passes)), Tone::Neutral, {}, {}, -1, {}};
    if (isRate(run) && now.target > 0) {
        const double share = now.transactions / now.target;
        transactions.label = tr("Transactions, of target");
        transactions.unit = tr("/ %1 TPS").arg(format::number(now.target, now.target < 10 ? 1 : 0));
        transactions.note = tr("%1 % of target").arg(format::number(100 * share));
        transactions.noteTone = share < 0.95 ? Tone::Warn : Tone::Neutral;
        transactions.fraction = share;
    }
    set(1, transactions);
    using Point = services::LiveStats::Point;
    double Point::*const members[] = {&Point::p50, &Point::p90, &Point::p95, &Point::p99};
    const double whole[] = {totals.p50Ms, totals.p90Ms, totals.p95Ms, totals.p99Ms};
    const QString name = u"p%1"_s.arg(percentiles[percentile]);
    const double last = now.*members[percentile];
    Tile::Spec times{tr("Response time %1").arg(name), format::ms(last), tr("ms"), tr("%1 of the run %2 ms").arg(name, format::ms(whole[percentile])),
                     Tone::Neutral, tail(members[percentile]), tk().p95, -1, {}};
    if (limit) {
        times.note = last > *limit ? tr("over the limit of %1 ms").arg(format::figure(*limit)) : tr("limit %1 ms").arg(format::figure(*limit));
        times.noteTone = last > *limit ? Tone::Bad : Tone::Neutral;
    }
    set(2, times);
    set(3, {tr("Success"), totals.requests ? format::percent(totals.successPercent) : u"—"_s, u"%"_s, tr("%1 failed").arg(format::number(totals.failed)),
            totals.failed ? Tone::Bad : Tone::Neutral, {}, {}, -1, {}});
    const bool full = planned > 0 && totals.users >= planned && totals.dropped > 0;
    set(4, {tr("Active users"), format::number(quint64(std::max(0, totals.users))), planned ? u"/ "_s + format::number(quint64(planned)) : QString(),
            full ? tr("All users are busy") : tr("most so far %1").arg(format::number(quint64(mostUsers))), full ? Tone::Warn : Tone::Neutral, {}, {},
            planned ? double(totals.users) / planned : -1, {}});
    const bool healthy = report::verdictOf(run).trustworthy;
    set(5, {tr("This computer"), healthy ? tr("Healthy") : tr("Is the limit"), {},
            tr("CPU %1 % · lateness %2 ms").arg(format::number(totals.cpuPercent), format::ms(totals.latenessP99us / 1000)),
            healthy ? Tone::Ok : Tone::Warn, {}, {}, totals.cpuPercent / 100, healthy ? tk().ok : tk().warn});
}

} // namespace ui
