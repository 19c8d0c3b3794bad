#include "models/domain/protocolcard.h"
#include "models/domain/jsonreader.h"

namespace domain {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostLength = 10'000'000;

bool readHex(JsonReader &reader, QLatin1StringView key)
{
    const QString format = reader.text(key, u"text"_s);
    if (format != "text"_L1 && format != "hex"_L1)
        reader.fail(JsonReader::tr("%1: must be \"text\" or \"hex\".").arg(key));
    return format == "hex"_L1;
}

/// Puts a member in place, or takes it away where it says nothing.
void put(QJsonObject &json, QLatin1StringView key, const QJsonValue &value, bool isDefault)
{
    if (isDefault)
        json.remove(key);
    else
        json[key] = value;
}

void putHex(QJsonObject &json, QLatin1StringView key, bool isHex) { put(json, key, u"hex"_s, !isHex); }

template <class Options> Result<Options> done(const JsonReader &reader, const Options &options)
{
    if (reader.failed())
        return reader.error();
    return options;
}

} // namespace

Result<SocketOptions> socketOptions(const Message &message)
{
    JsonReader reader(message.extra);
    SocketOptions options;
    options.payloadIsHex = readHex(reader, "body_format"_L1);
    options.end = SocketOptions::End(reader.integer("check_end_type"_L1, 0, 0, 4));
    options.length = reader.integer("check_end_length"_L1, 0, 0, mostLength);
    options.mark = reader.text("check_end_str"_L1);
    options.markIsHex = readHex(reader, "check_end_format"_L1);
    options.closeAfter = reader.integer("connect_type"_L1, 1, 0, 2) == 2;
    return done(reader, options);
}

void setSocketOptions(Message &message, const SocketOptions &options)
{
    QJsonObject &json = message.extra;
    putHex(json, "body_format"_L1, options.payloadIsHex);
    put(json, "check_end_type"_L1, int(options.end), options.end == SocketOptions::FirstBytes);
    put(json, "check_end_length"_L1, options.length, options.length == 0);
    put(json, "check_end_str"_L1, options.mark, options.mark.isEmpty());
    putHex(json, "check_end_format"_L1, options.markIsHex);
    put(json, "connect_type"_L1, options.closeAfter ? 2 : 1, false);
}

Result<WebSocketOptions> webSocketOptions(const Message &message)
{
    JsonReader reader(message.extra);
    WebSocketOptions options;
    options.payloadIsHex = readHex(reader, "body_format"_L1);
    options.compression = reader.flag("compression"_L1, false);
    options.fragmentSize = reader.integer("fragment_size"_L1, 0, 0, mostLength);
    return done(reader, options);
}

void setWebSocketOptions(Message &message, const WebSocketOptions &options)
{
    QJsonObject &json = message.extra;
    putHex(json, "body_format"_L1, options.payloadIsHex);
    put(json, "compression"_L1, true, !options.compression);
    put(json, "fragment_size"_L1, options.fragmentSize, options.fragmentSize == 0);
}

Result<MqttOptions> mqttOptions(const Message &message)
{
    JsonReader outer(message.extra);
    JsonReader reader(outer.object("mqtt"_L1));
    JsonReader will(reader.object("will"_L1));
    MqttOptions options;
    options.payloadIsHex = readHex(outer, "body_format"_L1);
    options.version = reader.text("version"_L1, options.version);
    if (options.version != "3.1"_L1 && options.version != "3.1.1"_L1 && options.version != "5"_L1)
        reader.fail(JsonReader::tr("version: must be \"3.1\", \"3.1.1\" or \"5\"."));
    options.clientId = reader.text("client_id"_L1);
    options.user = reader.text("user"_L1);
    options.password = reader.text("password"_L1);
    options.keepAlive = reader.integer("keep_alive"_L1, options.keepAlive, 0, 65535);
    options.cleanSession = reader.flag("clean_session"_L1, true);
    options.sessionExpiry = reader.integer("session_expiry"_L1);
    options.topic = reader.text("topic"_L1);
    options.qos = reader.integer("qos"_L1, 0, 0, 2);
    options.retain = reader.flag("retain"_L1, false);
    options.awaitedMessages = reader.integer("await_messages"_L1, 0, 0, 1'000'000);
    options.willTopic = will.text("topic"_L1);
    options.willPayload = will.text("payload"_L1);
    options.willQos = will.integer("qos"_L1, 0, 0, 2);
    options.willRetain = will.flag("retain"_L1, false);
    if (will.failed())
        reader.fail(u"will"_s, will.error().value());
    if (reader.failed())
        outer.fail(u"mqtt"_s, reader.error().value());
    return done(outer, options);
}

