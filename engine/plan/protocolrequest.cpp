#include "engine/plan/protocolrequest.h"

namespace engine {

std::vector<const Template *> templatesOf(const ProtocolRequest &request)
{
    if (const auto *socket = std::get_if<SocketRequest>(&request)) return {&socket->address, &socket->payload, &socket->mark};
    if (const auto *webSocket = std::get_if<WebSocketRequest>(&request)) {
        std::vector<const Template *> all{&webSocket->address, &webSocket->payload};
        for (const auto &header : webSocket->headers) all.push_back(&header.second);
        return all;
    }
    if (const auto *mqtt = std::get_if<MqttRequest>(&request))
        return {&mqtt->address,  &mqtt->clientId,  &mqtt->user,        &mqtt->password,
                &mqtt->willTopic, &mqtt->willPayload, &mqtt->topic, &mqtt->payload};
    if (const auto *stream = std::get_if<StreamRequest>(&request)) return {&stream->address};
    return {};
}

int64_t longestOf(const ProtocolRequest &request)
{
    const auto limit = [](const RequestLimits &limits) { return limits.connectTimeout + limits.responseTimeout; };
    if (const auto *socket = std::get_if<SocketRequest>(&request)) return limit(socket->limits);
    if (const auto *webSocket = std::get_if<WebSocketRequest>(&request)) return limit(webSocket->limits);
    if (const auto *mqtt = std::get_if<MqttRequest>(&request)) return limit(mqtt->limits);
    if (const auto *stream = std::get_if<StreamRequest>(&request)) return limit(stream->limits);
    return 0;
}

} // namespace engine
