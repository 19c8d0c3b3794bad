// What several importers need alike.
#pragma once

#include "models/domain/project.h"
#include <QJsonValue>
#include <QSet>

namespace exchange {

/// A JSON object nested at most 200 deep, or one sentence.
domain::Result<QJsonObject> jsonObject(const QByteArray &bytes);

/// A case in `project` under the next free id, with one plain stage.
domain::TestCase &addCase(domain::Project &project, const QString &name, domain::DirectoryId directory = {});
domain::DirectoryId addDirectory(domain::Project &project, const QString &name, domain::DirectoryId parent = {});
/// A text variable, unless there is one of that name.
void addVariable(domain::Project &project, const QString &name, const QString &value, bool sensitive = false);

/// A request as the engine will send it: name, method in capitals, protocol by the address, verify on.
domain::Step request(const QString &name, const QString &method, const QString &url);

/// A header that the client writes itself, or one of HTTP/2's own: of no use in a request that is sent anew.
bool isOwnHeader(const QString &name);
bool isUsableName(const QString &variable); ///< may stand in ${…}: no brace, blank or control character
QString usableName(const QString &variable); ///< with what may not stand there as "_"

} // namespace exchange
