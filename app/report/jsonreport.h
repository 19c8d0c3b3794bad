// The run file (`crescendo-run`, version 1): what scripts read, and what this program reads back without loss.
#pragma once

#include "models/domain/runrecord.h"
#include <QByteArray>

namespace report {

/// UTF-8 on one line. Member `data` holds the counts themselves, so that reading it back restores every figure.
QByteArray toRunFile(const domain::RunRecord &run);
/// Takes hostile bytes: a truncated, foreign, newer or damaged file is refused with one sentence that names `where`.
domain::Result<domain::RunRecord> runFromFile(const QByteArray &bytes, const QString &where = {});

} // namespace report
