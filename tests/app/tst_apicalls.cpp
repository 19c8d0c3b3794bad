// Every operation by its controllers alone, each answer held against openapi.json; edits are seen in the document of the
// window at once and can be undone there.
#include "app/report/jsonreport.h"
#include "models/domain/jsonextent.h"
#include "tests/support/apifixture.h"
#include "tests/support/samplerun.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;

class ApiCallsTest : public QObject
{
    Q_OBJECT

    static QJsonObject message(const QString &name, const QString &url)
    {
        return {{u"content_id"_s, 0}, {u"index"_s, 0}, {u"data_type"_s, 0}, {u"selected_temp_name"_s, QString()},
                {u"data"_s, QJsonValue::Null}, {u"conditions"_s, QJsonArray()}, {u"is_disabled"_s, false}, {u"is_continue"_s, false},
                {u"content"_s,
                 QJsonArray{QJsonObject{{u"content_type"_s, 2},
                                        {u"content"_s, QJsonObject{{u"name"_s, name}, {u"method"_s, u"GET"_s}, {u"url"_s, url},
                                                                   {u"protocol_type"_s, 1}, {u"check_end_length"_s, QJsonValue::Null},
                                                                   {u"made_up"_s, 7}}}}}}};
    }

    static int newCase(ApiFixture &api, int suite, const QString &name = u"Browse"_s)
    {
        const QJsonObject body{{u"name"_s, name}, {u"project_id"_s, suite},
                               {u"contents"_s, QJsonArray{message(u"Home"_s, u"http://127.0.0.1/"_s)}}};
        return api.call("POST", u"/v2/{p}/test-cases"_s, body).json["json"_L1]["test_case_id"_L1].toInt();
    }

    static int newTask(ApiFixture &api, int suite, const QJsonArray &cases, const QString &name = u"smoke"_s)
    {
        const QJsonObject body{{u"name"_s, name}, {u"parallel"_s, false}, {u"project_id"_s, suite}, {u"operate_mode"_s, 2},
                               {u"case_id_list"_s, cases}};
        return api.call("POST", u"/v3/{p}/tasks"_s, body).json["task_id"_L1].toInt();
    }

private slots:
    void allFortyEightOperationsAreServed()
    {
        ApiFixture api;
        QCOMPARE(api.operations().all().size(), 48);
        QStringList missing;
        for (const auto &operation : api.operations().all())
            if (!api.api.router().serves(operation.id))
                missing << operation.id;
        QVERIFY2(missing.isEmpty(), qPrintable(missing.join(u' ')));
    }

    void everyExampleOfAnAnswerFitsItsSchema()
    {
        ApiFixture api;
        const QJsonObject paths = api.operations().schema().document()["paths"_L1].toObject();
        int looked = 0;
        for (const QJsonValue &methods : paths) {
            for (const QJsonValue &operation : methods.toObject()) {
                for (const QJsonValue &response : operation["responses"_L1].toObject()) {
                    const QJsonObject content = response["content"_L1]["application/json"_L1].toObject();
                    for (const QJsonValue &example : content["examples"_L1].toObject()) {
                        const auto wrong = api.operations().schema().check(example["value"_L1], content["schema"_L1].toObject(),
                                                                           api::Schema::Nulls::Absent);
                        QVERIFY2(!wrong, qPrintable(operation["operationId"_L1].toString() + u": "_s + wrong.value_or(QString())));
                        ++looked;
                    }
                }
            }
        }
        QVERIFY(looked > 30);
    }

    void everyExampleOfARequestIsAccepted()
    {
        ApiFixture api;
        const QJsonObject paths = api.operations().schema().document()["paths"_L1].toObject();
        int looked = 0;
        for (const QJsonValue &methods : paths) {
            for (const QJsonValue &operation : methods.toObject()) {
                const QString id = operation["operationId"_L1].toString();
                const auto *known = api.operations().find(id);
                for (const QJsonValue &example : operation["requestBody"_L1]["content"_L1]["application/json"_L1]["examples"_L1].toObject()) {
                    QVERIFY2(known && known->body, qPrintable(id));
                    const auto wrong = api.operations().schema().check(example["value"_L1], *known->body, api::Schema::Nulls::Absent);
                    QVERIFY2(!wrong, qPrintable(id + u": "_s + wrong.value_or(QString())));
                    ++looked;
                }
            }
        }
        QVERIFY(looked > 20);
    }

    void suitesAreMadeListedChangedAndRemoved()
    {
        ApiFixture api;
        const auto made = api.call("POST", u"/v1/{p}/test-suites"_s, api.example(u"CreateProject"_s, u"request"_s, u"example0"_s).toObject());
        EXPECT_ANSWER(made, 201);
        const int id = made.json["project_id"_L1].toInt();
        const QString path = u"/v1/{p}/test-suites/%1"_s.arg(id);
        auto shown = api.call("GET", path);
        EXPECT_ANSWER(shown, 200);
        QCOMPARE(shown.json["project"_L1]["name"_L1].toString(), u"createProjectTest"_s);
        QJsonObject change = api.example(u"UpdateProject"_s, u"request"_s, u"example0"_s).toObject();
        change["external_params"_L1] = QJsonObject{{u"owner"_s, u"me"_s}};
        EXPECT_ANSWER(api.call("PUT", path, change), 204);
        const auto list = api.call("GET", u"/v1/{p}/test-suites"_s);
        EXPECT_ANSWER(list, 200);
        QCOMPARE(list.json["projects"_L1][0]["name"_L1].toString(), u"ProjectTest"_s);
        QCOMPARE(list.json["projects"_L1][0]["external_params"_L1]["owner"_L1].toString(), u"me"_s);
        EXPECT_ANSWER(api.call("DELETE", path), 204);
        EXPECT_ANSWER(api.call("GET", path), 404);
        EXPECT_ANSWER(api.call("DELETE", path), 404);
    }

