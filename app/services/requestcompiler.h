// One message with its cards as the engine sends it: URL with query, headers, body of any type, checks, extractions.
#pragma once

#include "app/services/slottable.h"

namespace services {

/// `place` begins the sentence of a mistake.
domain::Result<engine::RequestStep> compileRequest(const domain::Step &step, SlotTable &names, const QString &place);
/// Percent-encodes for a query or form, leaving ${…} as it is.
QString encoded(const QString &text);

} // namespace services
