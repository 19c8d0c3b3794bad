// A running run as Prometheus reads it (text format 0.0.4). Counters only grow while a run lasts and begin anew with the
// next; the label `run` tells them apart. Pure function.
#pragma once

#include "models/domain/runrecord.h"

namespace metrics {

/// One family a figure: requests, failures by class, answers by status, bytes, response time (quantiles, sum, count in
/// seconds), users, target, starts, dropped starts, processor and lateness of the generator.
QByteArray prometheusText(const domain::RunRecord &run);

} // namespace metrics
