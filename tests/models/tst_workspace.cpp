#include "models/store/workspace.h"
#include "models/store/migrations.h"
#include "models/store/runstore.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace domain;
using store::IdKind;
using store::Workspace;

class TestWorkspace : public QObject
{
    Q_OBJECT

private:
    static Project shop()
    {
        Project project;
        project.name = u"Shop"_s;
        project.directories = {{DirectoryId{1}, u"Checkout"_s, {}, {}}};
        TestCase testCase;
        testCase.id = CaseId{10};
        testCase.name = u"Order"_s;
        testCase.directory = DirectoryId{1};
        testCase.stages = {Stage()};
        Step step = newRequest(u"Log in"_s, u"GET"_s, u"http://shop/"_s);
        step.transaction = TransactionId{4};
        testCase.steps = {step};
        project.cases = {testCase};
        Transaction transaction;
        transaction.id = TransactionId{4};
        transaction.name = u"Log in"_s;
        project.transactions = {transaction};
        Variable secret;
        secret.id = VariableId{3};
        secret.name = u"password"_s;
        secret.sensitive = true;
        secret.values = {u"hunter2"_s};
        project.variables = {secret};
        project.environments = {{u"staging"_s, {{u"z"_s, u"1"_s, false}, {u"a"_s, u"2"_s}}}};
        Task task;
        task.id = TaskId{1};
        task.name = u"smoke"_s;
        task.cases = {CaseId{10}};
        project.tasks = {task};
        project.extra = {{u"kept"_s, true}};
        return project;
    }
    static std::unique_ptr<Workspace> open(const QString &path)
    {
        auto workspace = Workspace::open(path);
        return workspace ? std::move(*workspace) : nullptr;
    }

    QTemporaryDir m_dir;
    QString path() const { return m_dir.filePath(QString::fromLatin1(QTest::currentTestFunction()) + u".db"_s); }

private slots:
    void aProjectIsThereAgainAfterClosing()
    {
        Project project = shop();
        {
            const auto workspace = open(path());
            QVERIFY(workspace);
            const auto saved = workspace->saveNewProject(project);
            QVERIFY2(saved, qPrintable(saved ? QString() : saved.error().message));
            QCOMPARE(project.cases[0].id.value, 10);
        }
        const auto workspace = open(path());
        const auto loaded = workspace->loadProject(project.id);
        QVERIFY2(loaded, qPrintable(loaded ? QString() : loaded.error().message));
        QVERIFY(*loaded == project);
        QCOMPARE(workspace->projects()->size(), 1);
        QVERIFY(!workspace->loadProject({99}));
    }

    void theSameProjectTwiceGetsNewIdsAndItsReferencesFollow()
    {
        const auto workspace = open(path());
        Project first = shop(), second = shop();
        QVERIFY(workspace->saveNewProject(first));
        QVERIFY(workspace->saveNewProject(second));
        QVERIFY(second.id != first.id);
        QCOMPARE(second.cases[0].id.value, 11);
        QCOMPARE(second.tasks[0].cases[0], second.cases[0].id);
        QCOMPARE(second.cases[0].directory, second.directories[0].id);
        QCOMPARE(second.cases[0].steps[0].transaction, second.transactions[0].id);
        QVERIFY(*workspace->loadProject(first.id) == first);
        QVERIFY(*workspace->loadProject(second.id) == second);
    }

    void editsAreWrittenThrough()
    {
        Project project = shop();
        {
            const auto workspace = open(path());
            QVERIFY(workspace->saveNewProject(project));
            project.cases[0].name = u"Renamed"_s;
            QVERIFY(workspace->putCase(project.id, project.cases[0]));
            TestCase added;
            added.id.value = *workspace->nextId(IdKind::Case);
            added.name = u"Added"_s;
            project.cases.append(added);
            QVERIFY(workspace->putCase(project.id, added));
            project.environments[0].values[0].value = u"9"_s;
            QVERIFY(workspace->putEnvironments(project.id, project.environments));
            Variable plain;
            plain.id.value = *workspace->nextId(IdKind::Variable);
            plain.name = u"plain"_s;
            project.variables.append(plain);
            project.variables.swapItemsAt(0, 1);
            QVERIFY(workspace->putVariables(project.id, project.variables));
            QVERIFY(workspace->removeTask(project.tasks[0].id));
            project.tasks.clear();
            project.description = u"new"_s;
            QVERIFY(workspace->putProjectHead(project));
        }
        QVERIFY(*open(path())->loadProject(project.id) == project);
    }

