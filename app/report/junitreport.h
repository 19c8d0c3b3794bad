// Rules and thresholds as JUnit test cases, for the test view of a CI server.
#pragma once

#include "models/domain/runrecord.h"
#include <QByteArray>

namespace report {

/// One suite a run; a run without rules has one test case, "run", that says how it ended.
QByteArray toJunit(const domain::RunRecord &run);

} // namespace report
