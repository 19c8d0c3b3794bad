// Cards of TCP, UDP, WebSocket, MQTT and media streams as the engine sends them.
#pragma once

#include "app/services/slottable.h"
#include "engine/plan/protocolrequest.h"

namespace services {

/// monostate for HTTP and HTTPS. A mistake is a sentence that begins without a place.
domain::Result<engine::ProtocolRequest> compileProtocol(const domain::Message &message, SlotTable &names);

/// What a report shows of a card beside its name: "GET" and its URL, "TCP" and its address, "Publish", "RTMP".
QString shownMethod(const domain::Message &message);
QString shownAddress(const domain::Message &message);

} // namespace services
