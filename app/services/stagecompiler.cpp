#include "app/services/stagecompiler.h"

#include "app/services/plancompiler.h"
#include "engine/load/gradient.h"
#include <QJsonArray>

namespace services {

using namespace Qt::StringLiterals;

namespace {

constexpr int64_t nsPerSecond = 1'000'000'000;

int scaled(int users, double scale) { return users > 0 ? std::max(1, int(std::lround(users * scale))) : users; }

} // namespace

engine::Stage engineStage(const domain::Stage &stage, double scale)
{
    engine::Stage compiled;
    compiled.name = stage.name.toStdString();
    compiled.mode = engine::PressureMode(int(stage.mode));
    // Only these two end by count or are led by hand; the other modes do not read the members (semantics.md 1.1).
    const bool plain = stage.mode == domain::PressureMode::Concurrency || stage.mode == domain::PressureMode::Tps;
    compiled.byCount = plain && stage.byCount;
    compiled.manual = plain && stage.manual && !stage.byCount;
    compiled.duration = stage.seconds * nsPerSecond;
    compiled.count = uint64_t(std::max(0, stage.count));
    compiled.users = scaled(stage.users, scale);
    compiled.rate = stage.tps * scale;
    compiled.startUsers = scaled(stage.startUsers, scale);
    compiled.startRate = stage.startTps * scale;
    compiled.minimum = stage.minimum * scale;
    compiled.maximum = stage.maximum * scale;
    compiled.loops = std::max(1, stage.loopCount);
    compiled.maxDuration = stage.maxDuration * nsPerSecond;
    compiled.rampUp = stage.rampUp * nsPerSecond;
    compiled.stepDuration = stage.stepDuration * nsPerSecond;
    compiled.stepSize = scaled(stage.stepSize, scale);
    return compiled;
}

std::optional<GradientSetting> gradientOf(const domain::TestCase &testCase)
{
    const QJsonValue first = testCase.extra["increase_setting"_L1].toArray().at(0);
    if (!first.isObject())
        return {};
    return GradientSetting{first["start_user_num"_L1].toInt(), first["increase_user_num"_L1].toInt(),
                           first["increase_percent"_L1].toDouble(), first["step_time"_L1].toInt(), first["total_time"_L1].toInt()};
}

void putGradient(domain::TestCase &testCase, const std::optional<GradientSetting> &gradient)
{
    QJsonArray settings = testCase.extra["increase_setting"_L1].toArray();
    if (!gradient) {
        testCase.extra.remove("increase_setting"_L1);
        return;
    }
    QJsonObject json = settings.at(0).toObject();
    json["start_user_num"_L1] = gradient->startUsers;
    json["increase_user_num"_L1] = gradient->increaseUsers;
    json["increase_percent"_L1] = gradient->percent;
    json["step_time"_L1] = gradient->stepSeconds;
    json["total_time"_L1] = gradient->totalSeconds;
    if (settings.isEmpty())
        settings.append(json);
    else
        settings[0] = json;
    testCase.extra["increase_setting"_L1] = settings;
}

QVector<domain::Stage> gradientStages(const domain::TestCase &testCase)
{
    QVector<domain::Stage> stages;
    const auto setting = gradientOf(testCase);
    if (!setting)
        return stages;
    const engine::Gradient gradient{.startUsers = setting->startUsers,
                                    .increaseUsers = setting->increaseUsers,
                                    .percent = setting->percent,
                                    .stepDuration = setting->stepSeconds * nsPerSecond,
                                    .totalDuration = setting->totalSeconds * nsPerSecond};
    const QString name = testCase.extra["increase_setting"_L1][0]["name"_L1].toString(u"gradient"_s);
    int number = 0;
    for (const engine::Stage &step : engine::stagesOf(gradient)) {
        domain::Stage stage;
        stage.name = u"%1 %2"_s.arg(name).arg(++number);
        stage.users = step.users;
        stage.seconds = int(step.duration / nsPerSecond);
        if (stage.users > 0) // a gradient may start with nobody
            stages.append(stage);
    }
    return stages;
}

QVector<domain::Stage> stagesOf(const domain::TestCase &testCase)
{
    return gradientStages(testCase) + testCase.stages;
}

} // namespace services
