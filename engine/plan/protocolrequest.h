// Requests of all protocols but HTTP, as a run executes them. Texts are templates; what they expand to is checked when sent.
#pragma once

#include "engine/plan/template.h"

#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace engine {

/// Common to all. Timeouts in ns.
struct RequestLimits
{
    int64_t connectTimeout = 5'000'000'000, responseTimeout = 5'000'000'000;
    bool verifyTls = false;
};

/// TCP or UDP: a payload out, an answer back.
struct SocketRequest
{
    enum End : uint8_t { FirstBytes, Length, Mark, Close, NoAnswer }; ///< as AnswerEnd::Kind of engine/protocol/payload.h

    bool isUdp = false;
    Template address; ///< "host:port", "tcp://host:port", "ssl://host:port" or "udp://host:port"
    Template payload;
    bool payloadIsHex = false, markIsHex = false;
    End end = FirstBytes;
    uint64_t length = 0;
    Template mark;
    bool closeAfter = false;
    RequestLimits limits;
};

struct WebSocketRequest
{
    enum Method : uint8_t { Connect, ReadWrite, ReadOnly, WriteOnly, Disconnect } method = Connect;

    Template address; ///< ws:// or wss://
    std::vector<std::pair<std::string, Template>> headers;
    Template payload;
    bool payloadIsHex = false; ///< then it is a binary message
    bool offersDeflate = false;
    uint32_t fragmentSize = 0; ///< bytes, 0: one frame
    RequestLimits limits;
};

struct MqttRequest
{
    enum Method : uint8_t { Connect, Publish, Subscribe, Unsubscribe, Disconnect } method = Connect;

    Template address; ///< mqtt, tcp, mqtts, ssl, ws or wss
    int version = 4;  ///< 3, 4 (3.1.1) or 5
    Template clientId, user, password, willTopic, willPayload;
    bool hasUser = false, hasPassword = false, cleanSession = true, hasWill = false, willRetain = false;
    int keepAlive = 300; ///< s
    uint32_t sessionExpiry = 0;
    int willQos = 0;
    Template topic, payload;
    bool payloadIsHex = false, retain = false;
    int qos = 0;
    uint32_t awaitedMessages = 0;
    RequestLimits limits;
};

/// A play, or a publication, of a media stream.
struct StreamRequest
{
    enum Kind : uint8_t { HttpFlv, Hls, RtmpPlay, RtmpPublish } kind = HttpFlv;
    enum Bitrate : uint8_t { FirstListed, Highest, Lowest, Random };

    Template address;
    int64_t duration = 10'000'000'000; ///< ns
    Bitrate bitrate = FirstListed;     ///< Hls
    int64_t retryDelay = 1'000'000'000; ///< ns, Hls: between two askings of a play list that has nothing new
    int retryTimes = 3;                ///< Hls: such askings in a row before the play fails
    std::shared_ptr<const std::string> media; ///< RtmpPublish: an FLV file; null: a generated stream
    RequestLimits limits;
};

/// monostate: the request is HTTP.
using ProtocolRequest = std::variant<std::monostate, SocketRequest, WebSocketRequest, MqttRequest, StreamRequest>;

/// All texts of a request, for those who look for variables. Not null.
std::vector<const Template *> templatesOf(const ProtocolRequest &request);
/// ns, the most that connecting and waiting for an answer may take; 0 for monostate. A play is cut short when a run ends.
int64_t longestOf(const ProtocolRequest &request);

} // namespace engine
