#include "app/api/casejson.h"

#include "app/api/workshop.h"
#include <QCoreApplication>
#include <QJsonDocument>

namespace api {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(api::CaseJson)
};

void putIfAbsent(QJsonObject &json, QLatin1StringView key, const QJsonValue &value)
{
    if (!json.contains(key))
        json[key] = value;
}

bool uses(const QVector<domain::Step> &steps, domain::TransactionId id)
{
    return std::ranges::any_of(steps, [id](const domain::Step &step) {
        return step.transaction == id || uses(step.children, id) || uses(step.elseChildren, id)
            || std::ranges::any_of(step.branches, [id](const auto &branch) { return uses(branch, id); });
    });
}

constexpr int mostSteps = 10'000; ///< each is some kilobytes once it can be edited
constexpr int mostStages = 1'000; ///< as a run allows

qsizetype stepsIn(const QVector<domain::Step> &steps)
{
    qsizetype sum = steps.size();
    for (const domain::Step &step : steps) {
        sum += stepsIn(step.children) + stepsIn(step.elseChildren);
        for (const auto &branch : step.branches)
            sum += stepsIn(branch);
    }
    return sum;
}

/// In a transaction `content_id` of a step with cards is the number of the transaction itself, no reference.
QJsonArray withoutOwnId(const QJsonArray &contents)
{
    QJsonArray all;
    for (const QJsonValue &entry : contents) {
        QJsonObject step = entry.toObject();
        if (!step["content"_L1].toArray().isEmpty())
            step["content_id"_L1] = 0;
        all.append(entry.isObject() ? QJsonValue(step) : entry);
    }
    return all;
}

} // namespace

QJsonObject caseJson(const domain::TestCase &testCase)
{
    QJsonObject json = domain::toJson(testCase);
    putIfAbsent(json, "case_type"_L1, 0);
    putIfAbsent(json, "temp_id"_L1, 0);
    putIfAbsent(json, "for_loop_params"_L1, QJsonArray());
    putIfAbsent(json, "increase_setting"_L1, QJsonArray());
    putIfAbsent(json, "user_replicas"_L1, 0);
    putIfAbsent(json, "collect_log_policy"_L1, 0);
    putIfAbsent(json, "link_app_list"_L1, QJsonArray());
    putIfAbsent(json, "case_info"_L1, QJsonValue::Null);
    return json;
}

domain::Result<domain::TestCase> changedCase(const domain::TestCase &before, const QJsonObject &body)
{
    auto after = domain::testCaseFromJson(merged(domain::toJson(before), body));
    if (!after)
        return after;
    if (stepsIn(after->steps) + stepsIn(after->setupSteps) > mostSteps)
        return domain::fail(Words::tr("contents: must have at most %1 steps.").arg(mostSteps));
    if (after->stages.size() > mostStages)
        return domain::fail(Words::tr("stages: must have at most %1 stages.").arg(mostStages));
    after->id = before.id;
    after->directory = before.directory;
    after->sort = before.sort;
    return after;
}

QJsonObject transactionJson(const domain::Transaction &transaction, domain::ProjectId project)
{
    QJsonObject json = domain::toJson(transaction);
    QJsonArray contents;
    for (const QJsonValue &entry : json["contents"_L1].toArray()) {
        QJsonObject step = entry.toObject();
        if (step["content_id"_L1].toInt() == 0 && !step["content"_L1].toArray().isEmpty())
            step["content_id"_L1] = transaction.id.value;
        contents.append(step);
    }
    json["contents"_L1] = contents;
    json["project_id"_L1] = project.value;
    putIfAbsent(json, "variables"_L1, QJsonValue::Null);
    putIfAbsent(json, "temp_type"_L1, 0);
    putIfAbsent(json, "for_loop_params"_L1, QJsonArray());
    putIfAbsent(json, "logic_controller"_L1, QJsonObject{{u"for_loop_params"_s, QJsonValue::Null}, {u"condition"_s, QJsonValue::Null}});
    putIfAbsent(json, "enable_pre"_L1, false);
    return json;
}

domain::Result<domain::Transaction> changedTransaction(const domain::Transaction &before, const QJsonObject &body)
{
    QJsonObject changes = body;
    changes.remove("project_id"_L1);
    if (changes["contents"_L1].isArray())
        changes["contents"_L1] = withoutOwnId(changes["contents"_L1].toArray());
    auto after = domain::transactionFromJson(merged(domain::toJson(before), changes));
    if (!after)
        return after;
    if (stepsIn(after->steps) > mostSteps)
        return domain::fail(Words::tr("contents: must have at most %1 steps.").arg(mostSteps));
    after->id = before.id;
    return after;
}

QJsonObject variableJson(const domain::Variable &variable, bool quoted, qint64 fileSize)
{
    QJsonObject json = domain::toJson(variable);
    json["file_size"_L1] = fileSize;
    putIfAbsent(json, "is_quoted"_L1, quoted);
    putIfAbsent(json, "variable"_L1, QJsonArray());
    return json;
}

domain::Result<domain::Variable> changedVariable(const domain::Variable &before, const QJsonObject &body)
{
    QJsonObject changes = body;
    changes.remove("file_size"_L1);
    // Whoever reads a sensitive variable gets no value, and sends none back.
    const bool keepsSecret = before.sensitive && changes["variable"_L1].toArray().isEmpty();
    if (keepsSecret)
        changes.remove("variable"_L1);
    auto after = domain::variableFromJson(merged(domain::toJson(before), changes));
    if (!after)
        return after;
    after->id = before.id;
    if (keepsSecret)
        after->values = before.values;
    const QJsonArray &values = after->values;
    if (after->type == domain::VariableType::IntegerRange) {
        const auto isWhole = [](const QJsonValue &value) { return value.isDouble() && value.toDouble() == std::floor(value.toDouble()); };
        if (values.size() != 2 || !isWhole(values[0]) || !isWhole(values[1]) || values[0].toDouble() > values[1].toDouble())
            return domain::fail(Words::tr("variable: must be two whole numbers, the lower one first."));
    } else if (values.isEmpty() && after->type != domain::VariableType::File) {
        return domain::fail(Words::tr("variable: must not be empty."));
    }
    return after;
}

QString writtenTexts(const domain::Project &project)
{
    QByteArray text;
    for (const auto &testCase : project.cases)
        text += QJsonDocument(domain::toJson(testCase)).toJson(QJsonDocument::Compact);
    for (const auto &transaction : project.transactions)
        text += QJsonDocument(domain::toJson(transaction)).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(text);
}

bool usesTransaction(const domain::Project &project, domain::TransactionId id)
{
    return std::ranges::any_of(project.cases, [id](const auto &one) { return uses(one.steps, id) || uses(one.setupSteps, id); })
        || std::ranges::any_of(project.transactions, [id](const auto &one) { return one.id != id && uses(one.steps, id); });
}

} // namespace api
