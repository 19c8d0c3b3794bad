// A test plan of JMeter: variables, data and thread groups; what is in these is read by jmxsteps.h.
#include "app/exchange/formats.h"
#include "app/exchange/importtools.h"
#include "app/exchange/jmxstages.h"
#include "app/exchange/jmxsteps.h"
#include "app/exchange/jmxtexts.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace exchange {

using namespace Qt::StringLiterals;
using domain::VariableType;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(exchange::JmxImport)
};

class JmxReader
{
public:
    Result<Imported> read(const JmxElement &plan, const QString &name)
    {
        domain::Project &project = m_imported.project;
        project.name = plan.name.isEmpty() ? name : plan.name;
        project.description = plan.value("TestPlan.comments"_L1);
        if (const auto *own = plan.properties.find("TestPlan.user_defined_variables"_L1))
            takeVariables(*own, plan.name);
        collect(plan);
        const JmxScope scope = JmxScope().inside(plan, m_ledger);
        for (const JmxElement &child : plan.children) {
            if (isThreadGroup(child))
                takeGroup(child, scope);
            else if (child.type == "TestFragmentController"_L1)
                m_ledger.add(Words::tr("A test fragment was left out."), child.name);
        }
        if (project.cases.isEmpty())
            return domain::fail(Words::tr("there is no thread group in it."));
        addTask(plan);
        m_imported.ledger = m_ledger.lines();
        return std::move(m_imported);
    }

private:
    /// Variables and data hold for the whole project, wherever they stand.
    void collect(const JmxElement &parent)
    {
        for (const JmxElement &child : parent.children) {
            if (child.enabled && child.type == "Arguments"_L1)
                takeVariables(child.properties, child.name);
            else if (child.enabled && child.type == "CSVDataSet"_L1)
                takeData(child);
            else if (child.enabled && child.type == "CounterConfig"_L1)
                takeRange(child, "CounterConfig.name"_L1, "CounterConfig.start"_L1, "CounterConfig.end"_L1, false);
            else if (child.enabled && child.type == "RandomVariableConfig"_L1)
                takeRange(child, "variableName"_L1, "minimumValue"_L1, "maximumValue"_L1, true);
            collect(child);
        }
    }

    void takeVariables(const JmxProperty &from, const QString &place)
    {
        const auto *list = from.find("Arguments.arguments"_L1);
        for (const auto &one : list ? jmxPairs(*list, "Argument.name"_L1, "Argument.value"_L1) : QVector<domain::KeyValue>())
            addVariable(m_imported.project, usableName(one.key), fromJmxText(one.value, m_ledger, place));
    }

    domain::Variable *newVariable(const QString &name)
    {
        const qsizetype before = m_imported.project.variables.size();
        addVariable(m_imported.project, usableName(name), {});
        return m_imported.project.variables.size() > before ? &m_imported.project.variables.last() : nullptr;
    }

    void takeData(const JmxElement &element)
    {
        const QString path = fromJmxText(element.value("filename"_L1), m_ledger, element.name);
        auto *variable = newVariable(QFileInfo(path).completeBaseName());
        if (!variable)
            return m_ledger.add(Words::tr("A second data set of the same file was left out."), element.name);
        variable->type = VariableType::File;
        variable->file = path;
        variable->values = {};
        const QStringList columns = element.value("variableNames"_L1).split(u',', Qt::SkipEmptyParts);
        for (const QString &column : columns)
            variable->values.append(column.trimmed());
        variable->stopAtEnd = !element.flag("recycle"_L1, true);
        variable->perUser = element.value("shareMode"_L1) == "shareMode.thread"_L1;
        m_ledger.add(Words::tr("A data file must be put beside the project by hand."), path);
        if (!columns.isEmpty() && !element.flag("ignoreFirstLine"_L1))
            m_ledger.add(Words::tr("A data file needs a first line with the names of its columns: add “%1”.").arg(columns.join(u',')), path);
    }

    void takeRange(const JmxElement &element, QLatin1StringView name, QLatin1StringView low, QLatin1StringView high, bool random)
    {
        auto *variable = newVariable(element.value(name));
        if (!variable)
            return m_ledger.add(Words::tr("%1 was left out: it has no like here.").arg(element.type), element.name);
        const int from = jmxNumber(element.value(low), 0, -1'000'000'000, m_ledger, element.name);
        variable->type = VariableType::IntegerRange;
        variable->values = {from, std::max(from, jmxNumber(element.value(high), 100'000'000, -1'000'000'000, m_ledger, element.name))};
        variable->random = random;
        if (!random && element.value("CounterConfig.incr"_L1).toInt() > 1)
            m_ledger.add(Words::tr("A counter counts by one here."), element.name);
    }

    void takeGroup(const JmxElement &group, const JmxScope &outer)
    {
        JmxScope scope = outer;
        const QString onError = group.value("ThreadGroup.on_sample_error"_L1);
        if (!onError.isEmpty() && onError != "continue"_L1)
            scope.onFailure = u"end_iteration"_s;
        if (onError.startsWith(u"stop"))
            m_ledger.add(Words::tr("A failure that stops a thread or the test ends the pass here: add a rule to stop a test."), group.name);
        auto steps = JmxSteps(m_imported.project, m_ledger).of(group, scope);
        if (steps.steps.isEmpty() && steps.setup.isEmpty())
            return m_ledger.add(Words::tr("A thread group without requests was left out."), group.name);
        domain::TestCase &testCase = addCase(m_imported.project, group.name);
        testCase.enabled = group.enabled;
        testCase.steps = std::move(steps.steps);
        testCase.setupSteps = std::move(steps.setup);
        testCase.stages = jmxStages(group, m_ledger);
        if (group.type == "SetupThreadGroup"_L1 || group.type == "PostThreadGroup"_L1)
            m_ledger.add(Words::tr("A thread group before or after the test is a case like the others."), group.name);
    }

    void addTask(const JmxElement &plan)
    {
        domain::Task task;
        task.id.value = 1;
        task.name = m_imported.project.name;
        task.parallel = !plan.flag("TestPlan.serialize_threadgroups"_L1);
        for (const auto &testCase : std::as_const(m_imported.project.cases))
            if (testCase.enabled)
                task.cases << testCase.id;
        if (task.cases.size() > 1)
            m_imported.project.tasks << task;
    }

    Imported m_imported;
    Ledger m_ledger;
};

} // namespace

Result<Imported> importJmx(const QByteArray &bytes, const QString &name)
{
    const auto plan = jmxTree(bytes);
    if (!plan)
        return tl::unexpected(plan.error());
    return JmxReader().read(*plan, name);
}

} // namespace exchange
