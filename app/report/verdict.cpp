#include "app/report/verdict.h"

#include <QCoreApplication>

namespace report {

using namespace Qt::StringLiterals;

namespace {

constexpr double cpuLimit = 90;            // percent of a core
constexpr int cpuSeconds = 3;              // in a row
constexpr double latenessLimitUs = 10'000;

/// What lupdate takes the texts of this file under.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(report::Verdict)
};

/// Whether one worker was busy for so long; of old runs only the busiest of each second is known.
bool wasSaturated(const QVector<domain::HealthPoint> &health)
{
    QVector<int> inRow;
    for (const auto &second : health) {
        const QVector<double> workers = second.cpuPercent.isEmpty() ? QVector<double>{second.cpuPercentMax} : second.cpuPercent;
        inRow.resize(workers.size());
        for (qsizetype i = 0; i < workers.size(); ++i) {
            inRow[i] = workers[i] > cpuLimit ? inRow[i] + 1 : 0;
            if (inRow[i] >= cpuSeconds)
                return true;
        }
    }
    return false;
}

} // namespace

Verdict verdictOf(const domain::RunRecord &run)
{
    Verdict verdict;
    for (const auto &second : run.health) {
        verdict.cpuPercentMax = std::max(verdict.cpuPercentMax, second.cpuPercentMax);
        verdict.fdPeak = std::max(verdict.fdPeak, second.openDescriptors);
        verdict.portsPeak = std::max(verdict.portsPeak, second.takenPorts);
        verdict.loopLagP99us = std::max(verdict.loopLagP99us, double(second.lagP99) / 1e3);
        if (verdict.cpuPercent.size() < second.cpuPercent.size())
            verdict.cpuPercent.resize(second.cpuPercent.size());
        for (qsizetype worker = 0; worker < second.cpuPercent.size(); ++worker)
            verdict.cpuPercent[worker] = std::max(verdict.cpuPercent[worker], second.cpuPercent[worker]);
    }
    verdict.fdLimit = run.descriptorLimit;
    verdict.portsLimit = run.portLimit;
    verdict.latenessP50us = double(run.lateness.percentile(50)) / 1e3;
    verdict.latenessP99us = double(run.lateness.percentile(99)) / 1e3;

    bool rate = false;
    quint64 whileFree = 0, ownErrors = 0;
    QString ownError;
    for (const auto &record : run.cases) {
        for (const auto &stage : record.stages)
            rate = rate || stage.isRate();
        for (const auto &second : record.seconds) {
            verdict.startsPlanned += second.starts + second.dropped + second.droppedWhileFree;
            verdict.startsDropped += second.dropped + second.droppedWhileFree;
            whileFree += second.droppedWhileFree;
        }
        for (const auto &error : record.errors)
            if (error.side == "this_computer"_L1) {
                ownErrors += error.count;
                if (ownError.isEmpty())
                    ownError = error.message;
            }
    }

    const auto distrust = [&](const QString &reason) {
        verdict.trustworthy = false;
        verdict.reasons << reason;
    };
    if (wasSaturated(run.health)) {
        const QString cpu = QString::number(verdict.cpuPercentMax, 'f', 0);
        if (rate)
            distrust(Words::tr("A worker of this computer was busy at up to %1 % of a core, so starts may have come late.").arg(cpu));
        else
            verdict.reasons << Words::tr("Throughput limited by this computer: a worker was busy at up to %1 % of a core.").arg(cpu);
    }
    if (verdict.latenessP99us > latenessLimitUs)
        distrust(Words::tr("One start in a hundred came more than %1 ms late.").arg(QString::number(verdict.latenessP99us / 1e3, 'f', 1)));
    if (ownErrors > 0)
        distrust(Words::tr("%1 requests failed for a reason of this computer: %2").arg(QString::number(ownErrors), ownError));
    if (whileFree > 0)
        distrust(Words::tr("%1 starts were dropped although users were free.").arg(whileFree));
    if (verdict.startsDropped > whileFree)
        verdict.reasons << Words::tr("%1 of %2 starts were dropped because all users were busy.")
                               .arg(verdict.startsDropped - whileFree).arg(verdict.startsPlanned);
    for (const QString &warning : run.warnings)
        verdict.reasons << Words::tr("Seen before the start: %1").arg(warning);
    return verdict;
}

} // namespace report
