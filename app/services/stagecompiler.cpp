#include "app/services/stagecompiler.h"

#include "app/services/plancompiler.h"
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
    compiled.byCount = stage.byCount;
    compiled.manual = stage.manual;
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

QVector<domain::Stage> stagesOf(const domain::TestCase &testCase)
{
    QVector<domain::Stage> stages;
    for (const auto &value : testCase.extra["increase_setting"_L1].toArray()) {
        const QJsonObject gradient = value.toObject();
        const int first = gradient["start_user_num"_L1].toInt(), more = gradient["increase_user_num"_L1].toInt();
        const int step = gradient["step_time"_L1].toInt(), whole = gradient["total_time"_L1].toInt();
        const double percent = gradient["increase_percent"_L1].toDouble();
        if (percent <= 0 || step <= 0)
            continue;
        const int steps = std::min(1000, int(std::ceil(100 / percent - 1e-9)));
        for (int k = 0; k <= steps; ++k) {
            domain::Stage stage;
            stage.name = u"%1 %2"_s.arg(gradient["name"_L1].toString(u"gradient"_s)).arg(k + 1);
            stage.users = first + int(std::lround(std::min(1.0, k * percent / 100) * more));
            stage.seconds = k < steps ? step : std::max(step, whole - steps * step);
            if (stage.users > 0)
                stages.append(stage);
        }
    }
    return stages + testCase.stages;
}

} // namespace services
