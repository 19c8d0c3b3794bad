#include "app/exchange/jmxsteps.h"
#include "app/exchange/importtools.h"
#include "app/exchange/jmxcards.h"
#include "app/exchange/jmxrequest.h"
#include "app/exchange/jmxtexts.h"
#include "models/domain/instruction.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QSet>

namespace exchange {

using namespace Qt::StringLiterals;
using domain::Step;
using domain::StepKind;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(exchange::JmxSteps)
};

constexpr int deepest = 9;          ///< levels of controllers; a project has at most ten
constexpr int longestLoop = 100'000;

/// They only show or hold; nothing is lost without them.
bool isQuiet(const QString &type)
{
    static const QSet<QString> quiet{u"ResultCollector"_s, u"BackendListener"_s, u"Summariser"_s, u"DebugSampler"_s, u"HeaderManager"_s,
                                     u"CookieManager"_s, u"AuthManager"_s, u"ConfigTestElement"_s, u"Arguments"_s, u"CSVDataSet"_s,
                                     u"CounterConfig"_s, u"RandomVariableConfig"_s, u"CacheManager"_s, u"ResultSaver"_s};
    return quiet.contains(type) || type.endsWith(u"Visualizer") || type.endsWith(u"Listener") || type.endsWith(u"Timer")
        || type.endsWith(u"Assertion") || type.endsWith(u"Extractor") || type.endsWith(u"PostProcessor");
}

bool isTransparent(const QString &type)
{
    static const QSet<QString> all{u"GenericController"_s, u"RecordingController"_s, u"SimpleController"_s};
    return all.contains(type);
}

QString opposite(const QString &comparison)
{
    static const QHash<QString, QString> all{{u"=="_s, u"!="_s}, {u"!="_s, u"=="_s}, {u">"_s, u"<="_s}, {u"<="_s, u">"_s}, {u"<"_s, u">="_s}, {u">="_s, u"<"_s}};
    return all.value(comparison);
}

} // namespace

std::optional<QStringList> jmxComparison(const QString &condition)
{
    QString text = condition.trimmed();
    static const QRegularExpression wrapper(u"^\\$\\{__(?:jexl2|jexl3|groovy|javaScript)\\((.*?)\\s*,?\\s*\\)\\s*\\}$"_s, QRegularExpression::DotMatchesEverythingOption);
    if (const auto match = wrapper.match(text); match.hasMatch())
        text = match.captured(1).trimmed();
    static const QRegularExpression got(u"vars\\.get\\(\\s*[\"']([^\"']+)[\"']\\s*\\)"_s);
    text.replace(got, u"${\\1}"_s);
    static const QString operand = u"(?:\"([^\"]*)\"|'([^']*)'|([^\"'=<>!&|\\s]+))"_s;
    static const QRegularExpression comparison(u"^"_s + operand + u"\\s*(==|!=|>=|<=|>|<)\\s*"_s + operand + u"$"_s);
    const auto match = comparison.match(text);
    if (!match.hasMatch())
        return {};
    return QStringList{match.captured(1) + match.captured(2) + match.captured(3), match.captured(4),
                       match.captured(5) + match.captured(6) + match.captured(7)};
}

JmxSteps::Steps JmxSteps::of(const JmxElement &group, const JmxScope &outer)
{
    Steps all;
    const JmxScope scope = outer.inside(group, m_ledger);
    for (const JmxElement &child : group.children) {
        m_setup = &all.setup;
        add(child, scope, 0, all.steps);
    }
    m_setup = nullptr;
    return all;
}

JmxSteps::Children JmxSteps::inside(const JmxElement &parent, const JmxScope &outer, int depth)
{
    Children steps;
    m_setup = nullptr;
    const JmxScope scope = outer.inside(parent, m_ledger);
    for (const JmxElement &child : parent.children)
        add(child, scope, depth, steps);
    return steps;
}

