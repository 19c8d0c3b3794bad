// How deep a JSON text is nested and how much it holds, told before a parser recurses into it: sixteen megabytes of empty
// objects are gigabytes of steps. Any thread.
#pragma once

#include <QByteArrayView>
#include <algorithm>

namespace domain {

struct JsonExtent
{
    qsizetype depth = 0;   ///< of the innermost object or array; 0: there is none
    qsizetype objects = 0;
    qsizetype values = 0;  ///< members and entries that stand beside others: one for each comma and bracket

    bool operator==(const JsonExtent &) const = default;
};

/// The text need not be right; brackets and commas within texts do not count.
inline JsonExtent extentOf(QByteArrayView json)
{
    JsonExtent extent;
    qsizetype depth = 0;
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
        } else if (c == '{' || c == '[') {
            extent.depth = std::max(extent.depth, ++depth);
            extent.objects += c == '{';
            ++extent.values;
        } else if (c == '}' || c == ']') {
            --depth;
        } else if (c == ',') {
            ++extent.values;
        }
    }
    return extent;
}

} // namespace domain
