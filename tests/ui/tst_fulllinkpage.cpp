// The page of full-link applications: what is typed there is what the agents fetch, and it is still there after a restart.
#include "tests/support/windowfixture.h"
#include "ui/shell/fulllinkpage.h"
#include "ui/widgets/rowstable.h"
#include <QtTest>

using namespace Qt::StringLiterals;

class TestFullLinkPage : public QObject
{
    Q_OBJECT

    std::unique_ptr<WindowFixture> m;

    services::FullLinkService &service() { return m->application().fullLink(); }

private slots:
    void init()
    {
        m = std::make_unique<WindowFixture>();
        m->open();
        m->window().showPage(ui::MainWindow::FullLink);
        QTRY_VERIFY(m->find<QWidget>(u"addLinkApplication"_s)->isVisible()); // the page is made when it is first shown
        QVERIFY(m->click(u"addLinkApplication"_s));
        QCOMPARE(service().applications().size(), 1);
    }
    void cleanup() { m.reset(); }

    void theEmptyPageOffersTheFirstOne()
    {
        QVERIFY(m->click(u"removeLinkApplication"_s));
        QCOMPARE(service().applications().size(), 0);
        QVERIFY(!m->find<QWidget>(u"removeLinkApplication"_s)->isEnabled());
        QVERIFY(m->click(u"addFirstLinkApplication"_s));
        QCOMPARE(service().applications().size(), 1);
        QVERIFY(m->find<QWidget>(u"removeLinkApplication"_s)->isEnabled());
    }

    void aNameIsTypedAndKept()
    {
        auto *name = m->find<QLineEdit>(u"linkName"_s);
        name->selectAll();
        QTest::keyClicks(name, u"orders"_s);
        QTest::keyClick(name, Qt::Key_Return);
        QCOMPARE(service().applications().first().name, u"orders"_s);
        m->reopen();
        QCOMPARE(service().applications().first().name, u"orders"_s);
    }

    void theStressMarkIsTypedAndKept()
    {
        QCOMPARE(service().mark(), (domain::StressMark{u"x-test"_s, u"true"_s}));
        const auto type = [&](const QString &field, const QString &typed) {
            auto *edit = m->find<QLineEdit>(field);
            edit->selectAll();
            QTest::keyClicks(edit, typed);
            QTest::keyClick(edit, Qt::Key_Return);
            return edit->text();
        };
        QCOMPARE(type(u"linkMarkName"_s, u"x-shadow"_s), u"x-shadow"_s);
        QCOMPARE(type(u"linkMarkValue"_s, u"1"_s), u"1"_s);
        QCOMPARE(type(u"linkMarkName"_s, u"two words"_s), u"x-shadow"_s); // no header: said, and as it was
        m->reopen();
        QCOMPARE(service().mark(), (domain::StressMark{u"x-shadow"_s, u"1"_s}));
    }

    void switchesAndPlacesReachTheRules()
    {
        m->find<QCheckBox>(u"linkMain"_s)->click();
        m->find<QCheckBox>(u"linkKafka"_s)->click();
        auto *prefix = m->find<QLineEdit>(u"linkKafkaPrefix"_s);
        prefix->setFocus();
        QTest::keyClicks(prefix, u"shadow_"_s);
        QTest::keyClick(prefix, Qt::Key_Return);
        const auto &rules = service().applications().first().rules;
        QVERIFY(rules.mainSwitch && rules.kafka && !rules.redis);
        QCOMPARE(rules.kafkaPrefix, u"shadow_"_s);
    }

    void mockRulesHaveNameHeadersAndDelay()
    {
        auto *mocks = m->find<ui::RowsTable>(u"linkMocks"_s);
        QStringList headings;
        for (int column = 0; column < mocks->columnCount(); ++column)
            headings << mocks->horizontalHeaderItem(column)->text();
        const auto type = [&](const QString &heading, const QString &text) {
            const int column = int(headings.indexOf(heading));
            QVERIFY2(column >= 0, qPrintable(heading));
            mocks->item(0, column)->setText(text);
        };
        type(u"Name"_s, u"pay"_s);
        type(u"URL, * for any text"_s, u"http://bank/pay*"_s);
        type(u"Headers, as A: b; C: d"_s, u"X-A: 1; Location : http://b:8/ "_s);
        type(u"Answer, JSON"_s, u"{}"_s);
        type(u"Delay, ms"_s, u"250"_s);
        const auto mocksNow = [this] { return service().applications().first().rules.mocks; };
        QCOMPARE(mocksNow().size(), 1);
        const auto rule = mocksNow().first();
        QCOMPARE(rule.name, u"pay"_s);
        QCOMPARE(rule.headers, (QVector<QPair<QString, QString>>{{u"X-A"_s, u"1"_s}, {u"Location"_s, u"http://b:8/"_s}}));
        QCOMPARE(rule.delayMs, 250);
        m->reopen();
        QCOMPARE(domain::toJson(mocksNow().first()), domain::toJson(rule));
    }

    void bothLogsAreSetApart()
    {
        for (const auto &[name, text] : {std::pair{u"linkLogLevel"_s, u"WARN"_s}, {u"linkAppLogLevel"_s, u"TRACE"_s}, {u"linkAppLogPath"_s, u"/var/log/shop.log"_s}}) {
            auto *edit = m->find<QLineEdit>(name);
            QVERIFY2(edit, qPrintable(name));
            edit->setFocus();
            edit->selectAll();
            QTest::keyClicks(edit, text);
            QTest::keyClick(edit, Qt::Key_Return);
        }
        const auto &rules = service().applications().first().rules;
        QCOMPARE(rules.logLevel, u"WARN"_s);
        QCOMPARE(rules.appLogLevel, u"TRACE"_s);
        QCOMPARE(rules.appLogPath, u"/var/log/shop.log"_s);
    }

    void anAgentShowsWithItsStateAndGoes()
    {
        const auto id = service().registerAgent(service().applications().first().id, u"10.0.0.7"_s, u"1.2"_s, u"orders-1"_s);
        auto *agents = m->find<QTableWidget>(u"linkAgents"_s);
        QCOMPARE(agents->rowCount(), 1);
        QCOMPARE(agents->item(0, 1)->text(), u"10.0.0.7"_s);
        QCOMPARE(agents->item(0, 3)->text(), u"on line"_s);
        QVERIFY(service().agent(id));
        agents->setCurrentCell(0, 0);
        m->find<QPushButton>(u"linkDropAgent"_s)->click();
        QVERIFY(!service().agent(id));
        QCOMPARE(agents->rowCount(), 0);
    }

    void theMockEndpointStartsAndStops()
    {
        auto *mock = m->find<QPushButton>(u"linkMock"_s);
        mock->click();
        QVERIFY(!service().mockUrl().isEmpty());
        mock->click();
        QVERIFY(service().mockUrl().isEmpty());
    }

    void anApplicationGoesWithItsRules()
    {
        QVERIFY(m->click(u"removeLinkApplication"_s));
        QVERIFY(service().applications().isEmpty());
    }
};

QTEST_MAIN(TestFullLinkPage)
#include "tst_fulllinkpage.moc"
