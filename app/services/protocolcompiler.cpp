#include "app/services/protocolcompiler.h"

#include "engine/protocol/payload.h"
#include "models/domain/protocolcard.h"
#include <QCoreApplication>
#include <QDir>
#include <QFile>

namespace services {

using namespace Qt::StringLiterals;
using domain::Protocol;

namespace {

constexpr int64_t nsPerMs = 1'000'000, nsPerSecond = 1'000'000'000;
constexpr qint64 mostMedia = 200'000'000; ///< bytes of a file to publish; it is held in memory, once for all users

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(services::PlanCompiler)
};

engine::RequestLimits limitsOf(const domain::Message &message)
{
    return {message.connectTimeoutMs * nsPerMs, message.returnTimeoutMs * nsPerMs, message.verifyTls};
}

/// Literal digits are looked at now; others when they are known.
bool isBadHex(const engine::Template &text, bool isHex, const QString &typed)
{
    return isHex && text.isLiteral() && !engine::bytesFromHex(typed.toStdString());
}

/// The place of `method` among those of its protocol, whatever its case; -1 when it is none.
int methodIndex(const domain::Message &message)
{
    const QStringList methods = domain::methodsOf(message.protocol);
    for (qsizetype i = 0; i < methods.size(); ++i)
        if (methods[i].compare(message.method, Qt::CaseInsensitive) == 0)
            return int(i);
    return -1;
}

domain::Result<engine::ProtocolRequest> compileSocket(const domain::Message &message, SlotTable &names)
{
    const auto options = domain::socketOptions(message);
    if (!options)
        return domain::fail(options.error().message);
    if (options->end == domain::SocketOptions::Length && options->length == 0)
        return domain::fail(Words::tr("an answer that ends after a length needs one."));
    if (options->end == domain::SocketOptions::Mark && options->mark.isEmpty())
        return domain::fail(Words::tr("an answer that ends with a mark needs one."));
    engine::SocketRequest request;
    request.isUdp = message.protocol == Protocol::Udp;
    request.address = names.parse(message.url.trimmed());
    request.payload = names.parse(message.body);
    request.payloadIsHex = options->payloadIsHex;
    request.markIsHex = options->markIsHex;
    request.end = engine::SocketRequest::End(options->end);
    request.length = uint64_t(options->length);
    request.mark = names.parse(options->mark);
    request.closeAfter = options->closeAfter;
    request.limits = limitsOf(message);
    if (isBadHex(request.payload, request.payloadIsHex, names.inlined(message.body)))
        return domain::fail(Words::tr("the payload is not made of pairs of hexadecimal digits."));
    if (isBadHex(request.mark, request.markIsHex, names.inlined(options->mark)))
        return domain::fail(Words::tr("the end mark is not made of pairs of hexadecimal digits."));
    return request;
}

domain::Result<engine::ProtocolRequest> compileWebSocket(const domain::Message &message, SlotTable &names)
{
    const auto options = domain::webSocketOptions(message);
    if (!options)
        return domain::fail(options.error().message);
    const int method = methodIndex(message);
    if (method < 0)
        return domain::fail(Words::tr("“%1” is no method of WebSocket.").arg(message.method));
    engine::WebSocketRequest request;
    request.method = engine::WebSocketRequest::Method(method);
    request.address = names.parse(message.url.trimmed());
    for (const auto &header : message.headers)
        if (header.enabled && !header.key.isEmpty())
            request.headers.emplace_back(header.key.toStdString(), names.parse(header.value));
    request.payload = names.parse(message.body);
    request.payloadIsHex = options->payloadIsHex;
    request.offersDeflate = options->compression;
    request.fragmentSize = uint32_t(options->fragmentSize);
    request.limits = limitsOf(message);
    if (isBadHex(request.payload, request.payloadIsHex, names.inlined(message.body)))
        return domain::fail(Words::tr("the payload is not made of pairs of hexadecimal digits."));
    return request;
}

domain::Result<engine::ProtocolRequest> compileMqtt(const domain::Message &message, SlotTable &names)
{
    const auto options = domain::mqttOptions(message);
    if (!options)
        return domain::fail(options.error().message);
    const int method = methodIndex(message);
    if (method < 0)
        return domain::fail(Words::tr("“%1” is no method of MQTT.").arg(message.method));
    engine::MqttRequest request;
    request.method = engine::MqttRequest::Method(method);
    request.address = names.parse(message.url.trimmed());
    request.version = options->version == "5"_L1 ? 5 : options->version == "3.1"_L1 ? 3 : 4;
    // Brokers end the older of two connections with one id, so each user has its own.
    request.clientId = names.parse(options->clientId.isEmpty() ? u"crescendo-${__vu}-${__random(1000000,9999999)}"_s : options->clientId);
    request.user = names.parse(options->user);
    request.password = names.parse(options->password);
    request.hasUser = !options->user.isEmpty();
    request.hasPassword = !options->password.isEmpty();
    request.cleanSession = options->cleanSession;
    request.keepAlive = options->keepAlive;
    request.sessionExpiry = uint32_t(options->sessionExpiry);
    request.hasWill = !options->willTopic.isEmpty();
    request.willTopic = names.parse(options->willTopic);
    request.willPayload = names.parse(options->willPayload);
    request.willQos = options->willQos;
    request.willRetain = options->willRetain;
    request.topic = names.parse(options->topic);
    request.payload = names.parse(message.body);
    request.payloadIsHex = options->payloadIsHex;
    request.qos = options->qos;
    request.retain = options->retain;
    request.awaitedMessages = uint32_t(options->awaitedMessages);
    request.limits = limitsOf(message);
    const bool needsTopic = request.method != engine::MqttRequest::Connect && request.method != engine::MqttRequest::Disconnect;
    if (needsTopic && options->topic.isEmpty())
        return domain::fail(Words::tr("an MQTT card of this method needs a topic."));
    if (isBadHex(request.payload, request.payloadIsHex, names.inlined(message.body)))
        return domain::fail(Words::tr("the payload is not made of pairs of hexadecimal digits."));
    return request;
}

domain::Result<engine::ProtocolRequest> compileStream(const domain::Message &message, SlotTable &names)
{
    const auto options = domain::streamOptions(message);
    if (!options)
        return domain::fail(options.error().message);
    engine::StreamRequest request;
    const QString address = domain::addressOf(message).trimmed();
    if (address.isEmpty())
        return domain::fail(Words::tr("the card has no address."));
    request.kind = message.protocol == Protocol::HttpFlv ? engine::StreamRequest::HttpFlv
        : !domain::isRtmp(message)                       ? engine::StreamRequest::Hls
        : options->publishes ? engine::StreamRequest::RtmpPublish
                             : engine::StreamRequest::RtmpPlay;
    request.address = names.parse(address);
    request.duration = options->duration * nsPerSecond;
    request.bitrate = engine::StreamRequest::Bitrate(options->bitrate);
    request.retryDelay = options->retryDelayMs * nsPerMs;
    request.retryTimes = options->retryTimes;
    request.limits = limitsOf(message);
    if (request.kind == engine::StreamRequest::RtmpPublish && !options->mediaFile.isEmpty()) {
        QFile file(QDir(names.folder()).absoluteFilePath(options->mediaFile));
        if (!file.open(QIODevice::ReadOnly))
            return domain::fail(Words::tr("%1 cannot be read: %2.").arg(options->mediaFile, file.errorString()));
        if (file.size() > mostMedia)
            return domain::fail(Words::tr("%1 is larger than 200 MB.").arg(options->mediaFile));
        request.media = std::make_shared<const std::string>(file.readAll().toStdString());
    }
    return request;
}

} // namespace

