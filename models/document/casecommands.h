// Changing a case: its steps, stages, rules, name and case document are one value, shared with the one before.
#pragma once

#include "models/document/documentcommand.h"

namespace document {

using ChangeCase = ChangeValue<domain::TestCase>;

} // namespace document
