// Full-link stress: agents register, fetch, live and go off line; mock rules are served for real.
#include "tests/support/apifixture.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>

using namespace Qt::StringLiterals;

class ApiFullLinkTest : public QObject
{
    Q_OBJECT

    static domain::MockRule rule(const QString &method, const QString &url)
    {
        domain::MockRule rule;
        rule.name = u"rule"_s;
        rule.method = method;
        rule.url = url;
        rule.code = 418;
        rule.headers = {{u"X-Mock"_s, u"yes"_s}, {u"Content-Length"_s, u"99"_s}, {u"Bad"_s, u"a\r\nb"_s}};
        rule.body = u"{\"mocked\":true}"_s;
        return rule;
    }

    static QNetworkReply *ask(QNetworkAccessManager &network, const QByteArray &method, const QString &url)
    {
        QNetworkRequest request{QUrl(url)};
        request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
        QNetworkReply *reply = network.sendCustomRequest(request, method, QByteArray(method == "GET" ? "" : "body"));
        QEventLoop loop;
        QObject::connect(reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
        loop.exec();
        return reply;
    }

private slots:
    void anAgentRegistersFetchesAndLives()
    {
        ApiFixture api;
        const QString path = u"/v1/{p}/stress/agents"_s;
        const QJsonObject body = api.example(u"ShowAgentConfig"_s, u"request"_s, u"example0"_s).toObject();
        const auto registered = api.call("POST", path, body);
        EXPECT_ANSWER(registered, 200);
        const int id = registered.json["result"_L1]["agent_id"_L1].toInt();
        QVERIFY(id > 0);
        QCOMPARE(registered.json["result"_L1]["main_switch"_L1].toBool(true), false);
        QCOMPARE(api.call("POST", path, body).json["result"_L1]["agent_id"_L1].toInt(), id); // the same place keeps its number

        auto &fullLink = api.services.fullLink();
        domain::AgentRules rules = fullLink.application({1})->rules;
        rules.mainSwitch = rules.database = true;
        rules.databaseType = u"database"_s;
        rules.mocks.append(rule(u"GET"_s, u"http://pay.example/a"_s));
        api.now += 5'000;
        fullLink.setRules({1}, rules);
        const double changed = double(api.now);
        api.now += 5'000;
        QJsonObject again = body;
        again["agent_id"_L1] = QString::number(id);
        again["version"_L1] = u"0.4"_s;
        const auto fetched = api.call("POST", path, again);
        EXPECT_ANSWER(fetched, 200);
        QCOMPARE(fetched.json["result"_L1]["db_shadow_type"_L1].toString(), u"database"_s);
        QCOMPARE(fetched.json["result"_L1]["mock_rule_list"_L1][0]["response_code"_L1].toInt(), 418);
        QVERIFY(fetched.json["result"_L1]["mock_rule_list"_L1][0]["id"_L1].toInt() > 0);
        QCOMPARE(fullLink.agent({id})->version, u"0.4"_s);

        const auto alive = api.call("PUT", path + u"/%1"_s.arg(id), api.example(u"UpdateAgentHealthStatus"_s, u"request"_s, u"example0"_s).toObject());
        EXPECT_ANSWER(alive, 200);
        QCOMPARE(alive.json["result"_L1]["status"_L1].toString(), u"NORMAL"_s);
        QCOMPARE(alive.json["result"_L1]["id"_L1].toInt(), 1); // of the application
        QCOMPARE(alive.json["result"_L1]["update_time"_L1].toDouble(), changed);
        EXPECT_ANSWER(api.call("PUT", path + u"/777"_s, QJsonObject{{u"update_time"_s, 1}}), 404);
        again["agent_id"_L1] = u"777"_s;
        EXPECT_ANSWER(api.call("POST", path, again), 404);
        again["agent_id"_L1] = u"seven"_s;
        EXPECT_ANSWER(api.call("POST", path, again), 400);
    }

    void anAgentIsOffLineAfterThreeMissedHeartbeats()
    {
        qint64 now = 1'000'000;
        ApiFixture api;
        services::FullLinkService fullLink(api.services.workspace(), [&] { return now; });
        const auto id = fullLink.registerAgent({1}, u"10.0.0.1"_s, u"1"_s, {});
        now += 90'000;
        QVERIFY(fullLink.isOnline(*fullLink.agent(id)));
        now += 1;
        QVERIFY(!fullLink.isOnline(*fullLink.agent(id)));
        QSignalSpy changed(&fullLink, &services::FullLinkService::agentsChanged);
        QVERIFY(fullLink.heartbeat(id));
        QVERIFY(fullLink.isOnline(*fullLink.agent(id)));
        QCOMPARE(changed.size(), 1);
    }

    void allOfItIsStillThereNextTime()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"w.crescendo"_s);
        domain::AgentRules rules;
        rules.extra = {{u"unknown"_s, 7}};
        rules.mocks = {rule(u"POST"_s, u"/x*"_s)};
        {
            services::WorkspaceService workspace;
            QVERIFY(workspace.open(path).has_value());
            services::FullLinkService fullLink(workspace);
            const auto id = fullLink.addApplication(u"Shop"_s);
            fullLink.setRules(id, rules);
            fullLink.registerAgent(id, u"10.0.0.1"_s, u"1"_s, u"one"_s);
        }
        services::WorkspaceService workspace;
        services::FullLinkService fullLink(workspace);
        QVERIFY(fullLink.applications().isEmpty());
        QVERIFY(workspace.open(path).has_value());
        QCOMPARE(fullLink.applications().size(), 1);
        rules.mocks[0].id = fullLink.applications()[0].rules.mocks[0].id;
        std::ranges::sort(rules.mocks[0].headers);
        auto found = fullLink.applications()[0].rules;
        std::ranges::sort(found.mocks[0].headers);
        QCOMPARE(found.mocks[0].headers, rules.mocks[0].headers);
        QVERIFY(found == rules);
        QCOMPARE(fullLink.agents()[0].alias, u"one"_s);
        fullLink.removeApplication(fullLink.applications()[0].id);
        QVERIFY(fullLink.agents().isEmpty());
    }

    void theFirstEnabledRuleThatFitsIsTaken()
    {
        QVector<domain::MockRule> rules{rule(u"GET"_s, u"http://a.example/x"_s), rule(u"GET"_s, u"http://a.example/*"_s), rule(u"POST"_s, u"*"_s)};
        rules[0].enabled = false;
        QCOMPARE(domain::mockFor(rules, u"GET"_s, u"/x"_s), &rules[1]);
        rules[0].enabled = true;
        QCOMPARE(domain::mockFor(rules, u"GET"_s, u"/x"_s), &rules[0]);
        QCOMPARE(domain::mockFor(rules, u"GET"_s, u"http://a.example/x"_s), &rules[0]);
        QVERIFY(!domain::mockFor(rules, u"GET"_s, u"http://b.example/x"_s));
        QVERIFY(!domain::mockFor(rules, u"PUT"_s, u"/x"_s));
        QCOMPARE(domain::mockFor(rules, u"POST"_s, u"anything"_s), &rules[2]);
    }

    void mockRulesAreServed()
    {
        ApiFixture api;
        auto &fullLink = api.services.fullLink();
        const auto id = fullLink.addApplication(u"Shop"_s);
        domain::AgentRules rules;
        rules.mocks = {rule(u"GET"_s, u"http://pay.example/a?b=1"_s), rule(u"POST"_s, u"/elsewhere"_s)};
        rules.mocks[0].delayMs = 20;
        rules.mocks[1].redirect = true;
        rules.mocks[1].redirectUrl = u"http://127.0.0.1:1/there"_s;
        fullLink.setRules(id, rules);
        const auto url = fullLink.startMock();
        QVERIFY(url.has_value());
        QNetworkAccessManager network;
        QElapsedTimer watch;
        watch.start();
        auto *mocked = ask(network, "GET", *url + u"/a?b=1"_s);
        QVERIFY(watch.elapsed() >= 19); // timers may be a little early, an answer without its delay is there at once
        QCOMPARE(mocked->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), 418);
        QCOMPARE(mocked->rawHeader("X-Mock"), QByteArray("yes"));
        QVERIFY(!mocked->hasRawHeader("Bad"));
        QCOMPARE(mocked->readAll(), QByteArray("{\"mocked\":true}"));
        auto *redirected = ask(network, "POST", *url + u"/elsewhere"_s);
        QCOMPARE(redirected->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), 307);
        QCOMPARE(redirected->rawHeader("Location"), QByteArray("http://127.0.0.1:1/there"));
        QCOMPARE(ask(network, "GET", *url + u"/unknown"_s)->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), 404);
        fullLink.stopMock();
        QVERIFY(fullLink.mockUrl().isEmpty());
    }

    void requestsOfAMarkedTaskCarryTheMark()
    {
        ApiFixture api;
        QByteArrayList seen;
        http::Server target([&](const http::Request &request) {
            seen << request.header("x-test") + '|' + request.header("x-shadow");
            return http::Response();
        });
        QVERIFY(target.listen(0));
        const int suite = api.newSuite();
        const QJsonObject content{{u"name"_s, u"Home"_s}, {u"method"_s, u"GET"_s}, {u"protocol_type"_s, 1},
                                  {u"url"_s, u"http://127.0.0.1:%1/"_s.arg(target.port())},
                                  {u"headers"_s, QJsonArray{QJsonObject{{u"key"_s, u"X-Shadow"_s}, {u"value"_s, u"own"_s}}}}};
        const QJsonObject step{{u"data_type"_s, 0}, {u"content"_s, QJsonArray{QJsonObject{{u"content_type"_s, 2}, {u"content"_s, content}}}}};
        const QJsonObject stage{{u"pressure_mode"_s, 0}, {u"operate_mode"_s, 1}, {u"issue_num"_s, 1}, {u"count"_s, 1}};
        const int id = api.call("POST", u"/v2/{p}/test-cases"_s,
                                QJsonObject{{u"name"_s, u"c"_s}, {u"project_id"_s, suite}, {u"contents"_s, QJsonArray{step}}, {u"stages"_s, QJsonArray{stage}}})
                           .json["json"_L1]["test_case_id"_L1].toInt();
        const auto run = [&](bool marked) {
            seen.clear();
            const int task = api.call("POST", u"/v3/{p}/tasks"_s,
                                      QJsonObject{{u"name"_s, u"t"_s}, {u"parallel"_s, true}, {u"project_id"_s, suite}, {u"operate_mode"_s, 2},
                                                  {u"case_id_list"_s, QJsonArray{id}}, {u"enable_full_link"_s, marked}})
                                 .json["task_id"_L1].toInt();
            const QJsonObject start{{u"cluster_id"_s, 0}, {u"cluster_type"_s, u"shared-cluster-internet"_s}, {u"without_package"_s, 0},
                                    {u"network_info"_s, QJsonObject{{u"network_type"_s, u"internet"_s}}}, {u"status"_s, 9}};
            QEventLoop loop;
            QObject::connect(&api.services.runs(), &services::RunService::ended, &loop, &QEventLoop::quit);
            if (api.call("POST", u"/v1/{p}/test-suites/%1/tasks/%2"_s.arg(suite).arg(task), start).status == 200)
                loop.exec();
            return seen;
        };
        QCOMPARE(run(false), QByteArrayList{"|own"});
        QCOMPARE(run(true), QByteArrayList{"true|own"});
        QVERIFY(api.services.fullLink().setMark({u"X-Shadow"_s, u" on "_s}).has_value());
        QCOMPARE(run(true), QByteArrayList{"|on"}); // in place of the card's own
        QVERIFY(!api.services.fullLink().setMark({u"two words"_s, u"on"_s}).has_value());
        QVERIFY(!api.services.fullLink().setMark({u"X"_s, u"a\r\nb"_s}).has_value());
        const QString path = api.services.workspace().path();
        api.services.workspace().close();
        QVERIFY(api.services.workspace().open(path).has_value());
        QCOMPARE(api.services.fullLink().mark(), (domain::StressMark{u"X-Shadow"_s, u"on"_s}));
    }

    void rulesOutOfRangeAreRefused()
    {
        QVERIFY(!domain::mockRuleFromJson({{u"response_code"_s, 99}}).has_value());
        QVERIFY(!domain::mockRuleFromJson({{u"request_method"_s, u"TRACE"_s}}).has_value());
        QVERIFY(!domain::mockRuleFromJson({{u"response_time"_s, -1}}).has_value());
        QVERIFY(!domain::agentRulesFromJson({{u"log_level"_s, u"LOUD"_s}}).has_value());
        const auto kept = domain::mockRuleFromJson({{u"mine"_s, 1}});
        QVERIFY(kept.has_value());
        QCOMPARE(domain::toJson(*kept)["mine"_L1].toInt(), 1);
    }
};

API_TEST_MAIN(ApiFullLinkTest)
#include "tst_apifulllink.moc"
