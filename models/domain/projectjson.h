// Codecs of the parts of a project that are no shape of the API: shared by the project file, its folder form and the
// store.
#pragma once

#include "models/domain/project.h"

namespace domain {

QJsonObject toJson(const Directory &directory);
Result<Directory> directoryFromJson(const QJsonObject &json);
QJsonObject toJson(const Environment &environment); ///< `values` as an object; disabled ones are listed beside it
Result<Environment> environmentFromJson(const QJsonObject &json);

template <class T> QJsonArray toJsonArray(const QVector<T> &values)
{
    QJsonArray list;
    for (const T &value : values)
        list.append(toJson(value));
    return list;
}

/// The project file as an object, for splitting into a folder and putting together again.
QJsonObject toProjectJson(const Project &project);
Result<Project> projectFromJson(const QJsonObject &json, const QString &where);
/// The object in `bytes`, or a sentence about where they are damaged.
Result<QJsonObject> objectFromBytes(const QByteArray &bytes, const QString &where);

} // namespace domain
