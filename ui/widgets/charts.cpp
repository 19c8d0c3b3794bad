#include "ui/widgets/charts.h"
#include "ui/widgets/format.h"
#include "ui/widgets/plotview.h"

namespace ui {

QString num(double v, int decimals) { return format::number(v, decimals); }

QString clock(int secs) { return format::clock(secs); }

double niceTop(double max, int intervals) { return max > 0 ? axisTop(max, intervals) : intervals; }

} // namespace ui
