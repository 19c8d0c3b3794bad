// Reads the first sheet of an XLSX workbook (ECMA-376) as rows. What is unpacked is bounded, so that a small hostile file
// cannot fill memory.
#pragma once

#include "engine/plan/rowtable.h"
#include "models/domain/result.h"

namespace services {

/// `where` begins the sentence of a mistake. Rows without any text are passed over; short rows are filled with empty cells.
domain::Result<std::shared_ptr<const engine::RowTable>> readXlsx(const QString &path, const QString &where);

} // namespace services
