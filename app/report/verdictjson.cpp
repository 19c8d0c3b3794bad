#include "app/report/verdictjson.h"

#include "app/report/verdict.h"

#include <QJsonArray>

namespace report {

using namespace Qt::StringLiterals;

QJsonObject verdictJson(const domain::RunRecord &run)
{
    const Verdict verdict = verdictOf(run);
    QJsonArray workers;
    for (const double percent : verdict.cpuPercent)
        workers.append(percent);
    return {{u"trustworthy"_s, verdict.trustworthy},
            {u"reasons"_s, QJsonArray::fromStringList(verdict.reasons)},
            {u"generator"_s,
             QJsonObject{{u"cpu_percent_max"_s, verdict.cpuPercentMax}, {u"lateness_us_p50"_s, verdict.latenessP50us},
                         {u"lateness_us_p99"_s, verdict.latenessP99us}, {u"starts_planned"_s, qint64(verdict.startsPlanned)},
                         {u"starts_dropped"_s, qint64(verdict.startsDropped)}, {u"fd_peak"_s, verdict.fdPeak},
                         {u"fd_limit"_s, verdict.fdLimit}, {u"ports_peak"_s, verdict.portsPeak}, {u"ports_limit"_s, verdict.portsLimit},
                         {u"loop_lag_us_p99"_s, verdict.loopLagP99us}, {u"cpu_percent_workers"_s, workers}}},
            {u"warnings"_s, QJsonArray::fromStringList(run.warnings)}};
}

} // namespace report
