// JSONPath by RFC 9535: parsed once, then evaluated over an answer. Well-typedness is checked when parsing (section 2.4.3).
// A path is read-only after parsing and thread-safe. Nesting and work are bounded: a path of nested filters deeper than 32 is
// refused, an evaluation ends without a result after five million nodes looked at.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace engine {

class JsonDocument;

namespace jsonpath {
struct Query;
}

class JsonPath
{
public:
  explicit JsonPath(std::string_view text);

  /// A sentence with the place when the text is no JSONPath; then nothing is ever found.
  const std::string &error() const { return m_error; }

  /// The value of node number `match`, from 1: text without its quotes, all else as JSON.
  std::optional<std::string> find(JsonDocument &document, int match = 1) const;
  /// All nodes as JSON. Nothing when the text is not JSON or the work is too much.
  std::optional<std::vector<std::string>> all(JsonDocument &document) const;

private:
  std::string m_error; ///< before m_query, whose parser writes it
  std::shared_ptr<const jsonpath::Query> m_query;
};

} // namespace engine
