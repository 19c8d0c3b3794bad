// The points of a load curve that can be dragged, and what dragging one does to its stage. Pure.
#pragma once

#include "models/domain/stage.h"
#include <QPointF>
#include <QVector>

namespace ui {

/// What of a stage a handle stands for.
enum class HandleKind { Start, Top, RampEnd, Minimum, Maximum, PeakEdge, Step, End };

struct CurveHandle
{
    int stage = 0;
    HandleKind kind = HandleKind::Top;
    QPointF at;              ///< x: seconds from the stage's start; y: users, or starts a second
    bool movesTime = false;  ///< sideways too
    bool movesLoad = true;
};

QVector<CurveHandle> handlesOf(const domain::Stage &stage, int index);
/// `stage` with the handle at `to`; values stay within what the stage may have.
domain::Stage dragged(const domain::Stage &stage, const CurveHandle &handle, QPointF to);

} // namespace ui