    void whatABodyLeavesOutStaysAsItWas()
    {
        ApiFixture api;
        const int suite = api.newSuite();
        const QString path = u"/v1/{p}/test-suites/%1"_s.arg(suite);
        EXPECT_ANSWER(api.call("PUT", path, QJsonObject{{u"id"_s, suite}, {u"name"_s, u"Shop"_s}, {u"description"_s, u"first"_s}}), 204);
        EXPECT_ANSWER(api.call("PUT", path, QJsonObject{{u"id"_s, suite}, {u"name"_s, u"Shop 2"_s}, {u"description"_s, QJsonValue::Null}}), 204);
        QCOMPARE(api.call("GET", path).json["project"_L1]["description"_L1].toString(), u"first"_s);
    }

    void listsComeInPages()
    {
        ApiFixture api;
        for (int i = 0; i < 5; ++i)
            api.newSuite(u"Suite %1"_s.arg(i));
        const auto names = [&](const QString &query) {
            QStringList found;
            for (const QJsonValue &one : api.call("GET", u"/v1/{p}/test-suites"_s + query).json["projects"_L1].toArray())
                found << one["name"_L1].toString();
            return found;
        };
        QCOMPARE(names({}).size(), 5);
        QCOMPARE(names(u"?offset=1&limit=2"_s), QStringList({u"Suite 1"_s, u"Suite 2"_s}));
        QCOMPARE(names(u"?offset=99999999999"_s), QStringList());
        QCOMPARE(names(u"?limit=99999"_s).size(), 5);
        for (const auto &query : {u"?offset=-1"_s, u"?limit=0"_s, u"?limit=x"_s, u"?offset=1.5"_s})
            EXPECT_ANSWER(api.call("GET", u"/v1/{p}/test-suites"_s + query), 400);
    }

    void directoriesKeepTheirCasesWhenTheyGo()
    {
        ApiFixture api;
        const int suite = api.newSuite();
        const QString path = u"/v1/{p}/test-suites/%1/directory"_s.arg(suite);
        const auto made = api.call("POST", path, QJsonObject{{u"name"_s, u"Checkout"_s}});
        EXPECT_ANSWER(made, 201);
        const int directory = made.json["directory_id"_L1].toInt();
        const auto inside = api.call("POST", u"/v2/{p}/test-cases"_s, QJsonObject{{u"name"_s, u"Pay"_s}, {u"directory_id"_s, directory}});
        EXPECT_ANSWER(inside, 200);
        EXPECT_ANSWER(api.call("PUT", path + u"/%1"_s.arg(directory), QJsonObject{{u"name"_s, u"Till"_s}}), 204);
        auto tree = api.call("GET", path);
        EXPECT_ANSWER(tree, 200);
        QCOMPARE(tree.json["directory"_L1][0]["name"_L1].toString(), u"Till"_s);
        QCOMPARE(tree.json["directory"_L1][1]["parent_id"_L1].toInt(), directory);
        EXPECT_ANSWER(api.call("DELETE", path + u"/%1"_s.arg(directory)), 204);
        tree = api.call("GET", path);
        QCOMPARE(tree.json["directory"_L1].toArray().size(), 1);
        QCOMPARE(tree.json["directory"_L1][0]["parent_id"_L1].toInt(), 0);
        EXPECT_ANSWER(api.call("DELETE", path + u"/%1"_s.arg(directory)), 404);
    }

    void casesGiveBackWhatTheyWereGiven()
    {
        ApiFixture api;
        const int suite = api.newSuite();
        const int directory = api.call("POST", u"/v1/{p}/test-suites/%1/directory"_s.arg(suite), QJsonObject{{u"name"_s, u"d"_s}})
                                  .json["directory_id"_L1].toInt();
        QJsonObject body = api.example(u"CreateNewCase"_s, u"request"_s, u"example0"_s).toObject();
        body["directory_id"_L1] = directory;
        body["my_own"_L1] = QJsonObject{{u"kept"_s, true}};
        const auto made = api.call("POST", u"/v2/{p}/test-cases"_s, body);
        EXPECT_ANSWER(made, 200);
        const QString path = u"/v2/{p}/test-cases/%1"_s.arg(made.json["json"_L1]["test_case_id"_L1].toInt());
        const auto shown = api.call("GET", path);
        EXPECT_ANSWER(shown, 200);
        const QJsonObject testCase = shown.json["test_case"_L1].toObject();
        QCOMPARE(testCase["my_own"_L1]["kept"_L1].toBool(), true);
        const QJsonValue sent = body["contents"_L1][0]["content"_L1][0]["content"_L1], got = testCase["contents"_L1][0]["content"_L1][0]["content"_L1];
        for (const QString &key : sent.toObject().keys())
            QVERIFY2(sent[key] == got[key] || sent[key].isNull(), qPrintable(key));
        const QJsonObject stage = body["stages"_L1][0].toObject();
        for (const QString &key : stage.keys())
            QCOMPARE(testCase["stages"_L1][0][key], stage[key]);
        QCOMPARE(testCase["case_info"_L1]["rank"_L1].toInt(), 1);
        EXPECT_ANSWER(api.call("PUT", path, api.example(u"UpdateNewCase"_s, u"request"_s, u"example0"_s).toObject()), 404); // its directory
        QJsonObject change = api.example(u"UpdateNewCase"_s, u"request"_s, u"example0"_s).toObject();
        change["directory_id"_L1] = 0;
        EXPECT_ANSWER(api.call("PUT", path, change), 204);
        QCOMPARE(api.call("GET", path).json["test_case"_L1]["directory_id"_L1].toInt(), 0);
        QCOMPARE(api.call("GET", path).json["test_case"_L1]["my_own"_L1]["kept"_L1].toBool(), true);
        EXPECT_ANSWER(api.call("DELETE", path), 204);
        EXPECT_ANSWER(api.call("GET", path), 404);
    }