void JmxSteps::add(const JmxElement &element, const JmxScope &scope, int depth, Children &to)
{
    const QString &type = element.type;
    if (isQuiet(type))
        return;
    const qsizetype before = to.size();
    auto *const setup = m_setup;
    if (type == "HTTPSamplerProxy"_L1 || type == "HTTPSampler"_L1 || type == "HTTPSampler2"_L1) {
        addRequest(element, scope, to);
    } else if (type == "TestAction"_L1) {
        addPause(element, to);
    } else if (isTransparent(type)) {
        to += inside(element, scope, depth);
    } else if (type == "OnceOnlyController"_L1 && setup) {
        *setup += inside(element, scope, depth);
    } else if (type == "LoopController"_L1 && depth < deepest) {
        addLoop(element, scope, depth, to);
    } else if (type == "IfController"_L1 && depth < deepest) {
        addIf(element, scope, depth, to);
    } else if (type == "WhileController"_L1 && depth < deepest) {
        addWhile(element, scope, depth, to);
    } else if (type == "TransactionController"_L1 && depth < deepest) {
        addTransaction(element, scope, depth, to);
    } else if ((type == "RandomController"_L1 || type == "InterleaveControl"_L1) && depth < deepest) {
        addChoice(element, scope, depth, to);
    } else if (type == "ThroughputController"_L1 && depth < deepest) {
        addShare(element, scope, depth, to);
    } else if (type.endsWith(u"Controller") || type == "InterleaveControl"_L1) {
        m_ledger.add(depth < deepest ? Words::tr("%1 has no like here: what is in it runs once, in order.").arg(type)
                                     : Words::tr("Controllers more than %1 deep were left out: what is in them runs once, in order.").arg(deepest),
                     element.name);
        to += inside(element, scope, depth);
    } else if (element.enabled) {
        m_ledger.add(Words::tr("%1 was left out: it has no like here.").arg(type), element.name);
    }
    for (qsizetype i = before; i < to.size() && !element.enabled; ++i)
        to[i].disabled = true;
}

void JmxSteps::addRequest(const JmxElement &element, const JmxScope &scope, Children &to)
{
    for (const JmxElement &child : element.children) {
        if (child.type == "SyncTimer"_L1 && child.enabled) {
            Step meeting;
            domain::put(meeting, domain::Rendezvous{child.name, jmxNumber(child.value("groupSize"_L1), 0, 0, m_ledger, child.name),
                                                    jmxNumber(child.value("timeoutInMs"_L1), 0, 0, m_ledger, child.name)});
            to.append(meeting);
        } else if (!isQuiet(child.type) && child.enabled) { // pre-processors, scripts
            m_ledger.add(Words::tr("%1 was left out: it has no like here.").arg(child.type), element.name);
        }
    }
    to.append(jmxRequest(element, scope.inside(element, m_ledger), m_project, m_ledger));
}

void JmxSteps::addLoop(const JmxElement &element, const JmxScope &scope, int depth, Children &to)
{
    Step step;
    const QString loops = fromJmxText(element.value("LoopController.loops"_L1).trimmed(), m_ledger, element.name);
    domain::Loop loop;
    loop.count = loops.isEmpty() ? u"1"_s : loops;
    if (element.flag("LoopController.continue_forever"_L1) && loops.toInt() < 0) {
        loop.count = QString::number(longestLoop);
        m_ledger.add(Words::tr("A loop without end runs %1 times here.").arg(longestLoop), element.name);
    } else if (!loop.count.contains(u"${")) {
        loop.count = QString::number(std::clamp(loop.count.toInt(), 0, longestLoop));
    }
    domain::put(step, loop);
    step.children = inside(element, scope, depth + 1);
    to.append(step);
}

void JmxSteps::addIf(const JmxElement &element, const JmxScope &scope, int depth, Children &to)
{
    const QString text = element.value("IfController.condition"_L1);
    const auto comparison = jmxComparison(text);
    domain::Condition condition;
    if (comparison)
        condition.items << domain::Comparison{comparison->at(0), comparison->at(1), comparison->at(2)};
    else
        m_ledger.add(Words::tr("A condition that is no single comparison was left out: what is in it always runs."), element.name + u": "_s + text);
    Step step;
    domain::put(step, condition);
    step.children = inside(element, scope, depth + 1);
    to.append(step);
}

