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
/// Points of one stage alone; x in seconds from its start.
QVector<QPointF> stageCurve(const domain::Stage &stage, int points);
double stageSeconds(const domain::Stage &stage); ///< planned; count stages as `countSeconds`

/// What the stages add up to when a pass takes `passSeconds`.
struct ExpectedLoad
{
    double seconds = 0;     ///< planned length, without stages that end by count
    bool openEnded = false; ///< a stage ends by count
    int mostUsers = 0;      ///< the largest number the stages ask for or allow
    double starts = 0;      ///< passes
    double peakRate = 0;    ///< passes a second
    int usersNeeded = 0;    ///< for the rates: rate × passSeconds, rounded up (Little's law)
    int ceiling = 0;        ///< of the rate stage with the largest need; 0: no rate stage
};
ExpectedLoad expectedLoad(const QVector<domain::Stage> &stages, double passSeconds);

} // namespace services
