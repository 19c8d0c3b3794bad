#include "app/services/plancompiler.h"

#include "app/services/rowsource.h"
#include "app/services/stagecompiler.h"
#include "app/services/stepcompiler.h"
#include "models/domain/validation.h"
#include <QCoreApplication>
#include <QThread>

namespace services {

using namespace Qt::StringLiterals;

namespace {

/// What lupdate takes the texts of this file under.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(services::PlanCompiler)
};

void overlay(domain::Project &project, const QString &name, const QString &value)
{
    const auto found = std::ranges::find(project.variables, name, &domain::Variable::name);
    domain::Variable variable;
    if (found != project.variables.end())
        variable = *found;
    variable.name = name;
    variable.type = domain::VariableType::Text;
    variable.values = {value};
    if (found != project.variables.end())
        *found = variable;
    else
        project.variables.append(variable);
}

/// The project with the environment's values, then the given ones, laid over its variables.
domain::Result<domain::Project> overlaid(domain::Project project, const CompileOptions &options)
{
    if (!options.environment.isEmpty()) {
        const auto found = std::ranges::find(project.environments, options.environment, &domain::Environment::name);
        if (found == project.environments.end())
            return domain::fail(Words::tr("The project has no environment named “%1”.").arg(options.environment));
        const auto values = found->values;
        for (const auto &pair : values)
            if (pair.enabled)
                overlay(project, pair.key, pair.value);
    }
    for (auto value = options.values.begin(); value != options.values.end(); ++value)
        overlay(project, value.key(), value.value());
    return project;
}

domain::Result<engine::CasePlan> compileCase(const domain::Project &project, const domain::TestCase &testCase,
                                             const CompileOptions &options)
{
    engine::CasePlan plan;
    plan.name = testCase.name.toStdString();
    const auto stages = stagesOf(testCase);
    if (stages.isEmpty())
        return domain::fail(Words::tr("%1: the case has no stage, so it would send nothing.").arg(testCase.name));
    for (const auto &stage : stages)
        plan.stages.push_back(engineStage(stage, options.scale));
    plan.items.push_back({engine::Item::Pass, testCase.name.toStdString(), {}, {}});

    SlotTable names(project.variables, options.folder);
    const bool isMarked = options.fullLink || !testCase.extra["link_app_list"_L1].toArray().isEmpty();
    StepCompiler compiler(project, testCase, names, plan, isMarked ? std::optional(options.mark) : std::nullopt);
    compiler.collectExtracted(testCase.setupSteps);
    compiler.collectExtracted(testCase.steps);
    auto setup = compiler.compile(testCase.setupSteps, true);
    if (!setup)
        return tl::unexpected(setup.error());
    auto steps = compiler.compile(testCase.steps, false);
    if (!steps)
        return tl::unexpected(steps.error());
    if (steps->empty())
        return domain::fail(Words::tr("%1: the case has no enabled request.").arg(testCase.name));
    plan.setup = std::move(*setup);
    plan.steps = std::move(*steps);
    plan.variables = names.takeSources();
    plan.slotCount = names.slotCount();
    plan.slotNames = names.slotNames();
    plan.secrets = names.secrets();
    plan.logsPasses = testCase.logsByCase;
    plan.plugins = names.pluginTable();
    return plan;
}

} // namespace

int defaultThreads() { return std::max(1, QThread::idealThreadCount() - 1); }

domain::Result<CompiledRun> compile(const domain::Project &given, const QVector<domain::CaseId> &cases, const CompileOptions &options)
{
    if (cases.isEmpty())
        return domain::fail(Words::tr("No case was chosen to run."));
    const auto project = overlaid(withColumns(given, options.folder), options);
    if (!project)
        return tl::unexpected(project.error());
    CompiledRun run;
    auto plan = std::make_shared<engine::Plan>();
    plan->parallel = options.parallel;
    plan->threads = options.threads > 0 ? options.threads : defaultThreads();
    for (const auto id : cases) {
        const auto *testCase = project->findCase(id);
        if (!testCase)
            return domain::fail(Words::tr("The project has no case number %1.").arg(id.value));
        for (const auto &finding : domain::validate(*project, *testCase)) {
            const QString sentence = u"%1: %2"_s.arg(finding.place, finding.message);
            if (finding.blocking)
                return domain::fail(sentence);
            if (!run.warnings.contains(sentence))
                run.warnings << sentence;
        }
        auto compiled = compileCase(*project, *testCase, options);
        if (!compiled)
            return tl::unexpected(compiled.error());
        plan->cases.push_back(std::move(*compiled));
    }
    run.plan = std::move(plan);
    return run;
}

} // namespace services
