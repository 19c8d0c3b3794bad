// Which protocol a card speaks, as an editor offers it: HLS and RTMP are one protocol_type of the reference, HTTP and HTTPS are
// one choice. Pure.
#pragma once

#include "models/domain/card.h"
#include <QStringList>

namespace ui {

enum class Spoken { Http, Tcp, Udp, WebSocket, Mqtt, Hls, Rtmp, HttpFlv };

const QStringList &spokenNames(); ///< in the order of Spoken
Spoken spokenBy(const domain::Message &message);
/// Makes the card speak it: another method where the old one is none of its own; all else stays, so that a change of mind is
/// no loss.
void speak(domain::Message &message, Spoken spoken);

/// What domain::addressOf() reads.
void setAddress(domain::Message &message, const QString &address);
QString addressExample(Spoken spoken);
/// Why this is no address yet, as a sentence; empty when it is one, or is empty or holds ${…}.
QString addressProblem(Spoken spoken, const QString &address);

} // namespace ui
