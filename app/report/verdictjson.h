// The verdict of a run in the contract's spelling.
#pragma once

#include "models/domain/runrecord.h"
#include <QJsonObject>

namespace report {

QJsonObject verdictJson(const domain::RunRecord &run);

} // namespace report
