#include "ui/editors/protocolchoice.h"
#include "models/domain/protocolcard.h"
#include <QCoreApplication>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace ui {

using domain::Message;
using domain::Protocol;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ui::ProtocolChoice)
};

QStringList schemesOf(Spoken spoken)
{
    switch (spoken) {
    case Spoken::Http: case Spoken::Hls: case Spoken::HttpFlv: return {u"http"_s, u"https"_s};
    case Spoken::Tcp: return {u"tcp"_s, u"ssl"_s, u"tls"_s};
    case Spoken::Udp: return {u"udp"_s};
    case Spoken::WebSocket: return {u"ws"_s, u"wss"_s};
    case Spoken::Mqtt: return {u"mqtt"_s, u"tcp"_s, u"mqtts"_s, u"ssl"_s, u"ws"_s, u"wss"_s};
    case Spoken::Rtmp: return {u"rtmp"_s, u"rtmps"_s};
    }
    return {};
}

} // namespace

const QStringList &spokenNames()
{
    static const QStringList names{u"HTTP"_s, u"TCP"_s, u"UDP"_s, u"WebSocket"_s, u"MQTT"_s, u"HLS"_s, u"RTMP"_s, u"HTTP-FLV"_s};
    return names;
}

Spoken spokenBy(const Message &message)
{
    switch (message.protocol) {
    case Protocol::Http: case Protocol::Https: return Spoken::Http;
    case Protocol::Tcp: return Spoken::Tcp;
    case Protocol::Udp: return Spoken::Udp;
    case Protocol::WebSocket: return Spoken::WebSocket;
    case Protocol::Mqtt: return Spoken::Mqtt;
    case Protocol::HttpFlv: return Spoken::HttpFlv;
    case Protocol::HlsRtmp: return domain::isRtmp(message) ? Spoken::Rtmp : Spoken::Hls;
    }
    return Spoken::Http;
}

void speak(Message &message, Spoken spoken)
{
    const QString address = domain::addressOf(message);
    switch (spoken) {
    case Spoken::Http:
        message.protocol = message.url.startsWith("https:"_L1, Qt::CaseInsensitive) ? Protocol::Https : Protocol::Http;
        break;
    case Spoken::Tcp: message.protocol = Protocol::Tcp; break;
    case Spoken::Udp: message.protocol = Protocol::Udp; break;
    case Spoken::WebSocket: message.protocol = Protocol::WebSocket; break;
    case Spoken::Mqtt: message.protocol = Protocol::Mqtt; break;
    case Spoken::Hls: case Spoken::Rtmp: message.protocol = Protocol::HlsRtmp; break;
    case Spoken::HttpFlv: message.protocol = Protocol::HttpFlv; break;
    }
    message.extra.remove("rtmp_url"_L1);
    if (spoken == Spoken::Rtmp) // what tells RTMP from HLS
        message.extra["rtmp_url"_L1] = address.startsWith("rtmp"_L1, Qt::CaseInsensitive) || address.contains("${"_L1) ? address : u"rtmp://"_s;
    const QStringList methods = domain::methodsOf(message.protocol);
    if (!methods.isEmpty() && !methods.contains(message.method))
        message.method = methods.first();
}

void setAddress(Message &message, const QString &address)
{
    switch (spokenBy(message)) {
    case Spoken::Rtmp: message.extra["rtmp_url"_L1] = address.isEmpty() ? u"rtmp://"_s : address; break; // without one it were HLS
    case Spoken::HttpFlv:
        message.url = address; // the member of the reference wins when it is there
        message.extra["flv_url"_L1] = address;
        break;
    case Spoken::Http:
        message.url = address;
        message.protocol = address.startsWith("https:"_L1, Qt::CaseInsensitive) ? Protocol::Https : Protocol::Http;
        break;
    default: message.url = address;
    }
}

QString addressExample(Spoken spoken)
{
    switch (spoken) {
    case Spoken::Http: return Words::tr("https://host/path, with ${variables} where they vary");
    case Spoken::Tcp: return Words::tr("host:port, or ssl://host:port");
    case Spoken::Udp: return Words::tr("host:port");
    case Spoken::WebSocket: return Words::tr("ws://host/path or wss://host/path");
    case Spoken::Mqtt: return Words::tr("mqtt://host:1883, ssl://host:8883 or ws://host/mqtt");
    case Spoken::Hls: return Words::tr("https://host/path/list.m3u8");
    case Spoken::Rtmp: return Words::tr("rtmp://host/application/stream");
    case Spoken::HttpFlv: return Words::tr("https://host/path/stream.flv");
    }
    return {};
}

QString addressProblem(Spoken spoken, const QString &address)
{
    if (address.isEmpty() || address.contains("${"_L1))
        return {};
    if (spoken == Spoken::Http) {
        const QUrl url(address, QUrl::StrictMode);
        return url.isValid() && !url.host().isEmpty() ? QString()
                                                     : Words::tr("This is not a URL yet: it starts with http:// or https:// and names a host.");
    }
    const bool isSocket = spoken == Spoken::Tcp || spoken == Spoken::Udp;
    const QUrl url(isSocket && !address.contains("://"_L1) ? schemesOf(spoken).first() + u"://"_s + address : address, QUrl::StrictMode);
    const bool isWhole = url.isValid() && !url.host().isEmpty() && schemesOf(spoken).contains(url.scheme()) && (!isSocket || url.port() > 0)
        && (spoken != Spoken::Rtmp || url.path().count(u'/') > 1);
    return isWhole ? QString() : Words::tr("This is not an address of %1 yet: %2.").arg(spokenNames()[int(spoken)], addressExample(spoken));
}

} // namespace ui
