// The steps of one case as the engine walks them, and the rows of its report.
#pragma once

#include "app/services/requestcompiler.h"
#include "models/domain/fulllink.h"

namespace services {

class StepCompiler
{
public:
    /// With `mark` each request carries it.
    StepCompiler(const domain::Project &project, const domain::TestCase &testCase, SlotTable &names, engine::CasePlan &plan,
                 std::optional<domain::StressMark> mark);

    domain::Result<engine::Steps> compile(const QVector<domain::Step> &steps, bool setup);
    /// Names of all extractions, those of library transactions too.
    void collectExtracted(const QVector<domain::Step> &steps, int depth = 0);

private:
    domain::Result<engine::Step> compileStep(const domain::Step &step, const QString &place);
    domain::Result<engine::Step> compileTransaction(const domain::Step &step, const QString &place);
    // instructioncompiler.cpp
    domain::Result<engine::Step> compileInstruction(const domain::Step &step, const QString &place);
    domain::Result<engine::Step> compileData(const domain::Step &step, const QString &place);
    domain::Result<engine::Step> compileLoop(const domain::Step &step, const QString &place);
    domain::Result<engine::Step> compileCondition(const domain::Step &step, const QString &place);
    domain::Result<engine::Step> compileShare(const domain::Step &step, const QString &place);
    domain::Result<engine::Step> compileThroughput(const domain::Step &step, const QString &place);
    domain::Result<engine::Step> compileRendezvous(const domain::Step &step, const QString &place);
    domain::Result<engine::Step> compilePlugin(const domain::Step &step, const QString &place);
    domain::Result<std::shared_ptr<const engine::Steps>> inner(const QVector<domain::Step> &steps);
    const domain::Transaction *transaction(domain::TransactionId id) const;
    int addItem(engine::Item item);

    const domain::Project &m_project;
    const domain::TestCase &m_case;
    SlotTable &m_names;
    engine::CasePlan &m_plan;
    ConnectionCompiler m_connections;
    QVector<domain::TransactionId> m_open; ///< transactions being compiled, against circles
    int m_depth = 0; ///< of instructions and transactions
    std::optional<domain::StressMark> m_mark;
    bool m_setup = false;
};

} // namespace services
