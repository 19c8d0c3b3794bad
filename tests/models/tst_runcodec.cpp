#include "models/store/runcodec.h"
#include "models/store/runstore.h"
#include "models/store/workspace.h"

#include <QTemporaryDir>
#include <QtTest>
#include <random>

using namespace Qt::StringLiterals;
using namespace domain;

class TestRunCodec : public QObject
{
    Q_OBJECT

private:
    static RunRecord run(int seconds = 3)
    {
        RunRecord run;
        run.project = ProjectId{7};
        run.projectName = u"Shop"_s;
        run.taskName = u"烟雾"_s;
        run.started = QDateTime::fromMSecsSinceEpoch(1'700'000'000'123, Qt::UTC);
        run.status = RunStatus::Running;
        run.threads = 3;
        CaseRecord one;
        one.name = u"Order"_s;
        one.testCase = CaseId{10};
        one.startOffset = 0.25;
        one.stages = {Stage()};
        for (const auto kind : {ItemRecord::Pass, ItemRecord::Request}) {
            ItemRecord item;
            item.kind = kind;
            item.name = u"Pay"_s;
            item.method = u"POST"_s;
            item.address = u"http://shop/pay"_s;
            for (int second = 0; second < seconds; ++second) {
                ItemPoint point;
                if (second != 1) {
                    point.requests = 4'000'000'000u;
                    point.successes = 2;
                    point.failed = {1, 2, 3, 4, 5};
                    point.status = {0, 9, 8, 7, 6};
                    point.sentBytes = std::numeric_limits<uint64_t>::max();
                    point.receivedBytes = 1;
                    point.sumTime = std::numeric_limits<int64_t>::max();
                    point.p99 = 123'456'789;
                }
                item.seconds.append(point);
            }
            for (int i = 0; i < 1000; ++i)
                item.total.add({engine::Outcome::Ok, engine::Side::None, 200, 50'000 + i * 977, 100, 200});
            item.total.fromSchedule.record(5);
            one.items.append(item);
        }
        for (int second = 0; second < seconds; ++second)
            one.seconds.append({second, 0.1 * second, 1, 2, 3, 4, 5, 6});
        one.errors = {{u"server"_s, u"503"_s, u"Pay"_s, u"Busy"_s, u"GET /"_s, 3, 0.5, 2.75}};
        one.stageRecords = {{u"s"_s, PressureMode::Tps, 0, 3, 10, 9.875}};
        one.events = {{1.5, u"users 10"_s}};
        run.cases = {one};
        run.health = {{12.5, 30, 1, 2}, {99, 31, 3, 4}};
        run.lateness.record(1000);
        SlaRule rule;
        rule.value = 0.1;
        run.rules = {{rule, 0.30000000000000004, false}};
        return run;
    }

private slots:
    void aSecondIsExactAndSmall()
    {
        const RunRecord before = run();
        CaseRecord after = *decodeHead(before);
        for (int second = 0; second < 3; ++second)
            QVERIFY(store::decodeSecond(store::encodeSecond(before.cases[0], second), after, second));
        QCOMPARE(after.items[1].seconds, before.cases[0].items[1].seconds);
        QCOMPARE(after.seconds, before.cases[0].seconds);
        QVERIFY(store::encodeSecond(before.cases[0], 0).size() < 2 * 200);
        QVERIFY(store::encodeSecond(before.cases[0], 1).size() < 30);
    }

    void everyCutAndEveryChangedByteIsSurvived()
    {
        const CaseRecord one = run().cases[0];
        std::mt19937 random(1);
        for (const QByteArray &blob : {store::encodeSecond(one, 0), store::encodeCaseHead(one), store::encodeCaseTotals(one).left(400),
                                       store::encodeRunTotals(run())}) {
            for (qsizetype cut = 0; cut < blob.size(); ++cut)
                decodesAsAny(blob.left(cut));
            for (int i = 0; i < 3000; ++i) {
                QByteArray changed = blob;
                changed[qsizetype(random() % quint32(changed.size()))] = char(random());
                decodesAsAny(changed);
            }
        }
        QVERIFY(!decodesAsAny(QByteArray(64, '\xff')));
        QVERIFY(!decodesAsAny({}));
        CaseRecord target = *decodeHead(run());
        const QByteArray whole = store::encodeSecond(one, 0);
        for (qsizetype cut = 0; cut < whole.size(); ++cut)
            QVERIFY(!store::decodeSecond(whole.left(cut), target, 0));
    }

    void aRunComesBackFromTheWorkspaceExactly()
    {
        QTemporaryDir dir;
        const QString path = dir.filePath(u"w.db"_s);
        auto workspace = store::Workspace::open(path);
        QVERIFY(workspace);
        auto runs = store::RunStore::open(path);
        QVERIFY(runs);
        RunRecord record = run();
        QVERIFY((*runs)->beginRun(record));
        QCOMPARE(record.cases[0].caseRunId, 1);
        for (int second = 0; second < 3; ++second)
            QVERIFY((*runs)->appendSeconds(record.id, 0, record.cases[0], second, second + 1));
        QVERIFY((*runs)->putTotals(record.id, record));
        record.status = RunStatus::Finished;
        record.ended = record.started.addSecs(3);
        QVERIFY((*runs)->finishRun(record.id, record.status, record.ended));
        const auto back = (*runs)->loadRun(record.id);
        QVERIFY2(back, qPrintable(back ? QString() : back.error().message));
        QVERIFY(*back == record);

        const auto list = (*runs)->runs();
        QCOMPARE(list->size(), 1);
        QCOMPARE(list->first().requests, 1000u);
        QCOMPARE(list->first().taskName, u"烟雾"_s);
        QVERIFY((*runs)->removeRun(record.id));
        QVERIFY((*runs)->runs()->isEmpty());
        QVERIFY(!(*runs)->loadRun(record.id));
    }

    void aKilledRunIsAbortedWithAllItsSeconds()
    {
        QTemporaryDir dir;
        const QString path = dir.filePath(u"w.db"_s);
        RunRecord record = run();
        {
            auto workspace = store::Workspace::open(path);
            auto runs = store::RunStore::open(path);
            QVERIFY((*runs)->beginRun(record));
            QVERIFY((*runs)->appendSeconds(record.id, 0, record.cases[0], 0, 3));
            QVERIFY((*runs)->putTotals(record.id, record));
            auto reader = store::RunStore::openReadOnly(path);
            QCOMPARE((*reader)->loadRun(record.id)->status, RunStatus::Running);
        }
        {
            auto reader = store::RunStore::openReadOnly(path);
            QVERIFY(reader);
            QCOMPARE((*reader)->loadRun(record.id)->status, RunStatus::Aborted);
        }
        auto workspace = store::Workspace::open(path);
        auto runs = store::RunStore::open(path);
        const auto back = (*runs)->loadRun(record.id);
        QVERIFY(back);
        QCOMPARE(back->status, RunStatus::Aborted);
        QCOMPARE(back->ended, record.started.addSecs(3));
        QVERIFY(back->cases == record.cases);
    }

private:
    static Result<CaseRecord> decodeHead(const RunRecord &record)
    {
        auto head = store::decodeCaseHead(store::encodeCaseHead(record.cases[0]));
        head->seconds.resize(3);
        for (ItemRecord &item : head->items)
            item.seconds.resize(3);
        return head;
    }
    static bool decodesAsAny(const QByteArray &blob)
    {
        CaseRecord one = *decodeHead(run());
        RunRecord record;
        const bool second = bool(store::decodeSecond(blob, one, 0));
        const bool totals = bool(store::decodeCaseTotals(blob, one));
        const bool head = bool(store::decodeCaseHead(blob));
        return bool(store::decodeRunTotals(blob, record)) || second || totals || head;
    }
};

QTEST_GUILESS_MAIN(TestRunCodec)
#include "tst_runcodec.moc"
