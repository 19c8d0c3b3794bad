#include "ui/editors/protocolpage.h"
#include "models/domain/protocolcard.h"
#include "ui/editors/protocolchoice.h"
#include "ui/editors/variablehelp.h"
#include "ui/widgets/basics.h"
#include <QFileDialog>

using namespace Qt::StringLiterals;

namespace ui {

using domain::Message;
using domain::MqttOptions;
using domain::SocketOptions;
using domain::Step;
using domain::StreamOptions;
using domain::WebSocketOptions;

namespace {

/// Reads and writes one member of a set of options; a set that cannot be read counts as the usual one.
template <class Options, domain::Result<Options> (*readAll)(const Message &), void (*writeAll)(Message &, const Options &)> struct Access
{
    static Options all(const Step &step)
    {
        const auto options = readAll(step.message);
        return options ? *options : Options();
    }
    template <class Member> static auto get(Member Options::*member)
    {
        return [member](const Step &step) { return all(step).*member; };
    }
    template <class Member> static auto set(Member Options::*member)
    {
        return [member](Step &step, const Member &value) {
            Options options = all(step);
            options.*member = value;
            writeAll(step.message, options);
        };
    }
    template <class Member> static auto getIndex(Member Options::*member)
    {
        return [member](const Step &step) { return int(all(step).*member); };
    }
    template <class Member> static auto setIndex(Member Options::*member)
    {
        return [member](Step &step, int value) { set(member)(step, Member(value)); };
    }
};

using Socket = Access<SocketOptions, domain::socketOptions, domain::setSocketOptions>;
using WebSocket = Access<WebSocketOptions, domain::webSocketOptions, domain::setWebSocketOptions>;
using Mqtt = Access<MqttOptions, domain::mqttOptions, domain::setMqttOptions>;
using Streams = Access<StreamOptions, domain::streamOptions, domain::setStreamOptions>;

const QStringList &versions()
{
    static const QStringList all{u"3.1"_s, u"3.1.1"_s, u"5"_s};
    return all;
}

bool isMethod(const Step &step, std::initializer_list<QLatin1StringView> names)
{
    return std::any_of(names.begin(), names.end(), [&](QLatin1StringView name) { return step.message.method.compare(name, Qt::CaseInsensitive) == 0; });
}

/// Whether a card of this protocol and method sends a payload.
bool hasPayload(const Step &step)
{
    switch (spokenBy(step.message)) {
    case Spoken::Tcp: case Spoken::Udp: return true;
    case Spoken::WebSocket: return isMethod(step, {"ReadWrite"_L1, "WriteOnly"_L1});
    case Spoken::Mqtt: return isMethod(step, {"Publish"_L1});
    case Spoken::Http: case Spoken::Hls: case Spoken::Rtmp: case Spoken::HttpFlv: return false;
    }
    return false;
}

/// What is wrong with the settings as the card has them; empty: nothing.
QString problemOf(const Step &step)
{
    const auto problem = [](const auto &options) { return options ? QString() : options.error().message; };
    switch (spokenBy(step.message)) {
    case Spoken::Http: return {};
    case Spoken::Tcp: case Spoken::Udp: return problem(domain::socketOptions(step.message));
    case Spoken::WebSocket: return problem(domain::webSocketOptions(step.message));
    case Spoken::Mqtt: return problem(domain::mqttOptions(step.message));
    case Spoken::Hls: case Spoken::Rtmp: case Spoken::HttpFlv: return problem(domain::streamOptions(step.message));
    }
    return {};
}

QWidget *heading(Texts &texts, const Label &label)
{
    auto *title = text({}, Type::Heading);
    texts.add([=] { title->setText(label()); });
    return title;
}

} // namespace

ProtocolPage::ProtocolPage(StepTarget &target, VariableHelp *help)
    : StepPage(target), m_settings{socketSettings(help), webSocketSettings(), mqttSettings(help), streamSettings(help)}, m_body(new CodeEdit({}, true, true)), m_note(text({}, Type::Small, u"bad"_s))
{
    m_note->setObjectName(u"protocolNote"_s);
    m_note->setContentsMargins(sp::m, 6, sp::m, 0);
    m_payload = payload(help);
    auto *all = vbox(0);
    all->addWidget(m_note);
    for (QWidget *each : std::as_const(m_settings))
        all->addWidget(each);
    all->addWidget(m_payload, 1);
    all->addStretch(0); // takes the room where there is no payload
    auto *outer = vbox(0);
    outer->addWidget(form::scroll(wrap(all, u"pane"_s)));
    setLayout(outer);
}

QWidget *ProtocolPage::captioned(QWidget *control, const Label &label, int width)
{
    if (width)
        control->setFixedWidth(width);
    return labelled(m_texts, control, label);
}

QWidget *ProtocolPage::socketSettings(VariableHelp *help)
{
    auto *keep = m_fields.segments(u"socketConnection"_s, [] { return tr("Connection"); }, [] { return QStringList{tr("Kept"), tr("Closed after each")}; },
                                   Socket::getIndex(&SocketOptions::closeAfter), Socket::setIndex(&SocketOptions::closeAfter));
    auto *end = m_fields.choice(u"answerEnd"_s, [] { return tr("The answer ends"); },
                                [] { return QStringList{tr("with whatever comes first"), tr("after a length"), tr("with a mark"),
                                                        tr("when the other side closes"), tr("none is awaited")}; },
                                Socket::getIndex(&SocketOptions::end), Socket::setIndex(&SocketOptions::end));
    auto *length = m_fields.number(u"answerLength"_s, 0, 10'000'000, [] { return tr("Length, bytes"); }, Socket::get(&SocketOptions::length),
                                   Socket::set(&SocketOptions::length));
    auto *mark = m_fields.line(u"answerMark"_s, [] { return tr("Mark"); }, Socket::get(&SocketOptions::mark), Socket::set(&SocketOptions::mark));
    auto *markHex = m_fields.segments(u"answerMarkFormat"_s, [] { return tr("The mark is written as"); }, [] { return QStringList{tr("Text"), tr("Hex")}; },
                                      Socket::getIndex(&SocketOptions::markIsHex), Socket::setIndex(&SocketOptions::markIsHex));
    help->watch(mark);
    auto *lengthField = captioned(length, [] { return tr("Length, bytes"); }, 132);
    auto *markField = captioned(mark, [] { return tr("Mark"); }, 200);
    auto *hexField = captioned(markHex, [] { return tr("The mark is written as"); });
    m_fields.onRead([=](const Step &s) {
        const SocketOptions options = Socket::all(s);
        lengthField->setVisible(options.end == SocketOptions::Length);
        markField->setVisible(options.end == SocketOptions::Mark);
        hexField->setVisible(options.end == SocketOptions::Mark);
    });
    auto *l = vbox(sp::m, {sp::m, sp::m, sp::m, sp::s});
    l->addLayout(form::line({captioned(end, [] { return tr("The answer ends"); }, 220), lengthField, markField, hexField}, true, sp::m));
    l->addLayout(form::line({captioned(keep, [] { return tr("Connection"); })}, true, sp::m));
    return wrap(l);
}

QWidget *ProtocolPage::webSocketSettings()
{
    auto *packs = m_fields.flag(u"webSocketCompression"_s, [] { return tr("Offer compression of messages (permessage-deflate)"); },
                                WebSocket::get(&WebSocketOptions::compression), WebSocket::set(&WebSocketOptions::compression));
    auto *fragment = m_fields.number(u"webSocketFragment"_s, 0, 10'000'000, [] { return tr("Bytes a frame, 0 for one frame"); },
                                     WebSocket::get(&WebSocketOptions::fragmentSize), WebSocket::set(&WebSocketOptions::fragmentSize));
    auto *fragmentField = captioned(fragment, [] { return tr("Bytes a frame, 0 for one frame"); }, 180);
    auto *hint = form::para({}, Type::Small, u"3"_s);
    m_texts.add([=] { hint->setText(tr("Connect opens the connection; the cards after it with the same address use it, until Disconnect.")); });
    m_fields.onRead([=](const Step &s) {
        packs->setVisible(isMethod(s, {"Connect"_L1}));
        fragmentField->setVisible(hasPayload(s));
    });
    auto *l = vbox(sp::m, {sp::m, sp::m, sp::m, sp::s});
    l->addWidget(hint);
    l->addWidget(packs);
    l->addLayout(form::line({fragmentField}, true, sp::m));
    return wrap(l);
}

QWidget *ProtocolPage::mqttSettings(VariableHelp *help)
{
    auto *topic = m_fields.line(u"mqttTopic"_s, [] { return tr("Topic"); }, Mqtt::get(&MqttOptions::topic), Mqtt::set(&MqttOptions::topic));
    auto *qos = m_fields.segments(u"mqttQos"_s, [] { return tr("Quality of service"); }, [] { return QStringList{u"0"_s, u"1"_s, u"2"_s}; },
                                  Mqtt::get(&MqttOptions::qos), Mqtt::set(&MqttOptions::qos));
    auto *retain = m_fields.flag(u"mqttRetain"_s, [] { return tr("Retain"); }, Mqtt::get(&MqttOptions::retain), Mqtt::set(&MqttOptions::retain));
    auto *awaited = m_fields.number(u"mqttAwaited"_s, 0, 1'000'000, [] { return tr("Messages to wait for"); },
                                    Mqtt::get(&MqttOptions::awaitedMessages), Mqtt::set(&MqttOptions::awaitedMessages));
    help->watch(topic);
    auto *topicField = captioned(topic, [] { return tr("Topic"); });
    auto *qosField = captioned(qos, [] { return tr("Quality of service"); });
    auto *awaitedField = captioned(awaited, [] { return tr("Messages to wait for"); }, 150);
    auto *hint = form::para({}, Type::Small, u"3"_s);
    m_texts.add([=] {
        hint->setText(tr("Connect opens the connection; the cards after it with the same address use it, until Disconnect."));
        topic->setPlaceholderText(tr("fleet/${device}/state"));
    });
    QWidget *connection = mqttConnection(help);
    m_fields.onRead([=](const Step &s) {
        const bool asks = isMethod(s, {"Subscribe"_L1}), publishes = isMethod(s, {"Publish"_L1}), leaves = isMethod(s, {"Unsubscribe"_L1});
        topicField->setVisible(asks || publishes || leaves);
        qosField->setVisible(asks || publishes);
        retain->setVisible(publishes);
        awaitedField->setVisible(asks);
        connection->setVisible(isMethod(s, {"Connect"_L1}));
    });
    auto *line = hbox(sp::m);
    line->addWidget(topicField, 1);
    line->addWidget(qosField);
    line->addWidget(awaitedField);
    line->addWidget(retain, 0, Qt::AlignBottom);
    auto *l = vbox(sp::m, {sp::m, sp::m, sp::m, sp::s});
    l->addWidget(hint);
    l->addLayout(line);
    l->addWidget(connection);
    return wrap(l);
}

QWidget *ProtocolPage::mqttConnection(VariableHelp *help)
{
    const auto line = [&](const QString &name, const Label &label, QString MqttOptions::*member) {
        auto *edit = m_fields.line(name, label, Mqtt::get(member), Mqtt::set(member));
        help->watch(edit);
        return edit;
    };
    auto *version = m_fields.choice(u"mqttVersion"_s, [] { return tr("Version"); }, [] { return versions(); },
                                    [](const Step &s) { return int(versions().indexOf(Mqtt::all(s).version)); },
                                    [](Step &s, int i) { Mqtt::set(&MqttOptions::version)(s, versions()[i]); });
    auto *client = line(u"mqttClient"_s, [] { return tr("Client id"); }, &MqttOptions::clientId);
    auto *user = line(u"mqttUser"_s, [] { return tr("User name"); }, &MqttOptions::user);
    auto *password = line(u"mqttPassword"_s, [] { return tr("Password"); }, &MqttOptions::password);
    auto *alive = m_fields.number(u"mqttKeepAlive"_s, 0, 65535, [] { return tr("Keep alive, s"); }, Mqtt::get(&MqttOptions::keepAlive),
                                  Mqtt::set(&MqttOptions::keepAlive));
    auto *clean = m_fields.flag(u"mqttClean"_s, [] { return tr("Clean session"); }, Mqtt::get(&MqttOptions::cleanSession),
                                Mqtt::set(&MqttOptions::cleanSession));
    auto *expiry = m_fields.number(u"mqttExpiry"_s, 0, std::numeric_limits<int>::max(), [] { return tr("Session expires after, s"); },
                                   Mqtt::get(&MqttOptions::sessionExpiry), Mqtt::set(&MqttOptions::sessionExpiry));
    auto *willTopic = line(u"mqttWillTopic"_s, [] { return tr("Topic of the will"); }, &MqttOptions::willTopic);
    auto *willPayload = line(u"mqttWillPayload"_s, [] { return tr("Message of the will"); }, &MqttOptions::willPayload);
    auto *willQos = m_fields.segments(u"mqttWillQos"_s, [] { return tr("Quality of service of the will"); }, [] { return QStringList{u"0"_s, u"1"_s, u"2"_s}; },
                                      Mqtt::get(&MqttOptions::willQos), Mqtt::set(&MqttOptions::willQos));
    auto *willRetain = m_fields.flag(u"mqttWillRetain"_s, [] { return tr("Retain the will"); }, Mqtt::get(&MqttOptions::willRetain),
                                     Mqtt::set(&MqttOptions::willRetain));
    auto *expiryField = captioned(expiry, [] { return tr("Session expires after, s"); }, 170);
    m_texts.add([=] {
        client->setPlaceholderText(tr("one of its own for each user"));
        willTopic->setPlaceholderText(tr("empty: no will"));
    });
    m_fields.onRead([=](const Step &s) {
        const MqttOptions options = Mqtt::all(s);
        expiryField->setVisible(options.version == "5"_L1);
        const bool hasWill = !options.willTopic.isEmpty();
        for (QWidget *each : std::initializer_list<QWidget *>{willPayload, willQos, willRetain})
            each->setEnabled(hasWill);
        // A reference is no secret: it may be read.
        password->setEchoMode(options.password.contains("${"_L1) ? QLineEdit::Normal : QLineEdit::PasswordEchoOnEdit);
    });
    auto *who = hbox(sp::m);
    who->addWidget(captioned(version, [] { return tr("Version"); }, 110));
    who->addWidget(captioned(client, [] { return tr("Client id"); }), 1);
    who->addWidget(captioned(user, [] { return tr("User name"); }), 1);
    who->addWidget(captioned(password, [] { return tr("Password"); }), 1);
    auto *session = hbox(sp::m);
    session->addWidget(captioned(alive, [] { return tr("Keep alive, s"); }, 132));
    session->addWidget(expiryField);
    session->addWidget(clean, 0, Qt::AlignBottom);
    session->addStretch(1);
    auto *will = hbox(sp::m);
    will->addWidget(captioned(willTopic, [] { return tr("Topic of the will"); }), 1);
    will->addWidget(captioned(willPayload, [] { return tr("Message of the will"); }), 1);
    will->addWidget(captioned(willQos, [] { return tr("Quality of service of the will"); }));
    will->addWidget(willRetain, 0, Qt::AlignBottom);
    auto *l = vbox(sp::s);
    l->addWidget(heading(m_texts, [] { return tr("Connection"); }));
    l->addLayout(who);
    l->addLayout(session);
    l->addSpacing(sp::s);
    l->addWidget(heading(m_texts, [] { return tr("Will, sent for this user when it is cut off"); }));
    l->addLayout(will);
    return wrap(l);
}

QWidget *ProtocolPage::streamSettings(VariableHelp *help)
{
    auto *mode = m_fields.segments(u"rtmpMode"_s, [] { return tr("Direction"); }, [] { return QStringList{tr("Play"), tr("Publish")}; },
                                   Streams::getIndex(&StreamOptions::publishes), Streams::setIndex(&StreamOptions::publishes));
    auto *seconds = m_fields.number(u"streamDuration"_s, 1, 86'400, [] { return tr("Duration, s"); }, Streams::get(&StreamOptions::duration),
                                    Streams::set(&StreamOptions::duration));
    auto *bitrate = m_fields.choice(u"hlsBitrate"_s, [] { return tr("Bit rate"); },
                                    [] { return QStringList{tr("the first listed"), tr("the highest"), tr("the lowest"), tr("any")}; },
                                    Streams::getIndex(&StreamOptions::bitrate), Streams::setIndex(&StreamOptions::bitrate));
    auto *delay = m_fields.number(u"hlsRetryDelay"_s, 0, 600'000, [] { return tr("Ask again after, ms"); }, Streams::get(&StreamOptions::retryDelayMs),
                                  Streams::set(&StreamOptions::retryDelayMs));
    auto *times = m_fields.number(u"hlsRetryTimes"_s, 0, 10'000, [] { return tr("At most, times"); }, Streams::get(&StreamOptions::retryTimes),
                                  Streams::set(&StreamOptions::retryTimes));
    auto *media = m_fields.line(u"rtmpMedia"_s, [] { return tr("FLV file to publish"); }, Streams::get(&StreamOptions::mediaFile),
                                Streams::set(&StreamOptions::mediaFile));
    help->watch(media);
    auto *choose = button(u" "_s, {}, u"folder-open"_s);
    choose->setObjectName(u"chooseMedia"_s);
    connect(choose, &QPushButton::clicked, this, [this] {
        const QString path = QFileDialog::getOpenFileName(this, tr("Choose a file"), {}, tr("FLV files (*.flv)"));
        if (!path.isEmpty())
            m_target.write({}, tr("Choose the file to publish"), [path](Step &s) { Streams::set(&StreamOptions::mediaFile)(s, path); });
    });
    auto *hint = form::para({}, Type::Small, u"3"_s);
    m_texts.add([=] {
        media->setPlaceholderText(tr("path, relative to the project file; empty: a generated stream"));
        choose->setText(u" "_s + tr("Choose…"));
        choose->setAccessibleName(tr("Choose the file to publish"));
        hint->setText(tr("Counted are plays, failures by stage, packets and bytes of audio and video, delays of key frames, time to the first "
                         "frame and stalls of a player with one second of buffer."));
    });
    auto *modeField = captioned(mode, [] { return tr("Direction"); });
    auto *file = hbox(sp::s);
    file->addWidget(captioned(media, [] { return tr("FLV file to publish"); }), 1);
    file->addWidget(choose, 0, Qt::AlignBottom);
    auto *fileField = wrap(file);
    auto *hls = wrap(form::line({captioned(bitrate, [] { return tr("Bit rate"); }, 160), captioned(delay, [] { return tr("Ask again after, ms"); }, 150),
                                 captioned(times, [] { return tr("At most, times"); }, 132)}, true, sp::m));
    m_fields.onRead([=](const Step &s) {
        const Spoken spoken = spokenBy(s.message);
        modeField->setVisible(spoken == Spoken::Rtmp);
        fileField->setVisible(spoken == Spoken::Rtmp && Streams::all(s).publishes);
        hls->setVisible(spoken == Spoken::Hls);
    });
    auto *l = vbox(sp::m, {sp::m, sp::m, sp::m, sp::s});
    l->addLayout(form::line({modeField, captioned(seconds, [] { return tr("Duration, s"); }, 132)}, true, sp::m));
    l->addWidget(hls);
    l->addWidget(fileField);
    l->addWidget(hint);
    return wrap(l);
}

QWidget *ProtocolPage::payload(VariableHelp *help)
{
    // All of these protocols write the format of their payload under one name.
    auto *format = m_fields.segments(u"payloadFormat"_s, [] { return tr("The payload is written as"); }, [] { return QStringList{tr("Text"), tr("Hex")}; },
                                     WebSocket::getIndex(&WebSocketOptions::payloadIsHex), WebSocket::setIndex(&WebSocketOptions::payloadIsHex));
    m_body->setObjectName(u"payloadText"_s);
    m_body->setMinimumHeight(120);
    help->watch(m_body);
    connect(m_body, &CodeEdit::textEdited, this, [this](const QString &body) {
        m_target.write(u"body"_s, tr("Edit the payload"), [body](Step &s) { s.message.body = body; });
    });
    m_texts.add([this] {
        m_body->setAccessibleName(tr("Payload"));
        m_body->setPlaceholderText(tr("What is sent, with ${variables} where it varies; as hex: two digits a byte"));
    });
    auto *bar = hbox(sp::s, {sp::m, 6, sp::m, 6});
    bar->addWidget(format);
    bar->addStretch(1);
    auto *l = vbox(0);
    l->addLayout(bar);
    l->addWidget(m_body, 1);
    return wrap(l);
}

void ProtocolPage::read(const Step &step)
{
    StepPage::read(step);
    static constexpr int shown[] = {-1, 0, 0, 1, 2, 3, 3, 3}; // by Spoken
    for (int i = 0; i < m_settings.size(); ++i)
        m_settings[i]->setVisible(i == shown[int(spokenBy(step.message))]);
    m_body->setTextSilently(step.message.body);
    m_payload->setVisible(hasPayload(step));
    m_note->setText(problemOf(step));
    m_note->setVisible(!m_note->text().isEmpty());
}

} // namespace ui
