// The run as a workbook: Summary, Statistics, Seconds (with charts), Errors.
#pragma once

#include "models/domain/runrecord.h"

namespace report {

domain::Result<> writeXlsx(const domain::RunRecord &run, const QString &path);

} // namespace report
