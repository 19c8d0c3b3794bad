#include "app/report/figures.h"

namespace report {

using namespace Qt::StringLiterals;

std::optional<double> metricOf(const ItemFigures &figures, const QString &metric)
{
    struct Entry
    {
        QStringView name;
        double TimeFigures::*value;
    };
    static constexpr Entry times[] = {
        {u"avg", &TimeFigures::average}, {u"min", &TimeFigures::min},   {u"max", &TimeFigures::max},
        {u"p50", &TimeFigures::tp50},    {u"p75", &TimeFigures::tp75},  {u"p85", &TimeFigures::tp85},
        {u"p90", &TimeFigures::tp90},    {u"p95", &TimeFigures::tp95},  {u"p99", &TimeFigures::tp99},
        {u"p999", &TimeFigures::tp999},  {u"p9999", &TimeFigures::tp9999}};
    for (const auto &entry : times)
        if (metric == entry.name)
            return figures.times.*entry.value;
    if (metric == "rps"_L1)
        return figures.tps;
    if (metric == "tps"_L1)
        return figures.kind == ItemFigures::Case ? figures.tranTps : figures.tps;
    if (metric == "success_rate"_L1)
        return figures.rawSuccessRate;
    if (metric == "errors"_L1)
        return double(figures.errorCount);
    return std::nullopt;
}

bool holds(double actual, const QString &comparison, double limit)
{
    if (comparison == "<"_L1)
        return actual < limit;
    if (comparison == "<="_L1)
        return actual <= limit;
    if (comparison == ">"_L1)
        return actual > limit;
    if (comparison == ">="_L1)
        return actual >= limit;
    return actual == limit;
}

} // namespace report
