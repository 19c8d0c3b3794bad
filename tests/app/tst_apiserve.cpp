// `crescendo-cli serve` as scripts see it: over a socket, by curl, by a Python client that signs its calls, by many clients
// at once, and to its end by SIGTERM.
#include <QEventLoop>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <signal.h>

using namespace Qt::StringLiterals;

class ApiServeTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QProcess m_server;
    QString m_url, m_project, m_token;

    struct Answer
    {
        int status = 0;
        QJsonObject json;
    };

    Answer curl(const QString &method, const QString &path, const QJsonValue &body = {}, const QStringList &more = {})
    {
        QStringList arguments{u"-sS"_s, u"-X"_s, method, u"-w"_s, u"\n%{http_code}"_s, u"-H"_s, u"X-Auth-Token: "_s + m_token,
                              u"-H"_s, u"Content-Type: application/json"_s};
        if (body.isObject())
            arguments << u"-d"_s << QString::fromUtf8(QJsonDocument(body.toObject()).toJson(QJsonDocument::Compact));
        else if (body.isArray())
            arguments << u"-d"_s << QString::fromUtf8(QJsonDocument(body.toArray()).toJson(QJsonDocument::Compact));
        QProcess process;
        process.start(u"curl"_s, arguments + more + QStringList{m_url + QString(path).replace(u"{p}"_s, m_project)});
        process.waitForFinished(20000);
        const QByteArray out = process.readAllStandardOutput();
        const qsizetype cut = out.lastIndexOf('\n');
        return {out.mid(cut + 1).toInt(), QJsonDocument::fromJson(out.left(cut)).object()};
    }