    void dataAndConditionsOfAStepMayBeAnything()
    {
        ApiFixture api;
        const int suite = api.newSuite();
        for (const QJsonValue &odd : {QJsonValue(QJsonArray()), QJsonValue(QJsonArray{1, u"a"_s}), QJsonValue(7), QJsonValue(u"text"_s),
                                      QJsonValue(QJsonObject()), QJsonValue(QJsonValue::Null), QJsonValue(QJsonObject{{u"a"_s, 1}})}) {
            QJsonObject step = message(u"Home"_s, u"http://127.0.0.1/"_s);
            step["data"_L1] = odd;
            step["conditions"_L1] = odd;
            const auto made = api.call("POST", u"/v2/{p}/test-cases"_s,
                                       QJsonObject{{u"name"_s, u"odd"_s}, {u"project_id"_s, suite}, {u"contents"_s, QJsonArray{step}}});
            EXPECT_ANSWER(made, 200);
            const auto shown = api.call("GET", u"/v2/{p}/test-cases/%1"_s.arg(made.json["json"_L1]["test_case_id"_L1].toInt()));
            QCOMPARE(shown.json["test_case"_L1]["contents"_L1][0]["data"_L1], odd);
            QCOMPARE(shown.json["test_case"_L1]["contents"_L1][0]["conditions"_L1], odd);
        }
    }

    void aPartOfACaseChangesAlone()
    {
        ApiFixture api;
        const int id = newCase(api, api.newSuite());
        const QString path = u"/v1/{p}/task-cases/%1/target/"_s.arg(id);
        const QStringList targets{u"content"_s, u"stage"_s, u"name"_s};
        for (int i = 0; i < targets.size(); ++i) {
            const auto answer = api.call("PUT", path + targets[i], api.example(u"UpdateCase"_s, u"request"_s, u"example%1"_s.arg(i)).toObject());
            EXPECT_ANSWER(answer, 202);
        }
        auto testCase = api.call("GET", u"/v2/{p}/test-cases/%1"_s.arg(id)).json["test_case"_L1].toObject();
        QCOMPARE(testCase["name"_L1].toString(), u"testCase"_s);
        QCOMPARE(testCase["stages"_L1].toArray().size(), 1);
        EXPECT_ANSWER(api.call("PUT", path + u"name"_s, QJsonObject{{u"name"_s, u"other"_s}, {u"stages"_s, QJsonArray()}}), 202);
        testCase = api.call("GET", u"/v2/{p}/test-cases/%1"_s.arg(id)).json["test_case"_L1].toObject();
        QCOMPARE(testCase["stages"_L1].toArray().size(), 1);
        EXPECT_ANSWER(api.call("PUT", path + u"everything"_s, QJsonObject{{u"name"_s, u"x"_s}}), 400);
    }

    void aCaseNeedsANameAndKnownValues()
    {
        ApiFixture api;
        const int suite = api.newSuite();
        const auto create = [&](QJsonObject body) {
            body["project_id"_L1] = suite;
            return api.call("POST", u"/v2/{p}/test-cases"_s, body);
        };
        EXPECT_ANSWER(create({}), 400);
        EXPECT_ANSWER(create({{u"name"_s, QString()}}), 400);
        EXPECT_ANSWER(create({{u"name"_s, u"  "_s}}), 400);
        EXPECT_ANSWER(create({{u"name"_s, QString(256, u'x')}}), 400);
        EXPECT_ANSWER(create({{u"name"_s, QString(255, u'x')}}), 200);
        EXPECT_ANSWER(create({{u"name"_s, u"a"_s}, {u"stages"_s, 3}}), 400);
        EXPECT_ANSWER(create({{u"name"_s, u"a"_s}, {u"stages"_s, QJsonArray{QJsonObject{{u"pressure_mode"_s, 8}}}}}), 400);
        EXPECT_ANSWER(create({{u"name"_s, u"a"_s}, {u"contents"_s, QJsonArray{QJsonObject{{u"data_type"_s, 2}}}}}), 400);
        EXPECT_ANSWER(create({{u"name"_s, u"a"_s}, {u"directory_id"_s, 12345}}), 404);
    }

