#include "models/domain/project.h"
#include "models/domain/jsonreader.h"
#include "models/domain/projectjson.h"

#include <algorithm>

namespace domain {

using namespace Qt::StringLiterals;

namespace {

template <class T, class Id> const T *findById(const QVector<T> &all, Id id)
{
    const auto it = std::find_if(all.begin(), all.end(), [&](const T &one) { return one.id == id; });
    return it == all.end() ? nullptr : &*it;
}

QVector<Step> steps(JsonReader &reader, QLatin1StringView key)
{
    auto read = stepsFromJson(reader.list(key));
    if (!read)
        reader.fail(key + read.error().message);
    return read.value_or(QVector<Step>());
}

template <class T> Result<T> finish(const JsonReader &reader, T value)
{
    value.extra = reader.rest();
    if (reader.failed())
        return reader.error();
    return value;
}

} // namespace

QVector<KeyValue> Project::hostBindings() const
{
    QVector<KeyValue> bindings;
    const QJsonArray list = extra["project"_L1]["host_bindings"_L1].toArray();
    for (const QJsonValue &one : list) {
        if (const auto pair = keyValueFromJson(one.toObject()))
            bindings.append(*pair);
    }
    return bindings;
}

void Project::setHostBindings(const QVector<KeyValue> &bindings)
{
    QJsonObject head = extra["project"_L1].toObject();
    if (bindings.isEmpty())
        head.remove("host_bindings"_L1);
    else
        head["host_bindings"_L1] = toJson(bindings);
    if (head.isEmpty())
        extra.remove("project"_L1);
    else
        extra["project"_L1] = head;
}

const TestCase *Project::findCase(CaseId wanted) const
{
    return findById(cases, wanted);
}

const Task *Project::findTask(TaskId wanted) const
{
    return findById(tasks, wanted);
}

QJsonObject toJson(const TestCase &testCase)
{
    QJsonObject json = testCase.extra;
    json["case_id"_L1] = testCase.id.value;
    json["name"_L1] = testCase.name;
    json["directory_id"_L1] = testCase.directory.value;
    json["sort"_L1] = testCase.sort;
    json["status"_L1] = testCase.enabled ? 1 : 2;
    json["contents"_L1] = toJson(testCase.steps);
    json["setup_contents"_L1] = toJson(testCase.setupSteps);
    json["stages"_L1] = toJsonArray(testCase.stages);
    if (!testCase.slaRules.isEmpty())
        json["sla_rules"_L1] = toJsonArray(testCase.slaRules);
    if (testCase.warmUp > 0)
        json["warm_up"_L1] = testCase.warmUp;
    if (testCase.logsByCase)
        json["collect_log_policy"_L1] = 1;
    if (testCase.replicas)
        json["user_replicas"_L1] = testCase.replicas;
    if (!testCase.caseInfo.isEmpty())
        json["case_info"_L1] = testCase.caseInfo;
    return json;
}

Result<TestCase> testCaseFromJson(const QJsonObject &json)
{
    JsonReader reader(json);
    TestCase testCase;
    testCase.id.value = reader.integer("case_id"_L1);
    if (!testCase.id.isValid())
        testCase.id.value = reader.integer("id"_L1); // as lists of cases have it
    testCase.name = reader.text("name"_L1);
    testCase.directory.value = reader.integer("directory_id"_L1);
    testCase.sort = reader.integer("sort"_L1);
    testCase.enabled = reader.integer("status"_L1, 1, 0, 2) == 1;
    testCase.steps = steps(reader, "contents"_L1);
    testCase.setupSteps = steps(reader, "setup_contents"_L1);
    testCase.stages = reader.objects<Stage>("stages"_L1, stageFromJson);
    testCase.slaRules = reader.objects<SlaRule>("sla_rules"_L1, slaRuleFromJson);
    testCase.caseInfo = reader.object("case_info"_L1);
    testCase.warmUp = reader.integer("warm_up"_L1, 0, 0, 30 * 86400);
    testCase.logsByCase = reader.integer("collect_log_policy"_L1, 0, 0, 1) == 1;
    testCase.replicas = reader.integer("user_replicas"_L1, 0);
    return finish(reader, std::move(testCase));
}

QJsonObject toJson(const Variable &variable)
{
    QJsonObject json = variable.extra;
    json["id"_L1] = variable.id.value;
    json["name"_L1] = variable.name;
    json["variable_type"_L1] = int(variable.type);
    json["variable"_L1] = variable.sensitive ? QJsonArray() : variable.values;
    json["variable_mode"_L1] = variable.random ? 1 : 0;
    json["share_mode"_L1] = variable.perUser ? 1 : 0;
    json["is_sensitive"_L1] = variable.sensitive;
    if (!variable.file.isEmpty())
        json["file"_L1] = variable.file;
    if (variable.stopAtEnd)
        json["stop_at_end"_L1] = true;
    return json;
}

Result<Variable> variableFromJson(const QJsonObject &json)
{
    JsonReader reader(json);
    Variable variable;
    variable.id.value = reader.integer("id"_L1);
    variable.name = reader.text("name"_L1);
    const int type = reader.integer("variable_type"_L1, int(VariableType::Text), 1, int(VariableType::Text));
    if (type == 4)
        reader.fail(JsonReader::tr("variable_type: 4 is not a known kind of variable."));
    variable.type = VariableType(type);
    const QJsonValue values = reader.take("variable"_L1);
    if (values.isObject())
        reader.fail(JsonReader::tr("variable: must be a list."));
    else if (!values.isUndefined())
        variable.values = values.isArray() ? values.toArray() : QJsonArray{values};
    variable.random = reader.integer("variable_mode"_L1, 0, 0, 1) == 1;
    variable.perUser = reader.integer("share_mode"_L1, 0, 0, 1) == 1;
    variable.sensitive = reader.flag("is_sensitive"_L1, false);
    variable.file = reader.text("file"_L1);
    variable.stopAtEnd = reader.flag("stop_at_end"_L1, false);
    return finish(reader, std::move(variable));
}

QJsonObject toJson(const Transaction &transaction)
{
    QJsonObject json = transaction.extra;
    json["id"_L1] = transaction.id.value;
    json["name"_L1] = transaction.name;
    json["description"_L1] = transaction.description;
    json["contents"_L1] = toJson(transaction.steps);
    return json;
}

Result<Transaction> transactionFromJson(const QJsonObject &json)
{
    JsonReader reader(json);
    Transaction transaction;
    transaction.id.value = reader.integer("id"_L1);
    transaction.name = reader.text("name"_L1);
    transaction.description = reader.text("description"_L1);
    transaction.steps = steps(reader, "contents"_L1);
    return finish(reader, std::move(transaction));
}

QJsonObject toJson(const Task &task)
{
    QJsonArray cases;
    for (const CaseId id : task.cases)
        cases.append(id.value);
    QJsonObject json = task.extra;
    json["id"_L1] = task.id.value;
    json["name"_L1] = task.name;
    if (!task.description.isEmpty())
        json["description"_L1] = task.description;
    json["parallel"_L1] = task.parallel;
    json["operate_mode"_L1] = task.operateMode;
    json["case_id_list"_L1] = cases;
    json["bench_concurrent"_L1] = task.benchConcurrent;
    if (task.scaleByBench)
        json["scale_by_bench"_L1] = true;
    json["enable_full_link"_L1] = task.fullLink;
    json["sla_rules"_L1] = toJsonArray(task.slaRules);
    return json;
}

Result<Task> taskFromJson(const QJsonObject &json)
{
    JsonReader reader(json);
    Task task;
    task.id.value = reader.integer("id"_L1);
    task.name = reader.text("name"_L1);
    task.description = reader.text("description"_L1);
    task.parallel = reader.flag("parallel"_L1, true);
    task.operateMode = reader.integer("operate_mode"_L1, 2);
    const QJsonArray cases = reader.list("case_id_list"_L1);
    for (qsizetype i = 0; i < cases.size(); ++i) {
        const qint64 id = cases[i].toInteger(0);
        if (id < 1 || id > std::numeric_limits<int>::max())
            reader.fail(JsonReader::tr("case_id_list[%1]: must be the id of a case.").arg(i));
        task.cases.append(CaseId{int(id)});
    }
    task.benchConcurrent = reader.integer("bench_concurrent"_L1, 100);
    task.scaleByBench = reader.flag("scale_by_bench"_L1, false);
    task.fullLink = reader.flag("enable_full_link"_L1, false);
    task.slaRules = reader.objects<SlaRule>("sla_rules"_L1, slaRuleFromJson);
    return finish(reader, std::move(task));
}

QJsonObject toJson(const Directory &directory)
{
    QJsonObject json = directory.extra;
    json["id"_L1] = directory.id.value;
    json["name"_L1] = directory.name;
    json["parent_id"_L1] = directory.parent.value;
    return json;
}

Result<Directory> directoryFromJson(const QJsonObject &json)
{
    JsonReader reader(json);
    Directory directory;
    directory.id.value = reader.integer("id"_L1);
    directory.name = reader.text("name"_L1);
    directory.parent.value = reader.integer("parent_id"_L1);
    return finish(reader, std::move(directory));
}

QJsonObject toJson(const Environment &environment)
{
    QJsonObject values;
    QJsonArray disabled;
    for (const KeyValue &pair : environment.values) {
        values[pair.key] = pair.value;
        if (!pair.enabled)
            disabled.append(pair.key);
    }
    QJsonObject json{{u"name"_s, environment.name}, {u"values"_s, values}};
    if (!disabled.isEmpty())
        json["disabled"_L1] = disabled;
    return json;
}

Result<Environment> environmentFromJson(const QJsonObject &json)
{
    JsonReader reader(json);
    Environment environment;
    environment.name = reader.text("name"_L1);
    const QJsonArray disabled = reader.list("disabled"_L1);
    const QJsonObject values = reader.object("values"_L1);
    for (auto it = values.begin(); it != values.end(); ++it) {
        if (it->isObject() || it->isArray())
            reader.fail(JsonReader::tr("values.%1: must be a text.").arg(it.key()));
        environment.values.append({it.key(), JsonReader::asText(*it), !disabled.contains(QJsonValue(it.key()))});
    }
    if (reader.failed())
        return reader.error();
    return environment;
}

} // namespace domain
