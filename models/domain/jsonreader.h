// Reads the members of a JSON object one by one: null counts as absent, a wrong type is an error that names the member,
// and what nobody asked for is left over for `extra`.
#pragma once

#include "models/domain/result.h"
#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

namespace domain {

class JsonReader
{
public:
    explicit JsonReader(const QJsonObject &json) : m_left(json) {}

    QString text(const QString &key, const QString &fallback = {});
    int integer(const QString &key, int fallback = 0, int low = INT_MIN, int high = INT_MAX);
    double number(const QString &key, double fallback = 0);
    bool flag(const QString &key, bool fallback = false); ///< also 0 and 1
    QJsonArray array(const QString &key);
    QJsonObject object(const QString &key);
    QJsonValue value(const QString &key); ///< of any type; taken out
    bool has(const QString &key) const { return m_left.contains(key) && !m_left[key].isNull(); }

    void problem(const QString &message) { if (m_error.isEmpty()) m_error = message; }
    const QString &error() const { return m_error; } ///< first problem; empty when all was well
    QJsonObject extra() const { return m_left; }

private:
    QJsonValue take(const QString &key);

    QJsonObject m_left;
    QString m_error;
};

} // namespace domain
