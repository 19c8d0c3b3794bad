// The load of a thread group as stages.
#pragma once

#include "app/exchange/jmxtree.h"
#include "app/exchange/ledger.h"
#include "models/domain/stage.h"

namespace exchange {

bool isThreadGroup(const JmxElement &element);
QVector<domain::Stage> jmxStages(const JmxElement &group, Ledger &ledger);

} // namespace exchange
