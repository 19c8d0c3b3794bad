// The API over a workspace of its own, called without sockets, or over one; each answer is held against openapi.json.
#pragma once

#include "app/api/api.h"

#include <QEventLoop>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

struct ApiAnswer
{
    int status = 0;
    QJsonObject json;
    http::Headers headers;
    QByteArray body;
    QString wrong; ///< why it does not fit openapi.json; empty: it does

    QByteArray header(QByteArrayView name) const
    {
        for (const auto &[key, value] : headers)
            if (key.compare(name, Qt::CaseInsensitive) == 0)
                return value;
        return {};
    }
};

class ApiFixture
{
public:
    static inline bool overSocket = false; ///< of all calls made from now on

    qint64 now = 1'700'000'000'000; ///< of the clock that sign-in, edits and heartbeats look at
    QTemporaryDir folder;
    services::Application services{folder.filePath(QStringLiteral("settings.ini")), nullptr, [this] { return now; }};
    services::ApiService access;
    api::Api api{services, access, [this] { return now; }};
    QByteArray token;
    QString tenant;

    ApiFixture()
    {
        const auto opened = services.open(folder.filePath(QStringLiteral("workspace.crescendo")));
        if (!opened)
            qFatal("%s", qPrintable(opened.error().message));
        token = api.signIn().give().text;
        tenant = api.tenant();
    }

    /// `path` may hold {p} for the id of the tenant. A body that is a list or an object is sent as JSON, a text as it is.
    ApiAnswer call(const QByteArray &method, QString path, const QVariant &body = {})
    {
        http::Request request;
        request.method = method;
        path.replace(QStringLiteral("{p}"), tenant);
        request.target = path.toUtf8();
        const qsizetype mark = request.target.indexOf('?');
        request.path = request.target.left(mark < 0 ? request.target.size() : mark);
        request.query = mark < 0 ? QByteArray() : request.target.mid(mark + 1);
        request.headers = {{"host", "127.0.0.1:1"}};
        if (!token.isEmpty())
            request.headers.emplaceBack("x-auth-token", token);
        if (body.canConvert<QJsonObject>() && body.typeId() == QMetaType::QJsonObject)
            request.body = QJsonDocument(body.toJsonObject()).toJson(QJsonDocument::Compact);
        else if (body.typeId() == QMetaType::QJsonArray)
            request.body = QJsonDocument(body.toJsonArray()).toJson(QJsonDocument::Compact);
        else if (body.isValid())
            request.body = body.toByteArray();
        return send(request);
    }

    ApiAnswer send(const http::Request &request)
    {
        if (overSocket) {
            ApiAnswer answer = talk(request);
            answer.wrong = whyWrong(request, answer);
            return answer;
        }
        http::Response response = api.handle(request);
        if (response.later) {
            QEventLoop loop;
            std::optional<http::Response> late;
            response.later([&](http::Response given) {
                late = std::move(given);
                loop.quit();
            });
            if (!late)
                loop.exec();
            response = *late;
        }
        ApiAnswer answer{response.status, QJsonDocument::fromJson(response.body).object(), response.headers, response.body, {}};
        answer.wrong = whyWrong(request, answer);
        return answer;
    }

    const api::Operations &operations() const { return api.router().operations(); }

    /// The JSON of an example of openapi.json.
    QJsonValue example(const QString &operation, const QString &part, const QString &name) const
    {
        const QJsonObject paths = operations().schema().document()[QStringLiteral("paths")].toObject();
        for (const QJsonValue &methods : paths)
            for (const QJsonValue &one : methods.toObject())
                if (one[QStringLiteral("operationId")] == QJsonValue(operation)) {
                    const QJsonObject holder = part == QStringLiteral("request") ? one[QStringLiteral("requestBody")].toObject()
                                                                                 : one[QStringLiteral("responses")][part].toObject();
                    return holder[QStringLiteral("content")][QStringLiteral("application/json")][QStringLiteral("examples")][name]
                                 [QStringLiteral("value")];
                }
        return QJsonValue::Undefined;
    }

