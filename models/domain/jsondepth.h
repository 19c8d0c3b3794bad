// How deep a JSON text is nested, told before a parser recurses into it. Any thread.
#pragma once

#include <QByteArrayView>

namespace domain {

/// Whether objects and arrays are nested more than `most` deep. The text need not be right.
inline bool isTooDeep(QByteArrayView json, int most)
{
    int depth = 0;
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
            if (++depth > most)
                return true;
        } else if (c == '}' || c == ']') {
            --depth;
        }
    }
    return false;
}

} // namespace domain
