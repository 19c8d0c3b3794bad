#include "ui/run/livetiles.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/format.h"

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

std::optional<double> limitOf(const domain::RunRecord &run, const QString &metric)
{
    for (const domain::RuleResult &result : run.rules) {
        if (result.rule.metric == metric && result.rule.scope == u"case"_s)
            return result.rule.value;
    }
    return {};
}

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

void LiveTiles::show(const domain::RunRecord &run, const services::LiveStats &stats)
{
    const auto &totals = stats.totals();
    const auto &points = stats.points();
    const services::LiveStats::Point now = points.isEmpty() ? services::LiveStats::Point{} : points.last();
    const auto tail = [&](double services::LiveStats::Point::*member) {
        QVector<double> values;
        for (qsizetype i = std::max<qsizetype>(0, points.size() - 60); i < points.size(); ++i)
            values.append(points[i].*member);
        return values;
    };
    double peak = 0;
    int mostUsers = 0, planned = 0;
    for (const auto &point : points)
        peak = std::max(peak, point.rps);
    for (const domain::CaseRecord &record : run.cases) {
        for (const domain::CasePoint &second : record.seconds)
            mostUsers = std::max(mostUsers, second.users);
        for (const domain::Stage &stage : record.stages)
            planned = std::max(planned, std::max(stage.users, stage.maximum));
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
    Tile::Spec p95{tr("Response time p95"), format::ms(now.p95), tr("ms"), tr("p95 of the run %1 ms").arg(format::ms(totals.p95Ms)), Tone::Neutral, tail(&services::LiveStats::Point::p95), tk().p95, -1, {}};
    if (const auto limit = limitOf(run, u"p95"_s)) {
        p95.note = tr("limit %1 ms").arg(format::ms(*limit));
        p95.noteTone = now.p95 > *limit ? Tone::Bad : Tone::Neutral;
    }
    set(2, p95);
    const double success = totals.requests ? 100.0 * double(totals.requests - totals.failed) / double(totals.requests) : 0;
    set(3, {tr("Success"), totals.requests ? format::percent(success) : u"—"_s, u"%"_s, tr("%1 failed").arg(format::number(totals.failed)),
            totals.failed ? Tone::Bad : Tone::Neutral, {}, {}, -1, {}});
    const bool full = planned > 0 && totals.users >= planned && totals.dropped > 0;
    set(4, {tr("Active users"), format::number(quint64(std::max(0, totals.users))), planned ? u"/ "_s + format::number(quint64(planned)) : QString(),
            full ? tr("All users are busy") : tr("most so far %1").arg(format::number(quint64(mostUsers))), full ? Tone::Warn : Tone::Neutral, {}, {},
            planned ? double(totals.users) / planned : -1, {}});
    const bool busy = totals.cpuPercent > 90 || totals.latenessP99us > 10'000;
    set(5, {tr("This computer"), busy ? tr("Busy") : tr("Healthy"), {},
            tr("CPU %1 % · lateness %2 ms").arg(format::number(totals.cpuPercent), format::ms(totals.latenessP99us / 1000)),
            busy ? Tone::Warn : Tone::Ok, {}, {}, totals.cpuPercent / 100, busy ? tk().warn : tk().ok});
}

} // namespace ui
