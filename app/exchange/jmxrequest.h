// An HTTP sampler of JMeter as a request.
#pragma once

#include "app/exchange/jmxscope.h"
#include "models/domain/project.h"

namespace exchange {

/// `scope` with the sampler's own children in it.
domain::Step jmxRequest(const JmxElement &sampler, const JmxScope &scope, domain::Project &project, Ledger &ledger);

} // namespace exchange
