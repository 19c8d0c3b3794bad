// When a directory, case, task or library transaction was made and last changed. Written with the row it is of, in the same
// transaction, whoever edits. A stamp outlives its row, so that undoing a removal brings the old one back, and goes with the
// project.
#pragma once

#include "models/store/rows.h"

namespace store {

/// Of a row that is about to be written: one that stays as it was gets no new time, nor does one that only changes its
/// place among its neighbours. Call it in the transaction, before the row or its list is written. `now`: ms since 1970.
Result<> noteWrite(Database &database, const QString &table, domain::ProjectId project, const Row &row, qint64 now);

} // namespace store
