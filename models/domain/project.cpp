#include "models/domain/project.h"

#include "models/domain/jsonlist.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace domain {

namespace {

QVector<Step> steps(JsonReader &reader, const QString &key)
{
    const auto read = stepsFromJson(reader.array(key));
    if (!read)
        reader.problem(key == "contents"_L1 ? read.error().message : u"%1: %2"_s.arg(key, read.error().message));
    return read.value_or(QVector<Step>());
}

template <class T> QJsonArray toArray(const QVector<T> &values)
{
    QJsonArray json;
    for (const T &value : values)
        json << toJson(value);
    return json;
}

template <class T> Result<T> done(JsonReader &reader, T value)
{
    value.extra = reader.extra();
    if (!reader.error().isEmpty())
        return fail(value.name.isEmpty() ? reader.error() : u"“%1”: %2"_s.arg(value.name, reader.error()));
    return value;
}

} // namespace

const TestCase *Project::findCase(CaseId wanted) const
{
    for (const TestCase &one : cases)
        if (one.id == wanted)
            return &one;
    return nullptr;
}

const Task *Project::findTask(TaskId wanted) const
{
    for (const Task &one : tasks)
        if (one.id == wanted)
            return &one;
    return nullptr;
}

QJsonObject toJson(const TestCase &testCase)
{
    QJsonObject json = testCase.extra;
    json[u"case_id"_s] = testCase.id.value;
    json[u"name"_s] = testCase.name;
    json[u"directory_id"_s] = testCase.directory.value;
    json[u"sort"_s] = testCase.sort;
    json[u"status"_s] = testCase.enabled ? 1 : 2;
    json[u"contents"_s] = toJson(testCase.steps);
    json[u"setup_contents"_s] = toJson(testCase.setupSteps);
    json[u"stages"_s] = toArray(testCase.stages);
    if (!testCase.slaRules.isEmpty())
        json[u"sla_rules"_s] = toArray(testCase.slaRules);
    if (!testCase.caseInfo.isEmpty())
        json[u"case_info"_s] = testCase.caseInfo;
    return json;
}

Result<TestCase> testCaseFromJson(const QJsonObject &json)
{
    JsonReader reader(json);
    TestCase testCase;
    testCase.name = reader.text(u"name"_s);
    testCase.id.value = reader.integer(u"case_id"_s, 0);
    if (!testCase.id.isValid() && reader.has(u"id"_s))
        testCase.id.value = reader.integer(u"id"_s, 0);
    testCase.directory.value = reader.integer(u"directory_id"_s, 0);
    testCase.sort = reader.integer(u"sort"_s, 0);
    testCase.enabled = reader.integer(u"status"_s, 1, 0, 2) == 1;
    testCase.steps = steps(reader, u"contents"_s);
    testCase.setupSteps = steps(reader, u"setup_contents"_s);
    testCase.stages = list<Stage>(reader, u"stages"_s, stageFromJson);
    testCase.slaRules = list<SlaRule>(reader, u"sla_rules"_s, slaRuleFromJson);
    testCase.caseInfo = reader.object(u"case_info"_s);
    return done(reader, testCase);
}

QJsonObject toJson(const Variable &variable)
{
    QJsonObject json = variable.extra;
    json[u"id"_s] = variable.id.value;
    json[u"name"_s] = variable.name;
    json[u"variable_type"_s] = int(variable.type);
    json[u"variable"_s] = variable.sensitive ? QJsonArray() : variable.values;
    json[u"variable_mode"_s] = variable.random ? 1 : 0;
    json[u"share_mode"_s] = variable.perUser ? 1 : 0;
    json[u"is_sensitive"_s] = variable.sensitive;
    if (!variable.file.isEmpty())
        json[u"file"_s] = variable.file;
    if (variable.stopAtEnd)
        json[u"stop_at_end"_s] = true;
    return json;
}

Result<Variable> variableFromJson(const QJsonObject &json)
{
    JsonReader reader(json);
    Variable variable;
    variable.id.value = reader.integer(u"id"_s, 0);
    variable.name = reader.text(u"name"_s);
    const int type = reader.integer(u"variable_type"_s, 5);
    if (type != 1 && type != 2 && type != 3 && type != 5)
        reader.problem(u"“variable_type” %1 is not known"_s.arg(type));
    variable.type = VariableType(type);
    const QJsonValue values = reader.value(u"variable"_s);
    variable.values = values.isArray() ? values.toArray() : values.isNull() ? QJsonArray() : QJsonArray{values};
    variable.random = reader.integer(u"variable_mode"_s, 0, 0, 1) == 1;
    variable.perUser = reader.integer(u"share_mode"_s, 0, 0, 1) == 1;
    variable.sensitive = reader.flag(u"is_sensitive"_s);
    variable.file = reader.text(u"file"_s);
    variable.stopAtEnd = reader.flag(u"stop_at_end"_s);
    if (variable.name.isEmpty())
        reader.problem(u"a variable needs a name"_s);
    return done(reader, variable);
}

QJsonObject toJson(const Transaction &transaction)
{
    QJsonObject json = transaction.extra;
    json[u"id"_s] = transaction.id.value;
    json[u"name"_s] = transaction.name;
    json[u"description"_s] = transaction.description;
    json[u"contents"_s] = toJson(transaction.steps);
    return json;
}

Result<Transaction> transactionFromJson(const QJsonObject &json)
{
    JsonReader reader(json);
    Transaction transaction;
    transaction.id.value = reader.integer(u"id"_s, 0);
    transaction.name = reader.text(u"name"_s);
    transaction.description = reader.text(u"description"_s);
    transaction.steps = steps(reader, u"contents"_s);
    return done(reader, transaction);
}

QJsonObject toJson(const Task &task)
{
    QJsonObject json = task.extra;
    json[u"id"_s] = task.id.value;
    json[u"name"_s] = task.name;
    if (!task.description.isEmpty())
        json[u"description"_s] = task.description;
    json[u"parallel"_s] = task.parallel;
    json[u"operate_mode"_s] = task.operateMode;
    QJsonArray cases;
    for (const CaseId id : task.cases)
        cases << id.value;
    json[u"case_id_list"_s] = cases;
    json[u"bench_concurrent"_s] = task.benchConcurrent;
    if (task.scaleByBench)
        json[u"scale_by_bench"_s] = true;
    json[u"enable_full_link"_s] = task.fullLink;
    json[u"sla_rules"_s] = toArray(task.slaRules);
    return json;
}

Result<Task> taskFromJson(const QJsonObject &json)
{
    JsonReader reader(json);
    Task task;
    task.id.value = reader.integer(u"id"_s, 0);
    task.name = reader.text(u"name"_s);
    task.description = reader.text(u"description"_s);
    task.parallel = reader.flag(u"parallel"_s, true);
    task.operateMode = reader.integer(u"operate_mode"_s, 2, 0, 2);
    for (const QJsonValue &id : reader.array(u"case_id_list"_s))
        task.cases << CaseId{id.toInt()};
    task.benchConcurrent = reader.integer(u"bench_concurrent"_s, 100, 0, 2'000'000);
    task.scaleByBench = reader.flag(u"scale_by_bench"_s);
    task.fullLink = reader.flag(u"enable_full_link"_s);
    task.slaRules = list<SlaRule>(reader, u"sla_rules"_s, slaRuleFromJson);
    return done(reader, task);
}

} // namespace domain
