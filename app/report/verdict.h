// Whether a run measured the server or this computer (contract: Definitions, Verdict). Pure function; thread-safe.
#pragma once

#include "models/domain/runrecord.h"
#include <QStringList>

namespace report {

struct Verdict
{
    bool trustworthy = true;
    QStringList reasons; ///< whole sentences; some are only hints and do not make the run untrustworthy
    double cpuPercentMax = 0;                      ///< busiest worker in its busiest second
    double latenessP50us = 0, latenessP99us = 0;   ///< actual start minus intended start; 0 without a rate mode
    quint64 startsPlanned = 0, startsDropped = 0;  ///< iterations; planned counts the dropped ones
    int fdPeak = 0, fdLimit = 0;       ///< open descriptors and how many may be; limit 0: not known
    int portsPeak = -1, portsLimit = 0; ///< taken local ports of this computer (-1: not known) and how many there are
    double loopLagP99us = 0;           ///< of the workers' loops, in their worst second
    QVector<double> cpuPercent;        ///< of each worker in its busiest second

    bool operator==(const Verdict &) const = default;
};

Verdict verdictOf(const domain::RunRecord &run);

} // namespace report