private slots:
    void initTestCase()
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"API_PASSWORD"_s, u"secret word"_s);
        environment.insert(u"API_SK"_s, u"sk-0123456789"_s);
        environment.insert(u"XDG_CONFIG_HOME"_s, m_folder.path());
        m_server.setProcessEnvironment(environment);
        m_server.start(QStringLiteral(BIN_DIR) + u"/crescendo-cli"_s,
                       {u"serve"_s, u"--data"_s, m_folder.filePath(u"w.crescendo"_s), u"--user"_s, u"me"_s, u"--password-env"_s,
                        u"API_PASSWORD"_s, u"--access-key"_s, u"AK1"_s, u"--secret-key-env"_s, u"API_SK"_s});
        QVERIFY(m_server.waitForReadyRead(30000));
        const QJsonObject line = QJsonDocument::fromJson(m_server.readLine()).object();
        m_url = line["url"_L1].toString();
        m_project = line["project_id"_L1].toString();
        m_token = line["token"_L1].toString();
        QVERIFY2(m_url.startsWith(u"http://127.0.0.1:"_s) && !m_project.isEmpty() && !m_token.isEmpty(), m_server.readAllStandardError().constData());
    }

    void curlCanDoAllOfIt()
    {
        const auto made = curl(u"POST"_s, u"/v1/{p}/test-suites"_s, QJsonObject{{u"name"_s, u"Shop"_s}});
        QCOMPARE(made.status, 201);
        const int suite = made.json["project_id"_L1].toInt();
        QCOMPARE(curl(u"GET"_s, u"/v1/{p}/test-suites/%1"_s.arg(suite)).json["project"_L1]["name"_L1].toString(), u"Shop"_s);
        const auto testCase = curl(u"POST"_s, u"/v2/{p}/test-cases"_s, QJsonObject{{u"name"_s, u"Browse"_s}, {u"project_id"_s, suite}});
        QCOMPARE(testCase.status, 200);
        const int id = testCase.json["json"_L1]["test_case_id"_L1].toInt();
        QCOMPARE(curl(u"PUT"_s, u"/v1/{p}/task-cases/%1/target/name"_s.arg(id), QJsonObject{{u"name"_s, u"Buy"_s}}).status, 202);
        QCOMPARE(curl(u"POST"_s, u"/v1/{p}/variables/%1"_s.arg(suite),
                      QJsonArray{QJsonObject{{u"name"_s, u"n"_s}, {u"variable_type"_s, 1}, {u"variable"_s, QJsonArray{1, 2}}, {u"is_quoted"_s, false}}}).status, 201);
        QCOMPARE(curl(u"DELETE"_s, u"/v2/{p}/test-cases/%1"_s.arg(id)).status, 204);
        QCOMPARE(curl(u"GET"_s, u"/v2/{p}/test-cases/%1"_s.arg(id)).status, 404);
        QCOMPARE(curl(u"PATCH"_s, u"/v1/{p}/test-suites"_s, QJsonObject()).status, 405);
        QCOMPARE(curl(u"GET"_s, u"/openapi.json"_s).json["paths"_L1].toObject().isEmpty(), false);
        QCOMPARE(curl(u"GET"_s, u"/v3/projects"_s, {}, {u"-H"_s, u"Host: evil.example"_s}).status, 403);
        QCOMPARE(curl(u"DELETE"_s, u"/v1/{p}/test-suites/%1"_s.arg(suite)).status, 204);
    }

    void aPasswordGetsAToken()
    {
        const QJsonObject who{{u"name"_s, u"me"_s}, {u"password"_s, u"secret word"_s}, {u"domain"_s, QJsonObject{{u"name"_s, u"d"_s}}}};
        const QJsonObject body{{u"auth"_s, QJsonObject{{u"identity"_s, QJsonObject{{u"methods"_s, QJsonArray{u"password"_s}},
                                                                                  {u"password"_s, QJsonObject{{u"user"_s, who}}}}}}}};
        QProcess process;
        process.start(u"curl"_s, {u"-sSi"_s, u"-d"_s, QString::fromUtf8(QJsonDocument(body).toJson(QJsonDocument::Compact)), m_url + u"/v3/auth/tokens"_s});
        QVERIFY(process.waitForFinished(20000));
        const QString out = QString::fromUtf8(process.readAllStandardOutput());
        const auto token = QRegularExpression(u"X-Subject-Token: (\\S+)"_s).match(out).captured(1);
        QVERIFY2(!token.isEmpty(), qPrintable(out));
        const QString own = std::exchange(m_token, token);
        QCOMPARE(curl(u"GET"_s, u"/v3/projects"_s).status, 200);
        m_token = own;
    }

    void aPythonClientSignsItsCalls()
    {
        QProcess process;
        process.start(u"python3"_s, {QStringLiteral(SOURCE_ROOT) + u"/tests/support/signedcall.py"_s, m_url, u"AK1"_s, u"sk-0123456789"_s, m_project});
        QVERIFY(process.waitForFinished(60000));
        QCOMPARE(process.readAllStandardError(), QByteArray());
        QCOMPARE(process.readAllStandardOutput(), QByteArray("well\n"));
    }

    void sixteenClientsEditAtOnce()
    {
        constexpr int clients = 16, rounds = 12;
        const int suite = curl(u"POST"_s, u"/v1/{p}/test-suites"_s, QJsonObject{{u"name"_s, u"Many"_s}}).json["project_id"_L1].toInt();
        std::vector<std::unique_ptr<QNetworkAccessManager>> networks; // each has connections of its own
        QEventLoop loop;
        int open = clients, good = 0;
        std::function<void(int, int, int)> next = [&](int client, int round, int id) {
            if (round == rounds) {
                if (--open == 0)
                    loop.quit();
                return;
            }
            const QString path = id ? u"/v2/%1/test-cases/%2"_s.arg(m_project).arg(id) : u"/v2/%1/test-cases"_s.arg(m_project);
            QNetworkRequest request(QUrl(m_url + path));
            request.setRawHeader("X-Auth-Token", m_token.toLatin1());
            request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
            QJsonObject body{{u"name"_s, u"client %1 round %2"_s.arg(client).arg(round)}};
            if (!id)
                body["project_id"_L1] = suite;
            const QByteArray bytes = QJsonDocument(body).toJson();
            QNetworkReply *reply = id ? networks[size_t(client)]->put(request, bytes) : networks[size_t(client)]->post(request, bytes);
            connect(reply, &QNetworkReply::finished, &loop, [&, reply, client, round, id] {
                const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
                good += status == (id ? 204 : 200);
                const int now = id ? id : QJsonDocument::fromJson(reply->readAll()).object()["json"_L1]["test_case_id"_L1].toInt();
                reply->deleteLater();
                next(client, round + 1, now);
            });
        };
        for (int client = 0; client < clients; ++client)
            networks.push_back(std::make_unique<QNetworkAccessManager>());
        for (int client = 0; client < clients; ++client)
            next(client, 0, 0);
        loop.exec();
        QCOMPARE(good, clients * rounds);
        const auto tree = curl(u"GET"_s, u"/v1/{p}/test-suites/%1/directory"_s.arg(suite)).json["directory"_L1].toArray();
        QCOMPARE(tree.size(), clients);
        QSet<QString> names;
        for (const QJsonValue &one : tree)
            names.insert(one["name"_L1].toString());
        for (int client = 0; client < clients; ++client)
            QVERIFY(names.contains(u"client %1 round %2"_s.arg(client).arg(rounds - 1)));
    }

    void wrongOptionsAreToldApart()
    {
        const auto exitCode = [&](const QStringList &arguments) {
            QProcess process;
            process.start(QStringLiteral(BIN_DIR) + u"/crescendo-cli"_s, QStringList{u"serve"_s} + arguments);
            return process.waitForFinished(20000) ? process.exitCode() : -1;
        };
        QCOMPARE(exitCode({}), 2);
        QCOMPARE(exitCode({u"--data"_s, m_folder.filePath(u"x.crescendo"_s), u"--user"_s, u"a"_s}), 2);
        QCOMPARE(exitCode({u"--data"_s, m_folder.filePath(u"x.crescendo"_s), u"--user"_s, u"a"_s, u"--password-env"_s, u"NOT_SET_ANYWHERE"_s}), 2);
        QCOMPARE(exitCode({u"--data"_s, m_folder.filePath(u"w.crescendo"_s)}), 3); // the server holds it
        QCOMPARE(exitCode({u"--data"_s, m_folder.filePath(u"x.crescendo"_s), u"--port"_s, u"70000"_s}), 2);
    }

    void sigtermEndsItCleanly()
    {
        QVERIFY(::kill(pid_t(m_server.processId()), SIGTERM) == 0);
        QVERIFY(m_server.waitForFinished(20000));
        QCOMPARE(m_server.exitStatus(), QProcess::NormalExit);
        QCOMPARE(m_server.exitCode(), 0);
    }
};

QTEST_GUILESS_MAIN(ApiServeTest)
#include "tst_apiserve.moc"