void JmxSteps::addWhile(const JmxElement &element, const JmxScope &scope, int depth, Children &to)
{
    const auto comparison = jmxComparison(element.value("WhileController.condition"_L1));
    domain::Loop loop;
    if (comparison) {
        loop.count = QString::number(longestLoop);
        loop.breakCondition = domain::Condition{true, {{comparison->at(0), opposite(comparison->at(1)), comparison->at(2)}}};
        m_ledger.add(Words::tr("A while loop looks at its condition after the first turn, and ends after %1 turns.").arg(longestLoop), element.name);
    } else {
        m_ledger.add(Words::tr("A while loop whose condition is no single comparison runs once."), element.name);
    }
    Step step;
    domain::put(step, loop);
    step.children = inside(element, scope, depth + 1);
    to.append(step);
}

void JmxSteps::addTransaction(const JmxElement &element, const JmxScope &scope, int depth, Children &to)
{
    domain::Transaction transaction;
    transaction.name = element.name;
    transaction.steps = inside(element, scope, depth + 1);
    transaction.id.value = int(m_project.transactions.size()) + 1; // after those inside of it
    if (transaction.steps.isEmpty())
        return;
    Step step;
    step.transaction = transaction.id;
    step.transactionName = transaction.name;
    m_project.transactions.append(transaction);
    to.append(step);
}

void JmxSteps::addChoice(const JmxElement &element, const JmxScope &scope, int depth, Children &to)
{
    domain::UserShare share;
    share.fixed = false;
    Step step;
    const JmxScope within = scope.inside(element, m_ledger);
    for (const JmxElement &child : element.children) {
        Children branch;
        m_setup = nullptr;
        add(child, within, depth + 1, branch);
        if (branch.isEmpty())
            continue;
        share.branches << domain::Branch{child.name, 1};
        step.branches << branch;
    }
    if (element.type == "InterleaveControl"_L1)
        m_ledger.add(Words::tr("What an interleave controller does in turn is chosen at random here."), element.name);
    if (step.branches.isEmpty())
        return;
    domain::put(step, share);
    to.append(step);
}

void JmxSteps::addShare(const JmxElement &element, const JmxScope &scope, int depth, Children &to)
{
    QString percent;
    for (const JmxProperty &property : element.properties.members)
        if (property.value("name"_L1) == "ThroughputController.percentThroughput"_L1)
            percent = property.value("value"_L1);
    const double share = percent.toDouble();
    if (element.value("ThroughputController.style"_L1) != "1"_L1 || share <= 0 || share >= 100) {
        if (share < 100)
            m_ledger.add(Words::tr("A throughput controller by a count was left out: what is in it always runs."), element.name);
        to += inside(element, scope, depth);
        return;
    }
    const int weight = std::clamp(int(share * 100 + 0.5), 1, 9999);
    Step step;
    step.branches = {inside(element, scope, depth + 1), {}};
    domain::put(step, domain::UserShare{false, {{element.name, weight}, {Words::tr("otherwise"), 10'000 - weight}}});
    to.append(step);
}

void JmxSteps::addPause(const JmxElement &element, Children &to)
{
    constexpr int pause = 1; // ActionProcessor.action
    const int ms = jmxNumber(element.value("ActionProcessor.duration"_L1), 0, 0, m_ledger, element.name);
    if (element.value("ActionProcessor.action"_L1).toInt() != pause)
        return m_ledger.add(Words::tr("A flow control action that stops or starts over was left out."), element.name);
    if (to.isEmpty() || to.last().kind != StepKind::Request || to.last().transaction.isValid())
        return m_ledger.add(Words::tr("A pause that follows no request was left out."), element.name);
    const int before = to.last().thinkTime ? to.last().thinkTime->ms : 0;
    if (before + ms > 0)
        to.last().thinkTime = domain::ThinkTime{{}, std::min(before + ms, 3'600'000), true, {}};
}

} // namespace exchange
