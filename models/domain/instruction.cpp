#include "models/domain/instruction.h"
#include "models/domain/jsonreader.h"

namespace domain {

using namespace Qt::StringLiterals;

namespace {

template <class T> Result<T> finish(JsonReader &reader, T value)
{
    value.extra = reader.rest();
    if (reader.failed())
        return reader.error();
    return value;
}

Result<Comparison> comparisonFromJson(const QJsonObject &json)
{
    JsonReader reader(json);
    Comparison comparison;
    comparison.left = reader.text("left"_L1);
    comparison.comparison = reader.text("comparison"_L1, u"=="_s);
    comparison.right = reader.text("right"_L1);
    return finish(reader, std::move(comparison));
}

QJsonObject toJson(const Condition &condition)
{
    QJsonArray items;
    for (const Comparison &one : condition.items) {
        QJsonObject item = one.extra;
        item["left"_L1] = one.left;
        item["comparison"_L1] = one.comparison;
        item["right"_L1] = one.right;
        items.append(item);
    }
    QJsonObject json = condition.extra;
    json["relation"_L1] = condition.all ? u"AND"_s : u"OR"_s;
    json["items"_L1] = items;
    return json;
}

/// null and [] are “no condition”, as the reference sends them; a bare list is joined by AND.
Result<Condition> conditionFromJson(const QJsonValue &json)
{
    Condition condition;
    if (json.isNull() || json.isUndefined())
        return condition;
    if (!json.isObject() && !json.isArray())
        return fail(JsonReader::tr("must be an object."));
    JsonReader reader(json.isArray() ? QJsonObject{{u"items"_s, json}} : json.toObject());
    const QString relation = reader.text("relation"_L1, u"AND"_s).toUpper();
    if (relation != "AND"_L1 && relation != "OR"_L1)
        reader.fail(JsonReader::tr("relation: must be \"AND\" or \"OR\"."));
    condition.all = relation != "OR"_L1;
    condition.items = reader.objects<Comparison>("items"_L1, comparisonFromJson);
    return finish(reader, std::move(condition));
}

Result<DataParameter> parameterFromJson(const QJsonObject &json)
{
    JsonReader reader(json);
    DataParameter parameter;
    parameter.name = reader.text("name"_L1);
    parameter.logic = reader.text("logic"_L1);
    parameter.number = reader.integer("mode"_L1, 0, 0, 1) == 1;
    if (const QJsonValue scale = json["scale"_L1]; !scale.isUndefined() && !scale.isNull())
        parameter.scale = reader.integer("scale"_L1, 0, 0, 30);
    else
        reader.take("scale"_L1);
    parameter.rounding = reader.text("rounding"_L1, u"HALF_UP"_s);
    if (!roundingNames().contains(parameter.rounding))
        reader.fail(JsonReader::tr("rounding: “%1” is not a way to round.").arg(parameter.rounding));
    return finish(reader, std::move(parameter));
}

QJsonObject toJson(const DataParameter &parameter)
{
    QJsonObject json = parameter.extra;
    json["name"_L1] = parameter.name;
    json["logic"_L1] = parameter.logic;
    json["mode"_L1] = parameter.number ? 1 : 0;
    if (parameter.scale)
        json["scale"_L1] = *parameter.scale;
    if (parameter.rounding != "HALF_UP"_L1)
        json["rounding"_L1] = parameter.rounding;
    return json;
}

Result<Branch> branchFromJson(const QJsonObject &json)
{
    JsonReader reader(json);
    Branch branch;
    branch.name = reader.text("name"_L1);
    branch.weight = reader.integer("weight"_L1, 1); // 0 is for validation to tell
    return finish(reader, std::move(branch));
}

} // namespace

const QStringList &roundingNames()
{
    static const QStringList names{u"UP"_s, u"DOWN"_s, u"CEILING"_s, u"FLOOR"_s, u"HALF_UP"_s, u"HALF_DOWN"_s, u"HALF_EVEN"_s};
    return names;
}

Result<DataInstruction> dataInstructionOf(const Step &step)
{
    JsonReader reader(step.data);
    DataInstruction data;
    data.params = reader.objects<DataParameter>("params"_L1, parameterFromJson);
    return finish(reader, std::move(data));
}

void put(Step &step, const DataInstruction &data)
{
    QJsonArray params;
    for (const DataParameter &parameter : data.params)
        params.append(toJson(parameter));
    step.kind = StepKind::Data;
    step.data = data.extra;
    step.data["params"_L1] = params;
}

Result<Loop> loopOf(const Step &step)
{
    JsonReader reader(step.data);
    Loop loop;
    loop.count = reader.text("loop_count"_L1, u"1"_s);
    const QJsonValue breakCondition = reader.take("break_condition"_L1);
    reader.integer("loop_type"_L1, 0, 0, 0);
    if (!breakCondition.isUndefined()) {
        auto condition = conditionFromJson(breakCondition);
        if (!condition)
            return fail(u"break_condition."_s + condition.error().message);
        if (*condition != Condition())
            loop.breakCondition = std::move(*condition);
    }
    return finish(reader, std::move(loop));
}

void put(Step &step, const Loop &loop)
{
    step.kind = StepKind::Loop;
    step.data = loop.extra;
    step.data["loop_type"_L1] = 0;
    step.data["loop_count"_L1] = loop.count;
    step.data["break_condition"_L1] = loop.breakCondition ? QJsonValue(toJson(*loop.breakCondition)) : QJsonValue(QJsonValue::Null);
}

Result<Condition> conditionOf(const Step &step)
{
    auto condition = conditionFromJson(step.conditions);
    if (!condition)
        return fail(u"conditions."_s + condition.error().message);
    return condition;
}

void put(Step &step, const Condition &condition)
{
    step.kind = StepKind::Condition;
    step.conditions = toJson(condition);
}

Result<UserShare> userShareOf(const Step &step)
{
    JsonReader reader(step.data);
    UserShare share;
    const QString type = reader.text("type"_L1, u"fixed"_s);
    if (type != "fixed"_L1 && type != "random"_L1)
        reader.fail(JsonReader::tr("type: must be \"fixed\" or \"random\"."));
    share.fixed = type != "random"_L1;
    share.branches = reader.objects<Branch>("branches"_L1, branchFromJson);
    share.branches.resize(step.branches.size());
    return finish(reader, std::move(share));
}

void put(Step &step, const UserShare &share)
{
    QJsonArray branches;
    for (const Branch &branch : share.branches) {
        QJsonObject json = branch.extra;
        json["name"_L1] = branch.name;
        json["weight"_L1] = branch.weight;
        branches.append(json);
    }
    step.kind = StepKind::UserShare;
    step.data = share.extra;
    step.data["type"_L1] = share.fixed ? u"fixed"_s : u"random"_s;
    step.data["branches"_L1] = branches;
    step.branches.resize(share.branches.size());
}

Result<Throughput> throughputOf(const Step &step)
{
    JsonReader reader(step.data);
    Throughput throughput;
    throughput.rps = reader.number("rps"_L1, 100);
    return finish(reader, std::move(throughput));
}

void put(Step &step, const Throughput &throughput)
{
    step.kind = StepKind::Throughput;
    step.data = throughput.extra;
    step.data["rps"_L1] = throughput.rps;
}

Result<Rendezvous> rendezvousOf(const Step &step)
{
    JsonReader reader(step.data);
    Rendezvous rendezvous;
    rendezvous.name = reader.text("name"_L1);
    rendezvous.count = reader.integer("count"_L1, 0);
    rendezvous.timeoutMs = reader.integer("timeout"_L1, 10'000);
    return finish(reader, std::move(rendezvous));
}

void put(Step &step, const Rendezvous &rendezvous)
{
    step.kind = StepKind::Rendezvous;
    step.data = rendezvous.extra;
    step.data["name"_L1] = rendezvous.name;
    step.data["count"_L1] = rendezvous.count;
    step.data["timeout"_L1] = rendezvous.timeoutMs;
}

Result<PluginRequest> pluginRequestOf(const Step &step)
{
    JsonReader reader(step.data);
    PluginRequest request;
    request.plugin = reader.text("plugin"_L1);
    request.function = reader.text("func"_L1);
    const QJsonObject params = reader.object("params"_L1);
    for (auto it = params.begin(); it != params.end(); ++it) {
        if (it->isObject() || it->isArray())
            reader.fail(JsonReader::tr("params.%1: must be a text.").arg(it.key()));
        request.params.append({it.key(), JsonReader::asText(*it)});
    }
    return finish(reader, std::move(request));
}

void put(Step &step, const PluginRequest &request)
{
    QJsonObject params;
    for (const KeyValue &one : request.params)
        params[one.key] = one.value;
    step.kind = StepKind::Plugin;
    step.data = request.extra;
    step.data["plugin"_L1] = request.plugin;
    step.data["func"_L1] = request.function;
    step.data["params"_L1] = params;
}

} // namespace domain
