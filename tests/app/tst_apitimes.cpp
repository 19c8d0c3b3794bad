// create_time and update_time: what each call says of a thing is when it was made and last changed, by whichever side.
#include "tests/support/apifixture.h"

#include <QUndoStack>

using namespace Qt::StringLiterals;

class ApiTimesTest : public QObject
{
    Q_OBJECT

    static qint64 ms(const QJsonValue &time) { return QDateTime::fromString(time.toString(), Qt::ISODateWithMs).toMSecsSinceEpoch(); }

    /// The entry of that type in the tree of the suite.
    static QJsonObject entry(ApiFixture &api, int suite, int type, int id)
    {
        const auto tree = api.call("GET", u"/v1/{p}/test-suites/%1/directory"_s.arg(suite));
        for (const QJsonValue &one : tree.json["directory"_L1].toArray())
            if (tree.wrong.isEmpty() && one["type"_L1].toInt() == type && one["id"_L1].toInt() == id)
                return one.toObject();
        return {};
    }

    static QJsonObject suiteOf(ApiFixture &api, int suite)
    {
        return api.call("GET", u"/v1/{p}/test-suites/%1"_s.arg(suite)).json["project"_L1].toObject();
    }

private slots:
    void everyCallTellsWhenThingsWereMadeAndChanged()
    {
        ApiFixture api;
        const qint64 start = api.now;
        const int suite = api.newSuite();
        api.now = start + 1'001;
        const int directory = api.call("POST", u"/v1/{p}/test-suites/%1/directory"_s.arg(suite), QJsonObject{{u"name"_s, u"d"_s}})
                                  .json["directory_id"_L1].toInt();
        api.now = start + 2'002;
        const int testCase = api.call("POST", u"/v2/{p}/test-cases"_s, QJsonObject{{u"name"_s, u"c"_s}, {u"directory_id"_s, directory}})
                                 .json["json"_L1]["test_case_id"_L1].toInt();
        api.now = start + 3'003;
        QJsonObject taskBody{{u"name"_s, u"t"_s}, {u"parallel"_s, true}, {u"project_id"_s, suite}, {u"operate_mode"_s, 2},
                             {u"case_id_list"_s, QJsonArray{testCase}}};
        const int task = api.call("POST", u"/v3/{p}/tasks"_s, taskBody).json["task_id"_L1].toInt();
        api.now = start + 4'004;
        QJsonObject temp = api.example(u"CreateTemp"_s, u"request"_s, u"example0"_s).toObject();
        temp["project_id"_L1] = suite;
        const int transaction = api.call("POST", u"/v1/{p}/templates"_s, temp).json["tempId"_L1].toInt();

        api.now = start + 5'005;
        EXPECT_ANSWER(api.call("PUT", u"/v1/{p}/test-suites/%1/directory/%2"_s.arg(suite).arg(directory), QJsonObject{{u"name"_s, u"e"_s}}), 204);
        api.now = start + 6'006;
        EXPECT_ANSWER(api.call("PUT", u"/v2/{p}/test-cases/%1"_s.arg(testCase), QJsonObject{{u"name"_s, u"renamed"_s}}), 204);
        api.now = start + 7'007;
        taskBody["name"_L1] = u"renamed"_s;
        EXPECT_ANSWER(api.call("PUT", u"/v3/{p}/tasks/%1"_s.arg(task), taskBody), 200);
        api.now = start + 8'008;
        EXPECT_ANSWER(api.call("PUT", u"/v1/{p}/templates/%1"_s.arg(transaction), api.example(u"UpdateTemp"_s, u"request"_s, u"example0"_s).toObject()), 204);
        api.now = start + 9'009;

        const auto suites = api.call("GET", u"/v1/{p}/test-suites"_s);
        EXPECT_ANSWER(suites, 200);
        QCOMPARE(ms(suites.json["projects"_L1][0]["CreateTime"_L1]), start);
        QCOMPARE(ms(suites.json["projects"_L1][0]["UpdateTime"_L1]), start + 8'008); // it changed with what is in it
        QCOMPARE(ms(suiteOf(api, suite)["create_time"_L1]), start);
        QCOMPARE(ms(suiteOf(api, suite)["update_time"_L1]), start + 8'008);
        const QJsonObject directoryEntry = entry(api, suite, 1, directory), caseEntry = entry(api, suite, 2, testCase);
        QCOMPARE(ms(directoryEntry["create_time"_L1]), start + 1'001);
        QCOMPARE(ms(directoryEntry["update_time"_L1]), start + 5'005);
        QCOMPARE(ms(caseEntry["create_time"_L1]), start + 2'002);
        QCOMPARE(ms(caseEntry["update_time"_L1]), start + 6'006);
        const auto cases = api.call("GET", u"/v1/{p}/test-suites/%1/tasks/%2/test-cases"_s.arg(suite).arg(task));
        EXPECT_ANSWER(cases, 200);
        QCOMPARE(cases.json["test_cases"_L1][0].toObject(), caseEntry);
        const auto tasks = api.call("GET", u"/v1/{p}/all-tasks/%1"_s.arg(suite));
        EXPECT_ANSWER(tasks, 200);
        QCOMPARE(ms(tasks.json["tasks"_L1][0]["update_time"_L1]), start + 7'007);
        const auto info = api.call("GET", u"/v1/{p}/tasks/%1"_s.arg(task));
        EXPECT_ANSWER(info, 200);
        QCOMPARE(ms(info.json["taskInfo"_L1]["create_time"_L1]), start + 3'003);
        QCOMPARE(ms(info.json["taskInfo"_L1]["update_time"_L1]), start + 7'007);
        const auto temps = api.call("GET", u"/v1/{p}/all-templates/%1"_s.arg(suite));
        EXPECT_ANSWER(temps, 200);
        QCOMPARE(ms(temps.json["temps"_L1][0]["update_time"_L1]), start + 8'008);
    }

    void anEditInTheWindowCountsAsOneOfTheApiDoes()
    {
        ApiFixture api;
        const qint64 start = api.now;
        const int suite = api.newSuite();
        QVERIFY(api.services.workspace().openProject({suite}).has_value());
        auto &document = api.services.workspace().document();
        api.now = start + 100;
        const auto id = document.addCase(u"By hand"_s);
        api.now = start + 200;
        document.rename(id, u"Still by hand"_s);
        QCOMPARE(ms(entry(api, suite, 2, id.value)["create_time"_L1]), start + 100);
        QCOMPARE(ms(entry(api, suite, 2, id.value)["update_time"_L1]), start + 200);
        api.now = start + 300;
        EXPECT_ANSWER(api.call("PUT", u"/v2/{p}/test-cases/%1"_s.arg(id.value), QJsonObject{{u"name"_s, u"By the API"_s}}), 204);
        QCOMPARE(ms(entry(api, suite, 2, id.value)["create_time"_L1]), start + 100);
        QCOMPARE(ms(entry(api, suite, 2, id.value)["update_time"_L1]), start + 300);
        // Reading changes nothing, nor does what is already so.
        api.now = start + 400;
        EXPECT_ANSWER(api.call("PUT", u"/v2/{p}/test-cases/%1"_s.arg(id.value), QJsonObject{{u"name"_s, u"By the API"_s}}), 204);
        QCOMPARE(ms(entry(api, suite, 2, id.value)["update_time"_L1]), start + 300);
    }

    void undoingADeletionBringsTheOldTimeBack()
    {
        ApiFixture api;
        const qint64 start = api.now;
        const int suite = api.newSuite();
        QVERIFY(api.services.workspace().openProject({suite}).has_value());
        auto &document = api.services.workspace().document();
        const auto directory = document.addDirectory(u"Checkout"_s);
        const auto id = document.addCase(u"Pay"_s, directory);
        api.now = start + 1'000;
        document.remove(document::NodeRef(directory));
        QVERIFY(entry(api, suite, 2, id.value).isEmpty());
        api.now = start + 2'000;
        document.undoStack().undo();
        for (const QJsonObject &one : {entry(api, suite, 1, directory.value), entry(api, suite, 2, id.value)}) {
            QCOMPARE(ms(one["create_time"_L1]), start);
            QCOMPARE(ms(one["update_time"_L1]), start + 2'000);
        }
    }

    void timesAreStillThereNextTimeAndAProjectTakenInIsNew()
    {
        ApiFixture api;
        const qint64 start = api.now;
        const int suite = api.newSuite();
        QVERIFY(api.services.workspace().openProject({suite}).has_value());
        const auto id = api.services.workspace().document().addCase(u"Pay"_s);
        const QString file = api.folder.filePath(u"shop.json"_s), workspace = api.services.workspace().path();
        QVERIFY(api.services.workspace().exportProject(file).has_value());
        api.services.workspace().close();
        api.now = start + 1'000;
        QVERIFY(api.services.workspace().open(workspace).has_value());
        QCOMPARE(ms(suiteOf(api, suite)["create_time"_L1]), start);
        QCOMPARE(ms(entry(api, suite, 2, id.value)["create_time"_L1]), start);
        const auto again = api.services.workspace().importProject(file);
        QVERIFY(again.has_value());
        QCOMPARE(ms(suiteOf(api, again->value)["create_time"_L1]), start + 1'000);
        const auto taken = api.services.workspace().documentOf(*again)->project().cases.first().id;
        QCOMPARE(ms(entry(api, again->value, 2, taken.value)["create_time"_L1]), start + 1'000);
    }
};

API_TEST_MAIN(ApiTimesTest)
#include "tst_apitimes.moc"
