// `body_file` (ours) of a message with a text body: a path relative to the project file, whose bytes are the body, sent as
// they are. Kept in Message::extra; empty but there: chosen, and no file named yet.
#pragma once

#include "models/domain/card.h"

namespace domain {

inline bool hasBodyFile(const Message &message) { return message.bodyType == BodyType::Text && message.extra.contains(QLatin1StringView("body_file")); }
inline QString bodyFile(const Message &message) { return message.extra[QLatin1StringView("body_file")].toString(); }
inline void setBodyFile(Message &message, const QString &path)
{
    message.bodyType = BodyType::Text;
    message.extra.insert(QLatin1StringView("body_file"), path);
}
inline void removeBodyFile(Message &message) { message.extra.remove(QLatin1StringView("body_file")); }

} // namespace domain