    void tasksOfBothVersionsShareTheirFields()
    {
        ApiFixture api;
        const int suite = api.newSuite();
        const int first = newCase(api, suite), second = newCase(api, suite, u"Buy"_s);
        QJsonObject old = api.example(u"CreateTask"_s, u"request"_s, u"example0"_s).toObject();
        old["project_id"_L1] = suite;
        const auto madeOld = api.call("POST", u"/v1/{p}/tasks"_s, old);
        EXPECT_ANSWER(madeOld, 201);
        const int task = madeOld.json["task_id"_L1].toInt();
        const auto changed = api.call("PUT", u"/v3/{p}/tasks/%1"_s.arg(task),
                                      QJsonObject{{u"name"_s, u"both"_s}, {u"parallel"_s, false}, {u"project_id"_s, suite},
                                                  {u"operate_mode"_s, 2}, {u"case_id_list"_s, QJsonArray{first, second}}});
        EXPECT_ANSWER(changed, 200);
        QCOMPARE(changed.json["taskInfo"_L1]["case_list"_L1].toArray().size(), 2);
        const auto shown = api.call("GET", u"/v1/{p}/tasks/%1"_s.arg(task));
        EXPECT_ANSWER(shown, 200);
        QCOMPARE(shown.json["taskInfo"_L1]["run_status"_L1].toInt(), 9);
        QCOMPARE(shown.json["taskInfo"_L1]["parallel"_L1].toBool(), false);
        QJsonObject update = api.example(u"UpdateTask"_s, u"request"_s, u"example0"_s).toObject();
        update.remove("case_list"_L1);
        const auto updated = api.call("PUT", u"/v1/{p}/tasks/%1"_s.arg(task), update);
        EXPECT_ANSWER(updated, 200);
        QCOMPARE(updated.json["taskInfo"_L1]["name"_L1].toString(), u"taskName"_s);
        QCOMPARE(updated.json["taskInfo"_L1]["case_list"_L1].toArray().size(), 2);
        const auto list = api.call("GET", u"/v1/{p}/all-tasks/%1"_s.arg(suite));
        EXPECT_ANSWER(list, 200);
        QCOMPARE(list.json["tasks"_L1].toArray().size(), 1);
        const auto cases = api.call("GET", u"/v1/{p}/test-suites/%1/tasks/%2/test-cases"_s.arg(suite).arg(task));
        EXPECT_ANSWER(cases, 200);
        QCOMPARE(cases.json["test_cases"_L1][1]["id"_L1].toInt(), second);
        update["case_list"_L1] = QJsonArray{QJsonObject{{u"case_id"_s, second}, {u"name"_s, u"Buy two"_s}}};
        EXPECT_ANSWER(api.call("PUT", u"/v1/{p}/tasks/%1"_s.arg(task), update), 200);
        QCOMPARE(api.call("GET", u"/v2/{p}/test-cases/%1"_s.arg(second)).json["test_case"_L1]["name"_L1].toString(), u"Buy two"_s);
        update["case_list"_L1] = QJsonArray{QJsonObject{{u"case_id"_s, second}}, QJsonObject{{u"case_id"_s, second}}};
        EXPECT_ANSWER(api.call("PUT", u"/v1/{p}/tasks/%1"_s.arg(task), update), 400);
        EXPECT_ANSWER(api.call("PUT", u"/v3/{p}/tasks/%1"_s.arg(task),
                               QJsonObject{{u"name"_s, u"x"_s}, {u"parallel"_s, true}, {u"project_id"_s, suite}, {u"operate_mode"_s, 2},
                                           {u"case_id_list"_s, QJsonArray{99999}}}), 404);
        EXPECT_ANSWER(api.call("DELETE", u"/v3/{p}/tasks/%1"_s.arg(task)), 204);
        EXPECT_ANSWER(api.call("GET", u"/v1/{p}/tasks/%1"_s.arg(task)), 404);
        EXPECT_ANSWER(api.call("GET", u"/v2/{p}/test-cases/%1"_s.arg(first)), 200);
    }

    void aTaskKeepsItsRulesAndWhatItDoesNotKnow()
    {
        ApiFixture api;
        const int suite = api.newSuite();
        const QJsonObject rule{{u"name"_s, u"fast"_s}, {u"scope"_s, u"case"_s}, {u"metric"_s, u"p95"_s}, {u"comparison"_s, u"<"_s},
                               {u"value"_s, 300}, {u"times"_s, 2}, {u"action"_s, u"stop"_s}};
        QJsonObject body{{u"name"_s, u"smoke"_s}, {u"parallel"_s, true}, {u"project_id"_s, suite}, {u"operate_mode"_s, 2},
                         {u"case_id_list"_s, QJsonArray()}, {u"made_up"_s, 7}, {u"sla_rules"_s, QJsonArray{rule}}};
        const auto made = api.call("POST", u"/v3/{p}/tasks"_s, body);
        EXPECT_ANSWER(made, 201);
        const QString path = u"/v1/{p}/tasks/%1"_s.arg(made.json["task_id"_L1].toInt());
        QJsonObject info = api.call("GET", path).json["taskInfo"_L1].toObject();
        QCOMPARE(info["made_up"_L1].toInt(), 7);
        QCOMPARE(info["sla_rules"_L1][0]["metric"_L1].toString(), u"p95"_s);
        info["made_up"_L1] = QJsonValue::Null; // as if it were not there
        info["name"_L1] = u"soak"_s;
        const auto changed = api.call("PUT", path, info); // what was read may be sent back
        EXPECT_ANSWER(changed, 200);
        QCOMPARE(changed.json["taskInfo"_L1]["made_up"_L1].toInt(), 7);
        QCOMPARE(changed.json["taskInfo"_L1]["name"_L1].toString(), u"soak"_s);
        QVERIFY(!api.services.workspace().documentOf({suite})->project().tasks.first().extra.contains(u"run_status"_s));
        info["sla_rules"_L1] = QJsonArray{QJsonObject{{u"metric"_s, u"speed"_s}}};
        EXPECT_ANSWER(api.call("PUT", path, info), 400);
    }

