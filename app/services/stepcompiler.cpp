#include "app/services/stepcompiler.h"

#include "app/services/requestcompiler.h"
#include <QCoreApplication>

namespace services {

using namespace Qt::StringLiterals;
using domain::StepKind;

namespace {

constexpr int deepest = 10;

/// What lupdate takes the texts of this file under.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(services::PlanCompiler)
};

QString instructionName(StepKind kind)
{
    switch (kind) {
    case StepKind::Data: return Words::tr("data instruction");
    case StepKind::Condition: return Words::tr("condition");
    case StepKind::UserShare: return Words::tr("virtual-user percentage");
    case StepKind::Throughput: return Words::tr("throughput controller");
    case StepKind::Rendezvous: return Words::tr("rendezvous");
    case StepKind::Plugin: return Words::tr("plugin request");
    case StepKind::Request: return Words::tr("request");
    case StepKind::Loop: return Words::tr("loop");
    }
    return Words::tr("instruction");
}

} // namespace

StepCompiler::StepCompiler(const domain::Project &project, const domain::TestCase &testCase, SlotTable &names, engine::CasePlan &plan,
                           bool fullLink)
    : m_project(project), m_case(testCase), m_names(names), m_plan(plan), m_fullLink(fullLink)
{
}

const domain::Transaction *StepCompiler::transaction(domain::TransactionId id) const
{
    const auto found = std::ranges::find(m_project.transactions, id, &domain::Transaction::id);
    return found == m_project.transactions.end() ? nullptr : &*found;
}

int StepCompiler::addItem(engine::Item item)
{
    item.setup = m_setup;
    m_plan.items.push_back(std::move(item));
    return int(m_plan.items.size()) - 1;
}

void StepCompiler::collectExtracted(const QVector<domain::Step> &steps, int depth)
{
    if (depth > deepest)
        return;
    for (const auto &step : steps) {
        for (const auto &extraction : step.extractions)
            m_names.addExtracted(extraction.name);
        collectExtracted(step.children, depth + 1);
        if (const auto *library = step.transaction.isValid() ? transaction(step.transaction) : nullptr)
            collectExtracted(library->steps, depth + 1);
    }
}

domain::Result<engine::Steps> StepCompiler::compile(const QVector<domain::Step> &steps, bool setup)
{
    m_setup = setup;
    engine::Steps compiled;
    for (int i = 0; i < steps.size(); ++i) {
        const auto &step = steps[i];
        if (step.disabled)
            continue;
        const QString name = step.message.name.isEmpty() ? Words::tr("step %1").arg(i + 1) : step.message.name;
        auto one = compileStep(step, u"%1 / %2"_s.arg(m_case.name, name));
        if (!one)
            return tl::unexpected(one.error());
        compiled.push_back(std::move(*one));
    }
    return compiled;
}

domain::Result<engine::Step> StepCompiler::compileStep(const domain::Step &step, const QString &place)
{
    if (step.transaction.isValid())
        return compileTransaction(step, place);
    if (step.kind == StepKind::Loop)
        return compileLoop(step, place);
    if (step.kind != StepKind::Request)
        return domain::fail(Words::tr("%1: this version cannot run a %2 yet; disable it to run the case without.").arg(place, instructionName(step.kind)));
    auto request = compileRequest(step, m_names, place);
    if (!request)
        return tl::unexpected(request.error());
    if (m_fullLink)
        request->request.headers.emplace_back("x-test", engine::Template("true"));
    const QString name = step.message.name.isEmpty() ? step.message.url : step.message.name;
    request->item = addItem({engine::Item::Request, name.toStdString(), request->request.method, step.message.url.toStdString()});
    return engine::Step{std::move(*request)};
}

domain::Result<engine::Step> StepCompiler::compileTransaction(const domain::Step &step, const QString &place)
{
    const auto *library = transaction(step.transaction);
    if (!library)
        return domain::fail(Words::tr("%1: the transaction %2 is not in this project.").arg(place).arg(step.transaction.value));
    if (m_open.contains(library->id) || m_open.size() >= deepest)
        return domain::fail(Words::tr("%1: the transaction “%2” contains itself, or is nested deeper than ten levels.").arg(place, library->name));
    const int item = addItem({engine::Item::Transaction, library->name.toStdString(), {}, {}});
    m_open.append(library->id);
    auto inner = compile(library->steps, m_setup);
    m_open.removeLast();
    if (!inner)
        return tl::unexpected(inner.error());
    return engine::Step{engine::TransactionStep{item, std::make_shared<const engine::Steps>(std::move(*inner))}};
}

domain::Result<engine::Step> StepCompiler::compileLoop(const domain::Step &step, const QString &place)
{
    if (!step.data["break_condition"_L1].isNull() && !step.data["break_condition"_L1].isUndefined())
        return domain::fail(Words::tr("%1: this version cannot leave a loop by a condition yet.").arg(place));
    const QString count = variableText(step.data["loop_count"_L1]);
    bool isNumber = false;
    const int times = count.toInt(&isNumber);
    if (!count.contains("${"_L1) && (!isNumber || times < 0 || times > 100000))
        return domain::fail(Words::tr("%1: a loop runs 0 to 100000 times, not “%2”.").arg(place, count));
    auto inner = compile(step.children, m_setup);
    if (!inner)
        return tl::unexpected(inner.error());
    return engine::Step{engine::LoopStep{m_names.parse(count), std::make_shared<const engine::Steps>(std::move(*inner))}};
}

} // namespace services
