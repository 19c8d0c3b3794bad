#include "app/exchange/schemasample.h"

#include <QJsonArray>
#include <QUrl>

namespace exchange {

using namespace Qt::StringLiterals;

namespace {

QString typeOf(const QJsonObject &schema)
{
    if (schema["type"_L1].isString())
        return schema["type"_L1].toString();
    for (const QJsonValue &one : schema["type"_L1].toArray()) // 3.1: a list, "null" among them
        if (one.toString() != "null"_L1)
            return one.toString();
    return schema.contains("properties"_L1) ? u"object"_s : schema.contains("items"_L1) ? u"array"_s : QString();
}

QString sampleText(const QString &format)
{
    if (format == "date-time"_L1)
        return u"2024-01-01T00:00:00Z"_s;
    if (format == "date"_L1)
        return u"2024-01-01"_s;
    if (format == "uuid"_L1)
        return u"00000000-0000-4000-8000-000000000000"_s;
    if (format == "email"_L1)
        return u"user@example.com"_s;
    if (format == "uri"_L1 || format == "url"_L1)
        return u"http://example.com/"_s;
    return u"text"_s;
}

} // namespace

QJsonObject SchemaSample::resolved(const QJsonValue &value) const
{
    QJsonObject object = value.toObject();
    for (int hops = 0; object["$ref"_L1].isString(); ++hops) {
        const QString reference = object["$ref"_L1].toString();
        if (!reference.startsWith(u"#/") || hops == deepest)
            return {};
        QJsonValue at = m_document;
        for (QString part : reference.mid(2).split(u'/'))
            at = at.toObject()[QUrl::fromPercentEncoding(part.replace(u"~1"_s, u"/"_s).replace(u"~0"_s, u"~"_s).toUtf8())];
        object = at.toObject();
    }
    return object;
}

QJsonValue SchemaSample::of(const QJsonValue &value, QStringList seen)
{
    if (seen.size() > deepest || ++m_count > most)
        return QJsonValue::Null;
    if (const QString reference = value["$ref"_L1].toString(); !reference.isEmpty()) {
        if (seen.contains(reference))
            return QJsonValue::Null;
        seen << reference;
    } else {
        seen << QString();
    }
    const QJsonObject schema = resolved(value);
    for (const auto key : {"example"_L1, "default"_L1, "const"_L1})
        if (schema.contains(key))
            return schema[key];
    for (const auto key : {"examples"_L1, "enum"_L1})
        if (!schema[key].toArray().isEmpty())
            return schema[key][0];
    return made(schema, seen);
}

QJsonValue SchemaSample::made(const QJsonObject &schema, const QStringList &seen)
{
    for (const auto key : {"oneOf"_L1, "anyOf"_L1})
        if (!schema[key].toArray().isEmpty())
            return of(schema[key][0], seen);
    const QString type = typeOf(schema);
    if (type == "object"_L1 || schema.contains("allOf"_L1)) {
        QJsonObject object;
        for (const QJsonValue &part : schema["allOf"_L1].toArray()) {
            const QJsonObject more = of(part, seen).toObject();
            for (auto member = more.begin(); member != more.end(); ++member)
                object.insert(member.key(), *member);
        }
        const QJsonObject properties = schema["properties"_L1].toObject();
        for (auto property = properties.begin(); property != properties.end(); ++property)
            if (!resolved(*property)["readOnly"_L1].toBool())
                object.insert(property.key(), of(*property, seen));
        return object;
    }
    if (type == "array"_L1)
        return QJsonArray{of(schema["items"_L1], seen)};
    if (type == "integer"_L1 || type == "number"_L1)
        return schema["minimum"_L1].toDouble(1);
    if (type == "boolean"_L1)
        return true;
    return type == "string"_L1 ? QJsonValue(sampleText(schema["format"_L1].toString())) : QJsonValue::Null;
}

} // namespace exchange
