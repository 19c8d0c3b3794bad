// The cards that look at an answer: checkpoint and extraction (semantics.md 2.4, 2.5).
#include "models/domain/card.h"
#include "models/domain/jsonreader.h"

namespace domain {

using namespace Qt::StringLiterals;

namespace {

/// In `status_code` and `headers` the member's name says the source already.
QJsonObject toJson(const CheckItem &item, bool withSource)
{
    QJsonObject json = item.extra;
    json["comparison"_L1] = item.comparison;
    json["value"_L1] = item.value;
    if (withSource)
        json["source"_L1] = item.source;
    if (!item.key.isEmpty())
        json["key"_L1] = item.key;
    return json;
}

Result<CheckItem> itemFromJson(const QJsonObject &json, const QString &source)
{
    JsonReader reader(json);
    CheckItem item;
    item.source = reader.text("source"_L1, source);
    item.key = reader.text("key"_L1);
    item.comparison = reader.text("comparison"_L1, u"=="_s);
    item.value = reader.text("value"_L1);
    item.extra = reader.rest();
    if (reader.failed())
        return reader.error();
    return item;
}

} // namespace

const QStringList &comparisonNames()
{
    static const QStringList names{u"=="_s, u"!="_s, u">"_s, u">="_s, u"<"_s, u"<="_s, u"contains"_s, u"not_contains"_s,
                                   u"regex"_s, u"exists"_s, u"not_exists"_s, u"in"_s, u"not_in"_s};
    return names;
}

const QStringList &checkSources()
{
    static const QStringList names{u"status"_s, u"header"_s, u"body"_s, u"json"_s, u"jsonpath"_s, u"xpath"_s, u"plugin"_s};
    return names;
}

QJsonObject toJson(const Checkpoint &checkpoint)
{
    QJsonObject json = checkpoint.extra;
    json["enable"_L1] = checkpoint.enabled;
    json["rule"_L1] = checkpoint.all ? u"AND"_s : u"OR"_s;
    json["retry_times"_L1] = checkpoint.retryTimes;
    json["retry_interval"_L1] = checkpoint.retryIntervalMs;

    // Only a leading status and the headers after it have members of their own, so that the order survives.
    const QVector<CheckItem> &items = checkpoint.items;
    qsizetype next = 0;
    json["status_code"_L1] = QJsonValue::Null;
    if (!items.isEmpty() && items[0].source == "status"_L1)
        json["status_code"_L1] = toJson(items[next++], false);
    QJsonArray headers, bodies;
    while (next < items.size() && items[next].source == "header"_L1)
        headers.append(toJson(items[next++], false));
    while (next < items.size())
        bodies.append(toJson(items[next++], true));
    json["headers"_L1] = headers;
    json["bodys"_L1] = bodies;
    return json;
}

Result<Checkpoint> checkpointFromJson(const QJsonObject &json)
{
    JsonReader reader(json);
    Checkpoint checkpoint;
    checkpoint.enabled = reader.flag("enable"_L1, true);
    const QString rule = reader.text("rule"_L1, u"AND"_s).toUpper();
    if (rule != "AND"_L1 && rule != "OR"_L1)
        reader.fail(JsonReader::tr("rule: must be \"AND\" or \"OR\"."));
    checkpoint.all = rule != "OR"_L1;
    checkpoint.retryTimes = reader.integer("retry_times"_L1, 0);
    checkpoint.retryIntervalMs = reader.integer("retry_interval"_L1, 0);
    const QJsonObject status = reader.object("status_code"_L1);
    if (!status.isEmpty()) {
        if (const auto item = itemFromJson(status, u"status"_s))
            checkpoint.items.append(*item);
        else
            reader.fail(u"status_code"_s, item.error());
    }
    const auto read = [](const QString &source) {
        return [source](const QJsonObject &item) { return itemFromJson(item, source); };
    };
    checkpoint.items += reader.objects<CheckItem>("headers"_L1, read(u"header"_s));
    checkpoint.items += reader.objects<CheckItem>("bodys"_L1, read(u"body"_s));
    checkpoint.items += reader.objects<CheckItem>("bodies"_L1, read(u"body"_s));
    checkpoint.extra = reader.rest();
    if (reader.failed())
        return reader.error();
    return checkpoint;
}

QJsonObject toJson(const Extraction &extraction)
{
    QJsonObject json = extraction.extra;
    json["name"_L1] = extraction.name;
    json["range"_L1] = extraction.range;
    json["regexp"_L1] = extraction.regexp;
    json["key"_L1] = extraction.key;
    json["match_index"_L1] = extraction.matchIndex;
    json["group_index"_L1] = extraction.groupIndex;
    json["default"_L1] = extraction.defaultValue;
    json["expect"_L1] = extraction.expect ? QJsonValue(*extraction.expect) : QJsonValue(QJsonValue::Null);
    return json;
}

Result<Extraction> extractionFromJson(const QJsonObject &json)
{
    JsonReader reader(json);
    Extraction extraction;
    extraction.name = reader.text("name"_L1);
    extraction.range = reader.integer("range"_L1, 1, 1, 6);
    extraction.regexp = reader.text("regexp"_L1);
    extraction.key = reader.text("key"_L1);
    extraction.matchIndex = reader.integer("match_index"_L1, 1);
    extraction.groupIndex = reader.integer("group_index"_L1, 1);
    extraction.defaultValue = reader.text("default"_L1);
    if (const QJsonValue expect = json["expect"_L1]; !expect.isNull() && !expect.isUndefined())
        extraction.expect = reader.text("expect"_L1);
    else
        reader.take("expect"_L1);
    extraction.extra = reader.rest();
    if (reader.failed())
        return reader.error();
    return extraction;
}

} // namespace domain
