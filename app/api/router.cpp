#include "app/api/router.h"

#include "models/domain/jsonextent.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QUrl>
#include <algorithm>
#include <exception>

namespace api {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostDepth = 100; ///< ten levels of instructions are some sixty of JSON
constexpr int mostObjects = 100'000, mostValues = 1'000'000; ///< a case of 2,000 cards with all they can carry has some 50,000 objects
constexpr int mostParameters = 64;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(api::Router)
};

/// "a=1&b=2": the first of each name; a plus sign is a space, as forms write it.
QHash<QString, QString> queryOf(const QByteArray &query)
{
    QHash<QString, QString> all;
    const QList<QByteArray> pairs = query.split('&');
    for (const QByteArray &pair : pairs.mid(0, mostParameters)) {
        const qsizetype sign = pair.indexOf('=');
        const auto text = [](QByteArray part) { return QUrl::fromPercentEncoding(part.replace('+', ' ')); };
        const QString name = text(pair.left(sign < 0 ? pair.size() : sign));
        if (!name.isEmpty() && !all.contains(name))
            all.insert(name, sign < 0 ? QString() : text(pair.mid(sign + 1)));
    }
    return all;
}

bool isWhole(const QString &text)
{
    const qsizetype from = text.startsWith(u'-') ? 1 : 0;
    return text.size() > from && text.size() < 64
        && std::all_of(text.begin() + from, text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

/// Puts a number in range, so that controllers may take it as it is. The answer where it cannot be right.
std::optional<Response> checkParameter(const Parameter &parameter, QHash<QString, QString> &values)
{
    const auto value = values.find(parameter.name);
    if (value == values.end() || (value->isEmpty() && !parameter.inPath)) {
        if (parameter.required)
            return problem(Fault::BadInput, Words::tr("%1: is required.").arg(parameter.name));
        values.remove(parameter.name);
        return std::nullopt;
    }
    if (!parameter.allowed.isEmpty() && !parameter.allowed.contains(*value))
        return problem(Fault::BadInput, Words::tr("%1: must be one of %2.").arg(parameter.name, parameter.allowed.join(u", "_s)));
    if (!parameter.whole)
        return std::nullopt;
    if (!isWhole(*value))
        return problem(Fault::BadInput, Words::tr("%1: must be a whole number.").arg(parameter.name));
    const double number = value->toDouble();
    if (number < parameter.minimum)
        return problem(Fault::BadInput, Words::tr("%1: must be at least %2.").arg(parameter.name).arg(parameter.minimum));
    if (number > 2147483647.0) {
        if (parameter.inPath) // no id is as large
            return problem(Fault::NotFound, Words::tr("There is no %1 %2.").arg(parameter.name, *value));
        *value = u"2147483647"_s;
    }
    return std::nullopt;
}

} // namespace

void Router::add(const QVector<Route> &routes)
{
    for (const Route &route : routes)
        m_handlers.insert(route.operation, route.handle);
}

http::Response Router::handle(const http::Request &request) const
{
    try {
        return toHttp(answer(request));
    } catch (const std::exception &) {
        return toHttp(problem(Fault::Unknown, Words::tr("The request could not be worked on.")));
    }
}

Response Router::answer(const http::Request &request) const
{
    const Operations::Match match = m_operations.match(request.method, request.path);
    const bool signsIn = request.path == "/v3/auth/tokens" || request.path == "/v3/auth/tokens/";
    if (!signsIn)
        if (auto refused = m_gate(request))
            return *refused;
    if (match.operation && m_handlers.contains(match.operation->id))
        return call(request, *match.operation, match.path);
    if (match.allowed.isEmpty())
        return problem(Fault::NoSuchCall, Words::tr("The API has no such address."));
    Response wrong = problem(Fault::WrongMethod, Words::tr("This address does not take %1.").arg(QString::fromLatin1(request.method)));
    wrong.headers.emplaceBack("Allow", match.allowed.join(", "));
    return wrong;
}

Response Router::call(const http::Request &request, const Operation &operation, const QHash<QString, QString> &path) const
{
    Request checked;
    checked.method = request.method;
    checked.path = path;
    checked.query = queryOf(request.query);
    checked.headers = request.headers;
    checked.body = QJsonValue(QJsonValue::Undefined);
    if (m_tenant && path.contains(u"project_id"_s) && path[u"project_id"_s] != m_tenant())
        return problem(Fault::NotFound, Words::tr("There is no project %1.").arg(path[u"project_id"_s].left(64)));
    for (const Parameter &parameter : operation.parameters)
        if (auto wrong = checkParameter(parameter, parameter.inPath ? checked.path : checked.query))
            return *wrong;
    if (operation.body) {
        if (request.body.trimmed().isEmpty())
            return problem(Fault::BadInput, Words::tr("The call needs a body."));
        const domain::JsonExtent extent = domain::extentOf(request.body);
        if (extent.depth > mostDepth)
            return problem(Fault::NotJson, Words::tr("The body is nested deeper than %1 levels.").arg(mostDepth));
        if (extent.objects > mostObjects || extent.values > mostValues)
            return problem(Fault::TooLarge, Words::tr("The body holds more than %1 objects or %2 values.").arg(mostObjects).arg(mostValues));
        QJsonParseError error;
        const QJsonDocument document = QJsonDocument::fromJson(request.body, &error);
        if (error.error != QJsonParseError::NoError)
            return problem(Fault::NotJson, Words::tr("The body is not JSON: %1 at byte %2.").arg(error.errorString()).arg(error.offset));
        checked.body = document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
        if (const auto wrong = m_operations.schema().check(checked.body, *operation.body, Schema::Nulls::Absent))
            return problem(Fault::BadInput, *wrong);
    }
    return m_handlers[operation.id](checked);
}

http::Response toHttp(Response response)
{
    http::Response answer;
    answer.status = response.status;
    answer.headers = std::move(response.headers);
    answer.headers.emplaceBack("Cache-Control", "no-store");
    answer.headers.emplaceBack("X-Content-Type-Options", "nosniff");
    if (response.body) {
        answer.headers.emplaceBack("Content-Type", "application/json");
        answer.body = QJsonDocument(*response.body).toJson(QJsonDocument::Compact);
    }
    if (response.later)
        answer.later = [later = std::move(response.later)](const std::function<void(http::Response)> &put) {
            later([put](Response late) { put(toHttp(std::move(late))); });
        };
    return answer;
}

} // namespace api
