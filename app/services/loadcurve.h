// The load a case asks for, as points to draw: from the engine's own function.
#pragma once

#include "models/domain/stage.h"
#include <QPointF>
#include <QVector>

namespace services {

struct LoadCurve
{
    QVector<QPointF> users, rate; ///< x: seconds from the case's start; y: users, or starts a second
    QVector<double> boundaries;   ///< where stages begin, and the end; seconds
    double seconds = 0;           ///< planned length; count stages are drawn as `countSeconds`
    double starts = 0;            ///< planned starts of the rate stages
    static constexpr double countSeconds = 10;
};

LoadCurve loadCurve(const QVector<domain::Stage> &stages, int points = 400);

} // namespace services
