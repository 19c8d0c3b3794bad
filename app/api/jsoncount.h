// How much a JSON text holds, told before it is parsed: sixteen megabytes of empty objects are gigabytes of steps.
#pragma once

#include <QByteArrayView>

namespace api {

struct JsonCount
{
    qsizetype objects = 0;
    qsizetype values = 0; ///< members and entries that stand beside others: one for each comma and bracket

    bool operator==(const JsonCount &) const = default;
};

/// The text need not be right. Any thread.
inline JsonCount countJson(QByteArrayView json)
{
    JsonCount count;
    bool inText = false;
    for (qsizetype i = 0; i < json.size(); ++i) {
        const char c = json[i];
        if (inText) {
            if (c == '\\')
                ++i;
            else
                inText = c != '"';
        } else if (c == '"') {
            inText = true;
        } else {
            count.objects += c == '{';
            count.values += c == '{' || c == '[' || c == ',';
        }
    }
    return count;
}

} // namespace api
