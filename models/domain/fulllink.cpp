#include "models/domain/fulllink.h"
#include "models/domain/jsonreader.h"

#include <QUrl>

namespace domain {

using namespace Qt::StringLiterals;

namespace {

void put(QJsonObject &json, QLatin1StringView key, const QString &value)
{
    if (!value.isEmpty())
        json[key] = value;
}

QString oneOf(JsonReader &reader, QLatin1StringView key, const QStringList &allowed, const QString &absent)
{
    const QString value = reader.text(key, absent);
    if (!allowed.contains(value))
        reader.fail(JsonReader::tr("%1: must be one of %2.").arg(key, allowed.join(u' ')));
    return value;
}

template <class T> Result<T> finish(const JsonReader &reader, T value)
{
    value.extra = reader.rest();
    if (reader.failed())
        return reader.error();
    return value;
}

/// `pattern` may hold *, which stands for any text; linear in the text for each star.
bool matches(QStringView pattern, QStringView text)
{
    qsizetype p = 0, t = 0, star = -1, mark = 0;
    while (t < text.size()) {
        if (p < pattern.size() && pattern[p] == u'*') {
            star = p++;
            mark = t;
        } else if (p < pattern.size() && pattern[p] == text[t]) {
            ++p;
            ++t;
        } else if (star >= 0) {
            p = star + 1;
            t = ++mark;
        } else {
            return false;
        }
    }
    while (p < pattern.size() && pattern[p] == u'*')
        ++p;
    return p == pattern.size();
}

QString pathOf(const QString &url)
{
    const qsizetype scheme = url.indexOf("://"_L1);
    if (scheme < 0)
        return url;
    const qsizetype slash = url.indexOf(u'/', scheme + 3);
    return slash < 0 ? u"/"_s : url.mid(slash);
}

} // namespace

QJsonObject toJson(const MockRule &rule)
{
    QJsonObject json = rule.extra, headers;
    for (const auto &[name, value] : rule.headers)
        headers[name] = value;
    json["id"_L1] = rule.id;
    json["name"_L1] = rule.name;
    json["enable"_L1] = rule.enabled;
    json["service_type"_L1] = u"http"_s;
    json["request_method"_L1] = rule.method;
    json["request_url"_L1] = rule.url;
    json["mock_strategy"_L1] = rule.redirect ? u"redirect"_s : u"json"_s;
    put(json, "redirect_url"_L1, rule.redirectUrl);
    json["response_code"_L1] = rule.code;
    json["response_header"_L1] = headers;
    json["response_body"_L1] = rule.body;
    json["response_time"_L1] = rule.delayMs;
    return json;
}

Result<MockRule> mockRuleFromJson(const QJsonObject &json)
{
    JsonReader reader(json);
    MockRule rule;
    rule.id = reader.integer("id"_L1);
    rule.name = reader.text("name"_L1);
    rule.enabled = reader.flag("enable"_L1, true);
    reader.take("service_type"_L1);
    rule.method = oneOf(reader, "request_method"_L1, {u"GET"_s, u"POST"_s, u"PUT"_s, u"DELETE"_s, u"PATCH"_s}, u"GET"_s);
    rule.url = reader.text("request_url"_L1);
    rule.redirect = oneOf(reader, "mock_strategy"_L1, {u"redirect"_s, u"json"_s}, u"json"_s) == "redirect"_L1;
    rule.redirectUrl = reader.text("redirect_url"_L1);
    rule.code = reader.integer("response_code"_L1, 200, 200, 599);
    rule.body = reader.text("response_body"_L1);
    rule.delayMs = reader.integer("response_time"_L1, 0, 0, 300'000);
    const QJsonObject headers = reader.object("response_header"_L1);
    for (auto header = headers.begin(); header != headers.end(); ++header)
        rule.headers.append({header.key(), JsonReader::asText(*header)});
    return finish(reader, std::move(rule));
}

QJsonObject toJson(const AgentRules &rules)
{
    QJsonObject json = rules.extra;
    QJsonArray mocks;
    for (const MockRule &rule : rules.mocks)
        mocks.append(toJson(rule));
    json["main_switch"_L1] = rules.mainSwitch;
    json["db_enable"_L1] = rules.database;
    put(json, "db_shadow_type"_L1, rules.databaseType);
    put(json, "db_shadow_repository"_L1, rules.databaseRepository);
    json["redis_enable"_L1] = rules.redis;
    put(json, "redis_shadow_type"_L1, rules.redisType);
    put(json, "redis_shadow_key_prefix"_L1, rules.redisKeyPrefix);
    put(json, "redis_shadow_repository"_L1, rules.redisRepository);
    json["kafka_enable"_L1] = rules.kafka;
    put(json, "kafka_shadow_topic_prefix"_L1, rules.kafkaPrefix);
    json["clickhouse_enable"_L1] = rules.clickhouse;
    put(json, "clickhouse_shadow_type"_L1, rules.clickhouseType);
    put(json, "clickhouse_shadow_repository"_L1, rules.clickhouseRepository);
    json["pulsar_enable"_L1] = rules.pulsar;
    put(json, "pulsar_shadow_topic_prefix"_L1, rules.pulsarPrefix);
    json["log_level"_L1] = rules.logLevel;
    put(json, "log_path"_L1, rules.logPath);
    json["app_log_level"_L1] = rules.appLogLevel;
    put(json, "app_log_path"_L1, rules.appLogPath);
    put(json, "extensions"_L1, rules.extensions);
    json["mock_rule_list"_L1] = mocks;
    return json;
}

Result<AgentRules> agentRulesFromJson(const QJsonObject &json)
{
    JsonReader reader(json);
    AgentRules rules;
    rules.mainSwitch = reader.flag("main_switch"_L1, false);
    rules.database = reader.flag("db_enable"_L1, false);
    rules.databaseType = reader.text("db_shadow_type"_L1);
    rules.databaseRepository = reader.text("db_shadow_repository"_L1);
    rules.redis = reader.flag("redis_enable"_L1, false);
    rules.redisType = reader.text("redis_shadow_type"_L1);
    rules.redisKeyPrefix = reader.text("redis_shadow_key_prefix"_L1);
    rules.redisRepository = reader.text("redis_shadow_repository"_L1);
    rules.kafka = reader.flag("kafka_enable"_L1, false);
    rules.kafkaPrefix = reader.text("kafka_shadow_topic_prefix"_L1);
    rules.clickhouse = reader.flag("clickhouse_enable"_L1, false);
    rules.clickhouseType = reader.text("clickhouse_shadow_type"_L1);
    rules.clickhouseRepository = reader.text("clickhouse_shadow_repository"_L1);
    rules.pulsar = reader.flag("pulsar_enable"_L1, false);
    rules.pulsarPrefix = reader.text("pulsar_shadow_topic_prefix"_L1);
    rules.logLevel = oneOf(reader, "log_level"_L1, {u"INFO"_s, u"DEBUG"_s, u"WARN"_s, u"ERROR"_s}, u"INFO"_s);
    rules.logPath = reader.text("log_path"_L1);
    rules.appLogLevel = oneOf(reader, "app_log_level"_L1,
                              {u"ALL"_s, u"TRACE"_s, u"DEBUG"_s, u"INFO"_s, u"WARN"_s, u"ERROR"_s, u"OFF"_s}, u"INFO"_s);
    rules.appLogPath = reader.text("app_log_path"_L1);
    rules.extensions = reader.text("extensions"_L1);
    rules.mocks = reader.objects<MockRule>("mock_rule_list"_L1, mockRuleFromJson);
    return finish(reader, std::move(rules));
}

QJsonObject toJson(const FullLink &fullLink)
{
    QJsonArray applications, agents;
    for (const LinkApplication &application : fullLink.applications)
        applications.append(QJsonObject{{u"id"_s, application.id.value}, {u"name"_s, application.name}, {u"rules"_s, toJson(application.rules)},
                                        {u"changed"_s, application.changed}});
    for (const LinkAgent &agent : fullLink.agents)
        agents.append(QJsonObject{{u"id"_s, agent.id.value}, {u"app_id"_s, agent.application.value}, {u"address"_s, agent.address},
                                  {u"version"_s, agent.version}, {u"alias"_s, agent.alias}, {u"registered"_s, agent.registered},
                                  {u"last_seen"_s, agent.lastSeen}});
    return {{u"applications"_s, applications}, {u"agents"_s, agents}, {u"last_application"_s, fullLink.lastApplication},
            {u"last_agent"_s, fullLink.lastAgent}, {u"last_rule"_s, fullLink.lastRule},
            {u"mark"_s, QJsonObject{{u"name"_s, fullLink.mark.name}, {u"value"_s, fullLink.mark.value}}}};
}

Result<FullLink> fullLinkFromJson(const QJsonObject &json)
{
    JsonReader reader(json);
    FullLink fullLink;
    fullLink.applications = reader.objects<LinkApplication>("applications"_L1, [](const QJsonObject &one) -> Result<LinkApplication> {
        JsonReader fields(one);
        LinkApplication application{{fields.integer("id"_L1)}, fields.text("name"_L1), {}, qint64(fields.number("changed"_L1))};
        auto rules = agentRulesFromJson(fields.object("rules"_L1));
        if (!rules)
            fields.fail(u"rules"_s, rules.error());
        if (fields.failed())
            return fields.error();
        application.rules = std::move(*rules);
        return application;
    });
    fullLink.agents = reader.objects<LinkAgent>("agents"_L1, [](const QJsonObject &one) -> Result<LinkAgent> {
        JsonReader fields(one);
        LinkAgent agent{{fields.integer("id"_L1)}, {fields.integer("app_id"_L1)}, fields.text("address"_L1), fields.text("version"_L1),
                        fields.text("alias"_L1), qint64(fields.number("registered"_L1)), qint64(fields.number("last_seen"_L1))};
        if (fields.failed())
            return fields.error();
        return agent;
    });
    fullLink.lastApplication = reader.integer("last_application"_L1);
    fullLink.lastAgent = reader.integer("last_agent"_L1);
    fullLink.lastRule = reader.integer("last_rule"_L1);
    const QJsonObject mark = reader.object("mark"_L1);
    fullLink.mark = {mark["name"_L1].toString(fullLink.mark.name), mark["value"_L1].toString(fullLink.mark.value)};
    if (reader.failed())
        return reader.error();
    return fullLink;
}

const MockRule *mockFor(const QVector<MockRule> &rules, const QString &method, const QString &url)
{
    const bool whole = url.contains("://"_L1);
    for (const MockRule &rule : rules)
        if (rule.enabled && rule.method == method && matches(whole ? rule.url : pathOf(rule.url), url))
            return &rule;
    return nullptr;
}

} // namespace domain
