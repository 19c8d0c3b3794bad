#include "models/domain/stage.h"

#include "models/domain/jsonreader.h"

using namespace Qt::StringLiterals;

namespace domain {

namespace {

std::optional<PeakKpi> kpi(const QJsonObject &kpis, const QString &key)
{
    const QJsonObject one = kpis[key].toObject();
    if (one.isEmpty())
        return std::nullopt;
    return PeakKpi{one[u"comparison"_s].toString(), one[u"value"_s].toDouble()};
}

QJsonObject toJson(const PeakKpi &one) { return {{u"comparison"_s, one.comparison}, {u"value"_s, one.value}}; }

} // namespace

QJsonObject toJson(const Stage &stage)
{
    QJsonObject json = stage.extra;
    json[u"name"_s] = stage.name;
    json[u"pressure_mode"_s] = int(stage.mode);
    json[u"operate_mode"_s] = stage.byCount ? 1 : 0;
    json[u"time"_s] = stage.seconds;
    json[u"issue_num"_s] = stage.users;
    json[u"count"_s] = stage.count;
    json[u"tps_value"_s] = stage.tps;
    json[u"current_user_num"_s] = stage.startUsers;
    json[u"current_tps"_s] = stage.startTps;
    json[u"voltage_regulating_mode"_s] = stage.manual ? 1 : 0;
    json[u"maximum"_s] = stage.maximum;
    json[u"minimum"_s] = stage.minimum;
    json[u"loop_count"_s] = stage.loopCount;
    json[u"max_duration"_s] = stage.maxDuration;
    json[u"ramp_up"_s] = stage.rampUp;
    json[u"step_duration"_s] = stage.stepDuration;
    json[u"step_size"_s] = stage.stepSize;
    QJsonObject kpis;
    if (stage.kpiResponseTime)
        kpis[u"average_response_time"_s] = toJson(*stage.kpiResponseTime);
    if (stage.kpiSuccessRate)
        kpis[u"success_rate"_s] = toJson(*stage.kpiSuccessRate);
    if (!kpis.isEmpty())
        json[u"peak_load_kpis"_s] = kpis;
    return json;
}

Result<Stage> stageFromJson(const QJsonObject &json)
{
    constexpr int most = 2'000'000'000;
    JsonReader reader(json);
    Stage stage;
    stage.name = reader.text(u"name"_s);
    stage.mode = PressureMode(reader.integer(u"pressure_mode"_s, 0, 0, 7));
    stage.byCount = reader.integer(u"operate_mode"_s, 0, 0, 1) == 1;
    stage.seconds = reader.integer(u"time"_s, 60, 0, most);
    stage.users = reader.integer(u"issue_num"_s, 10, 0, 10'000'000);
    stage.count = reader.integer(u"count"_s, 0, 0, most);
    stage.tps = reader.number(u"tps_value"_s, 0);
    stage.startUsers = reader.integer(u"current_user_num"_s, 0, 0, 10'000'000);
    stage.startTps = reader.number(u"current_tps"_s, 0);
    stage.manual = reader.integer(u"voltage_regulating_mode"_s, 0, 0, 1) == 1;
    stage.maximum = reader.integer(u"maximum"_s, 0, 0, 10'000'000);
    stage.minimum = reader.integer(u"minimum"_s, 0, 0, 10'000'000);
    stage.loopCount = reader.integer(u"loop_count"_s, 1, 0, 1'000'000);
    stage.maxDuration = reader.integer(u"max_duration"_s, 0, 0, most);
    stage.rampUp = reader.integer(u"ramp_up"_s, 0, 0, most);
    stage.stepDuration = reader.integer(u"step_duration"_s, 0, 0, most);
    stage.stepSize = reader.integer(u"step_size"_s, 0, 0, 10'000'000);
    const QJsonObject kpis = reader.object(u"peak_load_kpis"_s);
    stage.kpiResponseTime = kpi(kpis, u"average_response_time"_s);
    stage.kpiSuccessRate = kpi(kpis, u"success_rate"_s);
    stage.extra = reader.extra();
    if (!reader.error().isEmpty())
        return fail(reader.error());
    return stage;
}

} // namespace domain
