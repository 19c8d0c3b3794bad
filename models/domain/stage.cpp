#include "models/domain/stage.h"
#include "models/domain/jsonreader.h"

namespace domain {

using namespace Qt::StringLiterals;

namespace {

std::optional<PeakKpi> readKpi(JsonReader &kpis, QLatin1StringView key)
{
    const QJsonObject json = kpis.object(key);
    if (json.isEmpty())
        return std::nullopt;
    JsonReader reader(json);
    PeakKpi kpi;
    kpi.comparison = reader.text("comparison"_L1, u"<="_s);
    kpi.value = reader.number("value"_L1);
    if (!QStringList{u"<"_s, u"<="_s, u">"_s, u">="_s, u"="_s}.contains(kpi.comparison))
        reader.fail(JsonReader::tr("comparison: must be one of < <= > >= =."));
    if (reader.failed())
        kpis.fail(key, reader.error().value());
    return kpi;
}

QJsonObject toJson(const PeakKpi &kpi)
{
    return {{u"comparison"_s, kpi.comparison}, {u"value"_s, kpi.value}};
}

} // namespace

QJsonObject toJson(const Stage &stage)
{
    QJsonObject json = stage.extra;
    json["name"_L1] = stage.name;
    json["pressure_mode"_L1] = int(stage.mode);
    json["operate_mode"_L1] = stage.byCount ? 1 : 0;
    json["time"_L1] = stage.seconds;
    json["issue_num"_L1] = stage.users;
    json["count"_L1] = stage.count;
    json["tps_value"_L1] = stage.tps;
    json["current_user_num"_L1] = stage.startUsers;
    json["current_tps"_L1] = stage.startTps;
    json["voltage_regulating_mode"_L1] = stage.manual ? 1 : 0;
    json["maximum"_L1] = stage.maximum;
    json["minimum"_L1] = stage.minimum;
    json["loop_count"_L1] = stage.loopCount;
    json["max_duration"_L1] = stage.maxDuration;
    json["ramp_up"_L1] = stage.rampUp;
    json["step_duration"_L1] = stage.stepDuration;
    json["step_size"_L1] = stage.stepSize;
    if (stage.stopAtKnee)
        json["stop_at_knee"_L1] = true;
    QJsonObject kpis = stage.extra["peak_load_kpis"_L1].toObject();
    if (stage.kpiResponseTime)
        kpis["average_response_time"_L1] = toJson(*stage.kpiResponseTime);
    if (stage.kpiSuccessRate)
        kpis["success_rate"_L1] = toJson(*stage.kpiSuccessRate);
    if (!kpis.isEmpty())
        json["peak_load_kpis"_L1] = kpis;
    return json;
}

/// Absent numbers are 0 and not the defaults of a new stage: another field may stand for them, and `check` should tell.
Result<Stage> stageFromJson(const QJsonObject &json)
{
    JsonReader reader(json);
    Stage stage;
    stage.name = reader.text("name"_L1);
    stage.mode = PressureMode(reader.integer("pressure_mode"_L1, 0, 0, int(PressureMode::SmartPeak)));
    stage.byCount = reader.integer("operate_mode"_L1, 0, 0, 1) == 1;
    stage.seconds = reader.integer("time"_L1);
    stage.users = reader.integer("issue_num"_L1);
    stage.count = reader.integer("count"_L1);
    stage.tps = reader.number("tps_value"_L1);
    stage.startUsers = reader.integer("current_user_num"_L1);
    stage.startTps = reader.number("current_tps"_L1);
    stage.manual = reader.integer("voltage_regulating_mode"_L1, 0, 0, 1) == 1;
    stage.maximum = reader.integer("maximum"_L1);
    stage.minimum = reader.integer("minimum"_L1);
    stage.loopCount = reader.integer("loop_count"_L1, 1);
    stage.maxDuration = reader.integer("max_duration"_L1);
    stage.rampUp = reader.integer("ramp_up"_L1);
    stage.stepDuration = reader.integer("step_duration"_L1);
    stage.stepSize = reader.integer("step_size"_L1);
    stage.stopAtKnee = reader.flag("stop_at_knee"_L1, false);
    JsonReader kpis(reader.object("peak_load_kpis"_L1));
    stage.kpiResponseTime = readKpi(kpis, "average_response_time"_L1);
    stage.kpiSuccessRate = readKpi(kpis, "success_rate"_L1);
    if (kpis.failed())
        reader.fail(u"peak_load_kpis"_s, kpis.error().value());
    stage.extra = reader.rest();
    if (!kpis.rest().isEmpty())
        stage.extra["peak_load_kpis"_L1] = kpis.rest();
    if (reader.failed())
        return reader.error();
    return stage;
}

} // namespace domain
