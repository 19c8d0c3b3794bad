#include "app/services/stepcompiler.h"

#include "app/services/protocolcompiler.h"
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

/// In place of a header of that name: marked traffic that is not told apart would reach the real stores.
void putMark(engine::RequestStep &step, const domain::StressMark &mark)
{
    auto *socket = std::get_if<engine::WebSocketRequest>(&step.protocol);
    auto &headers = socket ? socket->headers : step.request.headers;
    std::erase_if(headers, [&](const auto &header) { return mark.name.compare(QString::fromStdString(header.first), Qt::CaseInsensitive) == 0; });
    headers.emplace_back(mark.name.toStdString(), engine::Template(mark.value.toStdString()));
}

} // namespace

StepCompiler::StepCompiler(const domain::Project &project, const domain::TestCase &testCase, SlotTable &names, engine::CasePlan &plan,
                           std::optional<domain::StressMark> mark)
    : m_project(project), m_case(testCase), m_names(names), m_plan(plan), m_connections(project.hostBindings(), names), m_mark(std::move(mark))
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
        if (step.disabled)
            continue;
        for (const auto &extraction : step.extractions)
            m_names.addExtracted(extraction.name);
        if (step.kind == StepKind::Data)
            if (const auto data = domain::dataInstructionOf(step))
                for (const auto &parameter : data->params)
                    m_names.addExtracted(parameter.name);
        collectExtracted(step.children, depth + 1);
        collectExtracted(step.elseChildren, depth + 1);
        for (const auto &branch : step.branches)
            collectExtracted(branch, depth + 1);
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
        const QString own = step.kind == StepKind::Request ? step.message.name : step.data["name"_L1].toString();
        const QString name = own.isEmpty() ? Words::tr("step %1").arg(i + 1) : own;
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
    if (step.kind != StepKind::Request)
        return compileInstruction(step, place);
    auto request = compileRequest(step, m_names, m_connections, place);
    if (!request)
        return tl::unexpected(request.error());
    if (m_mark)
        putMark(*request, *m_mark);
    const QString name = step.message.name.isEmpty() ? step.message.url : step.message.name;
    request->item = addItem({engine::Item::Request, name.toStdString(), shownMethod(step.message).toStdString(), shownAddress(step.message).toStdString(), false, step.id.value});
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
    auto steps = inner(library->steps);
    m_open.removeLast();
    if (!steps)
        return tl::unexpected(steps.error());
    return engine::Step{engine::TransactionStep{item, std::move(*steps)}};
}

domain::Result<std::shared_ptr<const engine::Steps>> StepCompiler::inner(const QVector<domain::Step> &steps)
{
    if (m_depth >= deepest)
        return domain::fail(Words::tr("%1: instructions are nested deeper than ten levels.").arg(m_case.name));
    ++m_depth;
    auto compiled = compile(steps, m_setup);
    --m_depth;
    if (!compiled)
        return tl::unexpected(compiled.error());
    return std::make_shared<const engine::Steps>(std::move(*compiled));
}

} // namespace services
