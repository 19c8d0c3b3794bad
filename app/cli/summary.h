// What a run says of itself at its end, as text: a table a case, rules, verdict.
#pragma once

#include "models/domain/runrecord.h"

namespace cli {

QString summary(const domain::RunRecord &run);

} // namespace cli
