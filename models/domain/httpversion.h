// Which HTTP a message speaks: `http_version`, and of HTTP/2 `http2_streams` (ours, kept in Message::extra).
#pragma once

#include "models/domain/card.h"

#include <algorithm>

namespace domain {

inline bool isHttp2(const Message &message)
{
    const QString version = message.httpVersion.trimmed();
    return version.compare(QLatin1StringView("HTTP/2"), Qt::CaseInsensitive) == 0 || version.compare(QLatin1StringView("HTTP/2.0"), Qt::CaseInsensitive) == 0
        || version.compare(QLatin1StringView("h2"), Qt::CaseInsensitive) == 0;
}
/// An empty one and all of HTTP/1 are HTTP/1.1; other versions cannot be spoken.
inline bool isKnownHttpVersion(const Message &message)
{
    return isHttp2(message) || message.httpVersion.trimmed().isEmpty() || message.httpVersion.trimmed().startsWith(QLatin1StringView("HTTP/1"), Qt::CaseInsensitive);
}
/// So many requests at a time on each connection that the virtual users of a worker share; 0: each has its own. 0..1000.
inline int http2Streams(const Message &message)
{
    return std::clamp(message.extra[QLatin1StringView("http2_streams")].toInt(), 0, 1000);
}
inline void setHttp2(Message &message, bool isHttp2, int streams)
{
    message.httpVersion = QLatin1StringView(isHttp2 ? "HTTP/2" : "HTTP/1.1");
    message.extra.remove(QLatin1StringView("http2_streams"));
    if (isHttp2 && streams > 0)
        message.extra.insert(QLatin1StringView("http2_streams"), streams);
}

} // namespace domain
