// Reads foreign JSON with types and ranges checked; the first thing found wrong is kept as a sentence's object.
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QString>
#include <limits>

namespace report {

class JsonReader
{
public:
    bool failed() const { return !m_wrong.isEmpty(); }
    QString wrong() const { return m_wrong; } ///< e.g. “items[3].total.counts”
    void fail(const QString &what)
    {
        if (m_wrong.isEmpty())
            m_wrong = what;
    }

    qint64 integer(const QJsonValue &value, const char *what, qint64 low = 0, qint64 high = std::numeric_limits<qint64>::max())
    {
        const qint64 missing = low > std::numeric_limits<qint64>::min() ? low - 1 : high;
        const qint64 number = value.isDouble() ? value.toInteger(missing) : missing;
        if (number < low || number > high) {
            fail(QString::fromLatin1(what));
            return low;
        }
        return number;
    }

    quint32 count(const QJsonValue &value, const char *what)
    {
        return quint32(integer(value, what, 0, std::numeric_limits<quint32>::max()));
    }

    double real(const QJsonValue &value, const char *what)
    {
        if (!value.isDouble())
            fail(QString::fromLatin1(what));
        return value.toDouble();
    }

    QString text(const QJsonObject &object, QLatin1StringView key)
    {
        const QJsonValue value = object[key];
        if (!value.isString())
            fail(key);
        return value.toString();
    }

    bool flag(const QJsonObject &object, QLatin1StringView key)
    {
        const QJsonValue value = object[key];
        if (!value.isBool())
            fail(key);
        return value.toBool();
    }

    QJsonArray list(const QJsonObject &object, QLatin1StringView key)
    {
        const QJsonValue value = object[key];
        if (!value.isArray())
            fail(key);
        return value.toArray();
    }

    QJsonObject object(const QJsonObject &parent, QLatin1StringView key)
    {
        const QJsonValue value = parent[key];
        if (!value.isObject())
            fail(key);
        return value.toObject();
    }

private:
    QString m_wrong;
};

} // namespace report
