// Numbers of axes, for what draws a small chart of its own, and the waterfall of one exchange.
#pragma once

#include "ui/widgets/waterfall.h"

namespace ui {

QString num(double v, int decimals = 0); ///< 12,345.6
QString clock(int secs);                 ///< 08:42, 1:08:42
double niceTop(double max, int intervals);

} // namespace ui
