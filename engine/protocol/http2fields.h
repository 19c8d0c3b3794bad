// The header fields of a request as HTTP/2 wants them: pseudo headers first, names in lower case, nothing about the
// connection. Those of a literal request are made once for all its sends.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace engine {

class Http2Fields
{
public:
  struct Field
  {
    std::string_view name, value;
  };

  Http2Fields() = default;
  Http2Fields(const Http2Fields &) = delete; // its fields point into its text
  Http2Fields &operator=(const Http2Fields &) = delete;

  /// `headers`: lines of HTTP/1.1, the Host of which takes the place of `authority`. All must stay while the fields are used.
  void set(std::string_view method, std::string_view scheme, std::string_view authority, std::string_view target,
           std::string_view headers, std::string_view body);
  bool isEmpty() const { return m_all.empty(); }
  const std::vector<Field> &all() const { return m_all; }
  std::string_view body() const { return m_body; }

private:
  std::vector<Field> m_all;
  std::string m_text; ///< path, names and length, one after the other
  std::string_view m_body;
};

} // namespace engine
