// What may stand in ${…}, what a variable gives next, and what stages add up to.
#include "app/services/loadcurve.h"
#include "app/services/names.h"
#include "app/services/stagecompiler.h"
#include "app/services/variablepreview.h"
#include "engine/plan/functions.h"
#include "models/domain/instruction.h"
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class NamesTest : public QObject
{
    Q_OBJECT

    static domain::Variable variable(const QString &name, domain::VariableType type, const QJsonArray &values)
    {
        domain::Variable one;
        one.name = name;
        one.type = type;
        one.values = values;
        return one;
    }

private slots:
    void namesComeFromEverywhere()
    {
        using T = domain::VariableType;
        domain::Project project;
        project.variables = {variable(u"base"_s, T::Text, {u"x"_s}), variable(u"users"_s, T::File, {u"user"_s, u"city"_s})};
        project.environments = {{u"Staging"_s, {{u"host"_s, u"h"_s}}}};
        domain::Transaction login;
        login.id = {7};
        login.steps = {domain::newRequest(u"post"_s, u"POST"_s, {})};
        login.steps[0].extractions = {domain::Extraction{}};
        login.steps[0].extractions[0].name = u"token"_s;
        login.steps << domain::Step{};
        login.steps[1].transaction = {7}; // a circle must not hang
        project.transactions = {login};
        domain::TestCase testCase;
        domain::Step data, reference;
        domain::put(data, domain::DataInstruction{{{u"amount"_s, u"1"_s}}});
        reference.transaction = {7};
        testCase.steps = {data, reference};
        const auto known = services::knownNames(project, testCase);
        for (const QString &name : {u"base"_s, u"user"_s, u"users.city"_s, u"host"_s, u"token"_s, u"amount"_s, u"__uuid"_s})
            QVERIFY2(known.contains(name), qPrintable(name));
        QVERIFY(!known.contains(u"nothing"_s));
        QVERIFY(!known.contains(u"__nothing"_s));
        project.variables[1].values = {}; // columns not read yet: any name may be one
        QVERIFY(services::knownNames(project, testCase).contains(u"nothing"_s));
        QVERIFY(!services::knownNames(project, testCase).contains(u"__nothing"_s));
    }

    void everyFunctionOfTheEngineIsOffered()
    {
        const auto known = services::knownNames({}, QVector<domain::Step>());
        for (const std::string_view name : engine::functionNames())
            QVERIFY(known.contains(u"__"_s + QString::fromUtf8(name.data(), qsizetype(name.size()))));
    }

    void needsAndGivesAreTold()
    {
        domain::Step step = domain::newRequest(u"a"_s, u"GET"_s, u"${base}/${__md5(${key})}"_s);
        step.extractions = {domain::Extraction{}};
        step.extractions[0].name = u"id"_s;
        QCOMPARE(services::referencesIn(QVector<domain::Step>{step}), QSet<QString>({u"base"_s, u"__md5"_s, u"key"_s}));
        QCOMPARE(services::namesGivenBy({step}), QSet<QString>{u"id"_s});
    }

    void aVariableShowsWhatItGivesNext()
    {
        using T = domain::VariableType;
        auto range = services::previewOf(variable(u"n"_s, T::IntegerRange, {3, 5}), {});
        QCOMPARE(range.rows, QVector<QStringList>({{u"3"_s}, {u"4"_s}, {u"5"_s}}));
        QCOMPARE(range.next, QStringList({u"next for user 1"_s, u"next for user 2"_s, u"next for user 3"_s}));
        QVERIFY(!services::previewOf(variable(u"n"_s, T::IntegerRange, {5, 3}), {}).problem.isEmpty());
        QCOMPARE(services::previewOf(variable(u"n"_s, T::IntegerRange, {1, 2'000'000'000}), {}).rows.size(), 50);
        domain::Variable secret = variable(u"s"_s, T::Text, {u"hunter2"_s});
        secret.sensitive = true;
        QCOMPARE(services::previewOf(secret, {}).rows.first().first(), u"••••••"_s);
        domain::Variable list = variable(u"l"_s, T::Enumeration, {u"a"_s, 2});
        list.perUser = true;
        QCOMPARE(services::previewOf(list, {}).next, QStringList({u"first for each user"_s, u"pass 2"_s}));
        list.random = true;
        QVERIFY(services::previewOf(list, {}).next.isEmpty());
    }

    void aFileIsPreviewedOrItsMistakeSaid()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(u"u.csv"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("user;pw\nann;1\nbob;\nann;3\n");
        file.close();
        domain::Variable users = variable(u"u"_s, domain::VariableType::File, {});
        users.file = u"u.csv"_s;
        const auto preview = services::previewOf(users, folder.path(), 2);
        QCOMPARE(preview.problem, QString());
        QCOMPARE(preview.columns, QStringList({u"user"_s, u"pw"_s}));
        QCOMPARE(preview.rows.size(), 2);
        QCOMPARE(preview.total, 3);
        QCOMPARE(preview.notes.size(), 2); // an empty cell, and ann twice
        users.file = u"none.csv"_s;
        QVERIFY(services::previewOf(users, folder.path()).problem.contains(u"none.csv"_s));
    }

    void stagesAddUp()
    {
        domain::Stage flat;
        flat.users = 10;
        flat.seconds = 60;
        domain::Stage rate;
        rate.mode = domain::PressureMode::Tps;
        rate.tps = 20;
        rate.users = 30;
        rate.seconds = 30;
        const auto load = services::expectedLoad({flat, rate}, 2);
        QCOMPARE(load.seconds, 90);
        QCOMPARE(load.mostUsers, 30);
        QCOMPARE(std::lround(load.starts), 300 + 600);
        QCOMPARE(load.usersNeeded, 40); // 20 a second, two seconds each
        QCOMPARE(load.ceiling, 30);
        QCOMPARE(load.peakRate, 20);
        flat.byCount = true;
        flat.count = 500;
        QVERIFY(services::expectedLoad({flat}, 1).openEnded);
        QCOMPARE(std::lround(services::expectedLoad({flat}, 1).starts), 500);
        QCOMPARE(services::expectedLoad({}, 1).starts, 0);
    }

    void theGradientIsTheEngines()
    {
        domain::TestCase testCase;
        QVERIFY(services::gradientStages(testCase).isEmpty());
        services::putGradient(testCase, services::GradientSetting{10, 100, 25, 60, 300});
        const auto stages = services::gradientStages(testCase);
        QCOMPARE(stages.size(), 5);
        QCOMPARE(stages[1].users, 35);
        QCOMPARE(stages[4].users, 110);
        QCOMPARE(stages[4].seconds, 60);
        testCase.stages = {domain::Stage{}};
        QCOMPARE(services::stagesOf(testCase).size(), 6);
        QJsonArray setting = testCase.extra[u"increase_setting"_s].toArray();
        setting[0] = [&] {
            QJsonObject json = setting[0].toObject();
            json[u"note"_s] = u"kept"_s;
            return json;
        }();
        testCase.extra[u"increase_setting"_s] = setting;
        services::putGradient(testCase, services::GradientSetting{20, 100, 50, 60, 0});
        QCOMPARE(testCase.extra[u"increase_setting"_s][0][u"note"_s].toString(), u"kept"_s);
        QCOMPARE(services::gradientOf(testCase)->startUsers, 20);
        services::putGradient(testCase, {});
        QVERIFY(!testCase.extra.contains(u"increase_setting"_s));
    }
};

QTEST_GUILESS_MAIN(NamesTest)
#include "tst_names.moc"
