#include "app/exchange/jmxstages.h"
#include "app/exchange/jmxtexts.h"

#include <QCoreApplication>
#include <algorithm>

namespace exchange {

using namespace Qt::StringLiterals;
using domain::Stage;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(exchange::JmxStages)
};

constexpr int longest = 7 * 24 * 3600; // s
constexpr int mostUsers = 1'000'000;

Stage plainStage(const JmxElement &group, Ledger &ledger)
{
    Stage stage;
    stage.users = std::min(jmxNumber(group.value("ThreadGroup.num_threads"_L1), 1, 1, ledger, group.name), mostUsers);
    const int ramp = std::min(jmxNumber(group.value("ThreadGroup.ramp_time"_L1), 0, 0, ledger, group.name), longest);
    const auto *controller = group.properties.find("ThreadGroup.main_controller"_L1);
    const QString loopsText = controller ? controller->value("LoopController.loops"_L1) : QString();
    const bool endless = controller && (controller->value("LoopController.continue_forever"_L1) == "true"_L1 || loopsText.trimmed() == "-1"_L1);
    const int duration = std::min(jmxNumber(group.value("ThreadGroup.duration"_L1), 0, 0, ledger, group.name), longest);
    if (group.flag("ThreadGroup.scheduler"_L1) && duration > 0) {
        stage.seconds = duration;
    } else if (!endless) {
        const qint64 loops = jmxNumber(loopsText, 1, 1, ledger, group.name);
        stage.byCount = true;
        stage.count = int(std::min<qint64>(loops * stage.users, 1'000'000'000));
        if (ramp > 0)
            ledger.add(Words::tr("A thread group that ends by loops starts all its users at once here."), group.name);
        return stage;
    } else {
        ledger.add(Words::tr("A thread group without end runs %1 s here.").arg(stage.seconds), group.name);
    }
    if (ramp > 0 && stage.users > 1) {
        stage.startUsers = 1;
        stage.rampUp = std::min(ramp, stage.seconds);
    }
    return stage;
}

/// The thread groups of jp@gc: concurrency and arrivals.
Stage pluginStage(const JmxElement &group, Ledger &ledger)
{
    const int unit = group.valueEnding("Unit"_L1) == "S"_L1 ? 1 : 60;
    const auto number = [&](QLatin1StringView name, int absent, int low) { return jmxNumber(group.valueEnding(name), absent, low, ledger, group.name); };
    Stage stage;
    const int target = number("TargetLevel"_L1, 1, 1), ramp = std::min(number("RampUp"_L1, 0, 0) * unit, longest);
    stage.seconds = std::clamp(ramp + std::min(number("Hold"_L1, 1, 0), longest) * unit, 1, longest);
    if (group.type.startsWith(u"Arrivals")) {
        stage.mode = domain::PressureMode::Tps;
        stage.tps = double(target) / unit;
        stage.users = std::clamp(number("ConcurrencyLimit"_L1, 1000, 1), 1, mostUsers);
        stage.startTps = ramp > 0 ? std::min(1.0, stage.tps / 2) : 0;
    } else {
        stage.users = std::min(target, mostUsers);
        stage.startUsers = ramp > 0 && target > 1 ? 1 : 0;
    }
    stage.rampUp = ramp;
    return stage;
}

} // namespace

bool isThreadGroup(const JmxElement &element) { return element.type.endsWith(u"ThreadGroup"); }

QVector<Stage> jmxStages(const JmxElement &group, Ledger &ledger)
{
    if (!group.value("ThreadGroup.delay"_L1).trimmed().isEmpty() && group.value("ThreadGroup.delay"_L1) != "0"_L1)
        ledger.add(Words::tr("The delay before a thread group was left out."), group.name);
    if (group.type == "ConcurrencyThreadGroup"_L1 || group.type == "ArrivalsThreadGroup"_L1)
        return {pluginStage(group, ledger)};
    if (group.type != "ThreadGroup"_L1 && group.type != "SetupThreadGroup"_L1 && group.type != "PostThreadGroup"_L1) {
        ledger.add(Words::tr("The load of a %1 was left out: draw its curve in the case.").arg(group.type), group.name);
        return {Stage()};
    }
    return {plainStage(group, ledger)};
}

} // namespace exchange
