// A value that fits a schema of OpenAPI: its example or default, else one made up. Follows references inside the document,
// each at most once on a path, so that a schema that holds itself ends.
#pragma once

#include <QJsonObject>
#include <QStringList>

namespace exchange {

class SchemaSample
{
public:
    explicit SchemaSample(const QJsonObject &document) : m_document(document) {}

    QJsonValue of(const QJsonValue &schema) { return of(schema, {}); }
    /// What a $ref inside the document points at, `value` itself when it is none; empty when it leads nowhere or away.
    QJsonObject resolved(const QJsonValue &value) const;

private:
    static constexpr int deepest = 12;
    static constexpr int most = 5000; ///< values in all of one sample

    QJsonValue of(const QJsonValue &schema, QStringList seen);
    QJsonValue made(const QJsonObject &schema, const QStringList &seen);

    const QJsonObject &m_document;
    int m_count = 0;
};

} // namespace exchange
