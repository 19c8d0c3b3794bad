// The settings of control instructions: read out of a step, put back, unknown members kept; documented forms of
// semantics.md 2.6 one for one.
#include "models/domain/casedocument.h"
#include "models/domain/instruction.h"

#include <QJsonDocument>
#include <QRandomGenerator>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace domain;

class InstructionTest : public QObject
{
    Q_OBJECT

    static QJsonObject object(const char *text) { return QJsonDocument::fromJson(text).object(); }
    static Step step(const char *text)
    {
        const auto read = stepFromJson(object(text));
        return read ? *read : Step();
    }

    QRandomGenerator m_random{20260101};
    bool coin() { return m_random.bounded(2) == 1; }
    QString word() { return QString::number(m_random.bounded(1'000'000), 36) + (coin() ? u" ${x}"_s : u"\"ü\\"_s); }
    QJsonObject extra() { return coin() ? QJsonObject{{u"x_"_s + QString::number(m_random.bounded(100)), m_random.bounded(9)}} : QJsonObject(); }
    template <class Make> auto several(Make make)
    {
        QVector<decltype(make())> all;
        for (int i = m_random.bounded(4); i > 0; --i)
            all.append(make());
        return all;
    }
    KeyValue pair() { return {word(), word(), coin(), extra()}; }
    Condition condition()
    {
        return {coin(), several([this] { return Comparison{word(), comparisonNames()[m_random.bounded(13)], word(), extra()}; }), extra()};
    }

