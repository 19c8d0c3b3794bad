// Texts of Postman as texts of ours: {{name}} becomes ${name}, and the dynamic variables that have a function here theirs.
#pragma once

#include "app/exchange/ledger.h"

namespace exchange {

QString fromPostmanText(const QString &text, Ledger &ledger, const QString &place);

} // namespace exchange
