#include "engine/check/jsondocument.h"

namespace engine {

const simdjson::dom::element *JsonDocument::root()
{
  constexpr size_t mostKept = 1 << 20; // of the parser's memory between answers
  thread_local simdjson::dom::parser parser;
  if (m_state == Unread) {
    if (parser.capacity() > mostKept && m_text.size() < mostKept / 4) parser = simdjson::dom::parser();
    m_state = parser.parse(m_text.data(), m_text.size()).get(m_root) == simdjson::SUCCESS ? Good : Bad;
  }
  return m_state == Good ? &m_root : nullptr;
}

std::string jsonText(const simdjson::dom::element &element)
{
  if (std::string_view text; element.get(text) == simdjson::SUCCESS) return std::string(text);
  return simdjson::minify(element);
}

} // namespace engine
