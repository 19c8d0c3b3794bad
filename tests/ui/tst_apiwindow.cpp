// Sixteen clients of the local API edit and run at once while the window is open on the same project: every edit shows in
// the tree, can be undone in the window, and nothing is lost.
#include "app/api/api.h"
#include "models/items/noderoles.h"
#include "tests/support/windowfixture.h"
#include "ui/projectdock.h"
#include "ui/shell/commands.h"
#include "ui/widgets/cells.h"
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QtTest>

using namespace Qt::StringLiterals;

class TestApiWindow : public QObject
{
    Q_OBJECT

private slots:
    void sixteenClientsEditAndRunWhileTheWindowIsOpen()
    {
        constexpr int clients = 16, rounds = 6;
        WindowFixture m;
        m.open();
        m.window().commands()->action(u"newProject"_s)->trigger();
        const int suite = m.workspace().currentProject().value;
        m.application().demo().start();
        services::ApiService access;
        api::Api api(m.application(), access);
        const auto url = api.start(0);
        QVERIFY2(url, url ? "" : qPrintable(url.error().message));
        const QByteArray token = api.signIn().give().text;
        const QString root = *url + u"/%1/"_s + api.tenant();
        const QString target = m.application().demo().url();

        QNetworkAccessManager networks[clients]; // each has connections of its own
        QEventLoop loop;
        int open = clients;
        QStringList wrong;
        QHash<int, int> caseOf, taskOf;
        const auto send = [&](int client, const QByteArray &method, const QString &path, const QJsonObject &body, int status,
                              std::function<void(QJsonObject)> then) {
            QNetworkRequest request{QUrl(path)};
            request.setRawHeader("X-Auth-Token", token);
            request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
            QNetworkReply *reply = networks[client].sendCustomRequest(request, method, QJsonDocument(body).toJson());
            connect(reply, &QNetworkReply::finished, &loop, [&wrong, reply, status, then, path] {
                const int got = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
                const QByteArray bytes = reply->readAll();
                if (got != status)
                    wrong << u"%1: %2 %3"_s.arg(path).arg(got).arg(QString::fromUtf8(bytes));
                reply->deleteLater();
                then(QJsonDocument::fromJson(bytes).object());
            });
        };
        std::function<void(int, int)> edit;
        const auto run = [&](int client) {
            const QString tasks = root.arg(u"v1"_s) + u"/test-suites/%1/tasks/%2"_s.arg(suite).arg(taskOf[client]);
            send(client, "POST", tasks, {{u"status"_s, 9}, {u"cluster_id"_s, 0}, {u"cluster_type"_s, u"shared-cluster-internet"_s}, {u"without_package"_s, 0},
                  {u"network_info"_s, QJsonObject{{u"network_type"_s, u"internet"_s}}}},
                 200, [&](QJsonObject) {
                     if (--open == 0)
                         loop.quit();
                 });
        };
        edit = [&](int client, int round) {
            if (round == rounds)
                return run(client);
            const QJsonObject body{{u"name"_s, u"client %1 round %2"_s.arg(client).arg(round)}};
            send(client, "PUT", root.arg(u"v2"_s) + u"/test-cases/%1"_s.arg(caseOf[client]), body, 204, [&edit, client, round](QJsonObject) { edit(client, round + 1); });
        };
        const QJsonObject request{{u"index"_s, 0}, {u"data_type"_s, 0}, {u"content"_s, QJsonArray{QJsonObject{{u"content_type"_s, 2}, {u"content"_s, QJsonObject{
            {u"name"_s, u"home"_s}, {u"method"_s, u"GET"_s}, {u"url"_s, target}, {u"protocol_type"_s, 1}, {u"headers"_s, QJsonArray()}}}}}}};
        const QJsonObject stage{{u"name"_s, u"s"_s}, {u"pressure_mode"_s, 0}, {u"operate_mode"_s, 1}, {u"count"_s, 5}, {u"issue_num"_s, 1}, {u"time"_s, 1}};
        for (int client = 0; client < clients; ++client) {
            send(client, "POST", root.arg(u"v2"_s) + u"/test-cases"_s,
                 {{u"project_id"_s, suite}, {u"name"_s, u"new %1"_s.arg(client)}, {u"contents"_s, QJsonArray{request}}, {u"stages"_s, QJsonArray{stage}}}, 200,
                 [&, client](const QJsonObject &made) {
                     caseOf[client] = made["json"_L1]["test_case_id"_L1].toInt();
                     send(client, "POST", root.arg(u"v3"_s) + u"/tasks"_s,
                          {{u"name"_s, u"task %1"_s.arg(client)}, {u"project_id"_s, suite}, {u"operate_mode"_s, 2}, {u"parallel"_s, true},
                           {u"case_id_list"_s, QJsonArray{caseOf[client]}}}, 201,
                          [&, client](const QJsonObject &task) {
                              taskOf[client] = task["task_id"_L1].toInt();
                              edit(client, 0);
                          });
                 });
        }
        loop.exec();
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.mid(0, 3).join(u'\n')));

        auto &document = m.document();
        QCOMPARE(document.project().cases.size(), clients);
        auto *tree = m.window().projectDock()->tree()->model();
        for (int client = 0; client < clients; ++client) {
            const domain::CaseId id{caseOf[client]};
            QCOMPARE(document.testCase(id)->name, u"client %1 round %2"_s.arg(client).arg(rounds - 1));
            const auto shown = tree->match(tree->index(0, 0), items::NodeRefRole, QVariant::fromValue(document::NodeRef(id)), 1, Qt::MatchExactly | Qt::MatchRecursive);
            QCOMPARE(shown.size(), 1);
            QVERIFY(shown[0].data().toString().contains(u"client %1 round"_s.arg(client)));
        }
        QTRY_VERIFY_WITH_TIMEOUT(m.workspace().runs().size() == clients
                                 && std::ranges::all_of(m.workspace().runs(), [](const auto &run) { return run.status == domain::RunStatus::Finished; }), 60'000);
        while (document.undoStack().canUndo())
            document.undoStack().undo();
        QVERIFY(document.project().cases.isEmpty());
        while (document.undoStack().canRedo())
            document.undoStack().redo();
        QCOMPARE(document.project().cases.size(), clients);
    }
};

QTEST_MAIN(TestApiWindow)
#include "tst_apiwindow.moc"
