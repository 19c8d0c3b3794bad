// Finds a value in an answer: by regular expression, key path or XPath. Pure; thread-safe except that a Pattern is
// compiled once before the run and then only read.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace re2 { class RE2; }

namespace engine {

/// A compiled RE2 pattern; `error` is a sentence when it does not compile.
class Pattern
{
public:
    explicit Pattern(std::string_view text);
    const std::string &error() const { return m_error; }
    int groups() const; ///< that it captures; 0 when it does not compile
    bool matches(std::string_view text) const;
    /// Match number `match` (from 1) of the leftmost non-overlapping ones, its group `group` (0: whole match).
    std::optional<std::string> find(std::string_view text, int match, int group) const;

private:
    std::shared_ptr<const re2::RE2> m_regex;
    std::string m_error;
};

class JsonDocument;

/// A value of a JSON text by key path: `a.b[0].c`, an index below 0 counts from the end; text without quotes, objects and
/// arrays as JSON. With a `$` in front it is a JSONPath, whose first node is taken. Nothing when the text is not JSON (depth
/// at most 1,024) or the path leads nowhere.
std::optional<std::string> jsonValue(std::string_view json, std::string_view path);
std::optional<std::string> valueByKeyPath(JsonDocument &document, std::string_view path);

/// First result of an XPath 1.0 expression over an XML text, as text. Elements nested deeper than 1,024 levels are no XML here.
std::optional<std::string> xpathValue(std::string_view xml, std::string_view expression);
/// A sentence when the expression is no XPath 1.0; else empty.
std::string xpathError(std::string_view expression);

} // namespace engine
