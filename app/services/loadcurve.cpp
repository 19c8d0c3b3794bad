#include "app/services/loadcurve.h"

#include "app/services/plancompiler.h"
#include "engine/load/loadshape.h"

namespace services {

LoadCurve loadCurve(const QVector<domain::Stage> &stages, int points)
{
    LoadCurve curve;
    double begin = 0, whole = 0;
    const auto lengthOf = [](const engine::Stage &stage) {
        const int64_t length = engine::lengthOf(stage);
        return length < 0 ? LoadCurve::countSeconds : double(length) / 1e9;
    };
    for (const auto &stage : stages)
        whole += lengthOf(engineStage(stage));
    for (const auto &stage : stages) {
        const engine::Stage shape = engineStage(stage);
        const double length = lengthOf(shape);
        curve.boundaries << begin;
        const int steps = whole > 0 ? std::max(2, int(points * length / whole)) : 2;
        for (int i = 0; i <= steps; ++i) {
            const double at = length * i / steps;
            auto &series = stage.isRate() ? curve.rate : curve.users;
            series << QPointF(begin + at, engine::targetAt(shape, int64_t(at * 1e9)));
        }
        if (stage.isRate())
            curve.starts += stage.byCount ? stage.count : engine::startsUntil(shape, int64_t(length * 1e9));
        begin += length;
    }
    curve.boundaries << begin;
    curve.seconds = begin;
    return curve;
}

} // namespace services
