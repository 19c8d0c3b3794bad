// The part of StepCompiler that turns control instructions into what the engine executes.
#include "app/services/stepcompiler.h"

#include <QCoreApplication>

namespace services {

using namespace Qt::StringLiterals;
using domain::StepKind;

namespace {

constexpr int64_t nsPerMs = 1'000'000;

/// What lupdate takes the texts of this file under.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(services::PlanCompiler)
};

tl::unexpected<domain::Error> wrong(const QString &place, const domain::Error &error)
{
    return domain::fail(u"%1: %2"_s.arg(place, error.message));
}

} // namespace

domain::Result<engine::Step> StepCompiler::compileInstruction(const domain::Step &step, const QString &place)
{
    const auto compiled = [&]() -> domain::Result<engine::Step> {
        switch (step.kind) {
        case StepKind::Data: return compileData(step, place);
        case StepKind::Loop: return compileLoop(step, place);
        case StepKind::Condition: return compileCondition(step, place);
        case StepKind::UserShare: return compileShare(step, place);
        case StepKind::Throughput: return compileThroughput(step, place);
        case StepKind::Rendezvous: return compileRendezvous(step, place);
        case StepKind::Plugin: return compilePlugin(step, place);
        case StepKind::Request: break;
        }
        return domain::fail(place);
    }();
    if (compiled && !m_names.problem().isEmpty())
        return domain::fail(u"%1: %2"_s.arg(place, m_names.problem()));
    return compiled;
}

domain::Result<engine::Step> StepCompiler::compileData(const domain::Step &step, const QString &place)
{
    const auto data = domain::dataInstructionOf(step);
    if (!data)
        return wrong(place, data.error());
    engine::DataStep compiled;
    for (const auto &parameter : data->params) {
        engine::DataStep::Assignment assignment{m_names.slotOf(parameter.name), m_names.parse(parameter.logic), parameter.number, parameter.scale};
        assignment.rounding = engine::roundingFrom(parameter.rounding.toStdString()).value_or(engine::Rounding::HalfUp);
        compiled.assignments.push_back(std::move(assignment));
    }
    return engine::Step{std::move(compiled)};
}

domain::Result<engine::Step> StepCompiler::compileLoop(const domain::Step &step, const QString &place)
{
    const auto loop = domain::loopOf(step);
    if (!loop)
        return wrong(place, loop.error());
    bool isNumber = false;
    const int times = loop->count.toInt(&isNumber);
    if (!loop->count.contains("${"_L1) && (!isNumber || times < 0 || times > 100000))
        return domain::fail(Words::tr("%1: a loop runs 0 to 100000 times, not “%2”.").arg(place, loop->count));
    engine::LoopStep compiled{m_names.parse(loop->count), nullptr};
    if (loop->breakCondition) {
        auto condition = services::compileCondition(*loop->breakCondition, m_names);
        if (!condition)
            return wrong(place, condition.error());
        compiled.breakCondition = std::move(*condition);
    }
    auto steps = inner(step.children);
    if (!steps)
        return tl::unexpected(steps.error());
    compiled.steps = std::move(*steps);
    return engine::Step{std::move(compiled)};
}

domain::Result<engine::Step> StepCompiler::compileCondition(const domain::Step &step, const QString &place)
{
    const auto condition = domain::conditionOf(step);
    if (!condition)
        return wrong(place, condition.error());
    auto compiled = services::compileCondition(*condition, m_names);
    if (!compiled)
        return wrong(place, compiled.error());
    auto steps = inner(step.children), otherwise = inner(step.elseChildren);
    for (const auto *branch : {&steps, &otherwise})
        if (!*branch)
            return tl::unexpected(branch->error());
    return engine::Step{engine::ConditionStep{std::move(*compiled), std::move(*steps), std::move(*otherwise)}};
}

domain::Result<engine::Step> StepCompiler::compileShare(const domain::Step &step, const QString &place)
{
    const auto share = domain::userShareOf(step);
    if (!share)
        return wrong(place, share.error());
    engine::ShareStep compiled{share->fixed, {}};
    for (qsizetype i = 0; i < step.branches.size(); ++i) {
        auto steps = inner(step.branches[i]);
        if (!steps)
            return tl::unexpected(steps.error());
        compiled.branches.push_back({share->branches[i].weight, std::move(*steps)});
    }
    return engine::Step{std::move(compiled)};
}

domain::Result<engine::Step> StepCompiler::compileThroughput(const domain::Step &step, const QString &place)
{
    const auto throughput = domain::throughputOf(step);
    if (!throughput)
        return wrong(place, throughput.error());
    engine::ThroughputStep compiled{m_plan.controllers++, throughput->rps, nullptr};
    auto steps = inner(step.children);
    if (!steps)
        return tl::unexpected(steps.error());
    compiled.steps = std::move(*steps);
    return engine::Step{std::move(compiled)};
}

domain::Result<engine::Step> StepCompiler::compileRendezvous(const domain::Step &step, const QString &place)
{
    const auto rendezvous = domain::rendezvousOf(step);
    if (!rendezvous)
        return wrong(place, rendezvous.error());
    return engine::Step{engine::RendezvousStep{m_plan.meetings++, rendezvous->count, rendezvous->timeoutMs * nsPerMs}};
}

domain::Result<engine::Step> StepCompiler::compilePlugin(const domain::Step &step, const QString &place)
{
    const auto request = domain::pluginRequestOf(step);
    if (!request)
        return wrong(place, request.error());
    const auto function = m_names.plugins().find(request->plugin, request->function, engine::Plugin::Request);
    if (!function)
        return wrong(place, function.error());
    engine::PluginStep compiled;
    compiled.function = *function;
    for (const auto &parameter : function->entry().parameters) {
        const QString name = QString::fromStdString(parameter.name);
        const auto given = std::ranges::find(request->params, name, &domain::KeyValue::key);
        const bool isGiven = given != request->params.end() && !given->value.isEmpty();
        if (!isGiven && parameter.isRequired && parameter.fallback.empty())
            return domain::fail(Words::tr("%1: the parameter “%2” of the plugin has no value.").arg(place, name));
        compiled.parameters.emplace_back(parameter.name, isGiven ? m_names.parse(given->value) : engine::Template(parameter.fallback));
    }
    const QString own = step.data["name"_L1].toString();
    const QString name = own.isEmpty() ? request->plugin + u'.' + request->function : own;
    compiled.endIterationOnFailure = step.data["on_failure"_L1].toString() == "end_iteration"_L1;
    compiled.item = addItem({engine::Item::Request, name.toStdString(), "PLUGIN", (request->plugin + u'.' + request->function).toStdString()});
    return engine::Step{std::move(compiled)};
}

} // namespace services
