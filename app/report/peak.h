// The peak of a case with a peak stage (PeakMetric of the reference). Seconds of the warm-up are left out.
#pragma once

#include "app/report/figures.h"

namespace report {

/// Peak mode: the first second of the first six in a row that miss a limit of the stage, else the second with the most
/// requests. Smart peak: the step before the first that shows a knee, else the last. nullopt when no stage looks for a peak.
std::optional<PeakFigures> peakOf(const domain::CaseRecord &record, const Curves &curves, const QDateTime &caseStart);

/// The steps of the first smart peak of the case: means without the first fifth of each, the stage data of the reference.
QVector<PeakFigures> peakStepsOf(const domain::CaseRecord &record, const Curves &curves, const QDateTime &caseStart);

/// Whether the complete steps so far of a smart peak show a knee: one misses a limit (without a limit on it: fails a
/// request) or brings less than 97 % of the requests a second of the step before it. `stage`: index in stageRecords.
bool kneeShows(const domain::CaseRecord &record, qsizetype stage);

} // namespace report
