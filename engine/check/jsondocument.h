// The JSON of one answer, parsed when first asked for. One at a time in a thread: the parser with its memory is the thread's.
#pragma once

#include <simdjson.h>

#include <optional>
#include <string>
#include <string_view>

namespace engine {

class JsonDocument
{
public:
  /// The text must stay till the last use.
  explicit JsonDocument(std::string_view text) : m_text(text) {}

  /// Null when the text is not JSON, or nested deeper than 1,024 levels.
  const simdjson::dom::element *root();

private:
  std::string_view m_text;
  simdjson::dom::element m_root;
  enum { Unread, Good, Bad } m_state = Unread;
};

/// A text without its quotes; anything else as JSON.
std::string jsonText(const simdjson::dom::element &element);

} // namespace engine
