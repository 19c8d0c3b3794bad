#include "models/store/blob.h"
#include "models/store/runcodec.h"
#include "models/store/runstore.h"
#include "models/store/workspace.h"

#include <QFileInfo>
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
                    point.sides = {4, 5, 6};
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
            item.total.add({engine::Outcome::Timeout, engine::Side::Network, 0, 5'000'000'000, 100, 0});
            item.total.fromSchedule.record(5);
            if (kind == ItemRecord::Request) {
                engine::StreamFigures streaming;
                streaming.plays = 9;
                streaming.videoReceivedBytes = std::numeric_limits<quint64>::max();
                streaming.receivedKeyFrames = {3, 120'500'000, 20, 60};
                streaming.firstFrame = {1, 7, 7, 7};
                streaming.failed[12] = 4;
                streaming.stallTime = 5;
                item.total.stream.add(streaming);
                item.streams.resize(seconds);
                item.streams[0].plays = 9;
                item.streams[0].failed[12] = 4;
                item.streams[0].failed[13] = 4'000'000'000u;
                item.streams[0].receivedPackets = 300;
                item.streams[0].videoReceivedBytes = std::numeric_limits<uint64_t>::max();
            }
            one.items.append(item);
        }
        for (int second = 0; second < seconds; ++second)
            one.seconds.append({second, 0.1 * second, 1, 2, 3, 4, 5, 6});
        one.errors = {{u"server"_s, u"503"_s, u"Pay"_s, u"Busy"_s, u"GET /"_s, 3, 0.5, 2.75}};
        one.stageRecords = {{u"s"_s, PressureMode::Tps, 0, 3, 10, 9.875}};
        one.events = {{1.5, u"users 10"_s}};
        one.warmUp = 7;
        run.cases = {one};
        run.health = {{12.5, 30, 1, 2}, {99, 31, 3, 4, 5, 6, {99, 0.5}}};
        run.descriptorLimit = 65536;
        run.portLimit = 28232;
        run.warnings = {u"Too few ports."_s, u"端口不足。"_s};
        run.lateness.record(1000);
        SlaRule rule;
        rule.value = 0.1;
        run.rules = {{rule, 0.30000000000000004, false, true, 3, {{0, 6, 0.5}, {0, 12, 0.25}}}, {rule, 0, true, false, 0, {}}};
        run.cases[0].log = {{4, 1, 0.5, 200, engine::Outcome::Ok, 1'000'000, 10, 20, true, {}, u"GET / HTTP/1.1\r\n\r\nHTTP/1.1 200 OK"_s},
                            {9, 1, 1.75, 0, engine::Outcome::Timeout, 5'000'000'000, 10, 0, false, u"No answer within 5 s."_s, u"GET /"_s}};
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
        QCOMPARE(after.items[1].streams, before.cases[0].items[1].streams);
        QVERIFY(after.items[0].streams.isEmpty()); // it is no stream
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
        QVERIFY((*runs)->changeLog(record.id, 0, record.cases[0].log, {}));
        QVERIFY(!(*runs)->removeRun(record.id)); // under way
        record.status = RunStatus::Finished;
        record.ended = record.started.addSecs(3);
        QVERIFY((*runs)->finishRun(record.id, record.status, record.ended));
        const auto back = (*runs)->loadRun(record.id);
        QVERIFY2(back, qPrintable(back ? QString() : back.error().message));
        QVERIFY(*back == record);

        const auto list = (*runs)->runs();
        QCOMPARE(list->size(), 1);
        QCOMPARE(list->first().requests, 1001u);
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
        record.cases[0].log.clear(); // nothing of it had been written
        QVERIFY(back->cases == record.cases);
    }

    void aSecondOfVersionOneIsStillRead()
    {
        store::BlobWriter old;
        old.number(1);
        old.signedNumber(7);
        old.real(7.5);
        for (int i = 1; i <= 6; ++i)
            old.number(quint64(i));
        old.number(2);
        old.number(0); // an item without traffic
        old.number(1);
        for (const int count : {20, 18, 1, 0, 1, 0, 0, 0, 18, 0, 2, 0, 1000, 2000})
            old.number(quint64(count));
        for (int time = 1; time <= 7; ++time)
            old.signedNumber(time);
        CaseRecord target = *decodeHead(run());
        QVERIFY(store::decodeSecond(old.result(), target, 0));
        QCOMPARE(target.seconds[0].users, 7);
        QCOMPARE(target.items[1].seconds[0].requests, 20u);
        QCOMPARE(target.items[1].seconds[0].status[3], 2u);
        QCOMPARE(target.items[1].seconds[0].sentBytes, 1000u);
        QCOMPARE(target.items[1].seconds[0].p99, 7);
        QCOMPARE(target.items[1].seconds[0].sides, (std::array<uint32_t, 3>{}));
    }

    void theRequestLogFollowsWhatJoinsAndLeavesIt()
    {
        QTemporaryDir dir;
        const QString path = dir.filePath(u"w.db"_s);
        auto workspace = store::Workspace::open(path);
        auto runs = store::RunStore::open(path);
        RunRecord record = run();
        QVERIFY((*runs)->beginRun(record));
        const auto log = record.cases[0].log;
        QVERIFY((*runs)->changeLog(record.id, 0, log, {}));
        QCOMPARE((*runs)->loadRun(record.id)->cases[0].log, log);
        QVERIFY((*runs)->changeLog(record.id, 0, {}, {4}));
        QCOMPARE((*runs)->loadRun(record.id)->cases[0].log, log.mid(1));
    }

    void theHeadOfARunIsTheRunWithoutItsFigures()
    {
        QTemporaryDir dir;
        const QString path = dir.filePath(u"w.db"_s);
        auto workspace = store::Workspace::open(path);
        auto runs = store::RunStore::open(path);
        for (const bool parallel : {false, true}) {
            RunRecord record = run();
            record.parallel = parallel;
            record.threads = 3;
            record.ended = record.started.addSecs(3);
            const auto id = (*runs)->addRun(record);
            QVERIFY(id);
            const auto head = (*runs)->loadRunHead(*id);
            QVERIFY(head);
            QCOMPARE(head->parallel, parallel);
            QCOMPARE(head->threads, 3);
            QCOMPARE(head->taskName, record.taskName);
            QCOMPARE(head->started, record.started);
            QCOMPARE(head->ended, record.ended);
            QCOMPARE(head->cases.size(), record.cases.size());
            QVERIFY(head->cases[0].seconds.isEmpty());
        }
        QVERIFY(!(*runs)->loadRunHead({99}));
    }

    void aRunOfAFileIsPutInUnderItsOwnIdWithItsFigures()
    {
        QTemporaryDir dir;
        const QString path = dir.filePath(u"w.db"_s);
        auto workspace = store::Workspace::open(path);
        auto runs = store::RunStore::open(path);
        RunRecord record = run();
        record.id.value = 900;
        record.cases[0].caseRunId = 77;
        record.status = RunStatus::Finished;
        record.ended = record.started.addSecs(3);
        const auto id = (*runs)->addRun(record);
        QVERIFY2(id, qPrintable(id ? QString() : id.error().message));
        QCOMPARE(id->value, 1);
        auto back = (*runs)->loadRun(*id);
        QVERIFY(back);
        QCOMPARE(back->cases[0].caseRunId, 1);
        back->id = record.id;
        back->cases[0].caseRunId = 77;
        QVERIFY(*back == record);
    }

    void aLongRunComesBackExactlyAndADamagedSecondOfItIsTold()
    {
        QTemporaryDir dir;
        const QString path = dir.filePath(u"w.db"_s);
        auto workspace = store::Workspace::open(path);
        auto runs = store::RunStore::open(path);
        RunRecord record = run(300);
        record.status = RunStatus::Finished;
        const auto id = (*runs)->addRun(record);
        QVERIFY(id);
        const auto back = (*runs)->loadRun(*id);
        QVERIFY(back);
        QVERIFY(back->cases[0].seconds == record.cases[0].seconds);
        QVERIFY(back->cases[0].items == record.cases[0].items);
        for (const int second : {10, 100, 299}) {
            auto database = store::Database::open(path, store::Database::Access::ReadWrite);
            QVERIFY((*database)->run(u"UPDATE run_second SET data = x'ff' WHERE second = ?"_s, {second}));
            const auto damaged = (*runs)->loadRun(*id);
            QVERIFY(!damaged);
            QVERIFY2(damaged.error().message.contains(u"cannot be read"_s), qPrintable(damaged.error().message));
            QVERIFY((*database)->run(u"UPDATE run_second SET data = (SELECT data FROM run_second WHERE second = 5) WHERE second = ?"_s, {second}));
            QVERIFY((*runs)->loadRun(*id));
        }
    }

    void aPinnedBaselineIsTheOnlyOneOfItsTask()
    {
        QTemporaryDir dir;
        const QString path = dir.filePath(u"w.db"_s);
        auto workspace = store::Workspace::open(path);
        auto runs = store::RunStore::open(path);
        RunRecord record = run();
        record.status = RunStatus::Finished;
        const auto first = *(*runs)->addRun(record), second = *(*runs)->addRun(record);
        record.taskName = u"another"_s;
        const auto other = *(*runs)->addRun(record);
        const auto pinned = [&] {
            QVector<int> ids;
            const auto entries = (*runs)->runs();
            for (const auto &entry : *entries)
                if (entry.baseline)
                    ids.append(entry.id.value);
            return ids;
        };
        QVERIFY((*runs)->setBaseline(first));
        QVERIFY((*runs)->setBaseline(other));
        QCOMPARE(pinned(), (QVector<int>{other.value, first.value}));
        QVERIFY((*runs)->setBaseline(second));
        QCOMPARE(pinned(), (QVector<int>{other.value, second.value}));
        QVERIFY((*runs)->setBaseline(second, false));
        QCOMPARE(pinned(), QVector<int>{other.value});
    }

    void aSecondOfAnItemTakesAtMost200BytesOfTheFile_data()
    {
        QTest::addColumn<bool>("isStream");
        QTest::newRow("requests") << false;
        QTest::newRow("streams that fail in every way") << true;
    }

    void aSecondOfAnItemTakesAtMost200BytesOfTheFile()
    {
        QFETCH(bool, isStream);
        constexpr int seconds = 600, items = 5;
        QTemporaryDir dir;
        const QString path = dir.filePath(u"w.db"_s);
        CaseRecord busy;
        std::mt19937_64 random(3);
        busy.items.resize(items);
        for (ItemRecord &item : busy.items)
            for (int second = 0; second < seconds; ++second) {
                ItemPoint point; // 100,000 a second with some failures and times of any size up to minutes
                point.requests = uint32_t(50'000 + random() % 50'000);
                point.successes = point.requests - 500;
                point.failed = {100, 100, 100, 100, 100};
                point.sides = {300, 100, 100};
                point.status = {0, point.successes, 50, 150, 100};
                point.sentBytes = point.requests * 600ULL;
                point.receivedBytes = point.requests * 40'000ULL;
                point.sumTime = int64_t(random() % 100'000'000'000'000);
                for (int64_t *time : {&point.minTime, &point.maxTime, &point.p50, &point.p90, &point.p95, &point.p99})
                    *time = int64_t(random() % 60'000'000'000);
                item.seconds.append(point);
                if (!isStream)
                    continue;
                StreamPoint stream;
                stream.plays = point.requests;
                stream.sentPackets = uint32_t(random());
                stream.receivedPackets = uint32_t(random());
                for (uint64_t *bytes : {&stream.audioSentBytes, &stream.audioReceivedBytes, &stream.videoSentBytes, &stream.videoReceivedBytes})
                    *bytes = random() % 100'000'000'000; // a hundred times what a network card moves
                std::fill(stream.failed.begin() + 1, stream.failed.end(), 500);
                item.streams.append(stream);
            }
        busy.seconds.fill({1000, 1000.5, 5000, 100, 100, 10, 10, 10}, seconds);
        RunRecord record;
        record.cases = {busy};
        {
            auto workspace = store::Workspace::open(path);
            auto runs = store::RunStore::open(path);
            QVERIFY((*runs)->beginRun(record));
        }
        const qint64 before = QFileInfo(path).size();
        {
            auto workspace = store::Workspace::open(path);
            auto runs = store::RunStore::open(path);
            QVERIFY((*runs)->appendSeconds(record.id, 0, record.cases[0], 0, seconds));
        }
        const double bytes = double(QFileInfo(path).size() - before) / (seconds * items);
        QVERIFY2(bytes <= 200, qPrintable(u"%1 bytes an item and second"_s.arg(bytes)));
        qInfo("%.0f bytes an item and second on disk", bytes);
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