    void casesOfTheOldVersionGoWithTheirTask()
    {
        ApiFixture api;
        const int suite = api.newSuite();
        const int kept = newCase(api, suite);
        const int task = newTask(api, suite, {kept});
        const auto made = api.call("POST", u"/v1/{p}/task-cases"_s, QJsonObject{{u"name"_s, u"case1"_s}, {u"type"_s, 0}, {u"task_id"_s, task}});
        EXPECT_ANSWER(made, 201);
        const int old = made.json["json"_L1]["task_case_id"_L1].toInt();
        QCOMPARE(api.call("GET", u"/v1/{p}/tasks/%1"_s.arg(task)).json["taskInfo"_L1]["case_list"_L1].toArray().size(), 2);
        EXPECT_ANSWER(api.call("DELETE", u"/v1/{p}/tasks/%1"_s.arg(task)), 204);
        EXPECT_ANSWER(api.call("GET", u"/v2/{p}/test-cases/%1"_s.arg(old)), 404);
        EXPECT_ANSWER(api.call("GET", u"/v2/{p}/test-cases/%1"_s.arg(kept)), 200);
    }

    void aRemovedCaseLeavesItsTasks()
    {
        ApiFixture api;
        const int suite = api.newSuite();
        const int first = newCase(api, suite), second = newCase(api, suite);
        const int task = newTask(api, suite, {first, second});
        EXPECT_ANSWER(api.call("DELETE", u"/v1/{p}/task-cases/%1"_s.arg(first)), 204);
        const auto shown = api.call("GET", u"/v1/{p}/tasks/%1"_s.arg(task));
        QCOMPARE(shown.json["taskInfo"_L1]["case_list"_L1].toArray().size(), 1);
    }

