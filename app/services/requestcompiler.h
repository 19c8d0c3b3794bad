// One message with its cards as the engine sends it: URL with query, headers, body of any type, checks, extractions.
#pragma once

#include "app/services/connectioncompiler.h"
#include "models/domain/instruction.h"

namespace services {

/// `place` begins the sentence of a mistake.
domain::Result<engine::RequestStep> compileRequest(const domain::Step &step, SlotTable &names, ConnectionCompiler &connections,
                                                   const QString &place);
domain::Result<engine::Checkpoint> compileCheckpoint(const domain::Checkpoint &checkpoint, SlotTable &names);
engine::Extraction compileExtraction(const domain::Extraction &extraction, SlotTable &names);
domain::Result<engine::Condition> compileCondition(const domain::Condition &condition, SlotTable &names);

} // namespace services
