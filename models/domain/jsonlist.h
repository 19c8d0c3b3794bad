// A list of objects read through JsonReader: the first that fails names its place, e.g. `stages[2]: …`.
#pragma once

#include "models/domain/jsonreader.h"

namespace domain {

template <class T, class Read> QVector<T> list(JsonReader &reader, const QString &key, Read read)
{
    QVector<T> values;
    const QJsonArray array = reader.array(key);
    for (qsizetype i = 0; i < array.size() && reader.error().isEmpty(); ++i) {
        if (!array[i].isObject()) {
            reader.problem(QStringLiteral("%1[%2] must be an object").arg(key).arg(i));
            break;
        }
        const Result<T> value = read(array[i].toObject());
        if (value)
            values << *value;
        else
            reader.problem(QStringLiteral("%1[%2]: %3").arg(key).arg(i).arg(value.error().message));
    }
    return values;
}

} // namespace domain
