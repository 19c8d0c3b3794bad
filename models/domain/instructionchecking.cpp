// The part of StepChecking that looks at control instructions.
#include "models/domain/instruction.h"
#include "models/domain/stepchecking.h"

#include <QCoreApplication>

#include <cmath>

using namespace Qt::StringLiterals;

namespace domain {

namespace {

/// What lupdate takes the texts of this file under.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Validation)
};

} // namespace

void StepChecking::checkCondition(const Step &step, const QString &place, const QString &what, const QVector<Comparison> &items)
{
    const QString where = what.isEmpty() ? place : place + u" / "_s + what;
    for (const Comparison &one : items) {
        if (!comparisonNames().contains(one.comparison) && one.comparison != "="_L1)
            add(where, Words::tr("“%1” is not a way to compare.").arg(one.comparison), step.id);
        names(where, one.left + one.right, step.id);
    }
}

void StepChecking::checkInstruction(const Step &step)
{
    const QString place = stepTitle(step);
    const auto wrong = [&](const Error &error) { add(place, error.message, step.id); };
    switch (step.kind) {
    case StepKind::Request: return;
    case StepKind::Data: {
        const auto data = dataInstructionOf(step);
        if (!data)
            return wrong(data.error());
        for (const DataParameter &parameter : data->params) {
            if (parameter.name.trimmed().isEmpty())
                add(place, Words::tr("A parameter has no name."), step.id);
            names(place, parameter.logic, step.id);
        }
        return;
    }
    case StepKind::Loop: {
        const auto loop = loopOf(step);
        if (!loop)
            return wrong(loop.error());
        bool isNumber = false;
        const int count = loop->count.toInt(&isNumber);
        if (!loop->count.contains("${"_L1) && (!isNumber || count < 0 || count > 100'000))
            add(place, Words::tr("A loop runs 0 to 100,000 times, not “%1”.").arg(loop->count), step.id);
        names(place, loop->count, step.id);
        if (loop->breakCondition)
            checkCondition(step, place, Words::tr("Break condition"), loop->breakCondition->items);
        return;
    }
    case StepKind::Condition: {
        const auto condition = conditionOf(step);
        if (!condition)
            return wrong(condition.error());
        return checkCondition(step, place, {}, condition->items);
    }
    case StepKind::UserShare: {
        const auto share = userShareOf(step);
        if (!share)
            return wrong(share.error());
        if (share->branches.isEmpty())
            add(place, Words::tr("A share of users needs at least one branch."), step.id);
        for (const Branch &branch : share->branches) {
            const QString where = branch.name.isEmpty() ? place : place + u" / "_s + branch.name;
            if (branch.weight < 1 || branch.weight > 10'000)
                add(where, Words::tr("The weight of a branch must be from 1 to 10,000, not %1.").arg(branch.weight), step.id);
        }
        return;
    }
    case StepKind::Throughput: {
        const auto throughput = throughputOf(step);
        if (!throughput)
            return wrong(throughput.error());
        const double hundredths = throughput->rps * 100;
        if (!(throughput->rps > 0) || throughput->rps > 10'000'000 || std::abs(hundredths - std::round(hundredths)) > 1e-6)
            add(place, Words::tr("The ceiling must be above 0 and at most 10,000,000 requests a second, with two decimals."), step.id);
        return;
    }
    case StepKind::Rendezvous: {
        const auto rendezvous = rendezvousOf(step);
        if (!rendezvous)
            return wrong(rendezvous.error());
        if (rendezvous->count > 2'000'000)
            add(place, Words::tr("A rendezvous waits for at most 2,000,000 users."), step.id);
        if (rendezvous->timeoutMs > 86'400'000)
            add(place, Words::tr("A rendezvous waits at most a day."), step.id);
        return;
    }
    case StepKind::Plugin: {
        const auto request = pluginRequestOf(step);
        if (!request)
            return wrong(request.error());
        if (request->plugin.trimmed().isEmpty() || request->function.trimmed().isEmpty())
            add(place, Words::tr("The plugin request names no plugin or no function."), step.id);
        for (const KeyValue &parameter : request->params)
            names(place, parameter.value, step.id);
        return;
    }
    }
}

} // namespace domain
