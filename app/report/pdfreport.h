// The report on A4, drawn with QPainter: vector charts, selectable text, Chinese included. Needs a QGuiApplication.
#pragma once

#include "models/domain/runrecord.h"

class QIODevice;

namespace report {

domain::Result<> writePdf(const domain::RunRecord &run, QIODevice *device);

} // namespace report
