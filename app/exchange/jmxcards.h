// Assertions and extractors of a test plan as cards of a request.
#pragma once

#include "app/exchange/jmxtree.h"
#include "app/exchange/ledger.h"
#include "models/domain/step.h"

namespace exchange {

/// Whether `element` is one of them (left out or not); what it says goes into `step`.
bool takeJmxCard(const JmxElement &element, domain::Step &step, Ledger &ledger);

} // namespace exchange
