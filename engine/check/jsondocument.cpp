#include "engine/check/jsondocument.h"

namespace engine {

const simdjson::dom::element *JsonDocument::root()
{
  constexpr size_t mostKept = 1 << 20; // of the parser's memory between answers
  thread_local simdjson::dom::parser parser;
  thread_local std::string padded; // the parser reads beyond the end; its own copy would be allocated each time
  if (m_state == Unread) {
    if (parser.capacity() > mostKept && m_text.size() < mostKept / 4) {
      parser = simdjson::dom::parser();
      std::string().swap(padded);
    }
    padded.reserve(m_text.size() + simdjson::SIMDJSON_PADDING);
    padded.assign(m_text);
    m_state = parser.parse(padded.data(), padded.size(), false).get(m_root) == simdjson::SUCCESS ? Good : Bad;
  }
  return m_state == Good ? &m_root : nullptr;
}

std::string jsonText(const simdjson::dom::element &element)
{
  if (std::string_view text; element.get(text) == simdjson::SUCCESS) return std::string(text);
  return simdjson::minify(element);
}

} // namespace engine
