// The counts of a run as JSON and back, exactly: member `data` of the run file. Points are rows of numbers, histograms
// their non-empty buckets.
#pragma once

#include "models/domain/runrecord.h"
#include <QJsonObject>

namespace report {

QJsonObject encodeRun(const domain::RunRecord &run);
/// Checks types, ranges and lengths; the message says which member is wrong.
domain::Result<domain::RunRecord> decodeRun(const QJsonObject &json);

} // namespace report