    void variablesComeAllOrNone()
    {
        ApiFixture api;
        const int suite = api.newSuite();
        const QString path = u"/v1/{p}/variables/%1"_s.arg(suite);
        const auto made = api.call("POST", path, api.example(u"CreateVariable"_s, u"request"_s, u"example0"_s).toArray());
        EXPECT_ANSWER(made, 201);
        const int id = made.json["json"_L1]["variable_id"_L1].toInt();
        const auto list = [&](int type) { return api.call("GET", u"/v1/{p}/variables/%1/test-suites/%2"_s.arg(type).arg(suite)); };
        EXPECT_ANSWER(list(1), 200);
        QCOMPARE(list(1).json["variable_list"_L1][0]["variable"_L1].toArray(), QJsonArray({1, 10}));
        QCOMPARE(list(0).json["variable_list"_L1].toArray().size(), 1);
        QCOMPARE(list(2).json["variable_list"_L1].toArray().size(), 0);
        const QJsonObject good{{u"name"_s, u"a"_s}, {u"variable_type"_s, 2}, {u"variable"_s, QJsonArray{u"x"_s}}, {u"is_quoted"_s, false}};
        QJsonObject bad = good;
        bad["name"_L1] = u"b"_s;
        bad["variable_type"_L1] = 1;
        EXPECT_ANSWER(api.call("POST", path, QJsonArray{good, bad}), 400);
        QCOMPARE(list(0).json["variable_list"_L1].toArray().size(), 1);
        bad["variable"_L1] = QJsonArray{9, 3};
        EXPECT_ANSWER(api.call("POST", path, QJsonArray{bad}), 400);
        bad["variable_type"_L1] = 3;
        EXPECT_ANSWER(api.call("POST", path, QJsonArray{bad}), 400); // no file of that name
        EXPECT_ANSWER(api.call("POST", path, QJsonArray{}), 400);
        QJsonObject change = api.example(u"UpdateVariable"_s, u"request"_s, u"example0"_s).toArray().first().toObject();
        change["id"_L1] = id;
        change["variable"_L1] = QJsonArray{2, 4};
        EXPECT_ANSWER(api.call("PUT", path, QJsonArray{change}), 201);
        QCOMPARE(list(1).json["variable_list"_L1][0]["variable"_L1].toArray(), QJsonArray({2, 4}));
        QJsonObject other = change;
        other["name"_L1] = u"other"_s;
        other["is_quoted"_L1] = false;
        EXPECT_ANSWER(api.call("POST", path, QJsonArray{other}), 201);
        QJsonArray many;
        for (int i = 0; i <= 1'000; ++i)
            many.append(QJsonObject{{u"name"_s, u"v%1"_s.arg(i)}, {u"variable_type"_s, 5}, {u"variable"_s, QJsonArray{u"x"_s}}, {u"is_quoted"_s, false}});
        EXPECT_ANSWER(api.call("POST", path, many), 400);
        other["id"_L1] = id;
        EXPECT_ANSWER(api.call("PUT", path, QJsonArray{other}), 409); // a name another one has
        other = change;
        other["variable_type"_L1] = 3;
        EXPECT_ANSWER(api.call("PUT", path, QJsonArray{other}), 400); // no file
        const QString removal = u"/v1/{p}/variables?variable_id=%1&test_suite_id=%2"_s.arg(id);
        EXPECT_ANSWER(api.call("DELETE", u"/v1/{p}/variables?variable_id=%1"_s.arg(id)), 400);
        EXPECT_ANSWER(api.call("DELETE", removal.arg(suite + 1)), 404);
        EXPECT_ANSWER(api.call("DELETE", removal.arg(suite)), 200);
        EXPECT_ANSWER(api.call("DELETE", removal.arg(suite)), 404);
    }

    void aSensitiveValueIsNeverShown()
    {
        ApiFixture api;
        const int suite = api.newSuite();
        const QString path = u"/v1/{p}/variables/%1"_s.arg(suite);
        QJsonObject secret{{u"name"_s, u"key"_s}, {u"variable_type"_s, 5}, {u"variable"_s, QJsonArray{u"hush-hush"_s}},
                           {u"is_quoted"_s, false}, {u"is_sensitive"_s, true}};
        const auto made = api.call("POST", path, QJsonArray{secret});
        EXPECT_ANSWER(made, 201);
        const auto list = api.call("GET", u"/v1/{p}/variables/0/test-suites/%1"_s.arg(suite));
        EXPECT_ANSWER(list, 200);
        QVERIFY(!list.body.contains("hush-hush"));
        QJsonObject back = list.json["variable_list"_L1][0].toObject();
        back["name"_L1] = u"key2"_s;
        EXPECT_ANSWER(api.call("PUT", path, QJsonArray{back}), 201);
        QCOMPARE(api.services.workspace().documentOf({suite})->project().variables.first().values, QJsonArray{u"hush-hush"_s});
    }

    void transactionsAreKeptWhileACaseUsesThem()
    {
        ApiFixture api;
        const int suite = api.newSuite();
        QJsonObject body = api.example(u"CreateTemp"_s, u"request"_s, u"example0"_s).toObject();
        body["project_id"_L1] = suite;
        const auto made = api.call("POST", u"/v1/{p}/templates"_s, body);
        EXPECT_ANSWER(made, 201);
        const int id = made.json["tempId"_L1].toInt();
        const QString path = u"/v1/{p}/templates/%1"_s.arg(id);
        EXPECT_ANSWER(api.call("PUT", path, api.example(u"UpdateTemp"_s, u"request"_s, u"example0"_s).toObject()), 204);
        const auto shown = api.call("GET", path);
        EXPECT_ANSWER(shown, 200);
        QCOMPARE(shown.json["temp_info"_L1]["name"_L1].toString(), u"transaction_test"_s);
        QCOMPARE(shown.json["temp_info"_L1]["contents"_L1][0]["content_id"_L1].toInt(), id);
        QVERIFY(!api.services.workspace().documentOf({suite})->project().transactions.first().steps.first().transaction.isValid());
        auto list = api.call("GET", u"/v1/{p}/all-templates/%1?offset=0&limit=1"_s.arg(suite));
        EXPECT_ANSWER(list, 200);
        QCOMPARE(list.json["temps"_L1][0]["is_quoted"_L1].toBool(), false);
        const QJsonObject use{{u"content_id"_s, id}, {u"index"_s, 0}, {u"data_type"_s, 0}};
        const auto user = api.call("POST", u"/v2/{p}/test-cases"_s,
                                   QJsonObject{{u"name"_s, u"user"_s}, {u"project_id"_s, suite}, {u"contents"_s, QJsonArray{use}}});
        EXPECT_ANSWER(user, 200);
        EXPECT_ANSWER(api.call("DELETE", path), 409);
        EXPECT_ANSWER(api.call("DELETE", u"/v2/{p}/test-cases/%1"_s.arg(user.json["json"_L1]["test_case_id"_L1].toInt())), 204);
        EXPECT_ANSWER(api.call("DELETE", path), 200);
        EXPECT_ANSWER(api.call("GET", path), 404);
    }

    void anEditShowsInTheWindowAtOnceAndCanBeUndoneThere()
    {
        ApiFixture api;
        const int suite = api.newSuite();
        const int id = newCase(api, suite);
        QVERIFY(api.services.workspace().openProject({suite}).has_value());
        auto &document = api.services.workspace().document();
        QSignalSpy changed(&document, &document::ProjectDocument::nodeChanged);
        EXPECT_ANSWER(api.call("PUT", u"/v2/{p}/test-cases/%1"_s.arg(id), QJsonObject{{u"name"_s, u"Renamed"_s}}), 204);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(document.testCase({id})->name, u"Renamed"_s);
        document.undoStack().undo();
        QCOMPARE(api.call("GET", u"/v2/{p}/test-cases/%1"_s.arg(id)).json["test_case"_L1]["name"_L1].toString(), u"Browse"_s);
        document.rename(domain::CaseId{id}, u"By hand"_s);
        QCOMPARE(api.call("GET", u"/v2/{p}/test-cases/%1"_s.arg(id)).json["test_case"_L1]["name"_L1].toString(), u"By hand"_s);
    }

    void everyCallThatChangesIsOneUndoStep()
    {
        ApiFixture api;
        const int suite = api.newSuite();
        QVERIFY(api.services.workspace().openProject({suite}).has_value());
        auto &stack = api.services.workspace().document().undoStack();
        const auto step = [&](const ApiAnswer &answer) {
            const int before = std::exchange(m_steps, stack.index());
            return answer.wrong.isEmpty() && answer.status < 300 && stack.index() == before + 1;
        };
        m_steps = 0;
        const auto directory = api.call("POST", u"/v1/{p}/test-suites/%1/directory"_s.arg(suite), QJsonObject{{u"name"_s, u"d"_s}});
        QVERIFY(step(directory));
        const int d = directory.json["directory_id"_L1].toInt();
        const auto testCase = api.call("POST", u"/v2/{p}/test-cases"_s, QJsonObject{{u"name"_s, u"c"_s}, {u"directory_id"_s, d}});
        QVERIFY(step(testCase));
        const int c = testCase.json["json"_L1]["test_case_id"_L1].toInt();
        QVERIFY(step(api.call("PUT", u"/v2/{p}/test-cases/%1"_s.arg(c), QJsonObject{{u"name"_s, u"e"_s}, {u"directory_id"_s, 0}})));
        QVERIFY(step(api.call("PUT", u"/v2/{p}/test-cases/%1"_s.arg(c), QJsonObject{{u"directory_id"_s, d}})));
        const int task = newTask(api, suite, {c});
        m_steps = stack.index();
        QVERIFY(step(api.call("POST", u"/v1/{p}/task-cases"_s, QJsonObject{{u"name"_s, u"case1"_s}, {u"type"_s, 0}, {u"task_id"_s, task}})));
        QVERIFY(step(api.call("DELETE", u"/v1/{p}/tasks/%1"_s.arg(task))));
        QVERIFY(step(api.call("DELETE", u"/v1/{p}/test-suites/%1/directory/%2"_s.arg(suite).arg(d))));
        while (stack.canUndo())
            stack.undo();
        QVERIFY(api.services.workspace().document().project().cases.isEmpty());
    }

    void nothingOfAnotherSuiteIsReached()
    {
        ApiFixture api;
        const int mine = api.newSuite(u"mine"_s), other = api.newSuite(u"other"_s);
        const int id = newCase(api, other), task = newTask(api, other, {id});
        const int directory = api.call("POST", u"/v1/{p}/test-suites/%1/directory"_s.arg(other), QJsonObject{{u"name"_s, u"d"_s}})
                                  .json["directory_id"_L1].toInt();
        const QJsonObject start{{u"cluster_id"_s, 0}, {u"cluster_type"_s, u"shared-cluster-internet"_s}, {u"without_package"_s, 0},
                                {u"network_info"_s, QJsonObject{{u"network_type"_s, u"internet"_s}}}, {u"status"_s, 9}};
        EXPECT_ANSWER(api.call("POST", u"/v1/{p}/test-suites/%1/tasks/%2"_s.arg(mine).arg(task), start), 404);
        EXPECT_ANSWER(api.call("GET", u"/v1/{p}/test-suites/%1/tasks/%2/test-cases"_s.arg(mine).arg(task)), 404);
        EXPECT_ANSWER(api.call("DELETE", u"/v1/{p}/test-suites/%1/directory/%2"_s.arg(mine).arg(directory)), 404);
        EXPECT_ANSWER(api.call("PUT", u"/v1/{p}/test-suites/%1/directory/%2"_s.arg(mine).arg(directory), QJsonObject{{u"name"_s, u"x"_s}}), 404);
        EXPECT_ANSWER(api.call("POST", u"/v3/{p}/tasks"_s,
                               QJsonObject{{u"name"_s, u"t"_s}, {u"parallel"_s, true}, {u"project_id"_s, mine}, {u"operate_mode"_s, 2},
                                           {u"case_id_list"_s, QJsonArray{id}}}), 404);
        EXPECT_ANSWER(api.call("GET", u"/v1/ffffffffffffffffffffffffffffffff/test-suites"_s), 404);
    }

    void importsTellHowTheyWent()
    {
        ApiFixture api;
        auto shown = api.call("GET", u"/v1/{p}/test-suites/upload/processes"_s);
        EXPECT_ANSWER(shown, 200);
        QCOMPARE(shown.json["json"_L1]["details"_L1].toArray().size(), 0);
        QCOMPARE(shown.json["json"_L1]["process_status"_L1].toInt(), 1);
        QFile file(api.folder.filePath(u"bad.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("{") == 1);
        file.close();
        QVERIFY(!api.services.workspace().importProject(file.fileName()).has_value());
        QVERIFY(!api.services.workspace().importRun(file.fileName()).has_value());
        QFile runFile(api.folder.filePath(u"run.json"_s));
        QVERIFY(runFile.open(QIODevice::WriteOnly) && runFile.write(report::toRunFile(samplerun::run(3))) > 0);
        runFile.close();
        QVERIFY(api.services.workspace().importRun(runFile.fileName()).has_value());
        api.services.imports().begin(u"big.jmx"_s);
        shown = api.call("GET", u"/v1/{p}/test-suites/upload/processes"_s);
        EXPECT_ANSWER(shown, 200);
        QCOMPARE(shown.json["json"_L1]["process_status"_L1].toInt(), 0);
        const QJsonArray details = shown.json["json"_L1]["details"_L1].toArray();
        QCOMPARE(details.size(), 4);
        const std::pair<QString, int> wanted[] = {{u"bad.json"_s, 2}, {u"bad.json"_s, 2}, {u"run.json"_s, 1}, {u"big.jmx"_s, 0}};
        for (int i = 0; i < 4; ++i) {
            QCOMPARE(details[i]["name"_L1].toString(), wanted[i].first);
            QCOMPARE(details[i]["status"_L1].toInt(), wanted[i].second);
            QCOMPARE(details[i]["cause"_L1].toString().isEmpty(), wanted[i].second != 2);
        }
    }

    void addressesMethodsAndBodiesOutOfPlaceAreRefused()
    {
        ApiFixture api;
        const int suite = api.newSuite();
        EXPECT_ANSWER(api.call("GET", u"/v1/{p}/no-such-thing"_s), 404);
        EXPECT_ANSWER(api.call("GET", u"/"_s), 404);
        EXPECT_ANSWER(api.call("GET", u"/v1/{p}/test-suites/abc"_s), 400);
        EXPECT_ANSWER(api.call("GET", u"/v1/{p}/test-suites/99999999999999999999"_s), 404);
        EXPECT_ANSWER(api.call("GET", u"/v1/{p}/test-suites/-1"_s), 400);
        const auto wrongMethod = api.call("PATCH", u"/v1/{p}/test-suites/%1"_s.arg(suite));
        EXPECT_ANSWER(wrongMethod, 405);
        const auto allowed = wrongMethod.header("Allow").split(',');
        QCOMPARE(allowed.size(), 4); // GET, HEAD, PUT, DELETE
        EXPECT_ANSWER(api.call("GET", u"/v3/auth/tokens"_s), 405);
        for (const QByteArray &body : {QByteArray("{"), QByteArray("[]"), QByteArray("\xff\xfe{}"), QByteArray("null"), QByteArray(),
                                       QByteArray(5000, '['), QByteArray("{\"name\":7}"), QByteArray("{\"name\":null}")})
            EXPECT_ANSWER(api.call("POST", u"/v1/{p}/test-suites"_s, body), 400);
        EXPECT_ANSWER(api.call("GET", u"/v1/{p}/test-suites/"_s), 200); // a slash at the end does not count
    }

    void theDescriptionIsServed()
    {
        ApiFixture api;
        api.token.clear();
        const auto served = api.call("GET", u"/openapi.json"_s);
        QCOMPARE(served.status, 200);
        QCOMPARE(served.json["openapi"_L1].toString().left(2), u"3."_s);
        EXPECT_ANSWER(api.call("POST", u"/openapi.json"_s, QJsonObject()), 405);
    }

    void aBodyThatWouldBecomeGigabytesIsRefused()
    {
        ApiFixture api;
        const int suite = api.newSuite();
        const QByteArray head = "{\"name\":\"c\",\"project_id\":" + QByteArray::number(suite) + ",\"contents\":[";
        const auto post = [&](qsizetype steps) {
            return api.call("POST", u"/v2/{p}/test-cases"_s, QByteArray(head + QByteArray("{},").repeated(steps - 1) + "{}]}"));
        };
        EXPECT_ANSWER(post(1'000), 200);
        EXPECT_ANSWER(post(10'001), 400);
        QByteArray stages = head + "],\"stages\":[" + QByteArray("{\"time\":1},").repeated(1'000) + "{\"time\":1}]}";
        EXPECT_ANSWER(api.call("POST", u"/v2/{p}/test-cases"_s, stages), 400);
        EXPECT_ANSWER(post(5'000'000), 413);
        const auto withList = [&](qsizetype entries) {
            return api.call("POST", u"/v1/{p}/test-suites"_s, QByteArray("{\"name\":\"s\",\"x\":[" + QByteArray("1,").repeated(entries) + "1]}"));
        };
        EXPECT_ANSWER(withList(1'000'000), 413);
        EXPECT_ANSWER(withList(100'000), 201);
    }

    void whatABodyHoldsIsCountedOutsideOfTexts()
    {
        QCOMPARE(domain::extentOf("{\"a\":\"{,[\\\",\",\"b\":[1,2]}"), (domain::JsonExtent{2, 1, 4}));
        QCOMPARE(domain::extentOf("\"\\"), (domain::JsonExtent{}));
    }

    void depthIsCountedOutsideOfTexts()
    {
        QCOMPARE(domain::extentOf("{\"a\":\"[[[[[[\\\"[[\"}").depth, 1);
        QCOMPARE(domain::extentOf("[[[").depth, 3);
        QCOMPARE(domain::extentOf("[[],[],[]]").depth, 2);
    }

private:
    int m_steps = 0;
};

API_TEST_MAIN(ApiCallsTest)
#include "tst_apicalls.moc"