void setMqttOptions(Message &message, const MqttOptions &options)
{
    const MqttOptions usual;
    QJsonObject json = message.extra["mqtt"_L1].toObject();
    QJsonObject will = json["will"_L1].toObject();
    json["version"_L1] = options.version;
    put(json, "client_id"_L1, options.clientId, options.clientId.isEmpty());
    put(json, "user"_L1, options.user, options.user.isEmpty());
    put(json, "password"_L1, options.password, options.password.isEmpty());
    put(json, "keep_alive"_L1, options.keepAlive, options.keepAlive == usual.keepAlive);
    put(json, "clean_session"_L1, options.cleanSession, options.cleanSession);
    put(json, "session_expiry"_L1, options.sessionExpiry, options.sessionExpiry == 0);
    put(json, "topic"_L1, options.topic, options.topic.isEmpty());
    put(json, "qos"_L1, options.qos, options.qos == 0);
    put(json, "retain"_L1, options.retain, !options.retain);
    put(json, "await_messages"_L1, options.awaitedMessages, options.awaitedMessages == 0);
    put(will, "topic"_L1, options.willTopic, options.willTopic.isEmpty());
    put(will, "payload"_L1, options.willPayload, options.willPayload.isEmpty());
    put(will, "qos"_L1, options.willQos, options.willQos == 0);
    put(will, "retain"_L1, options.willRetain, !options.willRetain);
    put(json, "will"_L1, will, will.isEmpty());
    message.extra["mqtt"_L1] = json;
    putHex(message.extra, "body_format"_L1, options.payloadIsHex);
}

Result<StreamOptions> streamOptions(const Message &message)
{
    JsonReader reader(message.extra);
    StreamOptions options;
    options.rtmpUrl = reader.text("rtmp_url"_L1);
    options.flvUrl = reader.text("flv_url"_L1);
    const QString mode = reader.text("rtmp_mode"_L1, u"play"_s);
    if (mode != "play"_L1 && mode != "publish"_L1)
        reader.fail(JsonReader::tr("rtmp_mode: must be \"play\" or \"publish\"."));
    options.publishes = mode == "publish"_L1;
    options.mediaFile = reader.text("media_file"_L1);
    options.duration = reader.integer("duration"_L1, options.duration, 0, 86'400);
    if (options.duration == 0)
        options.duration = StreamOptions().duration;
    options.bitrate = StreamOptions::Bitrate(reader.integer("bitrate_type"_L1, 0, 0, 3));
    options.retryDelayMs = reader.integer("retry_delay"_L1, options.retryDelayMs, 0, 600'000);
    options.retryTimes = reader.integer("retry_time"_L1, options.retryTimes, 0, 10'000);
    return done(reader, options);
}

void setStreamOptions(Message &message, const StreamOptions &options)
{
    QJsonObject &json = message.extra;
    put(json, "rtmp_url"_L1, options.rtmpUrl, options.rtmpUrl.isEmpty());
    put(json, "flv_url"_L1, options.flvUrl, options.flvUrl.isEmpty());
    put(json, "rtmp_mode"_L1, u"publish"_s, !options.publishes);
    put(json, "media_file"_L1, options.mediaFile, options.mediaFile.isEmpty());
    json["duration"_L1] = options.duration;
    json["bitrate_type"_L1] = int(options.bitrate);
    json["retry_delay"_L1] = options.retryDelayMs;
    json["retry_time"_L1] = options.retryTimes;
}

bool isRtmp(const Message &message)
{
    return message.protocol == Protocol::HlsRtmp && !message.extra["rtmp_url"_L1].toString().isEmpty();
}

QString addressOf(const Message &message)
{
    if (isRtmp(message))
        return message.extra["rtmp_url"_L1].toString();
    const QString flv = message.extra["flv_url"_L1].toString();
    return message.protocol == Protocol::HttpFlv && !flv.isEmpty() ? flv : message.url;
}

QStringList methodsOf(Protocol protocol)
{
    switch (protocol) {
    case Protocol::WebSocket: return {u"Connect"_s, u"ReadWrite"_s, u"ReadOnly"_s, u"WriteOnly"_s, u"DisConnect"_s};
    case Protocol::Mqtt: return {u"Connect"_s, u"Publish"_s, u"Subscribe"_s, u"Unsubscribe"_s, u"DisConnect"_s};
    case Protocol::Http: case Protocol::Https: return {u"GET"_s, u"POST"_s, u"PUT"_s, u"PATCH"_s, u"DELETE"_s, u"HEAD"_s, u"OPTIONS"_s};
    case Protocol::Tcp: case Protocol::Udp: case Protocol::HlsRtmp: case Protocol::HttpFlv: break;
    }
    return {};
}

} // namespace domain
