// The peak of a case with a peak stage (PeakMetric of the reference).
#pragma once

#include "app/report/figures.h"

namespace report {

/// Peak mode: the first second of the first six in a row that miss a limit of the stage, else the second with the most
/// requests. Smart peak: the step before the first that misses a limit or brings less than 97 % of the step before it;
/// means leave out the first fifth of a step. nullopt when no stage looks for a peak.
std::optional<PeakFigures> peakOf(const domain::CaseRecord &record, const Curves &curves, const QDateTime &caseStart);

} // namespace report
