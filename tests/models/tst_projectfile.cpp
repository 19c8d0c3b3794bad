#include "models/domain/project.h"

#include <QFile>
#include <QJsonDocument>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace domain;

class TestProjectFile : public QObject
{
    Q_OBJECT

private:
    static Project rich()
    {
        Project project;
        project.name = u"Shop"_s;
        project.description = u"Checkout under load"_s;
        project.directories = {{DirectoryId{1}, u"Checkout"_s, {}, {}}, {DirectoryId{2}, u"Deep"_s, DirectoryId{1}, {}}};
        Variable variable;
        variable.id = VariableId{3};
        variable.name = u"sku"_s;
        variable.type = VariableType::Enumeration;
        variable.values = {u"a"_s, u"b"_s};
        variable.extra = {{u"file_size"_s, 0}};
        project.variables = {variable};
        project.environments = {{u"staging"_s, {{u"base"_s, u"https://staging"_s}, {u"off"_s, u"x"_s, false}}}};
        Transaction transaction;
        transaction.id = TransactionId{4};
        transaction.name = u"Log in"_s;
        transaction.steps = {newRequest(u"Log in"_s, u"POST"_s, u"https://shop/login"_s)};
        project.transactions = {transaction};
        TestCase testCase;
        testCase.id = CaseId{10};
        testCase.name = u"Place order"_s;
        testCase.directory = DirectoryId{2};
        testCase.steps = {newRequest(u"Order"_s, u"POST"_s, u"http://shop/order"_s)};
        testCase.stages = {Stage{}};
        testCase.stages[0].stopAtKnee = true;
        testCase.warmUp = 15;
        testCase.slaRules = {SlaRule{}};
        testCase.extra = {{u"increase_setting"_s, QJsonArray{}}};
        project.cases = {testCase};
        Task task;
        task.id = TaskId{1};
        task.name = u"smoke"_s;
        task.cases = {CaseId{10}};
        project.tasks = {task};
        project.extra = {{u"from_the_future"_s, 42}};
        return project;
    }
    static QString errorOf(const QByteArray &bytes)
    {
        const auto project = projectFromFile(bytes, u"shop.json"_s);
        return project ? QString() : project.error().message;
    }
    static QByteArray changed(const QString &path, const QJsonValue &value)
    {
        QJsonObject json = QJsonDocument::fromJson(toProjectFile(rich())).object();
        QJsonArray cases = json[u"cases"_s].toArray();
        QJsonObject first = cases[0].toObject();
        QJsonArray stages = first[u"stages"_s].toArray();
        QJsonObject stage = stages[0].toObject();
        if (path == u"stage"_s) {
            stage[u"pressure_mode"_s] = value;
            stages[0] = stage;
            first[u"stages"_s] = stages;
            cases[0] = first;
            json[u"cases"_s] = cases;
        } else {
            json[path] = value;
        }
        return QJsonDocument(json).toJson();
    }

private slots:
    void aProjectComesBackAsItWas()
    {
        const Project project = rich();
        const auto back = projectFromFile(toProjectFile(project), u"shop.json"_s);
        QVERIFY2(back, qPrintable(back ? QString() : back.error().message));
        QCOMPARE(QString::fromUtf8(toProjectFile(*back)), QString::fromUtf8(toProjectFile(project)));
        QVERIFY(*back == project);
    }

    void theValueOfASensitiveVariableIsReadButNeverWritten()
    {
        Project project = rich();
        project.variables[0].sensitive = true;
        project.variables[0].values = {u"hunter2"_s};
        QVERIFY(!toProjectFile(project).contains("hunter2"));
        QJsonObject json = toJson(project.variables[0]);
        json[u"variable"_s] = QJsonArray{u"hunter2"_s};
        QCOMPARE(variableFromJson(json)->values, project.variables[0].values);
    }

    void anErrorNamesFileAndMember()
    {
        QCOMPARE(errorOf(changed(u"stage"_s, 9)),
                 u"shop.json is damaged at cases[0].stages[0].pressure_mode: must be a whole number from 0 to 7."_s);
        QVERIFY(errorOf(changed(u"tasks"_s, 3)).contains(u"tasks: must be a list"_s));
    }

    void foreignNewerAndDamagedFilesAreRefused()
    {
        QVERIFY(errorOf("{}").contains(u"not a Crescendo project"_s));
        QVERIFY(errorOf("[1]").contains(u"not a Crescendo project"_s));
        QVERIFY(errorOf(changed(u"version"_s, 2)).contains(u"newer version"_s));
        QVERIFY(errorOf("{\n\"format\": ").contains(u"line 2"_s));
        QVERIFY(errorOf(toProjectFile(rich()).chopped(9)).contains(u"damaged"_s));
        QVERIFY(!errorOf(QByteArray(100'000, '[')).isEmpty());
    }

    void stepsNestTenLevelsAndNotEleven()
    {
        QJsonObject step{{u"data_type"_s, 0}};
        for (int level = 0; level < 10; ++level)
            step = {{u"data_type"_s, 201}, {u"data"_s, QJsonObject{{u"contents"_s, QJsonArray{step}}}}};
        QVERIFY(stepFromJson(step));
        step = {{u"data_type"_s, 201}, {u"data"_s, QJsonObject{{u"contents"_s, QJsonArray{step}}}}};
        QVERIFY(!stepFromJson(step));
    }

    void missingIdsAreGivenAndDoubleOnesRefused()
    {
        const QJsonArray two{QJsonObject{{u"name"_s, u"a"_s}}, QJsonObject{{u"name"_s, u"b"_s}, {u"case_id"_s, 1}}};
        const auto project = projectFromFile(changed(u"cases"_s, two), u"shop.json"_s);
        QVERIFY(project);
        QCOMPARE(project->cases[0].id.value, 2);
        const QJsonArray same{QJsonObject{{u"case_id"_s, 1}}, QJsonObject{{u"case_id"_s, 1}}};
        QVERIFY(errorOf(changed(u"cases"_s, same)).contains(u"cases[1]"_s));
    }

    void directoriesThatHoldEachOtherAreRefused()
    {
        const QJsonArray ring{QJsonObject{{u"id"_s, 1}, {u"parent_id"_s, 2}}, QJsonObject{{u"id"_s, 2}, {u"parent_id"_s, 1}}};
        QVERIFY(errorOf(changed(u"directories"_s, ring)).contains(u"lies in itself"_s));
    }
};

QTEST_GUILESS_MAIN(TestProjectFile)
#include "tst_projectfile.moc"
