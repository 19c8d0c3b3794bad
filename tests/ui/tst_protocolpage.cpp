// Cards of other protocols in the request editor: the picker changes the page; every field is typed, saved and undone.
#include "models/domain/protocolcard.h"
#include "models/domain/step.h"
#include "ui/editors/protocolchoice.h"
#include "ui/editors/requesteditor.h"
#include "ui/widgets/codeedit.h"
#include "ui/widgets/tabs.h"
#include "ui/widgets/theme.h"
#include <QAbstractButton>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using ui::RequestEditor;
using ui::Spoken;

class TestProtocolPage : public QObject
{
    Q_OBJECT

    const domain::Message &message() const { return m_document->step(m_step)->message; }
    const QJsonObject &extra() const { return message().extra; }
    template <class T> T *find(const QString &name) const
    {
        T *found = m_editor->findChild<T *>(name);
        if (!found)
            qFatal("no %s", qPrintable(name));
        return found;
    }
    void choose(Spoken spoken)
    {
        auto *picker = find<QComboBox>(u"requestProtocol"_s);
        picker->setCurrentIndex(int(spoken));
        emit picker->activated(int(spoken));
    }
    void setMethod(const QString &method) { emit find<QComboBox>(u"requestMethod"_s)->textActivated(method); }
    void press(const QString &segments, int index) { QTest::mouseClick(find<ui::Segmented>(segments)->at(index), Qt::LeftButton); }
    /// Selects what is there and types over it.
    void type(const QString &name, const QString &text)
    {
        auto *edit = find<QLineEdit>(name);
        QVERIFY2(edit->isVisible() && edit->isEnabled(), qPrintable(name));
        edit->selectAll();
        QTest::keyClicks(edit, text);
    }
    void set(const QString &name, int value)
    {
        auto *box = find<QSpinBox>(name);
        QVERIFY2(box->isVisible(), qPrintable(name));
        box->setValue(value);
    }
    void pick(const QString &name, int index)
    {
        auto *box = find<QComboBox>(name);
        QVERIFY2(box->isVisible(), qPrintable(name));
        box->setCurrentIndex(index);
    }
    /// Undoes everything and compares with the card as it was; then does it again.
    void undoneAndRedone(const domain::Message &before)
    {
        const domain::Message after = message();
        QVERIFY(after != before);
        auto &history = m_document->undoStack();
        while (history.canUndo())
            history.undo();
        QCOMPARE(domain::toJson(message()), domain::toJson(before));
        while (history.canRedo())
            history.redo();
        QCOMPARE(domain::toJson(message()), domain::toJson(after));
    }

private slots:
    void init()
    {
        ui::theme::apply(false);
        m_document = std::make_unique<document::ProjectDocument>();
        m_step = m_document->addStep(m_document->addCase(u"Shop"_s), domain::newRequest(u"Card"_s, u"GET"_s, u"http://a"_s));
        m_editor = std::make_unique<RequestEditor>(*m_document);
        m_editor->resize(1000, 700);
        m_editor->setStep(m_step);
        m_editor->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_editor.get()));
        m_document->undoStack().clear();
    }
    void cleanup()
    {
        m_editor.reset();
        m_document.reset();
    }

    void thePickerChangesPartsAndMethods_data()
    {
        QTest::addColumn<int>("spoken");
        QTest::addColumn<QString>("first"); // method; empty: there is no choice
        QTest::addColumn<bool>("headers");
        QTest::newRow("TCP") << int(Spoken::Tcp) << QString() << false;
        QTest::newRow("UDP") << int(Spoken::Udp) << QString() << false;
        QTest::newRow("WebSocket") << int(Spoken::WebSocket) << u"Connect"_s << true;
        QTest::newRow("MQTT") << int(Spoken::Mqtt) << u"Connect"_s << false;
        QTest::newRow("HLS") << int(Spoken::Hls) << QString() << false;
        QTest::newRow("RTMP") << int(Spoken::Rtmp) << QString() << false;
        QTest::newRow("HTTP-FLV") << int(Spoken::HttpFlv) << QString() << false;
    }
    void thePickerChangesPartsAndMethods()
    {
        QFETCH(int, spoken);
        QFETCH(QString, first);
        QFETCH(bool, headers);
        auto *tabs = find<ui::SubTabs>(u"requestTabs"_s);
        QVERIFY(!tabs->isTabVisible(RequestEditor::Card) && tabs->isTabVisible(RequestEditor::Body));
        const domain::Message before = message();
        choose(Spoken(spoken));
        QCOMPARE(int(ui::spokenBy(message())), spoken);
        QCOMPARE(tabs->currentIndex(), int(RequestEditor::Card));
        for (const auto tab : {RequestEditor::Params, RequestEditor::Body, RequestEditor::Auth})
            QVERIFY(!tabs->isTabVisible(tab));
        QCOMPARE(tabs->isTabVisible(RequestEditor::Headers), headers);
        QVERIFY(tabs->isTabVisible(RequestEditor::Checkpoints) && tabs->isTabVisible(RequestEditor::Options));
        QCOMPARE(find<QComboBox>(u"requestMethod"_s)->isVisible(), !first.isEmpty());
        if (!first.isEmpty())
            QCOMPARE(message().method, first);
        QCOMPARE(m_document->undoStack().count(), 1);
        undoneAndRedone(before);
        choose(Spoken::Http);
        QCOMPARE(message().protocol, domain::Protocol::Http);
        QVERIFY(domain::methodsOf(domain::Protocol::Http).contains(message().method));
        QCOMPARE(tabs->currentIndex(), int(RequestEditor::Params));
    }

    void aTcpCardIsTyped()
    {
        choose(Spoken::Tcp);
        const domain::Message before = message();
        m_document->undoStack().clear();
        find<ui::CodeEdit>(u"requestUrl"_s)->selectAll();
        QTest::keyClicks(find<ui::CodeEdit>(u"requestUrl"_s), u"ssl://host:7000"_s);
        QCOMPARE(message().url, u"ssl://host:7000"_s);
        pick(u"answerEnd"_s, domain::SocketOptions::Length);
        set(u"answerLength"_s, 12);
        QCOMPARE(extra()[u"check_end_type"_s].toInt(), 1);
        QCOMPARE(extra()[u"check_end_length"_s].toInt(), 12);
        pick(u"answerEnd"_s, domain::SocketOptions::Mark);
        QVERIFY(!find<QSpinBox>(u"answerLength"_s)->isVisible());
        type(u"answerMark"_s, u"0d0a"_s);
        press(u"answerMarkFormat"_s, 1);
        QCOMPARE(extra()[u"check_end_str"_s].toString(), u"0d0a"_s);
        QCOMPARE(extra()[u"check_end_format"_s].toString(), u"hex"_s);
        press(u"socketConnection"_s, 1);
        QCOMPARE(extra()[u"connect_type"_s].toInt(), 2);
        QTest::keyClicks(find<ui::CodeEdit>(u"payloadText"_s), u"70696e67"_s);
        press(u"payloadFormat"_s, 1);
        QCOMPARE(message().body, u"70696e67"_s);
        QCOMPARE(extra()[u"body_format"_s].toString(), u"hex"_s);
        undoneAndRedone(before);
        QCOMPARE(find<QLineEdit>(u"answerMark"_s)->text(), u"0d0a"_s);
    }

    void aWebSocketCardIsTyped()
    {
        choose(Spoken::WebSocket);
        const domain::Message before = message();
        m_document->undoStack().clear();
        auto *packs = find<QCheckBox>(u"webSocketCompression"_s);
        QVERIFY(packs->isVisible());
        QTest::mouseClick(packs, Qt::LeftButton, {}, QPoint(8, packs->height() / 2));
        QVERIFY(extra()[u"compression"_s].toBool());
        QVERIFY(!find<ui::CodeEdit>(u"payloadText"_s)->isVisible());
        setMethod(u"ReadWrite"_s);
        QVERIFY(!packs->isVisible());
        set(u"webSocketFragment"_s, 100);
        QCOMPARE(extra()[u"fragment_size"_s].toInt(), 100);
        QTest::keyClicks(find<ui::CodeEdit>(u"payloadText"_s), u"hello"_s);
        QCOMPARE(message().body, u"hello"_s);
        undoneAndRedone(before);
    }

    void anMqttCardIsTyped()
    {
        choose(Spoken::Mqtt);
        const domain::Message before = message();
        m_document->undoStack().clear();
        pick(u"mqttVersion"_s, 2);
        type(u"mqttClient"_s, u"c-1"_s);
        type(u"mqttUser"_s, u"ann"_s);
        type(u"mqttPassword"_s, u"x"_s);
        set(u"mqttKeepAlive"_s, 60);
        set(u"mqttExpiry"_s, 90);
        auto *clean = find<QCheckBox>(u"mqttClean"_s);
        QTest::mouseClick(clean, Qt::LeftButton, {}, QPoint(8, clean->height() / 2));
        QVERIFY(!find<QLineEdit>(u"mqttWillPayload"_s)->isEnabled());
        type(u"mqttWillTopic"_s, u"gone"_s);
        type(u"mqttWillPayload"_s, u"bye"_s);
        press(u"mqttWillQos"_s, 1);
        auto options = domain::mqttOptions(message());
        QVERIFY(options);
        domain::MqttOptions expected;
        expected.version = u"5"_s;
        expected.clientId = u"c-1"_s;
        expected.user = u"ann"_s;
        expected.password = u"x"_s;
        expected.keepAlive = 60;
        expected.sessionExpiry = 90;
        expected.cleanSession = false;
        expected.willTopic = u"gone"_s;
        expected.willPayload = u"bye"_s;
        expected.willQos = 1;
        QVERIFY(*options == expected);
        setMethod(u"Publish"_s);
        QVERIFY(!find<QLineEdit>(u"mqttClient"_s)->isVisible());
        type(u"mqttTopic"_s, u"a/b"_s);
        press(u"mqttQos"_s, 2);
        auto *retain = find<QCheckBox>(u"mqttRetain"_s);
        QTest::mouseClick(retain, Qt::LeftButton, {}, QPoint(8, retain->height() / 2));
        QTest::keyClicks(find<ui::CodeEdit>(u"payloadText"_s), u"21"_s);
        setMethod(u"Subscribe"_s);
        set(u"mqttAwaited"_s, 3);
        options = domain::mqttOptions(message());
        QVERIFY(options && options->topic == u"a/b"_s && options->qos == 2 && options->retain && options->awaitedMessages == 3);
        QCOMPARE(message().body, u"21"_s);
        undoneAndRedone(before);
    }

    void streamsAreTyped()
    {
        choose(Spoken::Hls);
        const domain::Message before = message();
        m_document->undoStack().clear();
        set(u"streamDuration"_s, 30);
        pick(u"hlsBitrate"_s, 1);
        set(u"hlsRetryDelay"_s, 250);
        set(u"hlsRetryTimes"_s, 7);
        auto options = domain::streamOptions(message());
        QVERIFY(options && options->duration == 30 && options->bitrate == domain::StreamOptions::Highest && options->retryDelayMs == 250
                && options->retryTimes == 7);
        choose(Spoken::Rtmp);
        QVERIFY(!find<QComboBox>(u"hlsBitrate"_s)->isVisible());
        find<ui::CodeEdit>(u"requestUrl"_s)->selectAll();
        QTest::keyClicks(find<ui::CodeEdit>(u"requestUrl"_s), u"rtmp://host/live/one"_s);
        press(u"rtmpMode"_s, 1);
        type(u"rtmpMedia"_s, u"film.flv"_s);
        options = domain::streamOptions(message());
        QVERIFY(options && options->publishes && options->mediaFile == u"film.flv"_s && options->rtmpUrl == u"rtmp://host/live/one"_s);
        QCOMPARE(message().url, u"http://a"_s); // that of HLS is kept
        undoneAndRedone(before);
    }

    void whatIsNoAddressIsSaidInPlace_data()
    {
        QTest::addColumn<int>("spoken");
        QTest::addColumn<QString>("bad");
        QTest::addColumn<QString>("good");
        QTest::newRow("TCP") << int(Spoken::Tcp) << u"host"_s << u"host:7"_s;
        QTest::newRow("UDP") << int(Spoken::Udp) << u"tcp://host:7"_s << u"udp://host:7"_s;
        QTest::newRow("WebSocket") << int(Spoken::WebSocket) << u"http://host/"_s << u"wss://host/path?q=1"_s;
        QTest::newRow("MQTT") << int(Spoken::Mqtt) << u"host"_s << u"ssl://host:8883"_s;
        QTest::newRow("HLS") << int(Spoken::Hls) << u"list.m3u8"_s << u"https://host/list.m3u8"_s;
        QTest::newRow("RTMP") << int(Spoken::Rtmp) << u"rtmp://host/live"_s << u"rtmp://host/live/one"_s;
        QTest::newRow("HTTP-FLV") << int(Spoken::HttpFlv) << u"rtmp://host/live"_s << u"http://host/live.flv"_s;
    }
    void whatIsNoAddressIsSaidInPlace()
    {
        QFETCH(int, spoken);
        QFETCH(QString, bad);
        QFETCH(QString, good);
        choose(Spoken(spoken));
        auto *url = find<ui::CodeEdit>(u"requestUrl"_s);
        auto *note = find<QLabel>(u"requestNote"_s);
        url->setPlainText(bad);
        QVERIFY(note->isVisible() && note->text().contains(ui::spokenNames()[spoken]));
        url->setPlainText(good);
        QVERIFY2(!note->isVisible(), qPrintable(note->text()));
        url->setPlainText(u"${base}"_s);
        QVERIFY(!note->text().contains(ui::spokenNames()[spoken] + u" yet"_s));
    }

    void everyFieldHasAnAccessibleName()
    {
        for (const Spoken spoken : {Spoken::Tcp, Spoken::WebSocket, Spoken::Mqtt, Spoken::Rtmp, Spoken::Hls}) {
            choose(spoken);
            for (QWidget *each : m_editor->findChildren<QWidget *>()) {
                const bool isField = !each->isVisible() ? false : qobject_cast<QLineEdit *>(each) || qobject_cast<QComboBox *>(each) || qobject_cast<ui::Segmented *>(each);
                if (isField && each->objectName() != u"qt_spinbox_lineedit"_s)
                    QVERIFY2(!each->accessibleName().isEmpty(), qPrintable(each->objectName()));
            }
        }
    }

private:
    std::unique_ptr<document::ProjectDocument> m_document;
    std::unique_ptr<RequestEditor> m_editor;
    domain::StepId m_step;
};

QTEST_MAIN(TestProtocolPage)
#include "tst_protocolpage.moc"
