#include "models/domain/card.h"

#include "models/domain/jsonreader.h"

using namespace Qt::StringLiterals;

namespace domain {

namespace {

QJsonArray toJson(const QVector<KeyValue> &values)
{
    QJsonArray json;
    for (const KeyValue &one : values) {
        QJsonObject object{{u"key"_s, one.key}, {u"value"_s, one.value}};
        if (!one.enabled)
            object[u"enabled"_s] = false;
        json << object;
    }
    return json;
}

QVector<KeyValue> keyValues(const QJsonArray &json)
{
    QVector<KeyValue> values;
    for (const QJsonValue &one : json) {
        const QJsonObject object = one.toObject();
        values.push_back({object[u"key"_s].toString(object[u"name"_s].toString()), object[u"value"_s].toVariant().toString(),
                          object[u"enabled"_s].toBool(true)});
    }
    return values;
}

template <class T> Result<T> done(JsonReader &reader, T value)
{
    value.extra = reader.extra();
    if (!reader.error().isEmpty())
        return fail(reader.error());
    return value;
}

} // namespace

QJsonObject toJson(const Message &message)
{
    QJsonObject json = message.extra;
    json[u"name"_s] = message.name;
    json[u"protocol_type"_s] = int(message.protocol);
    json[u"method"_s] = message.method;
    json[u"url"_s] = message.url;
    json[u"http_version"_s] = message.httpVersion;
    json[u"headers"_s] = toJson(message.headers);
    json[u"body_type"_s] = int(message.bodyType);
    if (message.bodyType == BodyType::Text)
        json[u"bodys"_s] = message.body.isEmpty() ? QJsonArray() : QJsonArray{message.body};
    else
        json[u"bodys"_s] = toJson(message.form);
    json[u"connect_timeout"_s] = message.connectTimeoutMs;
    json[u"return_timeout"_s] = message.returnTimeoutMs;
    if (!message.query.isEmpty())
        json[u"query"_s] = toJson(message.query);
    json[u"verify"_s] = message.verifyTls;
    json[u"redirect"_s] = message.followRedirects;
    json[u"new_connection"_s] = message.newConnection;
    json[u"cookies"_s] = message.cookies;
    json[u"on_failure"_s] = message.onFailure;
    return json;
}

Result<Message> messageFromJson(const QJsonObject &json)
{
    JsonReader reader(json);
    Message message;
    message.name = reader.text(u"name"_s);
    const int protocol = reader.integer(u"protocol_type"_s, 1);
    if (!QVector{1, 2, 3, 4, 7, 9, 10, 11}.contains(protocol))
        reader.problem(u"“protocol_type” %1 is not known"_s.arg(protocol));
    message.protocol = Protocol(protocol);
    message.method = reader.text(u"method"_s, u"GET"_s);
    message.url = reader.text(u"url"_s);
    message.httpVersion = reader.text(u"http_version"_s, u"HTTP/1.1"_s);
    message.headers = keyValues(reader.array(u"headers"_s));
    const int bodyType = reader.integer(u"body_type"_s, 0);
    if (bodyType != 0 && bodyType != 1 && bodyType != 3)
        reader.problem(u"“body_type” %1 is not known"_s.arg(bodyType));
    message.bodyType = BodyType(bodyType);
    QJsonValue bodys = reader.value(u"bodys"_s);
    const QJsonValue alias = reader.value(u"bodies"_s);
    if (bodys.isNull())
        bodys = alias;
    if (message.bodyType == BodyType::Text)
        message.body = bodys.isArray() ? bodys[0].toString() : bodys.toString();
    else
        message.form = keyValues(bodys.toArray());
    message.connectTimeoutMs = reader.integer(u"connect_timeout"_s, 5000, 0, 3'600'000);
    message.returnTimeoutMs = reader.integer(u"return_timeout"_s, 5000, 0, 3'600'000);
    if (message.connectTimeoutMs == 0)
        message.connectTimeoutMs = 5000;
    if (message.returnTimeoutMs == 0)
        message.returnTimeoutMs = 5000;
    message.query = keyValues(reader.array(u"query"_s));
    message.verifyTls = reader.flag(u"verify"_s, false);
    message.followRedirects = reader.flag(u"redirect"_s, true);
    message.newConnection = reader.flag(u"new_connection"_s, false);
    message.cookies = reader.flag(u"cookies"_s, true);
    message.onFailure = reader.text(u"on_failure"_s, u"continue"_s);
    if (message.onFailure != "continue"_L1 && message.onFailure != "end_iteration"_L1)
        reader.problem(u"“on_failure” must be continue or end_iteration"_s);
    return done(reader, message);
}

QJsonObject toJson(const Checkpoint &checkpoint)
{
    QJsonObject json = checkpoint.extra;
    json[u"enable"_s] = checkpoint.enabled;
    json[u"rule"_s] = checkpoint.all ? u"AND"_s : u"OR"_s;
    json[u"retry_times"_s] = checkpoint.retryTimes;
    json[u"retry_interval"_s] = checkpoint.retryIntervalMs;
    QJsonArray headers, bodys;
    for (const CheckItem &item : checkpoint.items) {
        QJsonObject one{{u"comparison"_s, item.comparison}, {u"value"_s, item.value}};
        if (item.source == "status"_L1) {
            json[u"status_code"_s] = one;
            continue;
        }
        if (item.source == "header"_L1) {
            one[u"key"_s] = item.key;
            headers << one;
            continue;
        }
        one[u"source"_s] = item.source;
        if (!item.key.isEmpty())
            one[u"key"_s] = item.key;
        bodys << one;
    }
    json[u"headers"_s] = headers;
    json[u"bodys"_s] = bodys;
    return json;
}

Result<Checkpoint> checkpointFromJson(const QJsonObject &json)
{
    JsonReader reader(json);
    Checkpoint checkpoint;
    checkpoint.enabled = reader.flag(u"enable"_s, true);
    checkpoint.all = reader.text(u"rule"_s, u"AND"_s).compare("OR"_L1, Qt::CaseInsensitive) != 0;
    checkpoint.retryTimes = reader.integer(u"retry_times"_s, 0, 0, 100);
    checkpoint.retryIntervalMs = reader.integer(u"retry_interval"_s, 0, 0, 3'600'000);
    const auto item = [](const QJsonObject &one, const QString &source) {
        return CheckItem{one[u"source"_s].toString(source), one[u"key"_s].toString(), one[u"comparison"_s].toString(u"=="_s),
                         one[u"value"_s].toVariant().toString()};
    };
    if (const QJsonObject status = reader.object(u"status_code"_s); !status.isEmpty())
        checkpoint.items << item(status, u"status"_s);
    for (const QJsonValue &header : reader.array(u"headers"_s))
        checkpoint.items << item(header.toObject(), u"header"_s);
    for (const QJsonValue &body : reader.array(u"bodys"_s))
        checkpoint.items << item(body.toObject(), u"body"_s);
    static const QStringList comparisons{u"=="_s, u"!="_s, u">"_s, u">="_s, u"<"_s, u"<="_s, u"contains"_s, u"not_contains"_s,
                                         u"regex"_s, u"exists"_s, u"not_exists"_s, u"in"_s, u"not_in"_s};
    static const QStringList sources{u"status"_s, u"header"_s, u"body"_s, u"json"_s, u"jsonpath"_s, u"xpath"_s};
    for (const CheckItem &one : checkpoint.items) {
        if (!comparisons.contains(one.comparison))
            reader.problem(u"“%1” is not a comparison"_s.arg(one.comparison));
        if (!sources.contains(one.source))
            reader.problem(u"“%1” is not a source of a checkpoint"_s.arg(one.source));
    }
    return done(reader, checkpoint);
}

QJsonObject toJson(const Extraction &extraction)
{
    QJsonObject json = extraction.extra;
    json[u"name"_s] = extraction.name;
    json[u"range"_s] = extraction.range;
    json[u"regexp"_s] = extraction.regexp;
    json[u"key"_s] = extraction.key;
    json[u"match_index"_s] = extraction.matchIndex;
    json[u"group_index"_s] = extraction.groupIndex;
    json[u"default"_s] = extraction.defaultValue;
    json[u"expect"_s] = extraction.expect ? QJsonValue(*extraction.expect) : QJsonValue();
    return json;
}

Result<Extraction> extractionFromJson(const QJsonObject &json)
{
    JsonReader reader(json);
    Extraction extraction;
    extraction.name = reader.text(u"name"_s);
    extraction.range = reader.integer(u"range"_s, 1, 1, 5);
    extraction.regexp = reader.text(u"regexp"_s);
    extraction.key = reader.text(u"key"_s);
    extraction.matchIndex = reader.integer(u"match_index"_s, 1, 1);
    extraction.groupIndex = reader.integer(u"group_index"_s, 1, 0, 31);
    extraction.defaultValue = reader.text(u"default"_s);
    if (reader.has(u"expect"_s))
        extraction.expect = reader.text(u"expect"_s);
    else
        reader.value(u"expect"_s);
    return done(reader, extraction);
}

QJsonObject toJson(const ThinkTime &thinkTime)
{
    QJsonObject json = thinkTime.extra;
    json[u"name"_s] = thinkTime.name;
    json[u"t"_s] = thinkTime.ms;
    if (thinkTime.fixed)
        json[u"fixed"_s] = true;
    return json;
}

Result<ThinkTime> thinkTimeFromJson(const QJsonObject &json)
{
    JsonReader reader(json);
    ThinkTime thinkTime;
    thinkTime.name = reader.text(u"name"_s);
    thinkTime.ms = reader.integer(u"t"_s, 1000, 0, 86'400'000);
    thinkTime.fixed = reader.flag(u"fixed"_s, false);
    return done(reader, thinkTime);
}

} // namespace domain
