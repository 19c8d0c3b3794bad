// One pressure stage (`TestCaseStage` of the reference); which fields count depends on the mode (semantics.md 1.2).
#pragma once

#include "models/domain/result.h"
#include <QJsonObject>
#include <optional>

namespace domain {

enum class PressureMode { Concurrency = 0, Tps, Peak, SurgeUsers, SurgeTps, OscillationUsers, OscillationTps, SmartPeak };

/// peak_load_kpis: what must hold at the peak. comparison: < <= > >= =
struct PeakKpi
{
    QString comparison;
    double value = 0;

    bool operator==(const PeakKpi &) const = default;
};

struct Stage
{
    QString name;
    PressureMode mode = PressureMode::Concurrency;
    bool byCount = false;       ///< operate_mode 1; modes 0 and 1 only
    int seconds = 60;           ///< time
    int users = 10;             ///< issue_num: users, or the most users of a rate mode
    int count = 0;              ///< iterations in all, when byCount
    double tps = 0;             ///< tps_value, iterations a second
    int startUsers = 0;         ///< current_user_num
    double startTps = 0;        ///< current_tps
    bool manual = false;        ///< voltage_regulating_mode 1
    int maximum = 0, minimum = 0;
    int loopCount = 1;
    int maxDuration = 0;        ///< seconds at the top of a surge
    int rampUp = 0;             ///< seconds
    int stepDuration = 0;       ///< seconds
    int stepSize = 0;           ///< users
    bool stopAtKnee = false;    ///< ours: `stop_at_knee`: a smart peak ends with the step that shows the knee
    std::optional<PeakKpi> kpiResponseTime; ///< average_response_time, ms
    std::optional<PeakKpi> kpiSuccessRate;  ///< success_rate, %
    QJsonObject extra;

    bool isRate() const
    {
        return mode == PressureMode::Tps || mode == PressureMode::SurgeTps || mode == PressureMode::OscillationTps;
    }
    bool operator==(const Stage &) const = default;
};

QJsonObject toJson(const Stage &stage);
Result<Stage> stageFromJson(const QJsonObject &json);

} // namespace domain
