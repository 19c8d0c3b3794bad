// What a control instruction does, in a few words for its row: "2 times", "${stock} > 0", "fixed, 70 : 30".
#pragma once

#include "models/domain/step.h"

namespace items {

QString stepDetail(const domain::Step &step); ///< empty for a request

} // namespace items
