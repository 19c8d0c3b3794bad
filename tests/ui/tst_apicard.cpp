// The local API's card: every control does what it says, and the card tells how the server does.
#include "app/services/apiservice.h"
#include "ui/shell/apicard.h"
#include "ui/widgets/theme.h"
#include <QtTest>

using namespace Qt::StringLiterals;

class TestApiCard : public QObject
{
    Q_OBJECT

    std::unique_ptr<services::ApiService> m_api;
    std::unique_ptr<ui::ApiCard> m_card;

    template <class T> T *find(const QString &name) { return m_card->findChild<T *>(name); }
    QString note() { return find<QLabel>(u"apiNote"_s)->text(); }

private slots:
    void init()
    {
        ui::theme::apply(false);
        m_api = std::make_unique<services::ApiService>();
        m_card = std::make_unique<ui::ApiCard>(*m_api);
        m_card->show();
    }

    void theSwitchAndThePortAreTaken()
    {
        find<QCheckBox>(u"apiOn"_s)->click();
        QVERIFY(m_api->isWanted());
        auto *port = find<QSpinBox>(u"apiPort"_s);
        port->setFocus();
        port->selectAll();
        QTest::keyClicks(port, u"18600"_s);
        QTest::keyClick(port, Qt::Key_Return);
        QCOMPARE(m_api->port(), quint16(18600));
        m_api->setWanted(false);
        QVERIFY(!find<QCheckBox>(u"apiOn"_s)->isChecked());
    }

    void whereItListensAndWhyItDoesNotIsTold()
    {
        m_api->setWanted(true);
        m_api->setRunning(u"http://127.0.0.1:18600"_s);
        QVERIFY(note().contains(u"18600"_s));
        m_api->setRunning({});
        m_api->setFailed(u"Port 80 is in use."_s);
        QCOMPARE(note(), u"Port 80 is in use."_s);
    }

    void aPasswordNeedsAUserAndIsNotShownAgain()
    {
        find<QLineEdit>(u"apiPassword"_s)->setText(u"sesame"_s);
        find<QPushButton>(u"apiSavePassword"_s)->click();
        QVERIFY(m_api->secrets().user.isEmpty());
        QVERIFY(note().contains(u"both"_s));
        find<QLineEdit>(u"apiUser"_s)->setText(u"anna"_s);
        find<QPushButton>(u"apiSavePassword"_s)->click();
        QVERIFY(services::isPasswordOf(m_api->secrets(), u"anna"_s, u"sesame"_s));
        QVERIFY(find<QLineEdit>(u"apiPassword"_s)->text().isEmpty());
    }

    void aNewKeyIsShownOnlyWhenAsked()
    {
        QVERIFY(!find<QWidget>(u"apiCopyKey"_s)->isEnabled());
        find<QPushButton>(u"apiNewKey"_s)->click();
        const auto secrets = m_api->secrets();
        QVERIFY(!secrets.accessKey.isEmpty());
        QCOMPARE(find<QLineEdit>(u"apiAccessKey"_s)->text(), secrets.accessKey);
        auto *secret = find<QLineEdit>(u"apiSecretKey"_s);
        QVERIFY(secret->displayText() != QString::fromLatin1(secrets.secretKey));
        find<QToolButton>(u"apiShowKey"_s)->click();
        QCOMPARE(secret->displayText(), QString::fromLatin1(secrets.secretKey));
        find<QToolButton>(u"apiCopyKey"_s)->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), secrets.accessKey + u'\n' + QString::fromLatin1(secrets.secretKey));
        find<QPushButton>(u"apiNewKey"_s)->click();
        QVERIFY(m_api->secrets().accessKey != secrets.accessKey);
    }
};

QTEST_MAIN(TestApiCard)
#include "tst_apicard.moc"
