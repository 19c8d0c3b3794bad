#include "app/services/loadcurve.h"

#include "app/services/plancompiler.h"
#include "engine/load/loadshape.h"
#include <cmath>

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

double stageSeconds(const domain::Stage &stage)
{
    const int64_t length = engine::lengthOf(engineStage(stage));
    return length < 0 ? LoadCurve::countSeconds : double(length) / 1e9;
}

QVector<QPointF> stageCurve(const domain::Stage &stage, int points)
{
    const engine::Stage shape = engineStage(stage);
    const double length = stageSeconds(stage);
    QVector<QPointF> curve;
    for (int i = 0; i <= points; ++i) {
        const double at = length * i / std::max(1, points);
        curve << QPointF(at, engine::targetAt(shape, int64_t(at * 1e9)));
    }
    return curve;
}

ExpectedLoad expectedLoad(const QVector<domain::Stage> &stages, double passSeconds)
{
    ExpectedLoad sum;
    passSeconds = std::max(passSeconds, 0.001);
    for (const auto &stage : stages) {
        const auto curve = stageCurve(stage, 400);
        double top = 0, area = 0;
        for (qsizetype i = 0; i < curve.size(); ++i) {
            top = std::max(top, curve[i].y());
            if (i > 0)
                area += (curve[i].y() + curve[i - 1].y()) / 2 * (curve[i].x() - curve[i - 1].x());
        }
        if (stage.byCount)
            sum.openEnded = true;
        else
            sum.seconds += stageSeconds(stage);
        if (stage.isRate()) {
            const engine::Stage shape = engineStage(stage);
            sum.starts += stage.byCount ? stage.count : engine::startsUntil(shape, int64_t(stageSeconds(stage) * 1e9));
            const int needed = int(std::ceil(top * passSeconds - 1e-9));
            if (needed >= sum.usersNeeded || sum.ceiling == 0) {
                sum.usersNeeded = std::max(sum.usersNeeded, needed);
                sum.ceiling = stage.users;
            }
            sum.mostUsers = std::max(sum.mostUsers, stage.users);
            sum.peakRate = std::max(sum.peakRate, top);
        } else {
            sum.starts += stage.byCount ? stage.count : area / passSeconds;
            sum.mostUsers = std::max(sum.mostUsers, int(std::lround(top)));
            sum.peakRate = std::max(sum.peakRate, top / passSeconds);
        }
    }
    return sum;
}

} // namespace services
