// What cards of TCP, UDP, WebSocket, MQTT and media streams have beside the members of every message. Kept in Message::extra
// under the names of the API reference; members it does not know are ours. Each pair reads and writes the whole set.
#pragma once

#include "models/domain/card.h"

namespace domain {

/// TCP and UDP. Address in `url` ("host:port"), payload in `bodys`.
struct SocketOptions
{
    enum End { FirstBytes = 0, Length = 1, Mark = 2, Close = 3, NoAnswer = 4 }; ///< 1 and 2 are the reference's

    bool payloadIsHex = false; ///< `body_format` (ours): text | hex
    End end = FirstBytes;      ///< `check_end_type`
    int length = 0;            ///< `check_end_length`, bytes
    QString mark;              ///< `check_end_str`
    bool markIsHex = false;    ///< `check_end_format` (ours): text | hex
    bool closeAfter = false;   ///< `connect_type`: 1 the connection is used again, 2 it is closed after each exchange

    bool operator==(const SocketOptions &) const = default;
};

/// Address in `url`, method in `method`: Connect, ReadWrite, ReadOnly, WriteOnly, DisConnect; payload in `bodys`.
struct WebSocketOptions
{
    bool payloadIsHex = false; ///< `body_format` (ours): hex makes it a binary message
    bool compression = false;  ///< `compression` (ours): permessage-deflate is offered by Connect
    int fragmentSize = 0;      ///< `fragment_size` (ours): bytes a frame; 0: in one

    bool operator==(const WebSocketOptions &) const = default;
};

/// Address in `url` (mqtt, tcp, mqtts, ssl, ws, wss), method in `method`: Connect, Publish, Subscribe, Unsubscribe,
/// DisConnect; payload in `bodys`. All else in the object `mqtt` (ours), under the names below.
struct MqttOptions
{
    QString version = QStringLiteral("3.1.1"); ///< `version`: 3.1 | 3.1.1 | 5
    QString clientId;      ///< `client_id`; empty: one of its own for each user
    QString user, password; ///< `user`, `password`; empty: none
    int keepAlive = 300;   ///< `keep_alive`, s, 0..65535; 0: none
    bool cleanSession = true; ///< `clean_session`
    int sessionExpiry = 0; ///< `session_expiry`, s, MQTT 5
    QString topic;         ///< `topic`
    int qos = 0;           ///< `qos`, 0..2
    bool retain = false;   ///< `retain`
    bool payloadIsHex = false; ///< `body_format` of the message
    int awaitedMessages = 0; ///< `await_messages`: a Subscribe is done when so many came
    QString willTopic, willPayload; ///< `will`: {topic, payload, qos, retain}; without a topic there is none
    int willQos = 0;
    bool willRetain = false;

    bool operator==(const MqttOptions &) const = default;
};

/// HLS, RTMP and HTTP-FLV. HLS in `url`; a play or publication of RTMP in `rtmp_url`; HTTP-FLV in `flv_url`.
struct StreamOptions
{
    enum Bitrate { FirstListed = 0, Highest = 1, Lowest = 2, Random = 3 };

    QString rtmpUrl, flvUrl;
    bool publishes = false;  ///< `rtmp_mode` (ours): play | publish
    QString mediaFile;       ///< `media_file` (ours): what is published, FLV; empty: a generated stream
    int duration = 10;       ///< `duration`, s, 1..86400
    Bitrate bitrate = FirstListed; ///< `bitrate_type`
    int retryDelayMs = 1000; ///< `retry_delay`
    int retryTimes = 3;      ///< `retry_time`

    bool operator==(const StreamOptions &) const = default;
};

Result<SocketOptions> socketOptions(const Message &message);
void setSocketOptions(Message &message, const SocketOptions &options);
Result<WebSocketOptions> webSocketOptions(const Message &message);
void setWebSocketOptions(Message &message, const WebSocketOptions &options);
Result<MqttOptions> mqttOptions(const Message &message);
void setMqttOptions(Message &message, const MqttOptions &options);
Result<StreamOptions> streamOptions(const Message &message);
void setStreamOptions(Message &message, const StreamOptions &options);

/// RTMP shares its protocol_type with HLS.
bool isRtmp(const Message &message);
/// Where the card goes: `rtmp_url`, `flv_url` or `url`.
QString addressOf(const Message &message);

/// Methods of a protocol as a card offers them; empty where there is no choice.
QStringList methodsOf(Protocol protocol);

} // namespace domain
