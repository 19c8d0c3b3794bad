#include "models/domain/validation.h"
#include "models/domain/stepchecking.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace Qt::StringLiterals;

namespace domain {

namespace {

/// What lupdate takes the texts of this file under.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Validation)
};

template <class Add> void checkStage(const Stage &stage, Add add)
{
    using enum PressureMode; // qualified names mislead lupdate
    const QString place = Words::tr("Stages") + u" / "_s + (stage.name.isEmpty() ? Words::tr("unnamed") : stage.name);
    const bool surge = stage.mode == SurgeUsers || stage.mode == SurgeTps;
    const bool wave = surge || stage.mode == OscillationUsers || stage.mode == OscillationTps;
    const bool plain = stage.mode == Concurrency || stage.mode == Tps;
    const bool counted = stage.byCount && plain;
    if (!counted && stage.seconds <= 0 && stage.mode != SmartPeak)
        add(place, Words::tr("The stage needs a duration of at least one second."));
    if ((plain || stage.isRate()) && stage.users < 1)
        add(place, Words::tr("The stage needs at least one virtual user."));
    if (stage.mode == Tps && !(stage.tps > 0))
        add(place, Words::tr("The rate must be above 0 starts a second."));
    if (counted && stage.count < stage.users)
        add(place, Words::tr("%1 passes are fewer than the %2 virtual users: raise the count or lower the users.").arg(stage.count).arg(stage.users));
    if (wave || stage.mode == SmartPeak) {
        if (stage.minimum < 1 || stage.minimum > stage.maximum)
            add(place, Words::tr("The minimum must be at least 1 and not above the maximum."));
    }
    if (wave && stage.loopCount < 1)
        add(place, Words::tr("The number of periods must be at least 1."));
    if (surge && stage.loopCount >= 1 && stage.maxDuration * stage.loopCount >= stage.seconds)
        add(place, Words::tr("The top of a surge must be shorter than its period."));
    if (stage.mode == SmartPeak && (stage.stepSize < 1 || stage.stepDuration < 1))
        add(place, Words::tr("Smart peak needs a step of at least one user and one second."));
}

/// `into`: the transactions the case uses are looked at as a part of it.
void checkCase(const Project &project, const TestCase &testCase, bool into, QVector<Finding> &findings)
{
    const auto add = [&](const QString &place, const QString &message) {
        findings.push_back({testCase.name + u" / "_s + place, message, testCase.id, {}, true});
    };
    StepChecking steps(project, testCase.name, testCase.id, findings);
    steps.addProjectNames();
    steps.addNames(testCase.setupSteps);
    steps.addNames(testCase.steps);
    if (testCase.stages.isEmpty() && testCase.extra["increase_setting"_L1].toArray().isEmpty())
        add(Words::tr("Stages"), Words::tr("The case has no stage: add one to say how much load it makes."));
    if (testCase.stages.size() > 1000)
        add(Words::tr("Stages"), Words::tr("A case has at most 1,000 stages, this one has %1.").arg(testCase.stages.size()));
    const bool hasPlannedEnd = std::ranges::none_of(testCase.stages, [](const Stage &stage) { return stage.byCount || stage.seconds <= 0; });
    const int planned = std::accumulate(testCase.stages.begin(), testCase.stages.end(), 0, [](int sum, const Stage &stage) { return sum + stage.seconds; });
    const bool isPlain = testCase.extra["increase_setting"_L1].toArray().isEmpty() && !testCase.stages.isEmpty();
    if (testCase.warmUp > 0 && isPlain && hasPlannedEnd && testCase.warmUp >= planned)
        add(Words::tr("Stages"), Words::tr("The warm-up of %1 s takes all %2 s of the stages: nothing would be counted.").arg(testCase.warmUp).arg(planned));
    if (steps.requests() == 0)
        add(Words::tr("Steps"), Words::tr("The case sends nothing: add a request."));
    for (const Stage &stage : testCase.stages)
        checkStage(stage, add);
    steps.check(testCase.setupSteps, into);
    steps.check(testCase.steps, into);
}

bool uses(const QVector<Step> &steps, TransactionId id)
{
    return std::ranges::any_of(steps, [id](const Step &step) {
        return step.transaction == id || uses(step.children, id) || uses(step.elseChildren, id)
            || std::ranges::any_of(step.branches, [id](const QVector<Step> &branch) { return uses(branch, id); });
    });
}

void collectUsed(const QVector<Step> &steps, QVector<TransactionId> &used)
{
    for (const Step &step : steps) {
        if (step.disabled)
            continue;
        if (step.transaction.isValid() && !used.contains(step.transaction))
            used.append(step.transaction);
        collectUsed(step.children, used);
        collectUsed(step.elseChildren, used);
        for (const QVector<Step> &branch : step.branches)
            collectUsed(branch, used);
    }
}

/// Follows references from the last of `way`, until they come back to its first. True: `way` is that circle.
bool findCircle(const QHash<TransactionId, QVector<TransactionId>> &used, QSet<TransactionId> &seen, QVector<TransactionId> &way)
{
    for (const TransactionId next : used.value(way.last())) {
        if (next == way.first())
            return true;
        if (seen.contains(next))
            continue;
        seen << next;
        way.append(next);
        if (findCircle(used, seen, way))
            return true;
        way.removeLast();
    }
    return false;
}

void checkCircles(const Project &project, QVector<Finding> &findings)
{
    QHash<TransactionId, QVector<TransactionId>> used;
    QHash<TransactionId, QString> names;
    for (const Transaction &transaction : project.transactions) {
        collectUsed(transaction.steps, used[transaction.id]);
        names[transaction.id] = transaction.name;
    }
    QSet<TransactionId> told; // a circle is told once, not at each of its members
    for (const Transaction &transaction : project.transactions) {
        QVector<TransactionId> way{transaction.id};
        QSet<TransactionId> seen;
        if (told.contains(transaction.id) || !findCircle(used, seen, way))
            continue;
        QStringList text;
        for (const TransactionId id : way) {
            told << id;
            text << u"“%1”"_s.arg(names[id]);
        }
        findings.push_back({Words::tr("Transactions") + u" / "_s + transaction.name,
                            Words::tr("The transaction contains itself, by way of %1.").arg(text.join(u" → "_s)), {}, {}, true});
    }
}

/// Each library transaction once, with the names of all cases that use it.
void checkTransactions(const Project &project, QVector<Finding> &findings)
{
    for (const Transaction &transaction : project.transactions) {
        StepChecking steps(project, Words::tr("Transactions") + u" / "_s + transaction.name, {}, findings);
        steps.addProjectNames();
        steps.addNames(transaction.steps);
        for (const TestCase &testCase : project.cases) {
            if (!uses(testCase.steps, transaction.id) && !uses(testCase.setupSteps, transaction.id))
                continue;
            steps.addNames(testCase.setupSteps);
            steps.addNames(testCase.steps);
        }
        steps.check(transaction.steps, false);
    }
    checkCircles(project, findings);
}

void checkVariables(const Project &project, QVector<Finding> &findings)
{
    QSet<QString> names;
    for (const Variable &variable : project.variables) {
        const auto add = [&](const QString &message) {
            findings.push_back({Words::tr("Variables") + u" / "_s + variable.name, message, {}, {}, true});
        };
        if (variable.name.trimmed().isEmpty())
            add(Words::tr("A variable has no name."));
        else if (names.contains(variable.name))
            add(Words::tr("Two variables have the name “%1”.").arg(variable.name));
        names << variable.name;
        const auto isWhole = [](const QJsonValue &value) {
            bool ok = value.isDouble();
            const double number = value.isString() ? value.toString().toDouble(&ok) : value.toDouble();
            return ok && number == std::floor(number) && std::abs(number) < 9e15;
        };
        switch (variable.type) {
        case VariableType::IntegerRange:
            if (variable.values.size() != 2 || !isWhole(variable.values[0]) || !isWhole(variable.values[1]))
                add(Words::tr("A range needs two whole numbers: its first and its last."));
            else if (variable.values[0].toVariant().toDouble() > variable.values[1].toVariant().toDouble())
                add(Words::tr("The range ends before it begins."));
            break;
        case VariableType::Enumeration:
            if (variable.values.isEmpty())
                add(Words::tr("The list has no values."));
            break;
        case VariableType::File:
            if (variable.file.isEmpty())
                add(Words::tr("The variable names no file."));
            break;
        case VariableType::Text:
            break;
        }
        if (variable.sensitive && variable.type != VariableType::Text)
            add(Words::tr("Only a text can be sensitive."));
    }
}

void checkEnvironments(const Project &project, QVector<Finding> &findings)
{
    QSet<QString> names;
    for (const Environment &environment : project.environments) {
        const auto add = [&](const QString &message) {
            findings.push_back({Words::tr("Environments") + u" / "_s + environment.name, message, {}, {}, true});
        };
        if (environment.name.trimmed().isEmpty())
            add(Words::tr("An environment has no name."));
        else if (names.contains(environment.name))
            add(Words::tr("Two environments have the name “%1”.").arg(environment.name));
        names << environment.name;
        for (const KeyValue &value : environment.values) {
            const auto found = std::ranges::find(project.variables, value.key, &Variable::name);
            if (found != project.variables.end() && found->type != VariableType::Text && found->type != VariableType::Enumeration)
                add(Words::tr("“%1” can be laid over texts and lists only.").arg(value.key));
        }
    }
}

void checkTasks(const Project &project, QVector<Finding> &findings)
{
    QSet<QString> names;
    for (const Task &task : project.tasks) {
        const QString place = Words::tr("Tasks") + u" / "_s + task.name;
        if (names.contains(task.name))
            findings.push_back({place, Words::tr("Two tasks have the name “%1”.").arg(task.name), {}, {}, true});
        names << task.name;
        if (task.cases.isEmpty())
            findings.push_back({place, Words::tr("The task has no case."), {}, {}, true});
        for (const CaseId id : task.cases)
            if (!project.findCase(id))
                findings.push_back({place, Words::tr("The task names case %1, which does not exist.").arg(id.value), {}, {}, true});
    }
}

} // namespace

QVector<Finding> validate(const Project &project, const TestCase &testCase)
{
    QVector<Finding> findings;
    checkVariables(project, findings);
    checkCase(project, testCase, true, findings);
    return findings;
}

QVector<Finding> validate(const Project &project)
{
    QVector<Finding> findings;
    checkVariables(project, findings);
    checkEnvironments(project, findings);
    checkTransactions(project, findings);
    for (const TestCase &testCase : project.cases)
        if (testCase.enabled)
            checkCase(project, testCase, false, findings);
    checkTasks(project, findings);
    return findings;
}

} // namespace domain