    int newSuite(const QString &name = QStringLiteral("Shop"))
    {
        return call("POST", QStringLiteral("/v1/{p}/test-suites"), QJsonObject{{QStringLiteral("name"), name}})
            .json[QStringLiteral("project_id")].toInt();
    }

private:
    /// The server lives in this thread, so the events of both sides are turned here.
    ApiAnswer talk(const http::Request &request)
    {
        if (m_port == 0)
            m_port = quint16(QUrl(api.start(0).value_or(QString())).port());
        QByteArray wire = request.method + ' ' + request.target + " HTTP/1.1\r\nConnection: close\r\nContent-Length: "
            + QByteArray::number(request.body.size()) + "\r\n";
        for (const auto &[name, value] : request.headers)
            wire += name + ": " + value + "\r\n";
        wire += "\r\n" + request.body;
        QTcpSocket socket;
        QEventLoop loop;
        QObject::connect(&socket, &QTcpSocket::connected, &loop, [&] { socket.write(wire); });
        QObject::connect(&socket, &QTcpSocket::disconnected, &loop, &QEventLoop::quit);
        QObject::connect(&socket, &QTcpSocket::errorOccurred, &loop, &QEventLoop::quit);
        socket.connectToHost(QHostAddress(QHostAddress::LocalHost), m_port);
        loop.exec();
        const QByteArray got = socket.readAll();
        const qsizetype end = std::max<qsizetype>(got.indexOf("\r\n\r\n"), 0);
        ApiAnswer answer;
        answer.status = got.mid(9, 3).toInt();
        for (const QByteArray &line : got.left(end).split('\n').mid(1))
            answer.headers.emplaceBack(line.left(line.indexOf(':')), line.mid(line.indexOf(':') + 1).trimmed());
        answer.body = got.mid(end + 4);
        answer.json = QJsonDocument::fromJson(answer.body).object();
        return answer;
    }

    quint16 m_port = 0;

    QString whyWrong(const http::Request &request, const ApiAnswer &answer) const
    {
        const auto &schema = operations().schema();
        if (answer.status >= 400) {
            if (answer.status >= 500)
                return QStringLiteral("answers %1: %2").arg(answer.status).arg(QString::fromUtf8(answer.body));
            const QJsonObject error{{QStringLiteral("$ref"), QStringLiteral("#/components/schemas/ErrorResponse")}};
            return schema.check(answer.json, error, api::Schema::Nulls::Strict).value_or(QString());
        }
        const auto match = operations().match(request.method, request.path);
        if (!match.operation)
            return {};
        if (answer.status != match.operation->success)
            return QStringLiteral("%1 answers %2, not %3").arg(match.operation->id).arg(answer.status).arg(match.operation->success);
        if (!match.operation->answer)
            return answer.body.isEmpty() ? QString() : QStringLiteral("%1 has a body").arg(match.operation->id);
        const auto found = schema.check(answer.json, *match.operation->answer, api::Schema::Nulls::Strict);
        return found ? match.operation->id + QStringLiteral(": ") + *found : QString();
    }
};

/// The answer has this status and fits openapi.json.
#define EXPECT_ANSWER(given, wanted) \
    do { \
        const ApiAnswer held = (given); \
        QVERIFY2(held.wrong.isEmpty(), qPrintable(held.wrong)); \
        QVERIFY2(held.status == (wanted), qPrintable(QStringLiteral("%1: %2").arg(held.status).arg(QString::fromUtf8(held.body)))); \
    } while (false)

/// All of it without sockets, then all of it over one.
#define API_TEST_MAIN(Test) \
    int main(int argc, char **argv) \
    { \
        QCoreApplication application(argc, argv); \
        int failed = 0; \
        for (const bool socket : {false, true}) { \
            ApiFixture::overSocket = socket; \
            Test test; \
            failed += QTest::qExec(&test, argc, argv); \
        } \
        return failed; \
    }