domain::Result<engine::ProtocolRequest> compileProtocol(const domain::Message &message, SlotTable &names)
{
    if (message.protocol != Protocol::Http && message.protocol != Protocol::Https && message.protocol != Protocol::HlsRtmp
        && message.protocol != Protocol::HttpFlv && message.url.trimmed().isEmpty())
        return domain::fail(Words::tr("the card has no address."));
    switch (message.protocol) {
    case Protocol::Http: case Protocol::Https: return engine::ProtocolRequest();
    case Protocol::Tcp: case Protocol::Udp: return compileSocket(message, names);
    case Protocol::WebSocket: return compileWebSocket(message, names);
    case Protocol::Mqtt: return compileMqtt(message, names);
    case Protocol::HlsRtmp: case Protocol::HttpFlv: return compileStream(message, names);
    }
    return engine::ProtocolRequest();
}

QString shownMethod(const domain::Message &message)
{
    switch (message.protocol) {
    case Protocol::Tcp: return u"TCP"_s;
    case Protocol::Udp: return u"UDP"_s;
    case Protocol::HlsRtmp: return domain::isRtmp(message) ? u"RTMP"_s : u"HLS"_s;
    case Protocol::HttpFlv: return u"HTTP-FLV"_s;
    case Protocol::Http: case Protocol::Https: case Protocol::WebSocket: case Protocol::Mqtt: break;
    }
    return message.method;
}

QString shownAddress(const domain::Message &message) { return domain::addressOf(message); }

} // namespace services
