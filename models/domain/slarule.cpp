#include "models/domain/slarule.h"

#include "models/domain/jsonreader.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace domain {

namespace {

const QStringList &metrics()
{
    static const QStringList names{u"avg"_s, u"min"_s, u"max"_s, u"p50"_s, u"p75"_s, u"p85"_s, u"p90"_s, u"p95"_s, u"p99"_s,
                                   u"p999"_s, u"p9999"_s, u"rps"_s, u"tps"_s, u"success_rate"_s, u"errors"_s};
    return names;
}

bool isComparison(const QString &text)
{
    return text == "<"_L1 || text == "<="_L1 || text == ">"_L1 || text == ">="_L1 || text == "=="_L1;
}

} // namespace

QJsonObject toJson(const SlaRule &rule)
{
    QJsonObject json = rule.extra;
    json[u"name"_s] = rule.name;
    json[u"scope"_s] = rule.scope;
    json[u"target"_s] = rule.target;
    json[u"metric"_s] = rule.metric;
    json[u"comparison"_s] = rule.comparison;
    json[u"value"_s] = rule.value;
    json[u"times"_s] = rule.times;
    json[u"action"_s] = rule.stop ? u"stop"_s : u"alarm"_s;
    return json;
}

Result<SlaRule> slaRuleFromJson(const QJsonObject &json)
{
    JsonReader reader(json);
    SlaRule rule;
    rule.name = reader.text(u"name"_s);
    rule.scope = reader.text(u"scope"_s, u"case"_s);
    rule.target = reader.text(u"target"_s);
    rule.metric = reader.text(u"metric"_s, u"p95"_s);
    rule.comparison = reader.text(u"comparison"_s, u"<"_s);
    rule.value = reader.number(u"value"_s);
    rule.times = reader.integer(u"times"_s, 1, 1, 100'000);
    rule.stop = reader.text(u"action"_s, u"alarm"_s) == "stop"_L1;
    if (rule.scope != "case"_L1 && rule.scope != "request"_L1 && rule.scope != "transaction"_L1)
        reader.problem(u"“scope” of rule “%1” must be case, request or transaction"_s.arg(rule.name));
    if (!metrics().contains(rule.metric))
        reader.problem(u"“%1” is not a metric; known are %2"_s.arg(rule.metric, metrics().join(u", "_s)));
    if (!isComparison(rule.comparison))
        reader.problem(u"“%1” is not a comparison; known are < <= > >= =="_s.arg(rule.comparison));
    rule.extra = reader.extra();
    if (!reader.error().isEmpty())
        return fail(reader.error());
    return rule;
}

Result<SlaRule> parseThreshold(const QString &text)
{
    static const QRegularExpression form(u"^\\s*(?:(.+):\\s*)?([a-z_0-9]+)\\s*(<=|>=|==|<|>)\\s*([-+0-9.eE]+)\\s*$"_s);
    const auto match = form.match(text);
    if (!match.hasMatch())
        return fail(u"“%1” is not a threshold; write for instance p95<300 or “Pay: p95<300”"_s.arg(text));
    SlaRule rule;
    rule.name = text.trimmed();
    rule.target = match.captured(1).trimmed();
    rule.scope = rule.target.isEmpty() ? u"case"_s : u"request"_s;
    rule.metric = match.captured(2);
    rule.comparison = match.captured(3);
    bool ok = false;
    rule.value = match.captured(4).toDouble(&ok);
    if (!ok)
        return fail(u"“%1” in “%2” is not a number"_s.arg(match.captured(4), text));
    if (!metrics().contains(rule.metric))
        return fail(u"“%1” in “%2” is not a metric; known are %3"_s.arg(rule.metric, text, metrics().join(u", "_s)));
    return rule;
}

} // namespace domain
