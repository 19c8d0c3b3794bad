// A run as the command line names it.
#pragma once

#include "models/domain/runrecord.h"

namespace cli {

/// A run file, or WORKSPACE#RUN_ID; another program may hold the workspace open.
domain::Result<domain::RunRecord> readRun(const QString &where);

} // namespace cli
