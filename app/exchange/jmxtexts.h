// Texts of JMeter as texts of ours: functions that have a like here become it, properties their default.
#pragma once

#include "app/exchange/ledger.h"

namespace exchange {

QString fromJmxText(const QString &text, Ledger &ledger, const QString &place);
/// A whole number at least `low`, as a test plan writes them: plain, or by a property's default. Else `absent`, and noted.
int jmxNumber(const QString &text, int absent, int low, Ledger &ledger, const QString &place);

} // namespace exchange
