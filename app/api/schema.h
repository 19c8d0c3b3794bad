// Checks JSON against the part of OpenAPI 3.0's schemas that openapi.json uses: type, nullable, properties, required,
// additionalProperties, items, enum, bounds, lengths, pattern, format int32, allOf, oneOf, anyOf, $ref. Pure.
#pragma once

#include <QHash>
#include <QJsonObject>
#include <QRegularExpression>
#include <optional>

namespace api {

class Schema
{
public:
    enum class Nulls {
        Absent, ///< requests: a member that is null is as if it were not there
        Strict  ///< answers: null only where the schema allows it
    };

    /// `document`: the whole of openapi.json, in which references are followed.
    explicit Schema(QJsonObject document) : m_document(std::move(document)) {}

    /// The first thing found wrong, beginning with its place; nullopt: all is well.
    std::optional<QString> check(const QJsonValue &value, const QJsonObject &schema, Nulls nulls) const;
    QJsonObject resolved(const QJsonObject &schema) const; ///< follows $ref
    const QJsonObject &document() const { return m_document; }

private:
    std::optional<QString> check(const QJsonValue &value, const QJsonObject &schema, Nulls nulls, const QString &place) const;
    std::optional<QString> checkObject(const QJsonObject &value, const QJsonObject &schema, Nulls nulls, const QString &place) const;
    std::optional<QString> checkNumber(double value, const QJsonObject &schema, const QString &place) const;
    std::optional<QString> checkText(const QString &value, const QJsonObject &schema, const QString &place) const;

    QJsonObject m_document;
    mutable QHash<QString, QRegularExpression> m_patterns;
};

} // namespace api
