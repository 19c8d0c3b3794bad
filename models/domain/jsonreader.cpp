#include "models/domain/jsonreader.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace domain {

QJsonValue JsonReader::take(const QString &key)
{
    const auto found = m_left.find(key);
    if (found == m_left.end())
        return QJsonValue(QJsonValue::Undefined);
    const QJsonValue value = *found;
    m_left.erase(found);
    return value.isNull() ? QJsonValue(QJsonValue::Undefined) : value;
}

QJsonValue JsonReader::value(const QString &key)
{
    const QJsonValue taken = take(key);
    return taken.isUndefined() ? QJsonValue() : taken;
}

QString JsonReader::text(const QString &key, const QString &fallback)
{
    const QJsonValue value = take(key);
    if (value.isUndefined())
        return fallback;
    if (!value.isString())
        problem(u"“%1” must be a text"_s.arg(key));
    return value.toString();
}

double JsonReader::number(const QString &key, double fallback)
{
    const QJsonValue value = take(key);
    if (value.isUndefined())
        return fallback;
    if (value.isString()) { // the web console sends some numbers as text
        bool ok = false;
        const double number = value.toString().toDouble(&ok);
        if (ok)
            return number;
    }
    if (!value.isDouble() || !std::isfinite(value.toDouble())) {
        problem(u"“%1” must be a number"_s.arg(key));
        return fallback;
    }
    return value.toDouble();
}

int JsonReader::integer(const QString &key, int fallback, int low, int high)
{
    const double value = number(key, fallback);
    if (value < low || value > high || value != std::floor(value)) {
        problem(u"“%1” must be a whole number from %2 to %3"_s.arg(key).arg(low).arg(high));
        return fallback;
    }
    return int(value);
}

bool JsonReader::flag(const QString &key, bool fallback)
{
    const QJsonValue value = take(key);
    if (value.isUndefined())
        return fallback;
    if (value.isDouble() && (value.toDouble() == 0 || value.toDouble() == 1))
        return value.toDouble() == 1;
    if (!value.isBool())
        problem(u"“%1” must be true or false"_s.arg(key));
    return value.toBool();
}

QJsonArray JsonReader::array(const QString &key)
{
    const QJsonValue value = take(key);
    if (!value.isUndefined() && !value.isArray())
        problem(u"“%1” must be a list"_s.arg(key));
    return value.toArray();
}

QJsonObject JsonReader::object(const QString &key)
{
    const QJsonValue value = take(key);
    if (!value.isUndefined() && !value.isObject())
        problem(u"“%1” must be an object"_s.arg(key));
    return value.toObject();
}

} // namespace domain
