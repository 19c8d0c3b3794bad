// Shapes a stage can be given with one click, and a small picture of each. GUI thread.
#pragma once

#include "models/domain/project.h"
#include <QColor>
#include <QCoreApplication>
#include <QPixmap>
#include <QSize>

namespace ui {

enum class Preset { Constant, Ramp, Steps, Surge, Oscillation, Rate, FindPeak, SmartPeak };
inline constexpr int presetCount = 8;

QString presetName(Preset preset);
QPixmap presetPicture(Preset preset, QSize size, const QColor &colour);
Preset presetOf(const domain::Stage &stage); ///< the button that is on for it
/// `stage` in this shape: name and length stay, the other fields get values that are valid and of the same size of load.
domain::Stage shaped(const domain::Stage &stage, Preset preset);
/// A stage of this mode with values that make sense, all of them valid.
domain::Stage stageOf(domain::PressureMode mode);
QString modeIcon(domain::PressureMode mode);

} // namespace ui
