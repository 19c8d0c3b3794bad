#include "app/api/schema.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QStringList>
#include <cmath>

namespace api {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(api::Schema)
};

QString at(const QString &place, const QString &sentence)
{
    return place.isEmpty() ? sentence : place + u": "_s + sentence;
}

QString inside(const QString &place, const QString &member) { return place.isEmpty() ? member : place + u'.' + member; }

bool hasType(const QJsonValue &value, const QString &type)
{
    if (type == "object"_L1)
        return value.isObject();
    if (type == "array"_L1)
        return value.isArray();
    if (type == "string"_L1)
        return value.isString();
    if (type == "boolean"_L1)
        return value.isBool();
    if (type == "number"_L1)
        return value.isDouble();
    if (type == "integer"_L1)
        return value.isDouble() && value.toDouble() == std::floor(value.toDouble());
    return true;
}

QString wanted(const QString &type)
{
    if (type == "object"_L1)
        return Words::tr("must be an object.");
    if (type == "array"_L1)
        return Words::tr("must be a list.");
    if (type == "string"_L1)
        return Words::tr("must be a text.");
    if (type == "boolean"_L1)
        return Words::tr("must be true or false.");
    return type == "integer"_L1 ? Words::tr("must be a whole number.") : Words::tr("must be a number.");
}

} // namespace

QJsonObject Schema::resolved(const QJsonObject &schema) const
{
    QJsonObject now = schema;
    for (int hops = 0; now.contains("$ref"_L1) && hops < 16; ++hops) {
        QJsonValue target = m_document;
        const QStringList steps = now["$ref"_L1].toString().mid(2).split(u'/'); // "#/components/schemas/Name"
        for (const QString &step : steps)
            target = target[step];
        now = target.toObject();
    }
    return now;
}

std::optional<QString> Schema::check(const QJsonValue &value, const QJsonObject &schema, Nulls nulls) const
{
    return check(value, schema, nulls, {});
}

std::optional<QString> Schema::check(const QJsonValue &value, const QJsonObject &given, Nulls nulls, const QString &place) const
{
    const QJsonObject schema = resolved(given);
    const QString type = schema["type"_L1].toString();
    if (value.isNull() && (schema["nullable"_L1].toBool() || (type.isEmpty() && !schema.contains("allOf"_L1))))
        return std::nullopt;
    for (const QJsonValue &part : schema["allOf"_L1].toArray())
        if (auto wrong = check(value, part.toObject(), nulls, place))
            return wrong;
    for (const QLatin1StringView choice : {"oneOf"_L1, "anyOf"_L1}) {
        const QJsonArray parts = schema[choice].toArray();
        bool fits = parts.isEmpty();
        for (const QJsonValue &part : parts)
            fits = fits || !check(value, part.toObject(), nulls, place);
        if (!fits)
            return at(place, Words::tr("has none of the allowed forms."));
    }
    if (!type.isEmpty() && !hasType(value, type))
        return at(place, wanted(type));
    if (const QJsonArray allowed = schema["enum"_L1].toArray(); !allowed.isEmpty() && !allowed.contains(value)) {
        QStringList texts;
        for (const QJsonValue &one : allowed)
            texts.append(one.toVariant().toString());
        return at(place, Words::tr("must be one of %1.").arg(texts.join(u", "_s)));
    }
    if (value.isObject())
        return checkObject(value.toObject(), schema, nulls, place);
    if (value.isDouble())
        return checkNumber(value.toDouble(), schema, place);
    if (value.isString())
        return checkText(value.toString(), schema, place);
    if (value.isArray()) {
        const QJsonArray list = value.toArray();
        if (list.size() < schema["minItems"_L1].toInt())
            return at(place, Words::tr("must have at least %1 entries.").arg(schema["minItems"_L1].toInt()));
        const QJsonObject items = schema["items"_L1].toObject();
        for (qsizetype i = 0; i < list.size() && !items.isEmpty(); ++i)
            if (auto wrong = check(list[i], items, nulls, u"%1[%2]"_s.arg(place).arg(i)))
                return wrong;
    }
    return std::nullopt;
}

std::optional<QString> Schema::checkObject(const QJsonObject &value, const QJsonObject &schema, Nulls nulls, const QString &place) const
{
    for (const QJsonValue &name : schema["required"_L1].toArray()) {
        const QJsonValue member = value[name.toString()];
        if (member.isUndefined() || (member.isNull() && nulls == Nulls::Absent))
            return at(inside(place, name.toString()), Words::tr("is required."));
    }
    const QJsonObject properties = schema["properties"_L1].toObject();
    const QJsonValue others = schema["additionalProperties"_L1];
    for (auto member = value.begin(); member != value.end(); ++member) {
        if (member->isNull() && nulls == Nulls::Absent)
            continue;
        const QJsonValue known = properties[member.key()];
        if (known.isUndefined() && !others.isObject())
            continue;
        const QJsonObject rule = known.isUndefined() ? others.toObject() : known.toObject();
        if (auto wrong = check(*member, rule, nulls, inside(place, member.key())))
            return wrong;
    }
    return std::nullopt;
}

std::optional<QString> Schema::checkNumber(double value, const QJsonObject &schema, const QString &place) const
{
    const QString format = schema["format"_L1].toString();
    const bool whole = schema["type"_L1] == QJsonValue(u"integer"_s);
    const double most = format == "int32"_L1 ? 2147483647.0 : 9007199254740992.0; // beyond 2^53 JSON numbers lie
    if (!std::isfinite(value) || (whole && (value > most || value < -most - 1)))
        return at(place, Words::tr("is too large a number."));
    if (schema.contains("minimum"_L1) && value < schema["minimum"_L1].toDouble())
        return at(place, Words::tr("must be at least %1.").arg(schema["minimum"_L1].toDouble()));
    if (schema.contains("maximum"_L1) && value > schema["maximum"_L1].toDouble())
        return at(place, Words::tr("must be at most %1.").arg(schema["maximum"_L1].toDouble()));
    return std::nullopt;
}

std::optional<QString> Schema::checkText(const QString &value, const QJsonObject &schema, const QString &place) const
{
    if (value.size() < schema["minLength"_L1].toInt())
        return at(place, Words::tr("must not be empty."));
    if (schema.contains("maxLength"_L1) && value.size() > schema["maxLength"_L1].toInt())
        return at(place, Words::tr("must have at most %1 characters.").arg(schema["maxLength"_L1].toInt()));
    if (const QString pattern = schema["pattern"_L1].toString(); !pattern.isEmpty()) {
        auto known = m_patterns.find(pattern);
        if (known == m_patterns.end())
            known = m_patterns.insert(pattern, QRegularExpression(pattern));
        if (!known->match(value).hasMatch())
            return at(place, Words::tr("does not look as it must."));
    }
    return std::nullopt;
}

} // namespace api
