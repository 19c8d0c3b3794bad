// A call of the API as controllers see it, and what they answer: no sockets, no bytes.
#pragma once

#include "app/http/message.h"
#include <QHash>
#include <QJsonObject>
#include <QJsonValue>
#include <QString>
#include <optional>

namespace api {

struct Request
{
    QByteArray method;
    QHash<QString, QString> path;  ///< parameters by name, decoded
    QHash<QString, QString> query; ///< the first of each name, decoded
    http::Headers headers;         ///< names in lower case
    QJsonValue body;               ///< checked against the schema of the operation; undefined when there is none

    /// A path or query parameter the operation declares as a whole number; `absent` when it is not there.
    int id(const QString &name) const { return path.value(name).toInt(); }
    int number(const QString &name, int absent) const { return query.contains(name) ? query.value(name).toInt() : absent; }
    QJsonObject object() const { return body.toObject(); }
};

struct Response
{
    int status = 200;
    std::optional<QJsonObject> body; ///< nullopt: no body at all
    http::Headers headers;
    /// Set when the answer takes its time; see http::Response::later.
    std::function<void(std::function<void(Response)>)> later;
};

using Handler = std::function<Response(const Request &)>;

/// One operation of openapi.json and who serves it.
struct Route
{
    QString operation; ///< operationId
    Handler handle;
};

/// The envelope of every good answer: code, message, and what belongs to the call.
Response success(int status, QJsonObject members = {});
Response empty(int status); ///< no body

/// What went wrong, in the reference's way: {error_code, error_msg}.
enum class Fault {
    BadInput,      ///< 400 CPTS.04001001
    NotJson,       ///< 400 CPTS.04001002
    NotSignedIn,   ///< 401 APIGW.0301
    WrongPassword, ///< 401 CPTS.04001003
    ForeignHost,   ///< 403 CPTS.04003001
    NotFound,      ///< 404 CPTS.04004001
    NoSuchCall,    ///< 404 CPTS.04004002
    WrongMethod,   ///< 405 CPTS.04005001
    TooSlow,       ///< 408 CPTS.04008001
    Conflict,      ///< 409 CPTS.04009001
    NoLength,      ///< 411 CPTS.04011001
    TooLarge,      ///< 413 CPTS.04013001
    AddressTooLong, ///< 414 CPTS.04014001
    HeadTooLarge,  ///< 431 CPTS.04031001
    Unknown,       ///< 500 CPTS.05001001
    TooMany,       ///< 503 CPTS.05003001
    OtherVersion   ///< 505 CPTS.05005001
};

Response problem(Fault fault, const QString &sentence);
Fault faultOf(int status); ///< of a refusal of the server's fences

} // namespace api
