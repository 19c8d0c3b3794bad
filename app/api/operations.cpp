#include "app/api/operations.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QUrl>
#include <algorithm>

namespace api {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostSegments = 16;

bool isParameter(const QString &segment) { return segment.startsWith(u'{'); }

Parameter parameterOf(const QJsonObject &json)
{
    const QJsonObject schema = json["schema"_L1].toObject();
    Parameter parameter;
    parameter.name = json["name"_L1].toString();
    parameter.inPath = json["in"_L1] == QJsonValue(u"path"_s);
    parameter.required = json["required"_L1].toBool();
    parameter.whole = schema["type"_L1] == QJsonValue(u"integer"_s);
    parameter.large = schema["format"_L1] == QJsonValue(u"int64"_s);
    parameter.minimum = schema["minimum"_L1].toDouble();
    for (const QJsonValue &one : schema["enum"_L1].toArray())
        parameter.allowed.append(one.toVariant().toString());
    return parameter;
}

std::optional<QJsonObject> jsonSchema(const QJsonObject &holder)
{
    const QJsonObject content = holder["content"_L1]["application/json"_L1].toObject();
    return content.isEmpty() ? std::nullopt : std::optional(content["schema"_L1].toObject());
}

} // namespace

Operations::Operations(const QByteArray &openApi) : m_schema(QJsonDocument::fromJson(openApi).object())
{
    const QJsonObject paths = m_schema.document()["paths"_L1].toObject();
    for (auto path = paths.begin(); path != paths.end(); ++path) {
        const QJsonObject methods = path->toObject();
        for (auto method = methods.begin(); method != methods.end(); ++method) {
            const QJsonObject json = method->toObject();
            if (!json.contains("operationId"_L1))
                continue;
            Operation operation;
            operation.id = json["operationId"_L1].toString();
            operation.method = method.key().toUpper().toLatin1();
            operation.path = path.key();
            operation.segments = operation.path.mid(1).split(u'/');
            for (const QJsonValue &parameter : json["parameters"_L1].toArray())
                operation.parameters.append(parameterOf(parameter.toObject()));
            operation.body = jsonSchema(json["requestBody"_L1].toObject());
            const QJsonObject responses = json["responses"_L1].toObject();
            for (auto response = responses.begin(); response != responses.end(); ++response) {
                if (!response.key().startsWith(u'2'))
                    continue;
                operation.success = response.key().toInt();
                operation.answer = jsonSchema(response->toObject());
            }
            m_all.append(operation);
        }
    }
}

QByteArray Operations::document()
{
    QFile file(u":/api/openapi.json"_s);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

const Operation *Operations::find(const QString &id) const
{
    const auto found = std::ranges::find(m_all, id, &Operation::id);
    return found == m_all.end() ? nullptr : &*found;
}

Operations::Match Operations::match(const QByteArray &method, const QByteArray &path) const
{
    QByteArray trimmed = path;
    if (trimmed.size() > 1 && trimmed.endsWith('/'))
        trimmed.chop(1);
    const QList<QByteArray> raw = trimmed.mid(1).split('/');
    Match match;
    if (!trimmed.startsWith('/') || raw.size() > mostSegments)
        return match;
    QStringList segments;
    for (const QByteArray &segment : raw)
        segments.append(QUrl::fromPercentEncoding(segment)); // after splitting: an encoded slash is no slash

    QString best; // the path with the most literal segments, counted from the left
    const auto literal = [](const Operation &operation) {
        QString places;
        for (const QString &segment : operation.segments)
            places += isParameter(segment) ? u'0' : u'1';
        return places;
    };
    QVector<const Operation *> fitting;
    for (const Operation &operation : m_all) {
        bool fits = operation.segments.size() == segments.size();
        for (qsizetype i = 0; fits && i < segments.size(); ++i)
            fits = isParameter(operation.segments[i]) ? !segments[i].isEmpty() : operation.segments[i] == segments[i];
        if (!fits)
            continue;
        if (literal(operation) > best) {
            best = literal(operation);
            fitting.clear();
        }
        if (literal(operation) == best)
            fitting.append(&operation);
    }
    for (const Operation *operation : std::as_const(fitting)) {
        match.allowed.append(operation->method);
        if (operation->method == "GET")
            match.allowed.append("HEAD");
        if (operation->method != method && !(method == "HEAD" && operation->method == "GET"))
            continue;
        match.operation = operation;
        for (qsizetype i = 0; i < segments.size(); ++i)
            if (isParameter(operation->segments[i]))
                match.path.insert(operation->segments[i].mid(1, operation->segments[i].size() - 2), segments[i]);
    }
    return match;
}

} // namespace api
