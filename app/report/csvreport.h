// The tables of a run for spreadsheets: RFC 4180, UTF-8 with a byte order mark, and no cell a spreadsheet would execute.
#pragma once

#include "models/domain/runrecord.h"
#include <QByteArray>

namespace report {

QByteArray secondsCsv(const domain::RunRecord &run); ///< one line a case, item and second
QByteArray itemsCsv(const domain::RunRecord &run);   ///< one line an item with all its figures
QByteArray errorsCsv(const domain::RunRecord &run);
/// A row for each request that plays or publishes media; the figures have the names of StreamingMediaReport.
QByteArray streamsCsv(const domain::RunRecord &run);

} // namespace report
