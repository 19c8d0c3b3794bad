// The stages of a case as they are run: gradient stages (`increase_setting`, semantics.md 1.1) come first.
#pragma once

#include "models/domain/project.h"

namespace services {

QVector<domain::Stage> stagesOf(const domain::TestCase &testCase);

} // namespace services