    Step randomStep(int depth)
    {
        Step step;
        step.disabled = coin();
        step.conditions = QJsonValue::Null;
        const auto children = [&] { return depth > 0 ? several([&] { return randomStep(depth - 1); }) : QVector<Step>(); };
        switch (m_random.bounded(8)) {
        case 0: {
            put(step, DataInstruction{several([this] {
                                          DataParameter one{word(), word(), coin(), {}, roundingNames()[m_random.bounded(7)], extra()};
                                          if (coin())
                                              one.scale = m_random.bounded(31);
                                          return one;
                                      }),
                                      extra()});
            break;
        }
        case 1: {
            Loop loop{word(), {}, extra()};
            if (coin())
                loop.breakCondition = Condition{false, {{word(), u">"_s, word()}}};
            put(step, loop);
            step.children = children();
            break;
        }
        case 2:
            put(step, condition());
            step.children = children();
            step.elseChildren = children();
            break;
        case 3:
            put(step, UserShare{coin(), several([this] { return Branch{word(), m_random.bounded(10'001), extra()}; }), extra()});
            for (auto &branch : step.branches)
                branch = children();
            break;
        case 4:
            put(step, Throughput{m_random.bounded(1, 1000) / 100.0, extra()});
            step.children = children();
            break;
        case 5: put(step, Rendezvous{word(), m_random.bounded(100), m_random.bounded(10'000), extra()}); break;
        case 6: put(step, PluginRequest{word(), word(), {{u"a"_s, word()}, {u"b"_s, word()}}, extra()}); break;
        default: step.message = randomMessage(); randomCards(step);
        }
        return step;
    }

    Message randomMessage()
    {
        Message message;
        message.name = word();
        message.url = u"http://h/"_s + word();
        message.query = several([this] { return pair(); });
        message.headers = several([this] { return pair(); });
        message.bodyType = coin() ? BodyType::Multipart : coin() ? BodyType::Form : BodyType::Text;
        message.body = coin() ? word() : QString();
        message.form = several([this] {
            KeyValue part = pair();
            setFormPart(part, {coin(), coin() ? word() : QString(), coin() ? u"image/png"_s : QString()});
            return part;
        });
        message.cookies = coin();
        message.decode = coin();
        message.verifyTls = coin();
        message.newConnection = coin();
        message.followRedirects = coin();
        if (coin())
            message.auth = {Authentication::Basic, word(), word(), {}};
        else if (coin())
            message.auth = {Authentication::Bearer, {}, {}, word()};
        if (coin())
            message.clientCertificate = {word(), word(), word()};
        message.hosts = several([this] { return pair(); });
        message.proxy = coin() ? u"http://proxy:3128"_s : QString();
        message.extra = extra();
        return message;
    }

    void randomCards(Step &step)
    {
        if (coin())
            step.thinkTime = ThinkTime{word(), m_random.bounded(9000), coin(), extra()};
        if (coin()) {
            step.checkpoint = Checkpoint{coin(), coin(), m_random.bounded(101), m_random.bounded(1000), {}, extra()};
            step.checkpoint->items = several([this] {
                return CheckItem{checkSources()[m_random.bounded(7)], word(), comparisonNames()[m_random.bounded(13)], word(), extra()};
            });
        }
        step.extractions = several([this] {
            Extraction one{word(), m_random.bounded(1, 6), word(), word(), m_random.bounded(1, 9), m_random.bounded(9), word(), {}, extra()};
            if (coin())
                one.expect = coin() ? word() : u""_s;
            return one;
        });
    }

private slots:
    void anyTreeOfStepsComesBackAsItWas()
    {
        for (int round = 0; round < 300; ++round) {
            const QVector<Step> steps = several([this] { return randomStep(3); });
            const QByteArray text = QJsonDocument(toJson(steps)).toJson();
            const auto back = stepsFromJson(QJsonDocument::fromJson(text).array());
            QVERIFY2(back, qPrintable(back ? QString() : back.error().message));
            QCOMPARE(QJsonDocument(toJson(*back)).toJson(), text);
            QVERIFY(*back == steps);
        }
    }

    void aDataInstructionReadsAsDocumented()
    {
        const auto data = dataInstructionOf(step(
            R"x({"data_type":1,"data":{"params":[{"name":"amount","logic":"${__add(${price},${__random(1,9)},2,HALF_UP)}","mode":0}]}})x"));
        QVERIFY(data);
        QCOMPARE(data->params.size(), 1);
        QCOMPARE(data->params[0].name, u"amount"_s);
        QVERIFY(!data->params[0].number);
    }

    void aLoopReadsAsDocumented()
    {
        const Step loop = step(R"({"data_type":201,"data":{"loop_type":0,"loop_count":"3","break_condition":null,"contents":[]}})");
        QCOMPARE(loopOf(loop)->count, u"3"_s);
        QVERIFY(!loopOf(loop)->breakCondition);
        Step changed = loop;
        put(changed, *loopOf(loop));
        QCOMPARE(toJson(changed, 0), toJson(loop, 0));
    }

    void aConditionReadsAsDocumentedAndNullAndEmptyListMeanNone()
    {
        const auto condition = conditionOf(step(
            R"({"data_type":202,"conditions":{"relation":"AND","items":[{"left":"${code}","comparison":"==","right":"0"}]},"data":{"contents":[],"else_contents":[]}})"));
        QVERIFY(condition);
        QVERIFY(condition->all);
        QCOMPARE(condition->items, QVector<Comparison>({{u"${code}"_s, u"=="_s, u"0"_s}}));
        QVERIFY(conditionOf(step(R"({"data_type":202,"conditions":[]})"))->items.isEmpty());
        QVERIFY(conditionOf(step(R"({"data_type":202,"conditions":null})"))->items.isEmpty());
        QVERIFY(!conditionOf(step(R"({"data_type":202,"conditions":{"relation":"XOR"}})")));
    }

    void aShareOfUsersReadsAsDocumented()
    {
        const Step share = step(
            R"({"data_type":203,"data":{"type":"fixed","branches":[{"name":"A","weight":1,"contents":[]},{"name":"B","weight":2,"contents":[{"data_type":0}]}]}})");
        const auto value = userShareOf(share);
        QVERIFY(value);
        QVERIFY(value->fixed);
        QCOMPARE(value->branches, QVector<Branch>({{u"A"_s, 1}, {u"B"_s, 2}}));
        QCOMPARE(share.branches[1].size(), 1);
    }

    void puttingASettingLeavesTheChildrenAlone()
    {
        Step share = step(R"({"data_type":203,"data":{"type":"random","branches":[{"name":"A","weight":1,"contents":[{"data_type":0}]}]}})");
        auto value = *userShareOf(share);
        value.branches.append({u"B"_s, 9});
        put(share, value);
        QCOMPARE(share.branches.size(), 2);
        QCOMPARE(share.branches[0].size(), 1);
    }

    void theOthersReadAsDocumented()
    {
        QCOMPARE(throughputOf(step(R"({"data_type":204,"data":{"rps":100.00,"contents":[]}})"))->rps, 100.0);
        QCOMPARE(*rendezvousOf(step(R"({"data_type":301,"data":{"name":"r1","count":50,"timeout":10000}})")), (Rendezvous{u"r1"_s, 50, 10'000}));
        QCOMPARE(*pluginRequestOf(step(R"({"data_type":302,"data":{"plugin":"mydb","func":"Query","params":{"sql":"select 1"}}})")),
                 (PluginRequest{u"mydb"_s, u"Query"_s, {{u"sql"_s, u"select 1"_s}}}));
    }

    void wrongTypesAreOneSentence_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("message");
        QTest::newRow("rps") << QByteArray(R"({"data_type":204,"data":{"rps":"many"}})") << u"rps: must be a number."_s;
        QTest::newRow("count") << QByteArray(R"({"data_type":301,"data":{"count":-1}})") << u"count: must be a whole number from 0 to 2147483647."_s;
        QTest::newRow("params") << QByteArray(R"({"data_type":302,"data":{"params":{"a":[]}}})") << u"params.a: must be a text."_s;
        QTest::newRow("share") << QByteArray(R"({"data_type":203,"data":{"type":"even"}})") << u"type: must be \"fixed\" or \"random\"."_s;
        QTest::newRow("data") << QByteArray(R"({"data_type":1,"data":{"params":[{"rounding":"X"}]}})") << u"params[0].rounding: “X” is not a way to round."_s;
        QTest::newRow("break") << QByteArray(R"({"data_type":201,"data":{"break_condition":7}})") << u"break_condition.must be an object."_s;
    }

    void wrongTypesAreOneSentence()
    {
        QFETCH(QByteArray, json);
        const Step bad = step(json.constData());
        const auto errorOf = [](const auto &result) { return result ? QString() : result.error().message; };
        switch (bad.kind) {
        case StepKind::Throughput: QTEST(errorOf(throughputOf(bad)), "message"); break;
        case StepKind::Rendezvous: QTEST(errorOf(rendezvousOf(bad)), "message"); break;
        case StepKind::Plugin: QTEST(errorOf(pluginRequestOf(bad)), "message"); break;
        case StepKind::UserShare: QTEST(errorOf(userShareOf(bad)), "message"); break;
        case StepKind::Data: QTEST(errorOf(dataInstructionOf(bad)), "message"); break;
        default: QTEST(errorOf(loopOf(bad)), "message");
        }
    }

    void theDocumentOfACaseComesBackAsItWas()
    {
        TestCase testCase;
        QCOMPARE(*caseDocumentOf(testCase), CaseDocument());
        CaseDocument document{u"Buys one thing"_s, {u"shop"_s, u"smoke"_s}, u"A user is there"_s, 4, 7,
                              {{u"Log in"_s, u"200"_s, {{u"mark"_s, 1}}}}, {{u"owner"_s, u"me"_s}}};
        put(testCase, document);
        const auto back = testCaseFromJson(toJson(testCase));
        QVERIFY(back);
        QCOMPARE(*caseDocumentOf(*back), document);
        testCase.caseInfo[u"rank"_s] = 5;
        QVERIFY(!caseDocumentOf(testCase));
    }

    void logPolicyAndExecutorsComeBack()
    {
        TestCase testCase;
        testCase.logsByCase = true;
        testCase.replicas = 3;
        QVERIFY(*testCaseFromJson(toJson(testCase)) == testCase);
        QVERIFY(!testCaseFromJson({{u"collect_log_policy"_s, 2}}));
    }

    void boundHostsStandInTheHeadOfTheProject()
    {
        Project project;
        project.setHostBindings({{u"shop.example"_s, u"10.0.0.1, 10.0.0.2"_s}});
        const auto back = projectFromFile(toProjectFile(project), u"p"_s);
        QVERIFY(back);
        QCOMPARE(back->hostBindings(), project.hostBindings());
        project.setHostBindings({});
        QVERIFY(project.extra.isEmpty());
    }
};

QTEST_GUILESS_MAIN(InstructionTest)
#include "tst_instruction.moc"
