// The operations of openapi.json, read once: what a router and a checker of calls need of each.
#pragma once

#include "app/api/schema.h"
#include <QStringList>
#include <QVector>

namespace api {

struct Parameter
{
    QString name;
    bool inPath = true, required = false, whole = false, large = false; ///< large: beyond 32 bits
    double minimum = 0;
    QStringList allowed; ///< of a text; empty: any

    bool operator==(const Parameter &) const = default;
};

struct Operation
{
    QString id;          ///< operationId
    QByteArray method;
    QString path;        ///< with {parameters}
    QStringList segments; ///< of the path; a parameter keeps its braces
    QVector<Parameter> parameters;
    std::optional<QJsonObject> body; ///< schema; nullopt: takes none
    int success = 200;
    std::optional<QJsonObject> answer; ///< schema of a success; nullopt: has no body
};

class Operations
{
public:
    explicit Operations(const QByteArray &openApi);
    static QByteArray document(); ///< openapi.json as the program carries it

    const QVector<Operation> &all() const { return m_all; }
    const Operation *find(const QString &id) const;
    const Schema &schema() const { return m_schema; }

    struct Match
    {
        const Operation *operation = nullptr; ///< null: no such path, or not by that method
        QHash<QString, QString> path;
        QList<QByteArray> allowed; ///< methods of that path
    };
    /// `path` still encoded; a final slash does not count. Literal segments go before parameters.
    Match match(const QByteArray &method, const QByteArray &path) const;

private:
    Schema m_schema;
    QVector<Operation> m_all;
};

} // namespace api