    void whatIsEditedKeepsItsTimes()
    {
        qint64 now = 1'000;
        const auto at = [](qint64 ms) { return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC); };
        Project project = shop();
        TestCase second = project.cases[0];
        second.id = CaseId{11};
        second.sort = 1;
        project.cases.append(second);
        {
            const auto workspace = std::move(*Workspace::open(path(), [&] { return now; }));
            QVERIFY(workspace->saveNewProject(project));
            QCOMPARE(workspace->projects()->first().created, at(1'000));
            now = 2'000;
            project.cases[0].name = u"Renamed"_s;
            QVERIFY(workspace->putCase(project.id, project.cases[0]));
            now = 3'000;
            std::swap(project.cases[0].sort, project.cases[1].sort); // a place among its neighbours is nothing of its own
            QVERIFY(workspace->putCase(project.id, project.cases[0]));
            QVERIFY(workspace->putCase(project.id, project.cases[1]));
            QVERIFY(workspace->putDirectories(project.id, project.directories)); // written as a whole, nothing changed
            now = 4'000;
            project.tasks[0].name = u"soak"_s;
            QVERIFY(workspace->replaceProject(project));
            now = 5'000;
            QVERIFY(workspace->removeCase({11}));
            now = 6'000;
            QVERIFY(workspace->putCase(project.id, project.cases[1])); // as undoing the removal does
        }
        const auto workspace = open(path());
        const auto cases = *workspace->stamps(IdKind::Case, project.id);
        QCOMPARE(cases.size(), 2);
        QCOMPARE(cases[10], (store::Stamps{at(1'000), at(2'000)}));
        QCOMPARE(cases[11], (store::Stamps{at(1'000), at(6'000)}));
        QCOMPARE((*workspace->stamps(IdKind::Directory, project.id))[1], (store::Stamps{at(1'000), at(1'000)}));
        QCOMPARE((*workspace->stamps(IdKind::Task, project.id))[1], (store::Stamps{at(1'000), at(4'000)}));
        QCOMPARE((*workspace->stamps(IdKind::Transaction, project.id))[4], (store::Stamps{at(1'000), at(1'000)}));
        QCOMPARE(workspace->projects()->first().created, at(1'000));
        QCOMPARE(workspace->projects()->first().modified, at(6'000));
        QVERIFY(workspace->removeProject(project.id));
        QVERIFY(workspace->stamps(IdKind::Case, project.id)->isEmpty());
    }

    void idsAreNeverGivenTwice()
    {
        const auto workspace = open(path());
        Project project = shop();
        QVERIFY(workspace->saveNewProject(project));
        QVERIFY(workspace->removeProject(project.id));
        QCOMPARE(*workspace->nextId(IdKind::Case), 11);
        QCOMPARE(*workspace->nextId(IdKind::Case), 12);
        QVERIFY(workspace->projects()->isEmpty());
    }

    void aProjectGoesWithItsRunsButNotWhileOneIsUnderWay()
    {
        const auto workspace = open(path());
        Project first = shop(), second = shop();
        QVERIFY(workspace->saveNewProject(first));
        QVERIFY(workspace->saveNewProject(second));
        auto runs = store::RunStore::open(path());
        RunRecord ofFirst, ofSecond;
        ofFirst.project = first.id;
        ofFirst.status = RunStatus::Running;
        ofSecond.project = second.id;
        ofSecond.status = RunStatus::Finished;
        QVERIFY((*runs)->beginRun(ofFirst));
        QVERIFY((*runs)->beginRun(ofSecond));
        const auto refused = workspace->removeProject(first.id);
        QVERIFY(!refused);
        QVERIFY(refused.error().message.contains(u"under way"_s));
        QVERIFY(workspace->loadProject(first.id));
        QVERIFY((*runs)->finishRun(ofFirst.id, RunStatus::Finished, QDateTime::currentDateTime()));
        QVERIFY(workspace->removeProject(first.id));
        const auto left = (*runs)->runs();
        QCOMPARE(left->size(), 1);
        QCOMPARE(left->first().id, ofSecond.id);
    }

    void settingsAreKept()
    {
        const auto workspace = open(path());
        QCOMPARE(*workspace->setting(u"theme"_s), QString());
        QVERIFY(workspace->setSetting(u"theme"_s, u"dark"_s));
        QVERIFY(workspace->setSetting(u"theme"_s, u"light"_s));
        QCOMPARE(*workspace->setting(u"theme"_s), u"light"_s);
    }

    void oneProgramWritesWhileOthersRead()
    {
        const auto workspace = open(path());
        Project project = shop();
        QVERIFY(workspace->saveNewProject(project));
        const auto second = Workspace::open(path());
        QVERIFY(!second);
        QVERIFY(second.error().message.contains(u"another Crescendo"_s));
        const auto reader = Workspace::openReadOnly(path());
        QVERIFY(reader);
        QVERIFY(*(*reader)->loadProject(project.id) == project);
        QVERIFY(!(*reader)->setSetting(u"a"_s, u"b"_s));
    }

    void aForeignFileIsRefusedAndUnharmed()
    {
        const QByteArray text("this is my diary, not a database, and it should stay as it is, thank you very much\n");
        QFile file(path());
        QVERIFY(file.open(QFile::WriteOnly));
        file.write(text);
        file.close();
        QVERIFY(!Workspace::open(path()));
        QVERIFY(!Workspace::openReadOnly(path()));
        QVERIFY(file.open(QFile::ReadOnly));
        QCOMPARE(file.readAll(), text);
        QVERIFY(!Workspace::openReadOnly(m_dir.filePath(u"missing.db"_s)));
        QVERIFY(!Workspace::open(m_dir.path()));
        QVERIFY(!Workspace::open(u"/proc/nowhere/w.db"_s));
    }

    QByteArray everythingOf(const QString &file) const
    {
        QByteArray all;
        for (const QString &part : {file, file + u"-wal"_s, file + u"-shm"_s})
            if (QFile bytes(part); bytes.open(QFile::ReadOnly))
                all += bytes.readAll();
        return all;
    }

    void sensitiveValuesStandNowhereInTheFile()
    {
        Project project = shop();
        project.environments[0].values.append({u"password"_s, u"of-staging-7"_s});
        const auto workspace = open(path());
        QVERIFY(workspace->saveNewProject(project));
        project.variables[0].values = {u"correct horse"_s};
        QVERIFY(workspace->putVariable(project.id, project.variables[0]));
        QVERIFY(workspace->putEnvironments(project.id, project.environments));
        QVERIFY(workspace->replaceProject(project));
        const QByteArray bytes = everythingOf(path());
        QVERIFY(bytes.contains("password"));
        for (const char *secret : {"hunter2", "correct horse", "of-staging-7"})
            QVERIFY2(!bytes.contains(secret), secret);
        QVERIFY(*workspace->loadProject(project.id) == project);
        QCOMPARE(QFile::permissions(path() + u".key"_s) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        QCOMPARE(QFileInfo(path() + u".key"_s).size(), 32);
    }

    void anEnvironmentsValueIsSealedWhenItsVariableBecomesSensitive()
    {
        Project project = shop();
        project.variables[0].sensitive = false;
        project.environments[0].values.append({u"password"_s, u"of-staging-7"_s});
        const auto workspace = open(path());
        QVERIFY(workspace->saveNewProject(project));
        QVERIFY(!QFile::exists(path() + u".key"_s)); // no secrets, no key
        project.variables[0].sensitive = true;
        QVERIFY(workspace->putVariable(project.id, project.variables[0]));
        store::Database *const database = store::Database::open(path(), store::Database::Access::ReadOnly)->release();
        const std::unique_ptr<store::Database> owner(database);
        QCOMPARE(*database->number(u"SELECT count(*) FROM project WHERE environments LIKE '%of-staging-7%'"_s), 0);
        QVERIFY(*workspace->loadProject(project.id) == project);
    }

    void withoutItsKeyAValueIsAsIfNeverGivenAndStaysWhereItIs()
    {
        Project project = shop();
        QVERIFY(open(path())->saveNewProject(project));
        QVERIFY(QFile::rename(path() + u".key"_s, path() + u".away"_s));
        {
            const auto workspace = open(path());
            QVERIFY(workspace->loadProject(project.id)->variables[0].values.isEmpty());
            QVERIFY(workspace->loadProject(project.id)->variables[0].sensitive);
        }
        QVERIFY(QFile::rename(path() + u".away"_s, path() + u".key"_s));
        QVERIFY(*open(path())->loadProject(project.id) == project);
    }

    void aDamagedKeyIsToldAndNotReplaced()
    {
        Project project = shop();
        QFile key(path() + u".key"_s);
        QVERIFY(key.open(QFile::WriteOnly));
        key.write("short");
        key.close();
        const auto workspace = open(path());
        const auto saved = workspace->saveNewProject(project);
        QVERIFY(!saved);
        QVERIFY2(saved.error().message.contains(u"holds no key"_s), qPrintable(saved.error().message));
        QCOMPARE(key.size(), 5);
    }

    void valuesOfAnOlderFileAreSealedWhenItIsOpened()
    {
        Project project = shop();
        QVERIFY(open(path())->saveNewProject(project));
        {
            const auto database = std::move(*store::Database::open(path(), store::Database::Access::ReadWrite));
            QVERIFY(database->run(u"UPDATE variable SET secret = '[\"hunter2\"]'"_s));
        }
        QVERIFY(everythingOf(path()).contains("hunter2"));
        const auto workspace = open(path());
        QVERIFY(!everythingOf(path()).contains("hunter2"));
        QVERIFY(*workspace->loadProject(project.id) == project);
    }

    void theFileIsForItsOwnerOnly()
    {
        QVERIFY(open(path()));
        QCOMPARE(QFile::permissions(path()) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    }
};

QTEST_GUILESS_MAIN(TestWorkspace)
#include "tst_workspace.moc"
