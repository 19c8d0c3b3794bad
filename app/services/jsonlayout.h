// JSON laid out for reading: one value a line, two spaces a level, every token, the order of members and the digits of
// numbers as they were written. Each line knows the JSONPath of what stands on it. A bare ${…} is a value too, so that
// bodies with variables can be laid out. Pure; thread-safe.
#pragma once

#include <QString>
#include <QVector>
#include <optional>

namespace services {

struct JsonLine
{
    QString text;      ///< with its indentation
    QString path;      ///< RFC 9535, of the value that stands or begins here; empty on closing lines
    QString value;     ///< of texts without quotes and escapes, of others as written; empty for what begins here
    bool isLeaf = false;

    bool operator==(const JsonLine &) const = default;
};

/// Nothing when the text is not JSON, or is nested deeper than 1,000 levels.
std::optional<QVector<JsonLine>> layOutJson(const QString &text);
QString textOf(const QVector<JsonLine> &lines);

/// A name for a variable that holds the value at the path: its last member's name, made fit for ${…}.
QString variableNameFor(const QString &path);

} // namespace services
