#include "models/domain/slarule.h"
#include "models/domain/jsonreader.h"

#include <QRegularExpression>

namespace domain {

using namespace Qt::StringLiterals;

namespace {

QStringList metrics()
{
    return {u"avg"_s, u"min"_s, u"max"_s, u"p50"_s, u"p75"_s, u"p85"_s, u"p90"_s, u"p95"_s, u"p99"_s, u"p999"_s, u"p9999"_s,
            u"rps"_s, u"tps"_s, u"success_rate"_s, u"errors"_s};
}

void wantOneOf(JsonReader &reader, QLatin1StringView key, const QString &value, const QStringList &choices)
{
    if (!choices.contains(value))
        reader.fail(JsonReader::tr("%1: must be one of %2.").arg(key, choices.join(u' ')));
}

} // namespace

QJsonObject toJson(const SlaRule &rule)
{
    QJsonObject json = rule.extra;
    json["name"_L1] = rule.name;
    json["scope"_L1] = rule.scope;
    json["target"_L1] = rule.target;
    json["metric"_L1] = rule.metric;
    json["comparison"_L1] = rule.comparison;
    json["value"_L1] = rule.value;
    json["times"_L1] = rule.times;
    json["action"_L1] = rule.stop ? u"stop"_s : u"alarm"_s;
    return json;
}

Result<SlaRule> slaRuleFromJson(const QJsonObject &json)
{
    JsonReader reader(json);
    SlaRule rule;
    rule.name = reader.text("name"_L1);
    rule.scope = reader.text("scope"_L1, rule.scope);
    rule.target = reader.text("target"_L1);
    rule.metric = reader.text("metric"_L1, rule.metric);
    rule.comparison = reader.text("comparison"_L1, rule.comparison);
    rule.value = reader.number("value"_L1);
    rule.times = reader.integer("times"_L1, 1, 1);
    const QString action = reader.text("action"_L1, u"alarm"_s);
    rule.stop = action == "stop"_L1;
    wantOneOf(reader, "scope"_L1, rule.scope, {u"case"_s, u"request"_s, u"transaction"_s});
    wantOneOf(reader, "metric"_L1, rule.metric, metrics());
    wantOneOf(reader, "comparison"_L1, rule.comparison, {u"<"_s, u"<="_s, u">"_s, u">="_s, u"=="_s});
    wantOneOf(reader, "action"_L1, action, {u"stop"_s, u"alarm"_s});
    rule.extra = reader.rest();
    if (reader.failed())
        return reader.error();
    return rule;
}

Result<SlaRule> parseThreshold(const QString &text)
{
    // Greedy: a name may hold colons itself, the part after the last one cannot.
    static const QRegularExpression form(
        u"^(?:\\s*(?<name>.*\\S)\\s*:)?\\s*(?<metric>\\w+)\\s*(?<comparison><=|>=|==|<|>)\\s*(?<value>[-+.0-9eE]+)\\s*$"_s);
    const auto match = form.match(text);
    bool isNumber = false;
    SlaRule rule;
    rule.value = match.captured(u"value"_s).toDouble(&isNumber);
    if (!match.hasMatch() || !isNumber)
        return fail(JsonReader::tr("“%1” is not a threshold: write it as p95<300, or NAME: p95<300.").arg(text));
    rule.name = text.trimmed();
    rule.metric = match.captured(u"metric"_s);
    rule.comparison = match.captured(u"comparison"_s);
    if (!metrics().contains(rule.metric))
        return fail(JsonReader::tr("“%1” is not a figure a threshold can look at: choose one of %2.")
                        .arg(rule.metric, metrics().join(u' ')));
    rule.target = match.captured(u"name"_s);
    if (!rule.target.isEmpty())
        rule.scope = u"request"_s;
    return rule;
}

} // namespace domain
