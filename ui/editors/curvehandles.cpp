#include "ui/editors/curvehandles.h"
#include "app/services/loadcurve.h"
#include <algorithm>
#include <cmath>

namespace ui {

using domain::PressureMode;
using domain::Stage;

namespace {

constexpr int most = 2'000'000, day = 30 * 86400;

bool ramps(const Stage &s)
{
    const double start = s.mode == PressureMode::Tps ? s.startTps : s.startUsers, top = s.mode == PressureMode::Tps ? s.tps : s.users;
    return !s.byCount && !s.manual && s.rampUp > 0 && start > 0 && start < top;
}

double period(const Stage &s) { return double(s.seconds) / std::max(1, s.loopCount); }

int whole(double v, int least, int greatest) { return std::clamp(int(std::lround(v)), least, std::max(least, greatest)); }

} // namespace

QVector<CurveHandle> handlesOf(const Stage &s, int index)
{
    QVector<CurveHandle> all;
    const auto add = [&](HandleKind kind, double x, double y, bool time, bool load = true) {
        all << CurveHandle{index, kind, {x, y}, time, load};
    };
    const double length = services::stageSeconds(s);
    switch (s.mode) {
    case PressureMode::Concurrency:
    case PressureMode::Tps:
    case PressureMode::Peak: {
        const bool rate = s.mode == PressureMode::Tps;
        const double start = rate ? s.startTps : s.startUsers, top = rate ? s.tps : s.users;
        if (s.manual && !s.byCount) {
            add(HandleKind::Start, length / 2, start, false);
        } else if (ramps(s)) {
            add(HandleKind::Start, 0, start, false);
            add(HandleKind::RampEnd, std::min<double>(s.rampUp, length), top, true);
        } else {
            add(HandleKind::Top, length / 2, top, false);
        }
        if (!s.byCount)
            add(HandleKind::End, length, s.manual ? start : top, true, false);
        return all;
    }
    case PressureMode::SurgeUsers:
    case PressureMode::SurgeTps: {
        const double p = period(s), edge = p - s.maxDuration;
        add(HandleKind::Minimum, std::max(0.0, edge / 2), s.minimum, false);
        add(HandleKind::Maximum, p - s.maxDuration / 2.0, s.maximum, false);
        add(HandleKind::PeakEdge, edge, (s.minimum + s.maximum) / 2.0, true, false);
        add(HandleKind::End, length, s.maximum, true, false);
        return all;
    }
    case PressureMode::OscillationUsers:
    case PressureMode::OscillationTps:
        add(HandleKind::Minimum, 0, s.minimum, false);
        add(HandleKind::Maximum, period(s) / 2, s.maximum, false);
        add(HandleKind::End, length, s.minimum, true, false);
        return all;
    case PressureMode::SmartPeak: {
        const int steps = s.stepSize > 0 ? int(std::ceil(double(s.maximum - s.minimum) / s.stepSize)) : 0;
        const double last = std::min(length - s.stepDuration / 2.0, (steps + .5) * s.stepDuration);
        add(HandleKind::Minimum, s.stepDuration / 2.0, s.minimum, false);
        if (steps > 1)
            add(HandleKind::Step, 1.5 * s.stepDuration, s.minimum + s.stepSize, false);
        add(HandleKind::Maximum, std::max(last, s.stepDuration / 2.0), std::min<double>(s.maximum, s.minimum + double(steps) * s.stepSize), false);
        add(HandleKind::End, length, s.maximum, true, false);
        return all;
    }
    }
    return all;
}

Stage dragged(const Stage &stage, const CurveHandle &handle, QPointF to)
{
    Stage s = stage;
    const double y = std::max(0.0, to.y());
    const auto setTop = [&](double v) {
        if (s.mode == PressureMode::Tps)
            s.tps = std::clamp(std::round(v * 10) / 10, .1, double(most));
        else
            s.users = whole(v, 1, most);
        if (s.byCount)
            s.count = std::max(s.count, s.users);
    };
    switch (handle.kind) {
    case HandleKind::Start:
        // A ramp starts above 0 and below its top; else it is none.
        if (s.mode == PressureMode::Tps)
            s.startTps = std::clamp(std::round(y * 10) / 10, .1, s.manual ? s.tps : std::max(.1, s.tps - .1));
        else
            s.startUsers = whole(y, 1, s.manual ? s.users : s.users - 1);
        break;
    case HandleKind::Top:
        setTop(y);
        break;
    case HandleKind::RampEnd:
        setTop(std::max(y, s.mode == PressureMode::Tps ? s.startTps + .1 : s.startUsers + 1.0));
        s.rampUp = whole(to.x(), 1, s.seconds);
        break;
    case HandleKind::Minimum:
        s.minimum = whole(y, 1, s.maximum);
        break;
    case HandleKind::Maximum:
        s.maximum = whole(y, s.minimum, most);
        break;
    case HandleKind::PeakEdge: {
        const double p = period(s);
        s.maxDuration = whole(p - to.x(), 1, int(std::ceil(p)) - 1);
        break;
    }
    case HandleKind::Step:
        s.stepSize = whole(y - s.minimum, 1, s.maximum - s.minimum);
        break;
    case HandleKind::End: {
        const int least = s.mode == PressureMode::SurgeUsers || s.mode == PressureMode::SurgeTps ? s.loopCount * s.maxDuration + 1 : 1;
        s.seconds = whole(to.x(), least, day);
        break;
    }
    }
    return s;
}

} // namespace ui
