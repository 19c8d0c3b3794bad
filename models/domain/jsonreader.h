// Reads one foreign JSON object: each known member is taken out with its type and range checked, what is left is `extra`.
// null is absent. The first thing found wrong is kept, its sentence beginning with the member's place.
#pragma once

#include "models/domain/result.h"
#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>
#include <QLocale>
#include <cmath>
#include <limits>

namespace domain {

class JsonReader
{
    Q_DECLARE_TR_FUNCTIONS(domain::JsonReader)

public:
    explicit JsonReader(QJsonObject json) : m_rest(std::move(json)) {}

    bool failed() const { return !m_error.isEmpty(); }
    tl::unexpected<Error> error() const { return domain::fail(m_error); }
    void fail(const QString &message)
    {
        if (m_error.isEmpty())
            m_error = message;
    }
    /// An error of what stands at `place` in this object.
    void fail(const QString &place, const Error &inner) { fail(place + QLatin1Char('.') + inner.message); }

    QJsonObject rest() const { return m_rest; }
    QJsonValue take(QLatin1StringView key)
    {
        const auto it = m_rest.find(key);
        if (it == m_rest.end())
            return QJsonValue(QJsonValue::Undefined);
        const QJsonValue value = *it;
        m_rest.erase(it);
        return value.isNull() ? QJsonValue(QJsonValue::Undefined) : value;
    }

    QString text(QLatin1StringView key, const QString &absent = {})
    {
        const QJsonValue value = take(key);
        if (value.isUndefined())
            return absent;
        if (value.isObject() || value.isArray())
            fail(tr("%1: must be a text.").arg(key));
        return asText(value);
    }

    /// Also a number written as text, as web consoles do.
    double number(QLatin1StringView key, double absent = 0)
    {
        const QJsonValue value = take(key);
        if (value.isUndefined())
            return absent;
        bool isNumber = value.isDouble();
        const double number = value.isString() ? value.toString().toDouble(&isNumber) : value.toDouble();
        if (!isNumber || !std::isfinite(number)) {
            fail(tr("%1: must be a number.").arg(key));
            return absent;
        }
        return number;
    }

    int integer(QLatin1StringView key, int absent = 0, int low = 0, int high = std::numeric_limits<int>::max())
    {
        const double number = this->number(key, absent);
        if (number != std::floor(number) || number < low || number > high) {
            fail(tr("%1: must be a whole number from %2 to %3.").arg(key).arg(low).arg(high));
            return absent;
        }
        return int(number);
    }

    bool flag(QLatin1StringView key, bool absent)
    {
        const QJsonValue value = take(key);
        if (value.isUndefined())
            return absent;
        if (value == QJsonValue(0) || value == QJsonValue(1))
            return value.toInt() == 1;
        if (!value.isBool())
            fail(tr("%1: must be true or false.").arg(key));
        return value.toBool(absent);
    }

    QJsonArray list(QLatin1StringView key)
    {
        const QJsonValue value = take(key);
        if (!value.isUndefined() && !value.isArray())
            fail(tr("%1: must be a list.").arg(key));
        return value.toArray();
    }

    QJsonObject object(QLatin1StringView key)
    {
        const QJsonValue value = take(key);
        if (!value.isUndefined() && !value.isObject())
            fail(tr("%1: must be an object.").arg(key));
        return value.toObject();
    }

    /// A list of objects, each read by `read`, which gives a Result.
    template <class T, class Read> QVector<T> objects(QLatin1StringView key, Read read)
    {
        QVector<T> all;
        const QJsonArray items = list(key);
        all.reserve(items.size());
        for (qsizetype i = 0; i < items.size() && !failed(); ++i) {
            const QString place = QStringLiteral("%1[%2]").arg(key).arg(i);
            if (!items[i].isObject()) {
                fail(tr("%1: must be an object.").arg(place));
            } else if (Result<T> item = read(items[i].toObject())) {
                all.append(std::move(*item));
            } else {
                fail(place, item.error());
            }
        }
        return all;
    }

    /// Text, or a number or truth value as text: what services put where a text is expected.
    static QString asText(const QJsonValue &value)
    {
        if (value.isDouble())
            return QString::number(value.toDouble(), 'g', QLocale::FloatingPointShortest);
        return value.isBool() ? (value.toBool() ? QStringLiteral("true") : QStringLiteral("false")) : value.toString();
    }

private:
    QJsonObject m_rest;
    QString m_error;
};

} // namespace domain
